//! The figures of the table in the order of the text, and what stands before them.

use alloc::vec::Vec;

use super::labels::Labelled;
use super::mosaic::Piece;
use crate::layout::is_space;
use crate::section::atom::{Atom, Kind};
use crate::template::Column;
use crate::template::labels::Label;

/// The figures of the table: those behind the heads of the next one are its own.
pub(super) fn figures(atoms: &[Atom]) -> impl Iterator<Item = &Atom> {
    let mut foreign = false;
    atoms.iter().filter(move |atom| {
        match atom.kind {
            Kind::Label(Label::Outcome(_) | Label::Group(_) | Label::Litigation) => foreign = true,
            Kind::Label(Label::Row(_) | Label::Column(_)) => foreign = false,
            _ => {}
        }
        atom.is_piece() && !foreign
    })
}

/// What is known of each figure; `None` where one is not a number or a mark.
pub(super) fn pieces(
    text: &str,
    atoms: &[Atom],
    figures: &[Atom],
    labels: &[Labelled],
) -> Option<Vec<Piece>> {
    let mut pieces = Vec::with_capacity(figures.len());
    let mut labels =
        labels.iter().enumerate().filter_map(|(row, (_, label))| Some((row, (*label)?))).peekable();
    let mut words = atoms.iter().filter(|atom| !atom.is_piece()).peekable();
    let (mut label, mut head, mut end) = (None, None, 0);
    for figure in figures {
        let start = figure.span.start;
        while let Some(found) = labels.next_if(|(_, label)| label.start < start) {
            label = Some(found);
        }
        while let Some(found) = words.next_if(|word| word.span.start < start) {
            head = Some(found);
        }
        let value = match figure.kind {
            Kind::Figure(figure) if figure.is_plain() && figure.scale == 0 => figure.mantissa,
            Kind::Mark(_) => 0,
            _ => return None,
        };
        let between = text.get(end..start as usize)?;
        let blank = between.chars().all(is_space);
        let begins = pieces.is_empty() || !blank || is_parted(between);
        let beside = label.filter(|(_, label)| {
            begins && text.get(label.end as usize..start as usize).is_some_and(|words| !has_empty_line(words))
        });
        let behind = between.trim_end_matches(is_space);
        let headed = beside.is_none() && !blank && !is_parted(between.get(behind.len()..).unwrap_or(""));
        let below = head.filter(|_| headed).and_then(|head| column(head.kind));
        let goes_on = !between.contains('\n');
        pieces.push(Piece { value, begins, goes_on, beside: beside.map(|(row, _)| row), headed, below });
        end = figure.span.end as usize;
    }
    Some(pieces)
}

/// The column of a head.
fn column(kind: Kind) -> Option<usize> {
    let Kind::Label(label) = kind else { return None };
    let column = match label {
        Label::Column(column) => column,
        Label::Other => Column::OtherOrg,
        Label::Total => Column::Total,
        _ => return None,
    };
    Some(column as usize)
}

/// Whether more than the end of a line stands in some white space.
fn is_parted(space: &str) -> bool {
    space.contains('\u{C}') || space.matches('\n').count() > 1
}

/// Whether an empty line stands among words, or the end of a page.
fn has_empty_line(words: &str) -> bool {
    let ends = words.matches('\n').count();
    words.contains('\u{C}') || words.split('\n').take(ends).skip(1).any(|line| line.chars().all(is_space))
}
