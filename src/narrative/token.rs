//! Words of a folded line, each with its place in it.

use alloc::vec::Vec;
use core::ops::Range;

use nom::branch::alt;
use nom::bytes::complete::{tag, take_until, take_while_m_n, take_while1};
use nom::character::complete::{anychar, one_of};
use nom::combinator::{map, not, opt, peek, recognize, value};
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

use super::figure;
use super::fold::{GAP, LINE};
use super::kind::Kind;
use super::lookup;

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

/// Cuts a line into words; characters that belong to none make unknown words, a comparison takes in all that is compared.
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
            Some(last) if last.kind.takes_in(kind) => last.end = end,
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
        Some('中') => alt((within, word, value(Kind::Unknown, anychar))).parse(rest),
        Some('二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '一') => {
            alt((map(figure::spelled, Kind::Figure), word, value(Kind::Unknown, anychar))).parse(rest)
        }
        Some('全') => alt((whole, word, value(Kind::Unknown, anychar))).parse(rest),
        Some('比' | '较' | '与' | '和' | '同' | '增' | '减') => {
            alt((compared, word, value(Kind::Unknown, anychar))).parse(rest)
        }
        _ => word(rest).or_else(|_| value(Kind::Unknown, anychar).parse(rest)),
    }
}

fn word(rest: &str) -> IResult<&str, Kind> {
    match lookup::longest(rest).and_then(|(len, kind)| Some((rest.get(len..)?, kind))) {
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

/// 2020年结转, where no later year follows.
fn carried_from(rest: &str) -> IResult<&str, Kind> {
    let next = alt((tag("到"), tag("至"), tag("入"), tag("下"), tag("次"), tag("明")));
    let forward = alt((next, recognize(figure::year)));
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

/// 中 at the end of a clause: what follows is a part of what stands before it.
fn within(rest: &str) -> IResult<&str, Kind> {
    value(Kind::Within, terminated(tag("中"), peek(one_of(",:、")))).parse(rest)
}

/// 全县, 全市各级行政机关: all of the place.
fn whole(rest: &str) -> IResult<&str, Kind> {
    let organs = opt(alt((tag("各级行政机关"), tag("行政机关"), tag("各级各部门"))));
    map(delimited(tag("全"), one_of("省市县区州旗"), organs), Kind::Whole).parse(rest)
}

/// 比上年, 较2021年, 与去年同期相比, 增加3件.
fn compared(rest: &str) -> IResult<&str, Kind> {
    let before = |rest| {
        let previous = alt((tag("上年度"), tag("上年"), tag("上一年度"), tag("上一年"), tag("去年")));
        alt((recognize(previous), recognize(figure::year))).parse(rest)
    };
    let than = recognize((alt((tag("比"), tag("较"))), opt(tag("于")), before));
    let like = alt((tag("相比"), tag("比较"), tag("持平"), tag("基本持平"), tag("相当")));
    let beside = recognize((alt((tag("与"), tag("和"), tag("同"))), before, opt(tag("同期")), like));
    let change = alt((tag("增加"), tag("增长"), tag("减少")));
    let change = recognize((change, opt(tag("了")), peek(one_of("0123456789"))));
    value(Kind::Compared, alt((than, beside, change))).parse(rest)
}
