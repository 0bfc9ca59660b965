//! Everything on one line: lines are put back in front of each label.

use alloc::vec::Vec;
use core::ops::Range;

use memchr::{memchr2_iter, memchr3_iter};

use super::page_number::{begins_with_figure, is_page_alone, may_be_page, page_number};
use super::{Line, is_space};
use crate::section::bare::BEFORE;
use crate::section::guidance::closed_guidance;
use crate::template::labels::Label;
use crate::text::figure::{digit, is_numeral};
use crate::text::label::{self, Found};

/// Lines longer than this may hold whole tables; no line of any layout that keeps its lines is as long.
pub(crate) const LONG: usize = 1200;

/// Words that stand in the tables only. A long line without any is prose.
const ANCHORS: [&str; 8] =
    ["信息内容", "信息內容", "申请人情况", "申請人情況", "商业企业", "商業企業", OUTCOMES[0], OUTCOMES[1]];

/// Those of them that prose may name.
const OUTCOMES: [&str; 2] = ["结果纠正", "結果糾正"];

/// Whether behind a heading a whole table stands on its line. Prose may name one outcome, but only the table three times.
pub(crate) fn holds_table(behind: &str) -> bool {
    let mut outcomes = [0; 2];
    anchors(behind.as_bytes()).any(|word| match OUTCOMES.iter().position(|outcome| *outcome == word) {
        None => true,
        Some(at) => outcomes.get_mut(at).is_some_and(|count: &mut u8| {
            *count += 1;
            *count == 3
        }),
    })
}

/// The anchors that stand in a text, found by the last bytes of their first letters: two searches instead of eight.
fn anchors(text: &[u8]) -> impl Iterator<Item = &'static str> {
    let letters = memchr3_iter(0xA1, 0xB3, 0x86, text).chain(memchr2_iter(0x93, 0x90, text));
    letters.filter_map(|at| {
        let begin = text.get(at.checked_sub(2)?..)?;
        ANCHORS.into_iter().find(|word| begin.starts_with(word.as_bytes()))
    })
}

/// Words of which no row of a table has more than one.
const ROWS: [&str; 6] = ["信息内容", "信息內容", "行政强制", "行政強制", "商业企业", "一、本年"];

/// A long line that holds tables, cut before each of their labels; `None` when it holds none.
pub(crate) fn split(text: &str, line: Line) -> Option<Vec<Line>> {
    let whole = line.text(text);
    let many = |separator| memchr::memchr_iter(separator, whole.as_bytes()).nth(8).is_some();
    let has = |word: &str| memchr::memmem::find(whole.as_bytes(), word.as_bytes()).is_some();
    anchors(whole.as_bytes()).next()?;
    // A long row between separators is one row.
    if (many(b'\t') || many(b'|')) && ROWS.iter().filter(|word| has(word)).count() < 2 {
        return None;
    }
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut skip_to = 0;
    let mut head = false;
    let mut next = 0;
    // Words of a label are no page number.
    let mut pages = false;
    while let Some((at, found)) = next_label(whole, next, &mut pages) {
        next = at + '字'.len_utf8();
        // What an earlier label took is not the number of this one.
        let least = start.max(skip_to);
        let begin = match found.label {
            Label::Section(_) => at - before_heading(whole.get(least..at).unwrap_or("")),
            _ => at,
        };
        let from = enumerator(whole, least, begin);
        let words = |c: char| matches!(c, '\u{4E00}'..='\u{9FFF}');
        let goes_on = || from == begin && whole.get(..from).is_some_and(|before| before.ends_with(words));
        if matches!(found.label, Label::Section(_)) && goes_on() {
            // 无其他需要报告的事项 is prose.
            continue;
        }
        skip_to = at + found.len;
        skip_to += closed_guidance(whole.get(skip_to..).map_or("", window));
        next = next.max(skip_to);
        push(text, line, start..from, pages, head, &mut pieces);
        pages = false;
        head = matches!(found.label, Label::Measure(..) | Label::ProactiveHead);
        start = from;
    }
    push(text, line, start..whole.len(), pages, head, &mut pieces);
    Some(pieces)
}

/// The next label that begins a row, and whether the first letter of a page number stands before it.
fn next_label(whole: &str, from: usize, pages: &mut bool) -> Option<(usize, Found)> {
    let bytes = whole.as_bytes();
    let mut at = from;
    loop {
        match bytes.get(at)? {
            b' ' | b'0'..=b'9' => at += 1,
            // Labels begin with ideographs; no other character has such a byte.
            first @ 0xE4..=0xE9 => {
                let rest = whole.get(at..)?;
                let found = if label::may_begin(rest) { label::longest(window(rest)) } else { None };
                if let Some(found) = found.filter(begins_row) {
                    return Some((at, found));
                }
                *pages |= *first == 0xE7 && rest.starts_with('第');
                at += '字'.len_utf8();
            }
            _ => {
                *pages |= bytes.get(at..).is_some_and(may_be_page);
                at += 1;
            }
        }
    }
}

/// Whether a label is whole, and tells a row by itself.
fn begins_row(found: &Found) -> bool {
    !found.cut && !matches!(found.label, Label::Other | Label::Total | Label::Subtotal)
}

/// The length of the words before a heading's label that belong to the heading.
fn before_heading(before: &str) -> usize {
    BEFORE.iter().find(|words| before.ends_with(**words)).map_or(0, |words| words.len())
}

/// Enough text to hold any label.
fn window(rest: &str) -> &str {
    let mut end = rest.len().min(400);
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    rest.get(..end).unwrap_or("")
}

/// Where the number before a label begins: `（三）`, `2.`, `四、`.
fn enumerator(whole: &str, least: usize, label: usize) -> usize {
    let figure = |before: &[u8]| before.trim_ascii_end().last().is_some_and(u8::is_ascii_digit);
    if whole.as_bytes().get(least..label).is_some_and(figure) {
        // Nearly always.
        return label;
    }
    let before = whole.get(least..label).unwrap_or("");
    // Tags may have stood on both sides of the point: `三|、|本年度办理结果`.
    let gap = |c| matches!(c, ' ' | '\u{3000}' | '\u{A0}' | '|' | '\t');
    let cut = before.trim_end_matches(|c| gap(c) || matches!(c, '“' | '"'));
    let inner = cut.trim_end_matches(['、', '.', '．', '）', ')', '，', ',']);
    if inner.len() == cut.len() {
        return label;
    }
    let inner = inner.trim_end_matches(gap);
    let number = inner.trim_end_matches(is_numeral);
    let number = if number.len() == inner.len() {
        // One digit only: those before it are a figure.
        match inner.char_indices().next_back() {
            Some((at, c)) if digit(c).is_some() => inner.get(..at).unwrap_or(inner),
            _ => return label,
        }
    } else {
        number
    };
    least + number.trim_end_matches(['（', '(']).len()
}

/// Adds a piece of the line, cut around the page numbers that may be in it, which stand behind figures or behind the
/// `head` of a column: behind the label of a row they may be its cells. The tab before the next label is no cell.
fn push(text: &str, line: Line, mut piece: Range<usize>, pages: bool, head: bool, into: &mut Vec<Line>) {
    let (whole, base) = (line.text(text), line.start as usize);
    if piece.end < whole.len() && whole.as_bytes().get(piece.end.wrapping_sub(1)) == Some(&b'\t') {
        piece.end = piece.start.max(piece.end - 1);
    }
    let mut add = |range: Range<usize>| {
        if range.start < range.end {
            into.push(Line::new(text, base + range.start, base + range.end));
        }
    };
    let (mut start, mut figures) = (piece.start, head);
    if !pages {
        add(piece);
        return;
    }
    while let Some(words) = whole.get(start..piece.end) {
        // The rest of the piece, word by word: where a page number begins, and where it ends.
        let places = words.char_indices().filter(|(_, c)| is_space(*c)).map(|(at, c)| at + c.len_utf8());
        let found = core::iter::once(0).chain(places).find_map(|at| {
            let rest = words.get(at..)?;
            let page = may_be_page(rest.as_bytes()) && (figures || is_page_alone(rest));
            let len = if page { page_number(rest) } else { 0 };
            figures = figures || begins_with_figure(rest);
            (len > 0).then_some((start + at, start + at + len))
        });
        let Some((from, to)) = found else { break };
        add(start..from);
        add(from..to);
        start = to;
    }
    add(start..piece.end);
}
