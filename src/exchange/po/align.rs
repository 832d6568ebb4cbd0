//! Which units of a translation render which units of its source.
//!
//! Where both are built alike it is one to one. Where they are not, the likeliest pairing in order is found: units of the same kind at a
//! like place, whose lengths and links agree (after Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora", 1993). Two
//! units in a row may have become one, and one may have become two.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::document::units::{Unit, UnitKind};

/// Units of the source, and those of the translation that say the same. Either may be empty, not both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pairing {
    /// In the source.
    pub source: Range<usize>,
    /// In the translation.
    pub target: Range<usize>,
}

/// Beyond so many pairs of units between two headings, order alone decides.
const MOST_CELLS: usize = 250_000;

/// What it costs to leave a unit without counterpart. Two of them cost more than any pair of a kind whose links agree.
const ALONE: u32 = 450;
/// What it costs to take two for one. It is done only where the lengths plainly ask for it: a new paragraph must not pass for a part of the
/// one before it.
const JOINED: u32 = 460;
/// The most that unlike lengths cost.
const LONGEST: u32 = 800;
/// Between texts that are not built alike, a pair that costs as much is none.
const UNLIKE: u32 = 400;
/// How much worse all other pairings must be for one of sections to be plain.
const DOUBT: u32 = 180;
/// Beyond so many pairs of sections nobody looks which belong together.
const MOST_SECTIONS: usize = 10_000;
/// What no pairing costs.
const NEVER: u32 = u32::MAX / 4;

/// Pairs the units of two texts, in the order of both.
pub fn align(source: &[Unit], target: &[Unit]) -> Vec<Pairing> {
    if source.len() == target.len() && source.iter().zip(target).all(|(a, b)| fits(a, b)) {
        return (0..source.len()).map(|at| Pairing { source: at..at + 1, target: at..at + 1 }).collect();
    }
    let mut pairs = Vec::new();
    for (source_part, target_part) in parts(source, target) {
        part(source, target, source_part, target_part, &mut pairs);
    }
    pairs
}

/// Cuts both texts at their headings: section by section if they have the same ones in the same order. Else only those sections belong
/// together of which that is plain, and all others are alone.
fn parts(source: &[Unit], target: &[Unit]) -> Vec<(Range<usize>, Range<usize>)> {
    let cuts = |units: &[Unit]| -> Vec<usize> { (0..units.len()).filter(|&at| is_cut(&units[at])).collect() };
    let (a, b) = (cuts(source), cuts(target));
    let same = a.len() == b.len() && a.iter().zip(&b).all(|(&a, &b)| fits(&source[a], &target[b]));
    let ranges = |cuts: Vec<usize>, end: usize| {
        let starts: Vec<usize> = std::iter::once(0).chain(cuts).collect();
        let ends: Vec<usize> = starts[1..].iter().copied().chain([end]).collect();
        starts.into_iter().zip(ends).map(|(start, end)| start..end).collect::<Vec<_>>()
    };
    let (a, b) = (ranges(a, source.len()), ranges(b, target.len()));
    if same {
        return a.into_iter().zip(b).collect();
    }
    let mut parts = Vec::with_capacity(a.len() + b.len());
    let (mut i, mut j) = (0, 0);
    for (to_i, to_j) in sure(source, target, &a, &b).into_iter().chain([(a.len(), b.len())]) {
        let at = b.get(j).map_or(target.len(), |section| section.start);
        parts.extend(a[i..to_i].iter().map(|section| (section.clone(), at..at)));
        let at = a.get(to_i).map_or(source.len(), |section| section.start);
        parts.extend(b[j..to_j].iter().map(|section| (at..at, section.clone())));
        if let (Some(from), Some(to)) = (a.get(to_i), b.get(to_j)) {
            parts.push((from.clone(), to.clone()));
        }
        (i, j) = ((to_i + 1).min(a.len()), (to_j + 1).min(b.len()));
    }
    parts
}

/// The sections that belong together, in order: those that every likely pairing of all puts together. What stands before the first heading
/// always does.
fn sure(source: &[Unit], target: &[Unit], a: &[Range<usize>], b: &[Range<usize>]) -> Vec<(usize, usize)> {
    let mut found = vec![(0, 0)];
    let (rows, width) = (a.len(), b.len());
    if rows.saturating_mul(width) > MOST_SECTIONS {
        return found;
    }
    // From the second section on: what the best pairing before each place costs, and the best one behind it.
    let ours: Vec<Profile> = a.iter().map(|section| Profile::of(&source[section.clone()])).collect();
    let theirs: Vec<Profile> = b.iter().map(|section| Profile::of(&target[section.clone()])).collect();
    let pair = |i: usize, j: usize| {
        let (from, to) = (&source[a[i].clone()], &target[b[j].clone()]);
        let headings = from.first().zip(to.first()).is_some_and(|(from, to)| i > 0 && j > 0 && fits(from, to));
        let built_alike = from.len() == to.len() && from.iter().zip(to).all(|(from, to)| fits(from, to));
        if headings { ours[i].distance(&theirs[j]) + if built_alike { 0 } else { 150 } } else { NEVER }
    };
    let pairs: Vec<u32> = (0..rows * width).map(|at| pair(at / width, at % width)).collect();
    let cell = |i: usize, j: usize| i * (width + 1) + j;
    let (mut before, mut behind) = (vec![NEVER; cell(rows, width) + 1], vec![NEVER; cell(rows, width) + 1]);
    before[cell(1, 1)] = 0;
    for i in 1..=rows {
        for j in 1..=width {
            let mut best = before[cell(i, j)];
            if i > 1 {
                best = best.min(before[cell(i - 1, j)] + ALONE);
            }
            if j > 1 {
                best = best.min(before[cell(i, j - 1)] + ALONE);
            }
            if i > 1 && j > 1 {
                best = best.min(before[cell(i - 1, j - 1)].saturating_add(pairs[(i - 1) * width + j - 1]));
            }
            before[cell(i, j)] = best.min(NEVER);
        }
    }
    behind[cell(rows, width)] = 0;
    for i in (1..=rows).rev() {
        for j in (1..=width).rev() {
            let mut best = behind[cell(i, j)];
            if i < rows {
                best = best.min(behind[cell(i + 1, j)] + ALONE);
            }
            if j < width {
                best = best.min(behind[cell(i, j + 1)] + ALONE);
            }
            if i < rows && j < width {
                best = best.min(behind[cell(i + 1, j + 1)].saturating_add(pairs[i * width + j]));
            }
            behind[cell(i, j)] = best.min(NEVER);
        }
    }
    let best = behind[cell(1, 1)];
    for i in 1..rows {
        let through =
            |j: usize| before[cell(i, j)].saturating_add(pairs[i * width + j]).saturating_add(behind[cell(i + 1, j + 1)]).min(NEVER);
        let alone = (1..=width).map(|j| before[cell(i, j)].saturating_add(ALONE).saturating_add(behind[cell(i + 1, j)])).min();
        let mut ways: Vec<(u32, usize)> = (1..width).map(|j| (through(j), j)).collect();
        ways.sort_unstable();
        let second = ways.get(1).map(|(cost, _)| *cost).into_iter().chain(alone).min().unwrap_or(NEVER);
        if let Some(&(_, j)) = ways.first().filter(|(cost, _)| *cost == best && second.saturating_sub(best) >= DOUBT) {
            found.push((i, j));
        }
    }
    found
}

fn is_cut(unit: &Unit) -> bool {
    unit.within.is_empty() && matches!(unit.kind, UnitKind::Heading(_))
}

fn fits(a: &Unit, b: &Unit) -> bool {
    a.is_like(b) && a.facilitator == b.facilitator
}

fn part(source: &[Unit], target: &[Unit], rows: Range<usize>, columns: Range<usize>, pairs: &mut Vec<Pairing>) {
    let (a, b) = (&source[rows.clone()], &target[columns.clone()]);
    let shift = |from: Range<usize>, to: Range<usize>| Pairing {
        source: rows.start + from.start..rows.start + from.end,
        target: columns.start + to.start..columns.start + to.end,
    };
    if a.len() == b.len() && a.iter().zip(b).all(|(a, b)| fits(a, b)) {
        return pairs.extend((0..a.len()).map(|at| shift(at..at + 1, at..at + 1)));
    }
    if a.is_empty() || b.is_empty() || a.len().saturating_mul(b.len()) > MOST_CELLS {
        return by_order(a, b).into_iter().for_each(|(from, to)| pairs.push(shift(from, to)));
    }
    let width = b.len() + 1;
    let mut costs = vec![NEVER; (a.len() + 1) * width];
    costs[a.len() * width + b.len()] = 0;
    for i in (0..=a.len()).rev() {
        for j in (0..=b.len()).rev() {
            let best = STEPS.iter().map(|&step| step_cost(a, b, i, j, step, &costs, width)).min().unwrap_or(NEVER);
            let cell = &mut costs[i * width + j];
            *cell = (*cell).min(best);
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        let cost = costs[i * width + j];
        // One of the steps cost what stands here.
        let step = STEPS.into_iter().find(|&step| step_cost(a, b, i, j, step, &costs, width) == cost).unwrap_or((1, 0));
        let (from, to) = ((i + step.0).min(a.len()), (j + step.1).min(b.len()));
        if (from, to) == (i, j) {
            return;
        }
        if step == (1, 1) && distance(&a[i..from], &b[j..to]) >= UNLIKE {
            pairs.extend([shift(i..from, j..j), shift(from..from, j..to)]);
        } else {
            pairs.push(shift(i..from, j..to));
        }
        (i, j) = (from, to);
    }
}

/// How many units of the source and of the translation a step takes; of equally good ones the first.
const STEPS: [(usize, usize); 5] = [(1, 1), (1, 0), (0, 1), (2, 1), (1, 2)];

fn step_cost(a: &[Unit], b: &[Unit], i: usize, j: usize, (down, right): (usize, usize), costs: &[u32], width: usize) -> u32 {
    let (Some(from), Some(to)) = (a.get(i..i + down), b.get(j..j + right)) else { return NEVER };
    let own = match (from, to) {
        ([_], []) | ([], [_]) => ALONE,
        ([one], [other]) if fits(one, other) => distance(from, to),
        ([first, second], [one]) | ([one], [first, second]) if joins(first, second, one) => JOINED + distance(from, to),
        _ => return NEVER,
    };
    own.saturating_add(costs[(i + down) * width + j + right]).min(NEVER)
}

/// Whether one unit can say what two in a row say.
fn joins(first: &Unit, second: &Unit, one: &Unit) -> bool {
    one.kind == UnitKind::Paragraph && fits(first, one) && fits(second, one)
}

/// How unlike two groups are: in length, in what they link to, in their numbers, in what must be the same to the letter.
fn distance(a: &[Unit], b: &[Unit]) -> u32 {
    let task = if a.len() == b.len() && a.iter().zip(b).any(|(a, b)| a.kind != b.kind) { 400 } else { 0 };
    Profile::of(a).distance(&Profile::of(b)) + task
}

/// What of a group of units is the same in all languages, or nearly so.
struct Profile<'u> {
    length: f64,
    references: BTreeSet<&'u str>,
    digits: Vec<char>,
}

impl Profile<'_> {
    fn of(units: &[Unit]) -> Profile<'_> {
        let mut digits: Vec<char> = units.iter().flat_map(|unit| unit.meaning.chars()).filter(char::is_ascii_digit).take(64).collect();
        digits.sort_unstable();
        Profile {
            // The shorter, the less a length says.
            length: (units.iter().map(|unit| unit.meaning.chars().count()).sum::<usize>() + 10) as f64,
            references: units.iter().flat_map(|unit| &unit.references).map(|reference| reference.name.as_str()).collect(),
            digits,
        }
    }

    fn distance(&self, other: &Profile<'_>) -> u32 {
        // A tenth more or less says nothing.
        let ratio = ((self.length / other.length).ln().abs() - 0.1).max(0.0);
        let references = self.references.symmetric_difference(&other.references).take(4).count() as u32 * 200;
        let numbers = if self.digits == other.digits { 0 } else { 80 };
        ((ratio * ratio * 3000.0) as u32).min(LONGEST) + references + numbers
    }
}

/// Like with like, in order; what lies between is alone.
fn by_order(a: &[Unit], b: &[Unit]) -> Vec<(Range<usize>, Range<usize>)> {
    let mut pairs = Vec::new();
    let mut next = 0;
    for (i, unit) in a.iter().enumerate() {
        // Not far: else one unit without counterpart would cost the walk to the end each time.
        match (next..b.len().min(next + 8)).find(|&j| fits(unit, &b[j])) {
            Some(j) => {
                pairs.extend((next..j).map(|at| (i..i, at..at + 1)));
                pairs.push((i..i + 1, j..j + 1));
                next = j + 1;
            }
            None => pairs.push((i..i + 1, next..next)),
        }
    }
    pairs.extend((next..b.len()).map(|at| (a.len()..a.len(), at..at + 1)));
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::path::SitePath;
    use crate::base::text::Text;
    use crate::document::units;

    /// `source→target` by numbers, parted by spaces.
    fn aligned(source: &str, target: &str) -> String {
        let units = |source: &str| units::of(&Text::new(SitePath::new("a.md"), source)).list;
        let show = |range: Range<usize>| range.map(|at| at.to_string()).collect::<Vec<_>>().join("+");
        let pairs = align(&units(source), &units(target));
        pairs.into_iter().map(|pair| format!("{}→{}", show(pair.source), show(pair.target))).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn texts_that_are_built_alike_are_paired_one_to_one() {
        assert_eq!(aligned("# a\n\nb\n\n- c\n", "# а\n\nСовсем другая длина, и намного.\n\n- в\n"), "0→0 1→1 2→2");
    }

    #[test]
    fn what_is_missing_or_added_is_alone() {
        let source = "One sentence of some length.\n\n- item\n\nAnother one, at the end of it.\n";
        assert_eq!(aligned(source, "Одно предложение с длиной.\n\nДругое, уже в самом конце.\n"), "0→0 1→ 2→1");
        assert_eq!(aligned("Одно предложение с длиной.\n\nДругое, уже в самом конце.\n", source), "0→0 →1 1→2");
    }

    #[test]
    fn two_paragraphs_may_have_become_one_and_one_two() {
        let two = "The first sentence says something.\n\nThe second goes on from there.\n\nThe third one ends it with 7.\n";
        let one = "La prima frase dice qualcosa, e la seconda continua da lì in poi.\n\nLa terza finisce con 7.\n";
        assert_eq!(aligned(two, one), "0+1→0 2→1");
        assert_eq!(aligned(one, two), "0→0+1 1→2");
    }

    #[test]
    fn a_paragraph_that_is_not_translated_yet_is_not_taken_for_a_half() {
        let one = "Una frase di una certa lunghezza, come tante altre che si scrivono.\n";
        let two = "A sentence that has a certain length, like so many that one writes.\n\nAnother sentence, which is longer by some words than the first, but not by many.\n";
        assert_eq!(aligned(two, one), "0→0 1→");
        assert_eq!(
            aligned(
                "A paragraph of some length, with a link or two in it.\n\nA short one.\n",
                "Un capoverso di qualche lunghezza, con uno o due link.\n"
            ),
            "0→0 1→"
        );
        assert_eq!(aligned("- First item\n- Second item\n", "- Primo punto\n"), "0→0 1→");
    }

    #[test]
    fn no_pair_reaches_from_one_section_into_another() {
        let source = "Lead.\n\n## One\n\nAbout [[a]] there is something.\n\n## Two\n\nThe second says as much.\n\n## Three\n\nAbout [[c]] there is more.\n";
        assert_eq!(
            aligned(source, "Testa.\n\n## Uno\n\nDi [[a|a]] si dice qualcosa.\n\n## Tre\n\nDi [[c|c]] si dice altro.\n"),
            "0→0 1→1 2→2 3→ 4→ 5→3 6→4"
        );
        // Which of three it is, nothing tells.
        let plain = "## One\n\nFirst words here.\n\n## Two\n\nOther words here.\n\n## Three\n\nSome words here.\n";
        assert_eq!(aligned(plain, "## Due\n\nAltre parole qui.\n\n## Tre\n\nAlcune parole.\n"), "0→ 1→ 2→ 3→ 4→ 5→ →0 →1 →2 →3");
        assert_eq!(
            aligned("## A\n\n- x\n\nb\n", "## A\n\nЧто-то совсем другое, и намного длиннее, чем было в исходном тексте.\n"),
            "0→0 1→ 2→ →1"
        );
    }

    #[test]
    fn a_huge_text_is_paired_in_the_time_of_reading_it() {
        let many = "a\n\n".repeat(20_000);
        let units = |source: &str| units::of(&Text::new(SitePath::new("a.md"), source)).list;
        let pairs = align(&units(&many), &units(&format!("- b\n\n{many}")));
        assert_eq!(pairs.iter().filter(|pair| pair.source.len() == 1 && pair.target.len() == 1).count(), 20_000);
    }
}
