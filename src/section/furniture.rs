//! Lines that belong to the page and not to the report: page numbers, running heads and rules.

use alloc::borrow::Cow;

use memchr::memchr;

use crate::layout::{Line, is_space};
use crate::text::figure::digit;

/// Whether a line is only a page number with its ornaments (`- 4 -`, `第 4 页 共 6 页`, `4 / 6`), the title as a running
/// head, or a rule.
#[inline]
pub(crate) fn is_furniture(text: &str, line: &Line) -> bool {
    match line.first {
        None => false,
        // A figure in its cell, or a pipe: by far the most frequent lines of all.
        Some('0'..='9' | '|') if line.len() < 5 => false,
        // Words: of these only pages and heads begin with an ideograph.
        Some(c @ '\u{4E00}'..='\u{9FFF}') if c != '第' && !may_be_head(line.bytes(text)) => false,
        Some(first) => is_furniture_from(text, line, first),
    }
}

fn is_furniture_from(text: &str, line: &Line, first: char) -> bool {
    let words = || line.text(text);
    match first {
        c if is_dash(c) => line.is_rule(text) || is_page(words()) || is_head(words()),
        // No ideograph begins a number: 第二十条.
        '第' if goes_on_in_ideographs(words()) => is_head(words()),
        '第' | 'P' => is_page(words()) || is_head(words()),
        c if digit(c).is_some() => {
            let parted = memchr(b'/', line.bytes(text)).is_some();
            parted && (is_page(words()) || is_stamp(words())) || is_head(words())
        }
        // The address of a page, which browsers print on it.
        'h' | 'f' if is_address(words()) => true,
        _ => line.is_rule(text) || is_head(words()),
    }
}

/// Whether an ideograph stands behind the first one.
fn goes_on_in_ideographs(line: &str) -> bool {
    let words = line.trim_start_matches(is_space).as_bytes();
    matches!(words, [_, _, _, 0xE4..=0xE9, ..])
}

/// The lines that are none of the page: without its furniture, and without what a browser prints beside it, the title
/// of the window behind the time and the number of the page behind the address.
pub(crate) fn without<'l>(text: &str, lines: &'l [Line]) -> Cow<'l, [Line]> {
    let first = lines.iter().position(|line| is_furniture(text, line));
    let Some((clean, lines)) = first.and_then(|first| lines.split_at_checked(first)) else {
        return Cow::Borrowed(lines);
    };
    let mut kept = clean.to_vec();
    let mut before: Option<&Line> = None;
    for line in lines {
        let printed = before.is_some_and(|before| match line.first {
            None => false,
            Some(c) if digit(c).is_some() => {
                is_address(before.text(text)) && line.text(text).split('/').count() == 2
            }
            Some(_) => is_stamp(before.text(text)) && line.text(text).contains("信息公开"),
        });
        if printed || is_furniture(text, line) {
            before = Some(line);
        } else {
            kept.push(*line);
            before = before.filter(|_| line.is_blank());
        }
    }
    Cow::Owned(kept)
}

/// Whether a line ends with the last letter of a title, or else with white space: nearly none does.
#[inline]
fn may_be_head(line: &[u8]) -> bool {
    match line {
        [.., last] if last.is_ascii_graphic() => false,
        [.., 0xE4..=0xE9, _, _] => line.ends_with("告".as_bytes()) || line.ends_with("报".as_bytes()),
        _ => true,
    }
}

/// Whether a line is the title, as heads of pages repeat it.
fn is_head(line: &str) -> bool {
    let subject = "信息公开";
    if line.len() <= subject.len() || !may_be_head(line.as_bytes()) {
        return false;
    }
    let words = line.trim_end_matches(is_space);
    if !words.ends_with(['告', '报']) {
        return false;
    }
    let words = words.trim_start_matches(is_space);
    let ends = words.ends_with("年度报告") || words.ends_with("年报");
    ends && words.len() <= 80 && words.contains(subject) && !words.contains(['\t', '|'])
}

fn is_page(line: &str) -> bool {
    if line.len() > 80 {
        return false;
    }
    let words = line.trim_matches(is_space);
    let paged = match words.as_bytes().first() {
        Some(b'0'..=b'9') => words.split_once(" / ").is_some_and(|(page, pages)| is_page_of(page, pages)),
        Some(b'P') => words.starts_with("Page"),
        _ => words.starts_with('第') && words.contains('页'),
    };
    // No page has the number 0, and only one number stands between the dashes.
    let dashed = || {
        let number = words.trim_matches(|c| is_space(c) || is_dash(c));
        words.starts_with(is_dash)
            && words.ends_with(is_dash)
            && !number.starts_with('0')
            && number.chars().all(|c| digit(c).is_some())
    };
    // The first look tells of nearly all words that they are no page.
    (paged || dashed())
        && (1..=6).contains(&words.chars().filter(|c| digit(*c).is_some()).count())
        && !line.contains(['\t', '|'])
        && words
            .chars()
            .all(|c| digit(c).is_some() || is_space(c) || is_dash(c) || "第页共/Page of".contains(c))
}

/// Whether a line begins with the day and the time when it was printed: `1/25/21, 3:04 PM`, `2021/1/25 15:04`.
pub(super) fn is_stamp(line: &str) -> bool {
    let line = line.trim_start_matches(is_space);
    if !line.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let mut parts = line.split([' ', ',', '\u{A0}']).filter(|part| !part.is_empty());
    let numbers = |part: &str, between: char, some: usize| {
        part.split(between).count() == some
            && part
                .split(between)
                .all(|n| (1..=4).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()))
    };
    let mut next = || parts.next().unwrap_or("");
    numbers(next(), '/', 3) && matches!(next(), time if numbers(time, ':', 2) || numbers(time, ':', 3))
}

fn is_address(line: &str) -> bool {
    let line = line.trim_start_matches(is_space);
    ["http://", "https://", "file://"].iter().any(|scheme| line.starts_with(scheme))
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '—' | '－' | '–' | '―' | '─')
}

/// Whether one number is that of a page out of so many: `0 / / 0 0` are marks.
fn is_page_of(page: &str, pages: &str) -> bool {
    let number = |words: &str| words.parse::<u32>().ok().filter(|number| *number > 0);
    matches!((number(page.trim()), number(pages.trim())), (Some(page), Some(pages)) if page <= pages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_and_rules_are_furniture() {
        for line in [
            "1/25/21, 3:04 PM   青石县2020年政府信息公开工作年度报告",
            "2021/1/25 15:04",
            "https://www.example.gov.cn/2020/report.html  2/3",
            "- 4 -",
            "   — 12 —",
            "第 3 页 共 6 页",
            "3 / 6",
            "--------\t----\t--------",
        ] {
            assert!(is_furniture(line, &Line::new(line, 0, line.len())), "{line}");
        }
        for line in [
            "4",
            "-5",
            "- 0",
            "0 0 0",
            "-\t-\t-",
            "-5 -3 4",
            "0 / / 0 0",
            "5 / 0",
            "- 0 - 0 - -",
            "- 0 -",
            "2021年1月25日",
            "1/2/3",
            "2 / 3, 4:05",
            "12:30",
        ] {
            assert!(!is_furniture(line, &Line::new(line, 0, line.len())), "{line}");
        }
    }
}
