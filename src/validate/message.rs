//! Findings in words: the arithmetic written out, in English and in the words of the form.

use alloc::format;
use alloc::string::String;
use core::fmt::Write as _;

use rust_decimal::Decimal;

use super::finding::{Finding, Verdict};
use super::operand::{Operand, Side, Subject, Value};
use super::place::{At, Place};
use crate::report::{Status, plain};
use crate::template::FactPath;

/// In which words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Words {
    English,
    Chinese,
}

/// Sums of more terms than this leave out their zeros.
const SHORT: usize = 6;

/// One line of English.
pub(super) fn english(finding: &Finding) -> String {
    let arithmetic = arithmetic(finding, Words::English);
    match (&finding.verdict, arithmetic) {
        (Verdict::NotEvaluated { reason, missing }, _) => {
            let mut line = String::from(reason.as_str());
            for (number, place) in missing.iter().enumerate() {
                line.push_str(if number == 0 { ": " } else { ", " });
                // Several reports may lack the same figure: whose it is stands with the operand.
                let whose = finding.operands.iter().filter(|o| o.place == *place && o.value.is_none());
                let before = missing.iter().take(number).filter(|other| *other == place).count();
                if let Some(operand) = whose.into_iter().nth(before) {
                    subject(&mut line, operand.of, Words::English);
                }
                let _ = write!(line, "{place}");
            }
            line
        }
        (_, Some(arithmetic)) => arithmetic,
        (Verdict::Satisfied, None) => format!("holds: {}", finding.rule.holds),
        (Verdict::Violated { expected, actual }, None) => {
            format!("{}: expected {expected}, actual {actual}", finding.rule.holds)
        }
    }
}

/// Both sides of a sum with their terms; `None` for rules that are no sum, and where operands are absent.
pub(super) fn arithmetic(finding: &Finding, words: Words) -> Option<String> {
    let relation = finding.relation?;
    let sign = match &finding.verdict {
        Verdict::Satisfied => relation.sign(),
        Verdict::Violated { expected: Value::Number(_), .. } => relation.broken_sign(),
        _ => return None,
    };
    let (expected, sum) = side(finding, words, |side| side != Side::Actual)?;
    let (actual, total) = side(finding, words, |side| side == Side::Actual)?;
    let mut line = expected;
    if let Some(sum) = sum {
        let _ = write!(line, " = {sum}");
    }
    let _ = write!(line, " {sign} ");
    match total {
        Some(total) => {
            let _ = write!(line, "{total} = {actual}");
        }
        None => line.push_str(&actual),
    }
    Some(line)
}

/// The terms of a side, and their sum when there is more than one.
fn side(finding: &Finding, words: Words, on: fn(Side) -> bool) -> Option<(String, Option<String>)> {
    let terms = || finding.operands.iter().filter(|operand| on(operand.side));
    let count = terms().count();
    let (mut line, mut sum, mut left_out) = (String::new(), Decimal::ZERO, 0_usize);
    for operand in terms() {
        let value = match operand.value {
            Some(Value::Number(value)) => value,
            _ => Decimal::ZERO,
        };
        sum = match operand.side {
            Side::Less => sum.checked_sub(value)?,
            _ => sum.checked_add(value)?,
        };
        if count > SHORT && operand.value == Some(Value::Number(Decimal::ZERO)) {
            left_out += 1;
            continue;
        }
        match (line.is_empty(), operand.side) {
            (true, Side::Less) => line.push_str("- "),
            (true, _) => {}
            (false, Side::Less) => line.push_str(" - "),
            (false, _) => line.push_str(" + "),
        }
        term(&mut line, finding, operand, words);
    }
    if line.is_empty() {
        line.push('0');
    }
    if left_out > 0 && left_out < count {
        let _ = match words {
            Words::English => write!(line, " + {left_out} zeros"),
            Words::Chinese => write!(line, " + {left_out} 项 0"),
        };
    }
    Some((line, (count > 1).then(|| plain(sum))))
}

/// Whose operand it is, where there are several reports.
fn subject(line: &mut String, of: Subject, words: Words) {
    // A text takes any text.
    let _ = match (of, words) {
        (Subject::Report, _) => Ok(()),
        (Subject::Earlier, Words::English) => line.write_str("earlier "),
        (Subject::Earlier, Words::Chinese) => line.write_str("上年度报告 "),
        (Subject::Later, Words::English) => line.write_str("later "),
        (Subject::Later, Words::Chinese) => line.write_str("本年度报告 "),
        (Subject::Parent, Words::English) => line.write_str("parent "),
        (Subject::Parent, Words::Chinese) => line.write_str("汇总 "),
        (Subject::Child(number), Words::English) => write!(line, "child {number} "),
        (Subject::Child(number), Words::Chinese) => write!(line, "下级 {number} "),
    };
}

fn term(line: &mut String, finding: &Finding, operand: &Operand, words: Words) {
    subject(line, operand.of, words);
    match operand.place {
        Place::Fact(path) => {
            let short = name(finding.at, path, words);
            let alike = finding.operands.iter().any(|other| match other.place {
                Place::Fact(other_path) => {
                    other.of == operand.of
                        && other_path != path
                        && name(finding.at, other_path, words) == short
                }
                _ => false,
            });
            line.push_str(if alike { other_part(path, words) } else { "" });
            line.push_str(if alike { " " } else { "" });
            line.push_str(short);
        }
        place => {
            let _ = write!(line, "{place}");
        }
    }
    match (&operand.value, operand.status, words) {
        (Some(value), ..) => {
            let _ = write!(line, " {value}");
        }
        (None, Status::Blank, Words::English) => line.push_str(" blank"),
        (None, Status::Blank, Words::Chinese) => line.push_str(" 空白"),
        (None, Status::NotApplicable, Words::English) => line.push_str(" not applicable"),
        (None, Status::NotApplicable, Words::Chinese) => line.push_str(" 不适用"),
        (None, _, Words::English) => line.push_str(" ?"),
        (None, _, Words::Chinese) => line.push_str(" 不明"),
    }
}

/// The part of a path by which it differs from the other terms of the instance.
fn name(at: At, path: FactPath, words: Words) -> &'static str {
    match (path, words) {
        (FactPath::Requests(_, column), Words::English) if matches!(at, At::Row(_)) => column.key(),
        (FactPath::Requests(_, column), Words::Chinese) if matches!(at, At::Row(_)) => column.label(),
        (FactPath::Requests(row, _), Words::English) => row.key(),
        (FactPath::Requests(row, _), Words::Chinese) => row.label(),
        (FactPath::Disputes(_, outcome), Words::English) => outcome.key(),
        (FactPath::Disputes(_, outcome), Words::Chinese) => outcome.label(),
        (FactPath::Proactive(_, measure), Words::English) => measure.key(),
        (FactPath::Proactive(_, measure), Words::Chinese) => measure.label(),
    }
}

/// What distinguishes figures of the same name: whose they are.
const fn other_part(path: FactPath, words: Words) -> &'static str {
    match (path, words) {
        (FactPath::Requests(_, column), Words::English) => column.key(),
        (FactPath::Requests(_, column), Words::Chinese) => column.label(),
        (FactPath::Disputes(group, _), Words::English) => group.key(),
        (FactPath::Disputes(group, _), Words::Chinese) => group.label(),
        (FactPath::Proactive(item, _), Words::English) => item.key(),
        (FactPath::Proactive(item, _), Words::Chinese) => item.label(),
    }
}
