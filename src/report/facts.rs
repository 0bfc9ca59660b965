//! Every figure of a report, one by one.

use alloc::string::String;

use rust_decimal::Decimal;

use super::{Candidate, Cell, Certainty, Report, Status};
use crate::Span;
use crate::template::{FactPath, TableKind};

/// One figure of a report with its name: a cell and its place in the form.
///
/// ```
/// let text = "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3\n";
/// let report = gongkai::parse_report(text)?.report;
/// let fact = report.facts().find(|fact| fact.path().to_string() == "requests.received.total").unwrap();
/// assert_eq!(fact.value(), Some(3.into()));
/// assert_eq!(fact.span().unwrap().slice(text), Some("3"));
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Fact<'a> {
    path: FactPath,
    cell: Cell,
    report: &'a Report,
}

impl<'a> Fact<'a> {
    /// The figure's stable name.
    pub const fn path(self) -> FactPath {
        self.path
    }

    /// The cell.
    pub const fn cell(self) -> Cell {
        self.cell
    }

    /// What stands in the cell.
    pub const fn status(self) -> Status {
        self.cell.status()
    }

    /// How the figure was read.
    pub const fn certainty(self) -> Option<Certainty> {
        self.cell.certainty()
    }

    /// The figure: a count, or an amount in yuan.
    pub fn value(self) -> Option<Decimal> {
        self.cell.value()
    }

    /// Where it is printed.
    pub const fn span(self) -> Option<Span> {
        self.cell.span()
    }

    /// The possible readings of an ambiguous cell, most plausible first.
    pub fn candidates(self) -> &'a [Candidate] {
        self.report.candidates(self.cell)
    }

    /// The note printed behind the figure.
    pub fn note(self) -> Option<&'a str> {
        self.report.note(self.cell)
    }
}

impl Report {
    /// Every figure of the editions that the tables follow, in table order, missing ones included.
    ///
    /// ```
    /// let report = gongkai::Report::new(gongkai::Edition::E2021);
    /// assert_eq!(report.facts().count(), 200);
    /// assert!(report.facts().all(|fact| fact.status() == gongkai::Status::Missing));
    /// ```
    pub fn facts(&self) -> impl Iterator<Item = Fact<'_>> {
        let proactive = FactPath::proactive(self.edition(TableKind::Proactive));
        let requests = FactPath::requests(self.edition(TableKind::Requests));
        proactive.chain(requests).chain(FactPath::disputes()).map(|path| Fact {
            path,
            cell: self.get(path).unwrap_or(Cell::MISSING),
            report: self,
        })
    }
}

/// A figure as plain decimal text: no exponent, no plus sign, no trailing zeros of a fraction.
///
/// ```
/// assert_eq!(gongkai::plain("1978.830".parse()?), "1978.83");
/// # Ok::<(), rust_decimal::Error>(())
/// ```
pub fn plain(value: Decimal) -> String {
    alloc::format!("{}", value.normalize())
}
