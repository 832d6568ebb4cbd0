//! Works that say nearly the same in the same language.
//!
//! A text is sketched by the least hash in each of some bins over its runs of words (one-permutation MinHash); texts whose sketches share a
//! band are compared bin by bin. So the time is linear in the number of texts.

use std::collections::HashMap;

use crate::document::units::{Unit, UnitKind};

/// Words in a run.
const RUN: usize = 4;
/// Shorter texts may well be alike.
const LEAST_RUNS: usize = 50;
/// Bins, and how many make a band.
const BINS: usize = 96;
const BAND: usize = 3;
/// Of a hundred runs of words that either has, how many both have.
const ALIKE: usize = 60;

/// What a text's words leave.
#[derive(Clone, Debug, PartialEq)]
pub struct Sketch([u32; BINS]);

impl Sketch {
    /// Of a text that is long enough. Parts in other languages and what only marks it are left out.
    pub fn of(units: &[Unit]) -> Option<Sketch> {
        let parts = units.iter().filter(|unit| !matches!(unit.kind, UnitKind::Title | UnitKind::Attribute(_)));
        let parts = parts.flat_map(|unit| &unit.parts).filter(|part| part.language.is_none());
        let words: Vec<u64> = parts.flat_map(|part| part.words.split(|c: char| !c.is_alphanumeric())).filter_map(word).collect();
        let runs = words.len().saturating_sub(RUN - 1);
        if runs < LEAST_RUNS {
            return None;
        }
        let mut bins = [u32::MAX; BINS];
        for run in words.windows(RUN) {
            let hash = mix(run.iter().fold(0, |hash: u64, word| mix(hash ^ word)));
            let bin = (hash >> 32) as usize % BINS;
            bins[bin] = bins[bin].min(hash as u32);
        }
        // An empty bin takes what the next has.
        let mut next = bins.iter().copied().find(|bin| *bin != u32::MAX)?;
        for (distance, bin) in bins.iter_mut().rev().enumerate() {
            match *bin {
                u32::MAX => *bin = mix(u64::from(next) + distance as u64) as u32,
                full => next = full,
            }
        }
        Some(Sketch(bins))
    }

    fn likeness(&self, other: &Sketch) -> usize {
        self.0.iter().zip(&other.0).filter(|(a, b)| a == b).count() * 100 / BINS
    }
}

/// FNV-1a over the letters in lower case.
fn word(word: &str) -> Option<u64> {
    let letters = word.chars().flat_map(char::to_lowercase);
    (!word.is_empty()).then(|| letters.fold(0xcbf2_9ce4_8422_2325, |hash, c| (hash ^ u64::from(c as u32)).wrapping_mul(0x100_0000_01b3)))
}

/// The end of MurmurHash3: every bit depends on every other.
fn mix(mut hash: u64) -> u64 {
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}

/// For each text that resembles an earlier one: both their places in the list, and how many runs of a hundred they share.
pub fn alike(sketches: &[Option<Sketch>]) -> Vec<(usize, usize, usize)> {
    let mut bands: HashMap<(usize, &[u32]), usize> = HashMap::new();
    let mut found = Vec::new();
    for (at, sketch) in sketches.iter().enumerate() {
        let Some(sketch) = sketch else { continue };
        let mut best: Option<(usize, usize)> = None;
        for (number, band) in sketch.0.chunks(BAND).enumerate() {
            // Only the first with this band is asked: of many copies of one text each is told beside it.
            let first = *bands.entry((number, band)).or_insert(at);
            if first == at || best.is_some_and(|(_, other)| other == first) {
                continue;
            }
            let likeness = sketches[first].as_ref().map_or(0, |other| sketch.likeness(other));
            if likeness >= ALIKE && best.is_none_or(|(most, _)| likeness > most) {
                best = Some((likeness, first));
            }
        }
        found.extend(best.map(|(likeness, first)| (first, at, likeness)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::path::SitePath;
    use crate::base::text::Text;
    use crate::document::units;

    fn sketch(text: &str) -> Option<Sketch> {
        Sketch::of(&units::of(&Text::new(SitePath::new("a.en.md"), text)).list)
    }

    fn story(names: [&str; 2], end: &str) -> String {
        let numbered = |from: usize| (from..from + 60).map(|n| format!("word{n} ")).collect::<String>();
        format!("{} {}\n\n{} {}\n\n{end}\n", names[0], numbered(0), names[1], numbered(60))
    }

    #[test]
    fn a_text_with_other_names_and_another_end_is_a_near_copy() {
        let texts =
            [story(["Ann", "Bob"], "So it ended."), "other ".repeat(90), story(["Anna", "Roberto"], "And that was that, in short.")];
        let sketches: Vec<_> = texts.iter().map(|text| sketch(text)).collect();
        let found = alike(&sketches);
        assert_eq!(found.iter().map(|(a, b, _)| (*a, *b)).collect::<Vec<_>>(), [(0, 2)]);
    }

    #[test]
    fn short_texts_and_texts_that_share_a_quotation_are_none() {
        assert_eq!(sketch("Rule by example, not by word."), None);
        let shared: String = (0..30).map(|n| format!("shared{n} ")).collect();
        let own = |name: &str| (0..60).map(|n| format!("{name}{n} ")).collect::<String>();
        let sketches = [sketch(&format!("{shared}\n\n{}", own("a"))), sketch(&format!("{shared}\n\n{}", own("b")))];
        assert_eq!(alike(&sketches), []);
    }

    #[test]
    fn many_copies_cost_no_more_than_their_number() {
        let one = sketch(&story(["Ann", "Bob"], "End."));
        let many = vec![one; 20_000];
        assert_eq!(alike(&many).len(), 19_999);
    }
}
