//! What changes nothing: line ends, byte order marks, the kinds of white space that stand for one another, wide digits.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod render;

use gongkai::parse_report;
use render::{Filter, LOOKS, document};

/// The same text in another writing.
struct Variant {
    name: &'static str,
    of: fn(&str) -> String,
    /// A page of HTML can be written so, too.
    html: bool,
}

const VARIANTS: [Variant; 14] = [
    Variant { name: "CR LF", of: |text| text.replace('\n', "\r\n"), html: true },
    Variant { name: "byte order mark", of: |text| format!("\u{feff}{text}"), html: true },
    Variant { name: "spaces at line ends", of: |text| text.replace('\n', " \n"), html: true },
    Variant { name: "wide spaces at line ends", of: |text| text.replace('\n', "\u{3000}\n"), html: false },
    Variant { name: "spaces that do not break", of: |text| text.replace(' ', "\u{a0}"), html: false },
    Variant { name: "wide spaces", of: |text| text.replace(' ', "\u{3000}"), html: false },
    Variant { name: "wide digits", of: |text| text.chars().map(wide).collect(), html: false },
    Variant { name: "narrow brackets", of: |text| text.replace('（', "(").replace('）', ")"), html: true },
    Variant { name: "tab space", of: |text| text.replace('\t', "\t "), html: false },
    Variant { name: "space tab", of: |text| text.replace('\t', " \t"), html: false },
    Variant { name: "zero width", of: |text| text.replace('\n', "\u{200b}\n"), html: false },
    Variant { name: "indent", of: |text| indented(text, "  "), html: true },
    Variant { name: "wide indent", of: |text| indented(text, "\u{3000}\u{3000}"), html: false },
    Variant { name: "indent that does not break", of: |text| indented(text, "\u{a0}\u{a0}"), html: false },
];

/// Those that change how wide letters are: in a drawn table the strokes behind them are in other columns.
const MOVES_STROKES: [&str; 3] = ["wide spaces", "wide digits", "narrow brackets"];

/// A digit as wide as an ideograph.
fn wide(c: char) -> char {
    match c {
        '0'..='9' => char::from_u32(c as u32 + 0xFEE0).unwrap(),
        c => c,
    }
}

/// Lines that hold something behind an indent.
fn indented(text: &str, indent: &str) -> String {
    let line = |line: &str| if line.is_empty() { String::new() } else { format!("{indent}{line}") };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn values(text: &str) -> Option<Vec<String>> {
    let report = parse_report(text).ok()?.report;
    let facts = report.facts();
    Some(facts.map(|fact| format!("{} {:?} {:?}", fact.path(), fact.status(), fact.value())).collect())
}

#[test]
fn another_writing_changes_no_figure() {
    let count = if std::env::var("GONGKAI_FULL").is_ok() { 200 } else { 6 };
    let mut failures = vec![];
    for look in LOOKS.iter().map(|look| look.name) {
        for seed in 9100..9100 + count {
            let text = document(look, seed, &Filter::All).text.replace("\r\n", "\n");
            let text = text.trim_start_matches('\u{feff}');
            let plain = values(text);
            for variant in VARIANTS.iter().filter(|variant| variant.html || look != "html") {
                let other = values(&(variant.of)(text));
                let mut pairs = plain.iter().flatten().zip(other.iter().flatten());
                if look == "ruled" && MOVES_STROKES.contains(&variant.name) {
                    // What cannot be told any more is missing, and nothing is read otherwise.
                    let wrong = |here: &str, there: &str| here != there && !there.contains(" Missing ");
                    if let Some(first) = pairs.find(|(here, there)| wrong(here, there)) {
                        failures.push(format!("{look}:{seed} {}: {first:?}", variant.name));
                    }
                } else if other != plain {
                    let first = pairs.find(|(here, there)| here != there);
                    failures.push(format!("{look}:{seed} {}: {first:?}", variant.name));
                }
            }
        }
    }
    assert!(failures.is_empty(), "{} read otherwise: {failures:#?}", failures.len());
}
