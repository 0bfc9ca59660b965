//! HTML: the source of a page becomes plain text, rows of tables as lines with tabs, and a map that brings every
//! span of the reading back to the source.
//!
//! ```text
//! source ─► tags and text (html5gum) ─► page: lines and tables ─► text + map ─► the reading ─► spans in the source
//! ```

#[cfg(feature = "html")]
mod builder;
mod detect;
mod escaped;
#[cfg(feature = "html")]
mod rows;
#[cfg(feature = "html")]
mod source;
#[cfg(feature = "html")]
mod tag;

pub(crate) use detect::{Kind, detect};
pub(crate) use escaped::unescape;

/// Reads the source of a page.
#[cfg(feature = "html")]
pub(crate) fn read(source: &str, kind: Kind) -> crate::page::Page {
    let mut builder = builder::Builder::new(source, kind);
    source::read(source, &mut builder);
    builder.finish(source)
}
