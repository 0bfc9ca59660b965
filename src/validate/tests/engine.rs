use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{finding, in_order, put, set, violated};
use crate::report::Cell;
use crate::template::{Column, Edition, Item, TableKind};
use crate::validate::engine::rules;
use crate::validate::table_rule::{Over, Test};
use crate::validate::{Check, validate};
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
fn every_violated_check_is_a_finding() {
    // Findings come from the cells that can fail, checks from all of them.
    let doubtful = [(-3, 0), (15, 1), (-25, 2), (9_000_000_000_000_000_000, 0), (20, 1)];
    for edition in [Edition::E2019, Edition::E2021] {
        for path in edition.paths() {
            let mut report = in_order(edition);
            for (mantissa, scale) in doubtful {
                report.set(path, Cell::figure(mantissa, scale, Certainty::Exact, Span::new(1, 2)));
                let validation = validate(&report);
                let findings: Vec<_> = validation.findings().collect();
                let checks = validation.checks().filter(Check::is_violated);
                assert_eq!(findings, checks.map(Check::finding).collect::<Vec<_>>(), "{path}");
                let must_fail = mantissa < 0 && path.table() != TableKind::Disputes && !path.is_signed();
                assert!(!must_fail || !findings.is_empty(), "{path} {mantissa} {scale}");
            }
        }
    }
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

#[test]
fn what_a_rule_compares_stands_in_the_same_columns_of_all_its_rows() {
    for rule in rules() {
        let (Test::Linear(linear), Over::Items(edition, items)) = (&rule.test, rule.over) else { continue };
        let weights = |item: &Item| linear.weights(item.measures(edition));
        assert!(items.windows(2).all(|pair| weights(&pair[0]) == weights(&pair[1])), "{}", rule.rule.id);
    }
}

#[test]
fn figures_of_any_size_are_added_exactly() {
    let row_total = String::from("requests.row_total requests.received.*");
    for large in [(1 << 26) - 1, 1 << 26, 1 << 31, 1 << 32, (1 << 56) + 1] {
        let mut report = in_order(Edition::E2021);
        for column in Column::APPLICANTS {
            set(&mut report, &format!("requests.received.{}", column.key()), large);
        }
        for (total, holds) in [(6 * large, true), (6 * large + 1, false), (6 * large - 1, false)] {
            set(&mut report, "requests.received.total", total);
            assert_eq!(!violated(&report).contains(&row_total), holds, "{large} six times is {total}?");
        }
    }
}
