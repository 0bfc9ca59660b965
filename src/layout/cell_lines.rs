//! Word-processor dumps: one cell per line, a tab before each, an empty line behind each row; or the tab behind it, as
//! scripts leave pages of the web.

use alloc::vec::Vec;

use super::{Break, Line, Token, token};

/// A line that no tab begins goes on with the cell before it; a blank line ends the row. Where a blank line stands behind
/// every line, a second one does.
pub(crate) fn cell_lines(text: &str, lines: &[Line], into: &mut Vec<Token>) {
    if !lines.iter().any(|line| !line.is_blank() && line.begins_cell(text)) {
        return closed_cells(text, lines, into);
    }
    let spaced = is_spaced(text, lines);
    let (mut before, mut blank) = (Break::Row, false);
    for line in lines {
        // Most lines of all, and most of those hold a digit.
        if line.start < line.end && text.as_bytes().get(line.start as usize) == Some(&b'\t') {
            into.push(match line.first {
                Some('!'..='~') if line.len() == 2 => Token { start: line.start + 1, end: line.end, before },
                Some(_) => token(text, line.start as usize + 1, line.end as usize, before),
                None => Token { start: line.end, end: line.end, before },
            });
            (before, blank) = (Break::Cell, false);
            continue;
        }
        let behind_blank = core::mem::take(&mut blank);
        if line.begins_cell(text) {
            into.push(token(text, line.start as usize, line.end as usize, before));
            before = Break::Cell;
        } else if line.is_blank() {
            blank = true;
            if behind_blank || !spaced {
                before = Break::Row;
            }
        } else {
            let words = token(text, line.start as usize, line.end as usize, Break::Row);
            match into.last_mut().filter(|cell| before == Break::Cell && cell.start < cell.end) {
                Some(cell) => cell.end = words.end,
                None => {
                    into.push(words);
                    before = Break::Row;
                }
            }
        }
    }
}

/// Cells with a tab behind each: lines without one go on with the cell below.
fn closed_cells(text: &str, lines: &[Line], into: &mut Vec<Token>) {
    let (mut before, mut begun) = (Break::Row, None);
    for line in lines {
        let start = begun.unwrap_or(line.start as usize);
        if line.has_cells(text) {
            into.push(token(text, start, line.end as usize, before));
            (before, begun) = (Break::Cell, None);
        } else if !line.is_blank() {
            begun = Some(start);
        } else if begun.is_none() {
            before = Break::Row;
        }
    }
    if let (Some(start), Some(last)) = (begun, lines.last()) {
        into.push(token(text, start, last.end as usize, before));
    }
}

/// Whether no two cells stand on lines next to each other.
fn is_spaced(text: &str, lines: &[Line]) -> bool {
    let cell = |line: &Line| line.begins_cell(text);
    !lines.windows(2).any(|pair| matches!(pair, [one, two] if cell(one) && cell(two)))
        && lines.windows(3).any(|three| matches!(three, [one, _, two] if cell(one) && cell(two)))
}
