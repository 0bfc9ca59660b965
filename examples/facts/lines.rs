//! The lines of JSON that `facts` prints around the figures. The order of the fields is that of the output, and part of the
//! contract.

use gongkai::{AdditionalRow, Layout, Report, Span, TableKind};
use serde::Serialize;

use crate::common::Input;
use crate::common::lines::CellLine;

/// What stands around the tables.
#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub(crate) struct Meta<'a> {
    file: &'a str,
    title: Option<&'a str>,
    agency: Option<&'a str>,
    year: Option<u16>,
    period: Option<PeriodLine>,
    signature: Option<SignatureLine<'a>>,
    tables: Tables,
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding: Option<&'a str>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
struct PeriodLine {
    start: String,
    end: String,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
struct SignatureLine<'a> {
    agency: Option<&'a str>,
    date: Option<String>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
struct Tables {
    proactive: TableLine,
    requests: TableLine,
    disputes: TableLine,
}

/// The form a table follows, and how the text lays it out; no layout: the table is not in the text.
#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
struct TableLine {
    edition: u16,
    layout: Option<Layout>,
}

impl<'a> Meta<'a> {
    pub(crate) fn new(input: &'a Input, report: &'a Report) -> Self {
        let table = |kind| TableLine {
            edition: report.edition(kind).year(),
            layout: report.source(kind).map(|source| source.layout),
        };
        Self {
            file: &input.file,
            title: report.title.as_ref().map(|title| title.text.as_str()),
            agency: report.agency.as_ref().map(|agency| agency.name.as_str()),
            year: report.year,
            period: report
                .period
                .map(|period| PeriodLine { start: period.start.to_string(), end: period.end.to_string() }),
            signature: report.signature.as_ref().map(|signature| SignatureLine {
                agency: signature.agency.as_ref().map(|agency| agency.name.as_str()),
                date: signature.date.map(|date| date.to_string()),
            }),
            tables: Tables {
                proactive: table(TableKind::Proactive),
                requests: table(TableKind::Requests),
                disputes: table(TableKind::Disputes),
            },
            encoding: input.encoding,
        }
    }
}

/// A row that the form does not have.
#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub(crate) struct AdditionalLine<'a> {
    file: &'a str,
    table: TableKind,
    label: &'a str,
    start: u32,
    end: u32,
    cells: Vec<CellLine<'a>>,
}

impl<'a> AdditionalLine<'a> {
    pub(crate) fn new(input: &'a Input, report: &Report, row: &'a AdditionalRow) -> Self {
        let Span { start, end } = row.span;
        let cells = row.cells.iter().map(|&cell| CellLine::new(input, report, cell)).collect();
        Self { file: &input.file, table: row.table, label: &row.label, start, end, cells }
    }
}
