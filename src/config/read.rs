//! From the text of `site.yaml` to a [`Config`].

use std::collections::BTreeMap;

use super::languages::{self, Languages};
use super::{BadGate, Config, Fallback, FallbackMode, Gate, Kind, Localized, MenuItem, Notices, OutputKind, State, Translations};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::hash::Hash;
use crate::base::language::Language;
use crate::base::path::join;
use crate::base::segment;
use crate::base::text::{Span, Text};
use crate::base::yaml::{self, Entry, Mapping};

/// The keys of `site.yaml`.
pub const KEYS: [&str; 19] = [
    "title",
    "description",
    "languages",
    "default_language",
    "preparing",
    "translations",
    "base_url",
    "theme",
    "fallback",
    "untagged",
    "outputs",
    "menu",
    "logo",
    "footer",
    "edit_url",
    "report_url",
    "audiences",
    "ignore_keys",
    "id",
];

/// The keys of an entry of the menu.
pub const MENU_KEYS: [&str; 2] = ["label", "target"];

/// The keys of `translations`.
pub const TRANSLATIONS_KEYS: [&str; 2] = ["notices", "credits"];

/// Reads `site.yaml`. What is wrong in it is replaced by the default, so that everything else can be checked too; without a language nothing can.
pub fn read(text: Text) -> (Option<Config>, Vec<Diagnostic>) {
    let all = 0..text.text.len();
    yaml::read(&text, all, |top| config(&text, top))
}

fn config(text: &Text, top: Mapping<'_>) -> Option<Config> {
    top.only(&KEYS, &[]);
    let Languages { languages, inherits, all_right } = languages::read(top);
    let stated_default = default_language(top, &languages);
    let title = top.require("title").and_then(|entry| localized(entry, &languages)).unwrap_or_default();
    let default_language = stated_default.or_else(|| languages.first().copied());
    let (preparing, gates) = top.take("preparing").map(|entry| preparing(entry, &languages, stated_default)).unwrap_or_default();
    let config = Config {
        text: text.clone(),
        description: top.get("description", |entry| localized(entry, &languages)),
        preparing,
        gates,
        translations: top.take("translations").and_then(translations).unwrap_or_default(),
        base_url: top.get("base_url", base_url),
        theme: top.get("theme", folder_name).unwrap_or_else(|| "default".to_owned()),
        fallback: top.take("fallback").map(|entry| fallback(entry, &languages)).unwrap_or_default(),
        untagged_is_default: top.get("untagged", |entry| entry.one_of(&[("error", false), ("default", true)])).unwrap_or(false),
        outputs: top.take("outputs").map_or_else(|| OutputKind::ALL.to_vec(), outputs),
        menu: top.take("menu").map(|entry| entry.items().into_iter().filter_map(|item| menu_item(item, &languages)).collect()),
        logo: top.get("logo", logo),
        footer: top.get("footer", |entry| Some((blocks(entry, &languages)?, entry.span()))),
        edit_url: top.get("edit_url", |entry| pattern(entry, &["path"], true)),
        report_url: top.get("report_url", |entry| pattern(entry, &["path", "url", "title"], false)),
        audiences: top.texts("audiences").unwrap_or_default(),
        ignore_keys: top.texts("ignore_keys").unwrap_or_default(),
        id: top.get("id", id).unwrap_or_else(|| derived_id(&title, default_language)),
        title,
        // Everything above is read, and its problems are reported, even where there is no language to go on with.
        default_language: default_language?,
        languages,
        inherits,
    };
    // With a language missing, every text in it would seem to be at fault: then only this file's mistakes are worth saying.
    all_right.then_some(config)
}

/// The stated one if it is right; a single language needs no statement.
fn default_language(top: Mapping<'_>, languages: &[Language]) -> Option<Language> {
    match (top.take("default_language"), languages) {
        (None, [only]) => Some(*only),
        (None, []) => None,
        (None, _) => {
            top.missing("default_language");
            None
        }
        // The languages themselves are at fault, and already reported.
        (Some(_), []) => None,
        (Some(entry), languages) => entry.language_of(languages),
    }
}

/// A list of languages, or a map of languages to the gates that they must pass to be published.
fn preparing(
    entry: Entry<'_>,
    languages: &[Language],
    default_language: Option<Language>,
) -> (Vec<Language>, BTreeMap<Language, Vec<Gate>>) {
    let (mut preparing, mut gates) = (Vec::new(), BTreeMap::new());
    if entry.is_mapping() {
        for part in entry.mapping().into_iter().flat_map(|map| map.entries()) {
            match part.key_language(languages) {
                Some(language) if Some(language) == default_language => part.invalid("preparing-default"),
                Some(language) => {
                    preparing.push(language);
                    gates.insert(language, part.items().into_iter().filter_map(gate).collect());
                }
                None => part.key_unknown_language(languages),
            }
        }
        return (preparing, gates);
    }
    for item in entry.items() {
        match item.language_of(languages) {
            Some(language) if Some(language) == default_language => item.invalid("preparing-default"),
            Some(language) if !preparing.contains(&language) => preparing.push(language),
            _ => {}
        }
    }
    (preparing, gates)
}

/// A gate of one language: it names no language of its own.
fn gate(entry: Entry<'_>) -> Option<Gate> {
    match entry.text()?.parse::<Gate>() {
        Ok(gate) if gate.language.is_none() => return Some(gate),
        Err(BadGate::State(_)) => entry.none_of(State::ALL.map(State::as_str)),
        Err(BadGate::Kind(_)) => entry.invalid_among("gate-kind", &Kind::ALL.map(Kind::as_str).join(", ")),
        _ => entry.invalid("gate"),
    }
    None
}

fn translations(entry: Entry<'_>) -> Option<Translations> {
    let part = entry.mapping_of(&TRANSLATIONS_KEYS)?;
    Some(Translations {
        notices: part.get("notices", |entry| entry.one_of(&Notices::ALL.map(|tone| (tone.as_str(), tone)))).unwrap_or_default(),
        credits: part.get("credits", Entry::boolean).unwrap_or_default(),
    })
}

fn base_url(entry: Entry<'_>) -> Option<String> {
    let url = entry.web_address()?;
    if url.contains(['?', '#']) {
        entry.invalid("no-query");
        return None;
    }
    if !url.ends_with('/') {
        entry.invalid("final-slash");
        return None;
    }
    Some(url)
}

fn folder_name(entry: Entry<'_>) -> Option<String> {
    let name = entry.text()?;
    if segment::check(&name).is_err() {
        entry.invalid("folder-name");
        return None;
    }
    Some(name)
}

/// One mode; or a mapping of kinds and `default` to modes, and of languages to the languages that stand in for them.
fn fallback(entry: Entry<'_>, languages: &[Language]) -> Fallback {
    let mut fallback = Fallback::default();
    if !entry.is_mapping() {
        fallback.default = mode(entry).unwrap_or_default();
        return fallback;
    }
    let Some(map) = entry.mapping() else { return fallback };
    for entry in map.entries().filter(|entry| !entry.is_null()) {
        let key = entry.key();
        if key == "default" {
            fallback.default = mode(entry).unwrap_or_default();
        } else if let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.as_str() == key) {
            fallback.by_kind.extend(mode(entry).map(|mode| (kind, mode)));
        } else if let Some(language) = key.parse().ok().filter(|language| languages.contains(language)) {
            fallback.chains.insert(language, chain(entry, language, languages));
        } else if key.parse().is_ok_and(|language: Language| language.is_known()) {
            // An existing language that is not the site's.
            entry.key_unknown_language(languages);
        } else {
            let kinds = Kind::ALL.iter().map(|kind| kind.as_str());
            let folders = Kind::ALL.iter().find(|kind| kind.folder() == Some(key)).map(|kind| kind.as_str().to_owned());
            let mut problem = Diagnostic::new(Code::UnknownKey).arg("key", entry.name());
            problem = problem.suggest(key, kinds.chain(["default"]).chain(languages.iter().map(Language::as_str)));
            problem.suggestion = folders.or(problem.suggestion);
            entry.report_key(problem);
        }
    }
    fallback
}

fn mode(entry: Entry<'_>) -> Option<FallbackMode> {
    entry.one_of(&FallbackMode::ALL.map(|mode| (mode.as_str(), mode)))
}

fn chain(entry: Entry<'_>, language: Language, languages: &[Language]) -> Vec<Language> {
    let mut chain = Vec::new();
    for item in entry.items() {
        match item.language_of(languages) {
            Some(other) if other == language || chain.contains(&other) => item.invalid("twice"),
            Some(other) => chain.push(other),
            None => {}
        }
    }
    chain
}

fn outputs(entry: Entry<'_>) -> Vec<OutputKind> {
    let words = OutputKind::ALL.map(|kind| (kind.as_str(), kind));
    let mut outputs = Vec::new();
    for item in entry.items() {
        match item.one_of(&words) {
            Some(kind) if !outputs.contains(&kind) => outputs.push(kind),
            _ => {}
        }
    }
    outputs
}

/// A target alone, or a target with a label.
fn menu_item(item: Entry<'_>, languages: &[Language]) -> Option<MenuItem> {
    if !item.is_mapping() {
        return Some(MenuItem { label: None, target: item.text()?, span: item.span() });
    }
    let map = item.mapping_of(&MENU_KEYS)?;
    let label = map.get("label", |entry| localized(entry, languages));
    let target = map.require("target")?;
    Some(MenuItem { label, target: target.text()?, span: target.span() })
}

/// A file below `content/`; it may be written from there or from the site's folder.
fn logo(entry: Entry<'_>) -> Option<(String, Span)> {
    let path = entry.text()?;
    let inside = join("", &path).filter(|inside| !inside.is_empty() && !path.starts_with('/') && !path.contains(['\\', ':']));
    if inside.is_none() {
        entry.invalid("path-below-content");
    }
    inside.map(|inside| (inside, entry.span()))
}

/// An address with some of these names in braces.
fn pattern(entry: Entry<'_>, names: &[&str], needed: bool) -> Option<String> {
    let text = entry.text()?;
    let mail = text.starts_with("mailto:") && text.len() > "mailto:".len() && !text.contains(char::is_whitespace);
    if !(yaml::is_web_address(&text) || mail && !needed) {
        entry.invalid(if needed { "web-address" } else { "web-or-mail-address" });
        return None;
    }
    let allowed = names.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(", ");
    let mut rest = text.as_str();
    let mut used = 0;
    while let Some(open) = rest.find(['{', '}']) {
        let name = rest[open..].strip_prefix('{').and_then(|inner| inner.split_once('}'));
        match name {
            Some((name, after)) if names.contains(&name) => {
                used += 1;
                rest = after;
            }
            _ => {
                entry.invalid_among("placeholder", &allowed);
                return None;
            }
        }
    }
    if needed && used == 0 {
        entry.invalid_among("needs-placeholder", &allowed);
        return None;
    }
    Some(text)
}

fn id(entry: Entry<'_>) -> Option<String> {
    let id = entry.text()?;
    if id.len() > 64 || !id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_') {
        entry.invalid("identifier");
        return None;
    }
    Some(id)
}

/// The same wherever the site is built, whatever its address and its further languages: a reader's ticks belong to it.
fn derived_id(title: &Localized, default_language: Option<Language>) -> String {
    let title = title.get(default_language.as_slice()).map_or("", |(title, _)| title);
    format!("site-{}", Hash::of(title.as_bytes()).short())
}

/// One text, or one for each language; nothing if none is stated. Languages that the site does not have may stand: a site can drop one
/// and keep its texts.
pub fn localized(entry: Entry<'_>, languages: &[Language]) -> Option<Localized> {
    by_language(entry, languages, Entry::text)
}

/// As [`localized`], with the lines kept.
fn blocks(entry: Entry<'_>, languages: &[Language]) -> Option<Localized> {
    by_language(entry, languages, Entry::block)
}

fn by_language<'a>(entry: Entry<'a>, languages: &[Language], text: impl Fn(Entry<'a>) -> Option<String>) -> Option<Localized> {
    if entry.is_scalar() {
        return text(entry).map(Localized::plain);
    }
    if entry.is_list() {
        entry.wrong_type("localized");
        return None;
    }
    let mut by_language = BTreeMap::new();
    for entry in entry.mapping()?.entries() {
        if let (Some(language), false) = (entry.key_language(languages), entry.is_null()) {
            by_language.extend(text(entry).map(|text| (language, text)));
        }
    }
    (!by_language.is_empty()).then_some(Localized { plain: None, by_language })
}
