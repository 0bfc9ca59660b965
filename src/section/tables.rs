//! The three tables of a text, from their lines to the cells of the report.

use alloc::vec::Vec;

use super::fill::{Region, Sink};
use super::raw::RawTable;
use super::region::TableRegion;
use super::rows::{Draft, Drafts, Source};
use super::tidy::{self, Look};
use super::{apart, disputes, empty, gaps, glued, heads, narrow, packed, proactive, reading, requests};
use crate::diagnostic::Code;
use crate::layout::{self, Line, Rule};
use crate::report::{Disputes, Proactive, Requests, TableSource};
use crate::resolve::Blanks;
use crate::template::{Column, Edition, TableKind};
use crate::{Layout, Span};

/// A table and its rows.
struct Table<'s> {
    kind: TableKind,
    raw: &'s RawTable,
    /// That of the first table, the rows of which have different columns.
    edition: Edition,
    drafts: Drafts,
    /// Its rows stand between separators, and blank cells left no trace.
    packed: bool,
}

/// Fills the tables that were found; returns how many.
pub(crate) fn fill(
    sink: &mut Sink<'_>,
    lines: &[Line],
    regions: [Option<TableRegion>; 3],
    year: Option<u16>,
) -> usize {
    let (text, most) = (sink.text, sink.limits.cells);
    let places = regions.each_ref().map(|region| region.as_ref().map(|region| region.lines.clone()));
    let mut too_large: Vec<(TableKind, Layout, Span)> = Vec::new();
    let [proactive, mut requests, disputes] = regions.map(|region| {
        let region = region?;
        match RawTable::read(text, lines, &region, most)? {
            Ok(mut raw) => {
                raw.keep_own_year(text, region.table, year);
                Some(raw)
            }
            Err(span) => {
                too_large.push((region.table, region.rule.layout, span));
                None
            }
        }
    });
    let Rows { proactive: first, requests: second, strewn, packed } =
        draft(sink, proactive.as_ref(), requests.as_mut(), year);
    let edition = sink.report.proactive.edition;
    let mut tables: Vec<Table<'_>> = Vec::with_capacity(3);
    for (kind, raw, own) in [
        (TableKind::Proactive, &proactive, first),
        (TableKind::Requests, &requests, second),
        (TableKind::Disputes, &disputes, None),
    ] {
        let Some(raw) = raw else { continue };
        let row = || disputes::is_table(&raw.atoms).then(|| disputes::row(raw.rule, &raw.atoms));
        let Some(drafts) = own.or_else(row) else { continue };
        let strewn = strewn && kind == TableKind::Proactive && drafts.pieces.is_empty();
        let outside = empty::lacks_cells(&drafts)
            && (!raw.rule.keeps_blanks || drafts.pieces.is_empty())
            && (strewn || empty::has_figures_outside(text, lines, &places, kind));
        let packed = packed && raw.rule.grid;
        let mut table = Table { kind, raw, edition, drafts, packed };
        table.look_over(text, outside);
        if table.is_one(text) {
            tables.push(table);
        }
    }
    let vanished = vanished(text, &tables);
    let found = tables.len() + too_large.len();
    for table in tables {
        let blanks = match vanished.get(table.kind as usize) {
            _ if table.packed => Blanks::Vanish,
            vanished => reading::blanks(table.raw.rule, vanished == Some(&true)),
        };
        table.put(sink, blanks);
    }
    for (kind, layout, span) in too_large {
        sink.report.set_source(kind, TableSource { layout, span });
        sink.diagnose(Code::LimitReached, span, alloc::format!("max_cells: {}", kind.key()));
    }
    for kind in TableKind::ALL {
        if sink.report.source(kind).is_none() {
            sink.diagnose(Code::TableMissing, None, kind.key());
        }
    }
    found
}

/// The rows of the tables that have several.
struct Rows {
    proactive: Option<Drafts>,
    requests: Option<Drafts>,
    /// Cells of the requests stand about: those of the table before it may be among them.
    strewn: bool,
    /// Rows of the requests between separators have lost their blank cells: so have those of other tables.
    packed: bool,
}

/// Tells the rows apart, and by them the editions of the report's tables.
fn draft(
    sink: &mut Sink<'_>,
    proactive: Option<&RawTable>,
    mut requests: Option<&mut RawTable>,
    year: Option<u16>,
) -> Rows {
    let text = sink.text;
    let by_head = proactive.and_then(|raw| proactive::edition(&raw.atoms));
    let mut second = requests.as_mut().map(|raw| raw.requests(text, year));
    let by_rows = second.as_ref().and_then(requests::edition);
    let fallback = by_head.or(by_rows).or(year.map(Edition::for_year)).unwrap_or(Edition::E2021);
    let (of_proactive, of_requests) = (by_head.unwrap_or(fallback), by_rows.unwrap_or(fallback));
    sink.report.proactive = Proactive::new(of_proactive);
    sink.report.requests = Requests::new(of_requests);
    sink.report.disputes = Disputes::new(fallback);
    let mut first = proactive.map(|raw| raw.rows(text, &proactive::form(of_proactive)));
    let strewn = first.as_ref().is_some_and(|drafts| drafts.pieces.is_empty())
        && second.as_ref().is_some_and(tidy::is_strewn);
    if let Some(drafts) = &mut first {
        tidy::doubt_columns(drafts, second.as_ref());
    }
    let mut packed = false;
    if let (Some(drafts), Some(raw)) = (&mut second, requests.as_ref().filter(|raw| raw.rule.grid)) {
        packed = packed::are_gone(drafts, Column::ALL.len());
        if !packed {
            narrow::fill_up(&raw.atoms, drafts);
        }
    }
    let loose = requests.filter(|raw| !raw.rule.grid && !raw.rule.keeps_blanks);
    if let (Some(drafts), Some(raw)) = (&mut second, loose) {
        if let Some(proved) = apart::rows(text, &raw.atoms, drafts, of_requests) {
            *drafts = proved;
        }
    }
    Rows { proactive: first, requests: second, strewn, packed }
}

impl Table<'_> {
    fn columns(kind: TableKind, edition: Edition, draft: &Draft) -> usize {
        match kind {
            TableKind::Proactive => draft.row.map_or(0, |row| proactive::columns(row, edition)),
            TableKind::Requests => Column::ALL.len(),
            TableKind::Disputes => disputes::COLUMNS,
        }
    }

    /// Looks over the rows. `outside`: figures stand outside the table that may be its own.
    fn look_over(&mut self, text: &str, outside: bool) {
        let (kind, edition, drafts) = (self.kind, self.edition, &mut self.drafts);
        let RawTable { rule, atoms, twice, .. } = self.raw;
        let Rule { layout, grid, .. } = **rule;
        let keeps_blanks = rule.keeps_blanks && !self.packed;
        if self.packed {
            packed::drop_blanks(drafts);
        }
        let sums = kind == TableKind::Requests;
        let look = Look { text, layout, grid, keeps_blanks, sums, outside, twice: *twice };
        tidy::tidy(drafts, &look, |draft| Self::columns(kind, edition, draft));
        if heads::are_turned(text, kind, atoms, !grid && keeps_blanks) {
            drafts.rows.iter_mut().for_each(|draft| draft.source = Source::Doubtful);
        } else if layout == Layout::Aligned && sums {
            gaps::fill(text, atoms, drafts, Column::ALL.len());
        }
    }

    /// Whether it is a table, and not prose about one.
    fn is_one(&self, text: &str) -> bool {
        let labelled =
            self.kind == TableKind::Disputes || self.drafts.rows.iter().any(|draft| draft.row.is_some());
        labelled && (self.kind != TableKind::Proactive || proactive::is_table(text, &self.raw.atoms))
    }

    /// Whether it is glued, and some row has fewer digits than columns.
    fn is_short(&self, text: &str) -> bool {
        // 其他处理 is the head of a group in edition 2021.
        let is_group = |draft: &Draft| {
            self.kind == TableKind::Requests
                && draft.pieces.is_empty()
                && draft.row.is_some_and(requests::FORM.may_be_group)
        };
        let columns = |draft: &Draft| Self::columns(self.kind, self.edition, draft);
        self.raw.rule.layout == Layout::Glued && glued::is_short(text, &self.drafts, columns, is_group)
    }

    /// Puts its cells into the report.
    fn put(self, sink: &mut Sink<'_>, blanks: Blanks) {
        let Self { kind, raw: &RawTable { rule, span, ref atoms, .. }, drafts, .. } = self;
        let last = span.end as usize >= sink.text.trim_end_matches(layout::is_space).len();
        let region = Region { rule, atoms, span, blanks, last };
        let by_column = drafts.rows.iter().any(|draft| draft.source.is_by_column());
        let layout = if by_column { Layout::PdfColumns } else { rule.layout };
        sink.diagnose(Code::LayoutChosen, span, [kind.key(), ": ", layout.as_str()].concat());
        sink.report.set_source(kind, TableSource { layout, span });
        match kind {
            TableKind::Proactive => proactive::fill(sink, &region, &drafts),
            TableKind::Requests => requests::fill(sink, &region, &drafts),
            TableKind::Disputes => disputes::fill(sink, &region, &drafts),
        }
    }
}

/// In which tables blank cells vanish: short rows show it, but rows without sums tell nothing of those that have them.
fn vanished(text: &str, tables: &[Table<'_>]) -> [bool; 3] {
    let is_short = |with_sums: bool| {
        let mut of_kind = tables.iter().filter(|table| (table.kind != TableKind::Proactive) == with_sums);
        of_kind.any(|table| table.is_short(text))
    };
    let with_sums = is_short(true);
    [with_sums || is_short(false), with_sums, with_sums]
}
