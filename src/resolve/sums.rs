//! The readings of a row under its own identities. A block's total is read first: it bounds the parts and, modulo
//! nine, refutes most places where it might begin.

use alloc::vec::Vec;

use super::atoms::{Kind, Sequence};
use super::edit::Edit;
use super::form::{Block, Form};
use super::readings::Readings;
use super::slot::{Content, Slot, options};
use super::tails::Tails;

/// Steps that the search of one row may take, all its edits together.
pub(super) const MAX_STEPS: u32 = 30_000;

/// Which of a row's own identities hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Check {
    All,
    /// All but one at most: a publisher's misprint.
    AllButOne,
    /// All but one at most, where that block competes with readings of so many figures (see `slip`).
    AllButRival([u8; 3]),
    None,
}

impl Check {
    fn excuses_one(self) -> bool {
        matches!(self, Self::AllButOne | Self::AllButRival(_))
    }
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

/// How many digits more than columns make it worth while to meet half-way.
const MANY_SPARE: usize = 10;

struct Search<'a> {
    sequence: &'a Sequence,
    form: &'a Form,
    rules: Rules<'a>,
    out: &'a mut Readings,
    steps: &'a mut u32,
    edit: Edit,
    scratch: Vec<Slot>,
    /// The block being read: its number, its columns in the row, where it starts, where its total stands.
    block: u8,
    columns: (usize, usize),
    from: usize,
    total: (usize, usize),
    excused: (bool, bool),
    checked: bool,
    /// From this column on, `tails` knows which sums can be reached.
    halfway: Option<usize>,
    tails: Tails,
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
    let first = out.heads.len();
    let mut search = Search {
        sequence,
        form,
        rules,
        out,
        steps,
        edit,
        scratch: Vec::with_capacity(form.columns()),
        block: 0,
        columns: (0, 0),
        from: 0,
        total: (0, 0),
        excused: (false, false),
        checked: true,
        halfway: None,
        tails: Tails::default(),
    };
    let mut starts: Vec<(u16, bool)> = (0..=sequence.head.min(sequence.tail))
        .filter_map(|at| Some((u16::try_from(at).ok()?, false)))
        .collect();
    let mut column = 0;
    for (number, block) in form.blocks().iter().enumerate() {
        let mark = search.out.heads.len();
        search.block = u8::try_from(number).unwrap_or(u8::MAX);
        search.columns = (column, column + usize::from(block.columns));
        column += usize::from(block.columns);
        for (at, excused) in starts {
            if rules.check != Check::None {
                search.block(*block, at.into(), excused, false);
            }
            if rules.check == Check::None || (rules.check.excuses_one() && !excused) {
                search.block(*block, at.into(), excused, true);
            }
        }
        let ends = search.out.heads.iter().skip(mark);
        starts = ends.map(|head| (head.to, head.excused.1)).collect();
        starts.sort_unstable();
        starts.dedup();
    }
    drop_dead_ends(out, first, form.blocks().len());
}

/// Keeps of a row of several blocks what leads to its end.
fn drop_dead_ends(out: &mut Readings, first: usize, blocks: usize) {
    for block in (1..blocks).rev() {
        let mut alive: Vec<(u16, bool)> = Vec::new();
        for head in out.heads.iter().skip(first).filter(|head| usize::from(head.block) == block) {
            alive.push((head.from, head.excused.0));
        }
        alive.sort_unstable();
        alive.dedup();
        let mut at = 0;
        out.heads.retain(|head| {
            at += 1;
            at <= first
                || usize::from(head.block) + 1 != block
                || alive.binary_search(&(head.to, head.excused.1)).is_ok()
        });
    }
}

impl Search<'_> {
    fn block(&mut self, block: Block, from: usize, before: bool, excuse: bool) {
        let n = self.sequence.len();
        let rest = self.form.columns() - self.columns.1;
        let end = if rest == 0 { self.sequence.tail.max(from) } else { from };
        self.from = from;
        self.excused = (before, before || excuse);
        for to in end..=n {
            if !self.rules.vanish && n - to < rest {
                break;
            }
            self.totals(to, block.summed && !excuse);
        }
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
                for at in (self.from..to).rev() {
                    let unknown = self.sequence.unreadable_in(self.from, at);
                    if !checked || unknown || self.sequence.same_rest(self.from, at, to) {
                        let figure = self.sequence.figure(at, to);
                        if let Some(figure) = figure.filter(|figure| signed || !figure.signed) {
                            let (from, to32) = (number(at), number(to));
                            let content = Content::Figure;
                            let slot = Slot { value: figure.value, from, to: to32, content };
                            self.total(at, to, slot, checked);
                        }
                    }
                    // No figure goes across a place where one must end.
                    let must =
                        self.sequence.atoms.get(at).is_none_or(|atom| atom.cut == super::atoms::Cut::Must);
                    if must || to - at >= super::atoms::MAX_DIGITS {
                        break;
                    }
                }
            }
            None => {}
        }
    }

    fn total(&mut self, at: usize, to: usize, slot: Slot, checked: bool) {
        self.total = (at, to);
        let unknown = self.sequence.unreadable_in(self.from, at);
        self.checked = checked && !unknown && !(self.rules.blank_sums && slot.is_void());
        if self.allows(self.columns.1 - 1, &slot) && (slot.value >= 0 || !self.checked) {
            self.scratch.clear();
            self.find_tails(slot.value);
            self.parts(self.columns.0, self.from, slot.value, slot);
        }
    }

    /// For long runs, finds the sums that the last columns can have, to meet them half-way.
    fn find_tails(&mut self, most: i64) {
        let parts = self.columns.1 - 1 - self.columns.0;
        let spare = self.total.0.saturating_sub(self.from + parts);
        let worth = parts >= 4 && spare > MANY_SPARE && self.checked && self.sequence.only_digits;
        self.halfway = (worth && !self.rules.vanish).then(|| {
            let last = parts / 2;
            self.tails.find(self.sequence, self.total.0, last, most);
            self.columns.1 - 1 - last
        });
    }

    fn allows(&self, column: usize, slot: &Slot) -> bool {
        slot.content == Content::Unreadable
            || self
                .rules
                .limits
                .get(column)
                .is_none_or(|&(low, high)| low <= slot.value && slot.value <= high)
    }

    /// Fills the columns from `column` up to the total with the atoms from `at` up to the total; `left` is what they
    /// must sum to. As deep as the form has columns.
    fn parts(&mut self, column: usize, at: usize, left: i64, total: Slot) {
        if *self.steps == 0 {
            self.out.cut = true;
            return;
        }
        *self.steps -= 1;
        let end = self.total.0;
        let columns = self.columns.1 - 1 - column;
        if columns == 0 {
            if at == end && (left == 0 || !self.checked) {
                self.emit(total);
            }
            return;
        }
        if self.is_hopeless(end.saturating_sub(at), columns, left) {
            return;
        }
        if self.halfway == Some(column) && !self.tails.may_hold(at, left) {
            return;
        }
        let sequence = self.sequence;
        let (vanish, signed) = (self.rules.vanish, self.form.may_be_signed(column));
        let most = if self.checked { left } else { i64::MAX };
        options(sequence, at, vanish, signed, most, |slot| {
            let to = usize::from(slot.to);
            let fits = to <= end && (columns > 1 || to == end);
            if fits && (!self.checked || (0..=left).contains(&slot.value)) && self.allows(column, &slot) {
                self.scratch.push(slot);
                let left = if self.checked { left - slot.value } else { left };
                self.parts(column + 1, to, left, total);
                self.scratch.pop();
            }
        });
    }

    /// Whether `atoms` atoms cannot fill `columns` columns that sum to `left`.
    fn is_hopeless(&self, atoms: usize, columns: usize, left: i64) -> bool {
        if !self.rules.vanish && atoms < columns {
            return true;
        }
        if !self.checked || !self.sequence.only_digits {
            return false;
        }
        // No part is longer than the sum, and the longest takes all digits but one for each other column.
        let width = left.checked_ilog10().map_or(1, |log| log as usize + 1);
        let longest = if self.rules.vanish { atoms } else { atoms - columns + 1 };
        atoms > columns * width || width > longest + 1
    }

    fn emit(&mut self, total: Slot) {
        self.scratch.push(total);
        if let (Check::AllButRival(figures), (false, true)) = (self.rules.check, self.excused) {
            let most = figures.get(usize::from(self.block)).copied().unwrap_or(0);
            if !super::slip::rivals(&self.scratch, most) {
                self.scratch.pop();
                return;
            }
        }
        let last = self.form.columns();
        let cost =
            self.scratch.iter().enumerate().map(|(at, slot)| slot.cost(self.columns.0 + at, last)).sum();
        let (from, to) = (number(self.from), number(self.total.1));
        self.out.push(Readings::head(self.edit, self.block, from, to, self.excused, cost), &self.scratch);
        self.scratch.pop();
    }
}

fn number(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}
