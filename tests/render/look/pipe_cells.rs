//! One cell a line with pipes, in three dialects.

use super::super::grid::{Slot, grid};
use super::super::marks::is_blank;
use super::super::table::Table;
use super::{Damages, Rendered, habit};

/// First dialect: each cell closed by ` |`; a line `|` is a blank cell, `||` and `||||` are left of spans.
pub fn closed(table: &Table, damages: &Damages) -> Rendered {
    let residue = habit(damages, "residue").chance(60.0);
    let blocks = grid(table)
        .iter()
        .map(|row| {
            let mut lines = vec![];
            let mut spans = 0;
            for slot in row {
                match slot {
                    Slot::Cell { text, figure, .. } => {
                        if *figure && spans > 0 && residue {
                            lines.push("|".repeat(spans.max(2)));
                        }
                        if *figure {
                            spans = 0;
                        }
                        lines.push(close(text));
                    }
                    Slot::Right => spans += 1,
                    Slot::Below | Slot::BelowRight => {}
                }
            }
            if spans > 0 && residue {
                lines.push("|".repeat(spans.max(2)));
            }
            lines.join("\n")
        })
        .collect();
    Rendered::new(blocks)
}

/// Second dialect: every row begins with a line `|`.
pub fn opened(table: &Table, _: &Damages) -> Rendered {
    let blocks = grid(table)
        .iter()
        .map(|row| {
            let mut lines = vec!["|".to_owned()];
            lines.extend(row.iter().filter_map(|slot| match slot {
                Slot::Cell { text, .. } => Some(close(text)),
                _ => None,
            }));
            lines.join("\n")
        })
        .collect();
    Rendered::new(blocks)
}

fn close(text: &str) -> String {
    if is_blank(text) { format!("{}|", text.trim()) } else { format!("{text} |") }
}

/// Third dialect: a line `|` between any two cells; no line of a cell ends in a pipe.
pub fn between(table: &Table, _: &Damages) -> Rendered {
    let blocks = grid(table)
        .iter()
        .map(|row| {
            let cells: Vec<&str> = row
                .iter()
                .filter_map(|slot| match slot {
                    Slot::Cell { text, .. } => Some(text.as_str()),
                    _ => None,
                })
                .collect();
            cells.join("\n|\n")
        })
        .collect();
    Rendered::new(blocks)
}
