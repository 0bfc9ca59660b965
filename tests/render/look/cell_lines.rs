//! One cell per line, a tab before each, an empty line behind each row.

use super::super::grid::{Slot, grid};
use super::super::marks::is_blank;
use super::super::table::Table;
use super::{Damages, Rendered, habit};

pub fn render(table: &Table, damages: &Damages) -> Rendered {
    let blank = ["", "\u{a0}", " ", "\u{a0}"][habit(damages, "blank").below(4)];
    let broken = damages.has("cell_broken", 20.0);
    let join = if habit(damages, "broken cell").chance(50.0) { "\n" } else { "\n\t" };
    let mut blocks: Vec<String> = grid(table)
        .iter()
        .map(|row| {
            let mut text = String::new();
            for slot in row {
                match slot {
                    Slot::Cell { text: cell, figure, .. } => {
                        text.push('\t');
                        if is_blank(cell) && *figure {
                            text.push_str(blank);
                        }
                        let inner = if broken && !figure { split_header(cell, join) } else { cell.clone() };
                        text.push_str(&inner);
                        text.push('\n');
                    }
                    Slot::Below => text.push_str("\t\n"),
                    Slot::Right | Slot::BelowRight => {}
                }
            }
            text
        })
        .collect();
    if let Some(last) = blocks.last_mut() {
        last.push('\n');
    }
    Rendered::new(blocks)
}

/// `本年新` / `制作数量`: one cell on two lines.
fn split_header(text: &str, join: &str) -> String {
    match text.find("制作数量").or_else(|| text.find("公开数量").filter(|_| text.starts_with("本年新")))
    {
        Some(at) if at > 0 => format!("{}{join}{}", &text[..at], &text[at..]),
        _ => text.to_owned(),
    }
}
