//! What is stated at one end holds at both.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Concept, ConceptIndex, Destination, DocumentIndex, Relation, Resolved, Work, WorkIndex};
use crate::base::language::Language;
use crate::document::Document;

/// Adds the other end of every typed link, and the backlinks of the texts. A link in a facilitator's block leaves no trace elsewhere.
pub fn tie(works: &mut [Work], documents: &[Arc<Document>], links: &[Vec<Resolved>]) {
    let mut inverses: BTreeMap<(WorkIndex, Relation), Vec<WorkIndex>> = BTreeMap::new();
    for (at, work) in works.iter().enumerate() {
        for (relation, others) in &work.relations {
            let inverse = match relation {
                Relation::Illustrates => Relation::IllustratedBy,
                Relation::Practises => Relation::PractisedBy,
                Relation::SeeAlso => Relation::SeeAlso,
                Relation::IllustratedBy | Relation::PractisedBy => continue,
            };
            others.iter().for_each(|&other| inverses.entry((other, inverse)).or_default().push(at));
        }
    }
    for ((work, relation), from) in inverses {
        let others = works[work].relations.entry(relation).or_default();
        let stated: BTreeSet<WorkIndex> = others.iter().copied().collect();
        others.extend(from.into_iter().filter(|other| !stated.contains(other)));
    }
    let mut backlinks: BTreeMap<WorkIndex, BTreeSet<WorkIndex>> = BTreeMap::new();
    for (index, work) in works.iter().enumerate() {
        for &document in work.editions.values() {
            let shown = links[document].iter().zip(&documents[document].face.links).filter(|(_, link)| !link.facilitator);
            for (link, _) in shown {
                if let Resolved::Internal { destination: Destination::Work(target), .. } = link
                    && *target != index
                {
                    backlinks.entry(*target).or_default().insert(index);
                }
            }
        }
    }
    for (target, from) in backlinks {
        works[target].backlinks = from.into_iter().collect();
    }
}

/// The same between themes and works: works whose texts link to a theme, themes whose introductions link to a work.
pub fn tie_themes(
    works: &mut [Work],
    concepts: &mut [Concept],
    introductions: &BTreeMap<(ConceptIndex, Language), DocumentIndex>,
    documents: &[Arc<Document>],
    links: &[Vec<Resolved>],
) {
    let destinations = |document: DocumentIndex| {
        let shown = links[document].iter().zip(&documents[document].face.links).filter(|(_, link)| !link.facilitator);
        shown.filter_map(|(link, _)| if let Resolved::Internal { destination, .. } = link { Some(destination) } else { None })
    };
    let mut of_themes: BTreeSet<(ConceptIndex, WorkIndex)> = BTreeSet::new();
    for (index, work) in works.iter().enumerate() {
        let all = work.editions.values().flat_map(|&document| destinations(document));
        of_themes
            .extend(all.filter_map(|destination| if let Destination::Theme(theme) = destination { Some((*theme, index)) } else { None }));
    }
    let mut of_works: BTreeSet<(WorkIndex, ConceptIndex)> = BTreeSet::new();
    for (&(theme, _), &document) in introductions {
        let linked = destinations(document);
        of_works
            .extend(linked.filter_map(|destination| if let Destination::Work(work) = destination { Some((*work, theme)) } else { None }));
    }
    of_themes.into_iter().for_each(|(theme, work)| concepts[theme].backlinks.push(work));
    of_works.into_iter().for_each(|(work, theme)| works[work].theme_backlinks.push(theme));
}
