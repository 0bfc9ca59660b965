//! Checks what annual disclosure reports claim: findings and diagnostics, as JSON Lines or on the lines of the text.

mod common;
#[path = "check/lines.rs"]
mod lines;
#[path = "check/text.rs"]
mod text;

use std::io::{self, Write};
use std::process::ExitCode;

use common::cli::{self, Asked};
use common::{Input, json_line};
use gongkai::validate::{Finding, validate, validate_prose};
use gongkai::{Parsed, Severity, narrative};
use lines::{DiagnosticLine, FindingLine};

const HELP: &str = "\
Checks what annual disclosure reports (政府信息公开工作年度报告) claim against their own figures.

Usage: check [OPTIONS] FILE...

  FILE               text in UTF-8, GBK or GB18030; - is standard input

  --format FORMAT    jsonl: one object a finding or diagnostic (default); text: each on the lines of the report, its
                     figures underlined and the arithmetic written out
  --all              every rule instance, not only those that are violated
  -h, --help         this text

The exit code is 1 when a rule of severity error is violated, 2 when a file could not be read; the others are still
checked.
";

fn main() -> ExitCode {
    cli::run(HELP, cli::asked(["jsonl", "text"]), print)
}

fn print(asked: Asked, out: &mut dyn Write) -> io::Result<ExitCode> {
    let as_text = asked.other;
    let (mut wrong, mut unread) = (false, false);
    for file in &asked.files {
        match common::report(file) {
            Ok((input, parsed)) => {
                let findings = findings(&input, &parsed, asked.all);
                wrong |= findings.iter().any(|f| f.severity == Severity::Error && f.is_violated());
                if as_text {
                    text::print(&input, &parsed, &findings, asked.all, out)?;
                } else {
                    print_json(&input, &parsed, &findings, out)?;
                }
            }
            Err(failure) => {
                unread = true;
                if as_text {
                    writeln!(out, "error: {failure}")?;
                } else {
                    json_line(&mut &mut *out, &failure)?;
                }
            }
        }
    }
    Ok(match (unread, wrong) {
        (true, _) => ExitCode::from(2),
        (false, true) => ExitCode::from(1),
        (false, false) => ExitCode::SUCCESS,
    })
}

/// Of the tables and the frame, then of the prose.
fn findings(input: &Input, parsed: &Parsed, all: bool) -> Vec<Finding> {
    let report = &parsed.report;
    let validation = validate(report);
    let mut findings: Vec<Finding> = if all {
        validation.checks().map(|check| check.finding()).collect()
    } else {
        validation.findings().collect()
    };
    let prose = validate_prose(report, &narrative::claims(&input.text, report));
    findings.extend(prose.results.into_iter().filter(|finding| all || finding.is_violated()));
    findings
}

fn print_json(input: &Input, parsed: &Parsed, findings: &[Finding], out: &mut dyn Write) -> io::Result<()> {
    let mut out = out;
    for finding in findings {
        json_line(&mut out, &FindingLine::new(input, finding))?;
    }
    for diagnostic in &parsed.diagnostics {
        json_line(&mut out, &DiagnosticLine::new(input, diagnostic))?;
    }
    Ok(())
}
