//! Reads 政府信息公开工作年度报告, the annual reports on government information disclosure.
#![cfg_attr(not(any(feature = "std", test)), no_std)]

extern crate alloc;

pub mod combinator;
mod diagnostic;
mod error;
mod html;
mod layout;
mod limits;
pub mod narrative;
mod parser;
mod report;
mod resolve;
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
