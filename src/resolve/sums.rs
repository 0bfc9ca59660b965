//! The readings of a row under its own identities. A block's total is read first: it bounds the parts and, modulo
//! nine, refutes most places where it might begin.

use alloc::vec::Vec;
use core::ops::Range;

use super::atoms::{Cut, Kind, MAX_DIGITS, Sequence};
use super::edit::Edit;
use super::form::{Block, Form};
use super::readings::Readings;
use super::slot::{Content, Slot};
use super::tails::Tails;

/// Steps that the search of one row may take, all its edits together.
pub(super) const MAX_STEPS: u32 = 30_000;
/// Steps that the rows of one table may take together.
pub(super) const MAX_TABLE_STEPS: u32 = 300_000;

/// Which of a row's own identities hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Check {
    All,
    /// All but one at most: a publisher's misprint.
    AllButOne,
    /// This block's is not, by a misprint with which it weighs so much at most (see `rivals`).
    Misprinted(u32),
    None,
}

/// Under which rules a row is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rules<'a> {
    pub(super) vanish: bool,
    /// A blank total says nothing about its parts.
    pub(super) blank_sums: bool,
    pub(super) check: Check,
    /// What other rows leave for each column; empty: anything.
    pub(super) limits: &'a [(i64, i64)],
}

pub(super) struct Search<'a> {
    pub(super) sequence: &'a Sequence,
    pub(super) form: &'a Form,
    pub(super) rules: Rules<'a>,
    pub(super) out: &'a mut Readings,
    pub(super) steps: &'a mut u32,
    pub(super) edit: Edit,
    /// The block being read: its number, its columns in the row, where it starts, where its total stands.
    pub(super) block: u8,
    pub(super) columns: (usize, usize),
    pub(super) from: usize,
    pub(super) total: (usize, usize),
    /// How many columns the row has.
    pub(super) last: usize,
    pub(super) excused: (bool, bool),
    pub(super) checked: bool,
    pub(super) tails: Tails,
}

/// Adds the readings of `sequence` to `out`.
pub(super) fn read(
    sequence: &Sequence,
    form: &Form,
    rules: Rules<'_>,
    edit: Edit,
    steps: &mut u32,
    out: &mut Readings,
) {
    if !sequence.fits(form.columns(), rules.vanish) {
        return;
    }
    let (first, given, blocks) = (out.heads.len(), *steps, form.blocks().len());
    Search::new(sequence, form, rules, edit, steps, out).forward();
    if blocks > 1 && edit == Edit::None && first == 0 {
        out.searched = (out.heads.clone(), given - *steps);
    }
    drop_dead_ends(out, first, blocks);
}

/// Keeps of a row of several blocks what leads to its end.
fn drop_dead_ends(out: &mut Readings, first: usize, blocks: usize) {
    // They stand block after block.
    if out.heads.last().is_some_and(|head| usize::from(head.block) + 1 < blocks) {
        out.heads.truncate(first);
    }
    let mut alive: Vec<(u16, bool)> = Vec::new();
    for block in (1..blocks).rev() {
        let own = out.heads.iter().skip(first).filter(|head| usize::from(head.block) == block);
        alive.clear();
        alive.extend(own.map(|head| (head.from, head.excused.0)));
        alive.sort_unstable();
        let mut at = 0;
        out.heads.retain(|head| {
            at += 1;
            at <= first
                || usize::from(head.block) + 1 != block
                || alive.binary_search(&(head.to, head.excused.1)).is_ok()
        });
    }
}

impl<'a> Search<'a> {
    pub(super) fn new(
        sequence: &'a Sequence,
        form: &'a Form,
        rules: Rules<'a>,
        edit: Edit,
        steps: &'a mut u32,
        out: &'a mut Readings,
    ) -> Self {
        Self {
            sequence,
            form,
            rules,
            out,
            steps,
            edit,
            block: 0,
            columns: (0, 0),
            from: 0,
            total: (0, 0),
            last: form.columns(),
            excused: (false, false),
            checked: true,
            tails: Tails::default(),
        }
    }

    /// Block after block, each from wherever the one before it ends.
    pub(super) fn forward(&mut self) {
        let Rules { check, .. } = self.rules;
        let blocks = self.form.blocks();
        let mut starts: Vec<(u16, bool)> = Vec::new();
        for (number, block) in blocks.iter().enumerate() {
            let mark = self.out.heads.len();
            self.enter(number);
            let first = if number == 0 { 0..self.sequence.head.min(self.sequence.tail) + 1 } else { 0..0 };
            let first = first.map(|at| (at, false));
            for (at, excused) in first.chain(starts.drain(..).map(|(at, excused)| (at.into(), excused))) {
                if check != Check::None {
                    self.block(*block, at, excused, false);
                }
                if check == Check::None || (check == Check::AllButOne && !excused) {
                    self.block(*block, at, excused, true);
                }
            }
            if number + 1 < blocks.len() {
                starts.extend(self.out.heads.iter().skip(mark).map(|head| (head.to, head.excused.1)));
                starts.sort_unstable();
                starts.dedup();
            }
        }
    }

    /// Goes to a block; its first column and how many it has.
    pub(super) fn enter(&mut self, number: usize) -> (usize, usize) {
        let mut blocks = self.form.blocks().iter().map(|block| usize::from(block.columns));
        let first = blocks.by_ref().take(number).sum();
        self.block = u8::try_from(number).unwrap_or(u8::MAX);
        let width = blocks.next().unwrap_or(0);
        self.columns = (first, first + width);
        (first, width)
    }

    /// A block between two atoms, whose sum comes out.
    pub(super) fn consistent(&mut self, from: usize, to: usize) {
        self.from = from;
        self.excused = (false, false);
        self.totals(to, true);
    }

    /// A block between two atoms that is misprinted and weighs so much at most.
    pub(super) fn misprinted(&mut self, from: usize, to: usize, most: u32) {
        self.rules.check = Check::Misprinted(most);
        self.from = from;
        self.excused = (false, true);
        self.totals(to, false);
    }

    fn block(&mut self, block: Block, from: usize, before: bool, excuse: bool) {
        self.from = from;
        self.excused = (before, before || excuse);
        for to in self.ends() {
            self.totals(to, block.summed && !excuse);
        }
    }

    /// Where a block may end. Where no blank vanishes each column takes an atom, and cells fill one each.
    fn ends(&self) -> Range<usize> {
        let sequence = self.sequence;
        let (width, rest) = (self.columns.1 - self.columns.0, self.last - self.columns.1);
        let mut ends = if rest == 0 { sequence.tail.max(self.from) } else { self.from }..sequence.len() + 1;
        if !self.rules.vanish {
            ends.start = ends.start.max(self.from + width);
            let most = if sequence.only_cells { self.from + width + 1 } else { usize::MAX };
            ends.end = ends.end.saturating_sub(rest).min(most);
        }
        ends
    }

    /// Every total that ends before atom `to`.
    fn totals(&mut self, to: usize, checked: bool) {
        let signed = self.form.may_be_signed(self.columns.1 - 1);
        let kind = to.checked_sub(1).filter(|&at| at >= self.from).and_then(|at| self.sequence.kind(at));
        if self.rules.vanish && self.sequence.kind(to) != Some(Kind::Blank) {
            self.total(
                to,
                to,
                Slot { value: 0, from: number(to), to: number(to), content: Content::Blank },
                checked,
            );
        }
        let whole = |content| Slot { value: 0, from: number(to).saturating_sub(1), to: number(to), content };
        match kind {
            Some(Kind::Blank) => self.total(to - 1, to, whole(Content::Blank), checked),
            Some(Kind::Mark(mark)) => self.total(to - 1, to, whole(Content::Mark(mark)), checked),
            Some(Kind::Unreadable) => self.total(to - 1, to, whole(Content::Unreadable), false),
            Some(Kind::Figure | Kind::Digit) => {
                // Where no blank vanishes each part takes an atom.
                let parts = if self.rules.vanish { 0 } else { self.columns.1 - 1 - self.columns.0 };
                let rest = self.sequence.middle_rest(self.from, to);
                let atoms = self.sequence.atoms.get(self.from + parts..to).unwrap_or(&[]);
                for (atom, length) in atoms.iter().rev().zip(1..=MAX_DIGITS) {
                    let at = to - length;
                    if !checked || atom.rest == rest || self.sequence.unreadable_in(self.from, at) {
                        let figure = self.sequence.figure(at, to);
                        if let Some(figure) = figure.filter(|figure| signed || !figure.signed) {
                            self.total(at, to, Slot::figure(figure.value, at, to), checked);
                        }
                    }
                    // No figure goes across a place where one must end.
                    if atom.cut == Cut::Must {
                        break;
                    }
                }
            }
            None => {}
        }
    }

    /// Whether there is a whole cell for each column up to atom `to`.
    fn is_cells(&self, to: usize) -> bool {
        let cells = self.sequence.atoms.get(self.from..to).unwrap_or(&[]);
        cells.len() == self.columns.1 - self.columns.0 && cells.iter().all(|cell| cell.kind != Kind::Digit)
    }

    fn total(&mut self, at: usize, to: usize, slot: Slot, checked: bool) {
        self.total = (at, to);
        let unknown = self.sequence.unreadable_in(self.from, at);
        self.checked = checked && !unknown && !(self.rules.blank_sums && slot.is_void());
        if self.allows(self.columns.1 - 1, &slot) && (slot.value >= 0 || !self.checked) {
            self.out.begin(self.last);
            if self.is_plain_run() {
                self.run(slot);
            } else if !self.rules.vanish && self.is_cells(to) {
                self.cells(slot);
            } else {
                let left = if self.checked { slot.value } else { i64::MAX };
                self.parts(self.columns.0, self.from, left, slot);
            }
        }
    }
}

pub(super) fn number(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}
