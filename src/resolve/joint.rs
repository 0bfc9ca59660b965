//! Which classes of each line stand in some assignment of the whole table that keeps all column sums.

use alloc::vec;
use alloc::vec::Vec;

use super::grid::{Grid, State};

/// Looks at classes that all searches of one table may take together.
pub(super) const MAX_WORK: u64 = 1_000_000;

/// For every line and class: whether an admissible assignment has it.
#[derive(Clone, Debug)]
pub(super) struct Joint {
    pub(super) supported: Vec<Vec<bool>>,
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
    let mut joint =
        Joint { supported: (0..lines).map(|line| vec![false; root.alive(line).len()]).collect(), cut: false };
    let mut found = false;
    for line in 0..lines {
        for class in 0..root.alive(line).len() {
            if !root.is_alive(line, class) || joint.has(line, class) {
                continue;
            }
            let mut state = root.clone();
            grid.choose(&mut state, line, class);
            match assign(grid, state, work) {
                Search::Found(state) => {
                    joint.mark(&state);
                    found = true;
                }
                Search::None => {
                    grid.rule_out(&mut root, line, class);
                    if root.count(line) == 0 || !grid.propagate(&mut root, work) {
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
    fn has(&self, line: usize, class: usize) -> bool {
        self.supported.get(line).and_then(|classes| classes.get(class)).copied().unwrap_or(false)
    }

    /// The classes of one line.
    pub(super) fn line(&self, line: usize) -> &[bool] {
        self.supported.get(line).map_or(&[], Vec::as_slice)
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

/// One assignment within `state`, the lines with the fewest classes first. As deep as the form has rows.
fn assign(grid: &Grid, mut state: State, work: &mut u64) -> Search {
    if *work == 0 {
        return Search::Cut;
    }
    *work = work.saturating_sub(8);
    if !grid.propagate(&mut state, work) {
        return Search::None;
    }
    if *work == 0 {
        return Search::Cut;
    }
    let open = (0..grid.lines.len()).filter(|line| state.count(*line) > 1);
    let Some(line) = open.min_by_key(|line| state.count(*line)) else { return Search::Found(state) };
    for class in 0..state.alive(line).len() {
        if !state.is_alive(line, class) {
            continue;
        }
        let mut next = state.clone();
        grid.choose(&mut next, line, class);
        match assign(grid, next, work) {
            Search::None => {}
            found => return found,
        }
    }
    Search::None
}
