//! Reads 政府信息公开工作年度报告, the annual reports on government information disclosure that every administrative organ in
//! China publishes: give [`parse_report`] the text as any extractor left it, and get its figures as typed values, each with
//! its place in that text. **A figure is right, or it says that it is not certain.**
//!
//! ```
//! use gongkai::{Column, Row, parse_report};
//! let text = std::fs::read_to_string("examples/sample-report.txt")?;
//! let report = parse_report(&text)?.report;
//! let received = report.requests.get(Row::Received, Column::Total).ok_or("no such row")?;
//! assert_eq!((report.year, received.count()), (Some(2023), Some(46)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The model
//!
//! A [`Report`] has what stands around its tables ([`Title`], [`Agency`], [`Period`], [`Section`]s, [`Signature`]) and the three
//! tables of the form: [`Proactive`] (主动公开), [`Requests`] (申请) and [`Disputes`] (复议、诉讼). There are two forms, the
//! [`Edition`]s of 2019 and 2021; each table says by its own labels which one it follows, whatever year the title names.
//!
//! Every figure has a [`FactPath`], a name that never changes: `requests.granted.total`. [`Report::get`] looks one up,
//! [`Report::facts`] goes through all of them, those included that the text does not have. A figure is a [`Cell`]: a
//! [`Status`], a value, a [`Span`]. Spans are bytes of the text that was given, before any normalisation; money is in yuan,
//! whatever [`Unit`] is printed. Rows that the form does not have are kept as [`AdditionalRow`]s.
//!
//! ```
//! use gongkai::{FactPath, parse_report};
//! # let text = std::fs::read_to_string("examples/sample-report.txt")?;
//! let report = parse_report(&text)?.report;
//! let fees: FactPath = "proactive.administrative_fees.amount".parse()?;
//! let cell = report.get(fees).ok_or("not in this edition")?;
//! assert_eq!(cell.value(), Some(2_864_500.into()));
//! assert_eq!(cell.span().and_then(|span| span.slice(&text)), Some("286.45"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Uncertainty
//!
//! Blank, not applicable (`/`, `无`), zero, unreadable, ambiguous and missing are six different things, and stay so: see
//! [`Status`]. A value has a [`Certainty`]: `exact` digits in a cell whose row and column the text fixes; `resolved` digits that
//! only one admissible reading puts there; `repaired` ones, read otherwise than literally. Where several readings remain,
//! the cell is ambiguous, has no value, and [`Report::candidates`] lists them. A table's sums are evidence of how to read
//! a damaged row; they never change what is printed.
//!
//! Whatever is odd about the text is a [`Diagnostic`] with a stable [`Code`], never a failure: [`parse_report`] refuses only
//! what is no such report at all, with an [`Error`]. [`Parsed::into_strict`] is for those who want whole reports or none.
//!
//! ```
//! use gongkai::{Status, parse_report};
//! // Tags stripped, cells glued: 3, 21, 557 or 32, 15, 57 or others, and nothing decides.
//! let text = "信息内容本年制发件数本年废止件数现行有效件数\n规章000\n行政规范性文件321557\n";
//! let parsed = parse_report(text)?;
//! let path = "proactive.normative_documents.issued".parse()?;
//! let cell = parsed.report.get(path).ok_or("not in this edition")?;
//! assert_eq!((cell.status(), cell.value()), (Status::Ambiguous, None));
//! assert!(parsed.report.candidates(cell).len() > 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Validation
//!
//! That a figure is read right does not make it true. [`validate::validate`] checks a report's sums, frame and editions rule
//! by rule, [`validate::locate()`] finds the cells behind sums that fail, [`validate::across_years`] compares what one year
//! hands on to the next, [`validate::panel()`] an organ with those it sums up. [`narrative::claims`] reads what the prose says
//! of the figures (共收到申请12件, 均已办结), and [`validate::validate_prose`] compares it with the tables.
//!
//! ```
//! use gongkai::{narrative, parse_report, validate::{validate, validate_prose}};
//! # let text = std::fs::read_to_string("examples/sample-report.txt")?;
//! let report = parse_report(&text)?.report;
//! for finding in validate(&report).findings() {
//!     println!("{finding}");
//! }
//! let prose = validate_prose(&report, &narrative::claims(&text, &report));
//! assert_eq!(prose.findings().count(), 0);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Embedding
//!
//! Everything is owned, `Send` and `Sync`, and there is no global state: parse on as many threads as you have. Nothing is
//! read, written or sent. With `serde` the whole model goes to JSON and back byte for byte; with `schemars` it has a JSON
//! Schema (stored under `schema/`, beside those of what the examples print). The tables alone, inside a text of your own
//! shape, are nom parsers in [`combinator`]. Without default features the crate is `no_std` with `alloc`.
//!
//! | feature | default | |
//! |---|---|---|
//! | `std` | yes | `std` of the dependencies |
//! | `serde` | yes | `Serialize` and `Deserialize` |
//! | `html` | no | web pages as they are, spanned cells and all; needs `std` |
//! | `schemars` | no | JSON Schema of the model |
//!
//! # Limits
//!
//! Time and memory are linear in the length of the text, whatever it is; there is no panic, no recursion that the text
//! drives and no unsafe code. [`Parser`] carries the limits, among them 16 MiB of text; what is left out at one is missing
//! or ambiguous, never given otherwise, and a diagnostic says so. Not here: PDF files and pictures, encodings, fetching,
//! and reports for 2018 and earlier, which are free prose with other statistics.
//!
//! # Sources of the form
//!
//! - 《中华人民共和国政府信息公开条例》(国务院令第711号, 2019): 第四十九条 demands the report of each year, 第五十条 says what is in it, and
//!   the rows of table two stand under the items of 第二十条 ([`Item::clause`]).
//! - 国办公开办函〔2019〕60号: the form of the reports for 2019 and 2020, [`Edition::E2019`], 198 figures.
//! - 国办公开办函〔2021〕30号: the form since the reports for 2021, [`Edition::E2021`], 200 figures.
//!
//! The forms state the identity of table three themselves: 第一项加第二项之和，等于第三项加第四项之和.
#![cfg_attr(not(any(feature = "std", test)), no_std)]

extern crate alloc;

mod aligned;
pub mod combinator;
mod diagnostic;
mod error;
mod html;
mod layout;
mod limits;
pub mod narrative;
mod notation;
mod page;
mod parser;
mod report;
mod resolve;
mod ruled;
#[cfg(feature = "schemars")]
mod schema;
mod section;
mod span;
mod template;
mod text;
pub mod validate;

pub use diagnostic::{Code, Diagnostic, Severity};
pub use error::{Error, ErrorKind};
pub use layout::Layout;
pub use parser::{Parsed, Parser};
pub use report::{
    AdditionalRow, Agency, Candidate, Cell, Certainty, Date, DisputeGroup, Disputes, Fact, Mark, Period,
    PrintedRow, Proactive, Report, Requests, Section, SectionKind, Signature, Status, TableSource, Title,
    Unit, plain,
};
pub use span::{LineColumn, Span, line_column};
pub use template::{
    Column, Edition, FactPath, Group, Item, Measure, Outcome, ParsePathError, ResultGroup, Row, TableKind,
};

/// Reads the text of a report with the default limits of [`Parser`].
///
/// ```
/// let text = "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3\n";
/// let parsed = gongkai::parse_report(text)?;
/// let cell = parsed.report.get("requests.received.total".parse()?).ok_or("not in this edition")?;
/// assert_eq!(cell.value(), Some(3.into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// When the text is not an annual report that can be read at all; see [`ErrorKind`].
pub fn parse_report(text: &str) -> Result<Parsed, Error> {
    Parser::new().parse(text)
}

/// For the benches of this crate; no part of its interface.
#[doc(hidden)]
pub mod __bench {
    pub use crate::layout::bench::{Tokens, tokenize};
}

/// The examples of the READMEs, compiled and run.
#[cfg(doctest)]
mod readme {
    #[doc = include_str!("../README.md")]
    struct English;
    #[doc = include_str!("../README.zh-CN.md")]
    struct Chinese;
}
