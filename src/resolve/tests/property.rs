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

pub(super) fn tables(few: usize, many: usize) -> usize {
    if std::env::var_os("GONGKAI_FULL").is_some_and(|full| full == "1") { many } else { few }
}

struct Table {
    sheet: Sheet,
    printed: Printed,
    damage: Damage,
    misprinted: bool,
}

/// The table of a seed: every fifth has a misprint.
fn table(seed: u64, requests: bool, at: usize) -> Table {
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
    Table { sheet, printed, damage, misprinted }
}

/// Tallies by damage, consistent tables apart from those with a misprint.
fn run(requests: bool, number: usize) -> BTreeMap<(bool, Damage), Tally> {
    let mut tallies: BTreeMap<(bool, Damage), Tally> = BTreeMap::new();
    for at in 0..number {
        let seed = seeds() * 1_000_000_007 + at as u64 * 2 + u64::from(requests);
        let Table { sheet, printed, damage, misprinted } = table(seed, requests, at);
        let tally = tallies.entry((misprinted, damage)).or_default();
        let before = *tally;
        tally.count(&sheet, &printed);
        let worse = |field: fn(&Tally) -> usize| field(tally) > field(&before);
        if worse(|t| t.wrong_resolved + t.wrong_repaired + t.wrong_blank + t.wrong_exact) {
            std::println!("wrong: seed {seed} {damage:?}, misprinted: {misprinted}");
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

/// The sum of a field over the tables with a misprint, or over the consistent ones.
fn sum(all: &[BTreeMap<(bool, Damage), Tally>], misprinted: bool, field: fn(&Tally) -> usize) -> usize {
    let tallies = all.iter().flatten().filter(|((with, _), _)| *with == misprinted);
    tallies.map(|(_, tally)| field(tally)).sum()
}

#[test]
fn what_is_given_is_what_is_printed() {
    let all = [run(true, tables(160, 200_000)), run(false, tables(320, 200_000))];
    for misprinted in [false, true] {
        assert_eq!(sum(&all, misprinted, |t| t.wrong_exact), 0);
    }
    assert_eq!(sum(&all, false, |t| t.wrong_resolved + t.wrong_blank), 0);
    let wrong = sum(&all, true, |t| t.wrong_resolved + t.wrong_blank);
    let resolved = sum(&all, true, |t| t.resolved);
    std::println!("with a misprint: {wrong} wrong of {resolved} resolved");
    assert!(wrong * 100_000 <= resolved.max(100_000));
    let wrong: usize = [false, true].map(|with| sum(&all, with, |t| t.wrong_repaired)).iter().sum();
    let repaired: usize = [false, true].map(|with| sum(&all, with, |t| t.repaired)).iter().sum();
    std::println!("{wrong} wrong of {repaired} repaired");
    assert!(wrong * 10_000 <= repaired.max(10_000));
    for (tallies, share) in all.iter().zip([0.995, 0.95]) {
        let glued = &tallies[&(false, Damage::Glued)];
        assert!(glued.given as f64 >= share * glued.cells as f64);
    }
}

/// One table by its seed, to look at: `GONGKAI_ONE=1000000255 cargo test one_table -- --nocapture`.
#[test]
fn one_table() {
    let Some(seed) = std::env::var("GONGKAI_ONE").ok().and_then(|seed| seed.parse::<u64>().ok()) else {
        return;
    };
    let at = (seed % 1_000_000_007) / 2;
    let table = table(seed, seed % 1_000_000_007 % 2 == 1, at as usize);
    std::println!("{:?} misprinted: {}", table.damage, table.misprinted);
    for ((row, read), text) in table.printed.iter().zip(table.sheet.read()).zip(table.sheet.text.lines()) {
        let row: Vec<String> = row.iter().map(|c| c.map_or("_".into(), |v| v.to_string())).collect();
        std::println!("  {:40} {text:34} {read}", row.join(" "));
    }
}
