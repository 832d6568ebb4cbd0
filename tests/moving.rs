//! `apologue move`: whatever gets another id, every link to it leads where it led.
#![allow(clippy::disallowed_methods, reason = "tests look at what the program did")]

#[path = "support/program.rs"]
mod program;
mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use apologue::pipeline::{Settings, understand};
use apologue::source;
use support::folder;
use tempfile::TempDir;

const SITE: &str = "title: T\nlanguages: [es, ru]\ndefault_language: es\nmenu: [stories, {target: the-lamp, label: L}] # menu\n";
const THEMES: &str = "# The thesaurus.\ntrust: Confianza # one text\nhonesty:\n  # about honesty\n  label: {es: Honradez, ru: Честность}\n  \
                      other_names: {es: [franqueza]}\n  broader: [trust]\n  former_ids: [candour]\ncare: {label: {es: Cuidado}, related: [honesty, trust]}\n";

fn site(more: &[(&str, &str)]) -> TempDir {
    let mut files: BTreeMap<&str, &str> = BTreeMap::from([
        ("site.yaml", SITE),
        ("content/themes.yaml", THEMES),
        (
            "content/stories/the-lamp.es.md",
            "---\ntitle: La lámpara # t\nthemes: [honesty, trust]\n---\n[Otra](other.es.md) ![a](the-lamp.jpg) ![b](oil.jpg) ![c](shared.jpg)\n",
        ),
        ("content/stories/the-lamp.ru.md", "---\ntitle: Лампа\ntranslation: {from: es}\n---\nТекст. [[#Раз]]\n\n## Раз\n"),
        ("content/stories/the-lamp.jpg", "1"),
        ("content/stories/the-lamp.ru.jpg", "2"),
        ("content/stories/oil.jpg", "3"),
        ("content/stories/shared.jpg", "4"),
        (
            "content/stories/other.es.md",
            "---\ntitle: Otra\nsee_also: the-lamp # why\nthemes: [trust, Honradez]\n---\n[[the-lamp]] [[stories/the-lamp|l]] [a](./the-lamp.es.md#x1) [b][L] ![c](shared.jpg)\n\n[[themes/honesty]] [t](../themes/honesty.es.md) `[[the-lamp]]`\n\n[l]: <the-lamp.es.md> \"t\"\n",
        ),
        ("content/stories/other.ru.md", "---\ntitle: Другая\ntranslation: {from: es}\n---\n[[the-lamp#Раз]] [a](the-lamp.ru.md)\n"),
        ("content/paths/all.es.md", "---\ntitle: Todo\nsteps:\n- section: Uno\n  works: [the-lamp] # one\n- stories/other\n---\nTexto.\n"),
        ("content/themes/honesty.es.md", "---\ntitle: Honradez\n---\nUn tema: [[themes/trust]].\n"),
    ]);
    files.extend(more.iter().copied());
    // The link to a heading that is not there is not this test's.
    let files = files.into_iter().map(|(path, text)| (path, text.replace("#x1", "").into_bytes())).collect::<Vec<_>>();
    folder(files.iter().map(|(path, bytes)| (*path, bytes.as_slice())))
}

fn run(root: &Path, arguments: &[&str]) -> (i32, String, String) {
    let ran = program::run(root, ["move"].iter().chain(arguments));
    (ran.code.unwrap_or(-1), ran.out, ran.err)
}

#[track_caller]
fn moved(root: &Path, old: &str, new: &str) -> String {
    let (code, out, err) = run(root, &[old, new]);
    assert_eq!(code, 0, "{out}{err}");
    out
}

fn read(root: &Path, path: &str) -> String {
    fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// All files and what they say.
fn tree(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = walkdir::WalkDir::new(root).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    files.map(|entry| (entry.path().strip_prefix(root).unwrap().to_str().unwrap().to_owned(), fs::read(entry.path()).unwrap())).collect()
}

/// Everything that `check` says, without the places, which move.
fn problems(root: &Path) -> Vec<String> {
    let sources = source::look(root).unwrap().read(None);
    let (_, problems) = understand(&sources, &Settings { drafts: true, ..Settings::default() });
    let mut said: Vec<String> = problems.iter().map(|problem| format!("{}", problem.code)).collect();
    // The pictures of these sites are words.
    said.retain(|code| code != "invalid-picture");
    said.sort();
    said
}

#[test]
fn a_work_takes_along_its_editions_pictures_and_snapshots_and_every_link_follows() {
    let dir = site(&[]);
    let root = dir.path();
    assert_eq!(problems(root), Vec::<String>::new());
    let out = moved(root, "stories/the-lamp", "maxims/light/the-candle");
    assert!(out.contains("content/stories/the-lamp.es.md → content/maxims/light/the-candle.es.md"), "{out}");
    assert!(out.contains("content/stories/other.es.md: changed"), "{out}");
    assert_eq!(problems(root), Vec::<String>::new());
    assert_eq!(
        read(root, "content/maxims/light/the-candle.es.md"),
        "---\ntitle: La lámpara # t\nthemes: [honesty, trust]\nformer_ids: [stories/the-lamp]\n---\n[Otra](../../stories/other.es.md) \
         ![a](the-candle.jpg) ![b](oil.jpg) ![c](../../stories/shared.jpg)\n"
    );
    assert_eq!(
        read(root, "content/maxims/light/the-candle.ru.md"),
        "---\ntitle: Лампа\ntranslation: {from: es}\n---\nТекст. [[#Раз]]\n\n## Раз\n"
    );
    assert_eq!(
        read(root, "content/stories/other.es.md"),
        "---\ntitle: Otra\nsee_also: the-candle # why\nthemes: [trust, Honradez]\n---\n[[the-candle]] [[maxims/light/the-candle|l]] \
         [a](../maxims/light/the-candle.es.md) [b][L] ![c](shared.jpg)\n\n[[themes/honesty]] [t](../themes/honesty.es.md) `[[the-lamp]]`\n\n\
         [l]: <../maxims/light/the-candle.es.md> \"t\"\n"
    );
    assert_eq!(
        read(root, "content/stories/other.ru.md"),
        "---\ntitle: Другая\ntranslation: {from: es}\n---\n[[the-candle#Раз]] [a](../maxims/light/the-candle.ru.md)\n"
    );
    assert!(read(root, "content/paths/all.es.md").contains("works: [the-candle] # one\n- stories/other\n"));
    assert!(read(root, "site.yaml").contains("{target: the-candle, label: L}] # menu\n"));
    let files: Vec<String> = tree(root).into_keys().filter(|path| path.ends_with(".jpg")).collect();
    assert_eq!(
        files,
        [
            "content/maxims/light/oil.jpg",
            "content/maxims/light/the-candle.jpg",
            "content/maxims/light/the-candle.ru.jpg",
            "content/stories/shared.jpg"
        ]
    );
}

#[test]
fn a_translation_is_as_much_in_step_as_before() {
    let dir = site(&[("content/themes/honesty.ru.md", "---\ntitle: Честность\ntranslation: {from: es}\n---\nТема.\n")]);
    let root = dir.path();
    let program = |arguments: &str| program::run(root, arguments.split(' ')).ends_with(0).out;
    for id in ["stories/the-lamp", "stories/other", "themes/honesty"] {
        program(&format!("accept {id} --lang ru"));
    }
    let states = |text: &str| text.matches("in-step").count();
    let before = program("status --format json --all");
    assert!(states(&before) >= 3, "{before}");
    moved(root, "stories/the-lamp", "maxims/light/the-candle");
    moved(root, "honesty", "candour");
    moved(root, "stories/other", "stories/another");
    assert_eq!(problems(root), Vec::<String>::new());
    let snapshots: Vec<String> = tree(root).into_keys().filter(|path| path.contains(".translated-from")).collect();
    assert_eq!(
        snapshots,
        ["maxims/light/the-candle.ru.md", "stories/another.ru.md", "themes/candour.ru.md"]
            .map(|path| format!("content/.translated-from/{path}"))
    );
    let after = program("status --format json --all");
    assert_eq!(states(&after), states(&before), "{after}");
    assert!(after.matches("\"behind\": ").count() == after.matches("\"behind\": 0").count(), "{after}");
    let snapshot = read(root, "content/.translated-from/stories/another.ru.md");
    assert!(snapshot.contains("[[the-candle]] [[maxims/light/the-candle|l]]"), "{snapshot}");
}

#[test]
fn a_work_that_moves_there_and_back_has_changed_nothing_but_its_former_ids() {
    let dir = site(&[]);
    let before = tree(dir.path());
    moved(dir.path(), "stories/the-lamp", "maxims/deep/the-candle");
    moved(dir.path(), "maxims/deep/the-candle", "stories/the-lamp");
    let mut after = tree(dir.path());
    let lead = after.get_mut("content/stories/the-lamp.es.md").unwrap();
    *lead = String::from_utf8(lead.clone()).unwrap().replace("former_ids: [maxims/deep/the-candle]\n", "").into_bytes();
    let after: BTreeMap<String, String> = after.into_iter().map(|(path, text)| (path, String::from_utf8(text).unwrap())).collect();
    let before: BTreeMap<String, String> = before.into_iter().map(|(path, text)| (path, String::from_utf8(text).unwrap())).collect();
    // What was written shorter than it need be stays as it became.
    let longer = |text: &str| text.replace("[a](./the-lamp.es.md)", "[a](the-lamp.es.md)");
    for (path, text) in &before {
        assert_eq!(longer(text), longer(&after[path]), "{path}");
    }
    assert_eq!(before.len(), after.len());
}

#[test]
fn a_tail_that_would_name_two_works_becomes_longer() {
    let dir = site(&[
        ("content/maxims/x.es.md", "---\ntitle: X\n---\nTexto.\n"),
        ("content/about.es.md", "---\ntitle: A\n---\n[[x]] [[other]]\n"),
    ]);
    moved(dir.path(), "stories/other", "stories/x");
    assert_eq!(read(dir.path(), "content/about.es.md"), "---\ntitle: A\n---\n[[maxims/x]] [[stories/x]]\n");
    assert_eq!(problems(dir.path()), Vec::<String>::new());
}

#[test]
fn texts_keep_their_style_of_naming_the_language() {
    let dir = site(&[
        ("content/stories/a/es.md", "---\ntitle: A\n---\n![i](i.png) [b](../../es/stories/b.md)\n"),
        ("content/stories/a/i.png", "i"),
        ("content/stories/a/unused.pdf", "u"),
        ("content/es/stories/b.md", "---\ntitle: B\n---\n[a](../../stories/a/es.md) [[es/stories/b]]\n"),
    ]);
    let root = dir.path();
    assert_eq!(problems(root), Vec::<String>::new());
    moved(root, "stories/a", "maxims/deep/c");
    moved(root, "stories/b", "maxims/d");
    assert_eq!(
        read(root, "content/maxims/deep/c/es.md"),
        "---\ntitle: A\nformer_ids: [stories/a]\n---\n![i](i.png) [b](../../../es/maxims/d.md)\n"
    );
    assert_eq!(
        read(root, "content/es/maxims/d.md"),
        "---\ntitle: B\nformer_ids: [stories/b]\n---\n[a](../../maxims/deep/c/es.md) [[es/maxims/d]]\n"
    );
    assert!(root.join("content/maxims/deep/c/unused.pdf").exists() && !root.join("content/stories/a").exists());
    assert_eq!(problems(root), Vec::<String>::new());
}

#[test]
fn a_theme_is_renamed_wherever_it_is_named() {
    let dir = site(&[]);
    let root = dir.path();
    moved(root, "honesty", "candour");
    assert_eq!(problems(root), Vec::<String>::new());
    assert_eq!(
        read(root, "content/themes.yaml"),
        THEMES
            .replace("honesty:\n", "candour:\n")
            .replace("former_ids: [candour]", "former_ids: [honesty]")
            .replace("related: [honesty", "related: [candour")
    );
    assert!(read(root, "content/stories/the-lamp.es.md").contains("themes: [candour, trust]"));
    let other = read(root, "content/stories/other.es.md");
    assert!(other.contains("themes: [trust, Honradez]") && other.contains("[[themes/candour]] [t](../themes/candour.es.md)"), "{other}");
    assert!(root.join("content/themes/candour.es.md").exists());
    moved(root, "themes/trust", "themes/faith");
    assert!(read(root, "content/themes.yaml").starts_with("# The thesaurus.\nfaith: {label: Confianza, former_ids: [trust]} # one text\n"));
    assert_eq!(problems(root), Vec::<String>::new());
}

#[test]
fn an_old_id_still_leads_on_and_says_what_it_is_called_now() {
    let dir = site(&[]);
    let root = dir.path();
    moved(root, "stories/the-lamp", "maxims/the-candle");
    moved(root, "honesty", "trust");
    moved(root, "trust", "faith");
    let late = "---\ntitle: Late\nthemes: [honesty]\nsee_also: [stories/the-lamp]\n---\n[[themes/trust]] [[stories/the-lamp]]\n";
    fs::write(root.join("content/late.es.md"), late).unwrap();
    assert_eq!(problems(root), ["former-id"; 4]);
}

#[test]
fn two_themes_become_one_and_nothing_that_was_said_is_lost() {
    let dir = site(&[]);
    let root = dir.path();
    let out = moved(root, "honesty", "trust");
    assert!(out.contains("is part of"), "{out}");
    assert_eq!(problems(root), Vec::<String>::new());
    assert_eq!(
        read(root, "content/themes.yaml"),
        "# The thesaurus.\ntrust: {label: Confianza, other_names: {es: [Honradez, franqueza], ru: [Честность]}, former_ids: [candour, honesty]} # one text\n\
         care: {label: {es: Cuidado}, related: [trust]}\n"
    );
    assert!(read(root, "content/stories/the-lamp.es.md").contains("themes: [trust]\n"));
    assert!(read(root, "content/stories/other.es.md").contains("[[themes/trust]] [t](../themes/trust.es.md)"));
    assert!(root.join("content/themes/trust.es.md").exists());
}

#[test]
fn what_cannot_be_moved_is_refused_and_nothing_changes() {
    let dir = site(&[
        ("content/trust.es.md", "---\ntitle: T\n---\nTexto.\n"),
        ("content/themes/trust.es.md", "---\ntitle: T\n---\nTexto.\n"),
        ("content/paths/more.es.md", "---\ntitle: M\nsteps: [other]\n---\nTexto.\n"),
    ]);
    let root = dir.path();
    let before = tree(root);
    for (old, new, code, said) in [
        ("the-lamp", "the-candle", 2, "stories/the-lamp"),
        ("stories/the-lamb", "x", 2, "stories/the-lamp"),
        ("stories/the-lamp", "stories/other", 2, "already"),
        ("stories/the-lamp", "stories/the-lamp", 2, "already"),
        ("stories/the-lamp", "stories/a:b", 2, "cannot be the name"),
        ("stories/the-lamp", "themes/lamp", 2, "cannot be the name"),
        ("stories/the-lamp", "../lamp", 2, "cannot be the name"),
        ("trust", "x", 2, "themes/trust"),
        ("honesty", "a/b", 2, "cannot be the name"),
        ("honesty", "trust", 2, "introduction"),
        // A path needs steps.
        ("stories/the-lamp", "paths/the-lamp", 1, "path-without-steps"),
    ] {
        let (found, out, err) = run(root, &[old, new]);
        assert_eq!(found, code, "{old} {new}: {out}{err}");
        assert!(err.contains(said), "{old} {new}: {err}");
        assert!(tree(root) == before, "{old} {new}");
    }
    let (code, out, _) = run(root, &["stories/the-lamp", "stories/x", "--dry-run"]);
    assert!(code == 0 && out.contains("content/stories/x.es.md") && out.contains("Nothing was changed"), "{out}");
    assert!(tree(root) == before);
}

#[test]
fn a_site_that_is_not_understood_is_left_alone() {
    for (path, text, said) in [
        ("content/stories/bad.es.md", "---\ntitle: a: b\n---\n", "invalid-yaml"),
        ("content/stories/bad.es.md", "---\ntitle: [a\n", "front-matter-unclosed"),
        ("content/themes.yaml", "a: [\n", "invalid-yaml"),
        ("content/stories/bad.md", "---\ntitle: A\n---\n", "untagged-file"),
    ] {
        let dir = site(&[(path, text)]);
        let before = tree(dir.path());
        let (code, out, err) = run(dir.path(), &["stories/the-lamp", "stories/x"]);
        assert!(code == 1 && err.contains(said), "{path} {text}: {out}{err}");
        assert!(tree(dir.path()) == before);
    }
}

#[test]
fn any_work_and_any_theme_of_the_sample_can_move() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path();
    for (path, bytes) in tree(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/content"))) {
        let path = root.join("content").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/site.yaml"), root.join("site.yaml")).unwrap();
    let before = problems(root);
    for (old, new) in [
        ("stories/the-earrings", "stories/the-gift"),
        ("stories/five-stages", "stories/deep/er/five-stages"),
        ("maxims/service-comes-before-the-sale", "maxims/service-first"),
        ("exercises/play-the-smoke", "exercises/rooms/smoke"),
        ("about", "pages/about"),
        ("trust", "faith"),
        ("generosity", "trust-in-people"),
    ] {
        moved(root, old, new);
        assert_eq!(problems(root), before, "{old} {new}");
    }
    moved(root, "stories/the-gift", "stories/the-earrings");
    assert_eq!(problems(root), before);
    // What becomes one may contradict itself: that is said, and left to the author.
    let (code, _, err) = run(root, &["delight", "loyalty"]);
    assert!(code == 0 && err.contains("related-and-broader"), "{err}");
    let mut now = problems(root);
    now.retain(|code| code != "related-and-broader");
    assert_eq!(now, before);
}
