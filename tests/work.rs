//! The worst input of a given length: what it takes is counted in allocations, which do not depend on the machine.
#![allow(clippy::unwrap_used, reason = "a test")]

mod form;

use gongkai::parse_report;

#[global_allocator]
static ALLOCATOR: dhat::Alloc = dhat::Alloc;

/// What rows are made of: digits without end, figures that are too few or too many, halves of figures, signs.
const UNITS: [&str; 16] = [
    "0", "1", "9", "10", "12", "90", "505", "1203", "11112", "1,", "1 ", "0 ", "12 7 ", "30 01 ", "1 -", "５",
];

/// A table whose rows are `unit`, repeated to so many bytes a row.
fn table(unit: &str, bytes: usize) -> String {
    let row = unit.repeat(bytes.div_ceil(unit.len()));
    // Twelve rows are enough.
    let labels = form::REQUESTS.iter().take(10).chain(form::REQUESTS.iter().skip(23));
    let rows: String = labels.map(|label| format!("{label}{row}\n")).collect();
    format!("云澜县2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n{rows}")
}

/// Bytes allocated while a text is read.
fn cost(text: &str) -> u64 {
    let profiler = dhat::Profiler::builder().testing().build();
    let before = dhat::HeapStats::get().total_bytes;
    drop(std::hint::black_box(parse_report(text)));
    let after = dhat::HeapStats::get().total_bytes;
    drop(profiler);
    after - before
}

fn worst(bytes: usize) -> (u64, &'static str) {
    UNITS.iter().map(|unit| (cost(&table(unit, bytes)), *unit)).max().unwrap()
}

#[test]
fn the_worst_rows_of_any_length_cost_no_more_than_the_bounds_allow() {
    // Rows that can be searched: the bounds of a table hold whatever is in them.
    for bytes in [6, 8, 9, 12, 20, 40, 80, 120] {
        let (cost, unit) = worst(bytes);
        println!("{bytes} bytes a row: {cost} bytes allocated, for {unit:?}");
        assert!(cost < 64 << 20, "{unit:?}");
    }
    // Rows too long to be rows: linear.
    let (short, _) = worst(2_000);
    let (long, unit) = worst(20_000);
    println!("2,000 bytes a row: {short} bytes allocated; 20,000: {long}, for {unit:?}");
    assert!(long <= 11 * short, "{unit:?}");
}
