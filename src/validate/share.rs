//! Shares in prose: 41件，占49%.

use alloc::vec::Vec;

use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy::MidpointAwayFromZero;

use super::finding::{Basis, Finding, Reason, Verdict};
use super::meant;
use super::narrative::Prose;
use super::operand::{Operand, Side, Value};
use super::place::At;
use super::rule::Rule;
use crate::narrative::{Claim, Share};

/// Whether the percentage is that of the number said, over its base in the tables or, where the prose gives another
/// number for that, in the prose: one slip is one finding. Where the prose does not say which base, any that agrees
/// satisfies.
pub(super) fn finding(prose: &Prose<'_>, rule: &'static Rule, at: At, claim: &Claim) -> Option<Finding> {
    let share = claim.share?;
    let count = claim.count()?;
    let mut first: Option<Finding> = None;
    let mut undecided: Option<Finding> = None;
    let table = meant::bases(claim.subject, share.base).into_iter().map(|facts| {
        facts.into_iter().map(|path| Operand::fact(prose.report, path, Side::Expected)).collect()
    });
    for base in table.chain(prose.bases(claim, &share).map(|said| alloc::vec![said])) {
        let base: Vec<Operand> = base;
        let said = prose.said(claim, Decimal::from(count).into(), Side::Expected, claim.figure?);
        let percent = prose.said(claim, share.percent.into(), Side::Actual, share.span);
        let (verdict, basis) = judge(count.into(), &base, &share);
        let operands = [said].into_iter().chain(base).chain([percent]).collect();
        let finding = Finding::new(rule, at, verdict, basis, None, operands);
        match finding.verdict {
            Verdict::Satisfied => return Some(finding),
            Verdict::NotEvaluated { .. } => undecided = undecided.or(Some(finding)),
            Verdict::Violated { .. } => first = first.or(Some(finding)),
        }
    }
    undecided.or(first)
}

fn judge(count: Decimal, base: &[Operand], share: &Share) -> (Verdict, Option<Basis>) {
    let undecided = |reason, of: fn(&Operand) -> bool| {
        let missing = base.iter().filter(|operand| of(operand)).map(|operand| operand.place).collect();
        (Verdict::NotEvaluated { reason, missing }, None)
    };
    if base.iter().any(Operand::is_absent) {
        return undecided(Reason::Operands, Operand::is_absent);
    }
    let blank = base.iter().any(Operand::is_blank);
    let basis = if blank { Basis::BlankAsZero } else { Basis::Strict };
    let Some((exact, tolerance)) = percentage(count, base).zip(tolerance(share)) else {
        return undecided(Reason::Overflow, |_| false);
    };
    let Some(exact) = exact else {
        // Nothing is no share of nothing.
        return match share.percent.is_zero() && count.is_zero() {
            true => (Verdict::Satisfied, Some(basis)),
            false => undecided(Reason::Operands, |_| true),
        };
    };
    if (exact - share.percent).abs() <= tolerance {
        (Verdict::Satisfied, Some(basis))
    } else if blank {
        undecided(Reason::BlankUnclear, Operand::is_blank)
    } else {
        let expected = exact.round_dp_with_strategy(share.percent.scale(), MidpointAwayFromZero);
        (Verdict::Violated { expected: expected.into(), actual: share.percent.into() }, Some(basis))
    }
}

/// The percentage that a number is of the sum; `Some(None)` when the sum is zero.
fn percentage(count: Decimal, base: &[Operand]) -> Option<Option<Decimal>> {
    let mut sum = Decimal::ZERO;
    for operand in base {
        if let Some(Value::Number(number)) = operand.value {
            sum = sum.checked_add(number)?;
        }
    }
    if sum.is_zero() {
        return Some(None);
    }
    count.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(sum).map(Some)
}

/// Half a unit of the last place printed, or one where the share is said to be approximate.
fn tolerance(share: &Share) -> Option<Decimal> {
    let unit = Decimal::try_new(1, share.percent.scale()).ok()?;
    if share.approximate { Some(unit) } else { unit.checked_div(Decimal::TWO) }
}
