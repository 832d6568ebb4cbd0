//! What is stated at one end holds at both.

use std::collections::{BTreeMap, BTreeSet};

use super::{Destination, Relation, Resolved, Work, WorkIndex};
use crate::document::Document;

/// Adds the other end of every typed link, and the backlinks of the texts. A link in a facilitator's block leaves no trace elsewhere.
pub fn tie(works: &mut [Work], documents: &[Document], links: &[Vec<Resolved>]) {
    for at in 0..works.len() {
        let stated: Vec<(Relation, WorkIndex)> =
            works[at].relations.iter().flat_map(|(relation, others)| others.iter().map(|&other| (*relation, other))).collect();
        for (relation, other) in stated {
            let inverse = match relation {
                Relation::Illustrates => Relation::IllustratedBy,
                Relation::Practises => Relation::PractisedBy,
                Relation::SeeAlso => Relation::SeeAlso,
                Relation::IllustratedBy | Relation::PractisedBy => continue,
            };
            let others = works[other].relations.entry(inverse).or_default();
            if !others.contains(&at) {
                others.push(at);
            }
        }
    }
    let mut backlinks: BTreeMap<WorkIndex, BTreeSet<WorkIndex>> = BTreeMap::new();
    for (index, work) in works.iter().enumerate() {
        for &document in work.editions.values() {
            let stated = documents[document].face.links.iter();
            for (link, _) in links[document].iter().zip(stated).filter(|(_, stated)| !stated.facilitator) {
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
