//! One real report through five PDF text extractors, against its figures as read from the page by eye.
//! Needs `GONGKAI_CORPUS`; without it the tests say so and pass.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;

use gongkai::{Certainty, Status, parse_report, plain};

fn folder() -> Option<PathBuf> {
    let Ok(corpus) = std::env::var("GONGKAI_CORPUS") else {
        eprintln!("SKIPPED: GONGKAI_CORPUS is not set, the real report is not read");
        return None;
    };
    Some(PathBuf::from(corpus).join("huaian2024"))
}

fn figures(folder: &std::path::Path) -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(folder.join("figures.jsonl")).unwrap();
    text.lines()
        .map(|line| {
            let figure: serde_json::Value = serde_json::from_str(line).unwrap();
            (figure["path"].as_str().unwrap().to_owned(), figure["value"].as_str().unwrap().to_owned())
        })
        .collect()
}

/// Reads one file and returns how many figures are right, and what is not.
fn read(name: &str) -> Option<(usize, Vec<String>, Vec<String>)> {
    let folder = folder()?;
    let figures = figures(&folder);
    assert_eq!(figures.len(), 200);
    let text = std::fs::read_to_string(folder.join(name)).unwrap();
    let report = parse_report(&text).unwrap().report;
    let (mut right, mut unsure, mut wrong) = (0, vec![], vec![]);
    let mut places = HashSet::new();
    for fact in report.facts() {
        let path = fact.path().to_string();
        let expected = &figures[&path];
        let value = fact.value().map(plain);
        let line = format!("{path}: expected {expected}, got {:?} {value:?}", fact.status());
        if fact.status() == Status::Value && value.as_ref() == Some(expected) {
            right += 1;
            let span = fact.span().unwrap();
            let printed = span.slice(&text).unwrap();
            let shown = if path.ends_with("fees.amount") { "96171.6" } else { expected };
            assert_eq!(printed, shown, "{name}: {path} at {span:?}");
            assert!(places.insert(span.range().start), "{name}: {path} shares its place with another figure");
        } else if fact.certainty() == Some(Certainty::Repaired)
            || !matches!(fact.status(), Status::Value | Status::Blank | Status::NotApplicable)
        {
            unsure.push(line);
        } else {
            wrong.push(line);
        }
    }
    println!("{name}: {right} of 200 right, {} unsure, {} wrong", unsure.len(), wrong.len());
    Some((right, unsure, wrong))
}

fn all_right(name: &str) {
    let Some((right, unsure, wrong)) = read(name) else { return };
    assert!(wrong.is_empty(), "{name}:\n{}", wrong.join("\n"));
    assert_eq!(right, 200, "{name}:\n{}", unsure.join("\n"));
}

#[test]
fn cells_one_to_a_line() {
    all_right("pymupdf.txt");
}

#[test]
fn columns_kept_by_spaces() {
    all_right("pymupdf_sort.txt");
}

#[test]
fn columns_kept_by_characters() {
    all_right("plumber_layout.txt");
}

#[test]
fn lines_of_the_page() {
    all_right("plumber.txt");
}

#[test]
fn labels_first_then_columns() {
    let Some((right, _, wrong)) = read("pdfminer.txt") else { return };
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(right >= 190, "{right} of 200 right");
}
