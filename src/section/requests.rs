//! 三、收到和处理政府信息公开申请情况.

use alloc::vec::Vec;

use super::fill::{Region, Sink};
use super::place::habits;
use super::reading::{self, Line};
use super::rows::{Context, Draft, Drafts, Form, Role};
use crate::diagnostic::Code;
use crate::report::PrintedRow;
use crate::resolve;
use crate::template::labels::Label;
use crate::template::{Column, Edition, FactPath, Row, TableKind};

/// How labels name rows of the requests table.
pub(crate) const FORM: Form =
    Form { role, near: |label| matches!(label, Label::Row(_)), columns: |_| Column::ALL.len() };

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
    let has =
        |row: Row| drafts.rows.iter().any(|draft| draft.row == Some(row as u8) && !draft.pieces.is_empty());
    if drafts.rows.iter().any(|draft| {
        draft.row == Some(Row::OverdueCorrection as u8) || draft.row == Some(Row::OverdueFee as u8)
    }) || has(Row::Miscellaneous)
    {
        Some(Edition::E2021)
    } else if has(Row::Other) {
        Some(Edition::E2019)
    } else {
        None
    }
}

/// Fills the requests table.
pub(crate) fn fill(sink: &mut Sink<'_>, region: &Region<'_>, drafts: &Drafts) {
    let edition = sink.report.requests.edition;
    let mut found: Vec<Option<&Draft>> = Row::of(edition).map(|_| None).collect();
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
                    Some(_) => sink.diagnose(Code::RowRepeated, draft.label, row.label()),
                }
            }
            // The heading 其他处理 of edition 2021.
            (Some(Row::Other), None) if draft.pieces.is_empty() => {}
            _ => sink.extra(TableKind::Requests, draft, drafts),
        }
    }
    let habits = habits(drafts, |_| Column::ALL.len());
    let lines: Vec<Line<'_>> = found
        .iter()
        .map(|draft| Line {
            draft: *draft,
            lead: draft.and_then(|draft| habits.get(usize::from(draft.depth))).copied().unwrap_or(0),
        })
        .collect();
    let rows: Vec<Row> = Row::of(edition).collect();
    let form = resolve::Form::requests(edition);
    reading::fill(
        sink,
        region,
        drafts,
        &lines,
        &form,
        |row, column| Some(FactPath::Requests(*rows.get(row)?, *Column::ALL.get(column)?)),
        |_, _, cell| cell,
    );
    for (row, line) in rows.iter().zip(&lines) {
        if line.draft.is_none() {
            sink.diagnose(Code::RowMissing, region.span, row.label());
        }
    }
}
