//! The table as lines of possible values under column sums.

use alloc::vec::Vec;

use super::form::{ColumnSum, Form};
use super::slot::UNKNOWN;

/// The values that one row can have: `classes` holds vectors of as many values as there are columns; empty where they are
/// known and added up, so that nothing is asked of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) classes: Vec<i64>,
}

/// One column under one of the form's column sums.
#[derive(Clone, Copy, Debug)]
pub(super) struct Constraint {
    /// All lines that stand in it.
    pub(super) rows: u64,
    /// The lines of either side that are not settled, and what the settled ones add up to.
    pub(super) parts: u64,
    pub(super) totals: u64,
    pub(super) settled: (i128, i128),
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

/// Which classes are still possible, the bounds of every cell, and the constraints to be looked at again.
#[derive(Clone, Debug)]
pub(super) struct State {
    /// Of all lines, one after the other.
    alive: Vec<bool>,
    starts: Vec<u32>,
    counts: Vec<u32>,
    pub(super) bounds: Vec<(i64, i64)>,
    pub(super) dirty: u64,
}

impl State {
    pub(super) fn alive(&self, line: usize) -> &[bool] {
        let bound = |line: usize| self.starts.get(line).map_or(0, |&start| start as usize);
        self.alive.get(bound(line)..bound(line + 1)).unwrap_or(&[])
    }

    fn alive_mut(&mut self, line: usize) -> &mut [bool] {
        let bound = |line: usize| self.starts.get(line).map_or(0, |&start| start as usize);
        let range = bound(line)..bound(line + 1);
        self.alive.get_mut(range).unwrap_or(&mut [])
    }

    pub(super) fn count(&self, line: usize) -> u32 {
        self.counts.get(line).copied().unwrap_or(0)
    }

    /// How many classes there are.
    pub(super) fn size(&self) -> usize {
        self.alive.len()
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
                let ColumnSum { parts, totals, .. } = *sum;
                let (rows, settled) = (parts | totals, (0, 0));
                constraints.push(Constraint { rows, parts, totals, settled, column, on: true });
            }
        }
        Self { columns, lines: Vec::with_capacity(rows), constraints }
    }

    /// Adds up a line whose values are known and stay so; whether all of them are.
    pub(super) fn settle(&mut self, line: usize, values: &[i64]) -> bool {
        let value = |column: usize| values.get(column).copied().filter(|value| *value != UNKNOWN);
        let holds = |constraint: &&mut Constraint| constraint.rows & bit(line) != 0;
        for constraint in self.constraints.iter_mut().filter(holds) {
            let Some(value) = value(constraint.column) else { continue };
            let Constraint { parts, totals, settled, .. } = constraint;
            for (mask, sum) in [(parts, &mut settled.0), (totals, &mut settled.1)] {
                if *mask & bit(line) != 0 {
                    *mask &= !bit(line);
                    *sum += i128::from(value);
                }
            }
        }
        self.constraints.is_empty() || (0..self.columns).all(|column| value(column).is_some())
    }

    /// The line of a row of which nothing is known.
    pub(super) fn unknown(&self) -> Line {
        Line { classes: core::iter::repeat_n(UNKNOWN, self.columns).collect() }
    }

    pub(super) fn classes(&self, line: usize) -> impl Iterator<Item = &[i64]> {
        self.lines.get(line).map_or(&[][..], |line| &line.classes).chunks(self.columns.max(1))
    }

    fn is_settled(&self, line: usize) -> bool {
        self.lines.get(line).is_some_and(|line| line.classes.is_empty())
    }

    /// Everything possible, all constraints to be looked at.
    pub(super) fn state(&self) -> State {
        let mut starts = Vec::with_capacity(self.lines.len() + 1);
        let mut all = 0_u32;
        let mut counts = Vec::with_capacity(self.lines.len());
        for line in &self.lines {
            starts.push(all);
            let count = u32::try_from(line.classes.len() / self.columns.max(1)).unwrap_or(u32::MAX).max(1);
            counts.push(count);
            all = all.saturating_add(count);
        }
        starts.push(all);
        let mut state = State {
            alive: core::iter::repeat_n(true, all as usize).collect(),
            starts,
            counts,
            bounds: Vec::with_capacity(self.lines.len() * self.columns),
            dirty: u64::MAX,
        };
        for line in 0..self.lines.len() {
            for column in 0..self.columns {
                let bound = if self.is_settled(line) { (0, OPEN) } else { self.extent(&state, line, column) };
                state.bounds.push(bound);
            }
        }
        state
    }

    pub(super) fn bounds<'s>(&self, state: &'s State, line: usize) -> &'s [(i64, i64)] {
        let first = line * self.columns;
        state.bounds.get(first..first + self.columns).unwrap_or(&[])
    }

    pub(super) fn bound(&self, state: &State, line: usize, column: usize) -> (i64, i64) {
        state.bounds.get(line * self.columns + column).copied().unwrap_or((0, OPEN))
    }

    pub(super) fn set_bound(&self, state: &mut State, line: usize, column: usize, bound: (i64, i64)) {
        let Some(place) = state.bounds.get_mut(line * self.columns + column) else { return };
        if *place != bound {
            *place = bound;
            for (number, constraint) in self.constraints.iter().enumerate() {
                let touches = (constraint.parts | constraint.totals) & bit(line) != 0;
                if touches && constraint.column == column {
                    state.dirty |= 1_u64.checked_shl(u32::try_from(number).unwrap_or(0)).unwrap_or(0);
                }
            }
        }
    }

    /// Keeps the classes of a line for which `keep` holds; false when none is left.
    pub(super) fn keep(&self, state: &mut State, line: usize, mut keep: impl FnMut(usize) -> bool) -> bool {
        let mut count = 0;
        for (class, alive) in state.alive_mut(line).iter_mut().enumerate() {
            *alive = *alive && keep(class);
            count += u32::from(*alive);
        }
        if let Some(place) = state.counts.get_mut(line) {
            *place = count;
        }
        if !self.is_settled(line) {
            self.measure(state, line);
        }
        count > 0
    }

    /// Computes the bounds of a line's cells from its possible classes.
    fn measure(&self, state: &mut State, line: usize) {
        for column in 0..self.columns {
            let extent = self.extent(state, line, column);
            self.set_bound(state, line, column, extent);
        }
    }

    /// The bounds of a cell by the classes of its line that are possible.
    fn extent(&self, state: &State, line: usize, column: usize) -> (i64, i64) {
        let (mut low, mut high) = (OPEN, i64::MIN);
        for (values, alive) in self.classes(line).zip(state.alive(line)) {
            if *alive {
                let value = values.get(column).copied().unwrap_or(UNKNOWN);
                let (from, to) = if value == UNKNOWN { (0, OPEN) } else { (value, value) };
                (low, high) = (low.min(from), high.max(to));
            }
        }
        (low, high)
    }
}

/// A set of one row; empty for one that no form has.
pub(super) fn bit(row: usize) -> u64 {
    u32::try_from(row).ok().and_then(|row| 1_u64.checked_shl(row)).unwrap_or(0)
}

/// The numbers of the set bits.
pub(super) fn bits(mut mask: u64) -> impl Iterator<Item = usize> {
    core::iter::from_fn(move || {
        let bit = mask.trailing_zeros();
        mask &= mask.wrapping_sub(1);
        (bit < 64).then_some(bit as usize)
    })
}
