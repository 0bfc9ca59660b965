use rust_decimal::Decimal;

use super::{
    check, doubt, doubts, finding, in_order, outcome, put, set, slash, unreadable, violated, violation,
};
use crate::Span;
use crate::report::{AdditionalRow, Cell, PrintedRow, Report};
use crate::template::{Column, Edition, FactPath, Row, TableKind};
use crate::validate::{Basis, Reason};

const EDITIONS: [Edition; 2] = [Edition::E2019, Edition::E2021];

/// The whole table without its zeros, as many small organs print it.
fn zeros_blank(edition: Edition) -> Report {
    let mut report = in_order(edition);
    for row in Row::of(edition) {
        for &column in Column::ALL {
            let path = FactPath::Requests(row, column);
            if report.get(path).and_then(Cell::count) == Some(0) {
                report.set(path, Cell::BLANK);
            }
        }
    }
    report
}

#[test]
fn balance() {
    for edition in EDITIONS {
        let report = in_order(edition);
        let (rule, at) = ("requests.balance", "requests.*.total");
        assert_eq!(outcome(&report, rule, at), "satisfied");
        doubts(&report, rule, at, "requests.carried_forward.total");

        let mut wrong = report.clone();
        set(&mut wrong, "requests.carried_over.total", 4);
        assert_eq!(violation(&wrong, rule, at), ("20".into(), "19".into()));
        let found = finding(&wrong, rule, at);
        assert_eq!(found.basis, Some(Basis::Strict));
        assert_eq!(found.message(), "received 16 + carried_over 4 = 20 ≠ 19 = total 15 + carried_forward 4");
        let names: Vec<String> = found.operands.iter().map(|operand| operand.place.to_string()).collect();
        assert_eq!(
            names,
            [
                "requests.received.total",
                "requests.carried_over.total",
                "requests.total.total",
                "requests.carried_forward.total"
            ]
        );
        doubts(&wrong, rule, at, "requests.received.total");
    }
}

#[test]
fn results_total() {
    for edition in EDITIONS {
        let report = in_order(edition);
        let (rule, at) = ("requests.results_total", "requests.*.natural_person");
        assert_eq!(outcome(&report, rule, at), "satisfied");
        doubts(&report, rule, at, "requests.denied.state_secret.natural_person");
        doubts(&report, rule, at, "requests.total.natural_person");

        let mut wrong = report.clone();
        set(&mut wrong, "requests.not_processed.petition.natural_person", 1);
        assert_eq!(violation(&wrong, rule, at), ("11".into(), "10".into()));
        let message = finding(&wrong, rule, at).message();
        let zeros = Row::of(edition).count() - 4 - 4;
        assert_eq!(
            message,
            format!(
                "granted 5 + partially_granted 2 + unavailable.not_held 3 + not_processed.petition 1 + {zeros} zeros \
                 = 11 ≠ total 10"
            )
        );
    }
}

#[test]
fn every_result_row_of_an_edition_counts() {
    for edition in EDITIONS {
        for row in Row::of(edition).filter(|row| row.group().is_some()) {
            let mut report = in_order(edition);
            let path = FactPath::Requests(row, Column::Research);
            report.set(path, Cell::exact(7.into()));
            let at = "requests.*.research";
            assert_eq!(violation(&report, "requests.results_total", at), ("7".into(), "0".into()), "{path}");
            assert_eq!(violation(&report, "requests.exceeds_intake", at), ("0".into(), "7".into()), "{path}");
        }
    }
}

#[test]
fn row_total() {
    for edition in EDITIONS {
        let report = in_order(edition);
        let (rule, at) = ("requests.row_total", "requests.granted.*");
        assert_eq!(outcome(&report, rule, at), "satisfied");
        doubts(&report, rule, at, "requests.granted.research");
        for &column in Column::ALL {
            let mut wrong = report.clone();
            let path = FactPath::Requests(Row::Granted, column);
            let figure = report.get(path).and_then(Cell::count).unwrap();
            wrong.set(path, Cell::exact((figure + 1).into()));
            let expected = if column == Column::Total { ("9", "10") } else { ("10", "9") };
            assert_eq!(violation(&wrong, rule, at), (expected.0.into(), expected.1.into()));
        }
    }
}

#[test]
fn exceeds_intake() {
    for edition in EDITIONS {
        let report = in_order(edition);
        let (rule, at) = ("requests.exceeds_intake", "requests.*.total");
        assert_eq!(outcome(&report, rule, at), "satisfied");
        doubts(&report, rule, at, "requests.received.total");

        let mut wrong = report.clone();
        set(&mut wrong, "requests.granted.total", 14);
        assert_eq!(violation(&wrong, rule, at), ("19".into(), "20".into()));
        assert_eq!(
            finding(&wrong, rule, at).in_chinese().unwrap(),
            format!(
                "一、本年新收政府信息公开申请数量 16 + 二、上年结转政府信息公开申请数量 3 = 19 < 20 = （一）予以公开 14 + \
                 （二）部分公开（区分处理的，只计这一情形，不计其他情形） 3 + 1.本机关不掌握相关政府信息 3 + {} 项 0",
                Row::of(edition).count() - 4 - 3
            )
        );
    }
}

#[test]
fn results_exceed_the_intake_although_the_table_is_cut() {
    let mut report = in_order(Edition::E2019);
    for column in ["natural_person", "total"] {
        set(&mut report, &format!("requests.granted.{column}"), 20);
    }
    let whole = finding(&report, "requests.exceeds_intake", "requests.*.total");
    for row in Row::of(Edition::E2019).filter(|&row| row >= Row::Petition) {
        for &column in Column::ALL {
            report.set(FactPath::Requests(row, column), Cell::MISSING);
        }
    }
    let rule = "requests.exceeds_intake";
    assert_eq!(violation(&report, rule, "requests.*.natural_person"), ("12".into(), "25".into()));
    let cut = finding(&report, rule, "requests.*.total");
    assert_eq!(cut.basis, Some(Basis::Strict));
    assert!(cut.operands.iter().all(|operand| operand.value.is_some()));
    // The known results are fewer, the finding is the same.
    assert_eq!(cut.fingerprint(), whole.fingerprint());
    // Known results within the intake say nothing about all results.
    let (reason, missing) = doubt(&report, rule, "requests.*.business");
    assert_eq!(reason, Reason::Operands);
    assert!(missing.contains(&"requests.other.business".to_string()));
    let (_, missing) = doubt(&report, "requests.balance", "requests.*.total");
    assert_eq!(missing, ["requests.total.total", "requests.carried_forward.total"]);
}

#[test]
fn a_blank_result_does_not_hide_that_the_intake_is_exceeded() {
    let mut report = in_order(Edition::E2021);
    set(&mut report, "requests.granted.total", 20);
    put(&mut report, "requests.denied.state_secret.total", Cell::BLANK);
    let found = finding(&report, "requests.exceeds_intake", "requests.*.total");
    assert_eq!((found.verdict.as_str(), found.basis), ("violated", Some(Basis::Strict)));
}

#[test]
fn blanks_that_mean_zero() {
    for edition in EDITIONS {
        let report = zeros_blank(edition);
        assert_eq!(violated(&report), Vec::<String>::new());
        let balance = check(&report, "requests.balance", "requests.*.research");
        assert_eq!((balance.is_satisfied(), balance.basis()), (true, Some(Basis::BlankAsZero)));
        let strict = check(&report, "requests.balance", "requests.*.total");
        assert_eq!((strict.is_satisfied(), strict.basis()), (true, Some(Basis::Strict)));

        // The habit is established, so a contradiction is one.
        let mut wrong = report.clone();
        set(&mut wrong, "requests.granted.total", 10);
        let found = finding(&wrong, "requests.row_total", "requests.granted.*");
        assert_eq!((found.verdict.as_str(), found.basis), ("violated", Some(Basis::BlankAsZero)));
        assert!(found.message().contains("research blank"), "{}", found.message());
    }
}

#[test]
fn a_not_applicable_cell_counts_as_a_blank_one() {
    let mut report = in_order(Edition::E2021);
    put(&mut report, "requests.granted.research", slash());
    let found = finding(&report, "requests.row_total", "requests.granted.*");
    assert_eq!((found.verdict.as_str(), found.basis), ("satisfied", Some(Basis::BlankAsZero)));
}

#[test]
fn blanks_that_do_not_mean_zero() {
    // The totals column was left blank in most rows that have figures: three of four rows fail.
    let mut report = in_order(Edition::E2021);
    for row in ["granted", "partially_granted", "unavailable.not_held"] {
        put(&mut report, &format!("requests.{row}.total"), Cell::BLANK);
    }
    let (reason, missing) = doubt(&report, "requests.row_total", "requests.granted.*");
    assert_eq!((reason, missing), (Reason::BlankUnclear, vec!["requests.granted.total".to_string()]));
    assert_eq!(violated(&report), Vec::<String>::new());
}

#[test]
fn four_fifths_of_the_identities_establish_the_habit() {
    // One blank in five rows, one of them wrong: rows 4 of 5, but the column of the wrong one fails as well.
    let mut report = in_order(Edition::E2021);
    for row in [
        "denied.state_secret",
        "denied.enforcement_files",
        "not_processed.petition",
        "not_processed.repeated",
    ] {
        put(&mut report, &format!("requests.{row}.research"), Cell::BLANK);
    }
    put(&mut report, "requests.granted.public_interest", Cell::BLANK);
    // Rows: 4 of 5 hold. Columns: research holds, public_interest fails. Together 5 of 7.
    assert_eq!(doubt(&report, "requests.row_total", "requests.granted.*").0, Reason::BlankUnclear);
    for row in ["not_processed.publication", "not_processed.excessive", "other.miscellaneous"] {
        put(&mut report, &format!("requests.{row}.research"), Cell::BLANK);
    }
    // 8 of 10.
    assert_eq!(outcome(&report, "requests.row_total", "requests.granted.*"), "violated");
}

#[test]
fn a_table_half_lost_shows_no_habit() {
    let mut report = zeros_blank(Edition::E2021);
    set(&mut report, "requests.granted.total", 10);
    assert_eq!(outcome(&report, "requests.row_total", "requests.granted.*"), "violated");
    for &column in Column::ALL {
        report.set(FactPath::Requests(Row::Reconfirmation, column), Cell::MISSING);
    }
    assert_eq!(doubt(&report, "requests.row_total", "requests.granted.*").0, Reason::BlankUnclear);
}

#[test]
fn not_negative_integer() {
    let report = in_order(Edition::E2021);
    let (rule, at) = ("requests.not_negative_integer", "requests.granted.business");
    assert_eq!(outcome(&report, rule, at), "satisfied");
    doubts(&report, rule, at, at);

    let mut wrong = report.clone();
    set(&mut wrong, at, -1);
    assert_eq!(violation(&wrong, rule, at), ("0".into(), "-1".into()));
    put(&mut wrong, at, Cell::exact(Decimal::new(15, 1)));
    assert_eq!(violation(&wrong, rule, at), ("a whole number".into(), "1.5".into()));
    assert_eq!(violation(&wrong, "requests.row_total", "requests.granted.*"), ("9.5".into(), "9".into()));
    put(&mut wrong, at, Cell::BLANK);
    let found = finding(&wrong, rule, at);
    assert_eq!((found.verdict.as_str(), found.basis), ("satisfied", Some(Basis::BlankAsZero)));
    put(&mut wrong, at, unreadable());
    assert_eq!(outcome(&wrong, rule, at), "not_evaluated");
}

#[test]
fn figures_of_eighteen_digits_are_added_exactly() {
    let mut report = in_order(Edition::E2021);
    for row in ["received", "granted", "total"] {
        set(&mut report, &format!("requests.{row}.research"), i64::MAX);
        set(&mut report, &format!("requests.{row}.legal_service"), i64::MAX);
    }
    assert_eq!(outcome(&report, "requests.balance", "requests.*.research"), "satisfied");
    let expected = (i128::from(i64::MAX) * 2 + 9).to_string();
    assert_eq!(violation(&report, "requests.row_total", "requests.granted.*"), (expected, "9".into()));
}

fn printed(rows: impl Iterator<Item = Row>) -> Vec<PrintedRow> {
    rows.zip(0..).map(|(row, place)| PrintedRow { row, label: Span::new(place, place + 1) }).collect()
}

#[test]
fn shape() {
    let (rule, at) = ("requests.shape", "requests");
    for edition in EDITIONS {
        let mut report = in_order(edition);
        assert_eq!(outcome(&report, rule, at), "not_evaluated");

        report.requests.printed = printed(Row::of(edition));
        assert_eq!(outcome(&report, rule, at), "satisfied");

        report.requests.printed.remove(3);
        let last = report.requests.printed.pop().unwrap();
        report.requests.printed.insert(2, last);
        report.requests.printed.push(last);
        report.requests.additional.push(AdditionalRow {
            table: TableKind::Requests,
            label: "法人小计".into(),
            span: Span::new(90, 95),
            cells: Vec::new(),
        });
        let (expected, actual) = violation(&report, rule, at);
        assert_eq!(expected, format!("{} rows, each once, in order", Row::of(edition).count()));
        assert_eq!(
            actual,
            "missing: partially_granted; repeated: carried_forward; out of order: granted; outside the form: 法人小计"
        );
        let found = finding(&report, rule, at);
        assert!(found.operands.iter().any(|operand| operand.span == Some(Span::new(90, 95))));
        let places: Vec<_> = found.operands.iter().map(|operand| operand.place.to_string()).collect();
        assert_eq!(
            places,
            [
                "requests.granted",
                "requests.partially_granted",
                "requests.carried_forward",
                "requests.carried_forward",
                "requests.additional.0"
            ]
        );
        assert_eq!(found.operands[1].span, None);
    }
}

#[test]
fn a_row_of_the_other_edition_is_out_of_shape() {
    let mut report = in_order(Edition::E2019);
    report.requests.printed =
        printed(Row::ALL.iter().copied().filter(|&row| row != Row::OverdueFee && row != Row::Miscellaneous));
    let (_, actual) = violation(&report, "requests.shape", "requests");
    assert_eq!(actual, "outside the form: other.overdue_correction");
}
