//! The three tables of a text, from their lines to the cells of the report.

use alloc::vec::Vec;

use super::atom::{self, Atom};
use super::fill::{Region, Sink};
use super::region::TableRegion;
use super::rows::{Draft, Drafts, Form, Source};
use super::tidy::{self, Look};
use super::{
    apart, disputes, empty, flow, furniture, gaps, glued, grid, heads, proactive, reading, remarks, requests,
    twice,
};
use crate::diagnostic::Code;
use crate::layout::{self, Line};
use crate::report::TableSource;
use crate::template::{Column, Edition, TableKind};
use crate::{Layout, Span};

/// Fills the tables that were found; returns how many.
pub(crate) fn fill(
    sink: &mut Sink<'_>,
    lines: &[Line],
    tables: [Option<TableRegion>; 3],
    year: Option<u16>,
) -> usize {
    let text = sink.text;
    let most = sink.limits.cells;
    let mut too_large = Vec::new();
    let places = tables.each_ref().map(|table| table.as_ref().map(|table| table.lines.clone()));
    let mut read = tables.map(|table| {
        let table = table?;
        let lines = lines.get(table.lines.clone())?;
        let span = Span::new(lines.first()?.start, lines.last()?.end);
        let atoms = if layout::has_more_cells(text, lines, most) {
            None
        } else {
            let kept = furniture::without(text, lines);
            let mut tokens = Vec::with_capacity(span.len() / 8);
            (table.rule.tokenize)(text, &kept, &mut tokens);
            atom::atoms(text, &tokens, table.rule.grid, span.end as usize, most)
        };
        match atoms {
            Some(atoms) => Some((table.rule, atoms, span)),
            None => {
                too_large.push((table.table, table.rule.layout, span));
                None
            }
        }
    });
    // Tables that stand twice, and which is the report's is not said.
    let mut open = Vec::new();
    for (source, table) in read.iter_mut().zip(TableKind::ALL) {
        let Some((_, atoms, _)) = source else { continue };
        if twice::has_label_twice(atoms, table) && !twice::keep_own(text, atoms, year) {
            open.push(table);
        }
    }
    let [proactive_table, requests_table, disputes_table] = &mut read;
    let rows = |form: &Form, table: &Option<(&'static layout::Rule, Vec<Atom>, Span)>| -> Option<Drafts> {
        let (rule, atoms, _) = table.as_ref()?;
        Some(if rule.grid {
            grid::rows(text, form, atoms, !matches!(rule.layout, Layout::Html | Layout::Ruled))
        } else {
            flow::rows(text, form, atoms, is_lone(rule.layout))
        })
    };
    let by_head = proactive_table.as_ref().and_then(|(_, atoms, _)| proactive::edition(atoms));
    let mut requests_drafts = rows(&requests::FORM, requests_table);
    if requests_drafts.as_ref().is_some_and(twice::stands_twice) {
        let atoms = requests_table.as_mut().map(|(_, atoms, _)| atoms);
        if atoms.is_some_and(|atoms| twice::keep_own(text, atoms, year)) {
            requests_drafts = rows(&requests::FORM, requests_table);
        } else {
            open.push(TableKind::Requests);
        }
    }
    if let (Some(drafts), Some((rule, atoms, _))) = (&mut requests_drafts, &*requests_table) {
        remarks::leave_out(text, atoms, rule.grid, drafts, Column::ALL.len());
    }
    let by_rows = requests_drafts.as_ref().and_then(requests::edition);
    let fallback = by_head.or(by_rows).or(year.map(Edition::for_year)).unwrap_or(Edition::E2021);
    let (first, second) = (by_head.unwrap_or(fallback), by_rows.unwrap_or(fallback));
    sink.report.proactive = crate::report::Proactive::new(first);
    sink.report.requests = crate::report::Requests::new(second);
    sink.report.disputes = crate::report::Disputes::new(fallback);
    let mut proactive_drafts = rows(&proactive::form(first), proactive_table);
    let strewn = proactive_drafts.as_ref().is_some_and(|drafts| drafts.pieces.is_empty())
        && requests_drafts.as_ref().is_some_and(tidy::is_strewn);
    if let Some(drafts) = &mut proactive_drafts {
        tidy::doubt_columns(drafts, requests_drafts.as_ref());
    }
    let loose = requests_table.as_ref().filter(|(rule, ..)| !rule.grid && !rule.keeps_blanks);
    if let (Some(drafts), Some((_, atoms, _))) = (&mut requests_drafts, loose) {
        if let Some(proved) = apart::rows(text, atoms, drafts, second) {
            *drafts = proved;
        }
    }
    let columns = |table: TableKind, draft: &Draft| match table {
        TableKind::Proactive => draft.row.map_or(0, |row| proactive::columns(row, first)),
        TableKind::Requests => Column::ALL.len(),
        TableKind::Disputes => disputes::COLUMNS,
    };
    let mut tables: Vec<(TableKind, &'static layout::Rule, &[Atom], Span, Drafts)> = Vec::with_capacity(3);
    for (table, source, drafts) in [
        (TableKind::Proactive, proactive_table, proactive_drafts),
        (TableKind::Requests, requests_table, requests_drafts),
        (TableKind::Disputes, disputes_table, None),
    ] {
        let Some((rule, atoms, span)) = source else { continue };
        let mut drafts = match drafts {
            Some(drafts) => drafts,
            None if disputes::is_table(atoms) => disputes::row(rule, atoms),
            None => continue,
        };
        let sums = table == TableKind::Requests;
        let outside = empty::lacks_cells(&drafts)
            && (!rule.keeps_blanks || drafts.pieces.is_empty())
            && (table == TableKind::Proactive && strewn && drafts.pieces.is_empty()
                || empty::has_figures_outside(text, lines, &places, table));
        let layout::Rule { layout, grid, keeps_blanks, .. } = **rule;
        let look = Look { text, layout, grid, keeps_blanks, sums, outside, twice: open.contains(&table) };
        tidy::tidy(&mut drafts, &look, |draft| columns(table, draft));
        if heads::are_turned(text, table, atoms, !grid && keeps_blanks) {
            drafts.rows.iter_mut().for_each(|draft| draft.source = Source::Doubtful);
        } else if layout == Layout::Aligned && sums {
            gaps::fill(text, atoms, &mut drafts, Column::ALL.len());
        }
        let labelled = table == TableKind::Disputes || drafts.rows.iter().any(|draft| draft.row.is_some());
        if labelled && (table != TableKind::Proactive || proactive::is_table(text, atoms)) {
            tables.push((table, rule, atoms, *span, drafts));
        }
    }
    let shows_vanished = |(table, rule, _, _, drafts): &(TableKind, &layout::Rule, _, _, Drafts)| {
        // 其他处理 is the head of a group in edition 2021.
        let group = |draft: &Draft| {
            *table == TableKind::Requests
                && draft.pieces.is_empty()
                && draft.row.is_some_and(requests::FORM.may_be_group)
        };
        rule.layout == Layout::Glued && glued::is_short(text, drafts, |draft| columns(*table, draft), group)
    };
    let vanished: Vec<bool> = tables.iter().map(shows_vanished).collect();
    let vanished = |table: TableKind| {
        let tells = |(other, short): (&(TableKind, _, _, _, _), &bool)| {
            // Rows without sums tell nothing of those that have them.
            *short && (table == TableKind::Proactive || other.0 != TableKind::Proactive)
        };
        tables.iter().zip(&vanished).any(tells)
    };
    let vanished = TableKind::ALL.map(vanished);
    let found = tables.len() + too_large.len();
    let text_end = text.trim_end_matches(layout::is_space).len();
    for (table, rule, atoms, span, drafts) in tables {
        let blanks = reading::blanks(rule, vanished.get(table as usize) == Some(&true));
        let region = Region { rule, atoms, span, blanks, last: span.end as usize >= text_end };
        let by_column = drafts.rows.iter().any(|draft| draft.source.is_by_column());
        let layout = if by_column { Layout::PdfColumns } else { rule.layout };
        sink.diagnose(Code::LayoutChosen, region.span, [table.key(), ": ", layout.as_str()].concat());
        sink.report.set_source(table, TableSource { layout, span: region.span });
        match table {
            TableKind::Proactive => proactive::fill(sink, &region, &drafts),
            TableKind::Requests => requests::fill(sink, &region, &drafts),
            TableKind::Disputes => disputes::fill(sink, &region, &drafts),
        }
    }
    for (table, layout, span) in too_large {
        sink.report.set_source(table, TableSource { layout, span });
        sink.diagnose(Code::LimitReached, span, alloc::format!("max_cells: {}", table.key()));
    }
    for table in TableKind::ALL {
        if sink.report.source(table).is_none() {
            sink.diagnose(Code::TableMissing, None, table.key());
        }
    }
    found
}

/// Layouts in which every figure has a line of its own.
const fn is_lone(layout: Layout) -> bool {
    matches!(layout, Layout::PdfCells | Layout::ParagraphCells | Layout::PipeCells)
}
