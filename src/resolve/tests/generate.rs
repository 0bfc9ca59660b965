//! Consistent tables, mostly zeros as in reality, and the damage that extractors do to them.

use super::*;
use crate::template::{Edition, Row};

/// A small generator of our own, so that a seed names a table for ever (splitmix64).
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5bf0_3635)
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(super) fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    pub(super) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// A count of up to `digits` digits, all magnitudes alike.
    pub(super) fn count(&mut self, digits: usize) -> i64 {
        let width = self.below(digits + 1);
        self.below(10_usize.pow(width as u32)) as i64
    }
}

/// What is printed in a table: `None` is a blank cell.
pub(super) type Printed = Vec<Vec<Option<i64>>>;

/// A requests table whose sums all come out.
pub(super) fn requests(dice: &mut Dice, edition: Edition) -> Printed {
    let rows: Vec<Row> = Row::of(edition).collect();
    let mut table: Printed = vec![vec![Some(0); 7]; rows.len()];
    let busy = [5, 20, 40, 70][dice.below(4)];
    let mut scale = [0; 6];
    scale[0] = 1 + dice.below(5);
    for scale in &mut scale[1..] {
        *scale = if dice.chance(35) { dice.below(6) } else { 0 };
    }
    if dice.chance(15) {
        scale.rotate_left(dice.below(6));
    }
    let total = rows.iter().position(|row| *row == Row::Total).unwrap();
    for column in 0..6 {
        let mut sum = 0;
        for (at, row) in rows.iter().enumerate() {
            if row.group().is_some() && scale[column] > 0 && dice.chance(busy) {
                let value = dice.count(scale[column]);
                table[at][column] = Some(value);
                sum += value;
            }
        }
        table[total][column] = Some(sum);
        let forward = if scale[column] > 0 && dice.chance(50) { dice.count(scale[column]) } else { 0 };
        let over = if dice.chance(50) { dice.below((sum + forward + 1).min(200) as usize) as i64 } else { 0 };
        table[rows.len() - 1][column] = Some(forward);
        table[1][column] = Some(over);
        table[0][column] = Some(sum + forward - over);
    }
    for row in &mut table {
        row[6] = Some(row[..6].iter().flatten().sum());
    }
    table
}

/// A row of review and litigation whose sums come out.
pub(super) fn disputes(dice: &mut Dice) -> Printed {
    let mut row = Vec::new();
    for _ in 0..3 {
        let scale = if dice.chance(60) { dice.below(5) } else { 0 };
        let mut parts: Vec<Option<i64>> =
            (0..4).map(|_| Some(if dice.chance(50) { dice.count(scale) } else { 0 })).collect();
        parts.push(Some(parts.iter().flatten().sum()));
        row.extend(parts);
    }
    vec![row]
}

/// Changes one cell as a careless publisher would.
pub(super) fn misprint(dice: &mut Dice, table: &mut Printed) {
    let row = dice.below(table.len());
    // Cells that hold something are misprinted more often than zeros.
    let busy: Vec<usize> =
        (0..table.len()).filter(|row| table[*row].iter().flatten().any(|v| *v > 0)).collect();
    let row = if busy.is_empty() || dice.chance(20) { row } else { busy[dice.below(busy.len())] };
    let column = dice.below(table[row].len());
    let value = table[row][column].unwrap_or(0);
    let wrong = match dice.below(5) {
        0 => value + 1 + dice.below(3) as i64,
        1 => (value - 1 - dice.below(3) as i64).max(0),
        2 => value / 10,
        3 => value * 10 + dice.below(10) as i64,
        _ => dice.count(4),
    };
    table[row][column] = Some(if wrong == value { value + 1 } else { wrong });
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Damage {
    Glued,
    GluedRowLost,
    GluedBlanksVanished,
    BlanksVanished,
    ExtraCell,
    RowLost,
    FigureSplit,
    FiguresMerged,
}

impl Damage {
    pub(super) const ALL: [Self; 8] = [
        Self::Glued,
        Self::GluedRowLost,
        Self::GluedBlanksVanished,
        Self::BlanksVanished,
        Self::ExtraCell,
        Self::RowLost,
        Self::FigureSplit,
        Self::FiguresMerged,
    ];
}

fn glue(row: &[Option<i64>]) -> String {
    let digits: String = row.iter().flatten().map(i64::to_string).collect();
    if digits.is_empty() { digits } else { format!("~{digits}") }
}

fn tabs(row: &[Option<i64>]) -> Vec<String> {
    row.iter().map(|cell| cell.map_or("_".into(), |value| value.to_string())).collect()
}

/// Writes a table with one kind of damage. Zeros that become blank do so in `printed` too.
pub(super) fn write(dice: &mut Dice, form: Form, printed: &mut Printed, damage: Damage) -> Sheet {
    let mut sheet = Sheet::new(form);
    if matches!(damage, Damage::BlanksVanished | Damage::GluedBlanksVanished) {
        let share = [100, 60, 20][dice.below(3)];
        for cell in printed.iter_mut().flatten() {
            if *cell == Some(0) && dice.chance(share) {
                *cell = None;
            }
        }
    }
    let rows = printed.len();
    let hit = dice.below(rows);
    let full: Vec<usize> = (0..rows).filter(|row| printed[*row].iter().flatten().any(|v| *v > 9)).collect();
    let hit = if full.is_empty() || dice.chance(30) { hit } else { full[dice.below(full.len())] };
    let vanish = match damage {
        // A single row shows nothing of the kind: there the rest of the report must tell.
        Damage::GluedBlanksVanished => rows == 1 || printed.iter().any(|row| glue(row).len() <= row.len()),
        Damage::BlanksVanished => dice.chance(50),
        _ => false,
    };
    let blanks = if vanish { Blanks::Vanish } else { Blanks::Kept };
    for (at, row) in printed.iter().enumerate() {
        let mut cells = tabs(row);
        match damage {
            Damage::GluedRowLost | Damage::RowLost if at == hit && rows > 1 => sheet.rows.push(None),
            Damage::Glued | Damage::GluedRowLost | Damage::GluedBlanksVanished => {
                sheet.push(blanks, &glue(row));
            }
            Damage::BlanksVanished => {
                // Separated figures vanish in some rows only; others are shown whole.
                if dice.chance(70) {
                    cells.retain(|cell| cell != "_");
                }
                sheet.push(blanks, &cells.join(" "));
            }
            Damage::ExtraCell if at == hit || dice.chance(3) => {
                let extra = match dice.below(4) {
                    0 => "0".to_string(),
                    1 => dice.below(100).to_string(),
                    2 => "2021".to_string(),
                    _ => "?".to_string(),
                };
                cells.insert(dice.below(cells.len() + 1), extra);
                sheet.push(blanks, &cells.join(" "));
            }
            Damage::FigureSplit if at == hit => {
                let long: Vec<usize> = (0..cells.len()).filter(|cell| cells[*cell].len() > 1).collect();
                if !long.is_empty() {
                    let cell = long[dice.below(long.len())];
                    let cut = 1 + dice.below(cells[cell].len() - 1);
                    cells[cell].insert(cut, ' ');
                }
                sheet.push(blanks, &cells.join(" "));
            }
            Damage::FiguresMerged if at == hit => {
                let cell = dice.below(cells.len() - 1);
                let second = cells.remove(cell + 1);
                cells[cell] += &second;
                sheet.push(blanks, &cells.join(" "));
            }
            _ => sheet.push(blanks, &cells.join(" ")),
        }
    }
    sheet
}
