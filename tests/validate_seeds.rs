//! What validation must say of the real reports in `GONGKAI_CORPUS`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test"
)]

use std::path::PathBuf;

use gongkai::validate::{Basis, Cause, Finding, Verdict, locate, validate};
use gongkai::{Report, TableKind, parse_report};

fn corpus(file: &str) -> Option<Report> {
    let Some(folder) = std::env::var_os("GONGKAI_CORPUS") else {
        eprintln!("GONGKAI_CORPUS is not set: {file} is NOT checked");
        return None;
    };
    let path = PathBuf::from(folder).join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Some(parse_report(&text).unwrap().report)
}

fn violated(report: &Report) -> Vec<String> {
    let validation = validate(report);
    validation.findings().map(|finding| format!("{} {}", finding.rule.id, finding.at)).collect()
}

fn finding(report: &Report, rule: &str, at: &str) -> Finding {
    let validation = validate(report);
    let found = validation.checks().find(|check| check.rule().id == rule && check.at().to_string() == at);
    found.unwrap().finding()
}

#[test]
fn xunwu_decides_more_than_it_received() {
    let Some(report) = corpus("seeds/xunwu-2020.txt") else { return };
    assert_eq!(
        violated(&report),
        [
            "requests.exceeds_intake requests.*.natural_person",
            "requests.exceeds_intake requests.*.total",
            "requests.shape requests",
            "report.sections report",
        ]
    );
    let exceeds = finding(&report, "requests.exceeds_intake", "requests.*.total");
    assert_eq!(exceeds.basis, Some(Basis::Strict));
    assert_eq!(
        exceeds.message(),
        "received 3 + carried_over 0 = 3 < 5 = granted 3 + denied.administrative_inquiry 2 + 12 zeros"
    );
    let Verdict::NotEvaluated { missing, .. } =
        finding(&report, "requests.balance", "requests.*.total").verdict
    else {
        panic!("the balance has no total row to be checked with");
    };
    let missing: Vec<_> = missing.iter().map(ToString::to_string).collect();
    assert_eq!(missing, ["requests.total.total", "requests.carried_forward.total"]);
    assert_eq!(validate(&report).summary(TableKind::Disputes).not_evaluated, 3);
    let sections = finding(&report, "report.sections", "report").message();
    assert!(sections.ends_with("expected 1 2 3 4 5 6, actual 1 2 3 5 6"), "{sections}");
}

#[test]
fn ningwu_holds_with_blanks_as_zero_and_says_so() {
    let Some(report) = corpus("seeds/ningwu-2020.txt") else { return };
    assert_eq!(violated(&report), Vec::<String>::new());
    let balance = finding(&report, "requests.balance", "requests.*.total");
    assert_eq!((balance.verdict, balance.basis), (Verdict::Satisfied, Some(Basis::BlankAsZero)));
    assert_eq!(validate(&report).blank_means_zero(TableKind::Requests), Some(true));
    assert_eq!(validate(&report).summary(TableKind::Requests).not_evaluated, 0);
}

#[test]
fn baofeng_is_signed_before_its_period_ends() {
    let Some(report) = corpus("seeds/baofeng-2020.txt") else { return };
    assert_eq!(violated(&report), ["report.signature report"]);
    let message = finding(&report, "report.signature", "report").message();
    assert!(message.ends_with("expected after 2020-12-31, actual 2020-01-25"), "{message}");
    assert_eq!(validate(&report).total().not_evaluated, 0);
}

#[test]
fn zeku_neither_decides_nor_carries_forward_what_it_received() {
    let Some(report) = corpus("seeds/zeku-2020.txt") else { return };
    let columns = ["public_interest", "other_org", "total"];
    assert_eq!(violated(&report), columns.map(|column| format!("requests.balance requests.*.{column}")));
    assert_eq!(
        finding(&report, "requests.balance", "requests.*.total").message(),
        "received 887 + carried_over 96 = 983 ≠ 0 = total 0 + carried_forward 0"
    );
    let group = |name: &str| finding(&report, "disputes.group_total", &format!("disputes.{name}.*")).verdict;
    assert_eq!(group("reconsideration"), Verdict::Satisfied);
    assert_eq!(group("litigation_direct"), Verdict::Satisfied);
    assert_eq!(group("litigation_after_reconsideration").as_str(), "not_evaluated");

    // The row that is carried forward was never filled in.
    let [located] = locate(&report).try_into().unwrap();
    assert_eq!((located.table, located.cause), (TableKind::Requests, Cause::Misprint));
    let [explanation] = located.explanations.as_slice() else { panic!("{located:?}") };
    let changes: Vec<_> =
        explanation.changes.iter().map(|change| (change.path.to_string(), change.to)).collect();
    let amounts = [260, 723, 983];
    let expected =
        columns.map(|column| format!("requests.carried_forward.{column}")).into_iter().zip(amounts);
    assert_eq!(changes, expected.collect::<Vec<_>>());
}

#[test]
fn xinye_has_no_finding() {
    let Some(report) = corpus("seeds/xinye-2020.txt") else { return };
    assert_eq!(violated(&report), Vec::<String>::new());
    assert_eq!(validate(&report).summary(TableKind::Requests).not_evaluated, 0);
    assert_eq!(validate(&report).summary(TableKind::Disputes).satisfied, 3);
}

#[test]
fn huaian_has_no_finding_through_any_extractor() {
    for extractor in ["pdfminer", "plumber", "plumber_layout", "pymupdf", "pymupdf_sort"] {
        let Some(report) = corpus(&format!("huaian2024/{extractor}.txt")) else { return };
        assert_eq!(violated(&report), Vec::<String>::new(), "{extractor}");
        let (requests, disputes) =
            (validate(&report).summary(TableKind::Requests), validate(&report).summary(TableKind::Disputes));
        println!("{extractor}: {requests:?} {disputes:?}");
        // pdfminer gives the figures column by column and loses some; the others keep every row.
        if extractor != "pdfminer" {
            assert_eq!((requests.not_evaluated, disputes.not_evaluated), (0, 0), "{extractor}");
            assert_eq!(requests.satisfied_blank_as_zero, 0, "{extractor}");
        }
    }
}
