//! Rules that are sums: which cells stand on which side, evaluated fast, explained on demand.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::engine::State;
use super::finding::{Operand, Side};
use super::place::At;
use super::rule::Relation;
use super::sheet::{Kinds, Lanes, Mask, Sheet, Tally};
use crate::report::{Cell, Report};
use crate::template::{Column, FactPath, Measure, Outcome, Row, TableKind};

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
    /// The paths, in the order of the rule.
    fn paths(self, report: &Report, at: At, mut each: impl FnMut(FactPath)) {
        match (self, at) {
            (Self::Rows(rows), At::Column(column)) => {
                let edition = report.edition(TableKind::Requests);
                rows.iter()
                    .filter(|row| row.is_in(edition))
                    .for_each(|&r| each(FactPath::Requests(r, column)));
            }
            (Self::Columns(columns), At::Row(row)) => {
                columns.iter().for_each(|&c| each(FactPath::Requests(row, c)));
            }
            (Self::Outcomes(outcomes), At::Group(group)) => {
                outcomes.iter().for_each(|&o| each(FactPath::Disputes(group, o)));
            }
            (Self::Measures(measures), At::Item(item)) => {
                measures.iter().for_each(|&m| each(FactPath::Proactive(item, m)));
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

    /// The columns to add in each row of the requests table.
    fn mask(self) -> Mask {
        match self {
            Self::Columns(columns) => Mask::of(columns),
            _ => Mask::of(&[]),
        }
    }

    fn tally(self, sheet: &Sheet<'_>, at: At) -> Tally {
        match (self, at) {
            (Self::Outcomes(outcomes), At::Group(group)) => {
                let group = sheet.report.disputes.group(group);
                outcomes.iter().fold(Tally::NOTHING, |sum, &o| sum.plus(Tally::of(group.get(o))))
            }
            (Self::Measures(measures), At::Item(item)) => measures.iter().fold(Tally::NOTHING, |sum, &m| {
                sum.plus(Tally::of(sheet.report.proactive.get(item, m).unwrap_or(Cell::MISSING)))
            }),
            _ => Tally::NOTHING,
        }
    }

    /// The sum of those that are values; `None` when it does not fit a decimal.
    fn exact(self, report: &Report, at: At) -> Option<Decimal> {
        let mut sum = Some(Decimal::ZERO);
        self.paths(report, at, |path| {
            let value = report.get(path).and_then(Cell::value).unwrap_or(Decimal::ZERO);
            sum = sum.and_then(|sum| sum.checked_add(value));
        });
        sum
    }
}

impl Linear {
    /// What becomes of the rule in each column of the requests table.
    pub(super) fn by_column(&self, sheet: &Sheet<'_>, mut each: impl FnMut(At, State)) {
        let (expected, less) = (self.expected.by_column(sheet), self.less.by_column(sheet));
        let actual = self.actual.by_column(sheet);
        for &column in Column::ALL {
            let at = At::Column(column);
            each(at, self.decide(sheet, at, expected.get(column), less.get(column), actual.get(column)));
        }
    }

    /// What becomes of it in each row of the requests table.
    pub(super) fn by_row(&self, sheet: &Sheet<'_>, mut each: impl FnMut(At, State)) {
        let (expected, less, actual) = (self.expected.mask(), self.less.mask(), self.actual.mask());
        for row in Row::of(sheet.report.edition(TableKind::Requests)) {
            let (at, cells) = (At::Row(row), sheet.row(row));
            each(at, self.decide(sheet, at, cells.sum(&expected), cells.sum(&less), cells.sum(&actual)));
        }
    }

    /// What becomes of it at any other instance.
    pub(super) fn state(&self, sheet: &Sheet<'_>, at: At) -> State {
        let (expected, less) = (self.expected.tally(sheet, at), self.less.tally(sheet, at));
        self.decide(sheet, at, expected, less, self.actual.tally(sheet, at))
    }

    fn decide(&self, sheet: &Sheet<'_>, at: At, expected: Tally, less: Tally, actual: Tally) -> State {
        let demanded = expected.kinds.and(less.kinds);
        let kinds = demanded.and(actual.kinds);
        if kinds == Kinds::FIGURES {
            let holds = self.relation.holds(&(expected.sum - less.sum), &actual.sum);
            return if holds { State::Holds } else { State::Fails };
        }
        let holds = if kinds.has(Kinds::DECIMAL) {
            match self.sides(sheet.report, at) {
                Some((expected, actual)) => self.relation.holds(&expected, &actual),
                None => return State::Overflow,
            }
        } else {
            self.relation.holds(&(expected.sum - less.sum), &actual.sum)
        };
        let kinds = if self.bounded && !holds { demanded } else { kinds };
        match (kinds.has(Kinds::ABSENT), kinds.has(Kinds::BLANK), holds) {
            (true, ..) => State::Absent { blank: kinds.has(Kinds::BLANK) },
            (false, false, true) => State::Holds,
            (false, false, false) => State::Fails,
            (false, true, true) => State::HoldsBlank,
            (false, true, false) => State::FailsBlank,
        }
    }

    /// What is expected and what is there; `None` when it does not fit a decimal.
    pub(super) fn sides(&self, report: &Report, at: At) -> Option<(Decimal, Decimal)> {
        let expected = self.expected.exact(report, at)?.checked_sub(self.less.exact(report, at)?)?;
        Some((expected, self.actual.exact(report, at)?))
    }

    /// The operands. A violation of a bounded rule rests on the known figures only.
    pub(super) fn operands(&self, report: &Report, at: At, violated: bool) -> Vec<Operand> {
        let mut operands = Vec::new();
        for (terms, side) in
            [(self.expected, Side::Expected), (self.less, Side::Less), (self.actual, Side::Actual)]
        {
            terms.paths(report, at, |path| operands.push(Operand::fact(report, path, side)));
        }
        if self.bounded && violated {
            operands.retain(|operand| operand.side != Side::Actual || operand.value.is_some());
        }
        operands
    }
}
