//! The head of a column of subtotals, which the form does not have.

use super::atom::{Atom, Kind};
use crate::Span;
use crate::template::Column;
use crate::template::labels::Label;

/// The column of a subtotal that the head names: before or behind the organisations whose sum it is. Before figures it
/// names a row.
pub(super) fn column(atoms: &[Atom]) -> Option<(usize, Span)> {
    let rows = atoms.iter().position(|atom| matches!(atom.kind, Kind::Label(Label::Row(_))));
    let heads = atoms.get(..rows.unwrap_or(atoms.len()))?;
    let place = |label: Label| heads.iter().position(|atom| is(atom, label));
    let at = place(Label::Subtotal).or_else(|| second_total(heads))?;
    if filled(atoms, at + 1).is_some_and(|(_, behind)| behind.is_piece()) {
        return None;
    }
    let first = place(Label::Column(Column::Business)).unwrap_or(usize::MAX);
    let column = if at < first { Column::Business } else { Column::Total };
    Some((column as usize, atoms.get(at)?.span))
}

/// A total right behind the last of the organisations, where another one is the head of the last column. Where spans are
/// printed out, so is the head of the first column.
fn second_total(heads: &[Atom]) -> Option<usize> {
    let count = |label: Label| heads.iter().filter(|atom| is(atom, label)).count();
    if count(Label::Total) <= count(Label::Column(Column::NaturalPerson)).max(1) {
        return None;
    }
    let other = heads.iter().position(|atom| is(atom, Label::Other))?;
    filled(heads, other + 1).filter(|(_, behind)| is(behind, Label::Total)).map(|(at, _)| at)
}

/// The first cell from a place on that is not blank.
fn filled(atoms: &[Atom], from: usize) -> Option<(usize, &Atom)> {
    atoms.iter().enumerate().skip(from).find(|(_, atom)| atom.kind != Kind::Blank)
}

fn is(atom: &Atom, label: Label) -> bool {
    matches!(atom.kind, Kind::Label(own) if own == label)
}
