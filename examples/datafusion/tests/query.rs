//! The program as a user runs it: texts into a Parquet file, figures out of it by SQL.

use std::path::Path;
use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gongkai-datafusion")).args(arguments).output().unwrap()
}

fn shown(sql: &str) -> String {
    let output = run(&[sql]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The cells of a printed table, without its frame and head.
fn rows(table: &str) -> Vec<Vec<&str>> {
    let rows = table.lines().filter(|line| line.starts_with('|')).skip(1);
    rows.map(|row| row.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

/// The bundled sample and a text that is no report.
fn packed(name: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let news = folder.join(format!("{name}-news.txt"));
    std::fs::write(&news, "今日本市有雨。\n").unwrap();
    let out = folder.join(format!("{name}.parquet"));
    let _ = std::fs::remove_file(&out);
    let out = out.to_str().unwrap().to_owned();
    let output = run(&["--pack", &out, "../sample-report.txt", news.to_str().unwrap()]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    out
}

#[test]
fn figures_by_sql() {
    let file = packed("figures");
    let table = shown(&format!(
        "SELECT path, value, certainty, raw, \"end\" - start AS bytes FROM parse_report('{file}')
         WHERE path IN ('requests.received.total', 'proactive.administrative_fees.amount') ORDER BY path"
    ));
    // 286.45 万元, and 46 requests.
    let fees = ["proactive.administrative_fees.amount", "2864500", "exact", "286.45", "6"];
    assert_eq!(rows(&table), [fees, ["requests.received.total", "46", "exact", "46", "2"]], "{table}");
}

#[test]
fn every_figure_and_what_is_none() {
    let file = packed("every");
    let table = shown(&format!(
        "SELECT coalesce(error, status) AS what, count(*) FROM parse_report('{file}') GROUP BY 1 ORDER BY 1"
    ));
    // 规章 has three `/`.
    assert_eq!(rows(&table), [["not_a_report", "1"], ["not_applicable", "3"], ["value", "197"]], "{table}");
}

#[test]
fn sums_over_reports() {
    let file = packed("sums");
    let table = shown(&format!(
        "SELECT sum(CAST(value AS DECIMAL(20, 4))) FROM parse_report('{file}') WHERE path LIKE 'requests.received.%'"
    ));
    assert_eq!(rows(&table), [["92.0000"]], "46 and its parts: {table}");
}

#[test]
fn wrong_arguments() {
    assert!(!run(&[]).status.success());
    let output = run(&["SELECT * FROM parse_report(3)"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("the path of a Parquet file"));
    let help = run(&["--help"]);
    assert!(help.status.success());
    assert!(String::from_utf8_lossy(&help.stdout).contains("parse_report"));
}
