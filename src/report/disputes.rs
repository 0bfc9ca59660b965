//! Table four as typed values.

use alloc::vec::Vec;

use super::cell::Cell;
use super::tables::{AdditionalRow, TableSource};
use crate::template::{Edition, Group, Outcome};

/// Table four: 政府信息公开行政复议、行政诉讼情况, how reconsiderations and court cases against the organ's disclosure ended.
///
/// Counts of cases (件), five ([`Outcome`]) for each of three [`Group`]s, the same in the forms of 2019
/// (国办公开办函〔2019〕60号) and 2021 (国办公开办函〔2021〕30号).
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
        *self.cell(outcome)
    }

    pub(crate) const fn cell(&self, outcome: Outcome) -> &Cell {
        match outcome {
            Outcome::Upheld => &self.upheld,
            Outcome::Corrected => &self.corrected,
            Outcome::Other => &self.other,
            Outcome::Pending => &self.pending,
            Outcome::Total => &self.total,
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
