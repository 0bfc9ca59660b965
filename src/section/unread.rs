//! Cells that cannot be read, where nothing but their letters tells them from words.

use super::atom::{Atom, Kind};
use super::grid_cell::is_filler;

/// Whether a character is a circle or a square, as stand for digits that a program could not read.
pub(super) const fn is_shape(c: char) -> bool {
    matches!(c, '\u{25A0}'..='\u{25FF}')
}

/// Whether the rest of its line is a cell that cannot be read, and no words: `0①`, `o`.
pub(super) fn is_unread_line(text: &str, atom: &Atom) -> bool {
    const LONGEST: usize = 24;
    let line = text.get(atom.span.start as usize..).and_then(|rest| rest.split(['\n', '\r', '|']).next());
    atom.kind == Kind::Text && line.is_some_and(|line| line.len() <= LONGEST && has_unread(line, 2))
}

/// Whether words among the cells of a line are a cell that cannot be read: `O`, `l2`.
pub(super) fn is_unread(text: &str, atom: &Atom) -> bool {
    const LONGEST: usize = 8;
    atom.kind == Kind::Text
        && atom.span.len() <= LONGEST
        && atom.span.slice(text).is_some_and(|word| has_unread(word, 0) && !is_filler(word.as_bytes()))
}

/// Whether letters or shapes that may have been digits stand among so many ideographs at the most.
fn has_unread(words: &str, most: usize) -> bool {
    let is_ideograph = |c: &char| matches!(c, '\u{4E00}'..='\u{9FFF}');
    words.chars().filter(is_ideograph).count() <= most
        && words.chars().any(|c| c.is_alphanumeric() && !is_ideograph(&c) || is_shape(c))
}
