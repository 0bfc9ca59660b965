//! The readings of a row, kept block by block.

use alloc::vec::Vec;

use super::edit::Edit;
use super::slot::Slot;

/// The most readings kept of one row. A row that has more is given as ambiguous.
pub(super) const MAX_READINGS: usize = 1024;

/// One reading of one block of columns: atoms `from..to` under an edit of the row's pieces.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    pub(super) edit: Edit,
    pub(super) block: u8,
    pub(super) from: u16,
    pub(super) to: u16,
    /// Whether a block before this one, and this one included, was read against its sum.
    pub(super) excused: (bool, bool),
    pub(super) cost: u32,
    slot: u32,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Readings {
    slots: Vec<Slot>,
    pub(super) heads: Vec<Head>,
    /// Some were left out: a bound was hit.
    pub(super) cut: bool,
    /// They keep the sums only by leaving out or assuming what the text gives no sign of; a misprint in the row would
    /// explain it as well.
    pub(super) doubtful: bool,
}

impl Readings {
    pub(super) fn push(&mut self, head: Head, slots: &[Slot]) {
        if self.heads.len() >= MAX_READINGS {
            self.cut = true;
            return;
        }
        if self.slots.capacity() == 0 {
            self.heads.reserve(8);
            self.slots.reserve(8 * slots.len());
        }
        let slot = u32::try_from(self.slots.len()).unwrap_or(u32::MAX);
        self.slots.extend_from_slice(slots);
        self.heads.push(Head { slot, ..head });
    }

    pub(super) fn head(edit: Edit, block: u8, from: u16, to: u16, excused: (bool, bool), cost: u32) -> Head {
        Head { edit, block, from, to, excused, cost, slot: 0 }
    }

    pub(super) fn slots(&self, head: &Head, columns: usize) -> &[Slot] {
        let first = head.slot as usize;
        self.slots.get(first..first + columns).unwrap_or(&[])
    }

    pub(super) fn is_empty(&self) -> bool {
        self.heads.is_empty()
    }
}
