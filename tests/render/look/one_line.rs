//! Everything on one line: cells one behind another with a space between.

use super::super::grid::{Slot, grid};
use super::super::marks::is_blank;
use super::super::table::Table;
use super::{Damages, Rendered};

pub fn render(table: &Table, _: &Damages) -> Rendered {
    let blocks = grid(table)
        .iter()
        .map(|row| {
            let cells: Vec<&str> = row
                .iter()
                .filter_map(|slot| match slot {
                    Slot::Cell { text, .. } if !is_blank(text) => Some(text.trim()),
                    _ => None,
                })
                .collect();
            cells.join(" ")
        })
        .collect();
    Rendered::new(blocks)
}
