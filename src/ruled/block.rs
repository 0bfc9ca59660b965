//! The cells between two rules of a drawn table.

use alloc::vec;
use alloc::vec::Vec;

use super::drawing::Drawn;
use super::line::{Kind, Mark, Pen};
use super::walk::{Cell, Walk};
use crate::layout::{spaces, trimmed};
use crate::page::{Content, LONGEST_CELL, content};
use crate::section::lead::leading_label;

/// Lines between two rules, and the strokes on them.
pub(super) struct Block<'d> {
    pub(super) text: &'d str,
    pub(super) pen: Pen,
    /// The sides of the table's columns.
    pub(super) sides: &'d [u32],
    pub(super) lines: &'d [Drawn],
    /// The marks of all lines of the table.
    pub(super) marks: &'d [Mark],
    /// Those of the rule above; none at the top of a table.
    pub(super) above: &'d [Mark],
}

/// What stands in a block.
pub(super) enum Cells {
    /// Rows, each with the cells that begin in it.
    Rows(Vec<Vec<Cell>>),
    /// Prose.
    Words,
    /// Strokes do not say which cells there are.
    Unknown,
}

impl<'d> Block<'d> {
    /// The cells above a rule; without one the table ends within a row, unless each line is one.
    pub(super) fn cells(&self, rule: Option<&[Mark]>) -> Cells {
        let below = rule.unwrap_or_default();
        let Some(mut cells) = self.walk(below) else { return Cells::Unknown };
        for cell in &mut cells {
            for piece in &mut cell.pieces {
                // Most of a cell is filled up.
                let begin = piece.0 as usize + spaces(self.words(*piece).as_bytes());
                let (start, end) = trimmed(self.text, begin, piece.1 as usize);
                *piece = (start as u32, end as u32);
            }
            cell.hurt |= self.is_merged_figure(cell, below);
        }
        let long = |cell: &Cell| {
            cell.pieces.iter().map(|(start, end)| (end - start) as usize).sum::<usize>() > LONGEST_CELL
        };
        if cells.iter().any(long) {
            return Cells::Words;
        }
        let figures = |cell: &Cell| cell.pieces.iter().filter(|piece| self.is_figure(**piece)).count();
        if cells.iter().any(|cell| figures(cell) > 1) {
            return self.line_by_line(&cells).map_or(Cells::Unknown, Cells::Rows);
        }
        if rule.is_none() {
            return Cells::Unknown;
        }
        let hurt = |cell: &Cell| {
            cell.hurt && (cell.rows == 1 || !cell.pieces.iter().any(|piece| self.is_word(*piece)))
        };
        if cells.iter().any(|cell| cell.rows > 1 && hurt(cell)) {
            return Cells::Unknown;
        }
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        for cell in cells {
            rows.resize_with(rows.len().max(cell.row + 1), Vec::new);
            if let Some(row) = rows.get_mut(cell.row) {
                row.push(cell);
            }
        }
        for row in &mut rows {
            row.sort_by_key(|cell| cell.from);
            if row.iter().any(hurt) {
                row.clear();
            }
        }
        Cells::Rows(rows)
    }

    /// The same where each line is a row: each has a label of its own before its figures.
    fn line_by_line(&self, cells: &[Cell]) -> Option<Vec<Vec<Cell>>> {
        let line = |at: usize| -> Option<Vec<Cell>> {
            let cell = |cell: &Cell| Some(Cell { pieces: vec![*cell.pieces.get(at)?], rows: 1, ..*cell });
            let row: Vec<Cell> = cells.iter().map(cell).collect::<Option<_>>()?;
            let figure = |cell: &Cell| cell.pieces.iter().any(|piece| self.is_figure(*piece));
            let label = |cell: &Cell| {
                let mut pieces = cell.pieces.iter();
                pieces.any(|(start, end)| leading_label(self.text, *start as usize, *end as usize).is_some())
            };
            let labels = row.iter().position(figure)?;
            row.iter().take(labels).any(label).then_some(row)
        };
        let whole = cells.iter().all(|cell| !cell.hurt && cell.row == 0);
        (0..self.lines.len()).filter(|_| whole).map(line).collect()
    }

    /// Whether a figure stands in a cell over columns that are parted in the rows above and below: a stroke may be lost, as
    /// pluses do not show where strokes lead.
    fn is_merged_figure(&self, cell: &Cell, below: &[Mark]) -> bool {
        let parts = |marks: &[Mark], side: usize| marks.iter().any(|mark| self.side(mark) == Some(side));
        let mut sides = cell.from + 1..cell.to;
        self.pen == Pen::Plain
            && cell.rows == 1
            && sides.any(|side| parts(self.above, side) && parts(below, side))
            && cell.pieces.iter().any(|piece| self.is_figure(*piece))
    }

    fn is_figure(&self, piece: (u32, u32)) -> bool {
        piece.0 < piece.1 && matches!(content(self.words(piece)), Content::Figure | Content::Mark)
    }

    fn is_word(&self, piece: (u32, u32)) -> bool {
        content(self.words(piece)) == Content::Words
    }

    fn words(&self, (start, end): (u32, u32)) -> &'d str {
        self.text.get(start as usize..end as usize).unwrap_or("")
    }

    /// Goes down the lines; a line on which the cells are not known hurts those that are there.
    fn walk(&self, below: &[Mark]) -> Option<Vec<Cell>> {
        let parted = self.lines.iter().any(|line| line.kind == Kind::Part);
        let mut walk = Walk::new(self.pen, self.sides, self.above, self.lines.len());
        for line in self.lines {
            let marks = line.marks(self.marks);
            match line.kind {
                Kind::Part => walk.part(&self.in_place(marks)?, marks)?,
                Kind::Cells
                    if self.at_sides(marks, below, parted).is_some_and(|at| walk.line(&at).is_some()) => {}
                Kind::Cells | Kind::Cut | Kind::Rule => walk.lost(),
            }
        }
        walk.end(below)
    }

    /// The sides of columns at which the strokes of a line stand: in their place, or, where a screen measures letters
    /// otherwise, one by one those of a rule next to it.
    fn at_sides<'m>(
        &self,
        marks: &'m [Mark],
        below: &[Mark],
        parted: bool,
    ) -> Option<Vec<(usize, &'m Mark)>> {
        let known = self.in_place(marks);
        if known.is_some() || parted {
            return known;
        }
        let known: Vec<(usize, &Mark)> =
            marks.iter().filter_map(|mark| Some((self.side(mark)?, mark))).collect();
        let above = self.above.iter().filter(|mark| mark.down).filter_map(|mark| self.side(mark));
        let below = below.iter().filter(|mark| mark.up).filter_map(|mark| self.side(mark));
        for rule in [above.collect::<Vec<_>>(), below.collect()] {
            if rule.iter().eq(known.iter().map(|(side, _)| side)) {
                // The others are words.
                return Some(known);
            }
            if rule.len() == marks.len() {
                return Some(rule.into_iter().zip(marks).collect());
            }
        }
        None
    }

    /// The same where all stand in their place, from one side of the table to the other.
    fn in_place<'m>(&self, marks: &'m [Mark]) -> Option<Vec<(usize, &'m Mark)>> {
        let mut known: Vec<(usize, &Mark)> = Vec::with_capacity(marks.len());
        // Both stand from left to right.
        let mut sides = self.sides.iter().enumerate();
        for mark in marks {
            let (side, _) = sides.find(|(_, side)| **side == mark.column)?;
            known.push((side, mark));
        }
        let side = |at: Option<&(usize, &Mark)>| at.map(|(side, _)| *side);
        let whole = side(known.first()) == Some(0) && side(known.last()) == self.sides.len().checked_sub(1);
        whole.then_some(known)
    }

    fn side(&self, mark: &Mark) -> Option<usize> {
        self.sides.binary_search(&mark.column).ok()
    }
}
