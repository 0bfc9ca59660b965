//! Labels without cells that are not blank for certain: cells stand about that may be theirs.

use super::atom::{Atom, Kind};
use super::extent::has_figures_only;
use super::place::adds_up;
use super::requests::FORM;
use super::rows::{Draft, Drafts, Source, is_numbered};
use super::tidy::{Look, MOST_PAGES, has_sum, is_flooded, is_orphan, is_stray, is_uneven, own};
use crate::layout::{Break, Layout, Line};

/// A label without cells has perhaps those that stand near it without a label, or some of those that are too many for
/// the label next to it: it is not blank for certain.
pub(super) fn doubt_empty(drafts: &mut Drafts, look: &Look<'_>, columns: &impl Fn(&Draft) -> usize) {
    // The number of a row of blanks stands beside it, or with its cells on the line above.
    let unnumbered = |draft: &Draft| {
        look.grid
            && look.sums
            && draft
                .label
                .is_some_and(|label| !is_numbered(look.text.get(..label.start as usize).unwrap_or("")))
    };
    let is_empty = |draft: &Draft, own: &[Atom]| {
        let blank = || own.iter().all(|atom| atom.kind == Kind::Blank) && unnumbered(draft);
        draft.row.is_some() && (own.is_empty() || blank())
    };
    if !drafts.rows.iter().any(|draft| is_empty(draft, drafts.pieces(draft))) {
        return;
    }
    if is_flooded(drafts, look, columns) {
        let rows = drafts.rows.iter_mut().filter(|draft| is_empty(draft, own(&drafts.pieces, draft)));
        rows.for_each(|draft| draft.source = Source::Doubtful);
        return;
    }
    let stray = look.sums && !look.keeps_blanks && is_stray(drafts);
    let by_column = drafts.rows.iter().any(|draft| draft.source.is_by_column());
    let Drafts { rows, pieces, .. } = drafts;
    let empty = |draft: &Draft| is_empty(draft, own(pieces, draft));
    // On lines of a page a whole row stands next to its label, or behind the head of a group; and words with cells are
    // perhaps the rest of the label before them.
    let by_lines = matches!(look.layout, Layout::PdfRows | Layout::Aligned);
    let spare = |draft: &Draft| {
        let own = own(pieces, draft);
        is_orphan(draft)
            || by_lines && draft.row.is_none() && !own.is_empty()
            || draft.row.is_some() && own.len() > columns(draft)
            || (stray || by_column) && is_uneven(draft, own, columns(draft))
    };
    let reach = |draft: &Draft| match pieces.get(draft.pieces.clone()) {
        _ if !by_lines || draft.row.is_some() => usize::MAX,
        _ if draft.label.is_some() => 1,
        Some(own) if has_sum(own) => 2,
        _ => usize::MAX,
    };
    let mark = |run: &mut dyn Iterator<Item = &mut Draft>| {
        let mut left = 0_usize;
        for draft in run {
            if spare(draft) {
                left = left.max(reach(draft));
            } else if left > 0 {
                draft.source = Source::Doubtful;
                left -= 1;
            }
        }
    };
    for run in rows.chunk_by_mut(|a, b| empty(a) && (empty(b) || spare(b)) || spare(a) && empty(b)) {
        mark(&mut run.iter_mut());
        mark(&mut run.iter_mut().rev());
    }
}

/// A whole row that no label has and a label without cells: the rows between them perhaps have the cells of the next.
pub(super) fn doubt_shifted(drafts: &mut Drafts, columns: &impl Fn(&Draft) -> usize) {
    let Drafts { rows, pieces, .. } = drafts;
    let spare = |draft: &Draft| {
        let own = own(pieces, draft);
        is_orphan(draft) && own.len() == columns(draft) && adds_up(own)
    };
    if !rows.iter().any(spare) || rows.iter().any(|draft| draft.source.is_by_column()) {
        return;
    }
    let empty = |draft: &Draft| {
        let group = draft.row.is_some_and(FORM.may_be_group);
        draft.row.is_some() && !group && own(pieces, draft).is_empty()
    };
    // The last of either kind, and where it stands.
    let mut last: Option<(bool, usize)> = None;
    for at in 0..rows.len() {
        let Some(kind) =
            rows.get(at).and_then(|row| if spare(row) { Some(true) } else { empty(row).then_some(false) })
        else {
            continue;
        };
        if let Some((before, from)) = last.replace((kind, at))
            && before != kind
        {
            let between = rows.get_mut(from..=at).unwrap_or_default();
            between.iter_mut().filter(|row| row.row.is_some()).for_each(|row| row.source = Source::Doubtful);
        }
    }
}

/// Where no label has more than one figure, nothing shows that a label stands before its cells: the one behind a figure
/// that has its own line is not blank for certain.
pub(super) fn doubt_lone(drafts: &mut Drafts) {
    if drafts.rows.iter().any(|draft| draft.pieces.len() > 1) {
        return;
    }
    let Drafts { rows, pieces, .. } = drafts;
    let mut filled = false;
    for draft in rows {
        if filled && draft.pieces.is_empty() {
            draft.source = Source::Doubtful;
        }
        filled = pieces.get(draft.pieces.start).is_some_and(|atom| atom.before != Break::None)
            && !draft.pieces.is_empty();
    }
}

/// A table of which the text has labels only is not blank for certain where figures stand `behind` it, before the next.
pub(crate) fn doubt_blank(drafts: &mut Drafts, text: &str, behind: &[Line]) {
    if drafts.pieces.is_empty()
        && behind.iter().filter(|line| has_figures_only(line.text(text))).nth(MOST_PAGES).is_some()
    {
        drafts.rows.iter_mut().for_each(|draft| draft.source = Source::Doubtful);
    }
}
