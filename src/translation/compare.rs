//! Two versions of a text, unit by unit: what is new, changed, gone, moved.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::ops::Range;

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};

use crate::base::text::{Span, Text};
use crate::document::units::{self, Unit, UnitKind, Units};

/// What became of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// The newer version has it, the older one has nothing like it.
    New,
    /// It says something else.
    Changed,
    /// The newer version does without it.
    Gone,
    /// It says the same at another place.
    Moved,
}

impl ChangeKind {
    /// The name in machine-readable output and in messages; it never changes.
    pub fn as_str(self) -> &'static str {
        match self {
            ChangeKind::New => "new",
            ChangeKind::Changed => "changed",
            ChangeKind::Gone => "gone",
            ChangeKind::Moved => "moved",
        }
    }
}

/// A unit of the older version beside the one that it became, by their numbers. One that has no counterpart is new or gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// In the older version.
    pub old: Option<usize>,
    /// In the newer version.
    pub new: Option<usize>,
    /// What became of it; nothing if it says the same at the same place.
    pub change: Option<ChangeKind>,
}

/// Something that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What became of the unit.
    pub kind: ChangeKind,
    /// What it is; of a changed one, what it is now.
    pub unit: UnitKind,
    /// What it stands in.
    pub within: Vec<&'static str>,
    /// The number of the heading that it stands under in the newer version; of what is gone, of the heading that stands before it there.
    pub section: Option<usize>,
    /// Whether only facilitators see it.
    pub facilitator: bool,
    /// What it was and stood in, if it has become something else: another heading, a right answer, no quotation any more.
    pub was: Option<(UnitKind, Vec<&'static str>)>,
    /// As it was.
    pub old: Option<Passage>,
    /// As it is.
    pub new: Option<Passage>,
}

/// The words of a unit, and where they stand in their file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// As one line of Markdown.
    pub words: String,
    /// Where they stand.
    pub at: Span,
}

/// All that is not as it was, in the order of the newer text; what is gone stands where it stood.
pub fn changes(old: &Text, new: &Text) -> Vec<Change> {
    let (before, after) = (units::of(old), units::of(new));
    let passage = |text: &Text, unit: &Unit| Passage { words: units::words(text, unit), at: unit.at };
    // What is gone belongs to the section, as it is now, in which it stood.
    let mut section = None;
    let change = |pair: &Pair| {
        let (was, is) = (pair.old.map(|at| &before.list[at]), pair.new.map(|at| &after.list[at]));
        let unit = is.or(was)?;
        section = is.map_or(section, |unit| unit.section);
        Some(Change {
            kind: pair.change?,
            unit: unit.kind,
            within: unit.within.clone(),
            section,
            facilitator: unit.facilitator,
            was: was.filter(|was| (was.kind, &was.within) != (unit.kind, &unit.within)).map(|was| (was.kind, was.within.clone())),
            old: was.map(|unit| passage(old, unit)),
            new: is.map(|unit| passage(new, unit)),
        })
    };
    align(&before, &after).iter().filter_map(change).collect()
}

/// Beyond so many units between two that stayed, they are paired by their order alone.
const LARGEST_GAP: usize = 400;

/// Which unit became which, in the order of the newer version.
pub fn align(old: &Units, new: &Units) -> Vec<Pair> {
    let (old, new) = (&old.list[..], &new.list[..]);
    let (old_ids, new_ids) = ids(old, new);
    let mut pairs = Vec::with_capacity(new.len());
    let mut gaps: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for op in capture_diff_slices(Algorithm::Patience, &old_ids, &new_ids) {
        match op {
            DiffOp::Equal { old_index, new_index, len } => {
                pairs.extend((0..len).map(|at| Pair { old: Some(old_index + at), new: Some(new_index + at), change: None }));
            }
            // What is deleted here and inserted there belongs to one gap.
            op => match gaps.last_mut() {
                Some((old, new)) if old.end == op.old_range().start && new.end == op.new_range().start => {
                    (old.end, new.end) = (op.old_range().end, op.new_range().end);
                }
                _ => gaps.push((op.old_range(), op.new_range())),
            },
        }
    }
    let moved = moved(&gaps, &old_ids, &new_ids);
    let sources: BTreeSet<usize> = moved.values().copied().collect();
    for (old_gap, new_gap) in gaps {
        let left: Vec<usize> = old_gap.filter(|at| !sources.contains(at)).collect();
        let right: Vec<usize> = new_gap.filter(|at| !moved.contains_key(at)).collect();
        pairs.extend(gap(old, new, &left, &right));
    }
    pairs.extend(moved.iter().map(|(&new, &old)| Pair { old: Some(old), new: Some(new), change: Some(ChangeKind::Moved) }));
    in_order(pairs)
}

/// A number for each unit, the same for those that say the same.
fn ids<'a>(old: &'a [Unit], new: &'a [Unit]) -> (Vec<usize>, Vec<usize>) {
    let mut numbers: HashMap<(UnitKind, &'a [&str], &'a str), usize> = HashMap::new();
    let mut id = |unit: &'a Unit| {
        let next = numbers.len();
        *numbers.entry((unit.kind, unit.within.as_slice(), unit.meaning.as_str())).or_insert(next)
    };
    (old.iter().map(&mut id).collect(), new.iter().map(&mut id).collect())
}

/// What is missing at one place and stands unchanged at another: the newer one's number, and the older one's.
fn moved(gaps: &[(Range<usize>, Range<usize>)], old: &[usize], new: &[usize]) -> BTreeMap<usize, usize> {
    let mut gone: HashMap<usize, VecDeque<usize>> = HashMap::new();
    for at in gaps.iter().flat_map(|(old, _)| old.clone()) {
        gone.entry(old[at]).or_default().push_back(at);
    }
    let come = gaps.iter().flat_map(|(_, new)| new.clone());
    come.filter_map(|at| Some((at, gone.get_mut(&new[at])?.pop_front()?))).collect()
}

/// Units between two that stayed, of the older and of the newer version: those that are most alike, in order, are one that changed.
fn gap(old: &[Unit], new: &[Unit], left: &[usize], right: &[usize]) -> Vec<Pair> {
    let matched = if left.len() <= LARGEST_GAP && right.len() <= LARGEST_GAP { best(old, new, left, right) } else { Vec::new() };
    let mut pairs = Vec::new();
    let (mut a, mut b) = (0, 0);
    for (i, j) in matched.into_iter().chain([(left.len(), right.len())]) {
        rest(old, new, &left[a..i], &right[b..j], &mut pairs);
        if i < left.len() {
            pairs.push(Pair { old: Some(left[i]), new: Some(right[j]), change: Some(ChangeKind::Changed) });
        }
        (a, b) = (i + 1, j + 1);
    }
    pairs
}

/// What has nothing that resembles it: a unit beside another of its kind was written anew.
fn rest(old: &[Unit], new: &[Unit], left: &[usize], right: &[usize], pairs: &mut Vec<Pair>) {
    let mut right = right.iter().copied().peekable();
    for &was in left {
        match right.next_if(|&is| old[was].is_like(&new[is])) {
            Some(is) => pairs.push(Pair { old: Some(was), new: Some(is), change: Some(ChangeKind::Changed) }),
            None => pairs.push(Pair { old: Some(was), new: None, change: Some(ChangeKind::Gone) }),
        }
    }
    pairs.extend(right.map(|is| Pair { old: None, new: Some(is), change: Some(ChangeKind::New) }));
}

/// The pairs, in order, whose likeness is greatest in all; those that are hardly alike are none.
fn best(old: &[Unit], new: &[Unit], left: &[usize], right: &[usize]) -> Vec<(usize, usize)> {
    if left.is_empty() || right.is_empty() {
        return Vec::new();
    }
    let left_words: Vec<Vec<String>> = left.iter().map(|&at| bag(&old[at].meaning)).collect();
    let right_words: Vec<Vec<String>> = right.iter().map(|&at| bag(&new[at].meaning)).collect();
    let score = |i: usize, j: usize| {
        let likeness = likeness(&left_words[i], &right_words[j]);
        // A heading that became a paragraph has to keep nearly all of its words to be the same.
        let least = if old[left[i]].is_like(&new[right[j]]) { 30 } else { 80 };
        if likeness >= least { likeness } else { 0 }
    };
    let width = right.len() + 1;
    let mut sums = vec![0u32; (left.len() + 1) * width];
    for i in (0..left.len()).rev() {
        for j in (0..right.len()).rev() {
            let score = score(i, j);
            let paired = if score > 0 { score + sums[(i + 1) * width + j + 1] } else { 0 };
            sums[i * width + j] = paired.max(sums[(i + 1) * width + j]).max(sums[i * width + j + 1]);
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < left.len() && j < right.len() {
        let sum = sums[i * width + j];
        if sum == sums[(i + 1) * width + j] {
            i += 1;
        } else if sum == sums[i * width + j + 1] {
            j += 1;
        } else {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        }
    }
    pairs
}

/// The words of a meaning in the order of the alphabet.
pub(crate) fn bag(meaning: &str) -> Vec<String> {
    let words = meaning.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut words: Vec<String> = words.map(str::to_lowercase).collect();
    words.sort_unstable();
    words
}

/// How many of a hundred words two bags share (Dice's coefficient).
pub(crate) fn likeness(a: &[String], b: &[String]) -> u32 {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, shared) = (i + 1, j + 1, shared + 1),
        }
    }
    (200 * shared / (a.len() + b.len()).max(1)) as u32
}

/// By the newer version; what is gone follows what stood before it.
fn in_order(mut pairs: Vec<Pair>) -> Vec<Pair> {
    let mut places: BTreeMap<usize, usize> = BTreeMap::new();
    places.extend(pairs.iter().filter(|pair| pair.change != Some(ChangeKind::Moved)).filter_map(|pair| Some((pair.old?, pair.new?))));
    pairs.sort_by_key(|pair| match (pair.new, pair.old) {
        (Some(new), _) => (new + 1, 0, 0),
        (None, Some(old)) => (places.range(..old).next_back().map_or(0, |(_, new)| new + 1), 1, old),
        (None, None) => (0, 0, 0),
    });
    pairs
}

/// A run of words of a passage, and whether only one of the two versions has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The words, with the space around them.
    pub text: String,
    /// Whether the other version has something else here.
    pub differs: bool,
}

/// A change's old and new words; where one is an edit of the other, with the words marked that differ.
pub fn wordings(change: &Change) -> (Vec<Wording>, Vec<Wording>) {
    let whole = |passage: &Option<Passage>| {
        let words = passage.iter().map(|passage| Wording { text: passage.words.clone(), differs: false });
        words.collect::<Vec<Wording>>()
    };
    match (&change.old, &change.new) {
        (Some(old), Some(new)) if old.words == new.words => (Vec::new(), whole(&change.new)),
        (Some(old), Some(new)) => beside(&old.words, &new.words),
        (old, new) => (whole(old), whole(new)),
    }
}

/// The old wording beside the new, with the words marked that differ.
pub fn beside(old: &str, new: &str) -> (Vec<Wording>, Vec<Wording>) {
    let (was, is): (Vec<&str>, Vec<&str>) = (old.split_inclusive(' ').collect(), new.split_inclusive(' ').collect());
    let bare = |words: &[&str]| -> Vec<String> { words.iter().map(|word| word.trim_end().to_owned()).collect() };
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for op in capture_diff_slices(Algorithm::Patience, &bare(&was), &bare(&is)) {
        let differs = op.tag() != DiffTag::Equal;
        for (words, out) in [(&was[op.old_range()], &mut left), (&is[op.new_range()], &mut right)] {
            if !words.is_empty() {
                out.push(Wording { text: words.concat(), differs });
            }
        }
    }
    (left, right)
}

#[cfg(test)]
mod tests;
