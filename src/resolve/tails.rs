//! Which sums the last columns of a block can have: a filter that lets the search of long runs meet half-way.

use alloc::vec::Vec;

use super::atoms::{Cut, Sequence};

/// Bits of the filter, a power of two.
const BITS: usize = 1 << 14;

/// A set of places and sums that may hold more than was put in, never less.
#[derive(Debug, Default)]
pub(super) struct Tails {
    bits: Vec<u64>,
}

impl Tails {
    /// Puts in every sum of `columns` figures that end at atom `end`, up to `most`.
    pub(super) fn find(&mut self, sequence: &Sequence, end: usize, columns: usize, most: i64) {
        self.bits.clear();
        self.bits.resize(BITS / 64, 0);
        self.extend(sequence, end, columns, most, 0);
    }

    /// As deep as half the form's columns.
    fn extend(&mut self, sequence: &Sequence, end: usize, columns: usize, left: i64, sum: i64) {
        if columns == 0 {
            let bit = Self::bit(end, sum);
            if let Some(word) = self.bits.get_mut(bit / 64) {
                *word |= 1 << (bit % 64);
            }
            return;
        }
        let (mut value, mut unit) = (0_i64, 1_i64);
        for at in (0..end).rev() {
            let Some(atom) = sequence.atoms.get(at) else { return };
            value = value.saturating_add(unit.saturating_mul(atom.value));
            if value > left {
                return;
            }
            // A figure of several digits does not begin with a zero; where else it may not begin, more is put in.
            if atom.value != 0 || at + 1 == end {
                self.extend(sequence, at, columns - 1, left - value, sum + value);
            }
            unit = unit.saturating_mul(10);
            if atom.cut == Cut::Must || unit > left.saturating_mul(10).max(10) {
                return;
            }
        }
    }

    pub(super) fn may_hold(&self, at: usize, sum: i64) -> bool {
        let bit = Self::bit(at, sum);
        self.bits.get(bit / 64).is_some_and(|word| word >> (bit % 64) & 1 == 1)
    }

    fn bit(at: usize, sum: i64) -> usize {
        let key = (sum as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add((at as u64) << 57);
        let mixed = key.wrapping_mul(0xd6e8_feb8_6659_fd93);
        (mixed >> 50) as usize % BITS
    }
}
