//! What the bounds on column sums rule out.

use super::grid::{Constraint, Grid, OPEN, State, bits};
use super::slot::UNKNOWN;

/// The sum over the lines of one side: its bounds, and how many lines have no upper bound.
#[derive(Clone, Copy)]
struct Side {
    low: i128,
    high: i128,
    open: u32,
}

impl Side {
    /// With one more line.
    fn with(self, low: i64, high: i64) -> Self {
        let low = self.low + i128::from(low);
        match high {
            OPEN => Self { low, open: self.open + 1, ..self },
            high => Self { low, high: self.high + i128::from(high), ..self },
        }
    }

    fn is_below(self, other: Self) -> bool {
        self.open == 0 && self.high < other.low
    }
}

impl Grid {
    /// Removes what the bounds on the column sums rule out, until nothing changes. False: nothing is left of a line,
    /// or a sum cannot come out. Everything looked at is taken off `work`; without work left the state may still hold
    /// what could be ruled out.
    pub(super) fn propagate(&self, state: &mut State, work: &mut u64) -> bool {
        while state.dirty != 0 && *work > 0 {
            let number = state.dirty.trailing_zeros();
            state.dirty &= state.dirty.wrapping_sub(1);
            let Some(constraint) = self.constraints.get(number as usize) else {
                state.dirty = 0;
                break;
            };
            if constraint.on && !self.tighten(state, constraint, work) {
                return false;
            }
        }
        true
    }

    /// False: the sum cannot come out.
    fn tighten(&self, state: &mut State, constraint: &Constraint, work: &mut u64) -> bool {
        let column = constraint.column;
        let (parts, totals) = constraint.settled;
        let mut own = self.side(state, constraint.parts, column, parts);
        let mut other = self.side(state, constraint.totals, column, totals);
        *work = work.saturating_sub((constraint.parts | constraint.totals).count_ones().into());
        for mask in [constraint.parts, constraint.totals] {
            for line in bits(mask) {
                // Both sides are equal; an open side has no upper bound.
                if own.is_below(other) || other.is_below(own) {
                    return false;
                }
                let (low, high) = self.bound(state, line, column);
                if low == high {
                    continue;
                }
                // What the rest of its side leaves of the other side.
                let open = own.open - u32::from(high == OPEN);
                let rest_high = own.high - if high == OPEN { 0 } else { i128::from(high) };
                let rest_low = own.low - i128::from(low);
                let least = if open > 0 { i128::MIN } else { other.low - rest_high };
                let most = if other.open > 0 { i128::MAX } else { other.high - rest_low };
                let within = i128::from(low) >= least
                    && (most == i128::MAX || (high != OPEN && i128::from(high) <= most));
                if within {
                    continue;
                }
                if !self.restrict(state, line, column, (least, most), work) {
                    return false;
                }
                let (low, high) = self.bound(state, line, column);
                own = Side { low: rest_low, high: rest_high, open }.with(low, high);
            }
            core::mem::swap(&mut own, &mut other);
        }
        !own.is_below(other) && !other.is_below(own)
    }

    fn side(&self, state: &State, mask: u64, column: usize, settled: i128) -> Side {
        let none = Side { low: settled, high: settled, open: 0 };
        bits(mask)
            .map(|line| self.bound(state, line, column))
            .fold(none, |side, (low, high)| side.with(low, high))
    }

    /// Keeps of a cell what lies within bounds; false when nothing does.
    fn restrict(
        &self,
        state: &mut State,
        line: usize,
        column: usize,
        (least, most): (i128, i128),
        work: &mut u64,
    ) -> bool {
        let fits = |value: i64| value == UNKNOWN || (least..=most).contains(&i128::from(value));
        let classes = self.lines.get(line).map_or(&[][..], |line| &line.classes);
        let value = |class: usize| classes.get(class * self.columns + column).copied().unwrap_or(UNKNOWN);
        let alive = state.alive(line).iter().enumerate().filter(|(_, alive)| **alive);
        let (mut kept, mut dead, mut unknown) = (0_u32, 0_u32, false);
        for (class, _) in alive {
            let value = value(class);
            unknown |= value == UNKNOWN;
            if fits(value) { kept += 1 } else { dead += 1 }
        }
        // The bounds of all columns are measured again when a class is dead.
        let measured = if dead > 0 { self.columns as u64 } else { 1 };
        *work = work.saturating_sub(u64::from(kept + dead) * measured);
        if kept == 0 {
            return false;
        }
        if dead > 0 {
            return self.keep(state, line, |class| fits(value(class)));
        }
        if !unknown || kept > 1 {
            return true;
        }
        // One class and its value is not known: the bounds are all that is known of it.
        let (low, high) = self.bound(state, line, column);
        let clamp = |bound: i128| i64::try_from(bound).ok();
        let (low, high) = (low.max(clamp(least).unwrap_or(0)), high.min(clamp(most).unwrap_or(OPEN)));
        self.set_bound(state, line, column, (low, high));
        low <= high
    }
}
