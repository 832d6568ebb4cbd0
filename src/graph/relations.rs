//! What is stated at one end holds at both.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Destination, Relation, Resolved, Work, WorkIndex};
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
