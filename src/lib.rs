//! Apologue publishes a knowledge base of stories, maxims and exercises, written as Markdown in several languages, as one static site.
//!
//! What makes it more than another generator: a *work* exists once, and its texts in each language are *editions* of it. Themes belong to
//! the work, so links, related reading and learning paths hold across languages.
//!
//! # The phases
//!
//! A run is a chain of pure functions between named types; only the first reads and only the last writes:
//!
//! ```text
//! Sources ─parse→ Documents ─link→ Graph ─lay out→ Site ─plan→ Jobs ─stale→ Jobs ─render→ Outputs ─publish→ disk | preview
//! ```
//!
//! [`pipeline::run`] is that line as code; [`pipeline::Workspace`] is the same for a site that stays in memory. Each phase finds all that it can know to be wrong and hands on what is right, so that an author
//! sees every problem of a site at once.
//!
//! # The floors
//!
//! A module imports from lower floors only; a test holds the rule.
//!
//! | floor | modules | what they know |
//! |---|---|---|
//! | 8 | [`cli`] | arguments, terminals, exit codes |
//! | 7 | [`serve`] | HTTP, changes on the disk, pages that are open in browsers |
//! | 6 | [`pipeline`] | the order of the phases |
//! | 5 | [`mod@format`], [`output`], [`exchange`] | what a site is written as; how files are replaced safely; translators' and other systems' formats |
//! | 4½ | [`search`] | what readers find, and how near it is to what they asked |
//! | 4 | [`site`], [`moving`] | pages, addresses, views: what a template sees; what a new id changes in all texts |
//! | 3½ | [`translation`] | where each translation stands, and in which blocks |
//! | 3 | [`graph`] | works and editions, themes, links, related reading |
//! | 2½ | [`theme`] | Tera, which speaks through the strings |
//! | 2 | [`document`], [`strings`] | one Markdown file; Fluent |
//! | 1 | [`config`], [`source`] | `site.yaml`; the only reader |
//! | 0 | [`base`] | languages, locales, paths, places in texts, diagnostics |
//!
//! Four ideas carry the rest. A work is not a document: translations and themes fall out of two maps ([`graph`]). Parsing depends on one
//! text alone: links stay ids until they are rendered. A document is a *face*, which other pages may show, and a *body*, which only its own
//! page shows. And a template reads nothing but its view ([`site::view`]), so a page depends on what its view says and on nothing else: the
//! view's hash is the page's key, and a page whose key stands in the manifest is not rendered.

pub mod base;
pub mod cli;
pub mod config;
pub mod document;
pub mod exchange;
pub mod format;
pub mod graph;
pub mod moving;
pub mod output;
pub mod pipeline;
pub mod search;
pub mod serve;
pub mod site;
pub mod source;
pub mod strings;
pub mod theme;
pub mod translation;
