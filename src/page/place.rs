//! A report read from the text of a page, brought to the places of the page's source.

use super::Page;
use crate::diagnostic::{Code, Diagnostic};
use crate::limits::Limits;
use crate::report::{Candidate, Cell, Report};
use crate::template::{FactPath, TableKind};
use crate::{Parsed, Span};

impl Page {
    /// Brings every span of a reading of this page's text to the source.
    pub(crate) fn place(&self, parsed: &mut Parsed, limits: &Limits) {
        self.unshare(parsed, limits);
        let report = &mut parsed.report;
        let spans = report
            .title
            .iter_mut()
            .map(|title| &mut title.span)
            .chain(report.agency.iter_mut().map(|agency| &mut agency.span))
            .chain(report.period.iter_mut().map(|period| &mut period.span))
            .chain(report.sections.iter_mut().flat_map(|section| [&mut section.heading, &mut section.body]))
            .chain(report.signature.iter_mut().flat_map(|signature| {
                core::iter::once(&mut signature.span)
                    .chain(signature.agency.iter_mut().map(|agency| &mut agency.span))
            }))
            .chain(report.requests.printed.iter_mut().map(|row| &mut row.label))
            .chain(parsed.diagnostics.iter_mut().filter_map(|diagnostic| diagnostic.span.as_mut()));
        spans.for_each(|span| *span = self.in_source(*span));
        let sources =
            [&mut report.proactive.source, &mut report.requests.source, &mut report.disputes.source];
        for source in sources.into_iter().flatten() {
            source.span = self.in_source(source.span);
        }
        let additional = [
            &mut report.proactive.additional,
            &mut report.requests.additional,
            &mut report.disputes.additional,
        ];
        for row in additional.into_iter().flatten() {
            row.span = self.in_source(row.span);
            for cell in &mut row.cells {
                *cell = self.cell(*cell);
            }
        }
        for path in paths(report) {
            if let Some(cell) = report.get(path) {
                report.set(path, self.cell(cell));
            }
        }
        if let Some((at, limit)) = self.limit {
            let at = self.in_source(Span::new(at, at));
            limits.keep(Diagnostic::new(Code::LimitReached, at, limit), &mut parsed.diagnostics);
        }
        parsed.diagnostics.sort_by_key(|found| found.span.map_or(u32::MAX, |span| span.start));
    }

    /// A figure that one cell prints for several rows may be that of any of them.
    fn unshare(&self, parsed: &mut Parsed, limits: &Limits) {
        if self.shared.is_empty() {
            return;
        }
        for path in paths(&parsed.report) {
            let figure = parsed.report.get(path).and_then(|cell| Some((cell.value()?, cell.span()?)));
            let Some((value, span)) = figure.filter(|(_, span)| self.is_shared(*span)) else { continue };
            let candidates = [Candidate::Value(value), Candidate::Blank];
            let cell = parsed.report.ambiguous(candidates, Some(span));
            parsed.report.set(path, cell);
            let detail = "one cell for several rows";
            limits.keep(Diagnostic::new(Code::CellAmbiguous, span, detail), &mut parsed.diagnostics);
        }
    }

    fn is_shared(&self, span: Span) -> bool {
        let next = self.shared.partition_point(|shared| shared.start <= span.start);
        next.checked_sub(1).and_then(|at| self.shared.get(at)).is_some_and(|shared| span.start < shared.end)
    }

    fn cell(&self, cell: Cell) -> Cell {
        cell.span().map_or(cell, |span| cell.with_span(self.in_source(span)))
    }

    /// From the first byte in the source to the last; an empty span stays empty.
    fn in_source(&self, span: Span) -> Span {
        let start = self.text.start(span.start, self.source_len);
        if span.is_empty() {
            return Span::new(start, start);
        }
        let end = self.text.end(span.end);
        // Cells written again stand further up in the source than what is before them in the text.
        Span::new(start.min(end), start.max(end))
    }
}

/// Every figure of the editions that the tables follow.
fn paths(report: &Report) -> impl Iterator<Item = FactPath> + use<> {
    let proactive = FactPath::proactive(report.edition(TableKind::Proactive));
    let requests = FactPath::requests(report.edition(TableKind::Requests));
    proactive.chain(requests).chain(FactPath::disputes())
}
