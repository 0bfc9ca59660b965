//! What one file gives: its lines of the tables, and what of them is counted.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use gongkai::narrative::claims;
use gongkai::validate::{Finding, Place, Verdict, validate, validate_prose};
use gongkai::{Parsed, Severity, Span, TableKind, line_column};
use serde::Serialize;

use crate::common::lines::{CsvLine, standing};
use crate::common::{self, Failure, Input};

/// What one file gave, ready to be written.
pub(crate) struct Outcome {
    pub(crate) facts: Vec<u8>,
    pub(crate) findings: Vec<u8>,
    pub(crate) counted: Result<Counted, Failure>,
}

#[derive(Default)]
pub(crate) struct Counted {
    pub(crate) cells: BTreeMap<(TableKind, &'static str), u64>,
    pub(crate) findings: BTreeMap<(&'static str, Severity), u64>,
}

pub(crate) fn read(file: &Path) -> io::Result<Outcome> {
    let (input, parsed) = match common::report(file.as_os_str()) {
        Ok(parsed) => parsed,
        Err(failure) => {
            return Ok(Outcome { facts: Vec::new(), findings: Vec::new(), counted: Err(failure) });
        }
    };
    let mut counted = Counted::default();
    let mut facts = lines();
    for fact in parsed.report.facts() {
        facts.serialize(CsvLine::new(&input, &parsed.report, fact))?;
        *counted.cells.entry((fact.path().table(), standing(fact.cell()))).or_default() += 1;
    }
    let mut findings = lines();
    for (id, line) in findings_of(&input, &parsed) {
        *counted.findings.entry((id, line.severity)).or_default() += 1;
        findings.serialize(line)?;
    }
    Ok(Outcome { facts: bytes(facts)?, findings: bytes(findings)?, counted: Ok(counted) })
}

/// Lines of a table without its head.
pub(crate) fn lines() -> csv::Writer<Vec<u8>> {
    csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new())
}

pub(crate) fn bytes(lines: csv::Writer<Vec<u8>>) -> io::Result<Vec<u8>> {
    lines.into_inner().map_err(|error| io::Error::other(error.to_string()))
}

/// One line of `findings.csv`.
#[derive(Serialize)]
struct FindingLine {
    file: String,
    /// The id of a rule, or the code of a diagnostic.
    finding: &'static str,
    severity: Severity,
    at: String,
    expected: String,
    actual: String,
    message: String,
    /// The line of the text that it is about, from 1.
    line: Option<u32>,
}

fn findings_of(input: &Input, parsed: &Parsed) -> Vec<(&'static str, FindingLine)> {
    let line = |span: Option<Span>| span.map(|span| line_column(&input.text, span.start as usize).line);
    let mut lines = Vec::new();
    let prose = validate_prose(&parsed.report, &claims(&input.text, &parsed.report));
    let prose = prose.results.into_iter().filter(Finding::is_violated);
    for finding in validate(&parsed.report).findings().chain(prose) {
        let (expected, actual) = match &finding.verdict {
            Verdict::Violated { expected, actual } => (expected.to_string(), actual.to_string()),
            _ => Default::default(),
        };
        let id = finding.rule.id;
        let file = input.file.clone();
        // The sentence, where it is one that disagrees with the tables.
        let said = finding.operands.iter().find(|operand| matches!(operand.place, Place::Prose(_)));
        let first = said.into_iter().chain(&finding.operands).find_map(|operand| operand.span);
        let (severity, at, line) = (finding.severity, finding.at.to_string(), line(first));
        lines.push((
            id,
            FindingLine {
                file,
                finding: id,
                severity,
                at,
                expected,
                actual,
                message: finding.message(),
                line,
            },
        ));
    }
    let odd = parsed.diagnostics.iter().filter(|diagnostic| diagnostic.severity() > Severity::Info);
    lines.extend(odd.map(|diagnostic| {
        let code = diagnostic.code.as_str();
        let line = FindingLine {
            file: input.file.clone(),
            finding: code,
            severity: diagnostic.severity(),
            at: String::new(),
            expected: String::new(),
            actual: String::new(),
            message: diagnostic.to_string(),
            line: line(diagnostic.span),
        };
        (code, line)
    }));
    lines
}
