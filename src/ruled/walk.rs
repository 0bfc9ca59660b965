//! The walk down the lines of a block: cells begin below a rule and end above one.

use alloc::vec;
use alloc::vec::Vec;

use super::line::{Mark, Pen};
use crate::page::Text;

/// A cell, and what stands in it on each line.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) row: usize,
    pub(super) rows: u32,
    /// Once the block is read, without the white space around them.
    pub(super) pieces: Vec<(u32, u32)>,
    /// A line of it is lost.
    pub(super) hurt: bool,
}

/// Room that a cell has at first: nearly all have no more lines.
const MOST_ROOM: usize = 8;

/// What is known of a column where the walk is.
#[derive(Clone, Copy)]
enum Place {
    /// No cell has begun below the rule.
    Free,
    /// The cell goes on.
    Cell(usize),
    /// A line was lost on which a cell may have begun.
    Lost,
}

/// The walk.
pub(super) struct Walk<'d> {
    pen: Pen,
    /// The sides of the table's columns, and what is in each of these.
    sides: &'d [u32],
    places: Vec<Place>,
    cells: Vec<Cell>,
    row: usize,
    /// The marks of the last rule.
    above: &'d [Mark],
    /// Lines for which each cell has room.
    room: usize,
}

impl<'d> Walk<'d> {
    /// A walk down so many lines.
    pub(super) fn new(pen: Pen, sides: &'d [u32], above: &'d [Mark], lines: usize) -> Self {
        let (places, cells) = (vec![Place::Free; sides.len()], Vec::with_capacity(sides.len()));
        Self { pen, sides, places, cells, row: 0, above, room: lines.min(MOST_ROOM) }
    }

    /// Takes a line with the sides at which strokes stand on it; `None` when cells do not go on as they began.
    pub(super) fn line(&mut self, marks: &[(usize, &Mark)]) -> Option<()> {
        // Where the rule began that leads here.
        let mut rule: Option<usize> = None;
        for pair in marks.windows(2) {
            let [(from, left), (to, right)] = *pair else { return None };
            if right.ruled {
                rule = rule.or(Some(from));
                continue;
            }
            if let Some(begun) = rule.take() {
                self.close(begun, from)?;
            }
            if left.end < right.start {
                self.piece(from, to, (left.end, right.start))?;
            }
        }
        match (rule, marks.last()) {
            (Some(begun), Some((last, _))) => self.close(begun, *last),
            _ => Some(()),
        }
    }

    /// Takes a line with a rule below some cells.
    pub(super) fn part(&mut self, marks: &[(usize, &Mark)], own: &'d [Mark]) -> Option<()> {
        self.line(marks)?;
        self.row += 1;
        self.above = own;
        Some(())
    }

    /// Takes a line of which nothing is known.
    pub(super) fn lost(&mut self) {
        for place in &mut self.places {
            match *place {
                Place::Free => *place = Place::Lost,
                Place::Cell(cell) => {
                    if let Some(cell) = self.cells.get_mut(cell) {
                        cell.hurt = true;
                    }
                }
                Place::Lost => {}
            }
        }
    }

    /// The cells above the rule that ends the block; `None` when strokes lead from there up into one.
    pub(super) fn end(mut self, below: &[Mark]) -> Option<Vec<Cell>> {
        let leads =
            |cell: &Cell| below.iter().any(|mark| mark.up && self.is_within(mark, cell.from, cell.to));
        let mut last = self.places.iter().filter_map(|place| match place {
            Place::Cell(cell) => self.cells.get(*cell),
            _ => None,
        });
        if last.any(leads) {
            return None;
        }
        self.close(0, self.sides.len().saturating_sub(1))?;
        Some(self.cells)
    }

    fn piece(&mut self, from: usize, to: usize, piece: (u32, u32)) -> Option<()> {
        let hurt = match self.places.get(from)? {
            Place::Cell(cell) => {
                let cell = self.cells.get_mut(*cell).filter(|cell| cell.to == to)?;
                cell.pieces.push(piece);
                return Some(());
            }
            Place::Free => false,
            Place::Lost => true,
        };
        let free = |places: &[Place]| !places.iter().any(|place| matches!(place, Place::Cell(_)));
        if !self.places.get(from..to).is_some_and(free)
            || self.above.iter().any(|mark| mark.down && self.is_within(mark, from, to))
        {
            return None;
        }
        *self.places.get_mut(from)? = Place::Cell(self.cells.len());
        let mut pieces = Vec::with_capacity(self.room);
        pieces.push(piece);
        self.cells.push(Cell { from, to, row: self.row, rows: 1, pieces, hurt });
        Some(())
    }

    /// Ends the cells above a rule between two sides; `None` when it is not below all of one.
    fn close(&mut self, from: usize, to: usize) -> Option<()> {
        let mut at = from;
        while at < to {
            let place = self.places.get_mut(at)?;
            at = match core::mem::replace(place, Place::Free) {
                Place::Cell(cell) => {
                    let cell = self.cells.get_mut(cell)?;
                    cell.rows = (self.row + 1 - cell.row) as u32;
                    cell.to
                }
                // Sides next to each other have no cell between them.
                Place::Free | Place::Lost => at + 1,
            };
        }
        (at == to).then_some(())
    }

    /// Whether a stroke of which the pen tells where it leads stands within a cell.
    fn is_within(&self, mark: &Mark, from: usize, to: usize) -> bool {
        let side = |at: usize| self.sides.get(at).copied().unwrap_or(0);
        self.pen == Pen::Box && side(from) < mark.column && mark.column < side(to)
    }
}

impl Cell {
    /// How many columns it takes.
    pub(super) const fn columns(&self) -> u32 {
        (self.to - self.from) as u32
    }

    /// Writes what stands in it: the lines of its words one behind the other, with a space between where one may have
    /// stood or figures would run together.
    pub(super) fn write(&self, text: &str, into: &mut Text) {
        let mut before: Option<char> = None;
        for (start, end) in &self.pieces {
            let words = text.get(*start as usize..*end as usize).unwrap_or("");
            if is_markup(words) {
                continue;
            }
            let mut first = words.chars();
            let (Some(next), second) = (first.next(), first.next()) else { continue };
            // 7 / .属于行政执法案卷
            let point = next == '.' && second.is_some_and(|c| !c.is_ascii());
            if before.is_some_and(|before| before.is_ascii() && next.is_ascii() && !point) {
                into.line();
            }
            into.words(words, *start as usize);
            before = words.chars().next_back();
        }
    }
}

/// Whether words stand on a line of their own around what is in a cell: `<div>`, `.. container::`, `:::`.
fn is_markup(words: &str) -> bool {
    let tag = words.starts_with('<') && words.find('>').is_some_and(|end| end + 1 == words.len());
    tag || words.starts_with(":::") || words.starts_with(".. ") && words.ends_with("::")
}
