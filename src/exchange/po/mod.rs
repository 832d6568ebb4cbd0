//! Translators' files: gettext's PO, both ways.
//!
//! [`align`] says which units belong together. [`catalog`] is a PO file as a value, [`read`] and [`write`](mod@write) the file as a text.

pub mod align;
pub mod catalog;
pub mod read;
pub mod write;

pub use catalog::{Catalog, Entry, Header, Previous};

#[cfg(test)]
mod tests;
