//! Rows of a sheet with their labels whole.

use alloc::vec::Vec;

use super::labels::Labels;
use super::sheet::{Piece, Place, Row, Sheet};
use crate::page::Text;

/// Spaces between two cells.
const GAP: usize = 2;

/// Writes all lines of a sheet; returns where in the text they end.
///
/// A whole label takes more room than its column has. Before all figures stands so much more that they stay below each
/// other, whichever way ideographs are counted: spaces that are as wide as a letter, and such that are as wide as an
/// ideograph.
pub(super) fn rows(sheet: &Sheet<'_>, labels: &Labels, out: &mut Text) -> usize {
    let lines: Vec<Written<'_>> = (0..sheet.rows.len()).map(|at| Written::of(sheet, labels, at)).collect();
    let more = More::of(&lines, &sheet.rows);
    let mut end = 0;
    for (at, (line, row)) in lines.iter().zip(&sheet.rows).enumerate() {
        let next = sheet.rows.get(at + 1).map_or(row.line.end, |next| next.line.start) as usize;
        end = next;
        let copy =
            |from: usize, to: usize, out: &mut Text| out.lines(sheet.text.get(from..to).unwrap_or(""), from);
        let start = match (line, row.figures) {
            (Written::Copy, None) => row.line.start as usize,
            (Written::Copy, Some(figures)) => {
                copy(row.line.start as usize, figures.start, out);
                out.pad(more.narrow, more.wide);
                figures.start
            }
            (Written::Anew(cells), figures) => {
                if cells.is_empty() && figures.is_none() {
                    continue;
                }
                for (at, cell) in cells.iter().enumerate() {
                    out.pad(if at > 0 { GAP } else { 0 }, 0);
                    cell.iter().for_each(|piece| out.lines(piece.words, piece.start));
                }
                if let Some(figures) = figures {
                    let (narrow, wide) = more.before(figures.at, line.end());
                    out.pad(narrow, wide);
                }
                figures.map_or(row.line.end as usize, |figures| figures.start)
            }
        };
        copy(start, next, out);
    }
    end
}

/// How a line is written: as it stands, or its words anew, each cell by its pieces.
enum Written<'t> {
    Copy,
    Anew(Vec<Vec<Piece<'t>>>),
}

impl<'t> Written<'t> {
    fn of(sheet: &Sheet<'t>, labels: &Labels, at: usize) -> Self {
        let own = sheet.rows.get(at).map_or(0..0, |row| row.pieces.clone());
        let here = labels.on(at);
        if here.is_empty() && !own.clone().any(|piece| labels.has(piece)) {
            return Self::Copy;
        }
        let pieces = |pieces: &[usize]| -> Vec<Piece<'t>> {
            pieces.iter().filter_map(|piece| sheet.pieces.get(*piece).copied()).collect()
        };
        let kept = own.filter(|piece| !labels.has(*piece)).map(|piece| pieces(&[piece]));
        let whole = here.iter().map(|label| pieces(&label.pieces));
        let mut cells: Vec<Vec<Piece<'t>>> = kept.chain(whole).collect();
        cells.sort_by_key(|cell| cell.first().map(|piece| piece.at.narrow));
        Self::Anew(cells)
    }

    /// Where its words end.
    fn end(&self) -> Place {
        let Self::Anew(cells) = self else { return Place::default() };
        let words =
            |at: Place, cell: &Vec<Piece<'t>>| cell.iter().fold(at, |at, piece| at.behind(piece.words));
        let end = cells.iter().fold(Place::default(), words);
        let gaps = GAP * cells.len().saturating_sub(1);
        Place { narrow: end.narrow + gaps, wide: end.wide + gaps }
    }
}

/// Spaces of both kinds that stand before all figures besides those that are there.
#[derive(Clone, Copy, Default)]
struct More {
    narrow: usize,
    wide: usize,
}

impl More {
    /// So many that all words end before all figures.
    fn of(lines: &[Written<'_>], rows: &[Row<'_>]) -> Self {
        let figures = || rows.iter().filter_map(|row| row.figures.map(|figures| figures.at));
        let (narrow, wide) = (figures().map(|at| at.narrow).min(), figures().map(|at| at.wide).min());
        let (Some(narrow), Some(wide)) = (narrow, wide) else { return Self::default() };
        let first = Place { narrow, wide };
        let anew = || {
            let ends = lines.iter().map(|line| matches!(line, Written::Anew(_)).then(|| line.end()));
            ends.zip(rows).filter_map(|(end, row)| Some((end?, row.figures?.at)))
        };
        let doubled = |(end, figures): (Place, Place)| end.doubled().saturating_sub(figures.doubled());
        let wide = anew().map(doubled).max().unwrap_or(0);
        let narrow = anew().map(|(end, figures)| {
            let own = (end.narrow + figures.doubled()).saturating_sub(figures.narrow + end.doubled());
            let narrow = end.narrow.saturating_sub(first.narrow + wide);
            own.max(narrow).max(end.wide.saturating_sub(first.wide + 2 * wide))
        });
        Self { narrow: narrow.max().map_or(0, |narrow| narrow + GAP), wide }
    }

    /// Those between words that end at a place and the figures of their line.
    const fn before(self, figures: Place, end: Place) -> (usize, usize) {
        let wide = (self.wide + figures.doubled()).saturating_sub(end.doubled());
        ((self.narrow + self.wide + figures.narrow).saturating_sub(end.narrow + wide), wide)
    }
}
