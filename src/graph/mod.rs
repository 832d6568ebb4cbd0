//! Floor 3: documents become works. Translations fall out of one map (id and language to document), themes out of another (concept to works);
//! everything else here is looked up in those two.
//!
//! The graph reads faces only, so an edited body changes nothing in it.

mod assets;
mod concepts;
mod data;
mod labels;
mod names;
mod references;
mod related;
mod relations;
mod resolve;
pub mod terms;
mod works;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::diagnostic::Diagnostic;
use crate::base::language::Language;
use crate::base::path::{ConceptId, SitePath, WorkId};
use crate::config::{Config, Kind, Localized};
use crate::document::front_matter::WorkFacts;
use crate::document::{Document, Role};
use crate::source::Binary;

pub use assets::{Assets, address as asset_address, copies};
pub use concepts::with_broader;
pub use data::{Data, Thesaurus};
pub use labels::contradictions;
pub use resolve::{Destination, Resolved, Spot};
pub use terms::{Mention, Terms};
pub use works::lead;

/// A work's place in [`Graph::works`].
pub type WorkIndex = usize;
/// A concept's place in [`Graph::concepts`].
pub type ConceptIndex = usize;
/// A document's place in the list that the graph was made from.
pub type DocumentIndex = usize;

/// Which editions a build publishes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Whether drafts are among them.
    pub drafts: bool,
    /// The languages.
    pub languages: Vec<Language>,
    /// Only works for one of these audiences and works for everybody; empty for all.
    pub audiences: Vec<String>,
}

/// The works, the thesaurus, and all that holds between them.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    /// All works by id.
    pub works: Vec<Work>,
    /// All concepts by id.
    pub concepts: Vec<Concept>,
    /// The introductions of concepts.
    pub introductions: BTreeMap<(ConceptIndex, Language), DocumentIndex>,
    /// The texts above lists, by the section's name; the home page's has none.
    pub indexes: BTreeMap<(String, Language), DocumentIndex>,
    /// Where the links of each document lead, as [`crate::document::Face::links`] counts them.
    pub links: Vec<Vec<Resolved>>,
    /// Where the entries of the configured menu lead; nothing for those that leave the site.
    pub menu: Vec<Option<Destination>>,
    /// The names of the themes whose mentions become links.
    pub terms: Arc<Terms>,
    /// The files that each document shows, as [`crate::document::Face::assets`] counts them.
    pub assets: Vec<Vec<Option<SitePath>>>,
}

/// A story, maxim, exercise, path or page, whatever the language.
#[derive(Clone, Debug)]
pub struct Work {
    /// Its id.
    pub id: WorkId,
    /// What it is.
    pub kind: Kind,
    /// The editions that are published; empty where all are drafts or for other audiences.
    pub editions: BTreeMap<Language, DocumentIndex>,
    /// The edition that holds the facts.
    pub lead: DocumentIndex,
    /// The language of the lead edition.
    pub lead_language: Language,
    /// The facts that the lead edition states.
    pub facts: WorkFacts,
    /// Its themes in the order in which they are stated.
    pub concepts: Vec<ConceptIndex>,
    /// Who is quoted: an id of `people.yaml` or a name of its own.
    pub said_by: Option<Named>,
    /// Who told it.
    pub authors: Vec<Named>,
    /// The book or article.
    pub source: Option<Named>,
    /// Works that it is tied to, by relation, in the order in which they are stated.
    pub relations: BTreeMap<Relation, Vec<WorkIndex>>,
    /// Works whose texts link to it.
    pub backlinks: Vec<WorkIndex>,
    /// Themes whose introductions link to it.
    pub theme_backlinks: Vec<ConceptIndex>,
    /// Works that share themes with it, the nearest first.
    pub related: Vec<Related>,
    /// The steps of a path.
    pub sections: Vec<Section>,
    /// The paths that it is a step of.
    pub in_paths: Vec<WorkIndex>,
    /// The work that takes its place, if it was withdrawn.
    pub replaced_by: Option<WorkIndex>,
}

impl Work {
    /// The edition for a reader of the first of these languages: the language, and the document.
    pub fn edition(&self, chain: &[Language]) -> Option<(Language, DocumentIndex)> {
        chain.iter().find_map(|language| self.editions.get(language).map(|&document| (*language, document)))
    }
}

/// A person or a source: one that has a page of its works, or just a name.
#[derive(Clone, Debug, PartialEq)]
pub enum Named {
    /// An id of `people.yaml` or `sources.yaml`.
    Entry(String),
    /// A name as it is stated.
    Text(Localized),
}

/// A typed link, as the page shows it on which it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// This work shows the point of the others.
    Illustrates,
    /// The others show the point of this one.
    IllustratedBy,
    /// This exercise practises the others.
    Practises,
    /// The others practise this one.
    PractisedBy,
    /// Stated at either end.
    SeeAlso,
}

impl Relation {
    /// The name in views and in the message `relation-NAME`.
    pub fn as_str(self) -> &'static str {
        match self {
            Relation::Illustrates => "illustrates",
            Relation::IllustratedBy => "illustrated-by",
            Relation::Practises => "practises",
            Relation::PractisedBy => "practised-by",
            Relation::SeeAlso => "see-also",
        }
    }
}

/// A work that shares themes with another.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    /// The work.
    pub work: WorkIndex,
    /// The themes that both have, rarest first; a broader one where they meet only there.
    pub concepts: Vec<ConceptIndex>,
}

/// A part of a path.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its title.
    pub title: Option<Localized>,
    /// Its steps.
    pub works: Vec<WorkIndex>,
}

/// A theme and its place in the thesaurus.
#[derive(Clone, Debug)]
pub struct Concept {
    /// Its id.
    pub id: ConceptId,
    /// Its label.
    pub label: Localized,
    /// Other names by language, shown.
    pub other_names: BTreeMap<Language, Vec<String>>,
    /// One sentence.
    pub definition: Localized,
    /// The broader concepts, stated at either end, in the order of their ids; so are the next two.
    pub broader: Vec<ConceptIndex>,
    /// The narrower ones.
    pub narrower: Vec<ConceptIndex>,
    /// The related ones.
    pub related: Vec<ConceptIndex>,
    /// Ids that it had before.
    pub former_ids: Vec<String>,
    /// Works whose texts link to it.
    pub backlinks: Vec<WorkIndex>,
    /// The published works that state it.
    pub works: Vec<WorkIndex>,
    /// The published works that state it or a narrower one, however deep.
    pub all_works: Vec<WorkIndex>,
}

/// Links documents into a graph. All problems are found in one pass; what is at fault is left out of the graph.
pub fn link(
    documents: &[Arc<Document>],
    data: &Data,
    files: &[Binary],
    config: &Config,
    selection: &Selection,
) -> (Graph, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let mut concepts = concepts::collect(&data.thesaurus, Some(config.default_language), &mut problems);
    let mut works = works::collect(documents, config, selection, &mut problems);
    let (introductions, indexes) = collect_texts(documents, &concepts, selection, &mut problems);

    let ids: Vec<WorkId> = works.iter().map(|work| work.id.clone()).collect();
    let names = names::Names::new(&ids, &works, &concepts, documents);
    references::resolve(&mut works, documents, &names, data, &mut problems);
    let assets = Assets::new(files, &config.languages);
    let resolver = resolve::Resolver::new(documents, &works, &concepts, &names, &assets, config);
    let (links, shown) = resolver.all(&mut problems);
    let menu = resolver.menu(&mut problems);

    concepts::assign(&mut concepts, &works);
    relations::tie(&mut works, documents, &links);
    relations::tie_themes(&mut works, &mut concepts, &introductions, documents, &links);
    related::relate(&mut works, &concepts);
    let terms = Arc::new(Terms::new(&data.thesaurus, config));
    (Graph { works, concepts, introductions, indexes, links, menu, terms, assets: shown }, problems)
}

type Introductions = BTreeMap<(ConceptIndex, Language), DocumentIndex>;
type Indexes = BTreeMap<(String, Language), DocumentIndex>;

fn collect_texts(
    documents: &[Arc<Document>],
    concepts: &[Concept],
    selection: &Selection,
    problems: &mut Vec<Diagnostic>,
) -> (Introductions, Indexes) {
    let (mut introductions, mut indexes) = (BTreeMap::new(), BTreeMap::new());
    for (index, document) in documents.iter().enumerate() {
        let earlier = match &document.role {
            Role::Work(_) => None,
            Role::Introduction(id) => match concepts.binary_search_by(|concept| concept.id.cmp(id)) {
                Ok(concept) => introductions.insert((concept, document.language), index),
                Err(_) => {
                    problems.push(concepts::introduction_without_theme(document, id, concepts));
                    None
                }
            },
            Role::Index(section) => indexes.insert((section.clone(), document.language), index),
        };
        if let Some(earlier) = earlier {
            problems.push(works::duplicate(document, &documents[earlier]));
        }
    }
    let published = |index: &DocumentIndex| {
        let document = &documents[*index];
        selection.languages.contains(&document.language) && (selection.drafts || document.face.front.draft != Some(true))
    };
    introductions.retain(|_, index| published(index));
    indexes.retain(|_, index| published(index));
    (introductions, indexes)
}
