//! A document cut anywhere: no panic, and no figure given as certain that the whole document does not give,
//! except in the last row before the cut.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod render;

use std::collections::HashMap;

use gongkai::{Certainty, parse_report, plain};
use render::{Filter, LOOKS, document};

/// Path to value and end, of the figures given as certain.
fn certain(text: &str) -> HashMap<String, (String, usize)> {
    let Ok(parsed) = parse_report(text) else { return HashMap::new() };
    parsed
        .report
        .facts()
        .filter(|fact| matches!(fact.certainty(), Some(Certainty::Exact | Certainty::Resolved)))
        .filter_map(|fact| {
            let end = fact.span()?.range().end;
            Some((fact.path().to_string(), (plain(fact.value()?), end)))
        })
        .collect()
}

/// The row a path belongs to.
fn row(path: &str) -> &str {
    match path.split_once('.') {
        Some(("disputes", _)) => "disputes",
        _ => path.rsplit_once('.').map_or(path, |(row, _)| row),
    }
}

fn cut(name: &str, text: &str) -> Vec<String> {
    let whole = certain(text);
    let mut failures = vec![];
    for at in (0..text.len()).step_by(97) {
        let at = (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
        let part = certain(&text[..at]);
        let last = part.iter().max_by_key(|(_, (_, end))| *end).map(|(path, _)| row(path).to_owned());
        for (path, (value, _)) in &part {
            let same = whole.get(path).is_some_and(|(full, _)| full == value);
            if !same && Some(row(path)) != last.as_deref() {
                let full = whole.get(path).map_or("not certain", |(full, _)| full);
                failures.push(format!("{name} cut at {at}: {path} is {value}, of the whole document {full}"));
            }
        }
    }
    failures
}

#[test]
fn a_cut_document_invents_nothing() {
    let count: u64 = if std::env::var("GONGKAI_FULL").is_ok() { 40 } else { 3 };
    let mut failures = vec![];
    for look in LOOKS.iter().map(|look| look.name).chain(["mixed"]) {
        for seed in 0..count {
            let filter = if seed % 3 == 0 { Filter::None } else { Filter::All };
            let text = document(look, 9000 + seed, &filter).text;
            let plain = text.replace("\r\n", "\n");
            let plain = plain.trim_start_matches('\u{feff}');
            let crlf = plain.replace('\n', "\r\n");
            let variants =
                [("lf", plain.to_owned()), ("crlf", crlf.clone()), ("bom", format!("\u{feff}{crlf}"))];
            for (ends, text) in variants {
                failures.extend(cut(&format!("{look}:{} {ends}", 9000 + seed), &text));
            }
        }
    }
    let shown: Vec<&String> = failures.iter().take(20).collect();
    assert!(failures.is_empty(), "{} figures:\n{shown:#?}", failures.len());
}

/// Fixtures of every layout, as they are written by hand.
#[test]
fn a_cut_fixture_invents_nothing() {
    let mut failures = vec![];
    for folder in ["tests/fixtures", "tests/fixtures/extractors"] {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "txt") {
                failures.extend(cut(&path.display().to_string(), &std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let shown: Vec<&String> = failures.iter().take(40).collect();
    assert!(failures.is_empty(), "{} figures:\n{shown:#?}", failures.len());
}
