//! What the sums of the table say of a reading.

use super::mosaic::{COLUMNS, excess};
use crate::resolve::Form;

/// The figures of a row.
pub(super) type Values = [i64; COLUMNS];

/// The sum over rows, as bits, of what is taken of each.
fn add(rows: u64, values: &[Values], of: impl Fn(usize, &Values) -> i64) -> i64 {
    let chosen = values.iter().enumerate().filter(|(row, _)| rows >> row & 1 == 1);
    chosen.map(|(row, values)| of(row, values)).fold(0, i64::saturating_add)
}

fn cell(values: &Values, column: usize) -> i64 {
    values.get(column).copied().unwrap_or(0)
}

/// Whether every column has its sums; where a row does not have its own, once a misprint is set right that explains all.
pub(super) fn hold(values: &[Values], form: &Form) -> bool {
    let wrong = values.iter().map(excess).enumerate().find(|(_, excess)| *excess != 0);
    let explained = |misprint: Option<usize>| {
        let right = |column: usize| {
            move |row: usize, values: &Values| {
                let excess = match wrong {
                    Some((wrong, excess)) if wrong == row && misprint == Some(column) => excess,
                    _ => 0,
                };
                let excess = if column + 1 == COLUMNS { -excess } else { excess };
                cell(values, column).saturating_sub(excess)
            }
        };
        let holds = |column: usize| {
            let sums = form.column_sums().iter();
            sums.map(|sum| (add(sum.parts, values, right(column)), add(sum.totals, values, right(column))))
                .all(|(parts, totals)| parts == totals)
        };
        (0..COLUMNS).all(holds)
    };
    if wrong.is_none() { explained(None) } else { (0..COLUMNS).any(|column| explained(Some(column))) }
}

/// Whether the sums hold as well when two columns are exchanged in some rows.
pub(super) fn allow_exchange(rows: u64, a: usize, b: usize, values: &[Values], form: &Form) -> bool {
    let more = |_: usize, values: &Values| cell(values, a).saturating_sub(cell(values, b));
    form.column_sums()
        .iter()
        .all(|sum| add(sum.parts & rows, values, more) == add(sum.totals & rows, values, more))
}
