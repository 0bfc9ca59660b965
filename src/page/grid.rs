//! Tables as grids: which cells of a row are its own, and which are covered by cells of the rows above.

use alloc::vec::Vec;
use core::ops::Range;

use super::line::Line;
use super::row::{Content, Row, content};
use super::runs::Text;

/// Columns in which cells that cover others are followed: three times the widest table of the form.
const WIDEST: usize = 64;
/// Cells that cover several rows are followed for at most one byte or place in this many bytes of the source.
const AGAIN: usize = 8;

/// A cell that covers places of rows below its own.
#[derive(Clone, Debug)]
struct Cover {
    /// The first row that it does not cover.
    until: u32,
    content: Content,
    /// Where it was written; empty for all but its first column.
    text: Range<usize>,
}

impl Cover {
    fn is_label(&self) -> bool {
        self.content == Content::Words && !self.text.is_empty()
    }
}

/// A table that is being read.
#[derive(Default)]
pub(crate) struct Table {
    /// Rows so far.
    row: u32,
    /// By column, the cells that reach down from rows above.
    covers: Vec<Cover>,
}

/// What is written again of cells that cover several rows, for the whole document.
pub(crate) struct Again {
    /// Bytes that may still be written, and covered places passed; at 0 no cell covers others any more.
    pub(crate) left: usize,
    /// Figures that stand in several rows: all places where they are written.
    pub(crate) shared: Vec<Range<u32>>,
}

impl Again {
    /// What a source may have written again.
    pub(crate) const fn new(source: &str) -> Self {
        Self { left: source.len() / AGAIN, shared: Vec::new() }
    }
}

impl Table {
    /// Cells of the rows so far do not reach beyond here.
    #[cfg(feature = "html")]
    pub(crate) fn end_rows(&mut self) {
        self.covers.clear();
    }

    /// A row ends in which no cell is written.
    pub(crate) fn pass(&mut self) {
        self.row = self.row.saturating_add(1);
    }

    fn cover(&self, column: usize) -> Option<&Cover> {
        self.covers.get(column).filter(|cover| cover.until > self.row)
    }

    /// Whether cells of rows above reach into this row.
    pub(crate) fn is_covered(&self) -> bool {
        self.covers.iter().any(|cover| cover.until > self.row)
    }

    /// Writes a row as a line, tabs between its cells.
    ///
    /// Words that cover the row from above are not written again, but for the label of a row that has none of its
    /// own. Figures that do are written in each row that they stand in, so that the columns of all others are
    /// fixed, and noted as shared; a cell as high as its whole row is not shared.
    pub(crate) fn write(&mut self, row: &Row, out: &mut Text, again: &mut Again) {
        let height = row.cells.iter().map(|cell| cell.rows).min().unwrap_or(1);
        let mut line = Line::begin(out, again);
        let mut column = 0;
        while self.cover(column).is_some() {
            column += 1;
        }
        let first = row.ranges().next().map(|range| content(row.text.as_str().get(range).unwrap_or("")));
        if matches!(first, Some(Content::Figure | Content::Mark)) {
            if let Some(label) =
                (0..column).rev().filter_map(|at| self.cover(at)).find(|cover| cover.is_label())
            {
                line.again(&label.text, false);
            }
        }
        column = 0;
        let (copies, last) = (row.copies(), row.len());
        for (at, (cell, range)) in (1..).zip(row.cells.iter().zip(row.ranges())) {
            column = self.pass_covered(column, &mut line);
            let place = line.cell(&row.text, range);
            let columns = cell.columns as usize;
            if at == last {
                (0..copies).for_each(|_| line.again(&place, false));
            }
            if cell.rows > 1 && column < WIDEST && line.again.left > 0 {
                let content = content(line.out.as_str().get(place.clone()).unwrap_or(""));
                if content == Content::Figure && cell.rows > height {
                    line.share(&place);
                }
                self.reach(column..(column + columns).min(WIDEST), cell.rows, content, place);
            }
            column = column.saturating_add(columns);
        }
        while column < self.covers.len() {
            column = self.pass_covered(column, &mut line).max(column + 1);
        }
        if line.again.left == 0 {
            self.covers.clear();
        }
        self.pass();
    }

    /// Goes on to the first place that is free, and writes the figures that cover those before.
    fn pass_covered(&self, mut column: usize, line: &mut Line<'_>) -> usize {
        while let Some(cover) = self.cover(column) {
            line.again.left = line.again.left.saturating_sub(1);
            if cover.content != Content::Words {
                line.again(&cover.text, cover.content == Content::Figure);
            }
            column += 1;
        }
        column
    }

    /// Notes that a cell of this row reaches down.
    fn reach(&mut self, columns: Range<usize>, rows: u32, content: Content, text: Range<usize>) {
        let until = self.row.saturating_add(rows);
        let free = Cover { until: 0, content: Content::Words, text: 0..0 };
        if self.covers.len() < columns.end {
            self.covers.resize(columns.end, free);
        }
        let mut cover = Cover { until, content, text };
        for place in self.covers.get_mut(columns).unwrap_or_default() {
            *place = cover.clone();
            cover = Cover { until, content: Content::Words, text: 0..0 };
        }
    }
}
