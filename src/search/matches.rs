//! Which forms of an index answer a word of a question, and how closely. The theme's `search-index.js` goes by the same rules, over the same
//! shards: what a browser finds, and what an editor is told that it finds, must not differ.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::forms::Key;
use super::shards::{Outline, best, listed};
use super::slips::{is_one_slip, letters_on_other_layout, on_other_layout};
use super::{Form, Index, Posting};
use crate::base::forms::Forms;
use crate::base::language::Language;
use crate::base::stem::stem;
use crate::base::words::{Words, fold, is_unspaced};

/// Why a form answers a word, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// It is the word.
    Same,
    /// It is the word but for accents.
    Folded,
    /// It has the word's stem.
    Stem,
    /// The one's stem is the beginning of the other's.
    Kin,
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
            Way::Kin => "kin",
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
const KIN: f64 = 0.5;
const BEGINNING: f64 = 0.6;
const LAYOUT: f64 = 0.9;
const SLIP: f64 = 0.4;
/// Shards that are looked into for a stem, for a slip, and forms that a slip is taken for.
const SHARDS_OF_STEM: usize = 4;
const SHARDS_OF_SLIP: usize = 6;
const CANDIDATES: usize = 3;
/// Stems that are shorter have no kin, nor is kin longer by more than this.
const SHORTEST_STEM: usize = 4;
const LONGER: usize = 3;
/// A chunk with marks in it is read on the other layout from so many letters on while it is being typed.
const SHORTEST_CHUNK: usize = 4;

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
    beginnings: Option<Beginnings>,
}

/// Forms that begin alike, where there are too many of them.
struct Beginnings {
    /// What they begin with, folded.
    with: String,
    close: f64,
    way: Way,
    /// How many documents they have.
    total: usize,
    /// The best of those.
    postings: Vec<Posting>,
}

impl Found<'_> {
    /// Whether a folded word of a text is one of those that were found.
    pub fn is_answered_by(&self, folded: &str) -> bool {
        self.forms.iter().any(|(form, ..)| &*form.folded == folded)
            || self.beginnings.as_ref().is_some_and(|beginnings| folded.starts_with(&beginnings.with))
    }
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

/// An index with the outline of its shards.
pub struct Catalogue<'i> {
    pub index: &'i Index,
    pub outline: &'i Outline,
    forms: Forms,
}

impl<'i> Catalogue<'i> {
    pub fn new(index: &'i Index, outline: &'i Outline) -> Catalogue<'i> {
        Catalogue { index, outline, forms: Forms::of(index.language) }
    }

    /// A word of a question as the index writes it.
    pub fn form(&self, word: &str) -> String {
        self.forms.form(word).into_owned()
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
        if let Some(beginnings) = &found.beginnings {
            count(beginnings.total, beginnings.close, beginnings.way, None, &beginnings.postings);
        }
        let total = self.index.documents.len() as f64;
        let frequency = (if certain > 0 { certain } else { all } as f64).min(total);
        let idf = (1.0 + (total - frequency + 0.5) / (frequency + 0.5)).ln();
        Weighed { found, idf, documents }
    }

    fn look(&self, word: &Word) -> Found<'i> {
        let mut forms = Answering::default();
        self.alike(&word.form, &word.folded, &mut forms);
        if forms.is_empty() {
            self.kin(&word.form, &word.folded, &mut forms);
        }
        let mut beginnings = if word.is_last { self.beginning(&word.folded, &mut forms) } else { None };
        if forms.is_empty() && beginnings.is_none() {
            beginnings = self.meant(word, &mut forms);
        }
        Found { forms: forms.into_list(), beginnings }
    }

    /// A question with those words as they were meant that were typed on another layout with marks among their letters: `j,tofybt` is one
    /// word there, `обещание`, and none here.
    pub fn as_meant<'q>(&self, question: &'q str) -> Cow<'q, str> {
        let mut meant = String::new();
        let mut rest = question;
        for chunk in question.split_whitespace() {
            let Some(at) = rest.find(chunk) else { continue };
            let after = &rest[at + chunk.len()..];
            meant.push_str(&rest[..at]);
            let other = letters_on_other_layout(chunk).filter(|other| self.knows(other, after.is_empty()));
            meant.push_str(other.as_deref().unwrap_or(chunk));
            rest = after;
        }
        meant.push_str(rest);
        if meant == question { Cow::Borrowed(question) } else { Cow::Owned(meant) }
    }

    /// Whether some text has a word, or one that begins so.
    fn knows(&self, word: &str, is_last: bool) -> bool {
        let mut parts = Words::of(self.index.language).places(word);
        if parts.next() != Some(0..word.len()) {
            return false;
        }
        let form = self.form(word);
        let folded = fold(&form);
        let mut forms = Answering::default();
        self.alike(&form, &folded, &mut forms);
        !forms.is_empty() || is_last && folded.chars().count() >= SHORTEST_CHUNK && !self.index.beginning(&folded).is_empty()
    }

    /// Forms that are spelt alike, and those of the same stem.
    fn alike(&self, form: &str, folded: &str, forms: &mut Answering<'i>) {
        let mut stems: Vec<(Option<Language>, String)> = Vec::new();
        for found in self.spelt(folded) {
            let same = &*found.form == form;
            forms.add(found, if same { 1.0 } else { FOLDED }, if same { Way::Same } else { Way::Folded });
            stems.push((found.language, found.stem.to_string()));
        }
        stems.push((None, self.stem(form)));
        stems.sort();
        stems.dedup();
        for (language, stem) in stems {
            for prefix in self.shards_of_stem(&stem, folded) {
                let of_stem = self.shard(prefix).iter().filter(|found| found.language == language && *found.stem == *stem);
                of_stem.for_each(|found| forms.add(found, STEM, Way::Stem));
            }
        }
    }

    /// Stems cut some words of a family shorter than others: those of `exam` and `examination` begin alike.
    fn kin(&self, form: &str, folded: &str, forms: &mut Answering<'i>) {
        let own = self.stem(form);
        let is_kin = |stem: &str| {
            let (short, long) = if stem.len() <= own.len() { (stem, &*own) } else { (&*own, stem) };
            let letters = short.chars().count();
            letters >= SHORTEST_STEM && long.starts_with(short) && long.chars().count() <= letters + LONGER
        };
        for prefix in self.shards_of_stem(&own, folded) {
            let kin = self.shard(prefix).iter().filter(|found| found.language.is_none() && is_kin(&found.stem));
            kin.for_each(|found| forms.add(found, KIN, Way::Kin));
        }
    }

    /// The stem of a form in the index's language, folded.
    fn stem(&self, form: &str) -> String {
        fold(&stem(form, self.index.language)).into_owned()
    }

    fn beginning(&self, folded: &str, forms: &mut Answering<'i>) -> Option<Beginnings> {
        // One character is a word where words are not spaced, and a text has it as a part of pairs.
        if folded.chars().count() < 2 && !folded.chars().all(is_unspaced) || folded.is_empty() {
            return None;
        }
        let all = self.index.beginning(folded);
        if self.is_split(folded) {
            let (total, postings) = best(all.iter().flat_map(|form| &form.postings));
            return Some(Beginnings { with: folded.to_owned(), close: BEGINNING, way: Way::Beginning, total, postings });
        }
        all.iter().for_each(|form| forms.add(form, BEGINNING, Way::Beginning));
        None
    }

    fn meant(&self, word: &Word, forms: &mut Answering<'i>) -> Option<Beginnings> {
        if let Some(other) = on_other_layout(&word.form) {
            let folded = fold(&other);
            let mut typed = Answering::default();
            self.alike(&other, &folded, &mut typed);
            let beginnings = if word.is_last { self.beginning(&folded, &mut typed) } else { None };
            typed.into_list().into_iter().for_each(|(form, close, _)| forms.add(form, close * LAYOUT, Way::Layout));
            if let Some(beginnings) = beginnings {
                return Some(Beginnings { close: beginnings.close * LAYOUT, way: Way::Layout, ..beginnings });
            }
        }
        if forms.is_empty() {
            self.slipped(&word.folded, forms);
        }
        None
    }

    /// A slip leaves one half of the word whole: the first, or the second.
    fn slipped(&self, folded: &str, forms: &mut Answering<'i>) {
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
pub(super) fn holder<'p>(prefixes: &'p [String], word: &str) -> Option<&'p str> {
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
struct Answering<'i>(BTreeMap<Key<'i>, (&'i Form, f64, Way)>);

impl<'i> Answering<'i> {
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

#[cfg(test)]
mod tests {
    use super::super::documents::{Class, Document, Group};
    use super::super::{forms, shards};
    use super::*;
    use crate::config::Kind;
    use crate::site::{Part, Passage};

    fn index(language: &str, texts: &[(&str, &str)]) -> (Index, Outline) {
        let language = language.parse().unwrap();
        let document = |(number, (title, text)): (usize, &(&str, &str))| Document {
            number: number as u32,
            class: Class::new(Group::Work(Kind::Story), 1),
            id: format!("stories/{number}"),
            title: (*title).to_owned(),
            address: String::new(),
            language: None,
            themes: Vec::new(),
            own_themes: 0,
            passages: if text.is_empty() { Vec::new() } else { vec![passage(text)] },
            names: Vec::new(),
        };
        let documents: Vec<Document> = texts.iter().enumerate().map(document).collect();
        let index = Index { language, forms: forms::collect(&documents, language), documents, themes: Vec::new() };
        let (outline, _) = shards::write(&index);
        (index, outline)
    }

    fn passage(text: &str) -> Passage {
        Passage { parts: vec![Part { language: None, words: text.to_owned() }], ..Passage::default() }
    }

    /// Which forms answer, and how: `экзамены stem`.
    fn found(language: &str, texts: &[(&str, &str)], typed: &str) -> String {
        let (index, outline) = index(language, texts);
        let catalogue = Catalogue::new(&index, &outline);
        let form = catalogue.form(typed.trim_end());
        let word = Word { folded: fold(&form).into_owned(), is_last: !typed.ends_with(' '), form };
        let weighed = catalogue.weigh(&word);
        let forms = weighed.found.forms.iter().map(|(form, _, way)| format!("{} {}", form.form, way.as_str()));
        forms.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn words_are_answered_by_what_is_the_nearest() {
        for (language, text, typed, expected) in [
            ("ru", "Ещё один клиент", "еще ", "ещё folded"),
            ("ru", "клиент клиенты", "клиентами ", "клиент stem, клиенты stem"),
            ("ru", "клиент клиенты", "клиен", "клиент beginning, клиенты beginning"),
            ("ru", "клиент", "клинет ", "клиент slip"),
            ("ru", "клиент", "лкиент ", "клиент slip"),
            ("ru", "клиент", "rkbtyn ", "клиент layout"),
            ("ru", "клиент", "rkbt", "клиент layout"),
            ("ru", "отказ", "отказать ", "отказ kin"),
            ("en", "an examination", "exams ", "examination kin"),
            ("en", "a form", "for ", ""),
            ("en", "a reason", "rea ", ""),
            ("en", "client", "сдшуте ", "client layout"),
            ("es", "exámenes", "examen ", "exámenes kin"),
            ("he", "שלום", "שָׁלוֹם ", "שלום same"),
            ("ru", "о жало\u{301}бах", "жалоба ", "жалобах stem"),
            ("ru", "о жалобах", "жало\u{301}ба ", "жалобах stem"),
            ("en", "com\u{ad}plaints", "complaint ", "complaints stem"),
            ("ja", "信頼", "信頼 ", "信頼 same"),
            ("ja", "信頼", "信", "信頼 beginning"),
            ("ru", "клиент", "к", ""),
        ] {
            assert_eq!(found(language, &[("", text)], typed), expected, "{typed} in {text}");
        }
    }

    #[test]
    fn a_question_is_taken_as_it_was_meant() {
        let (index, outline) = index("ru", &[("Обещание", "жалоба, похоже"), ("", "end")]);
        let catalogue = Catalogue::new(&index, &outline);
        for (typed, expected) in [
            ("j,tofybt  ;fkj,f", "обещание  жалоба"),
            ("Gj[j;t lf", "похоже lf"),
            ("j,tof", "обеща"),
            ("j,tof ", "j,tof "),
            ("end. the,end", "end. the,end"),
            ("жалоба, обещание", "жалоба, обещание"),
            (" ", " "),
            ("", ""),
        ] {
            assert_eq!(catalogue.as_meant(typed), expected, "{typed}");
        }
    }

    #[test]
    fn a_document_without_a_text_is_found_by_its_title() {
        let texts = [("Дым в номере", ""), ("", "")];
        assert_eq!(found("ru", &texts, "дымом "), "дым stem");
        assert_eq!(found("ru", &[], "дымом "), "");
    }

    #[test]
    fn every_form_is_found_again_by_itself() {
        let text = "Ещё раз о клиентах: «It’s a deal», dell’arte, 24-го, x² Ａ ﬁne ß İ 信頼と苦情 שָׁלוֹם مُحَمَّد й е\u{301} \u{301} 1\u{fe0f}\u{20e3} ok";
        for language in ["ru", "it", "en", "tr", "he", "ja"] {
            let (index, outline) = index(language, &[("", text)]);
            let catalogue = Catalogue::new(&index, &outline);
            for form in &index.forms {
                let word = Word { form: form.form.to_string(), folded: form.folded.to_string(), is_last: false };
                let weighed = catalogue.weigh(&word);
                let itself = weighed.found.forms.iter().find(|(found, ..)| found.form == form.form);
                assert!(itself.is_some_and(|(_, _, way)| *way == Way::Same), "{language}: {}", form.form);
                assert_eq!(weighed.documents.len(), 1);
            }
        }
    }
}
