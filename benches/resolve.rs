//! What choosing among readings costs: a glued table against the same table in tab rows, and rows made to be searched
//! for long.
//!
//! `cargo bench --bench resolve` prints the table; `-- --gate` also fails when a target is missed.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench")]

mod common;
#[path = "../tests/form/mod.rs"]
mod form;

use std::hint::black_box;
use std::process::ExitCode;

use common::gauge::{Table, Target};
use form::REQUESTS as LABELS;
use gongkai::{Parsed, Status, parse_report};

fn main() -> ExitCode {
    let mut table = Table::from_arguments();
    let figures = figures();
    let (tabs, glued) = (report(&figures, "\t"), report(&figures, ""));
    check(&figures, &parse_report(&tabs).unwrap(), 175);
    // What is not certain has the truth among its candidates.
    check(&figures, &parse_report(&glued).unwrap(), 170);
    let parse = |text: &str| drop(black_box(parse_report(black_box(text))));
    table.compare(
        "glued / tab rows",
        "25 x 7, four digits",
        Target::AtMost(20.0),
        || parse(&glued),
        || parse(&tabs),
    );
    growth(&mut table);
    table.verdict()
}

/// A consistent table in which every figure of an applicant has four digits, results and what came in.
fn figures() -> Vec<Vec<i64>> {
    let mut seed = 7_u64;
    let mut four_digits = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        1_000 + (seed >> 33) as i64 % 9_000
    };
    let mut rows: Vec<Vec<i64>> = LABELS.iter().map(|_| (0..6).map(|_| four_digits()).collect()).collect();
    for column in 0..6 {
        let results: i64 = rows[2..23].iter().map(|row| row[column]).sum();
        rows[23][column] = results;
        rows[0][column] = results + rows[24][column] - rows[1][column];
    }
    for row in &mut rows {
        row.push(row.iter().sum());
    }
    rows
}

fn report(figures: &[Vec<i64>], separator: &str) -> String {
    let row = |(label, row): (&&str, &Vec<i64>)| {
        let cells: String = row.iter().map(|figure| format!("{separator}{figure}")).collect();
        format!("{label}{cells}\n")
    };
    let rows: String = LABELS.iter().zip(figures).map(row).collect();
    format!("云澜县2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n{rows}")
}

/// Every figure is right or says that it is not certain, and so many are given.
fn check(figures: &[Vec<i64>], parsed: &Parsed, least: usize) {
    let mut given = 0;
    let facts = parsed.report.facts().filter(|fact| fact.path().to_string().starts_with("requests."));
    for (fact, printed) in facts.zip(figures.iter().flatten()) {
        match fact.status() {
            Status::Value => {
                assert_eq!(fact.value(), Some((*printed).into()), "{}", fact.path());
                given += 1;
            }
            status => assert_eq!(status, Status::Ambiguous, "{}", fact.path()),
        }
    }
    assert!(given >= least, "{given} figures given");
}

/// Time a byte, of rows ten times as long.
fn growth(table: &mut Table) {
    let (short, long) = if table.quick { (1 << 10, 1 << 11) } else { (100 << 10, 1 << 20) };
    for unit in ["0", "1", "12", "1203", "9", "1,", "0\t", "1\t", "12\t", "\t"] {
        let text = |bytes: usize| {
            let row = unit.repeat(bytes / unit.len());
            format!(
                "云澜县2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n{}\t{row}\n{}\t{row}\n",
                LABELS[0], LABELS[2]
            )
        };
        let (short, long) = (text(short), text(long));
        let certain = |text: &str| {
            let parsed = parse_report(text).unwrap();
            parsed.report.facts().filter(|fact| fact.status() == Status::Value).count()
        };
        assert_eq!((certain(&short), certain(&long)), (0, 0), "no figure of {unit:?} without end is certain");
        let parse = |text: &str| drop(black_box(parse_report(black_box(text))));
        let ratio = long.len() as f64 / short.len() as f64;
        table.scaled(
            "growth 10x",
            &format!("{unit:?} without end"),
            2.0,
            ratio,
            || parse(&long),
            || parse(&short),
        );
    }
}
