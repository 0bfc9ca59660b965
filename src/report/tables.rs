//! What the three tables have in common.

use alloc::string::String;
use alloc::vec::Vec;

use super::cell::Cell;
use crate::Span;
use crate::layout::Layout;
use crate::template::{Row, TableKind};

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
