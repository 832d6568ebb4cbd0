//! `content/themes.yaml`: the concepts that works are linked by, as they are written. What they mean together is [`crate::graph`]'s to say.

use std::collections::BTreeMap;

use super::data;
use crate::base::diagnostic::Diagnostic;
use crate::base::language::Language;
use crate::base::path::ConceptId;
use crate::base::segment;
use crate::base::text::{Span, Text};
use crate::base::yaml::{Entry, Mapping};
use crate::config::{Config, Localized};

/// The keys of a concept.
pub const KEYS: [&str; 10] =
    ["label", "other_names", "hidden", "avoid", "definition", "broader", "narrower", "related", "former_ids", "term"];

/// Words by language.
pub type Words = BTreeMap<Language, Vec<String>>;

/// A concept: what authors and readers call a theme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Concept {
    /// What it is called.
    pub label: Localized,
    /// What else it is called; shown.
    pub other_names: Words,
    /// What it is searched by; never shown.
    pub hidden: Words,
    /// What the house does not call it.
    pub avoid: Words,
    /// What it means; empty where it is not stated.
    pub definition: Localized,
    /// The ids of wider concepts, as written.
    pub broader: Vec<String>,
    /// The ids of narrower concepts, as written.
    pub narrower: Vec<String>,
    /// The ids of concepts nearby, as written.
    pub related: Vec<String>,
    /// What its id was.
    pub former_ids: Vec<String>,
    /// Whether its mentions in texts become links.
    pub term: bool,
    /// Where its id stands in the file.
    pub span: Span,
}

/// Reads the thesaurus. Of a concept that is partly wrong the rest is kept, so that the works that name it find it.
pub fn read(text: &Text, config: &Config) -> (BTreeMap<ConceptId, Concept>, Vec<Diagnostic>) {
    data::read(text, &KEYS, ConceptId::new, |entry, mapping| concept(entry, mapping, config))
}

fn concept(entry: Entry<'_>, mapping: Option<Mapping<'_>>, config: &Config) -> Concept {
    let label = data::called(entry, mapping, "label", &config.languages);
    if let Some(mapping) = mapping
        && label.plain.is_none()
        && !label.by_language.is_empty()
        && !config.own(config.default_language).iter().any(|own| label.by_language.contains_key(own))
    {
        mapping.missing(&format!("label.{}", config.default_language));
    }
    let words = |key| mapping.and_then(|mapping| mapping.take(key)).map(|entry| words(entry, config)).unwrap_or_default();
    let ids = |key| {
        let ids = mapping.and_then(|mapping| mapping.texts(key)).unwrap_or_default();
        ids.iter().map(|id| segment::normalize(id)).collect()
    };
    Concept {
        label,
        other_names: words("other_names"),
        hidden: words("hidden"),
        avoid: words("avoid"),
        definition: data::text_of(mapping, "definition", &config.languages),
        broader: ids("broader"),
        narrower: ids("narrower"),
        related: ids("related"),
        former_ids: ids("former_ids"),
        term: mapping.and_then(|mapping| mapping.get("term", Entry::boolean)).unwrap_or(false),
        span: entry.key_span(),
    }
}

/// One word or several for each language; without a language they are the default one's.
fn words(entry: Entry<'_>, config: &Config) -> Words {
    if !entry.is_mapping() {
        return BTreeMap::from([(config.default_language, entry.texts())]);
    }
    let mut words = Words::new();
    for entry in entry.mapping().into_iter().flat_map(|mapping| mapping.entries()) {
        if let (Some(language), false) = (entry.key_language(&config.languages), entry.is_null()) {
            words.insert(language, entry.texts());
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::path::SitePath;

    fn config() -> Config {
        let source = "title: T\nlanguages: [es, ru]\ndefault_language: es\n";
        crate::config::read(Text::new(SitePath::new("site.yaml"), source)).0.unwrap()
    }

    fn read_themes(source: &str) -> (BTreeMap<ConceptId, Concept>, Vec<String>) {
        let (themes, problems) = read(&Text::new(SitePath::new("content/themes.yaml"), source), &config());
        (themes, problems.iter().map(Diagnostic::brief).collect())
    }

    #[test]
    fn every_key_is_read() {
        let (themes, problems) = read_themes(
            "service:\n  label: {es: Servicio, ru: Сервис, it: Servizio}\n  other_names: {es: [trato, atención], ru: обслуживание}\n  hidden: servisio\n  avoid: {es: [valor]}\n  \
             definition: {es: Lo que se hace.}\n  broader: a\n  narrower: [b, c]\n  related: [d]\n  former_ids: [e]\n  term: yes\ntrust: Confianza\n",
        );
        assert_eq!(problems, Vec::<String>::new());
        let language = |tag: &str| tag.parse::<Language>().unwrap();
        let service = &themes["service"];
        assert_eq!(service.label.by_language.len(), 3, "a language outside the site may stand");
        assert_eq!((service.other_names[&language("es")].len(), service.other_names[&language("ru")].len()), (2, 1));
        assert_eq!(service.hidden[&language("es")], ["servisio"]);
        assert_eq!((service.narrower.len(), service.term, service.span), (2, true, Span { start: 0, end: 7 }));
        assert_eq!(themes["trust"].label.plain.as_deref(), Some("Confianza"));
    }

    #[test]
    fn each_problem_is_named_where_it_stands() {
        for (source, expected) in [
            ("a: {label: {ru: Я}}", "1:1 missing-key a.label.es"),
            ("a: {broader: [b]}", "1:1 missing-key a.label"),
            ("a:", "1:1 missing-key a.label"),
            ("a: [b]", "1:4 wrong-type a | mapping | list"),
            ("a/b: {label: A}", "1:1 invalid-name a/b | slash"),
            ("index: {label: A}", "1:1 invalid-name index | index"),
            ("доверие: {label: A, lable: B}", "1:21 unknown-key доверие.lable → label"),
            ("a: {label: A, hidden: {xx: B}}", "1:24 unknown-language xx | site | es, ru"),
            ("a: {label: A, term: maybe}", "1:21 wrong-type a.term | yes-no | text | maybe"),
            ("a: A\na: B", "2:1 duplicate-key a"),
        ] {
            assert_eq!(read_themes(source).1, [expected], "{source}");
        }
    }

    #[test]
    fn a_concept_that_is_partly_wrong_is_known_all_the_same() {
        let (themes, problems) = read_themes("a:\n  label: A\n  broader: b: c\nd: {label: D}\n");
        assert_eq!((themes.len(), problems.len()), (2, 1));
    }

    proptest! {
        #[test]
        fn nothing_panics(source in any::<String>(), value in any::<String>()) {
            read_themes(&source);
            read_themes(&format!("a:\n  label: {value}\n  hidden: {{{value}}}\n"));
        }
    }
}
