//! Section headings in all their variants.

use memchr::memmem;
use nom::bytes::complete::take_while;
use nom::character::complete::satisfy;
use nom::combinator::{map_opt, opt, verify};
use nom::sequence::terminated;
use nom::{IResult, Parser};

use super::bare::{begins_bare, is_ornament};
use super::letters::LONGEST;
use super::subject::subject;
use crate::layout::{Line, is_space};
use crate::report::SectionKind;
use crate::text::figure::{digit, is_numeral};

/// A heading at the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    pub(crate) kind: SectionKind,
    /// The number printed before it.
    pub(crate) number: Option<u8>,
    /// Bytes of white space before and of the heading itself.
    pub(crate) start: usize,
    pub(crate) len: usize,
}

/// A heading at the start of a line, which a sentence may follow on the same line.
pub(crate) fn heading(line: &str) -> IResult<&str, Heading> {
    let before = line.trim_start_matches(|c| is_space(c) || is_ornament(c));
    let start = line.len() - before.len();
    let (rest, number) =
        verify(opt(number), |number| number.is_some() || begins_bare(before)).parse(before)?;
    let (rest, phrase) =
        map_opt(phrase, |phrase| subject(phrase, number.is_some()).map(|kind| (phrase, kind))).parse(rest)?;
    let (phrase, kind) = phrase;
    let len =
        before.len() - rest.len() - (phrase.len() - phrase.trim_end_matches(['*', ' ', '#', '|']).len());
    Ok((rest, Heading { kind, number, start, len }))
}

/// A line that is nothing but a heading of the form: `一、` and the words of its section.
pub(super) fn usual(line: &str, kind: SectionKind) -> Option<Heading> {
    let (_, number) = number(line).ok()?;
    Some(Heading { kind, number: Some(number), start: 0, len: line.len() })
}

/// A heading numbered `1.`, `（一）` or `(1)`: with the number of its section, and none but the words of a heading.
pub(crate) fn other(line: &str) -> Option<Heading> {
    let before = line.trim_start_matches(|c| is_space(c) || is_ornament(c));
    let inner = before.trim_start_matches(['（', '(']);
    let first = inner.chars().next()?;
    let numeral = "一二三四五六".chars().position(|c| c == first).and_then(|at| u8::try_from(at + 1).ok());
    let number = numeral.or_else(|| digit(first))?;
    let behind = inner.get(first.len_utf8()..)?;
    let rest = behind.trim_start_matches(['）', ')', '.', '．', '、', '\\']);
    let phrase = rest.trim_matches(|c| is_space(c) || is_ornament(c));
    if rest.len() == behind.len() || phrase.chars().count() > LONGEST {
        return None;
    }
    let kind = subject(phrase, false).filter(|kind| kind.number() == number)?;
    let start = line.len() - before.len();
    let end = line.trim_end_matches(|c| is_space(c) || is_ornament(c)).len();
    Some(Heading { kind, number: Some(number), start, len: end - start })
}

/// 一、 or 1. before a heading; sub-headings in brackets are none.
fn number(text: &str) -> IResult<&str, u8> {
    let chinese = map_opt(satisfy(is_numeral), |c| {
        "一二三四五六七八".chars().position(|d| d == c).and_then(|at| u8::try_from(at + 1).ok())
    });
    let spaces = || take_while(is_space);
    let point = satisfy(|c| matches!(c, '、' | '.' | '．' | '，' | ',' | ':' | '：'));
    terminated(chinese, (spaces(), point, spaces())).parse(text)
}

/// The words up to the end of the line, cell or sentence. A page number behind them makes the line one of a table of
/// contents. Long lines may hold many numbers, so no more is looked at than a heading can have.
fn phrase(text: &str) -> IResult<&str, &str> {
    let refused = || Err(nom::Err::Error(nom::error::Error::new(text, nom::error::ErrorKind::Eof)));
    let mut spaces = 0;
    let (mut end, mut begin, mut known) = (None, None, None);
    let mut before = '\0';
    // One character more than a heading can have tells that it goes on.
    for (number, (at, c)) in text.char_indices().take(LONGEST + 1).enumerate() {
        // Most characters are ideographs, which end nothing.
        if matches!(c, '\u{4E00}'..='\u{9FFF}') {
            spaces = 0;
        } else {
            spaces = if is_space(c) { spaces + 1 } else { 0 };
            if matches!(c, '\n' | '\t' | '。' | '；' | '|') || spaces > 3 {
                end = Some(at);
                break;
            }
        }
        if number == LONGEST {
            begin = Some(at);
        } else if known.is_none() && ends_known(before, c) {
            known = Some(at + c.len_utf8());
        }
        before = c;
    }
    // A sentence may follow on the same line: the heading ends with its last known word.
    let first = |end: usize| Ok((text.get(end..).unwrap_or(""), text.get(..end).unwrap_or("")));
    let is_long = begin.and_then(|begin| text.get(begin..)).is_some_and(|rest| !rest.chars().all(is_space));
    if is_long {
        return known.map_or_else(refused, first);
    }
    let Some((phrase, rest)) = text.split_at_checked(end.unwrap_or(text.len())) else {
        return Ok((text, ""));
    };
    if is_page(rest) {
        return refused();
    }
    let trimmed = phrase.trim_end_matches(is_space);
    let prose = || rest.starts_with(['。', '；']) || trimmed.contains('，');
    let sentence = |behind: &str| begins_sentence(behind) || behind.starts_with(is_space) && prose();
    match known {
        Some(end) if text.get(end..).is_some_and(sentence) => first(end),
        _ => Ok((rest, trimmed)),
    }
}

/// Whether nothing but a number stands up to the end of the line, perhaps in a cell.
fn is_page(rest: &str) -> bool {
    let apart = |c: char| c != '\n' && (c == '|' || is_space(c));
    let number = rest.trim_start_matches(apart);
    let behind = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let after = behind.trim_start_matches(apart);
    behind.len() < number.len() && (after.is_empty() || after.starts_with('\n'))
}

/// Whether a section's first sentence begins here, though nothing parts it from the heading.
fn begins_sentence(behind: &str) -> bool {
    ["一是", "（一）", "(一)", "20"].iter().any(|word| behind.starts_with(word))
}

/// Whether these are the last letters of a word with which headings end.
const fn ends_known(a: char, b: char) -> bool {
    matches!((a, b), ('情', '况' | '況') | ('事', '项' | '項') | ('措', '施'))
}

/// Where a heading stands in the middle of a line: behind the end of a sentence, a cell or a bracket. The line's
/// number, and the offset in the line.
pub(crate) fn inside(text: &str, lines: &[Line], kind: SectionKind) -> Option<(usize, usize)> {
    let numeral = "一二三四五六".chars().nth(usize::from(kind.number()) - 1)?;
    let mut buffer = [0; 4];
    memmem::find_iter(text.as_bytes(), numeral.encode_utf8(&mut buffer)).find_map(|at| {
        let before = text.get(..at)?.chars().next_back()?;
        let ends = matches!(before, '。' | '；' | '）' | ')' | '|' | '元' | '件' | '项' | '/' | '-' | '—')
            || is_space(before)
            || before.is_ascii_digit();
        if !ends {
            return None;
        }
        let number = lines.partition_point(|line| line.start as usize <= at).checked_sub(1)?;
        let line = lines.get(number).filter(|line| (line.start as usize) < at && at < line.end as usize)?;
        let (_, heading) = heading(text.get(at..line.end as usize)?).ok()?;
        (heading.kind == kind && heading.number.is_some()).then_some((number, at - line.start as usize))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_in_their_variants() {
        use SectionKind::{Disputes, Other, Overview, Proactive, Problems, Requests};
        for (line, expected) in [
            ("一、总体情况", Some((Overview, Some(1)))),
            ("    一、  总体情况", Some((Overview, Some(1)))),
            ("## 二、主动公开政府信息情况", Some((Proactive, Some(2)))),
            ("二、主动公开政府信息", Some((Proactive, Some(2)))),
            ("三、收到和处理政府信息公开申请情况", Some((Requests, Some(3)))),
            ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", Some((Disputes, Some(4)))),
            ("四、政府信息公开行政复议和行政诉讼情况", Some((Disputes, Some(4)))),
            ("四、行政机关政府信息公开行政复议及行政诉讼情况", Some((Disputes, Some(4)))),
            ("五、政府信息公开工作存在的主要问题及改进措施", Some((Problems, Some(5)))),
            ("五、其它需要报告的事项", Some((Other, Some(5)))),
            ("主动公开政府信息情况", Some((Proactive, None))),
            ("一、总体情况……………3", None),
            ("五、存在的主要问题及改进措施 去年的三项问题，两项已经改正。", Some((Problems, Some(5)))),
            ("五、存在的主要问题，改进措施", None),
            ("六、其他需要报告的事项 今年没有别的话要补充。", Some((Other, Some(6)))),
            ("一、总体情况\t3", None),
            ("一、总体情况 | 3 |", None),
            ("一、总体情况 | 3 |\n无", None),
            ("一、总体情况\t3次", Some((Overview, Some(1)))),
            ("一、总体情况\n3", Some((Overview, Some(1)))),
            ("三、本年度办理结果\t（四）无法提供\t3.补正后申请内容仍不明确\t0", None),
            ("總體情況", Some((Overview, None))),
            ("行政機關收到和處理政府信息公開申請情況", Some((Requests, None))),
            ("主动公开政府信息情况良好。", None),
            ("（一）主动公开政府信息情况", None),
            ("一是主动公开政府信息", None),
            ("四、结转下年度继续办理", None),
            ("三、本年度办理结果", None),
            ("三、本年度办理结果（四）无法提供3.补正后申请内容仍不明确", None),
            ("二、上年结转政府信息公开申请数量", None),
        ] {
            let found = heading(line).ok().map(|(_, heading)| (heading.kind, heading.number));
            assert_eq!(found, expected, "{line}");
        }
    }

    #[test]
    fn headings_with_other_numbers() {
        for (line, expected) in [
            ("4.政府信息公开行政复议、行政诉讼情况", Some(SectionKind::Disputes)),
            ("**（三）收到和处理政府信息公开申请情况**", Some(SectionKind::Requests)),
            ("1\\. 总体情况", Some(SectionKind::Overview)),
            // A sub-heading of the first section, a sentence, a row.
            ("（一）主动公开政府信息情况", None),
            ("2.主动公开政府信息情况良好，较上年有所增加。", None),
            ("4.保护第三方合法权益", None),
            ("2021年总体情况", None),
        ] {
            assert_eq!(other(line).map(|heading| heading.kind), expected, "{line}");
        }
    }

    #[test]
    fn a_sentence_may_follow_a_heading() {
        let line = "一、总体情况  2024年，本镇认真落实条例规定，全年通过各类渠道主动公开信息，回应关切，没有发生任何问题，情况良好。";
        let (_, found) = heading(line).unwrap();
        assert_eq!(line.get(found.start..found.start + found.len), Some("一、总体情况"));
    }
}
