//! How far a table goes, seen from the labels that its lines begin with.

use alloc::vec;
use alloc::vec::Vec;
use core::cell::Cell;
use core::ops::Range;

use super::lead::{lead, leading_label};
use crate::layout::{self, Line, is_space};
use crate::report::SectionKind;
use crate::template::TableKind;
use crate::template::labels::Label;
use crate::text::figure::digit;
use crate::text::fold::symbols_of;
use crate::text::fragment::is_fragment;

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
        let kind = if line.text(self.text).len() > layout::LONG && !line.has_cells(self.text) {
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
        self.lines.get(at).is_some_and(|line| line.has_cells(self.text)) || has_figures_only(self.words(at))
    }

    /// The lines of a table within a zone: from its first label to the last line that can be part of it.
    pub(crate) fn table(&self, zone: Range<usize>, table: TableKind, trust: Trust) -> Option<Range<usize>> {
        let is_own = |at: usize| {
            self.kind(at) == Some(table) && (trust != Trust::Loose || self.near(at, zone.end, table))
        };
        let first = zone.clone().find(|&at| is_own(at))?;
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
        Some(first..self.run_on(last, zone.end, table))
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
        let words = line.get(lead(line).0..).unwrap_or("");
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
            within || self.kind(*at).is_none() && begins_with_fragment(line)
        };
        last + 1 + (last + 1..end).take(3).take_while(goes_on).count()
    }
}

/// Whether the first word of a line is a piece of a label.
fn begins_with_fragment(line: &str) -> bool {
    let word = line.get(lead(line).0..).unwrap_or("").split(is_space).next().unwrap_or("");
    let mut symbols = Vec::new();
    !word.is_empty() && word.len() < 120 && symbols_of(word, &mut symbols) && is_fragment(&symbols)
}

/// Whether a line holds figures and marks only, with their signs and units.
fn has_figures_only(line: &str) -> bool {
    let mut any = false;
    for c in line.chars() {
        if digit(c).is_some() || matches!(c, '/' | '／' | '—' | '-' | '－' | '无' | '未' | '不') {
            any = true;
        } else if !is_space(c) && !".,，\\+＋%增减收取不适用万亿元件项批次个条宗份".contains(c)
        {
            return false;
        }
    }
    any
}
