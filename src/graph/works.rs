//! Editions become works: which one leads, what the facts are, and what front matter refers to.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{Found, Names};
use super::{Data, Named, Section, Selection, Work, WorkIndex};
use crate::base::diagnostic::{Code, Diagnostic, OfOneFile};
use crate::base::language::Language;
use crate::base::path::WorkId;
use crate::base::text::Place;
use crate::base::yaml::Step;
use crate::config::{Config, Kind, Localized};
use crate::document::front_matter::{WorkFacts, locate_step};
use crate::document::{Document, Role};

/// Groups documents by work, in the order of the ids.
pub fn collect(documents: &[Document], config: &Config, selection: &Selection, problems: &mut Vec<Diagnostic>) -> Vec<Work> {
    let mut by_id: BTreeMap<&WorkId, BTreeMap<Language, usize>> = BTreeMap::new();
    for (index, document) in documents.iter().enumerate() {
        let Role::Work(id) = &document.role else { continue };
        let editions = by_id.entry(id).or_default();
        match editions.get(&document.language) {
            Some(&first) => problems.push(duplicate(document, &documents[first])),
            None => drop(editions.insert(document.language, index)),
        }
    }
    by_id.into_iter().map(|(id, editions)| work(id, editions, documents, config, selection, problems)).collect()
}

/// Two files for the same text.
pub fn duplicate(second: &Document, first: &Document) -> Diagnostic {
    Diagnostic::new(Code::DuplicateEdition)
        .at(second.text.whole())
        .and_at(first.text.whole())
        .arg("language", second.language)
        .arg("first", &first.text.path)
}

fn work(
    id: &WorkId,
    mut editions: BTreeMap<Language, usize>,
    documents: &[Document],
    config: &Config,
    selection: &Selection,
    problems: &mut Vec<Diagnostic>,
) -> Work {
    let lead_language = lead(&editions, documents, config, problems);
    let lead = editions[&lead_language];
    let facts = documents[lead].face.front.work.clone();
    for (_, &edition) in editions.iter().filter(|(language, _)| **language != lead_language) {
        compare_facts(&documents[edition], &documents[lead], problems);
    }
    let for_us = match (&facts.audience, selection.audiences.as_slice()) {
        (None, _) | (_, []) => true,
        (Some(audience), wanted) => audience.is_empty() || audience.iter().any(|one| wanted.contains(one)),
    };
    let lead_is_draft = documents[lead].face.front.draft.unwrap_or(false);
    editions.retain(|language, edition| {
        let draft = documents[*edition].face.front.draft.unwrap_or(lead_is_draft);
        for_us && selection.languages.contains(language) && (selection.drafts || !draft)
    });
    Work {
        id: id.clone(),
        kind: facts.kind.unwrap_or_else(|| id.split_once('/').map_or(Kind::Page, |(folder, _)| Kind::of_folder(folder))),
        editions,
        lead,
        lead_language,
        facts,
        concepts: Vec::new(),
        said_by: None,
        authors: Vec::new(),
        source: None,
        relations: BTreeMap::new(),
        backlinks: Vec::new(),
        related: Vec::new(),
        sections: Vec::new(),
        in_paths: Vec::new(),
        replaced_by: None,
    }
}

/// The lead edition: marked, else the one that is no translation, else the default language's, else the first in the site's order.
fn lead(editions: &BTreeMap<Language, usize>, documents: &[Document], config: &Config, problems: &mut Vec<Diagnostic>) -> Language {
    let front = |language: &Language| &documents[editions[language]].face.front;
    let preferred = |candidates: &[Language]| {
        let default = candidates.iter().find(|language| **language == config.default_language);
        let first = || config.languages.iter().find(|language| candidates.contains(language));
        default.or_else(first).or(candidates.first()).copied()
    };
    let all: Vec<Language> = editions.keys().copied().collect();
    let marked: Vec<Language> = all.iter().copied().filter(|language| front(language).work.lead == Some(true)).collect();
    if let [first, second, ..] = marked[..] {
        let document = &documents[editions[&second]];
        problems.push(
            Diagnostic::new(Code::SeveralLeads)
                .at(document.place(&[Step::Key("lead")]))
                .and_at(documents[editions[&first]].place(&[Step::Key("lead")]))
                .arg("first", &documents[editions[&first]].text.path),
        );
    }
    let originals: Vec<Language> = all.iter().copied().filter(|language| front(language).translation.is_none()).collect();
    [&marked, &originals, &all].into_iter().find_map(|candidates| preferred(candidates)).unwrap_or(config.default_language)
}

/// A fact of the work may be repeated in a translation, but not contradicted.
fn compare_facts(edition: &Document, lead: &Document, problems: &mut Vec<Diagnostic>) {
    let (stated, facts) = (&edition.face.front.work, &lead.face.front.work);
    let mut contradicted: Vec<(&'static str, bool)> = Vec::new();
    macro_rules! compare {
        ($($field:ident),*) => {{
            // Naming every field here lets the compiler refuse a new fact that nobody compares.
            let WorkFacts { lead: _, $($field: _),* } = stated;
            $(if stated.$field.is_some() && stated.$field != facts.$field { contradicted.push((stringify!($field), facts.$field.is_some())); })*
        }};
    }
    compare!(
        kind,
        themes,
        level,
        minutes,
        audience,
        weight,
        featured,
        source,
        said_by,
        illustrates,
        practises,
        see_also,
        steps,
        numbered,
        cadence,
        former_ids,
        withdrawn,
        translate
    );
    for (key, lead_states_it) in contradicted {
        let mut problem =
            Diagnostic::new(Code::ContradictingFact).at(edition.place(&[Step::Key(key)])).arg("key", key).arg("lead", &lead.text.path);
        if lead_states_it {
            problem = problem.and_at(lead.place(&[Step::Key(key)]));
        }
        problems.push(problem);
    }
}

/// Finds what the lead editions refer to: themes, people, sources, other works, steps.
pub fn resolve(works: &mut [Work], documents: &[Document], names: &Names, data: &Data, problems: &mut Vec<Diagnostic>) {
    let mut steps_of: Vec<(WorkIndex, WorkIndex)> = Vec::new();
    let people = Register { file: "content/people.yaml", ids: data.people.keys().map(String::as_str).collect() };
    let sources = Register { file: "content/sources.yaml", ids: data.sources.keys().map(String::as_str).collect() };
    for at in 0..works.len() {
        let work = &works[at];
        let document = &documents[work.lead];
        let mut lookup = Lookup { document, this: at, names, problems: OfOneFile::new(problems) };
        let facts = &work.facts;
        for (index, old) in facts.former_ids.iter().flatten().enumerate().filter(|(_, old)| names.is_id(old)) {
            let place = || document.place(&[Step::Key("former_ids"), Step::Index(index)]);
            lookup.problems.add(Code::FormerIdInUse, |problem| problem.at(place()).arg("name", old));
        }
        let mut concepts = Vec::new();
        for (index, theme) in facts.themes.iter().flatten().enumerate() {
            concepts.extend(
                lookup
                    .concept(theme, || document.place(&[Step::Key("themes"), Step::Index(index)]))
                    .filter(|concept| !concepts.contains(concept)),
            );
        }
        let sections = sections(facts, &mut lookup);
        if work.kind == Kind::Path && facts.steps.as_ref().is_none_or(|sections| sections.iter().all(|section| section.works.is_empty())) {
            lookup.problems.add(Code::PathWithoutSteps, |problem| problem.at(document.place(&[Step::Key("steps")])));
        }
        let typed = [
            (super::Relation::Illustrates, "illustrates", &facts.illustrates),
            (super::Relation::Practises, "practises", &facts.practises),
            (super::Relation::SeeAlso, "see_also", &facts.see_also),
        ];
        let mut relations = BTreeMap::new();
        for (relation, key, ids) in typed {
            let mut found = Vec::new();
            for (index, id) in ids.iter().flatten().enumerate() {
                found.extend(
                    lookup.other_work(id, || document.place(&[Step::Key(key), Step::Index(index)])).filter(|work| !found.contains(work)),
                );
            }
            if !found.is_empty() {
                relations.insert(relation, found);
            }
        }
        let replaced_by = facts.withdrawn.as_ref().and_then(|withdrawn| withdrawn.replaced_by.as_ref());
        let replaced_by =
            replaced_by.and_then(|id| lookup.other_work(id, || document.place(&[Step::Key("withdrawn"), Step::Key("replaced_by")])));
        let source = facts.source.as_ref();
        let source_name = source
            .and_then(|source| source.work.as_ref())
            .map(|text| lookup.named(text, &sources, &[Step::Key("source"), Step::Key("work")]));
        let authors = source.map(|source| source.author.as_slice()).unwrap_or_default();
        let authors = authors.iter().enumerate();
        let authors =
            authors.map(|(at, text)| lookup.named(text, &people, &[Step::Key("source"), Step::Key("author"), Step::Index(at)])).collect();
        let said_by = facts.said_by.as_ref().map(|text| lookup.named(text, &people, &[Step::Key("said_by")]));

        steps_of.extend(sections.iter().flat_map(|section| &section.works).map(|&step| (step, at)));
        let work = &mut works[at];
        (work.concepts, work.sections, work.relations, work.replaced_by) = (concepts, sections, relations, replaced_by);
        (work.source, work.authors, work.said_by) = (source_name, authors, said_by);
    }
    for (step, path) in steps_of {
        // No step stands twice in a path.
        works[step].in_paths.push(path);
    }
}

fn sections(facts: &WorkFacts, lookup: &mut Lookup) -> Vec<Section> {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    let mut number = 0;
    for section in facts.steps.iter().flatten() {
        let mut works = Vec::new();
        for step in &section.works {
            let (document, this) = (lookup.document, number);
            let place = || locate_step(&document.text, this);
            number += 1;
            let Some(work) = lookup.other_work(step, place) else { continue };
            if !seen.insert(work) {
                lookup.problems.add(Code::RepeatedStep, |problem| problem.at(place()).arg("name", step));
            } else {
                works.push(work);
            }
        }
        all.push(Section { title: section.title.clone(), works });
    }
    all
}

/// A data file whose ids may stand for names.
struct Register<'a> {
    file: &'static str,
    ids: Vec<&'a str>,
}

/// Looks up what one document's front matter names.
struct Lookup<'a> {
    document: &'a Document,
    this: WorkIndex,
    names: &'a Names<'a>,
    problems: OfOneFile<'a>,
}

impl Lookup<'_> {
    /// A person or a source: an entry of the register, or a name as it is written. What is written like an id and is near to one was
    /// meant to be one.
    fn named(&mut self, text: &Localized, register: &Register, place: &[Step]) -> Named {
        let Some(name) = text.plain.as_ref().filter(|_| text.by_language.is_empty()) else { return Named::Text(text.clone()) };
        if register.ids.binary_search(&name.as_str()).is_ok() {
            return Named::Entry(name.clone());
        }
        let like_an_id = name.contains('-') && name.chars().all(|c| c == '-' || c.is_ascii_digit() || c.is_ascii_lowercase());
        if like_an_id {
            let ids = register.ids.iter().copied();
            let document = self.document;
            self.problems.add(Code::UnknownEntry, |problem| {
                problem.at(document.place(place)).arg("name", name).arg("file", register.file).suggest(name, ids)
            });
        }
        Named::Text(text.clone())
    }

    fn concept(&mut self, name: &str, place: impl Fn() -> Place) -> Option<super::ConceptIndex> {
        let at = |problem: Diagnostic| problem.at(place()).arg("name", name);
        let names = self.names;
        match names.concept(name) {
            Found::One(concept) => return Some(concept),
            Found::Former(concept, id) => {
                self.problems.add(Code::FormerId, |problem| at(problem).arg("current", id));
                return Some(concept);
            }
            Found::Several(ids) => self.problems.add(Code::AmbiguousTheme, |problem| at(problem).arg("candidates", ids.join(", "))),
            Found::None => self.problems.add(Code::UnknownTheme, |problem| at(problem).suggest(name, names.concept_names())),
        }
        None
    }

    fn other_work(&mut self, name: &str, place: impl Fn() -> Place) -> Option<WorkIndex> {
        let at = |problem: Diagnostic| problem.at(place()).arg("name", name);
        let names = self.names;
        match names.work(name) {
            Found::One(work) if work == self.this => self.problems.add(Code::SelfReference, at),
            Found::One(work) => return Some(work),
            Found::Former(work, id) => {
                self.problems.add(Code::FormerId, |problem| at(problem).arg("current", id));
                return Some(work);
            }
            Found::Several(ids) => self.problems.add(Code::AmbiguousLink, |problem| at(problem).arg("candidates", ids.join(", "))),
            Found::None => self.problems.add(Code::UnknownWork, |problem| names.suggest_work(at(problem), name)),
        }
        None
    }
}
