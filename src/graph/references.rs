//! What the front matter of works refers to: themes, people, sources, other works, steps.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::names::{Found, Names};
use super::{ConceptIndex, Data, Named, Relation, Section, Work, WorkIndex};
use crate::base::diagnostic::{Code, Diagnostic, Limited};
use crate::base::text::Place;
use crate::base::vocabulary::Vocabulary;
use crate::base::yaml::{Places, Step};
use crate::config::{Kind, Localized};
use crate::document::Document;
use crate::document::front_matter::{self, WorkFacts, locate_step};

/// Finds what the lead editions refer to, and writes it into the works.
pub fn resolve(works: &mut [Work], documents: &[Arc<Document>], names: &Names, data: &Data, problems: &mut Vec<Diagnostic>) {
    let registers = Registers {
        people: Register::new("content/people.yaml", data.people.keys()),
        sources: Register::new("content/sources.yaml", data.sources.keys()),
    };
    let mut steps_of: Vec<(WorkIndex, WorkIndex)> = Vec::new();
    for (at, work) in works.iter_mut().enumerate() {
        let front = FrontMatter { document: &documents[work.lead], places: OnceCell::new() };
        let mut lookup = Lookup { front: &front, this: at, names, problems: Limited::new(problems) };
        let facts = &work.facts;
        former_ids(facts, &mut lookup);
        let sections = sections(facts, &mut lookup);
        if work.kind == Kind::Path && !facts.has_steps() {
            lookup.problems.add(Code::PathWithoutSteps, |problem| problem.at(front.place(&[Step::Key("steps")])));
        }
        steps_of.extend(sections.iter().flat_map(|section| &section.works).map(|&step| (step, at)));
        work.concepts = concepts(facts, &mut lookup);
        work.relations = relations(facts, &mut lookup);
        work.replaced_by = replaced_by(facts, &mut lookup);
        work.said_by = facts.said_by.as_ref().map(|text| lookup.named(text, &registers.people, &[Step::Key("said_by")]));
        let source = facts.source.clone().unwrap_or_default();
        work.source = source.work.map(|text| lookup.named(&text, &registers.sources, &[Step::Key("source"), Step::Key("work")]));
        let author = |(at, text)| lookup.named(text, &registers.people, &[Step::Key("source"), Step::Key("author"), Step::Index(at)]);
        work.authors = source.author.iter().enumerate().map(author).collect();
        work.sections = sections;
    }
    for (step, path) in steps_of {
        // No step stands twice in a path.
        works[step].in_paths.push(path);
    }
}

/// A former id that is another work's present one leads nowhere new.
fn former_ids(facts: &WorkFacts, lookup: &mut Lookup) {
    let (front, names) = (lookup.front, lookup.names);
    for (index, old) in facts.former_ids.iter().flatten().enumerate().filter(|(_, old)| names.is_id(old)) {
        let place = || front.place(&[Step::Key("former_ids"), Step::Index(index)]);
        lookup.problems.add(Code::FormerIdInUse, |problem| problem.at(place()).arg("name", old));
    }
}

fn concepts(facts: &WorkFacts, lookup: &mut Lookup) -> Vec<ConceptIndex> {
    let front = lookup.front;
    let (mut concepts, mut seen) = (Vec::new(), BTreeSet::new());
    for (index, theme) in facts.themes.iter().flatten().enumerate() {
        let found = lookup.concept(theme, || front.place(&[Step::Key("themes"), Step::Index(index)]));
        concepts.extend(found.filter(|&concept| seen.insert(concept)));
    }
    concepts
}

fn relations(facts: &WorkFacts, lookup: &mut Lookup) -> BTreeMap<Relation, Vec<WorkIndex>> {
    let front = lookup.front;
    let typed = [
        (Relation::Illustrates, "illustrates", &facts.illustrates),
        (Relation::Practises, "practises", &facts.practises),
        (Relation::SeeAlso, "see_also", &facts.see_also),
    ];
    let mut relations: BTreeMap<Relation, Vec<WorkIndex>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for (relation, key, ids) in typed {
        for (index, id) in ids.iter().flatten().enumerate() {
            if let Some(work) = lookup.other_work(id, || front.place(&[Step::Key(key), Step::Index(index)]))
                && seen.insert((relation, work))
            {
                relations.entry(relation).or_default().push(work);
            }
        }
    }
    relations
}

fn replaced_by(facts: &WorkFacts, lookup: &mut Lookup) -> Option<WorkIndex> {
    let front = lookup.front;
    let id = facts.withdrawn.as_ref()?.replaced_by.as_ref()?;
    lookup.other_work(id, || front.place(&[Step::Key("withdrawn"), Step::Key("replaced_by")]))
}

fn sections(facts: &WorkFacts, lookup: &mut Lookup) -> Vec<Section> {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    let mut number = 0;
    for section in facts.steps.iter().flatten() {
        let mut works = Vec::new();
        for step in &section.works {
            let (front, this) = (lookup.front, number);
            let place = || locate_step(&front.document.text, this);
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

struct Registers<'a> {
    people: Register<'a>,
    sources: Register<'a>,
}

/// A data file whose ids may stand for names.
struct Register<'a> {
    file: &'static str,
    ids: Vec<&'a str>,
    /// For suggestions; most sites need none.
    vocabulary: OnceCell<Vocabulary>,
}

impl<'a> Register<'a> {
    fn new(file: &'static str, ids: impl Iterator<Item = &'a String>) -> Register<'a> {
        Register { file, ids: ids.map(String::as_str).collect(), vocabulary: OnceCell::new() }
    }

    /// The id that a wrong one can have meant.
    fn nearest(&self, wrong: &str) -> Option<String> {
        self.vocabulary.get_or_init(|| self.ids.iter().copied().collect()).nearest(wrong)
    }
}

/// One document's front matter. Where its values stand is read only if something is wrong with one.
struct FrontMatter<'a> {
    document: &'a Document,
    places: OnceCell<Places>,
}

impl FrontMatter<'_> {
    fn place(&self, path: &[Step]) -> Place {
        self.places.get_or_init(|| front_matter::places(&self.document.text)).at(path)
    }
}

/// Looks up what one document's front matter names.
struct Lookup<'a> {
    front: &'a FrontMatter<'a>,
    this: WorkIndex,
    names: &'a Names<'a>,
    problems: Limited<'a>,
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
            let front = self.front;
            self.problems.add(Code::UnknownEntry, |mut problem| {
                problem.suggestion = register.nearest(name);
                problem.at(front.place(place)).arg("name", name).arg("file", register.file)
            });
        }
        Named::Text(text.clone())
    }

    fn concept(&mut self, name: &str, place: impl Fn() -> Place) -> Option<ConceptIndex> {
        let at = |problem: Diagnostic| problem.at(place()).arg("name", name);
        let names = self.names;
        match names.concept(name) {
            Found::One(concept) => return Some(concept),
            Found::Former(concept, id) => {
                self.problems.add(Code::FormerId, |problem| at(problem).arg("current", id));
                return Some(concept);
            }
            Found::Several(ids) => self.problems.add(Code::AmbiguousTheme, |problem| at(problem).arg("candidates", ids.join(", "))),
            Found::None => self.problems.add(Code::UnknownTheme, |problem| names.suggest_concept(at(problem), name)),
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
