//! The pages of built sites, as a validator and a browser see them.
//!
//! Chromium, Java, Node and npm do the looking; what npm has to bring is fetched by the tests themselves, into `target/`. Where a program is
//! missing, the tests that need it say so and pass. With `CI=true` nothing is passed over.
#![allow(clippy::disallowed_methods, reason = "a test looks at files, starts programs and reads the environment")]

#[path = "support/browser.rs"]
mod browser;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use browser::{Check, HERE, THERE, browse, looked_at, packages, ran};
use serde::Deserialize;
use walkdir::WalkDir;

// ── HTML, CSS and SVG ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/// By its name it is among the first to be started, so that it works beside the browser.
#[test]
fn all_pages_are_valid_html() {
    let Some(packages) = packages(&["java"]) else { return };
    let sites = sites();
    let pages =
        WalkDir::new(sites).into_iter().filter_map(Result::ok).filter(|entry| entry.path().extension().is_some_and(|e| e == "html"));
    assert!(pages.count() > 1000, "the pages of all sites are looked at");
    assert_eq!(invalid(packages, &["--skip-non-html"], &[sites]), [""; 0]);
}

#[test]
fn every_stylesheet_and_drawing_is_valid() {
    let Some(packages) = packages(&["java"]) else { return };
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/static");
    let copy = Path::new(THERE).join("static");
    fs::create_dir_all(&copy).unwrap();
    let mut faults = Vec::new();
    for (ending, option) in [("css", "--css"), ("svg", "--svg")] {
        let mut files = Vec::new();
        for entry in
            WalkDir::new(&theme).into_iter().filter_map(Result::ok).filter(|entry| entry.path().extension().is_some_and(|e| e == ending))
        {
            let path = copy.join(entry.file_name());
            fs::write(&path, without_news(&fs::read_to_string(entry.path()).unwrap())).unwrap();
            files.push(path);
        }
        assert!(!files.is_empty(), "the theme has files that end in {ending}");
        faults.extend(invalid(packages, &[option], &files.iter().map(PathBuf::as_path).collect::<Vec<_>>()));
    }
    assert_eq!(faults, [""; 0]);
}

/// A stylesheet without the rules that are too new for the validator.
fn without_news(css: &str) -> String {
    let mut css = css.replace("@view-transition { navigation: auto; }", "").replace("paint-order: stroke;", "");
    // The validator knows neither the shorthand nor a product with a custom property.
    css = css.replace("center / contain no-repeat; }", "; }").replace("100% - 2 * var(--gutter)", "100%");
    css
}

/// What the Nu validator has to say, one line each.
fn invalid(packages: &Path, options: &[&str], files: &[&Path]) -> Vec<String> {
    #[derive(Deserialize)]
    struct Found {
        messages: Vec<Message>,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Message {
        url: Option<String>,
        last_line: Option<usize>,
        message: String,
        #[serde(default)]
        extract: String,
    }
    let jar = packages.join("node_modules/vnu-jar/build/dist/vnu.jar");
    let mut java = Command::new("java");
    java.args(["-Xss8m", "-jar"])
        .arg(jar)
        .args(["--errors-only", "--format", "json", "--stdout", "--exit-zero-always"])
        .args(options)
        .args(files);
    let output = ran(&mut java).unwrap_or_else(|error| panic!("{error}"));
    let found: Found =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stdout)));
    let line = |found: Message| {
        let url = found.url.unwrap_or_default();
        let place = url.rsplit_once(THERE).map_or(url.as_str(), |(_, path)| path);
        format!("{place}:{}: {} {:?}", found.last_line.unwrap_or_default(), found.message, found.extract)
    };
    found.messages.into_iter().map(line).collect()
}

// ── Chromium ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

// Tests whose looking is done in the browser, by `tests/web/main.mjs`, under the same names.
looked_at! { browsed:
    missing_pages_are_told_of_anywhere
    no_page_has_an_error
    no_page_violates_the_strictest_policy
    no_page_asks_for_anything_outside_the_site
    every_link_leads_somewhere
    the_root_leads_to_the_readers_language
    the_switcher_leads_to_the_same_work
    pages_say_the_same_without_a_script
    a_keyboard_is_enough
    search_finds_from_files_and_from_a_server
    the_search_dialog_needs_no_mouse
    the_search_dialog_is_accessible
    search_shows_hostile_text_as_text
    a_search_that_fails_says_so
    without_a_script_the_search_leads_to_the_themes
    ticks_hold_in_every_language
    no_page_scrolls_sideways
    every_text_runs_in_its_direction
    subtitles_show_on_pages_that_were_opened_as_files
    every_page_prints_well
    every_template_is_accessible
}

/// Everything that the browser found: it is started once for all tests.
fn browsed() -> Option<&'static BTreeMap<String, Check>> {
    static BROWSED: OnceLock<BTreeMap<String, Check>> = OnceLock::new();
    let chromium = browser::chromium()?;
    packages(&[])?;
    Some(BROWSED.get_or_init(|| browse("main.mjs", &chromium, &[sites()])))
}

// ── The sites ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/// The folder of the built sites: this repository's own, once for a known address and once for any; one in Hebrew; one full of malice.
fn sites() -> &'static Path {
    static SITES: OnceLock<PathBuf> = OnceLock::new();
    SITES.get_or_init(|| {
        let sites = Path::new(THERE).join("sites");
        let sources = Path::new(THERE).join("sources");
        for folder in [&sites, &sources] {
            fs::remove_dir_all(folder).or_else(|error| if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) }).unwrap();
        }
        let own = Path::new(env!("CARGO_MANIFEST_DIR"));
        build(own, &sites.join("starter"), &["--base-url", "https://example.org/wiki/"], 0);
        build(own, &sites.join("starter-anywhere"), &[], 0);
        build(&Path::new(HERE).join("site-hebrew"), &sites.join("hebrew"), &["--status", "--today", "2026-11-22"], 0);
        let hostile = sources.join("hostile");
        copy(&Path::new(HERE).join("site-hostile"), &hostile);
        a_list_of_several_pages(&hostile);
        // One of its texts is meant to be at fault.
        build(&hostile, &sites.join("hostile"), &["--keep-going"], 1);
        sites
    })
}

fn build(source: &Path, output: &Path, options: &[&str], exit: i32) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_apologue"));
    let built = command.args(["build", "--ui", "en", "-s"]).arg(source).arg("-o").arg(output).args(options).output().unwrap();
    assert_eq!(built.status.code(), Some(exit), "{}", String::from_utf8_lossy(&built.stderr));
}

fn a_list_of_several_pages(site: &Path) {
    let maxims = site.join("content/maxims");
    fs::create_dir_all(&maxims).unwrap();
    for number in 1..=61 {
        fs::write(maxims.join(format!("rule-{number}.en.md")), format!("---\ntitle: Rule {number}\nthemes: [a]\n---\nA rule.\n")).unwrap();
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in WalkDir::new(from) {
        let entry = entry.unwrap();
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
