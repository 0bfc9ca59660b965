//! The parts of a block that is nothing but digits, no blank having vanished: the search on which glued tables spend
//! their time.

use super::atoms::{Cut, MAX_DIGITS};
use super::slot::{Content, Slot};
use super::sums::{Search, number};

/// How many digits more than columns make it worth while to meet half-way.
const MANY_SPARE: usize = 9;

/// What stays the same while the parts of one total are searched.
#[derive(Clone, Copy)]
struct Block {
    total: Slot,
    /// The parts end at this atom.
    end: usize,
    /// With so many columns left the tails know which sums can be reached; 0: they are not asked.
    halfway: usize,
}

impl Search<'_> {
    pub(super) fn is_plain_run(&self) -> bool {
        let sequence = self.sequence;
        self.checked
            && sequence.only_digits
            && !sequence.signed
            && !self.rules.vanish
            && self.rules.limits.is_empty()
    }

    pub(super) fn run(&mut self, total: Slot) {
        let columns = self.columns.1 - 1 - self.columns.0;
        let end = self.total.0;
        let mut block = Block { total, end, halfway: 0 };
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
        self.column(&block, columns, self.from, total.value);
    }

    /// Fills the last `columns` columns from atom `at` with figures that sum to `left`. As deep as the form has columns.
    fn column(&mut self, block: &Block, columns: usize, at: usize, left: i64) {
        if *self.steps == 0 {
            self.out.cut = true;
            return;
        }
        *self.steps -= 1;
        if columns == 0 {
            self.emit(block.total);
            return;
        }
        let atoms = self.sequence.atoms.get(at..block.end).unwrap_or(&[]);
        let Some(first) = atoms.first().filter(|first| first.cut != Cut::Never) else { return };
        let (mut value, mut grouped) = (0_i64, false);
        for (taken, atom) in atoms.iter().enumerate().take(MAX_DIGITS) {
            let long = atom.comma && !grouped && taken > 3;
            if taken > 0 && (first.value == 0 || atom.cut == Cut::Must || long) {
                return;
            }
            grouped |= atom.comma && taken > 0;
            value = value * 10 + atom.value;
            let rest = atoms.len() - taken - 1;
            if value > left || rest + 1 < columns {
                return;
            }
            let next = at + taken + 1;
            if !may_sum(rest, columns - 1, left - value) {
                continue;
            }
            if self.sequence.atoms.get(next).is_some_and(|atom| atom.cut == Cut::Never) {
                continue;
            }
            if columns - 1 == block.halfway && block.halfway > 0 && !self.tails.may_hold(next, left - value) {
                continue;
            }
            self.scratch.push(Slot { value, from: number(at), to: number(next), content: Content::Figure });
            self.column(block, columns - 1, next, left - value);
            self.scratch.pop();
        }
    }
}

/// Whether `digits` digits in `columns` figures could sum to `left`, by their lengths alone.
fn may_sum(digits: usize, columns: usize, left: i64) -> bool {
    if columns == 0 {
        return digits == 0 && left == 0;
    }
    if digits < columns {
        return false;
    }
    // No figure is longer than the sum; the longest takes all digits but one for each other column, and ten such
    // figures sum to one digit more at most.
    let width = width(left);
    digits <= columns * width && width <= digits - columns + 2
}

/// How many digits a figure has.
pub(super) fn width(figure: i64) -> usize {
    figure.checked_ilog10().map_or(1, |log| log as usize + 1)
}
