//! Rules that are sums: which cells stand on which side, evaluated fast, explained on demand.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::engine::State;
use super::finding::{Operand, Side};
use super::place::At;
use super::rule::Relation;
use super::sheet::{Kinds, Sheet, Tally};
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

    fn tally(self, sheet: &Sheet<'_>, at: At) -> Tally {
        match (self, at) {
            (Self::Rows(rows), At::Column(column)) => {
                rows.iter().fold(Tally::NOTHING, |sum, &row| sum.plus(sheet.get(row, column)))
            }
            (Self::Columns(columns), At::Row(row)) => {
                columns.iter().fold(Tally::NOTHING, |sum, &column| sum.plus(sheet.get(row, column)))
            }
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
    pub(super) fn state(&self, sheet: &Sheet<'_>, at: At) -> State {
        let (expected, less) = (self.expected.tally(sheet, at), self.less.tally(sheet, at));
        let actual = self.actual.tally(sheet, at);
        let demanded = expected.kinds.and(less.kinds);
        let kinds = demanded.and(actual.kinds);
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
