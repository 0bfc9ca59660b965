//! Reads folders of reports in parallel: figures and findings as CSV, a summary, and a list of what could not be read.

mod common;

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

use common::lines::{CsvLine, standing};
use common::{Failure, Input, Usage};
use gongkai::narrative::claims;
use gongkai::validate::{Finding, Place, Verdict, validate, validate_prose};
use gongkai::{Parsed, Severity, Span, TableKind, line_column};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use serde::Serialize;

const HELP: &str = "\
Reads every report in folders, recursively and in parallel, and writes three tables:
  facts.csv       every figure, as the example `facts` prints it
  findings.csv    what contradicts what, and what was odd about the text, with line numbers
  unreadable.csv  the files that gave nothing, and why
A summary goes to standard output.

Usage: corpus [OPTIONS] FOLDER...

  FOLDER           searched for text files in UTF-8, GBK or GB18030; a file is read whatever its name

  --out FOLDER     where the tables are written, replacing those there (default: the current folder)
  --ext ENDING     read files with this ending, may be repeated (default: txt)
  --threads N      default: one for each processor
  -h, --help       this text

The exit code is 2 when something could not be read, and 130 when the run was interrupted; what is written by then is
whole lines, and one bad file never stops the run.
";

/// Files read between two writes: enough to keep all threads busy, few enough to keep memory flat.
const BATCH: usize = 64;

struct Options {
    roots: Vec<OsString>,
    out: PathBuf,
    endings: Vec<OsString>,
    threads: usize,
}

fn options() -> Result<Options, Usage> {
    use lexopt::prelude::{Long, Short, Value, ValueExt};
    let mut options = Options { roots: vec![], out: PathBuf::from("."), endings: vec![], threads: 0 };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Err(Usage::Help),
            Long("out") => options.out = arguments.value()?.into(),
            Long("ext") => options.endings.push(arguments.value()?),
            Long("threads") => options.threads = arguments.value()?.parse()?,
            Value(root) => options.roots.push(root),
            _ => return Err(argument.unexpected().into()),
        }
    }
    if options.roots.is_empty() {
        return Err(Usage::Wrong("no folder given".into()));
    }
    if options.endings.is_empty() {
        options.endings.push("txt".into());
    }
    Ok(options)
}

fn main() -> ExitCode {
    common::run(HELP, options(), read_all)
}

static INTERRUPTED: AtomicBool = AtomicBool::new(false);

fn read_all(options: Options, out: &mut dyn Write) -> io::Result<ExitCode> {
    ctrlc::set_handler(|| INTERRUPTED.store(true, Ordering::Relaxed)).map_err(io::Error::other)?;
    let threads = rayon::ThreadPoolBuilder::new().num_threads(options.threads);
    threads.build_global().map_err(io::Error::other)?;

    let mut tables = Tables::create(&options.out)?;
    let mut summary = Summary::default();
    let found = find(&options.roots, &options.endings);
    for failure in found.failures {
        tables.unreadable.line(&failure)?;
        summary.unreadable(&failure);
    }
    let bar = ProgressBar::new(found.files.len() as u64).with_style(style());
    for batch in found.files.chunks(BATCH) {
        let read = |file: &PathBuf| {
            let interrupted = INTERRUPTED.load(Ordering::Relaxed);
            (!interrupted).then(|| read(file))
        };
        // Read in parallel, written in the order of the files' names.
        let outcomes: Vec<_> = batch.par_iter().map(read).collect();
        for outcome in outcomes.into_iter().flatten() {
            tables.write(&outcome?, &mut summary)?;
            bar.inc(1);
        }
    }
    bar.finish_and_clear();
    summary.print(out)?;
    Ok(if INTERRUPTED.load(Ordering::Relaxed) {
        writeln!(out, "\ninterrupted: {} of {} files", summary.files, found.files.len())?;
        ExitCode::from(130)
    } else if summary.failures.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(2)
    })
}

fn style() -> ProgressStyle {
    let template = "{wide_bar} {pos}/{len} reports, {per_sec}, {eta} left";
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

/// The files to read, by name, and the folders that could not be searched.
struct Found {
    files: Vec<PathBuf>,
    failures: Vec<Failure>,
}

fn find(roots: &[OsString], endings: &[OsString]) -> Found {
    let mut found = Found { files: Vec::new(), failures: Vec::new() };
    let mut folders = Vec::new();
    for root in roots.iter().map(PathBuf::from) {
        if root.is_dir() { folders.push(root) } else { found.files.push(root) }
    }
    while let Some(folder) = folders.pop() {
        if let Err(error) = search(&folder, endings, &mut folders, &mut found.files) {
            let file = folder.to_string_lossy().into_owned();
            found.failures.push(Failure { file, error: "io", message: error.to_string() });
        }
    }
    found.files.sort();
    found
}

/// Adds a folder's files and sub-folders. Links to folders are not followed: they may lead in a circle.
fn search(
    folder: &Path,
    endings: &[OsString],
    folders: &mut Vec<PathBuf>,
    files: &mut Vec<PathBuf>,
) -> io::Result<()> {
    let wanted = |path: &Path| {
        let is = |ending: &OsStr| endings.iter().any(|wanted| ending.eq_ignore_ascii_case(wanted));
        path.extension().is_some_and(is)
    };
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            folders.push(path);
        } else if wanted(&path) && !path.is_dir() {
            files.push(path);
        }
    }
    Ok(())
}

/// What one file gave, ready to be written.
struct Outcome {
    facts: Vec<u8>,
    findings: Vec<u8>,
    counted: Result<Counted, Failure>,
}

#[derive(Default)]
struct Counted {
    cells: BTreeMap<(TableKind, &'static str), u64>,
    findings: BTreeMap<(&'static str, Severity), u64>,
}

fn read(file: &Path) -> io::Result<Outcome> {
    let parsed = common::read(file.as_os_str()).and_then(|input| {
        let parsed = common::parse(&input)?;
        Ok((input, parsed))
    });
    let (input, parsed) = match parsed {
        Ok(parsed) => parsed,
        Err(failure) => {
            return Ok(Outcome { facts: Vec::new(), findings: Vec::new(), counted: Err(failure) });
        }
    };
    let mut counted = Counted::default();
    let mut facts = lines();
    for fact in parsed.report.facts() {
        facts.serialize(CsvLine::new(&input, &parsed.report, fact))?;
        *counted.cells.entry((fact.path().table(), standing(fact.cell()))).or_default() += 1;
    }
    let mut findings = lines();
    for (id, line) in findings_of(&input, &parsed) {
        *counted.findings.entry((id, line.severity)).or_default() += 1;
        findings.serialize(line)?;
    }
    Ok(Outcome { facts: bytes(facts)?, findings: bytes(findings)?, counted: Ok(counted) })
}

/// Lines of a table without its head.
fn lines() -> csv::Writer<Vec<u8>> {
    csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new())
}

fn bytes(lines: csv::Writer<Vec<u8>>) -> io::Result<Vec<u8>> {
    lines.into_inner().map_err(|error| io::Error::other(error.to_string()))
}

/// One line of `findings.csv`.
#[derive(Serialize)]
struct FindingLine {
    file: String,
    /// The id of a rule, or the code of a diagnostic.
    finding: &'static str,
    severity: Severity,
    at: String,
    expected: String,
    actual: String,
    message: String,
    /// The line of the text that it is about, from 1.
    line: Option<u32>,
}

fn findings_of(input: &Input, parsed: &Parsed) -> Vec<(&'static str, FindingLine)> {
    let line = |span: Option<Span>| span.map(|span| line_column(&input.text, span.start as usize).line);
    let mut lines = Vec::new();
    let prose = validate_prose(&parsed.report, &claims(&input.text, &parsed.report));
    let prose = prose.results.into_iter().filter(Finding::is_violated);
    for finding in validate(&parsed.report).findings().chain(prose) {
        let (expected, actual) = match &finding.verdict {
            Verdict::Violated { expected, actual } => (expected.to_string(), actual.to_string()),
            _ => Default::default(),
        };
        let id = finding.rule.id;
        let file = input.file.clone();
        // The sentence, where it is one that disagrees with the tables.
        let said = finding.operands.iter().find(|operand| matches!(operand.place, Place::Prose(_)));
        let first = said.into_iter().chain(&finding.operands).find_map(|operand| operand.span);
        let (severity, at, line) = (finding.severity, finding.at.to_string(), line(first));
        lines.push((
            id,
            FindingLine {
                file,
                finding: id,
                severity,
                at,
                expected,
                actual,
                message: finding.message(),
                line,
            },
        ));
    }
    let odd = parsed.diagnostics.iter().filter(|diagnostic| diagnostic.severity() > Severity::Info);
    lines.extend(odd.map(|diagnostic| {
        let code = diagnostic.code.as_str();
        let line = FindingLine {
            file: input.file.clone(),
            finding: code,
            severity: diagnostic.severity(),
            at: String::new(),
            expected: String::new(),
            actual: String::new(),
            message: diagnostic.to_string(),
            line: line(diagnostic.span),
        };
        (code, line)
    }));
    lines
}

/// A table on disk that grows by whole lines.
struct Table(File);

impl Table {
    fn create(folder: &Path, name: &str, head: &[&str]) -> io::Result<Self> {
        let path = folder.join(name);
        let mut file = File::create(&path)
            .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
        writeln!(file, "{}", head.join(","))?;
        Ok(Self(file))
    }

    fn line(&mut self, line: &impl Serialize) -> io::Result<()> {
        let mut one = lines();
        one.serialize(line)?;
        self.0.write_all(&bytes(one)?)
    }
}

struct Tables {
    facts: Table,
    findings: Table,
    unreadable: Table,
}

impl Tables {
    fn create(folder: &Path) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        Ok(Self {
            facts: Table::create(folder, "facts.csv", &CsvLine::HEAD)?,
            findings: Table::create(
                folder,
                "findings.csv",
                &["file", "finding", "severity", "at", "expected", "actual", "message", "line"],
            )?,
            unreadable: Table::create(folder, "unreadable.csv", &["file", "error", "message"])?,
        })
    }

    fn write(&mut self, outcome: &Outcome, summary: &mut Summary) -> io::Result<()> {
        summary.files += 1;
        match &outcome.counted {
            Ok(counted) => {
                self.facts.0.write_all(&outcome.facts)?;
                self.findings.0.write_all(&outcome.findings)?;
                summary.report(counted);
            }
            Err(failure) => {
                self.unreadable.line(failure)?;
                summary.unreadable(failure);
            }
        }
        Ok(())
    }
}

/// The columns of the summary.
const STANDINGS: [&str; 8] =
    ["exact", "resolved", "repaired", "ambiguous", "unreadable", "not_applicable", "blank", "missing"];

#[derive(Default)]
struct Summary {
    files: u64,
    cells: BTreeMap<(TableKind, &'static str), u64>,
    /// For each kind of finding: in how many reports, and how many times.
    findings: BTreeMap<(&'static str, Severity), (u64, u64)>,
    failures: BTreeMap<&'static str, u64>,
}

impl Summary {
    fn report(&mut self, counted: &Counted) {
        for (&kind, cells) in &counted.cells {
            *self.cells.entry(kind).or_default() += cells;
        }
        for (&kind, times) in &counted.findings {
            let (reports, all) = self.findings.entry(kind).or_default();
            (*reports, *all) = (*reports + 1, *all + times);
        }
    }

    fn unreadable(&mut self, failure: &Failure) {
        *self.failures.entry(failure.error).or_default() += 1;
    }

    fn print(&self, out: &mut dyn Write) -> io::Result<()> {
        let unreadable: u64 = self.failures.values().sum();
        writeln!(out, "{} files, {unreadable} unreadable", self.files)?;
        for (error, times) in &self.failures {
            writeln!(out, "  {error:<28} {times:>8}")?;
        }
        write!(out, "\n{:<10}", "figures")?;
        for standing in STANDINGS {
            write!(out, " {standing:>10}")?;
        }
        for table in TableKind::ALL {
            write!(out, "\n{:<10}", table.key())?;
            for standing in STANDINGS {
                let width = standing.len().max(10);
                write!(out, " {:>width$}", self.cells.get(&(table, standing)).unwrap_or(&0))?;
            }
        }
        writeln!(out, "\n\n{:<30} {:<8} {:>8} {:>8}", "findings", "", "reports", "times")?;
        for ((id, severity), (reports, times)) in &self.findings {
            writeln!(out, "{id:<30} {:<8} {reports:>8} {times:>8}", severity.as_str())?;
        }
        Ok(())
    }
}
