//! One cell of a table: what is printed there and how sure its reading is.

use rust_decimal::Decimal;

use super::status::{Certainty, Mark, Status, Unit};
use crate::Span;

/// A cell: small and `Copy`. Its notes and candidates are kept by the [`Report`](crate::Report).
///
/// ```
/// use gongkai::{Cell, Certainty, Status};
/// let cell = Cell::exact(52.into());
/// assert_eq!(cell.status(), Status::Value);
/// assert_eq!(cell.certainty(), Some(Certainty::Exact));
/// assert_eq!(cell.value(), Some(52.into()));
/// assert_eq!(Cell::BLANK.value(), None);
/// assert_eq!(Cell::MISSING.status(), Status::Missing);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(into = "super::wire::CellWire", try_from = "super::wire::CellWire"))]
pub struct Cell {
    mantissa: i64,
    span: Span,
    /// One more than the place in the report's details; 0: none.
    detail: u32,
    scale: u8,
    kind: Kind,
    unit: Option<Unit>,
    in_header: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    Value(Certainty),
    Blank,
    NotApplicable(Mark),
    Unreadable,
    Ambiguous,
    Missing,
}

/// No span: nothing is printed.
const NOWHERE: Span = Span::new(u32::MAX, u32::MAX);

impl Cell {
    /// A cell with nothing printed in it.
    pub const BLANK: Self = Self::of(Kind::Blank, NOWHERE);
    /// A cell whose row is not in the text.
    pub const MISSING: Self = Self::of(Kind::Missing, NOWHERE);

    const fn of(kind: Kind, span: Span) -> Self {
        Self { mantissa: 0, span, detail: 0, scale: 0, kind, unit: None, in_header: false }
    }

    /// A figure given by a program instead of a text: exact, without a span. Figures beyond 18 digits become unreadable.
    pub fn exact(value: Decimal) -> Self {
        let value = value.normalize();
        match (i64::try_from(value.mantissa()), u8::try_from(value.scale())) {
            (Ok(mantissa), Ok(scale)) => {
                Self { mantissa, scale, ..Self::of(Kind::Value(Certainty::Exact), NOWHERE) }
            }
            _ => Self::of(Kind::Unreadable, NOWHERE),
        }
    }

    /// A figure read at `span`, `mantissa` / 10^`scale`.
    pub(crate) const fn figure(mantissa: i64, scale: u8, certainty: Certainty, span: Span) -> Self {
        Self { mantissa, scale, ..Self::of(Kind::Value(certainty), span) }
    }

    pub(crate) const fn not_applicable(mark: Mark, span: Span) -> Self {
        Self::of(Kind::NotApplicable(mark), span)
    }

    pub(crate) const fn unreadable(span: Span) -> Self {
        Self::of(Kind::Unreadable, span)
    }

    /// Several readings; `None` where nothing printed belongs to this cell for certain.
    pub(crate) const fn ambiguous(span: Option<Span>) -> Self {
        match span {
            Some(span) => Self::of(Kind::Ambiguous, span),
            None => Self::of(Kind::Ambiguous, NOWHERE),
        }
    }

    /// The same cell with a unit of money; `in_header` when the column's header states it, not the cell.
    #[must_use]
    pub(crate) const fn with_unit(self, unit: Unit, in_header: bool) -> Self {
        Self { unit: Some(unit), in_header, ..self }
    }

    /// The same figure with one digit more at its end.
    pub(crate) fn with_digit(self, digit: u8) -> Option<Self> {
        let digit = i64::from(digit) * if self.mantissa < 0 { -1 } else { 1 };
        let mantissa = self.mantissa.checked_mul(10)?.checked_add(digit)?;
        Some(Self { mantissa, scale: self.scale + u8::from(self.scale > 0), ..self })
    }

    #[must_use]
    pub(crate) const fn with_certainty(self, certainty: Certainty) -> Self {
        Self { kind: Kind::Value(certainty), ..self }
    }

    /// The same cell at another place of the source.
    #[must_use]
    pub(crate) const fn with_span(self, span: Span) -> Self {
        Self { span, ..self }
    }

    #[must_use]
    pub(crate) const fn with_detail(self, detail: u32) -> Self {
        Self { detail, ..self }
    }

    pub(crate) const fn detail(self) -> u32 {
        self.detail
    }

    pub(crate) const fn unit_in_header(self) -> bool {
        self.in_header
    }

    /// What stands in the cell.
    pub const fn status(self) -> Status {
        match self.kind {
            Kind::Value(_) => Status::Value,
            Kind::Blank => Status::Blank,
            Kind::NotApplicable(_) => Status::NotApplicable,
            Kind::Unreadable => Status::Unreadable,
            Kind::Ambiguous => Status::Ambiguous,
            Kind::Missing => Status::Missing,
        }
    }

    /// How the figure was read; `None` unless the status is [`Status::Value`].
    pub const fn certainty(self) -> Option<Certainty> {
        match self.kind {
            Kind::Value(certainty) => Some(certainty),
            _ => None,
        }
    }

    /// The mark printed instead of a figure.
    pub const fn mark(self) -> Option<Mark> {
        match self.kind {
            Kind::NotApplicable(mark) => Some(mark),
            _ => None,
        }
    }

    /// The unit of an amount of money, from the cell or else from its column's header.
    pub const fn unit(self) -> Option<Unit> {
        self.unit
    }

    /// The figure as printed, before its unit is applied: `Some` for a value only.
    pub fn printed(self) -> Option<Decimal> {
        match self.kind {
            Kind::Value(_) => Decimal::try_from_i128_with_scale(self.mantissa.into(), self.scale.into()).ok(),
            _ => None,
        }
    }

    /// The figure: a count, or an amount in yuan. `None` unless the status is [`Status::Value`].
    #[inline]
    pub fn value(self) -> Option<Decimal> {
        self.number()
    }

    /// The same without a copy of the cell.
    #[inline]
    pub(crate) fn number(&self) -> Option<Decimal> {
        match self.count() {
            Some(count) => Some(count.into()),
            None => self.amount(),
        }
    }

    /// The value of a figure that is no whole number, or money.
    fn amount(&self) -> Option<Decimal> {
        let printed = self.printed()?;
        Some(match self.unit {
            Some(unit) => printed.checked_mul(Decimal::from(10_i64.pow(unit.exponent())))?.normalize(),
            None => printed.normalize(),
        })
    }

    /// The figure as a whole number, when it is one.
    pub const fn count(self) -> Option<i64> {
        match (self.kind, self.scale, self.unit) {
            (Kind::Value(_), 0, None) => Some(self.mantissa),
            _ => None,
        }
    }

    /// Whether it is the figure zero, in whatever unit.
    pub(crate) const fn is_zero(self) -> bool {
        matches!(self.kind, Kind::Value(_)) && self.mantissa == 0
    }

    /// Where it is printed, without the white space around; `None` for blank and missing cells.
    pub const fn span(self) -> Option<Span> {
        if self.span.start == NOWHERE.start { None } else { Some(self.span) }
    }
}

/// A possible reading of an ambiguous cell.
///
/// ```
/// use gongkai::{Candidate, Status};
/// // `1 23`, `12 3`, and others with blanks: 规章 has three figures, and nothing says where they end.
/// let text = "信息内容本年制发件数本年废止件数现行有效件数\n规章1234\n行政规范性文件321557\n";
/// let report = gongkai::parse_report(text)?.report;
/// let fact = report.facts().find(|fact| fact.status() == Status::Ambiguous).unwrap();
/// assert!(fact.candidates().contains(&Candidate::Value(1.into())));
/// assert!(fact.value().is_none());
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Candidate {
    /// Nothing is printed in the cell.
    Blank,
    /// This figure: a count, or an amount in yuan.
    Value(#[cfg_attr(feature = "schemars", schemars(with = "crate::schema::Figure"))] Decimal),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_stays_small() {
        assert!(size_of::<Cell>() <= 32, "{}", size_of::<Cell>());
    }

    #[test]
    fn money_is_given_in_yuan() {
        let cell = Cell::figure(197_883, 2, Certainty::Exact, Span::new(0, 1))
            .with_unit(Unit::TenThousandYuan, false);
        assert_eq!(cell.value().unwrap().to_string(), "19788300");
        assert_eq!(cell.printed().unwrap().to_string(), "1978.83");
    }
}
