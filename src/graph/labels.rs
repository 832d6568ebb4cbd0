//! What a thesaurus may not say if other programs are to rely on it: the integrity conditions of SKOS (its reference, S13, S14 and S27).

use std::collections::{BTreeMap, BTreeSet};

use super::{ConceptIndex, Thesaurus};
use crate::base::diagnostic::{Code, Diagnostic, Limited};
use crate::base::language::Language;
use crate::base::path::ConceptId;
use crate::base::yaml::Step;
use crate::document::thesaurus::Concept;

/// A label that two themes share, or one theme's label that is another name of another's: nobody could tell them apart.
pub(super) fn report_shared(thesaurus: &Thesaurus, found: &mut Limited) {
    let mut first: BTreeMap<(Option<Language>, String), &ConceptId> = BTreeMap::new();
    for (id, concept) in &thesaurus.concepts {
        for (language, label) in labels(concept) {
            if let Some(other) = first.insert((language, label.to_lowercase()), id) {
                let tag = language.map_or_else(String::new, |language| language.to_string());
                // A label that is the same in all languages stands under no tag, and the place is that of the label itself.
                let place = |id: &ConceptId| thesaurus.place(&[Step::Key(id), Step::Key("label"), Step::Key(&tag)]);
                found.add(Code::DuplicateLabel, |problem| {
                    let problem = problem.at(place(id)).and_at(place(other));
                    problem.arg("label", label).arg("language", if tag.is_empty() { "none" } else { &tag }).arg("other", other)
                });
            }
        }
    }
    for (id, concept) in &thesaurus.concepts {
        for (language, words) in &concept.other_names {
            for (at, word) in words.iter().enumerate() {
                let label = |language: Option<Language>| first.get(&(language, word.to_lowercase()));
                if let Some(other) = label(Some(*language)).or_else(|| label(None)).filter(|other| *other != &id) {
                    let tag = language.to_string();
                    let place = thesaurus.place(&[Step::Key(id), Step::Key("other_names"), Step::Key(&tag), Step::Index(at)]);
                    found.add(Code::SharedName, |problem| problem.at(place).arg("name", word).arg("other", other));
                }
            }
        }
    }
}

/// A word that one theme states twice, as its label and as another name, say.
pub(super) fn report_repeated(thesaurus: &Thesaurus, default: Option<Language>, found: &mut Limited) {
    for (id, concept) in &thesaurus.concepts {
        let labels = labels(concept).filter_map(|(language, label)| Some(((language.or(default)?, label), "label")));
        let mut known: BTreeMap<(Language, &str), &'static str> = labels.collect();
        for (key, words) in [("other_names", &concept.other_names), ("hidden", &concept.hidden), ("avoid", &concept.avoid)] {
            for (language, words) in words {
                for (at, word) in words.iter().enumerate() {
                    if let Some(first) = known.insert((*language, word), key) {
                        let tag = language.to_string();
                        let place = thesaurus.place(&[Step::Key(id), Step::Key(key), Step::Key(&tag), Step::Index(at)]);
                        found.add(Code::RepeatedName, |problem| problem.at(place).arg("name", word).arg("first", first));
                    }
                }
            }
        }
    }
}

/// Two related themes of which one is broader than the other, however far.
pub(super) fn report_related(
    thesaurus: &Thesaurus,
    broader: &[BTreeSet<ConceptIndex>],
    related: &[BTreeSet<ConceptIndex>],
    found: &mut Limited,
) {
    let ids: Vec<&ConceptId> = thesaurus.concepts.keys().collect();
    for (narrow, wide) in contradictions(broader, related) {
        let stated = |one: ConceptIndex, other: ConceptIndex| {
            let at = thesaurus.concepts.get(ids[one])?.related.iter().position(|id| *id == **ids[other])?;
            Some(thesaurus.place(&[Step::Key(ids[one]), Step::Key("related"), Step::Index(at)]))
        };
        let place = stated(narrow, wide).or_else(|| stated(wide, narrow));
        let place = place.unwrap_or_else(|| thesaurus.place(&[Step::Key(ids[narrow]), Step::Key("related")]));
        found.add(Code::RelatedAndBroader, |problem: Diagnostic| problem.at(place).arg("name", ids[narrow]).arg("other", ids[wide]));
    }
}

/// The pairs of related concepts of which the second is broader than the first.
pub fn contradictions(broader: &[BTreeSet<ConceptIndex>], related: &[BTreeSet<ConceptIndex>]) -> Vec<(ConceptIndex, ConceptIndex)> {
    let mut found = Vec::new();
    let mut seen = vec![usize::MAX; broader.len()];
    for (index, others) in related.iter().enumerate().filter(|(_, others)| !others.is_empty()) {
        let mut climb = vec![index];
        while let Some(concept) = climb.pop() {
            for &above in &broader[concept] {
                if seen[above] != index {
                    seen[above] = index;
                    climb.push(above);
                }
            }
        }
        found.extend(others.iter().filter(|&&other| seen[other] == index).map(|&other| (index, other)));
    }
    found
}

fn labels(concept: &Concept) -> impl Iterator<Item = (Option<Language>, &str)> {
    let in_languages = concept.label.by_language.iter().map(|(language, label)| (Some(*language), label.as_str()));
    in_languages.chain(concept.label.plain.iter().map(|label| (None, label.as_str())))
}
