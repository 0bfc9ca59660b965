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
    /// The place of the first column, when rows labelled at several places agree on it: the cells stand on a true grid.
    grid: Habit,
    depths: Habit,
}

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
        let mut habits = Self { looks: Vec::new(), grid: Habit::Unknown, depths: Habit::Unknown };
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
                None if known < 32 => habits.looks.push((depth, cells, Habit::Seen(lead))),
                None => {}
            }
            habits.grid.see(usize::from(depth) + lead);
            habits.depths.see(depth.into());
        }
        habits
    }

    /// Blanks in front of a row's first column; `None` where no row tells.
    pub(crate) fn lead(&self, draft: &Draft) -> Option<usize> {
        let look = (draft.depth, draft.pieces.len());
        match self.looks.iter().find(|(depth, cells, _)| (*depth, *cells) == look) {
            Some((_, _, Habit::Seen(lead))) => Some(*lead),
            Some(_) => None,
            None => match (self.grid, self.depths) {
                (Habit::Seen(place), Habit::Mixed) => place.checked_sub(draft.depth.into()),
                _ => None,
            },
        }
    }
}
