//! The heads of a grid's columns: whether they stand in the order of the form.

use super::atom::{Atom, Kind};
use crate::layout::Break;
use crate::template::labels::Label;
use crate::template::{Column, Item, Measure, Outcome, TableKind};

/// Whether the heads of columns stand in another order than the form's: then no cell is known by its place.
pub(super) fn are_turned(table: TableKind, atoms: &[Atom]) -> bool {
    let turned = match table {
        TableKind::Proactive => measures_turned,
        TableKind::Requests => columns_turned,
        TableKind::Disputes => outcomes_turned,
    };
    let mut before = None;
    for atom in atoms {
        before = before.filter(|_| atom.before != Break::Row);
        match atom.kind {
            Kind::Blank => {}
            // Its heads stand above all of its rows.
            Kind::Label(Label::Row(_)) if table == TableKind::Requests => break,
            Kind::Label(label) => {
                if before.is_some_and(|before| turned(before, label)) {
                    return true;
                }
                before = Some(label);
            }
            _ => before = None,
        }
    }
    false
}

/// Whether one head stands before another that the form has first. Of its two rows of heads the second begins with the firms.
fn columns_turned(a: Label, b: Label) -> bool {
    let column = |label| match label {
        Label::Column(column) => Some(column),
        Label::Other => Some(Column::OtherOrg),
        Label::Total => Some(Column::Total),
        _ => None,
    };
    column(a).zip(column(b)).is_some_and(|(a, b)| a > b && (a, b) != (Column::Total, Column::Business))
}

fn measures_turned(a: Label, b: Label) -> bool {
    let (Label::Measure(a, edition), Label::Measure(b, _)) = (a, b) else { return false };
    let turned = |item: &Item| {
        let place = |measure: Measure| item.measures(edition).iter().position(|own| *own == measure);
        place(a).zip(place(b)).is_some_and(|(a, b)| a > b)
    };
    Item::ALL.iter().any(turned)
}

/// The same in the three groups; of one the last head may be lost, of another the first.
fn outcomes_turned(a: Label, b: Label) -> bool {
    let outcome = |label| match label {
        Label::Outcome(outcome) => Some(outcome),
        Label::Total => Some(Outcome::Total),
        _ => None,
    };
    let next_group = |a, b| b == Outcome::Upheld || a == Outcome::Total && b == Outcome::Corrected;
    outcome(a).zip(outcome(b)).is_some_and(|(a, b)| a > b && !next_group(a, b))
}
