//! Tables of fewer columns than the form has: publishers leave out those of applicants who never asked.

use alloc::vec::Vec;

use super::atom::{Atom, Kind};
use super::packed::figures;
use super::place::{Habits, adds_up, is_filled};
use super::rows::{Drafts, Source};
use super::tidy::{has_sum, own};
use crate::Span;
use crate::layout::Break;
use crate::template::Column;
use crate::template::labels::Label;

/// Rows with their sums that bear out what the heads say.
const FEWEST: usize = 2;

/// The columns of the form that a table has.
type Named = [bool; Column::ALL.len()];

/// Puts blank cells where the heads lack a column, in rows whose sums bear that out. Else rows whose sum stands before the
/// column of totals, where none stands in it, are of other columns than the form's: which they are is not said.
pub(super) fn fill_up(atoms: &[Atom], drafts: &mut Drafts) {
    let filled = named(atoms).and_then(|named| rows(drafts, &named));
    let Some(filled) = filled else { return doubt(drafts) };
    for (at, cells) in filled {
        let Some(draft) = drafts.rows.get_mut(at) else { continue };
        match cells {
            Some(cells) => {
                let begin = drafts.pieces.len();
                drafts.pieces.extend(cells);
                (draft.pieces, draft.source, draft.depth) = (begin..drafts.pieces.len(), Source::Gaps, 0);
            }
            None => draft.source = Source::Doubtful,
        }
    }
}

/// The columns that heads name, when they lack some and nothing else stands among them.
fn named(atoms: &[Atom]) -> Option<Named> {
    let mut named = [false; Column::ALL.len()];
    for atom in atoms {
        let column = match atom.kind {
            Kind::Label(Label::Row(_)) => break,
            Kind::Label(Label::Column(column)) => column,
            Kind::Label(Label::Other) => Column::OtherOrg,
            Kind::Label(Label::Total) => Column::Total,
            Kind::Label(Label::RequestsHead) | Kind::Blank => continue,
            _ if named.contains(&true) => return None,
            _ => continue,
        };
        *named.get_mut(column as usize)? = true;
    }
    let [first, organisations @ .., total] = &named;
    let lacks = organisations.contains(&false) && organisations.contains(&true);
    (*first && *total && lacks).then_some(named)
}

/// The rows of labels by their number, with all cells of the form; without those where a row's own do not add up.
fn rows(drafts: &Drafts, named: &Named) -> Option<Vec<(usize, Option<Vec<Atom>>)>> {
    let columns = named.iter().filter(|named| **named).count();
    let habits = Habits::of(drafts, |_| columns);
    let labelled = || drafts.rows.iter().enumerate().filter(|(_, draft)| draft.row.is_some());
    let deepest: usize = labelled().map(|(_, draft)| draft.depth).max()?.into();
    // Where all rows are as wide as the labels and the columns together, their cells stand below each other.
    let residue = |depth: u8| deepest - usize::from(depth);
    let on_grid = labelled().all(|(_, draft)| {
        draft.pieces.len() == residue(draft.depth) + columns
            && habits.lead(draft).is_none_or(|lead| lead == residue(draft.depth))
    });
    let (mut sums, mut flush, mut stepped, mut depths) = (0, true, true, [false; 2]);
    let mut rows = Vec::new();
    for (at, draft) in labelled() {
        let cells = drafts.pieces(draft);
        let (Some(first), Some(last)) = (cells.iter().position(is_filled), cells.iter().rposition(is_filled))
        else {
            continue;
        };
        let lead = if on_grid { Some(residue(draft.depth)) } else { habits.lead(draft) };
        if let Some(lead) = lead {
            if first < lead || last >= lead + columns {
                return None;
            }
            let depth = usize::from(draft.depth);
            flush &= lead == 0;
            stepped &= depth + lead == deepest;
            *depths.get_mut(usize::from(depth > 0))? = true;
        }
        let own = lead.and_then(|lead| cells.get(lead..lead + columns)).filter(|own| adds_up(own));
        sums += usize::from(own.is_some_and(has_sum));
        rows.push((at, own.map(|own| with_blanks(own, named))));
    }
    // Blanks before the first column are residue of labels; a head that was lost would leave them in front of all rows.
    let placed = flush || stepped && depths == [true; 2];
    let refuted = rows.iter().filter(|(_, own)| own.is_none()).count();
    (placed && sums >= FEWEST && refuted < sums).then_some(rows)
}

/// The cells of a row with a blank one in each column that the heads lack.
fn with_blanks(own: &[Atom], named: &Named) -> Vec<Atom> {
    let mut cells = own.iter().copied();
    let mut end = own.first().map_or(0, |cell| cell.span.start);
    let mut fill = |named: &bool| {
        let cell = if *named { cells.next() } else { None };
        let cell = cell.unwrap_or(Atom { span: Span::new(end, end), kind: Kind::Blank, before: Break::Cell });
        end = cell.span.end;
        cell
    };
    named.iter().map(&mut fill).collect()
}

/// Rows whose sum stands before the column of totals, when hardly any other row has figures: of those that have them, sums
/// of columns may tell.
fn doubt(drafts: &mut Drafts) {
    let columns = Column::ALL.len();
    let is_short = |cells: &[Atom]| {
        let filled = cells.iter().filter(|cell| is_filled(cell)).count();
        (1..columns).contains(&filled)
    };
    let labelled = || drafts.rows.iter().filter(|draft| draft.row.is_some());
    if !labelled().any(|draft| ends_early(drafts.pieces(draft), columns)) {
        // As nearly always.
        return;
    }
    let habits = Habits::of(drafts, |_| columns);
    let (mut early, mut others) = (0, 0);
    for draft in labelled() {
        let cells = drafts.pieces(draft);
        let Some(last) = cells.iter().rposition(is_filled) else { continue };
        let before = |lead: usize| last + 1 < lead + columns;
        let has_value = |cell: &Atom| matches!(cell.kind, Kind::Figure(figure) if figure.mantissa > 0);
        if ends_early(cells, columns) && (cells.len() < columns || habits.lead(draft).is_some_and(before)) {
            early += 1;
        } else if cells.iter().any(has_value) {
            others += 1;
        }
    }
    if early > others && others < FEWEST {
        let Drafts { rows, pieces, .. } = drafts;
        let short = rows.iter_mut().filter(|draft| draft.row.is_some() && is_short(own(pieces, draft)));
        short.for_each(|draft| draft.source = Source::Doubtful);
    }
}

/// Whether fewer cells than the form has columns end with their sum.
fn ends_early(cells: &[Atom], columns: usize) -> bool {
    figures(cells).is_some_and(|own| own.len() < columns && own.len() > 1 && has_sum(own))
}
