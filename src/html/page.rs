//! A page as plain text: lines of prose, and rows of tables as lines with tabs.

use alloc::vec::Vec;
use core::ops::Range;

use super::builder::Builder;
use super::detect::Kind;
use super::runs::Text;
use super::source;

/// The text of a page, with what the reading needs to know of its source.
pub(crate) struct Page {
    pub(super) text: Text,
    pub(super) source_len: u32,
    /// Where the text has rows of tables.
    pub(super) tables: Vec<Range<u32>>,
    /// Figures that one cell prints for several rows.
    pub(super) shared: Vec<Range<u32>>,
    /// Where in the text a limit was reached first, and which.
    pub(super) limit: Option<(u32, &'static str)>,
}

impl Page {
    /// Reads the source of a page.
    pub(crate) fn read(source: &str, kind: Kind) -> Self {
        let mut builder = Builder::new(source, kind);
        source::read(source, &mut builder);
        builder.finish(source)
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
