//! Everything on one line: lines are put back in front of each label.

use alloc::vec::Vec;

use super::Line;
use crate::section::atom::{Guidance, guidance};
use crate::template::labels::Label;
use crate::text::figure::is_numeral;
use crate::text::fold::{Folded, fold};
use crate::text::label;

/// Lines longer than this may hold whole tables; no line of any layout that keeps its lines is as long.
const LONG: usize = 1200;

/// Words that stand in the tables only. A long line without any is prose.
const ANCHORS: [&str; 8] =
    ["信息内容", "信息內容", "申请人情况", "申請人情況", "商业企业", "商業企業", "结果纠正", "結果糾正"];

/// Cuts a long line that holds tables before each of their labels; `false` when it holds none.
pub(crate) fn split(text: &str, line: Line, into: &mut Vec<Line>) -> bool {
    let whole = line.text(text);
    let many = |separator| memchr::memchr_iter(separator, whole.as_bytes()).nth(8).is_some();
    if whole.len() < LONG || many(b'\t') || many(b'|') {
        return false;
    }
    if !ANCHORS.iter().any(|anchor| memchr::memmem::find(whole.as_bytes(), anchor.as_bytes()).is_some()) {
        return false;
    }
    let mut start = 0;
    let mut skip_to = 0;
    for (at, c) in whole.char_indices() {
        if at < skip_to || !matches!(fold(c), Folded::Symbol(_)) {
            continue;
        }
        let Some(found) = whole.get(at..).and_then(|rest| label::longest(window(rest))) else { continue };
        if found.cut || matches!(found.label, Label::Other | Label::Total | Label::Subtotal) {
            continue;
        }
        // What an earlier label took is not the number of this one.
        let from = enumerator(whole, start.max(skip_to), at);
        skip_to = at + found.len;
        if let Guidance::Closed(len) = guidance(whole.get(skip_to..).map_or("", window)) {
            skip_to += len;
        }
        push(text, line, start, from, into);
        start = from;
    }
    push(text, line, start, whole.len(), into);
    true
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
    let before = whole.get(least..label).unwrap_or("");
    let cut = before.trim_end_matches([' ', '\u{3000}', '\u{A0}', '“', '"']);
    let inner = cut.trim_end_matches(['、', '.', '．', '）', ')', '，', ',']);
    if inner.len() == cut.len() {
        return label;
    }
    let number = inner.trim_end_matches(is_numeral);
    let number = if number.len() == inner.len() {
        // One digit only: those before it are a figure.
        match inner.char_indices().next_back() {
            Some((at, c)) if c.is_ascii_digit() => inner.get(..at).unwrap_or(inner),
            _ => return label,
        }
    } else {
        number
    };
    least + number.trim_end_matches(['（', '(']).len()
}

fn push(text: &str, line: Line, start: usize, end: usize, into: &mut Vec<Line>) {
    let base = line.start as usize;
    if start < end {
        into.push(Line::new(text, base + start, base + end));
    }
}
