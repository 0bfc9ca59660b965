//! The readings of one row by itself: the literal ones, or else those of a repair.

use alloc::vec::Vec;

use super::atoms::{Cut, Sequence};
use super::edit::{self, Edit};
use super::free::Free;
use super::piece::{Blanks, Piece, Problem};
use super::readings::Readings;
use super::slot::{Content, Slot};
use super::sums::{self, Check, MAX_STEPS, Rules};

/// What is known of a row that is not placed.
#[derive(Clone, Debug)]
pub(super) enum Domain {
    /// The text leaves one reading, whatever the identities say.
    Fixed { slots: Vec<Slot>, exact: bool },
    /// These are admissible by the row's own identities.
    Open(Readings),
    /// It has readings, but none is admissible.
    Refuted,
    /// A bound was hit: there may be readings that are not known.
    Cut,
    /// It cannot be read as a row of the form at all.
    Hopeless,
}

/// A row with what its search needs.
#[derive(Clone, Copy)]
pub(super) struct Row<'t> {
    pub(super) problem: &'t Problem<'t>,
    pub(super) pieces: &'t [Piece],
    pub(super) vanish: bool,
    pub(super) start: Option<i8>,
}

impl<'t> Row<'t> {
    pub(super) fn new(problem: &'t Problem<'t>, row: usize) -> Self {
        let text = problem.row_text(row);
        Self {
            problem,
            pieces: problem.row(row),
            vanish: text.is_some_and(|text| text.blanks == Blanks::Vanish),
            start: text.and_then(|text| text.start),
        }
    }

    pub(super) fn sequence(&self, edit: Edit) -> Option<Sequence> {
        Sequence::build(self.problem.text, self.pieces, edit, self.problem.form.columns())
    }

    /// Whether blanks may have vanished: here they do, or cells are missing.
    pub(super) fn vanishes(&self, sequence: &Sequence) -> bool {
        self.vanish || sequence.len() < self.problem.form.columns()
    }

    /// Every edit of the later tiers, cheapest first.
    pub(super) fn edits(&self) -> Vec<Edit> {
        let (text, columns) = (self.problem.text, self.problem.form.columns());
        let joined = (edit::forced_joins(text, self.pieces) > 0).then_some(Edit::Joined);
        joined.into_iter().chain(edit::repairs(text, self.pieces, columns)).collect()
    }

    /// The row by its own identities. `blank_sums`: a blank total says nothing about its parts.
    pub(super) fn domain(&self, blank_sums: bool) -> Domain {
        let mut steps = MAX_STEPS;
        let literal = self.sequence(Edit::None);
        if let Some(sequence) = &literal {
            if let Some(domain) = self.literal(sequence, blank_sums, &mut steps) {
                return domain;
            }
        }
        let mut readable = literal.is_some();
        let (text, columns) = (self.problem.text, self.problem.form.columns());
        let (evident, others): (Vec<Edit>, Vec<Edit>) =
            self.edits().into_iter().partition(|edit| edit.is_evident(text, self.pieces, columns));
        for edits in [evident, others] {
            let mut readings = Readings::default();
            for edit in edits {
                if let Some(sequence) = self.sequence(edit) {
                    readable = true;
                    self.read(&sequence, edit, Check::All, blank_sums, &mut steps, &mut readings);
                }
            }
            if readings.cut {
                return Domain::Cut;
            }
            if !readings.is_empty() {
                // Where blanks vanish, a misprint beside a vanished blank is as likely as two figures run into one.
                readings.doubtful = self.vanish && literal.is_some();
                return Domain::Open(readings);
            }
        }
        match literal.as_ref().and_then(|sequence| self.fixed(sequence)) {
            Some(fixed) => fixed,
            None if readable => Domain::Refuted,
            None => Domain::Hopeless,
        }
    }

    /// The literal tier; `None` when it has no admissible reading.
    fn literal(&self, sequence: &Sequence, blank_sums: bool, steps: &mut u32) -> Option<Domain> {
        if let Some(fixed) = self.one_atom_each(sequence) {
            return Some(self.unless_doubted(sequence, fixed, blank_sums, steps));
        }
        if let Some(fixed) = self.by_habit(Check::All, blank_sums) {
            return Some(fixed);
        }
        if !sequence.only_digits {
            if let Some(fixed) = self.only(sequence) {
                return Some(fixed);
            }
        }
        let mut readings = Readings::default();
        self.read(sequence, Edit::None, Check::All, blank_sums, steps, &mut readings);
        if readings.is_empty() && !readings.cut && !self.vanishes(sequence) && self.has_run() {
            self.doubt(sequence, blank_sums, steps, &mut readings);
            readings.doubtful = true;
        }
        match readings {
            Readings { cut: true, .. } => Some(Domain::Cut),
            readings if readings.is_empty() => None,
            readings => Some(Domain::Open(readings)),
        }
    }

    /// Whether it has fewer cells than columns.
    pub(super) fn is_short(&self) -> bool {
        self.sequence(Edit::None).is_some_and(|sequence| sequence.len() < self.problem.form.columns())
    }

    pub(super) fn has_run(&self) -> bool {
        self.pieces.iter().any(|piece| matches!(piece, Piece::Run(_)))
    }

    /// A row of digits that fill the columns one by one: so it is read, unless its sums fail and come out when a
    /// blank has vanished.
    fn unless_doubted(
        &self,
        sequence: &Sequence,
        fixed: Domain,
        blank_sums: bool,
        steps: &mut u32,
    ) -> Domain {
        let mut readings = Readings::default();
        self.read(sequence, Edit::None, Check::All, blank_sums, steps, &mut readings);
        if readings.is_empty() {
            self.doubt(sequence, blank_sums, steps, &mut readings);
            if !readings.is_empty() {
                self.read(sequence, Edit::None, Check::None, blank_sums, steps, &mut readings);
                readings.doubtful = true;
                return Domain::Open(readings);
            }
        }
        fixed
    }

    /// What the text or the habit of the neighbour rows fixes, sums apart.
    pub(super) fn fixed(&self, sequence: &Sequence) -> Option<Domain> {
        self.only(sequence).or_else(|| self.by_habit(Check::None, true))
    }

    /// A glued row that cannot hold a figure for every column and keep its sum has perhaps lost a blank, though its
    /// neighbours show none.
    fn doubt(&self, sequence: &Sequence, blank_sums: bool, steps: &mut u32, out: &mut Readings) {
        let rules = Rules { vanish: true, blank_sums, check: Check::All, limits: &[] };
        sums::read(sequence, self.problem.form, rules, Edit::None, steps, out);
    }

    /// Adds the readings of one sequence.
    pub(super) fn read(
        &self,
        sequence: &Sequence,
        edit: Edit,
        check: Check,
        blank_sums: bool,
        steps: &mut u32,
        out: &mut Readings,
    ) {
        let rules = Rules { vanish: self.vanishes(sequence), blank_sums, check, limits: &[] };
        sums::read(sequence, self.problem.form, rules, edit, steps, out);
    }

    /// As many digits as columns where blanks are kept: the commonest row of a glued table.
    fn one_atom_each(&self, sequence: &Sequence) -> Option<Domain> {
        let columns = self.problem.form.columns();
        if self.vanish || sequence.len() != columns || !sequence.only_digits {
            return None;
        }
        if sequence.atoms.iter().any(|atom| atom.cut == Cut::Never) {
            return None;
        }
        let slots = (0..columns).map(|at| {
            let figure = sequence.figure(at, at + 1)?;
            let from = u16::try_from(at).ok()?;
            let fits = !figure.signed || self.problem.form.may_be_signed(at);
            fits.then_some(Slot { value: figure.value, from, to: figure.to, content: Content::Figure })
        });
        Some(Domain::Fixed { slots: slots.collect::<Option<_>>()?, exact: false })
    }

    /// The one literal reading, when there is no other.
    pub(super) fn only(&self, sequence: &Sequence) -> Option<Domain> {
        let vanish = self.vanishes(sequence);
        let slots = Free::new(sequence, self.problem.form, vanish).only()?;
        Some(Domain::Fixed { slots, exact: !vanish && !self.has_run() })
    }

    /// A row with superfluous blanks where neighbours say which piece is the first column's.
    fn by_habit(&self, check: Check, blank_sums: bool) -> Option<Domain> {
        let columns = self.problem.form.columns();
        let skip = usize::try_from(-i32::from(self.start?)).ok()?;
        let residue = |pieces: &[Piece]| pieces.iter().all(|piece| *piece == Piece::Blank);
        let cells = self.pieces.get(skip..skip + columns)?;
        if !residue(self.pieces.get(..skip)?) || !residue(self.pieces.get(skip + columns..)?) {
            return None;
        }
        // The place holds when the sums do; otherwise the other places are asked too.
        let sequence =
            Sequence::build(self.problem.text, cells, Edit::None, columns).filter(|s| s.len() == columns)?;
        let mut steps = MAX_STEPS;
        let mut readings = Readings::default();
        let mut placed = sequence.clone();
        (placed.head, placed.tail) = (0, columns);
        self.read(&placed, Edit::None, check, blank_sums, &mut steps, &mut readings);
        let offset = u16::try_from(skip).ok()?;
        let slots = Free::new(&placed, self.problem.form, false).only()?.into_iter();
        (!readings.is_empty()).then(|| Domain::Fixed {
            slots: slots
                .map(|slot| Slot { from: slot.from + offset, to: slot.to + offset, ..slot })
                .collect(),
            exact: false,
        })
    }
}
