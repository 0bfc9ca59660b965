//! The label at the start of a line, and where it ends.

use core::ops::Range;

use super::number::{lead, usual_number};
use crate::layout::{is_space, spaces};
use crate::template::labels::Label;
use crate::text::begin::begins;
use crate::text::figure::{Printed, digit, printed};
use crate::text::fold::{Folded, fold};
use crate::text::label::{Found, longest};
use crate::text::whole::exactly;

/// The first atom of a line, if it is a label: what kind of line it is.
pub(crate) fn leading_label(text: &str, start: usize, stop: usize) -> Option<Label> {
    let rest = text.get(start..stop)?;
    let rest = rest.get(index(rest.as_bytes())..)?;
    let begin = rest.bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    if let Some((label, place)) = rest.get(begin..).and_then(usual_label) {
        if rest.get(begin + place.end..).is_some_and(is_cells) {
            return Some(label);
        }
    }
    let (lead, _) = lead(rest);
    let rest = rest.get(lead..)?;
    let first = rest.chars().next()?;
    let rest = match digit(first) {
        // A number whose point was lost.
        Some(_) => rest.get(first.len_utf8()..)?,
        None => rest,
    };
    let found = longest(rest)?;
    let behind = rest.get(found.len..)?;
    let figure = behind.trim_start_matches(is_space);
    if let Some(Printed::Figure(figure_found)) = printed(figure) {
        if figure.get(figure_found.len as usize..)?.starts_with(['，', '；', '。', '、']) {
            return None;
        }
    }
    // A label cut at the end of its line, when enough of it is there to be told from a word.
    let whole = !found.cut || found.len >= 5 * '字'.len_utf8();
    (whole && ends_word(behind, found.label)).then_some(found.label)
}

/// The length of the number that a program gave to a row, and of the separator or the gap behind it; 0 for none.
#[inline]
fn index(row: &[u8]) -> usize {
    if !row.first().is_some_and(u8::is_ascii_digit) {
        return 0;
    }
    let digits = row.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let gap = spaces(row.get(digits..).unwrap_or_default());
    match row.get(digits + gap) {
        Some(b'\t' | b'|' | b',') => digits + gap + 1,
        Some(_) if gap > 1 => digits + gap,
        _ => 0,
    }
}

/// Whether what stands behind a label shows that it is no sentence about it: nothing, the next label behind a separator, or
/// a figure that stands alone.
fn is_cells(behind: &str) -> bool {
    let behind = behind.as_bytes().trim_ascii_start();
    let digits = behind.iter().take_while(|byte| byte.is_ascii_digit()).count();
    match behind.get(digits..).unwrap_or_default() {
        [] | [b' ' | b'\t' | b'|', ..] => true,
        // 1. or （一）, and the next label.
        [b'.', next, ..] => digits == 1 && !next.is_ascii_digit(),
        [b'(', ..] | [0xEF, 0xBC, 0x88, ..] => digits == 0,
        _ => false,
    }
}

/// The label at the start of a text, and its place behind its number, where both stand as the form prints them and nothing
/// follows that may be part of the label: most labels are so, and need no walk.
#[inline]
pub(super) fn usual_label(text: &str) -> Option<(Label, Range<usize>)> {
    let number = usual_number(text);
    let (label, len) = begins(text.get(number..)?)?;
    let end = number + len;
    let ends = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphabetic();
    text.as_bytes().get(end).is_none_or(ends).then_some((label, number..end))
}

/// The label that a cell is as the form prints it, and its place behind its number.
#[inline]
pub(super) fn cell_label(cell: &str) -> Option<(Label, Range<usize>)> {
    let number = usual_number(cell);
    let (label, place) = exactly(cell.get(number..)?)?;
    Some((label, number + place.start..number + place.end))
}

/// Whether a label ends where `behind` begins: not in the middle of a word.
pub(super) fn ends_word(behind: &str, label: Label) -> bool {
    ends_before(behind, label, longest)
}

/// The same; `next` finds the label behind.
#[inline]
pub(super) fn ends_before(behind: &str, label: Label, next: impl FnOnce(&str) -> Option<Found>) -> bool {
    let Some(first) = behind.chars().next() else { return true };
    if first.is_ascii() {
        // Nearly always white space or a figure.
        return !first.is_ascii_alphabetic();
    }
    match fold(first) {
        Folded::Skip | Folded::Digit => true,
        _ if matches!(first, '增' | '减' | '減' | '无' | '未') && printed(behind).is_some() => true,
        // 其他 and 总计 are too short to stand glued before just any word.
        Folded::Symbol(_) => {
            let (skip, _) = lead(behind);
            let numbered = skip > 0;
            let bare = matches!(label, Label::Other | Label::Total);
            numbered || next(behind).is_some_and(|next| !next.cut || !bare)
        }
        Folded::Foreign => lead(behind).0 > 0,
    }
}
