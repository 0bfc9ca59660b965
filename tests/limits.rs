//! The limits of `Parser`: what is beyond one is left out openly, never given otherwise, and honest reports are far below.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test"
)]

mod small;

use gongkai::{Code, Diagnostic, Parsed, Parser, Severity, Status, TableKind};

fn reached(parsed: &Parsed) -> Vec<&Diagnostic> {
    parsed.diagnostics.iter().filter(|diagnostic| diagnostic.code == Code::LimitReached).collect()
}

/// What the limits were reached at, by the names of the methods that set them.
fn details(parsed: &Parsed) -> Vec<&str> {
    reached(parsed).iter().map(|diagnostic| diagnostic.detail.as_ref()).collect()
}

fn values(parsed: &Parsed, table: TableKind) -> usize {
    let of_table = parsed.report.facts().filter(|fact| fact.path().table() == table);
    of_table.filter(|fact| fact.status() != Status::Missing).count()
}

/// A report with rows of the publisher's own behind 规章.
fn with_rows(rows: usize) -> String {
    let (text, _) = small::base(true);
    let own: String = (0..rows).map(|row| format!("指南第{row}号\t{row}\t0\t0\n")).collect();
    text.replace("行政规范性文件\t", &format!("{own}行政规范性文件\t"))
}

#[test]
fn a_table_with_too_many_cells_is_missing_and_says_so() {
    let text = with_rows(5000);
    let parsed = Parser::new().parse(&text).unwrap();
    assert_eq!(details(&parsed), ["max_cells: proactive"]);
    // Nothing of the table is given, its place apart; the other tables are as ever.
    assert_eq!(values(&parsed, TableKind::Proactive), 0);
    assert_eq!(values(&parsed, TableKind::Requests), 175);
    let source = parsed.report.source(TableKind::Proactive).unwrap();
    assert_eq!(reached(&parsed)[0].span, Some(source.span));
    assert!(source.span.slice(&text).unwrap().contains("指南第4999号\t4999"));
    assert!(parsed.into_strict().is_err());
    // The limit is the caller's to raise.
    let parsed = Parser::new().max_cells(25_000).parse(&text).unwrap();
    assert_eq!(values(&parsed, TableKind::Proactive), 10);
}

#[test]
fn cells_count_in_layouts_without_separators_too() {
    let (text, _) = small::base(true);
    let line = "1 2 3 4 5 6 7 8 9 10\n".repeat(2000);
    let text = text.replace('\t', " ").replace("五、存在", &format!("{line}五、存在"));
    let parsed = Parser::new().parse(&text).unwrap();
    assert_eq!(details(&parsed), ["max_cells: disputes"]);
    assert_eq!(values(&parsed, TableKind::Disputes), 0);
}

#[test]
fn rows_outside_the_form_are_kept_up_to_a_number() {
    let text = with_rows(1030);
    let parsed = Parser::new().parse(&text).unwrap();
    assert_eq!(parsed.report.proactive.additional.len(), 1024);
    assert_eq!(details(&parsed), ["max_additional_rows"]);
    let first_left_out = reached(&parsed)[0].span.unwrap().slice(&text).unwrap();
    assert_eq!(first_left_out, "指南第1024号\t1024\t0\t0");
    // The rows of the form behind them are read.
    assert_eq!(values(&parsed, TableKind::Proactive), 10);
    let parsed = Parser::new().max_additional_rows(2000).parse(&text).unwrap();
    assert_eq!((parsed.report.proactive.additional.len(), details(&parsed)), (1030, vec![]));
}

#[test]
fn sections_are_listed_up_to_a_number() {
    let (text, _) = small::base(true);
    let text = text.replacen("一、总体情况\n", &"一、总体情况\n全年培训2次。\n".repeat(300), 1);
    let parsed = Parser::new().parse(&text).unwrap();
    assert_eq!(parsed.report.sections.len(), 256);
    assert_eq!(details(&parsed), ["max_sections"]);
    assert_eq!(reached(&parsed)[0].span.unwrap().slice(&text), Some("一、总体情况"));
    // Headings that are not listed still lead to their tables.
    assert_eq!(values(&parsed, TableKind::Requests), 175);
    let parsed = Parser::new().max_sections(400).parse(&text).unwrap();
    assert_eq!((parsed.report.sections.len(), details(&parsed)), (305, vec![]));
}

#[test]
fn diagnostics_are_kept_up_to_a_number() {
    let text = with_rows(500);
    let all = Parser::new().parse(&text).unwrap();
    assert!(all.diagnostics.len() > 500 && details(&all).is_empty());
    assert!(all.diagnostics.iter().all(|diagnostic| diagnostic.severity() < Severity::Error));
    let some = Parser::new().max_diagnostics(100).parse(&text).unwrap();
    assert_eq!(some.diagnostics.len(), 101);
    assert_eq!(details(&some), ["max_diagnostics"]);
    // The report is the same, but no strict reading takes it for one without errors.
    assert_eq!(some.report, all.report);
    assert!(some.into_strict().is_err() && all.into_strict().is_ok());
}

#[test]
fn diagnostics_have_a_default_number() {
    let text = with_rows(4090).replace("\t0\t0\n", "\t甲\t乙\n");
    let parser = Parser::new().max_cells(1 << 20).max_additional_rows(1 << 20);
    let parsed = parser.parse(&text).unwrap();
    assert_eq!(parsed.diagnostics.len(), 4097);
    assert_eq!(details(&parsed), ["max_diagnostics"]);
}

#[test]
fn limits_of_nothing_leave_nothing() {
    let (text, _) = small::base(false);
    let parser = Parser::new().max_cells(0).max_additional_rows(0).max_sections(0).max_diagnostics(0);
    let parsed = parser.parse(&text).unwrap();
    assert_eq!(details(&parsed), ["max_diagnostics"]);
    assert!(parsed.report.sections.is_empty());
    assert!(parsed.report.facts().all(|fact| fact.status() == Status::Missing));
}

/// Fixtures and, where it is there, the corpus: with a sixteenth of the defaults they read the same.
#[test]
fn honest_reports_are_far_below_the_limits() {
    let defaults = Parser::new();
    let narrow = Parser::new()
        .max_cells(16_384 / 16)
        .max_additional_rows(1024 / 16)
        .max_sections(256 / 16)
        .max_diagnostics(4096 / 16);
    let corpus = std::env::var("GONGKAI_CORPUS").ok().map(|corpus| format!("{corpus}/seeds"));
    let folders =
        ["tests/fixtures", "tests/fixtures/extractors"].map(str::to_owned).into_iter().chain(corpus);
    let mut count = 0;
    for entry in folders.flat_map(|folder| std::fs::read_dir(folder).unwrap()) {
        let path = entry.unwrap().path();
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let Ok(parsed) = defaults.parse(&text) else { continue };
        assert_eq!(narrow.parse(&text).unwrap(), parsed, "{}", path.display());
        count += 1;
    }
    assert!(count > 30, "{count}");
}
