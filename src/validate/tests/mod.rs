//! Each rule satisfied, violated, and not evaluated for each kind of reason.

mod disputes;
mod engine;
mod frame;
mod panel;
mod proactive;
mod profile;
mod requests;
mod years;

use super::{Check, Finding, Reason, Verdict, validate};
use crate::report::{Cell, Mark, Report};
use crate::template::{Column, Edition, FactPath, Row, TableKind};
use crate::{Certainty, Span};

/// A report in order, with figures in several columns.
pub(super) fn in_order(edition: Edition) -> Report {
    let mut report = Report::new(edition);
    for path in edition.paths() {
        report.set(path, Cell::exact(0.into()));
    }
    let rows: [(Row, [i64; 7]); 7] = [
        (Row::Received, [10, 3, 0, 1, 0, 2, 16]),
        (Row::CarriedOver, [2, 0, 0, 0, 0, 1, 3]),
        (Row::Granted, [5, 1, 0, 1, 0, 2, 9]),
        (Row::PartiallyGranted, [2, 1, 0, 0, 0, 0, 3]),
        (Row::NotHeld, [3, 0, 0, 0, 0, 0, 3]),
        (Row::Total, [10, 2, 0, 1, 0, 2, 15]),
        (Row::CarriedForward, [2, 1, 0, 0, 0, 1, 4]),
    ];
    for (row, figures) in rows {
        for (&column, figure) in Column::ALL.iter().zip(figures) {
            report.set(FactPath::Requests(row, column), Cell::exact(figure.into()));
        }
    }
    set(&mut report, "disputes.reconsideration.upheld", 2);
    set(&mut report, "disputes.reconsideration.pending", 1);
    set(&mut report, "disputes.reconsideration.total", 3);
    match edition {
        Edition::E2019 => {
            set(&mut report, "proactive.normative_documents.newly_disclosed", 5);
            set(&mut report, "proactive.normative_documents.total_disclosed", 8);
            set(&mut report, "proactive.administrative_penalty.prior_items", 145);
            set(&mut report, "proactive.administrative_penalty.change", -109);
            set(&mut report, "proactive.government_procurement.projects", 22);
            let amount = Cell::exact(147.into()).with_unit(crate::Unit::TenThousandYuan, false);
            report.set(path("proactive.government_procurement.amount"), amount);
        }
        Edition::E2021 => {
            set(&mut report, "proactive.normative_documents.issued", 5);
            set(&mut report, "proactive.normative_documents.repealed", 2);
            set(&mut report, "proactive.normative_documents.in_force", 3);
            let amount = Cell::exact(147.into()).with_unit(crate::Unit::TenThousandYuan, true);
            report.set(path("proactive.administrative_fees.amount"), amount);
            report.proactive.header_unit = Some(crate::Unit::TenThousandYuan);
        }
    }
    report
}

pub(super) fn path(text: &str) -> FactPath {
    text.parse().unwrap_or_else(|_| panic!("no path: {text}"))
}

pub(super) fn set(report: &mut Report, at: &str, figure: i64) {
    put(report, at, Cell::exact(figure.into()));
}

pub(super) fn put(report: &mut Report, at: &str, cell: Cell) {
    assert!(report.set(path(at), cell), "{at} is not in the edition");
}

pub(super) fn unreadable() -> Cell {
    Cell::unreadable(Span::new(1, 2))
}

pub(super) fn slash() -> Cell {
    Cell::not_applicable(Mark::Slash, Span::new(1, 2))
}

/// The finding of a rule at an instance.
pub(super) fn finding(report: &Report, rule: &str, at: &str) -> Finding {
    check(report, rule, at).finding()
}

pub(super) fn check<'r>(report: &'r Report, rule: &str, at: &str) -> Check<'r> {
    let validation = validate(report);
    let found = validation.checks().find(|check| check.rule().id == rule && check.at().to_string() == at);
    found.unwrap_or_else(|| panic!("no {rule} at {at}"))
}

pub(super) fn outcome(report: &Report, rule: &str, at: &str) -> &'static str {
    finding(report, rule, at).verdict.as_str()
}

/// What is expected and what is there.
pub(super) fn violation(report: &Report, rule: &str, at: &str) -> (String, String) {
    match finding(report, rule, at).verdict {
        Verdict::Violated { expected, actual } => (expected.to_string(), actual.to_string()),
        other => panic!("{rule} at {at} is {other:?}"),
    }
}

/// Why it was not evaluated, and what is missing.
pub(super) fn doubt(report: &Report, rule: &str, at: &str) -> (Reason, Vec<String>) {
    match finding(report, rule, at).verdict {
        Verdict::NotEvaluated { reason, missing } => {
            (reason, missing.iter().map(ToString::to_string).collect())
        }
        other => panic!("{rule} at {at} is {other:?}"),
    }
}

/// That a rule is not evaluated when one of its operands is missing, ambiguous or unreadable, and names it.
pub(super) fn doubts(report: &Report, rule: &str, at: &str, operand: &str) {
    let before = outcome(report, rule, at);
    for cell in [Cell::MISSING, Cell::ambiguous(None), unreadable()] {
        let mut report = report.clone();
        put(&mut report, operand, cell);
        let expected = (Reason::Operands, vec![operand.to_string()]);
        assert_eq!(doubt(&report, rule, at), expected, "{rule} was {before}, without {operand}");
        let found = finding(&report, rule, at);
        assert_eq!(found.basis, None);
        assert!(found.message().contains(operand), "{}", found.message());
    }
}

pub(super) fn violated(report: &Report) -> Vec<String> {
    let validation = validate(report);
    validation.findings().map(|finding| format!("{} {}", finding.rule.id, finding.at)).collect()
}

#[test]
fn a_report_in_order_has_no_finding() {
    for edition in [Edition::E2019, Edition::E2021] {
        let report = in_order(edition);
        assert_eq!(violated(&report), Vec::<String>::new());
        let validation = validate(&report);
        for table in TableKind::ALL {
            assert_eq!(validation.summary(table).satisfied_blank_as_zero, 0);
            assert_eq!(validation.blank_means_zero(table), None);
        }
        // The text was never read, so there is no table whose rows could be out of shape.
        assert_eq!(validation.summary(TableKind::Requests).not_evaluated, 1);
        let rows = Row::of(edition).count() as u32;
        assert_eq!(validation.summary(TableKind::Requests).satisfied, 3 * 7 + rows + 7 * rows);
        assert_eq!(validation.summary(TableKind::Disputes).satisfied, 3);
    }
}

#[test]
fn a_repaired_figure_counts_like_any_other() {
    let mut report = in_order(Edition::E2021);
    put(&mut report, "requests.granted.total", Cell::figure(8, 0, Certainty::Repaired, Span::new(1, 2)));
    assert_eq!(
        violated(&report),
        ["requests.results_total requests.*.total", "requests.row_total requests.granted.*"]
    );
}
