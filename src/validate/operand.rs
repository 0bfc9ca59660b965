//! What a rule rests on, and what it compares.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;

use rust_decimal::Decimal;

use super::place::Place;
use crate::Span;
use crate::report::{Cell, Report, Status};
use crate::template::FactPath;

/// What a rule compares: a number, or something else in words.
///
/// ```
/// use gongkai::validate::Value;
/// assert_eq!(Value::from(983).to_string(), "983");
/// assert_eq!(Value::from("2020-12-31").to_string(), "2020-12-31");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Value {
    /// A count, or an amount in yuan.
    Number(Decimal),
    /// A date, a list of rows, a unit.
    Text(Cow<'static, str>),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.normalize().fmt(f),
            Self::Text(text) => f.write_str(text),
        }
    }
}

impl From<Decimal> for Value {
    fn from(number: Decimal) -> Self {
        Self::Number(number)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number.into())
    }
}

impl From<&'static str> for Value {
    fn from(text: &'static str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Value {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The side of a rule on which an operand stands.
///
/// ```
/// use gongkai::validate::{Side, validate};
/// let report = gongkai::Report::new(gongkai::Edition::E2021);
/// let check = validate(&report).checks().find(|check| check.rule().id == "requests.balance").unwrap();
/// let sides: Vec<Side> = check.operands().iter().map(|operand| operand.side).collect();
/// assert_eq!(sides, [Side::Expected, Side::Expected, Side::Actual, Side::Actual]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Side {
    /// Added to what is expected.
    Expected,
    /// Subtracted from what is expected.
    Less,
    /// Added to what is actually there.
    Actual,
}

/// Whose operand it is, where a rule compares several reports.
///
/// ```
/// use gongkai::validate::{Subject, validate};
/// let report = gongkai::Report::new(gongkai::Edition::E2021);
/// let operands = validate(&report).checks().next().unwrap().operands();
/// assert!(operands.iter().all(|operand| operand.of == Subject::Report));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Subject {
    /// The report that was validated.
    Report,
    /// The report for the earlier year.
    Earlier,
    /// The report for the later year.
    Later,
    /// The report that sums up.
    Parent,
    /// A report that is summed up, by its number from 0.
    Child(u32),
}

/// A figure, a date or a claim that a rule rests on.
///
/// ```
/// use gongkai::validate::{Place, validate};
/// let report = gongkai::Report::new(gongkai::Edition::E2021);
/// let check = validate(&report).checks().find(|check| check.rule().id == "requests.balance").unwrap();
/// let operand = &check.operands()[0];
/// assert!(matches!(operand.place, Place::Fact(_)));
/// assert_eq!((operand.status, operand.value.is_none()), (gongkai::Status::Missing, true));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Operand {
    /// What it is.
    pub place: Place,
    /// In which report.
    pub of: Subject,
    /// On which side of the rule.
    pub side: Side,
    /// What stands there.
    pub status: Status,
    /// What it says; `None` unless the status is [`Status::Value`].
    pub value: Option<Value>,
    /// Where it is printed, in the text of its report.
    pub span: Option<Span>,
}

impl Operand {
    /// An operand around the tables; `None` for one that the text does not have.
    pub(crate) fn new(place: Place, side: Side, value: Option<Value>, span: Option<Span>) -> Self {
        let status = if value.is_some() { Status::Value } else { Status::Missing };
        Self { place, of: Subject::Report, side, status, value, span }
    }

    /// A cell of a table.
    #[inline]
    pub(crate) fn cell(path: FactPath, side: Side, cell: &Cell) -> Self {
        Self {
            place: Place::Fact(path),
            of: Subject::Report,
            side,
            status: cell.status(),
            value: cell.number().map(Value::Number),
            span: cell.span(),
        }
    }

    /// A figure of a report.
    pub(crate) fn fact(report: &Report, path: FactPath, side: Side) -> Self {
        Self::cell(path, side, &report.get(path).unwrap_or(Cell::MISSING))
    }

    /// The same operand in another report.
    #[must_use]
    pub(crate) fn of(self, of: Subject) -> Self {
        Self { of, ..self }
    }

    /// Its figure.
    pub(crate) const fn number(&self) -> Option<Decimal> {
        match self.value {
            Some(Value::Number(number)) => Some(number),
            _ => None,
        }
    }

    /// Blank and not-applicable cells count as zero on [`Basis::BlankAsZero`].
    pub(crate) const fn is_blank(&self) -> bool {
        matches!(self.status, Status::Blank | Status::NotApplicable)
    }

    /// Missing, ambiguous and unreadable operands never count as anything.
    pub(crate) const fn is_absent(&self) -> bool {
        !self.is_blank() && self.value.is_none()
    }
}
