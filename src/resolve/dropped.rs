//! Rows of whole cells with some too many: whether the others keep their sums is seen without a search.

use super::atoms::MAX_EXTRA;
use super::edit::Edit;
use super::piece::Piece;
use super::readings::{MAX_READINGS, Readings};
use super::row::Row;
use super::slot::{Content, Slot};
use crate::Span;

/// A row of whole cells without some that stand together.
#[derive(Clone, Copy)]
struct Without<'r> {
    pieces: &'r [Piece],
    first: usize,
    count: usize,
}

impl Without<'_> {
    fn piece(&self, at: usize) -> Option<Piece> {
        self.pieces.get(if at < self.first { at } else { at + self.count }).copied()
    }

    fn slot(&self, at: usize) -> Option<Slot> {
        let (value, content) = match self.piece(at)? {
            Piece::Figure { value, .. } => (value, Content::Figure),
            Piece::Mark(mark, _) => (0, Content::Mark(mark)),
            _ => (0, Content::Blank),
        };
        Some(Slot { content, ..Slot::figure(value, at, at + 1) })
    }

    /// Whether the last of some cells is the sum of the others, and the steps of the search: none for a figure that leaves
    /// another rest than they do, else one for each of them up to the one that is too much, and one for the last.
    fn sum(&self, from: usize, last: usize) -> Option<(bool, u32)> {
        let total = self.slot(last)?;
        let (mut left, mut rest, mut steps, mut over) = (total.value, 0, 0, false);
        for at in from..last {
            let part = self.slot(at)?.value;
            rest += part % 9;
            if !over {
                steps += 1;
                over = part > left;
                left -= part;
            }
        }
        Some(match total.content {
            Content::Figure if rest % 9 != total.value % 9 => (false, 0),
            _ if over => (false, steps),
            _ => (left == 0, steps + 1),
        })
    }
}

impl Row<'_> {
    fn without(&self, edit: Edit) -> Option<Without<'_>> {
        let (Edit::Drop { first, count }, true) = (edit, self.cells) else { return None };
        Some(Without { pieces: self.pieces, first: first.into(), count: count.into() })
    }

    /// Where a cell is printed that is left when others are dropped; `None` for any other row or edit.
    pub(super) fn span_without(&self, edit: Edit, at: usize) -> Option<Option<Span>> {
        self.without(edit).map(|row| row.piece(at)?.span())
    }

    /// The readings of what is left when cells are dropped, and the steps of the search for them; `None` where they have to
    /// be searched for.
    pub(super) fn read_without(&self, edit: Edit, steps: &mut u32, out: &mut Readings) -> Option<()> {
        let (row, form) = (self.without(edit)?, self.problem.form);
        let columns = form.columns();
        let known = |piece: &Piece| match *piece {
            Piece::Figure { value, signed, .. } => !signed && value >= 0,
            Piece::Blank | Piece::Mark(..) => true,
            Piece::Run(_) | Piece::Unreadable(_) => false,
        };
        let fills = row.pieces.len() == columns + row.count && row.count <= MAX_EXTRA;
        let bound = (*steps as usize) < columns || out.heads.len() + columns > MAX_READINGS;
        let summed = form.blocks().iter().all(|block| block.summed);
        if self.vanish || !summed || !fills || bound || !row.pieces.iter().all(known) {
            return None;
        }
        let mut from = 0;
        for block in form.blocks() {
            let to = from + usize::from(block.columns);
            let (comes_out, looked) = row.sum(from, to.checked_sub(1)?)?;
            *steps -= looked;
            if !comes_out {
                return Some(());
            }
            from = to;
        }
        let (mut from, mut number) = (0, 0);
        for block in form.blocks() {
            out.begin(columns);
            let to = from + u16::from(block.columns);
            let mut cost = 0;
            for slot in (from..to).filter_map(|at| row.slot(at.into())) {
                cost += slot.cost(slot.from.into(), columns);
                out.put(slot);
            }
            out.keep(Readings::head(edit, number, from, to, (false, false), cost));
            (from, number) = (to, number + 1);
        }
        Some(())
    }
}
