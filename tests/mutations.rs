//! Documents damaged at random, fixtures and generated ones in all layouts: no panic, and every figure given as certain
//! is printed at its span. `GONGKAI_MUTATIONS=100000` for more than a first look; the numbers are the same on every run.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test")]
#![cfg(all(feature = "html", feature = "serde"))]

mod promise;
mod render;

use std::panic::catch_unwind;

use promise::{mutate::mutate, targets::everything};
use render::{Filter, LOOKS, Rng, document};

/// Own fixtures, in the order of their names.
fn fixtures() -> Vec<(String, String)> {
    let mut found = vec![];
    for folder in ["tests/fixtures", "tests/fixtures/extractors", "examples"] {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "txt" || extension == "html") {
                found.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn damaged_at_random() {
    let count: u64 = std::env::var("GONGKAI_MUTATIONS").map_or(3000, |count| count.parse().unwrap());
    // One of them alone, to look at.
    let one: Option<u64> = std::env::var("GONGKAI_MUTATION").ok().map(|seed| seed.parse().unwrap());
    let fixtures = fixtures();
    let mut failures: Vec<String> = vec![];
    for seed in one.map_or(0..count, |seed| seed..seed + 1) {
        let mut rng = Rng::named(seed, "mutations");
        let look = LOOKS[rng.below(LOOKS.len())].name;
        let (name, mut text) = if seed % 2 == 0 {
            fixtures[rng.below(fixtures.len())].clone()
        } else {
            let filter = if rng.chance(50.0) { Filter::None } else { Filter::All };
            (look.to_owned(), document(look, seed, &filter).text)
        };
        let other = &fixtures[rng.below(fixtures.len())].1;
        for _ in 0..=rng.below(8) {
            mutate(&mut text, other, &mut |n| rng.below(n));
        }
        if let Err(panic) = catch_unwind(|| everything(&text)) {
            let why = panic.downcast_ref::<String>().cloned().unwrap_or_default();
            failures.push(format!("{seed} ({name}): {}", why.lines().take(6).collect::<String>()));
        }
    }
    assert!(failures.is_empty(), "{} of {count}:\n{}", failures.len(), failures.join("\n"));
}

/// Every beginning of a fixture: what stands there is right, whatever is missing behind.
#[test]
fn every_beginning_of_a_fixture() {
    let step = if std::env::var("GONGKAI_MUTATIONS").is_ok() { 1 } else { 29 };
    for (name, text) in fixtures() {
        for at in (0..text.len()).step_by(step).filter(|at| text.is_char_boundary(*at)) {
            let result = catch_unwind(|| everything(text.get(..at).unwrap()));
            assert!(result.is_ok(), "{name} up to {at}");
        }
    }
}
