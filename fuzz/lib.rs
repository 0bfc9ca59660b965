//! The targets of `tests/promise/targets.rs`, built once for all fuzzers.
#![allow(dead_code, clippy::unwrap_used)]

#[path = "../tests/promise/mod.rs"]
mod promise;
#[path = "../tests/render/mod.rs"]
mod render;

pub use promise::targets::run;
