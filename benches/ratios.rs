//! One table of what this crate costs, as ratios to floors measured in the same run, with pass or fail.
//!
//! Absolute times depend on the machine and on what else it does; ratios of short rounds that alternate between the
//! two sides hardly do. `cargo bench --bench ratios` prints the table; `-- --gate` also fails when a target is missed.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench")]

mod common;

use std::hint::black_box;
use std::process::ExitCode;

use common::gauge::{Table, Target};
use common::{Case, floor};
use gongkai::__bench::tokenize;
use gongkai::Layout;
use gongkai::narrative;
use gongkai::validate::validate;

fn main() -> ExitCode {
    let mut table = Table::from_arguments();
    let cases = common::cases();
    tokenizer(&mut table, &cases);
    parsing(&mut table, &cases);
    judging(&mut table, &cases);
    growth(&mut table);
    table.verdict()
}

fn tokenizer(table: &mut Table, cases: &[Case]) {
    let regex = floor::regex();
    for case in cases.iter().filter(|case| case.is_tokenized()) {
        let tables = case.tables();
        let each = |work: &dyn Fn(Layout, &str) -> usize| {
            let cells: usize = tables.iter().map(|&(layout, text)| work(layout, black_box(text))).sum();
            black_box(cells);
        };
        let ours = || each(&|layout, text| tokenize(layout, text).len());
        let utf8 = || each(&|_, text| floor::utf8(text));
        let csv = || each(&|_, text| floor::csv_cells(text));
        let numbers = || each(&|_, text| floor::numbers(&regex, text));
        let Some(&(layout, _)) = tables.first() else { continue };
        let mut compare =
            |what, target, floor: &dyn Fn()| table.compare(what, &case.name, target, ours, floor);
        match layout {
            Layout::TabRows | Layout::CellLines => {
                compare("tokens, speed / utf8", Target::AtLeast(0.5), &utf8);
                compare("tokens, speed / csv", Target::AtLeast(3.0), &csv);
            }
            Layout::Aligned | Layout::PdfRows => compare("tokens / regex", Target::AtMost(1.0), &numbers),
            Layout::Html => {}
            _ => compare("tokens, speed / utf8", Target::AtLeast(0.25), &utf8),
        }
    }
}

fn parsing(table: &mut Table, cases: &[Case]) {
    let regex = floor::regex();
    for case in cases {
        let text = case.text.as_str();
        let ours = || drop(black_box(gongkai::parse_report(black_box(text))));
        let numbers = || _ = black_box(floor::numbers(&regex, black_box(text)));
        // The goal for a real report is 1.
        let target = if case.is_real() { Target::AtMost(2.0) } else { Target::AtMost(3.0) };
        table.compare("parse_report / regex", &case.name, target, ours, numbers);
    }
}

fn judging(table: &mut Table, cases: &[Case]) {
    let regex = floor::regex();
    for case in cases {
        let text = case.text.as_str();
        let report = gongkai::parse_report(text).unwrap().report;
        let validated = || _ = black_box(validate(black_box(&report)).findings().count());
        let parsed = || drop(black_box(gongkai::parse_report(black_box(text))));
        table.compare("validate / parse_report", &case.name, Target::AtMost(0.1), validated, parsed);
        let claims = || _ = black_box(narrative::claims(black_box(text), &report));
        let numbers = || _ = black_box(floor::numbers(&regex, black_box(text)));
        table.compare("claims / regex", &case.name, Target::AtMost(2.0), claims, numbers);
    }
}

/// Time a byte, of texts a hundred times as long.
fn growth(table: &mut Table) {
    let (short, long) = if table.quick { (1, 2) } else { (10, 1_000) };
    for (name, text) in common::hostile() {
        let (short, long) = (text(short), text(long));
        let ratio = long.len() as f64 / short.len() as f64;
        let time = |text: &str| drop(black_box(gongkai::parse_report(black_box(text))));
        table.scaled("growth 1000x / 10x", name, 2.0, ratio, || time(&long), || time(&short));
    }
}
