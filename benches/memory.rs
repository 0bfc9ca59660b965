//! What parsing takes of the heap: its peak against the length of the text, and how often it allocates.
//!
//! `cargo bench --bench memory` prints the table; `-- --gate` also fails when a target is missed.
#![allow(clippy::unwrap_used, reason = "a bench")]

mod common;

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: dhat::Alloc = dhat::Alloc;

fn main() -> ExitCode {
    let asked = |option: &str| std::env::args().any(|argument| argument == option);
    let kilobytes = if asked("--test") || !asked("--bench") { 10 } else { 1_000 };
    let mut missed = 0;
    println!(
        "{:<28} {:>10} {:>10} {:>10} {:>8} {:>10}",
        "on", "text", "peak heap", "target", "", "allocations"
    );
    for case in common::cases() {
        missed += row(&case.name, &case.text, (32 << 10) + 4 * case.text.len());
    }
    for (name, text) in common::hostile() {
        let text = text(kilobytes);
        missed += row(&format!("hostile: {name}"), &text, 16 * text.len());
    }
    println!("{missed} targets missed");
    if asked("--gate") && missed > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Parses once under the counting allocator; the text itself and what is dropped before the peak do not count.
fn row(name: &str, text: &str, target: usize) -> usize {
    let profiler = dhat::Profiler::builder().testing().build();
    let before = dhat::HeapStats::get();
    let parsed = gongkai::parse_report(text);
    let after = dhat::HeapStats::get();
    drop(parsed);
    drop(profiler);
    let peak = after.max_bytes.saturating_sub(before.curr_bytes);
    let allocations = after.total_blocks - before.total_blocks;
    let verdict = if peak <= target { "pass" } else { "FAIL" };
    println!("{name:<28} {:>10} {peak:>10} {target:>10} {verdict:>8} {allocations:>10}", text.len());
    usize::from(peak > target)
}
