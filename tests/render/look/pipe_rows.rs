//! Rows on lines, cells between pipes; spans leave empty places in front and behind.

use super::super::grid::{Slot, grid};
use super::super::marks::is_blank;
use super::super::table::{Line, Table};
use super::{Damages, Rendered, habit};

pub fn render(table: &Table, damages: &Damages) -> Rendered {
    let leading = habit(damages, "leading pipe").chance(45.0);
    let nbsp = habit(damages, "nbsp").chance(25.0);
    let spaced = habit(damages, "spaced").chance(50.0);
    // The empty places of spans: all of them, or none at all.
    let residue = habit(damages, "residue").chance(60.0);
    let broken = damages.has("row_broken", 8.0) && !leading;
    let mut rendered = Rendered::default();
    for (row, (line, _)) in grid(table).iter().zip(&table.lines) {
        let mut cells: Vec<&str> = vec![];
        let mut behind = 0;
        for slot in row {
            match slot {
                Slot::Cell { text, .. } => cells.push(text),
                Slot::Right => behind += usize::from(residue),
                Slot::Below => cells.push(""),
                Slot::BelowRight => behind += usize::from(residue),
            }
        }
        let body = matches!(line, Line::Body(_));
        let blanks = cells.iter().filter(|cell| is_blank(cell)).count();
        let figures_blank = if let Line::Body(body) = line {
            body.figures.iter().filter(|figure| is_blank(figure)).count()
        } else {
            0
        };
        cells.extend(std::iter::repeat_n("", behind));
        let break_here = broken && body && blanks == 1 && figures_blank == 1;
        rendered.blocks.push(join(&cells, leading, nbsp, spaced, break_here));
        rendered.residue.push((0, behind));
    }
    rendered
}

fn join(cells: &[&str], leading: bool, nbsp: bool, spaced: bool, break_here: bool) -> String {
    let pipe = if nbsp { "\u{a0}|" } else { " |" };
    let mut text = String::new();
    if leading {
        text.push_str("| ");
    }
    for cell in cells {
        if is_blank(cell) {
            text.push_str(cell.trim());
            text.push_str(if break_here && cell.chars().count() > 1 { "\n|" } else { "|" });
            if spaced {
                text.push(' ');
            }
        } else {
            text.push_str(cell);
            text.push_str(pipe);
            text.push(' ');
        }
    }
    text.trim_end_matches(' ').to_owned()
}
