//! A row read literally.

use alloc::vec::Vec;

use super::atoms::{Atom, Cut, Sequence};
use super::digits::Sign;
use super::edit::Edit;
use super::form::Block;
use super::free::Free;
use super::piece::Piece;
use super::readings::Readings;
use super::row::{Domain, Row};
use super::slot::{Content, Slot};
use super::sums::{self, Check, Rules};

impl Row<'_> {
    /// The literal tier; `None` when it has no admissible reading.
    pub(super) fn literally(&self, sequence: &Sequence, blank_sums: bool, steps: &mut u32) -> Option<Domain> {
        if let Some(slots) = self.one_atom_each(sequence) {
            return Some(self.unless_doubted(slots, sequence, blank_sums, steps));
        }
        if !sequence.only_digits || sequence.len() == 0 {
            match self.only(sequence) {
                Some(Domain::Fixed { slots, .. }) if self.has_run() => {
                    return Some(self.unless_doubted(slots, sequence, blank_sums, steps));
                }
                Some(fixed) => return Some(fixed),
                None => {}
            }
        }
        let mut readings = Readings::default();
        self.read(sequence, Edit::None, Check::All, blank_sums, steps, &mut readings);
        if readings.is_empty() && !readings.cut && !self.vanishes(sequence) && self.has_run() {
            self.doubt(sequence, blank_sums, steps, &mut readings);
        }
        match readings {
            Readings { cut: true, .. } => Some(Domain::Cut),
            readings if readings.is_empty() => None,
            readings => Some(Domain::Open(readings)),
        }
    }

    /// Whether it has fewer cells than columns.
    pub(super) fn is_short(&self) -> bool {
        self.literal.as_ref().is_some_and(|sequence| sequence.len() < self.problem.form.columns())
    }

    pub(super) fn has_run(&self) -> bool {
        self.pieces.iter().any(|piece| matches!(piece, Piece::Run(_)))
    }

    /// A row of digits that fill the columns one by one: so it is read, unless its sums fail and come out when a
    /// blank has vanished.
    fn unless_doubted(
        &self,
        slots: Vec<Slot>,
        sequence: &Sequence,
        blank_sums: bool,
        steps: &mut u32,
    ) -> Domain {
        if !self.adds_up(&slots) {
            let mut readings = Readings::default();
            self.doubt(sequence, blank_sums, steps, &mut readings);
            if !readings.is_empty() {
                return Domain::Open(readings);
            }
        }
        Domain::Fixed { slots, exact: false }
    }

    fn adds_up(&self, slots: &[Slot]) -> bool {
        self.broken_sums(slots) == 0
    }

    /// How many blocks do not add up.
    fn broken_sums(&self, mut slots: &[Slot]) -> usize {
        let fails = |block: &&Block| {
            let (own, rest) = slots.split_at(slots.len().min(block.columns.into()));
            slots = rest;
            own.split_last().is_some_and(|(total, parts)| {
                block.summed && parts.iter().map(|part| part.value).sum::<i64>() != total.value
            })
        };
        self.problem.form.blocks().iter().filter(fails).count()
    }

    /// Digits that fill the columns one by one, but as no single misprint has it: several sums fail, or a zero is the total
    /// of several figures. Blanks have vanished, and figures are longer.
    pub(super) fn hides_blanks(&self, slots: &[Slot]) -> bool {
        let [parts @ .., total] = slots else { return false };
        if !self.literal.as_ref().is_some_and(|sequence| self.is_one_atom_each(sequence)) {
            return false;
        }
        let one_block = self.problem.form.blocks().len() == 1;
        let several = parts.iter().filter(|part| part.value != 0).count() > 1;
        match self.broken_sums(slots) {
            0 => false,
            1 => one_block && several && total.value == 0,
            _ => true,
        }
    }

    /// A glued row that cannot hold a figure for every column and keep its sum has perhaps lost a blank, though its
    /// neighbours show none.
    fn doubt(&self, sequence: &Sequence, blank_sums: bool, steps: &mut u32, out: &mut Readings) {
        let rules = Rules { vanish: true, blank_sums, check: Check::All, limits: &[] };
        sums::read(sequence, self.problem.form, rules, Edit::None, steps, out);
        out.doubtful = true;
        if !out.is_empty() && self.only(sequence).is_some() {
            self.read(sequence, Edit::None, Check::None, blank_sums, steps, out);
        }
    }

    /// As many digits as columns where blanks are kept: the commonest row of a glued table.
    fn is_one_atom_each(&self, sequence: &Sequence) -> bool {
        let form = self.problem.form;
        !self.vanish
            && sequence.only_digits
            && sequence.len() == form.columns()
            && sequence.atoms.iter().all(|atom| atom.cut != Cut::Never)
            && (0..).zip(&sequence.atoms).all(|(at, atom)| atom.sign == Sign::None || form.may_be_signed(at))
    }

    fn one_atom_each(&self, sequence: &Sequence) -> Option<Vec<Slot>> {
        let slot = |(at, atom): (u16, &Atom)| {
            let value = if atom.sign == Sign::Minus { -atom.value } else { atom.value };
            Slot { value, from: at, to: at + 1, content: Content::Figure }
        };
        self.is_one_atom_each(sequence).then(|| (0..).zip(&sequence.atoms).map(slot).collect())
    }

    /// The one literal reading, when there is no other.
    pub(super) fn only(&self, sequence: &Sequence) -> Option<Domain> {
        let vanish = self.vanishes(sequence);
        let slots = Free::new(sequence, self.problem.form, vanish).only()?;
        Some(Domain::Fixed { slots, exact: !vanish && !self.has_run() })
    }
}
