//! A drawn table: how wide its letters are, which columns it has, and the blocks between its rules.

use alloc::vec::Vec;

use super::Out;
use super::block::{Block, Cells};
use super::line::{Kind, Mark, Pen, Widths};
use crate::layout::Line;
use crate::page::{Row, Spans, Table};

/// Three times the columns of the widest table of the form, and their outer sides.
const MOST_COLUMNS: usize = 65;

/// A table, and how its lines are measured.
pub(super) struct Drawing<'t> {
    text: &'t str,
    lines: &'t [Line],
    pen: Pen,
    widths: Widths,
    /// Where its first line begins.
    indent: u32,
    /// Where strokes meet, from left to right: the sides of its columns.
    columns: Vec<u32>,
}

impl<'t> Drawing<'t> {
    /// Measured so that most lines of cells fit the rules, and these each other: other measures see more columns.
    pub(super) fn of(text: &'t str, pen: Pen, lines: &'t [Line]) -> Self {
        let measured = |widths| {
            let mut marks = Vec::new();
            let _ = lines.first().map(|line| pen.marks(text, *line, widths, None, &mut marks));
            let indent = marks.first().map_or(0, |mark| mark.column);
            let mut drawing = Self { text, lines, pen, widths, indent, columns: Vec::new() };
            let fewest = drawing.find_columns();
            let misfits = drawing.misfits() + drawing.columns.len();
            (misfits, misfits == fewest, drawing)
        };
        let mut best = measured(Widths::Narrow);
        for widths in [Widths::Wide, Widths::One] {
            if best.1 {
                // No measure has less.
                break;
            }
            let other = measured(widths);
            if other.0 < best.0 {
                best = other;
            }
        }
        best.2
    }

    fn each_line(&self, mut found: impl FnMut(usize, Kind, &[Mark])) {
        let mut marks = Vec::new();
        for (at, line) in self.lines.iter().enumerate().filter(|(_, line)| self.pen.drew(self.text, line)) {
            marks.clear();
            let (kind, whole) = self.pen.marks(self.text, *line, self.widths, Some(self.indent), &mut marks);
            // Words of a page may stand beside a table.
            let column = |mark: Option<&Mark>| mark.map(|mark| mark.column);
            let sides = || {
                column(marks.first()) == self.columns.first().copied()
                    && column(marks.last()) == self.columns.last().copied()
            };
            found(at, if whole || sides() { kind } else { Kind::Cut }, &marks);
        }
    }

    /// Finds the columns; there cannot be fewer than strokes meet on one rule.
    fn find_columns(&mut self) -> usize {
        let (mut columns, mut fewest): (Vec<u32>, usize) = (Vec::new(), 0);
        self.each_line(|_, kind, marks| {
            if !matches!(kind, Kind::Rule | Kind::Part) {
                return;
            }
            let mut meeting = 0;
            for (at, mark) in marks.iter().enumerate() {
                let meets = mark.ruled || marks.get(at + 1).is_some_and(|next| next.ruled);
                meeting += usize::from(meets);
                if meets && columns.len() <= MOST_COLUMNS {
                    if let Err(place) = columns.binary_search(&mark.column) {
                        columns.insert(place, mark.column);
                    }
                }
            }
            fewest = fewest.max(meeting);
        });
        self.columns = columns;
        fewest
    }

    /// Lines of cells with strokes where no rule has any.
    fn misfits(&self) -> usize {
        let mut misfits = 0;
        self.each_line(|_, kind, marks| {
            let fits = |mark: &Mark| self.columns.binary_search(&mark.column).is_ok();
            misfits += usize::from(kind != Kind::Rule && !marks.iter().all(fits));
        });
        misfits
    }

    /// The blocks of lines between two rules, in order.
    fn blocks(&self, mut read: impl FnMut(&Block<'_>, Cells)) {
        let mut block = Block::new(self.text, self.pen, &self.columns);
        self.each_line(|at, kind, marks| {
            if kind == Kind::Rule {
                read(&block, block.cells(Some(marks)));
                block.begin(at + 1, marks);
            } else {
                block.add(at, kind, marks);
            }
        });
        read(&block, block.cells(None));
    }

    /// Whether of most blocks the cells are known.
    pub(super) fn is_told(&self) -> bool {
        let (mut told, mut others) = (0, 0);
        self.blocks(|block, cells| match cells {
            _ if block.lines.is_empty() => {}
            Cells::Rows(rows) if rows.iter().any(|row| !row.is_empty()) => told += 1,
            Cells::Rows(_) | Cells::Words | Cells::Unknown => others += 1,
        });
        self.columns.len() <= MOST_COLUMNS && told > others
    }

    /// Writes its rows, and what is prose in it as it stands.
    pub(super) fn write(&self, out: &mut Out) {
        let (mut table, mut row) = (Table::default(), Row::default());
        self.blocks(|block, cells| match cells {
            Cells::Rows(rows) => {
                for cells in &rows {
                    row.clear();
                    for cell in cells {
                        row.begin_cell(Spans { columns: Some(cell.columns()), rows: Some(cell.rows) });
                        cell.write(self.text, &mut row.text);
                    }
                    out.row(&mut table, &row);
                }
            }
            Cells::Words => out.lines(self.text, self.lines.get(block.lines.clone()).unwrap_or_default()),
            Cells::Unknown => {}
        });
    }
}
