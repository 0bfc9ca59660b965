//! Figures as read, in a few characters each, so that a row is compared at a glance.
#![allow(dead_code, unreachable_pub)]
#![allow(clippy::unwrap_used, clippy::panic)]

use gongkai::{Certainty, Fact, Parsed, Status, plain};

pub const COLUMNS: [&str; 7] =
    ["natural_person", "business", "research", "public_interest", "legal_service", "other_org", "total"];

pub fn fact<'p>(parsed: &'p Parsed, path: &str) -> Fact<'p> {
    parsed.report.facts().find(|fact| fact.path().to_string() == path).unwrap_or_else(|| panic!("no {path}"))
}

/// The figure, `?` behind it when it is resolved and `!` when it is repaired; `_` blank, `/` not applicable, `*` ambiguous,
/// `x` missing.
pub fn shown(parsed: &Parsed, path: &str) -> String {
    let fact = fact(parsed, path);
    let figure = || plain(fact.value().unwrap());
    match (fact.status(), fact.certainty()) {
        (Status::Value, Some(Certainty::Exact)) => figure(),
        (Status::Value, Some(Certainty::Resolved)) => figure() + "?",
        (Status::Value, _) => figure() + "!",
        (Status::Blank, _) => "_".to_owned(),
        (Status::NotApplicable, _) => "/".to_owned(),
        (Status::Ambiguous, _) => "*".to_owned(),
        (Status::Missing, _) => "x".to_owned(),
        (other, _) => format!("{other:?}"),
    }
}

/// The seven figures of a row of the requests.
pub fn row(parsed: &Parsed, row: &str) -> String {
    COLUMNS.map(|column| shown(parsed, &format!("requests.{row}.{column}"))).join(" ")
}

/// The fifteen figures of the disputes.
pub fn disputes(parsed: &Parsed) -> String {
    let paths = parsed.report.facts().map(|fact| fact.path().to_string());
    let own = paths.filter(|path| path.starts_with("disputes."));
    own.map(|path| shown(parsed, &path)).collect::<Vec<_>>().join(" ")
}
