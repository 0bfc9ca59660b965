//! From the contents that are supported to cells.

use alloc::vec::Vec;

use super::atoms::Sequence;
use super::edit::Edit;
use super::given::{Repair, RepairKind, Resolution, Stored};
use super::piece::Piece;
use super::row::Row;
use super::slot::{Content, Slot};
use super::support::{Choice, Support};
use crate::Span;
use crate::report::Certainty;

/// Writes the rows of one table.
pub(super) struct Writer {
    pub(super) out: Resolution,
    /// The choices of a cell, to be put in order.
    order: Vec<Choice>,
}

impl Writer {
    /// For the rows that are searched, in whose order they are written.
    pub(super) fn new(rows: Vec<usize>, columns: usize) -> Self {
        let cells = Vec::with_capacity(rows.len() * columns);
        Self { out: Resolution { loose: rows, cells, ..Resolution::default() }, order: Vec::new() }
    }

    /// A row of which one reading is left by the text.
    pub(super) fn fixed(&mut self, row: &Row<'_>, slots: &[Slot], exact: bool) {
        let certainty = if exact { Certainty::Exact } else { Certainty::Resolved };
        for slot in slots {
            let span = row.literal.as_ref().and_then(|sequence| sequence.span(slot.from, slot.to));
            let cell = stored(*slot, span, certainty);
            self.out.cells.push(cell);
        }
    }

    /// A row whose column `at` is none of the form's.
    pub(super) fn without_column(&mut self, number: usize, row: &Row<'_>, at: usize) {
        for (place, piece) in row.pieces.iter().enumerate() {
            if place != at {
                self.out.cells.push(printed(*piece, Certainty::Repaired));
            }
        }
        let span = row.pieces.get(at).and_then(|piece| piece.span());
        self.out.repairs.push(Repair { row: number, kind: RepairKind::ExtraColumn, span });
    }

    /// A row whose cells are what all its supported readings agree on.
    pub(super) fn agreed(&mut self, number: usize, row: &Row<'_>, support: &Support) {
        self.out.bounded |= support.cut;
        let mut spans = Spans { row, built: Vec::new() };
        let columns = row.problem.form.columns();
        for column in 0..columns {
            let mut choices = support.column(column);
            let cell = match (choices.next(), choices.next()) {
                (Some(choice), None) if !support.cut => {
                    let certainty =
                        if choice.edit == Edit::None { Certainty::Resolved } else { Certainty::Repaired };
                    stored(choice.slot, spans.of(choice), certainty)
                }
                _ => self.ambiguous(&mut spans, support, column),
            };
            self.out.cells.push(cell);
        }
        if support.repaired {
            self.repair(number, row, (0..columns).flat_map(|column| support.column(column)));
        }
    }

    fn ambiguous(&mut self, spans: &mut Spans<'_, '_>, support: &Support, column: usize) -> Stored {
        self.order.clear();
        self.order.reserve(8);
        self.order.extend(support.column(column));
        let (span, out) = (spans.common(&self.order), &mut self.out.candidates);
        let first = out.len();
        if first == 0 {
            out.reserve(support.len());
        }
        candidates(&mut self.order, out);
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Stored::Ambiguous { first: number(first), count: number(out.len() - first), span }
    }

    /// Says which repair the best reading is, if it is one.
    fn repair<'c>(&mut self, number: usize, row: &Row<'_>, choices: impl Iterator<Item = &'c Choice>) {
        let best = choices.min_by_key(|choice| (choice.cost, choice.edit));
        let edit = best.map_or(Edit::None, |choice| choice.edit);
        let kind = match edit {
            Edit::None => return,
            Edit::Joined | Edit::Join { .. } => RepairKind::Joined,
            Edit::Split { .. } => RepairKind::Split,
            Edit::Drop { .. } => RepairKind::Dropped,
        };
        let span = edit.span(row.problem.text, row.pieces);
        self.out.repairs.push(Repair { row: number, kind, span });
    }

    /// A row of which no reading is known. With as many pieces as columns each is a cell, whatever stands in it.
    pub(super) fn hopeless(&mut self, row: &Row<'_>) {
        let columns = row.problem.form.columns();
        if row.pieces.len() == columns {
            let cells = row.pieces.iter().map(|piece| printed(*piece, Certainty::Resolved));
            self.out.cells.extend(cells);
            return;
        }
        let span = row.pieces.iter().filter_map(|piece| piece.span()).reduce(Span::join);
        let cell = span.map_or(Stored::Blank, Stored::Unreadable);
        self.out.cells.extend(core::iter::repeat_n(cell, columns));
    }
}

/// Contents in the order of their plausibility, those without a figure as `None`.
fn candidates(choices: &mut [Choice], out: &mut Vec<Option<i64>>) {
    choices.sort_by(|a, b| {
        a.cost.cmp(&b.cost).then_with(|| (a.edit, a.slot.value).cmp(&(b.edit, b.slot.value)))
    });
    let mut void = false;
    for choice in choices {
        match choice.slot.content {
            Content::Figure => out.push(Some(choice.slot.value)),
            Content::Blank | Content::Mark(_) if !void => {
                void = true;
                out.push(None);
            }
            _ => {}
        }
    }
}

/// A piece that is a cell by itself.
fn printed(piece: Piece, certainty: Certainty) -> Stored {
    match piece {
        Piece::Figure { value, span, literal: true, .. } => Stored::Figure { value, span, certainty },
        Piece::Mark(mark, span) => Stored::Mark(mark, span),
        Piece::Figure { span, .. } | Piece::Unreadable(span) | Piece::Run(span) => Stored::Unreadable(span),
        Piece::Blank => Stored::Blank,
    }
}

fn stored(slot: Slot, span: Option<Span>, certainty: Certainty) -> Stored {
    match (slot.content, span) {
        (Content::Figure, Some(span)) => Stored::Figure { value: slot.value, span, certainty },
        (Content::Mark(mark), Some(span)) => Stored::Mark(mark, span),
        (Content::Unreadable, Some(span)) => Stored::Unreadable(span),
        _ => Stored::Blank,
    }
}

/// Finds the places of slots, keeping the sequences of the repairs.
struct Spans<'r, 't> {
    row: &'r Row<'t>,
    built: Vec<(Edit, Sequence)>,
}

impl Spans<'_, '_> {
    fn of(&mut self, choice: &Choice) -> Option<Span> {
        let Choice { slot, edit, .. } = *choice;
        if edit == Edit::None {
            return self.row.literal.as_ref()?.span(slot.from, slot.to);
        }
        if slot.from == slot.to {
            return None;
        }
        if let Some(span) = self.row.span_without(edit, slot.from.into()) {
            return span;
        }
        let known = self.built.iter().position(|(built, _)| *built == edit);
        let at = known.unwrap_or(self.built.len());
        if known.is_none() {
            self.built.push((edit, self.row.sequence(edit)?));
        }
        self.built.get(at)?.1.span(slot.from, slot.to)
    }

    /// The piece that all choices are made of: a run, or a figure when the cell cannot be blank.
    fn common(&mut self, choices: &[Choice]) -> Option<Span> {
        if let [Piece::Run(span)] = *self.row.pieces {
            return choices.iter().any(|choice| choice.slot.from < choice.slot.to).then_some(span);
        }
        let (mut void, mut all) = (false, None);
        for choice in choices {
            void |= choice.slot.content == Content::Blank;
            if let Some(span) = self.of(choice) {
                all = Some(all.map_or(span, |all: Span| all.join(span)));
            }
        }
        let all = all?;
        let holds = |span: Span| span.start <= all.start && all.end <= span.end;
        self.row.pieces.iter().find_map(|piece| match *piece {
            Piece::Run(span) if holds(span) => Some(span),
            Piece::Figure { span, .. } if holds(span) && !void => Some(span),
            _ => None,
        })
    }
}
