//! `apologue export`: the thesaurus for other systems.
#![allow(clippy::disallowed_methods, reason = "tests look at what the program did")]

#[path = "support/program.rs"]
mod program;
mod support;

use std::path::Path;

use support::folder;
use tempfile::TempDir;

const SITE: &str = "title: {es: Guía \"A\", ru: Сайт}\nlanguages: [es, ru]\ndefault_language: es\n";
const THEMES: &str = "trust:\n  label: {es: Confianza, ru: Доверие}\n  definition: {es: \"Lo que \\\"te\\\" dan.\\tAntes \\\\ de saber.\"}\n  \
                      other_names: {es: [Fe, Crédito], ru: [вера]}\n  hidden: confiansa\n  avoid: {es: [score], ru: [кредит, рейтинг]}\n  former_ids: [faith]\n  \
                      narrower: [care]\ncare: {label: {es: Cuidado}, related: [detail, trust]}\ndetail: Detalle\n";

fn site(base_url: &str) -> TempDir {
    let config = format!("{SITE}{base_url}");
    folder([
        ("site.yaml", config.as_bytes()),
        ("content/themes.yaml", THEMES.as_bytes()),
        ("content/a.es.md", b"---\ntitle: A\n---\nTexto.\n"),
    ])
}

fn run(root: &Path, arguments: &str) -> (i32, String, String) {
    let ran = program::run(root, arguments.split(' '));
    (ran.code.unwrap_or(-1), ran.out, ran.err)
}

#[track_caller]
fn exported(root: &Path, arguments: &str) -> String {
    let (code, out, err) = run(root, &format!("export {arguments}"));
    assert_eq!(code, 0, "{out}{err}");
    out
}

#[test]
fn the_thesaurus_is_turtle_whose_themes_are_named_by_their_pages() {
    let dir = site("base_url: https://wiki.example/\n");
    assert_eq!(
        exported(dir.path(), "skos"),
        r#"@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

<https://wiki.example/es/temas/index.html> a skos:ConceptScheme ;
    dcterms:title "Guía \"A\""@es, "Сайт"@ru ;
    skos:hasTopConcept <https://wiki.example/es/temas/detail.html>, <https://wiki.example/es/temas/trust.html> .

<https://wiki.example/es/temas/care.html> a skos:Concept ;
    skos:inScheme <https://wiki.example/es/temas/index.html> ;
    skos:prefLabel "Cuidado"@es ;
    skos:broader <https://wiki.example/es/temas/trust.html> ;
    skos:related <https://wiki.example/es/temas/detail.html> .

<https://wiki.example/es/temas/detail.html> a skos:Concept ;
    skos:inScheme <https://wiki.example/es/temas/index.html> ;
    skos:topConceptOf <https://wiki.example/es/temas/index.html> ;
    skos:prefLabel "Detalle"@es ;
    skos:related <https://wiki.example/es/temas/care.html> .

<https://wiki.example/es/temas/trust.html> a skos:Concept ;
    skos:inScheme <https://wiki.example/es/temas/index.html> ;
    skos:topConceptOf <https://wiki.example/es/temas/index.html> ;
    skos:prefLabel "Confianza"@es, "Доверие"@ru ;
    skos:altLabel "Fe"@es, "Crédito"@es, "вера"@ru ;
    skos:hiddenLabel "confiansa"@es, "score"@es, "кредит"@ru, "рейтинг"@ru ;
    skos:definition "Lo que \"te\" dan.\tAntes \\ de saber."@es ;
    skos:narrower <https://wiki.example/es/temas/care.html> .

<https://wiki.example/es/temas/faith.html> owl:deprecated true ;
    dcterms:isReplacedBy <https://wiki.example/es/temas/trust.html> .
"#
    );
}

#[test]
fn json_ld_says_the_same_and_needs_nothing_from_elsewhere() {
    let dir = site("");
    let text = exported(dir.path(), "skos --syntax json-ld");
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let graph = json["@graph"].as_array().unwrap();
    let ids: Vec<&str> = graph.iter().map(|node| node["@id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["", "#care", "#detail", "#trust", "#faith"]);
    assert_eq!(graph[3]["prefLabel"]["ru"], "Доверие");
    assert_eq!(graph[3]["altLabel"]["es"], serde_json::json!(["Fe", "Crédito"]));
    assert_eq!(graph[1]["broader"], serde_json::json!(["#trust"]));
    assert!(json["@context"].is_object());
}

#[test]
fn a_glossary_has_a_line_for_every_pair_of_terms_and_says_what_to_avoid() {
    let dir = site("");
    let comment = "Lo que \"te\" dan. Antes \\ de saber. Не употреблять: кредит, рейтинг";
    let lines = [("Confianza", "Доверие"), ("Fe", "Доверие"), ("Crédito", "Доверие"), ("Confianza", "вера")];
    let expected: String = lines.iter().map(|(source, target)| format!("{source}\t{target}\t{comment}\n")).collect();
    assert_eq!(exported(dir.path(), "glossary --to ru"), expected);
    let back = exported(dir.path(), "glossary --from ru --to es");
    assert!(back.starts_with("Доверие\tConfianza\tLo que") && back.contains("Evítese: score"), "{back}");
    assert!(back.lines().all(|line| line.matches('\t').count() == 2));
}

#[test]
fn a_file_is_written_where_it_is_wanted_but_never_among_the_sources() {
    let dir = site("");
    let root = dir.path();
    assert_eq!(exported(root, "skos -o themes.ttl"), "");
    let first = std::fs::read(root.join("themes.ttl")).unwrap();
    assert_eq!(exported(root, "skos -o themes.ttl"), "", "an export may be repeated");
    assert_eq!(std::fs::read(root.join("themes.ttl")).unwrap(), first);
    for path in ["content/themes.yaml", "site.yaml", "content/new.ttl"] {
        let (code, out, err) = run(root, &format!("export skos -o {path}"));
        assert!(code == 2 && err.contains("output-in-sources"), "{path}: {out}{err}");
    }
    assert_eq!(std::fs::read_to_string(root.join("content/themes.yaml")).unwrap(), THEMES);
}

#[test]
fn what_cannot_be_exported_is_refused() {
    let dir = site("");
    let root = dir.path();
    for (arguments, code, said) in [
        ("glossary --to it", 2, "“it”"),
        ("glossary --to es", 2, "both the source and the target"),
        ("glossary", 2, "--to"),
        ("skos --syntax xml", 2, "turtle, json-ld"),
        ("skos -o missing/a.ttl", 3, "unwritable-file"),
        ("nothing", 2, "nothing"),
    ] {
        let (found, out, err) = run(root, &format!("export {arguments}"));
        assert!(found == code && err.contains(said), "{arguments}: {found} {out}{err}");
    }
    std::fs::write(root.join("content/themes.yaml"), "a: {label: A, broader: b}\nb: {label: B, broader: a}\n").unwrap();
    let (code, out, err) = run(root, "export skos");
    assert!(code == 1 && err.contains("theme-cycle") && out.is_empty(), "{out}{err}");
}
