//! The tables on disk.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use serde::Serialize;

use crate::common::lines::CsvLine;
use crate::outcome::{Outcome, bytes, lines};
use crate::summary::Summary;

/// A table on disk that grows by whole lines.
pub(crate) struct Table(File);

impl Table {
    fn create(folder: &Path, name: &str, head: &[&str]) -> io::Result<Self> {
        let path = folder.join(name);
        let mut file = File::create(&path)
            .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
        writeln!(file, "{}", head.join(","))?;
        Ok(Self(file))
    }

    pub(crate) fn line(&mut self, line: &impl Serialize) -> io::Result<()> {
        let mut one = lines();
        one.serialize(line)?;
        self.0.write_all(&bytes(one)?)
    }
}

pub(crate) struct Tables {
    facts: Table,
    findings: Table,
    pub(crate) unreadable: Table,
}

impl Tables {
    pub(crate) fn create(folder: &Path) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        Ok(Self {
            facts: Table::create(folder, "facts.csv", &CsvLine::HEAD)?,
            findings: Table::create(
                folder,
                "findings.csv",
                &["file", "finding", "severity", "at", "expected", "actual", "message", "line"],
            )?,
            unreadable: Table::create(folder, "unreadable.csv", &["file", "error", "message"])?,
        })
    }

    pub(crate) fn write(&mut self, outcome: &Outcome, summary: &mut Summary) -> io::Result<()> {
        summary.files += 1;
        match &outcome.counted {
            Ok(counted) => {
                self.facts.0.write_all(&outcome.facts)?;
                self.findings.0.write_all(&outcome.findings)?;
                summary.report(counted);
            }
            Err(failure) => {
                self.unreadable.line(failure)?;
                summary.unreadable(failure);
            }
        }
        Ok(())
    }
}
