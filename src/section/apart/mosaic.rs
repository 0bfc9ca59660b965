//! Figures that stand apart from their labels in blocks: which block has which rows and columns, as sums prove.
//!
//! A page of this kind is rows of the table that stand together (a band), their columns one after the other: a block is one
//! column, or several row by row. Blocks end where an empty line or words stand. Beside their labels stand perhaps the first
//! columns of many rows, and the others apart in bands of their own. All readings of this kind in which every row and column
//! has its sum are found; that there is only one shows that it is right.

use alloc::vec;
use alloc::vec::Vec;

use crate::template::Column;

/// The columns of a row, the last of which is the sum of the others.
pub(super) const COLUMNS: usize = Column::ALL.len();

/// Readings of the first rows that are kept at a time.
const MOST: usize = 16;

/// Figures that are put in a place, in all.
pub(super) const STEPS: u32 = 200_000;

/// A figure or mark, in the order of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) value: i64,
    /// An empty line or words stand before it.
    pub(super) begins: bool,
    /// It stands on the line of the figure before it.
    pub(super) goes_on: bool,
    /// The row whose label stands directly before it.
    pub(super) beside: Option<usize>,
    /// Words that are no label of a row stand directly before it.
    pub(super) headed: bool,
    /// The column whose head these are.
    pub(super) below: Option<usize>,
}

/// The numbers of the figures of a row.
pub(super) type Row = [u8; COLUMNS];

/// By how much the figures of a row are more than their sum.
pub(super) fn excess(row: &[i64; COLUMNS]) -> i64 {
    let (total, parts) = row.split_last().unwrap_or((&0, &[]));
    parts.iter().copied().fold(0, i64::saturating_add).saturating_sub(*total)
}

/// The figures of a table, as many as it has cells.
pub(super) struct Mosaic<'p> {
    pieces: &'p [Piece],
    /// Rows that may lack their sum.
    wrong: usize,
    steps: &'p mut u32,
}

/// Rows as they may be read.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub(super) rows: Vec<Row>,
    /// The rows with which bands begin, as bits.
    bands: u32,
    /// How many rows do not have their sum.
    wrong: usize,
}

impl<'p> Mosaic<'p> {
    pub(super) fn new(pieces: &'p [Piece], wrong: usize, steps: &'p mut u32) -> Self {
        Self { pieces, wrong, steps }
    }

    /// The readings of all rows in which each has its sum; `None` when they are too many.
    pub(super) fn readings(&mut self) -> Option<Vec<Reading>> {
        let rows = self.pieces.len() / COLUMNS;
        self.bands(0, 0, 0, &vec![[0; COLUMNS]; rows])
    }

    /// The figures of a row.
    pub(super) fn values(&self, row: &Row) -> [i64; COLUMNS] {
        row.map(|cell| self.pieces.get(usize::from(cell)).map_or(0, |piece| piece.value))
    }

    /// The bands of a reading: their rows as bits, and for each column the block in which its figures begin.
    pub(super) fn blocks_of(&self, reading: &Reading) -> impl Iterator<Item = (u64, [usize; COLUMNS])> {
        let rows = reading.rows.len();
        let begins = move |row: &usize| reading.bands >> row & 1 == 1;
        (0..rows).filter(begins).filter_map(move |first| {
            let end = (first + 1..rows).find(begins).unwrap_or(rows);
            let bits = (first..end).fold(0, |bits, row| bits | 1 << row);
            let block = |cell: u8| (0..=usize::from(cell)).rev().find(|at| self.begins(*at)).unwrap_or(0);
            Some((bits, reading.rows.get(first)?.map(block)))
        })
    }

    /// Whether a block may have been moved to where it stands by the words over it, which are not the head of its column.
    pub(super) fn may_have_moved(&self, block: usize, column: usize) -> bool {
        self.pieces.get(block).is_some_and(|piece| piece.headed && piece.below != Some(column))
    }

    /// The readings of the columns behind `from` of rows that have the others, with the figures behind `at`.
    fn bands(&mut self, first: usize, from: usize, at: usize, rows: &[Row]) -> Option<Vec<Reading>> {
        let mut layers: Vec<Vec<Reading>> = vec![Vec::new(); rows.len() + 1];
        layers.first_mut()?.push(Reading { rows: Vec::new(), bands: 0, wrong: 0 });
        for done in 0..rows.len() {
            let before = core::mem::take(layers.get_mut(done)?);
            let at = at + done * (COLUMNS - from);
            if before.is_empty() {
                continue;
            }
            for end in done + 1..=rows.len() {
                let mut found = Vec::new();
                let mut band = rows.get(done..end)?.to_vec();
                self.blocks(first + done, from, at, &mut band, &mut found)?;
                if from == 0 {
                    if let Some(columns) = self.beside(first + done, at, &mut band) {
                        let behind = at + columns * band.len();
                        found.extend(self.bands(first + done, columns, behind, &band)?);
                    }
                }
                let layer = layers.get_mut(end)?;
                for (above, band) in
                    before.iter().flat_map(|above| found.iter().map(move |band| (above, band)))
                {
                    let looks = layer.len() + 1;
                    *self.steps = self.steps.checked_sub(u32::try_from(looks * end).ok()?)?;
                    let rows = [above.rows.as_slice(), &band.rows].concat();
                    let wrong = above.wrong + band.wrong;
                    if wrong <= self.wrong && !layer.iter().any(|other| self.is_alike(&other.rows, &rows)) {
                        layer.push(Reading { rows, bands: above.bands | 1 << done, wrong });
                    }
                    if layer.len() > MOST {
                        return None;
                    }
                }
            }
        }
        layers.pop()
    }

    /// Puts blocks of figures into the columns of a band, one behind the other; keeps what has its sums.
    fn blocks(
        &mut self,
        first: usize,
        column: usize,
        at: usize,
        band: &mut Vec<Row>,
        found: &mut Vec<Reading>,
    ) -> Option<()> {
        if column == COLUMNS {
            if let Some(wrong) = self.wrong(first, band) {
                if wrong <= self.wrong && !found.iter().any(|other| self.is_alike(&other.rows, band)) {
                    found.push(Reading { rows: band.clone(), bands: 0, wrong });
                }
            }
            return Some(());
        }
        let (rows, run, left) = (band.len(), self.run(at), COLUMNS - column);
        let mut put = |this: &mut Self, columns: usize, by_row: bool| {
            *this.steps = this.steps.checked_sub(u32::try_from(rows * columns).ok()?)?;
            for (row, cells) in band.iter_mut().enumerate() {
                for (place, cell) in cells.iter_mut().skip(column).take(columns).enumerate() {
                    let behind = if by_row { row * columns + place } else { place * rows + row };
                    *cell = u8::try_from(at + behind).ok()?;
                }
            }
            this.blocks(first, column + columns, at + rows * columns, band, found)
        };
        if self.begins(at + rows) {
            put(self, 1, true)?;
        }
        // Whole rows on lines of their own are as likely those of other labels.
        let whole = |this: &Self, row: usize, place: usize| {
            this.is_beside(place, first + row)
                || this.pieces.get(place + 1).is_some_and(|piece| !piece.goes_on)
        };
        // The first figure of the next row may be close to the last of a block.
        for rest in 0..=usize::from(rows > 1) {
            let columns = (run - rest) / rows;
            if (run - rest) % rows == 0
                && (2..=left).contains(&columns)
                && (columns < COLUMNS || whole(self, 0, at))
            {
                put(self, columns, true)?;
                if rows > 1 && rest == 0 {
                    put(self, columns, false)?;
                }
            }
        }
        if rows > 1 && (2..=left).contains(&run) {
            let mut places = (0..rows).map(|row| (row, at + row * run));
            let alike = |(row, place)| {
                self.begins(place) && self.run(place) == run && (run < COLUMNS || whole(self, row, place))
            };
            if places.all(alike) {
                put(self, run, true)?;
            }
        }
        Some(())
    }

    /// Puts the figures beside the labels of a band into its first columns, and says how many: the same for each row.
    fn beside(&self, first: usize, at: usize, band: &mut [Row]) -> Option<usize> {
        let columns = self.run(at);
        for (row, cells) in band.iter_mut().enumerate() {
            let place = at + row * columns;
            if !self.is_beside(place, first + row) || self.run(place) != columns || columns >= COLUMNS {
                return None;
            }
            for (cell, place) in cells.iter_mut().zip(place..place + columns) {
                *cell = u8::try_from(place).ok()?;
            }
        }
        Some(columns)
    }

    fn is_beside(&self, piece: usize, row: usize) -> bool {
        self.pieces.get(piece).is_some_and(|piece| piece.beside == Some(row))
    }

    /// Whether a block begins at a place.
    fn begins(&self, at: usize) -> bool {
        self.pieces.get(at).is_none_or(|piece| piece.begins)
    }

    /// The figures up to where the next block may begin.
    fn run(&self, at: usize) -> usize {
        let behind = self.pieces.get(at + 1..).unwrap_or(&[]);
        1 + behind.iter().take_while(|piece| !piece.begins).count()
    }

    /// How many rows do not have their sum; `None` where a figure is not in the row beside whose label it stands.
    fn wrong(&self, first: usize, rows: &[Row]) -> Option<usize> {
        let own = |cell: &u8| self.pieces.get(usize::from(*cell)).and_then(|piece| piece.beside);
        let fits =
            |(row, number): (&Row, usize)| row.iter().all(|cell| own(cell).is_none_or(|own| own == number));
        let wrong = || rows.iter().filter(|row| excess(&self.values(row)) != 0).count();
        rows.iter().zip(first..).all(fits).then(wrong)
    }

    /// Whether two readings have the same figures.
    fn is_alike(&self, a: &[Row], b: &[Row]) -> bool {
        a.len() == b.len() && a.iter().zip(b).all(|(a, b)| self.values(a) == self.values(b))
    }
}
