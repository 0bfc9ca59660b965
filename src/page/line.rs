//! A row of a table as a line of the text that is read.

use core::ops::Range;

use super::grid::Again;
use super::narrow;
use super::runs::Text;

/// The line of a row that is being written.
pub(crate) struct Line<'a> {
    pub(crate) out: &'a mut Text,
    pub(crate) again: &'a mut Again,
    empty: bool,
}

impl<'a> Line<'a> {
    /// Begins a line of the text.
    pub(crate) fn begin(out: &'a mut Text, again: &'a mut Again) -> Self {
        out.begin_line();
        Self { out, again, empty: true }
    }

    fn separate(&mut self) {
        if !core::mem::take(&mut self.empty) {
            self.out.tab();
        }
    }

    /// Writes a cell.
    pub(crate) fn cell(&mut self, of: &Text, range: Range<usize>) -> Range<usize> {
        self.separate();
        let start = self.out.len();
        self.out.piece(of, range, false);
        start..self.out.len()
    }

    /// Writes once more what was written for a row above.
    pub(crate) fn again(&mut self, text: &Range<usize>, shared: bool) {
        let Some(left) = self.again.left.checked_sub(text.len()) else {
            self.again.left = 0;
            return;
        };
        self.again.left = left;
        self.separate();
        let start = self.out.len();
        self.out.again(text.clone());
        if shared {
            self.share(&(start..self.out.len()));
        }
    }

    /// Notes a figure that stands in several rows.
    pub(crate) fn share(&mut self, place: &Range<usize>) {
        self.again.shared.push(narrow(place.start)..narrow(place.end));
    }
}
