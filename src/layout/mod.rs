//! How extractors leave tables: each layout turns text into cells with byte spans.

pub(crate) mod bench;
mod cell_lines;
mod comma_rows;
mod detect;
mod digits;
mod flow;
mod line;
mod one_line;
mod page_number;
mod pipe_cells;
mod places;
mod rows;
mod shape;
mod space;
mod stand;

use core::fmt;

use alloc::vec::Vec;

pub(crate) use detect::{Grids, Rule, detect, keeps_blanks};
pub(crate) use line::{Line, has_more_cells, lines};
pub(crate) use one_line::{LONG, holds_table, split as split_long_line};
pub(crate) use space::{is_space, spaces, trimmed};

/// What stands between a cell and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Break {
    /// The layout says that a row begins.
    Row,
    /// The layout says that a cell begins.
    Cell,
    /// A line ends: a row, a cell or only the page's width.
    Line,
    /// Nothing but white space, or nothing at all.
    None,
}

/// A piece of a table's text between two separators; empty for a blank cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) before: Break,
}

/// Turns the lines of a region into tokens.
pub(crate) type Tokenizer = fn(text: &str, lines: &[Line], into: &mut Vec<Token>);

/// The token of a text from `start` to `end`, white space around it cut off.
#[inline]
pub(crate) fn token(text: &str, start: usize, end: usize, before: Break) -> Token {
    let (start, end) = match text.as_bytes().get(start..end) {
        // Most cells.
        Some([] | [b'!'..=b'~']) => (start, end),
        Some([b' ', b' ']) => (end, end),
        Some([b' ', cell @ .., b' ']) if space::is_trimmed(cell) => (start + 1, end - 1),
        Some(cell) if space::is_trimmed(cell) => (start, end),
        _ => space::trimmed(text, start, end),
    };
    // Spans are 32 bits wide, and so are texts.
    Token { start: start as u32, end: end as u32, before }
}

/// How a table is laid out in the text.
///
/// ```
/// use gongkai::{Layout, TableKind};
/// let text = "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3\n";
/// let report = gongkai::parse_report(text)?.report;
/// let source = report.source(TableKind::Requests).unwrap();
/// assert_eq!(source.layout, Layout::TabRows);
/// assert_eq!(source.layout.as_str(), "tab_rows");
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Layout {
    /// Rows on lines, cells between tabs.
    TabRows,
    /// One cell per line, a tab before each, an empty line behind each row.
    CellLines,
    /// One cell per paragraph.
    ParagraphCells,
    /// Rows on lines, cells between commas.
    CommaRows,
    /// Rows on lines, cells between pipes.
    PipeRows,
    /// One cell per line, pipes between cells.
    PipeCells,
    /// A Markdown table.
    Markdown,
    /// No separators at all.
    Glued,
    /// Columns kept by runs of spaces.
    Aligned,
    /// Lines rebuilt from a page: one space between figures, labels wrapped around them.
    PdfRows,
    /// One cell per line, without tabs; labels wrapped over lines.
    PdfCells,
    /// All labels of a page first, then the figures column by column.
    PdfColumns,
    /// HTML tables.
    Html,
    /// Tables drawn with lines, labels wrapped in their cells.
    Ruled,
}

impl Layout {
    /// The stable name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TabRows => "tab_rows",
            Self::CellLines => "cell_lines",
            Self::ParagraphCells => "paragraph_cells",
            Self::CommaRows => "comma_rows",
            Self::PipeRows => "pipe_rows",
            Self::PipeCells => "pipe_cells",
            Self::Markdown => "markdown",
            Self::Glued => "glued",
            Self::Aligned => "aligned",
            Self::PdfRows => "pdf_rows",
            Self::PdfCells => "pdf_cells",
            Self::PdfColumns => "pdf_columns",
            Self::Html => "html",
            Self::Ruled => "ruled",
        }
    }
}

impl fmt::Display for Layout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
