//! The rows of a table brought to their columns: as the text places them, or as the readings agree.

use alloc::vec::Vec;

use super::atom::{Atom, Kind};
use super::fill::{Region, Sink};
use super::place::placed;
use super::rows::{Draft, Drafts, Source};
use crate::Span;
use crate::diagnostic::Code;
use crate::layout::{Break, Layout, Rule};
use crate::report::{Candidate, Cell, Certainty, Mark};
use crate::resolve::{Blanks, Form, Given, Piece, Problem, RepairKind, Resolution, RowText, resolve};
use crate::template::FactPath;
use crate::text::figure::digit;

/// A row of the form and where the text has it.
pub(crate) struct Line<'d> {
    /// The draft that is read for it.
    pub(crate) draft: Option<&'d Draft>,
    /// Blanks in front of its first column; unknown for a row without a label.
    pub(crate) lead: Option<usize>,
    /// The column of a subtotal that the form does not have.
    pub(crate) subtotal: Option<usize>,
}

impl Line<'_> {
    /// The cells that the text places in the columns, a subtotal among them.
    fn placed<'a>(&self, pieces: &'a [Atom], form: &Form, glued: bool) -> Option<&'a [Atom]> {
        let columns = form.columns();
        if glued && columns > 1 {
            return None;
        }
        let sums = form.has_row_sums() && self.subtotal.is_none();
        placed(pieces, columns + usize::from(self.subtotal.is_some()), self.lead, sums)
    }

    /// Whether the cells cannot be brought to columns: those of a page read column by column, or with a subtotal.
    fn is_lost(&self, pieces: &[Atom], form: &Form, glued: bool) -> bool {
        let subtotal = self.subtotal.is_some() && self.placed(pieces, form, glued).is_none();
        self.draft.is_some_and(|draft| draft.source.is_lost()) || subtotal
    }
}

/// Fills the rows of a table: `path` names the figure of a row and column.
pub(crate) fn fill(
    sink: &mut Sink<'_>,
    region: &Region<'_>,
    drafts: &Drafts,
    rows: &[Line<'_>],
    form: &Form,
    path: impl Fn(usize, usize) -> Option<FactPath>,
    finish: impl Fn(&mut Sink<'_>, FactPath, Cell) -> Cell,
) {
    let columns = form.columns();
    let glued = region.rule.layout == Layout::Glued;
    let mut put = |sink: &mut Sink<'_>, row: usize, column: usize, cell: Cell| {
        if let Some(path) = path(row, column) {
            let cell = finish(sink, path, cell);
            let cell = sink.cut_off(cell);
            sink.put(path, cell);
        }
    };
    let mut loose = false;
    for (at, line) in rows.iter().enumerate() {
        let Some(draft) = line.draft else { continue };
        let pieces = drafts.pieces(draft);
        if ends_inside(region, drafts, draft, columns) {
            continue;
        }
        if line.is_lost(pieces, form, glued) {
            for column in 0..columns {
                let cell = sink.ambiguous(Vec::new(), None);
                put(sink, at, column, cell);
            }
            continue;
        }
        if let Some(digits) = zeros(sink.text, pieces, columns, glued) {
            for (column, digit) in digits.enumerate() {
                put(sink, at, column, Cell::figure(0, 0, Certainty::Resolved, digit));
            }
            continue;
        }
        match line.placed(pieces, form, glued) {
            Some(cells) => {
                let fixed = !glued && draft.source == Source::Label;
                let certainty = if fixed { Certainty::Exact } else { Certainty::Resolved };
                let form = (0..).zip(cells).filter(|(at, _)| Some(*at) != line.subtotal);
                for (column, (_, atom)) in form.enumerate() {
                    let cell = sink.cell(atom, certainty);
                    put(sink, at, column, cell);
                }
            }
            None => loose = true,
        }
    }
    if loose {
        settle(sink, region, drafts, rows, form, &mut put);
    }
}

/// Whether the text ends inside a row.
fn ends_inside(region: &Region<'_>, drafts: &Drafts, draft: &Draft, columns: usize) -> bool {
    let glued = region.rule.layout == Layout::Glued;
    region.last && !glued && drafts.pieces(draft).len() < columns && drafts.rows.last() == Some(draft)
}

/// The digits of a glued row that is nothing but a zero for each column: no figure of several digits begins with one, so
/// that this most frequent of rows is placed.
fn zeros(text: &str, atoms: &[Atom], columns: usize, glued: bool) -> Option<impl Iterator<Item = Span>> {
    let [Atom { span, .. }] = atoms else { return None };
    let digits = span.slice(text).filter(|digits| glued && digits.len() == columns)?;
    let start = span.start;
    digits.bytes().all(|digit| digit == b'0').then(|| (start..span.end).map(|at| Span::new(at, at + 1)))
}

/// Reads the rows that the text does not place, with the sums of the whole table as evidence.
fn settle(
    sink: &mut Sink<'_>,
    region: &Region<'_>,
    drafts: &Drafts,
    rows: &[Line<'_>],
    form: &Form,
    put: &mut impl FnMut(&mut Sink<'_>, usize, usize, Cell),
) {
    let columns = form.columns();
    let glued = region.rule.layout == Layout::Glued;
    let mut pieces: Vec<Piece> = Vec::with_capacity(drafts.pieces.len());
    let mut texts: Vec<Option<RowText>> = Vec::with_capacity(rows.len());
    let dashes = glued && dashes_are_cells(drafts, columns);
    for line in rows {
        texts.push(line.draft.filter(|draft| !line.is_lost(drafts.pieces(draft), form, glued)).map(
            |draft| {
                let first = pieces.len();
                let atoms = drafts.pieces(draft);
                let placed = line.placed(atoms, form, glued);
                if let (Some(cells), Some(_)) = (placed, line.subtotal) {
                    let form = (0..).zip(cells).filter(|(at, _)| Some(*at) != line.subtotal);
                    pieces.extend(form.map(|(_, atom)| piece(atom)));
                } else if let Some(cells) = placed {
                    pieces.extend(cells.iter().map(piece));
                } else if let Some(digits) = zeros(sink.text, atoms, columns, glued) {
                    pieces.extend(digits.map(|span| Piece::Figure {
                        value: 0,
                        span,
                        literal: true,
                        signed: false,
                    }));
                } else if glued || touching(atoms) {
                    runs(atoms, dashes, &mut pieces)
                } else {
                    pieces.extend(atoms.iter().map(piece))
                }
                let count = pieces.len() - first;
                RowText { first: narrow(first), count: narrow(count), blanks: region.blanks }
            },
        ));
    }
    let problem = Problem { text: sink.text, form, pieces: &pieces, rows: &texts };
    let solution = resolve(&problem);
    for (at, line) in rows.iter().enumerate() {
        let Some(draft) = line.draft else { continue };
        let atoms = drafts.pieces(draft);
        let placed =
            line.placed(atoms, form, glued).is_some() || zeros(sink.text, atoms, columns, glued).is_some();
        if ends_inside(region, drafts, draft, columns) || placed || line.is_lost(atoms, form, glued) {
            continue;
        }
        if !glued && let (Some(first), Some(last)) = (atoms.first(), atoms.last()) {
            sink.diagnose(Code::RowCells, first.span.join(last.span), "");
        }
        for column in 0..columns {
            let cell = given(sink, atoms, solution.given(&problem, at, column));
            put(sink, at, column, cell);
        }
    }
    report(sink, region.span, &solution);
}

/// Whether blank cells leave a trace: `vanished`, where glued cells of the text show that they do not.
pub(crate) fn blanks(rule: &Rule, vanished: bool) -> Blanks {
    let glued = rule.layout == Layout::Glued;
    if rule.keeps_blanks || glued && !vanished { Blanks::Kept } else { Blanks::Vanish }
}

/// Whether a row of glued cells has fewer digits than columns.
pub(crate) fn is_short(
    text: &str,
    drafts: &Drafts,
    columns: impl Fn(&Draft) -> usize,
    is_group: impl Fn(&Draft) -> bool,
) -> bool {
    let cells = |atom: &Atom| match atom.kind {
        Kind::Figure(_) => {
            let printed = atom.span.slice(text).unwrap_or("");
            printed.chars().filter(|c| digit(*c).is_some()).count().max(1)
        }
        _ => least_cells(atom),
    };
    let rows = drafts.rows.iter().filter(|draft| draft.row.is_some() && !is_group(draft));
    rows.into_iter().any(|draft| drafts.pieces(draft).iter().map(cells).sum::<usize>() < columns(draft))
}

fn piece(atom: &Atom) -> Piece {
    match atom.kind {
        Kind::Figure(figure) => Piece::Figure {
            value: figure.mantissa,
            span: atom.span,
            literal: !figure.odd,
            signed: figure.mantissa < 0,
        },
        Kind::Mark(mark) => Piece::Mark(mark, atom.span),
        Kind::Blank => Piece::Blank,
        Kind::Label(_) | Kind::Fragment | Kind::Text => Piece::Unreadable(atom.span),
    }
}

/// Whether figures stand together with nothing between: where one ends is not sure, in any layout.
fn touching(atoms: &[Atom]) -> bool {
    let figure = |atom: &Atom| matches!(atom.kind, Kind::Figure(_));
    atoms.windows(2).any(|pair| {
        matches!(pair, [a, b] if figure(a) && figure(b) && a.span.end == b.span.start && b.before == Break::None)
    })
}

/// Glued figures: digits that touch are one run, whatever the grammar of a single figure made of them.
/// `dashes`: each dash is a cell.
fn runs(atoms: &[Atom], dashes: bool, into: &mut Vec<Piece>) {
    let mut run: Option<Span> = None;
    for atom in atoms {
        match (atom.kind, run) {
            // Words for no change: a figure of their own.
            (Kind::Figure(figure), _) if figure.mantissa == 0 && !figure.odd && figure.digits > 3 => {
                into.extend(run.take().map(Piece::Run));
                into.push(piece(atom));
            }
            (Kind::Figure(_), Some(open)) if open.end == atom.span.start => run = Some(open.join(atom.span)),
            (Kind::Figure(_), _) => {
                into.extend(run.replace(atom.span).map(Piece::Run));
            }
            (Kind::Mark(Mark::Dash), _) if dashes => {
                into.extend(run.take().map(Piece::Run));
                let one = narrow(DASH.len_utf8());
                let ends = (atom.span.start + one..=atom.span.end).step_by(DASH.len_utf8());
                into.extend(ends.map(|end| Piece::Mark(Mark::Dash, Span::new(end - one, end))));
            }
            _ => {
                into.extend(run.take().map(Piece::Run));
                into.push(piece(atom));
            }
        }
    }
    into.extend(run.map(Piece::Run));
}

const DASH: char = '—';

/// How many dashes a mark is drawn with; none for other marks.
fn dashes(atom: &Atom) -> usize {
    let long = atom.span.len() % DASH.len_utf8() == 0;
    if long && atom.kind == Kind::Mark(Mark::Dash) { atom.span.len() / DASH.len_utf8() } else { 0 }
}

/// The least cells that a piece of a glued row stands for, each dash being one.
fn least_cells(atom: &Atom) -> usize {
    dashes(atom).max(1)
}

/// Whether every dash of a glued table is a cell, and not two of them: no row gets too many cells so.
fn dashes_are_cells(drafts: &Drafts, columns: usize) -> bool {
    let cells = |draft: &Draft| drafts.pieces(draft).iter().map(least_cells).sum::<usize>();
    drafts.rows.iter().all(|draft| draft.row.is_none() || cells(draft) <= columns)
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The cell of what the readings agree on. Figures that the text separates keep their unit, fraction and note.
fn given(sink: &mut Sink<'_>, atoms: &[Atom], given: Given<'_>) -> Cell {
    match given {
        Given::Missing => Cell::MISSING,
        Given::Blank => Cell::BLANK,
        Given::Mark(mark, span) => Cell::not_applicable(mark, span),
        Given::Unreadable(span) => {
            sink.diagnose(Code::CellUnreadable, span, "");
            Cell::unreadable(span)
        }
        Given::Figure { value, span, certainty } => {
            let same = |atom: &Atom| match atom.kind {
                Kind::Figure(figure) if atom.span == span && figure.mantissa == value => Some(figure),
                _ => None,
            };
            match atoms.iter().find_map(same) {
                Some(figure) => sink.figure(&figure, span, certainty),
                None => Cell::figure(value, 0, certainty, span),
            }
        }
        Given::Ambiguous { candidates, span } => {
            sink.diagnose(Code::CellAmbiguous, span, "");
            let candidate =
                |value: &Option<i64>| value.map_or(Candidate::Blank, |value| Candidate::Value(value.into()));
            sink.ambiguous(candidates.iter().map(candidate).collect(), span)
        }
    }
}

/// Says what had to be done to read a table.
fn report(sink: &mut Sink<'_>, span: Span, solution: &Resolution) {
    for repair in &solution.repairs {
        let (code, detail) = match repair.kind {
            RepairKind::Joined => (Code::CellRepaired, "two pieces are read as one figure"),
            RepairKind::Split => (Code::CellRepaired, "a piece is read as several figures"),
            RepairKind::Dropped => (Code::CellRepaired, "a piece is left out as no cell of the row"),
            RepairKind::ExtraColumn => (Code::ColumnAdditional, "a subtotal"),
        };
        sink.diagnose(code, repair.span.unwrap_or(span), detail);
    }
    if solution.broken {
        sink.diagnose(Code::IdentityBroken, span, "");
    }
    if solution.bounded {
        sink.diagnose(Code::SearchBounded, span, "");
    }
}
