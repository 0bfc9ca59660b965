//! The smallest sets of cells whose change satisfies every equation.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use super::system::{Set, System};

/// Larger sets explain anything.
const LARGEST: usize = 3;
/// The search ends after so many steps; a table of the form needs far fewer.
const STEPS: u32 = 200_000;
/// So many sets are kept.
const SETS: usize = 64;

/// The sets found, all of one size.
pub(super) struct Found {
    pub(super) sets: Vec<Set>,
    pub(super) complete: bool,
}

/// Tries one cell, then two, then three.
pub(super) fn smallest(system: &System) -> Found {
    let mut search = Search {
        system,
        residuals: system.residuals.clone(),
        chosen: Vec::new(),
        sets: BTreeSet::new(),
        steps: 0,
    };
    for size in 1..=LARGEST {
        search.descend(size);
        let complete = search.steps < STEPS && search.sets.len() < SETS;
        if !search.sets.is_empty() || !complete {
            return Found { sets: search.sets.into_iter().collect(), complete };
        }
    }
    Found { sets: Vec::new(), complete: false }
}

struct Search<'s> {
    system: &'s System,
    /// What the equations sum to with the figures chosen so far.
    residuals: Vec<i64>,
    chosen: Set,
    sets: BTreeSet<Set>,
    steps: u32,
}

impl Search<'_> {
    /// Chooses `left` more cells. An equation that fails needs a change in one of its cells; how much is given by one
    /// of the failing equations in which that cell stands. For three cells or fewer, that reaches every set of which
    /// no part is superfluous.
    fn descend(&mut self, left: usize) {
        let mut broken = self.residuals.iter().enumerate().filter(|&(_, &residual)| residual != 0);
        let Some((first, _)) = broken.next() else {
            let mut set = self.chosen.clone();
            set.sort_unstable();
            self.sets.insert(set);
            return;
        };
        let count = broken.clone().count() + 1;
        // No cell stands in more than three equations.
        if count > left * 3 || self.steps >= STEPS || self.sets.len() >= SETS {
            return;
        }
        // The shortest equation has the fewest candidates.
        let length = |equation: usize| self.system.equations.get(equation).map_or(0, Vec::len);
        let shortest = broken
            .map(|(equation, _)| equation)
            .fold(first, |best, equation| if length(equation) < length(best) { equation } else { best });
        let system = self.system;
        for &number in system.equations.get(shortest).into_iter().flatten() {
            if self.chosen.iter().any(|&(chosen, _)| chosen == number) {
                continue;
            }
            let Some(variable) = system.variables.get(number) else { continue };
            let mut tried: [Option<i64>; 4] = [None; 4];
            for (&(equation, sign), place) in variable.equations.iter().zip(0..) {
                let residual = self.residuals.get(equation).copied().unwrap_or(0);
                let change = -residual * sign;
                let to = variable.figure + change;
                if change == 0 || to < 0 || tried.contains(&Some(change)) {
                    continue;
                }
                if let Some(slot) = tried.get_mut::<usize>(place) {
                    *slot = Some(change);
                }
                self.steps += 1;
                self.apply(&variable.equations, change);
                self.chosen.push((number, to));
                self.descend(left - 1);
                self.chosen.pop();
                self.apply(&variable.equations, -change);
            }
        }
    }

    fn apply(&mut self, equations: &[(usize, i64)], change: i64) {
        for &(equation, sign) in equations {
            if let Some(residual) = self.residuals.get_mut(equation) {
                *residual += sign * change;
            }
        }
    }
}
