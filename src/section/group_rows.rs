//! The disputes with a row for each group: the form's one row of fifteen, as programs write it that want a label for each.

use alloc::vec::Vec;

use super::atom::{Atom, Kind};
use crate::layout::Break;
use crate::template::labels::Label;
use crate::template::{Group, Outcome};

/// The cells of all groups, where the outcomes stand once, as heads, and below them each group in the order of the form
/// has one cell for each.
pub(super) fn cells(atoms: &[Atom]) -> Option<Vec<Atom>> {
    let mut rest = atoms;
    let mut cells = Vec::new();
    for &group in Group::ALL {
        let at = rest.iter().position(|atom| atom.kind == Kind::Label(Label::Group(group)))?;
        let (before, row) = rest.split_at_checked(at)?;
        let goes_on = |atom: &&Atom| atom.is_piece() && atom.before != Break::Row;
        let len = row.iter().skip(1).take_while(goes_on).count();
        let (own, behind) = row.get(1..)?.split_at_checked(len)?;
        // A label may stand over two columns of labels.
        let own = match own {
            [Atom { kind: Kind::Blank, .. }, cells @ ..] if own.len() > Outcome::ALL.len() => cells,
            _ => own,
        };
        let heads = cells.is_empty() == before.iter().any(is_outcome);
        if !heads
            || own.len() != Outcome::ALL.len()
            || !cells.is_empty() && before.iter().any(Atom::is_printed)
        {
            return None;
        }
        cells.extend_from_slice(own);
        rest = behind;
    }
    let ends = !rest.iter().any(|atom| is_outcome(atom) || atom.is_printed());
    (ends && cells.iter().any(Atom::is_printed)).then_some(cells)
}

fn is_outcome(atom: &Atom) -> bool {
    matches!(atom.kind, Kind::Label(Label::Outcome(_)))
}
