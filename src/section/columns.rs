//! Pages converted column by column: all labels first, then the figures of one column after the other.

use alloc::vec::Vec;
use core::ops::Range;

use super::atom::Kind;
use super::events::Event;
use super::listed::{Listed, fitting, places, width};
use super::rows::{Draft, Drafts, Form, MOST_ROWS, Role, Source};

/// Labels without cells of their own and the cells behind them; `None` when the events begin otherwise.
///
/// That it is so is seen from the head of columns, which stands behind the labels, or from figures for all of them.
pub(super) fn rows<'e>(events: &'e [Event], form: &Form, drafts: &mut Drafts) -> Option<&'e [Event]> {
    if !matches!(
        events,
        [
            Event::Label { row: Some(_), .. } | Event::Words { means: Some(Role::Row(_)), .. },
            Event::Label { .. } | Event::Head { .. } | Event::Words { .. },
            ..
        ]
    ) {
        // As nearly always: a label with its own cells.
        return None;
    }
    let mut labels: Vec<Listed> = Vec::with_capacity(MOST_ROWS);
    let mut rest = events;
    // A table read so on one page is read so on the next, where the head may be missing.
    let before = drafts.rows.iter().any(|draft| draft.source.is_by_column());
    let (mut head, mut foreign, mut below) = (false, false, false);
    loop {
        match rest {
            // On the line of the last label stand its own.
            [Event::Cells { pieces, own_line: false }, ..]
                if !head && labels.last().is_some_and(|last| pieces.len() <= width(last, form)) =>
            {
                return None;
            }
            [
                Event::Label { row: Some(row), span, .. }
                | Event::Words { means: Some(Role::Row(row)), span },
                next @ ..,
            ] => {
                if head && !labels.is_empty() {
                    // The page ends behind its labels: their head is that of the next page.
                    head = false;
                }
                labels.push((Some(*row), *span));
                rest = next;
            }
            [Event::Head { clause }, next @ ..] if !labels.is_empty() => {
                head = true;
                below |= clause;
                rest = next;
            }
            [Event::Words { means: Some(_), .. }, next @ ..] if !labels.is_empty() => rest = next,
            [Event::Words { means: None, span }, next @ ..] if !labels.is_empty() => {
                foreign = true;
                if form.sums && labels.len() > 1 {
                    labels.push((None, *span));
                }
                rest = next;
            }
            [Event::Cells { pieces, .. }, next @ ..]
                if foreign
                    && pieces.len() > 1
                    && (labels.len() > 1 || head && pieces.len() > most(&labels, form)) =>
            {
                // A row of another form among them: only sums can say how many figures are whose.
                let most = most(&labels, form);
                if !head && pieces.len() <= most + 1 {
                    return None;
                }
                if form.sums && labels.len() > 1 {
                    return cells(&labels, pieces.clone(), head, next, form, drafts);
                }
                lose(&labels, pieces, form, drafts);
                return Some(next);
            }
            // Below the name of a clause that stands behind the label: those of another clause.
            [Event::Cells { pieces, .. }, next @ ..] if below && labels.len() == 1 && pieces.len() > 1 => {
                lose(&labels, pieces, form, drafts);
                return Some(next);
            }
            [Event::Cells { pieces, .. }, next @ ..]
                if labels.len() > 1 || head && (before || is_whole(&labels, pieces, form)) =>
            {
                return cells(&labels, pieces.clone(), head || before, next, form, drafts);
            }
            _ => return None,
        }
    }
}

/// The columns of the row that has most of them.
fn most(labels: &[Listed], form: &Form) -> usize {
    labels.iter().map(|label| width(label, form)).max().unwrap_or(0)
}

/// Whether the cells behind a head are those of the one label before it: in a table of sums, all of its row's.
fn is_whole(labels: &[Listed], pieces: &Range<usize>, form: &Form) -> bool {
    !form.sums || labels.iter().all(|label| width(label, form) == pieces.len())
}

fn cells<'e>(
    labels: &[Listed],
    pieces: Range<usize>,
    head: bool,
    mut rest: &'e [Event],
    form: &Form,
    drafts: &mut Drafts,
) -> Option<&'e [Event]> {
    if let [(row, span)] = labels {
        drafts.rows.push(Draft::new(*row, Some(*span), pieces, Source::Label));
        return Some(rest);
    }
    let most = labels.last().map_or(0, |last| width(last, form));
    let mut fits = fitting(labels, pieces.len(), form);
    if !head && fits.is_none() && pieces.len() <= most + 1 {
        return None;
    }
    if !head && most == 1 {
        return None;
    }
    let mut labels = labels;
    let mut run = pieces;
    loop {
        let (these, others) = labels.split_at_checked(fits.unwrap_or(labels.len()))?;
        let places = places(these, run.len(), fits.is_some(), form);
        if !places.is_some_and(|places| transpose(these, &places, &run, form, drafts)) {
            lose(these, &run, form, drafts);
        }
        labels = others;
        if labels.is_empty() {
            return Some(rest);
        }
        // Rows of another kind: their head and their figures follow.
        let behind = if let [Event::Head { .. }, behind @ ..] = rest { behind } else { rest };
        let [Event::Cells { pieces, .. }, behind @ ..] = behind else {
            lose(labels, &(0..0), form, drafts);
            return Some(rest);
        };
        run = pieces.clone();
        fits = fitting(labels, run.len(), form);
        rest = behind;
    }
}

/// Gives each label the figures at its place of each column; whether they add up.
fn transpose(
    labels: &[Listed],
    places: &[Option<usize>],
    pieces: &Range<usize>,
    form: &Form,
    drafts: &mut Drafts,
) -> bool {
    let columns = labels.first().map_or(1, |first| width(first, form)).max(1);
    let before = drafts.rows.len();
    drafts.pieces.reserve(pieces.len());
    for ((row, span), place) in labels.iter().zip(places) {
        let Some(place) = place else { continue };
        let start = drafts.pieces.len();
        for column in pieces.clone().step_by((pieces.len() / columns).max(1)) {
            if let Some(&piece) = drafts.pieces.get(column + place) {
                drafts.pieces.push(piece);
            }
        }
        drafts.rows.push(Draft::new(*row, Some(*span), start..drafts.pieces.len(), Source::Columns));
    }
    let read = !form.sums || adds_up(drafts, before);
    if !read {
        drafts.rows.truncate(before);
    }
    read
}

/// Labels that have cells among these, as many as there are of them; which ones is not known.
fn lose(labels: &[Listed], pieces: &Range<usize>, form: &Form, drafts: &mut Drafts) {
    let mut start = pieces.start;
    for label in labels.iter().filter(|(row, _)| row.is_some()) {
        let end = (start + width(label, form)).min(pieces.end);
        drafts.rows.push(Draft::new(label.0, Some(label.1), start..end, Source::Lost));
        start = end;
    }
}

/// Whether the rows read column by column have their sums, but for one that may be misprinted: a figure too many and
/// one too few would shift nearly all of them.
fn adds_up(drafts: &Drafts, from: usize) -> bool {
    let wrong = drafts.rows.iter().skip(from).filter(|draft| {
        let mut sum = 0_i64;
        let mut last = 0;
        for atom in drafts.pieces(draft) {
            last = if let Kind::Figure(figure) = atom.kind { figure.mantissa } else { 0 };
            sum = sum.saturating_add(last);
        }
        sum.saturating_sub(last) != last
    });
    wrong.count() <= 1
}
