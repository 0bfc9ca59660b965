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
pub(crate) fn habits(drafts: &Drafts, columns: impl Fn(&Draft) -> usize) -> [usize; 8] {
    let mut habits = [0; 8];
    for draft in &drafts.rows {
        let pieces = drafts.pieces(draft);
        let filled = |atom: &Atom| !matches!(atom.kind, Kind::Blank);
        if let (Some(first), Some(last)) = (pieces.iter().position(filled), pieces.iter().rposition(filled))
            && draft.row.is_some()
            && last - first + 1 == columns(draft)
            && let Some(habit) = habits.get_mut(usize::from(draft.depth))
        {
            *habit = first;
        }
    }
    habits
}
