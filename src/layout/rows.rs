//! Rows on lines, cells between separators: tab rows, pipe rows, Markdown.

use alloc::vec::Vec;

use memchr::{memchr, memchr_iter, memmem};

use super::places::{each_place, is};
use super::{Break, Line, Token, token};

/// Spreadsheet-like converters: cells between tabs.
pub(crate) fn tab_rows(text: &str, lines: &[Line], into: &mut Vec<Token>) {
    let tab = Separator::of(text, lines, b'\t');
    // A tab behind the last cell of all rows, those of the heads as well, closes them, and one in front of all opens them;
    // it may stand beside a line that was cut from a longer one.
    let is_tab = |at: usize| text.as_bytes().get(at) == Some(&b'\t');
    let begins = |line: &Line| is_tab(line.start as usize) || is_tab((line.start as usize).wrapping_sub(1));
    let ends = |line: &Line| is_tab((line.end as usize).wrapping_sub(1)) || is_tab(line.end as usize);
    let is_row = |line: &Line| !line.is_blank() && memchr_iter(b'\t', line.bytes(text)).nth(1).is_some();
    let opening = lines.iter().all(|line| begins(line) || !is_row(line));
    let closing = lines.iter().all(|line| ends(line) || !is_row(line));
    for line in lines.iter().filter(|line| !line.is_blank() || line.has_cells(text)) {
        let (mut start, mut end) = (line.start as usize, line.end as usize);
        if opening && is_tab(start) {
            start = end.min(start + tab.width);
        }
        // Of two at the end of a line that was cut, the first stands before a blank cell.
        if closing && is_tab(end.wrapping_sub(1)) && !is_tab(end) {
            end = start.max(end - tab.width);
        }
        split(text, start, end, tab, into);
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
    /// Twice where it does so between nearly any two cells: between the tags of a page it may stand once more.
    fn of(text: &str, lines: &[Line], byte: u8) -> Self {
        let (mut once, mut twice) = (0, 0);
        for row in lines.iter().map(|line| line.bytes(text)) {
            if row.iter().all(|b| *b == byte || b.is_ascii_whitespace()) {
                continue;
            }
            let mut rest = row;
            while let Some(run) = memchr(byte, rest).and_then(|at| rest.get(at..)) {
                let len = run.iter().take_while(|b| **b == byte).count();
                *if len % 2 == 1 { &mut once } else { &mut twice } += 1;
                rest = run.get(len..).unwrap_or_default();
            }
            if once > FEW && once * 10 > twice {
                break;
            }
        }
        Self { byte, width: if once * 10 > twice || twice == 0 { 1 } else { 2 } }
    }
}

/// As often a separator that stands twice elsewhere may stand otherwise.
const FEW: usize = 3;

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

fn split(text: &str, start: usize, end: usize, separator: Separator, into: &mut Vec<Token>) {
    if separator.width == 2 {
        return split_pairs(text, start, end, separator.byte, into);
    }
    let (mut at, mut before) = (start, Break::Row);
    each_place(text.as_bytes(), start..end, is(separator.byte), |place| {
        into.push(token(text, at, place, before));
        (at, before) = (place + 1, Break::Cell);
    });
    into.push(token(text, at, end, before));
}
