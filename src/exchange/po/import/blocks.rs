//! Where new blocks are put, and what the edited text must consist of then.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::{Change, Work};
use crate::document::units::Unit;
use crate::exchange::po::bitext;
use crate::exchange::po::splice::{Insert, Run};

impl Work<'_> {
    /// New blocks, run by run; and the rows that no place was found for.
    pub(super) fn inserts(&self, new: &BTreeMap<usize, &Change>, complete: bool) -> (Vec<Insert>, BTreeSet<usize>) {
        let (mut inserts, mut unplaced) = (Vec::new(), BTreeSet::new());
        if self.made_anew {
            return (inserts, unplaced);
        }
        let rows = &self.bitext.rows;
        let rendered = &self.bitext.placed;
        let mut at = 0;
        while at < rows.len() {
            let start = at;
            while at < rows.len() && rows[at].target.is_empty() && self.field(at).is_none() {
                at += 1;
            }
            let run = start..at;
            at += usize::from(run.is_empty());
            let wanted = run.clone().any(|row| new.contains_key(&row));
            let all = complete && run.clone().all(|row| new.contains_key(&row) || self.is_automatic(rows[row].source.start));
            if !wanted && (!all || run.is_empty()) {
                continue;
            }
            let mut units = Vec::new();
            for row in run.clone() {
                for (part, unit) in rows[row].source.clone().enumerate() {
                    let words = match new.get(&row) {
                        Some(change) => change.parts.get(part).cloned(),
                        None if self.is_automatic(unit) => self.bitext.source.text.text.get(self.place_of(unit)).map(str::to_owned),
                        None => None,
                    };
                    units.push((unit, words));
                }
            }
            let after = start
                .checked_sub(1)
                .and_then(|row| rows[row].target.end.checked_sub(1))
                .filter(|_| start > 0 && !rows[start - 1].target.is_empty());
            let before = rows.get(run.end).filter(|row| !row.target.is_empty()).map(|row| row.target.start);
            if self.may_be_there(&units, after.map_or(0, |after| after + 1)..before.unwrap_or(self.base.units.list.len()), rendered) {
                unplaced.extend(run.filter(|row| new.contains_key(row)));
                continue;
            }
            match (Run { source: &self.bitext.source, base: self.base, units, after, before }).insert() {
                Some(insert) => inserts.push(insert),
                None => unplaced.extend(run.filter(|row| new.contains_key(row))),
            }
        }
        inserts.sort_by_key(|insert| insert.at.start);
        (inserts, unplaced)
    }

    /// Whether the translation has blocks between two others that may be what is to be put there: they belong to nothing yet.
    fn may_be_there(&self, units: &[(usize, Option<String>)], between: Range<usize>, rendered: &BTreeSet<usize>) -> bool {
        let new: Vec<&Unit> =
            units.iter().filter(|(_, words)| words.is_some()).filter_map(|(at, _)| self.bitext.source.unit(*at)).collect();
        let loose = between.filter(|at| !rendered.contains(at)).filter_map(|at| self.base.unit(at));
        loose.filter(|unit| bitext::is_offered(unit)).any(|unit| new.iter().any(|new| new.is_like(unit)))
    }

    fn place_of(&self, unit: usize) -> Range<usize> {
        self.bitext.source.unit(unit).map_or(0..0, |unit| unit.at.range())
    }

    pub(super) fn expected<'s>(&'s self, edits: &'s BTreeMap<usize, String>, inserts: &'s [Insert]) -> Vec<Expected<'s>> {
        let mut expected = Vec::with_capacity(self.base.units.list.len() + inserts.len());
        let mut waiting = inserts.iter().peekable();
        for at in 0..=self.base.units.list.len() {
            while let Some(insert) = waiting.next_if(|insert| insert.before <= at) {
                for (number, words) in &insert.units {
                    if let Some(unit) = self.bitext.source.unit(*number) {
                        let words = unit.kind.is_translated().then_some(words).filter(|_| bitext::is_offered(unit));
                        expected.push(Expected { unit, words, origin: Origin::Source(*number) });
                    }
                }
            }
            if let Some(unit) = self.base.unit(at) {
                expected.push(Expected { unit, words: edits.get(&at), origin: Origin::Base(at) });
            }
        }
        expected
    }
}

/// A unit as it must be found in the edited text.
pub(super) struct Expected<'a> {
    pub(super) unit: &'a Unit,
    pub(super) words: Option<&'a String>,
    pub(super) origin: Origin,
}

#[derive(Clone, Copy)]
pub(super) enum Origin {
    Base(usize),
    Source(usize),
}
