//! A row of a table as a line of the text that is read.

use core::ops::Range;

use super::grid::Again;
use super::runs::Text;

/// The line of a row that is being written.
pub(super) struct Line<'a> {
    pub(super) out: &'a mut Text,
    pub(super) again: &'a mut Again,
    empty: bool,
}

impl<'a> Line<'a> {
    /// Begins a line of the text.
    pub(super) fn begin(out: &'a mut Text, again: &'a mut Again) -> Self {
        out.begin_line();
        Self { out, again, empty: true }
    }

    fn separate(&mut self) {
        if !core::mem::take(&mut self.empty) {
            self.out.tab();
        }
    }

    /// Writes a cell.
    pub(super) fn cell(&mut self, of: &Text, range: Range<usize>) -> Range<usize> {
        self.separate();
        let start = self.out.len();
        self.out.piece(of, range, false);
        start..self.out.len()
    }

    /// Writes once more what was written for a row above.
    pub(super) fn again(&mut self, text: &Range<usize>, shared: bool) {
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
    pub(super) fn share(&mut self, place: &Range<usize>) {
        let narrow = |at| u32::try_from(at).unwrap_or(u32::MAX);
        self.again.shared.push(narrow(place.start)..narrow(place.end));
    }
}
