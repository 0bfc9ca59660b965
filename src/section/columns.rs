//! Pages converted column by column: all labels first, then the figures of one column after the other.

use alloc::vec::Vec;
use core::ops::Range;

use super::atom::Kind;
use super::flow::Event;
use super::rows::{Draft, Drafts, Form, MOST_ROWS, Source};
use crate::Span;

/// Labels without cells of their own and the cells behind them; `None` when the events begin otherwise.
///
/// That it is so is seen from the head of columns, which stands behind the labels, or from figures for all of them.
pub(super) fn rows<'e>(events: &'e [Event], form: &Form, drafts: &mut Drafts) -> Option<&'e [Event]> {
    if !matches!(
        events,
        [Event::Label { row: Some(_), .. }, Event::Label { .. } | Event::Head { .. } | Event::Words, ..]
    ) {
        // As nearly always: a label with its own cells.
        return None;
    }
    let mut labels: Vec<(u8, Span)> = Vec::with_capacity(MOST_ROWS);
    let mut rest = events;
    // A table read so on one page is read so on the next, where the head may be missing.
    let before = drafts.rows.iter().any(|draft| draft.source.is_by_column());
    let (mut head, mut foreign, mut below) = (false, false, false);
    loop {
        match rest {
            // On the line of the last label stand its own.
            [Event::Cells { pieces, own_line: false }, ..]
                if !head && labels.last().is_some_and(|(row, _)| pieces.len() <= (form.columns)(*row)) =>
            {
                return None;
            }
            [Event::Label { row: Some(row), span, .. }, next @ ..] => {
                if head && !labels.is_empty() {
                    // The page ends behind its labels: their head is that of the next page.
                    head = false;
                }
                labels.push((*row, *span));
                rest = next;
            }
            [Event::Head { clause }, next @ ..] if !labels.is_empty() => {
                head = true;
                below |= clause;
                rest = next;
            }
            [Event::Words, next @ ..] if !labels.is_empty() => {
                foreign = true;
                rest = next;
            }
            [Event::Cells { pieces, .. }, next @ ..]
                if foreign
                    && pieces.len() > 1
                    && (labels.len() > 1 || head && pieces.len() > most(&labels, form)) =>
            {
                // A row of another form among them: how many figures are whose cannot be said.
                let most = most(&labels, form);
                if !head && pieces.len() <= most + 1 {
                    return None;
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
fn most(labels: &[(u8, Span)], form: &Form) -> usize {
    labels.iter().map(|(row, _)| (form.columns)(*row)).max().unwrap_or(0)
}

/// Whether the cells behind a head are those of the one label before it: in a table of sums, all of its row's.
fn is_whole(labels: &[(u8, Span)], pieces: &Range<usize>, form: &Form) -> bool {
    !form.sums || labels.iter().all(|(row, _)| (form.columns)(*row) == pieces.len())
}

fn cells<'e>(
    labels: &[(u8, Span)],
    pieces: Range<usize>,
    head: bool,
    mut rest: &'e [Event],
    form: &Form,
    drafts: &mut Drafts,
) -> Option<&'e [Event]> {
    if let [(row, span)] = labels {
        drafts.rows.push(Draft::new(Some(*row), Some(*span), pieces, Source::Label));
        return Some(rest);
    }
    let most = labels.last().map_or(0, |(row, _)| (form.columns)(*row));
    let fits = fitting(labels, pieces.len(), form);
    if !head && fits.is_none() && pieces.len() <= most + 1 {
        return None;
    }
    if !head && most == 1 {
        return None;
    }
    let mut labels = labels;
    let mut run = pieces;
    loop {
        let Some(count) = fitting(labels, run.len(), form) else {
            lose(labels, &run, form, drafts);
            return Some(rest);
        };
        let (these, others) = labels.split_at_checked(count)?;
        let before = drafts.rows.len();
        transpose(these, run.clone(), form, drafts);
        if !in_order(these, form) || form.sums && !adds_up(drafts, before) {
            drafts.rows.truncate(before);
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
        rest = behind;
    }
}

/// How many labels of rows with the same columns the figures are for: all of them, when their number fits.
fn fitting(labels: &[(u8, Span)], figures: usize, form: &Form) -> Option<usize> {
    let columns = (form.columns)(labels.first()?.0);
    let alike = labels.iter().take_while(|(row, _)| (form.columns)(*row) == columns).count();
    let without_groups = labels.iter().take(alike).filter(|(row, _)| !(form.may_be_group)(*row)).count();
    let all = || labels.get(..alike).is_some_and(|labels| are_all_rows(labels, figures, form));
    (without_groups * columns == figures || all()).then_some(alike)
}

/// Whether as many figures stand behind labels as rows of all of them have, and none is the name of others among them.
fn are_all_rows(labels: &[(u8, Span)], figures: usize, form: &Form) -> bool {
    let has = |is: fn(u8) -> bool| labels.iter().any(|(row, _)| is(*row));
    let columns = labels.first().map_or(0, |(row, _)| (form.columns)(*row));
    labels.len() * columns == figures && !(has(form.may_be_group) && has(form.in_group))
}

/// Whether labels of rows stand in the order of the form, but for two that are exchanged: else the figures stand in
/// another than they.
fn in_order(labels: &[(u8, Span)], form: &Form) -> bool {
    let rows = labels.iter().map(|(row, _)| *row).filter(|row| !(form.may_be_group)(*row));
    if rows.clone().is_sorted() {
        return true;
    }
    let mut rows: Vec<u8> = rows.collect();
    if let Some(at) = rows.windows(2).position(|pair| pair.first() > pair.last()) {
        rows.swap(at, at + 1);
    }
    rows.is_sorted()
}

fn transpose(labels: &[(u8, Span)], pieces: Range<usize>, form: &Form, drafts: &mut Drafts) {
    let columns = labels.first().map_or(0, |(row, _)| (form.columns)(*row));
    let all = are_all_rows(labels, pieces.len(), form);
    let rows = labels.iter().filter(|(row, _)| all || !(form.may_be_group)(*row));
    let count = rows.clone().count();
    drafts.pieces.reserve(pieces.len());
    for (at, (row, span)) in rows.enumerate() {
        let start = drafts.pieces.len();
        for column in 0..columns {
            if let Some(&piece) = drafts.pieces.get(pieces.start + column * count + at) {
                drafts.pieces.push(piece);
            }
        }
        let pieces = start..drafts.pieces.len();
        drafts.rows.push(Draft::new(Some(*row), Some(*span), pieces, Source::Columns));
    }
}

/// Labels that have cells among these, as many as there are of them; which ones is not known.
fn lose(labels: &[(u8, Span)], pieces: &Range<usize>, form: &Form, drafts: &mut Drafts) {
    let mut start = pieces.start;
    for (row, span) in labels {
        let end = (start + (form.columns)(*row)).min(pieces.end);
        drafts.rows.push(Draft::new(Some(*row), Some(*span), start..end, Source::Lost));
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
