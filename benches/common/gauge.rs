//! Ratios to floors measured in the same run, one a line, with pass or fail.

use std::process::ExitCode;
use std::time::{Duration, Instant};

/// One side of a round takes about this long.
const ROUND: Duration = Duration::from_micros(300);
/// Rounds of which the median ratio is taken.
const ROUNDS: usize = 101;
/// Fewer rounds when they take longer than this.
const PATIENCE: Duration = Duration::from_secs(3);

fn asked(option: &str) -> bool {
    std::env::args().any(|argument| argument == option)
}

pub(crate) enum Target {
    /// Time, of ours to the floor's.
    AtMost(f64),
    /// Speed, of ours to the floor's.
    AtLeast(f64),
}

pub(crate) struct Table {
    pub(crate) quick: bool,
    failed: usize,
}

impl Table {
    /// As the command line asks: `--bench` to measure, `--gate` to fail when a target is missed.
    pub(crate) fn from_arguments() -> Self {
        // As criterion has it: without `--bench`, cargo only wants to know whether the bench works.
        let quick = asked("--test") || !asked("--bench");
        println!(
            "{:<24} {:<24} {:>11} {:>11} {:>8} {:>8}",
            "ratio", "on", "ours", "floor", "ratio", "target"
        );
        Self { quick, failed: 0 }
    }

    pub(crate) fn verdict(&self) -> ExitCode {
        if self.quick {
            println!("test mode: every result checked, no figure above means anything");
        } else {
            println!("{} targets missed", self.failed);
        }
        if asked("--gate") && self.failed > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
    }

    pub(crate) fn compare(
        &mut self,
        what: &str,
        on: &str,
        target: Target,
        ours: impl Fn(),
        floor: impl Fn(),
    ) {
        self.row(what, on, target, 1.0, ours, floor);
    }

    /// As `compare`, for a side that works on `scale` times the bytes.
    pub(crate) fn scaled(
        &mut self,
        what: &str,
        on: &str,
        most: f64,
        scale: f64,
        ours: impl Fn(),
        floor: impl Fn(),
    ) {
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
        let Some(&(ours, floor)) = times.get(times.len() / 2) else { return };
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
