//! Reads a compilation of many bodies' tables with a grammar of its own, out of the parsers of [`gongkai::combinator`].
//!
//! A report is one body's; a county that collects its bureaus' figures writes a file like `examples/sample-compilation.txt`,
//! which is no report. Its frame is three nom parsers; the tables in it, in whatever layout, are the library's.

mod common;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use common::{Failure, Input, cli};
use gongkai::combinator::{disputes, requests};
use gongkai::{Cell, Column, Disputes, Requests, Row, plain};
use nom::bytes::complete::{is_not, tag};
use nom::combinator::{all_consuming, opt};
use nom::multi::many1;
use nom::sequence::{delimited, preceded};
use nom::{Finish, IResult, Offset, Parser};

const HELP: &str = "\
Reads compilations (汇编) of the tables of many bodies: a line 【name】, then a table of requests (申请) and perhaps one of
reconsideration and litigation (复议、诉讼). Shows how a grammar of one's own uses the parsers of gongkai::combinator.

Usage: combinator FILE...

  FILE               text in UTF-8, GBK or GB18030; - is standard input
  -h, --help         this text

Prints a line of CSV for each body; a figure that is not certain is given as what it is instead. The exit code is 2 when a
file could not be read; the others are still printed.
";

/// What a compilation has of one body.
struct Body<'a> {
    name: &'a str,
    requests: Requests,
    disputes: Option<Disputes>,
}

/// `【name】`
fn name(text: &str) -> IResult<&str, &str> {
    delimited(tag("【"), is_not("】"), tag("】")).parse(text)
}

/// The tables of one body; what stands behind them is a remark.
fn tables(text: &str) -> IResult<&str, (Requests, Option<Disputes>)> {
    (requests, opt(disputes)).parse(text)
}

/// A body reaches to the next name: a parser of a table takes all that looks like its rows, so it is given no more.
fn body(text: &str) -> IResult<&str, Body<'_>> {
    let block = is_not("【").and_then(tables);
    (name, block).map(|(name, (requests, disputes))| Body { name, requests, disputes }).parse(text)
}

/// A preface, then the bodies.
fn compilation(text: &str) -> IResult<&str, Vec<Body<'_>>> {
    all_consuming(preceded(opt(is_not("【")), many1(body))).parse(text)
}

fn main() -> ExitCode {
    cli::run(HELP, cli::files(), print)
}

fn print(files: Vec<OsString>, out: &mut dyn Write) -> io::Result<ExitCode> {
    let mut csv = csv::Writer::from_writer(out);
    let mut code = ExitCode::SUCCESS;
    csv.write_record(["file", "body", "received", "granted", "carried_forward", "reconsiderations"])?;
    for file in &files {
        let read = common::read(file).and_then(|input| bodies(&input).map(|rows| (input.file, rows)));
        match read {
            Ok((file, rows)) => rows
                .into_iter()
                .try_for_each(|row| csv.write_record([file.clone()].into_iter().chain(row)))?,
            Err(failure) => {
                csv.flush()?;
                eprintln!("{failure}");
                code = ExitCode::from(2);
            }
        }
    }
    csv.flush()?;
    Ok(code)
}

/// The columns behind the file, a row a body.
fn bodies(input: &Input) -> Result<Vec<[String; 5]>, Failure> {
    let (_, bodies) = compilation(&input.text).finish().map_err(|error| {
        let line = gongkai::line_column(&input.text, input.text.offset(error.input)).line;
        let message = format!("no table of requests behind a line 【name】 at line {line}");
        Failure { file: input.file.clone(), error: "not_a_compilation", message }
    })?;
    let row = |body: &Body<'_>| {
        let total = |row| body.requests.get(row, Column::Total).map(figure).unwrap_or_default();
        [
            body.name.to_owned(),
            total(Row::Received),
            total(Row::Granted),
            total(Row::CarriedForward),
            body.disputes.as_ref().map(|table| figure(table.reconsideration.total)).unwrap_or_default(),
        ]
    };
    Ok(bodies.iter().map(row).collect())
}

/// A figure, or why there is none.
fn figure(cell: Cell) -> String {
    cell.value().map_or_else(|| common::lines::standing(cell).to_owned(), plain)
}
