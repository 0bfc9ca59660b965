//! The table as lines of possible values under column sums, and what bounds on those sums rule out.

use alloc::vec::Vec;

use super::form::Form;
use super::slot::UNKNOWN;

/// The values that one row can have: `classes` holds vectors of as many values as there are columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) classes: Vec<i64>,
}

/// One column under one of the form's column sums.
#[derive(Clone, Copy, Debug)]
pub(super) struct Constraint {
    pub(super) parts: u64,
    pub(super) totals: u64,
    pub(super) column: usize,
    pub(super) on: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Grid {
    pub(super) columns: usize,
    pub(super) lines: Vec<Line>,
    pub(super) constraints: Vec<Constraint>,
}

/// No upper bound.
pub(super) const OPEN: i64 = i64::MAX;

/// Which classes are still possible, and the bounds of every cell.
#[derive(Clone, Debug)]
pub(super) struct State {
    /// Of all lines, one after the other.
    alive: Vec<bool>,
    starts: Vec<usize>,
    bounds: Vec<(i64, i64)>,
}

impl State {
    pub(super) fn alive(&self, line: usize) -> &[bool] {
        let bound = |line: usize| self.starts.get(line).copied().unwrap_or(0);
        self.alive.get(bound(line)..bound(line + 1)).unwrap_or(&[])
    }

    fn alive_mut(&mut self, line: usize) -> &mut [bool] {
        let bound = |line: usize| self.starts.get(line).copied().unwrap_or(0);
        let range = bound(line)..bound(line + 1);
        self.alive.get_mut(range).unwrap_or(&mut [])
    }

    pub(super) fn count(&self, line: usize) -> usize {
        self.alive(line).iter().filter(|alive| **alive).count()
    }

    pub(super) fn is_alive(&self, line: usize, class: usize) -> bool {
        self.alive(line).get(class).copied().unwrap_or(false)
    }
}

impl Grid {
    pub(super) fn new(form: &Form, rows: usize) -> Self {
        let columns = form.columns();
        let mut constraints = Vec::with_capacity(columns * form.column_sums().len());
        for sum in form.column_sums() {
            for column in 0..columns {
                constraints.push(Constraint { parts: sum.parts, totals: sum.totals, column, on: true });
            }
        }
        Self { columns, lines: Vec::with_capacity(rows), constraints }
    }

    /// The line of a row of which nothing is known.
    pub(super) fn unknown(&self) -> Line {
        Line { classes: core::iter::repeat_n(UNKNOWN, self.columns).collect() }
    }

    pub(super) fn classes(&self, line: usize) -> impl Iterator<Item = &[i64]> {
        self.lines.get(line).map_or(&[][..], |line| &line.classes).chunks(self.columns.max(1))
    }

    /// Everything possible.
    pub(super) fn state(&self) -> State {
        let mut starts = Vec::with_capacity(self.lines.len() + 1);
        let mut all = 0;
        for line in &self.lines {
            starts.push(all);
            all += line.classes.len() / self.columns.max(1);
        }
        starts.push(all);
        let mut state = State {
            alive: core::iter::repeat_n(true, all).collect(),
            starts,
            bounds: core::iter::repeat_n((0, OPEN), self.lines.len() * self.columns).collect(),
        };
        for line in 0..self.lines.len() {
            self.measure(&mut state, line);
        }
        state
    }

    pub(super) fn bounds<'s>(&self, state: &'s State, line: usize) -> &'s [(i64, i64)] {
        let first = line * self.columns;
        state.bounds.get(first..first + self.columns).unwrap_or(&[])
    }

    /// Leaves one class of a line.
    pub(super) fn choose(&self, state: &mut State, line: usize, class: usize) {
        for (at, alive) in state.alive_mut(line).iter_mut().enumerate() {
            *alive = at == class;
        }
        self.measure(state, line);
    }

    pub(super) fn rule_out(&self, state: &mut State, line: usize, class: usize) {
        if let Some(alive) = state.alive_mut(line).get_mut(class) {
            *alive = false;
        }
        self.measure(state, line);
    }

    /// Computes the bounds of a line's cells from its possible classes.
    fn measure(&self, state: &mut State, line: usize) {
        for column in 0..self.columns {
            let (mut low, mut high) = (OPEN, i64::MIN);
            for (class, values) in self.classes(line).enumerate() {
                if state.is_alive(line, class) {
                    let value = values.get(column).copied().unwrap_or(UNKNOWN);
                    let (from, to) = if value == UNKNOWN { (0, OPEN) } else { (value, value) };
                    (low, high) = (low.min(from), high.max(to));
                }
            }
            if let Some(bounds) = state.bounds.get_mut(line * self.columns + column) {
                *bounds = (low, high);
            }
        }
    }

    /// Removes what the bounds on the column sums rule out, until nothing changes. False: nothing is left of a line,
    /// or a sum cannot come out. Every class looked at costs one of `work`; without work left all stays as it is.
    pub(super) fn propagate(&self, state: &mut State, work: &mut u64) -> bool {
        loop {
            let mut changed = false;
            for constraint in self.constraints.iter().filter(|constraint| constraint.on) {
                match self.tighten(state, constraint, work) {
                    None => return false,
                    Some(tighter) => changed |= tighter,
                }
            }
            if !changed || *work == 0 {
                return true;
            }
        }
    }

    fn bound(&self, state: &State, line: usize, column: usize) -> (i64, i64) {
        state.bounds.get(line * self.columns + column).copied().unwrap_or((0, OPEN))
    }

    /// `None`: the sum cannot come out. Otherwise whether anything changed.
    fn tighten(&self, state: &mut State, constraint: &Constraint, work: &mut u64) -> Option<bool> {
        let column = constraint.column;
        let (parts, part_open) = self.sum(state, constraint.parts, column);
        let (totals, total_open) = self.sum(state, constraint.totals, column);
        // parts - totals = 0, each side between its sums; an open side has no upper bound.
        if (part_open == 0 && parts.1 < totals.0) || (total_open == 0 && totals.1 < parts.0) {
            return None;
        }
        let sides = [
            (constraint.parts, parts, part_open, totals, total_open),
            (constraint.totals, totals, total_open, parts, part_open),
        ];
        for (mask, own, own_open, other, other_open) in sides {
            for line in bits(mask) {
                let (low, high) = self.bound(state, line, column);
                if low == high {
                    continue;
                }
                // What the rest of its side leaves of the other side.
                let rest_open = own_open - usize::from(high == OPEN);
                let rest_high = own.1 - if high == OPEN { 0 } else { i128::from(high) };
                let rest_low = own.0 - i128::from(low);
                let least = if rest_open > 0 { i128::MIN } else { other.0 - rest_high };
                let most = if other_open > 0 { i128::MAX } else { other.1 - rest_low };
                if i128::from(low) >= least
                    && (most == i128::MAX || (high != OPEN && i128::from(high) <= most))
                {
                    continue;
                }
                if self.restrict(state, line, column, (least, most), work)? {
                    return Some(true);
                }
            }
        }
        Some(false)
    }

    /// Lower and upper sums over lines, and how many have no upper bound.
    fn sum(&self, state: &State, mask: u64, column: usize) -> ((i128, i128), usize) {
        let mut sum = (0_i128, 0_i128);
        let mut open = 0;
        for line in bits(mask) {
            let (low, high) = self.bound(state, line, column);
            sum.0 += i128::from(low);
            if high == OPEN {
                open += 1;
            } else {
                sum.1 += i128::from(high);
            }
        }
        (sum, open)
    }

    /// Keeps of a cell what lies within bounds. `None`: nothing.
    fn restrict(
        &self,
        state: &mut State,
        line: usize,
        column: usize,
        (least, most): (i128, i128),
        work: &mut u64,
    ) -> Option<bool> {
        let mut dead = Vec::new();
        let mut kept = 0;
        let mut unknown = false;
        for (class, values) in self.classes(line).enumerate() {
            if !state.is_alive(line, class) {
                continue;
            }
            *work = work.saturating_sub(1);
            match values.get(column).copied().unwrap_or(UNKNOWN) {
                UNKNOWN => (unknown, kept) = (true, kept + 1),
                value if (least..=most).contains(&i128::from(value)) => kept += 1,
                _ => dead.push(class),
            }
        }
        if kept == 0 {
            return None;
        }
        for class in &dead {
            if let Some(alive) = state.alive_mut(line).get_mut(*class) {
                *alive = false;
            }
        }
        if !dead.is_empty() {
            self.measure(state, line);
            return Some(true);
        }
        if !unknown || kept > 1 {
            return Some(false);
        }
        // One class and its value is not known: the bounds are all that is known of it.
        let bounds = state.bounds.get_mut(line * self.columns + column)?;
        let clamp = |bound: i128| i64::try_from(bound).ok();
        let tighter = (bounds.0.max(clamp(least).unwrap_or(0)), bounds.1.min(clamp(most).unwrap_or(OPEN)));
        if tighter.0 > tighter.1 {
            return None;
        }
        let changed = tighter != *bounds;
        *bounds = tighter;
        Some(changed)
    }
}

/// The numbers of the set bits.
pub(super) fn bits(mask: u64) -> impl Iterator<Item = usize> {
    (0..64).filter(move |bit| mask >> bit & 1 == 1)
}
