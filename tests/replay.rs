//! The fuzzers' targets on inputs that are kept: seeds of our own and what was found. Runs without a fuzzer.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test")]
#![cfg(all(feature = "html", feature = "serde"))]

mod promise;
mod render;

use std::path::Path;

fn replay(name: &str, folder: &Path) -> usize {
    let mut count = 0;
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_file() {
            println!("{name}: {}", path.display());
            promise::targets::run(name, &std::fs::read(&path).unwrap());
            count += 1;
        }
    }
    count
}

#[test]
fn inputs_that_are_kept() {
    for (name, _) in promise::targets::TARGETS {
        let own = replay(name, &Path::new("tests/inputs").join(name));
        assert!(own > 0, "{name} has no input of its own");
        if *name == "serde" {
            replay(name, Path::new("tests/stored"));
        }
        if *name != "structured" {
            let fixtures =
                ["tests/fixtures", "tests/fixtures/extractors"].map(|at| replay(name, Path::new(at)));
            assert!(fixtures.iter().all(|count| *count > 0));
        }
    }
}
