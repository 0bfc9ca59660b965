//! Tables drawn with lines, as browsers and converters of text terminals draw them: `┌─┬─┐`, `+---+`. Words are wrapped
//! in their cells, so that a label's pieces stand on several lines with pieces of other cells between them.
//!
//! ```text
//! lines ─► marks: where strokes cross a line ─► blocks between two rules ─► cells ─► text with tabs + map ─► the reading
//! ```
//! Rows of which the strokes do not say whose their figures are, are left out: they are missing, not wrong.

mod block;
mod drawing;
mod line;
mod screen;
mod walk;

use alloc::vec::Vec;
use core::ops::Range;

use drawing::{Drawing, MOST_LINES};
use line::{Kind, Pen};

use crate::layout::{self, Layout, Line};
use crate::page::{Again, Page, Row, Table, Text, narrow, note_table};
use crate::section::furniture::is_furniture;

/// As many lines of a page may stand within a table.
const MOST_BETWEEN: usize = 6;

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
        if lines.len() > MOST_LINES {
            continue;
        }
        let drawing = Drawing::of(text, pen, lines);
        if let Some(blocks) = drawing.told() {
            out.text.lines(text.get(written..lines.first()?.start as usize)?, written);
            drawing.write(&blocks, &mut out);
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
    let pen = line.first.and_then(Pen::of).filter(|pen| pen.goes_on(text, line))?;
    let mut marks = Vec::new();
    (pen.marks(text, *line, None, &mut marks) == (Kind::Rule, true)).then_some(pen)
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
