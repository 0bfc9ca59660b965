//! The readings of a table: those of its rows that keep its sums together.

use std::collections::BTreeSet;

use super::super::*;
use super::row::*;

/// A table of small numbers: rows 0 and 1 sum to row 2, and row 3 equals row 2. At most one row is lost.
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
    pub(super) domains: Vec<Domain>,
    pub(super) columns: usize,
}

pub(super) const SUMS: [ColumnSum; 2] = [
    ColumnSum { parts: 0b0011, totals: 0b0100, totals_is_sum: true },
    ColumnSum { parts: 0b1000, totals: 0b0100, totals_is_sum: false },
];

impl Table {
    /// Whether column `column` of a joint reading keeps the sums in which row `but` does not stand.
    pub(super) fn keeps(&self, readings: &[&Cells], column: usize, but: Option<usize>) -> bool {
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
    pub(super) fn joint(&self, misprint: Option<(usize, usize)>) -> Vec<Vec<Cells>> {
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
    pub(super) fn zeros_vanish(&self, certain: &[Vec<Cells>]) -> bool {
        let rows = || (0..4).filter(|row| !self.rows[*row].lost);
        let count = |row: usize, cell: Option<i64>| {
            certain.iter().map(move |all| all[row].iter().filter(|own| **own == cell).count())
        };
        let printed: usize = rows().filter_map(|row| count(row, Some(0)).min()).sum();
        rows().filter_map(|row| count(row, None).max()).sum::<usize>() >= printed
    }

    /// What the admissible readings put into each cell; `None` where this reference does not say.
    pub(super) fn contents(&mut self) -> Option<Vec<Vec<BTreeSet<Option<i64>>>>> {
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
