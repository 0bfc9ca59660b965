//! What words mean for a claim.

use super::claim::ClaimYear;
use super::figure::{Figure, Period};
use super::subject::{Applicants, Proceeding};
use crate::template::{Outcome, ResultGroup, Row};

/// What a word means for a claim.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    /// `，` `：`
    Comma,
    /// `、`
    Pause,
    /// `；`
    Semicolon,
    /// `。`
    Stop,
    Open,
    Close,
    /// Behind a heading.
    Line,
    Year(ClaimYear),
    /// Less than a year, or more.
    Part,
    /// 累计: since when is said elsewhere.
    Cumulative,
    /// 比上年, 增加3件: from here to the end of the clause figures say what has changed.
    Compared,
    /// 全市, 全县: all of a place, with the character of its kind.
    Whole(char),
    /// 我局, 本机关
    Own,
    Among,
    /// 中 at the end of a clause: 上年结转的申请中
    Within,
    /// 在
    At,
    Contain,
    And,
    All,
    /// 均已, 均获
    AllDone,
    Each,
    Not,
    Without,
    Receive,
    ReceiveNew,
    Process,
    Handle,
    Decide,
    CarriedOver,
    CarriedForward,
    /// 2020年结转
    CarriedFrom(u16),
    /// 结转2021年
    CarriedTo(u16),
    Results(ResultGroup),
    Result(Row),
    Applicants(Applicants),
    /// 政府信息公开申请, 依申请公开: the requests themselves.
    Requests,
    /// 申请: requests of some kind.
    Asking,
    /// 政府信息公开 without 申请
    Disclosure,
    Proceeding(Proceeding),
    Ruling(Outcome),
    /// An outcome that the form files under one of its four.
    OtherRuling,
    Happen,
    Share,
    ShareAbout,
    About,
    Of,
    /// 共计, 合计
    Sum,
    Filler,
    /// Other work that is counted too.
    Foreign,
    Figure(Figure),
    Unknown,
}

impl Kind {
    /// Whether a word behind this one is part of it.
    pub(super) fn takes_in(self, behind: Self) -> bool {
        match self {
            Self::Unknown => behind == Self::Unknown,
            Self::Compared => !behind.is_break(),
            _ => false,
        }
    }

    /// Whether a clause ends here whatever stands before.
    pub(super) const fn is_break(self) -> bool {
        matches!(self, Self::Comma | Self::Semicolon | Self::Stop | Self::Open | Self::Close | Self::Line)
    }

    /// Whether what is said of a figure before it ends before this word.
    pub(super) const fn begins_anew(self) -> bool {
        matches!(
            self,
            Self::Pause
                | Self::Figure(_)
                | Self::Share
                | Self::ShareAbout
                | Self::All
                | Self::AllDone
                | Self::Not
                | Self::Without
                | Self::Sum
                | Self::Among
                | Self::Contain
                | Self::Year(_)
                | Self::Part
                | Self::Happen
                | Self::Receive
                | Self::ReceiveNew
                | Self::Process
                | Self::Handle
                | Self::CarriedOver
                | Self::CarriedForward
                | Self::CarriedFrom(_)
                | Self::CarriedTo(_)
                | Self::Results(_)
                | Self::Result(_)
                | Self::Ruling(_)
                | Self::OtherRuling
        )
    }
}

impl From<Period> for Kind {
    fn from(period: Period) -> Self {
        match period {
            Period::Year(year) => Self::Year(ClaimYear::Named(year)),
            Period::Part => Self::Part,
        }
    }
}
