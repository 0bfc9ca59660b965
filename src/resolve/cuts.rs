//! Digits that no identity restricts, as in the rows of the first table: every way to cut them into two or three figures.
//! What each column can hold follows from where the digits stand, without a search.

use alloc::vec::Vec;

use super::figures::TENS;
use super::slot::Slot;

/// Of three figures in so many digits all are within the bounds of a search.
const MAX_DIGITS: usize = 17;

/// A figure that a column can hold.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cut {
    pub(crate) value: i64,
    /// Its digits.
    pub(crate) from: u32,
    pub(crate) to: u32,
    /// How unlikely it is, and the likeliest row that has it there.
    own: u32,
    row: u32,
}

/// The figures that each column of a row can hold, the most plausible first. Rows share their room.
#[derive(Default)]
pub(crate) struct Cuts([Vec<Cut>; 3]);

impl Cuts {
    /// The figures that digits can be cut into; false for digits that cannot be cut so.
    pub(crate) fn cut(&mut self, digits: &[u8], columns: usize) -> bool {
        self.0.iter_mut().for_each(Vec::clear);
        let (end, last) = (digits.len(), columns.saturating_sub(1));
        if !(2..=3).contains(&columns) || end < columns || !digits.iter().all(u8::is_ascii_digit) {
            return false;
        }
        let Some(run) = Run::new(digits) else { return false };
        let cut = |column, from, to| run.cut(from, to, column, columns);
        let [firsts, middles, lasts] = &mut self.0;
        // For every row alike: the room is taken once.
        firsts.reserve(MAX_DIGITS);
        middles.reserve((last - 1) * MAX_DIGITS * MAX_DIGITS / 2);
        lasts.reserve(MAX_DIGITS);
        lasts.extend((last..end).rev().filter_map(|from| cut(last, from, end)));
        for mut first in (1..=end - last).filter_map(|to| cut(0, 0, to)) {
            for behind in &mut *lasts {
                let mut row = first.own + behind.own;
                match behind.from.checked_sub(first.to) {
                    Some(0) if last == 1 => {}
                    Some(1..) if last == 2 => {
                        let Some(middle) = cut(1, first.to as usize, behind.from as usize) else { continue };
                        row += middle.own;
                        keep(middles, Cut { row, ..middle });
                    }
                    _ => continue,
                }
                first.row = row.min(first.row);
                behind.row = row.min(behind.row);
            }
            firsts.push(first);
        }
        if last == 1 {
            core::mem::swap(middles, lasts);
        }
        let columns = self.0.get_mut(..columns).unwrap_or_default();
        for cuts in &mut *columns {
            cuts.retain(|cut| cut.row != Cut::NO_ROW);
            cuts.sort_unstable_by_key(|cut| (cut.row, cut.value));
        }
        columns.iter().all(|cuts| !cuts.is_empty())
    }

    /// Those of a column of the last row that was cut.
    pub(crate) fn of(&self, column: usize) -> &[Cut] {
        self.0.get(column).map_or(&[], Vec::as_slice)
    }
}

/// Keeps a figure between two others, which alone can be like another one: the likelier of the two stays.
fn keep(middles: &mut Vec<Cut>, middle: Cut) {
    match middles.iter_mut().find(|cut| cut.value == middle.value) {
        Some(alike) if alike.row <= middle.row => {}
        Some(alike) => *alike = middle,
        None => middles.push(middle),
    }
}

impl Cut {
    const NO_ROW: u32 = u32::MAX;
}

/// Digits, and what those up to each place are as one number.
struct Run<'d> {
    digits: &'d [u8],
    through: [u64; MAX_DIGITS + 1],
}

impl<'d> Run<'d> {
    fn new(digits: &'d [u8]) -> Option<Self> {
        let mut through = [0; MAX_DIGITS + 1];
        let mut number = 0;
        for (place, digit) in through.get_mut(1..=digits.len())?.iter_mut().zip(digits) {
            number = number * 10 + u64::from(digit - b'0');
            *place = number;
        }
        Some(Self { digits, through })
    }

    /// The figure of some digits in a column; none of several digits begins with a zero.
    fn cut(&self, from: usize, to: usize, column: usize, columns: usize) -> Option<Cut> {
        let length = to - from;
        if length > 1 && self.digits.get(from) == Some(&b'0') {
            return None;
        }
        let value = self.through.get(to)? - self.through.get(from)? * TENS.get(length)?;
        let value = i64::try_from(value).ok()?;
        let own = Slot::figure(value, from, to).cost(column, columns);
        Some(Cut { value, from: from as u32, to: to as u32, own, row: Cut::NO_ROW })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;
    use crate::resolve::{Blanks, Form, Given, Piece, Problem, RowText, resolve};

    /// What a search through all readings says.
    fn searched(digits: &str, columns: usize) -> Vec<Vec<i64>> {
        let form = Form::plain(columns as u8, &[]);
        let pieces = [Piece::Run(Span::new(0, digits.len() as u32))];
        let rows = [Some(RowText { first: 0, count: 1, blanks: Blanks::Kept })];
        let problem = Problem { text: digits, form: &form, pieces: &pieces, rows: &rows };
        let solution = resolve(&problem);
        let cells = (0..columns).map(|column| match solution.given(&problem, 0, column) {
            Given::Figure { value, .. } => [value].into(),
            Given::Ambiguous { candidates, .. } => candidates.iter().map(|value| value.unwrap()).collect(),
            other => panic!("{digits}: {other:?}"),
        });
        cells.collect()
    }

    #[test]
    fn cuts_are_what_a_search_finds() {
        let (mut cuts, mut cut) = (Cuts::default(), 0);
        for columns in [2, 3] {
            for number in (0..60_000).step_by(7).chain([100_020, 9_931_189, 12_345_678, 11_111_111]) {
                for zeros in ["", "0", "00"] {
                    let digits = alloc::format!("{zeros}{number}");
                    if !cuts.cut(digits.as_bytes(), columns) {
                        continue;
                    }
                    for cut in (0..columns).flat_map(|column| cuts.of(column)) {
                        let printed = Span::new(cut.from, cut.to).slice(&digits).unwrap();
                        assert_eq!(printed.parse(), Ok(cut.value));
                    }
                    let values = |column| cuts.of(column).iter().map(|cut| cut.value).collect();
                    let values: Vec<Vec<i64>> = (0..columns).map(values).collect();
                    assert_eq!(values, searched(&digits, columns), "{digits}");
                    cut += 1;
                }
            }
        }
        assert!(cut > 20_000);
    }

    #[test]
    fn what_cannot_be_cut_is_left_alone() {
        for (digits, columns) in
            [("1", 2), ("0012", 2), ("12", 3), ("1-2", 2), ("123456789012345678", 3), ("12", 1)]
        {
            assert!(!Cuts::default().cut(digits.as_bytes(), columns), "{digits}");
        }
    }
}
