//! Related reading: works that share rare themes.
//!
//! A theme counts the more, the fewer works have it (inverse document frequency, Spärck Jones 1972); a theme that both works state counts
//! whole, one where they only meet above counts half for each step. Candidates come from the rarest themes first and in a window of the
//! lists, so that the cost for one work stays the same however large the site is.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{Concept, ConceptIndex, Related, Work, WorkIndex};

/// How many related works are kept. A page shows fewer; some may be hidden from its readers.
const KEPT: usize = 16;
/// How many works of one theme are looked at, nearest to the work itself in the order of the ids.
const WINDOW: usize = 64;
/// How many works are looked at in all.
const CANDIDATES: usize = 192;
/// How many themes are given as the reason.
const REASONS: usize = 3;
/// What one step up the thesaurus leaves of a theme's weight.
const STEP: f64 = 0.5;

/// Finds the related works of every work.
pub fn relate(works: &mut [Work], concepts: &[Concept]) {
    let relator = Relator::new(works, concepts);
    let slate = || Slate { seen: vec![WorkIndex::MAX; works.len()], strengths: vec![0.0; concepts.len()] };
    let related: Vec<Vec<Related>> =
        (0..works.len()).into_par_iter().map_init(slate, |slate, index| relator.related(index, slate)).collect();
    works.iter_mut().zip(related).for_each(|(work, related)| work.related = related);
}

struct Relator<'a> {
    works: &'a [Work],
    concepts: &'a [Concept],
    /// The weight of each concept.
    rarity: Vec<f64>,
    /// For each work its concepts and those above them.
    strengths: Vec<Strengths>,
}

/// What is noted of one work, where that of the next will be.
struct Slate {
    /// For each work to which one it was a candidate last.
    seen: Vec<WorkIndex>,
    /// For each concept its strength in the work at hand.
    strengths: Vec<f64>,
}

/// Concepts in the order of their numbers, with what is left of the weight of each.
type Strengths = Vec<(ConceptIndex, f64)>;

impl<'a> Relator<'a> {
    fn new(works: &'a [Work], concepts: &'a [Concept]) -> Relator<'a> {
        let all = works.len() as f64;
        let rarity = concepts.iter().map(|concept| (1.0 + all / (1.0 + concept.all_works.len() as f64)).ln()).collect();
        let strengths = works.par_iter().map(|work| strengths(work, concepts)).collect();
        Relator { works, concepts, rarity, strengths }
    }

    fn related(&self, this: WorkIndex, slate: &mut Slate) -> Vec<Related> {
        let work = &self.works[this];
        if work.editions.is_empty() || work.concepts.is_empty() {
            return Vec::new();
        }
        let candidates = self.candidates(this, &mut slate.seen).into_iter();
        let strengths = &mut slate.strengths;
        self.strengths[this].iter().for_each(|&(concept, strength)| strengths[concept] = strength);
        let mut scored: Vec<(f64, WorkIndex)> =
            candidates.map(|other| (self.score(strengths, other), other)).filter(|(score, _)| *score > 0.0).collect();
        let best_first = |a: &(f64, WorkIndex), b: &(f64, WorkIndex)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        if scored.len() > KEPT {
            scored.select_nth_unstable_by(KEPT, best_first);
            scored.truncate(KEPT);
        }
        scored.sort_unstable_by(best_first);
        let related = scored.into_iter().map(|(_, other)| Related { work: other, concepts: self.reasons(strengths, other) }).collect();
        self.strengths[this].iter().for_each(|&(concept, _)| strengths[concept] = 0.0);
        related
    }

    /// Works that share a theme, those of the rarest themes first. A work that a typed link already shows is none.
    fn candidates(&self, this: WorkIndex, seen: &mut [WorkIndex]) -> Vec<WorkIndex> {
        let mut themes: Vec<ConceptIndex> = self.strengths[this].iter().map(|(concept, _)| *concept).collect();
        themes.sort_by_key(|&concept| (self.concepts[concept].all_works.len(), concept));
        let shown_already = self.works[this].relations.values().flatten().chain([&this]);
        shown_already.for_each(|&other| seen[other] = this);
        let mut found = Vec::new();
        for concept in themes {
            for &other in window(&self.concepts[concept].all_works, this) {
                if std::mem::replace(&mut seen[other], this) != this {
                    found.push(other);
                }
            }
            if found.len() >= CANDIDATES {
                break;
            }
        }
        found
    }

    /// What a work has in common with the one that these strengths are of.
    fn score(&self, strengths: &[f64], other: WorkIndex) -> f64 {
        self.shared(strengths, other).map(|(concept, strength)| self.rarity[concept] * strength).sum()
    }

    /// The concepts of a work, each as strong as it is in both; those that the other work lacks at nought.
    fn shared(&self, strengths: &[f64], other: WorkIndex) -> impl Iterator<Item = (ConceptIndex, f64)> {
        self.strengths[other].iter().map(|&(concept, strength)| (concept, strength.min(strengths[concept])))
    }

    /// The themes that both state; if there are none, where they meet first above.
    fn reasons(&self, strengths: &[f64], other: WorkIndex) -> Vec<ConceptIndex> {
        let mut shared: Vec<(ConceptIndex, f64)> = self.shared(strengths, other).collect();
        let best = shared.iter().map(|(_, strength)| *strength).fold(0.0, f64::max);
        shared.retain(|(_, strength)| *strength == best);
        shared.sort_by(|x, y| self.rarity[y.0].total_cmp(&self.rarity[x.0]).then(x.0.cmp(&y.0)));
        shared.into_iter().map(|(concept, _)| concept).take(REASONS).collect()
    }
}

fn strengths(work: &Work, concepts: &[Concept]) -> Strengths {
    let mut strengths: BTreeMap<ConceptIndex, f64> = BTreeMap::new();
    let mut level = work.concepts.clone();
    let mut strength = 1.0;
    while !level.is_empty() {
        let mut above = Vec::new();
        for concept in level {
            if let std::collections::btree_map::Entry::Vacant(entry) = strengths.entry(concept) {
                entry.insert(strength);
                above.extend(&concepts[concept].broader);
            }
        }
        (level, strength) = (above, strength * STEP);
    }
    strengths.into_iter().collect()
}

/// The part of a sorted list around a work.
fn window(works: &[WorkIndex], this: WorkIndex) -> &[WorkIndex] {
    if works.len() <= WINDOW {
        return works;
    }
    let at = works.partition_point(|&other| other < this);
    let start = at.saturating_sub(WINDOW / 2).min(works.len() - WINDOW);
    &works[start..start + WINDOW]
}
