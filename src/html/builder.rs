//! A page that is being read: what its tags and its text do to it.

use alloc::vec::Vec;
use core::ops::Range;

use super::detect::Kind;
use super::tag::Tag;
use crate::Layout;
use crate::page::{Again, Page, Row, Spans, Table, Text, narrow};

/// Tables within tables are followed to this depth; what is deeper counts as part of the table around it.
pub(crate) const DEEPEST: usize = 64;
/// A row with more cells than this is read as prose.
pub(crate) const MOST_CELLS: usize = 1000;

/// Where a table's reading is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Between rows.
    Rows,
    /// In a row, between cells.
    Row,
    /// In a cell.
    Cell,
    /// In a row that is prose: it holds another table, or is too long for a row of figures.
    Prose,
}

pub(super) struct Open {
    pub(super) table: Table,
    pub(super) place: Place,
}

/// A page that is being read.
pub(super) struct Builder {
    pub(super) text: Text,
    /// The row of the innermost table.
    pub(super) row: Row,
    pub(super) tables: Vec<Open>,
    /// Tables within tables beyond the depth that is followed.
    beyond: usize,
    /// Open elements in which line ends are line ends.
    preformatted: u32,
    pub(super) again: Again,
    pub(super) ranges: Vec<Range<u32>>,
    limit: Option<(u32, &'static str)>,
}

impl Builder {
    pub(super) fn new(source: &str, kind: Kind) -> Self {
        Self {
            text: Text::default(),
            row: Row::default(),
            tables: Vec::new(),
            beyond: 0,
            preformatted: u32::from(kind == Kind::Tables),
            again: Again::new(source),
            ranges: Vec::new(),
            limit: None,
        }
    }

    /// The page, when its source ends.
    pub(super) fn finish(mut self, source: &str) -> Page {
        self.end_row();
        Page {
            layout: Layout::Html,
            text: self.text,
            source_len: narrow(source.len()),
            tables: self.ranges,
            shared: self.again.shared,
            limit: self.limit,
        }
    }

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

    pub(super) fn reached(&mut self, limit: &'static str) {
        let at = narrow(self.text.len());
        self.limit.get_or_insert((at, limit));
    }
}
