//! The lines that describe one figure, shared by the examples that print figures.

use gongkai::{Candidate, Cell, Certainty, Fact, Report, Status, plain};
use serde::Serialize;

use super::Input;

/// One figure as JSON. The order of the fields is that of the output, and part of the contract.
#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub(crate) struct FactLine<'a> {
    file: &'a str,
    #[cfg_attr(feature = "schemars", schemars(with = "gongkai::FactPath"))]
    path: String,
    #[serde(flatten)]
    cell: CellLine<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding: Option<&'a str>,
}

impl<'a> FactLine<'a> {
    pub(crate) fn new(input: &'a Input, report: &Report, fact: Fact<'_>) -> Self {
        let cell = CellLine::new(input, report, fact.cell());
        Self { file: &input.file, path: fact.path().to_string(), cell, encoding: input.encoding }
    }
}

/// What is printed in a cell and how it was read.
#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub(crate) struct CellLine<'a> {
    status: Status,
    /// A plain decimal, money in yuan: no exponent, no plus sign, no trailing zeros of a fraction.
    #[cfg_attr(feature = "schemars", schemars(regex(pattern = r"^-?\d+(\.\d*[1-9])?$")))]
    value: Option<String>,
    certainty: Option<Certainty>,
    /// The possible readings of an ambiguous figure; an empty text stands for a blank.
    #[cfg_attr(feature = "schemars", schemars(inner(regex(pattern = r"^(-?\d+(\.\d*[1-9])?)?$"))))]
    candidates: Vec<String>,
    /// What is printed, as it stands in the text.
    raw: Option<&'a str>,
    /// Bytes from the start of the decoded UTF-8 text, a byte order mark counted.
    start: Option<u32>,
    end: Option<u32>,
}

impl<'a> CellLine<'a> {
    pub(crate) fn new(input: &'a Input, report: &Report, cell: Cell) -> Self {
        let span = cell.span();
        Self {
            status: cell.status(),
            value: cell.value().map(plain),
            certainty: cell.certainty(),
            candidates: candidates(report, cell),
            raw: span.and_then(|span| span.slice(&input.text)),
            start: span.map(|span| span.start),
            end: span.map(|span| span.end),
        }
    }
}

/// The readings of an ambiguous cell; an empty text stands for a blank.
pub(crate) fn candidates(report: &Report, cell: Cell) -> Vec<String> {
    let text = |candidate: &Candidate| match *candidate {
        Candidate::Value(value) => plain(value),
        _ => String::new(),
    };
    report.candidates(cell).iter().map(text).collect()
}

/// One figure as a line of CSV.
#[derive(Serialize)]
pub(crate) struct CsvLine<'a> {
    file: &'a str,
    path: String,
    status: Status,
    value: Option<String>,
    certainty: Option<Certainty>,
    candidates: String,
    raw: Option<&'a str>,
    start: Option<u32>,
    end: Option<u32>,
    encoding: Option<&'a str>,
}

impl<'a> CsvLine<'a> {
    /// The names of the columns.
    pub(crate) const HEAD: [&'static str; 10] =
        ["file", "path", "status", "value", "certainty", "candidates", "raw", "start", "end", "encoding"];

    pub(crate) fn new(input: &'a Input, report: &Report, fact: Fact<'_>) -> Self {
        let CellLine { status, value, certainty, candidates, raw, start, end } =
            CellLine::new(input, report, fact.cell());
        let path = fact.path().to_string();
        let candidates = candidates.join(";");
        let encoding = input.encoding;
        Self { file: &input.file, path, status, value, certainty, candidates, raw, start, end, encoding }
    }
}

/// A value's certainty, or why there is no value.
pub(crate) const fn standing(cell: Cell) -> &'static str {
    match (cell.status(), cell.certainty()) {
        (Status::Value, Some(Certainty::Resolved)) => "resolved",
        (Status::Value, Some(Certainty::Repaired)) => "repaired",
        (Status::Value, _) => "exact",
        (Status::Blank, _) => "blank",
        (Status::NotApplicable, _) => "not_applicable",
        (Status::Missing, _) => "missing",
        (Status::Ambiguous, _) => "ambiguous",
        _ => "unreadable",
    }
}
