//! Many names, the nearest of which is asked for again and again.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use super::diagnostic::nearest;

/// So few names are all measured; what else is here would cost more.
const FEW: usize = 256;
/// So many places of runs are looked at for one wrong name.
const LOOKED_AT: usize = 1024;
/// So many of the names that they lead to are measured.
const MEASURED: usize = 16;

/// Letters that stand next to each other.
type Run = [char; 3];

/// Names among which a misspelt one is looked for at the same price however many they are: only those are measured that share its rarest
/// runs of letters.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// By length, then by letters.
    names: Vec<Name>,
    /// The places of the names that have a run in them, in their order. Only looked up, never walked.
    runs: HashMap<Run, Vec<usize>>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    /// In characters.
    length: usize,
    text: Box<str>,
}

impl<'a> FromIterator<&'a str> for Vocabulary {
    fn from_iter<I: IntoIterator<Item = &'a str>>(names: I) -> Vocabulary {
        let mut names: Vec<Name> = names.into_iter().map(|name| Name { length: name.chars().count(), text: name.into() }).collect();
        names.sort_unstable();
        names.dedup();
        let mut found: HashMap<Run, Vec<usize>> = HashMap::new();
        if names.len() > FEW {
            for (place, name) in names.iter().enumerate() {
                runs(&name.text.to_lowercase()).into_iter().for_each(|run| found.entry(run).or_default().push(place));
            }
        }
        Vocabulary { names, runs: found }
    }
}

impl Vocabulary {
    /// The name nearest to a misspelt one, if any is near enough that it can have been meant.
    pub fn nearest(&self, wrong: &str) -> Option<String> {
        if self.names.len() <= FEW {
            return nearest(wrong, self.names.iter().map(|name| &*name.text));
        }
        let wrong = wrong.to_lowercase();
        let length = wrong.chars().count();
        // What is much shorter or longer is not near.
        let from = self.names.partition_point(|name| name.length < length - length / 3);
        let to = self.names.partition_point(|name| name.length <= length || name.length - length <= name.length / 3);
        if from >= to {
            return None;
        }
        let places = |run: Run| {
            let places = self.runs.get(&run)?;
            Some(&places[places.partition_point(|&place| place < from)..places.partition_point(|&place| place < to)])
        };
        let mut places: Vec<&[usize]> = runs(&wrong).into_iter().filter_map(places).collect();
        places.sort_by_key(|places| places.len());
        let mut looked_at: Vec<usize> = places.into_iter().flatten().copied().take(LOOKED_AT).collect();
        looked_at.sort_unstable();
        let mut shared: Vec<(Reverse<usize>, usize)> = looked_at.chunk_by(|a, b| a == b).map(|one| (Reverse(one.len()), one[0])).collect();
        shared.sort_unstable();
        nearest(&wrong, shared.iter().take(MEASURED).map(|&(_, place)| &*self.names[place].text))
    }
}

/// The runs of a word. What it begins and ends with counts for more: a short word has few others.
fn runs(word: &str) -> BTreeSet<Run> {
    let mut last = ['\0', '\0'];
    let run = |letter: char| {
        let run = [last[0], last[1], letter];
        last = [last[1], letter];
        run
    };
    word.chars().chain(['\0', '\0']).map(run).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: [&str; 12] = ["old", "lost", "grey", "Última", "blind", "honest", "weak", "тихий", "proud", "late", "silver", "seventh"];
    const SECOND: [&str; 12] = ["sheep", "coin", "baker", "sastre", "door", "ferry", "рынок", "miller", "promise", "debt", "well", "guest"];
    const THIRD: [&str; 6] = ["", "-returns", "-of-the-village", "-at-night", "-и-море", "-2"];

    fn names() -> Vec<String> {
        let third = |first: &'static str, second: &'static str| THIRD.map(|third| format!("{first}-{second}{third}"));
        FIRST.iter().flat_map(|first| SECOND.iter().flat_map(move |second| third(first, second))).collect()
    }

    /// One letter left out, two exchanged, one doubled, one replaced, at a place of the word.
    fn misspelt(name: &str, at: usize) -> [String; 4] {
        let letters: Vec<char> = name.chars().collect();
        let at = at % (letters.len() - 1);
        let with = |middle: &[char], from: usize| letters[..at].iter().chain(middle).chain(&letters[from..]).collect();
        [with(&[], at + 1), with(&[letters[at + 1], letters[at]], at + 2), with(&[letters[at]; 2], at + 1), with(&['x'], at + 1)]
    }

    #[test]
    fn of_many_names_the_same_is_found_as_by_measuring_all() {
        let names = names();
        let vocabulary: Vocabulary = names.iter().map(String::as_str).collect();
        assert!(names.len() > FEW && !vocabulary.runs.is_empty());
        for (number, name) in names.iter().enumerate().step_by(31) {
            for wrong in misspelt(name, number) {
                assert_eq!(vocabulary.nearest(&wrong), nearest(&wrong, names.iter().map(String::as_str)), "{wrong}");
            }
        }
    }

    #[test]
    fn what_is_near_to_nothing_is_near_to_nothing_among_many_names_too() {
        let names = names();
        let vocabulary: Vocabulary = names.iter().map(String::as_str).collect();
        for wrong in ["", "x", "zzzzzzzzzzzz", "completely different", &"long".repeat(10_000)] {
            assert_eq!(vocabulary.nearest(wrong), None);
        }
        assert_eq!(Vocabulary::default().nearest("a"), None);
    }

    #[test]
    fn a_short_name_is_found_by_its_beginning_and_its_end() {
        let names: Vec<String> = (100..900).map(|number| number.to_string()).collect();
        let vocabulary: Vocabulary = names.iter().map(String::as_str).chain(["sol"]).collect();
        for wrong in ["sil", "siol", "xol", "sl"] {
            assert_eq!(vocabulary.nearest(wrong).as_deref(), Some("sol"), "{wrong}");
        }
    }
}
