//! The bundled sample as real extractors leave it: what the README says of them.
//!
//! The sample was set as the form prints it (`sample.html`, with its spanned cells), printed to PDF by Chromium and
//! turned into Word by pandoc; the texts are what each tool made of these, as they are.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

use std::path::Path;

use gongkai::{Certainty, Fact, Status, parse_report, plain};

const SAMPLE: &str = include_str!("../examples/sample-report.txt");

/// Of the sample's 200 figures, how many come out right. Of the others none may come out otherwise than printed.
#[track_caller]
fn figures(file: &str, least: usize) {
    let text = std::fs::read_to_string(Path::new("tests/fixtures/extractors").join(file)).unwrap();
    let truth = parse_report(SAMPLE).unwrap().report;
    let report = parse_report(&text).unwrap_or_else(|error| panic!("{file}: {error}")).report;
    let mut right = 0;
    let mut wrong = Vec::new();
    for fact in truth.facts() {
        let path = fact.path();
        let other = report.facts().find(|other| other.path() == path);
        let other = other.unwrap_or_else(|| panic!("{file}: {path} is no figure of its edition"));
        if said(fact) == said(other) {
            right += 1;
            let printed = other.span().map(|span| span.slice(&text).unwrap());
            assert_eq!(printed, fact.span().map(|span| span.slice(SAMPLE).unwrap()), "{file}: {path}");
        } else if claims(other) {
            wrong.push(format!("{path} is {} {:?}", said(other).1, other.certainty()));
        }
    }
    println!("{file}: {right} of 200");
    assert!(wrong.is_empty(), "{file}: {} figures are wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(right >= least, "{file}: only {right} right");
}

fn said(fact: Fact<'_>) -> (Status, String) {
    (fact.status(), fact.value().map(plain).unwrap_or_default())
}

/// Whether a figure says that something certain stands there.
fn claims(fact: Fact<'_>) -> bool {
    match fact.status() {
        Status::Value => fact.certainty() != Some(Certainty::Repaired),
        status => matches!(status, Status::Blank | Status::NotApplicable),
    }
}

#[test]
fn pdf_with_the_layout_kept() {
    figures("pdftotext-layout.txt", 200);
}

#[test]
fn pdf_line_by_line() {
    figures("pdftotext-raw.txt", 200);
}

#[test]
fn pdf_cell_by_cell() {
    figures("mutool.txt", 200);
}

/// The labels of the last two rows stand behind the figures of both.
#[test]
fn pdf_in_reading_order() {
    figures("pdftotext.txt", 200);
}

#[test]
fn word() {
    figures("docx2txt.txt", 200);
    figures("pandoc-plain.txt", 200);
    figures("pandoc-gfm.txt", 200);
}

#[test]
fn web_page_as_a_terminal_shows_it() {
    figures("w3m.txt", 200);
    figures("lynx.txt", 200);
}

#[test]
fn web_page_with_its_tags_replaced() {
    figures("beautifulsoup-tab.txt", 200);
    figures("beautifulsoup-newline.txt", 200);
}

#[test]
fn web_page_with_its_tags_stripped() {
    figures("beautifulsoup.txt", 197);
}

/// The page itself, spans its own: cells over several rows and columns.
#[cfg(feature = "html")]
#[test]
fn web_page_as_it_is() {
    figures("sample.html", 200);
}
