//! Tables as grids: which cells of a row are its own, and which are covered by cells of the rows above.

use alloc::vec::Vec;
use core::ops::Range;

use super::runs::Text;
use super::source::Spans;
use crate::layout::is_space;
use crate::text::figure::{Printed, plain, printed};

/// A cell covers at most this many rows; 0 stands for all that follow. Browsers have the same limit.
pub(super) const MOST_ROWS: u32 = 65_534;
/// A cell covers at most this many columns. Browsers have the same limit.
pub(super) const MOST_COLUMNS: u32 = 1000;
/// Columns in which cells that cover others are followed: three times the widest table of the form.
pub(super) const WIDEST: usize = 64;

/// No table of the form is wider.
const MOST_COPIES: u32 = 16;
/// As many figures are a row of a table without a label before them.
const FIGURES: usize = 7;

/// What is printed in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Content {
    Blank,
    Figure,
    Mark,
    Words,
}

fn content(cell: &str) -> Content {
    let cell = cell.trim_matches(is_space);
    match printed(cell) {
        _ if cell.is_empty() => Content::Blank,
        _ if plain(cell.as_bytes()).is_some() => Content::Figure,
        Some(Printed::Figure(figure)) if figure.len as usize == cell.len() => Content::Figure,
        Some(Printed::Mark(_, len)) if len as usize == cell.len() => Content::Mark,
        _ => Content::Words,
    }
}

/// A cell of the row that is being read.
struct Cell {
    start: usize,
    columns: u32,
    rows: u32,
}

/// The row that is being read.
#[derive(Default)]
pub(super) struct Row {
    pub(super) text: Text,
    cells: Vec<Cell>,
    /// Where the last cell ends, when its text goes on behind the row.
    pub(super) end: Option<usize>,
}

impl Row {
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.cells.clear();
        self.end = None;
    }

    pub(super) fn begin_cell(&mut self, spans: Spans) {
        let rows = match spans.rows.unwrap_or(1) {
            0 => MOST_ROWS,
            rows => rows.min(MOST_ROWS),
        };
        let columns = spans.columns.unwrap_or(1).clamp(1, MOST_COLUMNS);
        self.text.begin();
        self.cells.push(Cell { start: self.text.len(), columns, rows });
    }

    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    /// How often a mark or blank that stands alone in a cell over several columns, behind the labels of its row, is
    /// written once more: it is that of each column.
    fn copies(&self) -> u32 {
        let Some(last) = self.cells.last().filter(|last| last.columns > 1) else { return 0 };
        let mut cells = self.ranges().map(|range| content(self.text.as_str().get(range).unwrap_or("")));
        let labels = cells.by_ref().take(self.cells.len() - 1).all(|content| content == Content::Words);
        let void = matches!(cells.next(), Some(Content::Mark | Content::Blank));
        if labels && void && self.cells.len() > 1 { last.columns.min(MOST_COPIES) - 1 } else { 0 }
    }

    /// Whether its cells are a whole row of figures, with its labels before them.
    pub(super) fn is_whole(&self) -> bool {
        let cells = self.ranges().map(|range| content(self.text.as_str().get(range).unwrap_or("")));
        cells.rev().take_while(|content| *content != Content::Words).count() >= FIGURES
    }

    /// Where a row of figures ends whose last cell was left open and holds what follows the table: behind the first line
    /// of that cell, when it is a figure or mark and labels stand before it or a whole row of figures.
    pub(super) fn left_open(&self) -> Option<usize> {
        let last = self.ranges().last()?;
        let text = self.text.as_str().get(last.clone())?;
        let first = text.split('\n').next().filter(|first| first.len() < text.len())?;
        let is_figure = |content| matches!(content, Content::Figure | Content::Mark);
        let cells = || self.ranges().map(|range| content(self.text.as_str().get(range).unwrap_or("")));
        let labelled = cells().next() == Some(Content::Words);
        let figures = cells().filter(|content| is_figure(*content)).count();
        (is_figure(content(first)) && (labelled || figures + 1 >= FIGURES)).then(|| last.start + first.len())
    }

    /// The places of the cells' texts.
    pub(super) fn ranges(&self) -> impl DoubleEndedIterator<Item = Range<usize>> {
        let end = self.end.unwrap_or(self.text.len());
        let next = move |at: usize| self.cells.get(at + 1).map_or(end, |cell| cell.start);
        self.cells.iter().enumerate().map(move |(at, cell)| cell.start..next(at))
    }
}

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
pub(super) struct Table {
    /// Rows so far.
    row: u32,
    /// By column, the cells that reach down from rows above.
    covers: Vec<Cover>,
}

/// What is written again of cells that cover several rows, for the whole document.
pub(super) struct Again {
    /// Bytes that may still be written, and covered places passed; at 0 no cell covers others any more.
    pub(super) left: usize,
    /// Figures that stand in several rows: all places where they are written.
    pub(super) shared: Vec<Range<u32>>,
}

impl Table {
    /// Cells of the rows so far do not reach beyond here.
    pub(super) fn end_rows(&mut self) {
        self.covers.clear();
    }

    /// A row ends in which no cell is written.
    pub(super) fn pass(&mut self) {
        self.row = self.row.saturating_add(1);
    }

    fn cover(&self, column: usize) -> Option<&Cover> {
        self.covers.get(column).filter(|cover| cover.until > self.row)
    }

    /// Whether cells of rows above reach into this row.
    pub(super) fn is_covered(&self) -> bool {
        self.covers.iter().any(|cover| cover.until > self.row)
    }

    /// Writes a row as a line, tabs between its cells.
    ///
    /// Words that cover the row from above are not written again, but for the label of a row that has none of its
    /// own. Figures that do are written in each row that they stand in, so that the columns of all others are
    /// fixed, and noted as shared; a cell as high as its whole row is not shared.
    pub(super) fn write(&mut self, row: &Row, out: &mut Text, again: &mut Again) {
        out.begin_line();
        let height = row.cells.iter().map(|cell| cell.rows).min().unwrap_or(1);
        let mut line = Line { out, again, empty: true };
        let mut column = 0;
        while self.cover(column).is_some() {
            column += 1;
        }
        let first = row.ranges().next().map(|range| content(row.text.as_str().get(range).unwrap_or("")));
        if matches!(first, Some(Content::Figure | Content::Mark))
            && let Some(label) =
                (0..column).rev().filter_map(|at| self.cover(at)).find(|cover| cover.is_label())
        {
            line.again(&label.text, false);
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
        if again.left == 0 {
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

/// The line of a row that is being written.
struct Line<'a> {
    out: &'a mut Text,
    again: &'a mut Again,
    empty: bool,
}

impl Line<'_> {
    fn separate(&mut self) {
        if !core::mem::take(&mut self.empty) {
            self.out.tab();
        }
    }

    fn cell(&mut self, of: &Text, range: Range<usize>) -> Range<usize> {
        self.separate();
        let start = self.out.len();
        self.out.piece(of, range, false);
        start..self.out.len()
    }

    /// Writes once more what was written for a row above.
    fn again(&mut self, text: &Range<usize>, shared: bool) {
        let Some(left) = self.again.left.checked_sub(text.len()) else {
            self.again.left = 0;
            return;
        };
        self.again.left = left;
        self.separate();
        let start = self.out.len();
        self.out.again(text.clone());
        if shared {
            self.share(&(start..self.out.len()));
        }
    }

    fn share(&mut self, place: &Range<usize>) {
        let narrow = |at| u32::try_from(at).unwrap_or(u32::MAX);
        self.again.shared.push(narrow(place.start)..narrow(place.end));
    }
}
