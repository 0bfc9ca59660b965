//! When a misprint explains a glued row as well as a reading that keeps its sums.
//!
//! Where a row's own sums are the only check, a wrong split keeps them by chance now and then (`0 187 | 0 0 8 8` as
//! `1 87 0 0 88`). A reading is therefore not given as certain beside one of fewer figures that a single misprint
//! would explain, or of as many that a slip of the pen would.

use alloc::vec::Vec;

use super::edit::Edit;
use super::lines;
use super::readings::Readings;
use super::row::Row;
use super::slot::Slot;
use super::sums::{self, Check, MAX_STEPS, Rules};
use super::support::Support;

/// The most by which a sum is off after a miscount.
const MISCOUNT: u64 = 3;

/// Whether the readings of a block, its total last, compete with one that keeps the sum with `figures` figures other
/// than zero.
pub(super) fn rivals(slots: &[Slot], figures: u8) -> bool {
    let own = slots.iter().filter(|slot| slot.value != 0).count();
    match own.cmp(&figures.into()) {
        core::cmp::Ordering::Less => true,
        core::cmp::Ordering::Equal => is_slip(slots),
        core::cmp::Ordering::Greater => false,
    }
}

/// The sum comes out when one cell is a little more or less, or one of its digits is changed, added or lost.
fn is_slip(slots: &[Slot]) -> bool {
    let Some((total, parts)) = slots.split_last() else { return false };
    let sum = parts.iter().fold(0_i64, |sum, part| sum.saturating_add(part.value));
    let over = sum.saturating_sub(total.value);
    over.unsigned_abs() <= MISCOUNT
        || one_digit(total.value, sum)
        || parts
            .iter()
            .any(|part| part.value > 0 && over <= part.value && one_digit(part.value, part.value - over))
}

/// Whether two figures differ in one digit changed, added or lost.
fn one_digit(one: i64, other: i64) -> bool {
    (0..18).any(|place| {
        let unit = 10_i64.pow(place);
        let (high, other_high) = (one / unit, other / unit);
        one % unit == other % unit
            && (high / 10 == other_high / 10 || high / 10 == other_high || high == other_high / 10)
    })
}

/// Adds the readings that differ from a supported one in a single column, where blanks vanish from glued rows: then
/// `95020 9502` keeps all sums but those of its misprinted cell, as `9502 0 9502` keeps them all. Whether one of them
/// has fewer figures: then the whole table must be asked what that misprint would change.
pub(super) fn add_neighbours(
    row: &Row<'_>,
    readings: &Readings,
    classes: &[u32],
    supported: &[bool],
    support: &mut Support,
    all: &mut u32,
) -> bool {
    let form = row.problem.form;
    let columns = form.columns();
    let Some(sequence) = row.sequence(Edit::None) else { return false };
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
                sums::read(&sequence, form, rules, Edit::None, &mut steps, &mut near);
                // A greater figure has taken in zeros that would be cells of their own.
                simpler |= other.0 > slot.value && !near.is_empty();
                support.cut |= near.cut;
                lines::add_all(support, &near, form);
            }
            if let Some(limit) = limits.get_mut(column) {
                *limit = (slot.value, slot.value);
            }
        }
    }
    *all -= given - steps;
    simpler
}
