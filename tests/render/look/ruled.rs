//! Tables drawn with lines: boxes or pluses, cells merged or not, words wrapped in their cells.

use super::super::grid::{Slot, grid};
use super::super::marks::is_mark;
use super::super::table::{Kind, Table};
use super::{Damages, Rendered, habit};

/// How tables are drawn in this document.
struct Pen {
    boxes: bool,
    /// What a screen prints wide or narrow is wide: quotes, and boxes with them.
    wide: bool,
    merged: bool,
    pad: usize,
    /// Words stand in the middle of their cells.
    middle: bool,
    indent: usize,
}

/// A cell of the drawing.
struct Cell {
    row: usize,
    rows: usize,
    column: usize,
    columns: usize,
    lines: Vec<String>,
}

pub fn render(table: &Table, damages: &Damages) -> Rendered {
    let mut rng = habit(damages, "ruled");
    let pen = Pen {
        boxes: rng.chance(60.0),
        wide: rng.chance(30.0),
        merged: rng.chance(60.0),
        pad: rng.below(2),
        middle: rng.chance(40.0),
        indent: if rng.chance(25.0) { 3 } else { 0 },
    };
    let first = 6 + 2 * rng.below(12);
    let (cells, places) = cells(table, &pen);
    let mut widths: Vec<usize> =
        (0..table.width()).map(|at| if at < table.label_columns { first } else { 4 }).collect();
    if table.kind == Kind::Proactive {
        widths[0] = first + 10;
    }
    for (cell, text, figure) in &cells {
        let width = pen.width(text) + 2 * pen.pad;
        // Figures are never wrapped.
        let over = cell.column..cell.column + cell.columns;
        let short = (width + width % 2).saturating_sub(pen.span(&widths[over.clone()]));
        if *figure && short > 0 {
            widths[over.start] += short + short % 2;
        }
    }
    let mut drawn: Vec<Cell> = vec![];
    for (mut cell, text, figure) in cells {
        let room = pen.room(&widths[cell.column..cell.column + cell.columns]);
        cell.lines = if figure { vec![text] } else { pen.wrap(&text, room) };
        drawn.push(cell);
    }
    let heights = heights(&drawn, places.len());
    let mut blocks: Vec<String> = (0..places.len())
        .map(|row| {
            let mut lines = vec![pen.rule(row, &places, &widths, &drawn, &heights)];
            for line in 0..heights[row] {
                lines.push(pen.line(row, line, &places, &widths, &drawn, &heights));
            }
            lines.join("\n")
        })
        .collect();
    if let Some(last) = blocks.last_mut() {
        last.push('\n');
        last.push_str(&pen.rule(places.len(), &places, &widths, &drawn, &heights));
    }
    Rendered::new(blocks)
}

type Places = Vec<Vec<usize>>;

/// The cells with their texts and whether they are figures, and which stands at each place.
fn cells(table: &Table, pen: &Pen) -> (Vec<(Cell, String, bool)>, Places) {
    let slots = grid(table);
    let mut cells = vec![];
    let mut places: Places = slots.iter().map(|row| vec![usize::MAX; row.len()]).collect();
    for (row, slot_row) in slots.iter().enumerate() {
        for (column, slot) in slot_row.iter().enumerate() {
            let (text, columns, rows, figure) = match slot {
                Slot::Cell { text, colspan, rowspan, figure } if pen.merged => {
                    (text.as_str(), *colspan, *rowspan, *figure)
                }
                Slot::Cell { text, figure, .. } => (text.as_str(), 1, 1, *figure),
                _ if places[row][column] != usize::MAX => continue,
                _ => ("", 1, 1, false),
            };
            let rows = rows.min(slots.len() - row);
            let columns = columns.min(slot_row.len() - column);
            for below in &mut places[row..row + rows] {
                below[column..column + columns].fill(cells.len());
            }
            let cell = Cell { row, rows, column, columns, lines: vec![] };
            cells.push((cell, text.replace(['\n', '\t'], "").trim().to_owned(), figure));
        }
    }
    (cells, places)
}

/// How many lines each row has: as many as its cells need.
fn heights(cells: &[Cell], rows: usize) -> Vec<usize> {
    let mut heights = vec![1_usize; rows];
    for cell in cells.iter().filter(|cell| cell.rows == 1) {
        heights[cell.row] = heights[cell.row].max(cell.lines.len());
    }
    for cell in cells.iter().filter(|cell| cell.rows > 1) {
        let last = cell.row + cell.rows - 1;
        let room = heights[cell.row..=last].iter().sum::<usize>() + cell.rows - 1;
        heights[last] += cell.lines.len().saturating_sub(room);
    }
    heights
}

impl Pen {
    fn width(&self, text: &str) -> usize {
        let width = |c: char| match u32::from(c) {
            0..0xA1 => 1,
            // Quotes, dashes, accents.
            0xA1..0x2E80 => 1 + usize::from(self.wide),
            _ => 2,
        };
        text.chars().filter(|c| !is_mark(*c)).map(width).sum()
    }

    /// Columns of the screen that a stroke takes.
    fn stroke(&self) -> usize {
        if self.boxes && self.wide { 2 } else { 1 }
    }

    /// Columns that a cell has over columns of these widths.
    fn span(&self, widths: &[usize]) -> usize {
        widths.iter().sum::<usize>() + (widths.len() - 1) * self.stroke()
    }

    fn room(&self, widths: &[usize]) -> usize {
        self.span(widths) - 2 * self.pad
    }

    fn wrap(&self, text: &str, room: usize) -> Vec<String> {
        let mut lines = vec![String::new()];
        for c in text.chars() {
            let line = lines.last().unwrap();
            if self.width(line) + self.width(&c.to_string()) > room {
                lines.push(String::new());
            }
            lines.last_mut().unwrap().push(c);
        }
        lines.into_iter().map(|line| line.trim().to_owned()).collect()
    }

    /// What a cell shows on the line of the table that is so many below its first.
    fn shown(&self, cell: &Cell, at: usize, width: usize, heights: &[usize]) -> String {
        let height = heights[cell.row..cell.row + cell.rows].iter().sum::<usize>() + cell.rows - 1;
        let top = if self.middle { (height - cell.lines.len()) / 2 } else { 0 };
        let text = at.checked_sub(top).and_then(|at| cell.lines.get(at)).map_or("", String::as_str);
        let pad = " ".repeat(self.pad);
        format!("{pad}{text}{}", " ".repeat(width - self.width(text) - self.pad))
    }

    /// A line of a row.
    fn line(
        &self,
        row: usize,
        line: usize,
        places: &Places,
        widths: &[usize],
        cells: &[Cell],
        heights: &[usize],
    ) -> String {
        let bar = if self.boxes { '│' } else { '|' };
        let mut text = format!("{}{bar}", " ".repeat(self.indent));
        let mut column = 0;
        while column < widths.len() {
            let cell = &cells[places[row][column]];
            let above = heights[cell.row..row].iter().sum::<usize>() + row - cell.row;
            let end = cell.column + cell.columns;
            text.push_str(&self.shown(cell, above + line, self.span(&widths[column..end]), heights));
            text.push(bar);
            column = end;
        }
        text
    }

    /// The rule above a row, or below the last one.
    fn rule(
        &self,
        row: usize,
        places: &Places,
        widths: &[usize],
        cells: &[Cell],
        heights: &[usize],
    ) -> String {
        let place = |row: Option<usize>, column: Option<usize>| {
            row.and_then(|row| places.get(row)).zip(column).and_then(|(row, column)| row.get(column))
        };
        let (above, below) = (row.checked_sub(1), Some(row));
        let drawn = |column: Option<usize>| place(above, column) != place(below, column);
        let mut text = " ".repeat(self.indent);
        let mut column = 0_usize;
        loop {
            let before = column.checked_sub(1);
            let here = Some(column).filter(|column| *column < widths.len());
            let (left, right) = (drawn(before), drawn(here));
            let [up, down] = [above, below].map(|row| place(row, before) != place(row, here));
            text.push(self.crossing(left, right, up, down));
            let Some(at) = here else { break };
            if right {
                let stroke = if self.boxes { "─" } else { "-" };
                text.push_str(&stroke.repeat(widths[at] / self.stroke()));
                column += 1;
                continue;
            }
            let cell = &cells[places[row][at]];
            let shown = heights[cell.row..row].iter().sum::<usize>() + row - cell.row - 1;
            let end = cell.column + cell.columns;
            text.push_str(&self.shown(cell, shown, self.span(&widths[at..end]), heights));
            column = end;
        }
        text
    }

    fn crossing(&self, left: bool, right: bool, up: bool, down: bool) -> char {
        if !self.boxes {
            return match (left || right, up || down) {
                (true, true) => '+',
                (true, false) => '-',
                (false, true) => '|',
                (false, false) => ' ',
            };
        }
        match (left, right, up, down) {
            (false, true, false, true) => '┌',
            (true, false, false, true) => '┐',
            (false, true, true, false) => '└',
            (true, false, true, false) => '┘',
            (false, true, true, true) => '├',
            (true, false, true, true) => '┤',
            (true, true, false, true) => '┬',
            (true, true, true, false) => '┴',
            (true, true, true, true) => '┼',
            (true, true, false, false) => '─',
            (false, false, true, true) => '│',
            _ => ' ',
        }
    }
}
