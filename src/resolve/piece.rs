//! What goes in: the pieces of each row in the order of the text.

use crate::Span;
use crate::report::Mark;

use super::form::Form;

/// What the text shows of one row behind its label, piece by piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// A figure that the text separates from its neighbours. `value` is handed through; of figures with a fraction
    /// or a unit the caller finds its own reading again by the span.
    Figure {
        value: i64,
        span: Span,
        /// False when it cannot be a figure as it stands: `01`, `3,`.
        literal: bool,
        /// It carries a sign of its own (`+276`, `-106`), so its column must be one that may be negative.
        signed: bool,
    },
    /// A cell that the text shows as empty.
    Blank,
    /// `/`, `无` and the like in a cell.
    Mark(Mark, Span),
    /// Digits that may hold several figures. A sign starts a figure.
    Run(Span),
    /// Something that is no figure.
    Unreadable(Span),
}

impl Piece {
    /// Where it is printed.
    pub(crate) fn span(self) -> Option<Span> {
        match self {
            Self::Figure { span, .. } | Self::Mark(_, span) | Self::Run(span) | Self::Unreadable(span) => {
                Some(span)
            }
            Self::Blank => None,
        }
    }

    /// Whether it fills one cell as it stands.
    pub(super) fn is_cell(self) -> bool {
        match self {
            Self::Figure { literal, .. } => literal,
            Self::Run(_) => false,
            _ => true,
        }
    }
}

/// Whether blank cells leave a trace in the region of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Blanks {
    /// They are shown; only a row that is short of pieces has lost some.
    Kept,
    /// They may vanish anywhere.
    Vanish,
}

/// One row: which of the table's pieces are its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RowText {
    pub(crate) first: u32,
    pub(crate) count: u32,
    pub(crate) blanks: Blanks,
}

/// A table to be read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Problem<'t> {
    pub(crate) text: &'t str,
    pub(crate) form: &'t Form,
    /// The pieces of all rows.
    pub(crate) pieces: &'t [Piece],
    /// The rows of the form in its order; `None`: the row is not in the text.
    pub(crate) rows: &'t [Option<RowText>],
}

impl<'t> Problem<'t> {
    /// The pieces of a row; empty for a lost one.
    pub(crate) fn row(&self, row: usize) -> &'t [Piece] {
        let Some(Some(text)) = self.rows.get(row) else { return &[] };
        let first = text.first as usize;
        self.pieces.get(first..first.saturating_add(text.count as usize)).unwrap_or(&[])
    }

    pub(super) fn row_text(&self, row: usize) -> Option<RowText> {
        self.rows.get(row).copied().flatten()
    }

    /// A row whose pieces are exactly its cells: kept as printed, whatever the sums say.
    pub(super) fn is_placed(&self, row: usize) -> bool {
        let pieces = self.row(row);
        pieces.len() == self.form.columns() && pieces.iter().all(|piece| piece.is_cell())
    }
}
