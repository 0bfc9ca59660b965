//! A table as the rectangle of places that a word processor or a page holds.

use super::form::Depth;
use super::table::{Kind, Line, Table};

/// A place in the rectangle.
#[derive(Clone, PartialEq, Eq)]
pub enum Slot {
    Cell {
        text: String,
        colspan: usize,
        rowspan: usize,
        figure: bool,
    },
    /// Covered by a cell to its left.
    Right,
    /// Covered by a cell above, at that cell's left edge.
    Below,
    /// Covered by a cell above, further right.
    BelowRight,
}

fn cell(text: &str, colspan: usize, rowspan: usize) -> Slot {
    Slot::Cell { text: text.to_owned(), colspan, rowspan, figure: false }
}

/// All rows, each `width` wide.
pub fn grid(table: &Table) -> Vec<Vec<Slot>> {
    let width = table.width();
    let mut rows: Vec<Vec<Option<Slot>>> = vec![vec![None; width]; table.lines.len()];
    for (at, (line, _)) in table.lines.iter().enumerate() {
        let mut place = |column: usize, slot: Slot| {
            let Slot::Cell { colspan, rowspan, .. } = slot else { unreachable!() };
            for down in 0..rowspan {
                for right in 0..colspan {
                    let covered = match (down, right) {
                        (0, 0) => slot.clone(),
                        (0, _) => Slot::Right,
                        (_, 0) => Slot::Below,
                        _ => Slot::BelowRight,
                    };
                    if let Some(free) = rows.get_mut(at + down).and_then(|row| row.get_mut(column + right)) {
                        *free = Some(covered);
                    }
                }
            }
        };
        match line {
            Line::Clause(text) | Line::Wide(text) => place(0, cell(text, width, 1)),
            Line::Head(names) => {
                for name in names {
                    place(name.column, cell(&name.text, name.colspan, name.rowspan));
                }
            }
            Line::Body(body) => {
                if body.results && starts(table, at, |other| other.results) {
                    place(0, cell(&table.results, 1, run(table, at, |other| other.results)));
                }
                if body.group.is_some() && starts(table, at, |other| other.group == body.group) {
                    let rows = run(table, at, |other| other.group == body.group);
                    place(1, cell(body.group.as_deref().unwrap_or_default(), 1, rows));
                }
                match (table.kind, body.depth) {
                    (Kind::Disputes, _) => {}
                    (Kind::Proactive, _) => place(0, cell(&body.label, 1, 1)),
                    (_, Depth::Top) => place(0, cell(&body.label, 3, 1)),
                    (_, Depth::Result) => place(1, cell(&body.label, 2, 1)),
                    (_, Depth::Item) => place(2, cell(&body.label, 1, 1)),
                }
                for (column, figure) in body.figures.iter().enumerate() {
                    let last = column + 1 == body.figures.len();
                    let colspan = if last { table.columns.saturating_sub(column).max(1) } else { 1 };
                    let slot = Slot::Cell { text: figure.clone(), colspan, rowspan: 1, figure: true };
                    place(table.label_columns + column, slot);
                }
            }
        }
    }
    rows.into_iter()
        .map(|row| row.into_iter().map(|slot| slot.unwrap_or(Slot::BelowRight)).collect())
        .collect()
}

/// Whether the row before is not of the same kind.
pub fn starts(table: &Table, at: usize, same: impl Fn(&super::table::Body) -> bool) -> bool {
    at == 0 || !matches!(&table.lines[at - 1].0, Line::Body(body) if same(body))
}

/// How many rows from here on are of the same kind.
pub fn run(table: &Table, at: usize, same: impl Fn(&super::table::Body) -> bool) -> usize {
    table.lines[at..].iter().take_while(|(line, _)| matches!(line, Line::Body(body) if same(body))).count()
}
