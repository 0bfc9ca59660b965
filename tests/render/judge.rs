//! Comparing what the crate reads with what was printed.

use std::collections::HashMap;

use gongkai::{Certainty, Fact, Status, plain};

use super::document::{Cell, Document};
use super::notation::Expect;

/// How a layout came off.
#[derive(Default, Clone, Copy)]
pub struct Tally {
    pub documents: usize,
    pub determined: usize,
    pub right: usize,
    pub uncertain: usize,
    pub lost: usize,
    /// Given as `exact` or `resolved`, or as blank or a mark, but otherwise than printed.
    pub wrong: usize,
    /// Right, but only as `repaired`.
    pub repaired: usize,
    pub repaired_wrong: usize,
    pub span_wrong: usize,
    /// Cells that the text does not determine: all, given right, given wrong in a consistent table, in one with
    /// a misprint.
    pub open: usize,
    pub open_right: usize,
    pub open_wrong: usize,
    pub open_misprint: usize,
    /// Ambiguous without the truth among the candidates.
    pub astray: usize,
    /// HTML that the crate was built without.
    pub unread: usize,
}

/// A cell that did not come out right.
pub struct Finding {
    pub what: &'static str,
    pub path: String,
    pub expected: String,
    pub got: String,
}

#[derive(PartialEq, Eq, Clone, Copy)]
enum Verdict {
    Right,
    Uncertain,
    Astray,
    Lost,
    Wrong,
    RepairedWrong,
}

/// Reads the document and compares.
pub fn judge(document: &Document, tally: &mut Tally) -> Vec<Finding> {
    let parsed = gongkai::parse_report(&document.text);
    let mut findings = vec![];
    let facts: HashMap<String, Fact<'_>> = match &parsed {
        Ok(parsed) => parsed.report.facts().map(|fact| (fact.path().to_string(), fact)).collect(),
        Err(error) if error.kind() == gongkai::ErrorKind::Html => {
            tally.unread += 1;
            return findings;
        }
        Err(error) => {
            if document.cells.iter().any(|cell| cell.expect != Expect::Missing) {
                findings.push(finding("error", "", "a report", error.kind().as_str()));
            }
            HashMap::new()
        }
    };
    tally.documents += 1;
    for cell in &document.cells {
        let fact = facts.get(&cell.path);
        let verdict = verdict(cell, fact);
        let got = fact.map_or("no such fact".to_owned(), |fact| describe(fact, &document.text));
        let repaired = fact.is_some_and(|fact| fact.certainty() == Some(Certainty::Repaired));
        tally.repaired += usize::from(repaired && cell.determined && verdict == Verdict::Right);
        if cell.free {
            continue;
        }
        let mut note = |what| findings.push(finding(what, &cell.path, &format!("{:?}", cell.expect), &got));
        if cell.determined {
            tally.determined += 1;
            match verdict {
                Verdict::Right => tally.right += 1,
                Verdict::Uncertain => tally.uncertain += 1,
                Verdict::Astray => (tally.uncertain, tally.astray) = (tally.uncertain + 1, tally.astray + 1),
                Verdict::Lost => tally.lost += 1,
                Verdict::Wrong => tally.wrong += 1,
                Verdict::RepairedWrong => tally.repaired_wrong += 1,
            }
            match verdict {
                Verdict::Right => {}
                Verdict::Uncertain => note("uncertain"),
                Verdict::Astray => note("astray"),
                Verdict::Lost => note("lost"),
                Verdict::Wrong => note("WRONG"),
                Verdict::RepairedWrong => note("REPAIRED WRONG"),
            }
        } else {
            tally.open += 1;
            match verdict {
                Verdict::Right => tally.open_right += 1,
                Verdict::Wrong if document.misprint => {
                    tally.open_misprint += 1;
                    note("open, wrong, misprint");
                }
                Verdict::Wrong => {
                    tally.open_wrong += 1;
                    note("OPEN WRONG");
                }
                Verdict::RepairedWrong => {
                    tally.repaired_wrong += 1;
                    note("REPAIRED WRONG");
                }
                Verdict::Astray => {
                    tally.astray += 1;
                    note("open, astray");
                }
                Verdict::Uncertain | Verdict::Lost => {}
            }
        }
        if verdict == Verdict::Right && cell.determined && !repaired && !span_right(cell, fact) {
            tally.span_wrong += 1;
            note("SPAN");
        }
    }
    findings
}

fn finding(what: &'static str, path: &str, expected: &str, got: &str) -> Finding {
    Finding { what, path: path.to_owned(), expected: expected.to_owned(), got: got.to_owned() }
}

fn verdict(cell: &Cell, fact: Option<&Fact<'_>>) -> Verdict {
    let Some(fact) = fact else {
        return if cell.expect == Expect::Missing { Verdict::Right } else { Verdict::Lost };
    };
    let right = |yes: bool| if yes { Verdict::Right } else { Verdict::Wrong };
    match fact.status() {
        Status::Missing if cell.expect == Expect::Missing => Verdict::Right,
        Status::Missing => Verdict::Lost,
        Status::Blank => right(cell.expect == Expect::Blank),
        Status::NotApplicable => right(cell.expect == Expect::NotApplicable),
        Status::Value => {
            let value = fact.value().map(plain).unwrap_or_default();
            match right(cell.expect == Expect::Value(value)) {
                Verdict::Wrong if fact.certainty() == Some(Certainty::Repaired) => Verdict::RepairedWrong,
                other => other,
            }
        }
        Status::Ambiguous => {
            let candidates = candidates(fact);
            let has = |value: &str| candidates.iter().any(|candidate| candidate == value);
            match &cell.expect {
                Expect::Ambiguous(values) if values.iter().all(|value| has(value)) => Verdict::Right,
                Expect::Value(value) if has(value) => Verdict::Uncertain,
                Expect::Blank if has("") => Verdict::Uncertain,
                Expect::Missing | Expect::NotApplicable => Verdict::Uncertain,
                _ => Verdict::Astray,
            }
        }
        _ => Verdict::Uncertain,
    }
}

fn candidates(fact: &Fact<'_>) -> Vec<String> {
    fact.candidates()
        .iter()
        .map(|candidate| match candidate {
            gongkai::Candidate::Value(value) => plain(*value),
            _ => String::new(),
        })
        .collect()
}

fn span_right(cell: &Cell, fact: Option<&Fact<'_>>) -> bool {
    let span = fact.and_then(|fact| fact.span()).map(|span| (span.range().start, span.range().end));
    match (&cell.expect, span) {
        (Expect::Blank | Expect::Missing, span) => span.is_none(),
        (Expect::Ambiguous(_), _) => true,
        (_, Some(span)) => cell.ranges.contains(&span),
        (_, None) => false,
    }
}

fn describe(fact: &Fact<'_>, text: &str) -> String {
    let printed = fact.span().and_then(|span| span.slice(text)).unwrap_or("");
    let range = fact.span().map(|span| span.range());
    let value = fact.value().map(plain).unwrap_or_default();
    let certainty = fact.certainty().map_or(String::new(), |certainty| format!(" {certainty:?}"));
    let candidates = candidates(fact);
    let candidates = if candidates.is_empty() { String::new() } else { format!(" {candidates:?}") };
    format!("{:?}{certainty} {value}{candidates} {printed:?} {range:?}", fact.status())
}
