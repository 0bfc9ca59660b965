//! A row that has nothing but its own sums to go by.

use alloc::vec::Vec;

use super::atoms::Sequence;
use super::edit::Edit;
use super::free::Free;
use super::lines;
use super::readings::Readings;
use super::rivals;
use super::row::{Domain, Row};
use super::sums::{Check, MAX_STEPS};
use super::support::Support;

/// What its readings support; `None` where there is nothing to choose. What it costs is taken off `all`.
pub(super) fn support(row: &Row<'_>, domain: &Domain, all: &mut u32) -> Option<Support> {
    let form = row.problem.form;
    let new = || Support::new(form.columns());
    let mut support = match domain {
        Domain::Fixed { .. } | Domain::Hopeless => return None,
        Domain::Open(readings) => {
            let mut support = new();
            lines::add_all(&mut support, readings, form);
            match misprints(row, readings) {
                Misprints::None => {}
                Misprints::Any => add(row, all, &mut support),
                Misprints::Rivals(sequence) => {
                    let find = |steps: &mut u32| rivals::read(sequence, form, readings, steps);
                    add_within(row, all, &mut support, find);
                }
            }
            support
        }
        Domain::Refuted => {
            let mut support = new();
            add(row, all, &mut support);
            support
        }
        Domain::Cut => {
            let mut support = new();
            support.cut = true;
            support
        }
    };
    if support.is_empty() {
        anything(row, &mut support);
    }
    Some(support)
}

/// Which misprints are to be weighed beside readings that keep the sums.
enum Misprints<'r> {
    None,
    Any,
    /// Those that are nearly as likely as what keeps the sums.
    Rivals(&'r Sequence),
}

fn misprints<'r>(row: &'r Row<'_>, readings: &Readings) -> Misprints<'r> {
    if !row.problem.form.has_row_sums() {
        return Misprints::None;
    }
    let loses = readings.heads.iter().all(|head| head.edit.loses(row.pieces));
    let literal = readings.heads.iter().all(|head| head.edit == Edit::None);
    // One row's sums are no match for the freedom of blanks that may have vanished.
    let free = if row.vanish { row.has_run() } else { literal && row.is_short() };
    if readings.doubtful || loses || free {
        return Misprints::Any;
    }
    let sequence = row.literal.as_ref().filter(|sequence| literal && row.has_run() && sequence.only_digits);
    sequence.map_or(Misprints::None, Misprints::Rivals)
}

/// Adds the readings of which one block need not add up.
fn add(row: &Row<'_>, all: &mut u32, support: &mut Support) {
    add_within(row, all, support, |steps| {
        let mut readings = Readings::default();
        for (edit, sequence) in tier(row) {
            row.read(&sequence, edit, Check::AllButOne, false, steps, &mut readings);
            // Publishers who leave sums blank do so in each block.
            if edit == Edit::None && row.vanishes(&sequence) && !readings.is_empty() {
                row.read(&sequence, edit, Check::All, true, steps, &mut readings);
            }
        }
        readings
    });
}

/// Adds what a search within the bounds of a row finds.
fn add_within(row: &Row<'_>, all: &mut u32, support: &mut Support, find: impl FnOnce(&mut u32) -> Readings) {
    let given = MAX_STEPS.min(*all);
    let mut steps = given;
    let readings = find(&mut steps);
    *all -= given - steps;
    lines::add_all(support, &readings, row.problem.form);
    if readings.cut {
        support.cut = true;
        anything(row, support);
    }
}

/// The sequences in which a row can be read when its own sums are no guide: the literal one, or else all repairs.
pub(super) fn tier(row: &Row<'_>) -> Vec<(Edit, Sequence)> {
    match row.literal.clone().filter(|sequence| row.is_possible(sequence)) {
        // Short where blanks are kept: a blank or a separator has vanished.
        Some(sequence) if !row.vanish && row.vanishes(&sequence) => {
            edits(row).into_iter().chain([(Edit::None, sequence)]).collect()
        }
        Some(sequence) => [(Edit::None, sequence)].into(),
        None => edits(row),
    }
}

/// The sequences of all repairs.
pub(super) fn edits(row: &Row<'_>) -> Vec<(Edit, Sequence)> {
    row.edits().into_iter().filter_map(|edit| Some((edit, row.sequence(edit)?))).collect()
}

/// Adds whatever can stand in the cells of a row.
pub(super) fn anything(row: &Row<'_>, support: &mut Support) {
    let literal = row.literal.clone().map(|sequence| (Edit::None, sequence));
    for (edit, sequence) in literal.into_iter().chain(edits(row)) {
        support.add_free(&Free::new(&sequence, row.problem.form, row.vanishes(&sequence)), edit);
    }
}
