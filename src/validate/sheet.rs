//! The requests table as whole numbers, a row at a time: most rules add its cells, so they are read once.

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
    /// A negative figure.
    pub(super) const NEGATIVE: Self = Self(8);

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
    const LARGEST: u64 = 1 << 56;

    pub(super) const fn of(cell: Cell) -> Self {
        match cell.count() {
            Some(sum) if sum.unsigned_abs() < Self::LARGEST => {
                Self { sum, kinds: if sum < 0 { Kinds::NEGATIVE } else { Kinds::FIGURES } }
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

/// A tally for each column: seven, and one that stays empty so that rows add up in whole machine words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lanes {
    sums: [i64; 8],
    /// A byte of [`Kinds`] for each column, the first in the lowest.
    kinds: u64,
}

/// Which columns to add: all bits set for those, none for the others.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mask(Lanes);

impl Mask {
    pub(super) fn of(columns: &[Column]) -> Self {
        let mut mask = Lanes::NOTHING;
        for &column in columns {
            mask.put(column as usize, Tally { sum: -1, kinds: Kinds(u8::MAX) });
        }
        Self(mask)
    }
}

impl Lanes {
    pub(super) const NOTHING: Self = Self { sums: [0; 8], kinds: 0 };

    fn put(&mut self, lane: usize, tally: Tally) {
        if let Some(sum) = self.sums.get_mut(lane) {
            *sum = tally.sum;
            self.kinds |= u64::from(tally.kinds.0) << (8 * lane);
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "the byte of the column")]
    pub(super) fn get(&self, column: Column) -> Tally {
        let sum = self.sums.get(column as usize).copied().unwrap_or(0);
        Tally { sum, kinds: Kinds((self.kinds >> (8 * (column as u32))) as u8) }
    }

    /// The sum of some columns.
    pub(super) fn sum(&self, mask: &Mask) -> Tally {
        let sum = self.sums.iter().zip(&mask.0.sums).map(|(sum, mask)| sum & mask).sum();
        Tally { sum, kinds: Self { kinds: self.kinds & mask.0.kinds, ..*self }.any() }
    }

    fn add(&mut self, other: &Self) {
        for (sum, &term) in self.sums.iter_mut().zip(&other.sums) {
            *sum += term;
        }
        self.kinds |= other.kinds;
    }

    fn any(&self) -> Kinds {
        if self.kinds == 0 {
            return Kinds::FIGURES;
        }
        Kinds(self.kinds.to_ne_bytes().into_iter().fold(0, |any, kinds| any | kinds))
    }
}

/// Every cell of the requests table by row and column; rows that the edition lacks count nothing.
pub(super) struct Sheet<'r> {
    pub(super) report: &'r Report,
    rows: [Lanes; Row::ALL.len()],
}

impl<'r> Sheet<'r> {
    pub(super) fn new(report: &'r Report) -> Self {
        let mut lanes = [Lanes::NOTHING; Row::ALL.len()];
        let rows = Row::of(report.edition(TableKind::Requests));
        for (row, cells) in rows.zip(report.requests.rows()) {
            let Some(lanes) = lanes.get_mut(row as usize) else { continue };
            for (lane, &cell) in cells.iter().enumerate() {
                lanes.put(lane, Tally::of(cell));
            }
        }
        Self { report, rows: lanes }
    }

    pub(super) fn row(&self, row: Row) -> &Lanes {
        self.rows.get(row as usize).unwrap_or(&Lanes::NOTHING)
    }

    /// The sums of some rows, column by column.
    pub(super) fn sum(&self, rows: &[Row]) -> Lanes {
        let mut sum = Lanes::NOTHING;
        for &row in rows {
            sum.add(self.row(row));
        }
        sum
    }

    /// What kinds of cells there are in the whole table.
    pub(super) fn any(&self) -> Kinds {
        let kinds = self.rows.iter().fold(0, |any, lanes| any | lanes.kinds);
        Lanes { kinds, ..Lanes::NOTHING }.any()
    }
}
