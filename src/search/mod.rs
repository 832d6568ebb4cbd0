//! Floor 4½: what readers find. An index for each language, made of what its readers can see, and the answers that it gives.
//!
//! A *form* is a word as [`crate::base::forms`] writes it: small, and without stress and points. It keeps its own postings, so that what was typed comes first, and its stem, so that what was
//! meant comes too. Documents are works, themes, people and sources; a document has the same number in all languages, and keeps it from
//! build to build, because it is made from its id alone. How near a document is to a word stands in the posting itself and depends on
//! that document only, so one edited text changes the shards of its words and no others.
//!
//! The manual's page on search describes the files; [`shards`] writes them, the theme's `search.js` reads them.

mod answer;
pub mod documents;
mod forms;
mod matches;
pub mod shards;
mod slips;
mod snippets;

pub use answer::{Answer, Hit, Hits, Reason, ask};
pub use documents::{Class, Document, Group, Topic};
pub use forms::{Form, Posting};
pub use matches::Way;
pub use snippets::Snippet;

use rayon::prelude::*;

use crate::base::language::Language;
use crate::site::Site;

/// What the readers of one language find.
pub struct Index {
    /// Their language.
    pub language: Language,
    /// What can be found, by number.
    pub documents: Vec<Document>,
    /// The words, by their folded forms.
    pub forms: Vec<Form>,
    /// The works of each theme, by its id: the numbers with their classes, as [`Posting`]s of equal weight.
    pub themes: Vec<(String, Vec<Posting>)>,
}

impl Index {
    /// Makes the index of one language.
    fn new(site: &Site, numbers: &documents::Numbers, language: Language) -> Index {
        let documents = documents::collect(site, numbers, language);
        let forms = forms::collect(&documents, language);
        let themes = documents::themes(&documents);
        Index { language, documents, forms, themes }
    }

    /// The document with a number.
    pub fn document(&self, number: u32) -> Option<&Document> {
        self.documents.binary_search_by_key(&number, |document| document.number).ok().map(|at| &self.documents[at])
    }

    /// The forms that begin so when folded.
    fn beginning(&self, prefix: &str) -> &[Form] {
        let start = self.forms.partition_point(|form| &*form.folded < prefix);
        let length = self.forms[start..].partition_point(|form| form.folded.starts_with(prefix));
        &self.forms[start..start + length]
    }
}

/// The indexes of all languages of a site, in its order.
pub fn index(site: &Site) -> Vec<Index> {
    let numbers = documents::Numbers::new(site);
    site.languages().par_iter().map(|language| Index::new(site, &numbers, *language)).collect()
}
