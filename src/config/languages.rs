//! The languages of a site, and which of them are regional variants of others.

use std::collections::BTreeMap;
use std::iter;

use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::language::Language;
use crate::base::yaml::{Entry, Mapping};

/// The keys of a language that says more than its tag.
pub const LANGUAGE_KEYS: [&str; 1] = ["inherits"];

/// The regional variants of a site, each with the language whose texts are its own wherever it has none.
///
/// A chain of fallbacks says who stands in; this says that nothing is missing. So only variants of one language in one script can inherit:
/// nobody who reads Galician should be told that a Spanish text is Galician.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inheritance(BTreeMap<Language, Language>);

impl Inheritance {
    /// The language and those that it inherits from, the nearest first: an edition in any of them is the language's own.
    pub fn own(&self, language: Language) -> Vec<Language> {
        // Circles are left out when they are read.
        iter::successors(Some(language), |language| self.0.get(language).copied()).collect()
    }

    /// Whether a text in one language is its own to a reader of another.
    pub fn is_own(&self, reader: Language, text: Language) -> bool {
        reader == text || self.0.contains_key(&reader) && self.own(reader).contains(&text)
    }

    /// What the language inherits from in the first place.
    pub fn parent(&self, language: Language) -> Option<Language> {
        self.0.get(&language).copied()
    }
}

/// What `languages` states.
#[derive(Default)]
pub(super) struct Languages {
    /// Those that are right, in their order.
    pub languages: Vec<Language>,
    pub inherits: Inheritance,
    /// Whether all are right.
    pub all_right: bool,
}

/// One language, a list of them, or a mapping; an item of a list may be a mapping too.
pub(super) fn read(top: Mapping<'_>) -> Languages {
    let Some(entry) = top.require("languages") else { return Languages::default() };
    let mut stated = Stated { all_right: true, ..Stated::default() };
    let items = entry.items();
    if items.is_empty() {
        top.missing("languages");
    }
    for item in items {
        match item.is_mapping() {
            true => stated.mapping(item),
            false => stated.add(item.language(), item, |rule| item.invalid(rule)),
        }
    }
    let inherits = stated.inheritance();
    Languages { languages: stated.languages, inherits, all_right: stated.all_right }
}

#[derive(Default)]
struct Stated<'a> {
    languages: Vec<Language>,
    /// The languages that say what they inherit from, and where.
    parents: Vec<(Language, Entry<'a>)>,
    all_right: bool,
}

impl<'a> Stated<'a> {
    fn add(&mut self, language: Option<Language>, item: Entry<'a>, invalid: impl Fn(&'static str)) {
        match language {
            Some(language) if self.languages.contains(&language) => invalid("twice"),
            Some(language) => {
                self.languages.push(language);
                let keys = if item.is_mapping() { item.mapping_of(&LANGUAGE_KEYS) } else { None };
                self.parents.extend(keys.and_then(|keys| keys.take("inherits")).map(|parent| (language, parent)));
            }
            None => self.all_right = false,
        }
    }

    /// `es-MX: {inherits: es}`, and as many more as there are.
    fn mapping(&mut self, item: Entry<'a>) {
        let entries: Vec<Entry<'a>> = item.mapping().into_iter().flat_map(|mapping| mapping.entries()).collect();
        if entries.iter().any(|entry| !entry.is_mapping() && !entry.is_null()) {
            // A name of the language, perhaps, as other programs want it.
            item.wrong_type("languages");
            self.all_right = false;
            return;
        }
        for entry in entries {
            let twice = Diagnostic::new(Code::InvalidValue).arg("key", entry.name()).arg("rule", "twice");
            let twice = twice.arg("value", entry.key()).arg("allowed", "");
            self.add(entry.key_language(&[]), entry, |_| entry.report_key(twice.clone()));
        }
    }

    /// What is inherited, without what cannot be: that is reported.
    fn inheritance(&self) -> Inheritance {
        let mut inherits = BTreeMap::new();
        for (language, entry) in &self.parents {
            // With a language missing, it may be the parent.
            let Some(parent) = (if self.all_right { entry.language_of(&self.languages) } else { None }) else { continue };
            if parent == *language {
                entry.invalid("inherits-itself");
            } else if !language.is_variant_of(parent) {
                entry.invalid_among("inherits-other", language.as_str());
            } else {
                inherits.insert(*language, parent);
            }
        }
        for (language, entry) in &self.parents {
            let ancestors = iter::successors(inherits.get(language), |ancestor| inherits.get(ancestor)).take(inherits.len());
            if ancestors.into_iter().any(|ancestor| ancestor == language) {
                entry.invalid_among("inherits-circle", language.as_str());
                inherits.remove(language);
            }
        }
        Inheritance(inherits)
    }
}
