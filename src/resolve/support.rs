//! What the admissible readings of a row put into each of its cells.

use alloc::vec;
use alloc::vec::Vec;

use super::edit::Edit;
use super::free::Free;
use super::readings::{Head, Readings};
use super::slot::Slot;

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
    /// Of all columns, each with the place of the next one of its column.
    choices: Vec<(Choice, usize)>,
    columns: Vec<Column>,
    /// Some are those of a repair.
    pub(super) repaired: bool,
    /// Candidates or readings were left out: whatever is left undecided is ambiguous.
    pub(super) cut: bool,
}

/// Where the choices of a column begin and end, and how many there are.
#[derive(Clone, Copy, Debug)]
struct Column {
    first: usize,
    last: usize,
    count: usize,
}

impl Support {
    pub(super) fn new(columns: usize) -> Self {
        Self::with_room(columns, 2 * columns)
    }

    /// For so many choices.
    pub(super) fn with_room(columns: usize, choices: usize) -> Self {
        let none = Column { first: usize::MAX, last: usize::MAX, count: 0 };
        Self {
            choices: Vec::with_capacity(choices),
            columns: vec![none; columns],
            repaired: false,
            cut: false,
        }
    }

    pub(super) fn column(&self, column: usize) -> impl Iterator<Item = &Choice> + Clone {
        let mut at = self.columns.get(column).map_or(usize::MAX, |column| column.first);
        core::iter::from_fn(move || {
            let (choice, next) = self.choices.get(at)?;
            at = *next;
            Some(choice)
        })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.choices.is_empty()
    }

    /// How many choices there are in all columns.
    pub(super) fn len(&self) -> usize {
        self.choices.len()
    }

    pub(super) fn add(&mut self, column: usize, slot: Slot, edit: Edit, cost: u32) {
        self.repaired |= edit != Edit::None;
        let Some(Column { first, count, .. }) = self.columns.get(column).copied() else { return };
        let (mut at, new) = (first, Choice { slot, edit, cost });
        while let Some((choice, next)) = self.choices.get_mut(at) {
            if choice.slot.value == slot.value && choice.slot.content == slot.content {
                if (cost, edit) < (choice.cost, choice.edit) {
                    *choice = new;
                }
                return;
            }
            at = *next;
        }
        if count < MAX_CANDIDATES {
            return self.append(column, new);
        }
        // The least plausible one gives way.
        self.cut = true;
        let (mut at, mut worst) = (first, (0, usize::MAX));
        while let Some((choice, next)) = self.choices.get(at) {
            if choice.cost >= worst.0 {
                worst = (choice.cost, at);
            }
            at = *next;
        }
        if let Some((choice, _)) = self.choices.get_mut(worst.1).filter(|_| worst.0 > cost) {
            *choice = new;
        }
    }

    /// Adds what the column does not have yet.
    pub(super) fn append(&mut self, column: usize, choice: Choice) {
        let Some(Column { first, last, count }) = self.columns.get_mut(column) else { return };
        let place = self.choices.len();
        match self.choices.get_mut(*last) {
            Some((_, next)) => *next = place,
            None => *first = place,
        }
        (*last, *count) = (place, *count + 1);
        self.choices.push((choice, usize::MAX));
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
        for column in 0..other.columns.len() {
            for choice in other.column(column) {
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
}
