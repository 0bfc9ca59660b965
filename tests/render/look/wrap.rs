//! Breaking labels over lines, and what stands beside the rows of the second table on a page.

use super::super::grid::starts;
use super::super::marks::is_mark;
use super::super::table::{Line, Table};
use super::{Damages, habit};

/// Cuts a text into lines of at most `width` characters.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    chars.chunks(width.max(1)).map(|chunk| chunk.iter().collect()).collect()
}

/// Columns a text takes: two for a wide character where `display` is set, else one.
pub fn columns(text: &str, display: bool) -> usize {
    text.chars().filter(|c| !is_mark(*c)).map(|c| if display && u32::from(c) >= 0x2000 { 2 } else { 1 }).sum()
}

/// The letters of the vertical label, each before the logical line it stands beside.
pub fn vertical(table: &Table) -> Vec<Vec<String>> {
    let mut beside = vec![vec![]; table.lines.len()];
    let rows: Vec<usize> = (0..table.lines.len())
        .filter(|at| matches!(&table.lines[*at].0, Line::Body(body) if body.results))
        .collect();
    if rows.is_empty() {
        return beside;
    }
    let mut letters: Vec<String> = vec![];
    for c in table.results.chars().filter(|c| *c != ' ') {
        match letters.last_mut() {
            Some(first) if first == "三" => first.push(c),
            _ => letters.push(c.to_string()),
        }
    }
    let count = letters.len();
    for (at, letter) in letters.into_iter().enumerate() {
        let row = rows.len() / 4 + at * rows.len() / 2 / count;
        beside[rows[row.min(rows.len() - 1)]].push(letter);
    }
    beside
}

/// For each logical line that begins a group: the group's label and how many rows it has.
pub fn groups(table: &Table) -> Vec<Option<(String, usize)>> {
    (0..table.lines.len())
        .map(|at| {
            let Line::Body(body) = &table.lines[at].0 else { return None };
            let group = body.group.clone()?;
            starts(table, at, |other| other.group == body.group)
                .then(|| (group, super::super::grid::run(table, at, |other| other.group == body.group)))
        })
        .collect()
}

/// The figures that are printed, one after another.
pub fn printed(figures: &[String]) -> Vec<&str> {
    figures
        .iter()
        .filter(|figure| !super::super::marks::is_blank(figure))
        .map(|figure| figure.trim())
        .collect()
}

/// Width at which labels are broken in this document.
pub fn label_width(damages: &Damages) -> usize {
    13 + habit(damages, "label width").below(8)
}
