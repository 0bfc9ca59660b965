//! The reference: small tables, every reading written out.
//!
//! It is told what a reading is and which ones are admissible, in the plainest terms and without the search's code; the
//! search must give exactly the cells on which all admissible readings agree, and exactly their contents for the others.

use std::collections::BTreeSet;

use super::generate::Dice;
use super::*;

/// `None`: nothing printed, a blank.
type Cells = Vec<Option<i64>>;

#[derive(Clone, Debug)]
struct Row {
    text: String,
    vanish: bool,
    lost: bool,
}

impl Row {
    fn tokens(&self) -> Vec<&str> {
        self.text.split_whitespace().collect()
    }

    fn is_run(&self) -> bool {
        self.text.starts_with('~')
    }

    /// Figures of digits: each a list of where it may be cut.
    fn is_short(&self, columns: usize) -> bool {
        self.tokens().iter().map(|t| if t.starts_with('~') { t.len() - 1 } else { 1 }).sum::<usize>()
            < columns
    }
}

fn figure(digits: &str) -> Option<i64> {
    if digits.len() > 1 && digits.starts_with('0') { None } else { digits.parse().ok() }
}

/// Every way to fill `columns` with the tokens, in order.
fn fill(tokens: &[&str], columns: usize, vanish: bool, so_far: &mut Cells, out: &mut BTreeSet<Cells>) {
    if columns == 0 {
        if tokens.iter().all(|token| *token == "_") {
            out.insert(so_far.clone());
        }
        return;
    }
    let mut put = |cell: Option<i64>, rest: &[&str]| {
        so_far.push(cell);
        fill(rest, columns - 1, vanish, so_far, out);
        so_far.pop();
    };
    if vanish {
        put(None, tokens);
    }
    let Some((first, rest)) = tokens.split_first() else { return };
    match first.strip_prefix('~') {
        Some(run) => {
            for cut in 1..=run.len() {
                let left = format!("~{}", &run[cut..]);
                let mut rest = rest.to_vec();
                if cut < run.len() {
                    rest.insert(0, &left);
                }
                if let Some(value) = figure(&run[..cut]) {
                    put(Some(value), &rest);
                }
            }
        }
        None if *first == "_" => put(None, rest),
        None => {
            if let Some(value) = figure(first) {
                put(Some(value), rest);
            }
        }
    }
}

fn literal(tokens: &[&str], columns: usize, vanish: bool) -> BTreeSet<Cells> {
    let mut out = BTreeSet::new();
    let blanks = tokens.iter().take_while(|token| **token == "_").count();
    for skip in 0..=blanks {
        fill(&tokens[skip..], columns, vanish, &mut Vec::new(), &mut out);
    }
    out
}

fn value(cell: Option<i64>) -> i64 {
    cell.unwrap_or(0)
}

/// The blocks of `width` columns whose last is not the sum of the others.
fn broken(cells: &Cells, width: usize) -> Vec<usize> {
    let sums = |block: &[Option<i64>]| {
        block[..width - 1].iter().copied().map(value).sum::<i64>() == value(block[width - 1])
    };
    cells.chunks(width).enumerate().filter(|(_, block)| !sums(block)).map(|(at, _)| at).collect()
}

/// The readings of a row, whether they are free of repairs, and whether a misprint is to be weighed.
#[derive(Clone, Debug, Default)]
struct Domain {
    fixed: bool,
    /// Read without a repair.
    literal: bool,
    readings: BTreeSet<Cells>,
    /// Those without regard to the sums, for a row that holds a misprint.
    free: BTreeSet<Cells>,
    doubtful: bool,
    /// Readings that leave out figures.
    losing: BTreeSet<Cells>,
}

fn admissible(all: &BTreeSet<Cells>, width: usize) -> BTreeSet<Cells> {
    all.iter().filter(|cells| broken(cells, width).is_empty()).cloned().collect()
}

/// Rows one too long: a piece left out, or two joined.
fn repairs(tokens: &[&str], columns: usize) -> (BTreeSet<Cells>, BTreeSet<Cells>) {
    let (mut all, mut keeping) = (BTreeSet::new(), BTreeSet::new());
    for at in 0..tokens.len() {
        let mut fewer = tokens.to_vec();
        let gone = fewer.remove(at);
        let readings = literal(&fewer, columns, false);
        all.extend(readings.iter().cloned());
        if gone == "_" || gone == "0" {
            keeping.extend(readings);
        }
        if at + 1 < tokens.len() && tokens[at] != "_" && tokens[at + 1] != "_" {
            let joined = format!("{}{}", tokens[at], tokens[at + 1]);
            let mut fewer = tokens.to_vec();
            fewer.splice(at..at + 2, [joined.as_str()]);
            let readings = literal(&fewer, columns, false);
            all.extend(readings.iter().cloned());
            keeping.extend(readings);
        }
    }
    (all, keeping)
}

/// Rows that are not too long: two pieces joined, or one taken for several.
fn mends(row: &Row, columns: usize) -> BTreeSet<Cells> {
    let tokens = row.tokens();
    let mut all = BTreeSet::new();
    let mut add = |tokens: Vec<&str>| {
        let row = Row { text: tokens.join(" "), ..row.clone() };
        all.extend(literal(&row.tokens(), columns, row.vanish || row.is_short(columns)));
    };
    for at in 0..tokens.len() {
        if at + 1 < tokens.len() && tokens[at] != "_" && tokens[at + 1] != "_" {
            let joined = format!("{}{}", tokens[at], tokens[at + 1]);
            let mut fewer = tokens.clone();
            fewer.splice(at..at + 2, [joined.as_str()]);
            add(fewer);
        }
        if tokens[at].len() > 1 {
            let run = format!("~{}", tokens[at]);
            let mut split = tokens.clone();
            split[at] = run.as_str();
            add(split);
        }
    }
    all
}

fn domain(row: &Row, columns: usize, width: usize) -> Domain {
    let tokens = row.tokens();
    let vanish = row.vanish || row.is_short(columns);
    let mut free = literal(&tokens, columns, vanish);
    let fixed =
        |cells: &BTreeSet<Cells>| Domain { fixed: true, readings: cells.clone(), ..Domain::default() };
    if free.len() == 1 && !row.is_run() {
        return fixed(&free);
    }
    let whole = free.clone();
    let good = admissible(&free, width);
    let mended = if row.is_run() || tokens.len() > columns { BTreeSet::new() } else { mends(row, columns) };
    if vanish && !row.vanish {
        free.extend(mended.iter().cloned());
    }
    if !good.is_empty() {
        // As many digits as columns.
        let plain = row.is_run() && !row.vanish && tokens[0].len() == columns + 1;
        return Domain { fixed: plain, literal: true, readings: good, free, ..Domain::default() };
    }
    if row.is_run() && !vanish {
        let mut doubt = admissible(&literal(&tokens, columns, true), width);
        if !doubt.is_empty() {
            if free.len() == 1 {
                doubt.extend(free.iter().cloned());
            }
            return Domain { readings: doubt, free, doubtful: true, ..Domain::default() };
        }
    }
    let mended = admissible(&mended, width);
    if !mended.is_empty() {
        return Domain { readings: mended, free, doubtful: row.vanish, ..Domain::default() };
    }
    if whole.len() == 1 {
        return fixed(&whole);
    }
    if free.is_empty() && tokens.len() == columns + 1 {
        let (free, keeping) = repairs(&tokens, columns);
        let readings = admissible(&free, width);
        let losing = readings.difference(&keeping).cloned().collect();
        return Domain { readings, free, losing, ..Domain::default() };
    }
    Domain { free, ..Domain::default() }
}

/// A table of small numbers: rows 0 and 1 sum to row 2, and row 3 equals row 2. At most one row is lost.
struct Table {
    rows: Vec<Row>,
    domains: Vec<Domain>,
    columns: usize,
}

const SUMS: [ColumnSum; 2] = [
    ColumnSum { parts: 0b0011, totals: 0b0100, totals_is_sum: true },
    ColumnSum { parts: 0b1000, totals: 0b0100, totals_is_sum: false },
];

impl Table {
    /// Whether column `column` of a joint reading keeps the sums in which row `but` does not stand.
    fn keeps(&self, readings: &[&Cells], column: usize, but: Option<usize>) -> bool {
        // A blank total row says nothing; no more does a lost one, except that both sums ask for the same.
        let silent = |row: usize| {
            self.rows[row].lost
                || (row == 2 && readings[2].iter().all(Option::is_none) && self.domains[2].fixed)
        };
        let cell = |row: usize| (!silent(row)).then(|| value(readings[row][column]));
        let on = |rows: [usize; 3]| {
            !but.is_some_and(|but| rows.contains(&but))
                && rows.iter().any(|row| !self.domains[*row].fixed || self.rows[*row].lost)
        };
        let first = on([0, 1, 2]);
        let second = on([2, 3, 3]);
        let most = 1000;
        let unknown = |row: usize| match cell(row) {
            Some(value) => value..=value,
            None => 0..=most,
        };
        unknown(2).any(|total| {
            let fits = !first || unknown(0).any(|a| unknown(1).any(|b| a + b == total));
            fits && (!second || unknown(3).any(|received| received == total))
        })
    }

    /// All joint readings; `misprint`: a cell whose sums say nothing.
    fn joint(&self, misprint: Option<(usize, usize)>) -> Vec<Vec<Cells>> {
        let mut all: Vec<Vec<&Cells>> = vec![Vec::new()];
        let nothing: Cells = vec![None; self.columns];
        for (row, domain) in self.domains.iter().enumerate() {
            let free = misprint.is_some_and(|(hit, _)| hit == row) && !domain.fixed;
            let readings: Vec<&Cells> = match (self.rows[row].lost, free) {
                (true, _) => vec![&nothing],
                (false, true) => domain.free.iter().collect(),
                (false, false) => domain.readings.iter().collect(),
            };
            all = all
                .into_iter()
                .flat_map(|so_far| readings.iter().map(move |reading| [&so_far[..], &[*reading]].concat()))
                .collect();
        }
        let keeps = |readings: &Vec<&Cells>| {
            (0..self.columns).all(|column| {
                let but = misprint.filter(|(_, hit)| *hit == column).map(|(row, _)| row);
                self.keeps(readings, column, but)
            })
        };
        all.into_iter().filter(keeps).map(|readings| readings.into_iter().cloned().collect()).collect()
    }

    /// Whether zeros may be left out as often as they are printed.
    fn zeros_vanish(&self, certain: &[Vec<Cells>]) -> bool {
        let rows = || (0..4).filter(|row| !self.rows[*row].lost);
        let count = |row: usize, cell: Option<i64>| {
            certain.iter().map(move |all| all[row].iter().filter(|own| **own == cell).count())
        };
        let printed: usize = rows().filter_map(|row| count(row, Some(0)).min()).sum();
        rows().filter_map(|row| count(row, None).max()).sum::<usize>() >= printed
    }

    /// What the admissible readings put into each cell; `None` where this reference does not say.
    fn contents(&mut self) -> Option<Vec<Vec<BTreeSet<Option<i64>>>>> {
        let mut readings = self.joint(None);
        let refuted = |domain: &Domain| domain.readings.is_empty() && !domain.fixed;
        let searched = |row: usize| !self.rows[row].lost;
        let empty: Vec<usize> = (0..4).filter(|row| searched(*row) && refuted(&self.domains[*row])).collect();
        if empty.len() > 1 || empty.iter().any(|row| self.domains[*row].free.is_empty()) {
            return None;
        }
        if readings.is_empty() {
            for domain in &mut self.domains {
                domain.fixed |= domain.literal && domain.free.len() == 1 && domain.readings == domain.free;
            }
            readings = self.joint(None);
        }
        if readings.is_empty() {
            let hit = |row: &usize| searched(*row) && empty.first().is_none_or(|empty| empty == row);
            for row in (0..4).filter(hit) {
                for column in 0..self.columns {
                    readings.extend(self.joint(Some((row, column))));
                }
            }
            if readings.is_empty() {
                return None;
            }
        } else {
            let certain = readings.clone();
            let zeros_vanish = self.zeros_vanish(&certain);
            // A row that the text fixes and that contradicts itself: one of its cells is misprinted.
            for row in (0..4).filter(|row| searched(*row) && self.domains[*row].fixed) {
                if self.domains[row].readings.iter().any(|cells| !broken(cells, self.columns).is_empty()) {
                    for column in 0..self.columns {
                        readings.extend(self.joint(Some((row, column))));
                    }
                }
            }
            for row in (0..4).filter(|row| searched(*row) && !self.domains[*row].fixed) {
                let domain = &self.domains[row];
                if domain.doubtful || certain.iter().all(|all| domain.losing.contains(&all[row])) {
                    for column in 0..self.columns {
                        readings.extend(self.joint(Some((row, column))));
                    }
                }
                let mut simpler = false;
                if self.rows[row].vanish && self.rows[row].is_run() {
                    for all in &certain {
                        for other in &domain.free {
                            let differs = |at: &usize| value(all[row][*at]) != value(other[*at]);
                            let differ: Vec<usize> = (0..self.columns).filter(differs).collect();
                            let [at] = differ[..] else { continue };
                            if all[row].iter().all(|cell| value(*cell) == 0) {
                                continue;
                            }
                            let mut near = all.clone();
                            if zeros_vanish {
                                simpler |= value(all[row][at]) < value(other[at]);
                                near[row].clone_from(other);
                            } else {
                                near[row][at] = other[at];
                            }
                            readings.push(near);
                        }
                    }
                }
                if simpler {
                    for column in 0..self.columns {
                        readings.extend(self.joint(Some((row, column))));
                    }
                }
            }
        }
        let mut out = vec![vec![BTreeSet::new(); self.columns]; 4];
        for all in readings {
            for (row, cells) in all.iter().enumerate() {
                for (column, cell) in cells.iter().enumerate() {
                    out[row][column].insert(*cell);
                }
            }
        }
        Some(out)
    }
}

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
