//! By which names works can be called, before a move and after it: see `graph::names`.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::segment;

/// The ids of a site's works, and their tails.
pub(super) struct Ids<'a> {
    all: BTreeSet<&'a str>,
    /// Nothing where several works answer.
    tails: BTreeMap<&'a str, Option<&'a str>>,
}

impl<'a> Ids<'a> {
    pub(super) fn new(ids: impl Iterator<Item = &'a str>) -> Ids<'a> {
        let mut found = Ids { all: BTreeSet::new(), tails: BTreeMap::new() };
        for id in ids {
            found.all.insert(id);
            for tail in tails(id) {
                found.tails.entry(tail).and_modify(|one| *one = None).or_insert(Some(id));
            }
        }
        found
    }

    /// The work with this id or this tail of one.
    pub(super) fn find(&self, name: &str) -> Option<&'a str> {
        let name = &*segment::normalize(name.trim_matches('/'));
        self.all.get(name).copied().or_else(|| self.tails.get(name).copied().flatten())
    }

    /// The shortest tail of the id that names it, with at least so many segments.
    pub(super) fn shortest<'i>(&self, id: &'i str, segments: usize) -> &'i str {
        let mut candidates: Vec<&str> = tails(id).collect();
        candidates.reverse();
        let long_enough = candidates.into_iter().filter(|tail| count(tail) >= segments);
        long_enough.into_iter().find(|tail| self.find(tail) == Some(id)).unwrap_or(id)
    }
}

/// How many segments a name has.
pub(super) fn count(name: &str) -> usize {
    name.trim_matches('/').split('/').count()
}

/// `a/b/c`, `b/c`, `c`.
fn tails(id: &str) -> impl Iterator<Item = &str> {
    std::iter::once(id).chain(id.match_indices('/').map(|(at, _)| &id[at + 1..]))
}
