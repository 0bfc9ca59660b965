//! Command lines of the examples, and how an example runs and ends.

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

/// The parsed command line of an example, or what to print instead of running.
pub(crate) enum Usage {
    /// `--help` was asked for.
    Help,
    /// The command line is wrong.
    Wrong(String),
}

impl From<lexopt::Error> for Usage {
    fn from(error: lexopt::Error) -> Self {
        Self::Wrong(error.to_string())
    }
}

/// Reads a command line of files only.
pub(crate) fn files() -> Result<Vec<OsString>, Usage> {
    use lexopt::prelude::{Long, Short, Value};
    let mut files = Vec::new();
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Err(Usage::Help),
            Value(file) => files.push(file),
            _ => return Err(argument.unexpected().into()),
        }
    }
    some_files(files)
}

/// At least one file must be named.
pub(crate) fn some_files(files: Vec<OsString>) -> Result<Vec<OsString>, Usage> {
    if files.is_empty() { Err(Usage::Wrong("no file given".into())) } else { Ok(files) }
}

/// What an example that prints files in one of two formats is asked.
#[derive(Default)]
pub(crate) struct Asked {
    /// The second of the formats.
    pub(crate) other: bool,
    /// Everything, not only what most want to see.
    pub(crate) all: bool,
    pub(crate) files: Vec<OsString>,
}

/// Reads `--format`, `--all` and the files.
pub(crate) fn asked(formats: [&str; 2]) -> Result<Asked, Usage> {
    use lexopt::prelude::{Long, Short, Value, ValueExt};
    let mut asked = Asked::default();
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Err(Usage::Help),
            Long("format") => {
                let format = arguments.value()?.string()?;
                let place = formats.iter().position(|name| *name == format);
                asked.other = place.ok_or_else(|| unknown_format(&format, formats))? == 1;
            }
            Long("all") => asked.all = true,
            Value(file) => asked.files.push(file),
            _ => return Err(argument.unexpected().into()),
        }
    }
    asked.files = some_files(asked.files)?;
    Ok(asked)
}

fn unknown_format(format: &str, [first, second]: [&str; 2]) -> Usage {
    Usage::Wrong(format!("unknown format '{format}': {first} or {second}"))
}

/// Runs an example: its help, its usage errors, its output; a closed pipe behind it (`| head`) is no error.
pub(crate) fn run<T>(
    help: &str,
    options: Result<T, Usage>,
    work: impl FnOnce(T, &mut dyn Write) -> io::Result<ExitCode>,
) -> ExitCode {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let done = match options {
        Ok(options) => work(options, &mut out),
        Err(Usage::Help) => out.write_all(help.as_bytes()).map(|()| ExitCode::SUCCESS),
        Err(Usage::Wrong(message)) => {
            eprintln!("error: {message}\nTry --help.");
            Ok(ExitCode::from(2))
        }
    };
    match done.and_then(|code| out.flush().map(|()| code)) {
        Ok(code) => code,
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

/// Whether the reader behind the output has gone; the `csv` crate wraps that error in its own.
fn is_closed_pipe(error: &io::Error) -> bool {
    let wrapped = error.get_ref().and_then(|inner| inner.downcast_ref::<csv::Error>());
    let inner = wrapped.and_then(|wrapped| match wrapped.kind() {
        csv::ErrorKind::Io(inner) => Some(inner.kind()),
        _ => None,
    });
    inner.unwrap_or(error.kind()) == io::ErrorKind::BrokenPipe
}
