//! Tables whose identities do not hold: publishers' errors are not reading errors. One cell is taken to be misprinted,
//! each in turn, and what all readings that then remain agree on is given.

use alloc::vec::Vec;

use super::alone::{anything, edits, tier};
use super::atoms::Sequence;
use super::edit::Edit;
use super::grid::{Constraint, Grid, Line, bit};
use super::joint;
use super::lines::{self, Lines, touches};
use super::readings::Readings;
use super::row::Domain;
use super::sums::{self, Check, Rules};
use super::support::Support;
use super::table::{Loose, Table};

/// Steps that the searches for misprinted rows may take together.
const MAX_FREE_STEPS: u32 = 150_000;

/// What came of the search for a misprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// All readings that one misprint leaves are known.
    Explained,
    /// No single misprint explains the table.
    Unexplained,
    /// The work was at its end before the search was.
    Cut,
}

/// Tries every cell as the misprinted one, or those of one row, and adds what is then supported.
pub(super) fn anywhere(table: &mut Table<'_>, only: Option<usize>, work: &mut u64) -> Outcome {
    let columns = table.problem.form.columns();
    let refuted = |loose: &&Loose<'_>| matches!(loose.domain, Domain::Refuted);
    let mut refuted = table.loose.iter().filter(refuted).map(|loose| loose.number);
    // A row without an admissible reading holds the misprint; two of them are more than one misprint.
    let only = only.or(refuted.next());
    if refuted.next().is_some() {
        return Outcome::Unexplained;
    }
    drop(refuted);
    let supports =
        table.loose.iter_mut().map(|loose| loose.support.take().unwrap_or_else(|| Support::new(columns)));
    let mut search = Search {
        supports: supports.collect(),
        lines: Lines::new(table),
        steps: MAX_FREE_STEPS,
        tried: Vec::new(),
        tier: None,
        found: false,
        table,
    };
    if only.is_none() {
        search.with_repairs(work);
    }
    let mut all = true;
    for row in 0..table.problem.rows.len() {
        if only.is_none_or(|only| only == row) && table.problem.row_text(row).is_some() {
            for column in 0..columns {
                all &= *work > 0;
                if all {
                    search.cell(row, column, work);
                }
            }
        }
    }
    let Search { supports, found, .. } = search;
    table.bounded |= *work == 0;
    for (loose, support) in table.loose.iter_mut().zip(supports) {
        if matches!(loose.domain, Domain::Open(_) | Domain::Refuted) && !support.is_empty() {
            loose.support = Some(support);
        }
    }
    match found {
        _ if !all || *work == 0 => Outcome::Cut,
        true => Outcome::Explained,
        false => Outcome::Unexplained,
    }
}

struct Search<'s, 't> {
    table: &'s Table<'t>,
    lines: Lines,
    supports: Vec<Support>,
    steps: u32,
    /// Sets of sums already set aside for a misprint in a row that is not searched.
    tried: Vec<Vec<bool>>,
    /// How the row last tried can be read.
    tier: Option<(usize, Vec<(Edit, Sequence)>)>,
    found: bool,
}

impl Search<'_, '_> {
    /// One cell is misprinted: the sums it stands in say nothing.
    fn cell(&mut self, row: usize, column: usize, work: &mut u64) {
        let kept: Vec<bool> = self.lines.grid.constraints.iter().map(|constraint| constraint.on).collect();
        for constraint in &mut self.lines.grid.constraints {
            constraint.on &= !(constraint.column == column && touches(constraint, bit(row)));
        }
        let place = self.table.loose.iter().position(|loose| {
            loose.number == row && matches!(loose.domain, Domain::Open(_) | Domain::Refuted)
        });
        match place {
            Some(place) => self.searched(place, row, work),
            None => {
                let on =
                    self.lines.grid.constraints.iter().map(|constraint: &Constraint| constraint.on).collect();
                if !self.tried.contains(&on) {
                    self.solve(None, work);
                    self.tried.push(on);
                }
            }
        }
        for (constraint, on) in self.lines.grid.constraints.iter_mut().zip(kept) {
            constraint.on = on;
        }
    }

    /// The misprint is in a row that is searched: its own sum says nothing either, only the other columns do.
    fn searched(&mut self, place: usize, row: usize, work: &mut u64) {
        let unknown = self.lines.grid.unknown();
        let before = self.swap(row, unknown);
        if let Some(readings) = self.free(place, row, work) {
            if readings.cut {
                self.give_up(place);
                self.solve(None, work);
            } else if !readings.is_empty() {
                let (line, classes) = lines::open(self.table, row, &readings);
                self.swap(row, line);
                self.solve(Some((place, &readings, &classes)), work);
            }
        }
        self.swap(row, before);
    }

    /// The row's readings within what the other rows leave for each column.
    fn free(&mut self, place: usize, row: usize, work: &mut u64) -> Option<Readings> {
        let grid = &self.lines.grid;
        let mut state = grid.state();
        if !grid.propagate(&mut state, work) {
            return None;
        }
        let limits = grid.bounds(&state, row);
        let loose = self.table.loose.get(place)?;
        if self.tier.as_ref().is_none_or(|(of, _)| *of != row) {
            self.tier = Some((row, tier(&loose.row)));
        }
        let mut readings = Readings::default();
        for (edit, sequence) in self.tier.iter().flat_map(|(_, tier)| tier) {
            let vanish = loose.row.vanishes(sequence);
            let rules = Rules { vanish, blank_sums: true, check: Check::None, limits };
            sums::read(sequence, self.table.problem.form, rules, *edit, &mut self.steps, &mut readings);
        }
        Some(readings)
    }

    /// Not all readings of a row are known.
    fn give_up(&mut self, place: usize) {
        if let (Some(support), Some(loose)) = (self.supports.get_mut(place), self.table.loose.get(place)) {
            if !support.cut {
                support.cut = true;
                anything(&loose.row, support);
            }
        }
    }

    fn swap(&mut self, row: usize, line: Line) -> Line {
        match self.lines.grid.lines.get_mut(row) {
            Some(place) => core::mem::replace(place, line),
            None => line,
        }
    }

    /// Adds what is supported; `free`: the readings of the row that holds the misprint.
    fn solve(&mut self, free: Option<(usize, &Readings, &[u32])>, work: &mut u64) {
        let grid: &Grid = &self.lines.grid;
        let Some(joint) = joint::solve(grid, work) else { return };
        self.found = true;
        let columns = grid.columns;
        for (place, loose) in self.table.loose.iter().enumerate() {
            let Some(support) = self.supports.get_mut(place) else { continue };
            let supported = joint.line(loose.number);
            match (free, &loose.domain, self.lines.classes.get(place)) {
                (Some((searched, readings, classes)), ..) if searched == place => {
                    add(support, readings, classes, supported, columns);
                }
                (_, Domain::Open(readings), Some(classes)) => {
                    add(support, readings, classes, supported, columns);
                }
                _ => {}
            }
        }
    }

    /// No misprint, but rows whose literal readings keep their own sums by chance and are to be repaired.
    fn with_repairs(&mut self, work: &mut u64) {
        let table = self.table;
        let columns = table.problem.form.columns();
        let mut wider: Vec<(usize, Readings, Vec<u32>)> = Vec::new();
        let mut before: Vec<(usize, Line)> = Vec::new();
        for (place, loose) in table.loose.iter().enumerate() {
            let Domain::Open(readings) = &loose.domain else { continue };
            if loose.row.has_run() || readings.heads.iter().any(|head| head.edit != Edit::None) {
                continue;
            }
            let mut readings = readings.clone();
            let literal = readings.heads.len();
            for (edit, sequence) in edits(&loose.row) {
                let sums = table.blank_sums;
                loose.row.read(&sequence, edit, Check::All, sums, &mut self.steps, &mut readings);
            }
            if readings.heads.len() > literal {
                let (line, classes) = lines::open(table, loose.number, &readings);
                before.push((loose.number, self.swap(loose.number, line)));
                wider.push((place, readings, classes));
            }
        }
        if !wider.is_empty() {
            if let Some(joint) = joint::solve(&self.lines.grid, work) {
                self.found = true;
                for (place, loose) in table.loose.iter().enumerate() {
                    let Some(support) = self.supports.get_mut(place) else { continue };
                    let supported = joint.line(loose.number);
                    if let Some((_, readings, classes)) = wider.iter().find(|(wide, ..)| *wide == place) {
                        add(support, readings, classes, supported, columns);
                    } else if let (Domain::Open(readings), Some(classes)) =
                        (&loose.domain, self.lines.classes.get(place))
                    {
                        add(support, readings, classes, supported, columns);
                    }
                }
            }
        }
        for (row, line) in before {
            self.swap(row, line);
        }
    }
}

fn add(support: &mut Support, readings: &Readings, classes: &[u32], supported: &[bool], columns: usize) {
    for head in lines::supported(readings, classes, supported) {
        support.add_head(readings, head, 0, columns);
    }
}
