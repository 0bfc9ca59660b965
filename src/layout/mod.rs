//! How extractors leave tables: each layout turns text into cells with byte spans.

use core::fmt;

/// How a table is laid out in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Layout {
    /// Rows on lines, cells between tabs.
    TabRows,
    /// One cell per line, a tab before each, an empty line behind each row.
    CellLines,
    /// One cell per paragraph.
    ParagraphCells,
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
}

impl Layout {
    /// The stable name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TabRows => "tab_rows",
            Self::CellLines => "cell_lines",
            Self::ParagraphCells => "paragraph_cells",
            Self::PipeRows => "pipe_rows",
            Self::PipeCells => "pipe_cells",
            Self::Markdown => "markdown",
            Self::Glued => "glued",
            Self::Aligned => "aligned",
            Self::PdfRows => "pdf_rows",
            Self::PdfCells => "pdf_cells",
            Self::PdfColumns => "pdf_columns",
            Self::Html => "html",
        }
    }
}

impl fmt::Display for Layout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
