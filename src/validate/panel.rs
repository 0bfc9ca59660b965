//! A report that sums up others, such as a county's and those of its organs.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::comparison::{Comparison, Habits, Sum};
use super::crosswalk::counterpart;
use super::operand::{Operand, Side, Subject};
use super::place::At;
use super::rule::{Rule, Scope};
use crate::diagnostic::Severity;
use crate::report::{Cell, Report};
use crate::template::FactPath;

pub(super) static RULES: [Rule; 1] = [Rule::new(
    "panel.sum",
    Scope::Panel,
    Severity::Warning,
    "the sum over the children = parent",
    "各下级数据之和，等于汇总数据",
)];

/// Compares each figure of a report with the sum over the reports that it sums up.
///
/// Where a child lacks a figure, because its row is missing, its edition has none of the same meaning or it is for
/// another year, the sum over the others is a lower bound: it can still exceed the parent's figure, and where it does
/// not, the result is not evaluated and names the children. Amounts may differ by the rounding of what is printed.
///
/// ```
/// use gongkai::{Cell, Edition, FactPath, Report, validate::panel};
/// let path: FactPath = "requests.received.total".parse()?;
/// let report = |figure: i64| {
///     let mut report = Report::new(Edition::E2021);
///     report.set(path, Cell::exact(figure.into()));
///     report
/// };
/// let (parent, one, two) = (report(5), report(2), report(4));
/// let comparison = panel(&parent, &[&one, &two]);
/// assert_eq!(comparison.findings().next().unwrap().message(), "child 0 received 2 + child 1 received 4 = 6 ≠ parent received 5");
/// # Ok::<(), gongkai::ParsePathError>(())
/// ```
pub fn panel(parent: &Report, children: &[&Report]) -> Comparison {
    let [rule] = &RULES;
    let habits: Vec<Habits> =
        core::iter::once(parent).chain(children.iter().copied()).map(Habits::of).collect();
    let habit = |operand: &Operand| {
        let place = match operand.of {
            Subject::Child(number) => number as usize + 1,
            _ => 0,
        };
        habits.get(place).is_some_and(|habits| habits.blank_is_zero(operand))
    };
    let results = parent.facts().map(|fact| {
        let path = fact.path();
        let mut operands = Vec::with_capacity(children.len() + 1);
        for (child, number) in children.iter().zip(0..) {
            add_child(&mut operands, parent, child, Subject::Child(number), path);
        }
        operands.push(Operand::cell(path, Side::Actual, &fact.cell()).of(Subject::Parent));
        let negative = operands.iter().any(|operand| match operand.value {
            Some(super::Value::Number(value)) => value.is_sign_negative() && !value.is_zero(),
            _ => false,
        });
        let tolerance = if path.is_money() {
            let cells = children.iter().map(|child| child.get(path)).chain([Some(fact.cell())]);
            cells.flatten().filter_map(half_unit).fold(Decimal::ZERO, Decimal::saturating_add)
        } else {
            Decimal::ZERO
        };
        // With figures below zero still to come, a partial sum bounds nothing.
        let bounded = !path.is_signed() && !negative;
        Sum { rule, at: At::Fact(path), operands, tolerance, bounded, habit: &habit }.finding()
    });
    Comparison { results: results.collect() }
}

fn add_child(operands: &mut Vec<Operand>, parent: &Report, child: &Report, of: Subject, path: FactPath) {
    let table = path.table();
    let other_year = parent.year.zip(child.year).is_some_and(|(parent, child)| parent != child);
    let paths = counterpart(path, parent.edition(table), child.edition(table));
    if other_year || paths.is_empty() {
        operands.push(Operand::cell(path, Side::Expected, &Cell::MISSING).of(of));
    } else {
        operands.extend(paths.into_iter().map(|path| Operand::fact(child, path, Side::Expected).of(of)));
    }
}

/// Half a unit of the last printed place, in yuan: an amount of 1978.83万元 may be 50 yuan more or less. A printed
/// zero is a zero.
fn half_unit(cell: Cell) -> Option<Decimal> {
    let printed = cell.printed().filter(|printed| !printed.is_zero())?;
    let unit = Decimal::from(10_i64.checked_pow(cell.unit().map_or(0, |unit| unit.exponent()))?);
    Decimal::try_new(5, printed.scale() + 1).ok()?.checked_mul(unit)
}
