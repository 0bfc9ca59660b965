//! The reference: small tables, every reading written out.
//!
//! It is told what a reading is and which ones are admissible, in the plainest terms and without the search's code; the
//! search must give exactly the cells on which all admissible readings agree, and exactly their contents for the others.

mod row;
mod table;

use std::collections::BTreeSet;

use row::*;
use table::*;

use super::generate::Dice;
use super::*;

/// What the search says of a cell.
fn found(given: Given<'_>) -> BTreeSet<Option<i64>> {
    match given {
        Given::Figure { value, .. } => BTreeSet::from([Some(value)]),
        Given::Blank => BTreeSet::from([None]),
        Given::Ambiguous { candidates, .. } => candidates.iter().copied().collect(),
        // No reading at all.
        Given::Unreadable(_) => BTreeSet::new(),
        other => panic!("{other:?}"),
    }
}

/// A small table, damaged at random, most often consistent.
fn small(dice: &mut Dice, columns: usize) -> Vec<Row> {
    let mut printed = vec![vec![0_i64; columns]; 4];
    for column in 0..columns - 1 {
        for row in 0..2 {
            printed[row][column] = if dice.chance(50) { dice.count(2) } else { 0 };
        }
        printed[2][column] = printed[0][column] + printed[1][column];
        printed[3][column] = printed[2][column];
    }
    for row in &mut printed {
        row[columns - 1] = row[..columns - 1].iter().sum();
    }
    if dice.chance(30) {
        let (row, column) = (dice.below(4), dice.below(columns));
        printed[row][column] = dice.count(2);
    }
    let lost = dice.chance(15).then(|| dice.below(4));
    let vanish = dice.chance(40);
    let glued = dice.chance(50);
    let mut rows = Vec::new();
    for (at, row) in printed.iter().enumerate() {
        let mut cells: Vec<String> = row.iter().map(i64::to_string).collect();
        if vanish {
            cells.retain(|cell| cell != "0" || dice.chance(50));
        } else if dice.chance(20) {
            cells.insert(
                dice.below(columns + 1),
                if dice.chance(60) { "0".into() } else { dice.count(2).to_string() },
            );
        } else if dice.chance(20) {
            cells.insert(if dice.chance(50) { 0 } else { columns }, "_".into());
        }
        let run = glued && !cells.contains(&"_".to_string()) && dice.chance(80) && !cells.is_empty();
        let text = if run { format!("~{}", cells.concat()) } else { cells.join(" ") };
        rows.push(Row { text, vanish, lost: lost == Some(at) });
    }
    rows
}

#[test]
fn small_tables_against_every_reading() {
    let number = super::property::tables(800, 60_000);
    let (mut compared, mut cells, mut given) = (0, 0, 0);
    for seed in 0..number as u64 {
        let mut dice = Dice::new(seed);
        let columns = 3 + dice.below(2);
        let rows = small(&mut dice, columns);
        let domains: Vec<Domain> = rows.iter().map(|row| domain(row, columns, columns)).collect();
        // Two doubtful rows make a habit, and a zero that is the total of several figures hides blanks: other tests' affair.
        let hides = |row: &Row| {
            let figures = row.text.bytes().filter(|digit| (b'1'..=b'9').contains(digit)).count();
            row.is_run() && row.text.len() == columns + 1 && row.text.ends_with('0') && figures > 1
        };
        if domains.iter().filter(|domain| domain.doubtful).count() > 1 || rows.iter().any(hides) {
            continue;
        }
        let mut table = Table { rows, domains, columns };
        let Some(contents) = table.contents() else { continue };
        let mut sheet = Sheet::new(Form::table(columns as u8, &SUMS));
        for row in &table.rows {
            match row.lost {
                true => sheet.rows.push(None),
                false => sheet.push(if row.vanish { Blanks::Vanish } else { Blanks::Kept }, &row.text),
            }
        }
        let problem = sheet.problem();
        let resolution = resolve(&problem);
        assert!(!resolution.bounded);
        compared += 1;
        for row in (0..4).filter(|row| !table.rows[*row].lost) {
            for column in 0..columns {
                let ours = resolution.given(&problem, row, column);
                assert_eq!(
                    found(ours),
                    contents[row][column],
                    "seed {seed} row {row} column {column} of\n{}{:#?}",
                    sheet.text,
                    sheet.read()
                );
                cells += 1;
                given += usize::from(!matches!(ours, Given::Ambiguous { .. }));
            }
        }
    }
    std::println!(
        "{compared} small tables, {cells} cells, {given} given, as every reading written out has it"
    );
    assert!(compared * 2 > number);
}

/// The digits of the figures that a row of disputes tells, its totals following from them, and of its misprint; none
/// where more than one group is misprinted.
fn weight(cells: &Cells) -> Option<usize> {
    let length = |value: i64| if value == 0 { 0 } else { value.to_string().len() };
    let tells = |parts: &[i64]| parts.iter().map(|part| length(*part)).sum::<usize>();
    let slip = |meant: i64, printed: i64| {
        let near = (meant - printed).abs() <= 3 || meant / 10 == printed || printed / 10 == meant;
        if near { 1 } else { 1 + printed.to_string().len() }
    };
    let group = |cells: &[Option<i64>]| {
        let parts: Vec<i64> = cells[..4].iter().copied().map(value).collect();
        let (sum, total) = (parts.iter().sum::<i64>(), value(cells[4]));
        if sum == total {
            return tells(&parts);
        }
        let meant = (0..4).map(|at| (at, total - (sum - parts[at]))).filter(|(_, meant)| *meant >= 0);
        let part = meant.map(|(at, meant)| {
            let mut all = parts.clone();
            all[at] = meant;
            tells(&all) + slip(meant, parts[at])
        });
        part.chain([tells(&parts) + slip(sum, total)]).min().unwrap()
    };
    (broken(cells, 5).len() < 2).then(|| cells.chunks(5).map(group).sum())
}

#[test]
fn rows_of_disputes_against_every_reading() {
    let number = super::property::tables(120, 10_000);
    let (mut cells, mut given) = (0, 0);
    for seed in 0..number as u64 {
        let mut dice = Dice::new(seed ^ 0xabcd);
        let mut parts: Vec<i64> = Vec::new();
        for _ in 0..3 {
            let group: Vec<i64> = (0..4).map(|_| if dice.chance(25) { dice.count(2) } else { 0 }).collect();
            parts.extend(&group);
            parts.push(group.iter().sum());
        }
        if dice.chance(20) {
            parts[dice.below(15)] = dice.count(2);
        }
        let text = format!("~{}", parts.iter().map(i64::to_string).collect::<String>());
        let row = Row { text: text.clone(), vanish: false, lost: false };
        let free = literal(&row.tokens(), 15, false);
        let good = admissible(&free, 5);
        if good.is_empty() {
            continue;
        }
        let mut all = good.clone();
        if text.len() > 16 {
            // Those with one misprint whose figures take no more than two digits more than the shortest without.
            let least = good.iter().filter_map(weight).min().unwrap();
            all.extend(
                free.into_iter().filter(|cells| weight(cells).is_some_and(|weight| weight <= least + 2)),
            );
        }
        let sheet = Sheet::new(Form::disputes()).kept(&text);
        let problem = sheet.problem();
        let resolution = resolve(&problem);
        for column in 0..15 {
            let ours = resolution.given(&problem, 0, column);
            let theirs: BTreeSet<Option<i64>> = all.iter().map(|cells| cells[column]).collect();
            assert_eq!(found(ours), theirs, "seed {seed} column {column} of {text}: {}", sheet.only());
            cells += 1;
            given += usize::from(theirs.len() == 1);
        }
    }
    std::println!("{cells} cells of glued rows, {given} given, as every reading written out has it");
}

#[test]
fn rows_without_sums_against_every_reading() {
    for seed in 0..super::property::tables(500, 20_000) as u64 {
        let mut dice = Dice::new(seed ^ 0x77);
        let columns = 1 + dice.below(3);
        let mut cells: Vec<String> =
            (0..columns + dice.below(2)).map(|_| dice.count(3).to_string()).collect();
        if dice.chance(20) {
            cells.pop();
        }
        let text = if dice.chance(60) && !cells.is_empty() {
            format!("~{}", cells.concat())
        } else {
            cells.join(" ")
        };
        let row = Row { text, vanish: dice.chance(30), lost: false };
        let vanish = row.vanish || row.is_short(columns);
        let mut all = literal(&row.tokens(), columns, vanish);
        if all.is_empty() {
            all = repairs(&row.tokens(), columns).0;
        }
        let mut sheet = Sheet::new(Form::plain(columns as u8, &[]));
        sheet.push(if row.vanish { Blanks::Vanish } else { Blanks::Kept }, &row.text);
        let problem = sheet.problem();
        let resolution = resolve(&problem);
        for column in 0..columns {
            let theirs: BTreeSet<Option<i64>> = all.iter().map(|cells| cells[column]).collect();
            let ours = found(resolution.given(&problem, 0, column));
            assert_eq!(ours, theirs, "seed {seed} column {column} of {}: {}", row.text, sheet.only());
        }
    }
}
