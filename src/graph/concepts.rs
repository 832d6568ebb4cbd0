//! The thesaurus as a graph without circles.

use std::collections::{BTreeMap, BTreeSet};

use super::{Concept, ConceptIndex, Thesaurus, Work, labels};
use crate::base::diagnostic::{Code, Diagnostic, Limited, nearest};
use crate::base::language::Language;
use crate::base::path::ConceptId;
use crate::base::yaml::Step;
use crate::document::Document;

/// The concepts with their relations completed in both directions, in the order of the ids.
pub fn collect(thesaurus: &Thesaurus, default: Option<Language>, problems: &mut Vec<Diagnostic>) -> Vec<Concept> {
    let ids: Vec<&ConceptId> = thesaurus.concepts.keys().collect();
    let former: BTreeMap<&str, ConceptIndex> = thesaurus
        .concepts
        .values()
        .enumerate()
        .flat_map(|(index, concept)| concept.former_ids.iter().map(move |id| (id.as_str(), index)))
        .collect();
    let mut broader: Vec<BTreeSet<ConceptIndex>> = vec![BTreeSet::new(); ids.len()];
    let mut related = broader.clone();
    let found = &mut Limited::new(problems);
    for (index, (id, concept)) in thesaurus.concepts.iter().enumerate() {
        for (at, old) in concept.former_ids.iter().enumerate().filter(|(_, old)| thesaurus.concepts.contains_key(old.as_str())) {
            let place = || thesaurus.place(&[Step::Key(id), Step::Key("former_ids"), Step::Index(at)]);
            found.add(Code::FormerIdInUse, |problem| problem.at(place()).arg("name", old));
        }
        for (key, names) in [("broader", &concept.broader), ("narrower", &concept.narrower), ("related", &concept.related)] {
            for (at, name) in names.iter().enumerate() {
                let place = || thesaurus.place(&[Step::Key(id), Step::Key(key), Step::Index(at)]);
                let other = match ids.binary_search_by(|other| other.as_str().cmp(name)) {
                    Ok(other) => other,
                    Err(_) => match former.get(name.as_str()) {
                        Some(&other) => {
                            found.add(Code::FormerId, |problem| problem.at(place()).arg("name", name).arg("current", ids[other]));
                            other
                        }
                        None => {
                            let known = ids.iter().map(|id| id.as_str());
                            found.add(Code::UnknownTheme, |problem| problem.at(place()).arg("name", name).suggest(name, known));
                            continue;
                        }
                    },
                };
                if other == index {
                    found.add(Code::SelfReference, |problem| problem.at(place()).arg("name", name));
                    continue;
                }
                match key {
                    "broader" => drop(broader[index].insert(other)),
                    "narrower" => drop(broader[other].insert(index)),
                    _ => {
                        related[index].insert(other);
                        related[other].insert(index);
                    }
                }
            }
        }
    }
    break_cycles(&mut broader, thesaurus, &ids, found);
    labels::report_shared(thesaurus, found);
    labels::report_repeated(thesaurus, default, found);
    labels::report_related(thesaurus, &broader, &related, found);
    let mut narrower: Vec<Vec<ConceptIndex>> = vec![Vec::new(); ids.len()];
    for (index, above) in broader.iter().enumerate() {
        above.iter().for_each(|&other| narrower[other].push(index));
    }
    let parts = thesaurus.concepts.iter().zip(broader).zip(narrower).zip(related);
    parts
        .map(|((((id, concept), broader), narrower), related)| Concept {
            id: id.clone(),
            label: concept.label.clone(),
            other_names: concept.other_names.clone(),
            definition: concept.definition.clone(),
            broader: broader.into_iter().collect(),
            narrower,
            related: related.into_iter().collect(),
            former_ids: concept.former_ids.clone(),
            backlinks: Vec::new(),
            works: Vec::new(),
            all_works: Vec::new(),
        })
        .collect()
}

/// Reports each circle of broader themes once, and takes one of its links out so that whatever climbs the thesaurus comes to an end.
/// A walk in depth with a stack of its own: a thesaurus may be deeper than the machine's.
fn break_cycles(broader: &mut [BTreeSet<ConceptIndex>], thesaurus: &Thesaurus, ids: &[&ConceptId], found: &mut Limited) {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        Open,
        Done,
    }
    let mut state = vec![State::New; broader.len()];
    for start in 0..broader.len() {
        let mut trail: Vec<(ConceptIndex, Vec<ConceptIndex>)> = Vec::new();
        if state[start] == State::New {
            state[start] = State::Open;
            trail.push((start, broader[start].iter().copied().collect()));
        }
        while let Some((at, rest)) = trail.last_mut() {
            let at = *at;
            match rest.pop() {
                None => {
                    state[at] = State::Done;
                    trail.pop();
                }
                Some(next) if state[next] == State::New => {
                    state[next] = State::Open;
                    trail.push((next, broader[next].iter().copied().collect()));
                }
                Some(next) if state[next] == State::Open => {
                    broader[at].remove(&next);
                    found.add(Code::ThemeCycle, |problem| {
                        let circle = trail.iter().map(|(one, _)| *one).skip_while(|one| *one != next).chain([next]);
                        let circle: Vec<&str> = circle.map(|one| ids[one].as_str()).collect();
                        let place = thesaurus.place(&[Step::Key(ids[at]), Step::Key("broader")]);
                        problem.at(place).arg("circle", circle.join(" → "))
                    });
                }
                Some(_) => {}
            }
        }
    }
}

/// Gives every concept its published works.
pub fn assign(concepts: &mut [Concept], works: &[Work]) {
    for (index, work) in works.iter().enumerate().filter(|(_, work)| !work.editions.is_empty() && work.facts.withdrawn.is_none()) {
        let all = with_broader(concepts, &work.concepts);
        work.concepts.iter().for_each(|&concept| concepts[concept].works.push(index));
        all.into_iter().for_each(|concept| concepts[concept].all_works.push(index));
    }
}

/// These and all that are broader, however far up.
pub fn with_broader(concepts: &[Concept], of: &[ConceptIndex]) -> BTreeSet<ConceptIndex> {
    let mut all = BTreeSet::new();
    let mut climb = of.to_vec();
    while let Some(concept) = climb.pop() {
        if all.insert(concept) {
            climb.extend(&concepts[concept].broader);
        }
    }
    all
}

/// `content/themes/ID.es.md` for a concept that the thesaurus does not have.
pub fn introduction_without_theme(document: &Document, id: &ConceptId, concepts: &[Concept]) -> Diagnostic {
    let mut problem = Diagnostic::new(Code::IntroductionWithoutTheme).at(document.text.whole()).arg("name", id);
    problem.suggestion = nearest(id, concepts.iter().map(|concept| concept.id.as_str()));
    problem
}
