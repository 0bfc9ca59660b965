//! Which of a row's cells are its columns: span residue in front of and behind the figures cut off, where the text
//! itself decides it.

use alloc::vec::Vec;

use super::atom::{Atom, Kind};
use super::rows::{Draft, Drafts};

/// The cells that are the row's `columns`, when the text fixes them: as many as there are columns, or residue of
/// blanks around them. `lead`: blanks in front of the first column in rows that look the same, where there is a label.
/// `sums`: the last column is the sum of the others, so that it can tell against what other rows do.
pub(crate) fn placed(pieces: &[Atom], columns: usize, lead: Option<usize>, sums: bool) -> Option<&[Atom]> {
    if pieces.len() < columns {
        return None;
    }
    let window = if pieces.len() == columns {
        pieces
    } else {
        let Some(first) = pieces.iter().position(is_filled) else { return pieces.get(..columns) };
        let last = pieces.iter().rposition(is_filled)?;
        if last - first + 1 == columns {
            pieces.get(first..=last)?
        } else {
            let lead = lead.filter(|lead| *lead <= first && last < lead + columns)?;
            let window = pieces.get(lead..lead + columns)?;
            let mut windows = pieces.windows(columns);
            let covers = |start: usize| start <= first && last < start + columns;
            if sums
                && !adds_up(window)
                && (0..).zip(&mut windows).any(|(start, w)| covers(start) && adds_up(w))
            {
                return None;
            }
            window
        }
    };
    window.iter().all(is_literal).then_some(window)
}

/// Columns of labels that the form has at most.
const LABELS: usize = 3;

/// Whether some of the blanks in front of a row's figures are residue of columns that the form does not have, and which of
/// them is the first column is not seen from them: it may as well be that of the first figure.
pub(super) fn is_adrift(depth: u8, pieces: &[Atom], columns: usize) -> bool {
    let wide = usize::from(depth) + 1 + pieces.len() > LABELS + columns;
    let first = pieces.iter().position(is_filled).unwrap_or(0);
    let ends = pieces.last().is_some_and(is_filled);
    wide && ends && first > 0 && pieces.len() > columns && pieces.len() - first < columns
}

pub(super) fn is_filled(atom: &Atom) -> bool {
    !matches!(atom.kind, Kind::Blank)
}

/// Whether the last cell is the sum of the others.
pub(super) fn adds_up(cells: &[Atom]) -> bool {
    let value = |atom: &Atom| if let Kind::Figure(figure) = atom.kind { figure.mantissa } else { 0 };
    let Some((total, parts)) = cells.split_last() else { return false };
    parts.iter().map(value).fold(0, i64::saturating_add) == value(total)
}

/// Whether an atom can be read as it stands.
fn is_literal(atom: &Atom) -> bool {
    !matches!(atom.kind, Kind::Figure(figure) if figure.odd)
}

/// Blanks in front of the first column, by the place of the label and the number of cells: learned from rows that
/// leave no choice.
pub(crate) struct Habits {
    /// Rows that look the same: place of the label, number of cells.
    looks: Vec<(u8, usize, Habit)>,
    /// Grids by how many cells wide they are: the parts of a table on several pages may have grids of their own.
    grids: Vec<Grid>,
}

/// Rows as wide as each other.
struct Grid {
    width: usize,
    /// The place of the first column, when rows labelled at several places agree on it: the cells stand on a true grid.
    place: Habit,
    depths: Habit,
}

impl Grid {
    fn see(&mut self, depth: usize, lead: usize) {
        self.place.see(depth + lead);
        self.depths.see(depth);
    }
}

/// As many looks and grids are learned.
const MOST: usize = 32;

#[derive(Clone, Copy, Default)]
enum Habit {
    #[default]
    Unknown,
    Seen(usize),
    Mixed,
}

impl Habit {
    fn see(&mut self, place: usize) {
        *self = match *self {
            Self::Unknown => Self::Seen(place),
            Self::Seen(before) if before == place => *self,
            _ => Self::Mixed,
        };
    }
}

impl Habits {
    pub(crate) fn of(drafts: &Drafts, columns: impl Fn(&Draft) -> usize) -> Self {
        let mut habits = Self { looks: Vec::new(), grids: Vec::new() };
        for draft in drafts.rows.iter().filter(|draft| draft.row.is_some()) {
            let pieces = drafts.pieces(draft);
            let lead = match (pieces.iter().position(is_filled), pieces.iter().rposition(is_filled)) {
                (Some(first), Some(last)) if last - first + 1 == columns(draft) => first,
                _ if pieces.len() == columns(draft) => 0,
                _ => continue,
            };
            let (depth, cells) = (draft.depth, pieces.len());
            let known = habits.looks.len();
            match habits.looks.iter_mut().find(|look| (look.0, look.1) == (depth, cells)) {
                Some((_, _, habit)) => habit.see(lead),
                None if known < MOST => habits.looks.push((depth, cells, Habit::Seen(lead))),
                None => {}
            }
            let depth = usize::from(depth);
            if let Some(grid) = habits.grids.iter_mut().find(|grid| grid.width == depth + cells) {
                grid.see(depth, lead);
            } else if habits.grids.len() < MOST {
                let mut grid = Grid { width: depth + cells, place: Habit::Unknown, depths: Habit::Unknown };
                grid.see(depth, lead);
                habits.grids.push(grid);
            }
        }
        habits
    }

    /// Blanks in front of a row's first column; `None` where no row tells.
    pub(crate) fn lead(&self, draft: &Draft) -> Option<usize> {
        let look = (draft.depth, draft.pieces.len());
        match self.looks.iter().find(|(depth, cells, _)| (*depth, *cells) == look) {
            Some((_, _, Habit::Seen(lead))) => Some(*lead),
            Some(_) => None,
            None => {
                let depth = usize::from(draft.depth);
                match self.grids.iter().find(|grid| grid.width == depth + draft.pieces.len())? {
                    Grid { place: Habit::Seen(place), depths: Habit::Mixed, .. } => place.checked_sub(depth),
                    _ => None,
                }
            }
        }
    }
}
