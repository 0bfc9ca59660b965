//! The table tokenizer, the hot path, layout by layout, beside the floors of reading the same bytes.
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench")]

mod common;

use std::hint::black_box;

use common::floor;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use gongkai::__bench::tokenize;

fn tokenizer(c: &mut Criterion) {
    let regex = floor::regex();
    for case in common::cases() {
        if !case.is_tokenized() {
            continue;
        }
        let tables = case.tables();
        let bytes = tables.iter().map(|(_, text)| text.len() as u64).sum();
        let mut group = c.benchmark_group(format!("tokenizer/{}", case.name));
        group.throughput(Throughput::Bytes(bytes));
        group.bench_function(BenchmarkId::from_parameter("tokenize"), |b| {
            b.iter(|| {
                tables.iter().map(|&(layout, text)| tokenize(layout, black_box(text)).len()).sum::<usize>()
            });
        });
        let mut floor = |name: &str, work: &dyn Fn(&str) -> usize| {
            group.bench_function(BenchmarkId::from_parameter(format!("floor: {name}")), |b| {
                b.iter(|| tables.iter().map(|(_, text)| work(black_box(text))).sum::<usize>());
            });
        };
        floor("from_utf8", &floor::utf8);
        floor("newlines", &floor::newlines);
        floor("csv", &floor::csv_cells);
        floor("regex", &|text| floor::numbers(&regex, text));
        group.finish();
    }
}

criterion_group!(benches, tokenizer);
criterion_main!(benches);
