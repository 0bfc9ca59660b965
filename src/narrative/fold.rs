//! Makes one line of a sentence as it is printed: no white space, no page numbers, one width of characters.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::anchor::UNITS;
use crate::Span;

/// Stands between the digits of two figures that only white space separates in the text.
pub(super) const GAP: char = ' ';
/// Stands behind a heading that has a line of its own.
pub(super) const LINE: char = '\n';

/// Most bytes of a line that is a page number.
pub(super) const LONGEST_PAGE_LINE: usize = 40;
/// Headings are short; a longer line is a sentence.
const HEADING_CHARS: usize = 30;
const CHINESE_DIGITS: &str = "一二三四五六七八九十";

/// What is left out between lines.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Furniture {
    /// Nothing, or marked as a page number: `- 2 -`.
    Blank,
    /// Digits alone.
    Number,
}

/// A stretch of text on one line, and where its characters came from.
#[derive(Debug, Default)]
pub(super) struct Folded {
    pub(super) line: String,
    /// Offsets in the line at which the distance to the text changes, with the offset in the text.
    runs: Vec<(usize, usize)>,
}

impl Folded {
    /// Folds `range` of `text`, forgetting what was folded before.
    pub(super) fn fold(&mut self, text: &str, range: Range<usize>) {
        self.line.clear();
        self.runs.clear();
        let Some(source) = text.get(range.clone()) else { return };
        let mut at = range.start;
        let mut blank_before = false;
        let mut number_before = false;
        for line in source.split_inclusive('\n') {
            let trimmed = line.trim();
            let behind = at + line.len();
            match self.furniture(trimmed, text, behind..range.end, blank_before) {
                Some(furniture) => number_before |= furniture == Furniture::Number,
                None => {
                    self.push_line(line, at, number_before);
                    number_before = false;
                    if is_heading(line, trimmed) {
                        self.push(LINE, LINE, behind.saturating_sub(1));
                    }
                }
            }
            blank_before = trimmed.is_empty();
            at = behind;
        }
    }

    /// Whether a line is empty or a page number. A line of digits alone is a page number unless its unit follows; right
    /// behind a figure it must stand apart from the lines around, or else the figure may go on in it.
    fn furniture(&self, line: &str, text: &str, rest: Range<usize>, blank_before: bool) -> Option<Furniture> {
        if line.is_empty() {
            return Some(Furniture::Blank);
        }
        if line.len() > LONGEST_PAGE_LINE || !is_page_line(line) {
            return None;
        }
        if !line.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(Furniture::Blank);
        }
        let rest = text.get(rest).unwrap_or_default();
        let content = rest.trim_start();
        let blank_behind = rest.get(..rest.len() - content.len()).is_some_and(|space| space.contains('\n'));
        let page = if self.line.ends_with(|c: char| c.is_ascii_digit()) {
            blank_before && blank_behind
        } else {
            !UNITS.iter().any(|unit| content.starts_with(unit))
        };
        page.then_some(Furniture::Number)
    }

    fn push_line(&mut self, line: &str, start: usize, number_before: bool) {
        let mut gap = true;
        let mut first = true;
        for (offset, c) in line.char_indices() {
            let folded = match c {
                '\u{4e00}'..='\u{9fff}' => c,
                '“' | '”' | '‘' | '’' | '"' | '「' | '」' | '『' | '』' | '*' | '\u{feff}' | '\u{200b}' =>
                {
                    continue;
                }
                '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
                _ if c.is_whitespace() || c.is_control() => {
                    gap = true;
                    continue;
                }
                _ => c,
            };
            if gap && folded.is_ascii_digit() {
                let after_digit = self.line.ends_with(|c: char| c.is_ascii_digit());
                if after_digit || (first && number_before) {
                    self.push(GAP, GAP, start + offset);
                }
            }
            gap = false;
            first = false;
            self.push(folded, c, start + offset);
        }
    }

    fn push(&mut self, folded: char, printed: char, at: usize) {
        let here = self.line.len();
        let expected = self.runs.last().map(|&(line, text)| text + (here - line));
        if expected != Some(at) {
            self.runs.push((here, at));
        }
        self.line.push(folded);
        if folded.len_utf8() != printed.len_utf8() {
            self.runs.push((self.line.len(), at + printed.len_utf8()));
        }
    }

    /// Where a stretch of the line stands in the text.
    pub(super) fn span(&self, text: &str, range: Range<usize>) -> Span {
        let stretch = self.line.get(range.clone()).unwrap_or_default();
        let last = range.end - stretch.chars().next_back().map_or(0, char::len_utf8);
        let last = self.origin(last);
        let printed = text.get(last..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let clamp = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
        Span::new(clamp(self.origin(range.start)), clamp(last + printed))
    }

    fn origin(&self, at: usize) -> usize {
        let run = self.runs.partition_point(|&(line, _)| line <= at).saturating_sub(1);
        self.runs.get(run).map_or(at, |&(line, text)| text + (at - line))
    }
}

/// Whether a line without the white space around holds nothing but the number of a page: `- 2 -`, `第 2 页`, `3`.
pub(super) fn is_page_line(line: &str) -> bool {
    let core =
        line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '—' | '–' | '‐' | '－' | '~'));
    let is_number = |text: &str| {
        let text = text.trim();
        (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if let Some(page) = core.strip_prefix('第') {
        let Some((page, total)) = page.split_once('页') else { return false };
        let total =
            total.trim_matches(|c: char| c.is_whitespace() || matches!(c, '，' | ',' | '/' | '共' | '页'));
        return is_number(page) && (total.is_empty() || is_number(total));
    }
    match core.split_once('/') {
        Some((page, total)) => is_number(page) && is_number(total),
        None => is_number(core),
    }
}

/// Whether a line is a heading: it begins with a number, is short, has no punctuation inside and a line of its own.
fn is_heading(line: &str, trimmed: &str) -> bool {
    if !line.ends_with('\n') {
        return false;
    }
    let numbers = |c: char| CHINESE_DIGITS.contains(c) || c.is_ascii_digit();
    let (marked, rest) = match trimmed.strip_prefix(['(', '（']) {
        Some(rest) => {
            let rest = rest.trim_start_matches(numbers);
            (rest.starts_with([')', '）']), rest)
        }
        None => {
            let rest = trimmed.trim_start_matches(numbers);
            (rest.len() < trimmed.len() && rest.starts_with(['、', '.', '．']), rest)
        }
    };
    let mut words = rest.chars().skip(1);
    marked
        && trimmed.chars().nth(HEADING_CHARS).is_none()
        && !words.any(|c| matches!(c, '，' | ',' | '。' | '；' | ';' | '：' | ':') || c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Folded {
        let mut folded = Folded::default();
        folded.fold(text, 0..text.len());
        folded
    }

    #[test]
    fn white_space_page_numbers_and_width() {
        assert_eq!(folded("共 收到\n\n- 2 -\n\n申请 １２　件").line, "共收到申请12件");
        assert_eq!(folded("尚余 37\n\n2\n\n件").line, "尚余37件");
        assert_eq!(folded("收到\n37\n件").line, "收到37件");
        assert_eq!(folded("第 3 页 共 12 页\n甲").line, "甲");
    }

    #[test]
    fn digits_never_grow_together() {
        assert_eq!(folded("3 119 件，31\n19件").line, "3 119件,31 19件");
        assert_eq!(folded("收到31\n- 2 -\n19件").line, "收到31 19件");
        assert_eq!(folded("收到\n31\n19件").line, "收到 19件");
        assert_eq!(folded("收到31\n19\n件").line, "收到31 19件");
    }

    #[test]
    fn a_heading_ends_its_line() {
        assert_eq!(folded("（二）受理情况\n全县").line, "(二)受理情况\n全县");
        assert_eq!(folded("（二）受理，全\n县").line, "(二)受理,全县");
        assert_eq!(folded("收到申\n请").line, "收到申请");
    }

    #[test]
    fn every_stretch_is_found_again() {
        let text = "甲 乙\n（１２ 件“丙”";
        let folded = folded(text);
        assert_eq!(folded.line, "甲乙(12件丙");
        let find = |word: &str| {
            let at = folded.line.find(word).unwrap();
            folded.span(text, at..at + word.len()).slice(text).unwrap()
        };
        assert_eq!(find("甲"), "甲");
        assert_eq!(find("乙(1"), "乙\n（１");
        assert_eq!(find("12"), "１２");
        assert_eq!(find("12件"), "１２ 件");
        assert_eq!(find("件丙"), "件“丙");
    }
}
