//! Prints every figure of annual disclosure reports, as JSON Lines, as CSV, or as one wide row a report.

mod common;
#[path = "facts/lines.rs"]
mod lines;
#[path = "facts/wide.rs"]
mod wide;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use common::cli::{self, Usage};
use common::lines::{CsvLine, FactLine};
use common::{Failure, Input, json_line};
use gongkai::Parsed;
use lines::{AdditionalLine, Meta};
use wide::Wide;

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
    options.files = cli::some_files(options.files)?;
    Ok(options)
}

fn main() -> ExitCode {
    cli::run(HELP, options(), print)
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
        match common::report(file) {
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
        eprintln!("{failure}");
        Ok(())
    }
}
