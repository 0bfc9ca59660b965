//! A column of remarks behind the totals, which the form does not have.

use memchr::memmem;

use super::atom::{Atom, Kind};
use super::place::{adds_up, is_filled};
use super::rows::{Draft, Drafts, Source};
use super::tidy::has_sum;
use crate::template::labels::Label;

/// What stands over it.
const HEADS: [&str; 2] = ["备注", "備註"];

/// Leaves marks and words of a column of remarks out of rows that have `columns` without it. A row that then lacks cells
/// may have ended with a mark of its own.
pub(crate) fn leave_out(text: &str, atoms: &[Atom], grid: bool, drafts: &mut Drafts, columns: usize) {
    let ends_so = |draft: &Draft| draft.row.is_some() && remark(drafts.pieces(draft), columns).is_some();
    // Hardly any table has such rows.
    if !drafts.rows.iter().any(ends_so) || !(is_headed(text, atoms) || grid && is_seen(drafts, columns)) {
        return;
    }
    let Drafts { rows, pieces, .. } = drafts;
    for draft in rows.iter_mut().filter(|draft| draft.row.is_some()) {
        let Some(cells) = pieces.get_mut(draft.pieces.clone()) else { continue };
        let Some(at) = remark(cells, columns) else { continue };
        match cells.get_mut(at..) {
            Some([cell, _, ..]) => cell.kind = Kind::Blank,
            _ => draft.pieces.end -= 1,
        }
        if draft.pieces.len() < columns {
            draft.source = Source::Doubtful;
        }
    }
}

/// The place of what may be a row's remark: its last cell, or words behind its sum with nothing but blanks behind them.
fn remark(row: &[Atom], columns: usize) -> Option<usize> {
    let at = row.iter().rposition(is_filled)?;
    let cell = row.get(at)?;
    let is_last = at + 1 == row.len() && is_remark(cell);
    let cells = || row.get(at.checked_sub(columns)?..at);
    (is_last || cell.kind == Kind::Text && cells().is_some_and(adds_up)).then_some(at)
}

const fn is_remark(cell: &Atom) -> bool {
    matches!(cell.kind, Kind::Mark(_) | Kind::Text)
}

/// Whether the heads name the column.
fn is_headed(text: &str, atoms: &[Atom]) -> bool {
    let begin = atoms.first().map_or(0, |atom| atom.span.start as usize);
    let row = atoms.iter().find(|atom| matches!(atom.kind, Kind::Label(Label::Row(_))));
    let head = row.and_then(|row| text.as_bytes().get(begin..row.span.start as usize)).unwrap_or_default();
    HEADS.iter().any(|word| memmem::find(head, word.as_bytes()).is_some())
}

/// Whether no row ends with a figure, and one with a remark behind its sum.
fn is_seen(drafts: &Drafts, columns: usize) -> bool {
    let rows = || drafts.rows.iter().filter(|draft| draft.row.is_some()).map(|draft| drafts.pieces(draft));
    let ends = |row: &[Atom]| matches!(row.last(), Some(Atom { kind: Kind::Figure(_), .. }));
    let remarked = |row: &[Atom]| {
        let whole = |cells: &[Atom]| cells.get(cells.len().saturating_sub(columns)..).is_some_and(has_sum);
        row.len() > columns && row.split_last().is_some_and(|(last, cells)| is_remark(last) && whole(cells))
    };
    !rows().any(ends) && rows().any(remarked)
}
