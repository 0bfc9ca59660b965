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

/// The total is a little off the sum, or differs from it in one digit changed, added or lost.
fn is_slip(slots: &[Slot]) -> bool {
    let Some((total, parts)) = slots.split_last() else { return false };
    let sum = parts.iter().fold(0_i64, |sum, part| sum.saturating_add(part.value));
    let digit = |place| {
        let unit = 10_i64.pow(place);
        let (low, high) = (total.value % unit, total.value / unit);
        let (sum_low, sum_high) = (sum % unit, sum / unit);
        low == sum_low && (high / 10 == sum_high / 10 || high / 10 == sum_high || high == sum_high / 10)
    };
    total.value.abs_diff(sum) <= MISCOUNT || (0..18).any(digit)
}

/// Adds the readings that differ from a supported one in a single column, where blanks vanish from glued rows: then
/// `95020 9502` keeps all sums but those of its misprinted cell, as `9502 0 9502` keeps them all.
pub(super) fn add_neighbours(
    row: &Row<'_>,
    readings: &Readings,
    classes: &[u32],
    supported: &[bool],
    support: &mut Support,
    all: &mut u32,
) {
    let columns = row.problem.form.columns();
    let Some(sequence) = row.sequence(Edit::None) else { return };
    let mut done: Vec<u32> = Vec::new();
    let given = MAX_STEPS.min(*all);
    let mut steps = given;
    let mut near = Readings::default();
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
                if let Some(limit) = limits.get_mut(column).filter(|_| other.0 <= other.1) {
                    *limit = other;
                    let rules = Rules { vanish: true, blank_sums: true, check: Check::None, limits: &limits };
                    sums::read(&sequence, row.problem.form, rules, Edit::None, &mut steps, &mut near);
                }
            }
            if let Some(limit) = limits.get_mut(column) {
                *limit = (slot.value, slot.value);
            }
        }
    }
    *all -= given - steps;
    support.cut |= near.cut;
    lines::add_all(support, &near, row.problem.form);
}
