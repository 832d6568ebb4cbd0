//! `apologue new`: an empty text with everything that its front matter can say.

use std::collections::BTreeMap;
use std::path::Path;

use super::args::NewArgs;
use super::words::Words;
use super::{Exit, Failure, site, terminal};
use crate::base::diagnostic::nearest;
use crate::base::language::Language;
use crate::base::path::{ConceptId, SitePath, WorkId};
use crate::base::segment;
use crate::base::text::Text;
use crate::config::{self, Config, Kind};
use crate::document::identity::{Identity, identify};
use crate::document::naming::{Habit, below_content};
use crate::document::{self, Role, thesaurus};
use crate::output::edit;
use crate::source;

mod front_matter;

/// Makes the file.
pub(super) fn run(args: &NewArgs, words: &Words) -> Result<Exit, Failure> {
    let root = site::find(args.source.as_deref())?;
    let site = Site::read(&root)?;
    let wanted = Wanted { kind: args.kind.0, id: &args.id, language: args.lang.as_deref(), title: args.title.as_deref() };
    let planned = plan(&wanted, &site, words).map_err(|refusal| Failure::Usage(refusal.say(words)))?;
    let path = root.join(planned.path.as_str());
    edit::create_new(&path, planned.text.as_bytes())?;
    let shown = site::shown(&path);
    let said = match planned.from {
        None => words.say("new-done", &[("path", (&shown).into())]),
        Some(from) => {
            let from = site::shown(&root.join(from.as_str()));
            words.say("new-translation-done", &[("path", (&shown).into()), ("from", (&from).into())])
        }
    };
    terminal::print(&format!("{said}\n"))?;
    Ok(Exit::Done)
}

/// What the user asked for.
struct Wanted<'a> {
    kind: Kind,
    id: &'a str,
    language: Option<&'a str>,
    title: Option<&'a str>,
}

/// What is known of the site.
struct Site {
    config: Config,
    editions: Vec<Edition>,
    themes: Vec<ConceptId>,
}

/// A file of a work.
struct Edition {
    text: Text,
    id: WorkId,
    language: Language,
    kind: Kind,
}

/// The file to be made.
struct Planned {
    path: SitePath,
    text: String,
    /// The edition that it is to be translated from.
    from: Option<SitePath>,
}

/// Why no file is made.
#[derive(Debug, PartialEq)]
enum Refusal {
    /// The id is none.
    Id { id: String },
    /// The site does not have the language.
    Language { tag: String, known: Vec<String> },
    /// The edition is there.
    Exists { path: SitePath },
}

impl Refusal {
    fn say(&self, words: &Words) -> String {
        let mut lines = Vec::new();
        match self {
            Refusal::Id { id } => lines.push(words.error(&words.say("new-invalid-id", &[("id", id.into())]))),
            Refusal::Language { tag, known } => {
                let languages = known.join(", ");
                let args = [("language", tag.into()), ("languages", (&languages).into())];
                lines.push(words.error(&words.say("new-unknown-language", &args)));
                let base = tag.split(['-', '_']).next().unwrap_or_default();
                let base = known.iter().find(|known| *known == base).cloned();
                if let Some(name) = base.or_else(|| nearest(tag, known.iter().map(String::as_str))) {
                    lines.push(words.say("report-did-you-mean", &[("name", (&name).into())]));
                }
            }
            Refusal::Exists { path } => lines.push(words.error(&words.say("new-exists", &[("path", path.as_str().into())]))),
        }
        lines.join("\n")
    }
}

impl Site {
    /// Reads the site. What is wrong with single files does not matter here; without a configuration nothing can be said.
    fn read(root: &Path) -> Result<Site, Failure> {
        let sources = source::look(root)?.read(None);
        let Some(text) = sources.config else { return Err(Failure::Problems(sources.problems, Exit::Content)) };
        let (config, problems) = config::read(text);
        let config = config.ok_or(Failure::Problems(problems, Exit::Content))?;
        let themes = sources.data.iter().filter(|text| text.path.file_name() == "themes.yaml");
        let themes = themes.flat_map(|text| thesaurus::read(text, &config).0.into_keys()).collect();
        let editions = sources.texts.into_iter().filter_map(|text| Edition::of(text, &config)).collect();
        Ok(Site { config, editions, themes })
    }

    /// How most of the site's files are named.
    fn habit(&self) -> Habit {
        let mut counts: BTreeMap<Habit, usize> = BTreeMap::new();
        for edition in &self.editions {
            if let Some(habit) = edition.habit() {
                *counts.entry(habit).or_default() += 1;
            }
        }
        // Of equally common ones the first.
        counts.into_iter().rev().max_by_key(|(_, count)| *count).map_or(Habit::Dotted, |(habit, _)| habit)
    }

    /// The edition that a translation is made from: see the lead edition in [`crate::graph`].
    fn original<'a>(&self, editions: &[&'a Edition]) -> Option<(&'a Edition, Option<String>)> {
        let rank = |edition: &Edition| {
            let front = document::parse(&edition.text, &self.config).map(|document| document.face.front).unwrap_or_default();
            let place = self.config.languages.iter().position(|language| *language == edition.language);
            let is_default = edition.language == self.config.default_language;
            let rank = (front.work.lead != Some(true), front.translation.is_some(), !is_default, place);
            (rank, front.title)
        };
        let ranked = editions.iter().map(|edition| (*edition, rank(edition)));
        ranked.min_by_key(|(_, (rank, _))| *rank).map(|(edition, (_, title))| (edition, title))
    }
}

impl Edition {
    fn of(text: Text, config: &Config) -> Option<Edition> {
        let Identity { role, language, kind } = identify(below_content(&text.path), config).0?;
        match role {
            Role::Work(id) => Some(Edition { text, id, language, kind }),
            _ => None,
        }
    }

    fn habit(&self) -> Option<Habit> {
        Habit::of(&self.text.path, &self.id, self.language)
    }
}

/// The file that does what is wanted.
fn plan(wanted: &Wanted, site: &Site, words: &Words) -> Result<Planned, Refusal> {
    let language = language(wanted.language, &site.config)?;
    let id = work_id(wanted);
    let others: Vec<&Edition> = site.editions.iter().filter(|edition| *edition.id == *id).collect();
    if let Some(there) = others.iter().find(|edition| edition.language == language) {
        return Err(Refusal::Exists { path: there.text.path.clone() });
    }
    let original = site.original(&others);
    if id.split('/').any(|name| name.starts_with('_')) {
        // Such files are not read.
        return Err(Refusal::Id { id: wanted.id.to_owned() });
    }
    // A work's editions stay together, whatever the others do.
    let habit = original.as_ref().and_then(|(edition, _)| edition.habit()).unwrap_or_else(|| site.habit());
    let role = Role::Work(WorkId::new(id.as_str()));
    let file = habit.file(&role, &id, language, &site.config);
    let (path, kind) = file.map(|(path, identity)| (path, identity.kind)).ok_or_else(|| Refusal::Id { id: wanted.id.to_owned() })?;
    let title = wanted.title.map(str::to_owned);
    let title = title.or_else(|| original.as_ref().and_then(|(_, title)| title.clone())).unwrap_or_else(|| title_of(&id));
    let works = |kind: Kind| site.editions.iter().filter(|edition| edition.kind == kind).map(|edition| edition.id.clone()).collect();
    let blank = front_matter::Blank {
        kind: wanted.kind,
        states_kind: kind != wanted.kind,
        title,
        original: original.as_ref().map(|(edition, _)| (edition.language, edition.text.path.to_string())),
        themes: &site.themes,
        stories: works(Kind::Story),
        maxims: works(Kind::Maxim),
    };
    let text = blank.write(words);
    let from = original.map(|(edition, _)| edition.text.path.clone());
    Ok(Planned { path, text, from })
}

fn language(stated: Option<&str>, config: &Config) -> Result<Language, Refusal> {
    let Some(tag) = stated else { return Ok(config.default_language) };
    let language = tag.parse().ok().filter(|language| config.has(*language));
    let known = || config.languages.iter().map(ToString::to_string).collect();
    language.ok_or_else(|| Refusal::Language { tag: tag.to_owned(), known: known() })
}

/// The id below its kind's folder, which need not be typed.
fn work_id(wanted: &Wanted) -> String {
    let id = wanted.id.strip_suffix(".md").unwrap_or(wanted.id);
    let id = segment::normalize(id.strip_prefix("content/").unwrap_or(id));
    match wanted.kind.folder() {
        Some(folder) if id.split('/').next() != Some(folder) => format!("{folder}/{id}"),
        _ => id,
    }
}

/// `The lamp` for `stories/the-lamp`.
fn title_of(id: &str) -> String {
    let name = id.rsplit('/').next().unwrap_or(id).replace(['-', '_'], " ");
    let mut letters = name.trim().chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
