//! The manual tells the truth as far as a test can know it: it names every code, key, field and component that there is.

use apologue::base::diagnostic::Code;
use apologue::config;
use apologue::document::{front_matter, register, thesaurus};

const DIAGNOSTICS: &str = include_str!("../content/guide/diagnostics.en.md");
const FRONT_MATTER: &str = include_str!("../content/guide/front-matter.en.md");
const CONFIGURATION: &str = include_str!("../content/guide/configuration.en.md");
const THEMES_AND_PEOPLE: &str = include_str!("../content/guide/themes-and-people.en.md");
const TEMPLATES: &str = include_str!("../content/guide/templates.en.md");
const VIEWS: [&str; 3] =
    [include_str!("../src/site/view/frame.rs"), include_str!("../src/site/view/list.rs"), include_str!("../src/site/view/work.rs")];
const COMPONENTS: &str = include_str!("../themes/default/templates/components.html");

/// The names that the page's tables explain: those that a row begins with.
fn explained(page: &str) -> Vec<&str> {
    page.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`').map(|(name, _)| name)).collect()
}

#[track_caller]
fn assert_explained<'a>(page: &str, names: impl IntoIterator<Item = &'a str>) {
    let explained = explained(page);
    let missing: Vec<&str> = names.into_iter().filter(|name| !explained.contains(name)).collect();
    assert!(missing.is_empty(), "the manual says nothing about {missing:?}");
}

#[test]
fn every_code_has_a_heading_and_its_severity_in_the_order_of_the_program() {
    let mut found = Vec::new();
    for section in DIAGNOSTICS.split("\n### ").skip(1) {
        let (code, text) = section.split_once("\n\n").unwrap_or_default();
        let severity = text.split('.').next().unwrap_or_default();
        found.push((code.to_owned(), severity.to_lowercase()));
    }
    let wanted: Vec<_> = Code::ALL.iter().map(|code| (code.to_string(), code.severity().as_str().to_owned())).collect();
    assert_eq!(found, wanted);
}

#[test]
fn every_key_is_explained() {
    let nested = front_matter::SOURCE_KEYS.iter().chain(&front_matter::TRANSLATION_KEYS);
    assert_explained(FRONT_MATTER, front_matter::KEYS.iter().chain(nested).copied());
    assert_explained(CONFIGURATION, config::KEYS);
    assert_explained(THEMES_AND_PEOPLE, thesaurus::KEYS.iter().chain(&register::PERSON_KEYS).chain(&register::SOURCE_KEYS).copied());
}

#[test]
fn every_field_of_a_view_and_every_component_is_explained() {
    let fields = VIEWS
        .iter()
        .flat_map(|text| text.lines())
        .filter_map(|line| line.strip_prefix("        pub ")?.split_once(':').map(|(name, _)| name));
    assert_explained(TEMPLATES, fields);
    let components = COMPONENTS.match_indices("{% component ").filter_map(|(at, tag)| COMPONENTS[at + tag.len()..].split('(').next());
    assert_explained(TEMPLATES, components);
}
