//! An empty line between cells; blank cells vanish or leave an empty line more.

use super::super::grid::{Slot, grid};
use super::super::marks::is_blank;
use super::super::table::Table;
use super::{Damages, Rendered, habit};

pub fn render(table: &Table, damages: &Damages) -> Rendered {
    let vanish = habit(damages, "vanish").chance(60.0);
    let broken = damages.has("header_paragraphs", 20.0);
    let blocks = grid(table)
        .iter()
        .map(|row| {
            let mut text = String::new();
            for slot in row {
                let Slot::Cell { text: cell, figure, .. } = slot else { continue };
                if is_blank(cell) {
                    if !vanish {
                        text.push_str(cell.trim());
                        text.push('\n');
                    }
                    continue;
                }
                let halves =
                    cell.char_indices().nth(3).filter(|_| broken && !figure && cell.starts_with("本年新"));
                match halves {
                    Some((at, _)) => text.push_str(&format!("{}\n\n{}\n\n", &cell[..at], &cell[at..])),
                    None => text.push_str(&format!("{cell}\n\n")),
                }
            }
            text.pop();
            text
        })
        .collect();
    Rendered::new(blocks)
}
