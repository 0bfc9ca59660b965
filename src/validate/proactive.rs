//! The rules of table two: 主动公开政府信息情况.

use alloc::vec::Vec;

use super::finding::Basis;
use super::linear::Linear;
use super::operand::{Operand, Side, Value};
use super::place::{At, Place};
use super::rule::{Relation, Rule, Scope};
use super::table_rule::{Compared, Over, State, TableRule, Test, operand_cell};
use super::terms::Terms;
use crate::diagnostic::Severity;
use crate::report::{Candidate, Cell, Report, Status, Unit};
use crate::template::{Edition, FactPath, Item, Measure, TableKind};

const TABLE: Scope = Scope::Table(TableKind::Proactive);
const DOCUMENTS: &[Item] = &[Item::Regulations, Item::NormativeDocuments];

pub(super) static RULES: [TableRule; 6] = [
    TableRule {
        rule: Rule::new(
            "proactive.not_negative",
            TABLE,
            Severity::Error,
            "every cell but change is not negative",
            "除本年增/减外，各格不为负",
        ),
        over: Over::Cells(TableKind::Proactive),
        test: Test::Cell { whole: false },
    },
    TableRule {
        rule: Rule::new(
            "proactive.newly_within_total",
            TABLE,
            Severity::Warning,
            "total_disclosed ≥ newly_disclosed",
            "本年新公开数量不大于对外公开总数量",
        ),
        over: Over::Items(Edition::E2019, DOCUMENTS),
        test: Test::Linear(Linear {
            expected: Terms::Measures(&[Measure::TotalDisclosed]),
            less: Terms::Nothing,
            relation: Relation::AtLeast,
            actual: Terms::Measures(&[Measure::NewlyDisclosed]),
            bounded: false,
        }),
    },
    TableRule {
        rule: Rule::new(
            "proactive.items_not_negative",
            TABLE,
            Severity::Warning,
            "0 ≤ prior_items + change",
            "上一年项目数量加本年增/减不为负",
        ),
        over: Over::Items(
            Edition::E2019,
            &[
                Item::AdministrativeLicensing,
                Item::OtherServices,
                Item::AdministrativePenalty,
                Item::AdministrativeCompulsion,
                Item::AdministrativeFees,
            ],
        ),
        test: Test::Linear(Linear {
            expected: Terms::Nothing,
            less: Terms::Nothing,
            relation: Relation::AtMost,
            actual: Terms::Measures(&[Measure::PriorItems, Measure::Change]),
            bounded: false,
        }),
    },
    TableRule {
        rule: Rule::new(
            "proactive.procurement_pair",
            TABLE,
            Severity::Warning,
            "projects = 0 exactly when amount = 0",
            "采购项目数量为 0 当且仅当采购总金额为 0",
        ),
        over: Over::Items(Edition::E2019, &[Item::GovernmentProcurement]),
        test: Test::Custom { judge: pair, sides: pair_sides, operands: pair_operands },
    },
    TableRule {
        rule: Rule::new(
            "proactive.in_force",
            TABLE,
            Severity::Warning,
            "issued - repealed ≤ in_force",
            "现行有效件数不小于本年制发件数减本年废止件数",
        ),
        over: Over::Items(Edition::E2021, DOCUMENTS),
        test: Test::Linear(Linear {
            expected: Terms::Measures(&[Measure::Issued]),
            less: Terms::Measures(&[Measure::Repealed]),
            relation: Relation::AtMost,
            actual: Terms::Measures(&[Measure::InForce]),
            bounded: false,
        }),
    },
    TableRule {
        rule: Rule::new(
            "proactive.unit",
            TABLE,
            Severity::Warning,
            "the cell or the header states a unit of money, and the two agree",
            "金额单位有注明，表头与格内单位一致",
        ),
        over: Over::Money,
        test: Test::Custom { judge: unit, sides: unit_sides, operands: unit_operands },
    },
];

const PROJECTS: FactPath = FactPath::Proactive(Item::GovernmentProcurement, Measure::Projects);
const AMOUNT: FactPath = FactPath::Proactive(Item::GovernmentProcurement, Measure::Amount);

/// A cell as zero or not; `None` when it is absent.
fn zero(cell: Cell) -> Option<(bool, Basis)> {
    match cell.status() {
        Status::Value => Some((cell.is_zero(), Basis::Strict)),
        Status::Blank | Status::NotApplicable => Some((true, Basis::BlankAsZero)),
        Status::Unreadable | Status::Ambiguous | Status::Missing => None,
    }
}

fn pair(report: &Report, _: At) -> State {
    let cell = |path| report.get(path).unwrap_or(Cell::MISSING);
    let Some(((no_projects, first), (no_amount, second))) = zero(cell(PROJECTS)).zip(zero(cell(AMOUNT)))
    else {
        return State::ABSENT;
    };
    match (first.max(second), no_projects == no_amount) {
        (Basis::Strict, holds) => State::of(holds),
        (Basis::BlankAsZero, true) => State::HoldsBlank,
        (Basis::BlankAsZero, false) => State::FailsBlank,
    }
}

fn pair_sides(report: &Report, _: At) -> Compared {
    let cell = |path| report.get(path).unwrap_or(Cell::MISSING);
    let no_projects = cell(PROJECTS).count().unwrap_or(0) == 0;
    let expected = if no_projects { "an amount of 0" } else { "an amount above 0" };
    (expected.into(), cell(AMOUNT).value().unwrap_or_default().into())
}

fn pair_operands(report: &Report, _: At) -> Vec<Operand> {
    [Operand::fact(report, PROJECTS, Side::Expected), Operand::fact(report, AMOUNT, Side::Actual)].into()
}

const fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Yuan => "元",
        Unit::TenThousandYuan => "万元",
        Unit::HundredMillionYuan => "亿元",
    }
}

fn unit(report: &Report, at: At) -> State {
    let cell = operand_cell(report, at);
    let header = report.proactive.header_unit;
    match cell.status() {
        Status::Value => State::of(match (cell.unit(), header) {
            (Some(unit), Some(header)) => unit == header,
            (None, None) => cell.is_zero(),
            _ => true,
        }),
        // Without a figure there is nothing that needs a unit.
        Status::Blank | Status::NotApplicable => State::HoldsBlank,
        Status::Ambiguous if header.is_none() && differ_in_unit(report.candidates(cell)) => State::Fails,
        Status::Ambiguous | Status::Unreadable | Status::Missing => State::ABSENT,
    }
}

fn unit_sides(report: &Report, at: At) -> Compared {
    match (operand_cell(report, at).unit(), report.proactive.header_unit) {
        (Some(unit), Some(header)) => (unit_name(header).into(), unit_name(unit).into()),
        _ => ("元 or 万元".into(), "no unit".into()),
    }
}

/// Whether the candidates are one printed figure in 元 and in 万元.
fn differ_in_unit(candidates: &[Candidate]) -> bool {
    match candidates {
        [Candidate::Value(one), Candidate::Value(other)] => {
            let (small, large) = (one.min(other), one.max(other));
            small.checked_mul(10_000.into()) == Some(*large)
        }
        _ => false,
    }
}

fn unit_operands(report: &Report, at: At) -> Vec<Operand> {
    let At::Fact(path) = at else { return Vec::new() };
    let header = report.proactive.header_unit.map(|unit| Value::from(unit_name(unit)));
    let mut operands = Vec::new();
    if header.is_some() {
        operands.push(Operand::new(Place::HeaderUnit, Side::Expected, header, None));
    }
    operands.push(Operand::fact(report, path, Side::Actual));
    operands
}
