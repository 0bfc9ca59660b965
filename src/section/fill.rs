//! From atoms to cells of the report.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::atom::{Atom, Kind};
use super::rows::{Draft, Drafts};
use crate::Span;
use crate::diagnostic::{Code, Diagnostic};
use crate::layout::{Rule, is_space};
use crate::limits::Limits;
use crate::report::{AdditionalRow, Candidate, Cell, Certainty, Report, Unit};
use crate::resolve::{Blanks, Cuts};
use crate::template::{Edition, FactPath, TableKind};
use crate::text::figure::{Figure, digit};

/// What the tables of one text are filled with.
pub(crate) struct Sink<'t> {
    pub(crate) text: &'t str,
    pub(crate) limits: &'t Limits,
    pub(crate) report: Report,
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// The limits at which something was left out.
    pub(crate) left_out: Vec<&'static str>,
    /// Room for what digits can be cut into.
    pub(crate) cuts: Cuts,
}

/// A table's region: how it is laid out and its atoms.
pub(crate) struct Region<'a> {
    pub(crate) rule: &'static Rule,
    pub(crate) atoms: &'a [Atom],
    pub(crate) span: Span,
    /// Whether blank cells leave a trace in it.
    pub(crate) blanks: Blanks,
    /// The text ends with this region.
    pub(crate) last: bool,
}

impl<'t> Sink<'t> {
    pub(crate) fn new(text: &'t str, limits: &'t Limits, diagnostics: Vec<Diagnostic>) -> Self {
        let report = Report::new(Edition::E2021);
        Self { text, limits, report, diagnostics, left_out: Vec::new(), cuts: Cuts::default() }
    }

    /// Says of the first thing that a limit leaves out that it does.
    pub(crate) fn leave_out(&mut self, limit: &'static str, span: Span) {
        if !self.left_out.contains(&limit) {
            self.left_out.push(limit);
            self.diagnose(Code::LimitReached, span, limit);
        }
    }

    pub(crate) fn diagnose(
        &mut self,
        code: Code,
        span: impl Into<Option<Span>>,
        detail: impl Into<Cow<'static, str>>,
    ) {
        self.limits.keep(Diagnostic::new(code, span, detail), &mut self.diagnostics);
    }

    /// The cell of an atom, as printed.
    pub(crate) fn cell(&mut self, atom: &Atom, certainty: Certainty) -> Cell {
        match atom.kind {
            Kind::Figure(figure) => self.figure(&figure, atom.span, certainty),
            Kind::Mark(mark) => Cell::not_applicable(mark, atom.span),
            Kind::Blank => Cell::BLANK,
            Kind::Label(_) | Kind::Fragment | Kind::Text => {
                self.diagnose(Code::CellUnreadable, atom.span, "");
                Cell::unreadable(atom.span)
            }
        }
    }

    pub(crate) fn figure(&mut self, figure: &Figure, span: Span, certainty: Certainty) -> Cell {
        if figure.odd {
            self.diagnose(Code::CellUnreadable, span, "");
            return Cell::unreadable(span);
        }
        let cell = Cell::figure(figure.mantissa, figure.scale, certainty, span);
        let cell = figure.unit.map_or(cell, |unit| cell.with_unit(unit, false));
        match figure.note {
            Some(from) => self.noted(cell, Span::new(span.start + from.get(), span.end)),
            None => cell,
        }
    }

    /// A cell with the note that stands in brackets at its end.
    fn noted(&mut self, cell: Cell, note: Span) -> Cell {
        let note =
            note.slice(self.text).and_then(|note| note.strip_prefix(['(', '（'])?.strip_suffix([')', '）']));
        self.report.with_note(cell, note.unwrap_or(""))
    }

    /// A cell with several readings.
    pub(crate) fn ambiguous(
        &mut self,
        candidates: impl IntoIterator<Item = Candidate>,
        span: Option<Span>,
    ) -> Cell {
        self.report.ambiguous(candidates, span)
    }

    /// Puts a cell in its place. A figure beyond what the form allows is kept as printed.
    pub(crate) fn put(&mut self, path: FactPath, cell: Cell) {
        self.report.set(path, cell);
    }

    /// An amount of money: its own unit wins over the header's, and without any it may be yuan or ten thousands.
    pub(crate) fn money(&mut self, path: FactPath, cell: Cell, header: Option<Unit>) -> Cell {
        match (cell.unit(), header) {
            (Some(own), Some(header)) if own != header => {
                self.diagnose(Code::UnitConflict, cell.span(), "");
                cell
            }
            (None, Some(header)) if cell.certainty().is_some() => cell.with_unit(header, true),
            (None, None) if cell.printed().is_some_and(|value| !value.is_zero()) => {
                self.diagnose(Code::UnitMissing, cell.span(), alloc::format!("{path}"));
                let printed = cell.printed().unwrap_or_default();
                let in_yuan = Candidate::Value(printed.normalize());
                let in_wan = Candidate::Value((printed * Decimal::from(10_000)).normalize());
                // Fractions of a yuan are rare.
                let candidates = if printed.scale() > 2 || printed < Decimal::from(10_000) {
                    [in_wan, in_yuan]
                } else {
                    [in_yuan, in_wan]
                };
                self.ambiguous(candidates, cell.span())
            }
            _ => cell,
        }
    }

    /// Whether a digit may stand directly behind a figure: behind nearly every one stands the end of its cell.
    #[inline]
    pub(crate) fn touches(&self, figure: Span) -> bool {
        matches!(self.text.as_bytes().get(figure.end as usize), Some(b'0'..=b'9' | 0xEF))
    }

    /// A figure that is cut off where the next label's number begins: `1183.其他` may as well be 1183 and a label without its
    /// number. Only zeros end by themselves.
    pub(crate) fn cut_off(&mut self, cell: Cell) -> Cell {
        match cell.span().filter(|span| self.touches(*span)) {
            Some(span) if cell.certainty() == Some(Certainty::Exact) => self.cut_before(cell, span),
            _ => cell,
        }
    }

    fn cut_before(&mut self, cell: Cell, span: Span) -> Cell {
        let before = span.slice(self.text).and_then(|figure| figure.chars().next_back()).and_then(digit);
        let behind = self.text.get(span.end as usize..).and_then(|rest| rest.chars().next()).and_then(digit);
        let (Some(_), Some(next), Some(value)) = (before, behind, cell.value()) else { return cell };
        if cell.is_zero() {
            return cell.with_certainty(Certainty::Resolved);
        }
        let longer = cell.with_digit(next).and_then(Cell::value).map(Candidate::Value);
        self.diagnose(Code::CellAmbiguous, span, "a digit may number the label behind it");
        self.ambiguous(core::iter::once(Candidate::Value(value)).chain(longer), Some(span))
    }

    /// Rows outside the form, and rows without a label.
    pub(crate) fn extra(&mut self, table: TableKind, draft: &Draft, drafts: &Drafts) {
        let pieces = drafts.pieces(draft);
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return };
        let cells_span = first.span.join(last.span);
        let Some(label) = draft.label else {
            self.diagnose(Code::RowUnlabelled, cells_span, "");
            return;
        };
        let span = label.join(cells_span);
        if self.report.additional_rows() >= self.limits.additional_rows {
            self.leave_out("max_additional_rows", span);
            return;
        }
        let words: String = label.slice(self.text).unwrap_or("").chars().filter(|c| !is_space(*c)).collect();
        let cells = pieces.iter().map(|atom| self.cell(atom, Certainty::Exact)).collect();
        self.diagnose(Code::RowAdditional, span, words.clone());
        let row = AdditionalRow { table, label: words, span, cells };
        match table {
            TableKind::Proactive => self.report.proactive.additional.push(row),
            TableKind::Requests => self.report.requests.additional.push(row),
            TableKind::Disputes => self.report.disputes.additional.push(row),
        }
    }
}
