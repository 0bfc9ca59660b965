//! Rows of layouts in which only words tell where a row begins: lines of a page, glued cells.

use alloc::vec::Vec;
use core::ops::Range;

use super::atom::{Atom, Kind};
use super::rows::{Draft, Drafts, Form, Reader, Role};
use crate::Span;
use crate::layout::Break;

/// What the lines of a table hold, in order.
#[derive(Clone, Debug)]
enum Event {
    /// A row's label, or words the form does not have.
    Label { row: Option<u8>, span: Span },
    /// Cells that stand together; `own_line` when nothing else is on their line.
    Cells { pieces: Range<usize>, own_line: bool },
}

/// Reads the rows of a flow. `lone`: figures stand one per line, so that lines do not end rows.
pub(crate) fn rows(text: &str, form: &Form, atoms: &[Atom], lone: bool) -> Drafts {
    let mut drafts = Drafts::default();
    let events = events(text, form, atoms, lone, &mut drafts.pieces);
    let mut at = 0;
    while let Some(event) = events.get(at) {
        at += 1;
        match event {
            Event::Label { row, span } => {
                let mut pieces = 0..0;
                if let Some(Event::Cells { pieces: own, .. }) = events.get(at) {
                    pieces = own.clone();
                    at += 1;
                }
                drafts.rows.push(Draft { row: *row, label: Some(*span), pieces, depth: 0 });
            }
            Event::Cells { pieces, own_line } => {
                let lines = events.get(at..).unwrap_or(&[]);
                loose(pieces.clone(), *own_line, lines, form, &mut drafts.rows, &mut at);
            }
        }
    }
    drafts
}

/// Cells that follow a row's own: those of a wrapped label behind them, the rest of a broken row, or nobody's.
fn loose(
    pieces: Range<usize>,
    own_line: bool,
    next: &[Event],
    form: &Form,
    rows: &mut Vec<Draft>,
    at: &mut usize,
) {
    let last = rows.last_mut().filter(|draft| draft.pieces.end == pieces.start);
    let lone_label = match next {
        [Event::Label { row: Some(row), span }, Event::Label { .. }, ..]
        | [Event::Label { row: Some(row), span }] => Some((*row, *span)),
        _ => None,
    };
    if own_line && let Some((row, span)) = lone_label {
        *at += 1;
        rows.push(Draft { row: Some(row), label: Some(span), pieces, depth: 0 });
        return;
    }
    if let Some(last) = last
        && let Some(row) = last.row
        && last.pieces.len() < (form.columns)(row)
    {
        last.pieces.end = pieces.end;
        return;
    }
    rows.push(Draft { row: None, label: None, pieces, depth: 0 });
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
            Some(_) => open = false,
            None => {}
        }
    }
    events
}
