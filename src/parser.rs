//! The pipeline, read top to bottom.

use alloc::vec::Vec;

use crate::diagnostic::{Diagnostic, Severity};
use crate::error::Error;
use crate::report::Report;

/// A report and what should be known about its reading.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Parsed {
    /// The report.
    pub report: Report,
    /// What went wrong short of failing, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

impl Parsed {
    /// The report, unless a diagnostic of severity error was raised: then the diagnostics.
    ///
    /// # Errors
    /// All diagnostics, when one of them is an error.
    pub fn into_strict(self) -> Result<Report, Vec<Diagnostic>> {
        if self.diagnostics.iter().any(|d| d.severity() == Severity::Error) {
            Err(self.diagnostics)
        } else {
            Ok(self.report)
        }
    }
}

/// The limits under which texts are read.
///
/// ```
/// const PARSER: gongkai::Parser = gongkai::Parser::new().max_len(1024);
/// assert_eq!(PARSER.parse(&"x".repeat(2000)).unwrap_err().kind(), gongkai::ErrorKind::TooLong);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parser {
    max_len: usize,
}

impl Default for Parser {
    fn default() -> Self {
        Self::new()
    }
}

impl Parser {
    /// The default limits: 16 MiB of text.
    pub const fn new() -> Self {
        Self { max_len: 16 << 20 }
    }

    /// The most bytes a text may have; at most 4 GiB - 1, as spans are 32 bits wide.
    #[must_use]
    pub const fn max_len(self, bytes: usize) -> Self {
        let most = u32::MAX as usize - 1;
        Self { max_len: if bytes < most { bytes } else { most } }
    }

    /// Reads the text of a report.
    ///
    /// # Errors
    /// When the text is not an annual report that can be read at all; see [`ErrorKind`](crate::ErrorKind).
    pub fn parse(&self, text: &str) -> Result<Parsed, Error> {
        if text.len() > self.max_len {
            return Err(Error::too_long(text.len(), self.max_len));
        }
        if text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
            return Err(Error::empty());
        }
        Err(Error::not_a_report())
    }
}
