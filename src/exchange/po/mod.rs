//! Translators' files: gettext's PO, both ways.
//!
//! | | |
//! |---|---|
//! | [`catalog`], [`read`], [`write`](mod@write) | a PO file as a value and as a text |
//! | [`align`], [`bitext`] | a text beside its translation, block by block, and what of it is offered |
//! | [`wiki`], [`export`], [`comments`] | a site's files for translators, merged with those that are there |
//! | [`session`], [`import`], [`splice`], [`check`] | what came back, put into its place, if it does a text no harm |
//! | [`kept`] | what a translation is made from after an import that did not do all of it |
//! | [`former`] | entries that name what they belong to by an id that it had before |
//! | [`thesaurus`] | `themes.yaml`, both ways |

pub mod align;
pub mod bitext;
pub mod catalog;
pub mod check;
pub mod comments;
pub mod export;
pub mod former;
pub mod import;
pub mod kept;
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
