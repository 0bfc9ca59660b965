//! The promise, checked on a reading of any text by code that shares nothing with the crate: a figure given as certain
//! is printed at its span.
#![allow(dead_code, unreachable_pub)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test"
)]

mod figure;
pub mod mutate;
pub mod targets;

use gongkai::{Certainty, Fact, Parsed, Span, Status, TableKind, plain};

/// What a reading breaks of the promise; empty when it keeps it.
pub fn broken(text: &str, parsed: &Parsed) -> Vec<String> {
    let mut broken = vec![];
    for (what, span) in places(parsed) {
        if span.slice(text).is_none() {
            broken.push(format!("{what}: {span:?} is no place of the text"));
        }
    }
    let mut taken: Vec<(Span, String)> = vec![];
    for fact in parsed.report.facts() {
        let path = fact.path().to_string();
        if let Err(why) = kept(text, &fact) {
            broken.push(format!("{path}: {why}; given {:?} {:?}", fact.certainty(), fact.value()));
        }
        if certain(&fact)
            && let Some(span) = fact.span()
        {
            taken.push((span, path));
        }
    }
    taken.sort();
    for pair in taken.windows(2) {
        let [(first, one), (second, other)] = pair else { continue };
        if second.start < first.end {
            broken.push(format!("{one} and {other} are given the same figure {:?}", first.slice(text)));
        }
    }
    broken
}

/// Asserts the promise.
#[track_caller]
pub fn assert_kept(text: &str, parsed: &Parsed) {
    let broken = broken(text, parsed);
    assert!(broken.is_empty(), "{broken:#?}\n{text}");
}

fn certain(fact: &Fact<'_>) -> bool {
    matches!(fact.certainty(), Some(Certainty::Exact | Certainty::Resolved))
}

fn kept(text: &str, fact: &Fact<'_>) -> Result<(), String> {
    let printed = fact.span().map(|span| span.slice(text).ok_or(format!("{span:?} is no place of the text")));
    let printed = printed.transpose()?;
    match fact.status() {
        Status::Blank | Status::Missing if printed.is_some() => {
            Err("nothing is printed, but somewhere".into())
        }
        Status::NotApplicable => figure::mark(printed.ok_or("a mark without a place")?),
        Status::Value if certain(fact) => {
            let printed = printed.ok_or("a figure without a place")?;
            // Inside of tags a figure may be written in many ways, which only a browser reads.
            if printed.contains(['<', '&']) && source_is_page(text) {
                return Ok(());
            }
            let read = figure::read(printed).ok_or(format!("{printed:?} is no figure"))?;
            let cell = fact.cell();
            if cell.printed().map(plain).as_deref() != Some(read.digits.as_str()) {
                return Err(format!("{printed:?} is {}", read.digits));
            }
            if let Some(own) = read.exponent
                && fact.path().is_money()
                && cell.unit().map(gongkai::Unit::exponent) != Some(own)
            {
                return Err(format!("{printed:?} has another unit than {:?}", cell.unit()));
            }
            let alone = fact.certainty() == Some(Certainty::Exact);
            if alone && fact.span().is_some_and(|span| figure::goes_on(text, span.range())) {
                return Err(format!("{printed:?} is a part of a longer figure"));
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

fn source_is_page(text: &str) -> bool {
    text.contains('<') && text.contains('>')
}

/// Every place that a reading names.
fn places(parsed: &Parsed) -> Vec<(String, Span)> {
    let report = &parsed.report;
    let mut places: Vec<(String, Span)> = vec![];
    let mut add = |what: &str, span: Option<Span>| places.extend(span.map(|span| (what.to_owned(), span)));
    add("title", report.title.as_ref().map(|title| title.span));
    add("agency", report.agency.as_ref().map(|agency| agency.span));
    add("period", report.period.map(|period| period.span));
    add("signature", report.signature.as_ref().map(|signature| signature.span));
    for section in &report.sections {
        add("heading", Some(section.heading));
        add("body", Some(section.body));
    }
    for table in TableKind::ALL {
        add(table.key(), report.source(table).map(|source| source.span));
    }
    let tables = [&report.proactive.additional, &report.requests.additional, &report.disputes.additional];
    for row in tables.into_iter().flatten() {
        add("additional row", Some(row.span));
        row.cells.iter().for_each(|cell| add("additional cell", cell.span()));
    }
    for row in &report.requests.printed {
        add("printed row", Some(row.label));
    }
    for diagnostic in &parsed.diagnostics {
        add(diagnostic.code.as_str(), diagnostic.span);
    }
    for fact in report.facts() {
        add("figure", fact.span());
    }
    places
}
