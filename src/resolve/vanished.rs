//! When a misprint explains a glued row in which blanks vanish as well as a reading that keeps all sums: `95020 9502`
//! with a last digit too many and the zero behind it left out, or `9502 0 9502`. A table that leaves out as many zeros as
//! it prints is asked what that misprint would change in all its rows. In one that prints most of them the latter is
//! likelier by far, and only the figure is doubted, not that the zeros behind it are printed.

use alloc::vec::Vec;

use super::edit::Edit;
use super::joint::Joint;
use super::lines;
use super::piece::Piece;
use super::readings::Readings;
use super::row::{Domain, Row};
use super::slot::{Content, Slot};
use super::sums::{self, Check, MAX_STEPS, Rules};
use super::support::Support;
use super::table::Table;

/// Whether a table leaves out as many zeros as it prints, for all that its readings that keep all sums say.
pub(super) fn zeros_vanish(table: &Table<'_>, classes: &[Vec<u32>], joint: &Joint) -> bool {
    let columns = table.problem.form.columns();
    let zero = |slot: &&Slot| slot.value == 0 && slot.content == Content::Figure;
    let (mut zeros, mut blanks) = (0, 0);
    for row in (0..table.problem.rows.len()).filter(|row| table.problem.is_placed(*row)) {
        let pieces = table.problem.row(row).iter();
        zeros += pieces.filter(|piece| matches!(piece, Piece::Figure { value: 0, .. })).count();
    }
    for (loose, classes) in table.loose.iter().zip(classes) {
        let count = |slots: &[Slot]| {
            (slots.iter().filter(zero).count(), slots.iter().filter(|slot| slot.is_void()).count())
        };
        let counts = match &loose.domain {
            Domain::Fixed { slots, .. } => Some(count(slots)),
            Domain::Open(readings) => lines::supported(readings, classes, joint.line(loose.number))
                .map(|head| count(readings.slots(head, columns)))
                .reduce(|(zeros, blanks), (fewer, more)| (zeros.min(fewer), blanks.max(more))),
            _ => None,
        };
        let (own, vanished) = counts.unwrap_or_default();
        (zeros, blanks) = (zeros + own, blanks + vanished);
    }
    blanks >= zeros
}

/// Adds what the readings that differ from a supported one in a single column have there, or all that they have where zeros
/// `often` vanish. Whether one of them has fewer figures: then the whole table must be asked what that misprint would change.
pub(super) fn add_neighbours(
    row: &Row<'_>,
    readings: &Readings,
    classes: &[u32],
    supported: &[bool],
    often: bool,
    support: &mut Support,
    all: &mut u32,
) -> bool {
    let form = row.problem.form;
    let columns = form.columns();
    let Some(sequence) = &row.literal else { return false };
    let mut done: Vec<u32> = Vec::new();
    let given = MAX_STEPS.min(*all);
    let mut steps = given;
    let mut simpler = false;
    for (head, class) in readings.heads.iter().zip(classes) {
        if done.contains(class) || !supported.get(*class as usize).copied().unwrap_or(false) {
            continue;
        }
        done.push(*class);
        let slots = readings.slots(head, columns);
        if slots.iter().all(|slot| slot.value == 0) {
            continue;
        }
        let mut limits: Vec<(i64, i64)> = slots.iter().map(|slot| (slot.value, slot.value)).collect();
        for (column, slot) in slots.iter().enumerate() {
            for other in [(0, slot.value - 1), (slot.value + 1, i64::MAX)] {
                let Some(limit) = limits.get_mut(column).filter(|_| other.0 <= other.1) else { continue };
                *limit = other;
                let rules = Rules { vanish: true, blank_sums: true, check: Check::None, limits: &limits };
                let mut near = Readings::default();
                sums::read(sequence, form, rules, Edit::None, &mut steps, &mut near);
                // A greater figure has taken in zeros that would be cells of their own.
                simpler |= other.0 > slot.value && !near.is_empty();
                support.cut |= near.cut;
                if often {
                    lines::add_all(support, &near, form);
                    continue;
                }
                for head in &near.heads {
                    if let Some(figure) = near.slots(head, columns).get(column) {
                        support.add(column, *figure, head.edit, head.cost);
                    }
                }
            }
            if let Some(limit) = limits.get_mut(column) {
                *limit = (slot.value, slot.value);
            }
        }
    }
    *all -= given - steps;
    simpler && often
}
