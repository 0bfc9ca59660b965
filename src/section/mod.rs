//! From cells to the parts of a report: one file per part.

pub(crate) mod atom;
mod bare;
pub(crate) mod before;
pub(crate) mod bodies;
pub(crate) mod cells;
pub(crate) mod columns;
pub(crate) mod disputes;
pub(crate) mod fill;
pub(crate) mod flow;
pub(crate) mod frame;
pub(crate) mod furniture;
pub(crate) mod grid;
pub(crate) mod guidance;
pub(crate) mod heading;
mod lead;
mod letters;
pub(crate) mod outline;
pub(crate) mod place;
pub(crate) mod proactive;
pub(crate) mod reading;
pub(crate) mod region;
pub(crate) mod repeat;
pub(crate) mod requests;
pub(crate) mod rows;
mod scan;
pub(crate) mod tables;
pub(crate) mod wrapped;
