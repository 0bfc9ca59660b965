//! Whether table three has every row of the form, once and in order.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::finding::Basis;
use super::operand::{Operand, Side, Value};
use super::place::{At, Place};
use super::table_rule::Judged;
use crate::report::{Report, Requests};
use crate::template::{Row, TableKind};

pub(super) fn judge(report: &Report, _: At) -> Judged {
    let requests = &report.requests;
    if requests.printed.is_empty() && requests.additional.is_empty() {
        return Judged::Absent;
    }
    let printed = requests.printed.iter().map(|printed| printed.row);
    if requests.additional.is_empty() && printed.eq(Row::of(requests.edition)) {
        return Judged::Satisfied(Basis::Strict);
    }
    Judged::Violated(Basis::Strict, |report, _| {
        let expected = format!("{} rows, each once, in order", Row::of(report.requests.edition).count());
        (expected.into(), described(&report.requests).into())
    })
}

/// What is wrong with a row of the table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    Missing,
    Repeated,
    Misplaced,
    Foreign,
}

/// The rows of the form that are missing from the table, repeated, out of order, or of the other edition.
fn faults(requests: &Requests) -> Vec<(Fault, Row)> {
    let mut counts = [0_usize; Row::ALL.len()];
    for printed in &requests.printed {
        if let Some(count) = counts.get_mut(printed.row as usize) {
            *count += 1;
        }
    }
    let mut faults = Vec::with_capacity(Row::ALL.len());
    for (&row, times) in Row::ALL.iter().zip(counts) {
        match (row.is_in(requests.edition), times) {
            (true, 0) => faults.push((Fault::Missing, row)),
            (true, 2..) => faults.push((Fault::Repeated, row)),
            (false, 1..) => faults.push((Fault::Foreign, row)),
            _ => {}
        }
    }
    for pair in requests.printed.windows(2) {
        if let [first, second] = pair {
            if second.row < first.row {
                faults.push((Fault::Misplaced, second.row));
            }
        }
    }
    faults
}

/// The faults by name.
fn described(requests: &Requests) -> String {
    let faults = faults(requests);
    let of = |fault: Fault| faults.iter().filter(move |(other, _)| *other == fault).map(|(_, row)| row.key());
    let mut text = String::with_capacity(32 * (faults.len() + requests.additional.len() + 1));
    list(&mut text, "missing", of(Fault::Missing));
    list(&mut text, "repeated", of(Fault::Repeated));
    list(&mut text, "out of order", of(Fault::Misplaced));
    let additional = requests.additional.iter().map(|row| row.label.as_str());
    list(&mut text, "outside the form", of(Fault::Foreign).chain(additional));
    text
}

fn list<'a>(text: &mut String, what: &str, mut names: impl Iterator<Item = &'a str>) {
    let Some(first) = names.next() else { return };
    if !text.is_empty() {
        text.push_str("; ");
    }
    text.push_str(what);
    text.push_str(": ");
    text.push_str(first);
    for name in names {
        text.push_str(", ");
        text.push_str(name);
    }
}

/// The rows at fault, each where it is printed; every row of the table when none is.
pub(super) fn operands(report: &Report, _: At) -> Vec<Operand> {
    let requests = &report.requests;
    let faults = faults(requests);
    let in_order = faults.is_empty() && requests.additional.is_empty();
    let mut at_fault = [None; Row::ALL.len()];
    for &(fault, row) in &faults {
        if let Some(place) = at_fault.get_mut(row as usize) {
            *place = Some(fault);
        }
    }
    let mut operands = Vec::with_capacity(faults.len() + requests.additional.len());
    for (&row, fault) in Row::ALL.iter().zip(at_fault) {
        if fault == Some(Fault::Missing) {
            operands.push(Operand::new(Place::Row(row), Side::Expected, None, None));
        } else if in_order || fault.is_some() {
            let printed = requests.printed.iter().filter(|printed| printed.row == row);
            operands.extend(printed.map(|printed| {
                let label = Value::from(row.label());
                Operand::new(Place::Row(row), Side::Actual, Some(label), Some(printed.label))
            }));
        }
    }
    for (row, number) in requests.additional.iter().zip(0_u16..) {
        let place = Place::Additional(TableKind::Requests, number);
        operands.push(Operand::new(place, Side::Actual, Some(row.label.clone().into()), Some(row.span)));
    }
    operands
}
