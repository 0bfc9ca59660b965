//! The figures that may begin at an atom. Their lengths are bits of a set, and what any of them is follows from the digits
//! up to its two ends, so that a search goes over lengths and not over digits.

use super::atoms::{Atom, Cut, Kind, MAX_DIGITS, Sequence};
use super::digits::Sign;

/// The powers of ten.
pub(super) const TENS: [u64; 20] = {
    let mut tens = [0; 20];
    let (mut rest, mut power): (&mut [u64], u64) = (&mut tens, 1);
    while let [place, behind @ ..] = rest {
        *place = power;
        power = power.wrapping_mul(10);
        rest = behind;
    }
    tens
};

/// A figure that may be read, from the atom at which it is asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    pub(super) to: u16,
    pub(super) signed: bool,
    pub(super) value: i64,
}

/// The lengths up to `most` as bits, the first of them for a single atom.
pub(super) fn up_to(most: usize) -> u32 {
    if most >= MAX_DIGITS { (1 << MAX_DIGITS) - 1 } else { (1 << most) - 1 }
}

/// The lengths of a set, rising.
pub(super) fn each(mut lengths: u32) -> impl Iterator<Item = usize> {
    core::iter::from_fn(move || {
        let length = lengths.trailing_zeros() as usize + 1;
        (lengths != 0).then(|| {
            lengths &= lengths - 1;
            length
        })
    })
}

/// Whether `digits` digits in `columns` figures could have a sum of `width` digits, by their lengths alone.
#[inline]
pub(super) fn may_sum(digits: usize, columns: usize, width: usize) -> bool {
    // No figure is longer than the sum; the longest takes all digits but one for each other column, and ten such
    // figures sum to one digit more at most.
    digits >= columns && digits <= columns * width && width <= digits - columns + 2
}

/// Whether a figure of so many digits could be what is left, or a figure of one digit more.
#[inline]
pub(super) fn may_be(digits: usize, left: i64) -> bool {
    let tens = |power: usize| TENS.get(power).copied().unwrap_or(u64::MAX);
    digits > 0 && (digits == 1 || left as u64 >= tens(digits - 1)) && (left as u64) < tens(digits + 1)
}

/// How many digits a figure has.
#[inline]
pub(super) fn width(figure: i64) -> usize {
    let figure = figure.max(1) as u64;
    // So many digits or one more: a bit is three tenths of a digit.
    let least = ((64 - figure.leading_zeros() as usize) * 1233) >> 12;
    least + usize::from(TENS.get(least).is_some_and(|tens| figure >= *tens))
}

/// A thousands separator binds the three digits behind it, and the figure ends there or at the next one.
pub(super) fn group_thousands(run: &mut [Atom]) -> bool {
    for at in 0..run.len() {
        let Some(group) = run.get_mut(at..).filter(|group| group.first().is_some_and(|atom| atom.comma))
        else {
            continue;
        };
        if group.len() < 3 {
            return false;
        }
        for (place, atom) in group.iter_mut().take(4).enumerate() {
            match (place, atom.comma) {
                (3, true) => {}
                (3, false) => atom.cut = Cut::Must,
                (0, _) | (_, false) => atom.cut = Cut::Never,
                (_, true) => return false,
            }
        }
    }
    true
}

/// Finds out how long the figures may be that begin with each atom.
pub(super) fn measure(atoms: &mut [Atom]) {
    // What stands behind: where it may be cut, how far digits go from there, and how far it is to the next separator.
    let (mut cut, mut ends, mut comma) = (Cut::Must, 0, MAX_DIGITS);
    for atom in atoms.iter_mut().rev() {
        ends = u32::from(cut != Cut::Never) | if cut == Cut::Must { 0 } else { ends << 1 };
        comma += 1;
        if atom.kind == Kind::Digit {
            atom.lengths = match atom.cut {
                Cut::Never => 0,
                // No figure of several digits begins with a zero.
                _ if atom.value == 0 => ends & 1,
                // The first group of a grouped one has at most three.
                _ if comma > 3 => ends & up_to(comma),
                _ => ends & up_to(MAX_DIGITS),
            };
        }
        comma = if atom.comma { 0 } else { comma };
        cut = atom.cut;
    }
}

impl Atom {
    /// The figure that begins here and ends with `last`, so many atoms long.
    pub(super) fn figure_to(&self, last: &Self, length: usize) -> i64 {
        // The digits up to an atom are known but for those beyond 64 bits, which the difference does without.
        let before = self.through.wrapping_sub(self.value as u64);
        let tens = TENS.get(length - 1).copied().unwrap_or(0);
        let value = last.through.wrapping_sub(before.wrapping_mul(tens)) as i64;
        if self.sign == Sign::Minus { -value } else { value }
    }
}

impl Sequence {
    /// The figures that may begin at an atom, by rising length.
    pub(super) fn figures(&self, at: usize) -> impl Iterator<Item = Reach> {
        let lengths = self.atoms.get(at).map_or(0, |first| first.lengths);
        each(lengths).filter_map(move |length| self.reach(at, length))
    }

    /// The figure that is exactly these atoms.
    pub(super) fn figure(&self, from: usize, to: usize) -> Option<Reach> {
        let length = to - from;
        let may = self.atoms.get(from)?.lengths >> (length - 1) & 1 == 1;
        if may { self.reach(from, length) } else { None }
    }

    fn reach(&self, at: usize, length: usize) -> Option<Reach> {
        let (first, last) = (self.atoms.get(at)?, self.atoms.get(at + length - 1)?);
        let to = u16::try_from(at + length).unwrap_or(u16::MAX);
        Some(Reach { to, signed: first.sign != Sign::None, value: first.figure_to(last, length) })
    }
}
