//! Tables drawn with lines, as browsers and converters of text terminals draw them: `┌─┬─┐`, `+---+`. Words are wrapped
//! in their cells, so that a label's pieces stand on several lines with pieces of other cells between them.
//!
//! ```text
//! lines ─► marks: where strokes cross a line ─► blocks between two rules ─► cells ─► text with tabs + map ─► the reading
//! ```
//! Rows of which the strokes do not say whose their figures are, are left out: they are missing, not wrong.

mod block;
mod line;
mod walk;

use alloc::vec::Vec;
use core::ops::Range;

use block::{Block, Cells};
use line::{Kind, Mark, Pen, Widths};

use crate::layout::{self, Layout, Line};
use crate::page::{Again, Page, Row, Spans, Table, Text, narrow, note_table};
use crate::section::furniture::is_furniture;

/// As many lines of a page may stand within a table.
const MOST_BETWEEN: usize = 6;
/// Three times the columns of the widest table of the form, and their outer sides.
const MOST_COLUMNS: usize = 65;

/// Writes the tables of a text that are drawn with lines as rows; `None` when it has none.
pub(crate) fn read(text: &str) -> Option<Page> {
    let mut out = Out { text: Text::default(), again: Again::new(text), tables: Vec::new() };
    let lines = layout::lines(text);
    let (mut rest, mut written) = (lines.as_slice(), 0);
    while let Some((at, pen)) =
        rest.iter().enumerate().find_map(|(at, line)| Some((at, pen_above(text, line)?)))
    {
        let (lines, behind) = extent(text, rest.get(at..)?, pen);
        rest = behind;
        let drawing = Drawing::of(text, pen, lines);
        if drawing.is_told() {
            out.text.lines(text.get(written..lines.first()?.start as usize)?, written);
            drawing.write(&mut out);
            written = lines.last()?.end as usize;
        }
    }
    if written == 0 {
        return None;
    }
    out.text.lines(text.get(written..)?, written);
    Some(Page {
        layout: Layout::Ruled,
        text: out.text,
        source_len: narrow(text.len()),
        tables: out.tables,
        shared: out.again.shared,
        limit: None,
    })
}

/// What is written of a text.
struct Out {
    text: Text,
    again: Again,
    tables: Vec<Range<u32>>,
}

/// What a line is drawn with that may be the first of a table: nothing stands on it but a rule.
fn pen_above(text: &str, line: &Line) -> Option<Pen> {
    let pen = line.first.and_then(Pen::of)?;
    let mut marks = Vec::new();
    (pen.marks(text, *line, Widths::One, None, &mut marks) == (Kind::Rule, true)).then_some(pen)
}

/// The lines of the table that begins with these, what a page put between them among them, and those behind. A table ends
/// where other words stand, or between two rules, of which the second begins another.
fn extent<'l>(text: &str, begun: &'l [Line], pen: Pen) -> (&'l [Line], &'l [Line]) {
    let (mut len, mut between, mut closed) = (1, 0, true);
    for (at, line) in begun.iter().enumerate().skip(1) {
        if pen.drew(text, line) {
            let rule = pen_above(text, line).is_some();
            if rule && closed {
                break;
            }
            (len, between, closed) = (at + 1, 0, rule);
        } else if between < MOST_BETWEEN && (line.is_blank() || is_furniture(text, line)) {
            between += 1;
        } else {
            break;
        }
    }
    begun.split_at_checked(len).unwrap_or((begun, &[]))
}

/// A table, and how its lines are measured.
struct Drawing<'t> {
    text: &'t str,
    lines: &'t [Line],
    pen: Pen,
    widths: Widths,
    /// Where its first line begins.
    indent: u32,
    /// Where strokes meet, from left to right: the sides of its columns.
    columns: Vec<u32>,
}

impl<'t> Drawing<'t> {
    /// Measured so that most lines of cells fit the rules, and these each other: other measures see more columns.
    fn of(text: &'t str, pen: Pen, lines: &'t [Line]) -> Self {
        let measured = |widths| {
            let mut marks = Vec::new();
            let _ = lines.first().map(|line| pen.marks(text, *line, widths, None, &mut marks));
            let indent = marks.first().map_or(0, |mark| mark.column);
            let mut drawing = Self { text, lines, pen, widths, indent, columns: Vec::new() };
            let fewest = drawing.find_columns();
            let misfits = drawing.misfits() + drawing.columns.len();
            (misfits, misfits == fewest, drawing)
        };
        let mut best = measured(Widths::Narrow);
        for widths in [Widths::Wide, Widths::One] {
            if best.1 {
                // No measure has less.
                break;
            }
            let other = measured(widths);
            if other.0 < best.0 {
                best = other;
            }
        }
        best.2
    }

    fn each_line(&self, mut found: impl FnMut(usize, Kind, &[Mark])) {
        let mut marks = Vec::new();
        for (at, line) in self.lines.iter().enumerate().filter(|(_, line)| self.pen.drew(self.text, line)) {
            marks.clear();
            let (kind, whole) = self.pen.marks(self.text, *line, self.widths, Some(self.indent), &mut marks);
            // Words of a page may stand beside a table.
            let column = |mark: Option<&Mark>| mark.map(|mark| mark.column);
            let sides = || {
                column(marks.first()) == self.columns.first().copied()
                    && column(marks.last()) == self.columns.last().copied()
            };
            found(at, if whole || sides() { kind } else { Kind::Cut }, &marks);
        }
    }

    /// Finds the columns; there cannot be fewer than strokes meet on one rule.
    fn find_columns(&mut self) -> usize {
        let (mut columns, mut fewest): (Vec<u32>, usize) = (Vec::new(), 0);
        self.each_line(|_, kind, marks| {
            if !matches!(kind, Kind::Rule | Kind::Part) {
                return;
            }
            let mut meeting = 0;
            for (at, mark) in marks.iter().enumerate() {
                let meets = mark.ruled || marks.get(at + 1).is_some_and(|next| next.ruled);
                meeting += usize::from(meets);
                if meets
                    && columns.len() <= MOST_COLUMNS
                    && let Err(place) = columns.binary_search(&mark.column)
                {
                    columns.insert(place, mark.column);
                }
            }
            fewest = fewest.max(meeting);
        });
        self.columns = columns;
        fewest
    }

    /// Lines of cells with strokes where no rule has any.
    fn misfits(&self) -> usize {
        let mut misfits = 0;
        self.each_line(|_, kind, marks| {
            let fits = |mark: &Mark| self.columns.binary_search(&mark.column).is_ok();
            misfits += usize::from(kind != Kind::Rule && !marks.iter().all(fits));
        });
        misfits
    }

    /// The blocks of lines between two rules, in order.
    fn blocks(&self, mut read: impl FnMut(&Block<'_>, Cells)) {
        let mut block = Block::new(self.text, self.pen, &self.columns);
        self.each_line(|at, kind, marks| {
            if kind == Kind::Rule {
                read(&block, block.cells(Some(marks)));
                block.begin(at + 1, marks);
            } else {
                block.add(at, kind, marks);
            }
        });
        read(&block, block.cells(None));
    }

    /// Whether of most blocks the cells are known.
    fn is_told(&self) -> bool {
        let (mut told, mut others) = (0, 0);
        self.blocks(|block, cells| match cells {
            _ if block.lines.is_empty() => {}
            Cells::Rows(rows) if rows.iter().any(|row| !row.is_empty()) => told += 1,
            Cells::Rows(_) | Cells::Words | Cells::Unknown => others += 1,
        });
        self.columns.len() <= MOST_COLUMNS && told > others
    }

    fn write(&self, out: &mut Out) {
        let (mut table, mut row) = (Table::default(), Row::default());
        self.blocks(|block, cells| match cells {
            Cells::Rows(rows) => {
                for cells in &rows {
                    row.clear();
                    for cell in cells {
                        row.begin_cell(Spans { columns: Some(cell.columns()), rows: Some(cell.rows) });
                        cell.write(self.text, &mut row.text);
                    }
                    out.row(&mut table, &row);
                }
            }
            Cells::Words => out.lines(self.text, self.lines.get(block.lines.clone()).unwrap_or_default()),
            Cells::Unknown => {}
        });
    }
}

impl Out {
    fn row(&mut self, table: &mut Table, row: &Row) {
        if row.len() == 0 {
            // It is left out.
            table.pass();
        } else if row.len() == 1 && !table.is_covered() {
            // A label that takes a whole row reads the same on its line.
            for words in row.ranges() {
                self.text.begin_line();
                self.text.piece(&row.text, words, false);
            }
            table.pass();
        } else {
            let start = self.text.len();
            table.write(row, &mut self.text, &mut self.again);
            note_table(start, self.text.len(), &mut self.tables);
        }
        self.text.line();
    }

    /// Lines as they stand.
    fn lines(&mut self, text: &str, lines: &[Line]) {
        for line in lines {
            self.text.begin_line();
            self.text.lines(line.text(text), line.start as usize);
            self.text.line();
        }
    }
}
