//! The parts of a block that is nothing but digits, no blank having vanished: the search on which glued tables spend
//! their time.

use super::atoms::Atom;
use super::digits::Sign;
use super::figures::{may_be, may_sum, up_to, width};
use super::rivals;
use super::slot::Slot;
use super::sums::{Check, Search};

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

/// What is left of a block.
#[derive(Clone, Copy)]
struct Rest<'a> {
    columns: usize,
    atoms: &'a [Atom],
    /// What they must sum to, or may take.
    left: i64,
    /// How many digits that has.
    longest: usize,
}

impl<'a> Search<'a> {
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
        let atoms = self.sequence.atoms.get(self.from..end).unwrap_or(&[]);
        let mut block = Block { total, end, digits: false, halfway: 0 };
        if self.checked {
            let longest = width(total.value);
            if !may_sum(end.saturating_sub(self.from), columns, longest) {
                return;
            }
            if columns >= 4 && end > self.from + columns + MANY_SPARE {
                block.halfway = columns / 2;
                // The columns before them have a digit each, and none has more than the total.
                let heads = columns - block.halfway;
                let starts = self.from + heads..=self.from + heads * longest;
                self.tails.find(self.sequence, end, block.halfway, total.value, starts);
            }
            return self.column::<true>(&block, Rest { columns, atoms, left: total.value, longest });
        }
        let mut left = i64::MAX;
        if let Check::Misprinted(most) = self.rules.check {
            (block.digits, left) = (true, most.into());
            if columns > 1 && self.sequence.digits(self.from, end) > left {
                self.step();
                return;
            }
        }
        self.column::<false>(&block, Rest { columns, atoms, left, longest: atoms.len() });
    }

    /// Fills what is left of a block. As deep as the form has columns, but the last figure that a column can have is gone
    /// on with here: most have no other, as they are zeros.
    fn column<const SUM: bool>(&mut self, block: &Block, mut rest: Rest<'a>) {
        let mark = self.out.open().len();
        while rest.columns > 2 && self.step() {
            let Rest { columns, atoms, left, longest } = rest;
            let Some(first) = self.first(block, &rest) else { break };
            // No part is longer than the sum, and each has a digit.
            let most = if SUM { longest.min(atoms.len() + 1 - columns) } else { atoms.len() };
            let least = if SUM { atoms.len().saturating_sub((columns - 1) * longest) } else { 0 };
            let mut lengths = first.lengths & up_to(most) & (u32::MAX << least.saturating_sub(1));
            let mut next = None;
            while lengths != 0 {
                let length = lengths.trailing_zeros() as usize + 1;
                lengths &= lengths - 1;
                let (Some(last), Some(behind)) = (atoms.get(length - 1), atoms.get(length..)) else { break };
                let value = first.figure_to(last, length);
                let takes = block.takes::<SUM>(value);
                if !(0..=left).contains(&takes) {
                    break;
                }
                let (columns, left) = (columns - 1, left - takes);
                let longest = if SUM { width(left) } else { behind.len() };
                if SUM && !may_sum(behind.len(), columns, longest) {
                    continue;
                }
                let to = block.end - behind.len();
                if columns == block.halfway && !self.tails.may_hold(to, left) {
                    continue;
                }
                self.out.put(Slot::figure(value, to - length, to));
                let behind = Rest { columns, atoms: behind, left, longest };
                if lengths == 0 {
                    next = Some(behind);
                } else {
                    if columns == 2 {
                        self.pair::<SUM>(block, behind)
                    } else {
                        self.column::<SUM>(block, behind)
                    }
                    self.out.take_back();
                }
            }
            let Some(next) = next else { return self.out.back_to(mark) };
            rest = next;
        }
        match rest.columns {
            2 => self.pair::<SUM>(block, rest),
            1 => self.last::<SUM>(block, rest),
            _ => {}
        }
        self.out.back_to(mark);
    }

    /// The first atom of what is left, if that may be enough and not too much.
    #[inline]
    fn first(&self, block: &Block, rest: &Rest<'a>) -> Option<&'a Atom> {
        let Rest { columns, atoms, left, .. } = *rest;
        let first = atoms.first()?;
        let may = atoms.len() >= columns && !self.is_out(first, columns);
        let enough = || !block.digits || self.sequence.digits(block.end - atoms.len(), block.end) <= left;
        (may && enough()).then_some(first)
    }

    /// The last two parts: where the one ends is where the other begins.
    fn pair<const SUM: bool>(&mut self, block: &Block, rest: Rest<'a>) {
        if !self.step() {
            return;
        }
        let (Some(first), Some(last)) = (self.first(block, &rest), rest.atoms.last()) else { return };
        let digits = rest.atoms.len();
        let least = if SUM { digits.saturating_sub(rest.longest + 1) } else { 0 };
        let mut lengths = first.lengths & up_to(digits) & (u32::MAX << least);
        while lengths != 0 {
            let length = lengths.trailing_zeros() as usize + 1;
            lengths &= lengths - 1;
            let Some(end) = rest.atoms.get(length - 1) else { return };
            let value = first.figure_to(end, length);
            let takes = block.takes::<SUM>(value);
            if !(0..=rest.left).contains(&takes) {
                return;
            }
            let (other, left) = (digits - length, rest.left - takes);
            if SUM && !may_be(other, left) || !self.step() {
                continue;
            }
            let Some(second) = rest.atoms.get(length) else { continue };
            if second.lengths & up_to(other) & !up_to(other - 1) == 0 || self.is_out(second, 1) {
                continue;
            }
            let behind = second.figure_to(last, other);
            let fits = if SUM { behind == left } else { block.takes::<SUM>(behind) <= left };
            if fits && self.step() {
                let middle = block.end - other;
                self.out.put(Slot::figure(value, middle - length, middle));
                self.out.put(Slot::figure(behind, middle, block.end));
                self.emit(block.total);
                self.out.take_back();
                self.out.take_back();
            }
        }
    }

    /// The only part takes all digits.
    fn last<const SUM: bool>(&mut self, block: &Block, rest: Rest<'a>) {
        let Rest { atoms, left, .. } = rest;
        let (true, Some(first), Some(last)) = (self.step(), atoms.first(), atoms.last()) else { return };
        if first.lengths & up_to(atoms.len()) & !up_to(atoms.len() - 1) == 0 || self.is_out(first, 1) {
            return;
        }
        let value = first.figure_to(last, atoms.len());
        let fits = if SUM { value == left } else { block.takes::<SUM>(value) <= left };
        if fits && self.step() {
            self.out.put(Slot::figure(value, block.end - atoms.len(), block.end));
            self.emit(block.total);
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
