//! The labels of the rows, without their cells.

use alloc::vec::Vec;

use crate::Span;
use crate::section::rows::{Drafts, is_numbered};
use crate::template::{Edition, Row};

/// A row of the form, and its label where that is seen.
pub(super) type Labelled = (Row, Option<Span>);

/// Labels that what stands beside them may hide.
const MOST_HIDDEN: usize = 2;

/// The rows of the form with their labels; `None` where the text has these in another order, as it may have the figures
/// too.
pub(super) fn labels(text: &str, drafts: &Drafts, edition: Edition) -> Option<Vec<Labelled>> {
    let mut labels: Vec<Labelled> = Row::of(edition).map(|row| (row, None)).collect();
    let found = || {
        let all = drafts.rows.iter();
        all.filter_map(|draft| Some((*Row::ALL.get(usize::from(draft.row?))?, draft.label?)))
    };
    // Bare words are heads of columns elsewhere.
    let bare = |row: Row| matches!(row, Row::Total | Row::Miscellaneous);
    let mut next = 0;
    for (row, label) in found().filter(|(row, _)| !bare(*row)) {
        let Some(place) = row.index(edition) else { continue };
        if place < next {
            return None;
        }
        labels.get_mut(place)?.1 = Some(label);
        next = place + 1;
    }
    let last = labels.last()?.1.map_or(u32::MAX, |label| label.start);
    let mut from = labels.iter().rev().skip(1).find_map(|(_, label)| *label)?.end;
    for (row, place) in labels.iter_mut().filter(|(row, _)| bare(*row)) {
        let is_between = |label: &Span| from <= label.start && label.end <= last;
        let mut between = found().filter(|(other, label)| other == row && is_between(label));
        let numbered = |(_, label): &(Row, Span)| text.get(..label.start as usize).is_some_and(is_numbered);
        *place = between.clone().find(numbered).or_else(|| between.next()).map(|(_, label)| label);
        from = place.map_or(from, |label| label.end);
    }
    let hidden = labels.iter().filter(|(_, label)| label.is_none()).count();
    (hidden <= MOST_HIDDEN).then_some(labels)
}
