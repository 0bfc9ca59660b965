//! One run of digits that no identity restricts, as in the rows of the first table. Its readings need not be kept to know
//! what they support: those of three figures in seventeen digits are within all bounds.

use super::atoms::{Cut, Sequence};
use super::edit::Edit;
use super::figures::{each, up_to};
use super::piece::Piece;
use super::row::Row;
use super::slot::Slot;
use super::support::{Choice, Support};

const MAX_COLUMNS: usize = 3;
const MAX_DIGITS: usize = 17;

/// What can stand in the cells of such a row; `None` for any other one, and for one that has no reading.
pub(super) fn support(row: &Row<'_>, sequence: &Sequence) -> Option<Support> {
    let (form, digits) = (row.problem.form, sequence.len());
    let few = (2..=MAX_COLUMNS).contains(&form.columns()) && (form.columns()..=MAX_DIGITS).contains(&digits);
    let plain = || sequence.atoms.iter().skip(1).all(|atom| atom.cut == Cut::May) && !sequence.signed;
    if !few || form.has_row_sums() || row.vanish || !matches!(row.pieces, [Piece::Run(_)]) || !plain() {
        return None;
    }
    let mut support = Support::with_room(form.columns(), 4 * digits);
    let last = form.columns() - 1;
    let mut behind = [u32::MAX; MAX_DIGITS];
    for (first, cost) in figures(sequence, 0, (0, last)) {
        let mut best = u32::MAX;
        let mut end = |at: usize, so_far: u32| {
            let (Some(least), Some(figure)) = (behind.get_mut(at), sequence.figure(at, digits)) else {
                return None;
            };
            let cost = so_far + Slot::figure(figure.value, at, digits).cost(last, last + 1);
            *least = cost.min(*least);
            best = cost.min(best);
            Some(cost)
        };
        if last == 1 {
            end(first.to.into(), cost);
        } else {
            for (middle, own) in figures(sequence, first.to.into(), (1, last)) {
                if let Some(cost) = end(middle.to.into(), cost + own) {
                    support.add(1, middle, Edit::None, cost);
                }
            }
        }
        if best != u32::MAX {
            support.append(0, Choice { slot: first, edit: Edit::None, cost: best });
        }
    }
    for (at, cost) in behind.iter().enumerate().filter(|(_, cost)| **cost != u32::MAX) {
        if let Some(figure) = sequence.figure(at, digits) {
            let slot = Slot::figure(figure.value, at, digits);
            support.append(last, Choice { slot, edit: Edit::None, cost: *cost });
        }
    }
    (!support.is_empty()).then_some(support)
}

/// The figures that begin at an atom in a column and leave a digit for each one up to the last, and their cost.
fn figures(
    sequence: &Sequence,
    at: usize,
    (column, last): (usize, usize),
) -> impl Iterator<Item = (Slot, u32)> {
    let lengths = sequence.atoms.get(at).map_or(0, |atom| atom.lengths);
    let most = (sequence.len() - at).saturating_sub(last - column);
    each(lengths & up_to(most)).filter_map(move |length| {
        let figure = sequence.figure(at, at + length)?;
        let slot = Slot::figure(figure.value, at, at + length);
        Some((slot, slot.cost(column, last + 1)))
    })
}
