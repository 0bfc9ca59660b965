//! A column that the form does not have: publishers add a subtotal (法人小计) of some columns, in every row.

use super::piece::{Piece, Problem};

/// Which piece of every row is that subtotal, when every row has one piece too many and in every row it is the sum.
pub(super) fn superfluous(problem: &Problem<'_>) -> Option<usize> {
    let (from, to) = problem.form.subtotal()?;
    let rows =
        || (0..problem.rows.len()).filter(|row| problem.row_text(*row).is_some()).map(|row| problem.row(row));
    let eight = |row: &[Piece]| row.len() == problem.form.columns() + 1 && row.iter().all(is_count);
    if rows().count() < 2 || !rows().all(eight) {
        return None;
    }
    // It stands behind the columns it sums, or before them.
    let behind = rows().all(|row| sums(row, to, from..to));
    let before = rows().all(|row| sums(row, from, from + 1..to + 1));
    match (behind, before) {
        (true, false) => Some(to),
        (false, true) => Some(from),
        // Where both fit, leaving out either must come to the same.
        (true, true) if rows().all(|row| same_without(row, from, to)) => Some(to),
        _ => None,
    }
}

fn is_count(piece: &Piece) -> bool {
    matches!(piece, Piece::Figure { literal: true, .. } | Piece::Blank | Piece::Mark(..))
}

fn value(piece: &Piece) -> i64 {
    if let Piece::Figure { value, .. } = piece { *value } else { 0 }
}

fn sums(row: &[Piece], at: usize, parts: core::ops::Range<usize>) -> bool {
    let sum = row.get(parts).map(|parts| parts.iter().map(value).fold(0, i64::saturating_add));
    // Beside a sum of nothing a blank is no evidence against it.
    row.get(at).map(value) == sum
}

fn same_without(row: &[Piece], one: usize, other: usize) -> bool {
    let without =
        |at: usize| row.iter().enumerate().filter(move |(place, _)| *place != at).map(|(_, p)| value(p));
    without(one).eq(without(other))
}
