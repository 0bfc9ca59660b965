//! Choosing among readings: glued, shifted, vanished, split and superfluous cells.
//!
//! A pure module over figures and identities; it knows no layout and no label. A row whose pieces are exactly its
//! cells is kept as printed and never altered to make a sum come out. Any other row has a set of readings, bounded,
//! the literal ones before those that repair something. The identities of the form say which are admissible: a row's
//! own sum first, then the column sums over all rows together. Cells on which all admissible readings agree are given,
//! the others are ambiguous between exactly what those readings have there.
//!
//! A misprint breaks sums as a wrong reading does. One is weighed at a time, in every cell: where no readings keep all
//! sums; and beside those that do, where they only do so by leaving out a figure or assuming what the text gives no sign of,
//! where a row that the text fixes contradicts itself, where a glued row could hold a figure less (`vanished`: in a table
//! that leaves out as many zeros as it prints; else for the figure alone that would be longer), and where a row has nothing
//! but its own sums, unless the misprint takes a thousand times more luck (`rivals`). Two misprints in one table, or one
//! that has no likeness to what it should be, can still make a wrong reading keep all sums. A table that no single misprint
//! explains is read row by row.
//!
//! Every search is bounded. Of a row: 8 pieces more than columns, 18 digits a figure, 1,024 readings, 30,000 steps. Of a
//! table: 300,000 steps, another 150,000 for each row that a misprint is looked for in, and 400,000 looks at cells and
//! classes for all that its rows are asked together, misprints included: as each cell tried takes from those looks, the
//! rows tried for misprints are few where tables are large. Of a cell: 128 candidates. Where a bound is hit, what it leaves
//! undecided is ambiguous and [`Resolution::bounded`] says so. A row that is too long to be a row costs one look.
//!
//! The way of the data: `piece` (what the text shows) → `atoms`, `edit` (a row as a sequence of digits and cells, read
//! literally or with one repair) → `sums`, `free` (its readings), `dropped` (those that need no search) →
//! `row` (which tier is used) → `table`, `lines`, `grid`, `joint` (all rows under the column sums), `misprint` (when they
//! cannot be kept) → `support`, `output` → `given`. Beside it `cuts`: digits of rows without sums, which need no search.

mod adds_up;
mod alone;
mod atoms;
mod column;
mod cuts;
mod digits;
mod dropped;
mod edit;
mod figures;
mod form;
mod free;
mod given;
mod grid;
mod joint;
mod lines;
mod literal;
mod misprint;
mod output;
mod parts;
mod piece;
mod propagate;
mod readings;
mod rivals;
mod row;
mod runs;
mod slot;
mod sums;
mod support;
mod table;
mod tails;
#[cfg(test)]
mod tests;
mod vanished;

pub(crate) use cuts::{Cut, Cuts};
#[cfg(test)]
use form::ColumnSum;
pub(crate) use form::Form;
#[cfg(test)]
use given::Repair;
pub(crate) use given::{Given, RepairKind, Resolution};
pub(crate) use piece::{Blanks, Piece, Problem, RowText};

/// Reads the rows of a table. Costs next to nothing where every row is placed.
pub(crate) fn resolve(problem: &Problem<'_>) -> Resolution {
    table::resolve(problem)
}
