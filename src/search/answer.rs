//! What is found, in which order, and why. The theme's `search.js` ranks by the same rules.

use std::collections::BTreeMap;
use std::ops::Range;

use super::documents::{Document, Group};
use super::matches::{Catalogue, Nearness, Way, Weighed, Word};
use super::shards::Outline;
use super::{Index, form};
use crate::base::language::Language;
use crate::base::locale::Locale;
use crate::base::words::{Words, fold};

/// More words are not looked for.
const WORDS: usize = 32;
/// Texts in which phrases are looked for.
const PHRASED: usize = 300;
/// About so many characters are shown of a text.
const SNIPPET: usize = 180;

/// The answer to a question.
#[derive(Debug, Default)]
pub struct Answer<'i> {
    /// Works, people and sources that the reader's language has.
    pub own: Vec<Hit<'i>>,
    /// Themes.
    pub themes: Vec<Hit<'i>>,
    /// Works that only other languages have.
    pub elsewhere: Vec<Hit<'i>>,
}

/// Something that was found.
#[derive(Debug)]
pub struct Hit<'i> {
    /// What.
    pub document: &'i Document,
    /// The language of the index that knows it.
    pub language: Language,
    /// How near it is to the question.
    pub score: f64,
    /// Why, word by word.
    pub reasons: Vec<Reason>,
    /// The passage that says the most of what was asked for.
    pub snippet: Snippet,
}

/// Why a document was found by a word.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// The word of the question.
    pub word: String,
    /// The form that answers it; nothing where it is one of many beginnings.
    pub form: Option<String>,
    /// How it does.
    pub way: Way,
    /// How much the form says about the document: 1 to 63.
    pub impact: u8,
    /// How much is learned from the word.
    pub idf: f64,
}

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

/// Answers a question of a reader of one language from the indexes of all.
pub fn ask<'i>(indexes: &'i [(Index, Outline)], language: Language, question: &str) -> Answer<'i> {
    let mut answer = Answer::default();
    let Some(place) = indexes.iter().position(|(index, _)| index.language == language) else { return answer };
    let mut elsewhere: BTreeMap<u32, Hit<'i>> = BTreeMap::new();
    for (index, outline) in indexes {
        let is_own = index.language == language;
        for hit in rank(index, outline, question) {
            let (group, is_in) = (hit.document.class.group(), hit.document.class.is_in(place));
            if is_own && group == Group::Theme {
                answer.themes.push(hit);
            } else if is_own && is_in {
                answer.own.push(hit);
            } else if group != Group::Theme && !is_in {
                let best = elsewhere.get(&hit.document.number);
                if best.is_none_or(|best| hit.score > best.score) {
                    elsewhere.insert(hit.document.number, hit);
                }
            }
        }
    }
    answer.elsewhere = elsewhere.into_values().collect();
    answer.elsewhere.sort_by(by_score);
    answer
}

fn by_score(a: &Hit, b: &Hit) -> std::cmp::Ordering {
    b.score.total_cmp(&a.score).then(a.document.number.cmp(&b.document.number))
}

/// The documents of an index that have any of the words, the best first.
fn rank<'i>(index: &'i Index, outline: &'i Outline, question: &str) -> Vec<Hit<'i>> {
    let catalogue = Catalogue::new(index, outline);
    let (words, phrases) = understand(&catalogue, question);
    let weighed: Vec<Weighed> = words.iter().map(|word| catalogue.weigh(word)).collect();
    let worth: f64 = weighed.iter().map(|word| word.idf).sum();
    let mut found: BTreeMap<u32, (f64, f64)> = BTreeMap::new();
    for word in &weighed {
        for (number, nearness) in &word.documents {
            let (sum, share) = found.entry(*number).or_default();
            *sum += word.idf * nearness.near;
            *share += word.idf;
        }
    }
    let mut hits: Vec<(f64, u32)> = found.into_iter().map(|(number, (sum, share))| (sum * share / worth, number)).collect();
    hits.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let locales = &mut Locales::default();
    if !phrases.is_empty() {
        hits.truncate(PHRASED);
        hits.retain(|(_, number)| index.document(*number).is_some_and(|document| holds_all(document, index.language, &phrases, locales)));
    }
    let hit = |(score, number): (f64, u32)| {
        let document = index.document(number)?;
        let reason = |(word, weighed): (&Word, &Weighed)| {
            let Nearness { posting, form, way, .. } = weighed.documents.get(&number)?.clone();
            Some(Reason { word: word.form.clone(), form, way, impact: posting.impact, idf: weighed.idf })
        };
        let reasons = words.iter().zip(&weighed).filter_map(reason).collect();
        let snippet = snippet(document, index.language, &words, &weighed, locales);
        Some(Hit { document, language: index.language, score, reasons, snippet })
    };
    hits.into_iter().filter_map(hit).collect()
}

/// The words of a question, and those that must stand in a row.
fn understand(catalogue: &Catalogue, question: &str) -> (Vec<Word>, Vec<Vec<String>>) {
    let parts = Words::of(catalogue.index.language);
    let mut words: Vec<Word> = Vec::new();
    for at in parts.places(question) {
        let form = catalogue.form(&question[at.clone()]);
        let is_last = at.end == question.len();
        match words.iter_mut().find(|word| word.form == form) {
            Some(word) => word.is_last |= is_last,
            None => words.push(Word { folded: fold(&form).into_owned(), form, is_last }),
        }
    }
    words.truncate(WORDS);
    let folded = |word: &str| fold(&catalogue.form(word)).into_owned();
    let phrases = quoted(question).into_iter().map(|phrase| parts.split(phrase).map(folded).collect::<Vec<_>>());
    (words, phrases.filter(|phrase| !phrase.is_empty()).collect())
}

/// What stands in quotation marks.
fn quoted(question: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = question;
    while let Some((open, c)) = rest.char_indices().find(|(_, c)| matches!(c, '"' | '“' | '„' | '«')) {
        let after = &rest[open + c.len_utf8()..];
        let close = after.char_indices().find(|(_, end)| match c {
            '"' => *end == '"',
            '“' => *end == '”',
            '„' => matches!(end, '“' | '”'),
            _ => *end == '»',
        });
        match close {
            Some((end, mark)) => {
                found.push(&after[..end]);
                rest = &after[end + mark.len_utf8()..];
            }
            None => rest = after,
        }
    }
    found
}

/// The rules of the languages that texts are in, made when one is met.
#[derive(Default)]
struct Locales(BTreeMap<Language, (Locale, Words)>);

impl Locales {
    fn of(&mut self, language: Language) -> &(Locale, Words) {
        self.0.entry(language).or_insert_with(|| (Locale::new(language), Words::of(language)))
    }
}

fn holds_all(document: &Document, language: Language, phrases: &[Vec<String>], locales: &mut Locales) -> bool {
    let (locale, parts) = locales.of(document.language.unwrap_or(language));
    let texts = document.passages.iter().flat_map(|passage| [passage.heading.clone(), passage.text()]);
    let texts = std::iter::once(document.title.clone()).chain(texts);
    let folded: Vec<Vec<String>> =
        texts.map(|text| parts.split(&text).map(|word| fold(&form(word, locale)).into_owned()).collect()).collect();
    phrases.iter().all(|phrase| folded.iter().any(|words| words.windows(phrase.len()).any(|words| words == phrase)))
}

/// The part of a text that says the most of what was asked for.
fn snippet(document: &Document, language: Language, words: &[Word], weighed: &[Weighed], locales: &mut Locales) -> Snippet {
    let (locale, parts) = locales.of(document.language.unwrap_or(language));
    let answers = |folded: &str| {
        words.iter().zip(weighed).position(|(word, weighed)| {
            weighed.found.forms.iter().any(|(form, ..)| &*form.folded == folded)
                || weighed.has_beginnings() && folded.starts_with(&word.folded)
        })
    };
    let mentions = |text: &str| -> Vec<(Range<usize>, usize)> {
        parts.places(text).filter_map(|at| Some((at.clone(), answers(&fold(&form(&text[at], locale)))?))).collect()
    };
    let mut best: Option<(f64, Snippet)> = None;
    for passage in &document.passages {
        let (heading, text) = (mentions(&passage.heading), passage.text());
        let found = mentions(&text);
        for (first, (from, _)) in found.iter().enumerate() {
            let window = found[first..].iter().take_while(|(at, _)| at.end - from.start <= SNIPPET * 2);
            let (mut said, mut end) = (vec![false; words.len()], from.end);
            heading.iter().for_each(|(_, word)| said[*word] = true);
            for (at, word) in window {
                said[*word] = true;
                end = at.end;
            }
            let worth: f64 = weighed.iter().zip(&said).filter(|(_, said)| **said).map(|(word, _)| word.idf).sum();
            if best.as_ref().is_none_or(|(best, _)| worth > *best) {
                best = Some((worth, excerpt(passage, &text, from.start..end, &found)));
            }
        }
    }
    best.map(|(_, snippet)| snippet).unwrap_or_else(|| {
        let opening = document.passages.first().map(|passage| passage.text()).unwrap_or_default();
        let text: String = opening.chars().take(SNIPPET).collect();
        Snippet { text, ..Snippet::default() }
    })
}

/// Some text around a place, in whole words.
fn excerpt(passage: &crate::site::Passage, text: &str, at: Range<usize>, found: &[(Range<usize>, usize)]) -> Snippet {
    let before: usize = text[..at.start].chars().rev().take(SNIPPET / 3).map(char::len_utf8).sum();
    let start = text[at.start - before..at.start]
        .find(' ')
        .filter(|_| before < at.start)
        .map_or(at.start - before, |space| at.start - before + space + 1);
    let room = SNIPPET.saturating_sub(text[start..at.end].chars().count());
    let after: usize = text[at.end..].chars().take(room).map(char::len_utf8).sum();
    let cut = at.end + after;
    let end = if cut == text.len() { cut } else { text[at.end..cut].rfind(' ').map_or(at.end, |space| at.end + space) };
    let inside = found.iter().filter(|(mark, _)| mark.start >= start && mark.end <= end);
    Snippet {
        anchor: passage.anchor.clone(),
        heading: passage.heading.trim().to_owned(),
        text: text[start..end].to_owned(),
        marks: inside.map(|(mark, _)| mark.start - start..mark.end - start).collect(),
    }
}
