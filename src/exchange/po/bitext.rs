//! A text beside its translation, in rows: what is exchanged with translators.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::align::{self, Pairing};
use crate::base::language::Language;
use crate::base::text::Text;
use crate::document::meaning;
use crate::document::units::{self, Unit, Units};
use crate::translation::compare::{self, ChangeKind};

/// A text and its units.
#[derive(Clone, Debug)]
pub struct Version {
    /// The file.
    pub text: Text,
    /// What it is made of.
    pub units: Units,
}

impl Version {
    /// Takes a text apart.
    pub fn of(text: &Text) -> Version {
        Version { text: text.clone(), units: units::of(text) }
    }

    /// One unit.
    pub fn unit(&self, at: usize) -> Option<&Unit> {
        self.units.list.get(at)
    }

    /// The words of units in a row, parted by blank lines.
    pub fn words(&self, range: &Range<usize>) -> String {
        let units = self.units.list.get(range.clone()).unwrap_or_default();
        units.iter().map(|unit| units::words(&self.text, unit)).collect::<Vec<_>>().join(PART)
    }
}

/// What parts several blocks in one entry.
pub const PART: &str = "\n\n";

/// What belongs together: units of the source and those of the translation that say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// In the source as it is today; never empty.
    pub source: Range<usize>,
    /// In the translation; empty where it says nothing of the kind yet.
    pub target: Range<usize>,
    /// What the source said when the translation was made, if that is something else.
    pub was: Option<String>,
    /// In the source as it was then, if that is another text; empty where it said nothing of the kind.
    pub old: Range<usize>,
    /// Whether the source has made something else of it since: another heading, a quotation, a right answer.
    pub reshaped: bool,
}

impl Row {
    fn new(source: Range<usize>, target: Range<usize>) -> Row {
        Row { source, target, was: None, old: 0..0, reshaped: false }
    }
}

/// A text and its translation.
#[derive(Clone, Debug)]
pub struct Bitext {
    /// The text's path below `content/` without language.
    pub id: String,
    /// The language of the source.
    pub from: Language,
    /// The language of the translation.
    pub to: Language,
    /// The source as it is today.
    pub source: Version,
    /// The translation, if there is one.
    pub target: Option<Version>,
    /// Whether the translation is a draft: then what says the same as the source is not translated yet.
    pub draft: bool,
    /// Whether somebody kept what the translation was made from.
    pub tracked: bool,
    /// What the translation was made from, if that is not what the source says today.
    pub kept: Option<Version>,
    /// What belongs together, in the order of the source.
    pub rows: Vec<Row>,
    /// Whether the translation has blocks that the source moved or gave up since: no PO file can say that.
    pub rebuilt: bool,
    /// The units of the translation of which it is known what they render, be it something that the source gave up.
    pub placed: BTreeSet<usize>,
}

/// An entry of a PO file, as the site sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The number of its row.
    pub row: usize,
    /// `msgctxt`
    pub context: String,
    /// `msgid`
    pub id: String,
    /// `msgstr`; empty where there is no translation.
    pub text: String,
    /// The source's wording that the translation was made from, if it has changed.
    pub was: Option<String>,
}

impl Bitext {
    /// Puts a text beside its translation. `made_from` is the source as it was when the translation was made, as far as somebody kept it.
    pub fn new(
        id: &str,
        (from, source): (Language, &Text),
        to: Language,
        target: Option<(&Text, bool)>,
        made_from: Option<&Text>,
    ) -> Bitext {
        let source = Version::of(source);
        let draft = target.is_some_and(|(_, draft)| draft);
        let target = target.map(|(text, _)| Version::of(text));
        let (mut rebuilt, mut kept, mut placed) = (false, None, BTreeSet::new());
        let rows = match (&target, made_from) {
            (None, _) => (0..source.units.list.len()).map(|at| Row::new(at..at + 1, 0..0)).collect(),
            (Some(target), Some(old)) if old.text != source.text.text => {
                let old = Version::of(old);
                rebuilt = compare::align(&old.units, &source.units).iter().any(|pair| {
                    matches!(pair.change, Some(ChangeKind::Moved | ChangeKind::Gone))
                        && pair.old.and_then(|at| old.unit(at)).is_some_and(|unit| unit.kind.is_translated())
                });
                let rows = through(&old, &source, target, &mut placed);
                kept = Some(old);
                rows
            }
            (Some(target), _) => {
                let pairings = align::align(&source.units.list, &target.units.list).into_iter();
                let row = |Pairing { source, target }| Row::new(source, target);
                pairings.filter(|pairing| !pairing.source.is_empty()).map(row).collect()
            }
        };
        placed.extend(rows.iter().flat_map(|row: &Row| row.target.clone()));
        Bitext { id: id.to_owned(), from, to, source, target, draft, tracked: made_from.is_some(), kept, rows, rebuilt, placed }
    }

    /// The rows that are known to be in step: nobody need say so again.
    pub fn settled(&self) -> BTreeSet<usize> {
        let settled = |offer: &Offer| self.tracked && !offer.text.is_empty() && offer.was.is_none();
        self.offers().iter().filter(|offer| settled(offer)).map(|offer| offer.row).collect()
    }

    /// Whether the translation has followed what no words can say: of a block that has become something else, that it has become the same;
    /// of what is not offered, that it says the same.
    pub fn has_followed(&self, row: &Row) -> bool {
        let Some(target) = &self.target else { return true };
        let (ours, theirs) = (self.source.units.list.get(row.source.clone()), target.units.list.get(row.target.clone()));
        let (Some(ours), Some(theirs)) = (ours, theirs) else { return false };
        if row.reshaped {
            return !theirs.is_empty()
                && ours.iter().zip(theirs).all(|(our, their)| (our.kind, &our.within) == (their.kind, &their.within));
        }
        let is_offered = ours.first().is_some_and(is_offered);
        is_offered
            || row.was.is_none()
            || ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(our, their)| our.meaning == their.meaning)
    }

    /// What is offered to translators, in the order of the source.
    pub fn offers(&self) -> Vec<Offer> {
        let mut numbers: BTreeMap<(String, String), usize> = BTreeMap::new();
        let mut offers = Vec::new();
        for (number, row) in self.rows.iter().enumerate() {
            let Some(unit) = self.source.unit(row.source.start).filter(|unit| is_offered(unit)) else { continue };
            let id = self.source.words(&row.source);
            let context = format!("{} {}", self.id, unit.kind.as_str());
            let times = numbers.entry((context.clone(), id.clone())).or_default();
            *times += 1;
            let context = if *times > 1 { format!("{context} {times}") } else { context };
            let text = self.target.as_ref().map(|target| target.words(&row.target)).unwrap_or_default();
            // What says the same as the source, or as the source once did, nobody has translated yet.
            let copied = self.draft && (text == id || row.was.as_ref() == Some(&text));
            let text = if copied { String::new() } else { text };
            let was = row.was.clone().filter(|was| !text.is_empty() && *was != id);
            offers.push(Offer { row: number, context, id, text, was });
        }
        offers
    }
}

/// Whether there are words in it that a translator could translate.
pub fn is_offered(unit: &Unit) -> bool {
    unit.kind.is_translated() && has_words(&unit.meaning)
}

/// Letters outside of what must be the same to the letter: code, the targets of links.
fn has_words(meaning: &str) -> bool {
    meaning.split('\u{1}').step_by(2).any(|part| part.contains(char::is_alphabetic))
}

/// What a text means that is given as a message.
pub fn meaning_of(message: &str) -> String {
    meaning::of_text(message)
}

/// The rows of a translation whose source has changed: what rendered a unit then, renders what became of it. `placed` learns which units of
/// the translation render something.
fn through(old: &Version, new: &Version, target: &Version, placed: &mut BTreeSet<usize>) -> Vec<Row> {
    let mut became = vec![None; new.units.list.len()];
    for pair in compare::align(&old.units, &new.units) {
        if let (Some(was), Some(is)) = (pair.old, pair.new)
            && let Some(place) = became.get_mut(is)
        {
            *place = Some((was, pair.change == Some(ChangeKind::Changed)));
        }
    }
    let reshaped = |was: usize, is: usize| match (old.unit(was), new.unit(is)) {
        (Some(was), Some(is)) => (was.kind, &was.within) != (is.kind, &is.within),
        _ => false,
    };
    let mut rendered: BTreeMap<usize, Pairing> = BTreeMap::new();
    for pairing in renderings(old, new, target, &became) {
        for at in pairing.source.clone() {
            placed.extend(pairing.target.clone());
            rendered.insert(at, pairing.clone());
        }
    }
    let mut rows: Vec<Row> = Vec::new();
    let mut at = 0;
    while at < became.len() {
        let alone = Row::new(at..at + 1, 0..0);
        let Some((was, changed)) = became[at] else {
            rows.push(alone);
            at += 1;
            continue;
        };
        let alone = Row { old: was..was + 1, reshaped: reshaped(was, at), ..alone };
        let Some(pairing) = rendered.get(&was).filter(|pairing| !pairing.target.is_empty()) else {
            rows.push(Row { was: changed.then(|| old.words(&alone.old)), ..alone });
            at += 1;
            continue;
        };
        // All that was rendered together is a row again if it still stands together.
        let count = pairing.source.len();
        let together = pairing.source.start == was
            && (0..count).all(|next| became.get(at + next).copied().flatten().is_some_and(|(old, _)| old == was + next));
        let old_words = || Some(old.words(&pairing.source));
        if together {
            let changed = (0..count).any(|next| became[at + next].is_some_and(|(_, changed)| changed));
            rows.push(Row {
                source: at..at + count,
                target: pairing.target.clone(),
                was: if changed { old_words() } else { None },
                old: pairing.source.clone(),
                reshaped: (0..count).any(|next| reshaped(was + next, at + next)),
            });
            at += count;
        } else {
            // Of a group that was torn apart the first part keeps the translation, for somebody to look at.
            let first = pairing.source.start == was;
            let target = if first { pairing.target.clone() } else { 0..0 };
            rows.push(Row { target, was: if first || changed { old_words() } else { None }, ..alone });
            at += 1;
        }
    }
    rows
}

/// What renders what of the source as it was. Where somebody has followed it by hand in what a block is, the translation is built as the
/// source is today; then that is what tells.
fn renderings(old: &Version, new: &Version, target: &Version, became: &[Option<(usize, bool)>]) -> Vec<Pairing> {
    let mut units = old.units.list.clone();
    let mut reshaped = false;
    for (is, was) in became.iter().enumerate().filter_map(|(is, was)| Some((is, was.as_ref()?.0))) {
        if let (Some(was), Some(is)) = (units.get_mut(was), new.unit(is))
            && !was.is_like(is)
        {
            (was.kind, was.within, reshaped) = (is.kind, is.within.clone(), true);
        }
    }
    let as_it_was = align::align(&old.units.list, &target.units.list);
    if !reshaped {
        return as_it_was;
    }
    let as_it_is = align::align(&units, &target.units.list);
    let count = |pairings: &[Pairing]| pairings.iter().filter(|one| !one.source.is_empty() && !one.target.is_empty()).count();
    if count(&as_it_is) > count(&as_it_was) { as_it_is } else { as_it_was }
}
