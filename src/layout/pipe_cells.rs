//! Web text extractors: one cell per line, pipes behind the cells or on lines of their own.
//!
//! Five dialects. Each cell closed by a pipe, a line `|` being a blank cell and `||` residue of spans; the same with a
//! line `|` before each row; each cell between two pipes, `| |` a blank one; a line `|` between any two cells of a row, none
//! of which ends in a pipe; and that of wikis, each cell behind a pipe or `!` that begins its line, a line `|-` before each
//! row: a grid.

use alloc::vec::Vec;

use super::{Break, Line, Token, is_space, space, token};

pub(crate) fn pipe_cells(text: &str, lines: &[Line], into: &mut Vec<Token>) {
    let ends = |line: &Line| {
        let (start, end) = (line.start as usize, line.end as usize);
        let cell = text.as_bytes().get(start..space::skip_back(text, start, end));
        cell.is_some_and(|cell| cell.ends_with(b"|"))
    };
    let closed = lines.iter().any(|line| !is_pipes(text, line) && ends(line));
    if closed { closed_cells(text, lines, into) } else { divided_cells(text, lines, into) }
}

/// What wikis write between rows.
pub(super) const WIKI_ROW: &str = "|-";

/// Cells of wikis. A line that begins none goes on with the one before it.
pub(crate) fn wiki_cells(text: &str, lines: &[Line], into: &mut Vec<Token>) {
    let mut before = Break::Row;
    for line in lines.iter().filter(|line| !line.is_blank()) {
        let (start, end) = (line.start as usize, line.end as usize);
        match (line.bytes(text), into.last_mut()) {
            ([b'|', b'-' | b'}' | b'+', ..] | [b'{', b'|', ..], _) => before = Break::Row,
            ([b'|' | b'!', ..], _) => {
                into.push(token(text, start + 1, end, before));
                before = Break::Cell;
            }
            (_, Some(cell)) if before == Break::Cell => {
                let rest = token(text, start, end, Break::None);
                let start = if cell.start < cell.end { cell.start } else { rest.start };
                *cell = Token { start, end: rest.end, before: cell.before };
            }
            _ => into.push(token(text, start, end, Break::Row)),
        }
    }
}

/// Whether a line is nothing but pipes.
#[inline]
fn is_pipes(text: &str, line: &Line) -> bool {
    let rest = || line.text(text).chars().all(|c| c == '|' || is_space(c));
    line.first == Some('|') && (line.len() == 1 || rest())
}

fn closed_cells(text: &str, lines: &[Line], into: &mut Vec<Token>) {
    let opened = lines.iter().any(|line| line.first == Some('|') && !is_pipes(text, line));
    for line in lines {
        let cell = line.text(text);
        let spanned = |pipes: &str| if opened { pipes == "||" } else { pipes.len() > 1 };
        if line.is_blank() || is_pipes(text, line) && spanned(cell.trim_matches(is_space)) {
            continue;
        }
        // Nearly every cell ends with one space and its pipe.
        let closed = match cell.as_bytes() {
            [.., last, b' ', b'|'] if last.is_ascii_graphic() && *last != b'|' => cell.len() - 2,
            _ => cell.trim_end_matches(|c| is_space(c) || c == '|').len(),
        };
        into.push(token(text, line.start as usize, line.start as usize + closed, Break::Line));
    }
}

fn divided_cells(text: &str, lines: &[Line], into: &mut Vec<Token>) {
    // Where lines are not spaced out, an empty line between a pipe and words is the blank last cell of a row, and one
    // between words and a pipe the blank first cell.
    let tight = lines.windows(2).any(|pair| match pair {
        [cell, pipe] => is_pipes(text, pipe) && !cell.text(text).contains('|') && !cell.is_blank(),
        _ => false,
    });
    let doubled = are_doubled(text, lines);
    let (mut behind_pipe, mut spaced, mut second) = (false, false, false);
    for line in lines {
        let blank = Token { start: line.start, end: line.start, before: Break::Line };
        if line.is_blank() {
            spaced = true;
            continue;
        }
        let pipe = is_pipes(text, line);
        second = doubled && pipe && !second;
        if doubled && pipe && !second {
            continue;
        }
        if behind_pipe && (pipe || (spaced && tight)) || pipe && spaced && tight {
            into.push(blank);
        }
        if !pipe {
            into.push(token(text, line.start as usize, line.end as usize, Break::Line));
        }
        (behind_pipe, spaced) = (pipe, false);
    }
    if let Some(last) = lines.last().filter(|last| behind_pipe && tight && !ends(text, last)) {
        into.push(Token { start: last.end, end: last.end, before: Break::Line });
    }
}

/// Whether two pipes stand between any two cells, or four: one of each pair is behind a tag that closes a cell.
fn are_doubled(text: &str, lines: &[Line]) -> bool {
    let (mut run, mut any) = (0, false);
    for line in lines.iter().filter(|line| !line.is_blank()) {
        if is_pipes(text, line) {
            run += 1;
        } else if run % 2 == 1 {
            return false;
        } else {
            (run, any) = (0, any || run > 0);
        }
    }
    any
}

/// Whether the text ends with a line, perhaps inside a row.
fn ends(text: &str, line: &Line) -> bool {
    text.get(line.end as usize..).is_none_or(|rest| rest.chars().all(is_space))
}
