//! Which pages exist, under which addresses.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::{Inputs, Section};
use crate::base::language::Language;
use crate::base::path::{Address, encode};
use crate::base::segment::normalize;
use crate::config::{FallbackMode, Kind};
use crate::graph::{ConceptIndex, Destination, DocumentIndex, Named, WorkIndex};
use crate::strings::Strings;

/// Entries on one page of a list.
pub const PAGE_LENGTH: usize = 60;

/// How a work appears to the readers of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It has an edition in their language.
    Own(DocumentIndex),
    /// It is a regional variant, and the edition of the language that it inherits from is its own: a page under it, and nothing is missing.
    Inherited(Language, DocumentIndex),
    /// A page under their language shows the edition of another.
    Shown(Language, DocumentIndex),
    /// Links lead to the page of another language.
    Listed(Language, DocumentIndex),
    /// It does not appear.
    Hidden,
}

impl Presence {
    /// The document whose words are shown, and its language where it is not the reader's.
    pub fn document(self) -> Option<(DocumentIndex, Option<Language>)> {
        match self {
            Presence::Own(document) | Presence::Inherited(_, document) => Some((document, None)),
            Presence::Shown(language, document) | Presence::Listed(language, document) => Some((document, Some(language))),
            Presence::Hidden => None,
        }
    }

    /// Whether there is a page under the reader's language.
    pub fn has_page(self) -> bool {
        matches!(self, Presence::Own(_) | Presence::Inherited(..) | Presence::Shown(..))
    }

    /// Whether nothing is missing to the reader.
    pub fn is_own(self) -> bool {
        matches!(self, Presence::Own(_) | Presence::Inherited(..))
    }

    /// The language that the words are written in where its tag is another than the reader's, whoever takes it for their own.
    pub fn written_in(self) -> Option<Language> {
        match self {
            Presence::Inherited(language, _) | Presence::Shown(language, _) | Presence::Listed(language, _) => Some(language),
            Presence::Own(_) | Presence::Hidden => None,
        }
    }
}

/// The table of what exists where.
pub struct Routes {
    /// For each language and work how it appears.
    presences: BTreeMap<Language, Vec<Presence>>,
    /// The addresses of the pages of works, by language.
    works: BTreeMap<Language, Vec<Option<Address>>>,
    /// The names of folders in addresses, by language and section.
    folders: BTreeMap<(Language, Section), String>,
    /// The number of works in each section, by language.
    counts: BTreeMap<(Language, Section), usize>,
    /// The ids of people and sources that have works, by register.
    pub people: BTreeMap<String, BTreeSet<WorkIndex>>,
    /// As `people`.
    pub sources: BTreeMap<String, BTreeSet<WorkIndex>>,
    concept_ids: Vec<String>,
}

impl Routes {
    /// Decides it for a site.
    pub fn new(inputs: &Inputs) -> Routes {
        let graph = &inputs.graph;
        let mut routes = Routes {
            presences: BTreeMap::new(),
            works: BTreeMap::new(),
            folders: BTreeMap::new(),
            counts: BTreeMap::new(),
            people: BTreeMap::new(),
            sources: BTreeMap::new(),
            concept_ids: graph.concepts.iter().map(|concept| concept.id.to_string()).collect(),
        };
        for &language in inputs.languages.iter() {
            for section in Section::ALL {
                let name = text(&inputs.strings, language, &format!("folder-{}", section.name()));
                routes.folders.insert((language, section), segment(&name));
            }
        }
        let in_language = |&language: &Language| {
            let chain = inputs.config.chain(language);
            let presences: Vec<Presence> = graph.works.iter().map(|work| presence(inputs, work, &chain)).collect();
            let address = |(work, presence): (WorkIndex, &Presence)| {
                let (document, _) = presence.document().filter(|_| presence.has_page())?;
                Some(routes.work_address(inputs, language, work, document))
            };
            let addresses = presences.iter().enumerate().map(address).collect();
            ((language, presences), (language, addresses))
        };
        (routes.presences, routes.works) = inputs.languages.par_iter().map(in_language).collect();
        routes.collect_names(inputs);
        routes.count(inputs);
        routes
    }

    /// How a work appears in a language.
    pub fn presence(&self, work: WorkIndex, language: Language) -> Presence {
        self.presences[&language][work]
    }

    /// How many of some works appear in a language.
    pub fn visible(&self, works: &[WorkIndex], language: Language) -> usize {
        let presences = &self.presences[&language];
        works.iter().filter(|&&work| presences[work] != Presence::Hidden).count()
    }

    /// The address of a work's page under a language, where it has one.
    pub fn work(&self, work: WorkIndex, language: Language) -> Option<&Address> {
        self.works.get(&language)?[work].as_ref()
    }

    /// Where a link to a work leads a reader of a language.
    pub fn work_link(&self, work: WorkIndex, language: Language) -> Option<&Address> {
        match self.presence(work, language) {
            Presence::Listed(other, _) => self.work(work, other),
            _ => self.work(work, language),
        }
    }

    /// The home page of a language.
    pub fn home(&self, language: Language) -> Address {
        Address::new(format!("{language}/index.html"))
    }

    /// A page of a list, from 0.
    pub fn section(&self, section: Section, language: Language, number: usize) -> Address {
        let folder = self.folder(section, language);
        match number {
            0 => Address::new(format!("{language}/{folder}/index.html")),
            n => Address::new(format!("{language}/{folder}/page-{}.html", n + 1)),
        }
    }

    /// A page of a theme, from 0.
    pub fn theme(&self, concept: ConceptIndex, language: Language, number: usize) -> Address {
        self.entry(Section::Themes, &self.concept_ids[concept], language, number)
    }

    /// A page of a theme, person or source, by id.
    pub fn entry(&self, section: Section, id: &str, language: Language, number: usize) -> Address {
        let folder = self.folder(section, language);
        match number {
            0 => Address::new(format!("{language}/{folder}/{id}.html")),
            n => Address::new(format!("{language}/{folder}/{id}/page-{}.html", n + 1)),
        }
    }

    /// The name of a section's folder in addresses.
    pub fn folder(&self, section: Section, language: Language) -> &str {
        &self.folders[&(language, section)]
    }

    /// How many entries a list has in a language; one without entries has no page.
    pub fn count_of(&self, section: Section, language: Language) -> usize {
        self.counts.get(&(language, section)).copied().unwrap_or(0)
    }

    /// Where a link of a text leads a reader of a language.
    pub fn destination(&self, destination: &Destination, language: Language) -> Option<Address> {
        match destination {
            Destination::Work(work) => self.work_link(*work, language).cloned(),
            Destination::Theme(concept) => Some(self.theme(*concept, language, 0)),
            Destination::Section(name) if name.is_empty() => Some(self.home(language)),
            Destination::Section(name) => {
                let section = Section::ALL.into_iter().find(|section| section.folder() == Some(name))?;
                (self.count_of(section, language) > 0).then(|| self.section(section, language, 0))
            }
        }
    }

    /// The address of a work: the first folder of its id in the reader's language if it is a kind's, the inner folders as they are, the slug.
    fn work_address(&self, inputs: &Inputs, language: Language, work: WorkIndex, document: DocumentIndex) -> Address {
        let work = &inputs.graph.works[work];
        let slug = inputs.documents[document].face.front.slug.as_deref().unwrap_or(work.id.last());
        Address::new([language.as_str(), "/", &self.folders_of(&work.id, language), &normalize(slug), ".html"].concat())
    }

    /// The folders of an id's address, with a slash at the end unless there are none.
    pub fn folders_of(&self, id: &str, language: Language) -> String {
        let Some((folders, _)) = id.rsplit_once('/') else { return String::new() };
        let (first, inner) = folders.split_once('/').map_or((folders, None), |(first, inner)| (first, Some(inner)));
        let kind = Kind::ALL.into_iter().find(|kind| kind.folder() == Some(first));
        let first = kind.map_or(first, |kind| self.folder(Section::Kind(kind), language));
        match inner {
            Some(inner) => [first, "/", &normalize(inner), "/"].concat(),
            None => [&normalize(first), "/"].concat(),
        }
    }

    fn collect_names(&mut self, inputs: &Inputs) {
        let registers = &inputs.data;
        for (index, work) in inputs.graph.works.iter().enumerate() {
            if work.editions.is_empty() || work.facts.withdrawn.is_some() {
                continue;
            }
            let mut people: Vec<&str> = work.said_by.iter().chain(&work.authors).filter_map(entry).collect();
            if let Some(id) = work.source.as_ref().and_then(entry) {
                self.sources.entry(id.to_owned()).or_default().insert(index);
                people.extend(registers.sources[id].author.iter().map(String::as_str).filter(|id| registers.people.contains_key(*id)));
            }
            for id in people {
                self.people.entry(id.to_owned()).or_default().insert(index);
            }
        }
    }

    fn count(&mut self, inputs: &Inputs) {
        for &language in inputs.languages.iter() {
            let presences = &self.presences[&language];
            for (work, _) in inputs.graph.works.iter().zip(presences).filter(|(_, presence)| **presence != Presence::Hidden) {
                if work.facts.withdrawn.is_none() {
                    *self.counts.entry((language, Section::Kind(work.kind))).or_default() += 1;
                }
            }
            let visible = |works: &BTreeSet<WorkIndex>| works.iter().any(|&work| presences[work] != Presence::Hidden);
            let people = self.people.values().filter(|works| visible(works)).count();
            let sources = self.sources.values().filter(|works| visible(works)).count();
            self.counts.insert((language, Section::People), people);
            self.counts.insert((language, Section::Sources), sources);
            self.counts.insert((language, Section::Themes), inputs.graph.concepts.len());
        }
    }
}

fn entry(named: &Named) -> Option<&str> {
    match named {
        Named::Entry(id) => Some(id),
        Named::Text(_) => None,
    }
}

fn presence(inputs: &Inputs, work: &crate::graph::Work, chain: &[Language]) -> Presence {
    let language = chain[0];
    let is_read = |path: &WorkIndex| inputs.graph.works[*path].facts.withdrawn.is_none() && !inputs.graph.works[*path].editions.is_empty();
    let is_step = || work.in_paths.iter().any(is_read);
    match work.edition(chain) {
        None => Presence::Hidden,
        Some((found, document)) if found == language => Presence::Own(document),
        Some((found, document)) if inputs.config.inherits.is_own(language, found) => Presence::Inherited(found, document),
        // A notice is shown where the work was, nowhere else, except that a path loses none of its steps.
        Some(listed) if work.facts.withdrawn.is_some() => match is_step() {
            true => Presence::Listed(listed.0, listed.1),
            false => Presence::Hidden,
        },
        Some((found, document)) => match inputs.config.fallback.mode(work.kind) {
            FallbackMode::Show => Presence::Shown(found, document),
            FallbackMode::List => Presence::Listed(found, document),
            // A path shows all its steps, in whatever language.
            FallbackMode::Hide if is_step() => Presence::Listed(found, document),
            FallbackMode::Hide => Presence::Hidden,
        },
    }
}

/// A string without arguments; its id where no language has it, which was reported when the strings were loaded.
pub fn text(strings: &Strings, language: Language, id: &str) -> String {
    strings.get(language, id, &[]).unwrap_or_else(|_| id.to_owned())
}

/// Makes one segment of an address from a string of the interface.
fn segment(name: &str) -> String {
    let name: String = name.trim().chars().map(|c| if c.is_whitespace() || "/\\:?#%*\"<>|".contains(c) { '-' } else { c }).collect();
    let name = normalize(&name).to_lowercase();
    if name.is_empty() || name.starts_with('.') { format!("-{name}") } else { name }
}

/// An address for an attribute, without the way to it.
pub fn href(address: &Address) -> String {
    encode(address)
}
