//! The part of a text that says the most of what was asked for, and whether it says words in a row.

use std::collections::BTreeMap;
use std::ops::Range;

use super::documents::Document;
use super::matches::Weighed;
use crate::base::forms::Forms;
use crate::base::language::Language;
use crate::base::words::{Words, fold};
use crate::site::Passage;

/// About so many characters are shown of a text.
const SNIPPET: usize = 180;

/// A part of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// The anchor of its heading; empty above the first.
    pub anchor: String,
    /// The heading.
    pub heading: String,
    /// The words.
    pub text: String,
    /// Which of them were asked for, as places in the text.
    pub marks: Vec<Range<usize>>,
}

/// The rules of the languages that texts are in, made when one is met.
#[derive(Default)]
pub(super) struct Rules(BTreeMap<Language, (Forms, Words)>);

impl Rules {
    fn of(&mut self, document: &Document, language: Language) -> &(Forms, Words) {
        let language = document.language.unwrap_or(language);
        self.0.entry(language).or_insert_with(|| (Forms::of(language), Words::of(language)))
    }
}

/// Whether the title, a heading or a passage says each of these phrases, given as folded words.
pub(super) fn says(document: &Document, language: Language, phrases: &[Vec<String>], rules: &mut Rules) -> bool {
    let (forms, parts) = rules.of(document, language);
    let texts = document.passages.iter().flat_map(|passage| [passage.heading.clone(), passage.text()]);
    let texts = std::iter::once(document.title.clone()).chain(texts);
    let folded: Vec<Vec<String>> =
        texts.map(|text| parts.split(&text).map(|word| fold(&forms.form(word)).into_owned()).collect()).collect();
    phrases.iter().all(|phrase| folded.iter().any(|words| words.windows(phrase.len()).any(|words| words == phrase)))
}

/// Whether the title says any of the words.
pub(super) fn is_called_so(document: &Document, language: Language, asked: &[Weighed], rules: &mut Rules) -> bool {
    let (forms, parts) = rules.of(document, language);
    let mut words = parts.split(&document.title);
    words.any(|word| {
        let folded = fold(&forms.form(word)).into_owned();
        asked.iter().any(|word| word.found.is_answered_by(&folded))
    })
}

/// The part that says the most; where none says anything, how the text begins.
pub(super) fn snippet(document: &Document, language: Language, asked: &[Weighed], rules: &mut Rules) -> Snippet {
    let (forms, parts) = rules.of(document, language);
    let mentions = |text: &str| -> Vec<Mention> {
        let mention = |place: Range<usize>| {
            let folded = fold(&forms.form(&text[place.clone()])).into_owned();
            let word = asked.iter().position(|word| word.found.is_answered_by(&folded))?;
            Some(Mention { place, word })
        };
        parts.places(text).filter_map(mention).collect()
    };
    let mut best: Option<(f64, Snippet)> = None;
    for passage in &document.passages {
        let (heading, text) = (mentions(&passage.heading), passage.text());
        let found = mentions(&text);
        for (first, Mention { place: from, .. }) in found.iter().enumerate() {
            let window = found[first..].iter().take_while(|mention| mention.place.end - from.start <= SNIPPET * 2);
            let (mut said, mut end) = (vec![false; asked.len()], from.end);
            heading.iter().for_each(|mention| said[mention.word] = true);
            for mention in window {
                said[mention.word] = true;
                end = mention.place.end;
            }
            let worth: f64 = asked.iter().zip(&said).filter(|(_, said)| **said).map(|(word, _)| word.idf).sum();
            if best.as_ref().is_none_or(|(best, _)| worth > *best) {
                best = Some((worth, excerpt(passage, &text, from.start..end, &found)));
            }
        }
    }
    best.map(|(_, snippet)| snippet).unwrap_or_else(|| {
        let opening = document.passages.first().map(Passage::text).unwrap_or_default();
        let text: String = opening.chars().take(SNIPPET).collect();
        Snippet { text, ..Snippet::default() }
    })
}

/// Where a text says a word that was asked for, and which one.
struct Mention {
    place: Range<usize>,
    word: usize,
}

/// Some text around a place, in whole words where words have spaces between.
fn excerpt(passage: &Passage, text: &str, at: Range<usize>, found: &[Mention]) -> Snippet {
    let before: usize = text[..at.start].chars().rev().take(SNIPPET / 3).map(char::len_utf8).sum();
    let earliest = at.start - before;
    let space = text[earliest..at.start].find(' ').filter(|_| earliest > 0);
    let start = space.map_or(earliest, |space| earliest + space + 1);
    let room = SNIPPET.saturating_sub(text[start..at.end].chars().count());
    let after: usize = text[at.end..].chars().take(room).map(char::len_utf8).sum();
    let latest = at.end + after;
    let space = text[at.end..latest].rfind(' ').filter(|_| latest < text.len());
    let end = space.map_or(latest, |space| at.end + space);
    let inside = found.iter().filter(|mention| mention.place.start >= start && mention.place.end <= end);
    Snippet {
        anchor: passage.anchor.clone(),
        heading: passage.heading.trim().to_owned(),
        text: text[start..end].to_owned(),
        marks: inside.map(|mention| mention.place.start - start..mention.place.end - start).collect(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::site::Part;

    fn cut(text: &str, word: &str) -> Snippet {
        let passage = Passage { parts: vec![Part { language: None, words: text.to_owned() }], ..Passage::default() };
        let at = text.find(word).unwrap();
        let place = at..at + word.len();
        excerpt(&passage, text, place.clone(), &[Mention { place, word: 0 }])
    }

    #[test]
    fn a_snippet_is_cut_between_words_and_marks_what_was_asked_for() {
        let text = format!("{} серьги 🎁 {}", "раз два три ".repeat(30).trim(), "четыре пять ".repeat(30).trim());
        let found = cut(&text, "серьги");
        assert!(found.text.chars().count() <= SNIPPET, "{}", found.text);
        assert!(
            found.text.split(' ').all(|word| ["раз", "два", "три", "серьги", "🎁", "четыре", "пять"].contains(&word)),
            "{}",
            found.text
        );
        assert_eq!(found.marks.iter().map(|mark| &found.text[mark.clone()]).collect::<Vec<_>>(), ["серьги"]);
    }

    #[test]
    fn a_text_without_spaces_has_snippets_as_long_as_others() {
        let text = "信頼".repeat(200) + "苦情" + &"顧客".repeat(200);
        let found = cut(&text, "苦情");
        assert_eq!(found.text.chars().count(), SNIPPET);
        assert_eq!(&found.text[found.marks[0].clone()], "苦情");
    }

    proptest! {
        #[test]
        fn every_text_can_be_cut(before in "[ a🎁яе\u{301}👨\u{200d}👩信]{0,300}", after in "[ a🎁яе\u{301}👨\u{200d}👩信]{0,300}") {
            let text = format!("{before}серьги{after}");
            let found = cut(&text, "серьги");
            prop_assert_eq!(&found.text[found.marks[0].clone()], "серьги");
            prop_assert!(text.contains(&found.text));
        }
    }
}
