//! One line a report and one column a figure, for spreadsheets.

use std::io::{self, Write};

use gongkai::{Cell, Certainty, Edition, FactPath, Parsed, Report, Status, TableKind, plain};

use crate::Printer;
use crate::common::lines::candidates;
use crate::common::{Failure, Input};

/// One line a report: what it is, what is uncertain, and a column for every figure of both editions.
pub(crate) struct Wide<W: Write> {
    csv: csv::Writer<W>,
    paths: Vec<FactPath>,
    headed: bool,
}

/// The columns before the figures. Behind `error` they say why a figure's column is empty or not to be trusted blindly.
const WIDE_COLUMNS: [&str; 12] = [
    "file",
    "title",
    "agency",
    "year",
    "editions",
    "error",
    "uncertain",
    "resolved",
    "unreadable",
    "not_applicable",
    "blank",
    "missing",
];

impl<W: Write> Wide<W> {
    pub(crate) fn new(out: W) -> Self {
        let (old, new) = (Edition::E2019, Edition::E2021);
        let mut paths: Vec<_> = old.paths().chain(new.paths()).collect();
        paths.sort();
        paths.dedup();
        Self { csv: csv::Writer::from_writer(out), paths, headed: false }
    }

    fn record(&mut self, described: [String; 12], figure: impl Fn(FactPath) -> String) -> io::Result<()> {
        if !self.headed {
            self.headed = true;
            let figures = self.paths.iter().map(FactPath::to_string);
            self.csv.write_record(WIDE_COLUMNS.map(String::from).into_iter().chain(figures))?;
        }
        let figures = self.paths.iter().map(|&path| figure(path));
        self.csv.write_record(described.into_iter().chain(figures))?;
        Ok(())
    }
}

impl<W: Write> Printer for Wide<W> {
    fn report(&mut self, input: &Input, parsed: &Parsed) -> io::Result<()> {
        let report = &parsed.report;
        let text = |text: Option<&String>| text.cloned().unwrap_or_default();
        let editions = TableKind::ALL.map(|table| report.edition(table).year());
        let editions = match editions {
            [first, second, third] if first == second && second == third => first.to_string(),
            _ => editions.map(|year| year.to_string()).join(" "),
        };
        let described = [
            input.file.clone(),
            text(report.title.as_ref().map(|title| &title.text)),
            text(report.agency.as_ref().map(|agency| &agency.name)),
            report.year.map(|year| year.to_string()).unwrap_or_default(),
            editions,
            String::new(),
            uncertain(report),
            listed(report, |cell| cell.certainty() == Some(Certainty::Resolved)),
            listed(report, |cell| cell.status() == Status::Unreadable),
            listed(report, |cell| cell.status() == Status::NotApplicable),
            listed(report, |cell| cell.status() == Status::Blank),
            listed(report, |cell| cell.status() == Status::Missing),
        ];
        let figure = |path| report.get(path).and_then(Cell::value).map(plain).unwrap_or_default();
        self.record(described, figure)
    }

    fn failure(&mut self, failure: &Failure) -> io::Result<()> {
        let mut described: [String; 12] = Default::default();
        let [file, _, _, _, _, error, ..] = &mut described;
        file.clone_from(&failure.file);
        *error = format!("{}: {}", failure.error, failure.message);
        self.record(described, |_| String::new())
    }
}

/// What a person should look at: ambiguous figures with their readings, and repaired ones.
fn uncertain(report: &Report) -> String {
    let mut list = Vec::new();
    for fact in report.facts() {
        if fact.status() == Status::Ambiguous {
            list.push(format!("{}={}", fact.path(), candidates(report, fact.cell()).join("|")));
        } else if fact.certainty() == Some(Certainty::Repaired) {
            list.push(format!("{}=repaired", fact.path()));
        }
    }
    list.join(" ")
}

/// The paths of the cells that `is` picks; `row.*` for all of a row, `table.*` for all of a table.
fn listed(report: &Report, is: impl Fn(Cell) -> bool) -> String {
    let paths: Vec<_> = report.facts().map(|fact| (fact.path().to_string(), is(fact.cell()))).collect();
    let mut list = Vec::new();
    for table in paths.chunk_by(|(a, _), (b, _)| table_of(a) == table_of(b)) {
        if table.iter().all(|(_, picked)| *picked) {
            list.extend(table.first().map(|(path, _)| format!("{}.*", table_of(path))));
            continue;
        }
        for row in table.chunk_by(|(a, _), (b, _)| row_of(a) == row_of(b)) {
            if row.iter().all(|(_, picked)| *picked) {
                list.extend(row.first().map(|(path, _)| format!("{}.*", row_of(path))));
            } else {
                list.extend(row.iter().filter(|(_, picked)| *picked).map(|(path, _)| path.clone()));
            }
        }
    }
    list.join(" ")
}

fn table_of(path: &str) -> &str {
    path.split_once('.').map_or(path, |(table, _)| table)
}

fn row_of(path: &str) -> &str {
    path.rsplit_once('.').map_or(path, |(row, _)| row)
}
