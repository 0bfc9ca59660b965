//! Rules that are sums: evaluated fast, explained on demand.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::lanes::{Excess, Kinds, Lanes, Weights};
use super::operand::{Operand, Side};
use super::place::At;
use super::rule::Relation;
use super::sheet::Sheet;
use super::table_rule::State;
use super::terms::Terms;
use crate::report::Report;
use crate::template::{Column, Measure};

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

impl Linear {
    /// What becomes of the rule in each column of the requests table.
    pub(super) fn by_column(&self, sheet: &Sheet<'_>, mut each: impl FnMut(At, State)) {
        let demanded = self.expected.by_column(sheet).less(&self.less.by_column(sheet));
        let excess = demanded.less(&self.actual.by_column(sheet));
        for &column in Column::ALL {
            let at = At::Column(column);
            let ((sum, kinds), (_, demanded)) = (excess.get(column as usize), demanded.get(column as usize));
            each(at, self.decide(sheet.report, at, Excess { sum, kinds, demanded }));
        }
    }

    /// What becomes of it in rows of figures; `measures` are their columns where a table has several kinds of rows.
    pub(super) fn by_row<'s>(
        &self,
        report: &Report,
        rows: impl Iterator<Item = (At, &'s Lanes)>,
        measures: &[Measure],
        mut each: impl FnMut(At, State),
    ) {
        let weights = self.weights(measures);
        rows.for_each(|(at, cells)| each(at, self.decide(report, at, cells.weighed(&weights))));
    }

    /// How the cells of a row count in it.
    pub(super) fn weights(&self, measures: &[Measure]) -> Weights {
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
        match (excess.kinds, excess.sum) {
            // Every relation holds between equals.
            (Kinds::FIGURES, 0) => State::Holds,
            (Kinds::FIGURES, sum) => State::of(self.relation.holds(&sum, &0)),
            (kinds, _) if kinds.has(Kinds::ABSENT) && !self.bounded => {
                State::Absent { blank: kinds.has(Kinds::BLANK) }
            }
            _ => self.among(report, at, excess),
        }
    }

    /// What becomes of it among cells that are not all plain figures.
    #[inline(never)]
    fn among(&self, report: &Report, at: At, excess: Excess) -> State {
        let holds = if excess.kinds.has(Kinds::DECIMAL) {
            match self.explain(report, at, false).1 {
                Some((expected, actual)) => self.relation.holds(&expected, &actual),
                None => return State::Overflow,
            }
        } else {
            self.relation.holds(&excess.sum, &0)
        };
        let kinds = if self.bounded && !holds { excess.demanded } else { excess.kinds };
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
        let expected = self.expected.explain(report, at, Side::Expected, &mut operands);
        let less = self.less.explain(report, at, Side::Less, &mut operands);
        let actual = self.actual.explain(report, at, Side::Actual, &mut operands);
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
