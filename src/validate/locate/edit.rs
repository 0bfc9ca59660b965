//! One edit to the cells of a row that repairs every identity: what extractors do to tables.

use alloc::vec::Vec;

use super::system::{Set, System};

/// What may have happened to the cells of a row.
///
/// ```
/// use gongkai::validate::Edit;
/// assert_ne!(Edit::Split, Edit::Joined);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Edit {
    /// A figure stands in another column, those between moved over: `0 3` for `3 0`.
    Shifted,
    /// A figure was split over two cells: `30`, `1` for `301`, a zero pushed out.
    Split,
    /// Two figures were joined in one cell: `30` for `3`, `0`.
    Joined,
    /// The figures of two neighbouring rows changed places.
    RowsSwapped,
}

/// So many edits are kept.
const KEPT: usize = 8;
/// Longer figures are no joined pair.
const LARGEST: i64 = 1_000_000_000;

/// The edits that repair the table, and whether these are all.
pub(super) fn repairs(system: &System) -> (Vec<(Edit, Set)>, bool) {
    let mut found: Vec<(Edit, Set)> = Vec::new();
    let mut complete = true;
    let mut residuals = Vec::new();
    let rows = system.rows();
    let mut keep = |edit: Edit, set: Set| {
        if set.is_empty() || !system.holds_with(&set, &mut residuals) {
            return;
        }
        if found.iter().any(|(_, other)| *other == set) {
            return;
        }
        if found.len() < KEPT { found.push((edit, set)) } else { complete = false }
    };
    for row in &rows {
        let figures: Vec<i64> = row.iter().map(|&number| system.figure(number)).collect();
        if figures.iter().any(|&figure| figure != 0) {
            edits(&figures, |edit, edited| keep(edit, changes(row, &figures, edited)));
        }
    }
    for pair in rows.windows(2) {
        if let [above, below] = pair {
            let swapped = above.iter().zip(below).filter(|&(&a, &b)| system.figure(a) != system.figure(b));
            let set = swapped.flat_map(|(&a, &b)| [(a, system.figure(b)), (b, system.figure(a))]).collect();
            keep(Edit::RowsSwapped, set);
        }
    }
    for (_, set) in &mut found {
        set.sort_unstable();
    }
    (found, complete)
}

/// The cells that an edited row has otherwise.
fn changes(row: &[usize], figures: &[i64], edited: &[i64]) -> Set {
    let pairs = row.iter().zip(figures).zip(edited);
    pairs.filter(|((_, from), to)| from != to).map(|((&number, _), &to)| (number, to)).collect()
}

/// Every row that one edit makes of another.
fn edits(figures: &[i64], mut each: impl FnMut(Edit, &[i64])) {
    let count = figures.len();
    let mut edited = Vec::with_capacity(count + 1);
    for place in 0..count {
        // A cell taken out and put in elsewhere.
        for target in (0..count).filter(|&target| target != place) {
            edited.clear();
            edited.extend_from_slice(figures);
            let figure = edited.remove(place);
            edited.insert(target, figure);
            each(Edit::Shifted, &edited);
        }
        // Two cells are one figure: the row lost a zero elsewhere.
        if let Some(joined) = join(figures.get(place), figures.get(place + 1)) {
            for zero in 0..count {
                edited.clear();
                edited.extend_from_slice(figures);
                edited.remove(place + 1);
                if let Some(cell) = edited.get_mut(place) {
                    *cell = joined;
                }
                edited.insert(zero, 0);
                each(Edit::Split, &edited);
            }
        }
        // One cell is two figures: the row gained a zero elsewhere.
        for (left, right) in splits(figures.get(place).copied().unwrap_or(0)) {
            for zero in (0..count).filter(|&zero| figures.get(zero) == Some(&0)) {
                edited.clear();
                edited.extend_from_slice(figures);
                if let Some(cell) = edited.get_mut(place) {
                    *cell = left;
                }
                edited.insert(place + 1, right);
                edited.remove(if zero > place { zero + 1 } else { zero });
                each(Edit::Joined, &edited);
            }
        }
    }
}

/// 30 and 1 as 301. A figure does not begin with a zero.
fn join(left: Option<&i64>, right: Option<&i64>) -> Option<i64> {
    let (&left, &right) = left.zip(right)?;
    if left < 1 || right < 0 || left > LARGEST || right > LARGEST {
        return None;
    }
    let places = right.checked_ilog10().map_or(1, |log| log + 1);
    left.checked_mul(10_i64.checked_pow(places)?)?.checked_add(right)
}

/// 301 as 30 and 1; 3 and 01 is none, as no figure begins with a zero.
fn splits(figure: i64) -> impl Iterator<Item = (i64, i64)> {
    let powers =
        (1..19).map_while(|place| 10_i64.checked_pow(place)).take_while(move |&power| power <= figure);
    let pair = move |power: i64| (figure / power, figure % power);
    powers.map(move |power| (power, pair(power))).filter_map(|(power, (left, right))| {
        let begins_with_zero = right * 10 < power && !(right == 0 && power == 10);
        (!begins_with_zero).then_some((left, right))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_split_and_join() {
        assert_eq!(join(Some(&30), Some(&1)), Some(301));
        assert_eq!(join(Some(&30), Some(&0)), Some(300));
        assert_eq!(join(Some(&0), Some(&3)), None);
        assert_eq!(splits(301).collect::<Vec<_>>(), [(30, 1)]);
        assert_eq!(splits(310).collect::<Vec<_>>(), [(31, 0), (3, 10)]);
        assert_eq!(splits(7).count(), 0);
        assert_eq!(splits(-30).count(), 0);
    }
}
