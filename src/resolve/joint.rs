//! Which classes of each line stand in some assignment of the whole table that keeps all column sums.

use alloc::vec;
use alloc::vec::Vec;

use super::grid::{Grid, State};

/// Cells and classes that all searches of one table may look at together.
pub(super) const MAX_WORK: u64 = 400_000;
/// What a step of a search costs beside that, and what a state of so many classes and lines.
const STEP: u64 = 64;

fn cost(grid: &Grid, state: &State) -> u64 {
    STEP + (state.size() / 16 + grid.lines.len()) as u64
}

/// For every line and class: whether an admissible assignment has it.
#[derive(Clone, Debug)]
pub(super) struct Joint {
    supported: Vec<Vec<bool>>,
    /// The bound was hit: classes that were not refuted are taken as supported.
    pub(super) cut: bool,
}

/// `None` when no assignment keeps the sums.
pub(super) fn solve(grid: &Grid, work: &mut u64) -> Option<Joint> {
    let mut root = grid.state();
    if !grid.propagate(&mut root, work) {
        return None;
    }
    let lines = grid.lines.len();
    let supported = (0..lines).map(|line| vec![false; root.alive(line).len()]).collect();
    let mut joint = Joint { supported, cut: false };
    let mut found = false;
    for line in 0..lines {
        for class in 0..root.alive(line).len() {
            if !root.is_alive(line, class) || joint.has(line, class) {
                continue;
            }
            *work = work.saturating_sub(cost(grid, &root));
            let mut state = root.clone();
            grid.keep(&mut state, line, |other| other == class);
            match assign(grid, state, &joint, work) {
                Search::Found(state) => {
                    joint.mark(&state);
                    found = true;
                }
                Search::None => {
                    let left = grid.keep(&mut root, line, |other| other != class);
                    if !left || !grid.propagate(&mut root, work) {
                        return None;
                    }
                }
                Search::Cut => {
                    joint.cut = true;
                    joint.mark(&root);
                    return Some(joint);
                }
            }
        }
    }
    (found || lines == 0).then_some(joint)
}

impl Joint {
    /// The classes of one line.
    pub(super) fn line(&self, line: usize) -> &[bool] {
        self.supported.get(line).map_or(&[], Vec::as_slice)
    }

    fn has(&self, line: usize, class: usize) -> bool {
        self.line(line).get(class).copied().unwrap_or(false)
    }

    fn mark(&mut self, state: &State) {
        for (line, classes) in self.supported.iter_mut().enumerate() {
            for (supported, alive) in classes.iter_mut().zip(state.alive(line)) {
                *supported |= *alive;
            }
        }
    }
}

enum Search {
    Found(State),
    None,
    Cut,
}

/// One assignment within `state`: the lines with the fewest classes first, and of each the classes that still want
/// support, so that one assignment supports many. As deep as the form has rows.
fn assign(grid: &Grid, mut state: State, joint: &Joint, work: &mut u64) -> Search {
    let possible = grid.propagate(&mut state, work);
    if *work == 0 {
        return Search::Cut;
    }
    if !possible {
        return Search::None;
    }
    let open = (0..grid.lines.len()).filter(|line| state.count(*line) > 1);
    let Some(line) = open.min_by_key(|line| state.count(*line)) else { return Search::Found(state) };
    for wanted in [true, false] {
        for class in 0..state.alive(line).len() {
            if !state.is_alive(line, class) || joint.has(line, class) == wanted {
                continue;
            }
            *work = work.saturating_sub(cost(grid, &state));
            let mut next = state.clone();
            grid.keep(&mut next, line, |other| other == class);
            match assign(grid, next, joint, work) {
                Search::None => {}
                found => return found,
            }
        }
    }
    Search::None
}
