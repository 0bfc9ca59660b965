//! The walk through a cell: where its words, figures and marks begin and end.

use alloc::vec::Vec;

use super::atom::{Atom, Kind};
use super::lead::ends_before;
use super::marks::{mark_beside_letter, marks_within};
use super::number::{joint_behind, lead};
use super::unread::is_shape;
use crate::Span;
use crate::layout::{Break, is_space};
use crate::template::Measure;
use crate::template::labels::Label;
use crate::text::figure::{Figure, Printed, digit, may_print, printed};
use crate::text::fold::{Folded, Symbol, fold, symbols_of};
use crate::text::fragment::is_fragment;
use crate::text::label::{Found, longest};

/// Stands where bytes were lost.
const LOST: char = char::REPLACEMENT_CHARACTER;

/// The walk, and what it carries from one cell to the next.
pub(super) struct Scan<'t> {
    pub(super) text: &'t str,
    /// A label ends with its cell; else it may run on up to `end`.
    pub(super) grid: bool,
    pub(super) end: usize,
    /// No more atoms than one more than this.
    pub(super) most: usize,
    /// Where a label that ran on over lines ended.
    pub(super) resume: usize,
    /// Lines for which an open bracket of guidance behind a label is still waited for.
    pub(super) open: u8,
    /// How many brackets are open then.
    pub(super) depth: usize,
    pub(super) symbols: Vec<Symbol>,
    /// The label that was found, or not, between two places, behind the last one: looked for to see that it ends there.
    pub(super) ahead: ((usize, usize), Option<Found>),
}

impl<'t> Scan<'t> {
    pub(super) const fn new(text: &'t str, grid: bool, end: usize, most: usize) -> Self {
        Self {
            text,
            grid,
            end,
            most,
            resume: 0,
            open: 0,
            depth: 0,
            symbols: Vec::new(),
            ahead: ((0, 0), None),
        }
    }

    pub(super) fn cell(&mut self, start: usize, stop: usize, before: Break, into: &mut Vec<Atom>) {
        let (first, mut at, mut before) = (into.len(), start.max(self.resume), before);
        let (mut begun, mut foreign) = (at > start, false);
        at = self.close_guidance(at, stop);
        loop {
            at = self.figures(at, stop, &mut before, into);
            begun |= into.len() > first;
            let Some(rest) =
                self.text.get(at..stop).filter(|rest| !rest.is_empty() && into.len() <= self.most)
            else {
                break;
            };
            let (skip, numbered) = lead(rest);
            at += skip;
            begun |= skip > 0 && !numbered;
            let Some(rest) = rest.get(skip..).filter(|rest| !rest.is_empty()) else { break };
            let value = self.value(at, rest, numbered, begun);
            begun = true;
            if value.is_none() && !foreign {
                if let Some((label, len)) = self.label(at, rest) {
                    into.push(Atom::label(label, at, &(0..len), before));
                    before = Break::None;
                    at = self.behind(label, at + len, stop);
                    continue;
                }
            }
            let (kind, mut len) = value.unwrap_or_else(|| self.words(rest, foreign));
            let Some(kind) = kind else {
                at += len;
                continue;
            };
            if self.grid && matches!(kind, Kind::Text) {
                // In a cell of its own, digits behind words are part of them: ①2件, 第3条.
                len = rest.len();
            } else if matches!(kind, Kind::Figure(_)) {
                // So are digits that touch words: l8.
                if let Some(words) = into.last_mut().filter(|last| last.is_text_to(at)) {
                    at += len;
                    words.span.end = at as u32;
                    continue;
                }
            }
            // A lone letter is a stray piece of a vertical label, not the beginning of prose.
            foreign |= matches!(kind, Kind::Text) && len > '字'.len_utf8();
            let span = Span::new(at as u32, (at + len) as u32);
            into.push(Atom { span, kind, before });
            before = Break::None;
            at += len;
            if !self.grid && is_sentence(into, self.text.get(at..).unwrap_or("")) {
                // 行政处罚212件，… is prose about a row.
                into.truncate(first);
                return;
            }
        }
    }

    /// Passes over what belongs to a label that ends at `at`.
    fn behind(&mut self, label: Label, at: usize, stop: usize) -> usize {
        self.resume = at;
        let stop = stop.max(at);
        let rest = || self.text.get(at..stop).unwrap_or("");
        let skip = match label {
            // What is left of 增/减 whose second half is lost.
            Label::Measure(Measure::Change, _) => {
                let rest = rest();
                rest.len() - rest.strip_prefix(['/', '／']).unwrap_or(rest).len()
            }
            Label::RequestsHead | Label::ResultGroup(_) | Label::OtherHandling | Label::Litigation => {
                joint_behind(label, rest())
            }
            _ => 0,
        };
        // Behind 行政诉讼 its group stands in brackets.
        if label == Label::Litigation { at + skip } else { self.guidance(at + skip, stop) }
    }

    /// The figure or mark at the start of `rest` (nothing, for a number without its point) and its length.
    #[inline]
    fn value(&mut self, at: usize, rest: &str, numbered: bool, begun: bool) -> Option<(Option<Kind>, usize)> {
        let unable = |c: char| numbered && matches!(c, '无' | '無');
        rest.chars().next().filter(|c| may_print(*c) && !unable(*c))?;
        match printed(rest) {
            Some(Printed::Figure(figure)) => self.figure(at, rest, figure, begun),
            Some(Printed::Mark(mark, len)) => {
                (!self.is_unable(at, rest)).then_some((Some(Kind::Mark(mark)), len as usize))
            }
            None => mark_beside_letter(rest),
        }
    }

    /// The words at the start of `rest`, which are no label, and their length.
    fn words(&mut self, rest: &str, foreign: bool) -> (Option<Kind>, usize) {
        let len = words(rest);
        let known = symbols_of(rest.get(..len).unwrap_or(""), &mut self.symbols);
        let fragment = known && !foreign && is_fragment(&self.symbols);
        (Some(if fragment { Kind::Fragment } else { Kind::Text }), len)
    }

    /// Whether 无 ends its line and is the first letter of （四）无法提供: behind its bracket, or 法 begins the next line.
    fn is_unable(&self, at: usize, rest: &str) -> bool {
        let ends = matches!(rest.trim_end_matches(is_space), "无" | "無");
        let bracket = || self.text.get(..at).is_some_and(|before| before.ends_with(['）', ')']));
        let goes_on = || {
            let behind = self.text.get(at + '无'.len_utf8()..self.end).unwrap_or("");
            behind.trim_start_matches(is_space).starts_with('法')
        };
        ends && (bracket() || goes_on())
    }

    /// A figure, unless its digits begin a word (2020年) or number a label.
    fn figure(
        &mut self,
        at: usize,
        rest: &str,
        figure: Figure,
        begun: bool,
    ) -> Option<(Option<Kind>, usize)> {
        let len = figure.len as usize;
        let behind = rest.get(len..)?;
        let one_digit = figure.digits == 1 && figure.len == 1;
        let Some(next) = behind.chars().next() else { return Some((Some(Kind::Figure(figure)), len)) };
        if one_digit && begun && !rest.starts_with('0') && begins_with_point(behind) {
            // The number of the label behind it, apart from its point.
            return Some((None, 1));
        }
        if one_digit && !begun && next == ' ' && self.numbers_row(at + len, behind) {
            return Some((None, len));
        }
        if is_space(next) || matches!(next, '|' | '(' | '（' | '/' | '。' | '；' | ';') {
            return Some((Some(Kind::Figure(figure)), len));
        }
        let wide_lost = next == LOST && !rest.get(..len).is_some_and(str::is_ascii);
        if wide_lost || is_shape(next) || goes_on_in_letters(behind) {
            // A digit may be lost, or have been taken for a letter.
            return Some((Some(Kind::Text), len + next.len_utf8()));
        }
        let (skip, _) = lead(behind);
        let label = self.label(at + len + skip, behind.get(skip..)?);
        if let Some((Label::Row(_) | Label::Other, _)) = label {
            // `00000002.其他法律…`: the last digit numbers the label behind it.
            let numbers = behind.starts_with(['.', '．', '、']);
            if numbers && figure.digits > 1 && figure.digits == figure.len {
                let cut = rest.get(..len - 1)?;
                if let Some(Printed::Figure(shorter)) = printed(cut) {
                    return Some((Some(Kind::Figure(shorter)), cut.len()));
                }
            }
            if one_digit && !begun {
                return Some((None, 1));
            }
        }
        if label.is_some() || printed(behind).is_some() || matches!(fold(next), Folded::Skip | Folded::Digit)
        {
            return Some((Some(Kind::Figure(figure)), len));
        }
        let word = behind.get(..words(behind))?;
        let fragment = symbols_of(word, &mut self.symbols) && is_fragment(&self.symbols);
        let year =
            word.starts_with(['年', '月', '日', '号']) && word.chars().count() > usize::from(!self.grid);
        (fragment && !year).then_some((Some(Kind::Figure(figure)), len))
    }

    /// Whether the label of a row stands behind spaces: a digit before it at the start of a cell is its number, whose point
    /// was lost.
    fn numbers_row(&mut self, at: usize, behind: &str) -> bool {
        let label = behind.trim_start_matches(' ');
        let found = self.label(at + behind.len() - label.len(), label);
        matches!(found, Some((Label::Row(_), _)))
    }

    /// Up to where a label may go that begins in a cell that stops there.
    const fn reach(&self, stop: usize) -> usize {
        if self.grid || self.end < stop { stop } else { self.end }
    }

    /// The label at the start of `rest`, and its length, which may go beyond `rest`.
    fn label(&mut self, at: usize, rest: &str) -> Option<(Label, usize)> {
        // Letters of labels are ideographs.
        matches!(rest.as_bytes(), [0xE4..=0xE9, ..]).then_some(())?;
        let end = self.reach(at + rest.len());
        let reach = self.text.get(at..end)?;
        let mut found = match self.ahead {
            (known, found) if known == (at, end) => found?,
            _ => longest(reach)?,
        };
        if found.len > rest.len() {
            if let Some(marks) = reach.get(..found.len).and_then(marks_within) {
                found = longest(reach.get(..marks)?)?;
            }
        }
        let behind = reach.get(found.len..)?;
        let look = |behind: &str| {
            let next = longest(behind);
            self.ahead = ((at + found.len, end), next);
            next
        };
        ends_before(behind, found.label, look).then_some((found.label, found.len))
    }
}

/// Whether a space and the point of a number begin a text: figures begin with no point.
fn begins_with_point(text: &str) -> bool {
    let behind = text.strip_prefix(' ').and_then(|rest| rest.strip_prefix(['、', '.', '．']));
    behind.and_then(|rest| rest.chars().next()).is_some_and(|c| digit(c).is_none())
}

/// Whether digits go on behind a point with letters among them: 3,2O4.
fn goes_on_in_letters(behind: &str) -> bool {
    let Some(rest) = behind.strip_prefix([',', '，', '.', '．']) else { return false };
    rest.bytes().take_while(u8::is_ascii_alphanumeric).any(|byte| byte.is_ascii_alphabetic())
}

/// Whether a label and a figure are part of a sentence: a comma or full stop touches the figure.
fn is_sentence(atoms: &[Atom], behind: &str) -> bool {
    matches!(
        atoms,
        [.., Atom { kind: Kind::Label(_), .. }, Atom { kind: Kind::Figure(_), before: Break::None, .. }]
    ) && behind.starts_with(['，', '；', '。', '、'])
}

/// The length of the words at the start of a text: up to white space, a figure or the end of a sentence.
fn words(text: &str) -> usize {
    // A year that begins a word belongs to it.
    let begin = text.find(|c| digit(c).is_none()).unwrap_or(text.len());
    let mut chars = text.get(begin..).unwrap_or("").char_indices();
    chars.next();
    let may_end = |c: char| !matches!(c, '\u{4E00}'..='\u{9FFF}');
    let ends = |c: char| is_space(c) || digit(c).is_some() || matches!(c, '。' | '|');
    let end = chars.find(|(_, c)| may_end(*c) && ends(*c));
    end.map_or(text.len(), |(at, _)| begin + at)
}
