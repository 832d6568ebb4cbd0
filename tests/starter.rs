//! This repository is a site itself. It must come out without a word of complaint, and every page of it must hold what pages promise.
#![allow(clippy::disallowed_methods, reason = "a test reads the repository")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use apologue::base::diagnostic::Code;
use apologue::pipeline::Settings;
use serde_json::Value;
use support::{Built, build_folder, crawl};
use walkdir::WalkDir;

const LANGUAGES: [&str; 4] = ["es", "ru", "it", "en"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// With an absolute address, so that feeds and sitemaps are looked at too.
fn settings() -> Settings {
    Settings { base_url: Some("https://example.org/wiki/".to_owned()), notes: true, ..Settings::default() }
}

static BUILT: LazyLock<Built> = LazyLock::new(|| build_folder(&root(), &settings()));

/// The files below a folder with one of these endings, and what they say.
fn texts(folder: &str, endings: &[&str]) -> Vec<(PathBuf, String)> {
    let files = WalkDir::new(root().join(folder)).sort_by_file_name().into_iter().flatten().map(walkdir::DirEntry::into_path);
    let wanted = files.filter(|path| path.extension().is_some_and(|one| endings.iter().any(|ending| one == *ending)));
    wanted.map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn the_starter_content_is_without_fault() {
    assert_eq!(BUILT.problems(), "");
    assert!(BUILT.report.complete);
}

#[test]
fn every_link_leads_somewhere_and_no_page_asks_for_what_is_not_the_sites() {
    let faults = crawl::faults(&BUILT.files);
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults[..faults.len().min(40)].join("\n"));
}

#[test]
fn no_style_and_no_script_fetches_anything_from_elsewhere() {
    for (address, bytes) in BUILT.files.iter().filter(|(address, _)| address.ends_with(".css") || address.ends_with(".js")) {
        let text = String::from_utf8_lossy(bytes);
        for foreign in ["@import", "url(http", "url(\"http", "url(//", "fetch(\"http", "src = \"http"] {
            assert!(!text.contains(foreign), "{address} contains {foreign}");
        }
    }
}

#[test]
fn one_thread_and_many_write_the_same_bytes() {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let alone = pool.install(|| build_folder(&root(), &settings()));
    assert!(alone.files.keys().eq(BUILT.files.keys()));
    let different: Vec<&String> =
        alone.files.iter().filter(|(address, bytes)| BUILT.files[*address] != **bytes).map(|(address, _)| address).collect();
    assert!(different.is_empty(), "{different:?}");
}

#[test]
fn every_page_says_its_language_its_direction_and_its_title() {
    let listed: Value = serde_json::from_str(BUILT.text("pages.json")).unwrap();
    let mut titles: BTreeMap<String, (String, String)> = BTreeMap::new();
    for page in listed["pages"].as_array().unwrap() {
        let text = |key: &str| page[key].as_str().unwrap().to_owned();
        titles.insert(text("address"), (text("lang"), text("title")));
    }
    for (address, bytes) in BUILT.files.iter().filter(|(address, _)| address.ends_with(".html")) {
        let page = crawl::Page::read(std::str::from_utf8(bytes).unwrap());
        let folder = address.split_once('/').map_or("en", |(folder, _)| folder);
        assert!(LANGUAGES.contains(&folder), "{address} stands in no language's folder");
        assert_eq!((page.lang.as_str(), page.dir.as_str()), (folder, "ltr"), "{address}");
        if let Some((lang, title)) = titles.remove(address) {
            assert_eq!(page.lang, lang, "{address}");
            assert!(page.title == title || page.title.starts_with(&format!("{title} · ")), "{address}: {} is not {title}", page.title);
        } else {
            assert_eq!(address, "404.html", "pages.json leaves out a page");
        }
    }
    assert!(titles.is_empty(), "pages.json lists what is not there: {titles:?}");
}

/// The messages that a language's files define, each with whether it has a help.
fn messages(language: &str) -> BTreeMap<String, bool> {
    let mut messages: BTreeMap<String, bool> = BTreeMap::new();
    let mut last = String::new();
    for (_, text) in texts(&format!("i18n/{language}"), &["ftl"]) {
        for line in text.lines() {
            if line.trim_start().starts_with(".help =") {
                messages.insert(last.clone(), true);
            } else if let Some((id, _)) =
                line.split_once(" =").filter(|(id, _)| id.starts_with(|c: char| c.is_ascii_lowercase()) && !id.contains(' '))
            {
                last = id.to_owned();
                messages.entry(last.clone()).or_default();
            }
        }
    }
    messages
}

/// What stands in quotation marks right after these words.
fn quoted_after<'a>(text: &'a str, words: &str) -> Vec<&'a str> {
    let found = text.match_indices(words).filter_map(|(at, _)| text[at + words.len()..].split('"').next());
    found.filter(|id| id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')).collect()
}

#[test]
fn every_string_that_the_program_says_exists_in_every_language() {
    let mut wanted: BTreeMap<String, PathBuf> = BTreeMap::new();
    let mut want = |id: &str, path: &Path| {
        if !id.is_empty() && !id.ends_with('-') {
            wanted.entry(id.to_owned()).or_insert_with(|| path.to_owned());
        }
    };
    for (path, text) in texts("src/document", &["rs"]) {
        for words in [".message(\"", "Piece::Message(\"", "aria-label\", \"", "title\", \""] {
            quoted_after(&text, words).iter().filter(|id| id.contains('-')).for_each(|id| want(id, &path));
        }
    }
    for (path, text) in texts("src/site", &["rs"]) {
        quoted_after(&text, "self.text(language, \"").iter().for_each(|id| want(id, &path));
        quoted_after(&text, "self.text(page.language, \"").iter().for_each(|id| want(id, &path));
    }
    for (path, text) in texts("themes/default/templates", &["html"]) {
        quoted_after(&text, "t(id=\"").iter().for_each(|id| want(id, &path));
    }
    let here = root().join("src/site/mod.rs");
    for section in ["story", "maxim", "exercise", "path", "page", "themes", "people", "sources"] {
        want(&format!("section-{section}"), &here);
        want(&format!("folder-{section}"), &here);
    }
    for kind in ["story", "maxim", "exercise", "path", "page"] {
        want(&format!("kind-{kind}"), &here);
    }
    for relation in ["illustrates", "illustrated-by", "practises", "practised-by", "see-also"] {
        want(&format!("relation-{relation}"), &here);
    }
    assert!(wanted.len() > 80, "only {} strings were found: has the way changed in which they are said?", wanted.len());
    let mut missing = Vec::new();
    for language in LANGUAGES {
        let messages = messages(language);
        missing.extend(
            wanted.iter().filter(|(id, _)| !messages.contains_key(*id)).map(|(id, path)| format!("{language}: {id} ({})", path.display())),
        );
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_code_has_a_message_and_help_in_every_language() {
    let mut missing = Vec::new();
    for language in LANGUAGES {
        let messages = messages(language);
        missing
            .extend(Code::ALL.iter().filter(|code| messages.get(code.as_str()) != Some(&true)).map(|code| format!("{language}: {code}")));
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn all_languages_define_the_same_strings() {
    let english: BTreeSet<String> = messages("en").into_keys().collect();
    for language in LANGUAGES {
        let own: BTreeSet<String> = messages(language).into_keys().collect();
        let different: Vec<&String> = own.symmetric_difference(&english).filter(|id| !id.starts_with("language-")).collect();
        assert!(different.is_empty(), "{language}: {different:?}");
    }
}

#[test]
fn the_manual_explains_every_code() {
    let page = root().join("content/guide/diagnostics.en.md");
    // Until the manual is there.
    let Ok(text) = fs::read_to_string(page) else { return };
    let explained = |code: &Code| text.lines().any(|line| line.starts_with('#') && line.contains(code.as_str()));
    let missing: Vec<&Code> = Code::ALL.iter().filter(|code| !explained(code)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
