//! What makes parsing fail: only that the text is no annual report at all.

use alloc::boxed::Box;

/// The text is not a report that can be read; everything less than that is a [`Diagnostic`](crate::Diagnostic).
///
/// ```
/// let error = gongkai::parse_report("").unwrap_err();
/// assert_eq!(error.kind(), gongkai::ErrorKind::Empty);
/// assert_eq!(error.kind().as_str(), "empty");
/// ```
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(Box<Repr>);

#[derive(Debug, thiserror::Error)]
enum Repr {
    #[error("the text is empty")]
    Empty,
    #[error("the text has {len} bytes, more than the limit of {max} (Parser::max_len)")]
    TooLong { len: usize, max: usize },
    #[error("the report is of the form used before 2019 ({evidence}), which has other statistics")]
    Pre2019 { evidence: &'static str },
    #[cfg(not(feature = "html"))]
    #[error("the text is HTML; enable the feature `html` of gongkai, or give the text of the page")]
    Html,
    #[error("no table of the form was found, nor a title with at least three of the six headings")]
    NotAReport,
}

/// Why a text was refused.
///
/// ```
/// use gongkai::{ErrorKind, parse_report};
/// let refused = |text| parse_report(text).unwrap_err().kind();
/// assert_eq!(refused(" \n"), ErrorKind::Empty);
/// assert_eq!(refused("今日有雨。"), ErrorKind::NotAReport);
/// assert_eq!(ErrorKind::Pre2019.as_str(), "pre_2019");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// Nothing but white space.
    Empty,
    /// Longer than the limit, see [`Parser::max_len`](crate::Parser::max_len).
    TooLong,
    /// A report for 2018 or earlier.
    Pre2019,
    /// HTML source, and the feature `html` is off.
    Html,
    /// None of the form's tables, and not a title with three headings.
    NotAReport,
}

impl ErrorKind {
    /// The stable name, as the examples print it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too_long",
            Self::Pre2019 => "pre_2019",
            Self::Html => "html",
            Self::NotAReport => "not_a_report",
        }
    }
}

impl Error {
    /// Why the text was refused.
    pub fn kind(&self) -> ErrorKind {
        match *self.0 {
            Repr::Empty => ErrorKind::Empty,
            Repr::TooLong { .. } => ErrorKind::TooLong,
            Repr::Pre2019 { .. } => ErrorKind::Pre2019,
            #[cfg(not(feature = "html"))]
            Repr::Html => ErrorKind::Html,
            Repr::NotAReport => ErrorKind::NotAReport,
        }
    }

    pub(crate) fn empty() -> Self {
        Self(Box::new(Repr::Empty))
    }

    pub(crate) fn too_long(len: usize, max: usize) -> Self {
        Self(Box::new(Repr::TooLong { len, max }))
    }

    pub(crate) fn pre_2019(evidence: &'static str) -> Self {
        Self(Box::new(Repr::Pre2019 { evidence }))
    }

    #[cfg(not(feature = "html"))]
    pub(crate) fn html() -> Self {
        Self(Box::new(Repr::Html))
    }

    pub(crate) fn not_a_report() -> Self {
        Self(Box::new(Repr::NotAReport))
    }
}
