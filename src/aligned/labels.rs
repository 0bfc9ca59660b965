//! Labels whose pieces stand below each other.

use alloc::string::String;
use alloc::vec::Vec;

use super::sheet::{Piece, Sheet};
use crate::layout::is_space;
use crate::section::number::lead;
use crate::template::labels;
use crate::text::fold::symbols_of;
use crate::text::fragment::is_fragment;
use crate::text::label::longest;

/// A wrapped label.
pub(super) struct Label {
    /// Its pieces in the sheet, from top to bottom.
    pub(super) pieces: Vec<usize>,
    /// The line on which it is written: that of its figures.
    pub(super) line: usize,
    /// Its figures are a row, not several.
    is_row: bool,
}

/// No label of the form stands on more lines.
const MOST_PIECES: usize = 8;

/// Lines that may stand between two pieces, without empty ones.
const MOST_BETWEEN: usize = 3;

/// The wrapped labels of a sheet, by the lines on which they are written.
pub(super) struct Labels {
    labels: Vec<Label>,
    /// Of each piece of the sheet whether it is one of a label.
    used: Vec<bool>,
}

impl Labels {
    /// Those that are written on a line.
    pub(super) fn on(&self, line: usize) -> &[Label] {
        let begin = self.labels.partition_point(|label| label.line < line);
        let behind = self.labels.get(begin..).unwrap_or(&[]);
        behind.get(..behind.partition_point(|label| label.line == line)).unwrap_or(&[])
    }

    pub(super) fn has(&self, piece: usize) -> bool {
        self.used.get(piece) == Some(&true)
    }
}

/// The wrapped labels of a sheet; `None` when there are none, or when some figures stand beside no words: then they stand
/// higher or lower than their labels.
pub(super) fn wrapped(sheet: &Sheet<'_>) -> Option<Labels> {
    let mut found = Labels { labels: Vec::new(), used: alloc::vec![false; sheet.pieces.len()] };
    for first in 0..sheet.pieces.len() {
        if found.has(first) {
            continue;
        }
        let Some((pieces, label)) = whole_from(sheet, first, &found) else { continue };
        // What is one label by its words is one by its place, or the page is otherwise.
        let label = placed(sheet, pieces, label)?;
        if is_last(sheet, &label) {
            continue;
        }
        for piece in &label.pieces {
            if let Some(used) = found.used.get_mut(*piece) {
                *used = true;
            }
        }
        found.labels.push(label);
    }
    found.labels.sort_by_key(|label| label.line);
    let beside = |line: usize| {
        let row = sheet.rows.get(line);
        let mut own = row.map_or(0..0, |row| row.pieces.clone());
        row.is_none_or(|row| row.figures.is_none())
            || found.on(line).iter().any(|label| label.is_row)
            || own.any(|at| !found.has(at) && is_label(sheet, at))
    };
    (!found.labels.is_empty() && (0..sheet.rows.len()).all(beside)).then_some(found)
}

/// Whether a text ends with a label without figures, perhaps before them.
fn is_last(sheet: &Sheet<'_>, label: &Label) -> bool {
    if sheet.rows.get(label.line).is_some_and(|row| row.figures.is_some()) {
        return false;
    }
    let last = label.pieces.last().and_then(|piece| sheet.pieces.get(*piece));
    let behind = last.and_then(|last| sheet.text.get(last.start + last.words.len()..));
    behind.is_some_and(|behind| behind.chars().all(is_space))
}

/// Whether a piece may be all of a label: more than a letter of those that stand upright beside the rows, and no part of a
/// label of the form.
fn is_label(sheet: &Sheet<'_>, piece: usize) -> bool {
    let Some(piece) = sheet.pieces.get(piece).filter(|piece| piece.words.chars().nth(1).is_some()) else {
        return false;
    };
    let words = piece.words.get(lead(piece.words).0..).unwrap_or("");
    let mut symbols = Vec::new();
    whole(piece.words).is_some() || !symbols_of(words, &mut symbols) || !is_fragment(&symbols)
}

/// The most pieces from one on, one below the other, that are a label of the form together.
fn whole_from(sheet: &Sheet<'_>, first: usize, known: &Labels) -> Option<(Vec<usize>, labels::Label)> {
    let mut last = sheet.pieces.get(first)?;
    let (mut words, mut pieces) = (String::new(), Vec::new());
    let mut found = None;
    while let Some(at) = below(sheet, last).filter(|at| !known.has(*at)) {
        let next = sheet.pieces.get(at)?;
        if lead(next.words).1 {
            // The number of another.
            break;
        }
        if pieces.is_empty() {
            words.push_str(last.words);
            pieces.push(first);
        }
        last = next;
        words.push_str(last.words);
        pieces.push(at);
        if let Some(label) = whole(&words) {
            found = Some((pieces.clone(), label));
        }
        if pieces.len() == MOST_PIECES {
            break;
        }
    }
    found
}

/// The next piece in the column of one.
fn below(sheet: &Sheet<'_>, piece: &Piece<'_>) -> Option<usize> {
    let behind = sheet.rows.get(piece.line + 1..)?;
    for row in behind.iter().filter(|row| !row.is_void).take(MOST_BETWEEN + 1) {
        for (at, next) in row.pieces.clone().zip(sheet.pieces.get(row.pieces.clone())?) {
            if next.at.meets(piece.at) {
                return Some(at);
            }
            // Another cell stands there.
            if piece.at.is_behind(next.at) && next.end().is_behind(piece.at) {
                return None;
            }
        }
    }
    None
}

/// The label of a row or group that some words are from end to end, perhaps with guidance in brackets behind it.
fn whole(words: &str) -> Option<labels::Label> {
    let (begin, numbered) = lead(words);
    let words = words.get(begin..)?;
    let found = longest(words).filter(|found| !found.cut)?;
    let behind = words.get(found.len..)?;
    let opens = behind.matches(['（', '(']).count();
    let guidance = opens == 1 && behind.starts_with(['（', '(']) && behind.ends_with(['）', ')']);
    let ends = guidance || !behind.chars().any(char::is_alphanumeric);
    let is_own = match found.label {
        labels::Label::Row(_)
        | labels::Label::Item(_)
        | labels::Label::ResultGroup(_)
        | labels::Label::OtherHandling
        | labels::Label::RequestsHead => true,
        labels::Label::Total | labels::Label::Other => numbered,
        _ => false,
    };
    (ends && is_own).then_some(found.label)
}

/// A label with the line of its figures: the only ones beside its pieces, with no other words between. Labels of groups
/// have none.
fn placed(sheet: &Sheet<'_>, pieces: Vec<usize>, label: labels::Label) -> Option<Label> {
    let own = || pieces.iter().filter_map(|piece| sheet.pieces.get(*piece));
    let (first, last) = (own().next()?, own().next_back()?);
    let lines = || first.line..=last.line;
    // Other words stand behind the label of a group, in its rows.
    let is_alone = lines().all(|line| {
        let behind = |other: &Piece<'_>| other.at.is_behind(first.at) && !other.at.meets(first.at);
        !sheet.pieces_of(line).iter().any(behind)
    });
    let is_row = match label {
        labels::Label::ResultGroup(_) | labels::Label::RequestsHead => false,
        labels::Label::OtherHandling => is_alone,
        _ => true,
    };
    let mut figures = lines().filter_map(|line| sheet.rows.get(line)?.figures).filter(|_| is_row);
    let beside = figures.next();
    let is_behind = |figures: &Piece<'_>| own().all(|piece| figures.at.is_behind(piece.end()));
    let fits = is_alone && figures.next().is_none() && beside.as_ref().is_none_or(is_behind);
    let line = beside.map_or(first.line, |figures| figures.line);
    (fits || !is_row).then_some(Label { pieces, line, is_row })
}
