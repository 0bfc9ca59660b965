//! The typed result: a report, its sections and its three tables.

mod cell;
mod details;
mod disputes;
mod facts;
mod frame;
mod proactive;
mod requests;
mod status;
mod tables;
#[cfg(feature = "serde")]
mod wire;

use alloc::vec::Vec;

pub use cell::{Candidate, Cell};
use details::Details;
pub use disputes::{DisputeGroup, Disputes};
pub use facts::{Fact, plain};
pub use frame::{Agency, Date, Period, Section, SectionKind, Signature, Title};
pub use proactive::Proactive;
pub use requests::Requests;
pub use status::{Certainty, Mark, Status, Unit};
pub use tables::{AdditionalRow, PrintedRow, TableSource};

use crate::Span;
use crate::template::{Edition, FactPath, TableKind};

/// An annual report: what its frame says and every figure of its three tables.
///
/// ```
/// use gongkai::{Column, Row, Status};
/// let text = "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3\n";
/// let report = gongkai::parse_report(text)?.report;
/// let cell = report.requests.get(Row::Received, Column::Total).unwrap();
/// assert_eq!(cell.count(), Some(3));
/// assert_eq!(report.requests.get(Row::Granted, Column::Total).unwrap().status(), Status::Missing);
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Report {
    /// The title, when the text has one.
    pub title: Option<Title>,
    /// The organ that reports, as the title names it.
    pub agency: Option<Agency>,
    /// The year reported on, as the title or else the period gives it.
    pub year: Option<u16>,
    /// The period of the figures, as the introduction states it.
    pub period: Option<Period>,
    /// The sections found, in the order of the text.
    pub sections: Vec<Section>,
    /// Table two.
    pub proactive: Proactive,
    /// Table three.
    pub requests: Requests,
    /// Table four.
    pub disputes: Disputes,
    /// Who signed and when.
    pub signature: Option<Signature>,
    /// Notes and candidates of cells; ask [`Report::note`] and [`Report::candidates`].
    #[cfg_attr(feature = "schemars", schemars(with = "Vec<wire::Detail>"))]
    details: Details,
}

impl Report {
    /// A report with every figure missing.
    ///
    /// ```
    /// use gongkai::{Edition, Report, TableKind};
    /// let report = Report::new(Edition::E2019);
    /// assert_eq!(report.edition(TableKind::Proactive), Edition::E2019);
    /// assert_eq!(report.source(TableKind::Proactive), None);
    /// ```
    pub fn new(edition: Edition) -> Self {
        Self {
            title: None,
            agency: None,
            year: None,
            period: None,
            sections: Vec::new(),
            proactive: Proactive::new(edition),
            requests: Requests::new(edition),
            disputes: Disputes::new(edition),
            signature: None,
            details: Details::default(),
        }
    }

    /// The cell of a fact; `None` when the table's edition does not have it.
    ///
    /// ```
    /// use gongkai::{Edition, Report, Status};
    /// let report = Report::new(Edition::E2021);
    /// assert_eq!(report.get("requests.granted.total".parse()?).unwrap().status(), Status::Missing);
    /// // The form since 2021 divides this row in three.
    /// assert_eq!(report.get("requests.other.total".parse()?), None);
    /// # Ok::<(), gongkai::ParsePathError>(())
    /// ```
    pub fn get(&self, path: FactPath) -> Option<Cell> {
        self.cell(path).copied()
    }

    #[inline]
    pub(crate) fn cell(&self, path: FactPath) -> Option<&Cell> {
        match path {
            FactPath::Proactive(item, measure) => self.proactive.cell(item, measure),
            FactPath::Requests(row, column) => self.requests.cell(row, column),
            FactPath::Disputes(group, outcome) => Some(self.disputes.group(group).cell(outcome)),
        }
    }

    /// Puts a cell in its place; `false` when the table's edition does not have it.
    ///
    /// ```
    /// use gongkai::{Cell, Edition, Report};
    /// let mut report = Report::new(Edition::E2021);
    /// assert!(report.set("requests.granted.total".parse()?, Cell::exact(3.into())));
    /// assert!(!report.set("requests.other.total".parse()?, Cell::exact(3.into())));
    /// # Ok::<(), gongkai::ParsePathError>(())
    /// ```
    pub fn set(&mut self, path: FactPath, cell: Cell) -> bool {
        let place = match path {
            FactPath::Proactive(item, measure) => self.proactive.get_mut(item, measure),
            FactPath::Requests(row, column) => self.requests.get_mut(row, column),
            FactPath::Disputes(group, outcome) => Some(self.disputes.group_mut(group).get_mut(outcome)),
        };
        place.map(|place| *place = cell).is_some()
    }

    /// The edition that a table follows.
    pub const fn edition(&self, table: TableKind) -> Edition {
        match table {
            TableKind::Proactive => self.proactive.edition,
            TableKind::Requests => self.requests.edition,
            TableKind::Disputes => self.disputes.edition,
        }
    }

    /// Where a table was found and how it is laid out; `None` when the text has no such table.
    pub const fn source(&self, table: TableKind) -> Option<&TableSource> {
        match table {
            TableKind::Proactive => self.proactive.source.as_ref(),
            TableKind::Requests => self.requests.source.as_ref(),
            TableKind::Disputes => self.disputes.source.as_ref(),
        }
    }

    pub(crate) fn set_source(&mut self, table: TableKind, source: TableSource) {
        *match table {
            TableKind::Proactive => &mut self.proactive.source,
            TableKind::Requests => &mut self.requests.source,
            TableKind::Disputes => &mut self.disputes.source,
        } = Some(source);
    }

    /// How many rows outside the form the tables have.
    pub(crate) fn additional_rows(&self) -> usize {
        self.proactive.additional.len() + self.requests.additional.len() + self.disputes.additional.len()
    }

    /// The possible readings of an ambiguous cell, most plausible first; empty for other cells.
    pub fn candidates(&self, cell: Cell) -> &[Candidate] {
        self.details.candidates(cell.detail())
    }

    /// The note printed behind a figure, without its brackets: 公共服务事项 in `277（公共服务事项）`.
    ///
    /// ```
    /// let text = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1\t0\t11（含修订2件）\n";
    /// let report = gongkai::parse_report(text)?.report;
    /// let fact = report.facts().find(|fact| fact.note().is_some()).unwrap();
    /// assert_eq!((fact.value(), report.note(fact.cell())), (Some(11.into()), Some("含修订2件")));
    /// assert!(report.candidates(fact.cell()).is_empty());
    /// # Ok::<(), gongkai::Error>(())
    /// ```
    pub fn note(&self, cell: Cell) -> Option<&str> {
        self.details.note(cell.detail())
    }

    /// A figure with its note.
    pub(crate) fn with_note(&mut self, cell: Cell, note: &str) -> Cell {
        cell.with_detail(self.details.push(note, []))
    }

    /// A cell with several readings at `span`, the most plausible first.
    pub(crate) fn ambiguous(
        &mut self,
        candidates: impl IntoIterator<Item = Candidate>,
        span: Option<Span>,
    ) -> Cell {
        Cell::ambiguous(span).with_detail(self.details.push("", candidates))
    }
}
