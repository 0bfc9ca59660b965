//! The rules of table three: 收到和处理政府信息公开申请情况.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::finding::Basis;
use super::linear::{Linear, Terms};
use super::operand::{Operand, Side, Value};
use super::place::{At, Place};
use super::rule::{Relation, Rule, Scope};
use super::table_rule::{Judged, Over, TableRule, Test};
use crate::diagnostic::Severity;
use crate::report::{Report, Requests};
use crate::template::{Column, Row, TableKind};

const TABLE: Scope = Scope::Table(TableKind::Requests);
const INTAKE: Terms = Terms::Rows(&[Row::Received, Row::CarriedOver]);
/// The rows under 三、本年度办理结果 whose sum is the total, of both editions.
const RESULTS: Terms = Terms::Rows(&[
    Row::Granted,
    Row::PartiallyGranted,
    Row::StateSecret,
    Row::ProhibitedByLaw,
    Row::SafetyAndStability,
    Row::ThirdPartyRights,
    Row::InternalAffairs,
    Row::ProcessInformation,
    Row::EnforcementFiles,
    Row::AdministrativeInquiry,
    Row::NotHeld,
    Row::NeedsCreation,
    Row::StillUnclear,
    Row::Petition,
    Row::Repeated,
    Row::Publication,
    Row::Excessive,
    Row::Reconfirmation,
    Row::Other,
    Row::OverdueCorrection,
    Row::OverdueFee,
    Row::Miscellaneous,
]);

pub(super) static RULES: [TableRule; 6] = [
    TableRule {
        // The form's own 勾稽关系, printed in the head of the table.
        rule: Rule::new(
            "requests.balance",
            TABLE,
            Severity::Error,
            "received + carried_over = total + carried_forward",
            "第一项加第二项之和，等于第三项加第四项之和",
        ),
        over: Over::Columns,
        test: Test::Linear(Linear {
            expected: INTAKE,
            less: Terms::Nothing,
            relation: Relation::Equal,
            actual: Terms::Rows(&[Row::Total, Row::CarriedForward]),
            bounded: false,
        }),
    },
    TableRule {
        rule: Rule::new(
            "requests.results_total",
            TABLE,
            Severity::Error,
            "granted + partially_granted + denied + unavailable + not_processed + other = total",
            "各项办理结果之和，等于总计",
        ),
        over: Over::Columns,
        test: Test::Linear(Linear {
            expected: RESULTS,
            less: Terms::Nothing,
            relation: Relation::Equal,
            actual: Terms::Rows(&[Row::Total]),
            bounded: false,
        }),
    },
    TableRule {
        rule: Rule::new(
            "requests.row_total",
            TABLE,
            Severity::Error,
            "the six applicant columns = total",
            "六类申请人之和，等于总计",
        ),
        over: Over::Rows,
        test: Test::Linear(Linear {
            expected: Terms::Columns(&Column::APPLICANTS),
            less: Terms::Nothing,
            relation: Relation::Equal,
            actual: Terms::Columns(&[Column::Total]),
            bounded: false,
        }),
    },
    TableRule {
        rule: Rule::new(
            "requests.exceeds_intake",
            TABLE,
            Severity::Error,
            "received + carried_over ≥ the known results",
            "各项办理结果之和，不大于第一项加第二项之和",
        ),
        over: Over::Columns,
        test: Test::Linear(Linear {
            expected: INTAKE,
            less: Terms::Nothing,
            relation: Relation::AtLeast,
            actual: RESULTS,
            bounded: true,
        }),
    },
    TableRule {
        rule: Rule::new(
            "requests.shape",
            TABLE,
            Severity::Warning,
            "every row of the edition stands in the table once, in order",
            "表格各行齐全、不重复、顺序正确",
        ),
        over: Over::Once(At::Table(TableKind::Requests)),
        test: Test::Custom { judge: shape, operands: shape_operands },
    },
    TableRule {
        rule: Rule::new(
            "requests.not_negative_integer",
            TABLE,
            Severity::Error,
            "every cell is a whole number and not negative",
            "各格为非负整数",
        ),
        over: Over::Cells(TableKind::Requests),
        test: Test::Cell { whole: true },
    },
];

fn shape(report: &Report, _: At) -> Judged {
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
        if let [first, second] = pair
            && second.row < first.row
        {
            faults.push((Fault::Misplaced, second.row));
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
fn shape_operands(report: &Report, _: At) -> Vec<Operand> {
    let requests = &report.requests;
    let mut rows: Vec<Row> = faults(requests).into_iter().map(|(_, row)| row).collect();
    rows.sort_unstable();
    rows.dedup();
    let in_order = rows.is_empty() && requests.additional.is_empty();
    let mut operands = Vec::with_capacity(Row::ALL.len());
    for &row in Row::ALL.iter().filter(|row| in_order || rows.contains(row)) {
        let printed = requests.printed.iter().filter(|printed| printed.row == row);
        let labels = printed.map(|printed| {
            let label = Value::from(row.label());
            Operand::new(Place::Row(row), Side::Actual, Some(label), Some(printed.label))
        });
        let before = operands.len();
        operands.extend(labels);
        if operands.len() == before && row.is_in(requests.edition) {
            operands.push(Operand::new(Place::Row(row), Side::Expected, None, None));
        }
    }
    for (row, number) in requests.additional.iter().zip(0_u16..) {
        let place = Place::Additional(TableKind::Requests, number);
        operands.push(Operand::new(place, Side::Actual, Some(row.label.clone().into()), Some(row.span)));
    }
    operands
}
