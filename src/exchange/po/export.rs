//! Makes a catalog of a text and its translation, and merges it with the PO file that is there already.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::bitext::{Bitext, Offer};
use super::catalog::{Catalog, Entry, FUZZY, Header, Key, Previous};
use super::comments;
use crate::base::language::Language;
use crate::base::text::Text;
use crate::strings::messages::Messages;

/// What the header of a file says that is made anew.
#[derive(Clone, Debug)]
pub struct About<'a> {
    /// What names the site.
    pub site: &'a str,
    /// The language of the source.
    pub from: Language,
    /// The language of the translation.
    pub to: Language,
    /// When the translation was last worked on, as far as the site knows.
    pub revised: Option<Date>,
}

/// The header of a new file. It depends on the site alone, not on the clock.
pub fn header(about: &About) -> Header {
    let revised = about.revised.map(|date| format!("{date} 00:00+0000")).unwrap_or_default();
    let fields = [
        ("Project-Id-Version", about.site.to_owned()),
        ("Report-Msgid-Bugs-To", String::new()),
        ("PO-Revision-Date", revised),
        ("Last-Translator", String::new()),
        ("Language-Team", String::new()),
        ("Language", about.to.as_str().replace('-', "_")),
        ("MIME-Version", "1.0".to_owned()),
        ("Content-Type", "text/plain; charset=UTF-8".to_owned()),
        ("Content-Transfer-Encoding", "8bit".to_owned()),
        ("X-Source-Language", about.from.as_str().replace('-', "_")),
        ("X-Generator", super::GENERATOR.to_owned()),
    ];
    Header { fields: fields.map(|(key, value)| (key.to_owned(), value)).into(), ..Header::default() }
}

/// The entries of a text, in its order.
pub fn entries(bitext: &Bitext, messages: &Messages) -> Vec<Entry> {
    let lines = Lines::of(&bitext.source.text);
    let sections = comments::sections(&bitext.source);
    let entry = |offer: Offer| {
        let row = &bitext.rows[offer.row];
        let line = bitext.source.unit(row.source.start).map_or(1, |unit| lines.number(unit.at.start as usize));
        Entry {
            extracted: comments::comments(bitext, row, &sections, messages),
            references: vec![format!("{}:{line}", bitext.source.text.path)],
            flags: offer.was.iter().map(|_| FUZZY.to_owned()).collect(),
            previous: offer.was.map(|was| Previous { context: Some(offer.context.clone()), id: was }),
            context: Some(offer.context),
            id: offer.id,
            text: offer.text,
            ..Entry::default()
        }
    };
    bitext.offers().into_iter().map(entry).collect()
}

/// Where the lines of a text begin.
pub struct Lines(Vec<usize>);

impl Lines {
    /// Looks through a text.
    pub fn of(text: &Text) -> Lines {
        Lines(text.text.match_indices('\n').map(|(at, _)| at).collect())
    }

    /// The number of the line with this byte, from 1.
    pub fn number(&self, at: usize) -> usize {
        self.0.partition_point(|end| *end < at) + 1
    }
}

/// A file as it is to be, with the number of translations in it that the site does not have.
pub struct Merged {
    /// What is to be written.
    pub catalog: Catalog,
    /// How many translations of the old file the site does not have.
    pub pending: usize,
}

/// Puts what the site says into the file that is there: what translators wrote stays, be it comments, translations that were not imported
/// yet, or translations of what the source has given up.
pub fn merge(fresh: Catalog, old: Catalog, messages: &Messages) -> Merged {
    let mut header = old.header.clone();
    for (key, value) in &fresh.header.fields {
        if header.get(key).is_none() {
            header.set(key, value.clone());
        }
    }
    let known = old.by_key();
    let keys: BTreeSet<(Option<String>, String)> = fresh.entries.iter().map(|entry| (entry.context.clone(), entry.id.clone())).collect();
    let is_fresh = |entry: &Entry| keys.contains(&(entry.context.clone(), entry.id.clone()));
    // What the file knows under a wording that the source no longer has, by what it was translated as.
    let mut by_text: BTreeMap<(Option<&str>, &str), &Entry> = BTreeMap::new();
    for entry in old.entries.iter().filter(|entry| !entry.obsolete && !entry.text.is_empty() && !is_fresh(entry)) {
        by_text.entry((entry.context.as_deref().map(unnumbered), entry.text.as_str())).or_insert(entry);
    }
    let mut used: BTreeSet<Key> = BTreeSet::new();
    let mut pending = 0;
    let mut entries = Vec::with_capacity(fresh.entries.len());
    for mut entry in fresh.entries {
        let found = known.get(&entry.key()).copied();
        if let Some(old) = found {
            entry.comments = old.comments.clone();
            pending += usize::from(keep(&mut entry, old, messages));
        } else if let Some(old) = entry.previous.as_ref().and_then(|was| known.get(&(entry.context.as_deref(), was.id.as_str()))) {
            entry.comments = old.comments.clone();
            used.insert(old.key());
        } else if let Some(old) =
            by_text.get(&(entry.context.as_deref().map(unnumbered), entry.text.as_str())).filter(|_| !entry.is_fuzzy())
        {
            // The source says something else since the last export, the translation does not.
            entry.comments = old.comments.clone();
            entry.flags = vec![FUZZY.to_owned()];
            entry.previous = Some(Previous { context: old.context.clone(), id: old.id.clone() });
            used.insert(old.key());
        }
        entries.push(entry);
    }
    let mut gone: BTreeSet<Key> = BTreeSet::new();
    for entry in &old.entries {
        let living = !entry.obsolete && (is_fresh(entry) || used.contains(&entry.key()));
        if !living && !is_fresh(entry) && !entry.text.is_empty() && gone.insert(entry.key()) {
            let flags = entry.flags.clone();
            let (comments, previous) = (entry.comments.clone(), entry.previous.clone());
            let (context, id, text) = (entry.context.clone(), entry.id.clone(), entry.text.clone());
            entries.push(Entry { comments, flags, previous, context, id, text, obsolete: true, ..Entry::default() });
        }
    }
    Merged { catalog: Catalog { header, entries }, pending }
}

/// A context without the number that tells identical texts apart.
fn unnumbered(context: &str) -> &str {
    match context.rsplit_once(' ') {
        Some((bare, number)) if number.bytes().all(|b| b.is_ascii_digit()) => bare,
        _ => context,
    }
}

/// What the file says and the site does not.
fn keep(entry: &mut Entry, old: &Entry, messages: &Messages) -> bool {
    // Flags of other programs are theirs to keep.
    let foreign = old.flags.iter().filter(|flag| *flag != FUZZY).cloned();
    entry.flags.extend(foreign);
    if old.text.is_empty() || old.text == entry.text && old.is_fuzzy() == entry.is_fuzzy() {
        return false;
    }
    if old.text == entry.text {
        if entry.is_fuzzy() {
            // Somebody has looked at it since.
            entry.flags.retain(|flag| flag != FUZZY);
            entry.previous = None;
            return true;
        }
        if old.previous.is_none() {
            // Somebody wants it to be looked at. With an older wording it was the program that did, and that is over.
            entry.flags.insert(0, FUZZY.to_owned());
        }
        return false;
    }
    if !entry.text.is_empty() {
        if old.is_fuzzy() {
            return false;
        }
        entry.extracted.push(messages.get("po-in-the-site", &[("text", (&entry.text.replace('\n', " ")).into())]).unwrap_or_default());
    }
    entry.text = old.text.clone();
    entry.flags.retain(|flag| flag != FUZZY);
    entry.previous = None;
    if old.is_fuzzy() {
        entry.flags.insert(0, FUZZY.to_owned());
        entry.previous = old.previous.clone();
    }
    !old.is_fuzzy()
}
