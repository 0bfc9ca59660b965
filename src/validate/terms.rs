//! The cells that a rule adds up: as whole numbers of all its instances at once, or one instance with its operands.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::lanes::Lanes;
use super::operand::{Operand, Side};
use super::place::At;
use super::sheet::Sheet;
use crate::report::{Cell, Report};
use crate::template::{Column, FactPath, Measure, Outcome, Row};

/// Cells to add, seen from an instance of a rule.
#[derive(Clone, Copy, Debug)]
pub(super) enum Terms {
    /// None: zero.
    Nothing,
    /// These rows, in the column of the instance. Rows that the edition lacks are left out.
    Rows(&'static [Row]),
    /// These columns, in the row of the instance.
    Columns(&'static [Column]),
    /// These columns, in the disputes group of the instance.
    Outcomes(&'static [Outcome]),
    /// These columns, in the proactive row of the instance.
    Measures(&'static [Measure]),
}

impl Terms {
    /// How many there are at most.
    pub(super) const fn len(self) -> usize {
        match self {
            Self::Nothing => 0,
            Self::Rows(rows) => rows.len(),
            Self::Columns(columns) => columns.len(),
            Self::Outcomes(outcomes) => outcomes.len(),
            Self::Measures(measures) => measures.len(),
        }
    }

    /// Puts the cells with the operands, in the order of the rule, and adds them up.
    pub(super) fn explain(self, report: &Report, at: At, side: Side, operands: &mut Vec<Operand>) -> Sum {
        let mut sum = Sum::ZERO;
        match (self, at) {
            (Self::Rows(rows), At::Column(column)) => {
                let cell = |&row| Some((FactPath::Requests(row, column), report.requests.cell(row, column)?));
                sum.add_all(rows.iter().filter_map(cell), side, operands);
            }
            (Self::Columns(columns), At::Row(row)) => {
                let cell =
                    |&column| Some((FactPath::Requests(row, column), report.requests.cell(row, column)?));
                sum.add_all(columns.iter().filter_map(cell), side, operands);
            }
            (Self::Outcomes(outcomes), At::Group(group)) => {
                let cells = report.disputes.group(group);
                let cell = |&outcome| (FactPath::Disputes(group, outcome), cells.cell(outcome));
                sum.add_all(outcomes.iter().map(cell), side, operands);
            }
            (Self::Measures(measures), At::Item(item)) => {
                let cell = |&measure| {
                    Some((FactPath::Proactive(item, measure), report.proactive.cell(item, measure)?))
                };
                sum.add_all(measures.iter().filter_map(cell), side, operands);
            }
            _ => {}
        }
        sum
    }

    /// In every column of the requests table at once.
    pub(super) fn by_column(self, sheet: &Sheet<'_>) -> Lanes {
        match self {
            Self::Rows(rows) => sheet.sum(rows),
            _ => Lanes::NOTHING,
        }
    }

    /// The places of the cells to add in a row; `measures` are its columns where they differ from row to row.
    pub(super) fn lanes(self, measures: &[Measure], mut each: impl FnMut(usize)) {
        match self {
            Self::Nothing | Self::Rows(_) => {}
            Self::Columns(columns) => columns.iter().for_each(|&column| each(column as usize)),
            Self::Outcomes(outcomes) => outcomes.iter().for_each(|&outcome| each(outcome as usize)),
            Self::Measures(wanted) => {
                let lane = |wanted| measures.iter().position(|measure| measure == wanted);
                wanted.iter().filter_map(lane).for_each(each);
            }
        }
    }
}

/// A sum of figures: whole numbers, as nearly all are, add up faster.
pub(super) struct Sum {
    whole: i128,
    /// The others; `None` when they do not fit.
    exact: Option<Decimal>,
}

impl Sum {
    const ZERO: Self = Self { whole: 0, exact: Some(Decimal::ZERO) };

    fn add_all<'c>(
        &mut self,
        cells: impl Iterator<Item = (FactPath, &'c Cell)>,
        side: Side,
        operands: &mut Vec<Operand>,
    ) {
        for (path, cell) in cells {
            match cell.count() {
                Some(count) => {
                    self.whole += i128::from(count);
                    operands.push(Operand::cell(path, side, cell));
                }
                None => operands.push(self.add_other(path, side, cell)),
            }
        }
    }

    /// Adds what is no whole number.
    #[cold]
    fn add_other(&mut self, path: FactPath, side: Side, cell: &Cell) -> Operand {
        let operand = Operand::cell(path, side, cell);
        if let Some(number) = operand.number() {
            self.exact = self.exact.and_then(|sum| sum.checked_add(number));
        }
        operand
    }

    /// `None` when it does not fit a decimal.
    pub(super) fn total(&self) -> Option<Decimal> {
        Decimal::try_from_i128_with_scale(self.whole, 0).ok()?.checked_add(self.exact?)
    }
}
