//! The three tables as typed values.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::cell::Cell;
use super::status::Unit;
use crate::Span;
use crate::layout::Layout;
use crate::template::{Column, Edition, FactPath, Group, Item, Measure, Outcome, Row, TableKind};

/// Where a table was found.
///
/// ```
/// let text = "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3\n";
/// let report = gongkai::parse_report(text)?.report;
/// let source = report.source(gongkai::TableKind::Requests).unwrap();
/// assert!(source.span.slice(text).unwrap().ends_with("\t3"));
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TableSource {
    /// How the text lays the table out.
    pub layout: Layout,
    /// From its first label to its last figure.
    pub span: Span,
}

/// A row outside the form, kept as it stands.
///
/// ```
/// let text = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1\t0\t11\n指南\t2\t0\t2\n";
/// let report = gongkai::parse_report(text)?.report;
/// let row = &report.proactive.additional[0];
/// assert_eq!((row.label.as_str(), row.cells.len()), ("指南", 3));
/// assert_eq!(row.cells[0].count(), Some(2));
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct AdditionalRow {
    /// The table it stands in.
    pub table: TableKind,
    /// The label as printed, white space removed.
    pub label: String,
    /// The whole row.
    pub span: Span,
    /// Its cells in the order of the text, whatever their columns.
    pub cells: Vec<Cell>,
}

/// A row of the form as it came in the text.
///
/// ```
/// let text = "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3\n";
/// let report = gongkai::parse_report(text)?.report;
/// let row = report.requests.printed[0];
/// assert_eq!(row.row, gongkai::Row::Received);
/// assert_eq!(row.label.slice(text), Some("本年新收政府信息公开申请数量"));
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PrintedRow {
    /// Which row its label says it is.
    pub row: Row,
    /// Where the label stands.
    pub label: Span,
}

/// Table two: 主动公开政府信息情况.
///
/// ```
/// use gongkai::{Item, Measure};
/// let text = &std::fs::read_to_string("examples/sample-report.txt").unwrap();
/// let table = gongkai::parse_report(text)?.report.proactive;
/// assert_eq!(table.get(Item::AdministrativePenalty, Measure::Decisions).unwrap().count(), Some(412));
/// // A column of the form of 2019.
/// assert_eq!(table.get(Item::AdministrativePenalty, Measure::PriorItems), None);
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Proactive {
    /// The form it follows.
    pub edition: Edition,
    /// Where it was found; `None` when the text does not have it.
    pub source: Option<TableSource>,
    /// The unit of money that the header states (单位：万元).
    pub header_unit: Option<Unit>,
    /// Rows outside the form.
    pub additional: Vec<AdditionalRow>,
    /// Cells in the order of `FactPath`s of the edition.
    cells: Vec<Cell>,
}

/// Table three: 收到和处理政府信息公开申请情况.
///
/// ```
/// use gongkai::{Column, Row};
/// let text = &std::fs::read_to_string("examples/sample-report.txt").unwrap();
/// let table = gongkai::parse_report(text)?.report.requests;
/// assert_eq!(table.get(Row::Received, Column::NaturalPerson).unwrap().count(), Some(39));
/// assert_eq!(table.printed.len(), 25);
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Requests {
    /// The form it follows.
    pub edition: Edition,
    /// Where it was found; `None` when the text does not have it.
    pub source: Option<TableSource>,
    /// The rows of the form in the order in which the text prints them, repeated ones included.
    pub printed: Vec<PrintedRow>,
    /// Rows outside the form.
    pub additional: Vec<AdditionalRow>,
    /// Cells row by row, seven a row.
    cells: Vec<Cell>,
}

/// Table four: 政府信息公开行政复议、行政诉讼情况.
///
/// ```
/// use gongkai::{Group, Outcome};
/// let text = &std::fs::read_to_string("examples/sample-report.txt").unwrap();
/// let table = gongkai::parse_report(text)?.report.disputes;
/// assert_eq!(table.reconsideration.total.count(), Some(2));
/// assert_eq!(table.group(Group::Reconsideration).get(Outcome::Total), table.reconsideration.total);
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Disputes {
    /// The form it follows; both editions print the same row.
    pub edition: Edition,
    /// Where it was found; `None` when the text does not have it.
    pub source: Option<TableSource>,
    /// 行政复议
    pub reconsideration: DisputeGroup,
    /// 行政诉讼：未经复议直接起诉
    pub litigation_direct: DisputeGroup,
    /// 行政诉讼：复议后起诉
    pub litigation_after_reconsideration: DisputeGroup,
    /// Rows outside the form.
    pub additional: Vec<AdditionalRow>,
}

/// Five figures of table four.
///
/// ```
/// let text = &std::fs::read_to_string("examples/sample-report.txt").unwrap();
/// let group = gongkai::parse_report(text)?.report.disputes.reconsideration;
/// assert_eq!((group.upheld.count(), group.pending.count()), (Some(1), Some(1)));
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DisputeGroup {
    /// 结果维持
    pub upheld: Cell,
    /// 结果纠正
    pub corrected: Cell,
    /// 其他结果
    pub other: Cell,
    /// 尚未审结
    pub pending: Cell,
    /// 总计
    pub total: Cell,
}

impl Proactive {
    pub(crate) fn new(edition: Edition) -> Self {
        let cells = vec![Cell::MISSING; FactPath::proactive(edition).count()];
        Self { edition, source: None, header_unit: None, additional: Vec::new(), cells }
    }

    fn place(&self, item: Item, measure: Measure) -> Option<usize> {
        let column = item.measures(self.edition).iter().position(|&m| m == measure)?;
        Some(item.range(self.edition).start + column)
    }

    /// The cell of a row and column; `None` when the edition does not have it.
    pub fn get(&self, item: Item, measure: Measure) -> Option<Cell> {
        self.cells.get(self.place(item, measure)?).copied()
    }

    pub(crate) fn get_mut(&mut self, item: Item, measure: Measure) -> Option<&mut Cell> {
        let place = self.place(item, measure)?;
        self.cells.get_mut(place)
    }
}

impl Proactive {
    /// The cells of the edition in order.
    pub(crate) fn cells(&self) -> &[Cell] {
        &self.cells
    }
}

impl Requests {
    pub(crate) fn new(edition: Edition) -> Self {
        let cells = vec![Cell::MISSING; FactPath::requests(edition).count()];
        Self { edition, source: None, printed: Vec::new(), additional: Vec::new(), cells }
    }

    fn place(&self, row: Row, column: Column) -> Option<usize> {
        Some(row.index(self.edition)? * Column::ALL.len() + column as usize)
    }

    /// The cell of a row and column; `None` when the edition does not have the row.
    pub fn get(&self, row: Row, column: Column) -> Option<Cell> {
        self.cell(row, column).copied()
    }

    pub(crate) fn cell(&self, row: Row, column: Column) -> Option<&Cell> {
        self.cells.get(self.place(row, column)?)
    }

    pub(crate) fn get_mut(&mut self, row: Row, column: Column) -> Option<&mut Cell> {
        let place = self.place(row, column)?;
        self.cells.get_mut(place)
    }

    /// Puts a cell in its place by the number of its row in the edition.
    #[inline]
    pub(crate) fn put(&mut self, row: usize, column: usize, cell: Cell) {
        if let Some(place) = self.cells.get_mut(row * Column::ALL.len() + column) {
            *place = cell;
        }
    }

    /// The rows of the edition in order, seven cells each.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &[Cell]> {
        self.cells.chunks(Column::ALL.len())
    }
}

impl Disputes {
    pub(crate) const fn new(edition: Edition) -> Self {
        Self {
            edition,
            source: None,
            reconsideration: DisputeGroup::MISSING,
            litigation_direct: DisputeGroup::MISSING,
            litigation_after_reconsideration: DisputeGroup::MISSING,
            additional: Vec::new(),
        }
    }

    /// The five figures of a group.
    pub const fn group(&self, group: Group) -> &DisputeGroup {
        match group {
            Group::Reconsideration => &self.reconsideration,
            Group::LitigationDirect => &self.litigation_direct,
            Group::LitigationAfterReconsideration => &self.litigation_after_reconsideration,
        }
    }

    pub(crate) const fn group_mut(&mut self, group: Group) -> &mut DisputeGroup {
        match group {
            Group::Reconsideration => &mut self.reconsideration,
            Group::LitigationDirect => &mut self.litigation_direct,
            Group::LitigationAfterReconsideration => &mut self.litigation_after_reconsideration,
        }
    }
}

impl DisputeGroup {
    const MISSING: Self = Self {
        upheld: Cell::MISSING,
        corrected: Cell::MISSING,
        other: Cell::MISSING,
        pending: Cell::MISSING,
        total: Cell::MISSING,
    };

    /// The cells in order.
    pub(crate) const fn cells(&self) -> [&Cell; 5] {
        [&self.upheld, &self.corrected, &self.other, &self.pending, &self.total]
    }

    /// The cell of a column.
    pub const fn get(&self, outcome: Outcome) -> Cell {
        match outcome {
            Outcome::Upheld => self.upheld,
            Outcome::Corrected => self.corrected,
            Outcome::Other => self.other,
            Outcome::Pending => self.pending,
            Outcome::Total => self.total,
        }
    }

    pub(crate) const fn get_mut(&mut self, outcome: Outcome) -> &mut Cell {
        match outcome {
            Outcome::Upheld => &mut self.upheld,
            Outcome::Corrected => &mut self.corrected,
            Outcome::Other => &mut self.other,
            Outcome::Pending => &mut self.pending,
            Outcome::Total => &mut self.total,
        }
    }
}
