//! Prints every figure of annual disclosure reports, as JSON Lines, as CSV, or as one wide row a report.

mod common;
#[path = "facts/lines.rs"]
mod lines;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use common::lines::{CsvLine, FactLine, candidates};
use common::{Failure, Input, Usage, json_line};
use gongkai::{Cell, Certainty, Edition, FactPath, Parsed, Report, Status, TableKind, plain};
use lines::{AdditionalLine, Meta};

const HELP: &str = "\
Prints every figure of annual disclosure reports (政府信息公开工作年度报告), each with its place in the text.

Usage: facts [OPTIONS] FILE...

  FILE               text in UTF-8, GBK or GB18030; - is standard input

  --format FORMAT    jsonl: one object a figure (default); csv: one line a figure
  --wide             CSV with one line a report and one column a figure
  --meta             before a file's figures, an object with its title, agency, year, period, signature,
                     and the edition and layout of each table
  --additional       behind a file's figures, an object for each row that the form does not have
  -h, --help         this text

The exit code is 2 when a file could not be read; the others are still printed.
";

#[derive(Default)]
struct Options {
    csv: bool,
    wide: bool,
    meta: bool,
    additional: bool,
    files: Vec<OsString>,
}

fn options() -> Result<Options, Usage> {
    use lexopt::prelude::{Long, Short, Value, ValueExt};
    let mut options = Options::default();
    let mut jsonl = false;
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Err(Usage::Help),
            Long("format") => match arguments.value()?.string()?.as_str() {
                "jsonl" => jsonl = true,
                "csv" => options.csv = true,
                other => return Err(Usage::Wrong(format!("unknown format '{other}': jsonl or csv"))),
            },
            Long("wide") => options.wide = true,
            Long("meta") => options.meta = true,
            Long("additional") => options.additional = true,
            Value(file) => options.files.push(file),
            _ => return Err(argument.unexpected().into()),
        }
    }
    let table = options.csv || options.wide;
    if table && (jsonl || options.meta || options.additional) {
        let message = "--format csv and --wide print one table: leave out jsonl, --meta and --additional";
        return Err(Usage::Wrong(message.into()));
    }
    options.files = common::some_files(options.files)?;
    Ok(options)
}

fn main() -> ExitCode {
    common::run(HELP, options(), print)
}

fn print(options: Options, out: &mut dyn Write) -> io::Result<ExitCode> {
    let mut printer: Box<dyn Printer> = if options.wide {
        Box::new(Wide::new(out))
    } else if options.csv {
        Box::new(Csv(csv::Writer::from_writer(out)))
    } else {
        Box::new(JsonLines { out, meta: options.meta, additional: options.additional })
    };
    let mut code = ExitCode::SUCCESS;
    for file in &options.files {
        let read = common::read(file).and_then(|input| common::parse(&input).map(|parsed| (input, parsed)));
        match read {
            Ok((input, parsed)) => printer.report(&input, &parsed)?,
            Err(failure) => {
                printer.failure(&failure)?;
                code = ExitCode::from(2);
            }
        }
    }
    Ok(code)
}

trait Printer {
    fn report(&mut self, input: &Input, parsed: &Parsed) -> io::Result<()>;
    fn failure(&mut self, failure: &Failure) -> io::Result<()>;
}

struct JsonLines<'w> {
    out: &'w mut dyn Write,
    meta: bool,
    additional: bool,
}

impl Printer for JsonLines<'_> {
    fn report(&mut self, input: &Input, parsed: &Parsed) -> io::Result<()> {
        let report = &parsed.report;
        if self.meta {
            json_line(&mut self.out, &Meta::new(input, report))?;
        }
        for fact in report.facts() {
            json_line(&mut self.out, &FactLine::new(input, report, fact))?;
        }
        if self.additional {
            let tables =
                [&report.proactive.additional, &report.requests.additional, &report.disputes.additional];
            for row in tables.into_iter().flatten() {
                json_line(&mut self.out, &AdditionalLine::new(input, report, row))?;
            }
        }
        Ok(())
    }

    fn failure(&mut self, failure: &Failure) -> io::Result<()> {
        json_line(&mut self.out, failure)
    }
}

/// One line a figure.
struct Csv<W: Write>(csv::Writer<W>);

impl<W: Write> Printer for Csv<W> {
    fn report(&mut self, input: &Input, parsed: &Parsed) -> io::Result<()> {
        for fact in parsed.report.facts() {
            self.0.serialize(CsvLine::new(input, &parsed.report, fact))?;
        }
        Ok(())
    }

    fn failure(&mut self, failure: &Failure) -> io::Result<()> {
        self.0.flush()?;
        eprintln!("{}: {} ({})", failure.file, failure.message, failure.error);
        Ok(())
    }
}

/// One line a report: what it is, what is uncertain, and a column for every figure of both editions.
struct Wide<W: Write> {
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
    fn new(out: W) -> Self {
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
