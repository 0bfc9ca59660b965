//! HTML: the source of a page becomes plain text, rows of tables as lines with tabs, and a map that brings every
//! span of the reading back to the source.
//!
//! ```text
//! source ─► tags and text (html5gum) ─► page: lines and tables ─► text + map ─► the reading ─► spans in the source
//! ```

#[cfg(feature = "html")]
mod builder;
mod detect;
#[cfg(feature = "html")]
mod grid;
#[cfg(feature = "html")]
mod line;
#[cfg(feature = "html")]
mod page;
#[cfg(feature = "html")]
mod place;
#[cfg(feature = "html")]
mod row;
#[cfg(feature = "html")]
mod rows;
#[cfg(feature = "html")]
mod runs;
#[cfg(feature = "html")]
mod source;
#[cfg(feature = "html")]
mod tag;

pub(crate) use detect::detect;
#[cfg(feature = "html")]
pub(crate) use page::Page;
