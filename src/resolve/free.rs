//! Readings that no identity restricts: which slots can stand in which column at all.

use alloc::vec;
use alloc::vec::Vec;

use super::atoms::Sequence;
use super::form::Form;
use super::slot::{Content, Slot, options};

/// For every column and atom: the least cost to come there, and to go on from there to the end.
pub(super) struct Free<'s> {
    sequence: &'s Sequence,
    form: &'s Form,
    columns: usize,
    /// What can begin at an atom, whatever the column; for each atom, where that ends in the list.
    slots: Vec<Slot>,
    ends: Vec<usize>,
    ahead: Vec<u32>,
    /// Empty where no reading comes to the end.
    behind: Vec<u32>,
}

const NEVER: u32 = u32::MAX;

impl<'s> Free<'s> {
    pub(super) fn new(sequence: &'s Sequence, form: &'s Form, vanish: bool) -> Self {
        let (columns, width) = (form.columns(), sequence.len() + 1);
        if !sequence.fits(columns, vanish) {
            let (slots, ends, ahead, behind) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
            return Self { sequence, form, columns, slots, ends, ahead, behind };
        }
        let mut slots = Vec::with_capacity(width);
        let list = |at: usize| {
            options(sequence, (at, sequence.len()), vanish, true, i64::MAX, |slot| slots.push(slot));
            slots.len()
        };
        let ends = (0..width).map(list).collect();
        let ahead = vec![NEVER; (columns + 1) * width];
        let mut free = Self { sequence, form, columns, slots, ends, ahead, behind: Vec::new() };
        free.go_forward();
        let last = free.ahead.get(columns * width + sequence.tail..).unwrap_or(&[]);
        if last.iter().any(|cost| *cost != NEVER) {
            free.go_back();
        }
        free
    }

    fn go_forward(&mut self) {
        let width = self.sequence.len() + 1;
        let mut ahead = core::mem::take(&mut self.ahead);
        ahead.iter_mut().take(self.sequence.head.min(self.sequence.tail) + 1).for_each(|cost| *cost = 0);
        for column in 0..self.columns {
            let (now, next) = ahead.split_at_mut((column + 1) * width);
            for (at, so_far) in now.iter().skip(column * width).enumerate() {
                if *so_far != NEVER {
                    for (slot, cost) in self.each(column, at) {
                        lower(next, slot.to.into(), so_far.saturating_add(cost));
                    }
                }
            }
        }
        self.ahead = ahead;
    }

    /// From what is come to.
    fn go_back(&mut self) {
        let width = self.sequence.len() + 1;
        let mut behind = vec![NEVER; self.ahead.len()];
        let ends = self.columns * width + self.sequence.tail;
        behind.iter_mut().skip(ends).for_each(|cost| *cost = 0);
        for column in (0..self.columns).rev() {
            let (now, next) = behind.split_at_mut((column + 1) * width);
            for (at, least) in now.iter_mut().skip(column * width).enumerate() {
                if self.ahead(column, at) != NEVER {
                    let rest = |slot: &Slot| next.get(usize::from(slot.to)).copied().unwrap_or(NEVER);
                    let costs = self.each(column, at).map(|(slot, cost)| rest(slot).saturating_add(cost));
                    *least = costs.min().unwrap_or(NEVER);
                }
            }
        }
        self.behind = behind;
    }

    fn ahead(&self, column: usize, at: usize) -> u32 {
        self.ahead.get(column * (self.sequence.len() + 1) + at).copied().unwrap_or(NEVER)
    }

    fn behind(&self, column: usize, at: usize) -> u32 {
        self.behind.get(column * (self.sequence.len() + 1) + at).copied().unwrap_or(NEVER)
    }

    /// What a column can hold from atom `at` on, and its cost there.
    fn each(&self, column: usize, at: usize) -> impl Iterator<Item = (&Slot, u32)> {
        let end = |at: usize| self.ends.get(at).copied().unwrap_or(0);
        let first = at.checked_sub(1).map_or(0, end);
        let signed = self.sequence.signed && !self.form.may_be_signed(column);
        let out = signed && self.sequence.is_signed(at);
        let slots = self.slots.get(first..end(at)).unwrap_or(&[]).iter();
        slots
            .filter(move |slot| !out || slot.content != Content::Figure)
            .map(move |slot| (slot, slot.cost(column, self.columns)))
    }

    pub(super) fn is_possible(&self) -> bool {
        !self.behind.is_empty()
    }

    /// Calls `each` with every slot of a column that some reading has, and the cost of the best such reading.
    pub(super) fn slots(&self, column: usize, mut each: impl FnMut(Slot, u32)) {
        for at in 0..=self.sequence.len() {
            let so_far = self.ahead(column, at);
            if so_far == NEVER {
                continue;
            }
            for (slot, cost) in self.each(column, at) {
                let rest = self.behind(column + 1, slot.to.into());
                if rest != NEVER {
                    each(*slot, so_far.saturating_add(cost).saturating_add(rest));
                }
            }
        }
    }

    /// The one reading, when there is no other: what the text fixes by itself.
    pub(super) fn only(&self) -> Option<Vec<Slot>> {
        if !self.is_possible() {
            return None;
        }
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

fn lower(costs: &mut [u32], at: usize, cost: u32) {
    if let Some(least) = costs.get_mut(at) {
        *least = cost.min(*least);
    }
}
