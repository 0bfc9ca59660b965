use rust_decimal::Decimal;

use super::{doubt, doubts, finding, in_order, outcome, path, put, set, slash, unreadable, violation};
use crate::report::{Candidate, Cell, Unit};
use crate::template::Edition;
use crate::validate::{Basis, Reason, validate};

#[test]
fn not_negative() {
    let rule = "proactive.not_negative";
    for (edition, at) in [
        (Edition::E2019, "proactive.regulations.made"),
        (Edition::E2021, "proactive.administrative_fees.amount"),
    ] {
        let report = in_order(edition);
        assert_eq!(outcome(&report, rule, at), "satisfied");
        doubts(&report, rule, at, at);
        let mut wrong = report.clone();
        put(&mut wrong, at, Cell::exact(Decimal::new(-15, 1)));
        assert_eq!(violation(&wrong, rule, at), ("0".into(), "-1.5".into()));
        put(&mut wrong, at, Cell::exact(Decimal::new(15, 1)));
        assert_eq!(outcome(&wrong, rule, at), "satisfied");
        put(&mut wrong, at, slash());
        assert_eq!(finding(&wrong, rule, at).basis, Some(Basis::BlankAsZero));
    }
}

#[test]
fn a_decrease_is_no_negative_figure() {
    let report = in_order(Edition::E2019);
    let checked =
        validate(&report).checks().filter(|check| check.rule().id == "proactive.not_negative").count();
    assert_eq!(checked, 22 - 5);
    assert!(validate(&report).checks().all(|check| !check.at().to_string().ends_with("change")));
}

#[test]
fn newly_within_total() {
    let report = in_order(Edition::E2019);
    let (rule, at) = ("proactive.newly_within_total", "proactive.normative_documents.*");
    assert_eq!(outcome(&report, rule, at), "satisfied");
    doubts(&report, rule, at, "proactive.normative_documents.newly_disclosed");
    let mut wrong = report.clone();
    set(&mut wrong, "proactive.normative_documents.newly_disclosed", 9);
    assert_eq!(violation(&wrong, rule, at), ("8".into(), "9".into()));
    assert_eq!(finding(&wrong, rule, at).message(), "total_disclosed 8 < newly_disclosed 9");
    put(&mut wrong, "proactive.normative_documents.total_disclosed", Cell::BLANK);
    assert_eq!(doubt(&wrong, rule, at).0, Reason::BlankUnclear);
    put(&mut wrong, "proactive.normative_documents.newly_disclosed", Cell::BLANK);
    assert_eq!(finding(&wrong, rule, at).basis, Some(Basis::BlankAsZero));
}

#[test]
fn different_excesses_are_different_findings() {
    let mut report = in_order(Edition::E2019);
    let mut fingerprint = |figure| {
        set(&mut report, "proactive.normative_documents.newly_disclosed", figure);
        finding(&report, "proactive.newly_within_total", "proactive.normative_documents.*").fingerprint()
    };
    assert_ne!(fingerprint(9), fingerprint(10));
}

#[test]
fn items_not_negative() {
    let report = in_order(Edition::E2019);
    let (rule, at) = ("proactive.items_not_negative", "proactive.administrative_penalty.*");
    assert_eq!(outcome(&report, rule, at), "satisfied");
    doubts(&report, rule, at, "proactive.administrative_penalty.change");
    let mut wrong = report.clone();
    set(&mut wrong, "proactive.administrative_penalty.prior_items", 100);
    assert_eq!(violation(&wrong, rule, at), ("0".into(), "-9".into()));
    assert_eq!(finding(&wrong, rule, at).message(), "0 > -9 = prior_items 100 + change -109");
    put(&mut wrong, "proactive.administrative_penalty.prior_items", Cell::BLANK);
    assert_eq!(doubt(&wrong, rule, at).0, Reason::BlankUnclear);
}

#[test]
fn procurement_pair() {
    let report = in_order(Edition::E2019);
    let (rule, at) = ("proactive.procurement_pair", "proactive.government_procurement.*");
    assert_eq!(outcome(&report, rule, at), "satisfied");
    doubts(&report, rule, at, "proactive.government_procurement.projects");
    doubts(&report, rule, at, "proactive.government_procurement.amount");
    let mut wrong = report.clone();
    set(&mut wrong, "proactive.government_procurement.projects", 0);
    assert_eq!(violation(&wrong, rule, at), ("an amount of 0".into(), "1470000".into()));
    set(&mut wrong, "proactive.government_procurement.amount", 0);
    assert_eq!(outcome(&wrong, rule, at), "satisfied");
    set(&mut wrong, "proactive.government_procurement.projects", 3);
    assert_eq!(violation(&wrong, rule, at), ("an amount above 0".into(), "0".into()));
    put(&mut wrong, "proactive.government_procurement.amount", Cell::BLANK);
    assert_eq!(doubt(&wrong, rule, at).0, Reason::BlankUnclear);
    put(&mut wrong, "proactive.government_procurement.projects", Cell::BLANK);
    assert_eq!(finding(&wrong, rule, at).basis, Some(Basis::BlankAsZero));
}

#[test]
fn in_force() {
    let report = in_order(Edition::E2021);
    let (rule, at) = ("proactive.in_force", "proactive.normative_documents.*");
    assert_eq!(outcome(&report, rule, at), "satisfied");
    doubts(&report, rule, at, "proactive.normative_documents.repealed");
    let mut wrong = report.clone();
    set(&mut wrong, "proactive.normative_documents.in_force", 0);
    assert_eq!(violation(&wrong, rule, at), ("3".into(), "0".into()));
    assert_eq!(finding(&wrong, rule, at).message(), "issued 5 - repealed 2 = 3 > in_force 0");
    put(&mut wrong, "proactive.normative_documents.in_force", Cell::BLANK);
    assert_eq!(doubt(&wrong, rule, at).0, Reason::BlankUnclear);
}

#[test]
fn rules_of_one_edition_have_no_instance_in_the_other() {
    let of = |edition, rule: &str| {
        validate(&in_order(edition)).checks().filter(|check| check.rule().id == rule).count()
    };
    for (rule, old, new) in [
        ("proactive.newly_within_total", 2, 0),
        ("proactive.items_not_negative", 5, 0),
        ("proactive.procurement_pair", 1, 0),
        ("proactive.in_force", 0, 2),
        ("proactive.unit", 1, 1),
    ] {
        assert_eq!((of(Edition::E2019, rule), of(Edition::E2021, rule)), (old, new), "{rule}");
    }
}

#[test]
fn unit() {
    let (rule, at) = ("proactive.unit", "proactive.government_procurement.amount");
    let mut report = in_order(Edition::E2019);
    assert_eq!(outcome(&report, rule, at), "satisfied");
    report.proactive.header_unit = Some(Unit::Yuan);
    assert_eq!(violation(&report, rule, at), ("元".into(), "万元".into()));
    let in_header = Cell::exact(147.into()).with_unit(Unit::Yuan, true);
    put(&mut report, at, in_header);
    assert_eq!(outcome(&report, rule, at), "satisfied");

    report.proactive.header_unit = None;
    set(&mut report, at, 147);
    assert_eq!(violation(&report, rule, at), ("元 or 万元".into(), "no unit".into()));
    set(&mut report, at, 0);
    assert_eq!(outcome(&report, rule, at), "satisfied");
    put(&mut report, at, Cell::BLANK);
    assert_eq!(outcome(&report, rule, at), "satisfied");
    for cell in [Cell::MISSING, unreadable()] {
        put(&mut report, at, cell);
        assert_eq!(outcome(&report, rule, at), "not_evaluated");
    }
}

#[test]
fn an_amount_ambiguous_between_units_has_no_unit() {
    let (rule, at) = ("proactive.unit", "proactive.government_procurement.amount");
    let mut report = in_order(Edition::E2019);
    let candidates = [Candidate::Value(1_496_738.into()), Candidate::Value(Decimal::new(1_496_738, 4))];
    let cell = report.ambiguous(candidates, None);
    report.set(path(at), cell);
    assert_eq!(outcome(&report, rule, at), "violated");
    // Ambiguous for another reason: nothing is known of its unit.
    let candidates = [Candidate::Value(14.into()), Candidate::Value(1.into())];
    let cell = report.ambiguous(candidates, None);
    report.set(path(at), cell);
    assert_eq!(outcome(&report, rule, at), "not_evaluated");
}
