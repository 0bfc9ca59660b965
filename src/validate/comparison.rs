//! Sums over the figures of several reports.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::finding::{Basis, Finding, Reason, Verdict};
use super::operand::{Operand, Side, Value};
use super::place::{At, Place};
use super::rule::{Relation, Rule};
use super::validation::Summary;
use crate::report::Report;
use crate::template::TableKind;

/// What comparing reports with each other gives: every rule instance, none hidden.
///
/// ```
/// use gongkai::{Edition, Report, validate::across_years};
/// let comparison = across_years(&Report::new(Edition::E2021), &Report::new(Edition::E2021));
/// assert_eq!(comparison.findings().count(), 0);
/// assert_eq!(comparison.summary().not_evaluated, 1);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Comparison {
    /// Every rule instance with what became of it.
    pub results: Vec<Finding>,
}

impl Comparison {
    /// The rule instances that are violated.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.results.iter().filter(|finding| finding.is_violated())
    }

    /// How many instances came to which outcome.
    pub fn summary(&self) -> Summary {
        Summary::of(self.results.iter().map(|finding| (&finding.verdict, finding.basis)))
    }
}

/// What the blank cells of a report's tables mean.
pub(super) struct Habits([bool; 3]);

impl Habits {
    pub(super) fn of(report: &Report) -> Self {
        let validation = super::validate(report);
        Self(TableKind::ALL.map(|table| validation.blank_means_zero(table) == Some(true)))
    }

    /// Whether a blank operand is known to mean zero.
    pub(super) fn blank_is_zero(&self, operand: &Operand) -> bool {
        match operand.place {
            Place::Fact(path) => self.0.get(path.table() as usize).copied().unwrap_or(false),
            _ => false,
        }
    }
}

/// A sum whose operands are in hand. `habit` says whether a blank operand is known to mean zero.
pub(super) struct Sum<'a> {
    pub(super) rule: &'static Rule,
    pub(super) at: At,
    pub(super) operands: Vec<Operand>,
    /// How far the sides may differ: the rounding of what is printed.
    pub(super) tolerance: Decimal,
    /// Whether absent operands leave what is expected as a lower bound.
    pub(super) bounded: bool,
    pub(super) habit: &'a dyn Fn(&Operand) -> bool,
}

impl Sum<'_> {
    fn total(&self, on: impl Fn(Side) -> bool) -> Option<Decimal> {
        let mut sum = Decimal::ZERO;
        for operand in self.operands.iter().filter(|operand| on(operand.side)) {
            let Some(Value::Number(value)) = operand.value else { continue };
            sum = match operand.side {
                Side::Less => sum.checked_sub(value)?,
                _ => sum.checked_add(value)?,
            };
        }
        Some(sum)
    }

    /// Decides, and gives the finding.
    pub(super) fn finding(self) -> Finding {
        let (verdict, basis, relation) = self.verdict();
        Finding::new(self.rule, self.at, verdict, basis, Some(relation), self.operands)
    }

    fn verdict(&self) -> (Verdict, Option<Basis>, Relation) {
        let missing = |of: fn(&Operand) -> bool| {
            self.operands.iter().filter(|operand| of(operand)).map(|operand| operand.place).collect()
        };
        let not_evaluated = |reason, of| Verdict::NotEvaluated { reason, missing: missing(of) };
        let sides = self.total(|side| side != Side::Actual).zip(self.total(|side| side == Side::Actual));
        let Some((expected, actual)) = sides else {
            return (not_evaluated(Reason::Overflow, |_| false), None, Relation::Equal);
        };
        let absent = |side| self.operands.iter().any(|operand| on(side, operand) && operand.is_absent());
        let relation = if absent(Side::Expected) { Relation::AtMost } else { Relation::Equal };
        let over = expected.checked_sub(actual).unwrap_or(Decimal::MAX);
        let exceeds = over > self.tolerance;
        if absent(Side::Actual) || (relation == Relation::AtMost && !(self.bounded && exceeds)) {
            return (not_evaluated(Reason::Operands, Operand::is_absent), None, relation);
        }
        let mut blanks = self.operands.iter().filter(|operand| operand.is_blank()).peekable();
        let basis = if blanks.peek().is_none() { Basis::Strict } else { Basis::BlankAsZero };
        let holds = !exceeds && (over >= -self.tolerance || relation == Relation::AtMost);
        if holds {
            (Verdict::Satisfied, Some(basis), relation)
        } else if blanks.all(|operand| (self.habit)(operand)) {
            let verdict = Verdict::Violated { expected: expected.into(), actual: actual.into() };
            (verdict, Some(basis), relation)
        } else {
            (not_evaluated(Reason::BlankUnclear, Operand::is_blank), None, relation)
        }
    }
}

fn on(side: Side, operand: &Operand) -> bool {
    (operand.side == Side::Actual) == (side == Side::Actual)
}
