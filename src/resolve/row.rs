//! The readings of one row by itself: the literal ones, or else those of a repair.

use alloc::vec::Vec;

use super::atoms::Sequence;
use super::edit::{self, Edit};
use super::free::Free;
use super::piece::{Blanks, Piece, Problem};
use super::readings::Readings;
use super::slot::Slot;
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
pub(super) struct Row<'t> {
    pub(super) problem: &'t Problem<'t>,
    pub(super) pieces: &'t [Piece],
    pub(super) vanish: bool,
    /// Each piece is a cell.
    pub(super) cells: bool,
    /// Its pieces without a repair, if it can be read so.
    pub(super) literal: Option<Sequence>,
}

impl<'t> Row<'t> {
    pub(super) fn new(problem: &'t Problem<'t>, row: usize) -> Self {
        let vanish = problem.row_text(row).is_some_and(|text| text.blanks == Blanks::Vanish);
        let pieces = problem.row(row);
        let cells = pieces.iter().all(|piece| piece.is_cell());
        let mut row = Self { problem, pieces, vanish, cells, literal: None };
        row.literal = row.sequence(Edit::None);
        row
    }

    pub(super) fn sequence(&self, edit: Edit) -> Option<Sequence> {
        Sequence::build(self.problem.text, self.pieces, edit, self.problem.form.columns())
    }

    /// Whether blanks may have vanished: here they do, or cells are missing.
    pub(super) fn vanishes(&self, sequence: &Sequence) -> bool {
        self.vanish || sequence.len() < self.problem.form.columns()
    }

    /// Whether the sequence has any reading, sums apart.
    pub(super) fn is_possible(&self, sequence: &Sequence) -> bool {
        Free::new(sequence, self.problem.form, self.vanishes(sequence)).is_possible()
    }

    /// Whether it has any reading at all, repaired or not.
    fn is_readable(&self) -> bool {
        let possible = |edit| self.sequence(edit).is_some_and(|sequence| self.is_possible(&sequence));
        self.literal.as_ref().is_some_and(|sequence| self.is_possible(sequence))
            || self.edits().into_iter().any(possible)
    }

    /// Every edit of the later tiers, cheapest first.
    pub(super) fn edits(&self) -> Vec<Edit> {
        let (text, columns) = (self.problem.text, self.problem.form.columns());
        let joined = (edit::forced_joins(text, self.pieces) > 0).then_some(Edit::Joined);
        joined.into_iter().chain(edit::repairs(text, self.pieces, columns)).collect()
    }

    /// The row by its own identities. `blank_sums`: a blank total says nothing about its parts.
    /// What it costs is taken off `all`.
    pub(super) fn domain(&self, blank_sums: bool, all: &mut u32) -> Domain {
        let given = MAX_STEPS.min(*all);
        let mut steps = given;
        let domain = self.tiers(blank_sums, &mut steps);
        *all -= given - steps;
        domain
    }

    fn tiers(&self, blank_sums: bool, steps: &mut u32) -> Domain {
        let literal = self.literal.as_ref();
        if let Some(domain) = literal.and_then(|sequence| self.literally(sequence, blank_sums, steps)) {
            return domain;
        }
        let (text, columns) = (self.problem.text, self.problem.form.columns());
        let edits = self.edits();
        for evident in [true, false] {
            let mut readings = Readings::default();
            for &edit in edits.iter().filter(|edit| edit.is_evident(text, self.pieces, columns) == evident) {
                if !blank_sums && self.read_without(edit, steps, &mut readings).is_some() {
                    continue;
                }
                if let Some(sequence) = self.sequence(edit) {
                    self.read(&sequence, edit, Check::All, blank_sums, steps, &mut readings);
                }
            }
            if readings.cut {
                return Domain::Cut;
            }
            if !readings.is_empty() {
                // Where blanks vanish, a misprint beside a vanished blank is as likely as two figures run into one.
                let short = |edit| self.sequence(edit).is_some_and(|sequence| self.vanishes(&sequence));
                readings.doubtful = literal.is_some_and(|sequence| self.is_possible(sequence))
                    && (self.vanish || readings.heads.iter().any(|head| short(head.edit)));
                return Domain::Open(readings);
            }
        }
        match literal.and_then(|sequence| self.only(sequence)) {
            Some(fixed) => fixed,
            None if self.is_readable() => Domain::Refuted,
            None => Domain::Hopeless,
        }
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
}
