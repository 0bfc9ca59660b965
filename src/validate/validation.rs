//! What validating one report gives: what can be violated is kept, everything else decided again when it is asked for.

use alloc::vec::Vec;
use core::fmt;

use super::check::Check;
use super::engine::{Entry, Habit, entries, suspects};
use super::finding::{Basis, Finding, Verdict};
use super::place::At;
use super::rule::Scope;
use crate::report::Report;
use crate::template::TableKind;

/// Checks what the tables and the frame of a report claim, against each other.
///
/// Every rule instance has a result; none is hidden. Nothing is formatted or copied before it is asked for, so that
/// a report that is in order costs next to nothing.
///
/// ```
/// use gongkai::{TableKind, validate::{Basis, validate}};
/// let text = "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t4\n";
/// let report = gongkai::parse_report(text)?.report;
/// let validation = validate(&report);
/// let finding = validation.findings().next().unwrap();
/// assert_eq!(finding.rule.id, "requests.row_total");
/// assert_eq!(finding.at.to_string(), "requests.received.*");
/// assert_eq!(finding.basis, Some(Basis::Strict));
/// assert_eq!(validation.summary(TableKind::Disputes).not_evaluated, 3);
/// # Ok::<(), gongkai::Error>(())
/// ```
pub fn validate(report: &Report) -> Validation<'_> {
    let (suspects, habits) = suspects(report);
    Validation { report, suspects, habits }
}

/// The results of [`validate`].
///
/// ```
/// use gongkai::{TableKind, validate::validate};
/// let text = &std::fs::read_to_string("examples/sample-report.txt").unwrap();
/// let report = gongkai::parse_report(text)?.report;
/// let validation = validate(&report);
/// assert_eq!(validation.findings().count(), 3);
/// assert_eq!(validation.total().violated, 3);
/// assert_eq!(validation.checks().count() as u32, {
///     let total = validation.total();
///     total.satisfied + total.violated + total.not_evaluated
/// });
/// // No cell of this table is blank.
/// assert_eq!(validation.blank_means_zero(TableKind::Requests), None);
/// assert_eq!(validation.report(), &report);
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone)]
pub struct Validation<'r> {
    report: &'r Report,
    suspects: Vec<Entry>,
    habits: [Habit; 3],
}

/// How many rule instances came to which outcome.
///
/// ```
/// use gongkai::{TableKind, validate::validate};
/// let text = &std::fs::read_to_string("examples/sample-report.txt").unwrap();
/// let report = gongkai::parse_report(text)?.report;
/// let summary = validate(&report).summary(TableKind::Disputes);
/// assert_eq!((summary.violated, summary.not_evaluated), (0, 0));
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Summary {
    /// Held.
    pub satisfied: u32,
    /// Of these, with blank cells counted as zero.
    pub satisfied_blank_as_zero: u32,
    /// Did not hold.
    pub violated: u32,
    /// Could not be decided.
    pub not_evaluated: u32,
}

impl Summary {
    pub(super) fn of<'a>(results: impl Iterator<Item = (&'a Verdict, Option<Basis>)>) -> Self {
        let mut summary = Self::default();
        for (verdict, basis) in results {
            match verdict {
                Verdict::Satisfied => {
                    summary.satisfied += 1;
                    summary.satisfied_blank_as_zero += u32::from(basis == Some(Basis::BlankAsZero));
                }
                Verdict::Violated { .. } => summary.violated += 1,
                Verdict::NotEvaluated { .. } => summary.not_evaluated += 1,
            }
        }
        summary
    }
}

impl<'r> Validation<'r> {
    /// Every rule instance, by rule, then by place.
    pub fn checks(&self) -> impl Iterator<Item = Check<'r>> + '_ {
        entries(self.report).into_iter().map(|entry| self.explained(entry))
    }

    /// The findings: every rule instance that is violated.
    pub fn findings(&self) -> impl Iterator<Item = Finding> + '_ {
        let suspects = self.suspects.iter().map(|&entry| self.explained(entry));
        suspects.filter(Check::is_violated).map(Check::finding)
    }

    fn explained(&self, entry: Entry) -> Check<'r> {
        let table = entry.row.rule.scope.table();
        let blank_is_zero = table.and_then(|table| self.blank_means_zero(table)) == Some(true);
        Check { entry, report: self.report, blank_is_zero }
    }

    /// The check of a rule at a place.
    ///
    /// ```
    /// # use gongkai::{Column, Edition, Report, validate::{At, validate}};
    /// let report = Report::new(Edition::E2021);
    /// let check = validate(&report).check("requests.balance", At::Column(Column::Total)).unwrap();
    /// assert!(!check.is_satisfied());
    /// ```
    pub fn check(&self, rule: &str, at: At) -> Option<Check<'r>> {
        self.checks().find(|check| check.at() == at && check.rule().id == rule)
    }

    /// How many instances of a table's rules came to which outcome.
    pub fn summary(&self, table: TableKind) -> Summary {
        self.count(|scope| scope == Scope::Table(table))
    }

    /// How many instances of all rules came to which outcome.
    pub fn total(&self) -> Summary {
        self.count(|_| true)
    }

    fn count(&self, of: impl Fn(Scope) -> bool) -> Summary {
        let mut summary = Summary::default();
        for check in self.checks().filter(|check| of(check.rule().scope)) {
            if check.is_violated() {
                summary.violated += 1;
            } else if check.is_satisfied() {
                summary.satisfied += 1;
                summary.satisfied_blank_as_zero += u32::from(check.basis() == Some(Basis::BlankAsZero));
            } else {
                summary.not_evaluated += 1;
            }
        }
        summary
    }

    /// What the table's identities say of its blank cells: `true` when at least four fifths of those that need it
    /// hold with blanks as zero; `None` when none needs it.
    pub fn blank_means_zero(&self, table: TableKind) -> Option<bool> {
        self.habits.get(table as usize).copied().and_then(Habit::is_established)
    }

    /// The report.
    pub const fn report(&self) -> &'r Report {
        self.report
    }
}

impl fmt::Debug for Validation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.checks()).finish()
    }
}
