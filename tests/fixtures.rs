//! Small reports of our own, one for each layout and kind of damage, with what must come of them read from the
//! text by eye: `<name>.txt` and `<name>.jsonl`. What is not listed is missing. Each is read with LF and CRLF.
#![cfg(feature = "serde")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use gongkai::{Certainty, Fact, Status, parse_report, plain};
use serde_json::Value;

fn expectations(path: &Path) -> BTreeMap<String, Value> {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines()
        .map(|line| {
            let value: Value = serde_json::from_str(line).unwrap();
            (value["path"].as_str().unwrap().to_owned(), value)
        })
        .collect()
}

fn status(fact: &Fact<'_>) -> String {
    serde_json::to_value(fact.status()).unwrap().as_str().unwrap().to_owned()
}

/// What is wrong with a fact, if anything.
fn compare(fact: &Fact<'_>, expected: Option<&Value>, text: &str) -> Option<String> {
    let path = fact.path().to_string();
    let got = format!("{} {:?} {:?}", status(fact), fact.certainty(), fact.value().map(plain));
    let Some(expected) = expected else {
        return (fact.status() != Status::Missing).then(|| format!("{path}: missing expected, got {got}"));
    };
    if expected["open"].as_bool() == Some(true) {
        let certain = matches!(fact.certainty(), Some(Certainty::Exact | Certainty::Resolved));
        return certain.then(|| format!("{path}: nothing certain expected, got {got}"));
    }
    let wrong = Some(format!("{path}: expected {expected}, got {got}"));
    if expected["status"].as_str() != Some(&status(fact)) {
        return wrong;
    }
    match fact.status() {
        Status::Value => {
            let repaired = expected["certainty"].as_str() == Some("repaired");
            let value = fact.value().map(plain).unwrap();
            if expected["value"].as_str() != Some(&value)
                || repaired != (fact.certainty() == Some(Certainty::Repaired))
            {
                return wrong;
            }
            let printed = fact.span().and_then(|span| span.slice(text)).unwrap_or("");
            let digits = |text: &str| text.chars().filter(|c| c.is_ascii_digit()).collect::<String>();
            let same = digits(printed) == digits(&value) || path.ends_with(".amount");
            (printed.is_empty() || !same).then(|| format!("{path}: its span shows {printed:?}"))
        }
        Status::Ambiguous => {
            let candidates: Vec<String> = fact
                .candidates()
                .iter()
                .map(|candidate| match candidate {
                    gongkai::Candidate::Value(value) => plain(*value),
                    _ => String::new(),
                })
                .collect();
            let wanted = expected["candidates"].as_array().unwrap();
            let all = wanted.iter().all(|value| candidates.iter().any(|candidate| value == candidate));
            (!all || wanted.len() != candidates.len())
                .then(|| format!("{path}: candidates {candidates:?}, expected {wanted:?}"))
        }
        _ => None,
    }
}

fn read(text: &str, expected: &BTreeMap<String, Value>) -> Vec<String> {
    let parsed = match parse_report(text) {
        Ok(parsed) => parsed,
        Err(error) => return vec![format!("not read: {error}")],
    };
    let facts: Vec<Fact<'_>> = parsed.report.facts().collect();
    let mut wrong: Vec<String> =
        facts.iter().filter_map(|fact| compare(fact, expected.get(&fact.path().to_string()), text)).collect();
    for path in expected.keys() {
        if !facts.iter().any(|fact| fact.path().to_string() == *path) {
            wrong.push(format!("{path}: no such fact"));
        }
    }
    wrong
}

#[test]
fn every_fixture_comes_out_as_read_by_eye() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut names: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    names.sort();
    assert!(names.len() >= 30);
    let mut failures = vec![];
    for path in names {
        let expected = expectations(&path.with_extension("jsonl"));
        let lf = std::fs::read_to_string(&path).unwrap();
        let crlf = lf.replace('\n', "\r\n");
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        for (ends, text) in [("LF", &lf), ("CRLF", &crlf)] {
            let wrong = read(text, &expected);
            if !wrong.is_empty() {
                let first: Vec<&String> = wrong.iter().take(4).collect();
                failures.push(format!("{name} {ends}: {} facts\n  {first:#?}", wrong.len()));
            }
        }
    }
    assert!(failures.is_empty(), "{} fixtures:\n{}", failures.len(), failures.join("\n"));
}
