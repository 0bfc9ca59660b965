//! Table three as typed values.

use alloc::vec;
use alloc::vec::Vec;

use super::cell::Cell;
use super::tables::{AdditionalRow, PrintedRow, TableSource};
use crate::template::{Column, Edition, FactPath, Row};

/// Table three: 收到和处理政府信息公开申请情况, requests by what became of them and by who asked.
///
/// Counts of requests (件), seven columns ([`Column`]) to each of 23 rows in the form of 2019 (国办公开办函〔2019〕60号), of 25 in
/// that of 2021 (国办公开办函〔2021〕30号); [`Row::of`] lists them.
///
/// ```
/// use gongkai::{Column, Row};
/// let text = &std::fs::read_to_string("examples/sample-report.txt").unwrap();
/// let table = gongkai::parse_report(text)?.report.requests;
/// assert_eq!(table.get(Row::Received, Column::NaturalPerson).unwrap().count(), Some(39));
/// assert_eq!(table.printed.len(), 25);
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Requests {
    /// The form it follows.
    pub edition: Edition,
    /// Where it was found; `None` when the text does not have it.
    pub source: Option<TableSource>,
    /// The rows of the form in the order in which the text prints them, repeated ones included.
    pub printed: Vec<PrintedRow>,
    /// Rows outside the form.
    pub additional: Vec<AdditionalRow>,
    /// Cells row by row, seven a row.
    cells: Vec<Cell>,
}

impl Requests {
    pub(crate) fn new(edition: Edition) -> Self {
        let cells = vec![Cell::MISSING; FactPath::requests(edition).count()];
        Self { edition, source: None, printed: Vec::new(), additional: Vec::new(), cells }
    }

    fn place(&self, row: Row, column: Column) -> Option<usize> {
        Some(row.index(self.edition)? * Column::ALL.len() + column as usize)
    }

    /// The cell of a row and column; `None` when the edition does not have the row.
    pub fn get(&self, row: Row, column: Column) -> Option<Cell> {
        self.cell(row, column).copied()
    }

    pub(crate) fn cell(&self, row: Row, column: Column) -> Option<&Cell> {
        self.cells.get(self.place(row, column)?)
    }

    pub(crate) fn get_mut(&mut self, row: Row, column: Column) -> Option<&mut Cell> {
        let place = self.place(row, column)?;
        self.cells.get_mut(place)
    }

    /// Puts a cell in its place by the number of its row in the edition.
    #[inline]
    pub(crate) fn put(&mut self, row: usize, column: usize, cell: Cell) {
        if let Some(place) = self.cells.get_mut(row * Column::ALL.len() + column) {
            *place = cell;
        }
    }

    /// The rows of the edition in order, seven cells each.
    pub(crate) fn rows(&self) -> impl ExactSizeIterator<Item = &[Cell]> {
        self.cells.chunks_exact(Column::ALL.len())
    }
}
