//! 三、收到和处理政府信息公开申请情况.

use alloc::vec;
use alloc::vec::Vec;

use super::fill::{Region, Sink};
use super::place::Habits;
use super::reading::{self, Line};
use super::repeat::{Again, again};
use super::rows::{Context, Draft, Drafts, Form, Role};
use super::subtotal;
use crate::Span;
use crate::diagnostic::Code;
use crate::report::PrintedRow;
use crate::resolve;
use crate::template::labels::Label;
use crate::template::{Column, Edition, FactPath, Row, TableKind};

/// How labels name rows of the requests table.
pub(crate) const FORM: Form = Form {
    role,
    near: |label| matches!(label, Label::Row(_)),
    columns: |_| Column::ALL.len(),
    place: |row, edition| Row::ALL.get(usize::from(row))?.index(edition),
    may_be_group: |row| row == Row::Other as u8,
    in_group: |row| row == Row::OverdueCorrection as u8 || row == Row::OverdueFee as u8,
    sums: true,
};

fn role(label: Label, context: Context) -> Role {
    match label {
        Label::Row(row) => Role::Row(row as u8),
        Label::ResultGroup(_) => Role::Group,
        // A row in edition 2019; where a group in edition 2021, it has no figures.
        Label::OtherHandling => Role::Row(Row::Other as u8),
        Label::Total if !context.head && context.row.is_some() => Role::Row(Row::Total as u8),
        Label::Other if !context.head && context.row.is_some_and(|row| row >= Row::Petition as u8) => {
            Role::Row(Row::Miscellaneous as u8)
        }
        _ => Role::Head,
    }
}

/// The edition that the rows decide.
pub(crate) fn edition(drafts: &Drafts) -> Option<Edition> {
    let own = |draft: &Draft| !draft.pieces.is_empty() && !draft.source.is_lost();
    let has = |row: Row| drafts.rows.iter().any(|draft| draft.row == Some(row as u8) && own(draft));
    let stands = |row: Row| drafts.rows.iter().any(|draft| draft.row == Some(row as u8));
    if stands(Row::OverdueCorrection) || stands(Row::OverdueFee) || has(Row::Miscellaneous) {
        Some(Edition::E2021)
    } else if has(Row::Other) || !stands(Row::Miscellaneous) && is_before_total(drafts) {
        Some(Edition::E2019)
    } else {
        None
    }
}

/// Whether 其他处理, with nothing in it, stands directly before the total: then it is no group either.
fn is_before_total(drafts: &Drafts) -> bool {
    let label = |row: Row| drafts.rows.iter().find(|draft| draft.row == Some(row as u8))?.label;
    let (Some(other), Some(total)) = (label(Row::Other), label(Row::Total)) else { return false };
    // Room for the number of the total and for blank cells.
    total.start.checked_sub(other.end).is_some_and(|between| between < 64)
}

/// Fills the requests table.
pub(crate) fn fill(sink: &mut Sink<'_>, region: &Region<'_>, drafts: &Drafts) {
    let edition = sink.report.requests.edition;
    let rows: Vec<Row> = Row::of(edition).collect();
    let mut found: Vec<Option<&Draft>> = vec![None; rows.len()];
    sink.report.requests.printed.reserve_exact(drafts.rows.len().min(rows.len()));
    let mut repeated: Vec<(Row, &Draft, &Draft)> = Vec::new();
    for draft in &drafts.rows {
        let row = draft.row.and_then(|row| Row::ALL.get(usize::from(row)).copied());
        let place = row.and_then(|row| row.index(edition)).and_then(|index| found.get_mut(index));
        match (row, place) {
            (Some(row), Some(place)) => {
                if let Some(label) = draft.label {
                    sink.report.requests.printed.push(PrintedRow { row, label });
                }
                match place {
                    None => *place = Some(draft),
                    Some(first) if first.pieces.is_empty() => *place = Some(draft),
                    Some(first) => repeated.push((row, *first, draft)),
                }
            }
            // The heading 其他处理 of edition 2021.
            (Some(Row::Other), None) if draft.pieces.is_empty() => {}
            _ => sink.extra(TableKind::Requests, draft, drafts),
        }
    }
    let subtotal = subtotal::column(region.atoms);
    if let Some((_, span)) = subtotal {
        sink.diagnose(Code::ColumnAdditional, span, "");
    }
    let subtotal = subtotal.map(|(column, _)| column);
    let columns = Column::ALL.len() + usize::from(subtotal.is_some());
    let habits = region.rule.grid.then(|| Habits::of(drafts, |_| columns));
    let lead = |draft: &Draft| habits.as_ref().map_or(Some(0), |habits| habits.lead(draft));
    let lines: Vec<Line<'_>> =
        found.iter().map(|draft| Line { draft: *draft, subtotal, lead: draft.and_then(lead) }).collect();
    let form = resolve::Form::requests(edition);
    reading::fill(sink, region, drafts, &lines, &form, |sink, row, column, cell, ends| {
        let cell = if ends { cell } else { sink.cut_off(cell) };
        sink.report.requests.put(row, column, cell);
    });
    for (row, first, second) in repeated {
        let (table, columns, lead) = (TableKind::Requests, Column::ALL.len(), lead(second));
        let repeated = Again { table, first, second, columns, subtotal, lead };
        again(sink, &repeated, drafts, region.rule, |column| {
            Some(FactPath::Requests(row, *Column::ALL.get(column)?))
        });
    }
    let end = found.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
    for (row, draft) in rows.iter().take(end).zip(&found) {
        if draft.is_none() {
            sink.diagnose(Code::RowMissing, region.span, row.label());
        }
    }
    if end < rows.len() {
        let place = Span::new(region.span.end, region.span.end);
        sink.diagnose(Code::TableTruncated, place, alloc::format!("{} rows are missing", rows.len() - end));
    }
}
