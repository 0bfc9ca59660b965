//! What the prose around the tables states: title, period, signature.

use alloc::string::String;

use memchr::memmem;
use nom::bytes::complete::take_while;
use nom::character::complete::char;
use nom::combinator::{map_opt, opt, verify};
use nom::{IResult, Parser};

use crate::Span;
use crate::layout::{Line, is_space};
use crate::report::{Agency, Date, Period, Signature, Title};
use crate::text::figure::digit;

/// Lines at the beginning among which the title is looked for.
const TITLE_LINES: usize = 40;
/// Lines of a page's foot that the signature may stand above.
const FOOT_LINES: usize = 3;
/// Characters of a title at the most.
const TITLE_LEN: usize = 80;

fn spaces(text: &str) -> IResult<&str, &str> {
    take_while(is_space)(text)
}

/// A number of one to four digits of either width.
fn number(text: &str) -> IResult<&str, u16> {
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

/// The title among the first lines: one line, or two when it is broken. One that names neither organ nor year, as an item
/// of a menu does, is taken where there is no other.
pub(crate) fn title(text: &str, lines: &[Line]) -> Option<(Title, Option<Agency>)> {
    let mut above: Option<&Line> = None;
    let mut bare = None;
    let mut lines = lines.iter().filter(|line| !line.is_blank()).take(TITLE_LINES).peekable();
    while let Some(line) = lines.next() {
        let own = line.text(text);
        if own.chars().count() > TITLE_LEN {
            above = None;
            continue;
        }
        // A title of one line is not the second half of what stands above it.
        let whole = |line: &Line| is_title(&compact(line.text(text)));
        let next = lines.peek().copied();
        let second = || next.filter(|next| next.text(text).chars().count() <= TITLE_LEN && !whole(next));
        let titled = |second: Option<&Line>| {
            let mut span = trimmed(text, line.start, line.end)?;
            if let Some(second) = second {
                span = span.join(trimmed(text, second.start, second.end)?);
            }
            let mut words = compact(span.slice(text)?);
            if !is_title(&words) {
                return None;
            }
            // The organ on a line of its own, the year first on the next.
            if words.starts_with(|c| digit(c).is_some())
                && let Some(above) = above.and_then(|line| trimmed(text, line.start, line.end))
                && let Some(name) = above.slice(text).map(compact).filter(|name| is_organ(name))
            {
                span = span.join(above);
                words.insert_str(0, &name);
            }
            Some((words, span))
        };
        let found = titled(None).or_else(|| titled(Some(second()?)));
        if let Some((words, span)) = found {
            let words: String = words.split("发布时间").next().unwrap_or("").into();
            let agency = agency(&words, span);
            let title = Title { year: year(&words), text: words, span };
            if agency.is_some() || title.year.is_some() {
                return Some((title, agency));
            }
            bare = bare.or(Some((title, agency)));
        }
        above = Some(line);
    }
    bare
}

/// Whether words are the path to a page or a menu of its site.
fn is_path(words: &str) -> bool {
    words.contains(['>', '＞', '»', '›'])
        || words.trim_matches('|').contains(['|', '｜'])
        || words.starts_with("首页")
        || words.contains("位置")
}

fn is_title(words: &str) -> bool {
    let subject = words.contains("信息公开")
        || words.contains("資訊公開")
        || words.contains("信息公開")
        || words.contains("政务公开");
    let report = ["年度报告", "年度報告", "工作报告", "年报"].iter().any(|word| words.contains(word));
    let sentence = words.contains(['，', '。', '《', '；']);
    subject && report && !sentence && !is_path(words) && words.chars().count() <= TITLE_LEN
}

fn is_organ(name: &str) -> bool {
    let ends = [
        "政府",
        "局",
        "委员会",
        "办公室",
        "办事处",
        "厅",
        "院",
        "中心",
        "委",
        "会",
        "县",
        "市",
        "区",
        "镇",
        "乡",
        "街道",
    ];
    name.chars().count() <= 30 && ends.iter().any(|end| name.ends_with(end))
}

/// The year named: four digits before 年, or else the first four digits of a year.
fn year(words: &str) -> Option<u16> {
    let mut rest = words;
    while let Some(at) = rest.find(|c| digit(c).is_some()) {
        rest = rest.get(at..)?;
        let (after, year) = number(rest).ok()?;
        if (2000..2100).contains(&year) {
            return Some(year);
        }
        rest = after;
    }
    None
}

/// The organ in a title: what stands before the subject, without the year.
fn agency(words: &str, span: Span) -> Option<Agency> {
    let subject = ["政府信息公开", "政府信息公開", "信息公开", "政务公开"];
    let end = subject.iter().filter_map(|word| memmem::find(words.as_bytes(), word.as_bytes())).min()?;
    let mut name: String = words.get(..end)?.into();
    if let Some(at) = name.find(|c| digit(c).is_some()) {
        let tail = name.split_off(at);
        let tail = tail.trim_start_matches(|c| digit(c).is_some());
        let tail = tail.strip_prefix("年度").or_else(|| tail.strip_prefix('年')).unwrap_or(tail);
        name.push_str(tail);
    }
    let name = name.trim_matches(|c: char| matches!(c, '关' | '于' | '的' | ':' | '：')).into();
    let some: &String = &name;
    (!some.is_empty()).then_some(Agency { name, span })
}

/// The text without white space.
fn compact(text: &str) -> String {
    text.chars().filter(|c| !is_space(*c)).collect()
}

/// The period of the figures: two dates with 至, 到 or a dash between.
pub(crate) fn period(text: &str, end: usize) -> Option<Period> {
    let head = text.get(..end)?;
    for year_end in memmem::find_iter(head.as_bytes(), "年") {
        let digits = head.get(..year_end)?.trim_end_matches([' ', '\u{A0}', '\u{3000}']);
        let start = digits.trim_end_matches(|c| digit(c).is_some()).len();
        if start < digits.len()
            && let Some(rest) = head.get(start..)
            && let Ok((after, (first, last))) = dates(rest)
        {
            let len = rest.len() - after.len();
            let span = Span::new(u32::try_from(start).ok()?, u32::try_from(start + len).ok()?);
            return Some(Period { start: first, end: last, span });
        }
    }
    None
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

/// The signature: a date on one of the last lines, the organ on the line before it or on the same.
pub(crate) fn signature(text: &str, lines: &[Line]) -> Option<Signature> {
    let mut last = lines.iter().rev().filter(|line| !line.is_blank()).take(8).peekable();
    let mut long = 0;
    while let Some(line) = last.next() {
        let content = line.text(text);
        if content.chars().count() > 60 {
            long += 1;
            if long > FOOT_LINES {
                return None;
            }
            continue;
        }
        let Some(at) = content.find(|c| digit(c).is_some()) else { continue };
        let Some((rest, date)) = content.get(at..).and_then(|rest| date(rest).ok()) else { continue };
        if rest.chars().filter(|c| !is_space(*c)).count() > 2 {
            continue;
        }
        let mut span = trimmed(text, line.start, line.end)?;
        let same = content.get(..at).map(compact).filter(|name| !name.is_empty());
        let above =
            last.peek().filter(|line| line.text(text).chars().filter(|c| !is_space(*c)).count() <= 40);
        let agency = match (same, above) {
            (Some(name), _) => Some(Agency { name: name.trim_matches(['（', '(']).into(), span }),
            (None, Some(above)) => {
                let place = trimmed(text, above.start, above.end)?;
                let name = compact(place.slice(text)?);
                let organ = !name.contains(['。', '，', '：', '、'])
                    && name.chars().count() >= 3
                    && !name.contains(|c: char| c.is_ascii_digit());
                if organ {
                    span = span.join(place);
                }
                organ.then_some(Agency { name, span: place })
            }
            _ => None,
        };
        return Some(Signature { agency, date: Some(date), span });
    }
    None
}

fn trimmed(text: &str, start: u32, end: u32) -> Option<Span> {
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
    use alloc::string::ToString;

    #[test]
    fn titles_in_their_variants() {
        for (text, name, year) in [
            ("青石县2020年政府信息公开工作年度报告\n", Some("青石县"), Some(2020)),
            ("青石县 2020 年度政府信息公开\n工作年度报告\n", Some("青石县"), Some(2020)),
            ("2021年青石县白水镇政府信息公开工作年度报告", Some("青石县白水镇"), Some(2021)),
            ("青石县人民政府\n2024 年政府信息公开工作年度报告\n", Some("青石县人民政府"), Some(2024)),
            ("青石县政府信息公开工作年度报告", Some("青石县"), None),
            (
                "首页 > 政务公开 > 政府信息公开年报\n青石县2020年政府信息公开年度报告\n",
                Some("青石县"),
                Some(2020),
            ),
            (
                "政府信息公开指南\n政府信息公开年报\n2020年\n青石县2020年政府信息公开年度报告\n",
                Some("青石县"),
                Some(2020),
            ),
            ("政府信息公开年报\n一、总体情况\n", None, None),
        ] {
            let (title, agency) = title(text, &lines(text)).unwrap();
            assert_eq!((agency.as_ref().map(|a| a.name.as_str()), title.year), (name, year), "{text}");
        }
    }

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
}
