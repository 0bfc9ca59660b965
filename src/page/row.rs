//! The row of a table that is being read, and what its cells hold.

use alloc::vec::Vec;
use core::ops::Range;

use super::runs::Text;
use crate::layout::is_space;
use crate::text::figure::{Printed, plain, printed};

/// A cell covers at most this many rows; 0 stands for all that follow. Browsers have the same limit.
const MOST_ROWS: u32 = 65_534;
/// A cell covers at most this many columns. Browsers have the same limit.
const MOST_COLUMNS: u32 = 1000;
/// No table of the form is wider.
const MOST_COPIES: u32 = 16;
#[cfg(feature = "html")]
/// As many figures are a row of a table without a label before them.
const FIGURES: usize = 7;

/// How many columns and rows a cell says it covers; what is missing or no number is 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Spans {
    pub(crate) columns: Option<u32>,
    pub(crate) rows: Option<u32>,
}

/// What is printed in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    Blank,
    Figure,
    Mark,
    Words,
}

pub(crate) fn content(cell: &str) -> Content {
    let cell = cell.trim_matches(is_space);
    if cell.is_empty() {
        return Content::Blank;
    }
    match printed(cell) {
        _ if plain(cell.as_bytes()).is_some() => Content::Figure,
        Some(Printed::Figure(figure)) if figure.len as usize == cell.len() => Content::Figure,
        Some(Printed::Mark(_, len)) if len as usize == cell.len() => Content::Mark,
        _ => Content::Words,
    }
}

/// A cell of the row that is being read.
pub(crate) struct Cell {
    start: usize,
    pub(crate) columns: u32,
    pub(crate) rows: u32,
}

/// The row that is being read.
#[derive(Default)]
pub(crate) struct Row {
    pub(crate) text: Text,
    pub(crate) cells: Vec<Cell>,
    /// Where the last cell ends, when its text goes on behind the row.
    pub(crate) end: Option<usize>,
}

impl Row {
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.cells.clear();
        self.end = None;
    }

    pub(crate) fn begin_cell(&mut self, spans: Spans) {
        let rows = match spans.rows.unwrap_or(1) {
            0 => MOST_ROWS,
            rows => rows.min(MOST_ROWS),
        };
        let columns = spans.columns.unwrap_or(1).clamp(1, MOST_COLUMNS);
        self.text.begin();
        self.cells.push(Cell { start: self.text.len(), columns, rows });
    }

    pub(crate) fn len(&self) -> usize {
        self.cells.len()
    }

    /// How often a mark or blank that stands alone in a cell over several columns, behind the labels of its row, is
    /// written once more: it is that of each column.
    pub(crate) fn copies(&self) -> u32 {
        let Some(last) = self.cells.last().filter(|last| last.columns > 1) else { return 0 };
        let mut cells = self.ranges().map(|range| content(self.text.as_str().get(range).unwrap_or("")));
        let labels = cells.by_ref().take(self.cells.len() - 1).all(|content| content == Content::Words);
        let void = matches!(cells.next(), Some(Content::Mark | Content::Blank));
        if labels && void && self.cells.len() > 1 { last.columns.min(MOST_COPIES) - 1 } else { 0 }
    }

    #[cfg(feature = "html")]
    /// Whether its cells are a whole row of figures, with its labels before them.
    pub(crate) fn is_whole(&self) -> bool {
        let cells = self.ranges().map(|range| content(self.text.as_str().get(range).unwrap_or("")));
        cells.rev().take_while(|content| *content != Content::Words).count() >= FIGURES
    }

    #[cfg(feature = "html")]
    /// Where a row of figures ends whose last cell was left open and holds what follows the table: behind the first line
    /// of that cell, when it is a figure or mark and labels stand before it or a whole row of figures.
    pub(crate) fn left_open(&self) -> Option<usize> {
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
    pub(crate) fn ranges(&self) -> impl DoubleEndedIterator<Item = Range<usize>> {
        let end = self.end.unwrap_or(self.text.len());
        let next = move |at: usize| self.cells.get(at + 1).map_or(end, |cell| cell.start);
        self.cells.iter().enumerate().map(move |(at, cell)| cell.start..next(at))
    }
}
