//! The parts of a block that is nothing but digits, no blank having vanished: the search on which glued tables spend
//! their time.

use super::atoms::Atom;
use super::digits::Sign;
use super::figures::{TENS, up_to};
use super::rivals;
use super::slot::{Content, Slot};
use super::sums::{Check, Search, number};

/// How many digits more than columns make it worth while to meet half-way.
const MANY_SPARE: usize = 9;

/// What stays the same while the parts of one total are searched.
#[derive(Clone, Copy)]
struct Block {
    total: Slot,
    /// The parts end at this atom.
    end: usize,
    /// What is left is digits: a misprinted block may have so many, as each but zeros is one of a figure that weighs.
    digits: bool,
    /// With so many columns left the tails know which sums can be reached; 0: they are not asked.
    halfway: usize,
}

impl Search<'_> {
    pub(super) fn is_plain_run(&self) -> bool {
        self.sequence.only_digits && !self.rules.vanish && self.rules.limits.is_empty()
    }

    pub(super) fn run(&mut self, total: Slot) {
        let columns = self.columns.1 - 1 - self.columns.0;
        let end = self.total.0;
        if columns == 0 {
            let may_sum = !self.checked || self.from == end && total.value == 0;
            if may_sum && self.step() && self.from == end {
                self.emit(total);
            }
            return;
        }
        let mut block = Block { total, end, digits: false, halfway: 0 };
        if self.checked {
            if !may_sum(end.saturating_sub(self.from), columns, total.value) {
                return;
            }
            if columns >= 4 && end > self.from + columns + MANY_SPARE {
                block.halfway = columns / 2;
                // The columns before them have a digit each, and none has more than the total.
                let heads = columns - block.halfway;
                let starts = self.from + heads..=self.from + heads * width(total.value);
                self.tails.find(self.sequence, end, block.halfway, total.value, starts);
            }
            return self.column::<true>(&block, columns, self.from, total.value);
        }
        let mut left = i64::MAX;
        if let Check::Misprinted(most) = self.rules.check {
            (block.digits, left) = (true, most.into());
        }
        self.column::<false>(&block, columns, self.from, left);
    }

    /// Fills the last `columns` columns from atom `at` with figures that sum to what is `left`, or take no more of it. As deep
    /// as the form has columns.
    fn column<const SUM: bool>(&mut self, block: &Block, columns: usize, at: usize, left: i64) {
        if columns <= 1 {
            return self.last::<SUM>(block, at, left);
        }
        if !self.step() {
            return;
        }
        let sequence = self.sequence;
        let atoms = sequence.atoms.get(at..block.end).unwrap_or(&[]);
        let Some(first) = atoms.first() else { return };
        let short = atoms.len() < columns || self.is_out(first, columns);
        if short || block.digits && sequence.digits(at, block.end) > left {
            return;
        }
        // No part is longer than the sum, and each has a digit.
        let longest = if SUM { width(left) } else { atoms.len() };
        let most = if SUM { longest.min(atoms.len() + 1 - columns) } else { longest };
        let least = atoms.len().saturating_sub((columns - 1) * longest).max(1);
        if least > most {
            return;
        }
        let mut lengths = first.lengths & up_to(most) & (u32::MAX << (least - 1));
        while lengths != 0 {
            let length = lengths.trailing_zeros() as usize + 1;
            lengths &= lengths - 1;
            let Some(last) = atoms.get(length - 1) else { return };
            let value = first.figure_to(last, length);
            let takes = block.takes::<SUM>(value);
            if !(0..=left).contains(&takes) {
                return;
            }
            let (rest, next) = (atoms.len() - length, at + length);
            if SUM && !may_sum(rest, columns - 1, left - value) {
                continue;
            }
            if columns - 1 == block.halfway && !self.tails.may_hold(next, left - value) {
                continue;
            }
            self.scratch.push(Slot { value, from: number(at), to: number(next), content: Content::Figure });
            if columns == 2 {
                self.last::<SUM>(block, next, left - takes);
            } else {
                self.column::<SUM>(block, columns - 1, next, left - takes);
            }
            self.scratch.pop();
        }
    }

    /// The last part takes all digits that are left.
    #[inline]
    fn last<const SUM: bool>(&mut self, block: &Block, at: usize, left: i64) {
        let atoms = self.sequence.atoms.get(at..block.end).unwrap_or(&[]);
        let (Some(first), Some(last), true) = (atoms.first(), atoms.last(), self.step()) else { return };
        if first.lengths & up_to(atoms.len()) & !up_to(atoms.len() - 1) == 0 || self.is_out(first, 1) {
            return;
        }
        let value = first.figure_to(last, atoms.len());
        if if SUM { value == left } else { block.takes::<SUM>(value) <= left } && self.step() {
            let (from, to) = (number(at), number(block.end));
            self.scratch.push(Slot { value, from, to, content: Content::Figure });
            self.emit(block.total);
            self.scratch.pop();
        }
    }

    /// Whether an atom has a sign that the column before so many may not have.
    #[inline]
    fn is_out(&self, first: &Atom, columns: usize) -> bool {
        first.sign != Sign::None && !self.form.may_be_signed(self.columns.1 - 1 - columns)
    }

    #[inline]
    fn step(&mut self) -> bool {
        let left = self.steps.checked_sub(1);
        match left {
            Some(left) => *self.steps = left,
            None => self.out.cut = true,
        }
        left.is_some()
    }
}

impl Block {
    /// What a figure takes of what is left.
    #[inline]
    fn takes<const SUM: bool>(&self, value: i64) -> i64 {
        match self.digits {
            _ if SUM => value,
            true => rivals::digits(value).into(),
            false => 0,
        }
    }
}

/// Whether `digits` digits in `columns` figures could sum to `left`, by their lengths alone.
#[inline]
fn may_sum(digits: usize, columns: usize, left: i64) -> bool {
    // No figure is longer than the sum; the longest takes all digits but one for each other column, and ten such
    // figures sum to one digit more at most.
    let width = width(left);
    digits >= columns && digits <= columns * width && width <= digits - columns + 2
}

/// How many digits a figure has.
#[inline]
pub(super) fn width(figure: i64) -> usize {
    let figure = figure.max(1) as u64;
    // So many digits or one more: a bit is three tenths of a digit.
    let least = ((64 - figure.leading_zeros() as usize) * 1233) >> 12;
    least + usize::from(TENS.get(least).is_some_and(|tens| figure >= *tens))
}
