//! Lines of the text, and what can be seen of each without reading it.

use alloc::vec::Vec;

use memchr::{memchr3_iter, memmem};

use super::is_space;

/// A line without its end, and the separators in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) tabs: u16,
    pub(crate) pipes: u16,
}

impl Line {
    pub(crate) fn text(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    pub(crate) fn is_blank(self, text: &str) -> bool {
        self.start >= self.end || self.text(text).chars().all(is_space)
    }
}

/// The lines of a text, whatever ends them: line feeds, carriage returns, form feeds, U+2028.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    let bytes = text.as_bytes();
    let mut lines = Vec::with_capacity(bytes.len() / 48 + 1);
    let mut line = Line { start: 0, end: 0, tabs: 0, pipes: 0 };
    for at in memchr3_iter(b'\n', b'\t', b'|', bytes) {
        match bytes.get(at) {
            Some(b'\t') => line.tabs = line.tabs.saturating_add(1),
            Some(b'|') => line.pipes = line.pipes.saturating_add(1),
            _ => {
                let cr = at > 0 && bytes.get(at - 1) == Some(&b'\r') && at > line.start as usize;
                line.end = offset(at - usize::from(cr));
                lines.push(line);
                line = Line { start: offset(at + 1), end: 0, tabs: 0, pipes: 0 };
            }
        }
    }
    line.end = offset(bytes.len());
    lines.push(line);
    if memchr::memchr3(b'\r', b'\x0C', b'\x0B', bytes).is_some()
        || memmem::find(bytes, "\u{2028}".as_bytes()).is_some()
    {
        lines.iter().flat_map(|&line| rarely_ended(text, line)).collect()
    } else {
        lines
    }
}

/// A line cut at the ends that few texts use.
fn rarely_ended(text: &str, line: Line) -> impl Iterator<Item = Line> {
    let whole = line.text(text);
    let base = line.start as usize;
    whole.split(['\r', '\x0C', '\x0B', '\u{2028}', '\u{2029}', '\u{85}']).map(move |part| {
        let start = base + (part.as_ptr() as usize - whole.as_ptr() as usize);
        let count = |byte| u16::try_from(part.bytes().filter(|&b| b == byte).count()).unwrap_or(u16::MAX);
        Line { start: offset(start), end: offset(start + part.len()), tabs: count(b'\t'), pipes: count(b'|') }
    })
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Whether a line only draws a rule: `----`, `|---|:--:|`, `--------⇥----`.
pub(crate) fn is_rule(line: &str) -> bool {
    let drawing = |c| matches!(c, '-' | '─' | '━' | '=' | '_' | '—' | '*');
    let first = line.chars().find(|&c| !is_space(c) && !matches!(c, '|' | '+' | ':'));
    if !first.is_some_and(drawing) {
        return false;
    }
    let mut drawn = false;
    for cell in line.split(['|', '\t', '+', ' ']) {
        let cell = cell.trim_matches(|c| is_space(c) || c == ':');
        if cell.is_empty() {
            continue;
        }
        if !cell.chars().all(drawing) || cell.chars().count() < 3 {
            return false;
        }
        drawn = true;
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
        assert_eq!(lines(text)[1].tabs, 1);
    }

    #[test]
    fn a_row_of_dashes_as_marks_is_no_rule() {
        assert!(is_rule("--------\t----\t--------"));
        assert!(is_rule("|---|:---:|"));
        assert!(!is_rule("-\t-\t-"));
        assert!(!is_rule("规章\t---"));
    }
}
