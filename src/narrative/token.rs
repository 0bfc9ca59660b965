//! Words of a folded line, each with its place in it.

use alloc::vec::Vec;
use core::ops::Range;

use nom::branch::alt;
use nom::bytes::complete::{tag, take_until, take_while_m_n, take_while1};
use nom::character::complete::{anychar, one_of};
use nom::combinator::{map, not, opt, peek, recognize, value};
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

use super::claim::ClaimYear;
use super::figure::{self, Figure};
use super::fold::{GAP, LINE};
use super::subject::{Applicants, Proceeding};
use super::words;
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
    /// 全市, 全县
    Whole,
    /// 我局, 本机关
    Own,
    Among,
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
    Filler,
    /// Other work that is counted too.
    Foreign,
    Figure(Figure),
    Unknown,
}

impl Kind {
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

/// A word and where it stands in the line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    start: u32,
    end: u32,
}

impl Token {
    pub(super) const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Cuts a line into words; characters that belong to none make unknown words.
pub(super) fn tokens(line: &str, into: &mut Vec<Token>) {
    into.clear();
    let mut rest = line;
    while !rest.is_empty() {
        let start = line.len() - rest.len();
        let at_start = into.last().is_none_or(|last| last.kind.is_break());
        let Ok((behind, kind)) = token(rest, at_start, figure_may_start(line, start)) else { return };
        let end = line.len() - behind.len();
        let (Ok(start), Ok(end)) = (u32::try_from(start), u32::try_from(end)) else { return };
        match into.last_mut() {
            Some(last) if kind == Kind::Unknown && last.kind == Kind::Unknown => last.end = end,
            _ => into.push(Token { kind, start, end }),
        }
        rest = behind;
    }
}

/// A figure does not begin inside an identifier or a range: `A3`, `1-6`, `3/5`.
fn figure_may_start(line: &str, at: usize) -> bool {
    let before = line.as_bytes().get(at.wrapping_sub(1)).copied().unwrap_or(b',');
    !(before.is_ascii_alphanumeric() || matches!(before, b'-' | b'/' | b'.' | b'_' | b'~'))
}

fn token(rest: &str, at_start: bool, figure_may_start: bool) -> IResult<&str, Kind> {
    let first = rest.as_bytes().first().copied().unwrap_or_default();
    if first.is_ascii_digit() {
        return if at_start {
            alt((ordinal, |rest| digits(rest, figure_may_start))).parse(rest)
        } else {
            digits(rest, figure_may_start)
        };
    }
    if first.is_ascii() {
        return alt((punctuation, value(Kind::Unknown, anychar))).parse(rest);
    }
    if at_start {
        if let Ok(found) = ordinal(rest) {
            return Ok(found);
        }
    }
    match rest.chars().next() {
        Some('。' | '、' | '《' | '第' | '！' | '？') => {
            alt((punctuation, title, article, value(Kind::Unknown, anychar))).parse(rest)
        }
        Some('结' | '顺' | '延' | '转') => {
            alt((carried_forward, word, value(Kind::Unknown, anychar))).parse(rest)
        }
        _ => word(rest).or_else(|_| value(Kind::Unknown, anychar).parse(rest)),
    }
}

fn word(rest: &str) -> IResult<&str, Kind> {
    match words::longest(rest).and_then(|(len, kind)| Some((rest.get(len..)?, kind))) {
        Some(found) => Ok(found),
        None => Err(nom::Err::Error(nom::error::Error::new(rest, nom::error::ErrorKind::Tag))),
    }
}

fn punctuation(rest: &str) -> IResult<&str, Kind> {
    alt((
        value(Kind::Comma, one_of(",:")),
        value(Kind::Semicolon, one_of(";")),
        value(Kind::Pause, tag("、")),
        value(Kind::Stop, one_of("。!?！？")),
        value(Kind::Open, one_of("([")),
        value(Kind::Close, one_of(")]")),
        value(Kind::Line, one_of([LINE].as_slice())),
    ))
    .parse(rest)
}

/// The number of a list: `1.`, `2、`, `三、`.
fn ordinal(rest: &str) -> IResult<&str, Kind> {
    let number = alt((
        take_while_m_n(1, 2, |c: char| c.is_ascii_digit()),
        take_while_m_n(1, 2, |c: char| "一二三四五六七八九十".contains(c)),
    ));
    let mark = alt((tag("、"), terminated(tag("."), peek(not(one_of("0123456789"))))));
    value(Kind::Filler, (number, mark)).parse(rest)
}

/// What stands in 《》 names a document, whatever it says.
fn title(rest: &str) -> IResult<&str, Kind> {
    value(Kind::Unknown, delimited(tag("《"), take_until("》"), tag("》"))).parse(rest)
}

/// 第36条: no figure of something.
fn article(rest: &str) -> IResult<&str, Kind> {
    value(Kind::Unknown, preceded(tag("第"), take_while1(|c: char| c.is_ascii_digit()))).parse(rest)
}

fn digits(rest: &str, may_start: bool) -> IResult<&str, Kind> {
    if !may_start {
        let number = take_while1(|c: char| c.is_ascii_digit() || c == '.' || c == GAP);
        return value(Kind::Unknown, number).parse(rest);
    }
    alt((carried_from, map(figure::period, Kind::from), map(figure::figure, Kind::Figure))).parse(rest)
}

impl From<figure::Period> for Kind {
    fn from(period: figure::Period) -> Self {
        match period {
            figure::Period::Year(year) => Self::Year(ClaimYear::Named(year)),
            figure::Period::Part => Self::Part,
        }
    }
}

/// 2020年结转, where no later year follows.
fn carried_from(rest: &str) -> IResult<&str, Kind> {
    let forward = alt((tag("到"), tag("至"), tag("入"), tag("下"), tag("次"), tag("明"), tag("2")));
    map(terminated(figure::year, (tag("结转"), not(forward))), Kind::CarriedFrom).parse(rest)
}

/// 结转下年度继续办理, 顺延到下年度答复, 结转至2021年.
fn carried_forward(rest: &str) -> IResult<&str, Kind> {
    let verb = alt((tag("结转"), tag("顺延"), tag("延续"), tag("转入"), tag("转")));
    let to = opt(alt((tag("到"), tag("至"), tag("入"), tag("为"), tag("于"))));
    let next = alt((
        tag("下一年度"),
        tag("下一年"),
        tag("下年度"),
        tag("下年"),
        tag("次年度"),
        tag("次年"),
        tag("明年"),
    ));
    let work = opt((opt(tag("继续")), alt((tag("办理"), tag("答复"), tag("处理"), tag("办结"), tag("办")))));
    let year = alt((value(Kind::CarriedForward, next), map(figure::year, Kind::CarriedTo)));
    delimited(recognize((verb, to)), year, work).parse(rest)
}
