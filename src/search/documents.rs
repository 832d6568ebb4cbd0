//! What can be found: works, themes, people and sources, as the readers of one language see them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::forms::Posting;
use crate::base::hash::Hash;
use crate::base::language::Language;
use crate::config::Kind;
use crate::graph::{ConceptIndex, WorkIndex, with_broader};
use crate::site::view::Card;
use crate::site::{Part, Passage, Presence, Section, Site, href};

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// A work of this kind.
    Work(Kind),
    /// A theme.
    Theme,
    /// A person or a source.
    Name,
}

impl Group {
    /// All of them, each at its number.
    pub const ALL: [Group; 7] = [
        Group::Work(Kind::Story),
        Group::Work(Kind::Maxim),
        Group::Work(Kind::Exercise),
        Group::Work(Kind::Path),
        Group::Work(Kind::Page),
        Group::Theme,
        Group::Name,
    ];

    /// Its number in a [`Class`].
    pub fn number(self) -> u64 {
        Group::ALL.iter().position(|group| *group == self).unwrap_or_default() as u64
    }

    /// Its name in the files.
    pub fn as_str(self) -> &'static str {
        match self {
            Group::Work(kind) => kind.as_str(),
            Group::Theme => "theme",
            Group::Name => "name",
        }
    }
}

/// What a document is and in which languages it exists, as one number: three bits for the first, above them one for each language of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Class(pub u64);

impl Class {
    /// `languages`: a bit for each language, in the site's order.
    pub fn new(group: Group, languages: u64) -> Class {
        Class(languages << 3 | group.number())
    }

    /// What the document is.
    pub fn group(self) -> Group {
        Group::ALL[(self.0 as usize & 7).min(Group::ALL.len() - 1)]
    }

    /// Whether the language with this place in the site's order has it, or is not to hear of it.
    pub fn is_in(self, language: usize) -> bool {
        self.0 >> 3 >> language & 1 == 1
    }
}

/// A theme of documents, as the readers of the index know it.
#[derive(Debug)]
pub struct Topic {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: String,
    /// Its other names, hidden ones included.
    pub further: Vec<String>,
}

/// Something that can be found.
#[derive(Clone, Debug)]
pub struct Document {
    /// 24 bits, the same in all languages.
    pub number: u32,
    /// What it is, and where it exists.
    pub class: Class,
    /// `stories/the-earrings`; of what is no work `themes/trust`.
    pub id: String,
    /// The title.
    pub title: String,
    /// The link to its page, from the root.
    pub address: String,
    /// The language of title and text where it is not the index's.
    pub language: Option<Language>,
    /// Its themes, those above them included.
    pub themes: Vec<Arc<Topic>>,
    /// How many of them are its own; they come first.
    pub own_themes: usize,
    /// What it says.
    pub passages: Vec<Passage>,
    /// Other words that it is found by: the further names of a theme, keywords, a stated summary.
    pub names: Vec<String>,
}

impl Document {
    /// Whether it has no text in the index's language: it is known by its themes alone.
    pub fn is_stub(&self) -> bool {
        self.language.is_some()
    }
}

/// The numbers of all documents.
pub struct Numbers(BTreeMap<String, u32>);

/// How many bits a number has.
pub const BITS: u32 = 24;

impl Numbers {
    /// A document's number is the beginning of its id's hash, or the next free one: a new document hardly ever changes another's.
    pub fn new(site: &Site) -> Numbers {
        let graph = &site.inputs().graph;
        let works = graph.works.iter().map(|work| work.id.to_string());
        let themes = graph.concepts.iter().map(|concept| format!("themes/{}", concept.id));
        let people = site.inputs().data.people.keys().map(|id| format!("people/{id}"));
        let sources = site.inputs().data.sources.keys().map(|id| format!("sources/{id}"));
        // A page may have a theme's id.
        let ids: BTreeSet<String> = works.map(|id| format!("works/{id}")).chain(themes).chain(people).chain(sources).collect();
        let mut hashed: Vec<(u32, String)> = ids
            .into_par_iter()
            .map(|id| {
                let hash = Hash::of(id.as_bytes());
                let [a, b, c, ..] = *hash.as_bytes();
                (u32::from_be_bytes([0, a, b, c]), id)
            })
            .collect();
        hashed.sort();
        let mut taken = BTreeSet::new();
        let mut numbers = BTreeMap::new();
        for (wanted, id) in hashed {
            let free = (wanted..1 << BITS).chain(0..wanted).find(|number| !taken.contains(number)).unwrap_or(wanted);
            taken.insert(free);
            numbers.insert(id, free);
        }
        Numbers(numbers)
    }

    fn of(&self, id: &str) -> u32 {
        self.0.get(id).copied().unwrap_or_default()
    }
}

/// All that the readers of a language can find, by number.
pub fn collect(site: &Site, numbers: &Numbers, language: Language) -> Vec<Document> {
    let all = (1u64 << site.languages().len().min(60)) - 1;
    let graph = &site.inputs().graph;
    let topic = |concept: ConceptIndex| {
        let link = site.theme_link(concept, language);
        Arc::new(Topic { id: link.id.clone(), label: link.title.clone(), further: site.further_names(concept, language) })
    };
    let topics: Vec<Arc<Topic>> = (0..graph.concepts.len()).map(topic).collect();
    let works = (0..graph.works.len()).into_par_iter().filter_map(|work| document_of_work(site, numbers, &topics, work, language));
    let mut documents: Vec<Document> = works.collect();
    let themes = (0..graph.concepts.len()).into_par_iter().filter_map(|concept| {
        let link = site.theme_link(concept, language);
        (link.count > 0).then(|| {
            let definition = site.definition(concept, language);
            let introduction = site.theme_text(concept, language).map(|document| site.passages(document, language)).unwrap_or_default();
            let said = Passage { parts: parts(definition.unwrap_or_default()), ..Passage::default() };
            let id = format!("themes/{}", link.id);
            Document {
                number: numbers.of(&id),
                class: Class::new(Group::Theme, all),
                id,
                title: link.title.clone(),
                address: link.address.clone(),
                language: link.lang,
                themes: Vec::new(),
                own_themes: 0,
                passages: [said].into_iter().chain(introduction).collect(),
                names: topics[concept].further.clone(),
            }
        })
    });
    documents.par_extend(themes);
    for (section, folder) in [(Section::People, "people"), (Section::Sources, "sources")] {
        for (name, id, about) in site.named(section, language) {
            documents.push(Document {
                number: numbers.of(&format!("{folder}/{id}")),
                class: Class::new(Group::Name, all),
                address: href(&site.routes().entry(section, &id, language, 0)),
                id: format!("{folder}/{id}"),
                title: name,
                language: None,
                themes: Vec::new(),
                own_themes: 0,
                passages: vec![Passage { parts: parts(about), ..Passage::default() }],
                names: Vec::new(),
            });
        }
    }
    documents.sort_by_key(|document| document.number);
    documents
}

fn parts(words: String) -> Vec<Part> {
    if words.is_empty() { Vec::new() } else { vec![Part { language: None, words }] }
}

fn document_of_work(site: &Site, numbers: &Numbers, topics: &[Arc<Topic>], index: WorkIndex, language: Language) -> Option<Document> {
    let work = &site.inputs().graph.works[index];
    let presence = site.routes().presence(index, language);
    let (shown, _) = presence.document()?;
    if work.facts.withdrawn.is_some() || site.is_faulty(shown) {
        return None;
    }
    let card: &Card = &*site.card(index, language)?;
    let mut own: Vec<usize> = work.concepts.clone();
    own.dedup();
    let above = with_broader(&site.inputs().graph.concepts, &own).into_iter().filter(|concept| !own.contains(concept));
    let is_stub = !presence.is_own();
    let front = &site.inputs().documents[shown].face.front;
    let passages = match is_stub {
        true => vec![Passage { parts: parts(card.summary.clone()), ..Passage::default() }],
        false => site.passages(shown, language),
    };
    let names = match is_stub {
        true => Vec::new(),
        false => front.summary.iter().chain(&front.keywords).cloned().collect(),
    };
    Some(Document {
        number: numbers.of(&format!("works/{}", work.id)),
        class: Class::new(Group::Work(work.kind), reach(site, index)),
        id: work.id.to_string(),
        title: card.title.clone(),
        address: card.address.clone(),
        language: if is_stub { presence.written_in() } else { None },
        own_themes: own.len(),
        themes: own.iter().copied().chain(above).map(|concept| topics[concept].clone()).collect(),
        passages,
        names,
    })
}

/// A bit for each language that has the work as its own, or is not to hear of it from others.
fn reach(site: &Site, work: WorkIndex) -> u64 {
    let reaches = |language: &Language| {
        let presence = site.routes().presence(work, *language);
        presence.is_own() || presence == Presence::Hidden
    };
    site.languages().iter().enumerate().filter(|(_, language)| reaches(language)).fold(0, |bits, (place, _)| bits | 1 << place.min(60))
}

/// The works of each theme.
pub fn themes(documents: &[Document]) -> Vec<(String, Vec<Posting>)> {
    let mut themes: BTreeMap<&str, Vec<Posting>> = BTreeMap::new();
    for document in documents {
        for theme in &document.themes {
            themes.entry(&theme.id).or_default().push(Posting { class: document.class, number: document.number, impact: 1 });
        }
    }
    let sorted = |(id, mut postings): (&str, Vec<Posting>)| {
        postings.sort_unstable();
        (id.to_owned(), postings)
    };
    themes.into_iter().map(sorted).collect()
}
