//! What the admissible readings of a row put into each of its cells.

use alloc::vec;
use alloc::vec::Vec;

use super::edit::Edit;
use super::free::Free;
use super::readings::{Head, Readings};
use super::slot::{Content, Slot};

/// The most candidates kept of one cell.
pub(super) const MAX_CANDIDATES: usize = 128;

/// A content of a cell that some admissible reading has, and the best such reading.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub(super) slot: Slot,
    pub(super) edit: Edit,
    pub(super) cost: u32,
}

#[derive(Clone, Debug)]
pub(super) struct Support {
    columns: Vec<Vec<Choice>>,
    /// Candidates or readings were left out: whatever is left undecided is ambiguous.
    pub(super) cut: bool,
}

impl Support {
    pub(super) fn new(columns: usize) -> Self {
        Self { columns: vec![Vec::new(); columns], cut: false }
    }

    pub(super) fn column(&self, column: usize) -> &[Choice] {
        self.columns.get(column).map_or(&[], Vec::as_slice)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.columns.iter().all(Vec::is_empty)
    }

    pub(super) fn add(&mut self, column: usize, slot: Slot, edit: Edit, cost: u32) {
        let Some(choices) = self.columns.get_mut(column) else { return };
        let same =
            |choice: &&mut Choice| choice.slot.content == slot.content && choice.slot.value == slot.value;
        if let Some(choice) = choices.iter_mut().find(same) {
            if (cost, edit) < (choice.cost, choice.edit) {
                *choice = Choice { slot, edit, cost };
            }
        } else if choices.len() < MAX_CANDIDATES {
            choices.push(Choice { slot, edit, cost });
        } else {
            // The least plausible one gives way.
            self.cut = true;
            let worst = choices.iter_mut().max_by_key(|choice| choice.cost);
            if let Some(worst) = worst.filter(|worst| worst.cost > cost) {
                *worst = Choice { slot, edit, cost };
            }
        }
    }

    /// Adds one reading of one block that begins at `first`.
    pub(super) fn add_reading(&mut self, first: usize, slots: &[Slot], edit: Edit, cost: u32) {
        for (place, slot) in slots.iter().enumerate() {
            self.add(first + place, *slot, edit, cost.saturating_add(edit.cost()));
        }
    }

    /// Adds the reading that `head` names; `blocks`: first column and width of each block.
    pub(super) fn add_head(&mut self, readings: &Readings, head: &Head, first: usize, width: usize) {
        self.add_reading(first, readings.slots(head, width), head.edit, head.cost);
    }

    /// Adds all that another one holds.
    pub(super) fn add_all(&mut self, other: &Self) {
        self.cut |= other.cut;
        for (column, choices) in other.columns.iter().enumerate() {
            for choice in choices {
                self.add(column, choice.slot, choice.edit, choice.cost);
            }
        }
    }

    /// Adds whatever can stand in the cells when no identity restricts them.
    pub(super) fn add_free(&mut self, free: &Free<'_>, edit: Edit) {
        for column in 0..self.columns.len() {
            free.slots(column, |slot, cost| self.add(column, slot, edit, cost.saturating_add(edit.cost())));
        }
    }

    /// Contents in the order of their plausibility, those without a figure as `None`.
    pub(super) fn candidates(&self, column: usize, out: &mut Vec<Option<i64>>) {
        let mut choices: Vec<&Choice> = self.column(column).iter().collect();
        choices.sort_by_key(|choice| (choice.cost, choice.edit, choice.slot.value));
        let first = out.len();
        for choice in choices {
            let candidate = match choice.slot.content {
                Content::Figure => Some(choice.slot.value),
                Content::Blank | Content::Mark(_) => None,
                Content::Unreadable => continue,
            };
            if !out.iter().skip(first).any(|other| *other == candidate) {
                out.push(candidate);
            }
        }
    }
}
