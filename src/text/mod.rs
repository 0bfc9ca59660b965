//! Characters, labels and figures: what is written, whatever the layout.

pub(crate) mod begin;
pub(crate) mod figure;
pub(crate) mod fold;
pub(crate) mod fragment;
mod grammar;
pub(crate) mod label;
pub(crate) mod radicals;
pub(crate) mod similar;
pub(crate) mod visible;
pub(crate) mod whole;
pub(crate) mod width;
