//! Whether the period is the year of the report, and the signature behind it.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::frame::year_operand;
use super::operand::{Operand, Side, Value};
use super::place::{At, Place};
use super::table_rule::{Compared, State};
use crate::report::{Date, Report};

fn title_year(report: &Report) -> Option<u16> {
    report.title.as_ref().and_then(|title| title.year)
}

pub(super) fn period(report: &Report, _: At) -> State {
    let Some(period) = report.period else { return State::ABSENT };
    let year = title_year(report).unwrap_or(period.end.year);
    let whole = Date::new(year, 1, 1).zip(Date::new(year, 12, 31));
    match (whole == Some((period.start, period.end)), title_year(report)) {
        (true, None) => State::ABSENT,
        (whole, _) => State::of(whole),
    }
}

pub(super) fn period_sides(report: &Report, _: At) -> Compared {
    let end = report.period.map_or(0, |period| period.end.year);
    let year = title_year(report).unwrap_or(end);
    let whole = format!("{year:04}-01-01 to {year:04}-12-31");
    (whole.into(), stated_period(report).unwrap_or_default().into())
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

pub(super) fn signature(report: &Report, _: At) -> State {
    last_day(report).zip(signed(report)).map_or(State::ABSENT, |(end, day)| State::of(day > end))
}

pub(super) fn signature_sides(report: &Report, _: At) -> Compared {
    let day = |day: Option<Date>| day.map(|day| format!("{day}")).unwrap_or_default();
    (format!("after {}", day(last_day(report))).into(), day(signed(report)).into())
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
