//! Which stretches of the text are prose.

use alloc::vec::Vec;
use core::ops::Range;

use memchr::memmem;

use crate::template::TableKind;
use crate::{Report, SectionKind};

/// Words that every table has in its head, one for each: where the table was not found, a body with one of them is a
/// table that could not be read, and no prose.
const TABLE_WORDS: [&str; 3] = ["信息内容", "勾稽", "结果维持"];

/// A stretch of prose and the section it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) range: Range<usize>,
    pub(super) section: Option<SectionKind>,
}

/// The prose of the sections without their tables, in the order of the text.
pub(super) fn regions(text: &str, report: &Report) -> Vec<Region> {
    let mut tables: Vec<Range<usize>> = TableKind::ALL
        .iter()
        .filter_map(|&kind| report.source(kind))
        .map(|source| source.span.range())
        .collect();
    tables.sort_by_key(|range| range.start);
    let mut regions = Vec::new();
    if report.sections.is_empty() {
        let end = tables.first().map_or(text.len(), |table| table.start);
        regions.push(Region { range: 0..end.min(text.len()), section: None });
        return regions;
    }
    for section in &report.sections {
        let body = section.body.range();
        if !is_unread_table(text, report, section.kind, &body) {
            cut(&body, &tables, |range| regions.push(Region { range, section: Some(section.kind) }));
        }
    }
    regions
}

fn is_unread_table(text: &str, report: &Report, section: SectionKind, body: &Range<usize>) -> bool {
    let table = match section {
        SectionKind::Proactive => TableKind::Proactive,
        SectionKind::Requests => TableKind::Requests,
        SectionKind::Disputes => TableKind::Disputes,
        _ => return false,
    };
    report.source(table).is_none()
        && text.get(body.clone()).is_some_and(|body| {
            TABLE_WORDS.iter().any(|word| memmem::find(body.as_bytes(), word.as_bytes()).is_some())
        })
}

/// Gives what of `body` no table covers; `tables` are sorted by their start.
fn cut(body: &Range<usize>, tables: &[Range<usize>], mut give: impl FnMut(Range<usize>)) {
    let mut at = body.start;
    for table in tables {
        if table.start > at && table.start < body.end {
            give(at..table.start);
        }
        if table.start < body.end {
            at = at.max(table.end);
        }
    }
    if at < body.end {
        give(at..body.end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Edition, Section, Span};

    fn regions_of(text: &str, kind: SectionKind) -> usize {
        let mut report = Report::new(Edition::E2021);
        let (heading, body) = (Span::new(0, 0), Span::new(0, u32::try_from(text.len()).unwrap()));
        report.sections.push(Section { kind, number: None, heading, body, prose: 1 });
        regions(text, &report).len()
    }

    #[test]
    fn a_table_that_was_not_found_is_no_prose() {
        assert_eq!(regions_of("结果维持 3件", SectionKind::Disputes), 0);
        assert_eq!(regions_of("维持 3件", SectionKind::Disputes), 1);
        assert_eq!(regions_of("结果维持 3件", SectionKind::Overview), 1);
    }

    #[test]
    fn tables_are_cut_out_of_a_section() {
        let cut_out = |tables: &[Range<usize>]| {
            let mut given = Vec::new();
            cut(&(10..100), tables, |range| given.push((range.start, range.end)));
            given
        };
        assert_eq!(cut_out(&[0..5, 20..30, 50..120]), [(10, 20), (30, 50)]);
        assert_eq!(cut_out(&[0..15, 150..160]), [(15, 100)]);
    }
}
