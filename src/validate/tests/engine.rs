use super::{finding, in_order, put, set, violated};
use crate::report::Cell;
use crate::template::Edition;
use crate::validate::validate;
use crate::{Certainty, Span};

#[test]
fn a_fingerprint_does_not_depend_on_where_figures_stand() {
    let mut report = in_order(Edition::E2021);
    set(&mut report, "requests.granted.total", 10);
    let prints = |report: &crate::Report| -> Vec<_> {
        validate(report).findings().map(|finding| finding.fingerprint()).collect()
    };
    let before = prints(&report);
    assert_eq!(before.len(), 2);
    let elsewhere = Cell::figure(10, 0, Certainty::Resolved, Span::new(400, 402));
    put(&mut report, "requests.granted.total", elsewhere);
    assert_eq!(prints(&report), before);
    put(&mut report, "requests.granted.total", Cell::figure(100, 1, Certainty::Exact, Span::new(400, 404)));
    assert_eq!(prints(&report), before, "10.0 is 10");
    set(&mut report, "requests.granted.total", 11);
    assert_ne!(prints(&report), before);
}

#[test]
fn fingerprints_never_change() {
    // Users keep them in files: a change here is a breaking change.
    let mut report = in_order(Edition::E2021);
    set(&mut report, "disputes.reconsideration.total", 4);
    let found = finding(&report, "disputes.group_total", "disputes.reconsideration.*");
    assert_eq!(found.fingerprint().to_string(), "0aee0695cea864e2");
}

#[test]
fn a_lost_row_never_adds_a_finding() {
    let mut report = in_order(Edition::E2019);
    set(&mut report, "requests.granted.total", 10);
    set(&mut report, "requests.received.business", 4);
    put(&mut report, "requests.received.research", Cell::BLANK);
    let all = violated(&report);
    for row in crate::Row::of(Edition::E2019) {
        let mut lossy = report.clone();
        for &column in crate::Column::ALL {
            lossy.set(crate::FactPath::Requests(row, column), Cell::MISSING);
        }
        let left = violated(&lossy);
        assert!(left.iter().all(|finding| all.contains(finding)), "{left:?} without {row:?}");
    }
}
