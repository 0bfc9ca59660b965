//! Word-processor dumps: one cell per line, a tab before each, an empty line behind each row.

use alloc::vec::Vec;

use super::{Break, Line, Token, token};

/// A line that no tab begins goes on with the cell before it; a blank line ends the row.
pub(crate) fn cell_lines(text: &str, lines: &[Line], into: &mut Vec<Token>) {
    let mut before = Break::Row;
    for line in lines {
        if line.begins_cell(text) {
            into.push(token(text, line.start as usize + 1, line.end as usize, before));
            before = Break::Cell;
        } else if line.is_blank() {
            before = Break::Row;
        } else if let (Break::Cell, Some(cell)) = (before, into.last_mut())
            && cell.start < cell.end
        {
            let rest = token(text, line.start as usize, line.end as usize, Break::None);
            cell.end = rest.end;
        } else {
            into.push(token(text, line.start as usize, line.end as usize, Break::Row));
            before = Break::Row;
        }
    }
}
