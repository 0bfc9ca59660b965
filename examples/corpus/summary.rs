//! How many figures were what, how often what was found.

use std::collections::BTreeMap;
use std::io::{self, Write};

use gongkai::{Severity, TableKind};

use crate::common::Failure;
use crate::outcome::Counted;

/// The columns of the summary.
const STANDINGS: [&str; 8] =
    ["exact", "resolved", "repaired", "ambiguous", "unreadable", "not_applicable", "blank", "missing"];

#[derive(Default)]
pub(crate) struct Summary {
    pub(crate) files: u64,
    cells: BTreeMap<(TableKind, &'static str), u64>,
    /// For each kind of finding: in how many reports, and how many times.
    findings: BTreeMap<(&'static str, Severity), (u64, u64)>,
    pub(crate) failures: BTreeMap<&'static str, u64>,
}

impl Summary {
    pub(crate) fn report(&mut self, counted: &Counted) {
        for (&kind, cells) in &counted.cells {
            *self.cells.entry(kind).or_default() += cells;
        }
        for (&kind, times) in &counted.findings {
            let (reports, all) = self.findings.entry(kind).or_default();
            (*reports, *all) = (*reports + 1, *all + times);
        }
    }

    pub(crate) fn unreadable(&mut self, failure: &Failure) {
        *self.failures.entry(failure.error).or_default() += 1;
    }

    pub(crate) fn print(&self, out: &mut dyn Write) -> io::Result<()> {
        let unreadable: u64 = self.failures.values().sum();
        writeln!(out, "{} files, {unreadable} unreadable", self.files)?;
        for (error, times) in &self.failures {
            writeln!(out, "  {error:<28} {times:>8}")?;
        }
        write!(out, "\n{:<10}", "figures")?;
        for standing in STANDINGS {
            write!(out, " {standing:>10}")?;
        }
        for table in TableKind::ALL {
            write!(out, "\n{:<10}", table.key())?;
            for standing in STANDINGS {
                let width = standing.len().max(10);
                write!(out, " {:>width$}", self.cells.get(&(table, standing)).unwrap_or(&0))?;
            }
        }
        writeln!(out, "\n\n{:<30} {:<8} {:>8} {:>8}", "findings", "", "reports", "times")?;
        for ((id, severity), (reports, times)) in &self.findings {
            writeln!(out, "{id:<30} {:<8} {reports:>8} {times:>8}", severity.as_str())?;
        }
        Ok(())
    }
}
