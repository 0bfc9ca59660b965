//! Rows on lines, cells between separators: tab rows, pipe rows, Markdown.

use alloc::vec::Vec;

use memchr::{memchr, memchr_iter, memmem};

use super::{Break, Line, Token, token};

/// Spreadsheet-like converters: cells between tabs.
pub(crate) fn tab_rows(text: &str, lines: &[Line], into: &mut Vec<Token>) {
    let tab = Separator::of(text, lines, b'\t');
    for line in lines {
        if !line.is_blank() || line.has_cells(text) {
            split(text, line.start as usize, line.end as usize, tab, into);
        }
    }
}

/// Web text extractors: cells between pipes, with or without one in front and behind.
pub(crate) fn pipe_rows(text: &str, lines: &[Line], into: &mut Vec<Token>) {
    let is_row = |line: &Line| memchr_iter(b'|', line.text(text).as_bytes()).nth(1).is_some();
    // Where some row begins without a pipe, one in front closes a blank cell; so does one behind where some row ends without.
    let leading = lines.iter().all(|line| line.first == Some('|') || !is_row(line));
    // Of rows cut from one line only the last may lack it.
    let mut others = lines.iter().rev().filter(|line| is_row(line)).skip(1);
    let closing = others.all(|line| seen(line.text(text)).ends_with('|'));
    let pipe = Separator::of(text, lines, b'|');
    for line in lines {
        let cells = line.text(text);
        if line.is_blank() || line.is_rule(text) {
            continue;
        }
        // Most rows begin with their pipes, and need no trimming.
        let inner = if cells.starts_with('|') { cells } else { cells.trim_start_matches(super::is_space) };
        let lead = cells.len() - inner.len() + if leading && inner.starts_with('|') { pipe.width } else { 0 };
        let closed = seen(cells);
        let last = closing && closed.ends_with('|') && closed.len() > lead;
        let tail = cells.len() - closed.len() + if last { pipe.width } else { 0 };
        split(text, line.start as usize + lead, line.end as usize - tail, pipe, into);
    }
}

/// A line up to the last character that can be seen: of most rows a pipe, and nothing to trim.
fn seen(line: &str) -> &str {
    if line.ends_with('|') { line } else { line.trim_end_matches(super::is_space) }
}

/// What stands between two cells.
#[derive(Clone, Copy)]
struct Separator {
    byte: u8,
    /// How often it stands there: once or twice.
    width: usize,
}

impl Separator {
    /// Twice where it does so between any two cells.
    fn of(text: &str, lines: &[Line], byte: u8) -> Self {
        let mut seen = false;
        for row in lines.iter().map(|line| line.bytes(text)) {
            let Some(first) = memchr(byte, row) else { continue };
            // Told by the first row, as nearly always.
            let mut runs = row.get(first..).unwrap_or_default().chunk_by(|a, b| a == b);
            if runs.any(|run| run.first() == Some(&byte) && run.len() % 2 == 1) {
                return Self { byte, width: 1 };
            }
            seen = true;
        }
        Self { byte, width: if seen { 2 } else { 1 } }
    }
}

/// Splits a line between pairs of separators.
fn split_pairs(text: &str, mut start: usize, end: usize, separator: u8, into: &mut Vec<Token>) {
    let mut before = Break::Row;
    while let Some(len) =
        text.as_bytes().get(start..end).and_then(|rest| memmem::find(rest, &[separator, separator]))
    {
        into.push(token(text, start, start + len, before));
        (start, before) = (start + len + 2, Break::Cell);
    }
    into.push(token(text, start, end, before));
}

fn split(text: &str, mut start: usize, end: usize, separator: Separator, into: &mut Vec<Token>) {
    if separator.width == 2 {
        return split_pairs(text, start, end, separator.byte, into);
    }
    let separator = separator.byte;
    let bytes = text.as_bytes().get(..end).unwrap_or_default();
    let mut before = Break::Row;
    loop {
        let rest = bytes.get(start..).unwrap_or_default();
        // Most cells are a digit, or nothing: a look spares the search.
        let small = match rest {
            [b'0'..=b'9', behind, ..] if *behind == separator => Some((0, 1, 2)),
            [behind, ..] if *behind == separator => Some((0, 0, 1)),
            [b' ', b'0'..=b'9', b' ', behind, ..] if *behind == separator => Some((1, 2, 4)),
            [b' ', b' ', behind, ..] if *behind == separator => Some((2, 2, 3)),
            _ => None,
        };
        if let Some((from, to, next)) = small {
            into.push(Token { start: (start + from) as u32, end: (start + to) as u32, before });
            start += next;
        } else if let Some(len) = memchr(separator, rest) {
            into.push(token(text, start, start + len, before));
            start += len + 1;
        } else {
            break;
        }
        before = Break::Cell;
    }
    into.push(token(text, start, end, before));
}
