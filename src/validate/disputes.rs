//! The rule of table four: 政府信息公开行政复议、行政诉讼情况.

use super::linear::Linear;
use super::rule::{Relation, Rule, Scope};
use super::table_rule::{Over, TableRule, Test};
use super::terms::Terms;
use crate::diagnostic::Severity;
use crate::template::{Outcome, TableKind};

pub(super) static RULES: [TableRule; 1] = [TableRule {
    rule: Rule::new(
        "disputes.group_total",
        Scope::Table(TableKind::Disputes),
        Severity::Error,
        "upheld + corrected + other + pending = total",
        "结果维持、结果纠正、其他结果、尚未审结之和，等于总计",
    ),
    over: Over::Groups,
    test: Test::Linear(Linear {
        expected: Terms::Outcomes(&Outcome::PARTS),
        less: Terms::Nothing,
        relation: Relation::Equal,
        actual: Terms::Outcomes(&[Outcome::Total]),
        bounded: false,
    }),
}];
