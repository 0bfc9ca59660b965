//! Guidance of the form in brackets behind a label, which may name other rows.

use crate::layout::is_space;
use crate::text::figure::{digit, is_numeral};

/// What stands in brackets behind a label.
pub(super) enum Guidance {
    /// Nothing, or the number of the next label.
    None,
    /// Guidance of so many bytes, brackets included.
    Closed(usize),
    /// Guidance that does not end on this line, within so many brackets.
    Open(usize),
}

/// Guidance in brackets behind a label: it may name other rows.
pub(super) fn guidance(rest: &str) -> Guidance {
    let inner = rest.trim_start_matches(is_space);
    if !inner.starts_with(['(', '（', '[', '【']) {
        return Guidance::None;
    }
    let begin = rest.len() - inner.len();
    let mut depth = 0_usize;
    for (offset, c) in inner.char_indices() {
        match c {
            '(' | '（' | '[' | '【' => depth += 1,
            ')' | '）' | ']' | '】' => depth = depth.saturating_sub(1),
            _ => continue,
        }
        if depth == 0 {
            let numeral = |c: char| is_numeral(c) || digit(c).is_some() || is_space(c);
            let number = inner.get(..offset).unwrap_or("").chars().skip(1).all(numeral);
            return if number { Guidance::None } else { Guidance::Closed(begin + offset + c.len_utf8()) };
        }
    }
    Guidance::Open(depth)
}

/// The length of guidance that ends on this line, a gloss before it included.
pub(crate) fn closed_guidance(rest: &str) -> usize {
    let mut at = 0;
    while let Guidance::Closed(len) = guidance(rest.get(at..).unwrap_or("")) {
        at += len;
    }
    at
}
