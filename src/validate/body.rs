//! Whether two reports are of one body.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::finding::{Basis, Finding, Reason, Verdict};
use super::operand::{Operand, Side, Subject, Value};
use super::place::{At, Place};
use super::rule::Rule;
use crate::report::{Agency, Report};

/// Endings by which a government is named or not: 宁武县, 宁武县人民政府.
const GOVERNMENT: [&str; 2] = ["人民政府", "政府"];
/// Endings of the office that signs for its government.
const OFFICE: [&str; 4] = ["党政综合办公室", "党政办公室", "办公室", "办公厅"];
/// Endings of the areas that may be named before a body or not: 山西省宁武县, 宁武县.
const AREA: [char; 7] = ['省', '市', '州', '盟', '区', '县', '旗'];

fn strip<'a>(name: &'a str, endings: &[&str]) -> &'a str {
    let stripped = endings.iter().find_map(|ending| name.strip_suffix(ending));
    stripped.filter(|rest| !rest.is_empty()).unwrap_or(name)
}

/// Where a report names its body.
fn agency(report: &Report) -> Option<&Agency> {
    let signed = || report.signature.as_ref()?.agency.as_ref();
    report.agency.as_ref().or_else(signed)
}

/// The body, without what may be left out of its name. The office of a government reports on its own, so that its
/// name is stripped only where it signs a report without a title.
fn body(report: &Report) -> Option<&str> {
    let name = agency(report)?.name.as_str();
    let name = if report.agency.is_none() { strip(name, &OFFICE) } else { name };
    Some(strip(name, &GOVERNMENT))
}

/// Whether two names are one, or one but for the areas in which it lies.
fn same_name(one: &str, other: &str) -> bool {
    let within = |long: &str, short: &str| long.strip_suffix(short).is_some_and(|area| area.ends_with(AREA));
    one == other || within(one, other) || within(other, one)
}

/// The result of `years.same_body`.
pub(super) fn same_body(rule: &'static Rule, earlier: &Report, later: &Report) -> Finding {
    let operand = |report: &Report, of: Subject, side: Side| {
        let named = agency(report);
        let name = named.map(|agency| Value::from(agency.name.clone()));
        let year = report.year.map(|year| Value::from(i64::from(year)));
        let title = report.title.as_ref().map(|title| title.span);
        [
            Operand::new(Place::Agency, side, name, named.map(|agency| agency.span)).of(of),
            Operand::new(Place::Year, side, year, title).of(of),
        ]
    };
    let sides =
        [operand(earlier, Subject::Earlier, Side::Expected), operand(later, Subject::Later, Side::Actual)];
    let operands: Vec<Operand> = sides.into_iter().flatten().collect();
    let next = earlier.year.and_then(|year| year.checked_add(1));
    let verdict = match (body(earlier).zip(body(later)), next.zip(later.year)) {
        (Some((one, other)), _) if !same_name(one, other) => {
            Verdict::Violated { expected: String::from(one).into(), actual: String::from(other).into() }
        }
        (_, Some((next, year))) if next != year => {
            Verdict::Violated { expected: format!("{next}").into(), actual: format!("{year}").into() }
        }
        (Some(_), Some(_)) => Verdict::Satisfied,
        _ => {
            let missing = operands.iter().filter(|operand| operand.is_absent());
            Verdict::NotEvaluated {
                reason: Reason::NotComparable,
                missing: missing.map(|operand| operand.place).collect(),
            }
        }
    };
    let basis = (!matches!(verdict, Verdict::NotEvaluated { .. })).then_some(Basis::Strict);
    Finding::new(rule, At::Report, verdict, basis, None, operands)
}
