//! From the YAML of front matter to a [`FrontMatter`].

use std::collections::BTreeMap;
use std::ops::Range;

use super::split::split;
use super::{Cadence, FrontMatter, Method, Section, SourceFact, Translation, Withdrawn, WorkFacts};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::language::Language;
use crate::base::segment;
use crate::base::text::{Place, Text};
use crate::base::yaml::{self, Entry, Mapping, Step};
use crate::config::{Config, Kind, Localized, localized};

/// The keys of front matter.
pub const KEYS: [&str; 32] = [
    "title",
    "summary",
    "slug",
    "keywords",
    "redirects",
    "themes",
    "kind",
    "level",
    "minutes",
    "audience",
    "weight",
    "featured",
    "lead",
    "source",
    "said_by",
    "illustrates",
    "practises",
    "see_also",
    "steps",
    "numbered",
    "cadence",
    "former_ids",
    "withdrawn",
    "translate",
    "draft",
    "terms",
    "date",
    "updated",
    "owner",
    "review_by",
    "translation",
    "dismiss",
];
/// The keys of `source`.
pub const SOURCE_KEYS: [&str; 7] = ["author", "work", "year", "page", "url", "licence", "fiction"];
/// The keys of a part of `steps`.
pub const STEP_KEYS: [&str; 2] = ["section", "works"];
/// The keys of `translation`.
pub const TRANSLATION_KEYS: [&str; 7] = ["from", "method", "tool", "by", "on", "reviewed_by", "reviewed_on"];
/// The keys of `withdrawn`.
pub const WITHDRAWN_KEYS: [&str; 3] = ["on", "reason", "replaced_by"];

/// The keys of `dismiss`: the codes of notes that compare editions, or look at a text's words.
pub const DISMISSIBLE: [Code; 8] = [
    Code::HeadingsDiffer,
    Code::DirectivesDiffer,
    Code::LinksDiffer,
    Code::ImagesDiffer,
    Code::NumbersDiffer,
    Code::UntranslatedText,
    Code::ForeignText,
    Code::NearCopy,
];

/// The words of `translation.method`.
pub const METHODS: [(&str, Method); 4] =
    [("human", Method::Human), ("machine", Method::Machine), ("machine-edited", Method::MachineEdited), ("adaptation", Method::Adaptation)];
/// The words of `cadence`.
pub const CADENCES: [(&str, Cadence); 3] = [("daily", Cadence::Daily), ("weekly", Cadence::Weekly), ("monthly", Cadence::Monthly)];

/// Reads front matter. What is wrong is left out, and reported.
pub fn read(text: &Text, range: Range<usize>, config: &Config) -> (FrontMatter, Vec<Diagnostic>) {
    yaml::read(text, range, |top| {
        top.only_or(&KEYS, &config.ignore_keys, synonym);
        FrontMatter {
            title: top.get("title", Entry::text),
            summary: top.get("summary", Entry::text),
            slug: top.get("slug", slug),
            keywords: top.texts("keywords").unwrap_or_default(),
            redirects: top.texts("redirects").unwrap_or_default(),
            translation: top.get("translation", translation),
            dismiss: top.get("dismiss", dismiss).unwrap_or_default(),
            terms: top.get("terms", Entry::boolean),
            draft: top.get("draft", Entry::boolean),
            date: top.get("date", Entry::date),
            updated: top.get("updated", Entry::date),
            owner: top.get("owner", Entry::text),
            review_by: top.get("review_by", Entry::date),
            work: work(top, config),
        }
    })
}

/// The places of the values of a file's front matter.
pub fn places(text: &Text) -> yaml::Places {
    yaml::Places::new(text, split(text).front_matter.unwrap_or(0..0))
}

/// The place of a value in a file's front matter, for whoever finds out later that something is wrong with it.
pub fn locate(text: &Text, path: &[Step<'_>]) -> Place {
    yaml::locate(text, split(text).front_matter.unwrap_or(0..0), path)
}

/// The place of one of the works that `steps` names, counted from 0 through all sections.
pub fn locate_step(text: &Text, number: usize) -> Place {
    let range = split(text).front_matter.unwrap_or(0..0);
    let (span, _) = yaml::read(text, range, |top| {
        let steps = top.take("steps").map(|entry| entry.items()).unwrap_or_default();
        let works = steps.into_iter().flat_map(|item| match item.is_mapping() {
            true => item.mapping().and_then(|part| part.take("works")).map(|works| works.items()).unwrap_or_default(),
            false => vec![item],
        });
        works.filter(|work| work.text().is_some()).nth(number).map(|work| work.span())
    });
    span.map_or_else(|| locate(text, &[Step::Key("steps")]), |span| text.place(span))
}

fn work(top: Mapping<'_>, config: &Config) -> WorkFacts {
    let kinds = Kind::ALL.map(|kind| (kind.as_str(), kind));
    WorkFacts {
        lead: top.get("lead", Entry::boolean),
        kind: top.get("kind", |entry| entry.one_of(&kinds)),
        themes: top.texts("themes"),
        level: top.get("level", |entry| entry.integer(1..=3)).and_then(|level| level.try_into().ok()),
        minutes: top.get("minutes", |entry| entry.integer(1..=100_000)).and_then(|minutes| minutes.try_into().ok()),
        audience: top.get("audience", |entry| Some(audience(entry, config))),
        weight: top.get("weight", |entry| entry.integer(-1_000_000..=1_000_000)),
        featured: top.get("featured", Entry::boolean),
        source: top.get("source", |entry| source(entry, config)),
        said_by: top.get("said_by", |entry| localized(entry, &config.languages)),
        illustrates: top.texts("illustrates"),
        practises: top.texts("practises"),
        see_also: top.texts("see_also"),
        steps: top.get("steps", |entry| Some(steps(entry, config))),
        numbered: top.get("numbered", Entry::boolean),
        cadence: top.get("cadence", |entry| entry.one_of(&CADENCES)),
        former_ids: top.texts("former_ids"),
        withdrawn: top.get("withdrawn", |entry| withdrawn(entry, config)),
        translate: top.get("translate", |entry| translate(entry, config)),
    }
}

fn slug(entry: Entry<'_>) -> Option<String> {
    let slug = segment::normalize(&entry.text()?);
    let (rule, character) = match segment::check(&slug) {
        Err(fault) => (fault.as_str(), fault.character()),
        // The folder's own page has this address.
        Ok(()) if slug.eq_ignore_ascii_case("index") => ("index", String::new()),
        Ok(()) => return Some(slug),
    };
    entry.report(Diagnostic::new(Code::InvalidSlug).arg("slug", slug).arg("rule", rule).arg("character", character));
    None
}

fn translation(entry: Entry<'_>) -> Option<Translation> {
    let map = entry.mapping_of(&TRANSLATION_KEYS)?;
    Some(Translation {
        from: map.get("from", Entry::language),
        method: map.get("method", |entry| entry.one_of(&METHODS)),
        tool: map.get("tool", Entry::text),
        by: map.get("by", Entry::text),
        on: map.get("on", Entry::date),
        reviewed_by: map.get("reviewed_by", Entry::text),
        reviewed_on: map.get("reviewed_on", Entry::date),
    })
}

/// Codes with the reasons, which nobody may leave out.
fn dismiss(entry: Entry<'_>) -> Option<BTreeMap<Code, String>> {
    let map = entry.mapping_of(&DISMISSIBLE.map(Code::as_str))?;
    let reason = |code: Code| {
        let entry = map.entries().find(|entry| entry.key() == code.as_str())?;
        let reason = if entry.is_null() { None } else { entry.text().filter(|reason| !reason.trim().is_empty()) };
        if reason.is_none() && (entry.is_null() || entry.is_scalar()) {
            entry.invalid("reason");
        }
        Some((code, reason?))
    };
    Some(DISMISSIBLE.into_iter().filter_map(reason).collect())
}

/// A site that names its audiences knows no others.
fn audience(entry: Entry<'_>, config: &Config) -> Vec<String> {
    if entry.is_mapping() || config.audiences.is_empty() {
        return entry.texts();
    }
    let mut audience = Vec::new();
    for item in entry.items() {
        match item.text() {
            Some(name) if config.audiences.contains(&name) => audience.push(name),
            Some(_) => item.none_of(config.audiences.iter().map(String::as_str)),
            None => {}
        }
    }
    audience
}

/// A mapping; a text alone is the work.
fn source(entry: Entry<'_>, config: &Config) -> Option<SourceFact> {
    if entry.is_scalar() {
        return entry.text().map(|work| SourceFact { work: Some(Localized::plain(work)), ..SourceFact::default() });
    }
    let map = entry.mapping_of(&SOURCE_KEYS)?;
    Some(SourceFact {
        author: map
            .get("author", |entry| Some(entry.items().into_iter().filter_map(|item| localized(item, &config.languages)).collect()))
            .unwrap_or_default(),
        work: map.get("work", |entry| localized(entry, &config.languages)),
        year: map.get("year", Entry::year),
        page: map.get("page", Entry::text),
        url: map.get("url", Entry::web_address),
        licence: map.get("licence", Entry::text),
        fiction: map.get("fiction", Entry::boolean),
    })
}

/// Ids, and parts with a title. Ids that follow each other without one make a part together.
fn steps(entry: Entry<'_>, config: &Config) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut open = false;
    let items = if entry.is_mapping() { Vec::new() } else { entry.items() };
    if entry.is_mapping() {
        entry.wrong_type("steps");
    }
    for item in items {
        if item.is_mapping() {
            open = false;
            let Some(part) = item.mapping_of(&STEP_KEYS) else { continue };
            let title = part.get("section", |entry| localized(entry, &config.languages));
            let works = part.require("works").map(|works| works.texts()).unwrap_or_default();
            sections.push(Section { title, works });
        } else if let Some(id) = item.text() {
            match sections.last_mut() {
                Some(section) if open => section.works.push(id),
                _ => sections.push(Section { title: None, works: vec![id] }),
            }
            open = true;
        }
    }
    sections
}

/// `true` or the facts of the withdrawal.
fn withdrawn(entry: Entry<'_>, config: &Config) -> Option<Withdrawn> {
    if !entry.is_mapping() {
        return entry.boolean().and_then(|yes| yes.then(Withdrawn::default));
    }
    let map = entry.mapping_of(&WITHDRAWN_KEYS)?;
    Some(Withdrawn {
        on: map.get("on", Entry::date),
        reason: map.get("reason", |entry| localized(entry, &config.languages)),
        replaced_by: map.get("replaced_by", Entry::text),
    })
}

/// `none` or the languages that are asked for.
fn translate(entry: Entry<'_>, config: &Config) -> Option<Vec<Language>> {
    if entry.is_mapping() {
        entry.wrong_type("languages");
        return None;
    }
    if entry.is_scalar() && entry.text().is_some_and(|text| text.eq_ignore_ascii_case("none")) {
        return Some(Vec::new());
    }
    Some(entry.items().into_iter().filter_map(|item| item.language_of(&config.languages)).collect())
}

/// What other programs and other languages call a key.
fn synonym(key: &str) -> Option<&'static str> {
    Some(match key {
        "name" | "heading" | "título" | "titulo" | "titolo" | "название" | "заголовок" => "title",
        "description" | "excerpt" | "abstract" | "resumen" | "descripción" | "sommario" | "riassunto" | "описание" | "кратко" => {
            "summary"
        }
        "tags" | "tag" | "categories" | "topics" | "temas" | "temi" | "темы" | "теги" => "themes",
        "category" | "type" | "layout" | "tipo" | "тип" => "kind",
        "permalink" | "path" | "address" => "slug",
        "aliases" | "alias" | "redirect_from" => "redirects",
        "related" => "see_also",
        "author" | "autor" | "autore" | "автор" => "source",
        "duration" | "time" => "minutes",
        "difficulty" => "level",
        "order" => "weight",
        "lastmod" | "modified" | "last_modified" => "updated",
        "published" | "created" | "fecha" | "data" | "дата" => "date",
        _ => return None,
    })
}
