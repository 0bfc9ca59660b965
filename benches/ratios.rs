//! One table of what this crate costs, as ratios to floors measured in the same run, with pass or fail.
//!
//! Absolute times depend on the machine and on what else it does; ratios of short rounds that alternate between the
//! two sides hardly do. `cargo bench --bench ratios` prints the table; `-- --gate` also fails when a target is missed.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench")]

mod common;

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use common::{Case, floor};
use gongkai::__bench::tokenize;
use gongkai::Layout;
use gongkai::narrative;
use gongkai::validate::validate;

/// One side of a round takes about this long.
const ROUND: Duration = Duration::from_micros(300);
/// Rounds of which the median ratio is taken.
const ROUNDS: usize = 101;
/// Fewer rounds when they take longer than this.
const PATIENCE: Duration = Duration::from_secs(3);

fn main() -> ExitCode {
    let asked = |option: &str| std::env::args().any(|argument| argument == option);
    // As criterion has it: without `--bench`, cargo only wants to know whether the bench works.
    let quick = asked("--test") || !asked("--bench");
    let mut table = Table { quick, failed: 0 };
    let cases = common::cases();
    table.head();
    tokenizer(&mut table, &cases);
    parsing(&mut table, &cases);
    judging(&mut table, &cases);
    growth(&mut table);
    if quick {
        println!("test mode: every result checked, no figure above means anything");
    } else {
        println!("{} targets missed", table.failed);
    }
    if asked("--gate") && table.failed > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
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

enum Target {
    /// Time, of ours to the floor's.
    AtMost(f64),
    /// Speed, of ours to the floor's.
    AtLeast(f64),
}

struct Table {
    quick: bool,
    failed: usize,
}

impl Table {
    fn head(&self) {
        println!(
            "{:<24} {:<24} {:>11} {:>11} {:>8} {:>8}",
            "ratio", "on", "ours", "floor", "ratio", "target"
        );
    }

    fn compare(&mut self, what: &str, on: &str, target: Target, ours: impl Fn(), floor: impl Fn()) {
        self.row(what, on, target, 1.0, ours, floor);
    }

    /// As `compare`, for a side that works on `scale` times the bytes.
    fn scaled(&mut self, what: &str, on: &str, most: f64, scale: f64, ours: impl Fn(), floor: impl Fn()) {
        self.row(what, on, Target::AtMost(most), scale, ours, floor);
    }

    fn row(&mut self, what: &str, on: &str, target: Target, scale: f64, ours: impl Fn(), floor: impl Fn()) {
        let (ours_times, floor_times) = (self.times(&ours), self.times(&floor));
        let (least, most) = if self.quick { (1, 1) } else { (5, ROUNDS) };
        let start = Instant::now();
        let mut times: Vec<(f64, f64)> = Vec::new();
        while times.len() < least || (times.len() < most && start.elapsed() < PATIENCE) {
            times.push((timed(ours_times, &ours) / scale, timed(floor_times, &floor)));
        }
        times.sort_by(|a, b| (a.0 / a.1).total_cmp(&(b.0 / b.1)));
        let (ours, floor) = times[times.len() / 2];
        let (ratio, passed, target) = match target {
            Target::AtMost(most) => (ours / floor, ours / floor <= most, format!("<= {most}")),
            Target::AtLeast(least) => (floor / ours, floor / ours >= least, format!(">= {least}")),
        };
        let verdict = if passed { "pass" } else { "FAIL" };
        self.failed += usize::from(!passed);
        let micros = |seconds: f64| format!("{:.2} us", seconds * 1e6);
        println!(
            "{what:<24} {on:<24} {:>11} {:>11} {ratio:>8.2} {target:>8} {verdict}",
            micros(ours),
            micros(floor)
        );
    }

    /// How often a side runs in one round.
    fn times(&self, side: &impl Fn()) -> u32 {
        if self.quick {
            return 1;
        }
        let mut times = 1;
        while timed(times, side) * f64::from(times) < ROUND.as_secs_f64() && times < 1 << 20 {
            times *= 2;
        }
        times
    }
}

/// Seconds for one run, of `times` runs.
fn timed(times: u32, side: &impl Fn()) -> f64 {
    let start = Instant::now();
    for _ in 0..times {
        side();
    }
    start.elapsed().as_secs_f64() / f64::from(times)
}
