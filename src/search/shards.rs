//! An index as files: classic scripts, so that they load from a file system too, each small enough that a question costs little.
//!
//! Forms are cut by the characters that they begin with: a shard that grows too long is cut by the next character. So an edited text
//! changes the shards of its words and leaves the others as they are.

use std::fmt::Write;

use rayon::prelude::*;
use serde_json::json;

use super::documents::{BITS, Document};
use super::forms::Posting;
use super::{Form, Index};
use crate::base::hash::{Hash, Hasher};
use crate::base::path::Address;

/// A file of an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shard {
    /// Below `search/`, without its ending.
    pub name: String,
    /// What it says: a JavaScript value.
    pub payload: String,
}

/// A longer shard of words is cut, in bytes.
const LONGEST: usize = 16 * 1024;
/// About how long a shard of documents is, in bytes.
const DOCUMENTS: usize = 4 * 1024;
/// So many documents of a form are listed at most: those of which it says the most.
const LISTED: usize = 8192;
/// So many of a beginning.
const BEST: usize = 64;
/// Shards are not cut by more characters: their names must fit into those of files, and words can be as long as whoever writes them likes.
const DEEPEST: usize = 32;
/// Shorter forms forgive no slip.
pub const SHORTEST: usize = 4;
/// Nobody types longer ones.
const LONGEST_TYPED: usize = 64;
/// The themes that are shown when nothing else was found.
const THEMES: usize = 300;

/// What the head of an index has to say of its shards.
#[derive(Debug)]
pub struct Outline {
    /// What words begin with, shard by shard.
    pub words: Vec<String>,
    /// What they end with, from the end, shard by shard.
    pub ends: Vec<String>,
    /// How far a number is shifted to give the shard of its document.
    pub shift: u32,
    /// Stands for all shards.
    pub build: Hash,
}

/// All shards of an index but its head.
pub fn write(index: &Index) -> (Outline, Vec<Shard>) {
    let language = index.language;
    let words = cut_words(index);
    let ends = cut_ends(&index.forms);
    let (shift, documents) = cut_documents(&index.documents);
    let outline_words = words.iter().map(|(prefix, _)| prefix.clone()).collect();
    let outline_ends = ends.iter().map(|(prefix, _)| prefix.clone()).collect();
    let lines = |kind: &str, shards: Vec<(String, String)>| -> Vec<Shard> {
        let shard = |(prefix, lines): (String, String)| Shard {
            name: format!("{language}/{kind}-{}", file_name(&prefix)),
            payload: format!("`{}`", lines.trim_end_matches('\n')),
        };
        shards.into_iter().map(shard).collect()
    };
    let mut shards = lines("w", words);
    shards.extend(lines("r", ends));
    shards.extend(documents.into_iter().map(|(number, payload)| Shard { name: format!("{language}/d-{number}"), payload }));
    shards.push(Shard { name: format!("{language}/themes"), payload: largest_themes(&index.documents) });
    let hashes: Vec<Hash> = shards.par_iter().map(|shard| Hash::of(shard.payload.as_bytes())).collect();
    let build = hashes.iter().fold(Hasher::default(), |all, hash| all.add(hash.as_bytes())).finish();
    (Outline { words: outline_words, ends: outline_ends, shift, build }, shards)
}

impl Shard {
    /// Where it stands.
    pub fn address(&self) -> Address {
        Address::new(format!("search/{}.js", self.name))
    }

    /// The script.
    pub fn script(&self) -> Vec<u8> {
        format!("apologue.search(\"{}\",{});\n", self.name, self.payload).into_bytes()
    }
}

// ── Words ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/// A line of a shard, and by what it is sorted.
struct Line<'i> {
    key: &'i str,
    text: String,
    postings: &'i [Posting],
}

fn cut_words(index: &Index) -> Vec<(String, String)> {
    let themes: Vec<(String, &[Posting])> = index.themes.iter().map(|(id, postings)| (format!("#{id}"), postings.as_slice())).collect();
    let mut lines: Vec<Line> = themes
        .par_iter()
        .map(|(key, postings)| Line { key, text: format!("{key}\t0\t\t{}", encode(postings.len(), postings)), postings })
        .chain(index.forms.par_iter().map(|form| Line { key: &form.folded, text: line(form), postings: &form.postings }))
        .collect();
    lines.par_sort_by(|a, b| a.key.cmp(b.key));
    let size = |line: &Line| line.text.len() + 1;
    let mut shards = Vec::new();
    cut(&lines, "", &size, &mut |prefix, lines, has_children| {
        let mut text = String::new();
        if has_children && !prefix.starts_with('#') {
            let all = lines.iter().flat_map(|line| line.postings);
            let (total, postings) = best(all);
            let _ = writeln!(text, "{prefix}*\t0\t\t{}", encode(total, &postings));
        }
        let own = lines.iter().filter(|line| !has_children || line.key == prefix);
        own.for_each(|line| text.extend([line.text.as_str(), "\n"]));
        shards.push((prefix.to_owned(), text));
    });
    shards
}

fn line(form: &Form) -> String {
    let shared = form.folded.chars().zip(form.stem.chars()).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum::<usize>();
    let cut: usize = form.folded[shared..].chars().map(char::len_utf16).sum();
    let language = form.language.map(|language| language.to_string()).unwrap_or_default();
    let mut text = format!("{}\t{cut}{}\t{language}\t", form.form, &form.stem[shared..]);
    text.push_str(&encode(form.postings.len(), &listed(&form.postings)));
    text
}

/// The postings that are written.
pub fn listed(postings: &[Posting]) -> std::borrow::Cow<'_, [Posting]> {
    if postings.len() <= LISTED {
        return postings.into();
    }
    let mut kept = postings.to_vec();
    kept.select_nth_unstable_by_key(LISTED, |posting| (std::cmp::Reverse(posting.impact), posting.number));
    kept.truncate(LISTED);
    kept.sort_unstable();
    kept.into()
}

/// How many documents a beginning has, and those that its words say the most of.
pub fn best<'p>(postings: impl Iterator<Item = &'p Posting>) -> (usize, Vec<Posting>) {
    let mut all: Vec<Posting> = postings.copied().collect();
    all.sort_unstable_by_key(|posting| (posting.number, std::cmp::Reverse(posting.impact)));
    all.dedup_by_key(|posting| posting.number);
    let total = all.len();
    if total > BEST {
        all.select_nth_unstable_by_key(BEST, |posting| (std::cmp::Reverse(posting.impact), posting.number));
        all.truncate(BEST);
    }
    all.sort_unstable();
    (total, all)
}

/// Where the tree of beginnings is cut: calls `take` with each shard's prefix, all lines that begin with it, and whether longer ones follow
/// that have lines of their own.
fn cut<'l, 'i>(lines: &'l [Line<'i>], prefix: &'i str, size: &dyn Fn(&Line) -> usize, take: &mut dyn FnMut(&str, &'l [Line<'i>], bool)) {
    let own = lines.partition_point(|line| line.key == prefix);
    let is_small = || own == lines.len() || prefix.chars().count() == DEEPEST || lines.iter().map(size).sum::<usize>() <= LONGEST;
    let is_whole = !prefix.is_empty() && is_small();
    if lines.is_empty() || is_whole {
        if !lines.is_empty() {
            take(prefix, lines, false);
        }
        return;
    }
    if !prefix.is_empty() {
        take(prefix, lines, true);
    }
    let next = |line: &Line| line.key[prefix.len()..].chars().next();
    for group in lines[own..].chunk_by(|a, b| next(a) == next(b)) {
        let longer = group[0].key;
        let end = prefix.len() + next(&group[0]).map_or(0, char::len_utf8);
        cut(group, &longer[..end], size, take);
    }
}

/// The forms from their ends, for whoever mistyped the beginning.
fn cut_ends(forms: &[Form]) -> Vec<(String, String)> {
    let mut reversed: Vec<String> = ends(forms).map(|folded| folded.chars().rev().collect()).collect();
    reversed.sort_unstable();
    reversed.dedup();
    let lines: Vec<Line> = reversed.iter().map(|key| Line { key, text: key.chars().rev().collect(), postings: &[] }).collect();
    let size = |line: &Line| line.text.len() + 1;
    let mut shards = Vec::new();
    cut(&lines, "", &size, &mut |prefix, lines, has_children| {
        let own = lines.iter().filter(|line| !has_children || line.key == prefix);
        let text: String = own.flat_map(|line| [line.text.as_str(), "\n"]).collect();
        shards.push((prefix.to_owned(), text));
    });
    shards
}

/// The folded forms that can be meant by a word with a slip.
pub fn ends(forms: &[Form]) -> impl Iterator<Item = &str> {
    let can_be_meant = |form: &&Form| {
        let letters = form.folded.chars().filter(|c| c.is_alphabetic()).count();
        form.language.is_none() && (SHORTEST..=LONGEST_TYPED).contains(&letters) && letters == form.folded.chars().count()
    };
    forms.iter().filter(can_be_meant).map(|form| &*form.folded)
}

/// A prefix as a part of a file's name: nothing that a file system, an archive or a server could take for something else.
fn file_name(prefix: &str) -> String {
    let mut name = String::new();
    for c in prefix.chars() {
        match c {
            'a'..='z' | '0'..='9' => name.push(c),
            c => drop(write!(name, "_{:x}", u32::from(c))),
        }
    }
    name
}

// ── Numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Five bits a character, the lowest first; the sixth says that more follow.
fn number(mut value: u64, out: &mut String) {
    while value >= 32 {
        out.push(char::from(DIGITS[(value & 31 | 32) as usize]));
        value >>= 5;
    }
    out.push(char::from(DIGITS[value as usize]));
}

/// How many documents there are, then those that are listed, by class: how many, and each as the difference to the one before and its impact.
fn encode(total: usize, postings: &[Posting]) -> String {
    let mut out = String::new();
    number(total as u64, &mut out);
    for class in postings.chunk_by(|a, b| a.class == b.class) {
        number(class[0].class.0, &mut out);
        number(class.len() as u64, &mut out);
        let mut before = 0;
        for posting in class {
            number(u64::from(posting.number - before), &mut out);
            out.push(char::from(DIGITS[usize::from(posting.impact & 63)]));
            before = posting.number;
        }
    }
    out
}

// ── Documents ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/// Documents by the first bits of their numbers. How many bits depends on how long all are together, in steps of two: hardly ever another.
fn cut_documents(documents: &[Document]) -> (u32, Vec<(u32, String)>) {
    let written: Vec<(u32, String)> = documents.par_iter().map(|document| (document.number, describe(document))).collect();
    let size: usize = written.iter().map(|(_, json)| json.len()).sum();
    let bits = (size / DOCUMENTS).next_power_of_two().trailing_zeros().min(BITS);
    let shift = BITS - bits;
    let shard = |group: &[(u32, String)]| {
        let list: Vec<&str> = group.iter().map(|(_, json)| json.as_str()).collect();
        (group[0].0 >> shift, format!("[{}]", list.join(",\n")))
    };
    (shift, written.chunk_by(|(a, _), (b, _)| a >> shift == b >> shift).map(shard).collect())
}

fn describe(document: &Document) -> String {
    let passages = document.passages.iter().map(|passage| (passage, passage.text()));
    let sections = passages.filter(|(passage, text)| !text.is_empty() || !passage.heading.is_empty());
    let sections: Vec<_> = sections.map(|(passage, text)| json!([passage.anchor, passage.heading.trim(), text])).collect();
    let own = &document.themes[..document.own_themes];
    let themes: Vec<_> = own.iter().map(|theme| json!([theme.id, theme.label])).collect();
    let mut fields = json!({
        "i": document.number,
        "u": document.address,
        "t": document.title,
        "k": document.class.group().as_str(),
    });
    if let (Some(language), Some(fields)) = (document.language, fields.as_object_mut()) {
        fields.insert("l".to_owned(), json!(language));
        fields.insert("d".to_owned(), json!(language.direction()));
    }
    if let Some(fields) = fields.as_object_mut() {
        fields.insert("h".to_owned(), json!(themes));
        fields.insert("s".to_owned(), json!(sections));
    }
    crate::base::html::for_script(&fields.to_string())
}

/// Labels, addresses and sizes of the themes with the most works.
fn largest_themes(documents: &[Document]) -> String {
    let mut sizes: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    documents.iter().flat_map(|document| &document.themes).for_each(|theme| *sizes.entry(&theme.id).or_default() += 1);
    let themes = documents.iter().filter_map(|document| {
        let size = *sizes.get(document.id.strip_prefix("themes/")?)?;
        (document.class.group() == super::Group::Theme).then_some((std::cmp::Reverse(size), &document.title, &document.address))
    });
    let mut themes: Vec<_> = themes.collect();
    themes.sort_unstable();
    themes.truncate(THEMES);
    let list: Vec<_> = themes.iter().map(|(size, title, address)| json!([title, address, size.0])).collect();
    crate::base::html::for_script(&json!(list).to_string())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::documents::Class;
    use super::super::forms::MOST;
    use super::super::matches::holder;
    use super::*;

    /// Reads what [`number`] wrote, and how long it was.
    fn read(digits: &str) -> (u64, usize) {
        let mut value = 0;
        for (at, digit) in digits.bytes().enumerate() {
            let bits = DIGITS.iter().position(|one| *one == digit).unwrap() as u64;
            value |= (bits & 31) << (5 * at);
            if bits & 32 == 0 {
                return (value, at + 1);
            }
        }
        panic!("{digits} does not end");
    }

    fn postings(numbers: impl IntoIterator<Item = u32>) -> Vec<Posting> {
        numbers.into_iter().map(|number| Posting { class: Class(8), number, impact: (number % 63 + 1) as u8 }).collect()
    }

    fn index(words: &[String], documents: u32) -> Index {
        let mut forms: Vec<Form> = words.iter().map(|word| a_form(word, documents)).collect();
        forms.sort_by(|a, b| a.key().cmp(&b.key()));
        forms.dedup_by(|a, b| a.key() == b.key());
        Index { language: "ru".parse().unwrap(), documents: Vec::new(), forms, themes: vec![("trust".to_owned(), postings(0..9))] }
    }

    fn a_form(word: &str, documents: u32) -> Form {
        Form { folded: word.into(), form: word.into(), stem: word.into(), language: None, postings: postings(0..documents) }
    }

    #[test]
    fn names_of_files_are_letters_digits_and_underlines() {
        for (prefix, name) in [("re", "re"), ("ре", "_440_435"), ("#", "_23"), ("日本", "_65e5_672c"), ("a/..\\", "a_2f_2e_2e_5c")] {
            assert_eq!(file_name(prefix), name);
        }
        assert!(file_name(&"\u{10ffff}".repeat(DEEPEST)).len() < 250);
    }

    #[test]
    fn of_a_word_in_very_many_documents_those_are_listed_of_which_it_says_the_most() {
        let all = postings(0..20_000);
        let kept = listed(&all);
        assert_eq!(kept.len(), LISTED);
        let least = kept.iter().map(|posting| posting.impact).min().unwrap();
        assert!(all.iter().filter(|posting| posting.impact > least).all(|posting| kept.contains(posting)));
        assert!(kept.is_sorted());
        let (total, best) = best(all.iter().chain(&all[..5]));
        assert_eq!((total, best.len()), (20_000, BEST));
        assert!(best.iter().all(|posting| posting.impact == MOST));
    }

    #[test]
    fn a_word_of_a_million_letters_is_one_line_of_a_shard() {
        let words = ["я".repeat(1_000_000), "я".repeat(40), "я".repeat(31), "я".repeat(32), "яблоко".to_owned()];
        let (outline, shards) = write(&index(&words, 3));
        assert!(shards.len() < 100, "{}", shards.len());
        assert!(shards.iter().all(|shard| shard.name.len() < 240));
        for word in &words {
            let shard = format!("ru/w-{}", file_name(holder(&outline.words, word).unwrap()));
            let shard = shards.iter().find(|one| one.name == shard).unwrap();
            assert!(shard.payload.lines().any(|line| line.trim_start_matches('`').split('\t').next() == Some(word)), "{}", shard.name);
        }
        assert!(!ends(&index(&words, 3).forms).any(|word| word.len() > 200), "nobody mistypes a word of a million letters");
    }

    proptest! {
        #[test]
        fn numbers_are_read_as_they_were_written(value: u64, more in "[A-Za-z0-9_-]{0,3}") {
            let mut digits = String::new();
            number(value >> 4, &mut digits);
            let length = digits.len();
            prop_assert_eq!(read(&(digits + &more)), (value >> 4, length));
        }

        #[test]
        fn every_word_is_in_the_shard_of_the_longest_prefix_and_nowhere_else(
            words in proptest::collection::vec("[а-в]{1,4}[a-c1ё🎁]{0,3}", 1..400),
            documents in 1u32..60,
        ) {
            let index = index(&words, documents);
            let (outline, shards) = write(&index);
            prop_assert!(outline.words.is_sorted() && outline.ends.is_sorted());
            for form in &index.forms {
                let prefix = holder(&outline.words, &form.folded).unwrap();
                let name = format!("ru/w-{}", file_name(prefix));
                let holds = |shard: &&Shard| {
                    let lines = shard.payload.trim_matches('`').lines();
                    shard.name.starts_with("ru/w-") && lines.filter(|line| line.split('\t').next() == Some(&form.form)).count() == 1
                };
                let holding: Vec<&str> = shards.iter().filter(holds).map(|shard| shard.name.as_str()).collect();
                prop_assert_eq!(holding, [name.as_str()], "{}", form.form);
            }
            // What begins alike is in the shards that begin so, or in the one that such words share with others.
            for (prefix, name) in outline.words.iter().map(|prefix| (prefix, format!("ru/w-{}", file_name(prefix)))) {
                let shard = shards.iter().find(|shard| shard.name == name).unwrap();
                prop_assert!(shard.payload.trim_matches('`').lines().all(|line| line.starts_with(prefix.as_str())), "{}", prefix);
                let is_cut = outline.words.iter().any(|longer| longer != prefix && longer.starts_with(prefix.as_str()));
                let is_one_word = index.forms.iter().filter(|form| form.folded.starts_with(prefix.as_str())).all(|form| &*form.folded == prefix);
                prop_assert!(is_cut || is_one_word || shard.payload.len() <= LONGEST + 2, "{} of {}", prefix, shard.payload.len());
            }
            for word in ends(&index.forms) {
                let reversed: String = word.chars().rev().collect();
                let name = format!("ru/r-{}", file_name(holder(&outline.ends, &reversed).unwrap()));
                let shard = shards.iter().find(|shard| shard.name == name).unwrap();
                prop_assert!(shard.payload.trim_matches('`').lines().any(|line| line == word), "{}", word);
            }
        }
    }
}
