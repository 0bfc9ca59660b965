//! The form in which cells are serialised: names for tags, figures as decimal text, each cell's details by themselves.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::cell::{Candidate, Cell};
use super::details::Details;
use super::status::{Certainty, Mark, Status, Unit};
use crate::Span;

/// A cell as other programs see it. `printed` is the figure before its unit is applied.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub(crate) struct CellWire {
    status: Status,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<crate::schema::Figure>"))]
    printed: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    certainty: Option<Certainty>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mark: Option<Mark>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unit: Option<Unit>,
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    unit_in_header: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    span: Option<Span>,
    /// One more than the place in the report's `details`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    detail: Option<u32>,
}

impl From<Cell> for CellWire {
    fn from(cell: Cell) -> Self {
        Self {
            status: cell.status(),
            printed: cell.printed().map(|value| value.to_string()),
            certainty: cell.certainty(),
            mark: cell.mark(),
            unit: cell.unit(),
            unit_in_header: cell.unit_in_header(),
            span: cell.span(),
            detail: (cell.detail() > 0).then_some(cell.detail()),
        }
    }
}

impl TryFrom<CellWire> for Cell {
    type Error = &'static str;

    fn try_from(wire: CellWire) -> Result<Self, &'static str> {
        let span = wire.span;
        if span.is_some_and(|span| span.start > span.end || span.end == u32::MAX) {
            return Err("a span that is no place of a text");
        }
        let mut cell = match wire.status {
            Status::Value => {
                let printed = wire.printed.ok_or("a value without its figure")?;
                let printed = Decimal::from_str_exact(&printed).map_err(|_| "not a decimal figure")?;
                let mantissa = i64::try_from(printed.mantissa()).map_err(|_| "figure out of range")?;
                let scale = u8::try_from(printed.scale()).map_err(|_| "figure out of range")?;
                let certainty = wire.certainty.ok_or("a value without its certainty")?;
                match span {
                    Some(span) => Self::figure(mantissa, scale, certainty, span),
                    None => Self::exact(printed).with_certainty(certainty),
                }
            }
            Status::Blank => Self::BLANK,
            Status::Missing => Self::MISSING,
            Status::NotApplicable => Self::not_applicable(
                wire.mark.ok_or("not applicable without its mark")?,
                span.ok_or("a mark without its span")?,
            ),
            Status::Unreadable => Self::unreadable(span.ok_or("unreadable without its span")?),
            Status::Ambiguous => Self::ambiguous(span),
        };
        if let Some(unit) = wire.unit {
            cell = cell.with_unit(unit, wire.unit_in_header);
        }
        Ok(cell.with_detail(wire.detail.unwrap_or(0)))
    }
}

/// What few cells have.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub(crate) struct Detail {
    note: Option<String>,
    candidates: Vec<Candidate>,
}

impl From<Details> for Vec<Detail> {
    fn from(details: Details) -> Self {
        let detail = |detail| Detail {
            note: details.note(detail).map(Into::into),
            candidates: details.candidates(detail).to_vec(),
        };
        (1..=details.count()).map(detail).collect()
    }
}

impl From<Vec<Detail>> for Details {
    fn from(wire: Vec<Detail>) -> Self {
        let mut details = Self::default();
        for Detail { note, candidates } in wire {
            details.push(note.as_deref().unwrap_or(""), candidates);
        }
        details
    }
}
