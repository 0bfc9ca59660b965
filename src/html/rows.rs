//! How rows of a page end: as rows of a table, or as prose.

use super::builder::{Builder, Place};
use crate::page::{LONGEST_CELL, note_table};

/// A cell that was left open holds no longer note than this behind its figure.
const LONGEST_NOTE: usize = 200;

impl Builder {
    /// Ends the row of the innermost table and writes it.
    pub(super) fn end_row(&mut self) {
        self.end_row_within(LONGEST_NOTE);
    }

    /// Of a last cell that was left open, no more than `most` bytes behind its first line are the cell's own.
    pub(super) fn end_row_within(&mut self, most: usize) {
        let Some(open) = self.tables.last_mut() else { return };
        let place = core::mem::replace(&mut open.place, Place::Rows);
        if place == Place::Rows {
            return;
        }
        // A page is laid out by rows of one cell; a label that takes a whole row reads the same on its line.
        let alone = self.row.len() < 2 && !open.table.is_covered();
        if place == Place::Prose || alone {
            self.write_prose();
            if let Some(open) = self.tables.last_mut() {
                open.table.pass();
            }
            return;
        }
        let left = self.again.left;
        let start = self.text.len();
        // A cell that is still open here may hold all that follows its table.
        let rest = match self.row.left_open() {
            Some(end) if place == Place::Cell && self.row.text.len() - end > most => {
                self.row.end = Some(end);
                end..self.row.text.len()
            }
            _ => 0..0,
        };
        open.table.write(&self.row, &mut self.text, &mut self.again);
        note_table(start, self.text.len(), &mut self.ranges);
        if !rest.is_empty() {
            self.text.line();
            self.text.begin_line();
            self.text.piece(&self.row.text, rest, true);
        }
        self.row.clear();
        self.text.line();
        if left > 0 && self.again.left == 0 {
            self.reached("cells that cover several rows");
        }
    }

    /// The row that is being read turns out to be prose.
    pub(super) fn row_to_prose(&mut self) {
        if let Some(open) = self.tables.last_mut() {
            if matches!(open.place, Place::Row | Place::Cell) {
                open.place = Place::Prose;
                self.write_prose();
            }
        }
    }

    /// Writes the cells read so far as lines.
    fn write_prose(&mut self) {
        for range in self.row.ranges().filter(|range| !range.is_empty()) {
            self.text.begin_line();
            self.text.piece(&self.row.text, range, true);
        }
        self.row.clear();
        self.text.line();
    }

    /// A cell that is too long makes its row prose.
    pub(super) fn measure(&mut self) {
        if self.row.text.since_begin() > LONGEST_CELL {
            if self.row.left_open().is_some() {
                self.end_row();
            }
            self.row_to_prose();
        }
    }
}
