//! The JSON schemas that editors complete by and the readers know the same keys and words.

use apologue::base::diagnostic::Code;
use apologue::config::{self, FallbackMode, Kind, OutputKind};
use apologue::document::{front_matter, register, thesaurus};
use serde_json::Value;

fn schema(name: &str) -> Value {
    let text = match name {
        "site" => include_str!("../content/static/schemas/site.schema.json"),
        "themes" => include_str!("../content/static/schemas/themes.schema.json"),
        "people" => include_str!("../content/static/schemas/people.schema.json"),
        "sources" => include_str!("../content/static/schemas/sources.schema.json"),
        _ => include_str!("../content/static/schemas/front-matter.schema.json"),
    };
    serde_json::from_str(text).unwrap()
}

#[track_caller]
fn assert_keys(name: &str, pointer: &str, keys: &[&str]) {
    let schema = schema(name);
    let object = schema.pointer(pointer).unwrap_or_else(|| panic!("{name} has no {pointer}"));
    let known: Vec<&str> = object["properties"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(known, keys, "{name}{pointer}");
    assert_eq!(object["additionalProperties"], Value::Bool(false), "{name}{pointer} refuses other keys, as the reader does");
    let described = object["properties"].as_object().unwrap().values().all(|property| property["description"].is_string());
    assert!(described, "{name}{pointer} describes every key");
}

#[track_caller]
fn assert_words<'a>(name: &str, pointer: &str, words: impl IntoIterator<Item = &'a str>) {
    let schema = schema(name);
    let mut listed: Vec<&str> = schema.pointer(pointer).unwrap().as_array().unwrap().iter().filter_map(Value::as_str).collect();
    let mut words: Vec<&str> = words.into_iter().collect();
    listed.sort_unstable();
    words.sort_unstable();
    assert_eq!(listed, words, "{name}{pointer}");
}

#[test]
fn the_schemas_list_the_keys_that_are_read() {
    assert_keys("site", "", &config::KEYS);
    assert_keys("site", "/properties/menu/items/oneOf/1", &config::MENU_KEYS);
    assert_keys("site", "/$defs/variant", &config::LANGUAGE_KEYS);
    assert_keys("themes", "/$defs/theme", &thesaurus::KEYS);
    assert_keys("people", "/$defs/person", &register::PERSON_KEYS);
    assert_keys("sources", "/$defs/source", &register::SOURCE_KEYS);
    assert_keys("sources", "/$defs/edition", &register::EDITION_KEYS);
    assert_keys("front matter", "", &front_matter::KEYS);
    assert_keys("front matter", "/properties/source/oneOf/1", &front_matter::SOURCE_KEYS);
    assert_keys("front matter", "/properties/steps/oneOf/1/items/oneOf/1", &front_matter::STEP_KEYS);
    assert_keys("front matter", "/properties/translation", &front_matter::TRANSLATION_KEYS);
    assert_keys("front matter", "/properties/dismiss", &front_matter::DISMISSIBLE.map(Code::as_str));
    assert_keys("front matter", "/properties/withdrawn/oneOf/1", &front_matter::WITHDRAWN_KEYS);
}

#[test]
fn the_schemas_list_the_words_that_are_understood() {
    assert_words("front matter", "/properties/kind/enum", Kind::ALL.map(Kind::as_str));
    assert_words("front matter", "/properties/translation/properties/method/enum", front_matter::METHODS.map(|(word, _)| word));
    assert_words("front matter", "/properties/cadence/enum", front_matter::CADENCES.map(|(word, _)| word));
    assert_words("site", "/$defs/output/enum", OutputKind::ALL.map(OutputKind::as_str));
    assert_words("site", "/$defs/mode/enum", FallbackMode::ALL.map(FallbackMode::as_str));
    let site = schema("site");
    let kinds = site["properties"]["fallback"]["oneOf"][1]["properties"].as_object().unwrap().keys();
    let mut kinds: Vec<&str> = kinds.map(String::as_str).filter(|key| *key != "default").collect();
    kinds.sort_unstable();
    let mut all = Kind::ALL.map(Kind::as_str);
    all.sort_unstable();
    assert_eq!(kinds, all);
}
