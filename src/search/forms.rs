//! The words of the documents: in which they stand, and how much each says about them.

use std::collections::HashMap;

use rayon::prelude::*;

use super::documents::{Class, Document};
use crate::base::forms::Forms;
use crate::base::language::Language;
use crate::base::stem::stem;
use crate::base::words::{Words, fold};

/// A word as it is written small, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Without accents: what forms are sorted and found by.
    pub folded: Box<str>,
    /// The form.
    pub form: Box<str>,
    /// Its stem, folded.
    pub stem: Box<str>,
    /// The language that it is in where that is not the index's.
    pub language: Option<Language>,
    /// Where it stands, by class and number.
    pub postings: Vec<Posting>,
}

/// A document in which a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Posting {
    /// What kind of document.
    pub class: Class,
    /// Which.
    pub number: u32,
    /// How much the word says about it: 1 to 63.
    pub impact: u8,
}

/// The greatest impact: it is written as one character.
pub const MOST: u8 = 63;

/// Where in a document a word stands.
#[derive(Clone, Copy)]
enum Field {
    Title,
    /// Label of an own theme, a keyword, a name.
    Name,
    Heading,
    Body,
}

/// How soon one more of the same word says nothing new: `k1` of BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009).
const SATURATION: f32 = 1.2;
/// How far long texts are made up for: `b` of BM25.
const LENGTH: f32 = 0.6;
/// The length of a text for which nothing is made up. BM25 takes the average, which would change every posting with every edited text.
const USUAL_BODY: f32 = 256.0;
/// The same for titles.
const USUAL_TITLE: f32 = 4.0;

impl Field {
    /// What one occurrence counts, in a field of so many words. The fields are weighted before saturation, as BM25F has it.
    fn weight(self, length: usize) -> f32 {
        let made_up = |usual: f32| 1.0 - LENGTH + LENGTH * length as f32 / usual;
        match self {
            Field::Title => 8.0 / made_up(USUAL_TITLE),
            Field::Name => 3.0,
            Field::Heading => 2.5,
            Field::Body => 1.0 / made_up(USUAL_BODY).max(0.5),
        }
    }
}

/// The words of these documents, sorted by folded form, form, language and stem.
pub fn collect(documents: &[Document], language: Language) -> Vec<Form> {
    // Each thread reads its own run of documents, so that postings come out in order.
    let run = documents.len().div_ceil(rayon::current_num_threads() * 4).max(1);
    let found: Vec<Vec<Form>> = documents.par_chunks(run).map(|documents| Reader::new(language).read(documents)).collect();
    let mut forms: Vec<Form> = found.into_iter().flatten().collect();
    // Stable: equal forms stay in the order of their runs, and so do their numbers.
    forms.par_sort_by(|a, b| a.key().cmp(&b.key()));
    forms.dedup_by(|later, kept| {
        let same = later.key() == kept.key();
        if same {
            kept.postings.append(&mut later.postings);
        }
        same
    });
    forms.par_iter_mut().for_each(|form| {
        form.postings.sort_unstable();
        form.postings.shrink_to_fit();
    });
    forms
}

/// What forms are told apart and sorted by: folded form, form, language, stem.
pub type Key<'f> = (&'f str, &'f str, Option<Language>, &'f str);

impl Form {
    /// What it is told from others by.
    pub fn key(&self) -> Key<'_> {
        (&self.folded, &self.form, self.language, &self.stem)
    }
}

/// Reads documents one after the other. The words of the first are known when they come again.
struct Reader<'d> {
    language: Language,
    rules: HashMap<Option<Language>, (Forms, Words)>,
    /// Words as they are written, to the places of their forms.
    known: HashMap<(&'d str, Option<Language>), usize>,
    /// The same for forms.
    places: HashMap<(String, Option<Language>), usize>,
    forms: Vec<Form>,
    /// For each form, what it counts in the document that is being read.
    counts: Vec<f32>,
    /// The forms that count anything there.
    here: Vec<usize>,
}

impl<'d> Reader<'d> {
    fn new(language: Language) -> Reader<'d> {
        Reader {
            language,
            rules: HashMap::new(),
            known: HashMap::new(),
            places: HashMap::new(),
            forms: Vec::new(),
            counts: Vec::new(),
            here: Vec::new(),
        }
    }

    fn read(mut self, documents: &'d [Document]) -> Vec<Form> {
        for document in documents {
            self.document(document);
            for place in self.here.drain(..) {
                let count = std::mem::take(&mut self.counts[place]);
                let impact = (f32::from(MOST) * count / (SATURATION + count)).round().clamp(1.0, f32::from(MOST)) as u8;
                self.forms[place].postings.push(Posting { class: document.class, number: document.number, impact });
            }
        }
        self.forms
    }

    fn document(&mut self, document: &'d Document) {
        if !document.is_stub() {
            self.field(Field::Title, None, &document.title);
            document.names.iter().for_each(|name| self.field(Field::Name, None, name));
            let parts = document.passages.iter().flat_map(|passage| &passage.parts);
            // A word and its space take about six characters; an estimate will do.
            let length = parts.map(|part| part.words.chars().count()).sum::<usize>() / 6;
            for passage in &document.passages {
                self.field(Field::Heading, None, &passage.heading);
                for part in &passage.parts {
                    self.words(part.language.filter(|language| *language != self.language), &part.words, Field::Body.weight(length));
                }
            }
        }
        for theme in &document.themes[..document.own_themes] {
            self.field(Field::Name, None, &theme.label);
            theme.further.iter().for_each(|name| self.words(None, name, 1.0));
        }
    }

    fn field(&mut self, field: Field, language: Option<Language>, text: &'d str) {
        let length = if matches!(field, Field::Title) { text.split_whitespace().count() } else { 0 };
        self.words(language, text, field.weight(length));
    }

    fn words(&mut self, language: Option<Language>, text: &'d str, weight: f32) {
        let of = language.unwrap_or(self.language);
        let (_, words) = self.rules.entry(language).or_insert_with(|| (Forms::of(of), Words::of(of)));
        let words = *words;
        for word in words.split(text) {
            let place = match self.known.get(&(word, language)) {
                Some(place) => *place,
                None => self.place(word, language),
            };
            if self.counts[place] == 0.0 {
                self.here.push(place);
            }
            self.counts[place] += weight;
        }
    }

    fn place(&mut self, word: &'d str, language: Option<Language>) -> usize {
        let form = self.rules[&language].0.form(word).into_owned();
        let next = self.forms.len();
        let place = *self.places.entry((form, language)).or_insert_with_key(|(form, _)| {
            let stem = stem(form, language.unwrap_or(self.language));
            self.forms.push(Form {
                folded: fold(form).into(),
                stem: fold(&stem).into(),
                form: form.as_str().into(),
                language,
                postings: Vec::new(),
            });
            self.counts.push(0.0);
            next
        });
        self.known.insert((word, language), place);
        place
    }
}
