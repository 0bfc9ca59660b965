//! The rules of the report as a whole: its sections, editions, period and signature.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write as _;

use super::dates;
use super::operand::{Operand, Side, Value};
use super::place::{At, Place};
use super::rule::{Rule, Scope};
use super::table_rule::{Compared, Over, State, TableRule, Test};
use crate::diagnostic::Severity;
use crate::report::{Report, SectionKind};
use crate::template::{Edition, TableKind};

pub(super) static RULES: [TableRule; 5] = [
    TableRule {
        rule: Rule::new(
            "report.sections",
            Scope::Report,
            Severity::Warning,
            "the six sections stand once, in order, numbered in step",
            "六个部分齐全、不重复、顺序和序号正确",
        ),
        over: Over::Once(At::Report),
        test: Test::Custom { judge: sections, sides: sections_sides, operands: sections_operands },
    },
    TableRule {
        rule: Rule::new(
            "report.edition",
            Scope::Report,
            Severity::Info,
            "the tables are of one edition, and it fits the year",
            "各表格式版本一致，且与年度相符",
        ),
        over: Over::Once(At::Report),
        test: Test::Custom { judge: edition, sides: edition_sides, operands: edition_operands },
    },
    TableRule {
        rule: Rule::new(
            "report.period",
            Scope::Report,
            Severity::Warning,
            "the period is the year in the title, from 1 January to 31 December",
            "统计期限为标题年度的 1 月 1 日至 12 月 31 日",
        ),
        over: Over::Once(At::Report),
        test: Test::Custom {
            judge: dates::period,
            sides: dates::period_sides,
            operands: dates::period_operands,
        },
    },
    TableRule {
        rule: Rule::new(
            "report.signature",
            Scope::Report,
            Severity::Warning,
            "it is signed after the period's end",
            "落款日期在统计期限之后",
        ),
        over: Over::Once(At::Report),
        test: Test::Custom {
            judge: dates::signature,
            sides: dates::signature_sides,
            operands: dates::signature_operands,
        },
    },
    TableRule {
        rule: Rule::new(
            "report.section_empty",
            Scope::Report,
            Severity::Info,
            "the section says something",
            "该部分有文字内容",
        ),
        over: Over::Sections(&[SectionKind::Overview, SectionKind::Problems]),
        test: Test::Custom { judge: section_empty, sides: section_sides, operands: section_operands },
    },
];

fn sections(report: &Report, _: At) -> State {
    // A text of tables only has no headings that could be out of step.
    if report.sections.is_empty() {
        return State::ABSENT;
    }
    let complete = report.sections.iter().map(|section| section.kind).eq(SectionKind::ALL);
    let numbered = report.sections.iter().any(|section| section.number.is_some());
    let in_step = |number: Option<u8>, kind: SectionKind| !numbered || number == Some(kind.number());
    State::of(complete && report.sections.iter().all(|section| in_step(section.number, section.kind)))
}

fn sections_sides(report: &Report, _: At) -> Compared {
    ("1 2 3 4 5 6".into(), numbers(report).into())
}

/// The sections in the order of the text, by the number that the form gives each.
fn numbers(report: &Report) -> String {
    let numbered = report.sections.iter().any(|section| section.number.is_some());
    let mut found = String::with_capacity(4 * report.sections.len());
    for section in &report.sections {
        found.push_str(if found.is_empty() { "" } else { " " });
        found.push(char::from(b'0' + section.kind.number()));
        match section.number {
            Some(number) if number != section.kind.number() => {
                let _ = write!(found, "(as {number})");
            }
            None if numbered => found.push_str("(unnumbered)"),
            _ => {}
        }
    }
    found
}

fn sections_operands(report: &Report, _: At) -> Vec<Operand> {
    let found = report.sections.iter().map(|section| {
        let number = section.number.map_or(Value::from("unnumbered"), |number| i64::from(number).into());
        Operand::new(Place::Section(section.kind), Side::Actual, Some(number), Some(section.heading))
    });
    let stands = |kind: SectionKind| report.sections.iter().any(|section| section.kind == kind);
    let missing = SectionKind::ALL.into_iter().filter(|&kind| !stands(kind));
    let mut operands = Vec::with_capacity(report.sections.len() + SectionKind::ALL.len());
    operands.extend(found);
    operands.extend(missing.map(|kind| Operand::new(Place::Section(kind), Side::Expected, None, None)));
    operands
}

/// The tables that the text has, with their editions.
fn editions(report: &Report) -> impl Iterator<Item = (TableKind, Edition)> {
    let stands = |&table: &TableKind| report.source(table).is_some();
    TableKind::ALL.into_iter().filter(stands).map(|table| (table, report.edition(table)))
}

fn edition(report: &Report, _: At) -> State {
    let mut found = editions(report);
    let Some((_, first)) = found.next() else { return State::ABSENT };
    let of_one = found.all(|(_, edition)| edition == first);
    let expected = report.year.map_or(first, Edition::for_year);
    match (of_one, report.year) {
        (true, None) => State::ABSENT,
        _ => State::of(of_one && first == expected),
    }
}

fn edition_sides(report: &Report, _: At) -> Compared {
    let first = editions(report).next().map_or(Edition::E2021, |(_, edition)| edition);
    let expected = report.year.map_or(first, Edition::for_year);
    let mut actual = String::new();
    for (table, edition) in editions(report) {
        let separator = if actual.is_empty() { "" } else { ", " };
        let _ = write!(actual, "{separator}{} {}", table.key(), edition.year());
    }
    (format!("edition {}", expected.year()).into(), actual.into())
}

fn edition_operands(report: &Report, _: At) -> Vec<Operand> {
    let tables = editions(report).map(|(table, edition)| {
        let span = report.source(table).map(|source| source.span);
        Operand::new(Place::Edition(table), Side::Actual, Some(i64::from(edition.year()).into()), span)
    });
    core::iter::once(year_operand(report)).chain(tables).collect()
}

pub(super) fn year_operand(report: &Report) -> Operand {
    let span = report.title.as_ref().map(|title| title.span);
    Operand::new(Place::Year, Side::Expected, report.year.map(|year| i64::from(year).into()), span)
}

fn section_empty(report: &Report, at: At) -> State {
    let At::Section(kind) = at else { return State::ABSENT };
    let mut found = report.sections.iter().filter(|section| section.kind == kind).peekable();
    if found.peek().is_none() {
        return State::ABSENT;
    }
    State::of(found.any(|section| section.prose > 0))
}

fn section_sides(_: &Report, _: At) -> Compared {
    ("prose".into(), "nothing".into())
}

fn section_operands(report: &Report, at: At) -> Vec<Operand> {
    let At::Section(kind) = at else { return Vec::new() };
    let found: Vec<_> = report
        .sections
        .iter()
        .filter(|section| section.kind == kind)
        .map(|section| {
            let says = if section.prose > 0 { "prose" } else { "nothing" };
            Operand::new(Place::Section(kind), Side::Actual, Some(says.into()), Some(section.heading))
        })
        .collect();
    if found.is_empty() {
        [Operand::new(Place::Section(kind), Side::Actual, None, None)].into()
    } else {
        found
    }
}
