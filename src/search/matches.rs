//! Which forms of an index answer a word of a question, and how closely. The theme's `search-index.js` goes by the same rules, over the same
//! shards: what a browser finds, and what an editor is told that it finds, must not differ.

use std::collections::BTreeMap;

use super::forms::Key;
use super::shards::{Outline, best, listed};
use super::slips::{is_one_slip, on_other_layout};
use super::{Form, Index, Posting, form};
use crate::base::language::Language;
use crate::base::locale::Locale;
use crate::base::stem::stem;
use crate::base::words::fold;

/// Why a form answers a word, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// It is the word.
    Same,
    /// It is the word but for accents.
    Folded,
    /// It has the word's stem.
    Stem,
    /// It begins with the word, which may still be on its way.
    Beginning,
    /// It is what the keys give on another layout.
    Layout,
    /// It is one slip away.
    Slip,
}

impl Way {
    /// The name in machine-readable output and in messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Way::Same => "same",
            Way::Folded => "folded",
            Way::Stem => "stem",
            Way::Beginning => "beginning",
            Way::Layout => "layout",
            Way::Slip => "slip",
        }
    }
}

/// From this closeness on, a form says how frequent the word is.
const CERTAIN: f64 = 0.8;
const FOLDED: f64 = 0.95;
const STEM: f64 = 0.85;
const BEGINNING: f64 = 0.6;
const LAYOUT: f64 = 0.9;
const SLIP: f64 = 0.4;
/// Shards that are looked into for a stem, for a slip, and forms that a slip is taken for.
const SHARDS_OF_STEM: usize = 4;
const SHARDS_OF_SLIP: usize = 6;
const CANDIDATES: usize = 3;

/// A word of a question.
#[derive(Clone, Debug)]
pub struct Word {
    /// In small letters.
    pub form: String,
    /// Without accents.
    pub folded: String,
    /// Whether nothing follows it, so that it may be the beginning of another.
    pub is_last: bool,
}

/// What answers a word.
pub struct Found<'i> {
    /// The forms, with how close each is.
    pub forms: Vec<(&'i Form, f64, Way)>,
    /// In place of too many forms: the best documents of all that begin with the word.
    beginnings: Option<(usize, Vec<Posting>)>,
}

/// How near a document is to a word, and through which form.
#[derive(Clone, Debug)]
pub struct Nearness {
    /// The document's number and class, and the impact of the form.
    pub posting: Posting,
    /// 0 to 1.
    pub near: f64,
    /// The form; nothing where it was one of many that begin with the word.
    pub form: Option<String>,
    /// Why it counts.
    pub way: Way,
}

/// A word with all that answers it.
pub struct Weighed<'i> {
    /// What answers it.
    pub found: Found<'i>,
    /// How much is learned from a document that has it.
    pub idf: f64,
    /// By number.
    pub documents: BTreeMap<u32, Nearness>,
}

impl Weighed<'_> {
    /// Whether documents were found by many forms that begin with the word.
    pub fn has_beginnings(&self) -> bool {
        self.found.beginnings.is_some()
    }
}

/// An index with the outline of its shards.
pub struct Catalogue<'i> {
    pub index: &'i Index,
    pub outline: &'i Outline,
    locale: Locale,
}

impl<'i> Catalogue<'i> {
    pub fn new(index: &'i Index, outline: &'i Outline) -> Catalogue<'i> {
        Catalogue { index, outline, locale: Locale::new(index.language) }
    }

    /// A word of a question as the index writes it.
    pub fn form(&self, word: &str) -> String {
        form(word, &self.locale)
    }

    /// All that answers a word, weighed.
    pub fn weigh(&self, word: &Word) -> Weighed<'i> {
        let found = self.look(word);
        let mut documents: BTreeMap<u32, Nearness> = BTreeMap::new();
        let (mut all, mut certain) = (0, 0);
        let mut count = |total: usize, close: f64, way: Way, form: Option<&Form>, postings: &[Posting]| {
            all += total;
            certain += if close >= CERTAIN { total } else { 0 };
            for posting in postings {
                let near = close * f64::from(posting.impact) / 63.0;
                let known = documents.get(&posting.number);
                if known.is_none_or(|known| near > known.near) {
                    let form = form.map(|form| form.form.to_string());
                    documents.insert(posting.number, Nearness { posting: *posting, near, form, way });
                }
            }
        };
        for (form, close, way) in &found.forms {
            count(form.postings.len(), *close, *way, Some(form), &listed(&form.postings));
        }
        if let Some((total, postings)) = &found.beginnings {
            count(*total, BEGINNING, Way::Beginning, None, postings);
        }
        let total = self.index.documents.len() as f64;
        let frequency = (if certain > 0 { certain } else { all } as f64).min(total);
        let idf = (1.0 + (total - frequency + 0.5) / (frequency + 0.5)).ln();
        Weighed { found, idf, documents }
    }

    fn look(&self, word: &Word) -> Found<'i> {
        let mut forms = Forms::default();
        self.alike(&word.form, &word.folded, &mut forms);
        let beginnings = if word.is_last { self.beginning(&word.folded, &mut forms) } else { None };
        if forms.is_empty() && beginnings.is_none() {
            self.meant(word, &mut forms);
        }
        Found { forms: forms.into_list(), beginnings }
    }

    /// Forms that are spelt alike, and those of the same stem.
    fn alike(&self, form: &str, folded: &str, forms: &mut Forms<'i>) {
        let mut stems: Vec<(Option<Language>, String)> = Vec::new();
        for found in self.spelt(folded) {
            let same = &*found.form == form;
            forms.add(found, if same { 1.0 } else { FOLDED }, if same { Way::Same } else { Way::Folded });
            stems.push((found.language, found.stem.to_string()));
        }
        stems.push((None, fold(&stem(form, self.index.language)).into_owned()));
        stems.sort();
        stems.dedup();
        for (language, stem) in stems {
            for prefix in self.shards_of_stem(&stem, folded) {
                let of_stem = self.shard(prefix).iter().filter(|found| found.language == language && *found.stem == *stem);
                of_stem.for_each(|found| forms.add(found, STEM, Way::Stem));
            }
        }
    }

    fn beginning(&self, folded: &str, forms: &mut Forms<'i>) -> Option<(usize, Vec<Posting>)> {
        if folded.chars().count() < 2 {
            return None;
        }
        let all = self.index.beginning(folded);
        if self.is_split(folded) {
            return Some(best(all.iter().flat_map(|form| &form.postings)));
        }
        all.iter().for_each(|form| forms.add(form, BEGINNING, Way::Beginning));
        None
    }

    fn meant(&self, word: &Word, forms: &mut Forms<'i>) {
        if let Some(other) = on_other_layout(&word.form) {
            let mut typed = Forms::default();
            self.alike(&other, &fold(&other), &mut typed);
            typed.into_list().into_iter().for_each(|(form, close, _)| forms.add(form, close * LAYOUT, Way::Layout));
        }
        if forms.is_empty() {
            self.slipped(&word.folded, forms);
        }
    }

    /// A slip leaves one half of the word whole: the first, or the second.
    fn slipped(&self, folded: &str, forms: &mut Forms<'i>) {
        let letters: Vec<char> = folded.chars().collect();
        if letters.len() < super::shards::SHORTEST {
            return;
        }
        let is_meant = |other: &str| is_one_slip(&other.chars().collect::<Vec<_>>(), &letters);
        let (first, second) = letters.split_at(letters.len() / 2);
        for prefix in below(&self.outline.words, &first.iter().collect::<String>()).into_iter().take(SHARDS_OF_SLIP) {
            let near = self.shard(prefix).iter().filter(|form| is_meant(&form.folded));
            near.for_each(|form| forms.add(form, SLIP, Way::Slip));
        }
        let end: String = second.iter().rev().collect();
        let shards: Vec<&str> = below(&self.outline.ends, &end).into_iter().take(SHARDS_OF_SLIP).collect();
        let is_in_shards = |ending: &str| {
            let holder = holder(&self.outline.ends, ending);
            holder.is_some_and(|holder| shards.contains(&holder))
        };
        let candidates = super::shards::ends(&self.index.forms);
        let candidates = candidates.filter(|other| is_meant(other) && is_in_shards(&other.chars().rev().collect::<String>()));
        let mut candidates: Vec<&str> = candidates.collect();
        candidates.sort_unstable();
        candidates.dedup();
        candidates.truncate(CANDIDATES);
        candidates.into_iter().flat_map(|other| self.spelt(other)).for_each(|form| forms.add(form, SLIP, Way::Slip));
    }

    /// Forms that are the same without accents.
    fn spelt(&self, folded: &str) -> &'i [Form] {
        let all = self.index.beginning(folded);
        &all[..all.partition_point(|form| &*form.folded == folded)]
    }

    /// The forms in a shard.
    fn shard(&self, prefix: &str) -> &'i [Form] {
        if self.is_split(prefix) { self.spelt(prefix) } else { self.index.beginning(prefix) }
    }

    /// Whether longer beginnings have shards of their own.
    fn is_split(&self, prefix: &str) -> bool {
        let words = &self.outline.words;
        let at = words.partition_point(|word| word.as_str() < prefix);
        words.get(at).is_some_and(|word| word == prefix) && words.get(at + 1).is_some_and(|next| next.starts_with(prefix))
    }

    /// Words of a stem begin as it does, but for its last letter, which may change. Where that is too many shards, they are looked for
    /// nearer to the word.
    fn shards_of_stem(&self, stem: &str, folded: &str) -> Vec<&'i str> {
        let letters: Vec<char> = folded.chars().collect();
        let mut length = letters.iter().zip(stem.chars()).take_while(|(a, b)| *a == b).count();
        length -= usize::from(length >= 4);
        loop {
            let beginning: String = letters[..length].iter().collect();
            let found = below(&self.outline.words, &beginning);
            match found.len() {
                0..=SHARDS_OF_STEM => return found,
                _ if length < letters.len() => length += 1,
                _ => return holder(&self.outline.words, folded).into_iter().collect(),
            }
        }
    }
}

/// The longest of the prefixes that a word begins with: the shard that holds it.
fn holder<'p>(prefixes: &'p [String], word: &str) -> Option<&'p str> {
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8()).collect::<Vec<_>>();
    ends.into_iter().rev().find_map(|end| {
        let at = prefixes.binary_search_by(|prefix| prefix.as_str().cmp(&word[..end])).ok()?;
        Some(prefixes[at].as_str())
    })
}

/// The shards that hold everything that begins so.
fn below<'p>(prefixes: &'p [String], beginning: &str) -> Vec<&'p str> {
    let start = prefixes.partition_point(|prefix| prefix.as_str() < beginning);
    let found: Vec<&str> = prefixes[start..].iter().map(String::as_str).take_while(|prefix| prefix.starts_with(beginning)).collect();
    if found.is_empty() { holder(prefixes, beginning).into_iter().collect() } else { found }
}

/// Forms, each as close as it can be; in the order of the index.
#[derive(Default)]
struct Forms<'i>(BTreeMap<Key<'i>, (&'i Form, f64, Way)>);

impl<'i> Forms<'i> {
    fn add(&mut self, form: &'i Form, close: f64, way: Way) {
        let entry = self.0.entry(form.key()).or_insert((form, close, way));
        if close > entry.1 {
            *entry = (form, close, way);
        }
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn into_list(self) -> Vec<(&'i Form, f64, Way)> {
        self.0.into_values().collect()
    }
}
