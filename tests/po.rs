//! PO files, there and back: nothing is lost, nothing is taken that would harm a text, and other programs' habits do not matter.
#![allow(clippy::disallowed_methods, reason = "tests look at what the program did")]

#[path = "support/program.rs"]
mod program;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use apologue::base::path::SitePath;
use apologue::base::text::Text;
use apologue::exchange::po::{Catalog, read, write};
use program::Ran;
use tempfile::TempDir;

struct Place(TempDir);

const LANGUAGES: [&str; 3] = ["es", "it", "ru"];

/// A story with everything that a body can have, in two languages.
const STORY: &str = "---\ntitle: The Lamp\nsummary: A lamp is lit. # short\nthemes: [trust]\n---\n\nOnce there was a lamp, and it had {count} wicks.\n\n## The keeper\n\nThe keeper read [[the-book|a book]] with `code` in it[^1].\n\n- First item\n- Second item\n\n> A quoted line\n> that goes on.\n\n| A | B |\n|---|---|\n| one | two |\n\n:::quiz{id=lamps}\nHow many lamps?\n\n- [x] One\n- [ ] Two\n:::\n\n:::facilitator\nAsk for silence.\n:::\n\n[^1]: A note.\n";
const STORY_IT: &str = "---\ntitle: La lampada\nsummary: \"Una lampada viene accesa.\"   # corto\ntranslation: {from: en}\nslug: la-lampada\n---\n\nC’era una volta una lampada,\ncon {count} stoppini.\n\n## Il guardiano\n\nIl guardiano leggeva [[the-book|un libro]] con dentro `code`[^1].\n\n* Primo punto\n* Secondo punto\n\n> Una riga citata\n> che continua.\n\n| A | B |\n|---|---|\n| uno | due |\n\n:::quiz{id=lamps}\nQuante lampade?\n\n- [x] Una\n- [ ] Due\n:::\n\n:::facilitator\nChiedete silenzio.\n:::\n\n[^1]: Una nota.\n";
const BOOK: &str = "---\ntitle: The Book\n---\n\nA book.\n";
const THEMES: &str = "# the house's themes\ntrust:\n  label: {en: trust, it: fiducia}   # kept\n  hidden: {en: [turst, truts]}\n  definition:\n    en: What lasts.\n";
const SITE: &str = "title: Wiki\nlanguages: [en, it, pt-BR]\ndefault_language: en\n";

impl Place {
    fn new() -> Place {
        Place(tempfile::tempdir().unwrap())
    }

    fn with_story() -> Place {
        let place = Place::new();
        place.write("site.yaml", SITE);
        place.write("content/themes.yaml", THEMES);
        place.write("content/stories/the-lamp.en.md", STORY);
        place.write("content/stories/the-lamp.it.md", STORY_IT);
        place.write("content/stories/the-book.en.md", BOOK);
        place
    }

    /// The content that the program comes with.
    fn with_starter() -> Place {
        let place = Place::new();
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        fs::copy(root.join("site.yaml"), place.0.path().join("site.yaml")).unwrap();
        for (path, bytes) in files(&root.join("content")) {
            let to = place.0.path().join("content").join(path);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::write(to, bytes).unwrap();
        }
        place
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        program::run(self.0.path(), arguments)
    }

    fn export(&self, to: &str) {
        self.run(&["export", "po", "--to", to]).ends_with(0);
    }

    fn import(&self) -> Ran {
        self.run(&["import", "po", "--today", "2026-11-22"])
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.path().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    #[track_caller]
    fn replace(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert!(text.contains(old), "{path} has no {old:?}:\n{text}");
        self.write(path, &text.replacen(old, new, 1));
    }

    fn content(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        files(&self.0.path().join("content"))
    }

    fn catalog(&self, path: &str) -> Catalog {
        read::read(&Text::new(SitePath::new(path), self.read(path))).unwrap()
    }

    /// Translates entries by their msgid, and says so as another program would.
    fn translate(&self, path: &str, words: &[(&str, &str)]) {
        let mut catalog = self.catalog(path);
        for (id, text) in words {
            let entry = catalog.entries.iter_mut().find(|entry| entry.id == *id);
            let entry = entry.unwrap_or_else(|| panic!("no {id:?} in {path}"));
            entry.text = (*text).to_owned();
            entry.flags.retain(|flag| flag != "fuzzy");
            entry.previous = None;
        }
        self.write(path, &write::write(&catalog));
    }
}

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    files.map(|entry| (entry.path().strip_prefix(folder).unwrap().to_path_buf(), fs::read(entry.path()).unwrap())).collect()
}

const LAMP: &str = "po/it/stories/the-lamp.po";
const LAMP_IT: &str = "content/stories/the-lamp.it.md";

/// A program of gettext's or of the Translate Toolkit's; `None` where it is not installed, which `.ci/run` does not allow.
fn tool(name: &str) -> Option<Command> {
    let there = Command::new(name).arg("--version").output().is_ok_and(|output| output.status.success());
    assert!(there || std::env::var_os("CI").is_none(), "{name} is missing");
    if !there {
        eprintln!("SKIPPED: {name} is not installed (Debian: gettext, translate-toolkit)");
    }
    there.then(|| Command::new(name))
}

#[test]
fn a_round_trip_leaves_the_starter_content_byte_identical() {
    let place = Place::with_starter();
    let before = place.content();
    for (from, one_file) in [("", false), ("", true), ("en", false), ("es", true), ("ru", true), ("it", true)] {
        let _ = fs::remove_dir_all(place.0.path().join("po"));
        let to = ["en", "es", "ru", "it"].into_iter().filter(|to| *to != from).collect::<Vec<_>>().join(",");
        let mut arguments = vec!["export", "po", "--to", &to];
        if !from.is_empty() {
            arguments.extend(["--from", from]);
        }
        if one_file {
            arguments.push("--one-file");
        }
        place.run(&arguments).ends_with(0);
        place.import().ends_with(0);
        assert_eq!(place.content(), before, "from {from:?}");
    }
}

#[test]
fn an_export_is_the_same_each_time_and_over_itself() {
    let place = Place::with_story();
    place.export("it,pt-BR");
    let first = files(&place.0.path().join("po"));
    assert_eq!(
        first.keys().map(|path| path.to_str().unwrap()).collect::<Vec<_>>(),
        [
            "it/stories/the-book.po",
            "it/stories/the-lamp.po",
            "it/themes.po",
            "pt-BR/stories/the-book.po",
            "pt-BR/stories/the-lamp.po",
            "pt-BR/themes.po"
        ]
    );
    place.export("it,pt-BR");
    assert_eq!(files(&place.0.path().join("po")), first);
    insta::assert_snapshot!(place.read(LAMP));
    insta::assert_snapshot!("themes", place.read("po/it/themes.po"));
}

#[test]
fn gettext_finds_nothing_wrong() {
    let Some(_) = tool("msgfmt") else { return };
    let place = Place::with_starter();
    place.export("es,ru,it,en");
    let story = Place::with_story();
    story.export("it,pt-BR");
    let mut checked = 0;
    for root in [&place, &story] {
        for path in files(&root.0.path().join("po")).keys() {
            let path = root.0.path().join("po").join(path);
            let output = Command::new("msgfmt").args(["--check", "-o", "/dev/null"]).arg(&path).output().unwrap();
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success() && said.is_empty(), "{}: {said}", path.display());
            checked += 1;
        }
    }
    assert!(checked > 100, "{checked}");
}

/// Tests that hold for prose in any language; those of style (ends of sentences, capitals, brackets that a translation moves) do not.
const POFILTER: &str =
    "compendiumconflicts,credits,escapes,hassuggestion,kdecomments,newlines,nplurals,printf,pythonbraceformat,tabs,urls,variables,xmltags";

#[test]
fn the_translate_toolkit_finds_nothing_wrong() {
    let Some(_) = tool("pofilter") else { return };
    let place = Place::with_starter();
    place.export("es,ru,it,en");
    let po = place.0.path().join("po");
    let out = place.0.path().join("found");
    // A translation of a list of names may have more or fewer lines.
    for language in ["es", "ru", "it", "en"] {
        let _ = fs::remove_file(po.join(language).join("themes.po"));
    }
    let tests = POFILTER.split(',').flat_map(|test| ["-t", test]);
    let output = Command::new("pofilter").arg("--progress=none").args(tests).arg(&po).arg(&out).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let found: Vec<String> =
        if out.exists() { files(&out).into_values().map(|bytes| String::from_utf8(bytes).unwrap()).collect() } else { Vec::new() };
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn habits_of_other_programs_do_no_harm() {
    let Some(_) = tool("msgcat") else { return };
    for habit in [&["--width=40"][..], &["--no-wrap"], &["--sort-output"], &["--no-location", "--width=200"], &["--add-location=file"]] {
        let place = Place::with_story();
        place.replace("content/stories/the-lamp.en.md", "Second item", "Second item\n- Third item");
        place.export("it");
        place.translate(LAMP, &[("Third item", "Terzo punto")]);
        let before = place.content();
        let expected = STORY_IT.replace("* Secondo punto", "* Secondo punto\n- Terzo punto");
        let path = place.0.path().join(LAMP);
        let output = Command::new("msgcat").args(habit).arg(&path).output().unwrap();
        assert!(output.status.success());
        let header = "\"Project-Id-Version: Another\\n\"\n\"Language: it_IT\\n\"\n\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n\"Last-Translator: Ada Rossi <ada@example.org>\\n\"\n\"X-Generator: Weblate 5.4\\n\"\n\"PO-Revision-Date: 2026-10-01 12:00+0200\\n\"\n\"MIME-Version: 1.0\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n";
        let text = String::from_utf8(output.stdout).unwrap();
        let (_, entries) = text.split_once("\n\n").unwrap();
        place.write(
            LAMP,
            &format!("# Some comment\nmsgid \"\"\nmsgstr \"\"\n{header}\n#, c-format, no-wrap\n{}", entries.trim_start())
                .replace('\n', "\r\n"),
        );
        let said = place.import().ends_with(0);
        let after = place.read(LAMP_IT);
        assert_eq!(after.replace("* Terzo", "- Terzo"), expected, "{habit:?} {}", said.out);
        let snapshot = place.read("content/.translated-from/stories/the-lamp.it.md");
        for part in ["did: imported", "on: 2026-10-01", "by: Ada Rossi\n", "tool: Weblate 5.4"] {
            assert!(snapshot.contains(part), "{part}: {snapshot}");
        }
        assert_eq!(place.content().len(), before.len() + 1);
    }
}

#[test]
fn a_unit_that_lost_something_is_refused_and_the_rest_is_taken() {
    let paragraph = "The keeper read [[the-book|a book]] with `code` in it[^1].";
    for (id, words, rule) in [
        (paragraph, "Il guardiano leggeva un libro con `code`[^1].", "links"),
        (paragraph, "Il guardiano leggeva [[the-lamp|un libro]] con `code`[^1].", "links"),
        (paragraph, "Il guardiano leggeva [[the-book|un libro]] con `codice`[^1].", "backticks"),
        (paragraph, "Il guardiano leggeva [[the-book|un libro]] con `code`.", "footnotes"),
        (paragraph, "![x](x.jpg) Il guardiano leggeva [[the-book|un libro]] con `code`[^1].", "images"),
        ("Once there was a lamp, and it had {count} wicks.", "C’era una lampada con {numero} stoppini.", "braces"),
        ("Once there was a lamp, and it had {count} wicks.", "# C’era una lampada con {count} stoppini.", "something else"),
        ("Once there was a lamp, and it had {count} wicks.", "C’era\n\nuna lampada con {count} stoppini.", "blocks"),
        ("Once there was a lamp, and it had {count} wicks.", "C’era\nuna lampada con {count} stoppini.", "line breaks"),
        ("The keeper", "Il guardiano\n---", "line breaks"),
        ("First item", "- Primo", "begins with a mark"),
        ("one | two", "uno", "columns"),
        ("How many lamps?", ":::note", "something else"),
        ("Ask for silence.", "```", "something else"),
        ("The Lamp", "La\nlampada", "line breaks"),
        ("First item", "Primo punto ^primo", "name at the end"),
        ("First item", "%% Primo punto", "comment"),
        ("First item", "Primo <!-- punto", "comment"),
        ("The keeper", "## Il guardiano", "begins with a mark"),
        ("One", "[x] Una sola", "begins with a mark"),
        ("The Lamp", "# La lampada", "begins with a mark"),
    ] {
        let place = Place::with_story();
        place.export("it");
        place.translate(LAMP, &[(id, words), ("Second item", "Un altro punto")]);
        let line = place
            .read(LAMP)
            .lines()
            .position(|line| {
                line.starts_with("msgid") && (line.contains(id) || id.starts_with("The keeper read") && line.contains("The keeper read"))
            })
            .unwrap();
        let said = place.import().ends_with(1).says(rule).says("po-refused").says("stories/the-lamp");
        assert!(said.err.contains(&format!("{LAMP}:{}", line + 2)) || id.len() > 60, "{words}: {}", said.err);
        assert_eq!(place.read(LAMP_IT), STORY_IT.replace("Secondo punto", "Un altro punto"), "{words}");
    }
}

#[test]
fn a_changed_source_is_fuzzy_with_its_old_wording_and_in_step_after_the_import() {
    let place = Place::with_story();
    place.export("it");
    place.translate(LAMP, &[("Second item", "Un secondo punto")]);
    place.import().ends_with(0);
    let translated = place.read(LAMP_IT);
    assert_eq!(translated, STORY_IT.replace("Secondo punto", "Un secondo punto"));
    // The source: one paragraph says something else, one is only wrapped anew, one is new, an item as well.
    let source = "content/stories/the-lamp.en.md";
    place.replace(source, "it had {count} wicks", "it had {count} wicks and a wish");
    place.replace(source, "> A quoted line\n> that goes on.", "> A quoted\n> line that\n> goes on.");
    place.replace(source, "- Second item\n", "- Second item\n- Third item\n");
    place.replace(source, "## The keeper\n", "## The keeper\n\n:::note\nMind *the step*.\n:::\n");
    place.write(LAMP, &place.read(LAMP).replace("#. Title\n", "# my own comment\n#. Title\n"));
    place.export("it");
    let catalog = place.catalog(LAMP);
    let fuzzy: Vec<_> = catalog.entries.iter().filter(|entry| entry.is_fuzzy()).collect();
    assert_eq!(fuzzy.len(), 1, "{}", place.read(LAMP));
    assert_eq!(fuzzy[0].previous.as_ref().unwrap().id, "Once there was a lamp, and it had {count} wicks.");
    let missing: Vec<&str> = catalog.entries.iter().filter(|entry| entry.text.is_empty()).map(|entry| entry.id.as_str()).collect();
    assert_eq!(missing, ["Mind *the step*.", "Third item"]);
    assert!(place.read(LAMP).contains("# my own comment\n"));
    // Nothing is done yet: nothing changes.
    let before = place.content();
    place.import().ends_with(0);
    assert_eq!(place.content(), before);
    place.translate(
        LAMP,
        &[
            (
                "Once there was a lamp, and it had {count} wicks and a wish.",
                "C’era una volta una lampada, con {count} stoppini e un desiderio.",
            ),
            ("Mind *the step*.", "Attenti *al gradino*."),
            ("Third item", "Terzo punto"),
        ],
    );
    place.import().ends_with(0);
    let expected = translated
        .replace("C’era una volta una lampada,\ncon {count} stoppini.", "C’era una volta una lampada, con {count} stoppini e un desiderio.")
        .replace("## Il guardiano\n", "## Il guardiano\n\n:::note\nAttenti *al gradino*.\n:::\n")
        .replace("* Un secondo punto\n", "* Un secondo punto\n- Terzo punto\n");
    assert_eq!(place.read(LAMP_IT).replace("* Terzo", "- Terzo"), expected);
    let snapshot = place.read("content/.translated-from/stories/the-lamp.it.md");
    assert!(snapshot.ends_with(&place.read(source)) && snapshot.matches("did: imported").count() == 2, "{snapshot}");
    place.run(&["check", "--fail-on", "behind", "--today", "2026-11-22"]).ends_with(0);
}

#[test]
fn an_edition_that_was_not_there_is_made_as_a_draft_and_finished() {
    let place = Place::with_story();
    place.export("pt-BR");
    let lamp = "po/pt-BR/stories/the-lamp.po";
    place.translate(lamp, &[("The Lamp", "A lâmpada"), ("First item", "Primeiro item")]);
    place.import().ends_with(0);
    let made = place.read("content/stories/the-lamp.pt-BR.md");
    assert!(made.contains("title: A lâmpada") && made.contains("draft: true") && made.contains("- Primeiro item\n- Second item"), "{made}");
    assert!(!made.contains("themes") && made.contains("translation: {from: en, method: human}"), "{made}");
    place.export("pt-BR");
    let catalog = place.catalog(lamp);
    let entry = |id: &str| catalog.entries.iter().find(|entry| entry.id == id).unwrap();
    assert_eq!((entry("First item").text.as_str(), entry("Second item").text.as_str()), ("Primeiro item", ""));
    let all: Vec<(String, String)> = catalog.entries.iter().map(|entry| (entry.id.clone(), format!("{} pt", entry.id))).collect();
    let all: Vec<(&str, &str)> = all.iter().map(|(id, text)| (id.as_str(), text.as_str())).collect();
    place.translate(lamp, &all);
    place.import().ends_with(0);
    let made = place.read("content/stories/the-lamp.pt-BR.md");
    assert!(
        !made.contains("draft") && made.contains(":::quiz{id=lamps}\nHow many lamps? pt") && made.contains("| one | two pt |"),
        "{made}"
    );
    assert!(place.read("content/.translated-from/stories/the-lamp.pt-BR.md").contains("did: imported"));
}

#[test]
fn the_thesaurus_is_edited_in_place() {
    let place = Place::with_story();
    place.export("it");
    place.translate("po/it/themes.po", &[("turst\ntruts", "fidcia\nfiduca\nfiduccia"), ("What lasts.", "Ciò che dura.")]);
    place.import().ends_with(0);
    let themes = place.read("content/themes.yaml");
    assert!(themes.starts_with("# the house's themes\ntrust:\n  label: {en: trust, it: fiducia}   # kept\n"), "{themes}");
    assert!(themes.contains("it: [fidcia, fiduca, fiduccia]") && themes.contains("it: Ciò che dura."), "{themes}");
}

#[test]
fn what_the_source_gave_up_and_what_was_not_imported_stays_in_the_file() {
    let place = Place::with_story();
    place.export("it");
    place.translate(LAMP, &[("Second item", "Un altro punto")]);
    place.replace("content/stories/the-lamp.en.md", "> A quoted line\n> that goes on.\n\n", "");
    let said = place.run(&["export", "po", "--to", "it"]).ends_with(0);
    assert!(said.err.contains("1 translation"), "{}", said.err);
    let text = place.read(LAMP);
    assert!(text.contains("#~ msgid \"A quoted line that goes on.\"\n#~ msgstr \"Una riga citata che continua.\"\n"), "{text}");
    assert!(text.contains("#. The site says: Secondo punto\n") && text.contains("msgstr \"Un altro punto\""), "{text}");
    let again = text.clone();
    place.export("it");
    assert_eq!(place.read(LAMP), again);
}

#[test]
fn entries_of_another_text_or_another_time_are_named_where_they_stand() {
    let place = Place::with_story();
    place.export("it");
    place.replace("content/stories/the-lamp.en.md", "- Second item", "- Second item, and more");
    place.write(LAMP, &format!("{}\nmsgctxt \"stories/elsewhere title\"\nmsgid \"Elsewhere\"\nmsgstr \"Altrove\"\n\nmsgctxt \"stories/the-lamp paragraph\"\nmsgid \"Zzz\"\nmsgstr \"Zzz\"\n", place.read(LAMP)));
    let before = place.content();
    let said = place.import().ends_with(1).says("po-unknown-work").says("po-unknown-text").says("po-outdated");
    assert!(said.err.contains("stories/elsewhere"), "{}", said.err);
    assert_eq!(place.content(), before);
}

#[test]
fn a_bad_file_changes_nothing_even_beside_a_good_one() {
    let good = Place::with_story();
    good.export("it");
    good.translate(LAMP, &[("Second item", "Un altro punto")]);
    let text = good.read(LAMP);
    let cases: [(&str, Vec<u8>); 7] = [
        ("po-truncated", text.as_bytes()[..text.len() - 4].to_vec()),
        ("po-charset", text.replace("charset=UTF-8", "charset=ISO-8859-1").into_bytes()),
        ("not-utf8", [text.as_bytes(), b"\n# \xe9\n"].concat()),
        ("po-duplicate", format!("{text}\n{}", text.split_once("\n\n").unwrap().1).into_bytes()),
        ("po-plural", format!("{text}\nmsgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\n").into_bytes()),
        ("po-syntax", b"PK\x03\x04 not a catalog".to_vec()),
        ("po-language", text.replace("Language: it", "Language: de").into_bytes()),
    ];
    let before = good.content();
    for (code, bytes) in cases {
        fs::write(good.0.path().join("po/it/bad.po"), bytes).unwrap();
        let said = good.import().ends_with(1).says(code);
        assert!(said.err.contains("po/it/bad.po"), "{code}: {}", said.err);
        assert_eq!(good.content(), before, "{code}");
    }
}

#[test]
fn a_dry_run_says_what_would_be_done() {
    let place = Place::with_story();
    place.export("it");
    place.translate(LAMP, &[("Second item", "Un altro punto")]);
    let before = place.content();
    let said = place.run(&["import", "po", "--dry-run"]).ends_with(0);
    assert!(said.out.contains(LAMP_IT), "{}", said.out);
    assert_eq!(place.content(), before);
}

#[test]
fn what_nobody_asks_for_is_not_offered() {
    let place = Place::with_story();
    place.replace("content/stories/the-book.en.md", "---\n\n", "translate: none\n---\n\n");
    place.export(LANGUAGES[1]);
    assert!(!place.0.path().join("po/it/stories/the-book.po").exists());
}

#[test]
fn a_source_that_changed_between_two_exports_is_noticed_even_without_a_snapshot() {
    let place = Place::with_story();
    place.export("it");
    place.replace("content/stories/the-lamp.en.md", "A quoted line", "A quoted sentence");
    place.export("it");
    let catalog = place.catalog(LAMP);
    let entry = catalog.entries.iter().find(|entry| entry.id.starts_with("A quoted")).unwrap();
    assert!(entry.is_fuzzy() && entry.text == "Una riga citata che continua.");
    assert_eq!(entry.previous.as_ref().unwrap().id, "A quoted line that goes on.");
}

#[test]
fn what_a_text_was_called_before_still_finds_it() {
    let place = Place::with_story();
    place.run(&["export", "po", "--to", "it", "-o", "all.po"]).ends_with(0);
    place.translate("all.po", &[("Second item", "Un altro punto"), ("What lasts.", "Ciò che dura.")]);
    place.run(&["move", "stories/the-lamp", "stories/lamp"]).ends_with(0);
    place.replace("content/themes.yaml", "trust:\n", "faith:\n  former_ids: [trust]\n");
    place.replace("content/stories/lamp.en.md", "themes: [trust]", "themes: [faith]");
    let file = place.read("all.po");
    place.run(&["import", "all.po"]).ends_with(0);
    assert!(place.read("content/stories/lamp.it.md").contains("* Un altro punto"));
    assert!(place.read("content/themes.yaml").contains("it: Ciò che dura."));
    place.write("all.po", &file.replace("#. Title\n", "# my own comment\n#. Title\n"));
    place.run(&["export", "po", "--to", "it", "-o", "all.po"]).ends_with(0);
    let merged = place.read("all.po");
    assert!(merged.contains("msgctxt \"stories/lamp title\"") && merged.contains("# my own comment"), "{merged}");
    assert!(!merged.contains("the-lamp title") && !merged.contains("#~"), "{merged}");
}

#[test]
fn the_entries_that_needed_work_are_enough_to_bring_a_text_into_step() {
    let place = Place::with_story();
    place.export("it");
    place.translate(LAMP, &[("Second item", "Un secondo punto")]);
    place.import().ends_with(0);
    let source = "content/stories/the-lamp.en.md";
    place.replace(source, "First item", "First item, and more");
    place.replace(source, "- Second item\n", "- Second item\n- Third item\n");
    place.export("it");
    place.translate(LAMP, &[("First item, and more", "Primo punto, e altro"), ("Third item", "Terzo punto")]);
    let mut catalog = place.catalog(LAMP);
    catalog.entries.retain(|entry| ["First item, and more", "Third item"].contains(&entry.id.as_str()));
    assert_eq!(catalog.entries.len(), 2);
    fs::remove_dir_all(place.0.path().join("po")).unwrap();
    place.write(LAMP, &write::write(&catalog));
    place.import().ends_with(0);
    assert!(place.read("content/.translated-from/stories/the-lamp.it.md").ends_with(&place.read(source)));
    place.run(&["check", "--fail-on", "behind", "--today", "2026-11-22"]).ends_with(0);
    fs::remove_dir_all(place.0.path().join("po")).unwrap();
    place.export("it");
    assert!(place.catalog(LAMP).entries.iter().all(|entry| !entry.is_fuzzy() && !entry.text.is_empty()), "{}", place.read(LAMP));
}

#[test]
fn an_import_says_what_it_did_not_take() {
    let place = Place::with_story();
    fs::create_dir(place.0.path().join("po")).unwrap();
    place.import().ends_with(2).says("“po”");
    place.export("it");
    place.translate(LAMP, &[("First item", "# Primo"), ("Second item", "")]);
    let said = place.run(&["import", LAMP]).ends_with(1);
    assert!(said.out.contains("Nothing was changed.\n") && said.out.contains("fuzzy or empty: 1; refused: 1."), "{}", said.out);
}

#[test]
fn what_was_retold_is_not_exchanged() {
    let place = Place::with_story();
    place.export("it");
    place.replace(LAMP_IT, "{from: en}", "{from: en, method: adaptation}");
    place.translate(LAMP, &[("Second item", "Un altro punto")]);
    place.import().ends_with(1).says("po-unknown-text");
    assert!(place.read(LAMP_IT).contains("* Secondo punto"));
    fs::remove_dir_all(place.0.path().join("po")).unwrap();
    place.export("it");
    assert!(!place.0.path().join(LAMP).exists());
}

#[test]
fn nothing_is_exported_among_the_sources() {
    let place = Place::with_story();
    let before = place.content();
    for output in ["content", "content/new/po", "i18n/x.po", "site.yaml", "content/stories/the-lamp.it.md"] {
        place.run(&["export", "po", "--to", "it", "-o", output]).ends_with(2);
    }
    place.write("notes.txt", "mine");
    place.run(&["export", "po", "--to", "it", "-o", "notes.txt"]).ends_with(2).says("not a folder");
    assert_eq!(place.content(), before);
    assert_eq!(place.read("site.yaml"), SITE);
}

const SOURCE: &str = "content/stories/the-lamp.en.md";
const SNAPSHOT: &str = "content/.translated-from/stories/the-lamp.it.md";

impl Place {
    /// A story whose translation is known to be in step.
    fn in_step() -> Place {
        let place = Place::with_story();
        place.run(&["accept", "the-lamp", "--lang", "it", "--today", "2026-11-01"]).ends_with(0);
        place
    }

    /// Imports twice: the second time must change nothing.
    #[track_caller]
    fn import_twice(&self) {
        self.import().ends_with(0);
        let once = self.content();
        let said = self.import().ends_with(0);
        assert!(self.content() == once, "{}{}\n{}\n{}", said.out, said.err, self.read(LAMP_IT), self.read(SNAPSHOT));
    }

    /// What `status` says of the Italian story: its standing, and how many changes.
    fn standing(&self) -> (String, usize) {
        let status = self.run(&["status", "--format", "json", "--today", "2026-11-22"]).ends_with(0);
        let status: serde_json::Value = serde_json::from_str(&status.out).unwrap();
        let work = status["works"].as_array().unwrap().iter().find(|work| work["id"] == "stories/the-lamp").unwrap();
        let edition = &work["editions"]["it"];
        (edition["standing"].as_str().unwrap().to_owned(), edition["changes"].as_array().map_or(0, Vec::len))
    }

    /// Exports over the file that is there: no translation in it may be unknown to the site.
    #[track_caller]
    fn export_again(&self) -> Catalog {
        let said = self.run(&["export", "po", "--to", "it"]).ends_with(0);
        assert!(!said.err.contains("not in the site"), "{}\n{}", said.err, self.read(LAMP));
        self.catalog(LAMP)
    }
}

fn entry<'a>(catalog: &'a Catalog, id: &str) -> &'a apologue::exchange::po::Entry {
    catalog.entries.iter().find(|entry| entry.id == id).unwrap_or_else(|| panic!("no {id}"))
}

const CHANGED: &str = "Once there was a lamp, and it had {count} wicks and a wish.";
const CHANGED_IT: &str = "C’era una volta una lampada, con {count} stoppini e un desiderio.";

#[test]
fn an_import_in_two_sittings_is_as_good_as_one() {
    for (old, new, words) in [
        ("- Second item\n", "- Middle item\n- Second item\n", &[("Middle item", "Punto di mezzo")][..]),
        ("- First item\n", "- Zeroth item\n- First item\n", &[("Zeroth item", "Punto zero")]),
        ("> A quoted line", "A new paragraph.\n\n> A quoted line", &[("A new paragraph.", "Un capoverso nuovo.")]),
        ("## The keeper", "Before the keeper.\n\n## The keeper", &[("Before the keeper.", "Prima del guardiano.")]),
        (
            "| one | two |\n",
            "| zero | naught |\n| one | two |\n",
            &[("zero \\| naught", "zero \\| nulla"), ("zero | naught", "zero | nulla")],
        ),
        ("- [ ] Two\n", "- [ ] None\n- [ ] Two\n", &[("None", "Nessuna")]),
        (
            "> A quoted line",
            "A new paragraph.\n\nAnother one.\n\n> A quoted line",
            &[("A new paragraph.", "Un capoverso nuovo."), ("Another one.", "E un altro.")],
        ),
    ] {
        let place = Place::in_step();
        place.replace(SOURCE, "{count} wicks.", "{count} wicks and a wish.");
        place.replace(SOURCE, old, new);
        place.export("it");
        let there: Vec<(&str, &str)> =
            words.iter().copied().filter(|(id, _)| place.catalog(LAMP).entries.iter().any(|entry| entry.id == *id)).collect();
        assert!(!there.is_empty(), "{}", place.read(LAMP));
        for (number, one) in there.iter().enumerate() {
            place.translate(LAMP, &[*one]);
            place.import_twice();
            assert_eq!(place.standing(), ("behind".to_owned(), there.len() - number), "{new}");
        }
        let catalog = place.export_again();
        let fuzzy: Vec<&str> = catalog.entries.iter().filter(|entry| entry.is_fuzzy()).map(|entry| entry.id.as_str()).collect();
        assert_eq!(fuzzy, [CHANGED], "{new}");
        for (id, text) in &there {
            assert_eq!(entry(&catalog, id).text, *text);
        }
        assert_eq!(entry(&catalog, "Second item").text, "Secondo punto");
        place.translate(LAMP, &[(CHANGED, CHANGED_IT)]);
        place.import_twice();
        assert_eq!(place.standing(), ("in-step".to_owned(), 0), "{new}");
        assert!(place.read(SNAPSHOT).ends_with(&place.read(SOURCE)));
        let said = place.read(LAMP_IT);
        let last = there[0].1.rsplit('|').next().unwrap().trim();
        assert_eq!(said.matches(last).count(), 1, "{said}");
        assert_eq!(said.matches("* Secondo punto").count(), 1, "{said}");
        let catalog = place.export_again();
        assert!(catalog.entries.iter().all(|entry| entry.obsolete || entry.is_translated()), "{}", place.read(LAMP));
    }
}

#[test]
fn the_changed_entry_may_be_done_before_the_new_one() {
    let place = Place::in_step();
    place.replace(SOURCE, "{count} wicks.", "{count} wicks and a wish.");
    place.replace(SOURCE, "- Second item\n", "- Middle item\n- Second item\n");
    place.export("it");
    place.translate(LAMP, &[(CHANGED, CHANGED_IT)]);
    place.import_twice();
    assert_eq!(place.standing(), ("behind".to_owned(), 1));
    place.translate(LAMP, &[("Middle item", "Punto di mezzo")]);
    place.import_twice();
    assert_eq!(place.standing(), ("in-step".to_owned(), 0));
    assert!(place.read(LAMP_IT).contains("* Primo punto\n- Punto di mezzo\n* Secondo punto\n"), "{}", place.read(LAMP_IT));
}

#[test]
fn what_the_source_gave_up_stays_to_be_done_and_harms_nothing_else() {
    let place = Place::in_step();
    place.replace(SOURCE, "{count} wicks.", "{count} wicks and a wish.");
    place.replace(SOURCE, "> A quoted line\n> that goes on.\n\n", "");
    place.replace(SOURCE, "- Second item\n", "- Second item\n- Third item\n");
    place.export("it");
    place.translate(LAMP, &[("Third item", "Terzo punto"), (CHANGED, CHANGED_IT)]);
    place.import_twice();
    assert_eq!(place.standing(), ("behind".to_owned(), 1), "the quotation is gone");
    let catalog = place.export_again();
    assert!(catalog.entries.iter().all(|entry| entry.obsolete || entry.is_translated()), "{}", place.read(LAMP));
    place.import_twice();
    assert_eq!(place.read(LAMP_IT).matches("Terzo punto").count(), 1);
}

#[test]
fn an_edition_that_was_begun_by_an_import_notices_what_its_source_says_since() {
    let place = Place::with_story();
    fs::remove_file(place.0.path().join(LAMP_IT)).unwrap();
    place.export("it");
    let first = "Once there was a lamp, and it had {count} wicks.";
    place.translate(LAMP, &[("The Lamp", "La lampada"), (first, "C’era una lampada con {count} stoppini.")]);
    place.import_twice();
    assert!(place.read(SNAPSHOT).ends_with(&place.read(SOURCE)));
    place.replace(SOURCE, "{count} wicks.", "{count} wicks and a wish.");
    place.replace(SOURCE, "Ask for silence.", "Ask for a song.");
    let catalog = place.export_again();
    assert!(entry(&catalog, CHANGED).is_fuzzy());
    assert_eq!(entry(&catalog, "Ask for a song.").text, "");
    let all: Vec<(String, String)> =
        catalog.entries.iter().filter(|entry| entry.text.is_empty()).map(|entry| (entry.id.clone(), format!("{} it", entry.id))).collect();
    let all: Vec<(&str, &str)> = all.iter().map(|(id, text)| (id.as_str(), text.as_str())).collect();
    place.translate(LAMP, &all);
    place.import_twice();
    assert!(place.read(LAMP_IT).contains("draft: true"), "one entry is still fuzzy");
    assert_eq!(place.standing(), ("behind".to_owned(), 1));
    place.translate(LAMP, &[(CHANGED, CHANGED_IT)]);
    place.import_twice();
    let made = place.read(LAMP_IT);
    assert!(!made.contains("draft") && made.contains("Ask for a song. it") && !made.contains("silence"), "{made}");
    assert_eq!(place.standing(), ("in-step".to_owned(), 0));
}

#[test]
fn what_became_something_else_keeps_a_translation_behind_until_it_follows() {
    for (old, new, ours, followed) in [
        ("- [x] One\n- [ ] Two", "- [ ] One\n- [x] Two", "- [x] Una\n- [ ] Due", "- [ ] Una\n- [x] Due"),
        ("## The keeper", "### The keeper", "## Il guardiano", "### Il guardiano"),
        ("> A quoted line\n> that", "A quoted line\nthat", "> Una riga citata\n> che", "Una riga citata\nche"),
    ] {
        let place = Place::in_step();
        place.replace(SOURCE, old, new);
        place.export("it");
        let text = place.read(LAMP);
        assert!(text.contains("#. Has changed in the source; it was: "), "{text}");
        place.import_twice();
        assert_eq!(place.standing().0, "behind", "{new}");
        place.replace(LAMP_IT, ours, followed);
        place.export("it");
        place.translate(LAMP, &[("Second item", "Un altro punto")]);
        place.import_twice();
        assert_eq!(place.standing(), ("in-step".to_owned(), 0), "{new}");
    }
}

#[test]
fn titles_on_fences_and_of_callouts_may_have_several_words() {
    let place = Place::with_story();
    place.replace(
        SOURCE,
        "> A quoted line",
        "> [!tip] Before you begin\n> Sit down.\n\n:::note{title=Mind}\nThe step.\n:::\n\n> A quoted line",
    );
    place.replace(LAMP_IT, "> Una riga", "> [!tip] Prima\n> Sedetevi.\n\n:::note{title=Attenti}\nAl gradino.\n:::\n\n> Una riga");
    place.export("it");
    place.translate(LAMP, &[("Before you begin", "Prima di «cominciare»"), ("Mind", "State attenti")]);
    place.import_twice();
    let said = place.read(LAMP_IT);
    assert!(said.contains("> [!tip] Prima di «cominciare»\n> Sedetevi.") && said.contains(":::note{title=\"State attenti\"}"), "{said}");
    place.translate(LAMP, &[("Mind", "State \"molto\" attenti")]);
    place.import().ends_with(1).says("straight quotation mark").says("typographic");
}

#[test]
fn a_link_leads_to_a_heading_that_there_is() {
    let place = Place::with_story();
    place.replace(SOURCE, "Ask for silence.", "Ask [him](#the-keeper).");
    place.replace(LAMP_IT, "Chiedete silenzio.", "Chiedete a [lui](#the-keeper).");
    place.export("it");
    place.translate(LAMP, &[("Ask [him](#the-keeper).", "Chiedete [a lui](#scatola).")]);
    place.import().ends_with(1).says("heading that there is not");
    for anchor in ["the-keeper", "il-guardiano"] {
        place.translate(LAMP, &[("Ask [him](#the-keeper).", &format!("Chiedete [a lui](#{anchor})."))]);
        place.import_twice();
        assert!(place.read(LAMP_IT).contains(&format!("[a lui](#{anchor})")));
    }
}

#[test]
fn front_matter_gets_no_keys_that_nobody_asked_for() {
    let place = Place::with_story();
    place.replace(LAMP_IT, "translation: {from: en}\n", "");
    let before = place.read(LAMP_IT);
    place.export("it");
    place.translate(LAMP, &[("Second item", "Un altro punto")]);
    place.import_twice();
    assert_eq!(place.read(LAMP_IT), before.replace("Secondo punto", "Un altro punto"));
}

#[test]
fn a_paragraph_after_the_last_fence_finds_its_place() {
    let place = Place::in_step();
    for path in [SOURCE, LAMP_IT] {
        let text = place.read(path);
        place.write(path, text.split("\n:::facilitator").next().unwrap());
    }
    place.replace(SOURCE, "in it[^1]", "in it");
    place.replace(LAMP_IT, "`code`[^1]", "`code`");
    place.run(&["accept", "the-lamp", "--lang", "it", "--today", "2026-11-01"]).ends_with(0);
    let source = place.read(SOURCE);
    place.write(SOURCE, &format!("{source}\nGood night.\n"));
    place.export("it");
    place.translate(LAMP, &[("Good night.", "Buona notte.")]);
    place.import_twice();
    assert!(place.read(LAMP_IT).ends_with("- [ ] Due\n:::\n\nBuona notte.\n"), "{}", place.read(LAMP_IT));
}
