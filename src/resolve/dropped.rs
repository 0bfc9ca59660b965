//! Rows of whole cells with some too many: whether the others keep their sums is seen without a search.

use super::atoms::MAX_EXTRA;
use super::edit::Edit;
use super::piece::Piece;
use super::readings::{MAX_READINGS, Readings};
use super::row::Row;
use super::slot::{Content, Slot};
use crate::Span;

impl Row<'_> {
    fn kept(&self, edit: Edit) -> impl Iterator<Item = &Piece> + Clone {
        self.pieces.iter().enumerate().filter(move |(at, _)| edit.keeps(*at)).map(|(_, piece)| piece)
    }

    /// Where a cell is printed that is left when others are dropped.
    pub(super) fn span_without(&self, edit: Edit, at: usize) -> Option<Span> {
        self.kept(edit).nth(at)?.span()
    }

    /// The readings of what is left when cells are dropped, and the steps of the search for them; false for any row that it
    /// has to be searched for.
    pub(super) fn read_without(&self, edit: Edit, steps: &mut u32, out: &mut Readings) -> bool {
        let (Edit::Drop { count, .. }, form) = (edit, self.problem.form) else { return false };
        let columns = form.columns();
        let known = |piece: &Piece| match *piece {
            Piece::Figure { value, signed, .. } => !signed && value >= 0,
            Piece::Blank | Piece::Mark(..) => true,
            Piece::Run(_) | Piece::Unreadable(_) => false,
        };
        let fills = self.pieces.len() == columns + usize::from(count) && usize::from(count) <= MAX_EXTRA;
        let bound = (*steps as usize) < columns || out.heads.len() + columns > MAX_READINGS;
        let summed = form.blocks().iter().all(|block| block.summed);
        if self.vanish || !self.cells || !summed || !fills || bound || !self.pieces.iter().all(known) {
            return false;
        }
        let mut kept = self.kept(edit);
        for block in form.blocks() {
            let parts = usize::from(block.columns).saturating_sub(1);
            let own = kept.clone().take(parts).map(value);
            let Some(total) = kept.nth(parts) else { return true };
            let (comes_out, looked) = sum(own, total);
            *steps -= looked;
            if !comes_out {
                return true;
            }
        }
        self.keep(edit, out);
        true
    }

    fn keep(&self, edit: Edit, out: &mut Readings) {
        let columns = self.problem.form.columns();
        let mut cells = self.kept(edit).enumerate().map(|(at, piece)| {
            let content = match piece {
                Piece::Mark(mark, _) => Content::Mark(*mark),
                Piece::Blank => Content::Blank,
                _ => Content::Figure,
            };
            Slot { content, ..Slot::figure(value(piece), at, at + 1) }
        });
        let (mut from, mut number) = (0, 0);
        for block in self.problem.form.blocks() {
            out.begin(columns);
            let (mut cost, mut to) = (0, from);
            for slot in cells.by_ref().take(block.columns.into()) {
                cost += slot.cost(slot.from.into(), columns);
                to = slot.to;
                out.put(slot);
            }
            out.keep(Readings::head(edit, number, from, to, (false, false), cost));
            (from, number) = (to, number + 1);
        }
    }
}

fn value(piece: &Piece) -> i64 {
    if let Piece::Figure { value, .. } = piece { *value } else { 0 }
}

/// Whether the parts sum to the total, and the steps of the search: none for a figure that leaves another rest than they
/// do, else one for each part up to the one that is too much, and one for the total.
fn sum(parts: impl Iterator<Item = i64> + Clone, total: &Piece) -> (bool, u32) {
    let rest = parts.clone().fold(0, |rest, part| (rest + part % 9) % 9);
    let (mut left, mut steps) = (value(total), 0);
    if matches!(total, Piece::Figure { .. }) && rest != left % 9 {
        return (false, 0);
    }
    for part in parts {
        steps += 1;
        if part > left {
            return (false, steps);
        }
        left -= part;
    }
    (left == 0, steps + 1)
}
