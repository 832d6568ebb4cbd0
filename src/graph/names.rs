//! By which names works and concepts can be called: any unambiguous tail of a work's id, any unambiguous label of a concept.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

use super::{Concept, ConceptIndex, Work, WorkIndex};
use crate::base::diagnostic::Diagnostic;
use crate::base::path::WorkId;
use crate::base::segment;
use crate::base::vocabulary::Vocabulary;
use crate::document::Document;

/// Of the works or themes that answer to one name, so many are named.
const CANDIDATES: usize = 8;

/// What a name leads to.
#[derive(Debug, PartialEq, Eq)]
pub enum Found<'a> {
    /// Exactly one thing.
    One(usize),
    /// One thing, by an id that it no longer has; its id today comes along.
    Former(usize, &'a str),
    /// Several; the ids of the first of them.
    Several(Vec<&'a str>),
    /// Nothing.
    None,
}

/// The names of all works and concepts. The hash maps are only looked up, never walked.
pub struct Names<'a> {
    works: HashMap<&'a str, Vec<WorkIndex>>,
    former_works: HashMap<&'a str, WorkIndex>,
    concepts: HashMap<String, Vec<ConceptIndex>>,
    former_concepts: HashMap<&'a str, ConceptIndex>,
    work_ids: Vec<&'a str>,
    concept_ids: Vec<&'a str>,
    titles: Vec<(&'a str, WorkIndex)>,
    /// For suggestions; most sites need none.
    by_title: OnceLock<BTreeMap<String, WorkIndex>>,
    work_tails: OnceLock<Vocabulary>,
    concept_vocabulary: OnceLock<Vocabulary>,
}

impl<'a> Names<'a> {
    /// Collects the names. The ids are those of the works, in the same order.
    pub fn new(ids: &'a [WorkId], works: &[Work], concepts: &'a [Concept], documents: &'a [Arc<Document>]) -> Names<'a> {
        let mut names = Names {
            works: HashMap::with_capacity(works.len() * 2),
            former_works: HashMap::new(),
            concepts: HashMap::new(),
            former_concepts: HashMap::new(),
            work_ids: ids.iter().map(WorkId::as_str).collect(),
            concept_ids: concepts.iter().map(|concept| concept.id.as_str()).collect(),
            titles: Vec::new(),
            by_title: OnceLock::new(),
            work_tails: OnceLock::new(),
            concept_vocabulary: OnceLock::new(),
        };
        for (index, (work, id)) in works.iter().zip(ids).enumerate() {
            tails(id).for_each(|tail| names.works.entry(tail).or_default().push(index));
            let former = documents[work.lead].face.front.work.former_ids.iter().flatten();
            former.for_each(|id| {
                names.former_works.insert(id, index);
            });
            let titles = work.editions.values().filter_map(|&document| documents[document].face.front.title.as_deref());
            names.titles.extend(titles.map(|title| (title, index)));
        }
        for (index, concept) in concepts.iter().enumerate() {
            let mut add = |name: &str| {
                let found = names.concepts.entry(name.to_lowercase()).or_default();
                if !found.contains(&index) {
                    found.push(index);
                }
            };
            concept.label.plain.iter().chain(concept.label.by_language.values()).for_each(|label| add(label));
            concept.other_names.values().flatten().for_each(|name| add(name));
            concept.former_ids.iter().for_each(|id| {
                names.former_concepts.insert(id, index);
            });
        }
        names
    }

    /// The work with this id or this tail of an id.
    pub fn work(&self, name: &str) -> Found<'a> {
        let name = &*segment::normalize(name.trim_matches('/'));
        if let Ok(index) = self.work_ids.binary_search(&name) {
            return Found::One(index);
        }
        match self.works.get(name).map(Vec::as_slice) {
            Some([one]) => Found::One(*one),
            Some(several) => Found::Several(several.iter().take(CANDIDATES).map(|&index| self.work_ids[index]).collect()),
            None => match self.former_works.get(name) {
                Some(&index) => Found::Former(index, self.work_ids[index]),
                None => Found::None,
            },
        }
    }

    /// Whether the name is a work's whole id.
    pub fn is_id(&self, name: &str) -> bool {
        self.work_ids.binary_search(&name).is_ok()
    }

    /// The concept with this id, or with this label or other name in any language.
    pub fn concept(&self, name: &str) -> Found<'a> {
        if let Ok(index) = self.concept_ids.binary_search(&name) {
            return Found::One(index);
        }
        match self.concepts.get(&name.to_lowercase()).map(Vec::as_slice) {
            Some([one]) => Found::One(*one),
            Some(several) => Found::Several(several.iter().take(CANDIDATES).map(|&index| self.concept_ids[index]).collect()),
            None => match self.former_concepts.get(name) {
                Some(&index) => Found::Former(index, self.concept_ids[index]),
                None => Found::None,
            },
        }
    }

    /// Suggests the theme that a wrong id can have meant.
    pub fn suggest_concept(&self, mut problem: Diagnostic, wrong: &str) -> Diagnostic {
        let ids = self.concept_vocabulary.get_or_init(|| self.concept_ids.iter().copied().collect());
        problem.suggestion = ids.nearest(wrong);
        problem
    }

    /// Suggests the work that a wrong name can have meant: one with this title, one with a similar tail.
    pub fn suggest_work(&self, mut problem: Diagnostic, wrong: &str) -> Diagnostic {
        let titles = || self.titles.iter().map(|(title, work)| (title.to_lowercase(), *work)).collect();
        let by_title = self.by_title.get_or_init(titles).get(&wrong.to_lowercase()).map(|&work| self.work_ids[work].to_owned());
        let last = wrong.rsplit('/').next().unwrap_or(wrong);
        let by_tail = || {
            let tails = self.work_tails.get_or_init(|| self.work_ids.iter().map(|id| id.rsplit('/').next().unwrap_or(id)).collect());
            let works = self.works.get(tails.nearest(last)?.as_str())?;
            works.first().map(|&work| self.work_ids[work].to_owned())
        };
        problem.suggestion = by_title.or_else(by_tail);
        problem
    }
}

/// `a/b/c`, `b/c`, `c`.
fn tails(id: &str) -> impl Iterator<Item = &str> {
    std::iter::once(id).chain(id.match_indices('/').map(|(at, _)| &id[at + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_can_be_called_by_each_of_its_tails() {
        assert_eq!(tails("stories/old/the-earrings").collect::<Vec<_>>(), ["stories/old/the-earrings", "old/the-earrings", "the-earrings"]);
        assert_eq!(tails("about").collect::<Vec<_>>(), ["about"]);
    }
}
