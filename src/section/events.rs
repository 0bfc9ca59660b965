//! The lines of a table as events: labels, cells that stand together, words that are neither.

use alloc::vec::Vec;
use core::ops::Range;

use super::atom::{Atom, Kind};
use super::rows::{Form, Reader, Role, is_item};
use super::run_on::{go_on, is_wrapped};
use super::unread::{is_unread, is_unread_line};
use crate::Span;
use crate::layout::Break;
use crate::template::labels::Label;
use crate::text::figure::digit;
use crate::text::label::longest;

/// What the lines of a table hold, in order.
#[derive(Clone, Debug)]
pub(super) enum Event {
    /// A row's label, or words the form does not have; `wrapped` when it stands on several lines.
    Label { row: Option<u8>, span: Span, wrapped: bool },
    /// The head of columns, perhaps the name of a clause, which stands over all of its rows.
    Head { clause: bool },
    /// A row's label whose cells may be those of the words behind it.
    Doubt { row: u8, span: Span },
    /// Words without figures: a damaged label, which may mean a row, a label the form does not have, a piece of prose.
    Words { means: Option<Role>, span: Span },
    /// Cells that stand together; `own_line` when nothing else is on their line.
    Cells { pieces: Range<usize>, own_line: bool },
}

/// The events of a table; its cells come into `pieces`. `lone`: figures stand one per line.
pub(super) fn events(
    text: &str,
    form: &Form,
    atoms: &[Atom],
    lone: bool,
    pieces: &mut Vec<Atom>,
) -> Vec<Event> {
    let mut reader = Reader { text, form, context: Default::default(), broken: true };
    let words = atoms.len().saturating_sub(pieces.capacity());
    // Cells stand between words.
    let mut events: Vec<Event> = Vec::with_capacity(2 * words + 8);
    let mut line_begun_with_cells = false;
    let mut open = false;
    let mut rest = atoms;
    while let [atom, behind @ ..] = rest {
        let at = atoms.len() - rest.len();
        rest = behind;
        let begins = atom.before != Break::None;
        if begins {
            line_begun_with_cells = atom.is_piece();
            // One figure a line: the row goes on; else a line is a row's own.
            open &= lone || !line_begun_with_cells;
        }
        if atom.is_piece() {
            // With it, all that are of the same row for certain.
            let same = |next: &&Atom| next.is_piece() && (lone || next.before == Break::None);
            let len = behind.iter().take_while(same).count();
            let (run, behind) = behind.split_at_checked(len).unwrap_or_default();
            let own_line = line_begun_with_cells;
            line_begun_with_cells |= run.iter().any(|next| next.before != Break::None);
            let end = pieces.len() + 1 + len;
            put_cells(&mut events, pieces.len()..end, own_line, open || !begins);
            pieces.push(*atom);
            pieces.extend_from_slice(run);
            (open, rest) = (true, behind);
            continue;
        }
        // Words are taken for a damaged or foreign label only where figures follow them.
        let followed = behind.first().is_some_and(Atom::is_piece);
        let words = matches!(atom.kind, Kind::Text) || (matches!(atom.kind, Kind::Fragment) && begins);
        let stray = !lone && matches!(atom.kind, Kind::Label(Label::Other)) && is_stray(atoms, at);
        let role = if words && !followed || stray { None } else { reader.role(atom) };
        match role {
            Some(Role::Row(row)) => {
                let alone = behind.first().is_none_or(|next| next.before != Break::None);
                let wrapped = is_wrapped(text, atom.span, alone);
                events.push(Event::Label { row: Some(row), span: atom.span, wrapped });
                open = false;
            }
            None if is_row_open(&events)
                && (if lone {
                    begins && is_unread_line(text, atom)
                } else {
                    !begins && is_unread(text, atom)
                }) =>
            {
                put_cells(&mut events, pieces.len()..pieces.len() + 1, lone, true);
                pieces.push(*atom);
                open = true;
            }
            None if matches!(atom.kind, Kind::Text)
                && followed
                && (begins || is_full(&events, form) || doubt(&mut events)) =>
            {
                events.push(Event::Label { row: None, span: atom.span, wrapped: false });
                open = false;
            }
            Some(role) => {
                if role == Role::Head {
                    let clause = is_clause(text, atom.span);
                    match events.last_mut() {
                        Some(Event::Head { clause: before }) => *before |= clause,
                        _ => events.push(Event::Head { clause }),
                    }
                }
                open = false;
            }
            // Figures that touch words are perhaps its cells.
            None if matches!(atom.kind, Kind::Text) && !begins && has_digit(text, atom.span) => {
                doubt(&mut events);
                open = false;
            }
            None if matches!(atom.kind, Kind::Text) && lone && begins => {
                events.push(Event::Words { means: reader.meaning(atom.span), span: atom.span });
            }
            None if matches!(atom.kind, Kind::Text) && begins && is_clause(text, atom.span) => {
                events.push(Event::Head { clause: true });
                open = false;
            }
            None if matches!(atom.kind, Kind::Fragment) && begins => {
                let row = if followed { joined(&mut reader, atoms, at) } else { None };
                if row.is_some() || followed && is_numbered(text, atom) {
                    events.push(Event::Label { row, span: atom.span, wrapped: false });
                    open = false;
                } else {
                    go_on(text, atom.span, &mut events);
                }
            }
            None => {}
        }
    }
    events
}

/// Adds cells to those that stand last, where a row `goes_on`, or as others.
fn put_cells(events: &mut Vec<Event>, cells: Range<usize>, own_line: bool, goes_on: bool) {
    match events.last_mut() {
        Some(Event::Cells { pieces, .. }) if goes_on => pieces.end = cells.end,
        _ => events.push(Event::Cells { pieces: cells, own_line }),
    }
}

/// Whether a piece of a label has the number of a row before it, `8.`: no other label goes on with it. Those of groups,
/// `（五）`, stand beside the cells of any row.
fn is_numbered(text: &str, piece: &Atom) -> bool {
    text.get(..piece.span.start as usize).is_some_and(is_item)
}

/// The row of a label of which a piece stands before its cells and the rest behind them.
fn joined(reader: &mut Reader<'_>, atoms: &[Atom], piece: usize) -> Option<u8> {
    let begin = atoms.get(piece)?;
    let rest = atoms.get(piece + 1..)?.iter().find(|atom| !atom.is_piece())?;
    let words = [begin.span.slice(reader.text)?, rest.span.slice(reader.text)?].concat();
    let found = longest(&words).filter(|found| found.len == words.len() && !found.cut)?;
    match reader.role(&Atom { kind: Kind::Label(found.label), ..*begin })? {
        Role::Row(row) => Some(row),
        _ => None,
    }
}

/// Whether the cells of a row have begun, or its label stands last.
const fn is_row_open(events: &[Event]) -> bool {
    matches!(events, [.., Event::Label { row: Some(_), .. } | Event::Cells { .. }])
}

fn has_digit(text: &str, words: Span) -> bool {
    words.slice(text).is_some_and(|words| words.contains(|c| digit(c).is_some()))
}

/// Whether words name a clause, as stands over the rows of the first table: 第二十条第（五）项.
fn is_clause(text: &str, words: Span) -> bool {
    words.slice(text).is_some_and(|words| words.starts_with("第二十"))
}

/// Whether a row has all its cells: words behind them begin a row that the form does not have.
fn is_full(events: &[Event], form: &Form) -> bool {
    let [.., Event::Label { row: Some(row), .. }, Event::Cells { pieces, .. }] = events else { return false };
    pieces.len() == (form.columns)(*row)
}

/// Words between a label and the cells on its line may be a label of their own, with those cells.
fn doubt(events: &mut [Event]) -> bool {
    let Some(last) = events.last_mut() else { return false };
    let Event::Label { row: Some(row), span, .. } = *last else { return false };
    *last = Event::Doubt { row, span };
    true
}

/// Whether a bare word is a piece of a group's label (6.其他 / 处理): behind the cells of a line that ends with it, or
/// before the label of a row.
fn is_stray(atoms: &[Atom], at: usize) -> bool {
    let behind = atoms.get(at + 1).filter(|next| next.before == Break::None);
    let begins = atoms.get(at).is_some_and(|atom| atom.before != Break::None);
    match (begins, behind) {
        (false, None) => at.checked_sub(1).and_then(|at| atoms.get(at)).is_some_and(Atom::is_piece),
        (_, Some(next)) => matches!(next.kind, Kind::Label(Label::Row(_))),
        _ => false,
    }
}
