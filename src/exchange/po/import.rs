//! Takes the translations of a PO file into a text.
//!
//! What a translator wrote is not believed but looked at: the edited text is taken apart again and must be built as before, each unit with
//! the links, images and placeholders of its source. What does not hold is left out and named; the rest is taken.

mod blocks;
mod edition;

use std::collections::{BTreeMap, BTreeSet};

use super::bitext::{self, Bitext, PART, Version};
use super::check::{self, Rule};
use super::kept;
use super::splice;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::text::{Place, Text};
use crate::document::units::{self, Unit, UnitKind};
use crate::translation::compare;
use blocks::{Expected, Origin};

/// A translation for a row.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The number of the row.
    pub row: usize,
    /// What the row is to say.
    pub words: String,
    /// Where the PO file says it.
    pub place: Place,
}

/// What came of it.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The edition as it is to be; nothing if it stays as it is.
    pub text: Option<String>,
    /// How many rows say something else now.
    pub changed: usize,
    /// What the edition is made from now: the source, or as much of it as is translated. Nothing if that stays as it is.
    pub kept: Option<String>,
    /// Whether the edition says all that its source says.
    pub in_step: bool,
    /// What was not taken.
    pub problems: Vec<Diagnostic>,
}

/// Beyond so many changes whose result is not built as it should be, nobody looks for the one that is to blame.
const MOST_TRIALS: usize = 200;

/// A change that has passed what can be known before.
struct Change {
    row: usize,
    parts: Vec<String>,
    place: Place,
}

/// Puts translations into their places. `offered` are the rows that a translation is expected for.
pub fn apply(bitext: &Bitext, taken: Vec<Taken>, offered: &BTreeSet<usize>) -> Outcome {
    let mut work = Work::new(bitext);
    let mut missing: BTreeSet<usize> = offered.difference(&work.settled).copied().collect();
    let mut changes = Vec::new();
    for Taken { row, words, place } in taken {
        missing.remove(&row);
        let words = words.trim();
        if work.says(row) == words {
            work.done.insert(row);
            continue;
        }
        let parts: Vec<String> = words.split(PART).map(|part| part.trim().to_owned()).collect();
        match work.fault(row, &parts) {
            Some(rule) => {
                missing.extend(Some(row).filter(|row| !work.settled.contains(row)));
                work.refuse(row, rule, place);
            }
            None => changes.push(Change { row, parts, place }),
        }
    }
    let (refused, made_from) = work.settle(changes, missing.is_empty());
    missing.extend(refused.into_iter().filter(|row| !work.settled.contains(row)));
    let complete = missing.is_empty();
    let text = work.finish(complete, !offered.is_empty()).filter(|text| work.made_anew || *text != *work.base.text.text);
    let MadeFrom { text: kept, in_step } = match work.made_anew {
        true => MadeFrom { text: Some(bitext.source.text.text.to_string()), in_step: complete },
        false => made_from,
    };
    Outcome { changed: work.changed, text, kept, in_step: in_step && complete, problems: work.problems }
}

/// What an edition is made from after an import.
#[derive(Default)]
struct MadeFrom {
    /// Nothing if nobody kept it, or if it stays as it is.
    text: Option<String>,
    in_step: bool,
}

struct Work<'a> {
    bitext: &'a Bitext,
    /// What is edited: the translation or, where there is none, a copy of the source.
    base: &'a Version,
    made_anew: bool,
    /// The rows that are known to be in step without a word about them.
    settled: BTreeSet<usize>,
    /// The rows that somebody says are translated, and are without fault.
    done: BTreeSet<usize>,
    /// The edited body, below the front matter of the base.
    body: Option<String>,
    title: Option<String>,
    summary: Option<String>,
    changed: usize,
    problems: Vec<Diagnostic>,
}

impl<'a> Work<'a> {
    fn new(bitext: &'a Bitext) -> Work<'a> {
        let (base, made_anew) = match &bitext.target {
            Some(target) => (target, false),
            None => (&bitext.source, true),
        };
        Work {
            bitext,
            base,
            made_anew,
            settled: bitext.settled(),
            done: BTreeSet::new(),
            body: None,
            title: None,
            summary: None,
            changed: 0,
            problems: Vec::new(),
        }
    }

    /// What the translation says today.
    fn says(&self, row: usize) -> String {
        let row = self.bitext.rows.get(row);
        row.and_then(|row| Some(self.bitext.target.as_ref()?.words(&row.target))).unwrap_or_default()
    }

    fn refuse(&mut self, row: usize, rule: Rule, place: Place) {
        let bitext = self.bitext;
        let unit = bitext.rows.get(row).and_then(|row| bitext.source.unit(row.source.start));
        let problem = Diagnostic::new(Code::PoRefused)
            .arg("rule", rule)
            .arg("id", &bitext.id)
            .arg("unit", unit.map_or("", |unit| unit.kind.as_str()))
            .arg("language", bitext.to);
        let problem = problem.at(place);
        self.problems.push(match unit {
            Some(unit) => problem.and_at(bitext.source.text.place(unit.at)),
            None => problem,
        });
    }

    /// The units of the base that a row is written to; those of the source where the edition is made anew.
    fn places(&self, row: usize) -> std::ops::Range<usize> {
        let Some(row) = self.bitext.rows.get(row) else { return 0..0 };
        if self.made_anew { row.source.clone() } else { row.target.clone() }
    }

    /// What the words alone tell.
    fn fault(&self, number: usize, parts: &[String]) -> Option<Rule> {
        let row = self.bitext.rows.get(number)?;
        let sources = self.bitext.source.units.list.get(row.source.clone())?;
        let places = self.places(number);
        let expected = if places.is_empty() { row.source.len() } else { places.len() };
        if parts.len() != expected || parts.iter().any(String::is_empty) {
            return Some("blocks");
        }
        let source = self.bitext.source.words(&row.source).replace(PART, " ");
        if let Some(rule) = check::words(&source, &parts.join(" ")) {
            return Some(rule);
        }
        let source_words = |at: usize| self.bitext.source.words(&(row.source.start + at..row.source.start + at + 1));
        for (at, part) in parts.iter().enumerate() {
            let source = &sources[at.min(sources.len() - 1)];
            let here = places.clone().nth(at).and_then(|at| self.base.unit(at)).unwrap_or(source);
            if let Some(rule) = check::units(source, here) {
                return Some(rule);
            }
            if sources.len() == parts.len() && check::block_id(&source_words(at)) != check::block_id(part) {
                return Some("block-id");
            }
            // A row that is too short would be filled up without a word.
            if source.kind == UnitKind::Row && places.len() <= 1 && splice::columns(&source_words(at)) != splice::columns(part) {
                return Some("columns");
            }
            let words = source_words(at.min(sources.len() - 1));
            if check::begins_with_mark(here.kind, part) && !check::begins_with_mark(source.kind, &words) {
                return Some("mark");
            }
            if !splice::stands_alone(here, part) {
                let fence = matches!(here.kind, UnitKind::Attribute(_)) && part.contains('"');
                return Some(if fence { "quotes" } else { "structure" });
            }
        }
        None
    }

    /// Makes the changes that hold together. Hands back the rows of those that do not, and what the edition is made from then.
    fn settle(&mut self, mut changes: Vec<Change>, complete: bool) -> (Vec<usize>, MadeFrom) {
        let mut refused = Vec::new();
        let (stated, mut kept): (Vec<Change>, Vec<Change>) = changes.drain(..).partition(|change| self.field(change.row).is_some());
        for change in stated {
            let words = change.parts.concat();
            match self.field(change.row) {
                Some(UnitKind::Title) => self.title = Some(words),
                _ => self.summary = Some(words),
            }
            self.done.insert(change.row);
            self.changed += 1;
        }
        if kept.is_empty() && self.changed == 0 && self.bitext.kept.is_none() && !(complete && self.lacks_code()) {
            return (refused, MadeFrom::default());
        }
        loop {
            let complete = complete && refused.iter().all(|row| self.settled.contains(row));
            match self.attempt(&kept, complete) {
                Ok(Attempt { text, made_from }) => {
                    self.changed += kept.len();
                    self.body = text;
                    return (refused, made_from);
                }
                Err(faults) => {
                    let faults = if faults.is_empty() { self.culprits(&kept) } else { faults };
                    let nobody = faults.is_empty();
                    for &(at, rule) in faults.iter().rev() {
                        let change = kept.remove(at);
                        refused.push(change.row);
                        self.refuse(change.row, rule, change.place);
                    }
                    if nobody && kept.is_empty() {
                        return (refused, MadeFrom::default());
                    }
                    if nobody {
                        for change in std::mem::take(&mut kept) {
                            refused.push(change.row);
                            self.refuse(change.row, "structure", change.place);
                        }
                    }
                }
            }
        }
    }

    fn field(&self, row: usize) -> Option<UnitKind> {
        let unit = self.bitext.source.unit(self.bitext.rows.get(row)?.source.start)?;
        Some(unit.kind).filter(|kind| matches!(kind, UnitKind::Title | UnitKind::Summary))
    }

    /// Whether the source has code that the translation lacks.
    fn lacks_code(&self) -> bool {
        !self.made_anew && self.bitext.rows.iter().any(|row| row.target.is_empty() && self.is_automatic(row.source.start))
    }

    /// Whether it is taken from the source as it is.
    fn is_automatic(&self, unit: usize) -> bool {
        self.bitext.source.unit(unit).is_some_and(|unit| !super::bitext::is_offered(unit))
    }

    /// Which changes cannot be made together with those before them.
    fn culprits(&self, changes: &[Change]) -> Vec<(usize, Rule)> {
        if changes.len() > MOST_TRIALS {
            return Vec::new();
        }
        let (mut good, mut bad): (Vec<usize>, Vec<(usize, Rule)>) = (Vec::new(), Vec::new());
        for at in 0..changes.len() {
            let trial: Vec<Change> = good.iter().chain([&at]).map(|&at| changes[at].copy()).collect();
            match self.attempt(&trial, false) {
                Ok(_) => good.push(at),
                Err(_) => bad.push((at, if self.places(changes[at].row).is_empty() { "place" } else { "structure" })),
            }
        }
        bad
    }

    /// The text with these changes, if it is built as it should be. Otherwise the numbers of the changes that are to blame; none, if nobody
    /// knows.
    fn attempt(&self, changes: &[Change], complete: bool) -> Result<Attempt, Vec<(usize, Rule)>> {
        let mut edits = BTreeMap::new();
        let mut new: BTreeMap<usize, &Change> = BTreeMap::new();
        for change in changes {
            let places = self.places(change.row);
            if places.is_empty() {
                new.insert(change.row, change);
            }
            edits.extend(places.zip(change.parts.iter().cloned()));
        }
        let (inserts, unplaced) = self.inserts(&new, complete);
        if !unplaced.is_empty() {
            let faults = changes.iter().enumerate().filter(|(_, change)| unplaced.contains(&change.row));
            return Err(faults.map(|(at, _)| (at, "place")).collect());
        }
        let composed = splice::compose(self.base, &edits, &inserts);
        let result = Version::of(&Text::new(self.base.text.path.clone(), composed.as_str()));
        let expected = self.expected(&edits, &inserts);
        let alike = |(found, expected): (&Unit, &Expected)| {
            found.is_like(expected.unit) && expected.words.is_none_or(|words| units::words(&result.text, found) == *words)
        };
        if result.units.list.len() != expected.len() || !result.units.list.iter().zip(&expected).all(alike) {
            return Err(Vec::new());
        }
        // Where each unit of the base and each new one of the source has come to stand.
        let mut by_base: BTreeMap<usize, &Unit> = BTreeMap::new();
        let mut by_source: BTreeMap<usize, &Unit> = BTreeMap::new();
        for (found, expected) in result.units.list.iter().zip(&expected) {
            match expected.origin {
                Origin::Base(at) => by_base.insert(at, found),
                Origin::Source(at) => by_source.insert(at, found),
            };
        }
        let mut faults = Vec::new();
        for (at, change) in changes.iter().enumerate() {
            let places = self.places(change.row);
            let Some(row) = self.bitext.rows.get(change.row) else { continue };
            let (map, places) = if places.is_empty() { (&by_source, row.source.clone()) } else { (&by_base, places) };
            let found: Vec<Unit> = places.filter_map(|at| map.get(&at).map(|unit| (*unit).clone())).collect();
            let source = self.bitext.source.units.list.get(row.source.clone()).unwrap_or_default();
            let rule = check::contents(source, &found).or_else(|| {
                let words = self.bitext.source.words(&row.source);
                check::anchors(&words, &change.parts.join(PART), self.base, &result).then_some("anchor")
            });
            faults.extend(rule.map(|rule| (at, rule)));
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        if self.made_anew {
            return Ok(Attempt { text: (!changes.is_empty()).then_some(composed), made_from: MadeFrom::default() });
        }
        let inserted = inserts.iter().flat_map(|insert| insert.units.iter().map(|(unit, _)| *unit)).collect();
        match self.made_from(&result.text, changes, &inserted, complete) {
            Some(made_from) => Ok(Attempt { text: (!changes.is_empty() || !inserts.is_empty()).then_some(composed), made_from }),
            None if changes.is_empty() && inserts.is_empty() => Ok(Attempt { text: None, made_from: MadeFrom::default() }),
            None => Err(Vec::new()),
        }
    }

    /// What the edition is made from when it says `text`. Nothing if its blocks could not be told apart then: the next import would put them
    /// into wrong places.
    fn made_from(&self, text: &Text, changes: &[Change], inserted: &BTreeSet<usize>, complete: bool) -> Option<MadeFrom> {
        let bitext = self.bitext;
        let source = &bitext.source.text;
        let said: BTreeMap<usize, String> = changes.iter().map(|change| (change.row, change.parts.join(PART))).collect();
        let done: BTreeSet<usize> = self.done.iter().chain(said.keys()).copied().collect();
        let has_followed = |row: &bitext::Row| match row.target.is_empty() {
            true if self.is_automatic(row.source.start) => !row.old.is_empty() || row.source.clone().all(|unit| inserted.contains(&unit)),
            true => true,
            false => bitext.has_followed(row),
        };
        let all = complete && !bitext.rebuilt && bitext.rows.iter().all(has_followed);
        if all && self.finds_again(text, Some(source), &said, &done) {
            return Some(MadeFrom { text: Some(source.text.to_string()), in_step: true });
        }
        if bitext.kept.is_none() {
            // Nobody kept anything, or nothing has changed since.
            let found = self.finds_again(text, bitext.tracked.then_some(source), &said, &done);
            return found.then(MadeFrom::default);
        }
        let carried = kept::carry(bitext, &done, inserted)?;
        let in_step = all && compare::changes(&carried, source).is_empty();
        let found = self.finds_again(text, Some(&carried), &said, &done);
        found.then(|| MadeFrom { text: Some(carried.text.to_string()), in_step })
    }

    /// Whether each block is found at its row again when the edition says `text` and is made from `made_from`, and what is still to be done
    /// is seen to be.
    fn finds_again(&self, text: &Text, made_from: Option<&Text>, said: &BTreeMap<usize, String>, done: &BTreeSet<usize>) -> bool {
        let before = self.bitext;
        let after = Bitext::new(&before.id, (before.from, &before.source.text), before.to, Some((text, before.draft)), made_from);
        let found: BTreeMap<usize, &bitext::Row> = after.rows.iter().map(|row| (row.source.start, row)).collect();
        let target = |row: &bitext::Row| after.target.as_ref().map(|target| target.words(&row.target)).unwrap_or_default();
        before.rows.iter().enumerate().filter(|(_, row)| before.source.unit(row.source.start).is_some_and(bitext::is_offered)).all(
            |(number, row)| {
                let Some(again) = found.get(&row.source.start).filter(|again| again.source == row.source) else { return false };
                let waits = row.was.is_some() && !row.target.is_empty() && !done.contains(&number);
                // The title and the summary are written last.
                let words = self.field(number).map_or_else(|| said.get(&number).cloned(), |_| None).unwrap_or_else(|| self.says(number));
                target(again) == words && (!waits || again.was.is_some())
            },
        )
    }
}

/// A trial that succeeded: the edition's text, if it changes, and what it is made from then.
struct Attempt {
    text: Option<String>,
    made_from: MadeFrom,
}

impl Change {
    fn copy(&self) -> Change {
        Change { row: self.row, parts: self.parts.clone(), place: self.place.clone() }
    }
}
