//! The thesaurus as linked data: [SKOS](https://www.w3.org/TR/skos-reference/) in Turtle or JSON-LD.
//!
//! - **Names.** A theme is named by the address of its page in the default language, the thesaurus by that of the list of themes. A site
//!   without `base_url` has no global names: there the file itself is the thesaurus, and its themes are its fragments (`#trust`).
//! - **Labels.** A label is a preferred one, another name an alternative one. Hidden words and words to avoid are hidden ones: a search finds
//!   the theme by them, and nobody is shown them. A label without a language is the default language's.
//! - **Integrity.** No word is two kinds of label of one theme (S13), none has two labels in one language (S14), and a theme is not related to
//!   one that is broader than it (S27): what the site states against this is reported by `check` and left out here. A circle of broader themes
//!   is an error, so there is none (S24 would make every theme in it broader than itself).
//! - **Former ids** stay resolvable: each is deprecated and replaced by its theme.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use serde_json::{Map, Value, json};

use crate::base::language::Language;
use crate::base::path::encode;
use crate::config::Localized;
use crate::graph::contradictions;
use crate::site::{Section, Site};

/// What is said about the thesaurus.
#[derive(Debug)]
pub struct Scheme {
    iri: String,
    title: Vec<(Language, String)>,
    concepts: Vec<Concept>,
}

#[derive(Debug)]
struct Concept {
    iri: String,
    labels: Vec<(&'static str, Vec<(Language, String)>)>,
    broader: Vec<String>,
    narrower: Vec<String>,
    related: Vec<String>,
    former: Vec<String>,
}

/// The thesaurus of a site.
pub fn scheme(site: &Site) -> Scheme {
    let inputs = site.inputs();
    let (graph, default) = (&inputs.graph, inputs.config.default_language);
    let base = inputs.config.base_url.as_deref();
    let routes = site.routes();
    let page = |address: &str| base.map(|base| format!("{base}{}", encode(address)));
    let of = |index: usize| {
        let address = routes.theme(index, default, 0);
        page(&address).unwrap_or_else(|| format!("#{}", encode(&graph.concepts[index].id)))
    };
    // The address of a former id is that of the page that its theme had.
    let of_former = |index: usize, old: &str| {
        let address = routes.theme(index, default, 0);
        let folder = address.rsplit_once('/').map_or("", |(folder, _)| folder);
        page(&format!("{folder}/{old}.html")).unwrap_or_else(|| format!("#{}", encode(old)))
    };
    let sets = |of: fn(&crate::graph::Concept) -> &Vec<usize>| -> Vec<BTreeSet<usize>> {
        graph.concepts.iter().map(|concept| of(concept).iter().copied().collect()).collect()
    };
    let contradictory: BTreeSet<(usize, usize)> = contradictions(&sets(|concept| &concept.broader), &sets(|concept| &concept.related))
        .into_iter()
        .flat_map(|(a, b)| [(a, b), (b, a)])
        .collect();
    let concepts = graph.concepts.iter().enumerate().map(|(index, concept)| Concept {
        iri: of(index),
        labels: inputs.data.thesaurus.concepts.get(&concept.id).map(|stated| labels(stated, default)).unwrap_or_default(),
        broader: concept.broader.iter().map(|&other| of(other)).collect(),
        narrower: concept.narrower.iter().map(|&other| of(other)).collect(),
        related: concept.related.iter().filter(|&&other| !contradictory.contains(&(index, other))).map(|&other| of(other)).collect(),
        former: concept.former_ids.iter().map(|old| of_former(index, old)).collect(),
    });
    Scheme {
        iri: page(&routes.section(Section::Themes, default, 0)).unwrap_or_default(),
        title: in_languages(&inputs.config.title, default),
        concepts: concepts.collect(),
    }
}

/// Each wording once, the kinds in the order of their weight.
fn labels(concept: &crate::document::thesaurus::Concept, default: Language) -> Vec<(&'static str, Vec<(Language, String)>)> {
    let flat = |words: &BTreeMap<Language, Vec<String>>| -> Vec<(Language, String)> {
        words.iter().flat_map(|(language, words)| words.iter().map(|word| (*language, word.clone()))).collect()
    };
    let mut hidden = flat(&concept.hidden);
    hidden.extend(flat(&concept.avoid));
    hidden.sort();
    let mut seen = BTreeSet::new();
    let kinds = [("prefLabel", in_languages(&concept.label, default)), ("altLabel", flat(&concept.other_names)), ("hiddenLabel", hidden)];
    let mut all: Vec<_> =
        kinds.into_iter().map(|(kind, words)| (kind, words.into_iter().filter(|word| seen.insert(word.clone())).collect())).collect();
    all.push(("definition", in_languages(&concept.definition, default)));
    all
}

/// A text by language; without one it is the default language's, unless that has one of its own.
fn in_languages(text: &Localized, default: Language) -> Vec<(Language, String)> {
    let mut all = text.by_language.clone();
    if let Some(plain) = &text.plain {
        all.entry(default).or_insert_with(|| plain.clone());
    }
    all.into_iter().collect()
}

/// Turtle 1.1.
pub fn turtle(scheme: &Scheme) -> String {
    let mut out = String::from(
        "@prefix dcterms: <http://purl.org/dc/terms/> .\n@prefix owl: <http://www.w3.org/2002/07/owl#> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n",
    );
    let texts =
        |texts: &[(Language, String)]| texts.iter().map(|(language, text)| format!("{}@{language}", literal(text))).collect::<Vec<_>>();
    let iris = |all: &[String]| all.iter().map(|one| iri(one)).collect::<Vec<_>>();
    let tops: Vec<String> =
        scheme.concepts.iter().filter(|concept| concept.broader.is_empty()).map(|concept| concept.iri.clone()).collect();
    let facts = [("dcterms:title", texts(&scheme.title)), ("skos:hasTopConcept", iris(&tops))];
    subject(&mut out, &scheme.iri, "skos:ConceptScheme", &facts);
    for concept in &scheme.concepts {
        let here = vec![iri(&scheme.iri)];
        let mut facts = vec![("skos:inScheme", here.clone())];
        if concept.broader.is_empty() {
            facts.push(("skos:topConceptOf", here));
        }
        let names = [
            ("prefLabel", "skos:prefLabel"),
            ("altLabel", "skos:altLabel"),
            ("hiddenLabel", "skos:hiddenLabel"),
            ("definition", "skos:definition"),
        ];
        for (kind, name) in names {
            let words = concept.labels.iter().find(|(one, _)| *one == kind).map(|(_, words)| texts(words)).unwrap_or_default();
            facts.push((name, words));
        }
        facts.push(("skos:broader", iris(&concept.broader)));
        facts.push(("skos:narrower", iris(&concept.narrower)));
        facts.push(("skos:related", iris(&concept.related)));
        subject(&mut out, &concept.iri, "skos:Concept", &facts);
        for former in &concept.former {
            let _ = write!(out, "\n{} owl:deprecated true ;\n    dcterms:isReplacedBy {} .\n", iri(former), iri(&concept.iri));
        }
    }
    out
}

fn subject(out: &mut String, name: &str, class: &str, facts: &[(&str, Vec<String>)]) {
    let _ = write!(out, "\n{} a {class}", iri(name));
    for (property, values) in facts.iter().filter(|(_, values)| !values.is_empty()) {
        let _ = write!(out, " ;\n    {property} {}", values.join(", "));
    }
    out.push_str(" .\n");
}

/// An IRIREF: what may not stand in one is escaped, whatever comes from the configuration.
fn iri(iri: &str) -> String {
    let mut out = String::from("<");
    for c in iri.chars() {
        match c {
            '\0'..=' ' | '<' | '>' | '"' | '{' | '}' | '|' | '^' | '`' | '\\' => c.to_string().bytes().for_each(|byte| {
                let _ = write!(out, "%{byte:02X}");
            }),
            c => out.push(c),
        }
    }
    out.push('>');
    out
}

/// A STRING_LITERAL_QUOTE.
fn literal(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// JSON-LD 1.1, with its context in it: nothing has to be fetched to read it.
pub fn json_ld(scheme: &Scheme) -> String {
    let words = json!({"@container": "@language"});
    let by_language = |name: &str| {
        let mut entry = words.clone();
        entry["@id"] = format!("skos:{name}").into();
        entry
    };
    let links = |name: &str| json!({"@id": format!("skos:{name}"), "@type": "@id", "@container": "@set"});
    let mut context = Map::new();
    context.insert("dcterms".into(), "http://purl.org/dc/terms/".into());
    context.insert("owl".into(), "http://www.w3.org/2002/07/owl#".into());
    context.insert("skos".into(), "http://www.w3.org/2004/02/skos/core#".into());
    context.insert("title".into(), json!({"@id": "dcterms:title", "@container": "@language"}));
    for name in ["prefLabel", "altLabel", "hiddenLabel", "definition"] {
        context.insert(name.into(), by_language(name));
    }
    for name in ["inScheme", "topConceptOf", "hasTopConcept", "broader", "narrower", "related"] {
        context.insert(name.into(), links(name));
    }
    context.insert("deprecated".into(), json!({"@id": "owl:deprecated"}));
    context.insert("isReplacedBy".into(), json!({"@id": "dcterms:isReplacedBy", "@type": "@id"}));

    let mut graph = Vec::new();
    let tops = scheme.concepts.iter().filter(|concept| concept.broader.is_empty()).map(|concept| concept.iri.clone());
    let mut top = node(&scheme.iri, Some("skos:ConceptScheme"));
    put(&mut top, "title", texts(&scheme.title, true));
    put(&mut top, "hasTopConcept", strings(tops));
    graph.push(Value::Object(top));
    for concept in &scheme.concepts {
        let mut one = node(&concept.iri, Some("skos:Concept"));
        put(&mut one, "inScheme", strings([scheme.iri.clone()]));
        if concept.broader.is_empty() {
            put(&mut one, "topConceptOf", strings([scheme.iri.clone()]));
        }
        for (kind, words) in &concept.labels {
            put(&mut one, kind, texts(words, matches!(*kind, "prefLabel" | "definition")));
        }
        put(&mut one, "broader", strings(concept.broader.iter().cloned()));
        put(&mut one, "narrower", strings(concept.narrower.iter().cloned()));
        put(&mut one, "related", strings(concept.related.iter().cloned()));
        graph.push(Value::Object(one));
        for former in &concept.former {
            let mut old = node(former, None);
            old.insert("deprecated".into(), true.into());
            old.insert("isReplacedBy".into(), concept.iri.clone().into());
            graph.push(Value::Object(old));
        }
    }
    let all = json!({"@context": context, "@graph": graph});
    serde_json::to_string_pretty(&all).unwrap_or_default() + "\n"
}

fn node(iri: &str, class: Option<&str>) -> Map<String, Value> {
    let mut node = Map::new();
    node.insert("@id".into(), iri.into());
    if let Some(class) = class {
        node.insert("@type".into(), class.into());
    }
    node
}

fn put(node: &mut Map<String, Value>, name: &str, value: Option<Value>) {
    if let Some(value) = value {
        node.insert(name.to_owned(), value);
    }
}

fn strings(all: impl IntoIterator<Item = String>) -> Option<Value> {
    let all: Vec<Value> = all.into_iter().map(Value::String).collect();
    (!all.is_empty()).then_some(Value::Array(all))
}

/// Texts by language: one each, or lists.
fn texts(all: &[(Language, String)], single: bool) -> Option<Value> {
    let mut by_language = Map::new();
    for (language, text) in all {
        match by_language.entry(language.to_string()).or_insert_with(|| Value::Array(Vec::new())) {
            Value::Array(_) if single => drop(by_language.insert(language.to_string(), text.clone().into())),
            Value::Array(words) => words.push(text.clone().into()),
            _ => {}
        }
    }
    (!by_language.is_empty()).then_some(Value::Object(by_language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_name_or_a_text_is_escaped() {
        assert_eq!(literal("a \"b\" \\ c\nd\u{7}й"), "\"a \\\"b\\\" \\\\ c\\nd\\u0007й\"");
        assert_eq!(iri("https://a/b c<й>"), "<https://a/b%20c%3Cй%3E>");
    }

    #[test]
    fn no_word_is_two_kinds_of_label() {
        let language = |tag: &str| tag.parse::<Language>().unwrap();
        let es = language("es");
        let words = |all: &[&str]| BTreeMap::from([(es, all.iter().map(|word| (*word).to_owned()).collect())]);
        let concept = crate::document::thesaurus::Concept {
            label: Localized::plain("a".to_owned()),
            other_names: words(&["a", "b", "b"]),
            hidden: words(&["b", "c"]),
            avoid: words(&["c", "d"]),
            ..Default::default()
        };
        let said: Vec<(&str, Vec<String>)> =
            labels(&concept, es).into_iter().map(|(kind, words)| (kind, words.into_iter().map(|(_, word)| word).collect())).collect();
        let list = |all: &[&str]| all.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            said,
            [("prefLabel", list(&["a"])), ("altLabel", list(&["b"])), ("hiddenLabel", list(&["c", "d"])), ("definition", list(&[]))]
        );
    }
}
