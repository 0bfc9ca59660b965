//! Generated reports in every layout with every damage, and what must come of them. Written from the form and
//! from what real reports look like; knows nothing of the crate's tables or code.
#![allow(dead_code, unused_imports, unreachable_pub)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod damage;
mod document;
mod form;
mod grid;
mod headings;
mod judge;
mod labels;
mod look;
mod marks;
mod notation;
mod prose;
mod reference;
mod rng;
mod rows;
mod style;
mod table;
mod truth;

pub use damage::Filter;
pub use document::{Cell, Document, document};
pub use judge::{Finding, Tally, judge};
pub use look::LOOKS;
pub use notation::Expect;
pub use rng::Rng;
