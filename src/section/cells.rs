//! Atoms as input of nom parsers.

use core::iter::{Copied, Enumerate};
use core::slice::Iter;

use nom::{Input, Needed};

use super::atom::Atom;
use crate::layout::Break;

/// A run of atoms that nom parsers read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cells<'a>(pub(crate) &'a [Atom]);

impl<'a> Cells<'a> {
    /// The first row and what follows it: rows begin where the layout says so.
    pub(crate) fn row(self) -> (Cells<'a>, Cells<'a>) {
        let end = self
            .0
            .iter()
            .skip(1)
            .position(|atom| atom.before == Break::Row)
            .map_or(self.0.len(), |at| at + 1);
        let (row, rest) = self.0.split_at_checked(end).unwrap_or((self.0, &[]));
        (Cells(rest), Cells(row))
    }
}

impl<'a> Input for Cells<'a> {
    type Item = Atom;
    type Iter = Copied<Iter<'a, Atom>>;
    type IterIndices = Enumerate<Self::Iter>;

    fn input_len(&self) -> usize {
        self.0.len()
    }

    fn take(&self, index: usize) -> Self {
        Cells(self.0.get(..index).unwrap_or(self.0))
    }

    fn take_from(&self, index: usize) -> Self {
        Cells(self.0.get(index..).unwrap_or(&[]))
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P: Fn(Atom) -> bool>(&self, predicate: P) -> Option<usize> {
        self.0.iter().position(|atom| predicate(*atom))
    }

    fn iter_elements(&self) -> Self::Iter {
        self.0.iter().copied()
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.iter_elements().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if count <= self.0.len() { Ok(count) } else { Err(Needed::new(count - self.0.len())) }
    }
}
