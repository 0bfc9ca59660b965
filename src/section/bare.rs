//! Headings without a number, which only their words tell from prose.
#![allow(clippy::indexing_slicing, reason = "const evaluation: an index out of range does not compile")]

use crate::layout::{Line, is_space};
use crate::text::figure::is_numeral;
use crate::text::fold::{Folded, Symbol, decode, fold, symbol_of};

/// Phrases with which a heading without a number begins, after the words that may stand before them.
const BARE: &[&str] = &[
    "总体情况",
    "主动公开政府信息",
    "收到和处理政府信息公开申请",
    "政府信息公开行政复议",
    "因政府信息公开工作被申请行政复议",
    "被申请行政复议",
    "行政复议",
    "存在的主要问题",
    "政府信息公开工作存在",
    "其他需要报告的事项",
    "其它需要报告的事项",
];
/// Words before them; of two that end alike the longer stands first.
pub(crate) const BEFORE: &[&str] = &["行政机关", "行政机关政府信息公开工作", "政府信息公开工作"];
/// Words with which they end: a line that goes on is a sentence.
const ENDS: &[&str] = &["情况", "事项", "措施", "问题", "政府信息"];

/// How headings without a number begin, as symbols: what nearly all lines can be told by.
static STARTS: [[Symbol; 3]; BARE.len() + BEFORE.len()] = {
    let mut starts = [[0; 3]; BARE.len() + BEFORE.len()];
    let mut at = 0;
    while at < starts.len() {
        let words = if at < BARE.len() { BARE[at] } else { BEFORE[at - BARE.len()] };
        let (mut letter, mut offset) = (0, 0);
        while letter < 3 {
            let (c, after) = decode(words.as_bytes(), offset);
            (starts[at][letter], letter, offset) = (symbol_of(c), letter + 1, after);
        }
        at += 1;
    }
    starts
};

/// Bytes that the shortest heading has.
const SHORTEST: usize = 12;

/// Whether a line begins as a heading can: a look at one character, or at three.
#[inline]
pub(super) fn may_head(text: &str, line: &Line) -> bool {
    // Most lines are cells.
    if line.len() < SHORTEST {
        return false;
    }
    match line.first {
        Some(c) if is_numeral(c) => true,
        Some(c @ '\u{4E00}'..='\u{9FFF}') => {
            let first = symbol(c);
            STARTS.iter().any(|start| start[0] == first) && begins_as_bare(line.text(text))
        }
        Some(c) if is_ornament(c) => {
            let line = line.text(text).trim_start_matches(|c| is_space(c) || is_ornament(c));
            line.starts_with(is_numeral) || begins_as_bare(line)
        }
        _ => false,
    }
}

/// Whether the first three letters are those of a heading.
fn begins_as_bare(line: &str) -> bool {
    let mut letters = line.chars().filter(|c| !is_space(*c)).map(symbol);
    let begun = [letters.next(), letters.next(), letters.next()].map(Option::unwrap_or_default);
    STARTS.contains(&begun)
}

/// The symbol of a character of the form's vocabulary, 0 for any other.
fn symbol(c: char) -> Symbol {
    if let Folded::Symbol(symbol) = fold(c) { symbol } else { 0 }
}

/// What may stand before a heading: marks of Markdown, a pipe.
pub(super) const fn is_ornament(c: char) -> bool {
    matches!(c, '#' | '*' | '|')
}

/// Whether a line without a number begins as a heading: with one of the phrases, in simplified or traditional
/// characters.
pub(super) fn begins_bare(line: &str) -> bool {
    let phrase = |rest: &str| BARE.iter().any(|bare| after(rest, bare).is_some());
    // Nearly all lines can be told by three letters.
    begins_as_bare(line)
        && (phrase(line) || BEFORE.iter().any(|before| after(line, before).is_some_and(phrase)))
}

/// Whether it ends as one, with nothing behind it.
pub(super) fn ends_bare(phrase: &str) -> bool {
    let ends = |end: &&str| {
        let mut tail = phrase.chars().rev().filter(|c| !is_space(*c));
        end.chars().rev().all(|c| tail.next().is_some_and(|found| same(found, c)))
    };
    ENDS.iter().any(ends)
}

/// Whether a character is the other one, perhaps in its traditional form.
fn same(found: char, meant: char) -> bool {
    found == meant || matches!((fold(found), fold(meant)), (Folded::Symbol(a), Folded::Symbol(b)) if a == b)
}

/// What follows the words in a text, white space apart.
fn after<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let mut chars = text.chars();
    for meant in words.chars() {
        let found = chars.by_ref().find(|c| !is_space(*c))?;
        if !same(found, meant) {
            return None;
        }
    }
    Some(chars.as_str())
}
