//! Readings that no identity restricts: which slots can stand in which column at all.

use alloc::vec;
use alloc::vec::Vec;

use super::atoms::Sequence;
use super::form::Form;
use super::slot::{Slot, options};

/// For every column and atom: the least cost to come there, and to go on from there to the end.
pub(super) struct Free<'s> {
    sequence: &'s Sequence,
    form: &'s Form,
    vanish: bool,
    columns: usize,
    ahead: Vec<u32>,
    behind: Vec<u32>,
}

const NEVER: u32 = u32::MAX;

impl<'s> Free<'s> {
    pub(super) fn new(sequence: &'s Sequence, form: &'s Form, vanish: bool) -> Self {
        let columns = form.columns();
        let width = sequence.len() + 1;
        let size = (columns + 1) * width;
        let mut free =
            Self { sequence, form, vanish, columns, ahead: vec![NEVER; size], behind: vec![NEVER; size] };
        for at in 0..=sequence.head.min(sequence.tail) {
            free.set_ahead(0, at, 0);
        }
        for column in 0..columns {
            for at in 0..width {
                let so_far = free.ahead(column, at);
                if so_far != NEVER {
                    let mut found = Vec::new();
                    free.each(column, at, |slot, cost| found.push((slot.to, cost)));
                    for (to, cost) in found {
                        free.set_ahead(column + 1, to.into(), so_far.saturating_add(cost));
                    }
                }
            }
        }
        for at in sequence.tail..width {
            free.set_behind(columns, at, 0);
        }
        for column in (0..columns).rev() {
            for at in 0..width {
                let mut least = NEVER;
                free.each(column, at, |slot, cost| {
                    least = least.min(free.behind(column + 1, slot.to.into()).saturating_add(cost));
                });
                free.set_behind(column, at, least);
            }
        }
        free
    }

    fn place(&self, column: usize, at: usize) -> usize {
        column * (self.sequence.len() + 1) + at
    }

    fn ahead(&self, column: usize, at: usize) -> u32 {
        self.ahead.get(self.place(column, at)).copied().unwrap_or(NEVER)
    }

    fn behind(&self, column: usize, at: usize) -> u32 {
        self.behind.get(self.place(column, at)).copied().unwrap_or(NEVER)
    }

    fn set_ahead(&mut self, column: usize, at: usize, cost: u32) {
        let place = self.place(column, at);
        if let Some(least) = self.ahead.get_mut(place) {
            *least = cost.min(*least);
        }
    }

    fn set_behind(&mut self, column: usize, at: usize, cost: u32) {
        let place = self.place(column, at);
        if let Some(least) = self.behind.get_mut(place) {
            *least = cost.min(*least);
        }
    }

    fn each(&self, column: usize, at: usize, mut each: impl FnMut(Slot, u32)) {
        options(
            self.sequence,
            (at, self.sequence.len()),
            self.vanish,
            self.form.may_be_signed(column),
            i64::MAX,
            |slot| {
                each(slot, slot.cost(column, self.columns));
            },
        );
    }

    pub(super) fn is_possible(&self) -> bool {
        (0..=self.sequence.head).any(|at| self.behind(0, at) != NEVER)
    }

    /// Calls `each` with every slot of a column that some reading has, and the cost of the best such reading.
    pub(super) fn slots(&self, column: usize, mut each: impl FnMut(Slot, u32)) {
        for at in 0..=self.sequence.len() {
            let so_far = self.ahead(column, at);
            if so_far == NEVER {
                continue;
            }
            self.each(column, at, |slot, cost| {
                let rest = self.behind(column + 1, slot.to.into());
                if rest != NEVER {
                    each(slot, so_far.saturating_add(cost).saturating_add(rest));
                }
            });
        }
    }

    /// The one reading, when there is no other: what the text fixes by itself.
    pub(super) fn only(&self) -> Option<Vec<Slot>> {
        (0..self.columns)
            .map(|column| {
                let mut found = None;
                let mut several = false;
                self.slots(column, |slot, _| {
                    let same = |other: &Slot| (other.content, other.value) == (slot.content, slot.value);
                    several |= found.as_ref().is_some_and(|other| !same(other));
                    found.get_or_insert(slot);
                });
                found.filter(|_| !several)
            })
            .collect()
    }
}
