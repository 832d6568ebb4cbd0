//! An import: all files of it at once, so that their changes are made together or not at all.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::bitext::{self, Bitext, Offer};
use super::catalog::{Catalog, Entry, Header};
use super::former::Former;
use super::import::{self, Taken};
use super::wiki::{Wiki, language};
use super::{GENERATOR, thesaurus};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::language::Language;
use crate::base::path::SitePath;
use crate::base::text::{Span, Text};
use crate::config::Config;
use crate::document::naming::Habit;
use crate::translation::states::Standing;
use crate::translation::{Event, compare, snapshot};

/// A file that came back from translators.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// The file.
    pub text: Text,
    /// What it says.
    pub catalog: Catalog,
}

/// A source that is to say something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The file.
    pub path: SitePath,
    /// What it says; nothing if it is new.
    pub old: Option<String>,
    /// What it is to say.
    pub new: String,
}

/// What an import comes to.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// The sources to be changed, snapshots included.
    pub changes: Vec<Changed>,
    /// How many blocks say something else now.
    pub blocks: usize,
    /// The texts that were brought in step, with their languages.
    pub in_step: Vec<(String, Language)>,
    /// How many entries were looked at: those that are translated.
    pub entries: usize,
    /// How many are fuzzy or empty, and were left alone.
    pub skipped: usize,
    /// What was not taken.
    pub problems: Vec<Diagnostic>,
    /// Whether a file as a whole cannot be taken: then nothing is.
    pub refused: bool,
}

/// Who did it, when nobody else says so.
#[derive(Clone, Debug)]
pub struct Circumstances {
    /// Who imports.
    pub by: Option<String>,
    /// The day.
    pub today: Date,
}

/// So many problems of one file are enough to know.
const MOST_PROBLEMS: usize = 200;

/// The texts of one pair of languages.
#[derive(Default)]
struct Pair {
    works: BTreeMap<String, Option<Open>>,
}

/// A text with what came for it.
struct Open {
    bitext: Bitext,
    offers: Vec<Offer>,
    /// The offers by context and id, by context and meaning, and by context alone.
    exact: BTreeMap<(String, String), usize>,
    alike: BTreeMap<(String, String), usize>,
    taken: BTreeMap<usize, Taken>,
    /// The file that the last word came from.
    file: usize,
}

/// Looks at what came back, and says what is to be done.
pub fn import(wiki: &Wiki, mut incoming: Vec<Incoming>, circumstances: &Circumstances) -> Imported {
    let former = Former::of(wiki);
    incoming.iter_mut().for_each(|file| former.rename(&mut file.catalog));
    let mut imported = Imported::default();
    let mut pairs: BTreeMap<(Option<Language>, Language), Pair> = BTreeMap::new();
    let mut themes: Vec<thesaurus::Taken> = Vec::new();
    for (number, file) in incoming.iter().enumerate() {
        let (from, to) = match languages(file, wiki.config) {
            Ok(languages) => languages,
            Err(problem) => {
                imported.refused = true;
                imported.problems.push(*problem);
                continue;
            }
        };
        let pair = pairs.entry((from, to)).or_default();
        let mut sorter = Sorter { wiki, file, number, from, to, pair, themes: &mut themes, problems: Vec::new(), offers: None };
        imported.entries += sorter.all();
        imported.skipped += file.catalog.entries.iter().filter(|entry| !entry.obsolete && !entry.is_translated()).count();
        imported.problems.append(&mut sorter.problems);
    }
    if imported.refused {
        return imported;
    }
    for ((_, to), pair) in pairs {
        for (id, open) in pair.works {
            if let Some(open) = open {
                let header = &incoming[open.file].catalog.header;
                settle(wiki, &id, to, open, header, circumstances, &mut imported);
            }
        }
    }
    if let Some(text) = wiki.themes.filter(|_| !themes.is_empty()) {
        let (new, problems) = thesaurus::apply(text, &themes);
        imported.problems.extend(problems);
        if new.text != text.text {
            imported.blocks += themes.iter().filter(|taken| taken.offer.text != taken.words.trim()).count();
            let change = Changed { path: text.path.clone(), old: Some(text.text.to_string()), new: new.text.to_string() };
            imported.changes.push(change);
        }
    }
    imported
}

/// The texts that files are for, by the language that they are translated into.
pub fn texts(incoming: &[Incoming], config: &Config) -> BTreeMap<Language, BTreeSet<String>> {
    let mut texts: BTreeMap<Language, BTreeSet<String>> = BTreeMap::new();
    for file in incoming {
        let Some(to) = file.catalog.header.get("Language").and_then(|stated| language(stated, config)) else { continue };
        let named = file.catalog.entries.iter().filter(|entry| entry.is_translated());
        let named = named.filter_map(|entry| Some(id_of(entry.context.as_deref()?)?.to_owned()));
        texts.entry(to).or_default().extend(named);
    }
    texts
}

/// From and into which language.
fn languages(file: &Incoming, config: &Config) -> Result<(Option<Language>, Language), Box<Diagnostic>> {
    let header = &file.catalog.header;
    let wrong = |problem: &str, name: &str| {
        let known = config.languages.iter().map(Language::as_str).collect::<Vec<_>>().join(", ");
        let diagnostic = Diagnostic::new(Code::PoLanguage).arg("problem", problem).arg("language", name).arg("languages", known);
        Box::new(diagnostic.at(file.text.place(header.at)))
    };
    let Some(stated) = header.get("Language") else { return Err(wrong("missing", "")) };
    let to = language(stated, config).ok_or_else(|| wrong("unknown", stated))?;
    let from = match header.get("X-Source-Language") {
        None => None,
        Some(stated) => Some(language(stated, config).ok_or_else(|| wrong("unknown", stated))?),
    };
    if from == Some(to) { Err(wrong("same", stated)) } else { Ok((from, to)) }
}

struct Sorter<'s, 'w> {
    wiki: &'s Wiki<'w>,
    file: &'s Incoming,
    number: usize,
    from: Option<Language>,
    to: Language,
    pair: &'s mut Pair,
    themes: &'s mut Vec<thesaurus::Taken>,
    problems: Vec<Diagnostic>,
    /// What the thesaurus offers, by context.
    offers: Option<BTreeMap<String, thesaurus::Offer>>,
}

impl Sorter<'_, '_> {
    /// How many entries were looked at.
    fn all(&mut self) -> usize {
        let mut looked = 0;
        for entry in self.file.catalog.entries.iter().filter(|entry| entry.is_translated()) {
            if self.problems.len() >= MOST_PROBLEMS {
                break;
            }
            looked += 1;
            self.one(entry);
        }
        looked
    }

    fn problem(&mut self, code: Code, entry: &Entry, at: Span, describe: impl FnOnce(Diagnostic) -> Diagnostic) {
        let context = entry.context.as_deref().unwrap_or_default();
        let problem = Diagnostic::new(code).arg("id", id_of(context).unwrap_or(context)).at(self.file.text.place(at));
        self.problems.push(describe(problem));
    }

    fn one(&mut self, entry: &Entry) {
        let Some(context) = entry.context.as_deref() else {
            return self.problem(Code::PoUnknownWork, entry, entry.at, |problem| problem.arg("context", ""));
        };
        if context.starts_with("themes ") && self.theme(context, entry) {
            return;
        }
        let id = id_of(context).unwrap_or(context);
        let (wiki, from, to) = (self.wiki, self.from, self.to);
        let number = self.number;
        let open = self.pair.works.entry(id.to_owned()).or_insert_with(|| wiki.bitext(id, from, to).map(Open::new));
        let Some(open) = open else {
            let known = self.wiki.states.work(id).is_some();
            let code = if known { Code::PoUnknownText } else { Code::PoUnknownWork };
            return self.problem(code, entry, entry.at, |problem| problem.arg("context", context).arg("language", to));
        };
        let key = (context.to_owned(), entry.id.clone());
        let alike = || open.alike.get(&(unnumbered(context).to_owned(), bitext::meaning_of(&entry.id)));
        let Some(&offer) = open.exact.get(&key).or_else(alike) else {
            let code = if open.has_successor(context, entry) { Code::PoOutdated } else { Code::PoUnknownText };
            let place = open.bitext.source.text.whole();
            return self.problem(code, entry, entry.at, |problem| problem.arg("context", context).arg("language", to).and_at(place));
        };
        let place = self.file.text.place(entry.text_at);
        let row = open.offers[offer].row;
        open.file = number;
        match open.taken.get(&row) {
            Some(other) if other.words != entry.text => {
                let first = other.place.clone();
                self.problem(Code::PoDuplicate, entry, entry.at, |problem| problem.arg("name", context).and_at(first));
            }
            _ => drop(open.taken.insert(row, Taken { row, words: entry.text.clone(), place })),
        }
    }

    /// Whether the context is one of the thesaurus.
    fn theme(&mut self, context: &str, entry: &Entry) -> bool {
        let Some(themes) = self.wiki.themes else { return false };
        let (config, to) = (self.wiki.config, self.to);
        let from = self.from.unwrap_or(config.default_language);
        let offers = self.offers.get_or_insert_with(|| {
            thesaurus::offers(themes, config, from, to).into_iter().map(|offer| (offer.context.clone(), offer)).collect()
        });
        let Some(offer) = offers.get(context).cloned() else { return false };
        let same = offer.id == entry.id || bitext::meaning_of(&offer.id) == bitext::meaning_of(&entry.id);
        let taken = thesaurus::Taken { offer, to, words: entry.text.clone(), place: self.file.text.place(entry.text_at) };
        if !same {
            let place = themes.whole();
            self.problem(Code::PoOutdated, entry, entry.at, |problem| problem.arg("context", context).arg("language", to).and_at(place));
        } else if let Some(rule) = thesaurus::fault(&taken) {
            let unit = taken.offer.key;
            self.problem(Code::PoRefused, entry, entry.text_at, |problem| problem.arg("rule", rule).arg("unit", unit).arg("language", to));
        } else {
            self.themes.push(taken);
        }
        true
    }
}

impl Open {
    fn new(bitext: Bitext) -> Open {
        let offers = bitext.offers();
        let (mut exact, mut alike) = (BTreeMap::new(), BTreeMap::new());
        for (number, offer) in offers.iter().enumerate() {
            exact.insert((offer.context.clone(), offer.id.clone()), number);
            alike.entry((unnumbered(&offer.context).to_owned(), bitext::meaning_of(&offer.id))).or_insert(number);
        }
        Open { bitext, offers, exact, alike, taken: BTreeMap::new(), file: 0 }
    }

    /// Whether the source still has the block, in other words.
    fn has_successor(&self, context: &str, entry: &Entry) -> bool {
        let words = compare::bag(&bitext::meaning_of(&entry.id));
        let of_kind = self.offers.iter().filter(|offer| unnumbered(&offer.context) == unnumbered(context));
        let was = |offer: &Offer| offer.was.as_deref() == Some(&entry.id);
        let mut resembling =
            of_kind.filter(|offer| was(offer) || compare::likeness(&words, &compare::bag(&bitext::meaning_of(&offer.id))) >= 30);
        resembling.next().is_some()
    }
}

/// The text that a context names: without the number and the kind behind it.
pub(super) fn id_of(context: &str) -> Option<&str> {
    unnumbered(context).rsplit_once(' ').map(|(id, _)| id)
}

/// A context without the number that tells identical texts apart.
fn unnumbered(context: &str) -> &str {
    match context.rsplit_once(' ') {
        Some((bare, number)) if !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) => bare,
        _ => context,
    }
}

/// Makes the changes to one text.
fn settle(wiki: &Wiki, id: &str, to: Language, open: Open, header: &Header, circumstances: &Circumstances, imported: &mut Imported) {
    let Open { bitext, offers, taken, .. } = open;
    let offered: BTreeSet<usize> = offers.iter().map(|offer| offer.row).collect();
    let outcome = import::apply(&bitext, taken.into_values().collect(), &offered);
    imported.problems.extend(outcome.problems);
    imported.blocks += outcome.changed;
    let changed = outcome.text.is_some();
    if let Some(new) = outcome.text {
        let (path, old) = match &bitext.target {
            Some(target) => (target.text.path.clone(), Some(target.text.text.to_string())),
            None => match path_of(wiki, &bitext) {
                Some(path) => (path, None),
                None => return,
            },
        };
        imported.changes.push(Changed { path, old, new });
    }
    let edition = wiki.states.work(id).and_then(|work| work.editions.get(&to));
    let own = edition.and_then(|edition| edition.source).is_none_or(|(language, _)| language == bitext.from);
    let behind = edition.is_some_and(|edition| edition.standing == Standing::Behind);
    if !own || !(changed || behind) {
        return;
    }
    if let Some(text) = outcome.kept {
        let kept = wiki.snapshots.get(id, to);
        let differs = kept.is_none_or(|kept| kept.from != bitext.from || *kept.text.text != *text);
        if differs || outcome.in_step {
            let history = kept.map(|kept| kept.history.as_slice()).unwrap_or_default();
            let new = snapshot::write(bitext.from, &text, history, event(header, circumstances));
            let old = kept.map(|kept| kept.file.text.to_string());
            imported.changes.push(Changed { path: snapshot::path(id, to), old, new });
        }
    }
    if outcome.in_step {
        imported.in_step.push((id.to_owned(), to));
    }
}

/// What the header says about how it was made.
fn event(header: &Header, circumstances: &Circumstances) -> Event {
    let name = |stated: &str| stated.split('<').next().unwrap_or_default().trim().to_owned();
    let by =
        header.get("Last-Translator").map(name).filter(|name| !name.is_empty() && name != "FULL NAME" && name != "Automatically generated");
    let date = header.get("PO-Revision-Date").and_then(|date| date.get(..10)).and_then(|date| date.parse().ok());
    Event {
        did: "imported".to_owned(),
        on: Some(date.unwrap_or(circumstances.today)),
        by: circumstances.by.clone().or(by),
        tool: header.get("X-Generator").filter(|tool| *tool != GENERATOR).map(str::to_owned),
        ..Event::default()
    }
}

/// Where a new edition stands: named as its source is.
fn path_of(wiki: &Wiki, bitext: &Bitext) -> Option<SitePath> {
    let edition = wiki.states.work(&bitext.id)?.editions.get(&bitext.from)?;
    let role = &wiki.documents.get(edition.document)?.role;
    let habit = Habit::of(&bitext.source.text.path, &bitext.id, bitext.from).unwrap_or(Habit::Dotted);
    habit.file(role, &bitext.id, bitext.to, wiki.config).map(|(path, _)| path)
}
