//! The data files under `content/`: the thesaurus, people and sources.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::base::diagnostic::Diagnostic;
use crate::base::path::{ConceptId, SitePath};
use crate::base::text::{Place, Text};
use crate::base::yaml::{Places, Step};
use crate::config::Config;
use crate::document::register::{Person, Source, read_people, read_sources};
use crate::document::thesaurus;

/// What the data files say.
#[derive(Clone, Debug, Default)]
pub struct Data {
    /// `themes.yaml`
    pub thesaurus: Thesaurus,
    /// `people.yaml`
    pub people: BTreeMap<String, Person>,
    /// `sources.yaml`
    pub sources: BTreeMap<String, Source>,
}

/// The concepts as they are stated, and the file that states them.
#[derive(Clone, Debug, Default)]
pub struct Thesaurus {
    text: Option<Text>,
    places: OnceLock<Places>,
    /// By id.
    pub concepts: BTreeMap<ConceptId, thesaurus::Concept>,
}

impl Data {
    /// Reads those of the files that are there.
    pub fn read(texts: &[Text], config: &Config) -> (Data, Vec<Diagnostic>) {
        let (mut data, mut problems) = (Data::default(), Vec::new());
        for text in texts {
            let found = match text.path.file_name() {
                "themes.yaml" => {
                    let (concepts, found) = thesaurus::read(text, config);
                    data.thesaurus = Thesaurus { text: Some(text.clone()), places: OnceLock::new(), concepts };
                    found
                }
                "people.yaml" => {
                    let (people, found) = read_people(text, config);
                    data.people = people;
                    found
                }
                _ => {
                    let (sources, found) = read_sources(text, config);
                    data.sources = sources;
                    found
                }
            };
            problems.extend(found);
        }
        (data, problems)
    }
}

impl Thesaurus {
    /// The place of a value.
    pub fn place(&self, path: &[Step]) -> Place {
        match &self.text {
            Some(text) => self.places.get_or_init(|| Places::new(text, 0..text.text.len())).at(path),
            None => Place::file(SitePath::new("content/themes.yaml")),
        }
    }
}
