//! What comes out: every cell of a table, and what had to be done for it.

use alloc::vec::Vec;

use super::piece::{Piece, Problem};
use crate::Span;
use crate::report::{Certainty, Mark};

/// A cell as read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Given<'r> {
    /// Its row is not in the text.
    Missing,
    Blank,
    Mark(Mark, Span),
    Figure {
        value: i64,
        span: Span,
        certainty: Certainty,
    },
    Unreadable(Span),
    /// Most plausible first; `None`: blank. Without a span where nothing printed belongs to the cell for certain.
    Ambiguous {
        candidates: &'r [Option<i64>],
        span: Option<Span>,
    },
}

/// How a row was read otherwise than literally.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RepairKind {
    /// Two pieces are one figure.
    Joined,
    /// A piece holds several figures.
    Split,
    /// Pieces that are no cells of the row were left out.
    Dropped,
    /// A column that the form does not have was left out, here as in every row.
    ExtraColumn,
}

/// A row that was read otherwise than literally, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Repair {
    pub(crate) row: usize,
    pub(crate) kind: RepairKind,
    pub(crate) span: Option<Span>,
}

/// Like [`Given`], with candidates by their place in the list of all.
#[derive(Clone, Copy, Debug)]
pub(super) enum Stored {
    Blank,
    Mark(Mark, Span),
    Figure { value: i64, span: Span, certainty: Certainty },
    Unreadable(Span),
    Ambiguous { first: u32, count: u32, span: Option<Span> },
}

/// A table as read. Rows whose pieces are their cells take no room in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Resolution {
    /// Rows that were searched; their cells stand in `cells` in the same order.
    pub(super) loose: Vec<usize>,
    pub(super) cells: Vec<Stored>,
    pub(super) candidates: Vec<Option<i64>>,
    /// At most one for each row.
    pub(crate) repairs: Vec<Repair>,
    /// No reading keeps all identities of the undecided rows.
    pub(crate) broken: bool,
    /// A search was cut at its bound.
    pub(crate) bounded: bool,
}

impl Resolution {
    /// A cell; `problem` is the one that was resolved.
    #[cfg(test)]
    pub(crate) fn given<'r>(&'r self, problem: &Problem<'r>, row: usize, column: usize) -> Given<'r> {
        self.row(problem, row)(column)
    }

    /// The cells of a row by their column; `problem` is the one that was resolved.
    pub(crate) fn row<'r>(
        &'r self,
        problem: &Problem<'r>,
        row: usize,
    ) -> impl Fn(usize) -> Given<'r> + use<'r> {
        let columns = problem.form.columns();
        let place = self.loose.binary_search(&row).ok();
        let cells = place.and_then(|place| self.cells.get(place * columns..(place + 1) * columns));
        // A row that is not searched has its pieces for cells.
        let pieces = if place.is_none() { problem.row(row) } else { &[] };
        let cells = cells.unwrap_or(&[]);
        move |column| match (cells.get(column), pieces.get(column)) {
            (Some(cell), _) => self.expand(*cell),
            (None, Some(piece)) => printed(piece),
            (None, None) => Given::Missing,
        }
    }

    fn expand(&self, cell: Stored) -> Given<'_> {
        match cell {
            Stored::Blank => Given::Blank,
            Stored::Mark(mark, span) => Given::Mark(mark, span),
            Stored::Figure { value, span, certainty } => Given::Figure { value, span, certainty },
            Stored::Unreadable(span) => Given::Unreadable(span),
            Stored::Ambiguous { first, count, span } => {
                let first = first as usize;
                let candidates = self.candidates.get(first..first + count as usize).unwrap_or(&[]);
                Given::Ambiguous { candidates, span }
            }
        }
    }
}

fn printed<'r>(piece: &Piece) -> Given<'r> {
    match *piece {
        Piece::Figure { value, span, .. } => Given::Figure { value, span, certainty: Certainty::Exact },
        Piece::Blank => Given::Blank,
        Piece::Mark(mark, span) => Given::Mark(mark, span),
        Piece::Unreadable(span) | Piece::Run(span) => Given::Unreadable(span),
    }
}
