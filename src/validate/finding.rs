//! The result of one rule at one place, with everything it rests on.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::fingerprint::Fingerprint;
use super::operand::{Operand, Value};
use super::place::{At, Place};
use super::rule::{Relation, Rule};
use crate::diagnostic::Severity;

/// On what reading of blank cells a rule was decided.
///
/// ```
/// assert_eq!(gongkai::validate::Basis::BlankAsZero.as_str(), "blank_as_zero");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Basis {
    /// Every operand is a value.
    Strict,
    /// Blank and not-applicable operands were counted as zero.
    BlankAsZero,
}

impl Basis {
    /// The stable name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Strict => "strict",
            Self::BlankAsZero => "blank_as_zero",
        }
    }
}

/// Why a rule was not evaluated.
///
/// ```
/// use gongkai::validate::{Reason, Verdict, validate};
/// let report = gongkai::Report::new(gongkai::Edition::E2021);
/// let finding = validate(&report).checks().next().unwrap().finding();
/// let Verdict::NotEvaluated { reason, missing } = finding.verdict else { panic!("nothing is there to decide on") };
/// assert_eq!((reason, missing.is_empty()), (Reason::Operands, false));
/// assert_eq!(reason.as_str(), "operands are missing, ambiguous or unreadable");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Reason {
    /// Operands are missing, ambiguous or unreadable.
    Operands,
    /// It fails with blanks as zero, and this table does not show that its blanks mean zero.
    BlankUnclear,
    /// The figures are too large to add.
    Overflow,
    /// The editions have no figure of the same meaning.
    Editions,
    /// The reports are not of one body for consecutive years.
    NotComparable,
}

impl Reason {
    /// The reason in words.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Operands => "operands are missing, ambiguous or unreadable",
            Self::BlankUnclear => {
                "fails with blanks as zero, but the table does not show that its blanks mean zero"
            }
            Self::Overflow => "the figures are too large to add",
            Self::Editions => "the editions have no figures of the same meaning",
            Self::NotComparable => "the reports are not of one body for consecutive years",
        }
    }
}

/// What became of a rule.
///
/// ```
/// assert_eq!(gongkai::validate::Verdict::Satisfied.as_str(), "satisfied");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case", tag = "outcome"))]
pub enum Verdict {
    /// It holds.
    Satisfied,
    /// It does not hold.
    Violated {
        /// What the one side demands.
        expected: Value,
        /// What the other side has.
        actual: Value,
    },
    /// It could not be decided.
    NotEvaluated {
        /// Why.
        reason: Reason,
        /// The operands that prevent it.
        missing: Vec<Place>,
    },
}

impl Verdict {
    /// The stable name: `satisfied`, `violated`, `not_evaluated`.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Satisfied => "satisfied",
            Self::Violated { .. } => "violated",
            Self::NotEvaluated { .. } => "not_evaluated",
        }
    }
}

/// One rule at one place: what became of it and what it rests on.
///
/// ```
/// use gongkai::{Cell, Edition, Report, validate::validate};
/// let mut report = Report::new(Edition::E2021);
/// for (outcome, figure) in [("upheld", 2), ("corrected", 0), ("other", 0), ("pending", 1), ("total", 4)] {
///     report.set(format!("disputes.reconsideration.{outcome}").parse()?, Cell::exact(figure.into()));
/// }
/// let validation = validate(&report);
/// let finding = validation.findings().next().unwrap();
/// assert_eq!(finding.rule.id, "disputes.group_total");
/// assert_eq!(finding.message(), "upheld 2 + corrected 0 + other 0 + pending 1 = 3 ≠ total 4");
/// assert_eq!(finding.operands.len(), 5);
/// # Ok::<(), gongkai::ParsePathError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// Which instance of it.
    pub at: At,
    /// How much it weighs: the rule's severity, or what a [`Profile`](super::Profile) made of it.
    pub severity: Severity,
    /// What became of it.
    pub verdict: Verdict,
    /// How blank operands were read; `None` when it was not evaluated.
    pub basis: Option<Basis>,
    /// How the expected side must stand to the actual one; `None` for rules that are no sum.
    pub relation: Option<Relation>,
    /// What it rests on, in the order of the rule.
    pub operands: Vec<Operand>,
    /// Why it is to be disregarded, when a [`Profile`](super::Profile) says so.
    pub suppressed: Option<String>,
    /// Whether the actual side is a lower bound: how much of it is known differs with what the text kept.
    pub(super) bounded: bool,
}

impl Finding {
    /// A finding of a rule's own severity.
    pub(crate) const fn new(
        rule: &'static Rule,
        at: At,
        verdict: Verdict,
        basis: Option<Basis>,
        relation: Option<Relation>,
        operands: Vec<Operand>,
    ) -> Self {
        let severity = rule.severity;
        Self { rule, at, severity, verdict, basis, relation, operands, suppressed: None, bounded: false }
    }

    /// What it says, in one line of English.
    pub fn message(&self) -> String {
        super::message::english(self)
    }

    /// The same for the same finding in another reading of the same report.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(self)
    }

    /// Whether the rule does not hold, and no profile disregards it.
    pub const fn is_violated(&self) -> bool {
        matches!(self.verdict, Verdict::Violated { .. }) && self.suppressed.is_none()
    }

    /// The arithmetic written out in the words of the form; `None` for rules that are no sum.
    ///
    /// ```
    /// # use gongkai::{Cell, Edition, Report, validate::validate};
    /// # let mut report = Report::new(Edition::E2021);
    /// # for (outcome, figure) in [("upheld", 2), ("corrected", 0), ("other", 0), ("pending", 1), ("total", 4)] {
    /// #     report.set(format!("disputes.reconsideration.{outcome}").parse()?, Cell::exact(figure.into()));
    /// # }
    /// let finding = validate(&report).findings().next().unwrap();
    /// let arithmetic = finding.in_chinese().unwrap();
    /// assert_eq!(arithmetic, "结果维持 2 + 结果纠正 0 + 其他结果 0 + 尚未审结 1 = 3 ≠ 总计 4");
    /// # Ok::<(), gongkai::ParsePathError>(())
    /// ```
    pub fn in_chinese(&self) -> Option<String> {
        super::message::arithmetic(self, super::message::Words::Chinese)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}: {}", self.rule.id, self.at, self.message())
    }
}
