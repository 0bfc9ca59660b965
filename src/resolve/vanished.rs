//! When a misprint explains a glued row in which blanks vanish as well as a reading that keeps all sums: `95020 9502`
//! with a last digit too many and the zero behind it left out, or `9502 0 9502`.

use alloc::vec::Vec;

use super::edit::Edit;
use super::lines;
use super::readings::Readings;
use super::row::Row;
use super::sums::{self, Check, MAX_STEPS, Rules};
use super::support::Support;

/// Adds the readings that differ from a supported one in a single column. Whether one of them has fewer figures: then the
/// whole table must be asked what that misprint would change.
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
