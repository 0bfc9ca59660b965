//! Labels without cells that are not blank for certain: cells stand about that may be theirs.

use alloc::vec::Vec;
use core::ops::Range;

use super::atom::{Atom, Kind};
use super::disputes::COLUMNS;
use super::extent::has_figures_only;
use super::furniture::is_furniture;
use super::place::adds_up;
use super::requests::FORM;
use super::rows::{Draft, Drafts, Source, is_numbered};
use super::run_on::is_wrapped;
use super::tidy::{Look, MOST_PAGES, has_sum, is_flooded, is_orphan, is_stray, is_uneven, own};
use crate::layout::{Break, Layout, Line};
use crate::template::TableKind;

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
    if is_flooded(drafts, look, columns) || look.sums && lacks_labels(drafts, columns) {
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

/// Whether several rows with their sums have no label: more of those from which blank cells are missing, as two figures
/// that are alike may be anything.
fn lacks_labels(drafts: &Drafts, columns: &impl Fn(&Draft) -> usize) -> bool {
    let rows = |ends: &dyn Fn(&Draft, &[Atom]) -> bool| {
        drafts.rows.iter().filter(|draft| is_orphan(draft) && ends(draft, drafts.pieces(draft))).count()
    };
    rows(&|draft, own| own.len() == columns(draft) && adds_up(own)) > 1
        || rows(&|_, own| own.len() > 1 && has_sum(own)) > MOST_PAGES
}

/// A whole row that no label has and a label without cells: the rows between them perhaps have the cells of the next.
/// Those of a label on one line are on its line, of the text or of the page if each figure has a line of the text.
pub(super) fn doubt_shifted(drafts: &mut Drafts, look: &Look<'_>, columns: &impl Fn(&Draft) -> usize) {
    let Drafts { rows, pieces, .. } = drafts;
    let spare = |draft: &Draft| {
        let own = own(pieces, draft);
        is_orphan(draft) && own.len() == columns(draft) && adds_up(own)
    };
    let by_column = rows.iter().filter(|draft| draft.source.is_by_column()).count();
    if !rows.iter().any(spare) || by_column * 2 > rows.len() {
        return;
    }
    let empty = |draft: &Draft| {
        let group = draft.row.is_some_and(FORM.may_be_group);
        let own = own(pieces, draft);
        // The number of a page is no row.
        let page = own.len() <= MOST_PAGES && own.len() < columns(draft) && !adds_up(own);
        draft.row.is_some() && !group && (own.is_empty() || page)
    };
    let lone = look.layout != Layout::PdfRows && look.layout != Layout::Aligned;
    let may_shift = |draft: &Draft| {
        let wrapped = || draft.label.is_none_or(|label| is_wrapped(look.text, label, true));
        let apart = |atom: &Atom| atom.before != Break::None && (!lone || wrapped());
        draft.row.is_some() && own(pieces, draft).first().is_none_or(apart)
    };
    let doubt = |rows: Option<&mut [Draft]>| {
        let rows = rows.unwrap_or_default().iter_mut().filter(|row| may_shift(row));
        rows.for_each(|row| row.source = Source::Doubtful);
    };
    // Those of either kind that have no other, and where they stand: all that stand together, else the last.
    let mut open: Vec<(bool, usize)> = Vec::new();
    for at in 0..rows.len() {
        let Some(row) = rows.get(at) else { break };
        let kind = spare(row);
        if !kind && !empty(row) {
            open.drain(..open.len().saturating_sub(1));
            continue;
        }
        let Some((_, from)) = open.last().copied().filter(|(before, _)| *before != kind) else {
            open.push((kind, at));
            continue;
        };
        open.pop();
        doubt(rows.get_mut(from..=at));
    }
    // The label of a whole row is perhaps not known as one of the table; not if it is what is left over of the row before.
    let is_rest = |at: usize| {
        at.checked_sub(1).and_then(|at| rows.get(at)).is_some_and(|before| {
            let own = own(pieces, before);
            let whole = own.len() == columns(before) && adds_up(own);
            !(own.is_empty() || whole)
        })
    };
    let alone = open.iter().find(|(kind, at)| *kind && lone && !is_rest(*at)).copied();
    if let Some((_, from)) = alone {
        doubt(rows.get_mut(from..));
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

/// Whether the label of a row has no cells; those of groups have none.
pub(crate) fn lacks_cells(drafts: &Drafts) -> bool {
    let is_row = |draft: &Draft| draft.row.is_some_and(|row| !(FORM.may_be_group)(row));
    drafts.rows.iter().any(|draft| draft.pieces.is_empty() && is_row(draft))
}

/// Whether figures stand outside a table that are none of another, and no numbers of pages: a page in the order in which
/// it was drawn has them before the labels, or behind the next heading.
pub(crate) fn has_figures_outside(
    text: &str,
    lines: &[Line],
    places: &[Option<Range<usize>>; 3],
    table: TableKind,
) -> bool {
    let Some(own) = places.get(table as usize).and_then(Option::as_ref) else { return false };
    let others = || places.iter().flatten();
    let begin = others().map(|place| place.end).filter(|end| *end <= own.start).max().unwrap_or(0);
    let next = others().filter(|place| place.start >= own.end).min_by_key(|place| place.start);
    let count = |lines: Option<&[Line]>| {
        let is_figure = |line: &&Line| has_figures_only(line.text(text)) && !is_furniture(text, line);
        lines.unwrap_or_default().iter().filter(is_figure).count()
    };
    let behind = own.end..next.map_or(lines.len(), |next| next.start);
    let beside = count(lines.get(begin..own.start)) + count(lines.get(behind));
    // Of the tables only that of the disputes has so many cells for certain.
    let disputes = places.get(TableKind::Disputes as usize).and_then(Option::as_ref);
    let within = next.filter(|next| Some(*next) == disputes);
    beside > MOST_PAGES
        || within.is_some_and(|next| beside + count(lines.get(next.clone())) > COLUMNS + MOST_PAGES)
}
