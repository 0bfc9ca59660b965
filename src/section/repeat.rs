//! Rows printed twice: equal, they are one; different, the figure is ambiguous between them.

use core::ops::Range;

use super::atom::{Atom, Kind};
use super::fill::Sink;
use super::place::placed;
use super::rows::{Draft, Drafts};
use crate::Span;
use crate::diagnostic::Code;
use crate::layout::{Layout, Rule};
use crate::report::{Candidate, Cell, Certainty, Status};
use crate::template::{FactPath, TableKind};
use crate::text::figure::{Printed, printed};

/// A row that is printed once more.
pub(crate) struct Again<'d> {
    pub(crate) table: TableKind,
    pub(crate) first: &'d Draft,
    pub(crate) second: &'d Draft,
    pub(crate) columns: usize,
    pub(crate) subtotal: Option<usize>,
    /// Blanks in front of the second one's first column.
    pub(crate) lead: Option<usize>,
}

/// Compares a repeated row with what the first one gave.
pub(crate) fn again(
    sink: &mut Sink<'_>,
    row: &Again<'_>,
    drafts: &Drafts,
    rule: &Rule,
    path: impl Fn(usize) -> Option<FactPath>,
) {
    let pieces = drafts.pieces(row.second);
    if pieces.is_empty() {
        return;
    }
    let columns = row.columns + usize::from(row.subtotal.is_some());
    let glued = rule.layout == Layout::Glued && columns > 1;
    let cells = placed(pieces, columns, row.lead, false).filter(|_| !glued);
    if pieces.iter().any(|atom| matches!(atom.kind, Kind::Text)) {
        // Something else under the same name, such as one project of 政府集中采购.
        sink.extra(row.table, row.second, drafts);
        return;
    }
    if let Some(label) = row.second.label {
        sink.diagnose(Code::RowRepeated, label, "");
    }
    let mut difference = Difference::new(sink.text, drafts.pieces(row.first), pieces, glued);
    difference.alike &= !rule.keeps_blanks;
    let form = (0..columns).filter(|at| Some(*at) != row.subtotal);
    for (column, at) in form.enumerate() {
        let Some(path) = path(column) else { continue };
        let Some(first) = sink.report.get(path) else { continue };
        if first.status() == Status::Ambiguous {
            continue;
        }
        let second = match cells.and_then(|cells| cells.get(at)) {
            Some(atom) => {
                let second = sink.cell(atom, Certainty::Exact);
                if first.status() == Status::Missing {
                    sink.put(path, second);
                    continue;
                }
                Some(second)
            }
            None => match difference.of(sink.text, first.span()) {
                Other::Same => continue,
                Other::Figure(cell) => Some(cell),
                Other::Unknown => None,
            },
        };
        let second = second.map(|second| match first.unit() {
            Some(unit) if second.unit().is_none() => second.with_unit(unit, first.unit_in_header()),
            _ => second,
        });
        let same = |second: Cell| first.status() == second.status() && first.value() == second.value();
        if second.is_some_and(same) {
            continue;
        }
        let candidate = |cell: Cell| cell.value().map_or(Candidate::Blank, Candidate::Value);
        let candidates = core::iter::once(first).chain(second).map(candidate);
        let cell = sink.ambiguous(candidates, first.span());
        sink.put(path, cell);
    }
}

/// What stands in the second row where the first has a cell.
enum Other {
    Same,
    Figure(Cell),
    Unknown,
}

/// Where the texts of two rows differ, whose cells are not placed.
struct Difference {
    first: Range<usize>,
    second: Range<usize>,
    /// Bytes at the beginning and at the end that are alike.
    before: usize,
    behind: usize,
    /// A cell must have a separator on its side that is alike, too.
    apart: usize,
    /// As many pieces, so that blanks correspond.
    alike: bool,
}

impl Difference {
    fn new(text: &str, first: &[Atom], second: &[Atom], glued: bool) -> Self {
        let range = |pieces: &[Atom]| match (pieces.first(), pieces.last()) {
            (Some(first), Some(last)) => first.span.start as usize..last.span.end as usize,
            _ => 0..0,
        };
        let alike = first.len() == second.len();
        let (first, second) = (range(first), range(second));
        let bytes = |range: &Range<usize>| text.as_bytes().get(range.clone()).unwrap_or_default();
        let (one, two) = (bytes(&first), bytes(&second));
        let before = one.iter().zip(two).take_while(|(a, b)| a == b).count();
        let behind = one.iter().rev().zip(two.iter().rev()).take_while(|(a, b)| a == b).count();
        let apart = usize::from(!(glued && one.len() == two.len()));
        Self { first, second, before, behind, apart, alike: alike || glued && one.len() == two.len() }
    }

    fn of(&self, text: &str, cell: Option<Span>) -> Other {
        let (one, two) = (self.first.len(), self.second.len());
        if one == two && self.before == one {
            return Other::Same;
        }
        let Some(span) = cell else {
            return if self.alike { Other::Same } else { Other::Unknown };
        };
        let Some(start) = (span.start as usize).checked_sub(self.first.start) else { return Other::Unknown };
        let end = start + span.len();
        if !self.alike {
            return Other::Unknown;
        }
        if end + self.apart <= self.before || start >= one.saturating_sub(self.behind) + self.apart {
            return Other::Same;
        }
        let stop = (self.second.start + end + two).checked_sub(one);
        let figure = stop.and_then(|stop| text.get(self.second.start + start..stop));
        match figure.and_then(printed) {
            Some(Printed::Figure(found))
                if !found.odd && Some(found.len as usize) == figure.map(str::len) =>
            {
                Other::Figure(Cell::figure(found.mantissa, found.scale, Certainty::Exact, span))
            }
            _ => Other::Unknown,
        }
    }
}
