//! A source whose tables are not rows of a text, HTML or drawn with lines: a text is written that has them as rows, tabs
//! between their cells, and a map that brings every span of its reading back to the source.

mod grid;
mod line;
mod place;
mod row;
mod runs;

use alloc::vec::Vec;
use core::ops::Range;

pub(crate) use grid::{Again, Table};
pub(crate) use row::{Content, Row, Spans, content};
pub(crate) use runs::Text;

use crate::layout::{Grids, Layout};

/// A row with a cell of more bytes than this is a column of a page and read as prose: no label is half as long.
pub(crate) const LONGEST_CELL: usize = 2000;

/// The text of a page, with what the reading needs to know of its source.
pub(crate) struct Page {
    /// How its tables are laid out in the source.
    pub(crate) layout: Layout,
    pub(crate) text: Text,
    pub(crate) source_len: u32,
    /// Where the text has rows of tables.
    pub(crate) tables: Vec<Range<u32>>,
    /// Figures of which the source does not say whose they are.
    pub(crate) shared: Vec<Range<u32>>,
    /// Where in the text a limit was reached first, and which.
    pub(crate) limit: Option<(u32, &'static str)>,
}

impl Page {
    /// The text that is read.
    pub(crate) fn text(&self) -> &str {
        self.text.as_str()
    }

    /// Where the text has rows of tables, in order.
    pub(crate) fn grids(&self) -> Grids<'_> {
        Grids { layout: self.layout, places: &self.tables }
    }
}

/// Notes that a text is a row of a table between two places.
pub(crate) fn note_table(start: usize, end: usize, tables: &mut Vec<Range<u32>>) {
    let (start, end) = (narrow(start), narrow(end));
    match tables.last_mut() {
        Some(last) if last.end >= start => last.end = end,
        _ => tables.push(start..end),
    }
}

/// Places are 32 bits wide.
pub(crate) fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
