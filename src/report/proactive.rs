//! Table two as typed values.

use alloc::vec;
use alloc::vec::Vec;

use super::cell::Cell;
use super::status::Unit;
use super::tables::{AdditionalRow, TableSource};
use crate::template::{Edition, FactPath, Item, Measure};

/// Table two: 主动公开政府信息情况, what the organ published of itself.
///
/// The form of 2019 (国办公开办函〔2019〕60号) has 22 figures under 《条例》第二十条第（一）（五）（六）（八）（九）项, that of 2021
/// (国办公开办函〔2021〕30号) 10 without 第（九）项; [`Item::measures`] says which. They are counts, but for
/// [`Measure::Amount`], which is in yuan whatever unit is printed.
///
/// ```
/// use gongkai::{Item, Measure};
/// let text = &std::fs::read_to_string("examples/sample-report.txt").unwrap();
/// let table = gongkai::parse_report(text)?.report.proactive;
/// assert_eq!(table.get(Item::AdministrativePenalty, Measure::Decisions).unwrap().count(), Some(412));
/// // A column of the form of 2019.
/// assert_eq!(table.get(Item::AdministrativePenalty, Measure::PriorItems), None);
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Proactive {
    /// The form it follows.
    pub edition: Edition,
    /// Where it was found; `None` when the text does not have it.
    pub source: Option<TableSource>,
    /// The unit of money that the header states (单位：万元).
    pub header_unit: Option<Unit>,
    /// Rows outside the form.
    pub additional: Vec<AdditionalRow>,
    /// Cells in the order of `FactPath`s of the edition.
    cells: Vec<Cell>,
}

impl Proactive {
    pub(crate) fn new(edition: Edition) -> Self {
        let cells = vec![Cell::MISSING; FactPath::proactive(edition).count()];
        Self { edition, source: None, header_unit: None, additional: Vec::new(), cells }
    }

    fn place(&self, item: Item, measure: Measure) -> Option<usize> {
        let column = item.measures(self.edition).iter().position(|&m| m == measure)?;
        Some(item.range(self.edition).start + column)
    }

    /// The cell of a row and column; `None` when the edition does not have it.
    pub fn get(&self, item: Item, measure: Measure) -> Option<Cell> {
        self.cell(item, measure).copied()
    }

    pub(crate) fn cell(&self, item: Item, measure: Measure) -> Option<&Cell> {
        self.cells.get(self.place(item, measure)?)
    }

    pub(crate) fn get_mut(&mut self, item: Item, measure: Measure) -> Option<&mut Cell> {
        let place = self.place(item, measure)?;
        self.cells.get_mut(place)
    }

    /// The cells of the edition in order.
    pub(crate) fn cells(&self) -> &[Cell] {
        &self.cells
    }
}
