//! One table: each row by itself, then all rows under the column sums.

use alloc::vec::Vec;

use super::adds_up;
use super::alone;
use super::column;
use super::given::Resolution;
use super::joint::{self, MAX_WORK};
use super::lines::{self, Lines};
use super::misprint::{self, Outcome};
use super::output::Writer;
use super::piece::Problem;
use super::row::{Domain, Row};
use super::sums::MAX_TABLE_STEPS;
use super::support::Support;
use super::vanished;

/// Reads a table.
pub(super) fn resolve(problem: &Problem<'_>) -> Resolution {
    let loose = |row: &usize| problem.row_text(*row).is_some() && !problem.is_placed(*row);
    let numbers: Vec<usize> = (0..problem.rows.len()).filter(loose).collect();
    let mut writer = Writer::new(numbers, problem.form.columns());
    if writer.out.loose.is_empty() {
        return writer.out;
    }
    if let Some(at) = column::superfluous(problem) {
        for number in writer.out.loose.clone() {
            writer.without_column(number, &Row::new(problem, number), at);
        }
        return writer.out;
    }
    let mut table = Table::new(problem, &writer.out.loose);
    if problem.form.column_sums().is_empty() {
        table.each_alone();
    } else {
        table.together();
    }
    writer.out.broken = table.broken;
    writer.out.bounded = table.bounded;
    for loose in &table.loose {
        let Loose { number, row, domain, support } = loose;
        match (domain, support) {
            (Domain::Open(_), _) if table.sure => {
                writer.fixed(row, adds_up::slots(loose, problem.form.columns()), false);
            }
            (Domain::Fixed { slots, exact }, _) => writer.fixed(row, slots, *exact),
            (Domain::Hopeless, _) => writer.hopeless(row),
            (_, Some(support)) => writer.agreed(*number, row, support),
            (_, None) => writer.hopeless(row),
        }
    }
    writer.out
}

/// A row that is searched.
pub(super) struct Loose<'t> {
    pub(super) number: usize,
    pub(super) row: Row<'t>,
    pub(super) domain: Domain,
    pub(super) support: Option<Support>,
}

pub(super) struct Table<'t> {
    pub(super) problem: &'t Problem<'t>,
    pub(super) loose: Vec<Loose<'t>>,
    /// Steps that are left to the searches of rows.
    pub(super) steps: u32,
    /// Totals may be blank in this table without saying anything.
    pub(super) blank_sums: bool,
    /// Every row has one reading and all sums come out.
    sure: bool,
    pub(super) broken: bool,
    pub(super) bounded: bool,
}

impl<'t> Table<'t> {
    fn new(problem: &'t Problem<'t>, numbers: &[usize]) -> Self {
        let mut steps = MAX_TABLE_STEPS;
        let mut loose = Vec::with_capacity(numbers.len());
        for &number in numbers {
            let mut row = Row::new(problem, number);
            let mut domain = row.domain(false, &mut steps);
            if matches!(&domain, Domain::Fixed { slots, .. } if row.hides_blanks(slots)) {
                row.vanish = true;
                domain = row.domain(false, &mut steps);
            }
            loose.push(Loose { number, row, domain, support: None });
        }
        Self { problem, loose, steps, blank_sums: false, sure: false, broken: false, bounded: false }
    }

    /// A row if it is searched.
    pub(super) fn loose(&self, row: usize) -> Option<&Loose<'t>> {
        let place = self.loose.binary_search_by_key(&row, |loose| loose.number).ok()?;
        self.loose.get(place)
    }

    /// Rows that no column sum ties to each other.
    fn each_alone(&mut self) {
        for loose in &mut self.loose {
            self.broken |= matches!(loose.domain, Domain::Refuted);
        }
        self.add_each_alone();
    }

    fn add_each_alone(&mut self) {
        for loose in &mut self.loose {
            let Some(own) = alone::support(&loose.row, &loose.domain, &mut self.steps) else { continue };
            match &mut loose.support {
                Some(support) => support.add_all(&own),
                none => *none = Some(own),
            }
        }
    }

    fn together(&mut self) {
        let settled = |loose: &Loose<'_>| matches!(loose.domain, Domain::Fixed { .. } | Domain::Hopeless);
        if self.loose.iter().all(settled) {
            return;
        }
        self.sure = adds_up::is_sure(self.problem, &self.loose);
        if self.sure {
            return;
        }
        let mut work = MAX_WORK;
        self.find_vanished();
        self.find_habit();
        if self.try_all_sums(&mut work) {
            return;
        }
        // What the text fixes by itself is no reading to be refuted.
        if self.fix_by_text() && self.try_all_sums(&mut work) {
            return;
        }
        self.broken = true;
        if misprint::anywhere(self, None, &mut work) != Outcome::Explained {
            // More than one misprint perhaps: the sums of the columns say nothing.
            self.add_each_alone();
        }
        self.add_cut_rows();
    }

    /// Glued rows that keep their sums only if a blank has vanished: two of them, and blanks vanish in this table.
    fn find_vanished(&mut self) {
        let doubtful = |loose: &&Loose<'_>| match &loose.domain {
            Domain::Open(readings) => readings.doubtful && loose.row.has_run(),
            _ => false,
        };
        if self.loose.iter().filter(doubtful).count() < 2 {
            return;
        }
        for loose in self.loose.iter_mut().filter(|loose| loose.row.has_run()) {
            loose.row.vanish = true;
            loose.domain = loose.row.domain(false, &mut self.steps);
        }
    }

    /// Totals left blank beside parts that are not: seen in two rows, placed ones or such as can be read only so. One
    /// may be a misprint.
    fn find_habit(&mut self) {
        let rows = 0..self.problem.rows.len();
        let placed = rows.filter(|row| lines::leaves_total_blank(self.problem, *row)).count();
        let refuted = |loose: &&Loose<'_>| matches!(loose.domain, Domain::Refuted);
        if placed + self.loose.iter().filter(refuted).count() < 2 {
            return;
        }
        let steps = &mut self.steps;
        let domains: Vec<Domain> = self.loose.iter().map(|loose| loose.row.domain(true, steps)).collect();
        let explained = self
            .loose
            .iter()
            .zip(&domains)
            .filter(|(loose, domain)| refuted(loose) && !matches!(domain, Domain::Refuted));
        if placed + explained.count() >= 2 {
            self.blank_sums = true;
            for (loose, domain) in self.loose.iter_mut().zip(domains) {
                loose.domain = domain;
            }
        }
    }

    fn fix_by_text(&mut self) -> bool {
        let mut changed = false;
        for loose in &mut self.loose {
            let Domain::Open(readings) = &loose.domain else { continue };
            let literal = loose.row.literal.as_ref();
            let Some(fixed) = literal.and_then(|sequence| loose.row.only(sequence)) else { continue };
            if lines::is_only(readings, &fixed, self.problem.form.columns()) {
                loose.domain = fixed;
                changed = true;
            }
        }
        changed
    }

    /// The consensus of all readings that keep all sums; false when there are none.
    fn try_all_sums(&mut self, work: &mut u64) -> bool {
        if self.loose.iter().any(|loose| matches!(loose.domain, Domain::Refuted)) {
            return false;
        }
        let Lines { grid, classes } = Lines::new(self);
        let Some(joint) = joint::solve(&grid, work) else { return false };
        self.bounded |= joint.cut;
        let columns = self.problem.form.columns();
        let mut doubtful = lines::misprinted(self);
        let vanish = self.loose.iter().any(|loose| loose.row.vanish && loose.row.has_run());
        let often = vanish && vanished::zeros_vanish(self, &classes, &joint);
        let mut near_misprint = Vec::new();
        for (loose, classes) in self.loose.iter_mut().zip(&classes) {
            if let Domain::Open(readings) = &loose.domain {
                let mut support = Support::new(columns);
                let mut loses = true;
                for head in lines::supported(readings, classes, joint.line(loose.number)) {
                    support.add_head(readings, head, 0, columns);
                    loses &= head.edit.loses(loose.row.pieces);
                }
                let line = joint.line(loose.number);
                let free = loose.row.vanish && loose.row.has_run();
                let simpler = free && {
                    let (row, steps) = (&loose.row, &mut self.steps);
                    vanished::add_neighbours(row, readings, classes, line, often, &mut support, steps)
                };
                if readings.doubtful || loses {
                    doubtful.push(loose.number);
                } else if simpler {
                    near_misprint.push(loose.number);
                }
                loose.support = Some(support);
            }
        }
        // Those that speak for a misprint themselves are asked first.
        doubtful.extend(near_misprint);
        let all = doubtful.iter().all(|row| misprint::anywhere(self, Some(*row), work) != Outcome::Cut);
        if !all {
            self.add_each_alone();
        }
        self.add_cut_rows();
        true
    }

    /// Rows whose readings are not all known: whatever can stand in their cells.
    fn add_cut_rows(&mut self) {
        for loose in &mut self.loose {
            if matches!(loose.domain, Domain::Cut) && loose.support.is_none() {
                let mut support = Support::new(self.problem.form.columns());
                support.cut = true;
                alone::anything(&loose.row, &mut support);
                loose.support = Some(support);
            }
        }
    }
}
