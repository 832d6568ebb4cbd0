//! What `themes.yaml`, `people.yaml` and `sources.yaml` have in common: ids with what is known about them.

use std::collections::BTreeMap;

use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::language::Language;
use crate::base::segment;
use crate::base::text::Text;
use crate::base::yaml::{self, Entry, Mapping};
use crate::config::{Localized, localized};

/// Reads a file of ids. An entry that is one text has no mapping; see [`called`].
pub(super) fn read<K: Ord, T>(
    text: &Text,
    keys: &[&str],
    id: impl Fn(String) -> K,
    entry: impl Fn(Entry<'_>, Option<Mapping<'_>>) -> T,
) -> (BTreeMap<K, T>, Vec<Diagnostic>) {
    yaml::read(text, 0..text.text.len(), |top| {
        let mut all = BTreeMap::new();
        for one in top.entries() {
            let name = segment::normalize(one.key());
            if let Some((rule, character)) = fault(&name) {
                one.report_key(Diagnostic::new(Code::InvalidName).arg("name", &name).arg("rule", rule).arg("character", character));
                continue;
            }
            let mapping = if one.is_scalar() { None } else { one.mapping_of(keys) };
            if one.is_list() {
                continue;
            }
            all.insert(id(name), entry(one, mapping));
        }
        all
    })
}

fn fault(id: &str) -> Option<(&'static str, String)> {
    match segment::check(id) {
        Err(fault) => Some((fault.as_str(), fault.character())),
        // The list of all has this address.
        Ok(()) => id.eq_ignore_ascii_case("index").then(|| ("index", String::new())),
    }
}

/// What an entry is called: the text under `key`, or the entry itself where it is one text. It must be there.
pub(super) fn called(entry: Entry<'_>, mapping: Option<Mapping<'_>>, key: &str, languages: &[Language]) -> Localized {
    match mapping {
        Some(mapping) => mapping.require(key).and_then(|entry| localized(entry, languages)).unwrap_or_default(),
        None if entry.is_null() => {
            entry.report_key(Diagnostic::new(Code::MissingKey).arg("key", format!("{}.{key}", entry.key())));
            Localized::default()
        }
        None => entry.text().map(Localized::plain).unwrap_or_default(),
    }
}

/// A text, one or for each language; empty where none is stated.
pub(super) fn text_of(mapping: Option<Mapping<'_>>, key: &str, languages: &[Language]) -> Localized {
    mapping.and_then(|mapping| mapping.get(key, |entry| localized(entry, languages))).unwrap_or_default()
}
