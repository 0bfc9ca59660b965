//! The parts of a block that is nothing but digits, no blank having vanished: the search on which glued tables spend
//! their time.

use super::atoms::{Cut, MAX_DIGITS};
use super::digits::Sign;
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
        if *self.steps == 0 {
            self.out.cut = true;
            return;
        }
        *self.steps -= 1;
        if columns == 0 {
            if at == block.end {
                self.emit(block.total);
            }
            return;
        }
        let sequence = self.sequence;
        let atoms = sequence.atoms.get(at..block.end).unwrap_or(&[]);
        let Some(first) = atoms.first().filter(|first| first.cut != Cut::Never) else { return };
        let signed = first.sign != Sign::None && !self.form.may_be_signed(self.columns.1 - 1 - columns);
        if signed || atoms.len() < columns || block.digits && sequence.digits(at, block.end) > left {
            return;
        }
        // What is left is the last part, or no part is longer.
        let longest = width(left);
        if SUM && columns == 1 && atoms.len() != longest {
            return;
        }
        let (mut digits, mut grouped) = (0_i64, false);
        for (taken, atom) in atoms.iter().enumerate().take(MAX_DIGITS) {
            let long = atom.comma && !grouped && taken > 3;
            if taken > 0 && (first.value == 0 || atom.cut == Cut::Must || long) {
                return;
            }
            grouped |= atom.comma && taken > 0;
            digits = digits * 10 + atom.value;
            let value = if first.sign == Sign::Minus { -digits } else { digits };
            let takes = match block.digits {
                _ if SUM => value,
                true => rivals::digits(value).into(),
                false => 0,
            };
            let (rest, next) = (atoms.len() - taken - 1, at + taken + 1);
            if !(0..=left).contains(&takes) || SUM && rest + 1 < columns {
                return;
            }
            let fits = match SUM {
                true => rest <= (columns - 1) * longest && may_sum(rest, columns - 1, left - value),
                false => columns > 1 || rest == 0,
            };
            if !fits || sequence.atoms.get(next).is_some_and(|atom| atom.cut == Cut::Never) {
                continue;
            }
            if columns - 1 == block.halfway && block.halfway > 0 && !self.tails.may_hold(next, left - value) {
                continue;
            }
            self.scratch.push(Slot { value, from: number(at), to: number(next), content: Content::Figure });
            self.column::<SUM>(block, columns - 1, next, left - takes);
            self.scratch.pop();
        }
    }
}

/// Whether `digits` digits in `columns` figures could sum to `left`, by their lengths alone.
#[inline]
fn may_sum(digits: usize, columns: usize, left: i64) -> bool {
    if columns == 0 {
        return digits == 0 && left == 0;
    }
    // No figure is longer than the sum; the longest takes all digits but one for each other column, and ten such
    // figures sum to one digit more at most.
    let width = width(left);
    digits >= columns && digits <= columns * width && width <= digits - columns + 2
}

/// How many digits a figure has.
#[inline]
pub(super) fn width(figure: i64) -> usize {
    match figure {
        ..10 => 1,
        10..100 => 2,
        100..1000 => 3,
        _ => figure.checked_ilog10().map_or(1, |log| log as usize + 1),
    }
}
