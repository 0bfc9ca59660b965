//! Cutting a text into its lines: extractors leave whole tables on one line, and headings in the middle of others.

use alloc::vec::Vec;

use super::outline::{self, Found};
use super::{heading, title};
use crate::layout::{self, Line};
use crate::report::SectionKind;

/// No table has fewer bytes.
const SHORTEST_TABLE: usize = 100;

/// The lines of the text; a line that holds whole tables is cut before each label.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    let whole = layout::lines(text);
    // What stands on one line altogether may be cut off early.
    let alone = whole.iter().filter(|line| !line.is_blank()).nth(1).is_none();
    let long = if alone { SHORTEST_TABLE } else { layout::LONG };
    let long = whole.iter().enumerate().filter(|(_, line)| line.len() > long);
    let cut = cut(&whole, long.filter_map(|(at, line)| Some((at, layout::split_long_line(text, *line)?))));
    cut.unwrap_or(whole)
}

/// Lines of which some are cut: the number of each, and its pieces. `None` when there are none.
fn cut(lines: &[Line], pieces: impl Iterator<Item = (usize, Vec<Line>)>) -> Option<Vec<Line>> {
    let (mut cut, mut done) = (Vec::new(), 0);
    for (at, pieces) in pieces {
        cut.extend_from_slice(lines.get(done..at).unwrap_or(&[]));
        cut.extend(pieces);
        done = at + 1;
    }
    cut.extend_from_slice(lines.get(done..).filter(|_| done > 0)?);
    Some(cut)
}

/// The headings of a text, whose lines are cut where they hold more than a heading.
pub(crate) fn headings(text: &str, lines: &mut Vec<Line>) -> Vec<Found> {
    let mut headings = outline::headings(text, lines);
    tables_behind(text, lines, &mut headings);
    if headings_inside(text, lines, &mut headings) {
        tables_behind(text, lines, &mut headings);
    }
    headings
}

/// Cuts off a second report; where it begins.
pub(crate) fn second_report(text: &str, lines: &mut Vec<Line>, headings: &mut Vec<Found>) -> Option<u32> {
    let second = second_title(text, lines, headings, outline::second_report(headings)?);
    let at = lines.get(second).map_or(0, |line| line.start);
    lines.truncate(second);
    headings.retain(|found| found.line < second);
    Some(at)
}

/// The line of the title before the first heading of a second report, or else that heading's.
fn second_title(text: &str, lines: &[Line], headings: &[Found], heading: usize) -> usize {
    let begin = headings.iter().rev().find(|found| found.line < heading).map_or(0, |found| found.line + 1);
    let between = lines.get(begin..heading).unwrap_or(&[]);
    let place = title::title(text, between).map(|(title, _)| title.span.start);
    let at = place.and_then(|place| between.iter().position(|line| line.start <= place && place <= line.end));
    at.map_or(heading, |at| begin + at)
}

/// Cuts the lines of headings on which a whole table stands as well, or the last cell of one.
fn tables_behind(text: &str, lines: &mut Vec<Line>, headings: &mut Vec<Found>) {
    let beside = |found: &Found| Some((found.line, beside_heading(text, *lines.get(found.line)?, found)?));
    if let Some(cut) = cut(lines, headings.iter().filter_map(beside)) {
        *lines = cut;
        *headings = outline::headings(text, lines);
    }
}

/// The pieces of a heading's line, if cells stand on it.
fn beside_heading(text: &str, line: Line, found: &Found) -> Option<Vec<Line>> {
    let (before, rest) = line.text(text).split_at_checked(found.heading.start)?;
    if before.len() > 1 && before.matches(['\t', '|']).count() > 1 {
        // The last cell of a table, a blank one.
        return Some(halves(text, line, before.len()).into());
    }
    let behind = rest.get(found.heading.len..).unwrap_or("");
    if behind.len() <= SHORTEST_TABLE || !layout::holds_table(behind) {
        return None;
    }
    // Cells between separators are a row of its own.
    let row = || halves(text, line, found.heading.start + found.heading.len).into();
    Some(layout::split_long_line(text, line).unwrap_or_else(row))
}

/// A line cut at a place in it.
fn halves(text: &str, line: Line, at: usize) -> [Line; 2] {
    let (start, end) = (line.start as usize, line.end as usize);
    [Line::new(text, start, start + at), Line::new(text, start + at, end)]
}

/// Looks for missing headings in the middle of lines, and cuts the lines there; whether there were any.
fn headings_inside(text: &str, lines: &mut Vec<Line>, headings: &mut Vec<Found>) -> bool {
    let before = lines.len();
    for kind in SectionKind::ALL {
        if headings.iter().any(|found| found.heading.kind == kind) {
            continue;
        }
        let Some((at, offset)) = heading::inside(text, lines, kind) else { continue };
        if let Some(line) = lines.get_mut(at) {
            let place = line.start + u32::try_from(offset).unwrap_or(0);
            let rest = Line::new(text, place as usize, line.end as usize);
            line.end = place;
            lines.insert(at + 1, rest);
            *headings = outline::headings(text, lines);
        }
    }
    lines.len() > before
}
