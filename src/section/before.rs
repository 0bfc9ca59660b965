//! Figures that stand before their labels, behind those of the row above: a page in the order in which it was drawn.

use core::ops::Range;

use super::events::Event;
use super::place::{adds_up, is_filled};
use super::rows::{Draft, Drafts, Form, Source};

/// Gives the cells behind a label to it and to the labels behind them, when the cells are too many for one row and no
/// label behind has its own; false when they are not.
pub(super) fn rows(
    pieces: &Range<usize>,
    label: &Event,
    labels: &[Event],
    form: &Form,
    drafts: &mut Drafts,
) -> bool {
    let Event::Label { row: Some(row), .. } = label else { return false };
    let columns = (form.columns)(*row).max(1);
    if pieces.len() <= columns + 1 {
        return false;
    }
    let without = labels.iter().take_while(|event| matches!(event, Event::Label { .. })).count();
    let filled =
        drafts.pieces.get(pieces.clone()).unwrap_or(&[]).iter().filter(|atom| is_filled(atom)).count();
    if filled <= columns + 1 || without == 0 {
        return false;
    }
    // The last label may have cells of its own.
    let own = matches!(labels.get(without), Some(Event::Cells { .. }));
    let alike = |event: &Event| matches!(event, Event::Label { row: Some(row), .. } if (form.columns)(*row) == columns);
    let labels = labels.get(..without).unwrap_or(&[]);
    let cells = drafts.pieces.get(pieces.clone()).unwrap_or(&[]);
    let fits = !own
        && form.sums
        && labels.iter().all(alike)
        && cells.len() == columns * (1 + labels.len())
        && cells.chunks(columns).all(adds_up);
    let mut start = pieces.start;
    for event in core::iter::once(label).chain(labels) {
        let Event::Label { row, span, .. } = event else { continue };
        let end = (start + columns).min(pieces.end);
        let source = if fits { Source::Before } else { Source::Doubtful };
        drafts.rows.push(Draft::new(*row, Some(*span), start..end, source));
        start = end;
    }
    true
}
