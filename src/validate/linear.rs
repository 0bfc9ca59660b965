//! Rules that are sums: which cells stand on which side, evaluated fast, explained on demand.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::lanes::{Excess, Kinds, Lanes, Weights};
use super::operand::{Operand, Side};
use super::place::At;
use super::rule::Relation;
use super::sheet::Sheet;
use super::table_rule::State;
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

/// `expected - less` stands in a relation to `actual`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Linear {
    pub(super) expected: Terms,
    pub(super) less: Terms,
    pub(super) relation: Relation,
    pub(super) actual: Terms,
    /// Cells absent from the actual side leave a lower bound, which may already exceed what is expected.
    pub(super) bounded: bool,
}

impl Terms {
    /// How many there are at most.
    const fn len(self) -> usize {
        match self {
            Self::Nothing => 0,
            Self::Rows(rows) => rows.len(),
            Self::Columns(columns) => columns.len(),
            Self::Outcomes(outcomes) => outcomes.len(),
            Self::Measures(measures) => measures.len(),
        }
    }

    /// The cells, in the order of the rule.
    fn cells(self, report: &Report, at: At, mut each: impl FnMut(FactPath, &Cell)) {
        match (self, at) {
            (Self::Rows(rows), At::Column(column)) => {
                for &row in rows {
                    if let Some(cell) = report.requests.cell(row, column) {
                        each(FactPath::Requests(row, column), cell);
                    }
                }
            }
            (Self::Columns(columns), At::Row(row)) => {
                for &column in columns {
                    let cell = report.requests.cell(row, column).unwrap_or(&Cell::MISSING);
                    each(FactPath::Requests(row, column), cell);
                }
            }
            (Self::Outcomes(outcomes), At::Group(group)) => {
                let cells = report.disputes.group(group);
                outcomes.iter().for_each(|&o| each(FactPath::Disputes(group, o), &cells.get(o)));
            }
            (Self::Measures(measures), At::Item(item)) => {
                for &measure in measures {
                    let cell = report.proactive.get(item, measure).unwrap_or(Cell::MISSING);
                    each(FactPath::Proactive(item, measure), &cell);
                }
            }
            _ => {}
        }
    }

    /// In every column of the requests table at once.
    fn by_column(self, sheet: &Sheet<'_>) -> Lanes {
        match self {
            Self::Rows(rows) => sheet.sum(rows),
            _ => Lanes::NOTHING,
        }
    }

    /// The places of the cells to add in a row; `measures` are its columns where they differ from row to row.
    fn lanes(self, measures: &[Measure], mut each: impl FnMut(usize)) {
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

impl Linear {
    /// What becomes of the rule in each column of the requests table.
    pub(super) fn by_column(&self, sheet: &Sheet<'_>, mut each: impl FnMut(At, State)) {
        let demanded = self.expected.by_column(sheet).less(&self.less.by_column(sheet));
        let found = self.actual.by_column(sheet);
        for &column in Column::ALL {
            let (demanded, found) = (demanded.get(column as usize), found.get(column as usize));
            let excess =
                Excess { sum: demanded.sum - found.sum, demanded: demanded.kinds, found: found.kinds };
            let at = At::Column(column);
            each(at, self.decide(sheet.report, at, excess));
        }
    }

    /// What becomes of it in rows of figures, each with its columns where these differ from row to row.
    pub(super) fn by_row<'s>(
        &self,
        sheet: &Sheet<'_>,
        rows: impl Iterator<Item = (At, &'s Lanes, &'static [Measure])>,
        mut each: impl FnMut(At, State),
    ) {
        let (mut weights, mut of) = (self.weights(&[]), [].as_slice());
        for (at, cells, measures) in rows {
            if !core::ptr::eq(measures, of) {
                (weights, of) = (self.weights(measures), measures);
            }
            each(at, self.decide(sheet.report, at, cells.weighed(&weights)));
        }
    }

    /// How the cells of a row count in it; `measures` are its columns where they differ from row to row.
    fn weights(&self, measures: &[Measure]) -> Weights {
        let mut weights = Weights::default();
        for (terms, weight, side) in
            [(self.expected, 1, Side::Expected), (self.less, -1, Side::Less), (self.actual, -1, Side::Actual)]
        {
            terms.lanes(measures, |lane| weights.add(lane, weight, side));
        }
        weights
    }

    #[inline]
    fn decide(&self, report: &Report, at: At, excess: Excess) -> State {
        match (excess.demanded.and(excess.found), self.relation.holds(&excess.sum, &0)) {
            (Kinds::FIGURES, true) => State::Holds,
            (Kinds::FIGURES, false) => State::Fails,
            (kinds, holds) => self.among(report, at, excess, kinds, holds),
        }
    }

    /// What becomes of it among cells that are not all plain figures, when it holds for those that are.
    #[inline(never)]
    fn among(&self, report: &Report, at: At, excess: Excess, kinds: Kinds, holds: bool) -> State {
        let holds = if kinds.has(Kinds::DECIMAL) {
            match self.explain(report, at, false).1 {
                Some((expected, actual)) => self.relation.holds(&expected, &actual),
                None => return State::Overflow,
            }
        } else {
            holds
        };
        let kinds = if self.bounded && !holds { excess.demanded } else { kinds };
        match (kinds.has(Kinds::ABSENT), kinds.has(Kinds::BLANK), holds) {
            (true, ..) => State::Absent { blank: kinds.has(Kinds::BLANK) },
            (false, false, true) => State::Holds,
            (false, false, false) => State::Fails,
            (false, true, true) => State::HoldsBlank,
            (false, true, false) => State::FailsBlank,
        }
    }

    /// The operands, and what is expected and what is there; these are `None` when they do not fit a decimal. A violation of
    /// a bounded rule rests on the known figures only.
    pub(super) fn explain(&self, report: &Report, at: At, violated: bool) -> (Vec<Operand>, Option<Sides>) {
        let mut operands = Vec::with_capacity(self.expected.len() + self.less.len() + self.actual.len());
        let [mut expected, mut less, mut actual] = [Sum::ZERO; 3];
        for (terms, side, sum) in [
            (self.expected, Side::Expected, &mut expected),
            (self.less, Side::Less, &mut less),
            (self.actual, Side::Actual, &mut actual),
        ] {
            terms.cells(report, at, |path, cell| {
                sum.add(*cell);
                operands.push(Operand::cell(path, side, cell));
            });
        }
        if self.bounded && violated {
            operands.retain(|operand| operand.side != Side::Actual || operand.value.is_some());
        }
        let demanded = || expected.total()?.checked_sub(less.total()?);
        let sides = demanded().zip(actual.total());
        (operands, sides)
    }
}

/// What is expected, and what is there.
type Sides = (Decimal, Decimal);

/// A sum of figures: whole numbers, as nearly all are, add up faster.
#[derive(Clone, Copy)]
struct Sum {
    whole: i128,
    /// The others; `None` when they do not fit.
    exact: Option<Decimal>,
}

impl Sum {
    const ZERO: Self = Self { whole: 0, exact: Some(Decimal::ZERO) };

    #[inline]
    fn add(&mut self, cell: Cell) {
        if let Some(count) = cell.count() {
            self.whole += i128::from(count);
        } else if let Some(number) = cell.value() {
            self.exact = self.exact.and_then(|sum| sum.checked_add(number));
        }
    }

    fn total(&self) -> Option<Decimal> {
        Decimal::try_from_i128_with_scale(self.whole, 0).ok()?.checked_add(self.exact?)
    }
}
