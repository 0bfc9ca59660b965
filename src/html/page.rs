//! A page as plain text: lines of prose, and rows of tables as lines with tabs.

use alloc::vec::Vec;
use core::ops::Range;

use super::detect::Kind;
use super::grid::{Again, Row, Table};
use super::runs::Text;
use super::source::{self, Spans};
use super::tag::Tag;

/// Tables within tables are followed to this depth; what is deeper counts as part of the table around it.
pub(crate) const DEEPEST: usize = 64;
/// A row with more cells than this is read as prose.
pub(crate) const MOST_CELLS: usize = 1000;
/// A row with a cell of more bytes than this is a column of a page and read as prose: no label is half as long.
pub(crate) const LONGEST_CELL: usize = 2000;
/// A cell that was left open holds no longer note than this behind its figure.
const LONGEST_NOTE: usize = 200;
/// Cells that cover several rows are followed for at most one byte or place in this many bytes of the source.
const AGAIN: usize = 8;

/// The text of a page, with what the reading needs to know of its source.
pub(crate) struct Page {
    pub(super) text: Text,
    pub(super) source_len: u32,
    /// Where the text has rows of tables.
    tables: Vec<Range<u32>>,
    /// Figures that one cell prints for several rows.
    pub(super) shared: Vec<Range<u32>>,
    /// Where in the text a limit was reached first, and which.
    pub(super) limit: Option<(u32, &'static str)>,
}

impl Page {
    /// Reads the source of a page.
    pub(crate) fn read(source: &str, kind: Kind) -> Self {
        let again = Again { left: source.len() / AGAIN, shared: Vec::new() };
        let mut builder = Builder {
            text: Text::default(),
            row: Row::default(),
            tables: Vec::new(),
            beyond: 0,
            preformatted: u32::from(kind == Kind::Tables),
            again,
            ranges: Vec::new(),
            limit: None,
        };
        source::read(source, &mut builder);
        builder.end_row();
        Self {
            text: builder.text,
            source_len: narrow(source.len()),
            tables: builder.ranges,
            shared: builder.again.shared,
            limit: builder.limit,
        }
    }

    /// The text that is read.
    pub(crate) fn text(&self) -> &str {
        self.text.as_str()
    }

    /// Where the text has rows of tables, in order.
    pub(crate) fn tables(&self) -> &[Range<u32>] {
        &self.tables
    }
}

fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Where a table's reading is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Between rows.
    Rows,
    /// In a row, between cells.
    Row,
    /// In a cell.
    Cell,
    /// In a row that is prose: it holds another table, or is too long for a row of figures.
    Prose,
}

struct Open {
    table: Table,
    place: Place,
}

/// A page that is being read.
pub(super) struct Builder {
    text: Text,
    /// The row of the innermost table.
    row: Row,
    tables: Vec<Open>,
    /// Tables within tables beyond the depth that is followed.
    beyond: usize,
    /// Open elements in which line ends are line ends.
    preformatted: u32,
    again: Again,
    ranges: Vec<Range<u32>>,
    limit: Option<(u32, &'static str)>,
}

impl Builder {
    /// Text as it stands in the source.
    pub(super) fn text(&mut self, text: &str, source: usize) {
        match self.tables.last().map(|open| open.place) {
            Some(Place::Cell) => {
                self.row.text.words(text, source);
                self.measure();
            }
            None if self.preformatted > 0 => self.text.lines(text, source),
            // Words behind a whole row of a table that was never closed.
            Some(Place::Row) if !text.trim_ascii().is_empty() && self.row.is_whole() => {
                self.end_row();
                self.text.words(text, source);
            }
            _ => self.text.words(text, source),
        }
    }

    /// A character reference.
    pub(super) fn reference(&mut self, text: &str, source: Range<usize>) {
        match self.tables.last().map(|open| open.place) {
            Some(Place::Cell) => self.row.text.reference(text, source),
            None if self.preformatted > 0 && text == "\n" => self.text.begin_line(),
            _ => self.text.reference(text, source),
        }
    }

    /// A start tag.
    pub(super) fn open(&mut self, tag: Tag, spans: Spans) {
        match tag {
            Tag::Table => self.open_table(),
            Tag::Rows => self.end_rows(),
            Tag::Row => self.open_row(),
            Tag::Cell => self.open_cell(spans),
            Tag::Block | Tag::Break => self.line(),
            Tag::Preformatted => {
                self.preformatted = self.preformatted.saturating_add(1);
                self.line();
            }
            Tag::Inline | Tag::Raw(_) => {}
        }
    }

    /// An end tag.
    pub(super) fn close(&mut self, tag: Tag) {
        match tag {
            Tag::Table if self.beyond > 0 => self.beyond -= 1,
            Tag::Table => {
                self.end_row();
                self.tables.pop();
                self.text.line();
            }
            Tag::Rows => self.end_rows(),
            Tag::Row => self.end_row(),
            Tag::Cell => match self.tables.last_mut() {
                Some(open) if open.place == Place::Cell => open.place = Place::Row,
                _ => self.text.line(),
            },
            Tag::Preformatted => {
                self.preformatted = self.preformatted.saturating_sub(1);
                self.line();
            }
            Tag::Block | Tag::Break => self.line(),
            Tag::Inline | Tag::Raw(_) => {}
        }
    }

    fn line(&mut self) {
        match self.tables.last().map(|open| open.place) {
            Some(Place::Cell) => self.row.text.line(),
            _ => self.text.line(),
        }
    }

    fn open_table(&mut self) {
        if self.row.left_open().is_some() {
            // No cell of figures holds a table: the table before was never closed.
            self.end_row_within(0);
        }
        self.row_to_prose();
        self.text.line();
        if self.tables.len() < DEEPEST {
            self.row.clear();
            self.tables.push(Open { table: Table::default(), place: Place::Rows });
        } else {
            self.beyond += 1;
            self.reached("tables within tables");
        }
    }

    fn end_rows(&mut self) {
        self.end_row();
        if let Some(open) = self.tables.last_mut() {
            open.table.end_rows();
        }
    }

    fn open_row(&mut self) {
        if self.tables.is_empty() {
            // The page is a piece of a table.
            self.open_table();
        }
        self.end_row();
        self.row.clear();
        if let Some(open) = self.tables.last_mut() {
            open.place = Place::Row;
        }
    }

    fn open_cell(&mut self, spans: Spans) {
        let place = self.tables.last().map(|open| open.place);
        match place {
            None | Some(Place::Rows) => self.open_row(),
            Some(Place::Prose) => return self.text.line(),
            Some(Place::Row | Place::Cell) => {}
        }
        if self.row.len() >= MOST_CELLS {
            self.reached("cells in a row");
            self.row_to_prose();
            return;
        }
        // What stands between two cells is no cell.
        self.text.line();
        self.row.begin_cell(spans);
        if let Some(open) = self.tables.last_mut() {
            open.place = Place::Cell;
        }
    }

    /// Ends the row of the innermost table and writes it.
    fn end_row(&mut self) {
        self.end_row_within(LONGEST_NOTE);
    }

    /// Of a last cell that was left open, no more than `most` bytes behind its first line are the cell's own.
    fn end_row_within(&mut self, most: usize) {
        let Some(open) = self.tables.last_mut() else { return };
        let place = core::mem::replace(&mut open.place, Place::Rows);
        if place == Place::Rows {
            return;
        }
        // A page is laid out by rows of one cell; a label that takes a whole row reads the same on its line.
        let alone = self.row.len() < 2 && !open.table.is_covered();
        if place == Place::Prose || alone {
            self.write_prose();
            if let Some(open) = self.tables.last_mut() {
                open.table.pass();
            }
            return;
        }
        let left = self.again.left;
        let start = self.text.len();
        // A cell that is still open here may hold all that follows its table.
        let rest = match self.row.left_open() {
            Some(end) if place == Place::Cell && self.row.text.len() - end > most => {
                self.row.end = Some(end);
                end..self.row.text.len()
            }
            _ => 0..0,
        };
        open.table.write(&self.row, &mut self.text, &mut self.again);
        self.note_table(start);
        if !rest.is_empty() {
            self.text.line();
            self.text.begin_line();
            self.text.piece(&self.row.text, rest, true);
        }
        self.row.clear();
        self.text.line();
        if left > 0 && self.again.left == 0 {
            self.reached("cells that cover several rows");
        }
    }

    /// Notes that the text from `start` on is a row of a table.
    fn note_table(&mut self, start: usize) {
        let (start, end) = (narrow(start), narrow(self.text.len()));
        match self.ranges.last_mut() {
            Some(last) if last.end >= start => last.end = end,
            _ => self.ranges.push(start..end),
        }
    }

    /// The row that is being read turns out to be prose.
    fn row_to_prose(&mut self) {
        if let Some(open) = self.tables.last_mut()
            && matches!(open.place, Place::Row | Place::Cell)
        {
            open.place = Place::Prose;
            self.write_prose();
        }
    }

    /// Writes the cells read so far as lines.
    fn write_prose(&mut self) {
        for range in self.row.ranges().filter(|range| !range.is_empty()) {
            self.text.begin_line();
            self.text.piece(&self.row.text, range, true);
        }
        self.row.clear();
        self.text.line();
    }

    /// A cell that is too long makes its row prose.
    fn measure(&mut self) {
        if self.row.text.since_begin() > LONGEST_CELL {
            if self.row.left_open().is_some() {
                self.end_row();
            }
            self.row_to_prose();
        }
    }

    fn reached(&mut self, limit: &'static str) {
        let at = narrow(self.text.len());
        self.limit.get_or_insert((at, limit));
    }
}
