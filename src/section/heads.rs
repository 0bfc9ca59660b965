//! The heads of columns: whether they stand in the order of the form.

use super::atom::{Atom, Kind};
use crate::layout::Break;
use crate::template::labels::Label;
use crate::template::{Column, Outcome, TableKind};

/// Whether heads that stand on one line, or in one row, do so in another order than the form's: then no cell is known by its
/// place.
pub(super) fn are_turned(text: &str, table: TableKind, atoms: &[Atom]) -> bool {
    let mut before: Option<u8> = None;
    for atom in atoms {
        let head = match atom.kind {
            // Those of the requests stand above all rows.
            Kind::Label(Label::Row(_)) => break,
            // 法人或其他组织 stands over the columns from the firms on.
            Kind::Label(Label::RequestsHead)
                if atom.span.slice(text).is_some_and(|words| words.starts_with("法人")) =>
            {
                place(table, Label::Column(Column::Business))
            }
            Kind::Label(label) => place(table, label),
            Kind::Blank if atom.before == Break::Cell => continue,
            _ => None,
        };
        let beside = matches!(atom.before, Break::None | Break::Cell);
        if beside && before.zip(head).is_some_and(|(a, b)| a > b && !begins_anew(table, a, b)) {
            return true;
        }
        before = head;
    }
    false
}

/// The place of a head among those of its table. Each row of table two has some that stand one behind the other.
const fn place(table: TableKind, head: Label) -> Option<u8> {
    match (table, head) {
        (TableKind::Proactive, Label::Measure(measure, _)) => Some(measure as u8),
        (TableKind::Requests, Label::Column(column)) => Some(column as u8),
        (TableKind::Requests, Label::Other) => Some(Column::OtherOrg as u8),
        (TableKind::Requests, Label::Total) => Some(Column::Total as u8),
        (TableKind::Disputes, Label::Outcome(outcome)) => Some(outcome as u8),
        (TableKind::Disputes, Label::Total) => Some(Outcome::Total as u8),
        _ => None,
    }
}

/// Whether the second of two heads begins other ones: the second row of the requests, which begins with the firms, or the
/// next group of the disputes, whose first head may be lost, as the last one before it.
const fn begins_anew(table: TableKind, a: u8, b: u8) -> bool {
    match table {
        TableKind::Proactive => false,
        TableKind::Requests => a == Column::Total as u8 && b == Column::Business as u8,
        TableKind::Disputes => {
            b == Outcome::Upheld as u8 || a == Outcome::Total as u8 && b == Outcome::Corrected as u8
        }
    }
}
