//! What the prose around the tables states: period and signature.

use alloc::string::String;

use nom::bytes::complete::take_while;
use nom::character::complete::char;
use nom::combinator::{map_opt, opt, verify};
use nom::{IResult, Parser};

use super::naming::{is_organ, places};
use crate::Span;
use crate::layout::{Line, is_space};
use crate::report::{Agency, Date, Period, Signature};
use crate::text::figure::digit;

/// Lines at the end among which the signature is looked for.
const LAST_LINES: usize = 8;
/// Lines of a page's foot that it may stand above.
const FOOT_LINES: usize = 3;
/// Bytes at the end of a line among which its date is looked for.
const REACH: usize = 600;
/// Characters of the line of a signature at the most.
const SHORT_LINE: usize = 60;
/// Characters of the name of an organ at the most.
const LONGEST_NAME: usize = 40;

fn spaces(text: &str) -> IResult<&str, &str> {
    take_while(is_space)(text)
}

/// A number of one to four digits of either width.
pub(super) fn number(text: &str) -> IResult<&str, u16> {
    map_opt(verify(take_while(|c| digit(c).is_some()), |digits: &str| !digits.is_empty()), |digits: &str| {
        digits.chars().try_fold(0_u16, |sum, c| sum.checked_mul(10)?.checked_add(u16::from(digit(c)?)))
    })
    .parse(text)
}

/// 2021年2月19日, white space anywhere.
pub(crate) fn date(text: &str) -> IResult<&str, Date> {
    let part = |unit| (number, spaces, char(unit), spaces);
    map_opt((part('年'), part('月'), number, spaces, opt(char('日'))), |(year, month, day, ..)| {
        Date::new(year.0, u8::try_from(month.0).ok()?, u8::try_from(day).ok()?)
    })
    .parse(text)
}

/// The text without white space.
pub(super) fn compact(text: &str) -> String {
    let mut compact = String::with_capacity(text.len());
    text.split(is_space).for_each(|part| compact.push_str(part));
    compact
}

/// Where the digits of years begin, those before each 年.
fn years(text: &str) -> impl Iterator<Item = usize> + '_ {
    places(text, "年").filter_map(|at| {
        let digits = text.get(..at)?.trim_end_matches([' ', '\u{A0}', '\u{3000}']);
        let start = digits.trim_end_matches(|c| digit(c).is_some()).len();
        (start < digits.len()).then_some(start)
    })
}

/// The period of the figures: two dates with 至, 到 or a dash between.
pub(crate) fn period(text: &str, end: usize) -> Option<Period> {
    let head = text.get(..end)?;
    years(head).find_map(|start| {
        let rest = head.get(start..)?;
        let (after, (first, last)) = dates(rest).ok().filter(|(_, (first, _))| first.year >= 2000)?;
        let len = rest.len() - after.len();
        let span = Span::new(u32::try_from(start).ok()?, u32::try_from(start + len).ok()?);
        Some(Period { start: first, end: last, span })
    })
}

fn dates(text: &str) -> IResult<&str, (Date, Date)> {
    let mut between =
        verify(take_while(|c| is_space(c) || "起至到—-－~～日止".contains(c)), |s: &str| {
            !s.trim().is_empty()
        });
    let (rest, first) = date(text)?;
    let (rest, _) = between.parse(rest)?;
    // The year may be left out of the second date.
    let (rest, last) = match date(rest) {
        Ok(found) => found,
        Err(_) => map_opt(
            (number, spaces, char('月'), spaces, number, spaces, char('日')),
            |(month, _, _, _, day, ..)| {
                Date::new(first.year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
            },
        )
        .parse(rest)?,
    };
    Ok((rest, (first, last)))
}

/// The signature: a date on one of the last lines, the organ on the line before it or on the same. Where the line
/// goes on before it, perhaps the whole text, only a date behind the name of an organ.
pub(crate) fn signature(text: &str, lines: &[Line]) -> Option<Signature> {
    let mut last = lines.iter().rev().filter(|line| !line.is_blank()).take(LAST_LINES).peekable();
    let mut long = 0;
    while let Some(line) = last.next() {
        let place = trimmed(text, line.start, line.end)?;
        let content = place.slice(text)?;
        let is_long = content.len() > SHORT_LINE && content.chars().nth(SHORT_LINE).is_some();
        let found = last_date(content, is_long);
        let name = found.and_then(|(at, _)| signatory(content.get(..at)?));
        if is_long {
            if let (Some((at, date)), Some(name)) = (found, name.as_deref().filter(|name| is_organ(name))) {
                let start = content.get(..at)?.rfind(name).unwrap_or(at);
                let span = Span::new(place.start + u32::try_from(start).ok()?, place.end);
                return Some(Signature {
                    agency: Some(Agency { name: name.into(), span }),
                    date: Some(date),
                    span,
                });
            }
            long += 1;
            if long > FOOT_LINES {
                return None;
            }
            continue;
        }
        let Some((at, date)) = found else { continue };
        if content.get(..at)?.contains(|c| digit(c).is_some()) {
            // The end of a period.
            continue;
        }
        if let Some(name) = name {
            return Some(Signature {
                agency: Some(Agency { name, span: place }),
                date: Some(date),
                span: place,
            });
        }
        let above = last.peek().and_then(|line| trimmed(text, line.start, line.end));
        let agency = above.and_then(|span| Some(Agency { name: above_date(span.slice(text)?)?, span }));
        let span = agency.as_ref().map_or(place, |agency| place.join(agency.span));
        return Some(Signature { agency, date: Some(date), span });
    }
    None
}

/// The last date near the end of a line, and where it begins: the line ends behind it, but for a bracket or full stop, or
/// else what follows stands apart.
fn last_date(line: &str, is_long: bool) -> Option<(usize, Date)> {
    let tail = (line.len().saturating_sub(REACH)..).find(|at| line.is_char_boundary(*at))?;
    let dates = years(line.get(tail..)?).filter_map(|at| {
        let (rest, date) = date(line.get(tail + at..)?).ok()?;
        let apart = is_long && rest.starts_with(|c| is_space(c) || matches!(c, '【' | '['));
        (apart || rest.chars().filter(|c| !is_space(*c)).count() <= 2).then_some((tail + at, date))
    });
    dates.last()
}

/// The name that stands before a date: behind the last mark of a sentence, or behind the words of one.
fn signatory(before: &str) -> Option<String> {
    let words = before.rsplit(['。', '；', '：', ':', '！', '，', '|']).next()?;
    let name = compact(words);
    let name = name.trim_matches(['（', '(']);
    let mut parts = words.split(is_space).filter(|part| !part.is_empty()).rev();
    let (last, above) = (parts.next()?, parts.next());
    // 青石县 人民政府 is one name, 青 石 县 as well.
    let whole = above.is_some_and(|above| above.ends_with(['省', '州', '市', '县', '区', '旗', '镇', '乡']));
    let own = above.is_some() && !whole && last.chars().count() > 2 && is_organ(last);
    if own {
        return Some(last.into());
    }
    let short = name.chars().count() <= LONGEST_NAME && !name.contains('、');
    (short && !name.is_empty()).then(|| name.into())
}

/// The name of the organ on the line above a date.
fn above_date(line: &str) -> Option<String> {
    let name = compact(line);
    let words = name.contains(['。', '，', '：', '、']) || name.contains(|c: char| c.is_ascii_digit());
    (!words && (3..=LONGEST_NAME).contains(&name.chars().count())).then_some(name)
}

pub(super) fn trimmed(text: &str, start: u32, end: u32) -> Option<Span> {
    let token = crate::layout::token(text, start as usize, end as usize, crate::layout::Break::None);
    let is_bookmark = |c: char| c == '[';
    let content = text.get(token.start as usize..token.end as usize)?;
    // Word processors leave the names of bookmarks.
    let skip = if content.starts_with(is_bookmark) { content.find(']').map_or(0, |at| at + 1) } else { 0 };
    Some(Span::new(token.start + u32::try_from(skip).ok()?, token.end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::lines;
    use alloc::format;
    use alloc::string::ToString;

    #[test]
    fn period_and_signature() {
        let text = "统计期限自 2020 年 1 月 1 日起至2020年12月31日止。\n无。\n   青石县人民政府办公室  \n  2021年1月25日 \n";
        let period = period(text, text.len()).unwrap();
        assert_eq!(
            (period.start.to_string(), period.end.to_string()),
            ("2020-01-01".into(), "2020-12-31".into())
        );
        let signature = signature(text, &lines(text)).unwrap();
        assert_eq!(signature.agency.unwrap().name, "青石县人民政府办公室");
        assert_eq!(signature.date.unwrap().to_string(), "2021-01-25");
    }

    #[test]
    fn signatures_at_the_end_of_what_is_left_of_a_page() {
        let prose = "本年度没有其他需要报告的事项。".repeat(5);
        let pad = " ".repeat(70);
        for (text, name, date) in [
            (format!("{pad}青石县司法局{pad}\n{pad}2021年1月4日{pad}\n"), Some("青石县司法局"), "2021-01-04"),
            (
                format!("{prose} 青石县司法局 2021年1月4日 【打印】【关闭】"),
                Some("青石县司法局"),
                "2021-01-04",
            ),
            (format!("{prose}无 青石县司法局 2021年1月4日"), Some("青石县司法局"), "2021-01-04"),
            ("无。\n发布日期：2021年1月4日\n".to_string(), None, "2021-01-04"),
        ] {
            let found = signature(&text, &lines(&text)).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(found.agency.as_ref().map(|agency| agency.name.as_str()), name, "{text}");
            assert_eq!(found.date.unwrap().to_string(), date, "{text}");
        }
        for text in [
            "所列数据的统计期限自2021年1月1日起至2021年12月31日止。".to_string(),
            format!("{prose}根据青石县司法局2021年1月4日印发的通知，没有收取费用。"),
        ] {
            assert_eq!(signature(&text, &lines(&text)), None, "{text}");
        }
    }
}
