//! Floor 5: the only writer. From finished outputs to a published folder, such that whoever looks at the folder at any moment,
//! or pulls the plug at any moment, finds whole files and a site that the next build makes right.
//!
//! ```text
//! Publisher::begin ─ stage, keep (many threads) ─ publish
//!                                               └ or drop: nothing has happened
//! ```
//!
//! What is ours in the folder is known from two files in its hidden folder `.apologue/`:
//! - `manifest.json` says what was published: size, time and hash of every file. It is a fact, never a belief: a file that does not look
//!   as it says is hashed, and so is every file after a publish that was cut short.
//! - `journal` names every file that is ours or is about to become ours. It is written before the first change, so that neither a
//!   kill nor a damaged manifest makes a stranger of a file that we wrote.
//!
//! A folder that does not exist yet is built beside its place, as `.NAME.apologue/tree`, and appears by one rename. In one that exists,
//! outputs wait in `.apologue/staging/` until all are there, and then replace the old ones by one rename each.
#![allow(clippy::disallowed_methods, reason = "this is the module that writes")]

mod address;
mod archive;
pub mod edit;
mod error;
mod lock;
mod place;
mod publish;
mod publisher;
mod records;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

use crate::base::hash::Hash;
use crate::base::path::Address;

pub use archive::Archive;
pub use error::{AddressFault, Error, Refusal};
pub use publisher::Publisher;
pub use records::Origin;

/// One file of the published site.
#[derive(Clone, Debug)]
pub struct Output {
    /// Where it is published.
    pub address: Address,
    /// The hash of all that it was made from, if the caller wants to ask for it in the next build: see [`Publisher::keep`].
    pub key: Option<Hash>,
    /// What it says.
    pub content: Content,
}

/// What a published file consists of.
#[derive(Clone, Debug)]
pub enum Content {
    /// These bytes.
    Bytes(Vec<u8>),
    /// The bytes of a file, copied as they are. Only such an output may have names that begin with a dot, such as `.well-known`.
    File(PathBuf),
}

impl Output {
    /// An output without a key.
    pub fn new(address: Address, content: Content) -> Output {
        Output { address, key: None, content }
    }
}

/// What a publish did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many files are new or say something else than before.
    pub written: usize,
    /// How many were published before with the same bytes, and were not touched.
    pub unchanged: usize,
    /// How many old ones are gone.
    pub deleted: usize,
    /// Where files were put that stood in the way while nothing was left to tell whether they are ours: both records were damaged.
    pub set_aside: Option<PathBuf>,
}
