//! What is wrong with a body whatever it means.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::Range;

use super::problems::Problems;
use crate::base::diagnostic::{Code, Diagnostic};

/// Marks of quotations and lists at a line's beginning, beyond which nobody reads. The parser walks through all of them for each line, so a
/// text that has more is not parsed.
const MOST_MARKS: usize = 100;

/// The first line that begins with too many marks of quotations and lists.
pub(super) fn too_deep(text: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if marks(line) > MOST_MARKS {
            return Some(start..start + line.trim_end().len());
        }
        start += line.len();
    }
    None
}

fn marks(line: &str) -> usize {
    let mut marks = 0;
    let mut rest = line.trim_start();
    while marks <= MOST_MARKS {
        let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = rest.len() - after.len();
        rest = match after.as_bytes() {
            [b'>', ..] if digits == 0 => &after[1..],
            [b'-' | b'+' | b'*' | b':', b' ' | b'\t', ..] if digits == 0 => &after[1..],
            [b'.' | b')', b' ' | b'\t', ..] if (1..10).contains(&digits) => &after[1..],
            _ => return marks,
        };
        marks += 1;
        rest = rest.trim_start_matches([' ', '\t']);
    }
    marks
}

/// The paragraphs that were seen, to find those that stand twice.
#[derive(Debug, Default)]
pub(super) struct Paragraphs<'a> {
    seen: BTreeMap<Words<'a>, Range<usize>>,
}

/// Shorter ones may well be a refrain.
const LONG: usize = 80;

impl<'a> Paragraphs<'a> {
    /// Reports the paragraph if it was seen before, whatever its line breaks.
    pub(super) fn see(&mut self, text: &'a str, at: Range<usize>, problems: &mut Problems) {
        if text.len() < LONG {
            return;
        }
        match self.seen.entry(Words(text)) {
            Entry::Occupied(first) if !first.key().are_long() => {}
            Entry::Occupied(first) => problems.add_with_other(Diagnostic::new(Code::RepeatedParagraph), at, first.get().clone()),
            Entry::Vacant(free) => drop(free.insert(at)),
        }
    }
}

/// A text that is the same as another with the same words. Two texts seldom have the first word in common, so that hardly any is read.
#[derive(Debug)]
struct Words<'a>(&'a str);

impl Words<'_> {
    fn are_long(&self) -> bool {
        let mut characters = 0;
        self.0.split_whitespace().any(|word| {
            characters += word.chars().count() + 1;
            characters > LONG
        })
    }
}

impl Ord for Words<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.split_whitespace().cmp(other.0.split_whitespace())
    }
}

impl PartialOrd for Words<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Words<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Words<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_with_absurdly_many_marks_is_found() {
        assert_eq!(too_deep(&format!("я\r\n{}x\n", "> ".repeat(101))), Some(4..4 + 203));
        assert_eq!(too_deep(&"- ".repeat(200)), Some(0..399));
        assert_eq!(too_deep(&"1. ".repeat(200)), Some(0..599));
        assert_eq!(too_deep(&format!("{}\n{}", "-".repeat(300), "> - 1. я\n".repeat(90))), None);
    }

    #[test]
    fn a_long_paragraph_that_stands_twice_is_found_whatever_its_line_breaks() {
        let long = "слово ".repeat(20);
        let lines = long.replace(' ', "\n");
        let (mut paragraphs, mut problems) = (Paragraphs::default(), Problems::default());
        paragraphs.see(&long, 0..1, &mut problems);
        paragraphs.see(&lines, 5..6, &mut problems);
        paragraphs.see("коротко", 0..1, &mut problems);
        paragraphs.see("коротко", 5..6, &mut problems);
        assert_eq!(problems.len(), 1);
    }
}
