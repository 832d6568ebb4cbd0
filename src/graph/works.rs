//! Editions become works: which one leads, and what the facts are.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Selection, Work};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::language::Language;
use crate::base::path::WorkId;
use crate::base::yaml::Step;
use crate::config::{Config, Kind};
use crate::document::front_matter::{FrontMatter, WorkFacts};
use crate::document::{Document, Role};

/// Groups documents by work, in the order of the ids.
pub fn collect(documents: &[Arc<Document>], config: &Config, selection: &Selection, problems: &mut Vec<Diagnostic>) -> Vec<Work> {
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
    documents: &[Arc<Document>],
    config: &Config,
    selection: &Selection,
    problems: &mut Vec<Diagnostic>,
) -> Work {
    problems.extend(several_leads(&editions, documents));
    let lead_language = lead(&editions, documents, config);
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
        theme_backlinks: Vec::new(),
        related: Vec::new(),
        sections: Vec::new(),
        in_paths: Vec::new(),
        replaced_by: None,
    }
}

/// The language of the lead edition: marked, else the one that is no translation, else the default language's, else the first in the
/// site's order.
pub fn lead(editions: &BTreeMap<Language, usize>, documents: &[Arc<Document>], config: &Config) -> Language {
    let preferred = |may_lead: fn(&FrontMatter) -> bool| {
        let can_lead = |language: &&Language| editions.get(language).is_some_and(|&edition| may_lead(&documents[edition].face.front));
        [&config.default_language].into_iter().chain(&config.languages).chain(editions.keys()).find(can_lead).copied()
    };
    let marked = || preferred(|front| front.work.lead == Some(true));
    let original = || preferred(|front| front.translation.is_none());
    let any = || preferred(|_| true);
    marked().or_else(original).or_else(any).unwrap_or(config.default_language)
}

/// Only one edition can lead.
fn several_leads(editions: &BTreeMap<Language, usize>, documents: &[Arc<Document>]) -> Option<Diagnostic> {
    let mut marked = editions.values().map(|&index| &documents[index]).filter(|document| document.face.front.work.lead == Some(true));
    let (first, second) = (marked.next()?, marked.next()?);
    let place = |document: &Document| document.place(&[Step::Key("lead")]);
    Some(Diagnostic::new(Code::SeveralLeads).at(place(second)).and_at(place(first)).arg("first", &first.text.path))
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
