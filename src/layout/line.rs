//! Lines of the text, and what can be seen of each without reading its words.

use alloc::vec::Vec;

use memchr::{memchr_iter, memchr2, memchr2_iter, memchr3};

use super::is_space;
use super::space::skip;

/// A line without its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// The first character that can be seen; what nearly all lines are told by.
    pub(crate) first: Option<char>,
}

impl Line {
    #[inline]
    pub(crate) fn new(text: &str, start: usize, end: usize) -> Self {
        // Texts are shorter than 4 GiB.
        Self { start: start as u32, end: end as u32, first: first(text, start, end) }
    }

    #[inline]
    pub(crate) fn text(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    #[inline]
    pub(crate) fn bytes(self, text: &str) -> &[u8] {
        text.as_bytes().get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// Bytes that it has.
    pub(crate) const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    pub(crate) const fn is_blank(self) -> bool {
        self.first.is_none()
    }

    /// Whether a tab begins it, perhaps behind an indent.
    #[inline]
    pub(crate) fn begins_cell(self, text: &str) -> bool {
        self.bytes(text).iter().find(|byte| **byte != b' ') == Some(&b'\t')
    }

    /// Whether it only draws a rule.
    pub(crate) fn is_rule(self, text: &str) -> bool {
        let begins = self.first.is_some_and(|c| is_drawing(c) || matches!(c, '|' | '+' | ':'));
        begins && self.len() >= SHORTEST_RULE && is_rule(self.text(text))
    }

    /// Whether a tab or a pipe stands in it.
    pub(crate) fn has_cells(self, text: &str) -> bool {
        memchr2(b'\t', b'|', self.bytes(text)).is_some()
    }
}

/// The first character that can be seen.
#[inline]
fn first(text: &str, start: usize, end: usize) -> Option<char> {
    let begin = skip(text, start, end);
    match text.as_bytes().get(begin..end)? {
        [] => None,
        [byte, ..] if byte.is_ascii() => Some(char::from(*byte)),
        _ => text.get(begin..end)?.chars().next(),
    }
}

/// The lines of a text, whatever ends them: line feeds, carriage returns, form feeds, U+2028. Of more than two empty
/// ones in a row, two.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    let bytes = text.as_bytes();
    let mut lines = Vec::with_capacity(bytes.len() / 20 + 1);
    let separator = |at: usize| matches!(bytes.get(at..at + 3), Some([0xE2, 0x80, 0xA8 | 0xA9]));
    if memchr3(b'\r', b'\x0C', b'\x0B', bytes).is_some() || memchr_iter(0xE2, bytes).any(separator) {
        split_everywhere(text, &mut lines);
    } else {
        let (mut start, mut empty) = (0, 0);
        each_line_feed(bytes, |end| {
            empty = if start == end { empty + 1 } else { 0 };
            if empty <= MOST_EMPTY {
                lines.push(Line::new(text, start, end));
            }
            start = end + 1;
        });
        push(Line::new(text, start, bytes.len()), &mut lines);
    }
    lines
}

/// Where line feeds stand: looked for in whole vectors, and told there by words of eight bytes. Lines of tables are too
/// short for searches.
#[inline]
fn each_line_feed(bytes: &[u8], mut found: impl FnMut(usize)) {
    let mut blocks = bytes.chunks_exact(32);
    let mut at = 0;
    for block in &mut blocks {
        if block.iter().fold(false, |any, byte| any | (*byte == b'\n')) {
            let words = block.chunks_exact(8).enumerate();
            let mut places = words.fold(0, |places, (at, eight)| places | line_feeds(eight) << (8 * at));
            while places != 0 {
                found(at + places.trailing_zeros() as usize);
                places &= places - 1;
            }
        }
        at += 32;
    }
    for (byte, at) in blocks.remainder().iter().zip(at..) {
        if *byte == b'\n' {
            found(at);
        }
    }
}

/// A bit for each of eight bytes that is a line feed.
#[inline]
fn line_feeds(eight: &[u8]) -> u32 {
    const LOW: u64 = u64::from_le_bytes([0x7F; 8]);
    const LINE_FEEDS: u64 = u64::from_le_bytes([b'\n'; 8]);
    /// Gathers the lowest bits of eight bytes in the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let word = u64::from_le_bytes(eight.try_into().unwrap_or_default()) ^ LINE_FEEDS;
    // The highest bit of each byte that is zero.
    let zeros = !(((word & LOW) + LOW) | word | LOW);
    ((zeros >> 7).wrapping_mul(GATHER) >> 56) as u32
}

/// Empty lines in a row that are kept.
const MOST_EMPTY: usize = 2;

fn push(line: Line, lines: &mut Vec<Line>) {
    let empty = |line: &Line| line.start == line.end;
    if !(empty(&line) && matches!(lines.as_slice(), [.., a, b] if empty(a) && empty(b))) {
        lines.push(line);
    }
}

/// Splits at every end, also those that few texts use.
fn split_everywhere(text: &str, lines: &mut Vec<Line>) {
    let mut start = 0;
    for (at, end) in text.match_indices(['\n', '\r', '\x0C', '\x0B', '\u{2028}', '\u{2029}', '\u{85}']) {
        // The second half of CR LF.
        let half = end == "\n" && start == at && text.as_bytes().get(at.wrapping_sub(1)) == Some(&b'\r');
        if !half {
            push(Line::new(text, start, at), lines);
        }
        start = at + end.len();
    }
    lines.push(Line::new(text, start, text.len()));
}

/// Whether the lines may hold more cells than `most`: more lines, or more separators.
pub(crate) fn has_more_cells(text: &str, lines: &[Line], most: usize) -> bool {
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return false };
    let bytes = text.as_bytes().get(first.start as usize..last.end as usize).unwrap_or_default();
    // No text has more cells than bytes, and nearly none has so many.
    bytes.len() > most && (lines.len() > most || memchr2_iter(b'\t', b'|', bytes).nth(most).is_some())
}

/// Whether rules are drawn with a character.
const fn is_drawing(c: char) -> bool {
    matches!(c, '-' | '─' | '━' | '=' | '_' | '—' | '*')
}

/// Characters that a rule is drawn with at the least.
const SHORTEST_RULE: usize = 3;

/// Whether a line only draws a rule: `----`, `|---|:--:|`, `--------⇥----`.
pub(crate) fn is_rule(line: &str) -> bool {
    // Of each cell: whether anything is drawn, how many characters, and whether they are at an end.
    let (mut drawn, mut cell, mut closed) = (false, 0, false);
    for c in line.chars().chain(['|']) {
        match c {
            '|' | '\t' | '+' | ' ' if (1..SHORTEST_RULE).contains(&cell) => return false,
            '|' | '\t' | '+' | ' ' => {
                drawn |= cell > 0;
                (cell, closed) = (0, false);
            }
            c if is_drawing(c) && !closed => cell += 1,
            c if c == ':' || is_space(c) => closed = cell > 0,
            _ => return false,
        }
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_ends_a_line() {
        let text = "a\r\nb\tc\nd\u{2028}e\x0Cf\rg";
        let found: Vec<&str> = lines(text).into_iter().map(|line| line.text(text)).collect();
        assert_eq!(found, ["a", "b\tc", "d", "e", "f", "g"]);
        assert!(lines(text)[1].has_cells(text) && !lines(text)[2].has_cells(text));
    }

    #[test]
    fn a_row_of_dashes_as_marks_is_no_rule() {
        assert!(is_rule("--------\t----\t--------"));
        assert!(is_rule("|---|:---:|"));
        assert!(!is_rule("-\t-\t-"));
        assert!(!is_rule("规章\t---"));
    }
}
