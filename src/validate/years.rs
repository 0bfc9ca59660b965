//! Two reports of one body for consecutive years.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::body::same_body;
use super::comparison::{Comparison, Habits, Sum};
use super::crosswalk::counterpart;
use super::finding::{Basis, Finding, Reason, Verdict};
use super::operand::{Operand, Side, Subject};
use super::place::{At, Place};
use super::rule::{Rule, Scope};
use crate::diagnostic::Severity;
use crate::report::Report;
use crate::template::{Column, Edition, FactPath, Item, Measure, Row, TableKind};

pub(super) static RULES: [Rule; 5] = [
    Rule::new(
        "years.same_body",
        Scope::Years,
        Severity::Error,
        "both reports are of one body, for consecutive years",
        "两份报告为同一机关、相邻年度",
    ),
    Rule::new(
        "years.carry",
        Scope::Years,
        Severity::Warning,
        "earlier carried_forward = later carried_over",
        "上年度报告的结转下年度，等于本年度报告的上年结转",
    ),
    Rule::new(
        "years.in_force",
        Scope::Years,
        Severity::Warning,
        "earlier in_force + later issued - later repealed = later in_force",
        "上年度现行有效件数，加本年制发件数，减本年废止件数，等于本年度现行有效件数",
    ),
    Rule::new(
        "years.items",
        Scope::Years,
        Severity::Warning,
        "earlier prior_items + change = later prior_items",
        "上年度报告的上一年项目数量加本年增/减，等于本年度报告的上一年项目数量",
    ),
    Rule::new(
        "years.crosswalk",
        Scope::Years,
        Severity::Info,
        "every figure has one of the same meaning in the other edition",
        "两份报告的格式版本中，各项数据含义相同",
    ),
];

const EARLIER: Subject = Subject::Earlier;
const LATER: Subject = Subject::Later;

/// An equality between two reports, for the rows of one table.
struct Across {
    rule: &'static Rule,
    terms: &'static [(Subject, Side, Measure)],
    edition: Edition,
    items: &'static [Item],
}

static ACROSS: [Across; 2] = [
    Across {
        rule: &RULES[2],
        terms: &[
            (EARLIER, Side::Expected, Measure::InForce),
            (LATER, Side::Expected, Measure::Issued),
            (LATER, Side::Less, Measure::Repealed),
            (LATER, Side::Actual, Measure::InForce),
        ],
        edition: Edition::E2021,
        items: &[Item::Regulations, Item::NormativeDocuments],
    },
    Across {
        rule: &RULES[3],
        terms: &[
            (EARLIER, Side::Expected, Measure::PriorItems),
            (EARLIER, Side::Expected, Measure::Change),
            (LATER, Side::Actual, Measure::PriorItems),
        ],
        edition: Edition::E2019,
        items: &[
            Item::AdministrativeLicensing,
            Item::OtherServices,
            Item::AdministrativePenalty,
            Item::AdministrativeCompulsion,
            Item::AdministrativeFees,
        ],
    },
];

/// Compares a report with that of the year before.
///
/// Unless both are of one body and for consecutive years, the only result is that of `years.same_body`, which says
/// why nothing was compared. Between editions only what means the same is compared; see [`counterpart`].
///
/// ```
/// use gongkai::{Edition, Report, validate::across_years};
/// let (earlier, later) = (Report::new(Edition::E2021), Report::new(Edition::E2021));
/// let comparison = across_years(&earlier, &later);
/// assert_eq!(comparison.results.len(), 1);
/// assert_eq!(
///     comparison.results[0].message(),
///     "the reports are not of one body for consecutive years: earlier report.agency, earlier report.year, \
///      later report.agency, later report.year"
/// );
/// ```
pub fn across_years(earlier: &Report, later: &Report) -> Comparison {
    let [same, carry, _, _, crosswalk] = &RULES;
    let body = same_body(same, earlier, later);
    let comparable = body.verdict == Verdict::Satisfied;
    let mut results = Vec::from([body]);
    if comparable {
        let habits = (Habits::of(earlier), Habits::of(later));
        let report = |of| if of == EARLIER { earlier } else { later };
        let habit = |operand: &Operand| {
            let habits = if operand.of == EARLIER { &habits.0 } else { &habits.1 };
            habits.blank_is_zero(operand)
        };
        let mut push = |rule, at, operands| {
            let sum = Sum { rule, at, operands, tolerance: Decimal::ZERO, bounded: false, habit: &habit };
            results.push(sum.finding());
        };
        let fact = |of, side, path| Operand::fact(report(of), path, side).of(of);
        for &column in Column::ALL {
            let terms =
                [(EARLIER, Side::Expected, Row::CarriedForward), (LATER, Side::Actual, Row::CarriedOver)];
            let operands = terms.map(|(of, side, row)| fact(of, side, FactPath::Requests(row, column)));
            push(carry, At::Column(column), operands.into());
        }
        for across in &ACROSS {
            let of_edition = |report: &Report| report.edition(TableKind::Proactive) == across.edition;
            if !of_edition(earlier) || !of_edition(later) {
                continue;
            }
            for &item in across.items {
                let terms = across.terms.iter();
                let operands = terms.map(|&(of, side, m)| fact(of, side, FactPath::Proactive(item, m)));
                push(across.rule, At::Item(item), operands.collect());
            }
        }
        let tables = [TableKind::Proactive, TableKind::Requests];
        results.extend(tables.map(|table| crossed(crosswalk, earlier, later, table)));
    }
    Comparison { results }
}

/// Which figures of a table have no counterpart in the later report.
fn crossed(rule: &'static Rule, earlier: &Report, later: &Report, table: TableKind) -> Finding {
    let (from, to) = (earlier.edition(table), later.edition(table));
    let paths = from.paths().filter(|path| path.table() == table);
    let missing: Vec<Place> =
        paths.filter(|&path| counterpart(path, from, to).is_empty()).map(Place::Fact).collect();
    let edition = |report: &Report, of, side| {
        let span = report.source(table).map(|source| source.span);
        let year = i64::from(report.edition(table).year()).into();
        Operand::new(Place::Edition(table), side, Some(year), span).of(of)
    };
    let operands =
        Vec::from([edition(earlier, EARLIER, Side::Expected), edition(later, LATER, Side::Actual)]);
    let (verdict, basis) = if missing.is_empty() {
        (Verdict::Satisfied, Some(Basis::Strict))
    } else {
        (Verdict::NotEvaluated { reason: Reason::Editions, missing }, None)
    };
    Finding::new(rule, At::Table(table), verdict, basis, None, operands)
}
