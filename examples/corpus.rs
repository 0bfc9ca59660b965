//! Reads folders of reports in parallel: figures and findings as CSV, a summary, and a list of what could not be read.

mod common;
#[path = "corpus/find.rs"]
mod find;
#[path = "corpus/outcome.rs"]
mod outcome;
#[path = "corpus/summary.rs"]
mod summary;
#[path = "corpus/tables.rs"]
mod tables;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

use common::cli::{self, Usage};
use find::find;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use summary::Summary;
use tables::Tables;

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
    cli::run(HELP, options(), read_all)
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
            (!interrupted).then(|| outcome::read(file))
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
