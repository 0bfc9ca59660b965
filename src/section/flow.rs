//! Rows of layouts in which only words tell where a row begins: lines of a page, glued cells.

use alloc::vec::Vec;
use core::ops::Range;

use super::atom::{Atom, Kind};
use super::columns;
use super::rows::{Draft, Drafts, Form, Reader, Role, Source};
use crate::Span;
use crate::layout::Break;

/// What the lines of a table hold, in order.
#[derive(Clone, Debug)]
pub(super) enum Event {
    /// A row's label, or words the form does not have.
    Label { row: Option<u8>, span: Span },
    /// The head of columns.
    Head,
    /// Cells that stand together; `own_line` when nothing else is on their line.
    Cells { pieces: Range<usize>, own_line: bool },
}

/// Reads the rows of a flow. `lone`: figures stand one per line, so that lines do not end rows.
pub(crate) fn rows(text: &str, form: &Form, atoms: &[Atom], lone: bool) -> Drafts {
    let mut drafts = Drafts::default();
    let events = events(text, form, atoms, lone, &mut drafts.pieces);
    let mut rest: &[Event] = &events;
    while let [event, next @ ..] = rest {
        if let Some(behind) = columns::rows(rest, form, &mut drafts) {
            rest = behind;
            continue;
        }
        rest = next;
        match event {
            Event::Head => {}
            Event::Label { row, span } => {
                let mut pieces = 0..0;
                if let [Event::Cells { pieces: own, .. }, behind @ ..] = next {
                    pieces = own.clone();
                    rest = behind;
                }
                drafts.rows.push(Draft {
                    row: *row,
                    label: Some(*span),
                    pieces,
                    depth: 0,
                    source: Source::Label,
                });
            }
            Event::Cells { pieces, own_line } => {
                rest = loose(pieces.clone(), *own_line, next, form, &mut drafts.rows);
            }
        }
    }
    drafts
}

/// Cells that follow a row's own: those of a wrapped label behind them, the rest of a broken row, or nobody's.
fn loose<'e>(
    pieces: Range<usize>,
    own_line: bool,
    next: &'e [Event],
    form: &Form,
    rows: &mut Vec<Draft>,
) -> &'e [Event] {
    if own_line
        && let [Event::Label { row: Some(row), span }, behind @ ..] = next
        && matches!(behind, [] | [Event::Label { .. }, ..])
    {
        rows.push(Draft { row: Some(*row), label: Some(*span), pieces, depth: 0, source: Source::Label });
        return behind;
    }
    let last = rows.last_mut().filter(|draft| draft.pieces.end == pieces.start);
    if let Some(last) = last
        && let Some(row) = last.row
        && last.pieces.len() < (form.columns)(row)
    {
        last.pieces.end = pieces.end;
        return next;
    }
    rows.push(Draft { row: None, label: None, pieces, depth: 0, source: Source::Label });
    next
}

fn events(text: &str, form: &Form, atoms: &[Atom], lone: bool, pieces: &mut Vec<Atom>) -> Vec<Event> {
    let mut reader = Reader { text, form, context: Default::default() };
    let mut events: Vec<Event> = Vec::with_capacity(atoms.len() / 4);
    let mut line_begun_with_cells = false;
    let mut open = false;
    for (at, atom) in atoms.iter().enumerate() {
        let begins = atom.before != Break::None;
        if begins {
            line_begun_with_cells = atom.is_piece();
            // One figure a line: the row goes on; else a line is a row's own.
            open &= lone || !line_begun_with_cells;
        }
        if atom.is_piece() {
            match events.last_mut() {
                Some(Event::Cells { pieces: run, .. }) if open || !begins => run.end += 1,
                _ => events.push(Event::Cells {
                    pieces: pieces.len()..pieces.len() + 1,
                    own_line: line_begun_with_cells,
                }),
            }
            pieces.push(*atom);
            open = true;
            continue;
        }
        // Words are taken for a damaged or foreign label only where figures follow them.
        let followed = atoms.get(at + 1).is_some_and(Atom::is_piece);
        let words = matches!(atom.kind, Kind::Text) || (matches!(atom.kind, Kind::Fragment) && begins);
        let role = if words && !followed { None } else { reader.role(atom) };
        match role {
            Some(Role::Row(row)) => {
                events.push(Event::Label { row: Some(row), span: atom.span });
                open = false;
            }
            None if matches!(atom.kind, Kind::Text) && followed && begins => {
                events.push(Event::Label { row: None, span: atom.span });
                open = false;
            }
            Some(role) => {
                if role == Role::Head && !matches!(events.last(), Some(Event::Head)) {
                    events.push(Event::Head);
                }
                open = false;
            }
            None => {}
        }
    }
    events
}
