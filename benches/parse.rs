//! `parse_report` on whole reports, beside the floors of reading the same bytes.
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench")]

mod common;

use std::hint::black_box;

use common::floor;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

fn parse(c: &mut Criterion) {
    let regex = floor::regex();
    for case in common::cases() {
        let text = case.text.as_str();
        let mut group = c.benchmark_group(&case.name);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(BenchmarkId::from_parameter("parse_report"), |b| {
            b.iter(|| gongkai::parse_report(black_box(text)).unwrap());
        });
        group.bench_function(BenchmarkId::from_parameter("floor: from_utf8"), |b| {
            b.iter(|| floor::utf8(black_box(text)));
        });
        group.bench_function(BenchmarkId::from_parameter("floor: newlines"), |b| {
            b.iter(|| floor::newlines(black_box(text)));
        });
        group.bench_function(BenchmarkId::from_parameter("floor: regex"), |b| {
            b.iter(|| floor::numbers(&regex, black_box(text)));
        });
        group.finish();
    }
}

criterion_group!(benches, parse);
criterion_main!(benches);
