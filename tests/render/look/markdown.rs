//! Markdown tables: every row as wide as the widest, a rule below the first.

use super::super::grid::{Slot, grid};
use super::super::table::Table;
use super::{Damages, Rendered, habit};

pub fn render(table: &Table, damages: &Damages) -> Rendered {
    // A spanned cell's text may be repeated over its span by some converters; here it is not.
    let tight = habit(damages, "tight").chance(30.0);
    let width = table.width();
    let mut blocks: Vec<String> = grid(table)
        .iter()
        .map(|row| {
            let cells: Vec<&str> = row
                .iter()
                .map(|slot| match slot {
                    Slot::Cell { text, .. } => text.as_str(),
                    _ => "",
                })
                .collect();
            if tight { format!("|{}|", cells.join("|")) } else { format!("| {} |", cells.join(" | ")) }
        })
        .collect();
    let rule = if tight { "---|" } else { " --- |" };
    if let Some(first) = blocks.first_mut() {
        first.push_str(&format!("\n|{}", rule.repeat(width)));
    }
    Rendered::new(blocks)
}
