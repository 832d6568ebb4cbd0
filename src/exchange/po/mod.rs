//! Translators' files: gettext's PO, both ways.
//!
//! [`align`] says which units belong together. [`catalog`] is a PO file as a value, [`read`] and [`write`](mod@write) the file as a text.

pub mod align;
pub mod bitext;
pub mod catalog;
pub mod check;
pub mod comments;
pub mod export;
pub mod import;
pub mod read;
pub mod session;
pub mod splice;
pub mod thesaurus;
pub mod wiki;
pub mod write;

pub use bitext::{Bitext, Offer};
pub use catalog::{Catalog, Entry, Header, Previous};

/// What the program calls itself in the files that it writes.
pub const GENERATOR: &str = "Apologue";

#[cfg(test)]
mod tests;
