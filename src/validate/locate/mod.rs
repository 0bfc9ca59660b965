//! Which cells can be wrong, when sums do not add up.

mod edit;
mod search;
mod slip;
mod system;

use alloc::vec::Vec;

use self::system::System;
use super::check::Check;
use super::place::At;
use super::rule::Rule;
use super::validation::{Validation, validate};
use crate::Span;
use crate::report::{Certainty, Report};
use crate::template::{FactPath, TableKind};

pub use self::edit::Edit;
pub use self::slip::Slip;

/// At most so many explanations are given for a table.
const MOST: usize = 16;

/// A table whose identities fail, with the smallest explanations. Nothing is ever applied to the report.
///
/// ```
/// use gongkai::validate::locate;
/// let text = &std::fs::read_to_string("examples/sample-report.txt").unwrap();
/// let report = gongkai::parse_report(text)?.report;
/// // A column of results is one more than its total, and a row one more than its sum.
/// let located = &locate(&report)[0];
/// assert_eq!(located.table, gongkai::TableKind::Requests);
/// assert!(!located.broken.is_empty() && !located.explanations.is_empty());
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Located {
    /// The table.
    pub table: TableKind,
    /// The identities that fail, by rule id and instance.
    pub broken: Vec<(&'static str, At)>,
    /// Equally small explanations, likely slips first: each alone makes every identity of the table hold. Empty when
    /// more than three cells would have to change.
    pub explanations: Vec<Explanation>,
    /// Whose error it probably is.
    pub cause: Cause,
    /// Whether these are all equally small explanations; `false` when the search or the list was cut at its bound.
    pub complete: bool,
    /// Whether every identity that shares a cell with a failed one could be evaluated.
    crossed: bool,
}

/// Changes that together make every identity hold.
///
/// ```
/// let text = &std::fs::read_to_string("examples/sample-report.txt").unwrap();
/// let report = gongkai::parse_report(text)?.report;
/// for explanation in &gongkai::validate::locate(&report)[0].explanations {
///     let changes = explanation.changes.iter().map(|change| format!("{} to {}", change.path, change.to));
///     println!("{:?} {}", explanation.edit, changes.collect::<Vec<_>>().join(", "));
/// }
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Explanation {
    /// The one edit to the cells of the text that makes all these changes, if there is one.
    pub edit: Option<Edit>,
    /// The cells that would be other figures, in table order.
    pub changes: Vec<Change>,
}

/// A cell that would be another figure.
///
/// ```
/// let text = &std::fs::read_to_string("examples/sample-report.txt").unwrap();
/// let report = gongkai::parse_report(text)?.report;
/// let change = gongkai::validate::locate(&report)[0].explanations[0].changes[0];
/// assert_ne!(change.from, Some(change.to));
/// assert!(change.span.is_some());
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Change {
    /// Which cell.
    pub path: FactPath,
    /// What it is; `None` for a blank.
    pub from: Option<i64>,
    /// What it would be.
    pub to: i64,
    /// Where it is printed.
    pub span: Option<Span>,
    /// The slip of a hand that makes the one of the other.
    pub slip: Option<Slip>,
}

/// Whose error a failing identity probably is.
///
/// ```
/// use gongkai::validate::Cause;
/// let text = &std::fs::read_to_string("examples/sample-report.txt").unwrap();
/// let report = gongkai::parse_report(text)?.report;
/// assert_eq!(gongkai::validate::locate(&report)[0].cause, Cause::Misprint);
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Cause {
    /// The publisher's: the text clearly prints these figures.
    Misprint,
    /// The extractor's: one edit to the cells of the text repairs every identity, or the figures were not read
    /// literally to begin with.
    Extraction,
    /// Either, or unknown.
    Undecided,
}

impl Located {
    /// The one cell that must be wrong if only one is; `None` where several explanations are equally small, or where
    /// rows or columns that cross it could not be evaluated.
    pub fn certain(&self) -> Option<&Change> {
        match self.explanations.as_slice() {
            [Explanation { edit: None, changes }]
                if self.complete && self.crossed && self.broken.len() > 1 =>
            {
                match changes.as_slice() {
                    [change] => Some(change),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

/// Finds the smallest sets of cells whose change makes every identity of a table hold, for each table where one fails.
///
/// A row and a column that fail by the same amount cross in one cell. Sets of up to three cells are searched; figures
/// never become negative.
///
/// ```
/// use gongkai::{Cell, Edition, Report, validate::{Slip, locate}};
/// let mut report = Report::new(Edition::E2021);
/// for path in Edition::E2021.paths() {
///     report.set(path, Cell::exact(0.into()));
/// }
/// for row in ["received", "granted", "total"] {
///     report.set(format!("requests.{row}.natural_person").parse()?, Cell::exact(52.into()));
///     report.set(format!("requests.{row}.total").parse()?, Cell::exact(52.into()));
/// }
/// report.set("requests.granted.natural_person".parse()?, Cell::exact(25.into()));
/// let located = locate(&report);
/// let change = located[0].certain().unwrap();
/// assert_eq!(change.path.to_string(), "requests.granted.natural_person");
/// assert_eq!((change.from, change.to, change.slip), (Some(25), 52, Some(Slip::DigitsSwapped)));
/// # Ok::<(), gongkai::ParsePathError>(())
/// ```
pub fn locate(report: &Report) -> Vec<Located> {
    let validation = validate(report);
    TableKind::ALL.into_iter().filter_map(|table| locate_in(&validation, table)).collect()
}

fn locate_in(validation: &Validation<'_>, table: TableKind) -> Option<Located> {
    let of_table = |check: &Check<'_>| check.is_identity() && check.table() == Some(table);
    let broken: Vec<(&Rule, At)> = validation
        .checks()
        .filter(|check| of_table(check) && check.is_violated())
        .map(|check| (check.rule(), check.at()))
        .collect();
    if broken.is_empty() {
        return None;
    }
    let system = System::new(validation.checks().filter(of_table), table);
    let found = search::smallest(&system);
    let (edits, all_edits) = edit::repairs(&system);
    let smallest = found.sets.first().map(Vec::len);
    let mut explanations: Vec<Explanation> = found.sets.iter().map(|set| system.explain(None, set)).collect();
    explanations.sort_by_key(|explanation| {
        let plain = explanation.changes.iter().filter(|change| change.slip.is_none()).count();
        (plain, explanation.changes.iter().map(|change| change.path).collect::<Vec<_>>())
    });
    let edits = edits.iter().map(|(edit, set)| system.explain(Some(*edit), set));
    let cause = cause(&system, &explanations, smallest, edits.len() > 0);
    // One edit is less than several misprints, but more than one.
    if smallest == Some(1) {
        explanations.extend(edits);
    } else {
        // What one edit does needs no second account as so many misprints.
        let edits: Vec<Explanation> = edits.collect();
        explanations.retain(|one| !edits.iter().any(|edit| edit.changes == one.changes));
        explanations.splice(0..0, edits);
    }
    let complete = found.complete && all_edits && explanations.len() <= MOST;
    explanations.truncate(MOST);
    let broken = broken.into_iter().map(|(rule, at)| (rule.id, at)).collect();
    Some(Located { table, broken, explanations, cause, complete, crossed: system.crossed })
}

fn cause(system: &System, sets: &[Explanation], smallest: Option<usize>, edited: bool) -> Cause {
    let literal =
        |change: &Change| system.certainty(change.path).is_none_or(|certainty| certainty == Certainty::Exact);
    let all_literal = sets.iter().flat_map(|explanation| &explanation.changes).all(literal);
    match (smallest, edited) {
        (None, false) => Cause::Undecided,
        _ if !all_literal => {
            let none_literal = sets.iter().all(|explanation| !explanation.changes.iter().any(literal));
            if none_literal { Cause::Extraction } else { Cause::Undecided }
        }
        (Some(1), true) => Cause::Undecided,
        (_, true) => Cause::Extraction,
        (Some(_), false) => Cause::Misprint,
    }
}
