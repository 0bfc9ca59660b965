//! How far a table goes, seen from the labels that its lines begin with.

use alloc::vec;
use alloc::vec::Vec;
use core::cell::Cell;
use core::ops::Range;

use super::furniture::is_furniture;
use super::lead::leading_label;
use super::number::lead;
use crate::layout::{self, Line, is_space};
use crate::report::SectionKind;
use crate::template::TableKind;
use crate::template::labels::Label;
use crate::text::figure::digit;
use crate::text::fold::symbols_of;
use crate::text::fragment::is_fragment;
use crate::text::label::longest;

/// The table that a label belongs to; bare words to none.
pub(crate) fn table_of(label: Label) -> Option<TableKind> {
    match label {
        Label::Item(_) | Label::Measure(..) | Label::ProactiveHead => Some(TableKind::Proactive),
        Label::Row(_)
        | Label::Column(_)
        | Label::ResultGroup(_)
        | Label::RequestsHead
        | Label::OtherHandling => Some(TableKind::Requests),
        Label::Outcome(_) | Label::Group(_) | Label::Litigation => Some(TableKind::Disputes),
        Label::Other | Label::Total | Label::Subtotal | Label::Section(_) => None,
    }
}

/// The section that holds a table.
pub(crate) const fn section_of(table: TableKind) -> SectionKind {
    match table {
        TableKind::Proactive => SectionKind::Proactive,
        TableKind::Requests => SectionKind::Requests,
        TableKind::Disputes => SectionKind::Disputes,
    }
}

/// How much is known of a zone in which a table is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trust {
    /// Its heading stands before it, and every other table has its own: no other can be in it.
    Sure,
    /// Its heading stands before it.
    Headed,
    /// A label counts only where another one is near.
    Loose,
}

/// The lines of a text, and the tables that the labels at their beginnings belong to.
pub(crate) struct Labelled<'t> {
    pub(crate) text: &'t str,
    pub(crate) lines: &'t [Line],
    /// What was found of each line that was looked at: several searches pass over the same lines.
    kinds: Vec<Cell<Option<Option<TableKind>>>>,
}

/// As many commas may stand in a sentence that names a head.
const FEW_COMMAS: usize = 3;

impl<'t> Labelled<'t> {
    pub(crate) fn new(text: &'t str, lines: &'t [Line]) -> Self {
        Self { text, lines, kinds: vec![Cell::new(None); lines.len()] }
    }

    /// The table of the label that a line begins with.
    fn kind(&self, at: usize) -> Option<TableKind> {
        let known = self.kinds.get(at)?;
        if let Some(kind) = known.get() {
            return kind;
        }
        let line = self.lines.get(at)?;
        let long = || line.len() > layout::LONG && !line.has_cells(self.text);
        let kind = if long() || line.is_drawn(self.text) {
            None
        } else {
            leading_label(self.text, line.start as usize, line.end as usize).and_then(table_of)
        };
        known.set(Some(kind));
        kind
    }

    fn words(&self, at: usize) -> &'t str {
        self.lines.get(at).map_or("", |line| line.text(self.text))
    }

    fn is_blank(&self, at: usize) -> bool {
        self.lines.get(at).is_none_or(|line| line.is_blank())
    }

    /// Whether a line without a label can be part of a table.
    fn is_cells(&self, at: usize) -> bool {
        self.lines.get(at).is_some_and(|line| {
            line.has_cells(self.text)
                // A page number behind a table is no part of it.
                || has_figures_only(line.text(self.text)) && !is_furniture(self.text, line)
        })
    }

    /// The lines of a table within a zone: from its first label to the last line that can be part of it.
    pub(crate) fn table(&self, zone: Range<usize>, table: TableKind, trust: Trust) -> Option<Range<usize>> {
        let is_own = |at: usize| {
            self.kind(at) == Some(table) && (trust != Trust::Loose || self.near(at, zone.end, table))
        };
        let first = zone.clone().find(|&at| is_own(at))?;
        let first = self.with_heads(first, zone.start, table);
        let mut last = first;
        if trust == Trust::Sure {
            // Only the last lines have to be looked at.
            let is_part = |at: usize| self.kind(at).map_or_else(|| self.is_cells(at), |kind| kind == table);
            last = (first..zone.end).rev().find(|&at| is_part(at))?;
        } else {
            for at in first + 1..zone.end {
                match self.kind(at) {
                    // Another table begins: with two of its labels, as wrapped words can look like one.
                    Some(kind) if kind != table && self.near(at, zone.end, kind) => break,
                    Some(kind) if kind == table => last = at,
                    None if self.is_cells(at) => last = at,
                    None if trust == Trust::Loose && at > last + 25 && !self.is_blank(at) => break,
                    _ => {}
                }
            }
        }
        let last = self.last_rows(last, zone.end, table);
        Some(first..self.run_on(last, zone.end, table))
    }

    /// The first line of a table, or the row of cells above it that heads its columns behind other words, or in another
    /// order: 类别, 结果维持; 总计, 自然人.
    fn with_heads(&self, first: usize, start: usize, table: TableKind) -> usize {
        let words: &[&str] = match table {
            TableKind::Proactive => return first,
            TableKind::Requests => &["自然人"],
            TableKind::Disputes => &["结果维持", "結果維持"],
        };
        let is_row = |at: &usize| {
            !self.is_blank(*at) && !self.lines.get(*at).is_some_and(|line| line.is_rule(self.text))
        };
        let above = (start..first).rev().find(is_row);
        let heads = |at: &usize| {
            let line = self.words(*at);
            let parted = || line.contains(['\t', '|']) || line.matches(',').count() > FEW_COMMAS;
            words.iter().any(|word| line.contains(word)) && parted()
        };
        above.filter(heads).unwrap_or(first)
    }

    /// The last line of a table that ends with rows whose labels are not at the beginning of their lines, or which are
    /// bare words that do not tell a table: behind the known ones, they are rows all the same.
    fn last_rows(&self, known: usize, end: usize, table: TableKind) -> usize {
        if table != TableKind::Requests {
            return known;
        }
        let mut last = known;
        for at in (known + 1..end).filter(|&at| !self.is_blank(at)) {
            if self.lines.get(at).is_some_and(|line| is_furniture(self.text, line)) {
                continue;
            } else if self.is_odd_row(at, table) {
                last = at;
            } else if at > last + 6 || !self.is_cells(at) && !is_rest(self.words(at)) {
                break;
            }
        }
        last
    }

    /// Whether a line has the label of a row behind a piece of its group's, `（五）不 1.信访…`, or a bare one before figures.
    fn is_odd_row(&self, at: usize, table: TableKind) -> bool {
        let Some(line) = self.lines.get(at) else { return false };
        let label = |from: usize| leading_label(self.text, line.start as usize + from, line.end as usize);
        let (start, words) = first_word(line.text(self.text));
        match label(0) {
            Some(Label::Total | Label::Other) => {
                let bare = line.text(self.text).get(start..).unwrap_or("");
                let behind = longest(bare).and_then(|found| bare.get(found.len..));
                behind.is_some_and(has_figures_only)
            }
            None if words <= 4 * '字'.len_utf8() => label(start + words).and_then(table_of) == Some(table),
            _ => false,
        }
    }

    /// Whether another label of the table stands on one of the next lines.
    fn near(&self, at: usize, end: usize, table: TableKind) -> bool {
        let next = (at + 1..end.min(at + 30)).filter(|&at| !self.is_blank(at));
        next.take(10).any(|at| self.kind(at) == Some(table))
    }

    /// Where a table ends whose last label may run on over lines that begin with pieces of it, behind its figures or
    /// not.
    fn run_on(&self, last: usize, end: usize, table: TableKind) -> usize {
        let line = self.words(last);
        let odd = self.kind(last).is_none() && self.is_odd_row(last, table);
        let begin = if odd { first_word(line).0 + first_word(line).1 } else { 0 };
        let words = line.get(begin..).and_then(|words| words.get(lead(words).0..)).unwrap_or("");
        let whole = words.chars().any(|c| digit(c).is_some()) && !has_figures_only(line);
        if whole || table == TableKind::Disputes {
            return last + 1;
        }
        let opens = |line: &str| line.matches(['（', '(']).count() > line.matches(['）', ')']).count();
        let mut open = opens(line);
        let goes_on = |at: &usize| {
            let line = self.words(*at);
            // Guidance in brackets runs on to the bracket that closes it.
            let within = open && self.kind(*at).is_none();
            open &= !line.contains(['）', ')']);
            within || self.kind(*at).is_none() && is_rest(line)
        };
        last + 1 + (last + 1..end).take(3).take_while(goes_on).count()
    }
}

/// Where the first word of a line begins, behind a number, and its length.
fn first_word(line: &str) -> (usize, usize) {
    let start = lead(line).0;
    let words = line.get(start..).unwrap_or("");
    (start, words.find(is_space).unwrap_or(words.len()))
}

/// Whether a line is the rest of a row whose label is wrapped: a piece of the label, or figures with a piece of the
/// group's label behind them.
fn is_rest(line: &str) -> bool {
    let figures = || line.trim_end_matches(is_space).rsplit_once(is_space);
    begins_with_fragment(line)
        || figures().is_some_and(|(figures, piece)| begins_with_fragment(piece) && has_figures_only(figures))
}

/// Whether the first word of a line is a piece of a label.
fn begins_with_fragment(line: &str) -> bool {
    let (start, len) = first_word(line);
    let word = line.get(start..start + len).unwrap_or("");
    let mut symbols = Vec::new();
    !word.is_empty() && word.len() < 120 && symbols_of(word, &mut symbols) && is_fragment(&symbols)
}

/// Whether a line holds figures and marks only, with their signs and units, and spaces as pages write them.
pub(super) fn has_figures_only(line: &str) -> bool {
    let mut any = false;
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        if digit(c).is_some() || matches!(c, '/' | '／' | '—' | '-' | '－' | '无' | '未' | '不') {
            any = true;
        } else if let Some(behind) = chars.as_str().strip_prefix("nbsp;").filter(|_| c == '&') {
            chars = behind.chars();
        } else if !is_space(c) && !".,，\"\\+＋%增减收取不适用万亿元件项批次个条宗份".contains(c)
        {
            return false;
        }
    }
    any
}
