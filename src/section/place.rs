//! Which of a row's cells are its columns: span residue in front of and behind the figures cut off, where the text
//! itself decides it.

use super::atom::{Atom, Kind};
use super::rows::{Draft, Drafts};

/// The cells that are the row's `columns`, when the text fixes them: as many as there are columns, or residue of
/// blanks around them. `lead`: blanks in front of the first column in rows labelled at the same place, where there is a
/// label.
pub(crate) fn placed(pieces: &[Atom], columns: usize, lead: Option<usize>) -> Option<&[Atom]> {
    if pieces.len() < columns {
        return None;
    }
    let window = if pieces.len() == columns {
        pieces
    } else {
        let filled = |atom: &Atom| !matches!(atom.kind, Kind::Blank);
        let Some(first) = pieces.iter().position(filled) else { return pieces.get(..columns) };
        let last = pieces.iter().rposition(filled)?;
        if last - first + 1 == columns {
            pieces.get(first..=last)?
        } else {
            let lead = lead.filter(|lead| *lead <= first && last < lead + columns)?;
            pieces.get(lead..lead + columns)?
        }
    };
    window.iter().all(is_literal).then_some(window)
}

/// Whether an atom can be read as it stands.
fn is_literal(atom: &Atom) -> bool {
    !matches!(atom.kind, Kind::Figure(figure) if figure.odd)
}

/// Blanks in front of the first column, by the place of the label: learned from rows that leave no choice.
pub(crate) struct Habits {
    /// By the place of the label.
    by_depth: [Habit; 8],
    /// The place of the first column, when all rows agree on it: the cells stand on a true grid.
    grid: Habit,
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
        let mut habits = Self { by_depth: [Habit::default(); 8], grid: Habit::default() };
        for draft in drafts.rows.iter().filter(|draft| draft.row.is_some()) {
            let pieces = drafts.pieces(draft);
            let filled = |atom: &Atom| !matches!(atom.kind, Kind::Blank);
            let lead = match (pieces.iter().position(filled), pieces.iter().rposition(filled)) {
                (Some(first), Some(last)) if last - first + 1 == columns(draft) => first,
                _ if pieces.len() == columns(draft) => 0,
                _ => continue,
            };
            if let Some(habit) = habits.by_depth.get_mut(usize::from(draft.depth)) {
                habit.see(lead);
            }
            habits.grid.see(usize::from(draft.depth) + lead);
        }
        habits
    }

    /// Blanks in front of a row's first column; `None` where no row tells.
    pub(crate) fn lead(&self, draft: &Draft) -> Option<usize> {
        let depth = usize::from(draft.depth);
        match (self.by_depth.get(depth), self.grid) {
            (Some(Habit::Seen(lead)), _) => Some(*lead),
            (Some(Habit::Unknown), Habit::Seen(place)) => place.checked_sub(depth),
            _ => None,
        }
    }
}
