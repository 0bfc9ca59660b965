//! What a report claims, checked: its sums, its frame, its years.
//!
//! A rule has one result per instance (a column, a row, a cell): satisfied, violated, or not evaluated with the
//! operands that prevent it. Blank and not-applicable cells are no zeros by themselves: where a rule holds only with
//! blanks as zero, its [`Basis`] says so, and where it fails so, it is violated only in a table whose other
//! identities show that its blanks mean zero. Missing, ambiguous and unreadable cells never count as anything.
//!
//! ```
//! use gongkai::{Cell, Edition, Report, Severity, validate::validate};
//!
//! let mut report = Report::new(Edition::E2021);
//! for (row, figure) in [("received", 887), ("carried_over", 96), ("total", 0), ("carried_forward", 0)] {
//!     report.set(format!("requests.{row}.total").parse()?, Cell::exact(figure.into()));
//! }
//! let validation = validate(&report);
//! let finding = validation.findings().next().unwrap();
//! assert_eq!(finding.rule.id, "requests.balance");
//! assert_eq!(finding.severity, Severity::Error);
//! assert_eq!(
//!     finding.to_string(),
//!     "requests.balance at requests.*.total: received 887 + carried_over 96 = 983 ≠ 0 = total 0 + carried_forward 0"
//! );
//! # Ok::<(), gongkai::ParsePathError>(())
//! ```
//!
//! The rules, by table: [`Rule::all`]. Reports of several years or of a whole administration are compared by
//! [`across_years`] and [`panel()`], the claims of the prose with the tables by [`validate_prose`]; [`locate()`] finds
//! the cells behind failing sums.

mod body;
mod check;
mod comparison;
mod crosswalk;
mod dates;
mod disputes;
mod engine;
mod finding;
mod fingerprint;
mod frame;
mod lanes;
mod linear;
mod locate;
mod meant;
mod message;
mod narrative;
mod operand;
mod panel;
mod place;
mod proactive;
mod profile;
mod requests;
mod rule;
mod shape;
mod share;
mod sheet;
mod table_rule;
mod terms;
#[cfg(test)]
mod tests;
mod validation;
#[cfg(feature = "serde")]
mod wire;
mod years;

pub use check::Check;
pub use comparison::Comparison;
pub use crosswalk::counterpart;
pub use finding::{Basis, Finding, Reason, Verdict};
pub use fingerprint::Fingerprint;
pub use locate::{Cause, Change, Edit, Explanation, Located, Slip, locate};
pub use narrative::validate_prose;
pub use operand::{Operand, Side, Subject, Value};
pub use panel::panel;
pub use place::{At, Place};
pub use profile::{Profile, UnknownRule};
pub use rule::{Relation, Rule, Scope};
pub use validation::{Summary, Validation, validate};
pub use years::across_years;
