//! Where a table is: behind its heading, or where its labels stand.

use alloc::vec::Vec;
use core::ops::Range;

use super::outline::{self, Found, Trust};
use crate::layout::{self, Line};
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

/// A row of one table amid another is none of its own: a table without its heading that lies inside one that has its
/// heading is not given.
pub(crate) fn apart(tables: [Option<TableRegion>; 3]) -> [Option<TableRegion>; 3] {
    let headed = tables.iter().flatten().filter(|table| table.headed);
    let headed: Vec<Range<usize>> = headed.map(|table| table.lines.clone()).collect();
    let inside =
        |lines: &Range<usize>| headed.iter().any(|own| own.start <= lines.start && lines.end <= own.end);
    tables.map(|table| table.filter(|table| table.headed || !inside(&table.lines)))
}

/// The lines of a table: those behind its own heading, or else the first that look like it.
pub(crate) fn find(
    text: &str,
    lines: &[Line],
    headings: &[Found],
    grids: &[Range<u32>],
    table: TableKind,
) -> Option<TableRegion> {
    let kind = outline::section_of(table);
    let zone_of = |at: usize, found: &Found| {
        let end = headings.get(at + 1).map_or(lines.len(), |next| next.line);
        found.line + 1..end
    };
    let own = headings.iter().enumerate().filter(|(_, found)| found.heading.kind == kind);
    let once = |table: &TableKind| {
        headings.iter().filter(|found| found.heading.kind == outline::section_of(*table)).count() == 1
    };
    let trust = if TableKind::ALL.iter().all(once) { Trust::Sure } else { Trust::Headed };
    let own = own
        .map(|(at, found)| zone_of(at, found))
        .find_map(|zone| outline::table_lines(text, lines, zone, table, trust));
    let headed = own.is_some();
    let found = own.or_else(|| {
        // Without its heading a table stands behind another one, before all headings, or in a section of prose.
        let prose = |kind| matches!(kind, SectionKind::Overview | SectionKind::Problems | SectionKind::Other);
        let before = 0..headings.first().map_or(lines.len(), |found| found.line);
        let sections = |of_prose: bool| {
            let of_kind = move |(_, found): &(usize, &Found)| prose(found.heading.kind) == of_prose;
            headings.iter().enumerate().filter(of_kind).map(|(at, found)| zone_of(at, found))
        };
        core::iter::once(before)
            .chain(sections(false))
            .chain(sections(true))
            .find_map(|zone| outline::table_lines(text, lines, zone, table, Trust::Loose))
    })?;
    let rule = layout::detect(text, lines.get(found.clone())?, grids);
    Some(TableRegion { table, lines: found, rule, headed })
}
