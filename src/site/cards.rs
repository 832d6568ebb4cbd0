//! Works as lists show them: made once for each language, shared by all pages, in the order in which lists show them.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rayon::prelude::*;

use super::routes::{PAGE_LENGTH, Routes, href};
use super::view::{Card, Shared, ThemeLink, WorkLink};
use super::{Inputs, Section};
use crate::base::language::Language;
use crate::base::locale::Locale;
use crate::config::Kind;
use crate::graph::{Concept, ConceptIndex, WorkIndex};

/// The cards of all languages.
pub struct Cards {
    languages: BTreeMap<Language, LanguageCards>,
    /// The sources of each person.
    sources: BTreeMap<String, Vec<String>>,
}

/// The cards of one language.
#[derive(Default)]
struct LanguageCards {
    cards: Vec<Option<Shared<Card>>>,
    /// The visible works of each kind in the order of its list.
    orders: BTreeMap<Kind, Vec<WorkIndex>>,
    /// Of the long ones among them: the first letters of the titles, and where in the list those begin.
    letters: BTreeMap<Kind, Vec<(String, usize)>>,
    /// For each work its place in its list.
    places: Vec<usize>,
    themes: Vec<Shared<ThemeLink>>,
    theme_works: Vec<ThemeWorks>,
    /// The visible works behind each person and each source that has any, as their pages list them.
    entry_works: BTreeMap<Section, BTreeMap<String, Vec<WorkIndex>>>,
    /// The labels of the themes that some two works share, as they stand inside a sentence. They are only looked up, never walked.
    labels: HashMap<Vec<ConceptIndex>, Shared<Vec<String>>>,
}

/// The visible works of a theme as its pages list them: those that state it by kind, then those that state a narrower one by kind.
#[derive(Debug)]
pub struct ThemeWorks {
    /// All of them.
    pub works: Vec<WorkIndex>,
    /// How many of them state the theme itself.
    pub own: usize,
}

impl Cards {
    /// Makes them.
    pub fn new(inputs: &Inputs, routes: &Routes, locales: &BTreeMap<Language, Locale>) -> Cards {
        let shared = inputs.graph.works.iter().flat_map(|work| &work.related).map(|related| &related.concepts);
        let shared: HashSet<&Vec<ConceptIndex>> = shared.collect();
        let languages = locales.par_iter().map(|(&language, _)| (language, LanguageCards::new(inputs, routes, locales, &shared, language)));
        Cards { languages: languages.collect(), sources: sources_by_author(inputs) }
    }

    /// A work's card for the readers of a language, unless it is hidden from them.
    pub fn card(&self, work: WorkIndex, language: Language) -> Option<Shared<Card>> {
        self.languages[&language].cards[work].clone()
    }

    /// The visible works of a kind in the order of its list.
    pub fn order(&self, kind: Kind, language: Language) -> &[WorkIndex] {
        &self.languages[&language].orders[&kind]
    }

    /// The first letters of the titles in a long list, each with the place of its first title.
    pub fn letters(&self, kind: Kind, language: Language) -> &[(String, usize)] {
        self.languages[&language].letters.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// A work's place in [`Cards::order`].
    pub fn place(&self, work: WorkIndex, language: Language) -> usize {
        self.languages[&language].places[work]
    }

    /// The labels of the themes that two works share.
    pub fn labels(&self, concepts: &[ConceptIndex], language: Language) -> Shared<Vec<String>> {
        self.languages[&language].labels[concepts].clone()
    }

    /// The works of a theme.
    pub fn works_of(&self, concept: ConceptIndex, language: Language) -> &ThemeWorks {
        &self.languages[&language].theme_works[concept]
    }

    /// The people or the sources that have works for the readers of a language, with those.
    pub fn entries(&self, section: Section, language: Language) -> impl Iterator<Item = (&str, &[WorkIndex])> {
        let entries = self.languages[&language].entry_works.get(&section).into_iter().flatten();
        entries.map(|(id, works)| (id.as_str(), works.as_slice()))
    }

    /// The works behind a person or a source.
    pub fn works_behind(&self, section: Section, id: &str, language: Language) -> &[WorkIndex] {
        self.languages[&language].entry_works.get(&section).and_then(|entries| entries.get(id)).map_or(&[], Vec::as_slice)
    }

    /// The ids of the sources that a person is an author of.
    pub fn sources_of(&self, author: &str) -> &[String] {
        self.sources.get(author).map_or(&[], Vec::as_slice)
    }

    /// Makes room once all pages of a language are made.
    pub fn forget_values(&self, language: Language) {
        let cards = self.languages.get(&language).into_iter().flat_map(|all| &all.cards);
        cards.flatten().for_each(Shared::forget_value);
    }

    /// A theme's link.
    pub fn theme(&self, concept: ConceptIndex, language: Language) -> &Shared<ThemeLink> {
        &self.languages[&language].themes[concept]
    }
}

impl LanguageCards {
    fn new(
        inputs: &Inputs,
        routes: &Routes,
        locales: &BTreeMap<Language, Locale>,
        shared: &HashSet<&Vec<ConceptIndex>>,
        language: Language,
    ) -> LanguageCards {
        let (locale, chain) = (&locales[&language], inputs.config.chain(language));
        let concepts = 0..inputs.graph.concepts.len();
        let themes = concepts.into_par_iter().map(|concept| Shared::new(theme_link(inputs, routes, locale, concept, &chain)));
        let themes: Vec<Shared<ThemeLink>> = themes.collect();
        let works = 0..inputs.graph.works.len();
        let cards: Vec<Option<Card>> = works.into_par_iter().map(|work| card(inputs, routes, &themes, locales, work, language)).collect();
        let cards = with_minutes_of_paths(inputs, cards);
        let orders: BTreeMap<Kind, Vec<WorkIndex>> =
            Kind::ALL.into_iter().map(|kind| (kind, order(inputs, routes, locale, &cards, kind))).collect();
        let letters =
            orders.iter().filter(|(_, order)| order.len() > LONG).map(|(&kind, order)| (kind, letters(inputs, locale, &cards, order)));
        let letters = letters.collect();
        let mut places = vec![0; cards.len()];
        orders.values().flat_map(|order| order.iter().enumerate()).for_each(|(place, &work)| places[work] = place);
        let labels = |concepts: &[ConceptIndex]| concepts.iter().map(|&concept| theme_label(inputs, concept, &chain)).collect();
        let labels = shared.iter().map(|&concepts| (concepts.clone(), Shared::new(labels(concepts)))).collect();
        let mut all = LanguageCards { cards, orders, letters, places, themes, labels, ..LanguageCards::default() };
        let concepts = inputs.graph.concepts.par_iter();
        all.theme_works = concepts.map(|concept| all.works_of(inputs, concept)).collect();
        for (section, register) in [(Section::People, &routes.people), (Section::Sources, &routes.sources)] {
            let works = |works: &BTreeSet<WorkIndex>| all.in_order(inputs, works.iter().copied(), |_| ());
            let entries = register.par_iter().map(|(id, behind)| (id.clone(), works(behind))).filter(|(_, works)| !works.is_empty());
            let entries = entries.collect();
            all.entry_works.insert(section, entries);
        }
        all
    }

    fn works_of(&self, inputs: &Inputs, concept: &Concept) -> ThemeWorks {
        let states_it = |work: &WorkIndex| concept.works.binary_search(work).is_ok();
        let works = self.in_order(inputs, concept.all_works.iter().copied(), |work| !states_it(work));
        ThemeWorks { own: works.partition_point(states_it), works }
    }

    /// Those of some works that are visible: in the order of a first key, then by kind, then as the list of the kind goes.
    fn in_order<K: Ord>(&self, inputs: &Inputs, works: impl Iterator<Item = WorkIndex>, first: impl Fn(&WorkIndex) -> K) -> Vec<WorkIndex> {
        let kind = |work: WorkIndex| Kind::ALL.iter().position(|kind| *kind == inputs.graph.works[work].kind);
        let mut works: Vec<WorkIndex> = works.filter(|&work| self.cards[work].is_some()).collect();
        works.sort_by_cached_key(|work| (first(work), kind(*work), self.places[*work]));
        works
    }
}

fn sources_by_author(inputs: &Inputs) -> BTreeMap<String, Vec<String>> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (id, source) in &inputs.data.sources {
        for author in &source.author {
            let sources = all.entry(author.clone()).or_default();
            // Somebody may be named twice.
            if sources.last() != Some(id) {
                sources.push(id.clone());
            }
        }
    }
    all
}

fn theme_link(inputs: &Inputs, routes: &Routes, locale: &Locale, concept: ConceptIndex, chain: &[Language]) -> ThemeLink {
    let (entry, language) = (&inputs.graph.concepts[concept], locale.language());
    let (title, lang) = entry.label.get(chain).unwrap_or((&entry.id, None));
    ThemeLink {
        id: entry.id.to_string(),
        title: locale.capitalize(title),
        address: href(&routes.theme(concept, language, 0)),
        count: routes.visible(&entry.all_works, language),
        lang,
    }
}

/// A theme's label as its author wrote it, which is how it stands inside a sentence.
fn theme_label(inputs: &Inputs, concept: ConceptIndex, chain: &[Language]) -> String {
    let entry = &inputs.graph.concepts[concept];
    entry.label.get(chain).map_or_else(|| entry.id.to_string(), |(label, _)| label.to_owned())
}

fn card(
    inputs: &Inputs,
    routes: &Routes,
    themes: &[Shared<ThemeLink>],
    locales: &BTreeMap<Language, Locale>,
    index: WorkIndex,
    language: Language,
) -> Option<Card> {
    let work = &inputs.graph.works[index];
    let presence = routes.presence(index, language);
    let (document, lang) = presence.document()?;
    let document = &inputs.documents[document];
    let front = &document.face.front;
    let lead = &inputs.documents[work.lead].face.front;
    let source_is_fiction = || match &work.source {
        Some(crate::graph::Named::Entry(id)) => inputs.data.sources.get(id).is_some_and(|source| source.fiction == Some(true)),
        _ => false,
    };
    let stated_fiction = work.facts.source.as_ref().and_then(|source| source.fiction);
    Some(Card {
        id: work.id.to_string(),
        kind: work.kind,
        title: front.title.clone().unwrap_or_else(|| work.id.last().to_owned()),
        summary: front.summary.clone().unwrap_or_else(|| document.face.excerpt.clone()),
        address: href(routes.work_link(index, language)?),
        lang,
        written_in: presence.written_in(),
        lang_name: lang.map(|lang| language_name(inputs, lang, language)),
        dir: lang.map(|lang| lang.direction()),
        minutes: work.facts.minutes.unwrap_or_else(|| locales[&document.language].minutes(document.face.characters)),
        level: work.facts.level,
        date: front.date.or(lead.date).map(|date| date.to_string()),
        themes: work.concepts.iter().map(|&concept| themes[concept].clone()).collect(),
        fiction: stated_fiction.unwrap_or_else(source_is_fiction),
        draft: front.draft.or(lead.draft).unwrap_or(false),
    })
}

/// A path takes as long as its steps together, unless it says otherwise.
fn with_minutes_of_paths(inputs: &Inputs, mut cards: Vec<Option<Card>>) -> Vec<Option<Shared<Card>>> {
    let works = inputs.graph.works.iter().enumerate();
    let paths = works.filter(|(_, work)| !work.sections.is_empty() && work.facts.minutes.is_none());
    let minutes: Vec<(WorkIndex, u32)> = paths
        .map(|(index, work)| {
            let steps = work.sections.iter().flat_map(|section| &section.works);
            (index, steps.filter_map(|&step| cards[step].as_ref()).map(|card| card.minutes).sum())
        })
        .collect();
    for (path, minutes) in minutes {
        if let Some(card) = &mut cards[path] {
            card.minutes = minutes;
        }
    }
    cards.into_iter().map(|card| card.map(Shared::new)).collect()
}

/// The name of a language in another, or its tag where nobody has named it.
pub fn language_name(inputs: &Inputs, named: Language, language: Language) -> String {
    inputs.strings.get(language, &format!("language-{named}"), &[]).unwrap_or_else(|_| own_name(inputs, named))
}

/// The name of a language in itself, or its tag where its strings do not say: another language's name would mislead. Two variants that
/// share a name are told apart by their regions.
pub fn own_name(inputs: &Inputs, language: Language) -> String {
    let said = |language: Language| {
        let id = "language-name";
        inputs.strings.defines(language, id).then(|| inputs.strings.get(language, id, &[]).ok()).flatten()
    };
    let Some(name) = said(language) else { return language.to_string() };
    let Some((_, region)) = language.as_str().split_once('-') else { return name };
    let is_shared = inputs.languages.iter().any(|other| *other != language && said(*other).as_ref() == Some(&name));
    match inputs.strings.get(language, &format!("language-{language}"), &[]) {
        _ if !is_shared => name,
        Ok(full) if inputs.strings.defines(language, &format!("language-{language}")) => inputs.strings.locale(language).capitalize(&full),
        _ => format!("{name} ({region})"),
    }
}

/// A list that is longer than this is looked through by letters: four pages.
const LONG: usize = 4 * PAGE_LENGTH;

/// The first letters of the titles, and where in the list those begin that are sorted by their titles alone. Signs before a title part some
/// from their letter; it stands for the most of its titles that follow each other.
fn letters(inputs: &Inputs, locale: &Locale, cards: &[Option<Shared<Card>>], order: &[WorkIndex]) -> Vec<(String, usize)> {
    let sorted = order.partition_point(|&work| inputs.graph.works[work].facts.weight.is_some());
    let letter = |&work: &WorkIndex| cards[work].as_ref().map(|card| locale.first_letter(&card.title)).unwrap_or_default();
    let of: Vec<String> = order[sorted..].par_iter().map(letter).collect();
    let mut runs: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut start = 0;
    for run in of.chunk_by(|a, b| a == b) {
        let longest = runs.entry(&run[0]).or_insert((0, 0));
        if run.len() > longest.1 {
            *longest = (start, run.len());
        }
        start += run.len();
    }
    let mut letters: Vec<(String, usize)> = runs.into_iter().map(|(letter, (start, _))| (letter.to_owned(), sorted + start)).collect();
    letters.sort_by_key(|(_, start)| *start);
    letters
}

/// By weight, then by title as the language sorts.
fn order(inputs: &Inputs, routes: &Routes, locale: &Locale, cards: &[Option<Shared<Card>>], kind: Kind) -> Vec<WorkIndex> {
    let kept = |work: WorkIndex| {
        let (document, _) = routes.presence(work, locale.language()).document()?;
        inputs.documents[document].sort_key(locale).map(Cow::Borrowed)
    };
    let mut keyed: Vec<(i64, Cow<[u8]>, WorkIndex)> = cards
        .par_iter()
        .enumerate()
        .filter_map(|(index, card)| {
            let work = &inputs.graph.works[index];
            let card = card.as_ref().filter(|_| work.kind == kind && work.facts.withdrawn.is_none())?;
            let key = kept(index).unwrap_or_else(|| Cow::Owned(locale.sort_key(&card.title)));
            Some((work.facts.weight.unwrap_or(i64::MAX), key, index))
        })
        .collect();
    keyed.sort();
    keyed.into_iter().map(|(_, _, work)| work).collect()
}

impl super::Site {
    /// The name of a language in another, or its tag where nobody has named it.
    pub fn language_name(&self, named: Language, language: Language) -> String {
        language_name(&self.inputs, named, language)
    }

    /// The name of a language in itself.
    pub fn own_name(&self, language: Language) -> String {
        own_name(&self.inputs, language)
    }

    /// A work's card for the readers of a language.
    pub(crate) fn card(&self, work: WorkIndex, language: Language) -> Option<Shared<Card>> {
        self.cards.card(work, language)
    }

    /// A work by its title alone.
    pub(super) fn work_link(&self, work: WorkIndex, language: Language) -> Option<WorkLink> {
        let card = self.card(work, language)?;
        Some(WorkLink {
            id: card.id.clone(),
            kind: card.kind,
            title: card.title.clone(),
            address: card.address.clone(),
            lang: card.lang,
            written_in: card.written_in,
            lang_name: card.lang_name.clone(),
            dir: card.dir,
        })
    }

    /// Makes room: for when all pages below a language's folder are made.
    pub fn forget_values(&self, top: &str) {
        self.languages().iter().filter(|language| language.as_str() == top).for_each(|&language| self.cards.forget_values(language));
    }

    /// Cards of several works, without those that are hidden.
    pub(super) fn cards(&self, works: impl IntoIterator<Item = WorkIndex>, language: Language) -> Vec<Shared<Card>> {
        works.into_iter().filter_map(|work| self.card(work, language)).collect()
    }

    /// A theme's link.
    pub(crate) fn theme_link(&self, concept: ConceptIndex, language: Language) -> Shared<ThemeLink> {
        self.cards.theme(concept, language).clone()
    }

    /// The title of a list.
    pub(super) fn section_title(&self, section: Section, language: Language) -> String {
        self.text(language, &format!("section-{}", section.name()))
    }
}
