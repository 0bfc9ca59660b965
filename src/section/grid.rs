//! Rows of layouts in which separators tell rows and cells apart.

use nom::bytes::complete::take_till;
use nom::sequence::pair;
use nom::{IResult, Parser};

use super::atom::{Atom, Kind};
use super::cells::Cells;
use super::rows::{Draft, Drafts, Form, Reader, Role, Source};
use crate::Span;
use crate::layout::Break;

/// Reads the rows of a grid. Rows without a label go on with an unfinished row above or stand for themselves.
pub(crate) fn rows(text: &str, form: &Form, atoms: &[Atom]) -> Drafts {
    let mut reader = Reader { text, form, context: Default::default() };
    let mut drafts = Drafts::with_room_for(atoms);
    let mut rest = Cells(atoms);
    while !rest.0.is_empty() {
        let row;
        (rest, row) = rest.row();
        read(row, &mut reader, &mut drafts);
    }
    drafts
}

/// The cells in front of the figures: labels, groups and the residue of their spans.
fn head(row: Cells<'_>) -> IResult<Cells<'_>, Cells<'_>> {
    take_till(|atom: Atom| matches!(atom.kind, Kind::Figure(_) | Kind::Mark(_)))(row)
}

/// The figures, up to the next label on the same line.
fn body(row: Cells<'_>) -> IResult<Cells<'_>, Cells<'_>> {
    take_till(|atom: Atom| matches!(atom.kind, Kind::Label(_)))(row)
}

fn read(mut row: Cells<'_>, reader: &mut Reader<'_>, drafts: &mut Drafts) {
    while let Ok((rest, (head, body))) = pair(head, body).parse(row) {
        segment(head, body, reader, drafts);
        if rest.0.is_empty() {
            break;
        }
        row = rest;
    }
}

fn segment(head: Cells<'_>, body: Cells<'_>, reader: &mut Reader<'_>, drafts: &mut Drafts) {
    let found = label(head, reader);
    let behind = head.0.get(found.as_ref().map_or(0, |found| found.behind)..).unwrap_or(&[]);
    let start = drafts.pieces.len();
    // Words in a cell behind a row's label are no blank.
    let row = matches!(found, Some(Labelled { role: Some(Role::Row(_)), .. }));
    let words = |atom: &&Atom| row && atom.kind == Kind::Text && atom.before == Break::Cell;
    drafts.pieces.extend(behind.iter().filter(|atom| atom.is_piece() || words(atom)));
    // Words in a cell of figures are kept: they make it unreadable, not absent.
    drafts.pieces.extend(body.0.iter().filter(|atom| atom.is_piece() || atom.before != Break::None));
    let pieces = start..drafts.pieces.len();
    let figures = !body.0.is_empty();
    match found {
        Some(Labelled { role: Some(Role::Row(row)), span, depth, .. }) => {
            drafts.rows.push(Draft {
                row: Some(row),
                label: Some(span),
                pieces,
                depth,
                source: Source::Label,
            });
        }
        Some(Labelled { role: None, span, depth, .. }) if figures => {
            drafts.rows.push(Draft { row: None, label: Some(span), pieces, depth, source: Source::Label });
        }
        None if !pieces.is_empty() => unlabelled(pieces, figures, reader, drafts),
        _ => drafts.pieces.truncate(start),
    }
}

/// Cells without a label: the rest of the row above when that has too few, else a row of their own.
fn unlabelled(range: core::ops::Range<usize>, figures: bool, reader: &Reader<'_>, drafts: &mut Drafts) {
    if let Some(above) = drafts.rows.last_mut()
        && let Some(row) = above.row
        && above.pieces.end == range.start
    {
        let columns = (reader.form.columns)(row);
        let missing = columns.saturating_sub(above.pieces.len());
        if missing > 0 && range.len() >= missing && figures {
            above.pieces.end = range.end;
            return;
        }
        // Broken at its one blank cell, of which neither line has a trace.
        if missing == range.len() + 1 && figures {
            let blank = Atom { span: Span::new(0, 0), kind: Kind::Blank, before: Break::Cell };
            drafts.pieces.insert(range.start, blank);
            above.pieces.end = range.end + 1;
            return;
        }
        // Broken at a blank cell, which both lines show.
        if missing > 0 && above.pieces.len() + range.len() > columns {
            above.pieces.end = range.end;
            return;
        }
    }
    if figures {
        drafts.rows.push(Draft { row: None, label: None, pieces: range, depth: 0, source: Source::Label });
    } else {
        drafts.pieces.truncate(range.start);
    }
}

struct Labelled {
    /// `None`: words that the form does not have.
    role: Option<Role>,
    span: Span,
    depth: u8,
    /// Atoms up to and with the label.
    behind: usize,
}

/// The innermost label of a row: the last one that is a row, else the last.
fn label(head: Cells<'_>, reader: &mut Reader<'_>) -> Option<Labelled> {
    let mut found: Option<Labelled> = None;
    let mut cell = 0_u8;
    for (at, atom) in head.0.iter().enumerate() {
        cell = cell.saturating_add(u8::from(atom.before != Break::None && at > 0));
        if matches!(atom.kind, Kind::Blank) {
            continue;
        }
        let role = match atom.kind {
            Kind::Label(_) => reader.role(atom),
            // Words are compared with the labels only where no label stands.
            _ if found.as_ref().is_some_and(|found| found.role.is_some()) => continue,
            _ => reader.role(atom),
        };
        let fragment = matches!(atom.kind, Kind::Fragment) && role.is_none();
        let better = match &found {
            _ if fragment => false,
            Some(Labelled { role: Some(Role::Row(_)), .. }) => matches!(role, Some(Role::Row(_))),
            Some(Labelled { role: Some(_), .. }) => role.is_some(),
            _ => true,
        };
        if better {
            found = Some(Labelled { role, span: atom.span, depth: cell, behind: at + 1 });
        }
    }
    found
}
