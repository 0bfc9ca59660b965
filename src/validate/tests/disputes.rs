use super::{doubt, doubts, finding, in_order, outcome, put, set, violation};
use crate::report::Cell;
use crate::template::{Edition, Group, Outcome};
use crate::validate::{Basis, Reason};

#[test]
fn group_total() {
    for &group in Group::ALL {
        let (rule, at) = ("disputes.group_total", format!("disputes.{}.*", group.key()));
        let report = in_order(Edition::E2021);
        assert_eq!(outcome(&report, rule, &at), "satisfied");
        for &outcome in Outcome::ALL {
            let path = format!("disputes.{}.{}", group.key(), outcome.key());
            let mut wrong = report.clone();
            set(&mut wrong, &path, 40);
            let (expected, actual) = violation(&wrong, rule, &at);
            assert!(if outcome == Outcome::Total { actual == "40" } else { expected >= "40".into() });
            doubts(&wrong, rule, &at, &path);
        }
    }
}

#[test]
fn a_blank_row_of_disputes_adds_up_as_zeros() {
    let mut report = in_order(Edition::E2021);
    for group in Group::ALL {
        for outcome in Outcome::ALL {
            put(&mut report, &format!("disputes.{}.{}", group.key(), outcome.key()), Cell::BLANK);
        }
    }
    let found = finding(&report, "disputes.group_total", "disputes.litigation_direct.*");
    assert_eq!((found.verdict.as_str(), found.basis), ("satisfied", Some(Basis::BlankAsZero)));
    // Two of three groups hold: that is no habit.
    set(&mut report, "disputes.litigation_direct.upheld", 4);
    assert_eq!(
        doubt(&report, "disputes.group_total", "disputes.litigation_direct.*").0,
        Reason::BlankUnclear
    );
}
