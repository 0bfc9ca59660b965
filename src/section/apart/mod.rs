//! The requests table whose figures a page has apart from their labels: columns behind all labels, the totals behind rows of
//! six, bands of rows one after the other.

mod labels;
mod mosaic;
mod pages;
mod pieces;
mod sums;

use alloc::vec::Vec;

use self::labels::labels;
use self::mosaic::{COLUMNS, Mosaic, Piece, Row as Cells, STEPS};
use self::pieces::{figures, pieces};
use self::sums::Values;
use super::atom::Atom;
use super::place::adds_up;
use super::rows::{Draft, Drafts, Source};
use super::tidy::MOST_PAGES;
use crate::resolve::Form;
use crate::template::{Edition, Row};

/// A reading of the whole table.
struct Reading {
    /// The numbers of the figures of each row.
    cells: Vec<Cells>,
    values: Vec<Values>,
    /// The rows whose figures may be in other columns, as bits.
    open: u64,
}

/// The rows as the sums prove them, where the text has a label for each and a figure for each cell; `None` where the
/// labels have their own already or nothing is proved.
pub(super) fn rows(text: &str, atoms: &[Atom], drafts: &Drafts, edition: Edition) -> Option<Drafts> {
    let whole =
        |draft: &&Draft| draft.row.is_some() && draft.pieces.len() == COLUMNS && !draft.source.is_lost();
    let rows = Row::of(edition).count();
    if drafts.pieces.len() < rows * COLUMNS || drafts.rows.iter().filter(whole).count() >= rows {
        // As nearly always.
        return None;
    }
    let pages = figures(atoms).count().checked_sub(rows * COLUMNS).filter(|pages| *pages <= MOST_PAGES)?;
    let labels = labels(text, drafts, edition)?;
    let own: Vec<Atom> = figures(atoms).copied().collect();
    let pieces = pieces(text, atoms, &own, &labels)?;
    // Those of rows that are whole already are perhaps where they belong.
    let mut anchored = pieces.clone();
    for draft in drafts.rows.iter().filter(whole).filter(|draft| draft.source == Source::Label) {
        let cells = drafts.pieces(draft);
        let first = cells.first().filter(|_| adds_up(cells)).map_or(u32::MAX, |atom| atom.span.start);
        let at = own.partition_point(|atom| atom.span.start < first);
        let row = draft.row.and_then(|row| Row::ALL.get(usize::from(row))?.index(edition));
        anchored.iter_mut().skip(at).take(COLUMNS).for_each(|piece| piece.beside = row);
    }
    let form = Form::requests(edition);
    // A misprint and numbers of pages together would explain too much.
    let tries =
        [(&anchored, 0), (&pieces, 0), (&anchored, 1)].into_iter().filter(|(_, wrong)| pages * wrong == 0);
    let mut found = tries.map(|(pieces, wrong)| readings(pieces, pages, wrong, &form));
    let readings = found.find(|found| found.as_ref().is_none_or(|readings| !readings.is_empty()))??;
    let (first, others) = readings.split_first()?;
    let mut proved = Drafts { pieces: Vec::with_capacity(own.len()), ..Drafts::default() };
    for (number, ((row, label), cells)) in labels.iter().zip(&first.cells).enumerate() {
        let open = readings.iter().any(|reading| reading.open >> number & 1 == 1)
            || others.iter().any(|other| other.values.get(number) != first.values.get(number));
        let piece = |cell: &u8| pieces.get(usize::from(*cell));
        let beside = cells.first().and_then(piece).is_some_and(|piece| piece.beside == Some(number))
            && cells.is_sorted_by(|a, b| a + 1 == *b);
        let source = match (open, beside) {
            (true, _) => Source::Doubtful,
            (false, true) => Source::Label,
            (false, false) => Source::Blocks,
        };
        let start = proved.pieces.len();
        proved.pieces.extend(cells.iter().filter_map(|cell| own.get(usize::from(*cell))));
        proved.rows.push(Draft::new(Some(*row as u8), *label, start..proved.pieces.len(), source));
    }
    Some(proved)
}

/// The readings that keep all sums, or break them by so many misprints; `None` when they are too many to be looked at.
fn readings(pieces: &[Piece], pages: usize, wrong: usize, form: &Form) -> Option<Vec<Reading>> {
    let mut steps = STEPS;
    let mut readings = Vec::new();
    for (places, kept) in pages::without(pieces, pages) {
        let mut mosaic = Mosaic::new(&kept, wrong, &mut steps);
        for found in mosaic.readings()? {
            let values: Vec<Values> = found.rows.iter().map(|cells| mosaic.values(cells)).collect();
            if sums::hold(&values, form) {
                let open = open(&mosaic, &found, &values, form);
                let place =
                    |cell: u8| places.get(usize::from(cell)).and_then(|place| u8::try_from(*place).ok());
                let cells =
                    found.rows.iter().map(|cells| cells.map(|cell| place(cell).unwrap_or(0))).collect();
                readings.push(Reading { cells, values, open });
            }
        }
    }
    Some(readings)
}

/// The rows in which figures may be in other columns: the words over a block may have moved it past another, and the sums
/// do not tell.
fn open(mosaic: &Mosaic<'_>, reading: &mosaic::Reading, values: &[Values], form: &Form) -> u64 {
    let bands: Vec<(u64, [usize; COLUMNS])> = mosaic.blocks_of(reading).collect();
    let mut open = 0;
    for (a, b) in (0..COLUMNS - 1).flat_map(|b| (0..b).map(move |a| (a, b))) {
        let moved = |(rows, blocks): &(u64, [usize; COLUMNS])| {
            let (first, second) = (*blocks.get(a)?, *blocks.get(b)?);
            let may = mosaic.may_have_moved(first, a) || mosaic.may_have_moved(second, b);
            (first != second && may).then_some(*rows)
        };
        let own = || bands.iter().filter_map(moved);
        for rows in own().chain([own().fold(0, |all, rows| all | rows)]) {
            if sums::allow_exchange(rows, a, b, values, form) {
                let differ = |(_, values): &(usize, &Values)| values.get(a) != values.get(b);
                let differing = values.iter().enumerate().filter(differ);
                open |= differing.fold(0, |open, (row, _)| open | rows & 1 << row);
            }
        }
    }
    open
}
