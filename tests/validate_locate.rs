//! How often the cell that was changed is found again. `GONGKAI_TABLES` sets the number of tables.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test"
)]

use gongkai::validate::{Cause, Edit, Located, locate, validate};
use gongkai::{Cell, Column, Edition, FactPath, Report, Row};

/// Numbers that are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len() as u64) as usize]
    }

    /// Mostly zero, up to five digits.
    fn figure(&mut self) -> i64 {
        match self.below(20) {
            0..15 => 0,
            15..18 => 1 + self.below(9) as i64,
            18 => 10 + self.below(990) as i64,
            _ => 1000 + self.below(99_000) as i64,
        }
    }
}

fn figure(report: &Report, path: FactPath) -> i64 {
    report.get(path).and_then(Cell::count).unwrap_or(0)
}

fn set(report: &mut Report, row: Row, column: Column, figure: i64) {
    report.set(FactPath::Requests(row, column), Cell::exact(figure.into()));
}

/// A requests table in which everything adds up.
fn table(random: &mut Random, edition: Edition) -> Report {
    let mut report = Report::new(edition);
    for path in edition.paths() {
        report.set(path, Cell::exact(0.into()));
    }
    let used = 1 + random.below(4) as usize;
    for &column in Column::APPLICANTS.iter().take(used) {
        let mut total = 0;
        for row in Row::of(edition).filter(|row| row.group().is_some()) {
            let results = random.figure();
            set(&mut report, row, column, results);
            total += results;
        }
        let forward = random.figure();
        let over = random.figure().min(total + forward);
        set(&mut report, Row::Total, column, total);
        set(&mut report, Row::CarriedForward, column, forward);
        set(&mut report, Row::CarriedOver, column, over);
        set(&mut report, Row::Received, column, total + forward - over);
    }
    for row in Row::of(edition) {
        let sum =
            Column::APPLICANTS.iter().map(|&column| figure(&report, FactPath::Requests(row, column))).sum();
        set(&mut report, row, Column::Total, sum);
    }
    assert_eq!(validate(&report).findings().count(), 0);
    report
}

fn misprint(random: &mut Random, old: i64) -> i64 {
    let new = match random.below(4) {
        0 => old + 1 + random.below(9) as i64,
        1 => old * 10 + random.below(10) as i64,
        2 => old / 10,
        _ => random.below(2000) as i64,
    };
    if new == old { old + 1 } else { new }
}

fn change(random: &mut Random, report: &mut Report) -> FactPath {
    let rows: Vec<Row> = Row::of(report.requests.edition).collect();
    let path = FactPath::Requests(random.pick(&rows), random.pick(Column::ALL));
    let new = misprint(random, figure(report, path));
    report.set(path, Cell::exact(new.into()));
    path
}

fn blank_zeros(report: &mut Report) {
    for row in Row::of(report.requests.edition) {
        for &column in Column::ALL {
            let path = FactPath::Requests(row, column);
            if figure(report, path) == 0 {
                report.set(path, Cell::BLANK);
            }
        }
    }
}

fn lose_row(random: &mut Random, report: &mut Report) -> Row {
    let rows: Vec<Row> = Row::of(report.requests.edition).collect();
    let row = random.pick(&rows);
    for &column in Column::ALL {
        report.set(FactPath::Requests(row, column), Cell::MISSING);
    }
    row
}

fn tables() -> u64 {
    std::env::var("GONGKAI_TABLES").ok().and_then(|count| count.parse().ok()).unwrap_or(120)
}

fn each_table(seed: u64, mut each: impl FnMut(&mut Random, Report)) {
    let mut random = Random(seed);
    for number in 0..tables() {
        let edition = if number % 2 == 0 { Edition::E2019 } else { Edition::E2021 };
        let report = table(&mut random, edition);
        each(&mut random, report);
    }
}

fn located(report: &Report) -> Option<Located> {
    locate(report).into_iter().next()
}

#[test]
fn one_changed_cell_is_found() {
    for (name, damage) in [("figures in every cell", false), ("zeros blank", true)] {
        let (mut crossed, mut among, mut alone, mut certain, mut misprints) = (0_u32, 0, 0, 0, 0);
        each_table(1, |random, mut report| {
            let before = report.clone();
            if damage {
                blank_zeros(&mut report);
            }
            let path = change(random, &mut report);
            let Some(located) = located(&report) else { return };
            crossed += 1;
            let is_true = |changes: &[gongkai::validate::Change]| matches!(changes, [one] if one.path == path && one.to == figure(&before, path));
            among += u32::from(located.explanations.iter().any(|one| is_true(&one.changes)));
            alone += u32::from(matches!(located.explanations.as_slice(), [one] if is_true(&one.changes)));
            certain += u32::from(located.certain().is_some());
            misprints += u32::from(located.cause == Cause::Misprint);
            if let Some(change) = located.certain() {
                assert_eq!(change.path, path);
            }
        });
        println!(
            "one changed cell, {name}: {crossed} located, the true cell in the smallest explanations {among} \
             ({:.1} %), alone {alone} ({:.1} %), certain {certain}, misprint {misprints}",
            100.0 * f64::from(among) / f64::from(crossed),
            100.0 * f64::from(alone) / f64::from(crossed)
        );
        assert!(u64::from(crossed) * 10 >= tables() * 8, "{crossed} of {} located", tables());
        assert!(among * 100 >= crossed * 95);
        assert!(alone * 100 >= crossed * 80);
    }
}

#[test]
fn one_changed_cell_beside_a_lost_row_is_never_blamed_on_another_for_certain() {
    let (mut found, mut among, mut certain) = (0_u32, 0, 0);
    each_table(2, |random, mut report| {
        lose_row(random, &mut report);
        let path = change(random, &mut report);
        let Some(located) = located(&report) else { return };
        found += 1;
        among += u32::from(located.explanations.iter().any(|one| one.changes.iter().any(|c| c.path == path)));
        if let Some(change) = located.certain() {
            certain += 1;
            assert_eq!(change.path, path);
        }
    });
    println!(
        "one changed cell beside a lost row: {found} located, {among} with the true cell, {certain} certain"
    );
}

#[test]
fn two_changed_cells_are_never_a_false_certainty() {
    let (mut found, mut explained, mut certain, mut lossy) = (0_u32, 0, 0, 0);
    each_table(3, |random, clean| {
        for form in 0..6 {
            let mut report = clean.clone();
            if form % 3 == 1 {
                lossy += 1;
                lose_row(random, &mut report);
            } else if form % 3 == 2 {
                blank_zeros(&mut report);
            }
            let first = change(random, &mut report);
            let second = if form >= 3 {
                // The same amount in the same row, in the same column, or at random.
                let by = figure(&report, first) - figure(&clean, first);
                let rows: Vec<Row> = Row::of(report.requests.edition).collect();
                let FactPath::Requests(row, column) = first else { return };
                let (row, column) = match random.below(3) {
                    0 => (row, random.pick(Column::ALL)),
                    1 => (random.pick(&rows), column),
                    _ => (random.pick(&rows), random.pick(Column::ALL)),
                };
                let path = FactPath::Requests(row, column);
                let sign = if random.below(2) == 0 { 1 } else { -1 };
                let new = (figure(&report, path) + sign * by).max(0);
                report.set(path, Cell::exact(new.into()));
                path
            } else {
                change(random, &mut report)
            };
            let changed = |path: FactPath| {
                report.get(path).and_then(Cell::count).is_some_and(|new| new != figure(&clean, path))
            };
            if first == second || !changed(first) || !changed(second) {
                continue;
            }
            let Some(located) = located(&report) else { continue };
            found += 1;
            let both = |changes: &[gongkai::validate::Change]| {
                [first, second].iter().all(|path| changes.iter().any(|change| change.path == *path))
            };
            explained += u32::from(located.explanations.iter().any(|one| both(&one.changes)));
            if let Some(change) = located.certain() {
                certain += 1;
                println!("{first} and {second} blamed on {}", change.path);
            }
        }
    });
    println!(
        "two changed cells: {found} located ({lossy} tables with a lost row), both in an explanation {explained} \
         ({:.1} %), false certainties {certain}",
        100.0 * f64::from(explained) / f64::from(found)
    );
    assert_eq!(certain, 0);
}

#[test]
fn a_shifted_row_is_extraction_damage() {
    let (mut found, mut extraction) = (0_u32, 0);
    each_table(4, |random, mut report| {
        let rows: Vec<Row> = Row::of(report.requests.edition).collect();
        let row = random.pick(&rows);
        let figures = Column::APPLICANTS.map(|column| figure(&report, FactPath::Requests(row, column)));
        // The last column is empty in most tables: the figures slip one to the right.
        if figures[5] != 0 || figures.iter().all(|&figure| figure == 0) {
            return;
        }
        set(&mut report, row, Column::NaturalPerson, 0);
        for (&column, figure) in Column::APPLICANTS[1..].iter().zip(figures) {
            set(&mut report, row, column, figure);
        }
        let Some(located) = located(&report) else { return };
        found += 1;
        extraction += u32::from(located.cause == Cause::Extraction);
        assert!(located.explanations.iter().any(|one| one.edit == Some(Edit::Shifted)), "{located:?}");
        assert!(located.certain().is_none());
    });
    println!("shifted rows: {found} located, {extraction} taken for extraction damage");
    assert!(extraction * 100 >= found * 90);
}

#[test]
fn a_carry_forward_left_out_is_one_row() {
    // As seen in a real report: 887 received, 96 carried over, nothing decided, nothing carried forward.
    let mut report = Report::new(Edition::E2019);
    for path in Edition::E2019.paths() {
        report.set(path, Cell::exact(0.into()));
    }
    for (column, received, over) in
        [(Column::PublicInterest, 231, 29), (Column::OtherOrg, 656, 67), (Column::Total, 887, 96)]
    {
        set(&mut report, Row::Received, column, received);
        set(&mut report, Row::CarriedOver, column, over);
    }
    let located = located(&report).unwrap();
    assert_eq!(located.broken.len(), 3);
    let [explanation] = located.explanations.as_slice() else { panic!("{located:?}") };
    let changes: Vec<_> =
        explanation.changes.iter().map(|change| (change.path.to_string(), change.to)).collect();
    assert_eq!(
        changes,
        [
            ("requests.carried_forward.public_interest".to_string(), 260),
            ("requests.carried_forward.other_org".to_string(), 723),
            ("requests.carried_forward.total".to_string(), 983),
        ]
    );
    assert!(located.certain().is_none(), "three cells are no certainty");
    assert_eq!(located.cause, Cause::Misprint);
}

#[test]
fn a_group_of_disputes_that_fails_has_five_equal_explanations() {
    let mut report = Report::new(Edition::E2021);
    for path in Edition::E2021.paths() {
        report.set(path, Cell::exact(0.into()));
    }
    for (outcome, figure) in [("upheld", 12), ("corrected", 9), ("other", 9), ("pending", 8), ("total", 39)] {
        let path = format!("disputes.litigation_direct.{outcome}").parse().unwrap();
        report.set(path, Cell::exact(figure.into()));
    }
    let located = located(&report).unwrap();
    let paths: Vec<_> = located.explanations.iter().map(|one| one.changes[0].path.to_string()).collect();
    assert_eq!(located.explanations.len(), 5, "{paths:?}");
    // Likely slips first: 39 for 38, 12 for 13, 9 for 10 is no slip of one digit.
    assert!(located.explanations[..3].iter().all(|one| one.changes[0].slip.is_some()));
    assert!(located.explanations[3..].iter().all(|one| one.changes[0].slip.is_none()));
    assert!(located.certain().is_none());
}

#[test]
fn many_changed_cells_end_the_search_soon() {
    let mut report = Report::new(Edition::E2021);
    for (path, number) in Edition::E2021.paths().zip(1..) {
        report.set(path, Cell::exact((number * 7919 % 1009).into()));
    }
    let located = locate(&report);
    assert_eq!(located.len(), 2);
    assert!(
        located
            .iter()
            .all(|one| one.explanations.is_empty() && !one.complete
                || one.table != gongkai::TableKind::Requests)
    );
}
