//! Whether the period is the year of the report, and the signature behind it.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::finding::Basis;
use super::frame::year_operand;
use super::operand::{Operand, Side, Value};
use super::place::{At, Place};
use super::table_rule::Judged;
use crate::report::{Date, Report};

fn title_year(report: &Report) -> Option<u16> {
    report.title.as_ref().and_then(|title| title.year)
}

pub(super) fn period(report: &Report, _: At) -> Judged {
    let Some(period) = report.period else { return Judged::Absent };
    let year = title_year(report).unwrap_or(period.end.year);
    let whole = Date::new(year, 1, 1).zip(Date::new(year, 12, 31));
    if whole != Some((period.start, period.end)) {
        return Judged::Violated(Basis::Strict, |report, _| {
            let end = report.period.map_or(0, |period| period.end.year);
            let year = title_year(report).unwrap_or(end);
            let whole = format!("{year:04}-01-01 to {year:04}-12-31");
            (whole.into(), stated_period(report).unwrap_or_default().into())
        });
    }
    match title_year(report) {
        Some(_) => Judged::Satisfied(Basis::Strict),
        None => Judged::Absent,
    }
}

pub(super) fn period_operands(report: &Report, _: At) -> Vec<Operand> {
    let title = report.title.as_ref().map(|title| title.span);
    let year = title_year(report).map(|year| i64::from(year).into());
    [Operand::new(Place::TitleYear, Side::Expected, year, title), period_operand(report, Side::Actual)].into()
}

fn stated_period(report: &Report) -> Option<String> {
    report.period.map(|period| format!("{} to {}", period.start, period.end))
}

fn period_operand(report: &Report, side: Side) -> Operand {
    let text = stated_period(report).map(Value::from);
    Operand::new(Place::Period, side, text, report.period.map(|period| period.span))
}

/// The last day reported on: as the period states it, or else as the year has it.
fn last_day(report: &Report) -> Option<Date> {
    match report.period {
        Some(period) => Some(period.end),
        None => Date::new(report.year?, 12, 31),
    }
}

pub(super) fn signature(report: &Report, _: At) -> Judged {
    let Some((end, day)) = last_day(report).zip(signed(report)) else { return Judged::Absent };
    if day > end {
        return Judged::Satisfied(Basis::Strict);
    }
    Judged::Violated(Basis::Strict, |report, _| {
        let day = |day: Option<Date>| day.map(|day| format!("{day}")).unwrap_or_default();
        (format!("after {}", day(last_day(report))).into(), day(signed(report)).into())
    })
}

fn signed(report: &Report) -> Option<Date> {
    report.signature.as_ref()?.date
}

pub(super) fn signature_operands(report: &Report, _: At) -> Vec<Operand> {
    let end = match report.period {
        Some(_) => period_operand(report, Side::Expected),
        None => year_operand(report),
    };
    let signature = report.signature.as_ref();
    let day = signed(report).map(|date| format!("{date}").into());
    [end, Operand::new(Place::SignatureDate, Side::Actual, day, signature.map(|signature| signature.span))]
        .into()
}
