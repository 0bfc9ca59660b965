//! Pages that keep their columns by runs of spaces: cells that stand below each other are of one column, and a gap is a
//! blank cell.

use alloc::vec::Vec;
use core::ops::Range;

use super::atom::{Atom, Kind};
use super::place::adds_up;
use super::rows::{Draft, Drafts, Source};
use crate::Span;
use crate::layout::{Break, is_space};
use crate::template::labels::Label;
use crate::text::width::width;

/// Puts blank cells into the gaps of rows, all of so many columns and the last of these their sum, where the rows above
/// and below tell the columns.
pub(super) fn fill(text: &str, atoms: &[Atom], drafts: &mut Drafts, columns: usize) {
    let is_short = |draft: &Draft| (1..columns).contains(&draft.pieces.len());
    if !drafts.rows.iter().any(is_short) {
        return;
    }
    let mut filled: Vec<(usize, Vec<Atom>)> = Vec::new();
    for block in blocks(atoms, drafts) {
        let rows = || block.iter().filter_map(|at| Some((*at, drafts.rows.get(*at)?)));
        let cells: Vec<&[Atom]> = rows().map(|(_, draft)| drafts.pieces(draft)).collect();
        let pages =
            WIDTHS.map(|wide| Page { text, wide }).map(|page| Some((page.bands(&cells, columns)?, page)));
        for (at, draft) in rows().filter(|(_, draft)| draft.source == Source::Label && is_short(draft)) {
            let cells = drafts.pieces(draft);
            let mut read = pages.iter().flatten().map(|(bands, page)| page.filled(bands, cells));
            // Where both ways to count tell columns, they tell the same.
            if let Some(cells) =
                read.next().flatten().filter(|cells| read.all(|other| other.as_ref() == Some(cells)))
            {
                filled.push((at, cells));
            }
        }
    }
    for (at, cells) in filled {
        let begin = drafts.pieces.len();
        drafts.pieces.extend(cells);
        if let Some(draft) = drafts.rows.get_mut(at) {
            (draft.pieces, draft.source) = (begin..drafts.pieces.len(), Source::Below);
        }
    }
}

/// Whether ideographs take two columns: on a screen they do, in what programs count they may take one.
const WIDTHS: [bool; 2] = [true, false];

/// The rows below each head: a page that repeats it may have its columns elsewhere.
fn blocks(atoms: &[Atom], drafts: &Drafts) -> Vec<Vec<usize>> {
    let head = |atom: &&Atom| matches!(atom.kind, Kind::Label(Label::Column(_)));
    let mut heads = atoms.iter().filter(head).map(|atom| atom.span.start).peekable();
    let mut blocks: Vec<Vec<usize>> = Vec::new();
    for (at, draft) in drafts.rows.iter().enumerate().filter(|(_, draft)| draft.row.is_some()) {
        let Some(first) = drafts.pieces(draft).first() else { continue };
        let mut begins = false;
        while heads.next_if(|head| *head < first.span.start).is_some() {
            begins = true;
        }
        match blocks.last_mut().filter(|_| !begins) {
            Some(block) => block.push(at),
            None => blocks.push([at].into()),
        }
    }
    blocks
}

/// A page whose characters are counted in one of two ways.
struct Page<'t> {
    text: &'t str,
    wide: bool,
}

/// Bytes before a cell on its line in which the line's beginning is looked for.
const LONGEST: usize = 1_000;

impl Page<'_> {
    /// Where each column of a block stands, which some row has all of.
    fn bands(&self, rows: &[&[Atom]], columns: usize) -> Option<Vec<Range<usize>>> {
        rows.iter().any(|row| row.len() == columns).then_some(())?;
        let cells = rows.iter().copied().flatten().map(|cell| self.place(cell.span));
        let mut cells: Vec<Range<usize>> = cells.collect::<Option<_>>()?;
        cells.sort_by_key(|cell| cell.start);
        let mut bands: Vec<Range<usize>> = Vec::new();
        for cell in cells {
            match bands.last_mut().filter(|band| overlap(band, &cell)) {
                Some(band) => band.end = band.end.max(cell.end),
                None => bands.push(cell),
            }
        }
        (bands.len() == columns).then_some(bands)
    }

    /// The columns of the page that a piece of a line takes.
    fn place(&self, span: Span) -> Option<Range<usize>> {
        let columns =
            |text: &str| text.chars().map(|c| if self.wide { width(c).0 as usize } else { 1 }).sum::<usize>();
        let own = span.slice(self.text).filter(|own| !own.contains(ENDS))?;
        let start = columns(self.line_before(span)?);
        Some(start..start + columns(own))
    }

    /// What stands before a piece of a line.
    fn line_before(&self, span: Span) -> Option<&str> {
        let end = span.start as usize;
        let window = self.text.as_bytes().get(end.saturating_sub(LONGEST)..end)?;
        let ends = |byte: &u8| ENDS.contains(&char::from(*byte));
        match window.iter().rposition(ends) {
            Some(at) => self.text.get(end - window.len() + at + 1..end),
            None if window.len() == end => self.text.get(..end),
            None => None,
        }
    }

    /// The cells of a row with blanks in its gaps, when nothing else stands among them and their total bears them out.
    fn filled(&self, bands: &[Range<usize>], cells: &[Atom]) -> Option<Vec<Atom>> {
        if !self.stand_alone(bands.first()?.start, cells)? {
            return None;
        }
        let end = cells.last()?.span.end;
        let mut cells = cells.iter().map(|cell| (cell, self.place(cell.span))).peekable();
        let mut filled = Vec::with_capacity(bands.len());
        for band in bands {
            let own = cells.next_if(|(_, place)| place.as_ref().is_some_and(|place| overlap(place, band)));
            let at = cells.peek().map_or(end, |(next, _)| next.span.start);
            let blank = Atom { span: Span::new(at, at), kind: Kind::Blank, before: Break::Cell };
            filled.push(own.map_or(blank, |(cell, _)| *cell));
        }
        // Where no total ends the row, a cell may be lost and those behind it moved.
        let ends = match filled.last()?.kind {
            Kind::Figure(_) => adds_up(&filled),
            kind => matches!(kind, Kind::Mark(_)),
        };
        (cells.next().is_none() && ends).then_some(filled)
    }

    /// Whether nothing stands on the line of some cells from the first column on but these cells.
    fn stand_alone(&self, first_column: usize, cells: &[Atom]) -> Option<bool> {
        let (first, last) = (cells.first()?, cells.last()?);
        let between = |pair: &[Atom]| match pair {
            [a, b] => self.text.get(a.span.end as usize..b.span.start as usize),
            _ => None,
        };
        let is_gap = |text: &str| text.chars().all(|c| is_space(c) && !ENDS.contains(&c));
        let behind = self.text.get(last.span.end as usize..)?.split(ENDS).next()?;
        let before = self.line_before(first.span)?;
        let line = first.span.start - before.len() as u32;
        let label = Span::new(line, line + before.trim_end_matches(is_space).len() as u32);
        let gaps = cells.windows(2).all(|pair| between(pair).is_some_and(is_gap));
        Some(gaps && is_gap(behind) && self.place(label)?.end <= first_column)
    }
}

/// What ends a line.
const ENDS: [char; 3] = ['\n', '\r', '\x0C'];

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}
