//! Where the sections and tables of a report are.

use alloc::vec::Vec;
use core::ops::Range;

use super::bare;
use super::heading::{self, Heading};
use super::lead::leading_label;
use crate::layout::{Line, is_space};
use crate::report::SectionKind;
use crate::template::TableKind;
use crate::template::labels::Label;
use crate::text::figure::digit;
use crate::text::fold::symbols_of;
use crate::text::fragment::is_fragment;

/// A heading and its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) line: usize,
    pub(crate) heading: Heading,
}

/// The headings of a text, in order, tables of contents left out.
pub(crate) fn headings(text: &str, lines: &[Line]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if bare::may_head(text, line)
            && let Ok((_, heading)) = heading::heading(line.text(text))
            // 四、结转下年度继续办理 is a row, whatever stands behind it on its line.
            && !matches!(leading_label(text, line.start as usize, line.end as usize), Some(Label::Row(_)))
        {
            found.push(Found { line: at, heading });
        }
    }
    drop_contents(lines, &mut found);
    found
}

/// Leaves out a table of contents: headings on neighbouring lines that stand in the text again.
fn drop_contents(lines: &[Line], found: &mut Vec<Found>) {
    let apart = |a: &Found, b: &Found| {
        lines.get(a.line + 1..b.line).is_some_and(|between| between.iter().any(|line| !line.is_blank()))
    };
    let run = 1 + found.windows(2).take_while(|pair| matches!(pair, [a, b] if !apart(a, b))).count();
    if run >= 4 && found.len() > run {
        let again = found
            .iter()
            .skip(run)
            .filter(|f| found.iter().take(run).any(|g| g.heading.kind == f.heading.kind));
        if again.count() >= 3 {
            found.drain(..run);
        }
    }
}

/// Where the second report begins, when the headings start over: the line of its first heading.
pub(crate) fn second_report(found: &[Found]) -> Option<usize> {
    let last = |kind| found.iter().rposition(|found| found.heading.kind == kind);
    let (proactive, requests) = (last(SectionKind::Proactive)?, last(SectionKind::Requests)?);
    let mut seen = [false; 6];
    for (at, found_at) in found.iter().enumerate() {
        let kind = found_at.heading.kind;
        let before = seen.iter().filter(|seen| **seen).count();
        let again = proactive >= at && requests >= at;
        if kind == SectionKind::Overview && seen.first() == Some(&true) && before >= 4 && again {
            return Some(found_at.line);
        }
        if let Some(seen) = seen.get_mut(kind as usize) {
            *seen = true;
        }
    }
    None
}

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

/// The lines of a table within a zone: from its first label to the last line that can be part of it.
pub(crate) fn table_lines(
    text: &str,
    lines: &[Line],
    zone: Range<usize>,
    table: TableKind,
    trust: Trust,
) -> Option<Range<usize>> {
    let is_own = |at: usize, kind| {
        kind == Some(table) && (trust != Trust::Loose || near(text, lines, at, zone.end, table))
    };
    let kind_of = |at: usize| lines.get(at).and_then(|line| label_kind(text, line));
    let first = zone.clone().find(|&at| is_own(at, kind_of(at)))?;
    let is_cells = |line: &Line| line.has_cells(text) || has_figures_only(line.text(text));
    if trust == Trust::Sure {
        // Only the last lines have to be looked at.
        let last = (first..zone.end).rev().find(|&at| match kind_of(at) {
            Some(kind) => kind == table,
            None => lines.get(at).is_some_and(is_cells),
        });
        return last.map(|last| first..run_on(text, lines, last, zone.end, table));
    }
    let mut last = first;
    for at in first + 1..zone.end {
        let line = lines.get(at)?;
        match label_kind(text, line) {
            // Another table begins: with two of its labels, as wrapped words can look like one.
            Some(kind) if kind != table && near(text, lines, at, zone.end, kind) => break,
            Some(kind) if kind == table => last = at,
            None if is_cells(line) => last = at,
            None if trust == Trust::Loose && at > last + 25 && !line.is_blank() => break,
            _ => {}
        }
    }
    Some(first..run_on(text, lines, last, zone.end, table))
}

/// Where a table ends whose last label may run on over lines that begin with pieces of it, behind its figures or not.
fn run_on(text: &str, lines: &[Line], last: usize, zone_end: usize, table: TableKind) -> usize {
    let line = lines.get(last).map_or("", |line| line.text(text));
    let (number, _) = super::lead::lead(line);
    let whole =
        line.get(number..).unwrap_or("").chars().any(|c| digit(c).is_some()) && !has_figures_only(line);
    if whole || table == TableKind::Disputes {
        return last + 1;
    }
    let goes_on = |line: &&Line| label_kind(text, line).is_none() && begins_with_fragment(line.text(text));
    let behind = lines.get(last + 1..zone_end).unwrap_or(&[]);
    last + 1 + behind.iter().take(3).take_while(goes_on).count()
}

/// Whether the first word of a line is a piece of a label.
fn begins_with_fragment(line: &str) -> bool {
    let word = line.get(super::lead::lead(line).0..).unwrap_or("").split(is_space).next().unwrap_or("");
    let mut symbols = Vec::new();
    !word.is_empty() && word.len() < 120 && symbols_of(word, &mut symbols) && is_fragment(&symbols)
}

fn label_kind(text: &str, line: &Line) -> Option<TableKind> {
    if line.text(text).len() > 1200 && !line.has_cells(text) {
        return None;
    }
    leading_label(text, line.start as usize, line.end as usize).and_then(table_of)
}

/// Whether another label of the table stands on one of the next lines.
fn near(text: &str, lines: &[Line], at: usize, end: usize, table: TableKind) -> bool {
    let next = lines.get(at + 1..end.min(at + 30)).unwrap_or(&[]);
    next.iter().filter(|line| !line.is_blank()).take(10).any(|line| label_kind(text, line) == Some(table))
}

/// Whether a line holds figures and marks only, with their signs and units.
fn has_figures_only(line: &str) -> bool {
    let mut any = false;
    for c in line.chars() {
        if digit(c).is_some() || matches!(c, '/' | '／' | '—' | '-' | '－' | '无' | '未' | '不') {
            any = true;
        } else if !is_space(c) && !".,，+＋%增减收取不适用万亿元件项批次个条宗份".contains(c)
        {
            return false;
        }
    }
    any
}
