//! Rows as spreadsheets write them: cells between commas, quotes around cells that hold a comma.

use alloc::vec::Vec;

use super::{Break, Line, Token, token};
use crate::text::figure::digit;

/// A comma within quotes or brackets is part of its cell.
pub(crate) fn comma_rows(text: &str, lines: &[Line], into: &mut Vec<Token>) {
    for line in lines.iter().filter(|line| !line.is_blank()) {
        let mut before = Break::Row;
        let base = line.start as usize;
        let mut start = base;
        let mut add = |start: usize, end: usize| {
            into.push(token(text, start, end, before));
            before = Break::Cell;
        };
        let (mut depth, mut quoted) = (0_u32, false);
        for (at, c) in line.text(text).char_indices() {
            match c {
                '"' => quoted = !quoted,
                '(' | '（' => depth += 1,
                ')' | '）' => depth = depth.saturating_sub(1),
                ',' if !quoted && depth == 0 => {
                    add(start, base + at);
                    start = base + at + 1;
                }
                _ => {}
            }
        }
        add(start, line.end as usize);
    }
}

/// Whether a line is a row of such cells: commas between figures that no separator of thousands can be, or between words and
/// figures.
pub(crate) fn is_row(line: &str) -> bool {
    if line.contains("\":") {
        // Named strings: a tree of JSON.
        return false;
    }
    let figure = |cell: &str| cell.chars().all(|c| digit(c).is_some() || matches!(c, '+' | '-' | '.' | '/'));
    let mut cells = line.split(',').map(|cell| cell.trim_matches(|c| c == '"' || super::is_space(c)));
    let words =
        cells.next().is_some_and(|label| label.ends_with(|c: char| !c.is_ascii() && digit(c).is_none()));
    let (mut others, mut figures, mut alone) = (0, 0, 0);
    for cell in cells {
        others += usize::from(!figure(cell));
        figures += usize::from(figure(cell));
        alone += usize::from(figure(cell) && cell.chars().count() != 3);
    }
    figures > 1 && alone > 0 || words && figures > 0 && others == 0
}
