//! A text as plain Markdown, for whoever reads it without its page. It is written from the text as it was parsed, never from its HTML, and
//! only when somebody wants it; what depends on the site is asked of [`Surroundings`].

use super::{Document, body, front_matter};
use crate::base::language::Language;

/// What a text does not know of itself. Numbers are those of [`super::Face::links`] and [`super::Face::assets`].
pub trait Surroundings {
    /// Where a link leads.
    fn link(&self, number: u32) -> Option<String>;

    /// The title of what a link leads to.
    fn title(&self, number: u32) -> String;

    /// Where a file stands.
    fn asset(&self, number: u32) -> Option<String>;

    /// A string of the interface.
    fn message(&self, id: &'static str) -> String;

    /// The name of a language.
    fn language_name(&self, language: Language) -> String;

    /// Whether facilitators' blocks are shown.
    fn facilitator(&self) -> bool;
}

/// A heading with what stands under it, up to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Its number in [`super::Face::headings`]; none for what stands above the first.
    pub heading: Option<usize>,
    /// Its blocks in their order, without the heading.
    pub blocks: Vec<String>,
}

/// A document's body in its sections. The first is there even if nothing stands above the first heading.
pub fn sections(document: &Document, surroundings: &dyn Surroundings) -> Vec<Section> {
    let range = front_matter::split(&document.text).body;
    body::sections(document, range, surroundings)
}

/// Plain words as Markdown says them.
pub fn escaped(words: &str) -> String {
    body::escaped(words)
}

/// A link in Markdown, from plain words and an encoded address.
pub fn link(words: &str, address: &str) -> String {
    format!("[{}]({})", body::escaped(words), body::destination(address))
}
