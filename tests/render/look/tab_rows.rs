//! Rows on lines, cells between tabs; spans leave empty places.

use super::super::grid::{Slot, grid};
use super::super::table::{Kind, Line, Table};
use super::{Damages, Rendered, habit};

/// Where the empty places of a spanned label go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Residue {
    /// Where they are in the grid.
    Grid,
    /// At the end of the row.
    End,
    /// One before the figures, the rest at the end.
    Mid,
}

pub fn render(table: &Table, damages: &Damages) -> Rendered {
    let mode = [Residue::Grid, Residue::End, Residue::Mid][habit(damages, "residue").below(3)];
    let trailing = habit(damages, "trailing tab").chance(40.0);
    let lost = damages.has("group_cell_lost", 15.0) && table.kind == Kind::Requests;
    let mut rendered = Rendered::default();
    let mut after_break = false;
    for (row, (line, page)) in grid(table).iter().zip(&table.lines) {
        after_break |= page;
        let body = matches!(line, Line::Body(_));
        let (mut cells, residue) = lay(row, mode, body);
        if after_break && lost && body && cells.first().is_some_and(|cell| cell.is_empty()) {
            cells.remove(0);
        }
        let mut text = cells.join("\t");
        if trailing {
            text.push('\t');
        }
        rendered.blocks.push(text);
        let more = usize::from(trailing && mode != Residue::Grid);
        rendered.residue.push((residue.0, residue.1 + more));
    }
    if damages.has("rule_line", 6.0) {
        if let Some(last) = rendered.blocks.last_mut() {
            last.push_str("\n--------\t----\t--------");
        }
    }
    rendered
}

/// The cells of a row with their empty places.
fn lay(row: &[Slot], mode: Residue, body: bool) -> (Vec<String>, (usize, usize)) {
    let mut cells: Vec<String> = vec![];
    let mut held = 0;
    let mut before = 0;
    let mut label_spans = 0;
    for slot in row {
        match slot {
            Slot::Cell { text, figure, .. } => {
                if *figure && label_spans > 0 {
                    let keep = if mode == Residue::Mid { label_spans / 2 } else { 0 };
                    cells.extend(std::iter::repeat_n(String::new(), keep));
                    before += keep;
                    held += label_spans - keep;
                    label_spans = 0;
                }
                cells.push(text.replace('\n', ""));
            }
            Slot::Right if body && mode != Residue::Grid => label_spans += 1,
            Slot::Right | Slot::Below | Slot::BelowRight => cells.push(String::new()),
        }
    }
    held += label_spans;
    cells.extend(std::iter::repeat_n(String::new(), held));
    (cells, (before, held))
}
