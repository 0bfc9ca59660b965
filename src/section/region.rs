//! Where a table is: behind its heading, or where its labels stand.

use alloc::vec::Vec;
use core::ops::Range;

use super::extent::{Labelled, Trust, section_of};
use super::outline::Found;
use crate::layout::{self, Grids, Line};
use crate::report::SectionKind;
use crate::template::TableKind;

/// A table's lines and how they are laid out.
pub(crate) struct TableRegion {
    pub(crate) table: TableKind,
    pub(crate) lines: Range<usize>,
    pub(crate) rule: &'static layout::Rule,
    /// It stands behind its own heading.
    headed: bool,
}

/// The tables of a text: the lines behind their own headings, or else the first that look like them.
pub(crate) fn find(
    text: &str,
    lines: &[Line],
    headings: &[Found],
    grids: Grids<'_>,
) -> [Option<TableRegion>; 3] {
    let labelled = Labelled::new(text, lines);
    let once = |table: TableKind| {
        headings.iter().filter(|found| found.heading.kind == section_of(table)).count() == 1
    };
    let trust = if TableKind::ALL.into_iter().all(once) { Trust::Sure } else { Trust::Headed };
    let zones = zones(headings, lines.len());
    apart(TableKind::ALL.map(|table| find_table(&labelled, &zones, grids, table, trust)))
}

/// The lines behind each heading, up to the next of another section: one that a page repeats begins none.
fn zones(headings: &[Found], end: usize) -> Vec<(SectionKind, Range<usize>)> {
    let mut zones: Vec<(SectionKind, Range<usize>)> = Vec::with_capacity(headings.len());
    for found in headings {
        match zones.last_mut() {
            Some((kind, _)) if *kind == found.heading.kind => {}
            before => {
                if let Some((_, zone)) = before {
                    zone.end = found.line;
                }
                zones.push((found.heading.kind, found.line + 1..end));
            }
        }
    }
    zones
}

fn find_table(
    labelled: &Labelled<'_>,
    zones: &[(SectionKind, Range<usize>)],
    grids: Grids<'_>,
    table: TableKind,
    trust: Trust,
) -> Option<TableRegion> {
    let own = zones
        .iter()
        .filter(|(kind, _)| *kind == section_of(table))
        .find_map(|(_, zone)| labelled.table(zone.clone(), table, trust));
    let headed = own.is_some();
    let lines = own.or_else(|| {
        // Without its heading a table stands behind another one, before all headings, or in a section of prose.
        let prose = |kind| matches!(kind, SectionKind::Overview | SectionKind::Problems | SectionKind::Other);
        let before = 0..zones.first().map_or(labelled.lines.len(), |(_, zone)| zone.start - 1);
        let sections = |of_prose| zones.iter().filter(move |(kind, _)| prose(*kind) == of_prose);
        core::iter::once(before)
            .chain(sections(false).chain(sections(true)).map(|(_, zone)| zone.clone()))
            .find_map(|zone| labelled.table(zone, table, Trust::Loose))
    })?;
    let rule = layout::detect(labelled.text, labelled.lines.get(lines.clone())?, grids);
    Some(TableRegion { table, lines, rule, headed })
}

/// A row of one table amid another is none of its own: a table without its heading that lies inside one that has its
/// heading is not given.
fn apart(tables: [Option<TableRegion>; 3]) -> [Option<TableRegion>; 3] {
    let headed = tables.iter().flatten().filter(|table| table.headed);
    let headed: Vec<Range<usize>> = headed.map(|table| table.lines.clone()).collect();
    let inside =
        |lines: &Range<usize>| headed.iter().any(|own| own.start <= lines.start && lines.end <= own.end);
    tables.map(|table| table.filter(|table| table.headed || !inside(&table.lines)))
}

/// No table that is drawn with lines has fewer.
const FEWEST_LINES: usize = 4;

/// Whether tables may be drawn with lines: all lines of such a table begin with a stroke, and some with a rule's.
pub(crate) fn may_be_drawn(tables: &[Option<TableRegion>; 3], lines: &[Line]) -> bool {
    let rule = |line: &Line| matches!(line.first, Some('+' | '\u{2500}'..='\u{257F}'));
    let stroke = |line: &Line| line.first == Some('|') || rule(line);
    let found = |table: &TableRegion| lines.get(table.lines.start).is_some_and(stroke);
    let drawn = tables.iter().flatten().any(found)
        || tables.iter().any(Option::is_none) && lines.iter().step_by(FEWEST_LINES).any(stroke);
    drawn && lines.iter().any(rule)
}
