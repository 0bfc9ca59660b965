//! Labels wrapped over lines, their figures on a line of their own: before, inside or behind the label.

use alloc::vec::Vec;
use core::ops::Range;

use super::flow::{Event, draft};
use super::rows::{Draft, Form, Source};

/// The events that belong together: labels without cells on their line, and cells without a label on theirs.
pub(super) fn run(events: &[Event]) -> usize {
    let mut len = 0;
    let mut rest = events;
    while let [event, next @ ..] = rest {
        match (event, next) {
            (Event::Head | Event::Words, _) => break,
            (Event::Label { .. }, [Event::Cells { own_line: false, .. }, ..]) => break,
            (Event::Cells { own_line: false, .. }, _) if len > 0 => break,
            _ => len += 1,
        }
        rest = next;
    }
    len
}

/// Gives the cells of a run to its labels.
pub(super) fn rows(run: &[Event], form: &Form, rows: &mut Vec<Draft>) {
    let labels = run.iter().filter(|event| matches!(event, Event::Label { .. })).count();
    let cells = run.len() - labels;
    let run = if cells > labels { broken(run, form, rows) } else { run };
    let without: Vec<Event>;
    let run = if cells < labels {
        // Labels of groups have no cells.
        let group =
            |event: &Event| matches!(event, Event::Label { row: Some(row), .. } if (form.may_be_group)(*row));
        without = run.iter().filter(|event| !group(event)).cloned().collect();
        for event in run.iter().filter(|event| group(event)) {
            if let Event::Label { row, span } = event {
                rows.push(draft(*row, Some(*span), 0..0, Source::Label));
            }
        }
        &without
    } else {
        run
    };
    if alternate(run) && run.len() == 2 * cells {
        for pair in run.chunks(2) {
            if let [Event::Label { row, span }, Event::Cells { pieces, .. }]
            | [Event::Cells { pieces, .. }, Event::Label { row, span }] = pair
            {
                rows.push(draft(*row, Some(*span), pieces.clone(), Source::Label));
            }
        }
        return;
    }
    let taken = behind_first(run);
    for (at, event) in run.iter().enumerate() {
        match event {
            Event::Label { row, span } => match taken.iter().rev().find(|(label, _)| *label == at) {
                Some((_, Some(pieces))) => rows.push(draft(*row, Some(*span), pieces.clone(), Source::Label)),
                Some((_, None)) => rows.push(draft(*row, Some(*span), 0..0, Source::Lost)),
                None => rows.push(draft(*row, Some(*span), 0..0, Source::Label)),
            },
            Event::Cells { pieces, .. } if !taken.iter().any(|(_, own)| own.as_ref() == Some(pieces)) => {
                rows.push(draft(None, None, pieces.clone(), Source::Label));
            }
            _ => {}
        }
    }
}

/// The rest of a row above that was broken over two lines: its cells and these are exactly the row's.
fn broken<'e>(run: &'e [Event], form: &Form, rows: &mut [Draft]) -> &'e [Event] {
    let Some(last) = rows.last_mut() else { return run };
    if let ([Event::Cells { pieces, .. }, behind @ ..], Some(row)) = (run, last.row)
        && last.pieces.end == pieces.start
        && !last.pieces.is_empty()
        && last.pieces.len() + pieces.len() <= (form.columns)(row)
    {
        last.pieces.end = pieces.end;
        return behind;
    }
    run
}

/// Whether labels and cells take turns throughout.
fn alternate(run: &[Event]) -> bool {
    let is_label = |event: &Event| matches!(event, Event::Label { .. });
    run.windows(2).all(|pair| matches!(pair, [a, b] if is_label(a) != is_label(b)))
}

/// Cells go to the label before them, or else to the one behind. Where both could have them, neither has for certain.
fn behind_first(run: &[Event]) -> Vec<(usize, Option<Range<usize>>)> {
    let mut taken: Vec<(usize, Option<Range<usize>>)> = Vec::new();
    let label = |at: usize| matches!(run.get(at), Some(Event::Label { .. })).then_some(at);
    for (at, event) in run.iter().enumerate() {
        let Event::Cells { pieces, .. } = event else { continue };
        let free = |at: &usize| !taken.iter().any(|(label, _)| label == at);
        let before = at.checked_sub(1).and_then(label).filter(free);
        let behind = label(at + 1).filter(|label| !matches!(run.get(label + 1), Some(Event::Cells { .. })));
        match (before, behind) {
            (Some(before), Some(behind)) => taken.extend([(before, None), (behind, None)]),
            (Some(only), None) | (None, Some(only)) => taken.push((only, Some(pieces.clone()))),
            (None, None) => taken.extend(at.checked_sub(1).and_then(label).map(|label| (label, None))),
        }
    }
    taken
}
