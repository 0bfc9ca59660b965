//! Where the sections of a report are.

use alloc::vec::Vec;

use super::bare;
use super::heading::{self, Heading};
use super::lead::{leading_label, usual_label};
use crate::layout::{Line, is_space};
use crate::report::SectionKind;
use crate::template::labels::Label;

/// A heading and its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) line: usize,
    pub(crate) heading: Heading,
}

/// The headings of a text, in order, tables of contents left out.
pub(crate) fn headings(text: &str, lines: &[Line]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::with_capacity(SectionKind::ALL.len());
    for (at, line) in lines.iter().enumerate() {
        if bare::may_head(text, line) {
            if let Some(heading) = heading_of(text, line) {
                found.push(Found { line: at, heading });
            }
        }
    }
    if found.len() < FEWEST {
        found = other_headings(text, lines).filter(|other| other.len() > found.len()).unwrap_or(found);
    }
    drop_contents(lines, &mut found);
    found
}

/// The heading that a line is, or begins with.
fn heading_of(text: &str, line: &Line) -> Option<Heading> {
    let words = line.text(text);
    let bare = words.trim_start_matches(|c| is_space(c) || bare::is_ornament(c));
    match usual_label(bare) {
        Some((Label::Row(_) | Label::RequestsHead, _)) => return None,
        Some((Label::Section(kind), place)) if place.end == bare.len() => {
            if let Some(heading) = heading::usual(bare, kind) {
                return Some(Heading { start: words.len() - bare.len(), ..heading });
            }
        }
        _ => {}
    }
    let (_, heading) = heading::heading(words).ok()?;
    // 四、结转下年度继续办理 is a row, 三、本年度办理结果 the head of rows, whatever stands behind it on its line.
    let label = leading_label(text, line.start as usize, line.end as usize);
    (!matches!(label, Some(Label::Row(_) | Label::RequestsHead))).then_some(heading)
}

/// Fewer headings are not those of a report.
const FEWEST: usize = 3;

/// Headings that are numbered otherwise: `1.`, `（一）`. As sub-headings look the same, each must have its own number, and
/// most must be there.
fn other_headings(text: &str, lines: &[Line]) -> Option<Vec<Found>> {
    let found: Vec<Found> = lines
        .iter()
        .enumerate()
        .filter_map(|(line, found)| Some(Found { line, heading: heading::other(found.text(text))? }))
        .collect();
    (found.len() > FEWEST).then_some(found)
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
