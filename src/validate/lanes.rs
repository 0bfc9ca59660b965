//! A row of cells as whole numbers, added up in machine words.

use super::operand::Side;
use crate::report::{Cell, Status};

/// What stands in the cells of a row: bits in a byte for each cell, the first in the lowest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Kinds(u64);

impl Kinds {
    /// Only figures.
    pub(super) const FIGURES: Self = Self(0);
    /// A blank or not-applicable cell.
    pub(super) const BLANK: Self = Self::anywhere(1);
    /// A missing, ambiguous or unreadable cell.
    pub(super) const ABSENT: Self = Self::anywhere(2);
    /// A figure that needs decimals: not a whole number, or too large to add many of in 32 bits.
    pub(super) const DECIMAL: Self = Self::anywhere(4);
    /// A negative figure.
    pub(super) const NEGATIVE: Self = Self::anywhere(8);

    const fn anywhere(kind: u8) -> Self {
        Self(u64::from_ne_bytes([kind; 8]))
    }

    /// Those of one cell.
    const fn at(self, lane: usize) -> Self {
        Self(self.0 & (u8::MAX as u64) << (8 * (lane & 7)))
    }

    #[must_use]
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    const fn among(self, cells: Self) -> Self {
        Self(self.0 & cells.0)
    }

    pub(super) const fn has(self, kind: Self) -> bool {
        self.0 & kind.0 != 0
    }
}

/// The cells of a row, up to seven, or the sums of rows; the rest stays empty so that rows add up in whole machine words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lanes {
    sums: [i32; 8],
    pub(super) kinds: Kinds,
}

/// How often each cell of a row counts in what a rule demands, less how often it counts in what it finds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Weights {
    of: [i32; 8],
    /// All kinds of those that count.
    kinds: Kinds,
    /// All kinds of those that count in what it demands.
    demanded: Kinds,
}

impl Weights {
    pub(super) fn add(&mut self, lane: usize, weight: i32, side: Side) {
        if let Some(sum) = self.of.get_mut(lane) {
            *sum += weight;
            let all = Kinds::anywhere(u8::MAX).at(lane);
            self.kinds = self.kinds.and(all);
            if side != Side::Actual {
                self.demanded = self.demanded.and(all);
            }
        }
    }
}

/// How much more a rule demands of some cells than it finds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Excess {
    pub(super) sum: i32,
    pub(super) kinds: Kinds,
    /// The kinds of those that are demanded.
    pub(super) demanded: Kinds,
}

impl Lanes {
    pub(super) const NOTHING: Self = Self { sums: [0; 8], kinds: Kinds::FIGURES };
    /// Thirty figures of this size still add up in 32 bits.
    const LARGEST: i64 = 1 << 26;

    /// Reads the cells of a row, and gives their kinds.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "those that do not fit are told apart")]
    pub(super) fn read<'a>(&mut self, cells: impl IntoIterator<Item = &'a Cell> + Clone) -> Kinds {
        let mut all = 0;
        for (sum, cell) in self.sums.iter_mut().zip(cells.clone()) {
            let count = cell.count().unwrap_or(i64::MIN);
            *sum = count as i32;
            all |= count;
        }
        // As nearly all are: small whole numbers.
        if !(0..Self::LARGEST).contains(&all) {
            self.tell_apart(cells);
        }
        self.kinds
    }

    /// Notes what is no small whole number, and does not count it.
    #[cold]
    #[expect(clippy::cast_possible_truncation, reason = "it is small")]
    fn tell_apart<'a>(&mut self, cells: impl IntoIterator<Item = &'a Cell>) {
        for (lane, (sum, cell)) in self.sums.iter_mut().zip(cells).enumerate() {
            *sum = 0;
            let kinds = match (cell.status(), cell.count()) {
                (Status::Value, Some(count)) if count.unsigned_abs() < Self::LARGEST.unsigned_abs() => {
                    *sum = count as i32;
                    if count < 0 { Kinds::NEGATIVE } else { Kinds::FIGURES }
                }
                (Status::Value, _) => Kinds::DECIMAL,
                (Status::Blank | Status::NotApplicable, _) => Kinds::BLANK,
                (Status::Unreadable | Status::Ambiguous | Status::Missing, _) => Kinds::ABSENT,
            };
            self.kinds = self.kinds.and(kinds.at(lane));
        }
    }

    /// One of its sums with the kinds of its cells.
    pub(super) fn get(&self, lane: usize) -> (i32, Kinds) {
        (self.sums.get(lane).copied().unwrap_or(0), self.kinds.at(lane))
    }

    /// The weighted sum of its cells.
    #[inline]
    pub(super) fn weighed(&self, weights: &Weights) -> Excess {
        let mut sum = 0;
        for (cell, weight) in self.sums.iter().zip(&weights.of) {
            sum += cell * weight;
        }
        let kinds = self.kinds.among(weights.kinds);
        Excess { sum, kinds, demanded: kinds.among(weights.demanded) }
    }

    /// What is left of it without others.
    #[must_use]
    pub(super) fn less(mut self, other: &Self) -> Self {
        for (sum, &term) in self.sums.iter_mut().zip(&other.sums) {
            *sum -= term;
        }
        self.kinds = self.kinds.and(other.kinds);
        self
    }

    pub(super) fn add(&mut self, other: &Self) {
        for (sum, &term) in self.sums.iter_mut().zip(&other.sums) {
            *sum += term;
        }
        self.kinds = self.kinds.and(other.kinds);
    }
}
