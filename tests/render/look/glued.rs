//! Tags stripped from a page: a row's cells with nothing between.

use super::super::grid::{Slot, grid};
use super::super::table::Table;
use super::{Damages, Rendered};

pub fn render(table: &Table, _: &Damages) -> Rendered {
    let blocks = grid(table)
        .iter()
        .map(|row| {
            row.iter()
                .filter_map(|slot| match slot {
                    Slot::Cell { text, .. } => Some(text.as_str()),
                    _ => None,
                })
                .collect()
        })
        .collect();
    Rendered::new(blocks)
}
