//! What is found, in which order, and why. The theme's `search.js` ranks by the same rules.

use std::collections::BTreeMap;

use super::Index;
use super::documents::{Document, Group};
use super::matches::{Catalogue, Nearness, Way, Weighed, Word};
use super::shards::Outline;
use super::snippets::{Rules, Snippet, is_called_so, says, snippet};
use crate::base::language::Language;
use crate::base::words::{Words, fold};

/// More words are not looked for.
const WORDS: usize = 32;
/// Texts in which phrases are looked for.
const PHRASED: usize = 300;
/// Themes that are looked at, and that are shown.
const NEAR_THEMES: usize = 5;
const MOST_THEMES: usize = 3;

/// The answer to a question.
#[derive(Debug, Default)]
pub struct Answer<'i> {
    /// Works, people and sources that the reader's language has.
    pub own: Hits<'i>,
    /// Themes that are called so; where none is, the nearest, if it is near enough.
    pub themes: Hits<'i>,
    /// Works that only other languages have.
    pub elsewhere: Hits<'i>,
}

/// What was found of one kind.
#[derive(Debug, Default)]
pub struct Hits<'i> {
    /// How much.
    pub count: usize,
    /// The first of it, the nearest first.
    pub first: Vec<Hit<'i>>,
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

/// Answers a question of a reader of one language from the indexes of all, with at most so many hits of a kind.
pub fn ask<'i>(indexes: &'i [(Index, Outline)], language: Language, question: &str, limit: usize) -> Answer<'i> {
    let Some(place) = indexes.iter().position(|(index, _)| index.language == language) else { return Answer::default() };
    let rules = &mut Rules::default();
    let asked: Vec<Asked> = indexes.iter().map(|(index, outline)| Asked::new(index, outline, question)).collect();
    let (mut own, mut themes) = (Vec::new(), Vec::new());
    let mut elsewhere: BTreeMap<u32, Ranked> = BTreeMap::new();
    for asked in &asked {
        let is_own = asked.index.language == language;
        for ranked in asked.rank(rules) {
            let class = ranked.document.class;
            let (group, is_in) = (class.group(), class.is_in(place));
            if is_own && group == Group::Theme {
                themes.push(ranked);
            } else if is_own && is_in {
                own.push(ranked);
            } else if group != Group::Theme && !is_in {
                let best = elsewhere.get(&ranked.document.number);
                if best.is_none_or(|best| ranked.score > best.score) {
                    elsewhere.insert(ranked.document.number, ranked);
                }
            }
        }
    }
    let mut elsewhere: Vec<Ranked> = elsewhere.into_values().collect();
    elsewhere.sort_by(by_score);
    let themes = called_so(themes, &own, rules);
    let mut hits = |ranked: Vec<Ranked<'_, 'i>>| Hits {
        count: ranked.len(),
        first: ranked.into_iter().take(limit).map(|ranked| ranked.hit(rules)).collect(),
    };
    Answer { own: hits(own), themes: hits(themes), elsewhere: hits(elsewhere) }
}

/// A question as an index understands it.
struct Asked<'i> {
    index: &'i Index,
    words: Vec<Word>,
    /// Words that must stand in a row.
    phrases: Vec<Vec<String>>,
    /// What answers each word.
    weighed: Vec<Weighed<'i>>,
}

/// A document that has any of the words.
struct Ranked<'a, 'i> {
    asked: &'a Asked<'i>,
    document: &'i Document,
    score: f64,
}

/// Themes that are called so; where none is, the first, if it says as much of it as works do.
fn called_so<'a, 'i>(mut themes: Vec<Ranked<'a, 'i>>, works: &[Ranked], rules: &mut Rules) -> Vec<Ranked<'a, 'i>> {
    themes.truncate(NEAR_THEMES);
    let is_called_so =
        |theme: &Ranked, rules: &mut Rules| is_called_so(theme.document, theme.asked.index.language, &theme.asked.weighed, rules);
    if themes.iter().any(|theme| is_called_so(theme, rules)) {
        themes.retain(|theme| is_called_so(theme, rules));
        themes.truncate(MOST_THEMES);
    } else {
        themes.truncate(1);
        themes.retain(|theme| works.first().is_none_or(|work| theme.score > work.score / 2.0));
    }
    themes
}

fn by_score(a: &Ranked, b: &Ranked) -> std::cmp::Ordering {
    b.score.total_cmp(&a.score).then(a.document.number.cmp(&b.document.number))
}

impl<'i> Asked<'i> {
    fn new(index: &'i Index, outline: &'i Outline, question: &str) -> Asked<'i> {
        let catalogue = Catalogue::new(index, outline);
        let (words, phrases) = understand(&catalogue, &catalogue.as_meant(question));
        let weighed = words.iter().map(|word| catalogue.weigh(word)).collect();
        Asked { index, words, phrases, weighed }
    }

    /// The documents that have any of the words, the best first.
    fn rank<'a>(&'a self, rules: &mut Rules) -> Vec<Ranked<'a, 'i>> {
        let worth: f64 = self.weighed.iter().map(|word| word.idf).sum();
        let mut found: BTreeMap<u32, (f64, f64)> = BTreeMap::new();
        for word in &self.weighed {
            for (number, nearness) in &word.documents {
                let (sum, share) = found.entry(*number).or_default();
                *sum += word.idf * nearness.near;
                *share += word.idf;
            }
        }
        let ranked = |(number, (sum, share)): (u32, (f64, f64))| {
            let document = self.index.document(number)?;
            Some(Ranked { asked: self, document, score: sum * share / worth })
        };
        let mut all: Vec<Ranked> = found.into_iter().filter_map(ranked).collect();
        all.sort_by(by_score);
        if !self.phrases.is_empty() {
            all.truncate(PHRASED);
            all.retain(|ranked| says(ranked.document, self.index.language, &self.phrases, rules));
        }
        all
    }
}

impl<'i> Ranked<'_, 'i> {
    fn hit(self, rules: &mut Rules) -> Hit<'i> {
        let Ranked { asked, document, score } = self;
        let reason = |(word, weighed): (&Word, &Weighed)| {
            let Nearness { posting, form, way, .. } = weighed.documents.get(&document.number)?.clone();
            Some(Reason { word: word.form.clone(), form, way, impact: posting.impact, idf: weighed.idf })
        };
        let reasons = asked.words.iter().zip(&asked.weighed).filter_map(reason).collect();
        let language = asked.index.language;
        let snippet = snippet(document, language, &asked.weighed, rules);
        Hit { document, language, score, reasons, snippet }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_stand_in_the_quotation_marks_of_any_language() {
        for (question, expected) in [
            ("a \"b c\" d \"e\"", &["b c", "e"][..]),
            ("«дело не в том» “x y” „Wort“ „слово”", &["дело не в том", "x y", "Wort", "слово"]),
            ("\"still being typed", &[]),
            ("\" a « b", &[]),
            ("", &[]),
        ] {
            assert_eq!(quoted(question), expected, "{question}");
        }
    }
}
