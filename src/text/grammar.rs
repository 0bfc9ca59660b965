//! The grammar of figures: signs, separators, units, notes, marks.

use core::num::NonZeroU32;

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::character::complete::satisfy;
use nom::combinator::{map, opt, value};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

use super::figure::{Figure, Printed, digit, is_dash, is_digit, is_numeral, is_sign, is_slash};
use crate::report::{Mark, Unit};

/// A figure or mark at the start of a text.
pub(super) fn grammar(text: &str) -> Option<Printed> {
    alt((map(figure, Printed::Figure), mark)).parse(text).ok().map(|(_, printed)| printed)
}

fn sign(text: &str) -> IResult<&str, bool> {
    let words = alt((
        value(false, alt((tag("增加"), tag("增")))),
        value(true, alt((tag("减少"), tag("減少"), tag("减"), tag("減")))),
    ));
    // Extractors part words and digits by a space.
    let spaced = terminated(words, opt(satisfy(|c| matches!(c, ' ' | '\u{A0}'))));
    alt((spaced, map(satisfy(is_sign), |c| !matches!(c, '+' | '＋')))).parse(text)
}

fn unit(text: &str) -> IResult<&str, Unit> {
    alt((
        value(Unit::TenThousandYuan, alt((tag("万元"), tag("萬元"), tag("万圆"), tag("万")))),
        value(Unit::HundredMillionYuan, alt((tag("亿元"), tag("億元"), tag("亿")))),
        value(Unit::Yuan, alt((tag("元"), tag("圆")))),
    ))
    .parse(text)
}

fn counter(text: &str) -> IResult<&str, ()> {
    value(
        (),
        alt((
            tag("批次"),
            tag("件次"),
            tag("件"),
            tag("项"),
            tag("個"),
            tag("个"),
            tag("条"),
            tag("次"),
            tag("宗"),
            tag("份"),
            tag("起"),
            tag("家"),
            tag("笔"),
            tag("批"),
            tag("人"),
        )),
    )
    .parse(text)
}

/// Figures without sign and unit: digits of either width, groups of three behind separators, a fraction.
fn digits(text: &str) -> IResult<&str, Figure> {
    let (mut rest, head) = take_while1(is_digit)(text)?;
    let mut read = Reading::default();
    read.push(head);
    read.odd |= head.chars().next().and_then(digit) == Some(0) && head.chars().count() > 1;
    let groups = !read.odd && head.chars().count() <= 3;
    while let Ok((after, group)) = group(rest) {
        if !groups {
            break;
        }
        read.push(group);
        read.odd |= head.chars().all(|c| digit(c) == Some(0));
        rest = after;
    }
    if let Ok((after, fraction)) = fraction(rest) {
        if !after.starts_with(['.', '．']) {
            read.push(fraction);
            read.scale = u8::try_from(fraction.chars().count()).unwrap_or(u8::MAX);
            rest = after;
        }
    }
    let len = offset(text, rest);
    let odd = read.odd || read.scale > 12;
    Ok((
        rest,
        Figure { mantissa: read.mantissa, scale: read.scale, odd, unit: None, note: None, len, digits: len },
    ))
}

/// A point, which Markdown may write `\.`, and digits.
fn fraction(text: &str) -> IResult<&str, &str> {
    let point = alt((satisfy(|c| matches!(c, '.' | '．')), preceded(tag("\\"), satisfy(|c| c == '.'))));
    preceded(point, take_while1(is_digit)).parse(text)
}

/// Words for no change at all.
fn unchanged(text: &str) -> IResult<&str, &str> {
    alt((tag("未增未减"), tag("未增未減"), tag("无增减"))).parse(text)
}

/// A separator and exactly three digits.
fn group(text: &str) -> IResult<&str, &str> {
    let (rest, _) = satisfy(|c| matches!(c, ',' | '，' | '\'' | '’')).parse(text)?;
    let (after, group) = take_while1(is_digit)(rest)?;
    if group.chars().count() == 3 { Ok((after, group)) } else { Err(fail(text)) }
}

#[derive(Default)]
struct Reading {
    mantissa: i64,
    scale: u8,
    odd: bool,
}

impl Reading {
    fn push(&mut self, digits: &str) {
        for c in digits.chars() {
            let next = digit(c).and_then(|d| self.mantissa.checked_mul(10)?.checked_add(i64::from(d)));
            match next {
                Some(next) if next < 1_000_000_000_000_000_000 => self.mantissa = next,
                _ => self.odd = true,
            }
        }
    }
}

fn figure(text: &str) -> IResult<&str, Figure> {
    let begin = text.chars().next();
    let (rest, negative) = if begin.is_some_and(is_digit) {
        (text, None)
    } else if let Ok((rest, _)) = unchanged(text) {
        let len = offset(text, rest);
        return Ok((
            rest,
            Figure { mantissa: 0, scale: 0, odd: false, unit: None, note: None, len, digits: len },
        ));
    } else {
        opt(sign).parse(text)?
    };
    let (rest, mut figure) = digits(rest)?;
    if negative == Some(true) {
        figure.mantissa = -figure.mantissa;
    }
    figure.digits = offset(text, rest);
    let mut end = rest;
    let spaced = rest.trim_start_matches([' ', '\u{A0}', '\u{3000}']);
    // Units and counters are Chinese characters.
    let worded = spaced.as_bytes().first().is_some_and(|byte| (0xE4..=0xE9).contains(byte));
    let words = if worded { alt((map(unit, Some), value(None, counter))).parse(spaced).ok() } else { None };
    let open = || rest.strip_prefix([',', '，']).filter(|after| !after.starts_with(is_digit));
    if let Some((after, unit)) = words {
        figure.unit = unit;
        end = after;
    } else if let Some(after) = open() {
        figure.odd = true;
        end = after;
    }
    if let Some(after) = note(end) {
        figure.note = NonZeroU32::new(offset(text, end));
        end = after;
    }
    figure.len = offset(text, end);
    Ok((end, figure))
}

/// What follows a note in brackets: words, not the number of the next label.
fn note(text: &str) -> Option<&str> {
    let inner = text.strip_prefix(['（', '('])?;
    let close = inner.char_indices().take(60).find(|(_, c)| matches!(c, '）' | ')' | '\n' | '\t' | '|'))?;
    let (body, after) = inner.split_at_checked(close.0)?;
    let numeral = |c: char| is_numeral(c) || is_digit(c) || c.is_whitespace();
    if matches!(close.1, '\n' | '\t' | '|') || body.chars().all(numeral) {
        return None;
    }
    after.get(close.1.len_utf8()..)
}

fn mark(text: &str) -> IResult<&str, Printed> {
    let (rest, mark) = alt((
        value(Mark::NotCollected, alt((tag("未收取"), tag("未收费")))),
        value(Mark::NotApplicable, tag("不适用")),
        value(Mark::Slash, satisfy(is_slash)),
        value(Mark::Dash, take_while1(is_dash)),
        value(Mark::Nil, satisfy(|c| matches!(c, '无' | '無'))),
    ))
    .parse(text)?;
    let ends = rest.chars().next().is_none_or(|c| {
        c.is_whitespace()
            || is_digit(c)
            || matches!(c, '|' | '"' | '。' | '无' | '無' | '/' | '／' | '+' | '-' | '增' | '减')
    });
    if ends { Ok((rest, Printed::Mark(mark, offset(text, rest)))) } else { Err(fail(text)) }
}

fn fail(text: &str) -> nom::Err<nom::error::Error<&str>> {
    nom::Err::Error(nom::error::Error::new(text, nom::error::ErrorKind::Verify))
}

fn offset(whole: &str, rest: &str) -> u32 {
    u32::try_from(whole.len() - rest.len()).unwrap_or(u32::MAX)
}
