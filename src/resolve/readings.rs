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
    /// How many of the slots are those of readings that are kept.
    kept: usize,
    pub(super) heads: Vec<Head>,
    /// Of a row of several blocks: what the first search found, dead ends and all, and the steps that it took.
    pub(super) searched: (Vec<Head>, u32),
    /// Some were left out: a bound was hit.
    pub(super) cut: bool,
    /// They keep the sums only by leaving out or assuming what the text gives no sign of; a misprint in the row would
    /// explain it as well.
    pub(super) doubtful: bool,
}

impl Readings {
    /// As they were after the first search.
    pub(super) fn as_searched(&self) -> Self {
        let slots = self.slots.get(..self.kept).unwrap_or(&[]).to_vec();
        Self { slots, kept: self.kept, heads: self.searched.0.clone(), ..Self::default() }
    }

    /// Begins a reading of so many columns at most. It is built behind those that are kept, in the same list.
    pub(super) fn begin(&mut self, columns: usize) {
        if self.slots.capacity() == 0 {
            self.slots.reserve(4 * columns);
        }
        self.slots.truncate(self.kept);
    }

    pub(super) fn put(&mut self, slot: Slot) {
        self.slots.push(slot);
    }

    pub(super) fn take_back(&mut self) {
        self.slots.pop();
    }

    /// Takes back all but the first slots of the reading that is built.
    pub(super) fn back_to(&mut self, length: usize) {
        self.slots.truncate(self.kept + length);
    }

    /// The reading that is built.
    pub(super) fn open(&self) -> &[Slot] {
        self.slots.get(self.kept..).unwrap_or(&[])
    }

    /// Keeps the reading that is built, and goes on with a copy of it.
    pub(super) fn keep(&mut self, head: Head) {
        if self.heads.len() >= MAX_READINGS {
            self.cut = true;
            return;
        }
        let slot = u32::try_from(self.kept).unwrap_or(u32::MAX);
        self.heads.push(Head { slot, ..head });
        let first = core::mem::replace(&mut self.kept, self.slots.len());
        self.slots.extend_from_within(first..);
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
