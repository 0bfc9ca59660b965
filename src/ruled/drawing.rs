//! A drawn table: how wide its letters are, which columns it has, and the blocks between its rules.

use alloc::vec::Vec;
use core::ops::Range;

use super::Out;
use super::block::{Block, Cells};
use super::line::{Kind, Mark, Pen};
use super::screen::Widths;
use crate::layout::Line;
use crate::page::{Row, Spans, Table};

/// Lines of the longest table that is read: each row of the form over thirty lines and more.
pub(super) const MOST_LINES: usize = 2000;
/// As many blocks are rows: a table of which each line is one has a rule below its head, and at its ends.
const MANY: usize = 8;
/// Three times the columns of the widest table of the form, and their outer sides.
const MOST_COLUMNS: usize = 65;

/// A table, and what strokes stand on its lines.
pub(super) struct Drawing<'t> {
    text: &'t str,
    lines: &'t [Line],
    pen: Pen,
    drawn: Vec<Drawn>,
    marks: Vec<Mark>,
    /// Where strokes meet, from left to right: the sides of its columns.
    columns: Vec<u32>,
}

/// A line that the pen drew.
pub(super) struct Drawn {
    /// Which of the table's lines.
    at: usize,
    pub(super) kind: Kind,
    /// Strokes begin and end it.
    whole: bool,
    marks: Range<usize>,
}

impl Drawn {
    /// Its own among the marks of all.
    pub(super) fn marks<'m>(&self, all: &'m [Mark]) -> &'m [Mark] {
        all.get(self.marks.clone()).unwrap_or_default()
    }

    /// Words of a page may stand beside a line; without the sides of the table it is cut.
    fn is_cut(&self, marks: &[Mark], columns: &[u32]) -> bool {
        let is_at = |mark: Option<&Mark>, side: Option<&u32>| mark.map(|mark| mark.column) == side.copied();
        let at_sides = is_at(marks.first(), columns.first()) && is_at(marks.last(), columns.last());
        !self.whole && !at_sides
    }
}

impl<'t> Drawing<'t> {
    /// Measured so that most lines of cells fit the rules, and these each other: other measures see more columns.
    pub(super) fn of(text: &'t str, pen: Pen, lines: &'t [Line]) -> Self {
        let mut drawing = Self::drawn(text, pen, lines);
        let (mut best, mut taken) = ((usize::MAX, Widths::Narrow), Widths::Narrow);
        for widths in [Widths::Narrow, Widths::Wide, Widths::One] {
            let fewest = drawing.measure(widths);
            taken = widths;
            let misfits = drawing.misfits() + drawing.columns.len();
            if misfits < best.0 {
                best = (misfits, widths);
                if misfits == fewest {
                    // No measure has less.
                    break;
                }
            }
        }
        if taken != best.1 {
            drawing.measure(best.1);
        }
        drawing.cut();
        drawing
    }

    fn drawn(text: &'t str, pen: Pen, lines: &'t [Line]) -> Self {
        let (mut drawn, mut marks): (Vec<Drawn>, Vec<Mark>) = (Vec::with_capacity(lines.len()), Vec::new());
        let mut indent = None;
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| pen.drew(text, line)) {
            let first = marks.len();
            let (kind, whole) = pen.marks(text, *line, indent, &mut marks);
            indent = indent.or(marks.first().map(|mark| mark.columns));
            drawn.push(Drawn { at, kind, whole, marks: first..marks.len() });
        }
        Self { text, lines, pen, drawn, marks, columns: Vec::new() }
    }

    /// Finds the columns by a measure; there cannot be fewer than strokes meet on one rule.
    fn measure(&mut self, widths: Widths) -> usize {
        for mark in &mut self.marks {
            mark.column = mark.columns.by(widths);
        }
        self.columns.clear();
        let mut fewest = 0;
        let is_rule = |line: &&Drawn| line.whole && matches!(line.kind, Kind::Rule | Kind::Part);
        for line in self.drawn.iter().filter(is_rule) {
            let marks = line.marks(&self.marks);
            let mut meeting = 0;
            for (at, mark) in marks.iter().enumerate() {
                let meets = mark.ruled || marks.get(at + 1).is_some_and(|next| next.ruled);
                meeting += usize::from(meets);
                if meets && self.columns.len() <= MOST_COLUMNS {
                    if let Err(place) = self.columns.binary_search(&mark.column) {
                        self.columns.insert(place, mark.column);
                    }
                }
            }
            fewest = fewest.max(meeting);
        }
        fewest
    }

    /// Lines of cells with strokes where no rule has any.
    fn misfits(&self) -> usize {
        let misfits = |line: &&Drawn| {
            let (marks, mut columns) = (line.marks(&self.marks), self.columns.iter());
            // Both stand from left to right.
            let mut fits = |mark: &Mark| columns.any(|column| *column == mark.column);
            (line.kind != Kind::Rule || line.is_cut(marks, &self.columns)) && !marks.iter().all(&mut fits)
        };
        self.drawn.iter().filter(misfits).count()
    }

    /// Cuts the lines that are, once the columns are known.
    fn cut(&mut self) {
        for line in &mut self.drawn {
            if line.is_cut(line.marks(&self.marks), &self.columns) {
                line.kind = Kind::Cut;
            }
        }
    }

    /// The blocks of lines between two rules, in order, and what stands in them.
    fn blocks(&self) -> Vec<(Range<usize>, Cells)> {
        let (mut start, mut above): (usize, &[Mark]) = (0, &[]);
        let mut blocks = Vec::new();
        for lines in self.drawn.split_inclusive(|line| line.kind == Kind::Rule) {
            let (rule, lines) = match lines {
                [lines @ .., rule] if rule.kind == Kind::Rule => (Some(rule), lines),
                _ => (None, lines),
            };
            let block = Block {
                text: self.text,
                pen: self.pen,
                sides: &self.columns,
                lines,
                marks: &self.marks,
                above,
            };
            let cells = block.cells(rule.map(|rule| rule.marks(&self.marks)));
            blocks.push((start..lines.last().map_or(start, |last| last.at + 1), cells));
            if let Some(rule) = rule {
                (start, above) = (rule.at + 1, rule.marks(&self.marks));
            }
        }
        blocks
    }

    /// The blocks of a table of which most have known cells, or that has a rule below each row: its lines are none.
    pub(super) fn told(&self) -> Option<Vec<(Range<usize>, Cells)>> {
        let blocks = self.blocks();
        let (mut told, mut others) = (0, 0);
        for (lines, cells) in &blocks {
            match cells {
                _ if lines.is_empty() => {}
                Cells::Rows(rows) if rows.iter().any(|row| !row.is_empty()) => told += 1,
                Cells::Rows(_) | Cells::Words | Cells::Unknown => others += 1,
            }
        }
        (self.columns.len() <= MOST_COLUMNS && (told > others || told + others >= MANY)).then_some(blocks)
    }

    /// Writes the rows of blocks, and what is prose in them as it stands.
    pub(super) fn write(&self, blocks: &[(Range<usize>, Cells)], out: &mut Out) {
        let (mut table, mut row) = (Table::default(), Row::default());
        for (lines, cells) in blocks {
            match cells {
                Cells::Rows(rows) => {
                    for cells in rows {
                        row.clear();
                        for cell in cells {
                            row.begin_cell(Spans { columns: Some(cell.columns()), rows: Some(cell.rows) });
                            cell.write(self.text, &mut row.text);
                        }
                        out.row(&mut table, &row);
                    }
                }
                Cells::Words => out.lines(self.text, self.lines.get(lines.clone()).unwrap_or_default()),
                Cells::Unknown => {}
            }
        }
    }
}
