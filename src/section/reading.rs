//! The rows of a table brought to their columns: as the text places them, or as the readings agree.

use alloc::vec::Vec;
use core::cell::LazyCell;

use super::atom::{Atom, Kind};
use super::fill::{Region, Sink};
use super::glued::{cut, dashes_are_cells, digit_and_amount, runs, touching, zeros};
use super::place::{is_adrift, is_filled, placed};
use super::rows::{Draft, Drafts, Source};
use super::tidy::has_sum;
use crate::Span;
use crate::diagnostic::Code;
use crate::layout::{Layout, Rule};
use crate::report::{Candidate, Cell, Certainty, Status};
use crate::resolve::{Blanks, Form, Given, Piece, Problem, RepairKind, Resolution, RowText, resolve};

/// A row of the form and where the text has it.
pub(crate) struct Line<'d> {
    /// The draft that is read for it.
    pub(crate) draft: Option<&'d Draft>,
    /// Blanks in front of its first column; unknown for a row without a label.
    pub(crate) lead: Option<usize>,
    /// The column of a subtotal that the form does not have.
    pub(crate) subtotal: Option<usize>,
}

/// How a row stands in the text.
#[derive(Clone, Copy)]
enum Standing<'a> {
    /// Not at all.
    Absent,
    /// The text ends inside it.
    Unfinished(&'a [Atom]),
    /// Which cells are its own cannot be told.
    Lost,
    /// Glued zeros, as many as there are columns.
    Zeros(Span),
    /// A figure of one digit and an amount that are glued.
    Pair([Atom; 2]),
    /// In its columns, a subtotal among them.
    Placed(&'a [Atom]),
    /// With cells that several columns may have.
    Loose(&'a [Atom]),
}

/// The rows of a table, and what decides how they stand.
struct Table<'a> {
    text: &'a str,
    region: &'a Region<'a>,
    drafts: &'a Drafts,
    form: &'a Form,
    glued: bool,
}

impl<'a> Table<'a> {
    fn standing(&self, line: &Line<'_>) -> Standing<'a> {
        let Some(draft) = line.draft else { return Standing::Absent };
        let (pieces, columns) = (self.drafts.pieces(draft), self.form.columns());
        // Words behind the figures show that the text goes on.
        let goes_on = || {
            let last = self.region.atoms.last();
            last.is_some_and(|atom| atom.kind == Kind::Text && atom.span.len() > '字'.len_utf8())
        };
        let ends = self.region.last && !self.glued && pieces.len() < columns && !goes_on();
        if ends && self.drafts.rows.last() == Some(draft) {
            return Standing::Unfinished(pieces);
        }
        if draft.source.is_lost() {
            return Standing::Lost;
        }
        if self.glued {
            let zeros = zeros(self.text, pieces, columns).filter(|_| line.subtotal.is_none());
            let pair = || digit_and_amount(self.text, pieces, columns, self.region.blanks);
            if let Some(standing) = zeros.map(Standing::Zeros).or_else(|| pair().map(Standing::Pair)) {
                return standing;
            }
        }
        let sums = self.form.has_row_sums() && line.subtotal.is_none();
        let cells = columns + usize::from(line.subtotal.is_some());
        // A row of several sums has enough to tell its columns by.
        let alike = self.form.blocks().len() == 1;
        if self.region.rule.grid && alike && line.lead.is_none() && is_adrift(draft.depth, pieces, cells) {
            return Standing::Lost;
        }
        match placed(pieces, cells, line.lead, sums) {
            Some(cells) if !self.glued || columns == 1 => Standing::Placed(cells),
            // Which of the cells is the subtotal cannot be told.
            _ if line.subtotal.is_some() => Standing::Lost,
            _ => Standing::Loose(pieces),
        }
    }

    /// Whether nothing but its digits says what a row of glued cells holds.
    fn is_free(&self) -> bool {
        self.glued && !self.form.has_row_sums() && self.region.blanks == Blanks::Kept
    }
}

/// The cells of the form among those of a row.
fn of_form<'a>(cells: &'a [Atom], line: &Line<'_>) -> impl Iterator<Item = &'a Atom> {
    let subtotal = line.subtotal;
    (0..).zip(cells).filter(move |(at, _)| Some(*at) != subtotal).map(|(_, atom)| atom)
}

/// Fills the rows of a table: `put` puts the cell of a row and column in its place, and is told whether the cell is known
/// to end where its figure does.
pub(crate) fn fill(
    sink: &mut Sink<'_>,
    region: &Region<'_>,
    drafts: &Drafts,
    rows: &[Line<'_>],
    form: &Form,
    mut put: impl FnMut(&mut Sink<'_>, usize, usize, Cell, bool),
) {
    let glued = region.rule.layout == Layout::Glued;
    let table = Table { text: sink.text, region, drafts, form, glued };
    let mut loose: Vec<(usize, &[Atom])> = Vec::new();
    for (at, line) in rows.iter().enumerate() {
        match table.standing(line) {
            Standing::Absent | Standing::Unfinished(_) => {}
            Standing::Lost => {
                for column in 0..form.columns() {
                    let cell = sink.ambiguous([], None);
                    put(sink, at, column, cell, false);
                }
            }
            Standing::Zeros(span) => {
                for (column, digit) in digits(span).enumerate() {
                    put(sink, at, column, Cell::figure(0, 0, Certainty::Resolved, digit), true);
                }
            }
            Standing::Pair(cells) => {
                for (column, atom) in cells.iter().enumerate() {
                    let cell = sink.cell(atom, Certainty::Resolved);
                    put(sink, at, column, cell, false);
                }
            }
            Standing::Placed(cells) => {
                let fixed = !glued && line.draft.is_some_and(|draft| draft.source == Source::Label);
                let certainty = if fixed { Certainty::Exact } else { Certainty::Resolved };
                for (column, atom) in of_form(cells, line).enumerate() {
                    match &atom.kind {
                        // Nearly every cell: its own call, so that it is written where it belongs and not copied there.
                        Kind::Figure(figure) if figure.is_plain() && !sink.touches(atom.span) => {
                            let cell = Cell::figure(figure.mantissa, figure.scale, certainty, atom.span);
                            put(sink, at, column, cell, true);
                        }
                        Kind::Blank => put(sink, at, column, Cell::BLANK, true),
                        _ => {
                            let cell = sink.cell(atom, certainty);
                            put(sink, at, column, cell, false);
                        }
                    }
                }
            }
            Standing::Loose(atoms) => {
                let mut put = |sink: &mut Sink<'_>, column, cell| put(sink, at, column, cell, true);
                if !table.is_free() || !cut(sink, atoms, form.columns(), &mut put) {
                    loose.push((at, atoms));
                }
            }
        }
    }
    if !loose.is_empty() {
        settle(sink, &table, rows, &loose, &mut put);
    }
}

/// Reads the rows that the text does not place, with the sums of the whole table as evidence.
fn settle(
    sink: &mut Sink<'_>,
    table: &Table<'_>,
    rows: &[Line<'_>],
    loose: &[(usize, &[Atom])],
    put: &mut impl FnMut(&mut Sink<'_>, usize, usize, Cell, bool),
) {
    let &Table { region, drafts, form, glued, .. } = table;
    let mut pieces: Vec<Piece> = Vec::with_capacity(drafts.pieces.len());
    let mut texts: Vec<Option<RowText>> = Vec::with_capacity(rows.len());
    let dashes = glued && dashes_are_cells(drafts, form.columns());
    let zero = |span| Piece::Figure { value: 0, span, literal: true, signed: false };
    let mut next = loose.iter().copied().peekable();
    for (at, line) in rows.iter().enumerate() {
        let first = pieces.len();
        let standing = match next.next_if(|(row, _)| *row == at) {
            Some((_, atoms)) => Standing::Loose(atoms),
            None => table.standing(line),
        };
        match standing {
            Standing::Absent | Standing::Lost => {}
            Standing::Zeros(span) => pieces.extend(digits(span).map(zero)),
            Standing::Pair(cells) => pieces.extend(cells.iter().map(piece)),
            Standing::Placed(cells) => pieces.extend(of_form(cells, line).map(piece)),
            Standing::Loose(atoms) | Standing::Unfinished(atoms) if glued || touching(atoms) => {
                runs(sink.text, atoms, dashes, &mut pieces);
            }
            Standing::Loose(atoms) | Standing::Unfinished(atoms) => pieces.extend(atoms.iter().map(piece)),
        }
        let count = pieces.len() - first;
        let row = RowText { first: narrow(first), count: narrow(count), blanks: region.blanks };
        texts.push((!matches!(standing, Standing::Absent | Standing::Lost)).then_some(row));
    }
    let problem = Problem { text: sink.text, form, pieces: &pieces, rows: &texts };
    let solution = resolve(&problem);
    let total = form.has_row_sums().then_some(form.columns() - 1);
    let summed = LazyCell::new(|| has_sums(drafts));
    for &(at, atoms) in loose {
        if !glued {
            if let (Some(first), Some(last)) = (atoms.first(), atoms.last()) {
                sink.diagnose(Code::RowCells, first.span.join(last.span), "");
            }
        }
        let row = solution.row(&problem, at);
        for column in 0..form.columns() {
            let cell = given(sink, atoms, row(column));
            let blank_total = Some(column) == total && cell.status() == Status::Blank;
            let cell =
                if blank_total && (has_sum(atoms) || *summed) { printed_total(sink, atoms) } else { cell };
            put(sink, at, column, cell, false);
        }
    }
    report(sink, region.span, &solution);
}

/// Whether the rows of a table end with their sums: most of those that have several figures.
fn has_sums(drafts: &Drafts) -> bool {
    let filled = |row: &&[Atom]| row.iter().filter(|atom| is_filled(atom)).nth(1).is_some();
    let rows = drafts.rows.iter().filter(|draft| draft.row.is_some()).map(|draft| drafts.pieces(draft));
    let (sums, all) =
        rows.filter(filled).fold((0, 0), |(sums, all), row| (sums + usize::from(has_sum(row)), all + 1));
    sums * 2 > all
}

/// The total of a row that a figure ends, where it may be its sum though other rows speak against it.
fn printed_total(sink: &mut Sink<'_>, atoms: &[Atom]) -> Cell {
    let Some(Atom { kind: Kind::Figure(figure), span, .. }) = atoms.last() else { return Cell::BLANK };
    let candidates = [Candidate::Value(figure.mantissa.into()), Candidate::Blank];
    sink.diagnose(Code::CellAmbiguous, *span, "");
    sink.ambiguous(candidates, Some(*span))
}

/// The places of digits that stand together.
fn digits(span: Span) -> impl Iterator<Item = Span> {
    (span.start..span.end).map(|at| Span::new(at, at + 1))
}

/// Whether blank cells leave a trace: `vanished`, where glued cells of the text show that they do not.
pub(crate) fn blanks(rule: &Rule, vanished: bool) -> Blanks {
    let glued = rule.layout == Layout::Glued;
    if rule.keeps_blanks || glued && !vanished { Blanks::Kept } else { Blanks::Vanish }
}

pub(super) fn piece(atom: &Atom) -> Piece {
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
            sink.ambiguous(candidates.iter().map(candidate), span)
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
