//! A table that stands twice in its section, as with that of the year before: the report's own is the one under its year,
//! and without one it is not said which.

use alloc::vec::Vec;
use core::ops::Range;

use super::atom::{Atom, Kind};
use super::rows::{Draft, Drafts, Source};
use crate::layout::is_space;
use crate::template::labels::Label;
use crate::template::{Group, Item, TableKind};

/// Rows that stand once with cells and once without, or once with cells that cannot be told, are open. Cells that can
/// be compared are left to be compared.
#[cold]
pub(super) fn doubt(drafts: &mut Drafts) {
    let (mut empty, mut full, mut lost) = (0, 0, 0);
    for draft in &drafts.rows {
        let row = bit(draft);
        if draft.source.is_lost() {
            lost |= row;
        } else if draft.pieces.is_empty() {
            empty |= row;
        } else {
            full |= row;
        }
    }
    let open = lost | empty & full;
    let rows = drafts.rows.iter_mut().filter(|draft| bit(draft) & open > 0);
    rows.for_each(|draft| draft.source = Source::Doubtful);
}

/// Leaves of two tables the report's own: that under its year where the other stands under another one, or the first where
/// the second is of an earlier year. False where that is not said.
#[cold]
pub(super) fn keep_own(text: &str, atoms: &mut Vec<Atom>, year: Option<u16>) -> bool {
    let Some(Range { start, end }) = own(text, atoms, year) else { return false };
    atoms.truncate(end);
    atoms.drain(..start);
    true
}

fn own(text: &str, atoms: &[Atom], year: Option<u16>) -> Option<Range<usize>> {
    let (first, last) = (atoms.first()?, atoms.last()?);
    let own = year?;
    let range = first.span.start as usize..last.span.end as usize;
    let is_label = |atom: &&Atom| matches!(atom.kind, Kind::Label(_));
    let labels = |atoms: &[Atom]| atoms.iter().filter(is_label).count();
    let mut between = years(text.get(range.clone())?).filter_map(|(at, year)| {
        let place = atoms.partition_point(|atom| (atom.span.end as usize) <= range.start + at);
        let (first, second) = atoms.split_at_checked(place)?;
        // The two are of one form.
        let (before, behind) = (labels(first), labels(second));
        (4 * before.abs_diff(behind) <= before + behind).then_some((year, first, second))
    });
    let (second_year, first, second) = between.next()?;
    if between.any(|(year, ..)| year != second_year) {
        return None;
    }
    let begin = (range.start.saturating_sub(CAPTION)..).find(|at| text.is_char_boundary(*at))?;
    let first_year = years(text.get(begin..range.start)?).last().map(|(_, year)| year);
    if second_year == own && first_year.is_some_and(|year| year != own) {
        Some(first.len() + second.iter().position(|atom| is_label(&atom))?..atoms.len())
    } else if second_year < own && first_year.is_none_or(|year| year == own) {
        Some(0..first.iter().rposition(|atom| !matches!(atom.kind, Kind::Text))? + 1)
    } else {
        None
    }
}

/// Bytes before a table in which its year stands.
const CAPTION: usize = 150;

/// The years with which words begin, and where they stand: 2022年度情况.
fn years(text: &str) -> impl Iterator<Item = (usize, u16)> {
    text.match_indices('年').filter_map(|(end, _)| {
        let at = end.checked_sub(4)?;
        let begins = text.get(..at)?.chars().next_back().is_none_or(|c| is_space(c) || !c.is_alphanumeric());
        let year = text.get(at..end)?.parse().ok().filter(|year| (2000..2100).contains(year))?;
        begins.then_some((at, year))
    })
}

/// Whether most rows stand more than once: a page that breaks repeats one or two of them.
pub(super) fn stands_twice(drafts: &Drafts) -> bool {
    let rows = || drafts.rows.iter().filter_map(|draft| draft.row);
    // As nearly always, the first stands once.
    let first = rows().next();
    first.is_some() && rows().filter(|row| Some(*row) == first).nth(1).is_some() && are_repeated(drafts)
}

#[cold]
fn are_repeated(drafts: &Drafts) -> bool {
    let (mut once, mut again) = (0_u64, 0_u64);
    for row in drafts.rows.iter().map(bit) {
        again |= once & row;
        once |= row;
    }
    2 * again.count_ones() > once.count_ones()
}

/// The same, seen from one label of the first table, or of the third that its heading does not have.
pub(super) fn has_label_twice(atoms: &[Atom], table: TableKind) -> bool {
    let penalty = |atom: &&Atom| matches!(atom.kind, Kind::Label(Label::Item(Item::AdministrativePenalty)));
    let direct = |atom: &&Atom| matches!(atom.kind, Kind::Label(Label::Group(Group::LitigationDirect)));
    match table {
        TableKind::Proactive => atoms.iter().filter(penalty).nth(1).is_some(),
        TableKind::Requests => false,
        TableKind::Disputes => atoms.iter().filter(direct).nth(1).is_some(),
    }
}

/// The row of the form as one bit; none for a row that the form does not have.
fn bit(draft: &Draft) -> u64 {
    draft.row.and_then(|row| 1_u64.checked_shl(row.into())).unwrap_or(0)
}
