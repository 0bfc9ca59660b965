//! The identities that the form itself states, as data.

use crate::template::{Edition, Row};

/// Columns that stand together. When `summed`, the last is the sum of those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) columns: u8,
    pub(crate) summed: bool,
}

/// In every column: the sum over the rows `parts` equals the sum over the rows `totals` (bit sets of row numbers).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ColumnSum {
    pub(crate) parts: u64,
    pub(crate) totals: u64,
    /// Whether the one row of `totals` is printed as the sum of the parts, so that a publisher may leave it blank.
    pub(crate) totals_is_sum: bool,
}

/// What is known of a table before its text is read. Column sums are used only where the row is one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Form {
    blocks: [Block; 3],
    block_count: u8,
    column_sums: [ColumnSum; 2],
    column_sum_count: u8,
    /// Columns that may be negative.
    signed: u32,
    /// Columns `from..to` of which publishers sometimes add a subtotal.
    subtotal: Option<(u8, u8)>,
}

const NO_BLOCK: Block = Block { columns: 0, summed: false };
const NO_SUM: ColumnSum = ColumnSum { parts: 0, totals: 0, totals_is_sum: false };

impl Form {
    /// A row of figures without identities: one of the proactive table. `signed`: its columns that may be negative.
    pub(crate) fn plain(columns: u8, signed: &[u8]) -> Self {
        Self {
            blocks: [Block { columns, summed: false }, NO_BLOCK, NO_BLOCK],
            block_count: 1,
            column_sums: [NO_SUM; 2],
            column_sum_count: 0,
            signed: signed.iter().fold(0, |set, &column| set | 1_u32.checked_shl(column.into()).unwrap_or(0)),
            subtotal: None,
        }
    }

    /// The requests table: six applicants and their total; results add up to the total row, and what came in
    /// equals what was decided and what is carried forward.
    pub(crate) fn requests(edition: Edition) -> Self {
        let bit = |row: Row| row.index(edition).map_or(0, |index| 1_u64 << index);
        let results = Row::of(edition).filter(|row| row.group().is_some()).fold(0, |set, row| set | bit(row));
        Self {
            subtotal: Some((1, 6)),
            ..Self::table(
                7,
                &[
                    ColumnSum { parts: results, totals: bit(Row::Total), totals_is_sum: true },
                    ColumnSum {
                        parts: bit(Row::Received) | bit(Row::CarriedOver),
                        totals: bit(Row::Total) | bit(Row::CarriedForward),
                        totals_is_sum: false,
                    },
                ],
            )
        }
    }

    /// The row of review and litigation: three groups of four outcomes and their total.
    pub(crate) fn disputes() -> Self {
        let group = Block { columns: 5, summed: true };
        Self { blocks: [group; 3], block_count: 3, ..Self::plain(0, &[]) }
    }

    /// Rows whose last column is the sum of the others, with at most two column sums.
    pub(crate) fn table(columns: u8, sums: &[ColumnSum]) -> Self {
        let mut form = Self::plain(columns, &[]);
        form.blocks = [Block { columns, summed: true }, NO_BLOCK, NO_BLOCK];
        for (place, sum) in form.column_sums.iter_mut().zip(sums) {
            *place = *sum;
            form.column_sum_count += 1;
        }
        form
    }

    pub(crate) fn blocks(&self) -> &[Block] {
        self.blocks.get(..self.block_count.into()).unwrap_or(&[])
    }

    pub(crate) fn columns(&self) -> usize {
        self.blocks().iter().map(|block| usize::from(block.columns)).sum()
    }

    /// None where the row is several blocks: the search among rows wants whole readings.
    pub(crate) fn column_sums(&self) -> &[ColumnSum] {
        if self.block_count > 1 {
            return &[];
        }
        self.column_sums.get(..self.column_sum_count.into()).unwrap_or(&[])
    }

    /// Whether any identity holds within a row.
    pub(crate) fn has_row_sums(&self) -> bool {
        self.blocks().iter().any(|block| block.summed)
    }

    pub(crate) fn may_be_signed(&self, column: usize) -> bool {
        u32::try_from(column).ok().and_then(|shift| self.signed.checked_shr(shift)).unwrap_or(0) & 1 == 1
    }

    pub(crate) fn subtotal(&self) -> Option<(usize, usize)> {
        self.subtotal.map(|(from, to)| (from.into(), to.into()))
    }
}
