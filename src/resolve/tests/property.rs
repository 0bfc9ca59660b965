//! Many tables: what is given is what was printed, or it is openly uncertain.

use std::collections::BTreeMap;

use super::generate::{self, Damage, Dice, Printed};
use super::*;
use crate::template::Edition;

#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    tables: usize,
    cells: usize,
    given: usize,
    resolved: usize,
    repaired: usize,
    wrong_exact: usize,
    wrong_resolved: usize,
    wrong_repaired: usize,
    wrong_blank: usize,
    ambiguous: usize,
    /// Ambiguous cells without the truth among their candidates.
    truth_lost: usize,
    bounded: usize,
}

impl Tally {
    fn count(&mut self, sheet: &Sheet, printed: &Printed) {
        let problem = sheet.problem();
        let resolution = resolve(&problem);
        self.tables += 1;
        self.bounded += usize::from(resolution.bounded);
        for (row, cells) in printed.iter().enumerate() {
            if sheet.rows[row].is_none() {
                continue;
            }
            for (column, truth) in cells.iter().enumerate() {
                self.cells += 1;
                let given = resolution.given(&problem, row, column);
                match given {
                    Given::Figure { value, certainty, span } => {
                        self.given += 1;
                        assert!(!span.is_empty());
                        let wrong = usize::from(*truth != Some(value));
                        match certainty {
                            Certainty::Exact => self.wrong_exact += wrong,
                            Certainty::Resolved => {
                                self.resolved += 1;
                                self.wrong_resolved += wrong;
                            }
                            Certainty::Repaired => {
                                self.repaired += 1;
                                self.wrong_repaired += wrong;
                            }
                        }
                    }
                    Given::Blank => {
                        self.given += 1;
                        self.wrong_blank += usize::from(truth.is_some());
                    }
                    Given::Ambiguous { candidates, .. } => {
                        self.ambiguous += 1;
                        self.truth_lost += usize::from(!candidates.contains(truth));
                    }
                    Given::Unreadable(_) => self.ambiguous += 1,
                    other => panic!("{other:?}"),
                }
            }
        }
    }
}

fn seeds() -> u64 {
    std::env::var("GONGKAI_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1)
}

fn tables(few: usize, many: usize) -> usize {
    if std::env::var_os("GONGKAI_FULL").is_some_and(|full| full == "1") { many } else { few }
}

/// The table of a seed.
fn table(seed: u64, requests: bool, at: usize) -> (Edition, Sheet, Printed, Damage, bool) {
    let mut dice = Dice::new(seed);
    let edition = if dice.chance(50) { Edition::E2019 } else { Edition::E2021 };
    let form = if requests { Form::requests(edition) } else { Form::disputes() };
    let mut printed =
        if requests { generate::requests(&mut dice, edition) } else { generate::disputes(&mut dice) };
    let misprinted = dice.chance(20);
    if misprinted {
        generate::misprint(&mut dice, &mut printed);
    }
    let damage = Damage::ALL[at % Damage::ALL.len()];
    let sheet = generate::write(&mut dice, form, &mut printed, damage);
    (edition, sheet, printed, damage, misprinted)
}

/// Tallies by damage, consistent tables apart from those with a misprint.
fn run(requests: bool, number: usize) -> BTreeMap<(bool, Damage), Tally> {
    let mut tallies: BTreeMap<(bool, Damage), Tally> = BTreeMap::new();
    for at in 0..number {
        let seed = seeds() * 1_000_000_007 + at as u64 * 2 + u64::from(requests);
        let (_, sheet, printed, damage, misprinted) = table(seed, requests, at);
        let tally = tallies.entry((misprinted, damage)).or_default();
        let before = *tally;
        tally.count(&sheet, &printed);
        let worse = |field: fn(&Tally) -> usize| field(tally) > field(&before);
        if worse(|t| t.wrong_resolved + t.wrong_repaired + t.wrong_blank + t.wrong_exact)
            || (!misprinted && worse(|t| t.truth_lost))
        {
            std::println!("seed {seed} {damage:?} misprinted: {misprinted}");
        }
    }
    for ((misprinted, damage), tally) in &tallies {
        std::println!(
            "{} {damage:?}{}: {} tables, {} cells, {:.2} % given, resolved {}, repaired {}, wrong {}/{}/{}/{}, truth lost {} of {}, bounded {}",
            if requests { "requests" } else { "disputes" },
            if *misprinted { " misprinted" } else { "" },
            tally.tables,
            tally.cells,
            100.0 * tally.given as f64 / tally.cells as f64,
            tally.resolved,
            tally.repaired,
            tally.wrong_exact,
            tally.wrong_resolved,
            tally.wrong_repaired,
            tally.wrong_blank,
            tally.truth_lost,
            tally.ambiguous,
            tally.bounded,
        );
    }
    tallies
}

fn check(requests: bool, number: usize, share: f64) {
    let tallies = run(requests, number);
    let sum = |field: fn(&Tally) -> usize, which: fn(bool) -> bool| -> usize {
        tallies.iter().filter(|((misprinted, _), _)| which(*misprinted)).map(|(_, tally)| field(tally)).sum()
    };
    let any = |_: bool| true;
    assert_eq!(sum(|t| t.wrong_exact, any), 0);
    assert_eq!(sum(|t| t.wrong_resolved + t.wrong_blank, |misprinted| !misprinted), 0);
    let wrong = sum(|t| t.wrong_resolved + t.wrong_blank, |misprinted| misprinted);
    let resolved = sum(|t| t.resolved, |misprinted| misprinted);
    std::println!("misprinted: {wrong} wrong of {resolved} resolved");
    assert!(wrong * 100_000 <= resolved.max(100_000), "{wrong} of {resolved}");
    let wrong = sum(|t| t.wrong_repaired, any);
    let repaired = sum(|t| t.repaired, any);
    std::println!("{wrong} wrong of {repaired} repaired");
    assert!(wrong * 10_000 <= repaired.max(10_000), "{wrong} of {repaired}");
    let glued = &tallies[&(false, Damage::Glued)];
    assert!(glued.given as f64 >= share * glued.cells as f64);
}

#[test]
fn requests_tables() {
    check(true, tables(400, 24_000), 0.995);
}

#[test]
fn disputes_rows() {
    check(false, tables(800, 48_000), 0.95);
}

/// One table by its seed: `GONGKAI_ONE=1000000255 cargo test --lib one_table -- --nocapture`.
#[test]
fn one_table() {
    let Some(seed) = std::env::var("GONGKAI_ONE").ok().and_then(|seed| seed.parse::<u64>().ok()) else {
        return;
    };
    let (requests, at) =
        ((seed - 1_000_000_007 * (seed / 1_000_000_007)) % 2 == 1, (seed % 1_000_000_007) / 2);
    let (_, sheet, printed, damage, misprinted) = table(seed, requests, at as usize);
    std::println!("{damage:?} misprinted: {misprinted}");
    for ((row, read), text) in printed.iter().zip(sheet.read()).zip(sheet.text.lines()) {
        let row: Vec<String> = row.iter().map(|c| c.map_or("_".into(), |v| v.to_string())).collect();
        std::println!("  {:40} {text:34} {read}", row.join(" "));
    }
}

/// Where the time goes: `GONGKAI_TIME=1000`.
#[test]
fn times() {
    let Some(number) = std::env::var("GONGKAI_TIME").ok().and_then(|n| n.parse::<usize>().ok()) else {
        return;
    };
    for requests in [true, false] {
        for (kind, damage) in Damage::ALL.iter().enumerate() {
            let mut all = Vec::new();
            for at in 0..number {
                let (_, sheet, _, _, misprinted) = table(77_000_000 + at as u64, requests, kind);
                let start = std::time::Instant::now();
                let resolution = resolve(&sheet.problem());
                all.push((
                    start.elapsed().as_micros(),
                    at,
                    misprinted,
                    resolution.bounded,
                    resolution.broken,
                ));
            }
            all.sort_unstable();
            std::println!(
                "{requests} {damage:?} median {:?} 90 % {:?} 99 % {:?} last {:?}",
                all[number / 2],
                all[number * 9 / 10],
                all[number * 99 / 100],
                all[number - 1]
            );
        }
    }
}

#[test]
fn speed() {
    if std::env::var_os("GONGKAI_TIME").is_none() {
        return;
    }
    let mut dice = Dice::new(5);
    let mut printed: Printed = vec![vec![Some(0); 7]; 25];
    for column in 0..6 {
        let mut sum = 0;
        for row in 2..23 {
            let v = 1000 + dice.below(9000) as i64;
            printed[row][column] = Some(v);
            sum += v;
        }
        printed[23][column] = Some(sum);
        printed[24][column] = Some(1000 + dice.below(9000) as i64);
        printed[1][column] = Some(1000 + dice.below(9000) as i64);
        printed[0][column] = Some(sum + printed[24][column].unwrap() - printed[1][column].unwrap());
    }
    for row in &mut printed {
        row[6] = Some(row[..6].iter().flatten().sum());
    }
    let sheet = generate::write(&mut dice, Form::requests(Edition::E2021), &mut printed, Damage::Glued);
    let mut tally = Tally::default();
    tally.count(&sheet, &printed);
    std::println!("{tally:?}");
    let start = std::time::Instant::now();
    for _ in 0..200 {
        std::hint::black_box(resolve(&sheet.problem()));
    }
    std::println!("four digits: {:?}", start.elapsed() / 200);
    let problem = sheet.problem();
    let start = std::time::Instant::now();
    for _ in 0..200 {
        for row in 0..25 {
            let row = row::Row::new(&problem, row);
            std::hint::black_box(row.sequence(edit::Edit::None));
        }
    }
    std::println!("  sequences: {:?}", start.elapsed() / 200);
    let start = std::time::Instant::now();
    for _ in 0..200 {
        for row in 0..25 {
            let row = row::Row::new(&problem, row);
            std::hint::black_box(row.domain(false));
        }
    }
    std::println!("  domains: {:?}", start.elapsed() / 200);
    let mut zeros: Printed = vec![vec![Some(0); 7]; 25];
    let sheet = generate::write(&mut dice, Form::requests(Edition::E2021), &mut zeros, Damage::Glued);
    let start = std::time::Instant::now();
    for _ in 0..200 {
        std::hint::black_box(resolve(&sheet.problem()));
    }
    std::println!("zeros: {:?}", start.elapsed() / 200);
}
