//! Rows of layouts in which only words tell where a row begins: lines of a page, glued cells.

use core::cell::LazyCell;

use super::atom::Atom;
use super::events::{Event, events};
use super::rows::{Draft, Drafts, Form, Source};
use super::{before, columns, wrapped};

/// Reads the rows of a flow. `lone`: figures stand one per line, so that lines do not end rows.
pub(crate) fn rows(text: &str, form: &Form, atoms: &[Atom], lone: bool) -> Drafts {
    let mut drafts = Drafts::with_room_for(atoms);
    let events = events(text, form, atoms, lone, &mut drafts.pieces);
    let beside = events.windows(2).any(|pair| {
        matches!(pair, [Event::Label { wrapped: false, .. }, Event::Cells { own_line: false, .. }])
    });
    let side = LazyCell::new(|| wrapped::side(&events));
    let mut rest: &[Event] = &events;
    while let [event, next @ ..] = rest {
        if let Some(behind) = columns::rows(rest, form, &mut drafts) {
            rest = behind;
            continue;
        }
        match (event, next) {
            (Event::Head { .. } | Event::Words { .. }, _) => rest = next,
            (Event::Doubt { row, span }, _) => {
                drafts.rows.push(Draft::new(Some(*row), Some(*span), 0..0, Source::Doubtful));
                rest = next;
            }
            (Event::Label { .. }, [Event::Cells { pieces, .. }, labels @ ..])
                if lone && before::rows(pieces, event, labels, form, &mut drafts) =>
            {
                let taken = labels.iter().take_while(|event| matches!(event, Event::Label { .. })).count();
                rest = labels.get(taken..).unwrap_or(&[]);
            }
            (Event::Label { row, span, .. }, [Event::Cells { pieces, own_line }, behind @ ..])
                if lone || !own_line =>
            {
                drafts.rows.push(Draft::new(*row, Some(*span), pieces.clone(), Source::Label));
                rest = behind;
            }
            (Event::Label { row, span, .. }, _) if lone => {
                drafts.rows.push(Draft::new(*row, Some(*span), 0..0, Source::Label));
                rest = next;
            }
            (Event::Cells { pieces, .. }, _) if lone => {
                drafts.rows.push(Draft::new(None, None, pieces.clone(), Source::Label));
                rest = next;
            }
            _ => {
                let len = wrapped::run(rest);
                let (run, behind) = rest.split_at_checked(len.max(1)).unwrap_or((rest, &[]));
                wrapped::rows(run, &|| *side, form, beside, &mut drafts);
                rest = behind;
            }
        }
    }
    drafts
}
