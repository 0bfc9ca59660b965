//! The requests table as whole numbers: most rules add its cells, so they are read once.

use crate::report::{Cell, Report, Status};
use crate::template::{Column, Row, TableKind};

/// What stands in some cells, as bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kinds(u8);

impl Kinds {
    /// Only figures.
    pub(super) const FIGURES: Self = Self(0);
    /// A blank or not-applicable cell.
    pub(super) const BLANK: Self = Self(1);
    /// A missing, ambiguous or unreadable cell.
    pub(super) const ABSENT: Self = Self(2);
    /// A figure that needs decimals: not a whole number, or too large to add many of in 64 bits.
    pub(super) const DECIMAL: Self = Self(4);

    #[must_use]
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn has(self, kind: Self) -> bool {
        self.0 & kind.0 != 0
    }
}

/// The sum of some cells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tally {
    pub(super) sum: i64,
    pub(super) kinds: Kinds,
}

impl Tally {
    pub(super) const NOTHING: Self = Self { sum: 0, kinds: Kinds::FIGURES };
    /// Thirty figures of this size still add up in 64 bits.
    const LARGEST: i64 = 1 << 56;

    pub(super) const fn of(cell: Cell) -> Self {
        match cell.count() {
            Some(sum) if sum.unsigned_abs() < Self::LARGEST.unsigned_abs() => {
                Self { sum, kinds: Kinds::FIGURES }
            }
            _ => Self { sum: 0, kinds: Self::kinds(cell.status()) },
        }
    }

    /// The kind of a cell that is no small whole number.
    const fn kinds(status: Status) -> Kinds {
        match status {
            Status::Value => Kinds::DECIMAL,
            Status::Blank | Status::NotApplicable => Kinds::BLANK,
            Status::Unreadable | Status::Ambiguous | Status::Missing => Kinds::ABSENT,
        }
    }

    #[must_use]
    pub(super) const fn plus(self, other: Self) -> Self {
        Self { sum: self.sum + other.sum, kinds: self.kinds.and(other.kinds) }
    }
}

const COLUMNS: usize = Column::ALL.len();
const ROWS: usize = Row::ALL.len();

/// Every cell of the requests table by row and column; rows that the edition lacks count nothing.
pub(super) struct Sheet<'r> {
    pub(super) report: &'r Report,
    cells: [[Tally; COLUMNS]; ROWS],
}

impl<'r> Sheet<'r> {
    pub(super) fn new(report: &'r Report) -> Self {
        let mut cells = [[Tally::NOTHING; COLUMNS]; ROWS];
        let rows = Row::of(report.edition(TableKind::Requests));
        for (row, printed) in rows.zip(report.requests.rows()) {
            let Some(tallies) = cells.get_mut(row as usize) else { continue };
            for (tally, &cell) in tallies.iter_mut().zip(printed) {
                *tally = Tally::of(cell);
            }
        }
        Self { report, cells }
    }

    pub(super) fn get(&self, row: Row, column: Column) -> Tally {
        let tally = self.cells.get(row as usize).and_then(|row| row.get(column as usize));
        tally.copied().unwrap_or(Tally::NOTHING)
    }
}
