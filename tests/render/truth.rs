//! What a generated report says: figures that keep the form's identities, and how each is printed.

use std::collections::BTreeMap;

use super::damage::Damages;
use super::form::{self, Clause};
use super::notation::{self, Printed};
use super::rng::Rng;

/// What a layout can show, which decides the notations it can carry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shows {
    /// Every cell, blank ones too.
    Cells,
    /// Figures one by one; blank cells vanish.
    Tokens,
    /// Nothing but digits behind one another.
    Glued,
}

/// The truth of a report.
pub struct Truth {
    pub year: u32,
    /// Whether each of the three tables is of edition 2021.
    pub edition_2021: [bool; 3],
    pub place: String,
    pub agency: String,
    pub cells: BTreeMap<String, Printed>,
    /// The unit in the header of the money column.
    pub header_unit: Option<&'static str>,
    /// The publisher got something wrong: identities do not hold.
    pub misprint: bool,
    /// Blank cells are printed among the others.
    pub blanks: bool,
}

/// The first table of an edition.
pub fn clauses(edition_2021: bool) -> &'static [Clause] {
    if edition_2021 { form::PROACTIVE_2021 } else { form::PROACTIVE_2019 }
}

const FIRST: [&str; 12] = ["岚", "霁", "澜", "芷", "砚", "杳", "栖", "苕", "汀", "岫", "蘅", "沅"];
const SECOND: [&str; 8] = ["泽", "川", "陵", "溪", "坪", "浦", "屏", "麓"];
const KIND: [&str; 5] = ["县", "市", "区", "自治县", "镇"];
const OFFICE: [&str; 5] = ["人民政府", "人民政府办公室", "教育局", "财政局", "住房和城乡建设局"];

impl Truth {
    pub fn new(seed: u64, damages: &Damages, shows: Shows) -> Self {
        let mut rng = Rng::named(seed, "truth");
        let late = rng.chance(55.0);
        let year = if late { 2021 + rng.below(5) } else { 2019 + rng.below(2) };
        let mut edition_2021 = [late; 3];
        if damages.has("mixed_editions", 6.0) {
            let table = damages.rng("mixed_editions").below(2);
            edition_2021[table] = !late;
        }
        let place = format!("{}{}{}", rng.pick(&FIRST), rng.pick(&SECOND), rng.pick(&KIND));
        let agency = format!("{place}{}", rng.pick(&OFFICE));
        let mut figures = BTreeMap::new();
        requests(&mut rng, edition_2021[1], &mut figures);
        disputes(&mut rng, &mut figures);
        let misprint = damages.has("misprint", 14.0) && misprint(&mut damages.rng("misprint"), &mut figures);
        let mut truth = Self {
            year: u32::try_from(year).unwrap(),
            edition_2021,
            place,
            agency,
            cells: BTreeMap::new(),
            header_unit: None,
            misprint,
            blanks: false,
        };
        notation::tables(&figures, damages, shows, &mut truth);
        notation::proactive(&mut rng, damages, shows, &mut truth);
        truth
    }
}

/// A figure as reports have them: mostly small, now and then of five digits.
pub fn magnitude(rng: &mut Rng) -> i64 {
    let bound = match rng.below(20) {
        0..=8 => 10,
        9..=14 => 100,
        15..=17 => 1000,
        18 => 10_000,
        _ => 100_000,
    };
    i64::try_from(rng.below(bound)).unwrap()
}

fn requests(rng: &mut Rng, edition_2021: bool, figures: &mut BTreeMap<String, i64>) {
    let rows = form::requests(edition_2021);
    let quiet = rng.chance(12.0);
    let mut used = [false; 6];
    used[0] = !quiet;
    for column in used.iter_mut().skip(1) {
        *column = !quiet && rng.chance(25.0);
    }
    let busy = rng.chance(25.0);
    let mut put = |row: &str, values: [i64; 6]| {
        for (name, value) in form::APPLICANTS.iter().zip(values) {
            figures.insert(format!("requests.{row}.{name}"), value);
        }
        figures.insert(format!("requests.{row}.total"), values.iter().sum());
    };
    let mut totals = [0; 6];
    for row in &rows {
        if ["received", "carried_over", "total", "carried_forward"].contains(&row.path) {
            continue;
        }
        let mut values = [0; 6];
        for (column, value) in values.iter_mut().enumerate() {
            let often = if row.path == "granted" {
                90.0
            } else if busy {
                45.0
            } else {
                12.0
            };
            if used[column] && rng.chance(often) {
                *value = magnitude(rng);
            }
            totals[column] += *value;
        }
        put(row.path, values);
    }
    let mut forward = [0; 6];
    let mut over = [0; 6];
    let mut received = [0; 6];
    for column in 0..6 {
        if used[column] && rng.chance(30.0) {
            forward[column] = magnitude(rng) % 200;
        }
        let all = totals[column] + forward[column];
        if all > 0 && rng.chance(30.0) {
            over[column] = i64::try_from(rng.below(usize::try_from(all).unwrap() + 1)).unwrap() / 3;
        }
        received[column] = all - over[column];
    }
    put("received", received);
    put("carried_over", over);
    put("total", totals);
    put("carried_forward", forward);
}

fn disputes(rng: &mut Rng, figures: &mut BTreeMap<String, i64>) {
    for group in form::GROUPS {
        let used = rng.chance(45.0);
        let mut sum = 0;
        for outcome in &form::OUTCOMES[..4] {
            let value = if used && rng.chance(45.0) { magnitude(rng) % 2000 } else { 0 };
            sum += value;
            figures.insert(format!("disputes.{group}.{outcome}"), value);
        }
        figures.insert(format!("disputes.{group}.total"), sum);
    }
}

/// One figure is printed wrong, as publishers do.
fn misprint(rng: &mut Rng, figures: &mut BTreeMap<String, i64>) -> bool {
    let paths: Vec<String> = figures.keys().cloned().collect();
    let all: Vec<&String> = paths.iter().filter(|path| figures[*path] > 0 || rng.chance(10.0)).collect();
    if all.is_empty() {
        return false;
    }
    let path = all[rng.below(all.len())].clone();
    let old = figures[&path];
    let new = match rng.below(4) {
        0 => old + 1,
        1 => old * 10,
        2 => (old - 1).max(0),
        _ => old / 10 + 7,
    };
    figures.insert(path, new);
    new != old
}
