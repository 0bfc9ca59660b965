//! The figures that may begin at an atom.

use super::atoms::{Atom, Cut, Kind, MAX_DIGITS};
use super::digits::Sign;

/// A figure that may be read, from the atom at which it is asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    pub(super) to: u16,
    pub(super) signed: bool,
    pub(super) value: i64,
}

/// By rising length.
pub(super) struct Figures<'s> {
    atoms: &'s [Atom],
    from: usize,
    /// Atoms taken so far, and the value they have.
    taken: usize,
    value: i64,
    grouped: bool,
}

impl<'s> Figures<'s> {
    /// Those that begin with the first of `atoms`, which is the row's atom `from`.
    pub(super) fn new(atoms: &'s [Atom], from: usize) -> Self {
        let cuttable = atoms.first().is_some_and(|first| first.cut != Cut::Never);
        Self { atoms: if cuttable { atoms } else { &[] }, from, taken: 0, value: 0, grouped: false }
    }
}

impl Iterator for Figures<'_> {
    type Item = Reach;

    fn next(&mut self) -> Option<Reach> {
        let first = self.atoms.first()?;
        let signed = first.sign != Sign::None;
        let to = |taken: usize| u16::try_from(self.from + taken).unwrap_or(u16::MAX);
        if first.kind == Kind::Figure && self.taken == 0 {
            self.taken = 1;
            return Some(Reach { to: to(1), signed, value: first.value });
        }
        while self.taken < MAX_DIGITS {
            let atom = self.atoms.get(self.taken)?;
            if atom.kind != Kind::Digit || first.kind != Kind::Digit {
                return None;
            }
            if self.taken > 0 {
                // No figure of several digits begins with a zero, and the first group of a grouped one has at most three.
                let long = atom.comma && !self.grouped && self.taken > 3;
                if atom.cut == Cut::Must || first.value == 0 || long {
                    return None;
                }
                self.grouped |= atom.comma;
            }
            self.value = self.value * 10 + atom.value;
            self.taken += 1;
            if self.atoms.get(self.taken).is_none_or(|next| next.cut != Cut::Never) {
                let value = if first.sign == Sign::Minus { -self.value } else { self.value };
                return Some(Reach { to: to(self.taken), signed, value });
            }
        }
        None
    }
}
