//! Cells with nothing between them: where digits may be cut.

use alloc::vec::Vec;

use super::atom::{Atom, Kind};
use super::fill::Sink;
use super::reading::piece;
use super::rows::{Draft, Drafts};
use crate::Span;
use crate::diagnostic::Code;
use crate::layout::Break;
use crate::report::{Candidate, Cell, Certainty, Mark};
use crate::resolve::{Blanks, Cut, Piece};
use crate::text::figure::{Figure, Printed, digit, printed};

/// Whether a row of glued cells has fewer digits than columns.
pub(super) fn is_short(
    text: &str,
    drafts: &Drafts,
    columns: impl Fn(&Draft) -> usize,
    is_group: impl Fn(&Draft) -> bool,
) -> bool {
    let cells = |atom: &Atom| match atom.kind {
        Kind::Figure(_) => {
            let printed = atom.span.slice(text).unwrap_or("");
            let ascii = printed.bytes().take_while(u8::is_ascii_digit).count();
            let others = printed.get(ascii..).unwrap_or("");
            (ascii + others.chars().filter(|c| digit(*c).is_some()).count()).max(1)
        }
        _ => least_cells(atom),
    };
    let rows = drafts.rows.iter().filter(|draft| draft.row.is_some() && !is_group(draft));
    rows.into_iter().any(|draft| drafts.pieces(draft).iter().map(cells).sum::<usize>() < columns(draft))
}

/// The digits of a glued row that is nothing but a zero for each column: no figure of several digits begins with one, so
/// that this most frequent of rows is placed.
pub(super) fn zeros(text: &str, atoms: &[Atom], columns: usize) -> Option<Span> {
    let [Atom { span, .. }] = atoms else { return None };
    let digits = span.slice(text).filter(|digits| digits.len() == columns)?;
    digits.bytes().all(|digit| digit == b'0').then_some(*span)
}

/// A figure of one digit and the amount behind it, which alone has a point or unit, where nothing else can be meant:
/// `021.9`, as no figure of several digits begins with a zero, and `43.7万元`, where a blank would leave a trace.
pub(super) fn digit_and_amount(
    text: &str,
    atoms: &[Atom],
    columns: usize,
    blanks: Blanks,
) -> Option<[Atom; 2]> {
    let [Atom { span, before, .. }] = *atoms else { return None };
    let run = span.slice(text).filter(|_| columns == 2)?;
    let (first, len) = run.chars().next().and_then(|c| Some((digit(c)?, c.len_utf8() as u32)))?;
    let amount = run.get(len as usize..)?;
    let digits = amount.chars().take_while(|c| digit(*c).is_some()).count();
    let figure = match printed(amount)? {
        Printed::Figure(figure) if figure.len as usize == amount.len() && !figure.odd => figure,
        _ => return None,
    };
    let only = first == 0 || digits == 1 && blanks == Blanks::Kept;
    let count =
        Figure { mantissa: first.into(), scale: 0, odd: false, unit: None, note: None, len, digits: len };
    let cell = |from, to, figure| Atom { span: Span::new(from, to), kind: Kind::Figure(figure), before };
    let cells = [cell(span.start, span.start + len, count), cell(span.start + len, span.end, figure)];
    (only && (figure.scale > 0 || figure.unit.is_some())).then_some(cells)
}

/// Puts into the cells of a row that is nothing but digits whatever these can be cut into; false for any other row.
pub(super) fn cut(
    sink: &mut Sink<'_>,
    atoms: &[Atom],
    columns: usize,
    put: &mut impl FnMut(&mut Sink<'_>, usize, Cell),
) -> bool {
    let [Atom { span, .. }] = *atoms else { return false };
    let mut cuts = core::mem::take(&mut sink.cuts);
    let is_cut = cuts.cut(span.slice(sink.text).unwrap_or("").as_bytes(), columns);
    if is_cut {
        for column in 0..columns {
            let cell = candidates(sink, span, cuts.of(column));
            put(sink, column, cell);
        }
    }
    sink.cuts = cuts;
    is_cut
}

/// The cell of the figures that a column of digits at `span` can hold.
fn candidates(sink: &mut Sink<'_>, span: Span, cuts: &[Cut]) -> Cell {
    if let [Cut { value, from, to, .. }] = cuts {
        let place = Span::new(span.start + from, span.start + to);
        return Cell::figure(*value, 0, Certainty::Resolved, place);
    }
    sink.diagnose(Code::CellAmbiguous, span, "");
    sink.ambiguous(cuts.iter().map(|cut| Candidate::Value(cut.value.into())), Some(span))
}

/// Whether figures stand together with nothing between: where one ends is not sure, in any layout.
pub(super) fn touching(atoms: &[Atom]) -> bool {
    let figure = |atom: &Atom| matches!(atom.kind, Kind::Figure(_));
    atoms.windows(2).any(|pair| {
        matches!(pair, [a, b] if figure(a) && figure(b) && a.span.end == b.span.start && b.before == Break::None)
    })
}

/// Glued figures: digits that touch are one run, whatever the grammar of a single figure made of them, and so are those
/// with a separator of thousands between. `dashes`: each dash is a cell.
pub(super) fn runs(text: &str, atoms: &[Atom], dashes: bool, into: &mut Vec<Piece>) {
    let mut run: Option<Span> = None;
    let touch = |open: Span, next: Span| {
        open.end == next.start || matches!(text.get(open.end as usize..next.start as usize), Some("," | "，"))
    };
    for atom in atoms {
        match (atom.kind, run) {
            // Words for no change: a figure of their own.
            (Kind::Figure(figure), _) if figure.mantissa == 0 && !figure.odd && figure.digits > 3 => {
                into.extend(run.take().map(Piece::Run));
                into.push(piece(atom));
            }
            (Kind::Figure(_), Some(open)) if touch(open, atom.span) => run = Some(open.join(atom.span)),
            (Kind::Figure(_), _) => {
                into.extend(run.replace(atom.span).map(Piece::Run));
            }
            (Kind::Mark(Mark::Dash), _) if dashes => {
                into.extend(run.take().map(Piece::Run));
                let one = DASH.len_utf8() as u32;
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
pub(super) fn dashes_are_cells(drafts: &Drafts, columns: usize) -> bool {
    let cells = |draft: &Draft| drafts.pieces(draft).iter().map(least_cells).sum::<usize>();
    drafts.rows.iter().all(|draft| draft.row.is_none() || cells(draft) <= columns)
}
