//! Places in the caller's text.

use core::ops::Range;

/// A byte range in the text given to [`parse_report`](crate::parse_report), before any normalisation.
///
/// ```
/// let text = "规章 12 件";
/// let span = gongkai::Span::new(7, 9);
/// assert_eq!(span.slice(text), Some("12"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(into = "(u32, u32)", from = "(u32, u32)"))]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset behind the last byte.
    pub end: u32,
}

impl Span {
    /// A span from `start` to `end`, in bytes.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The span as a range that slices a `str`.
    ///
    /// ```
    /// let span = gongkai::Span::new(7, 9);
    /// assert_eq!(span.range(), 7..9);
    /// assert_eq!((span.len(), span.is_empty()), (2, false));
    /// ```
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text at this span; `None` when `text` is not the text that was parsed and the span does not fit it.
    pub fn slice(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }

    /// The number of bytes.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether the span holds no byte.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// The smallest span that holds both.
    ///
    /// ```
    /// use gongkai::Span;
    /// assert_eq!(Span::new(7, 9).join(Span::new(2, 4)), Span::new(2, 9));
    /// ```
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl From<Span> for (u32, u32) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

impl From<(u32, u32)> for Span {
    fn from((start, end): (u32, u32)) -> Self {
        Self { start, end }
    }
}

/// A place as a person counts it: lines and columns from one, a column being a character.
///
/// ```
/// use gongkai::{LineColumn, line_column};
/// assert_eq!(line_column("一\n二三", 7), LineColumn { line: 2, column: 2 });
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct LineColumn {
    /// Line, from 1.
    pub line: u32,
    /// Character in the line, from 1.
    pub column: u32,
}

/// Line and column of a byte offset. An offset inside a character counts as that character; one behind the text as its end.
///
/// ```
/// let place = gongkai::line_column("一、总体情况\n规章 3", 19);
/// assert_eq!((place.line, place.column), (2, 1));
/// ```
pub fn line_column(text: &str, offset: usize) -> LineColumn {
    let mut place = LineColumn { line: 1, column: 1 };
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if at + c.len_utf8() > offset {
            break;
        }
        let joined = c == '\r' && chars.peek().is_some_and(|&(_, next)| next == '\n');
        if matches!(c, '\n' | '\u{2028}') || (c == '\r' && !joined) {
            place = LineColumn { line: place.line + 1, column: 1 };
        } else {
            place.column += 1;
        }
    }
    place
}
