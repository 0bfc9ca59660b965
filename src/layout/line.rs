//! Lines of the text, and what can be seen of each without reading its words.

use alloc::vec::Vec;

use memchr::{memchr_iter, memchr2, memchr2_iter, memmem};

use super::is_space;
use super::places::{each_place, within};
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
        let mut line = self.bytes(text);
        loop {
            line = match line {
                [b'\t', ..] => return true,
                [b' ', rest @ ..] | [0xC2, 0xA0, rest @ ..] | [0xE3, 0x80, 0x80, rest @ ..] => rest,
                _ => return false,
            };
        }
    }

    /// Whether it only draws a rule.
    pub(crate) fn is_rule(self, text: &str) -> bool {
        let begins = self.first.is_some_and(|c| is_drawing(c) || matches!(c, '|' | '+' | ':'));
        begins && self.len() >= SHORTEST_RULE && is_rule(self.text(text))
    }

    /// Whether nothing stands in it but strokes that only draw: `├───┼───┤`.
    pub(crate) fn is_drawn(self, text: &str) -> bool {
        let is_stroke = |three: &[u8]| matches!(three, [0xE2, 0x94 | 0x95, _]);
        let strokes = |line: &[u8]| line.len() % 3 == 0 && line.chunks(3).all(is_stroke);
        matches!(self.first, Some('\u{2500}'..='\u{257F}')) && strokes(self.bytes(text).trim_ascii())
    }

    /// Whether a tab or a pipe stands in it.
    pub(crate) fn has_cells(self, text: &str) -> bool {
        memchr2(b'\t', b'|', self.bytes(text)).is_some()
    }
}

/// The first character that can be seen: of nearly all lines an ASCII character or an ideograph, perhaps behind spaces of
/// three kinds.
#[inline(always)]
fn first(text: &str, start: usize, end: usize) -> Option<char> {
    let bytes = text.as_bytes().get(..end)?;
    // A cell's tab, without a turn of the loop.
    let mut start = start + usize::from(bytes.get(start) == Some(&b'\t'));
    loop {
        start += match bytes.get(start..)? {
            [] => return None,
            [byte @ b'!'..=b'~', ..] => return Some(char::from(*byte)),
            &[a @ 0xE4..=0xE9, b, c, ..] => {
                return char::from_u32(
                    u32::from(a & 0x0F) << 12 | u32::from(b & 0x3F) << 6 | u32::from(c & 0x3F),
                );
            }
            [b' ' | b'\t', ..] => 1,
            [0xC2, 0xA0, ..] => 2,
            [0xE3, 0x80, 0x80, ..] => 3,
            _ => return text.get(skip(text, start, end)..end)?.chars().next(),
        };
    }
}

/// The lines of a text, whatever ends them: line feeds, carriage returns, form feeds, U+2028. Of more than two empty
/// ones in a row, two.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    let bytes = text.as_bytes();
    // Room for all lines, but not for a text of nothing else.
    let room = memchr_iter(b'\n', bytes).count().min(bytes.len() / 3) + 1;
    let mut ended = Ended { lines: Vec::with_capacity(room), start: 0, empty: 0 };
    if has_separators(bytes) {
        for (at, end) in text.match_indices(['\n', '\x0B', '\x0C', '\r', '\u{2028}', '\u{2029}']) {
            ended.line(text, at, end.len());
        }
    } else {
        each_place(bytes, 0..bytes.len(), within(b'\n', b'\r'), |at| ended.line(text, at, 1));
    }
    ended.line(text, bytes.len(), 0);
    ended.lines
}

/// Whether U+2028 or U+2029 stands in a text. Few texts have much that begins like these; those drawn with lines are full
/// of it.
fn has_separators(bytes: &[u8]) -> bool {
    const FEW: usize = 200;
    let is_separator = |at: usize| matches!(bytes.get(at..at + 3), Some([0xE2, 0x80, 0xA8 | 0xA9]));
    let has = |separator: &str| memmem::find(bytes, separator.as_bytes()).is_some();
    for (before, at) in memchr_iter(0xE2, bytes).enumerate() {
        if before == FEW {
            return has("\u{2028}") || has("\u{2029}");
        }
        if is_separator(at) {
            return true;
        }
    }
    false
}

/// The lines that have ended so far, and where the next one starts.
struct Ended {
    lines: Vec<Line>,
    start: usize,
    /// Empty lines in a row.
    empty: usize,
}

impl Ended {
    /// Empty lines in a row that are kept.
    const MOST_EMPTY: usize = 2;

    /// A line ends at `end`, and behind so many bytes the next one starts.
    #[inline(always)]
    fn line(&mut self, text: &str, end: usize, len: usize) {
        let bytes = text.as_bytes();
        let start = core::mem::replace(&mut self.start, end + len);
        if start < end {
            self.empty = 0;
        } else if bytes.get(end.wrapping_sub(1)..=end) == Some(b"\r\n") {
            // Its second half.
            return;
        } else {
            self.empty += 1;
        }
        if self.empty <= Self::MOST_EMPTY {
            self.lines.push(Line::new(text, start, end));
        }
    }
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

/// Whether a line only draws a rule: `----`, `|---|:--:|`, `--------⇥----`. In Markdown it is as wide as its columns, and
/// some of these may be one character wide; a row of marks has none wider.
pub(crate) fn is_rule(line: &str) -> bool {
    let markdown = line.starts_with('|');
    // Of each cell: whether anything is drawn, how many characters with the colons, and whether they are at an end.
    let (mut drawn, mut cell, mut closed) = (false, 0, false);
    let parts = |c| matches!(c, '|' | '+') || is_space(c);
    for c in line.chars().chain(['|']) {
        match c {
            c if parts(c) && !markdown && (1..SHORTEST_RULE).contains(&cell) => return false,
            c if parts(c) => {
                drawn |= cell >= SHORTEST_RULE;
                (cell, closed) = (0, false);
            }
            c if is_drawing(c) && !closed => cell += 1,
            ':' => (closed, cell) = (cell > 0, cell + 1),
            _ => return false,
        }
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        lines(text).into_iter().map(|line| line.text(text)).collect()
    }

    #[test]
    fn every_line_end_ends_a_line() {
        let text = "a\r\nb\tc\nd\u{2028}e\x0Cf\rg";
        assert_eq!(split(text), ["a", "b\tc", "d", "e", "f", "g"]);
        assert!(lines(text)[1].has_cells(text) && !lines(text)[2].has_cells(text));
        assert_eq!(split("字\r\n\r\n\r\n\r\n字\r\r\x0B字\n"), ["字", "", "", "字", "", "", "字", ""]);
    }

    #[test]
    fn line_ends_are_found_wherever_they_stand_among_bytes() {
        let between = "0第 |\u{A0}\t。".repeat(9);
        for end in ["\n", "\r", "\r\n", "\x0B", "\x0C"] {
            for (at, _) in between.char_indices().skip(1) {
                let (before, behind) = between.split_at(at);
                let text = alloc::format!("{before}{end}{behind}");
                assert_eq!(split(&text), [before, behind]);
            }
        }
    }

    #[test]
    fn a_row_of_dashes_as_marks_is_no_rule() {
        assert!(is_rule("--------\t----\t--------"));
        assert!(is_rule("|---|:---:|"));
        assert!(is_rule("| :---: | :--: | :-: |"));
        assert!(is_rule("\u{A0}----\u{A0}---\u{3000}----\u{A0}"));
        assert!(!is_rule("-\t-\t-"));
        assert!(is_rule("| ---- | -- | - |") && !is_rule("| - | -- | - |"));
        assert!(!is_rule("规章\t---"));
    }
}
