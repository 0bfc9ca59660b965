//! The parts of a block whose total is read, one column after the other.

use super::figures::width;
use super::readings::Readings;
use super::rivals;
use super::slot::{Content, Slot, options};
use super::sums::{Check, Search, number};

impl Search<'_> {
    pub(super) fn allows(&self, column: usize, slot: &Slot) -> bool {
        slot.content == Content::Unreadable
            || self
                .rules
                .limits
                .get(column)
                .is_none_or(|&(low, high)| low <= slot.value && slot.value <= high)
    }

    /// Fills the columns from `column` up to the total with the atoms from `at` up to the total; `left` is what they
    /// must sum to. As deep as the form has columns.
    pub(super) fn parts(&mut self, column: usize, at: usize, left: i64, total: Slot) {
        if *self.steps == 0 {
            self.out.cut = true;
            return;
        }
        *self.steps -= 1;
        let end = self.total.0;
        let columns = self.columns.1 - 1 - column;
        if columns == 0 {
            if at == end && (left == 0 || !self.checked) {
                self.emit(total);
            }
            return;
        }
        let sequence = self.sequence;
        if self.is_hopeless(end.saturating_sub(at), columns, left) {
            return;
        }
        let (vanish, signed) = (self.rules.vanish, self.form.may_be_signed(column));
        let most = if self.checked { left } else { i64::MAX };
        options(sequence, (at, end), vanish, signed, most, |slot| {
            let to = usize::from(slot.to);
            let fits = to <= end && (columns > 1 || to == end);
            let takes = if self.checked { slot.value } else { 0 };
            if fits && (0..=left).contains(&takes) && self.allows(column, &slot) {
                self.out.put(slot);
                self.parts(column + 1, to, left - takes, total);
                self.out.back_to(column - self.columns.0);
            }
        });
    }

    /// The same where each atom fills a column: there is no choice.
    pub(super) fn cells(&mut self, total: Slot) {
        let mut left = if self.checked { total.value } else { i64::MAX };
        for (column, at) in (self.columns.0..self.columns.1).zip(self.from..) {
            if *self.steps == 0 {
                self.out.cut = true;
                return;
            }
            *self.steps -= 1;
            if at == self.total.0 {
                break;
            }
            let slot = self.sequence.cell(at, self.form.may_be_signed(column));
            let Some(slot) = slot.filter(|slot| slot.value <= left && self.allows(column, slot)) else {
                return;
            };
            if self.checked {
                if slot.value < 0 {
                    return;
                }
                left -= slot.value;
            }
            self.out.put(slot);
        }
        if left == 0 || !self.checked {
            self.emit(total);
        }
    }

    /// Whether `atoms` atoms cannot fill `columns` columns that sum to `left`.
    fn is_hopeless(&self, atoms: usize, columns: usize, left: i64) -> bool {
        if !self.rules.vanish && atoms < columns {
            return true;
        }
        if !self.checked || !self.sequence.only_digits {
            return false;
        }
        // No part is longer than the sum, and the longest takes all digits but one for each other column.
        let width = width(left);
        let longest = if self.rules.vanish { atoms } else { atoms - columns + 1 };
        atoms > columns * width || width > longest + 1
    }

    /// The block is read whose parts are put in.
    pub(super) fn emit(&mut self, total: Slot) {
        let parts = self.out.open().len();
        self.out.put(total);
        let slots = self.out.open();
        let keeps = match self.rules.check {
            Check::Misprinted(most) => rivals::misprinted(slots).is_some_and(|weight| weight <= most),
            _ => true,
        };
        if keeps {
            let cost = (self.columns.0..).zip(slots).map(|(at, slot)| slot.cost(at, self.last)).sum();
            let (from, to) = (number(self.from), number(self.total.1));
            self.out.keep(Readings::head(self.edit, self.block, from, to, self.excused, cost));
        }
        self.out.back_to(parts);
    }
}
