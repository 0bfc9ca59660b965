//! The heads of columns: whether they stand in the order of the form.

use super::atom::{Atom, Kind};
use crate::layout::Break;
use crate::template::labels::Label;
use crate::template::{Column, Outcome, TableKind};
use crate::text::label::longest;

/// Whether heads stand in another order than the form's: then no cell is known by its place. On one line, or in one row,
/// their order is that of the columns; on lines of their own it is where the lines follow the `cells` of the table. Else a
/// page may have them by their height: heads of two rows before those of one, and wrapped ones before others.
pub(super) fn are_turned(text: &str, table: TableKind, atoms: &[Atom], cells: bool) -> bool {
    let ordered = cells || begins_with_note(text, atoms);
    let mut before: Option<(u8, &Atom)> = None;
    for atom in atoms {
        let head = match atom.kind {
            // Those of the requests stand above all rows.
            Kind::Label(Label::Row(_)) => break,
            // 法人或其他组织 stands over the columns from the firms on.
            Kind::Label(Label::RequestsHead) if begins(text, atom, "法人") => {
                place(table, Label::Column(Column::Business))
            }
            Kind::Label(label) => place(table, label),
            Kind::Blank if cells || atom.before == Break::Cell => continue,
            _ => None,
        };
        let head = head.map(|place| (place, atom));
        if let Some(((a, left), (b, right))) = before.zip(head) {
            let told = || ordered || are_beside(text, left, right) || are_alike(text, table, left, right);
            if a > b && !begins_anew(table, a, b) && told() {
                return true;
            }
        }
        before = head;
    }
    false
}

fn begins(text: &str, atom: &Atom, words: &str) -> bool {
    atom.span.slice(text).is_some_and(|own| own.starts_with(words))
}

/// Whether the note of table two, as high as all of its heads, stands right before the first of them: then no height
/// orders them.
fn begins_with_note(text: &str, atoms: &[Atom]) -> bool {
    matches!(atoms, [note, first, ..] if begins(text, note, "本列") && begins(text, first, "申"))
}

fn are_beside(text: &str, left: &Atom, right: &Atom) -> bool {
    let between = || text.get(left.span.end as usize..right.span.start as usize);
    matches!(right.before, Break::None | Break::Cell)
        || right.before == Break::Line && between().is_some_and(|between| !between.contains(['\n', '\r']))
}

/// Whether two heads on lines of their own are as high as each other: none wrapped, and of table two both below
/// 法人或其他组织 or both beside it.
fn are_alike(text: &str, table: TableKind, left: &Atom, right: &Atom) -> bool {
    let whole = |head: &Atom| {
        let words = head.span.slice(text).filter(|words| !words.contains(['\n', '\r']));
        words.and_then(longest).is_some_and(|found| !found.cut)
    };
    let beside_it = |head: &Atom| match head.kind {
        Kind::Label(Label::RequestsHead) => None,
        Kind::Label(label) if table == TableKind::Requests => {
            Some(matches!(label, Label::Column(Column::NaturalPerson) | Label::Total))
        }
        _ => Some(false),
    };
    let level = beside_it(left).is_some_and(|left| beside_it(right) == Some(left));
    right.before == Break::Line && level && whole(left) && whole(right)
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
/// next group of the disputes, whose first head may be lost, as the last ones before it.
const fn begins_anew(table: TableKind, a: u8, b: u8) -> bool {
    match table {
        TableKind::Proactive => false,
        TableKind::Requests => a == Column::Total as u8 && b == Column::Business as u8,
        TableKind::Disputes => {
            b == Outcome::Upheld as u8 && a != Outcome::Corrected as u8
                || a == Outcome::Total as u8 && b == Outcome::Corrected as u8
        }
    }
}
