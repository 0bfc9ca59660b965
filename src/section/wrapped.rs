//! Labels wrapped over lines, their figures on a line of their own: before, inside or behind the label.

use alloc::vec::Vec;
use core::ops::Range;

use super::events::Event;
use super::place::adds_up;
use super::rows::{Draft, Drafts, Form, Source};
use super::tidy::has_sum;

/// The events that belong together: labels without cells on their line, and cells without a label on theirs.
pub(super) fn run(events: &[Event]) -> usize {
    let mut len = 0;
    let mut rest = events;
    while let [event, next @ ..] = rest {
        match (event, next) {
            (Event::Head { .. } | Event::Words { .. } | Event::Doubt { .. }, _) => break,
            (Event::Label { .. }, [Event::Cells { own_line: false, .. }, ..]) => break,
            (Event::Cells { own_line: false, .. }, _) if len > 0 => break,
            _ => len += 1,
        }
        rest = next;
    }
    len
}

/// On which side of a wrapped label its cells stand, in this table.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    Behind,
}

/// The side on which cells stand wherever a wrapped label and cells have only each other, more than once, as all of the
/// `events` of a table show.
pub(super) fn side(events: &[Event]) -> Option<Side> {
    let label = |event: Option<&Event>| matches!(event, Some(Event::Label { wrapped: true, .. }));
    let cells = |event: Option<&Event>| matches!(event, Some(Event::Cells { own_line: true, .. }));
    let (mut before, mut behind) = (0, 0);
    for at in 0..events.len() {
        let event = |place: Option<usize>| place.and_then(|place| events.get(place));
        let (outer, first, second, next) =
            (event(at.checked_sub(1)), event(Some(at)), event(Some(at + 1)), event(Some(at + 2)));
        behind += usize::from(label(first) && cells(second) && !cells(outer) && !label(next));
        before += usize::from(cells(first) && label(second) && !label(outer) && !cells(next));
    }
    match (before, behind) {
        (0, 2..) => Some(Side::Behind),
        (2.., 0) => Some(Side::Before),
        _ => None,
    }
}

/// Gives the cells of a run to its labels. `beside`: labels on one line have their cells on that line, in this table;
/// `side`: on which side of wrapped ones they stand.
pub(super) fn rows(
    run: &[Event],
    side: &dyn Fn() -> Option<Side>,
    form: &Form,
    beside: bool,
    drafts: &mut Drafts,
) {
    let labels = run.iter().filter(|event| matches!(event, Event::Label { .. })).count();
    let cells = run.len() - labels;
    let run = if cells > labels { broken(run, form, drafts) } else { run };
    let rows = &mut drafts.rows;
    let without: Vec<Event>;
    let run = if cells < labels {
        // Labels of groups have no cells.
        let group =
            |event: &Event| matches!(event, Event::Label { row: Some(row), .. } if (form.may_be_group)(*row));
        without = run.iter().filter(|event| !group(event)).cloned().collect();
        for event in run.iter().filter(|event| group(event)) {
            if let Event::Label { row, span, .. } = event {
                rows.push(Draft::new(*row, Some(*span), 0..0, Source::Label));
            }
        }
        &without
    } else {
        run
    };
    let is_label = |event: &Event| matches!(event, Event::Label { .. });
    // Without cells beside it, such a label has none; where there are not labels enough for the cells, it is otherwise.
    let whole = |event: &Event| matches!(event, Event::Label { wrapped: false, .. });
    let beside = beside && cells + run.iter().filter(|event| whole(event)).count() <= labels;
    let turns = |a: &Event, b: &Event| is_label(a) != is_label(b) && !(beside && (whole(a) || whole(b)));
    let turns: Vec<&[Event]> = run.chunk_by(turns).collect();
    // Labels one behind the other and then as many rows: the two that meet are not of each other. One figure is perhaps
    // the number of a page.
    let is_row = |event: &&Event| !matches!(event, Event::Cells { pieces, .. } if pieces.len() < 2);
    let crossed = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| turns.get(at)?.last()).filter(is_row);
        let behind = turns.get(at + 1).and_then(|turn| turn.first()).filter(is_row);
        let ends = turns.get(at).and_then(|turn| Some((is_label(turn.first()?), is_label(turn.last()?))));
        match (before, ends, behind) {
            (Some(before), Some((first, last)), Some(behind)) => {
                first != last && is_label(before) == first && is_label(behind) == last
            }
            _ => false,
        }
    };
    for (at, turn) in turns.iter().enumerate() {
        // Beside cells that no label takes, one has none for certain.
        let lone = |at: Option<usize>| matches!(at.and_then(|at| turns.get(at)), Some([Event::Cells { .. }]));
        let uneven = turn.len() > 1 && turn.len() % 2 == 1;
        if let Some(side) = if uneven { side() } else { None } {
            take_sides(turn, side, rows);
            continue;
        }
        let next = |at: usize| at.checked_sub(1).is_some_and(crossed) || crossed(at + 1);
        take_turns(turn, lone(at.checked_sub(1)) || lone(Some(at + 1)) || next(at), crossed(at), rows);
    }
}

/// Labels and cells that take turns, where the side on which cells stand is known: the label that is left over has none.
fn take_sides(mut turns: &[Event], side: Side, rows: &mut Vec<Draft>) {
    while let [first, behind @ ..] = turns {
        turns = behind;
        match (first, behind) {
            (Event::Label { row, span, .. }, [Event::Cells { pieces, .. }, rest @ ..])
                if side == Side::Behind =>
            {
                rows.push(Draft::new(*row, Some(*span), pieces.clone(), Source::Label));
                turns = rest;
            }
            (Event::Cells { pieces, .. }, [Event::Label { row, span, .. }, rest @ ..])
                if side == Side::Before =>
            {
                rows.push(Draft::new(*row, Some(*span), pieces.clone(), Source::Label));
                turns = rest;
            }
            (Event::Label { row, span, .. }, _) => {
                rows.push(Draft::new(*row, Some(*span), 0..0, Source::Label))
            }
            (Event::Cells { pieces, .. }, _) => {
                rows.push(Draft::new(None, None, pieces.clone(), Source::Label))
            }
            _ => {}
        }
    }
}

/// Labels and cells that take turns: where they are as many of each, every label has the cells next to it; where one
/// is left over it may be any of them, and none has its cells for certain; nor where they are `crossed`.
fn take_turns(turns: &[Event], doubtful: bool, crossed: bool, rows: &mut Vec<Draft>) {
    for pair in turns.chunks(2) {
        match pair {
            [Event::Label { row, span, .. }, Event::Cells { pieces, .. }]
            | [Event::Cells { pieces, .. }, Event::Label { row, span, .. }]
                if turns.len() % 2 == 0 && !crossed =>
            {
                rows.push(Draft::new(*row, Some(*span), pieces.clone(), Source::Label));
            }
            _ => rows.extend(pair.iter().filter_map(|event| match event {
                Event::Label { row, span, .. } => {
                    let source = if turns.len() == 1 && !doubtful { Source::Label } else { Source::Doubtful };
                    Some(Draft::new(*row, Some(*span), 0..0, source))
                }
                Event::Cells { pieces, .. } => Some(Draft::new(None, None, pieces.clone(), Source::Label)),
                _ => None,
            })),
        }
    }
}

/// The rest of a row above that was broken over two lines: its cells and these are exactly the row's.
fn broken<'e>(run: &'e [Event], form: &Form, drafts: &mut Drafts) -> &'e [Event] {
    let Drafts { rows, pieces: atoms, .. } = drafts;
    let Some(last) = rows.last_mut() else { return run };
    let ([Event::Cells { pieces, .. }, behind @ ..], Some(row)) = (run, last.row) else { return run };
    let columns = (form.columns)(row);
    let joined = last.pieces.len() + pieces.len();
    if last.pieces.end != pieces.start || last.pieces.is_empty() || joined > columns {
        return run;
    }
    // Behind glued cells that may be all of the row it is perhaps the number of a page.
    let digits = atoms.get(last.pieces.start).map_or(0, |atom| atom.span.len());
    let glued = matches!((last.label, atoms.get(last.pieces.start)), (Some(label), Some(first)) if label.end == first.span.start);
    let glued = glued && digits >= columns;
    let ends = |pieces: &Range<usize>| pieces.len() > 1 && atoms.get(pieces.clone()).is_some_and(has_sum);
    if form.sums && ends(&last.pieces) && ends(pieces) {
        // Each ends with its own sum: two rows.
        return run;
    }
    last.pieces.end = pieces.end;
    // Figures that do not end the row with its sum are perhaps the ends of some that were wrapped in their cells, or of
    // another row.
    let whole = form.sums && joined == columns;
    if glued || whole && !atoms.get(last.pieces.clone()).is_some_and(adds_up) {
        last.source = Source::Doubtful;
    }
    behind
}
