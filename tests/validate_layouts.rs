//! What is found in a report does not depend on the layout it came in. `GONGKAI_DOCUMENTS` sets the number of reports.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test"
)]

mod render;

use std::collections::BTreeMap;

use gongkai::validate::{At, Finding, Scope, validate};
use gongkai::{Cell, Edition, FactPath, Report, TableKind, parse_report};
use render::{Document, Expect, Filter, LOOKS, document};

fn documents() -> u64 {
    std::env::var("GONGKAI_DOCUMENTS").ok().and_then(|count| count.parse().ok()).unwrap_or(5)
}

/// What is printed, as a report that was never laid out. Cells that only a text has (`/`, two readings) are left to
/// the layouts.
fn truth(document: &Document) -> Option<Report> {
    let new = document.cells.iter().any(|cell| cell.path.starts_with("requests.other.overdue_fee."));
    let mut report = Report::new(if new { Edition::E2021 } else { Edition::E2019 });
    for cell in document.cells.iter().filter(|cell| !cell.path.starts_with("proactive.")) {
        let path: FactPath = cell.path.parse().unwrap();
        let read = match &cell.expect {
            Expect::Value(value) => Cell::exact(value.parse().unwrap()),
            Expect::Blank => Cell::BLANK,
            _ => return None,
        };
        report.set(path, read);
    }
    Some(report)
}

type Findings = BTreeMap<(&'static str, At), Finding>;

/// The violations within the tables.
fn violated(report: &Report) -> Findings {
    let tables = [TableKind::Requests, TableKind::Disputes].map(Scope::Table);
    let validation = validate(report);
    let findings = validation.findings().filter(|finding| tables.contains(&finding.rule.scope));
    findings.filter(|finding| finding.rule.id != "requests.shape").map(|f| ((f.rule.id, f.at), f)).collect()
}

#[test]
fn findings_are_the_same_in_every_layout() {
    let mut wrong = Vec::new();
    for damages in [vec!["misprint"], vec!["misprint", "zeros_blank"], vec!["misprint", "some_blank"]] {
        let filter = Filter::Only(damages.iter().map(ToString::to_string).collect());
        for look in LOOKS {
            let (mut same, mut lost, mut reports) = (0_u32, 0_u32, 0_u32);
            for seed in 0..documents() {
                let document = document(look.name, seed, &filter);
                let Some(expected) = truth(&document).map(|report| violated(&report)) else { continue };
                let Ok(parsed) = parse_report(&document.text) else { continue };
                reports += 1;
                let found = violated(&parsed.report);
                for (at, finding) in &found {
                    let fingerprint = expected.get(at).map(|finding| finding.fingerprint());
                    if fingerprint != Some(finding.fingerprint()) {
                        wrong.push(format!("{} seed {seed}, {damages:?}: {finding}", look.name));
                    }
                }
                let validation = validate(&parsed.report);
                for &(rule, at) in expected.keys() {
                    if found.contains_key(&(rule, at)) {
                        same += 1;
                    } else {
                        lost += 1;
                        let check = validation.check(rule, at).unwrap();
                        if check.is_satisfied() {
                            wrong.push(format!(
                                "{} seed {seed}, {damages:?}: {rule} {at} satisfied",
                                look.name
                            ));
                        }
                    }
                }
            }
            println!(
                "{:<24} {:<16} {reports:>4} reports: {same:>4} findings the same, {lost:>4} not evaluated",
                damages.join(" "),
                look.name
            );
        }
    }
    assert!(wrong.is_empty(), "{} findings differ:\n{}", wrong.len(), wrong.join("\n"));
}
