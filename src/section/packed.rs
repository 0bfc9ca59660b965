//! Rows between separators of which blank cells left no trace: their figures stand packed behind the labels, and only sums
//! tell the columns.

use alloc::vec::Vec;

use super::atom::{Atom, Kind};
use super::place::{adds_up, is_filled};
use super::rows::Drafts;
use super::tidy::has_sum;

/// Rows with their sums that show it.
const FEWEST: usize = 2;

/// Whether blank cells are gone from a table of sums: no row has one among its figures, those labelled at the same place
/// begin at the same cell and have different lengths, and the last figure of each that is short is its sum, but for one
/// that may be misprinted. Zeros show it where most rows are short.
pub(super) fn are_gone(drafts: &Drafts, columns: usize) -> bool {
    if !are_uneven(drafts) {
        // As nearly always.
        return false;
    }
    let (mut sums, mut short, mut whole, mut others) = (0, 0, 0, 0);
    let mut looks: Vec<Look> = Vec::new();
    for draft in drafts.rows.iter().filter(|draft| draft.row.is_some()) {
        let cells = drafts.pieces(draft);
        let begin = cells.iter().position(is_filled);
        match looks.iter_mut().find(|look| look.depth == draft.depth) {
            Some(look) => {
                if begin.and(look.begin).is_some_and(|seen| begin != Some(seen)) {
                    return false;
                }
                look.begin = look.begin.or(begin);
            }
            None => looks.push(Look { depth: draft.depth, begin }),
        }
        if looks.len() > DEEPEST {
            return false;
        }
        match figures(cells) {
            None => {}
            Some(own) if own.len() > columns || !own.iter().all(is_filled) => return false,
            Some(own) if own.len() == columns => whole += 1,
            Some(own) if !adds_up(own) => others += 1,
            Some(own) => {
                sums += usize::from(has_sum(own));
                short += usize::from(own.len() > 1);
            }
        }
    }
    // Blanks before the first column are residue of labels; more of them are cells.
    let deepest = looks.iter().map(|look| usize::from(look.depth)).max().unwrap_or(0);
    let flush =
        looks.iter().all(|look| look.begin.is_none_or(|begin| usize::from(look.depth) + begin <= deepest));
    flush && others <= 1 && (sums >= FEWEST || short >= FEWEST && short > whole)
}

/// Whether rows labelled at the same place have different lengths.
fn are_uneven(drafts: &Drafts) -> bool {
    let mut lengths = [None; DEEPEST];
    drafts.rows.iter().filter(|draft| draft.row.is_some()).any(|draft| {
        let length = lengths.get_mut(usize::from(draft.depth));
        length.is_some_and(|length| *length.get_or_insert(draft.pieces.len()) != draft.pieces.len())
    })
}

/// Rows labelled at the same place: where the first of them has its first figure.
struct Look {
    depth: u8,
    begin: Option<usize>,
}

/// Places of labels that a table has.
const DEEPEST: usize = 8;

/// The cells from the first figure of a row to its last.
pub(super) fn figures(cells: &[Atom]) -> Option<&[Atom]> {
    let (first, last) = (cells.iter().position(is_filled)?, cells.iter().rposition(is_filled)?);
    cells.get(first..=last)
}

/// Leaves what is left of spans out of all rows, which then hold nothing but figures and marks.
pub(super) fn drop_blanks(drafts: &mut Drafts) {
    let mut kept: Vec<Atom> = Vec::with_capacity(drafts.pieces.len());
    for draft in &mut drafts.rows {
        let begin = kept.len();
        let own = drafts.pieces.get(draft.pieces.clone()).unwrap_or(&[]);
        kept.extend(own.iter().filter(|atom| atom.kind != Kind::Blank));
        (draft.pieces, draft.depth) = (begin..kept.len(), 0);
    }
    drafts.pieces = kept;
}
