//! The rules of table three: 收到和处理政府信息公开申请情况.

use super::linear::Linear;
use super::place::At;
use super::rule::{Relation, Rule, Scope};
use super::shape;
use super::table_rule::{Over, TableRule, Test};
use super::terms::Terms;
use crate::diagnostic::Severity;
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
        test: Test::Custom { judge: shape::judge, sides: shape::sides, operands: shape::operands },
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
