//! Sets the reports of one body for several years side by side, and checks what one year hands on to the next.

mod common;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use common::cli::{self, Asked};
use common::lines::{candidates, standing};
use common::{Failure, Input};
use gongkai::validate::{Comparison, Verdict, across_years};
use gongkai::{Cell, Certainty, Column, FactPath, Report, Severity, Status, plain};

const HELP: &str = "\
Sets the annual disclosure reports (政府信息公开工作年度报告) of one body for several years side by side, and checks
what one year hands on to the next: requests carried forward, documents in force, numbers of items.

Usage: years [OPTIONS] FILE...

  FILE               text in UTF-8, GBK or GB18030, one report each, in any order

  --format FORMAT    text (default); csv: the series only, two columns a year, a figure's value and its status
  --all              every figure; without it, of the requests only the totals of all applicants
  -h, --help         this text

The exit code is 1 when the reports are not of one body for consecutive years, 2 when a file could not be read.
";

fn main() -> ExitCode {
    cli::run(HELP, cli::asked(["text", "csv"]), print)
}

/// A report and the file it came from.
struct Year {
    input: Input,
    report: Report,
}

impl Year {
    fn name(&self) -> String {
        self.report.year.map_or_else(|| self.input.file.clone(), |year| year.to_string())
    }
}

fn print(asked: Asked, out: &mut dyn Write) -> io::Result<ExitCode> {
    let as_csv = asked.other;
    let (years, failures) = read(&asked.files);
    for failure in &failures {
        eprintln!("{failure}");
    }
    let paths = paths(&years, asked.all);
    let comparisons: Vec<Comparison> = years
        .windows(2)
        .filter_map(|pair| match pair {
            [earlier, later] => Some(across_years(&earlier.report, &later.report)),
            _ => None,
        })
        .collect();
    if as_csv {
        series_as_csv(&years, &paths, out)?;
    } else {
        series(&years, &paths, out)?;
        for (pair, comparison) in years.windows(2).zip(&comparisons) {
            if let [earlier, later] = pair {
                handed_on(earlier, later, comparison, out)?;
            }
        }
    }
    let wrong = |comparison: &Comparison| comparison.findings().any(|f| f.severity == Severity::Error);
    Ok(if !failures.is_empty() {
        ExitCode::from(2)
    } else if comparisons.iter().any(wrong) {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    })
}

/// The reports in the order of their years.
fn read(files: &[OsString]) -> (Vec<Year>, Vec<Failure>) {
    let (mut years, mut failures) = (Vec::new(), Vec::new());
    for file in files {
        match common::report(file) {
            Ok((input, parsed)) => years.push(Year { input, report: parsed.report }),
            Err(failure) => failures.push(failure),
        }
    }
    years.sort_by_key(|year| year.report.year);
    (years, failures)
}

/// The figures to show: those of every edition among the reports, in table order.
fn paths(years: &[Year], all: bool) -> Vec<FactPath> {
    let mut paths: Vec<FactPath> =
        years.iter().flat_map(|year| year.report.facts()).map(|f| f.path()).collect();
    paths.retain(|path| all || !matches!(path, FactPath::Requests(_, column) if *column != Column::Total));
    paths.sort();
    paths.dedup();
    paths
}

fn series(years: &[Year], paths: &[FactPath], out: &mut dyn Write) -> io::Result<()> {
    for year in years {
        let agency = year.report.agency.as_ref().map_or("an unnamed body", |agency| &agency.name);
        writeln!(out, "{}: {agency} ({})", year.name(), year.input.file)?;
    }
    write!(out, "\n{:<58}", "")?;
    for year in years {
        write!(out, " {:>12}", year.name())?;
    }
    writeln!(out)?;
    for path in paths {
        write!(out, "{:<58}", path.to_string())?;
        for year in years {
            write!(out, " {:>12}", shown(&year.report, *path))?;
        }
        writeln!(out)?;
    }
    writeln!(
        out,
        "\n~ resolved  ! repaired  a|b ambiguous  _ blank  / not applicable  x missing  . not in this form"
    )
}

fn shown(report: &Report, path: FactPath) -> String {
    let Some(cell) = report.get(path) else { return ".".into() };
    match cell.status() {
        Status::Value => {
            let value = cell.value().map(plain).unwrap_or_default();
            match cell.certainty() {
                Some(Certainty::Resolved) => format!("~{value}"),
                Some(Certainty::Repaired) => format!("!{value}"),
                _ => value,
            }
        }
        Status::Ambiguous => candidates(report, cell).join("|"),
        Status::Blank => "_".into(),
        Status::NotApplicable => "/".into(),
        Status::Missing => "x".into(),
        _ => "?".into(),
    }
}

/// What a year hands on to the next: what does not agree, and what could not be compared.
fn handed_on(earlier: &Year, later: &Year, comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
    let summary = comparison.summary();
    writeln!(
        out,
        "\n{} -> {}: {} agree, {} do not, {} could not be compared",
        earlier.name(),
        later.name(),
        summary.satisfied,
        summary.violated,
        summary.not_evaluated
    )?;
    for finding in &comparison.results {
        if finding.verdict != Verdict::Satisfied {
            writeln!(out, "  {}: {finding}", finding.verdict.as_str())?;
        }
    }
    Ok(())
}

fn series_as_csv(years: &[Year], paths: &[FactPath], out: &mut dyn Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    let names = years.iter().flat_map(|year| [year.name(), format!("{}_status", year.name())]);
    table.write_record(std::iter::once("path".to_owned()).chain(names))?;
    for path in paths {
        let cells = years.iter().flat_map(|year| {
            let cell = year.report.get(*path);
            [cell.and_then(Cell::value).map(plain).unwrap_or_default(), cell.map_or("", standing).to_owned()]
        });
        table.write_record(std::iter::once(path.to_string()).chain(cells))?;
    }
    table.flush()
}
