//! A row of cells as whole numbers, added up in machine words.

use super::operand::Side;
use crate::report::{Cell, Status};

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
    /// Thirty figures of this size still add up in 64 bits.
    const LARGEST: i64 = 1 << 56;

    pub(super) const fn of(cell: Cell) -> Self {
        match cell.count() {
            Some(sum) if sum.unsigned_abs() < Self::LARGEST.unsigned_abs() => {
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
}

/// A tally for each cell of a row, up to seven; the rest stays empty so that rows add up in whole machine words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lanes {
    sums: [i64; 8],
    /// A byte of [`Kinds`] for each cell, the first in the lowest.
    pub(super) kinds: u64,
}

/// How often each cell of a row counts in what a rule demands, less how often it counts in what it finds.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Weights {
    of: [i64; 8],
    /// All bits of the [`Kinds`] of those that count on the one side, on the other.
    kinds: [u64; 2],
}

impl Weights {
    pub(super) fn add(&mut self, lane: usize, weight: i64, side: Side) {
        let [demanded, found] = &mut self.kinds;
        if let Some(sum) = self.of.get_mut(lane) {
            *sum += weight;
            *(if side == Side::Actual { found } else { demanded }) |= u64::from(u8::MAX) << (8 * lane);
        }
    }
}

/// How much more a rule demands of some cells than it finds, with what stands in those on either side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Excess {
    pub(super) sum: i64,
    pub(super) demanded: Kinds,
    pub(super) found: Kinds,
}

impl Lanes {
    pub(super) const NOTHING: Self = Self { sums: [0; 8], kinds: 0 };

    /// Reads the cells of a row, and gives their kinds.
    #[inline]
    pub(super) fn read<'a>(&mut self, cells: impl IntoIterator<Item = &'a Cell> + Clone) -> u64 {
        let mut all = 0;
        for (sum, cell) in self.sums.iter_mut().zip(cells.clone()) {
            *sum = cell.count().unwrap_or(i64::MIN);
            all |= *sum;
        }
        // As nearly all are: small whole numbers.
        if !(0..Tally::LARGEST).contains(&all) {
            self.read_any(cells);
        }
        self.kinds
    }

    #[cold]
    fn read_any<'a>(&mut self, cells: impl IntoIterator<Item = &'a Cell>) {
        for (lane, (sum, cell)) in self.sums.iter_mut().zip(cells).enumerate() {
            let tally = Tally::of(*cell);
            *sum = tally.sum;
            self.kinds |= u64::from(tally.kinds.0) << (8 * lane);
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "the byte of the cell")]
    pub(super) fn get(&self, lane: usize) -> Tally {
        let sum = self.sums.get(lane).copied().unwrap_or(0);
        Tally { sum, kinds: Kinds((self.kinds >> (8 * (lane & 7))) as u8) }
    }

    /// The weighted sum of its cells.
    #[inline]
    pub(super) fn weighed(&self, weights: &Weights) -> Excess {
        let mut sum = 0;
        for (cell, weight) in self.sums.iter().zip(&weights.of) {
            sum += cell * weight;
        }
        let [demanded, found] = weights.kinds;
        Excess { sum, demanded: any(self.kinds & demanded), found: any(self.kinds & found) }
    }

    /// What is left of it without others.
    #[must_use]
    pub(super) fn less(mut self, other: &Self) -> Self {
        for (sum, &term) in self.sums.iter_mut().zip(&other.sums) {
            *sum -= term;
        }
        self.kinds |= other.kinds;
        self
    }

    pub(super) fn add(&mut self, other: &Self) {
        for (sum, &term) in self.sums.iter_mut().zip(&other.sums) {
            *sum += term;
        }
        self.kinds |= other.kinds;
    }

    pub(super) fn any(&self) -> Kinds {
        any(self.kinds)
    }
}

/// The kinds of any of the cells.
#[expect(clippy::cast_possible_truncation, reason = "all are gathered in the lowest byte")]
pub(super) const fn any(kinds: u64) -> Kinds {
    if kinds == 0 {
        return Kinds::FIGURES;
    }
    let kinds = kinds | kinds >> 32;
    let kinds = kinds | kinds >> 16;
    Kinds((kinds | kinds >> 8) as u8)
}
