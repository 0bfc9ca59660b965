//! Choosing among readings: glued, shifted, vanished, split and superfluous cells.
//!
//! A pure module over figures and identities; it knows no layout and no label. A row whose pieces are exactly its
//! cells is kept as printed and never altered to make a sum come out. Any other row has a set of readings, bounded,
//! the literal ones before those that repair something. The identities of the form say which are admissible: a row's
//! own sum first, then the column sums over all rows together. Cells on which all admissible readings agree are given,
//! the others are ambiguous between exactly what those readings have there.
//!
//! Every search is bounded: figures of a run have 18 digits at most, a row 8 pieces more than columns, 1,024 readings and
//! 30,000 steps of search, a table 300,000 steps and 400,000 looks at cells and classes, a cell 128 candidates. Where a bound
//! is hit, what it leaves undecided is ambiguous and [`Resolution::bounded`] says so. A row that is too long to be a row
//! costs one look.
//!
//! The way of the data: `piece` (what the text shows) → `atoms`, `edit` (a row as a sequence of digits and cells, read
//! literally or with one repair) → `sums`, `free` (its readings) → `row` (which tier is used) → `table`, `lines`,
//! `grid`, `joint` (all rows under the column sums), `misprint` (when they cannot be kept) → `support`, `output` → `given`.
// The section parsers are to use it.
#![allow(dead_code)]

mod alone;
mod atoms;
mod column;
mod digits;
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
mod row;
mod runs;
mod slip;
mod slot;
mod sums;
mod support;
mod table;
mod tails;
#[cfg(test)]
mod tests;

#[cfg(test)]
use form::ColumnSum;
pub(crate) use form::Form;
#[cfg(test)]
use given::Repair;
pub(crate) use given::{Given, RepairKind, Resolution};
#[cfg(test)]
use piece::blanks_vanish;
pub(crate) use piece::{Blanks, Piece, Problem, RowText};

/// Reads the rows of a table. Costs next to nothing where every row is placed.
pub(crate) fn resolve(problem: &Problem<'_>) -> Resolution {
    table::resolve(problem)
}
