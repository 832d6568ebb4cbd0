//! `content/.translated-from/ID.LANG.md`: the text that a translation was made from, word for word, below a head that says which language it
//! is in and what has happened since.
//!
//! ```text
//! ---
//! from: en
//! text: 1f0c…             # stands for what follows the head, so that a change by hand is noticed
//! seal: 9b41…             # the same for `from` and `history`; snapshots of earlier versions have none
//! history:                # only ever grows
//! - did: started
//!   on: 2026-11-22
//!   by: "Ада"
//! ---
//! ---
//! title: The Earrings
//! …
//! ```

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;
use serde::Serialize;

use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::hash::Hash;
use crate::base::language::Language;
use crate::base::path::SitePath;
use crate::base::text::Text;
use crate::base::yaml::{self, Entry, Step};
use crate::config::Config;
use crate::document::front_matter::{self, METHODS};

/// The folder of the snapshots.
pub const FOLDER: &str = "content/.translated-from/";

/// A translation's source as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The snapshot's own file.
    pub file: Text,
    /// The id of the translated text: its path below `content/` without its language.
    pub id: String,
    /// The language of the translation.
    pub language: Language,
    /// The language of the source.
    pub from: Language,
    /// What happened to the translation, the oldest first.
    pub history: Vec<Event>,
    /// The source's file as it was.
    pub text: Text,
}

/// Something that happened to a translation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Event {
    /// What: `started`, `accepted`, `wording` (the source was corrected without a change of meaning), `imported`.
    pub did: String,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// Who.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// With what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tool: Option<String>,
    /// How: a word of `translation.method`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// Who read it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewed_by: Option<String>,
    /// What stands for the source as it was then: see [`fingerprint`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// The words of [`Event::did`].
pub const EVENTS: [&str; 4] = ["started", "accepted", "wording", "imported"];

const KEYS: [&str; 4] = ["from", "text", "seal", "history"];
const EVENT_KEYS: [&str; 7] = ["did", "on", "by", "tool", "method", "reviewed_by", "text"];

/// Where the snapshot of a translation stands.
pub fn path(id: &str, language: Language) -> SitePath {
    SitePath::new(format!("{FOLDER}{id}.{language}.md"))
}

/// Stands for a text, whatever its line ends: version control may change those.
pub fn fingerprint(text: &str) -> String {
    let hash = if text.contains('\r') { Hash::of(text.replace("\r\n", "\n").as_bytes()) } else { Hash::of(text.as_bytes()) };
    hash.to_string()
}

/// Stands for what is said of a translation, so that a change by hand is noticed.
fn sealed(from: Language, history: &[Event]) -> String {
    Hash::of(serde_yaml::to_string(&(from.as_str(), history)).unwrap_or_default().as_bytes()).to_string()
}

/// Reads a snapshot.
///
/// # Errors
/// All that is wrong with it: its name, its head, or a text that is not the one that the head was written for.
pub fn read(file: &Text, config: &Config) -> Result<Snapshot, Vec<Diagnostic>> {
    let name = file.path.strip_prefix(FOLDER).and_then(|name| name.strip_suffix(".md")).and_then(|name| name.rsplit_once('.'));
    let tag = |tag: &str| config.languages.iter().copied().find(|language| language.as_str().eq_ignore_ascii_case(tag));
    let Some((id, language)) = name.and_then(|(id, language)| Some((id, tag(language)?))) else {
        return Err(vec![Diagnostic::new(Code::InvalidSnapshot).arg("problem", "name").at(file.whole())]);
    };
    let parts = front_matter::split(file);
    let Some(head) = parts.front_matter.filter(|_| parts.problem.is_none()) else {
        return Err(vec![Diagnostic::new(Code::InvalidSnapshot).arg("problem", "head").at(file.whole())]);
    };
    let ((from, stated, seal, history), mut problems) = yaml::read(file, head.clone(), |top| {
        top.only(&KEYS, &[]);
        let from = top.require("from").and_then(Entry::language);
        let text = top.require("text").and_then(Entry::text);
        let seal = top.get("seal", Entry::text);
        let history = top.take("history").map(Entry::items).unwrap_or_default();
        (from, text, seal, history.into_iter().filter_map(event).collect::<Vec<Event>>())
    });
    let text = &file.text[parts.body];
    let edited =
        |part: &str, key| Diagnostic::new(Code::SnapshotEdited).arg("part", part).at(yaml::locate(file, head.clone(), &[Step::Key(key)]));
    if let (Some(seal), Some(from), true) = (&seal, from, problems.is_empty())
        && *seal != sealed(from, &history)
    {
        problems.push(edited("history", "seal"));
    }
    if let Some(stated) = &stated
        && *stated != fingerprint(text)
    {
        problems.push(edited("text", "text"));
    }
    match from {
        Some(from) if problems.is_empty() => {
            let text = Text::new(file.path.clone(), text);
            Ok(Snapshot { file: file.clone(), id: id.to_owned(), language, from, history, text })
        }
        _ => Err(problems),
    }
}

fn event(entry: Entry) -> Option<Event> {
    let part = entry.mapping_of(&EVENT_KEYS)?;
    let words = EVENTS.map(|word| (word, word));
    let methods = METHODS.map(|(word, _)| (word, word));
    let did = part.require("did").and_then(|entry| entry.one_of(&words)).map(str::to_owned);
    let event = Event {
        did: String::new(),
        on: part.get("on", Entry::date),
        by: part.get("by", Entry::text),
        tool: part.get("tool", Entry::text),
        method: part.get("method", |entry| entry.one_of(&methods)).map(str::to_owned),
        reviewed_by: part.get("reviewed_by", Entry::text),
        text: part.get("text", Entry::text),
    };
    Some(Event { did: did?, ..event })
}

/// All snapshots of a site that can be read.
#[derive(Clone, Debug, Default)]
pub struct Snapshots {
    files: Vec<Text>,
    read: BTreeMap<String, BTreeMap<Language, Snapshot>>,
    /// What is wrong with the others.
    pub problems: Vec<Diagnostic>,
}

impl Snapshots {
    /// Reads them all.
    pub fn read(files: &[Text], config: &Config) -> Snapshots {
        let mut snapshots = Snapshots { files: files.to_vec(), ..Snapshots::default() };
        let read: Vec<Result<Snapshot, Vec<Diagnostic>>> = files.par_iter().map(|file| read(file, config)).collect();
        for snapshot in read {
            match snapshot {
                Ok(snapshot) => drop(snapshots.read.entry(snapshot.id.clone()).or_default().insert(snapshot.language, snapshot)),
                Err(found) => snapshots.problems.extend(found),
            }
        }
        snapshots
    }

    /// Whether these are the files that were read.
    pub fn are_of(&self, files: &[Text]) -> bool {
        self.files == files
    }

    /// That of one translation.
    pub fn get(&self, id: &str, language: Language) -> Option<&Snapshot> {
        self.read.get(id)?.get(&language)
    }

    /// All, by id and language.
    pub fn iter(&self) -> impl Iterator<Item = &Snapshot> {
        self.read.values().flat_map(BTreeMap::values)
    }
}

/// The file of a snapshot: the source's text as it is now, below what has happened so far and the newest event.
pub fn write(from: Language, text: &str, history: &[Event], newest: Event) -> String {
    #[derive(Serialize)]
    struct Head<'a> {
        from: &'a str,
        text: &'a str,
        seal: &'a str,
        history: Vec<Event>,
    }
    let fingerprint = fingerprint(text);
    let newest = Event { text: Some(fingerprint.clone()), ..newest };
    let history: Vec<Event> = history.iter().cloned().chain([newest]).collect();
    let head = Head { from: from.as_str(), text: &fingerprint, seal: &sealed(from, &history), history };
    // It writes what it is given: plain texts, all of whose characters YAML can carry.
    let head = serde_yaml::to_string(&head).unwrap_or_default();
    format!("---\n{head}---\n{text}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config() -> Config {
        let text = "title: x\nlanguages: [en, ru, it]\ndefault_language: en\n";
        crate::config::read(Text::new(SitePath::new("site.yaml"), text)).0.unwrap()
    }

    fn file(path: &str, text: &str) -> Text {
        Text::new(SitePath::new(format!("{FOLDER}{path}")), text)
    }

    fn language(tag: &str) -> Language {
        tag.parse().unwrap()
    }

    fn problems(path: &str, text: &str) -> Vec<String> {
        read(&file(path, text), &config()).unwrap_err().iter().map(Diagnostic::brief).collect()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let source = "---\ntitle: 'Серьги: no'\n---\r\nТекст.\n";
        let started = Event { did: "started".into(), by: Some("Ада: \"no\"".into()), on: "2026-11-22".parse().ok(), ..Event::default() };
        let first = write(language("ru"), source, &[], started.clone());
        let snapshot = read(&file("stories/a.b.it.md", &first), &config()).unwrap();
        assert_eq!((snapshot.id.as_str(), snapshot.language, snapshot.from), ("stories/a.b", language("it"), language("ru")));
        assert_eq!(&*snapshot.text.text, source);
        assert_eq!(snapshot.history, [Event { text: Some(fingerprint(source)), ..started }]);
        let second = write(language("ru"), source, &snapshot.history, Event { did: "accepted".into(), ..Event::default() });
        assert_eq!(read(&file("a.it.md", &second), &config()).unwrap().history.len(), 2);
    }

    #[test]
    fn line_ends_that_version_control_changed_do_not_count() {
        let written = write(language("ru"), "а\nб\n", &[], Event { did: "started".into(), ..Event::default() });
        assert!(read(&file("a.it.md", &written.replace('\n', "\r\n")), &config()).is_ok());
    }

    #[test]
    fn a_text_that_was_edited_by_hand_is_noticed() {
        let written = write(language("ru"), "а\n", &[], Event { did: "started".into(), ..Event::default() });
        assert_eq!(problems("a.it.md", &written.replace("---\nа", "---\nб")), ["3:7 snapshot-edited text"]);
    }

    #[test]
    fn a_history_that_was_edited_by_hand_is_noticed() {
        let started = Event { did: "started".into(), by: Some("Ада".into()), ..Event::default() };
        let written = write(language("ru"), "а\n", &[], started);
        for (from, to) in [("by: Ада", "by: Grace"), ("  by: Ада\n", ""), ("from: ru", "from: en"), ("did: started", "did: accepted")]
        {
            assert!(written.contains(from));
            assert_eq!(problems("a.it.md", &written.replace(from, to)), ["4:7 snapshot-edited history"], "{to}");
        }
        // Earlier versions of the program wrote no seal.
        let unsealed: String = written.lines().filter(|line| !line.starts_with("seal:")).map(|line| format!("{line}\n")).collect();
        assert!(read(&file("a.it.md", &unsealed), &config()).is_ok());
    }

    #[test]
    fn each_fault_of_the_head_is_named() {
        assert_eq!(problems("a.md", ""), ["0:0 invalid-snapshot name"]);
        assert_eq!(problems("a.fr.md", ""), ["0:0 invalid-snapshot name"]);
        assert_eq!(problems("a.it.md", "Текст"), ["0:0 invalid-snapshot head"]);
        let wrong = "---\nform: ru\nhistory: [{did: lost, on: tomorrow}]\n---\n";
        let found = problems("a.it.md", wrong);
        for code in ["unknown-key", "missing-key", "invalid-value", "invalid-date"] {
            assert!(found.iter().any(|problem| problem.contains(code)), "{code}: {found:?}");
        }
    }
}
