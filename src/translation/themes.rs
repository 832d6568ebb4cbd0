//! Which words of the thesaurus a language lacks.

use crate::base::language::Language;
use crate::base::path::ConceptId;
use crate::config::{Config, Localized};
use crate::graph::Thesaurus;

/// A word of a concept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Word {
    /// `label`
    Label,
    /// `definition`
    Definition,
}

impl Word {
    /// The key in `themes.yaml`.
    pub fn as_str(self) -> &'static str {
        match self {
            Word::Label => "label",
            Word::Definition => "definition",
        }
    }
}

/// A word of a concept that a language lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The concept.
    pub concept: ConceptId,
    /// Which word.
    pub word: Word,
    /// The language.
    pub language: Language,
}

/// All that is missing, by concept. A definition is missing where another language has one; a text that is the same in all languages lacks
/// nothing.
pub fn gaps(thesaurus: &Thesaurus, config: &Config) -> Vec<Gap> {
    let lacks = |text: &Localized, language: Language| {
        text.plain.is_none() && !text.by_language.is_empty() && !config.own(language).iter().any(|own| text.by_language.contains_key(own))
    };
    let mut gaps = Vec::new();
    for (id, concept) in &thesaurus.concepts {
        for (word, text) in [(Word::Label, &concept.label), (Word::Definition, &concept.definition)] {
            let missing =
                config.languages.iter().copied().filter(|language| config.inherits.parent(*language).is_none() && lacks(text, *language));
            gaps.extend(missing.map(|language| Gap { concept: id.clone(), word, language }));
        }
    }
    gaps
}
