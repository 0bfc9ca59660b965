//! A table of which every row has one reading and every sum comes out, as nearly all glued ones: there is nothing to be
//! searched, weighed or doubted.

use alloc::vec;

use super::edit::Edit;
use super::form::Form;
use super::grid::bit;
use super::piece::{Piece, Problem};
use super::row::Domain;
use super::slot::{Content, Slot};
use super::table::Loose;

/// Whether it is such a table.
pub(super) fn is_sure(problem: &Problem<'_>, loose: &[Loose<'_>]) -> bool {
    let (form, columns) = (problem.form, problem.form.columns());
    // By how much the parts of each column sum are more than its totals.
    let mut over = vec![0_i128; columns * form.column_sums().len()];
    let mut rest = loose.iter();
    let mut next = rest.next();
    for row in 0..problem.rows.len() {
        let known = match next.filter(|loose| loose.number == row) {
            Some(loose) => {
                next = rest.next();
                let figures = slots(loose, columns).iter().map(figure);
                !loose.row.vanish && add(form, row, figures, &mut over)
            }
            None => problem.is_placed(row) && add(form, row, problem.row(row).iter().map(printed), &mut over),
        };
        if !known {
            return false;
        }
    }
    over.iter().all(|over| *over == 0)
}

/// The one reading of a row; empty where it has none or several, or where something speaks against it.
pub(super) fn slots<'l>(loose: &'l Loose<'_>, columns: usize) -> &'l [Slot] {
    match &loose.domain {
        Domain::Fixed { slots, .. } => slots,
        Domain::Open(readings) if !readings.doubtful => match readings.heads.as_slice() {
            [head] if head.edit == Edit::None => readings.slots(head, columns),
            _ => &[],
        },
        _ => &[],
    }
}

fn figure(slot: &Slot) -> Option<i64> {
    (slot.content == Content::Figure).then_some(slot.value)
}

fn printed(piece: &Piece) -> Option<i64> {
    if let Piece::Figure { value, .. } = piece { Some(*value) } else { None }
}

/// Adds a row to the sums it stands in; false unless it has a figure in every column and they come to its own total.
fn add(
    form: &Form,
    row: usize,
    figures: impl Iterator<Item = Option<i64>> + Clone,
    over: &mut [i128],
) -> bool {
    let (mut left, mut count, mut last, mut bits) = (0_i128, 0, 0_i128, 0);
    for figure in figures.clone() {
        let Some(figure) = figure else { return false };
        bits |= figure;
        last = figure.into();
        left += last;
        count += 1;
    }
    if count != form.columns() || left != 2 * last {
        return false;
    }
    // Most rows are zeros.
    if bits == 0 {
        return true;
    }
    for (sum, over) in form.column_sums().iter().zip(over.chunks_mut(count.max(1))) {
        let side = match bit(row) {
            bit if sum.parts & bit != 0 => 1,
            bit if sum.totals & bit != 0 => -1,
            _ => continue,
        };
        for (over, figure) in over.iter_mut().zip(figures.clone()) {
            *over += side * i128::from(figure.unwrap_or(0));
        }
    }
    true
}
