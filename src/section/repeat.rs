//! Rows printed twice: equal, they are one; different, the figure is ambiguous between them.

use super::atom::Kind;
use super::fill::Sink;
use super::place::placed;
use super::rows::{Draft, Drafts};
use crate::diagnostic::Code;
use crate::report::{Candidate, Certainty, Status};
use crate::template::{FactPath, TableKind};

/// Compares a repeated row with what the first one gave.
pub(crate) fn again(
    sink: &mut Sink<'_>,
    table: TableKind,
    draft: &Draft,
    drafts: &Drafts,
    columns: usize,
    subtotal: Option<usize>,
    path: impl Fn(usize) -> Option<FactPath>,
) {
    let pieces = drafts.pieces(draft);
    if pieces.is_empty() {
        return;
    }
    let words = pieces.iter().any(|atom| matches!(atom.kind, Kind::Text));
    let Some(cells) = placed(pieces, columns + usize::from(subtotal.is_some()), Some(0)).filter(|_| !words)
    else {
        // Something else under the same name, such as one project of 政府集中采购.
        sink.extra(table, draft, drafts);
        return;
    };
    if let Some(label) = draft.label {
        sink.diagnose(Code::RowRepeated, label, "");
    }
    let form = (0..).zip(cells).filter(|(at, _)| Some(*at) != subtotal);
    for (column, (_, atom)) in form.enumerate() {
        let Some(path) = path(column) else { continue };
        let Some(first) = sink.report.get(path) else { continue };
        let second = sink.cell(atom, Certainty::Exact);
        let second = match first.unit() {
            Some(unit) if second.unit().is_none() => second.with_unit(unit, first.unit_in_header()),
            _ => second,
        };
        let same = first.status() == second.status() && first.value() == second.value();
        if same || first.status() == Status::Ambiguous {
            continue;
        }
        if first.status() == Status::Missing {
            sink.put(path, second);
            continue;
        }
        let candidate = |cell: crate::Cell| match cell.value() {
            Some(value) => Candidate::Value(value),
            None => Candidate::Blank,
        };
        let cell = sink.ambiguous([candidate(first), candidate(second)].to_vec(), first.span());
        sink.put(path, cell);
    }
}
