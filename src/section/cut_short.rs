//! Rows of a true grid that lack cells at their ends.

use super::atom::{Atom, Kind};
use super::place::is_filled;
use super::rows::{Draft, Drafts, Source};
use super::tidy::{has_sum, own};
use crate::Span;
use crate::layout::Break;

/// Rows that lack cells of a true grid, where blanks fill the places of the inner labels, as many as are missing, in all rows
/// of outer labels of either depth. The blank ends of most were cut off; a few have lost any cell, as one with its sum has.
pub(super) fn fill_up(drafts: &mut Drafts, columns: &impl Fn(&Draft) -> usize) {
    // Where labels stand, and the least places that rows end at: told in one look for nearly all tables.
    let (mut deepest, mut least) = (0, usize::MAX);
    for draft in drafts.rows.iter().filter(|draft| draft.row.is_some() && !draft.pieces.is_empty()) {
        let depth = usize::from(draft.depth);
        deepest = deepest.max(depth);
        least = least.min((depth + draft.pieces.len()).saturating_sub(columns(draft)));
    }
    if deepest < 2 || least >= deepest {
        return;
    }
    let Drafts { rows, pieces, .. } = drafts;
    let labelled = || rows.iter().filter(|draft| draft.row.is_some() && !draft.pieces.is_empty());
    let residue = |draft: &Draft| deepest.saturating_sub(draft.depth.into());
    let lacks = |draft: &Draft| (residue(draft) + columns(draft)).saturating_sub(draft.pieces.len());
    let short = labelled().filter(|draft| lacks(draft) > 0).count();
    let lead = |draft: &Draft| own(pieces, draft).iter().take_while(|atom| !is_filled(atom)).count();
    let shows = |depth: usize| {
        labelled().any(|draft| usize::from(draft.depth) == depth && lead(draft) == residue(draft))
    };
    if !labelled().all(|draft| lead(draft) >= residue(draft)) || !(0..deepest).all(shows) {
        return;
    }
    let cut = short * 2 > labelled().count();
    for draft in rows.iter_mut().filter(|draft| draft.row.is_some()) {
        let Some(last) = own(pieces, draft).last().map(|atom| atom.span.end) else { continue };
        let (start, blanks) = (pieces.len(), lacks(draft));
        if blanks > 0 && cut && !has_sum(own(pieces, draft)) {
            let blank = Atom { span: Span::new(last, last), kind: Kind::Blank, before: Break::Cell };
            pieces.extend_from_within(draft.pieces.clone());
            pieces.extend(core::iter::repeat_n(blank, blanks));
            draft.pieces = start..pieces.len();
        } else if blanks > 0 {
            draft.source = Source::Doubtful;
        }
    }
}
