//! The thesaurus as a glossary for translators: tab-separated lines of source term, target term and comment, as OmegaT and Weblate read them.

use crate::base::language::Language;
use crate::config::Localized;
use crate::document::thesaurus::Concept;
use crate::graph::Thesaurus;

/// A glossary from one language to another.
#[derive(Clone, Copy)]
pub struct Pair<'a> {
    /// The language of the source.
    pub from: Language,
    /// The language of the target.
    pub to: Language,
    /// The one of words without a language.
    pub default: Language,
    /// Says in the comment that these words are to be avoided.
    pub avoid: &'a dyn Fn(&str) -> String,
}

/// A line for every term: label to label, every other name to the label, and the label to every other name that the target has. A theme
/// that has no label in one of the languages has no line.
pub fn lines(thesaurus: &Thesaurus, pair: Pair) -> String {
    let mut out = String::new();
    for concept in thesaurus.concepts.values() {
        let (Some(source), Some(target)) = (label(concept, pair.from, pair.default), label(concept, pair.to, pair.default)) else {
            continue;
        };
        let comment = comment(concept, pair);
        let other = |language| concept.other_names.get(&language).into_iter().flatten().map(String::as_str);
        let mut seen = Vec::new();
        let sources = std::iter::once(source).chain(other(pair.from)).map(|source| (source, target));
        for line in sources.chain(other(pair.to).map(|target| (source, target))) {
            if !seen.contains(&line) {
                seen.push(line);
                out.push_str(&[cell(line.0), cell(line.1), comment.clone()].join("\t"));
                out.push('\n');
            }
        }
    }
    out
}

fn label(concept: &Concept, language: Language, default: Language) -> Option<&str> {
    wording(&concept.label, language, default)
}

/// The wording in a language. One without a language is the default language's.
fn wording(text: &Localized, language: Language, default: Language) -> Option<&str> {
    let plain = || text.plain.as_deref().filter(|_| language == default);
    text.by_language.get(&language).map(String::as_str).or_else(plain)
}

/// What the term means, in the target's language if it is stated there, and the words that are not to be used for it.
fn comment(concept: &Concept, pair: Pair) -> String {
    let definition = [pair.to, pair.from].into_iter().find_map(|language| wording(&concept.definition, language, pair.default));
    let avoid = concept.avoid.get(&pair.to).filter(|words| !words.is_empty()).map(|words| (pair.avoid)(&words.join(", ")));
    let parts: Vec<String> = definition.map(cell).into_iter().chain(avoid.as_deref().map(cell)).collect();
    parts.join(" ")
}

/// A text that breaks no line and no column.
fn cell(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
