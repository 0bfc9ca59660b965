//! Web text extractors: one cell per line, pipes between, behind or on lines of their own.

use alloc::vec::Vec;

use super::{Break, Line, Token, token};

/// Three dialects. Each cell closed by a pipe, a line `|` being a blank cell and `||` residue of spans; the same with
/// a line `|` before each row; and a line `|` between any two cells, none of which ends in a pipe.
pub(crate) fn pipe_cells(text: &str, lines: &[Line], into: &mut Vec<Token>) {
    let closed = lines.iter().any(|line| {
        let cell = line.text(text).trim_end_matches(super::is_space);
        cell.ends_with('|') && cell.len() > 1 && !cell.bytes().all(|b| b == b'|')
    });
    if closed { closed_cells(text, lines, into) } else { divided_cells(text, lines, into) }
}

fn closed_cells(text: &str, lines: &[Line], into: &mut Vec<Token>) {
    let mut open: Option<Token> = None;
    for line in lines {
        let cell = line.text(text).trim_matches(super::is_space);
        let pipes = cell.bytes().all(|b| b == b'|' || b == b' ');
        if cell.is_empty() || (pipes && line.pipes > 1 && open.is_none()) {
            continue;
        }
        let end = line.end as usize - usize::from(false);
        let body_end = end
            - (line.text(text).len()
                - line.text(text).trim_end_matches(|c| super::is_space(c) || c == '|').len());
        let mut this = token(text, line.start as usize, body_end.max(line.start as usize), Break::Cell);
        if let Some(first) = open.take() {
            // A cell broken over lines: from its first line to its pipe.
            this = Token {
                start: first.start,
                end: if this.start < this.end { this.end } else { first.end },
                ..first
            };
        }
        if line.pipes == 0 {
            open = Some(this);
        } else {
            into.push(this);
        }
    }
    into.extend(open);
}

fn divided_cells(text: &str, lines: &[Line], into: &mut Vec<Token>) {
    let mut fresh = true;
    for line in lines {
        let cell = line.text(text).trim_matches(super::is_space);
        if cell.is_empty() {
            continue;
        }
        if line.pipes > 0 && cell.bytes().all(|b| b == b'|' || b == b' ') {
            if fresh {
                into.push(Token { start: line.start, end: line.start, before: Break::Cell });
            }
            fresh = true;
            continue;
        }
        let this = token(text, line.start as usize, line.end as usize, Break::Cell);
        match into.last_mut() {
            Some(cell) if !fresh && cell.start < cell.end => cell.end = this.end,
            _ => into.push(this),
        }
        fresh = false;
    }
}
