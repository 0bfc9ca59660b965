//! The sections, with what their bodies hold besides tables.

use super::fill::Sink;
use super::outline::Found;
use crate::Span;
use crate::diagnostic::Code;
use crate::layout::Line;
use crate::report::{Section, SectionKind};
use crate::template::TableKind;
use crate::text::visible::Visible;

/// The sections, with what their bodies hold besides tables.
pub(crate) fn sections(sink: &mut Sink<'_>, lines: &[Line], headings: &[Found]) {
    let text = sink.text;
    let visible = Visible::new();
    let mut seen = [false; 6];
    sink.report.sections.reserve_exact(headings.len().min(sink.limits.sections));
    for (at, found) in headings.iter().enumerate() {
        let Some(line) = lines.get(found.line) else { continue };
        let start = line.start + u32::try_from(found.heading.start).unwrap_or(0);
        let heading = Span::new(start, start + u32::try_from(found.heading.len).unwrap_or(0));
        let end = headings
            .get(at + 1)
            .and_then(|next| lines.get(next.line))
            .map_or(text.len(), |line| line.start as usize);
        let body = Span::new(heading.end, u32::try_from(end).unwrap_or(heading.end));
        let seen = seen.get_mut(found.heading.kind as usize);
        if seen.is_some_and(|seen| core::mem::replace(seen, true)) {
            sink.diagnose(Code::SectionRepeated, heading, "");
        }
        if sink.report.sections.len() == sink.limits.sections {
            sink.leave_out("max_sections", heading);
            continue;
        }
        let prose = prose(sink, &visible, body);
        sink.report.sections.push(Section {
            kind: found.heading.kind,
            number: found.heading.number,
            heading,
            body,
            prose,
        });
    }
    for (kind, seen) in SectionKind::ALL.iter().zip(seen) {
        if !seen {
            sink.diagnose(Code::SectionMissing, None, alloc::format!("{}", kind.number()));
        }
    }
}

/// Characters of a body that are neither white space nor part of a table.
fn prose(sink: &Sink<'_>, visible: &Visible, body: Span) -> u32 {
    let between = |start, end| Span::new(start, end).slice(sink.text).map_or(0, |text| visible.count(text));
    let mut inside = TableKind::ALL.map(|table| {
        let span = sink.report.source(table)?.span;
        (body.start <= span.start && span.end <= body.end).then_some(span)
    });
    inside.sort_unstable_by_key(|span| span.map(|span| span.start));
    let (mut count, mut start) = (0, body.start);
    for table in inside.into_iter().flatten() {
        count += between(start, table.start);
        start = start.max(table.end);
    }
    u32::try_from(count + between(start, body.end)).unwrap_or(u32::MAX)
}
