//! What a rule is: its id, where it applies, how much it weighs, what it requires.

use core::fmt;

use super::{engine, narrative, panel, years};
use crate::diagnostic::Severity;
use crate::template::TableKind;

/// What a rule looks at.
///
/// ```
/// use gongkai::{TableKind, validate::{Rule, Scope}};
/// let of_requests = Rule::all().filter(|rule| rule.scope == Scope::Table(TableKind::Requests));
/// assert!(of_requests.count() > 5);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Scope {
    /// The figures of one table.
    Table(TableKind),
    /// Title, period, sections, signature, editions.
    Report,
    /// What the prose claims, compared with the tables.
    Prose,
    /// Two reports of one body for consecutive years.
    Years,
    /// A report and those it sums up.
    Panel,
}

impl Scope {
    /// The table whose figures are looked at.
    pub(super) const fn table(self) -> Option<TableKind> {
        match self {
            Self::Table(table) => Some(table),
            _ => None,
        }
    }
}

/// A rule of validation. Ids and severities are public and stable.
///
/// ```
/// use gongkai::{Severity, validate::Rule};
/// let balance = Rule::by_id("requests.balance").unwrap();
/// assert_eq!(balance.severity, Severity::Error);
/// assert_eq!(balance.holds, "received + carried_over = total + carried_forward");
/// assert!(Rule::all().count() > 20);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Rule {
    /// The stable name, such as `requests.balance`.
    pub id: &'static str,
    /// What it looks at.
    pub scope: Scope,
    /// How much a violation weighs, unless a [`Profile`](super::Profile) says otherwise.
    pub severity: Severity,
    /// What must hold, in the names of the paths.
    pub holds: &'static str,
    /// What must hold, in the words of the form.
    pub chinese: &'static str,
}

impl Rule {
    pub(crate) const fn new(
        id: &'static str,
        scope: Scope,
        severity: Severity,
        holds: &'static str,
        chinese: &'static str,
    ) -> Self {
        Self { id, scope, severity, holds, chinese }
    }

    /// Every rule.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        let report = engine::rules().map(|row| &row.rule);
        report.chain(&narrative::RULES).chain(&years::RULES).chain(&panel::RULES)
    }

    /// The rule of this id.
    pub fn by_id(id: &str) -> Option<&'static Self> {
        Self::all().find(|rule| rule.id == id)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}

/// How the expected and the actual side of a rule must stand to each other.
///
/// ```
/// use gongkai::{Column, validate::{At, Relation, validate}};
/// let report = gongkai::Report::new(gongkai::Edition::E2021);
/// let check = validate(&report).check("requests.balance", At::Column(Column::Total)).unwrap();
/// assert_eq!(check.finding().relation, Some(Relation::Equal));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Relation {
    /// expected = actual
    Equal,
    /// expected ≥ actual
    AtLeast,
    /// expected ≤ actual
    AtMost,
}

impl Relation {
    /// Whether the two sides stand so.
    ///
    /// ```
    /// use gongkai::validate::Relation;
    /// assert!(Relation::AtLeast.holds(&3, &2));
    /// assert!(!Relation::Equal.holds(&3, &2));
    /// ```
    pub fn holds<T: Ord>(self, expected: &T, actual: &T) -> bool {
        match self {
            Self::Equal => expected == actual,
            Self::AtLeast => expected >= actual,
            Self::AtMost => expected <= actual,
        }
    }

    /// The sign between the two sides when it does not hold.
    pub(crate) const fn broken_sign(self) -> &'static str {
        match self {
            Self::Equal => "≠",
            Self::AtLeast => "<",
            Self::AtMost => ">",
        }
    }

    /// The sign between the two sides when it holds.
    pub(crate) const fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::AtLeast => "≥",
            Self::AtMost => "≤",
        }
    }
}
