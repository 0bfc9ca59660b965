#![no_main]

#[path = "../../tests/promise/mod.rs"]
mod promise;
#[path = "../../tests/render/mod.rs"]
mod render;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promise::targets::run("html", bytes));
