//! A theme's entry in `themes.yaml`, and what others say of it.

use std::collections::BTreeMap;

use super::facts::former;
use super::{Moving, Refusal, What};
use crate::base::language::Language;
use crate::base::text::Text;
use crate::base::yaml::{self, Edit, Leaf, Step, Value};
use crate::config::Localized;
use crate::document::thesaurus::{Concept, Words};

const RELATIONS: [&str; 3] = ["broader", "narrower", "related"];

/// What the thesaurus is to say, if that is something else than now.
pub(super) fn edit<'t>(moving: &Moving<'t>) -> Result<Option<(&'t Text, String)>, Refusal> {
    let (What::Theme { old, new, merged }, Some(text)) = (moving.what, moving.site.themes) else { return Ok(None) };
    let leaves = yaml::leaves(text, 0..text.text.len());
    let thesaurus = Thesaurus { moving, leaves: &leaves, old, new };
    let edits = if *merged { thesaurus.merge() } else { thesaurus.rename() };
    Ok(Some((text, yaml::edit(text, 0..text.text.len(), &edits)?)))
}

struct Thesaurus<'l> {
    moving: &'l Moving<'l>,
    leaves: &'l [Leaf],
    old: &'l str,
    new: &'l str,
}

impl<'l> Thesaurus<'l> {
    fn concept(&self, id: &str) -> Option<&'l Concept> {
        self.moving.site.data.thesaurus.concepts.get(id)
    }

    fn rename(&self) -> Vec<Edit<'l>> {
        let mut edits = self.references();
        edits.extend(self.as_mapping(self.old));
        edits.extend(former(self.leaves, &[Step::Key(self.old), Step::Key("former_ids")], [self.old].into_iter(), self.new));
        edits.push(Edit::Rename(vec![Step::Key(self.old)], self.new));
        edits
    }

    /// An entry that is one text is a mapping with a label.
    fn as_mapping(&self, id: &'l str) -> Option<Edit<'l>> {
        let leaf = self.leaves.iter().find(|leaf| leaf.path() == [Step::Key(id)])?;
        Some(Edit::Set(vec![Step::Key(id)], Value::Map(vec![("label".to_owned(), Value::text(leaf.text.as_str()))])))
    }

    /// Other themes name this one by its new id, each once.
    fn references(&self) -> Vec<Edit<'l>> {
        let (mut edits, mut gone) = (Vec::new(), Vec::new());
        for leaf in self.leaves.iter().filter(|leaf| leaf.text == self.old) {
            let path = leaf.path();
            let [Step::Key(id), Step::Key(key), ..] = path[..] else { continue };
            if id == self.old || !RELATIONS.contains(&key) {
                continue;
            }
            let list = self.leaves.iter().filter(|other| other.path().starts_with(&path[..2]));
            let twice = list.into_iter().any(|other| other.text == self.new);
            match twice || id == self.new {
                true => gone.push(Edit::Remove(path)),
                false => edits.push(Edit::Set(path, Value::text(self.new))),
            }
        }
        edits.extend(gone.into_iter().rev());
        edits
    }

    fn merge(&self) -> Vec<Edit<'l>> {
        let (Some(old), Some(new)) = (self.concept(self.old), self.concept(self.new)) else { return Vec::new() };
        let mut edits = self.references();
        edits.extend(self.as_mapping(self.new));
        let default = self.moving.site.config.default_language;
        // All that the theme is called by from now on, so that nothing is said twice.
        let mut known = known(new, default);
        let labels = labels(&old.label, default).map(|(language, label)| (language, vec![label.to_owned()]));
        let mut names: Words = labels.collect();
        for (language, words) in &old.other_names {
            names.entry(*language).or_default().extend(words.iter().cloned());
        }
        edits.extend(self.add_words("other_names", &new.other_names, &names, &mut known));
        edits.extend(self.add_words("hidden", &new.hidden, &old.hidden, &mut known));
        edits.extend(self.add_words("avoid", &new.avoid, &old.avoid, &mut known));
        edits.extend(self.definitions(&old.definition, &new.definition));
        for (key, ids, has) in
            [("broader", &old.broader, &new.broader), ("narrower", &old.narrower, &new.narrower), ("related", &old.related, &new.related)]
        {
            let missing = ids.iter().filter(|id| *id != self.new && *id != self.old && !has.contains(id));
            edits.extend(missing.map(|id| Edit::Append(vec![Step::Key(self.new), Step::Key(key)], Value::text(id.as_str()))));
        }
        if old.term && !new.term {
            edits.push(Edit::Set(vec![Step::Key(self.new), Step::Key("term")], Value::plain(true)));
        }
        let olds = old.former_ids.iter().map(String::as_str).filter(|id| *id != self.new).chain([self.old]);
        edits.extend(former(self.leaves, &[Step::Key(self.new), Step::Key("former_ids")], olds, self.new));
        edits.push(Edit::Remove(vec![Step::Key(self.old)]));
        edits
    }

    /// Adds words that are not there yet. A list without languages, which holds those of the default one, becomes one by language if needed.
    fn add_words(&self, key: &'static str, has: &'l Words, more: &Words, known: &mut BTreeMap<Language, Vec<String>>) -> Vec<Edit<'l>> {
        let mut missing: Vec<(Language, String)> = Vec::new();
        for (language, words) in more {
            for word in words {
                let known = known.entry(*language).or_default();
                if !known.contains(&word.to_lowercase()) {
                    known.push(word.to_lowercase());
                    missing.push((*language, word.clone()));
                }
            }
        }
        let path = vec![Step::Key(self.new), Step::Key(key)];
        let is_plain = self.leaves.iter().any(|leaf| {
            let at = leaf.path();
            at == path || at.starts_with(&path) && matches!(at.get(2), Some(Step::Index(_)))
        });
        let default = self.moving.site.config.default_language;
        if is_plain && missing.iter().all(|(language, _)| *language == default) {
            return missing.into_iter().map(|(_, word)| Edit::Append(path.clone(), Value::Text(word))).collect();
        }
        if is_plain {
            let mut all = has.clone();
            missing.into_iter().for_each(|(language, word)| all.entry(language).or_default().push(word));
            let by_language = all.into_iter().map(|(language, words)| (language.to_string(), Value::texts(words)));
            return vec![Edit::Set(path, Value::Map(by_language.collect()))];
        }
        let append = |(language, word): (Language, String)| {
            let tag = self.tag(language)?;
            Some(Edit::Append([&path[..], &[Step::Key(tag)]].concat(), Value::Text(word)))
        };
        missing.into_iter().filter_map(append).collect()
    }

    /// A language as it is written in the entry that goes; the site need not have it.
    fn tag(&self, language: Language) -> Option<&'l str> {
        let old = self.concept(self.old)?;
        let words = [&old.other_names, &old.hidden, &old.avoid].into_iter().flat_map(|words| words.keys());
        let stated = self.moving.site.config.languages.iter().chain(old.label.by_language.keys()).chain(words);
        stated.into_iter().find(|one| **one == language).map(Language::as_str)
    }

    /// Where the theme has no definition in a language, the other's is kept.
    fn definitions(&self, old: &'l Localized, new: &Localized) -> Vec<Edit<'l>> {
        let path = vec![Step::Key(self.new), Step::Key("definition")];
        if new.plain.is_some() {
            return Vec::new();
        }
        if let Some(text) = old.plain.as_ref().filter(|_| new.by_language.is_empty()) {
            return vec![Edit::Set(path, Value::text(text.as_str()))];
        }
        let missing = old.by_language.iter().filter(|(language, _)| !new.by_language.contains_key(language));
        missing
            .map(|(language, text)| Edit::Set([&path[..], &[Step::Key(language.as_str())]].concat(), Value::text(text.as_str())))
            .collect()
    }
}

/// A text's wordings; one without a language is the default language's.
fn labels(text: &Localized, default: Language) -> impl Iterator<Item = (Language, &str)> {
    let plain = text.plain.iter().map(move |plain| (default, plain.as_str()));
    plain.chain(text.by_language.iter().map(|(language, text)| (*language, text.as_str())))
}

fn known(concept: &Concept, default: Language) -> BTreeMap<Language, Vec<String>> {
    let mut known: BTreeMap<Language, Vec<String>> = BTreeMap::new();
    for (language, label) in labels(&concept.label, default) {
        known.entry(language).or_default().push(label.to_lowercase());
    }
    for words in [&concept.other_names, &concept.hidden, &concept.avoid] {
        for (language, words) in words {
            known.entry(*language).or_default().extend(words.iter().map(|word| word.to_lowercase()));
        }
    }
    known
}
