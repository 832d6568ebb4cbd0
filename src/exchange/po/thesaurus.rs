//! `themes.yaml` for translators: labels, definitions, other and hidden names. Words of a list stand one a line; a translation may have more
//! or fewer of them.

use super::catalog::Entry;
use super::export::Lines;
use crate::base::diagnostic::Diagnostic;
use crate::base::language::Language;
use crate::base::path::ConceptId;
use crate::base::text::{Place, Text};
use crate::base::yaml::{self, Edit, Step, Value};
use crate::config::{Config, Localized};
use crate::document::thesaurus::{self, Concept, Words};
use crate::strings::messages::Messages;

/// What is offered of a theme: single texts first, then lists.
const TEXTS: [&str; 2] = ["label", "definition"];
const LISTS: [&str; 2] = ["other_names", "hidden"];

/// A text of the thesaurus in two languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The theme.
    pub theme: ConceptId,
    /// The key.
    pub key: &'static str,
    /// `msgctxt`
    pub context: String,
    /// `msgid`
    pub id: String,
    /// `msgstr`
    pub text: String,
}

/// All texts that the source language has.
pub fn offers(themes: &Text, config: &Config, from: Language, to: Language) -> Vec<Offer> {
    let (concepts, _) = thesaurus::read(themes, config);
    let mut concepts: Vec<(ConceptId, Concept)> = concepts.into_iter().collect();
    concepts.sort_by_key(|(_, concept)| concept.span);
    let mut offers = Vec::new();
    for (theme, concept) in concepts {
        for key in TEXTS.into_iter().chain(LISTS) {
            let id = said(&concept, key, from, config);
            if id.chars().any(char::is_alphabetic) {
                let text = said(&concept, key, to, config);
                // What a regional variant does not say itself it inherits: what is missing is missing there.
                if text.is_empty() && config.inherits.parent(to).is_some() {
                    continue;
                }
                offers.push(Offer { context: format!("themes {theme} {key}"), theme: theme.clone(), key, id, text });
            }
        }
    }
    offers
}

fn said(concept: &Concept, key: &str, language: Language, config: &Config) -> String {
    let text = |text: &Localized| {
        let plain = text.plain.as_ref().filter(|_| language == config.default_language);
        text.by_language.get(&language).or(plain).cloned().unwrap_or_default()
    };
    let list = |words: &Words| words.get(&language).map(|words| words.join("\n")).unwrap_or_default();
    match key {
        "label" => text(&concept.label),
        "definition" => text(&concept.definition),
        "other_names" => list(&concept.other_names),
        _ => list(&concept.hidden),
    }
}

/// The entries of the thesaurus, in its order.
pub fn entries(themes: &Text, config: &Config, from: Language, to: Language, messages: &Messages) -> Vec<Entry> {
    let lines = Lines::of(themes);
    let (concepts, _) = thesaurus::read(themes, config);
    let entry = |offer: Offer| {
        let line = concepts.get(&offer.theme).map_or(1, |concept| lines.number(concept.span.start as usize));
        let comment = messages.get(&format!("po-theme-{}", offer.key.replace('_', "-")), &[]).unwrap_or_default();
        Entry {
            extracted: vec![comment],
            references: vec![format!("{}:{line}", themes.path)],
            context: Some(offer.context),
            id: offer.id,
            text: offer.text,
            ..Entry::default()
        }
    };
    offers(themes, config, from, to).into_iter().map(entry).collect()
}

/// A translation for a text of the thesaurus.
#[derive(Clone, Debug)]
pub struct Taken {
    /// What it translates.
    pub offer: Offer,
    /// Into which language.
    pub to: Language,
    /// What it is to say.
    pub words: String,
    /// Where the PO file says it.
    pub place: Place,
}

/// Why a translation cannot stand in the thesaurus.
pub fn fault(taken: &Taken) -> Option<&'static str> {
    let words = taken.words.trim();
    if words.chars().any(|c| c.is_control() && c != '\n') {
        return Some("control");
    }
    let single = TEXTS.contains(&taken.offer.key);
    if single && words.contains('\n') {
        return Some("lines");
    }
    (words.lines().any(|line| line.trim().is_empty())).then_some("blocks")
}

/// The thesaurus with these translations, and what could not be put into it.
pub fn apply(themes: &Text, taken: &[Taken]) -> (Text, Vec<Diagnostic>) {
    let mut text = themes.clone();
    let mut problems = Vec::new();
    let edit = |text: &Text, taken: &[&Taken]| {
        let edits: Vec<Edit> = taken
            .iter()
            .map(|taken| {
                let path = vec![Step::Key(taken.offer.theme.as_str()), Step::Key(taken.offer.key), Step::Key(taken.to.as_str())];
                let words = taken.words.trim();
                let lines = words.lines().map(str::trim);
                Edit::Set(path, if LISTS.contains(&taken.offer.key) { Value::texts(lines) } else { Value::text(words) })
            })
            .collect();
        yaml::edit(text, 0..text.text.len(), &edits)
    };
    let changed: Vec<&Taken> = taken.iter().filter(|taken| taken.offer.text != taken.words.trim()).collect();
    for one in changed {
        match edit(&text, &[one]) {
            Ok(edited) => text.text = edited.into(),
            Err(refusal) => problems.push(refusal.diagnostic().and_at(one.place.clone())),
        }
    }
    (text, problems)
}
