//! Whether table three has every row of the form, once and in order.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::operand::{Operand, Side, Value};
use super::place::{At, Place};
use super::table_rule::{Compared, State};
use crate::report::{Report, Requests};
use crate::template::{Row, TableKind};

pub(super) fn judge(report: &Report, _: At) -> State {
    let requests = &report.requests;
    if requests.printed.is_empty() && requests.additional.is_empty() {
        return State::ABSENT;
    }
    let in_place = |(place, row): (usize, Row)| row.index(requests.edition) == Some(place);
    let complete = requests.printed.len() == requests.rows().len() && requests.additional.is_empty();
    State::of(complete && printed(requests).enumerate().all(in_place))
}

/// The rows of the form in the order of the text.
fn printed(requests: &Requests) -> impl Iterator<Item = Row> {
    requests.printed.iter().map(|printed| printed.row)
}

/// Those that stand in the form before the one printed above.
fn misplaced(requests: &Requests) -> impl Iterator<Item = Row> {
    let pairs = printed(requests).zip(printed(requests).skip(1));
    pairs.filter(|(above, row)| row < above).map(|(_, row)| row)
}

/// A set of rows.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Rows(u32);

impl Rows {
    const fn with(self, row: Row) -> Self {
        Self(self.0 | 1 << row as u8)
    }

    const fn has(self, row: Row) -> bool {
        self.0 >> row as u8 & 1 == 1
    }

    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// In the order of the form.
    fn iter(self) -> impl Iterator<Item = Row> {
        let mut left = self;
        core::iter::from_fn(move || {
            let row = *Row::ALL.get(left.0.trailing_zeros() as usize)?;
            left.0 &= left.0 - 1;
            Some(row)
        })
    }

    fn names<'a>(self) -> impl Iterator<Item = &'a str> {
        self.iter().map(|row| row.key())
    }
}

impl FromIterator<Row> for Rows {
    fn from_iter<T: IntoIterator<Item = Row>>(rows: T) -> Self {
        rows.into_iter().fold(Self::default(), Self::with)
    }
}

/// The rows of the form that are missing from the table, or repeated; those that are of the other edition.
struct Faults {
    missing: Rows,
    repeated: Rows,
    foreign: Rows,
}

impl Faults {
    fn of(requests: &Requests) -> Self {
        let form: Rows = Row::of(requests.edition).collect();
        let (mut once, mut again) = (Rows::default(), Rows::default());
        for row in printed(requests) {
            if once.has(row) {
                again = again.with(row);
            }
            once = once.with(row);
        }
        let foreign = once.without(form);
        Self { missing: form.without(once), repeated: again.without(foreign), foreign }
    }
}

/// What is expected, and what is wrong instead, by name.
pub(super) fn sides(report: &Report, _: At) -> Compared {
    let requests = &report.requests;
    let faults = Faults::of(requests);
    let mut text = String::with_capacity(32 * (faults.missing.len() + 4));
    list(&mut text, "missing", faults.missing.names());
    list(&mut text, "repeated", faults.repeated.names());
    list(&mut text, "out of order", misplaced(requests).map(Row::key));
    let additional = requests.additional.iter().map(|row| row.label.as_str());
    list(&mut text, "outside the form", faults.foreign.names().chain(additional));
    (format!("{} rows, each once, in order", requests.rows().len()).into(), text.into())
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
    let Faults { missing, repeated, foreign } = Faults::of(requests);
    let at_fault = missing.and(repeated).and(foreign).and(misplaced(requests).collect());
    let in_order = at_fault == Rows::default() && requests.additional.is_empty();
    let shown = if in_order { printed(requests).collect() } else { at_fault };
    let mut operands = Vec::with_capacity(shown.len() + requests.additional.len());
    for row in shown.iter() {
        if missing.has(row) {
            operands.push(Operand::new(Place::Row(row), Side::Expected, None, None));
            continue;
        }
        let label = || Some(Value::from(row.label()));
        let printed = requests.printed.iter().filter(|printed| printed.row == row);
        operands.extend(
            printed.map(|printed| Operand::new(Place::Row(row), Side::Actual, label(), Some(printed.label))),
        );
    }
    for (row, number) in requests.additional.iter().zip(0_u16..) {
        let place = Place::Additional(TableKind::Requests, number);
        operands.push(Operand::new(place, Side::Actual, Some(row.label.clone().into()), Some(row.span)));
    }
    operands
}
