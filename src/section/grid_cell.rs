//! Cells between separators as programs write them: what surrounds a cell, what fills one that was empty.

use alloc::vec::Vec;

use super::atom::{Atom, Kind, drop_number};
use super::scan::Scan;
use crate::Span;
use crate::layout::{Token, token};
use crate::text::figure::is_numeral;

/// Reads a cell that is more than a label or a figure.
pub(super) fn grid_cell(text: &str, token: &Token, scan: &mut Scan<'_>, atoms: &mut Vec<Atom>) {
    let Some(inner) = written(text, token).filter(|inner| inner.start < inner.end) else {
        atoms.push(Atom::blank(token));
        return;
    };
    let (start, stop) = (inner.start as usize, inner.end as usize);
    let (first, open) = (atoms.len(), scan.open > 0);
    scan.cell(start, stop, token.before, atoms);
    let words = Span::new(inner.start, inner.end);
    let read = atoms.len() > first || open || scan.open > 0;
    match atoms.get_mut(first) {
        // 一 for a dash, 三: no piece of a label.
        Some(atom) if atom.kind == Kind::Fragment && atom.span == words && is_counted(text, words) => {
            atom.kind = Kind::Text;
        }
        // Punctuation: a cell all the same.
        None if !read => atoms.push(Atom { span: words, kind: Kind::Text, before: token.before }),
        _ => {}
    }
    drop_number(text, start, atoms, first);
}

/// Whether a cell of no grid may be one that a program wrote: in quotes, filled where it was empty, with an escaped space.
pub(super) const fn may_be_written(cell: &[u8]) -> bool {
    matches!(cell, [b'"' | b'\'' | b'*' | b'_' | b'`' | b'n' | b'N' | b'<' | b'&', ..] | [.., b';'])
}

/// Reads such a cell.
pub(super) fn written_cell(text: &str, token: &Token, scan: &mut Scan<'_>, atoms: &mut Vec<Atom>) {
    match written(text, token) {
        Some(inner) => scan.cell(inner.start as usize, inner.end as usize, token.before, atoms),
        None => atoms.push(Atom::blank(token)),
    }
}

/// What is written in a cell; `None` where a program filled an empty one.
fn written(text: &str, cell: &Token) -> Option<Token> {
    let inner = unwrapped(text, cell);
    let words = text.as_bytes().get(inner.start as usize..inner.end as usize);
    (!words.is_some_and(is_filler)).then_some(inner)
}

/// A cell without what surrounds it: spaces that tags became, and on both sides quotes, the stars of Markdown, a line drawn
/// to be written on.
fn unwrapped(text: &str, cell: &Token) -> Token {
    let mut inner = *cell;
    loop {
        let bytes = text.as_bytes().get(inner.start as usize..inner.end as usize).unwrap_or_default();
        let (before, behind) = match bytes {
            [first @ (b'"' | b'\'' | b'*' | b'_' | b'`'), .., last] if first == last => (1, 1),
            _ if bytes.len() > SPACE.len() && bytes.starts_with(SPACE) => (SPACE.len(), 0),
            _ if bytes.len() > SPACE.len() && bytes.ends_with(SPACE) => (0, SPACE.len()),
            _ => return inner,
        };
        inner = token(text, inner.start as usize + before, inner.end as usize - behind, cell.before);
    }
}

/// A space that does not break, as pages write it.
const SPACE: &[u8] = b"&nbsp;";

/// Whether words are a number in ideographs.
fn is_counted(text: &str, words: Span) -> bool {
    words
        .slice(text)
        .is_some_and(|words| words.chars().all(|c| is_numeral(c) || matches!(c, '〇' | '零' | '百')))
}

/// Whether a program wrote a cell that it found empty.
pub(super) fn is_filler(cell: &[u8]) -> bool {
    matches!(cell, b"nan" | b"NaN" | b"None" | b"null" | b"NULL" | b"<NA>" | SPACE | b"_")
}
