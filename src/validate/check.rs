//! One rule instance of a report, explained on demand.

use alloc::vec::Vec;
use core::fmt;

use super::engine::Entry;
use super::finding::{Basis, Finding};
use super::operand::Operand;
use super::place::At;
use super::rule::Rule;
use super::table_rule::State;
use crate::report::Report;
use crate::template::TableKind;

/// One rule instance; everything about it is derived on demand.
///
/// ```
/// use gongkai::{Column, validate::{At, Basis, validate}};
/// let text = &std::fs::read_to_string("examples/sample-report.txt").unwrap();
/// let report = gongkai::parse_report(text)?.report;
/// let check = validate(&report).check("requests.balance", At::Column(Column::Total)).unwrap();
/// assert!(check.is_satisfied() && !check.is_violated());
/// assert_eq!((check.rule().id, check.at(), check.basis()), ("requests.balance", At::Column(Column::Total), Some(Basis::Strict)));
/// assert_eq!(check.finding().message(), "received 46 + carried_over 3 = 49 = 49 = total 48 + carried_forward 1");
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Check<'r> {
    pub(super) entry: Entry,
    pub(super) report: &'r Report,
    pub(super) blank_is_zero: bool,
}

impl<'r> Check<'r> {
    /// The rule.
    pub const fn rule(&self) -> &'static Rule {
        &self.entry.row.rule
    }

    /// Which instance of it.
    pub const fn at(&self) -> At {
        self.entry.at
    }

    /// Whether it holds.
    pub const fn is_satisfied(&self) -> bool {
        matches!(self.entry.state, State::Holds | State::HoldsBlank)
    }

    /// Whether it fails.
    pub const fn is_violated(&self) -> bool {
        self.entry.is_violated(self.blank_is_zero)
    }

    /// How blank operands were read; `None` when it was not evaluated.
    pub const fn basis(&self) -> Option<Basis> {
        self.entry.basis(self.blank_is_zero)
    }

    /// What it rests on, in the order of the rule.
    pub fn operands(&self) -> Vec<Operand> {
        self.entry.row.test.explain(self.report, self.entry.at, self.is_violated()).0
    }

    /// Whether it is an equality of sums of a table.
    pub(super) const fn is_identity(&self) -> bool {
        self.entry.row.test.is_identity()
    }

    /// The table whose figures it compares.
    pub(super) const fn table(&self) -> Option<TableKind> {
        self.entry.row.rule.scope.table()
    }

    pub(super) const fn report(&self) -> &'r Report {
        self.report
    }

    /// The whole finding: verdict, operands, message.
    pub fn finding(self) -> Finding {
        self.entry.finding(self.report, self.blank_is_zero)
    }
}

impl fmt::Debug for Check<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}: {:?}", self.rule().id, self.at(), self.entry.state)
    }
}
