//! Figures as they are printed: signs, separators, units, notes, marks.

use core::num::NonZeroU32;

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::character::complete::satisfy;
use nom::combinator::{map, opt, value};
use nom::sequence::preceded;
use nom::{IResult, Parser};

use crate::report::{Mark, Unit};

/// A figure as printed, its place given by byte offsets from where the reading began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    /// The digits without the separators; meaningless when `odd`.
    pub(crate) mantissa: i64,
    /// Digits behind the decimal point.
    pub(crate) scale: u8,
    /// Printed so that it cannot be a figure as it stands: leading zero, open separator, too long for 18 digits.
    pub(crate) odd: bool,
    /// A unit of money.
    pub(crate) unit: Option<Unit>,
    /// Where a note in brackets begins, up to its end.
    pub(crate) note: Option<NonZeroU32>,
    /// Bytes of sign, digits, unit and note.
    pub(crate) len: u32,
    /// Bytes up to the last digit.
    pub(crate) digits: u32,
}

impl Figure {
    /// Whether it is nothing but digits, a point perhaps among them.
    pub(crate) const fn is_plain(&self) -> bool {
        !self.odd && self.unit.is_none() && self.note.is_none()
    }
}

/// What a cell holds besides labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Printed {
    /// A figure.
    Figure(Figure),
    /// A mark instead of a figure, and its length in bytes.
    Mark(Mark, u32),
}

/// A figure or mark at the start of `text`. Units, counters and notes behind a figure belong to it.
#[inline]
pub(crate) fn printed(text: &str) -> Option<Printed> {
    // Most texts that are asked begin with words: one look at a character spares them the grammar.
    if !text.chars().next().is_some_and(may_print) {
        return None;
    }
    match alone(text.as_bytes()).and_then(run) {
        Some(figure) => Some(Printed::Figure(figure)),
        None => grammar(text),
    }
}

/// Whether a character can begin a figure or a mark.
#[inline]
pub(crate) const fn may_print(c: char) -> bool {
    match c {
        '0'..='9' => true,
        '\u{4E00}'..='\u{9FFF}' => matches!(c, '增' | '减' | '減' | '无' | '無' | '未' | '不'),
        _ => is_digit(c) || is_sign(c) || is_mark(c),
    }
}

/// The ASCII digits at the start of a text, when what follows can be no part of the figure: white space before ASCII,
/// or the end.
fn alone(text: &[u8]) -> Option<&[u8]> {
    let len = text.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(len)?;
    let ends = match rest.first() {
        None | Some(b'\t' | b'\n' | b'\r' | b'|') => true,
        Some(b' ') => rest.iter().find(|byte| **byte != b' ').is_none_or(u8::is_ascii),
        _ => false,
    };
    ends.then_some(digits)
}

fn grammar(text: &str) -> Option<Printed> {
    alt((map(figure, Printed::Figure), mark)).parse(text).ok().map(|(_, printed)| printed)
}

/// Whether a character begins a sign, or words that stand for one.
const fn is_sign(c: char) -> bool {
    matches!(c, '+' | '＋' | '增' | '-' | '－' | '−' | '–' | '减' | '減')
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '－' | '—' | '–' | '―' | '─')
}

const fn is_slash(c: char) -> bool {
    matches!(c, '/' | '／' | '\\' | '＼')
}

/// Whether a character begins a mark.
const fn is_mark(c: char) -> bool {
    is_dash(c) || is_slash(c) || matches!(c, '无' | '無' | '未' | '不')
}

/// A cell that is nothing but a few ASCII digits: by far the most frequent kind, read without the grammar.
#[inline]
pub(crate) fn plain(cell: &[u8]) -> Option<Figure> {
    let mantissa = match cell {
        [digit @ b'0'..=b'9'] => return Some(one_digit(*digit)),
        [b'1'..=b'9', ..] if cell.len() < 10 => {
            let mut mantissa = 0;
            for &byte in cell {
                let digit = byte.wrapping_sub(b'0');
                if digit > 9 {
                    return None;
                }
                mantissa = mantissa * 10 + i64::from(digit);
            }
            mantissa
        }
        _ => return None,
    };
    let len = u32::try_from(cell.len()).ok()?;
    Some(Figure { mantissa, scale: 0, odd: false, unit: None, note: None, len, digits: len })
}

/// The figure of one ASCII digit.
#[inline]
pub(crate) const fn one_digit(digit: u8) -> Figure {
    let mantissa = (digit - b'0') as i64;
    Figure { mantissa, scale: 0, odd: false, unit: None, note: None, len: 1, digits: 1 }
}

/// A cell that is nothing but ASCII digits, as many as the grammar takes; those of glued cells may begin with a zero.
fn run(cell: &[u8]) -> Option<Figure> {
    let odd = matches!(cell, [b'0', _, ..]);
    if !(odd && cell.len() <= 18) {
        return plain(cell);
    }
    let mantissa = cell.iter().fold(0, |sum, byte| sum * 10 + i64::from(byte - b'0'));
    let len = u32::try_from(cell.len()).ok()?;
    Some(Figure { mantissa, scale: 0, odd, unit: None, note: None, len, digits: len })
}

/// The value of a digit of either width.
pub(crate) const fn digit(c: char) -> Option<u8> {
    match c {
        '0'..='9' => Some(c as u8 - b'0'),
        '０'..='９' => Some((c as u32 - '０' as u32) as u8),
        _ => None,
    }
}

const fn is_digit(c: char) -> bool {
    digit(c).is_some()
}

/// Whether a character counts as labels and headings are counted.
pub(crate) const fn is_numeral(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

fn sign(text: &str) -> IResult<&str, bool> {
    let words = alt((value(false, tag("增加")), value(true, alt((tag("减少"), tag("減少"))))));
    alt((words, map(satisfy(is_sign), |c| !matches!(c, '+' | '＋' | '增')))).parse(text)
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
    if let Ok((after, fraction)) = fraction(rest)
        && !after.starts_with(['.', '．'])
    {
        read.push(fraction);
        read.scale = u8::try_from(fraction.chars().count()).unwrap_or(u8::MAX);
        rest = after;
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
    if worded && let Ok((after, unit)) = unit(spaced) {
        figure.unit = Some(unit);
        end = after;
    } else if worded && let Ok((after, ())) = counter(spaced) {
        end = after;
    } else if let Some(after) = rest.strip_prefix([',', '，'])
        && !after.starts_with(is_digit)
    {
        figure.odd = true;
        end = after;
    }
    if let Some(after) = end.strip_prefix('\u{FFFD}') {
        // What could not be decoded may have been a digit.
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
            || matches!(c, '|' | '。' | '无' | '無' | '/' | '／' | '+' | '-' | '增' | '减')
    });
    if ends { Ok((rest, Printed::Mark(mark, offset(text, rest)))) } else { Err(fail(text)) }
}

fn fail(text: &str) -> nom::Err<nom::error::Error<&str>> {
    nom::Err::Error(nom::error::Error::new(text, nom::error::ErrorKind::Verify))
}

fn offset(whole: &str, rest: &str) -> u32 {
    u32::try_from(whole.len() - rest.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (i64, u8, Option<Unit>, u32) {
        match printed(text) {
            Some(Printed::Figure(f)) if !f.odd => (f.mantissa, f.scale, f.unit, f.len),
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn figures_of_real_reports() {
        let wan = Some(Unit::TenThousandYuan);
        for (text, expected) in [
            ("+276", (276, 0, None, 4)),
            ("-106", (-106, 0, None, 4)),
            ("+0", (0, 0, None, 2)),
            ("增1558", (1558, 0, None, 7)),
            ("减38", (-38, 0, None, 5)),
            ("未增未减", (0, 0, None, 12)),
            ("１２", (12, 0, None, 6)),
            ("1,113", (1113, 0, None, 5)),
            ("3，001", (3001, 0, None, 7)),
            ("45062 万元", (45062, 0, wan, 12)),
            ("1978.83万元", (197_883, 2, wan, 13)),
            ("63365元", (63365, 0, Some(Unit::Yuan), 8)),
            ("2601.953875万", (2_601_953_875, 6, wan, 14)),
            ("1.2亿元", (12, 1, Some(Unit::HundredMillionYuan), 9)),
            ("31批次", (31, 0, None, 8)),
            ("12 34", (12, 0, None, 2)),
            ("0(三)不予公开", (0, 0, None, 1)),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn a_note_is_kept_apart() {
        let text = "277（公共服务事项）";
        let Some(Printed::Figure(figure)) = printed(text) else { panic!() };
        let note = text.get(figure.note.unwrap().get() as usize..figure.len as usize);
        assert_eq!(note, Some("（公共服务事项）"));
        assert_eq!((figure.mantissa, figure.len as usize), (277, text.len()));
    }

    #[test]
    fn what_cannot_be_a_figure_is_odd() {
        for text in ["01", "0,873", "3,", "00", "99999999999999999999"] {
            let Some(Printed::Figure(figure)) = printed(text) else { panic!("{text}") };
            assert!(figure.odd, "{text}");
        }
    }

    #[test]
    fn marks_differ_by_what_is_printed() {
        for (text, expected) in [
            ("/", Mark::Slash),
            ("／", Mark::Slash),
            ("-", Mark::Dash),
            ("——", Mark::Dash),
            ("无", Mark::Nil),
            ("未收取", Mark::NotCollected),
            ("不适用", Mark::NotApplicable),
        ] {
            assert_eq!(printed(text), Some(Printed::Mark(expected, text.len() as u32)), "{text}");
        }
        assert_eq!(printed("无法提供"), None);
    }
}
