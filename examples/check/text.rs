//! Findings on the lines of the report, for people.

use std::io::{self, IsTerminal, Write};
use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use gongkai::validate::{
    Basis, Cause, Edit, Explanation, Finding, Located, Operand, Side, Slip, Summary, Value, Verdict, locate,
    validate, validate_prose,
};
use gongkai::{Diagnostic, Parsed, Severity, TableKind, narrative};

use crate::common::Input;

/// Sums of more figures than this show only those that are not zero.
const SHORT: usize = 8;

pub(crate) fn print(
    input: &Input,
    parsed: &Parsed,
    findings: &[Finding],
    all: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let renderer = if io::stdout().is_terminal() { Renderer::styled() } else { Renderer::plain() };
    for finding in findings {
        match finding.verdict {
            Verdict::Violated { .. } => writeln!(out, "{}\n", renderer.render(&[violation(input, finding)]))?,
            _ => writeln!(out, "{}: {finding}", finding.verdict.as_str())?,
        }
    }
    for located in locate(&parsed.report) {
        writeln!(out, "{}\n", explained(&located))?;
    }
    let mut diagnostics: Vec<_> = parsed
        .diagnostics
        .iter()
        .filter(|diagnostic| all || diagnostic.severity() > Severity::Info)
        .collect();
    // What happened many times is told once.
    diagnostics.sort_by_key(|diagnostic| diagnostic.code);
    for alike in diagnostics.chunk_by(|one, other| one.code == other.code) {
        writeln!(out, "{}\n", renderer.render(&[diagnosed(input, alike)]))?;
    }
    let validation = validate(&parsed.report);
    writeln!(out, "{}", input.file)?;
    for table in TableKind::ALL {
        writeln!(out, "  {:9} {}", table.key(), counted(validation.summary(table)))?;
    }
    let prose = validate_prose(&parsed.report, &narrative::claims(&input.text, &parsed.report));
    writeln!(out, "  prose     {}\n", counted(prose.summary()))
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    }
}

fn violation<'a>(input: &'a Input, finding: &'a Finding) -> Group<'a> {
    let title = format!("{}: {}", finding.at, finding.message());
    let many = finding.operands.len() > SHORT;
    let zero = |operand: &Operand| operand.value == Some(Value::from(0));
    let shown = finding.operands.iter().filter(|operand| !many || !zero(operand));
    let annotations: Vec<Annotation<'_>> = shown
        .filter_map(|operand| {
            let kind =
                if operand.side == Side::Actual { AnnotationKind::Primary } else { AnnotationKind::Context };
            Some(kind.span(operand.span?.range()).label(operand.place.to_string()))
        })
        .collect();
    let mut group = Group::with_title(level(finding.severity).primary_title(title).id(finding.rule.id));
    if !annotations.is_empty() {
        group = group.element(Snippet::source(&input.text).path(&input.file).annotations(annotations));
    }
    group = group.element(Level::NOTE.message(finding.rule.chinese));
    if let Some(arithmetic) = finding.in_chinese() {
        group = group.element(Level::NOTE.message(arithmetic));
    }
    if finding.basis == Some(Basis::BlankAsZero) {
        group = group.element(Level::NOTE.message("blank cells count as zero: 空白按 0 计"));
    }
    group
}

fn diagnosed<'a>(input: &'a Input, alike: &[&'a Diagnostic]) -> Group<'a> {
    let Some(first) = alike.first() else { return Group::with_level(Level::NOTE) };
    let title = match alike.len() {
        1 => first.to_string(),
        times => format!("{} ({times} times)", first.code.message()),
    };
    let mut marks: Vec<(Range<usize>, Vec<&str>)> = Vec::new();
    let mut unplaced = Vec::new();
    for diagnostic in alike {
        let Some(span) = diagnostic.span else {
            unplaced.push(diagnostic.detail.as_ref());
            continue;
        };
        // Of what runs over many lines, the first.
        let range = span.range();
        let line = input.text.get(range.clone()).and_then(|text| text.lines().next()).map_or(0, str::len);
        let range = range.start..range.start + line;
        match marks.iter_mut().find(|(other, _)| *other == range) {
            Some((_, details)) => details.push(&diagnostic.detail),
            None => marks.push((range, vec![&diagnostic.detail])),
        }
    }
    let mut group = Group::with_title(level(first.severity()).primary_title(title).id(first.code.as_str()));
    if !marks.is_empty() {
        let annotations = marks.into_iter().map(|(range, mut details)| {
            details.dedup();
            let annotation = AnnotationKind::Primary.span(range);
            if alike.len() > 1 { annotation.label(details.join(", ")) } else { annotation }
        });
        group = group.element(Snippet::source(&input.text).path(&input.file).annotations(annotations));
    }
    if alike.len() > 1 && unplaced.iter().any(|detail| !detail.is_empty()) {
        group = group.element(Level::NOTE.message(unplaced.join(", ")));
    }
    group.element(Level::HELP.message(first.code.help()))
}

fn counted(summary: Summary) -> String {
    let Summary { satisfied, satisfied_blank_as_zero, violated, not_evaluated, .. } = summary;
    let blank = match satisfied_blank_as_zero {
        0 => String::new(),
        count => format!(" ({count} with blanks as zero)"),
    };
    format!("{satisfied} satisfied{blank}, {violated} violated, {not_evaluated} not evaluated")
}

/// What would have to change, as lines of text.
fn explained(located: &Located) -> String {
    let cause = match located.cause {
        Cause::Misprint => "likely a misprint",
        Cause::Extraction => "likely damage from the extraction of the text",
        _ => "misprint or damage from the extraction of the text",
    };
    let table = located.table.key();
    if located.explanations.is_empty() {
        return format!("help: {table}: no change of three cells or fewer makes every sum hold");
    }
    let alone = if located.certain().is_some() { ", the only such cell" } else { "" };
    let mut text = format!("help: {table}: the smallest changes that make every sum hold ({cause}{alone}):");
    for explanation in &located.explanations {
        text.push_str("\n  - ");
        text.push_str(&changes(explanation));
    }
    if !located.complete {
        text.push_str("\n  - and more");
    }
    text
}

fn changes(explanation: &Explanation) -> String {
    let list = explanation.changes.iter().map(|change| {
        let from = change.from.map_or("blank".to_string(), |from| from.to_string());
        let slip = match change.slip {
            Some(Slip::OneDigit) => " (one digit)",
            Some(Slip::DigitsSwapped) => " (two digits swapped)",
            Some(Slip::DigitLost) => " (a digit lost)",
            Some(Slip::DigitAdded) => " (a digit too many)",
            Some(Slip::Sign) => " (the sign)",
            _ => "",
        };
        format!("{} {from} → {}{slip}", change.path, change.to)
    });
    let changes = list.collect::<Vec<_>>().join(", ");
    match explanation.edit {
        Some(Edit::Shifted) => format!("figures shifted within a row: {changes}"),
        Some(Edit::Split) => format!("a figure split over two cells: {changes}"),
        Some(Edit::Joined) => format!("two figures joined in one cell: {changes}"),
        Some(Edit::RowsSwapped) => format!("two rows swapped: {changes}"),
        _ => changes,
    }
}
