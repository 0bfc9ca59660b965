//! What a claim is.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::subject::Subject;
use crate::Span;

/// What the prose of a report says about the figures of its tables, in the order of the text.
///
/// ```
/// use gongkai::{Edition, Report, narrative};
/// let claims = narrative::claims("全年共收到政府信息公开申请12件，办结12件。", &Report::new(Edition::E2021));
/// assert_eq!(claims.len(), 2);
/// assert_eq!(claims.iter().next().unwrap().count(), Some(12));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct Claims {
    claims: Vec<Claim>,
}

impl Claims {
    pub(super) const fn new(claims: Vec<Claim>) -> Self {
        Self { claims }
    }

    /// The claims, in the order of the text.
    pub fn iter(&self) -> core::slice::Iter<'_, Claim> {
        self.claims.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.claims.len()
    }

    /// Whether the prose claims nothing that could be placed.
    pub fn is_empty(&self) -> bool {
        self.claims.is_empty()
    }
}

impl<'a> IntoIterator for &'a Claims {
    type Item = &'a Claim;
    type IntoIter = core::slice::Iter<'a, Claim>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Claims {
    type Item = Claim;
    type IntoIter = alloc::vec::IntoIter<Claim>;

    fn into_iter(self) -> Self::IntoIter {
        self.claims.into_iter()
    }
}

/// One thing that the prose says of one figure, or of a sum of figures.
///
/// ```
/// use gongkai::narrative::{self, CarryOver, ClaimYear, Statement, Subject};
/// use gongkai::{Edition, Report};
/// let text = "2022年，全县共收到政府信息公开申请 12 件（含上年结转 2 件）。";
/// let claims = narrative::claims(text, &Report::new(Edition::E2021));
/// let claim = claims.iter().next().unwrap();
/// assert_eq!(claim.subject, Subject::Received);
/// assert_eq!(claim.statement, Statement::Count(12));
/// assert_eq!(claim.year, ClaimYear::Named(2022));
/// assert_eq!(claim.carry_over, CarryOver::Included);
/// assert_eq!(claim.span.slice(text), Some("收到政府信息公开申请 12 件"));
/// assert_eq!(claim.figure.unwrap().slice(text), Some("12"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Claim {
    /// What is counted.
    pub subject: Subject,
    /// How many there are said to be.
    pub statement: Statement,
    /// Whose year it is.
    pub year: ClaimYear,
    /// Whether requests carried over from the year before are said to be among them.
    pub carry_over: CarryOver,
    /// What part of a whole they are said to be: 占 49%.
    pub share: Option<Share>,
    /// The words that make the claim, from the first that says what is counted to the figure's unit.
    pub span: Span,
    /// The figure without its unit; `None` when the claim is made in words (未收到, 均已办结).
    pub figure: Option<Span>,
}

impl Claim {
    /// The number claimed: zero for 未收到 and the like, `None` for claims about all of something.
    pub const fn count(&self) -> Option<u64> {
        match self.statement {
            Statement::Count(count) => Some(count),
            Statement::None => Some(0),
            Statement::All => None,
        }
    }
}

/// How many there are said to be.
///
/// ```
/// use gongkai::narrative::{Statement, claims};
/// use gongkai::{Edition, Report};
/// let claims = claims("全年未收到政府信息公开申请。", &Report::new(Edition::E2021));
/// let claim = claims.iter().next().unwrap();
/// assert_eq!((claim.statement, claim.count()), (Statement::None, Some(0)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Statement {
    /// A number.
    Count(u64),
    /// None at all, in words: 未收到, 未发生.
    None,
    /// All of them, in words: 均已办结 (none is left over), 均获维持 (no other outcome).
    All,
}

/// Whose year a claim speaks of.
///
/// ```
/// use gongkai::narrative::{ClaimYear, claims};
/// use gongkai::{Edition, Report};
/// let claims = claims("2022年，共收到政府信息公开申请12件。", &Report::new(Edition::E2021));
/// assert_eq!(claims.iter().next().unwrap().year, ClaimYear::Named(2022));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum ClaimYear {
    /// No year is named near the claim.
    Unstated,
    /// 本年, 本年度, 全年: the year reported on.
    Reported,
    /// 上年, 去年.
    Previous,
    /// 2020年.
    Named(u16),
    /// 2020年全年, 本年度（2020年）: named and said to be the year reported on.
    NamedAsReported(u16),
}

/// Whether requests carried over from the year before are among those counted.
///
/// ```
/// use gongkai::narrative::{CarryOver, claims};
/// use gongkai::{Edition, Report};
/// let claims = claims("共收到政府信息公开申请12件（含上年结转2件）。", &Report::new(Edition::E2021));
/// assert_eq!(claims.iter().next().unwrap().carry_over, CarryOver::Included);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum CarryOver {
    /// The prose does not say.
    Unstated,
    /// 含上年结转.
    Included,
    /// 本年新收, or the requests carried over are counted by themselves.
    Excluded,
}

/// What part of a whole is claimed.
///
/// ```
/// use gongkai::narrative::{ShareBase, claims};
/// use gongkai::{Edition, Report};
/// let text = "共收到政府信息公开申请12件，其中自然人申请6件，占50%。";
/// let claims = claims(text, &Report::new(Edition::E2021));
/// let share = claims.iter().find_map(|claim| claim.share).unwrap();
/// assert_eq!((share.percent, share.base, share.approximate), (50.into(), ShareBase::Unstated, false));
/// assert_eq!(share.span.slice(text), Some("50"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Share {
    /// The percentage with the places printed: 49, 33.9.
    pub percent: Decimal,
    /// Of what.
    pub base: ShareBase,
    /// Whether it is said to be approximate: 约占.
    pub approximate: bool,
    /// The percentage in the text, without its sign.
    pub span: Span,
}

/// What a share is taken of.
///
/// ```
/// use gongkai::narrative::ShareBase;
/// assert_ne!(ShareBase::Received, ShareBase::Processed);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum ShareBase {
    /// The prose does not say: 占 49%, 占总数的 49%.
    Unstated,
    /// Of the requests received: 占全部申请的 49%.
    Received,
    /// Of the requests decided: 占办结总数的 49%.
    Processed,
    /// Of the reviews or court cases.
    Disputes,
}
