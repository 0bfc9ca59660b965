use rust_decimal::Decimal;

use super::{in_order, put, set};
use crate::report::{Cell, Report, Unit};
use crate::template::Edition;
use crate::validate::{Comparison, Finding, Verdict, panel};

/// A parent of two children that add up.
fn family(edition: Edition) -> (Report, [Report; 2]) {
    let children = [in_order(edition), in_order(edition)];
    let mut parent = in_order(edition);
    for path in edition.paths() {
        let cell = parent.get(path).unwrap();
        if let Some(count) = cell.count() {
            parent.set(path, Cell::exact((count * 2).into()));
        } else {
            let (printed, unit) = (cell.printed().unwrap(), cell.unit().unwrap());
            parent.set(path, Cell::exact(printed * Decimal::TWO).with_unit(unit, cell.unit_in_header()));
        }
    }
    (parent, children)
}

fn compared(parent: &Report, children: &[Report]) -> Comparison {
    panel(parent, &children.iter().collect::<Vec<_>>())
}

fn at(comparison: &Comparison, path: &str) -> Finding {
    comparison.results.iter().find(|finding| finding.at.to_string() == path).unwrap().clone()
}

#[test]
fn children_that_add_up_satisfy_every_fact() {
    for edition in [Edition::E2019, Edition::E2021] {
        let (parent, children) = family(edition);
        let summary = compared(&parent, &children).summary();
        assert_eq!(summary.satisfied as usize, edition.paths().count());
        assert_eq!(summary.violated + summary.not_evaluated, 0);
    }
}

#[test]
fn sum() {
    let (mut parent, children) = family(Edition::E2021);
    set(&mut parent, "requests.granted.total", 17);
    let comparison = compared(&parent, &children);
    let found: Vec<_> = comparison.findings().map(|finding| finding.message()).collect();
    assert_eq!(found, ["child 0 granted 9 + child 1 granted 9 = 18 ≠ parent granted 17"]);
    put(&mut parent, "requests.granted.total", Cell::MISSING);
    assert_eq!(at(&compared(&parent, &children), "requests.granted.total").verdict.as_str(), "not_evaluated");
}

#[test]
fn an_absent_child_leaves_a_lower_bound() {
    let (parent, mut children) = family(Edition::E2021);
    put(&mut children[1], "requests.granted.total", Cell::MISSING);
    let found = at(&compared(&parent, &children), "requests.granted.total");
    assert_eq!(found.verdict.as_str(), "not_evaluated");
    assert!(found.message().ends_with("unreadable: child 1 requests.granted.total"), "{}", found.message());
    set(&mut children[0], "requests.granted.total", 19);
    let found = at(&compared(&parent, &children), "requests.granted.total");
    assert!(found.is_violated());
    assert_eq!(found.message(), "child 0 granted 19 + child 1 granted ? = 19 > parent granted 18");
}

#[test]
fn a_sum_of_signed_figures_is_no_bound() {
    let (parent, mut children) = family(Edition::E2019);
    put(&mut children[1], "proactive.administrative_penalty.change", Cell::MISSING);
    set(&mut children[0], "proactive.administrative_penalty.change", 50);
    let found = at(&compared(&parent, &children), "proactive.administrative_penalty.change");
    assert_eq!(found.verdict.as_str(), "not_evaluated");
}

#[test]
fn a_child_for_another_year_counts_as_absent() {
    let (mut parent, mut children) = family(Edition::E2021);
    parent.year = Some(2022);
    children[0].year = Some(2022);
    children[1].year = Some(2021);
    let comparison = compared(&parent, &children);
    assert_eq!(comparison.summary().satisfied, 0);
    assert!(at(&comparison, "disputes.reconsideration.total").message().contains("child 1"));
}

#[test]
fn a_child_in_the_other_edition_is_summed_where_the_meaning_is_the_same() {
    let (parent, children) = family(Edition::E2019);
    let mut newer = in_order(Edition::E2021);
    set(&mut newer, "requests.other.overdue_fee.total", 2);
    let mixed = [children[0].clone(), newer];
    let comparison = compared(&parent, &mixed);
    assert_eq!(
        at(&comparison, "requests.other.total").message(),
        "child 0 other 0 + child 1 other.overdue_correction 0 + child 1 other.overdue_fee 2 + \
         child 1 other.miscellaneous 0 = 2 ≠ parent other 0"
    );
    assert_eq!(at(&comparison, "requests.granted.total").verdict, Verdict::Satisfied);
    assert_eq!(at(&comparison, "proactive.regulations.made").verdict.as_str(), "not_evaluated");
}

#[test]
fn amounts_may_differ_by_their_rounding() {
    let path = "proactive.administrative_fees.amount";
    let amount = |mantissa: i64, scale: u8| {
        let decimal = Decimal::new(mantissa, scale.into());
        Cell::exact(decimal).with_unit(Unit::TenThousandYuan, true)
    };
    let (mut parent, mut children) = family(Edition::E2021);
    put(&mut children[0], path, amount(1234, 3));
    put(&mut children[1], path, amount(2222, 3));
    put(&mut parent, path, amount(35, 1));
    assert_eq!(at(&compared(&parent, &children), path).verdict, Verdict::Satisfied);
    put(&mut parent, path, amount(36, 1));
    assert_eq!(
        at(&compared(&parent, &children), path).message(),
        "child 0 amount 12340 + child 1 amount 22220 = 34560 ≠ parent amount 36000"
    );
}

#[test]
fn without_children_everything_is_a_contradiction_or_zero() {
    let (parent, _) = family(Edition::E2021);
    let comparison = panel(&parent, &[]);
    assert_eq!(at(&comparison, "requests.denied.state_secret.total").verdict, Verdict::Satisfied);
    assert_eq!(at(&comparison, "requests.granted.total").message(), "0 ≠ parent granted 18");
}
