//! What a claim is about.

use alloc::vec::Vec;

use crate::template::{Column, Edition, FactPath, Group, Outcome, ResultGroup, Row};

/// What a claim counts.
///
/// ```
/// use gongkai::narrative::{Subject, claims};
/// use gongkai::{Edition, Report};
/// let claims = claims("全年共收到政府信息公开申请12件，办结12件。", &Report::new(Edition::E2021));
/// let subjects: Vec<Subject> = claims.iter().map(|claim| claim.subject).collect();
/// assert_eq!(subjects, [Subject::Received, Subject::Processed]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Subject {
    /// Requests received: 收到, 受理, 新收.
    Received,
    /// Requests carried over from the year before: 上年结转.
    CarriedOver,
    /// Requests carried forward into the next year: 结转下年度, 顺延到下年度.
    CarriedForward,
    /// Requests decided: 办结, 答复.
    Processed,
    /// Decisions of one heading of the results: 予以公开, 不予公开, ….
    Results(ResultGroup),
    /// Decisions of one row of the results: 属于国家秘密, 重复申请, ….
    Result(Row),
    /// Requests received by who made them: 公民, 法人或其他组织.
    Applicants(Applicants),
    /// Reviews and court cases: 行政复议, 行政诉讼, with their outcome or in total.
    Disputes(Proceeding, Outcome),
}

impl Subject {
    /// The figures of the tables whose sum the claim speaks of.
    ///
    /// ```
    /// use gongkai::narrative::{Proceeding, Subject};
    /// use gongkai::{Edition, Outcome};
    /// let subject = Subject::Disputes(Proceeding::Litigation, Outcome::Total);
    /// let paths: Vec<String> = subject.facts(Edition::E2021).iter().map(ToString::to_string).collect();
    /// assert_eq!(
    ///     paths,
    ///     ["disputes.litigation_direct.total", "disputes.litigation_after_reconsideration.total"]
    /// );
    /// ```
    pub fn facts(self, edition: Edition) -> Vec<FactPath> {
        let row = |row| alloc::vec![FactPath::Requests(row, Column::Total)];
        match self {
            Self::Received => row(Row::Received),
            Self::CarriedOver => row(Row::CarriedOver),
            Self::CarriedForward => row(Row::CarriedForward),
            Self::Processed => row(Row::Total),
            Self::Result(of) => row(of),
            Self::Results(group) => Row::of(edition)
                .filter(|row| row.group() == Some(group))
                .map(|row| FactPath::Requests(row, Column::Total))
                .collect(),
            Self::Applicants(applicants) => {
                let columns = applicants.columns().iter();
                columns.map(|&column| FactPath::Requests(Row::Received, column)).collect()
            }
            Self::Disputes(proceeding, outcome) => {
                let groups = proceeding.groups().iter();
                groups.map(|&group| FactPath::Disputes(group, outcome)).collect()
            }
        }
    }
}

/// Who made the requests.
///
/// ```
/// use gongkai::Column;
/// use gongkai::narrative::Applicants;
/// assert_eq!(Applicants::NaturalPersons.columns(), [Column::NaturalPerson]);
/// assert_eq!(Applicants::Organisations.columns().len(), 5);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Applicants {
    /// 公民, 自然人
    NaturalPersons,
    /// 法人或其他组织
    Organisations,
}

impl Applicants {
    /// The columns of the requests table that are summed.
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::NaturalPersons => &[Column::NaturalPerson],
            Self::Organisations => &[
                Column::Business,
                Column::Research,
                Column::PublicInterest,
                Column::LegalService,
                Column::OtherOrg,
            ],
        }
    }
}

/// A kind of dispute as prose tells them apart: it often counts court cases of both ways together.
///
/// ```
/// use gongkai::Group;
/// use gongkai::narrative::Proceeding;
/// let both = [Group::LitigationDirect, Group::LitigationAfterReconsideration];
/// assert_eq!(Proceeding::Litigation.groups(), both);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Proceeding {
    /// 行政复议
    Reconsideration,
    /// 行政诉讼, both ways
    Litigation,
    /// 未经复议直接起诉
    LitigationDirect,
    /// 复议后起诉
    LitigationAfterReconsideration,
}

impl Proceeding {
    /// The groups of table four that are summed.
    pub const fn groups(self) -> &'static [Group] {
        match self {
            Self::Reconsideration => &[Group::Reconsideration],
            Self::Litigation => &[Group::LitigationDirect, Group::LitigationAfterReconsideration],
            Self::LitigationDirect => &[Group::LitigationDirect],
            Self::LitigationAfterReconsideration => &[Group::LitigationAfterReconsideration],
        }
    }
}
