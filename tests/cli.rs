//! The program as its users meet it: what it prints, what it leaves on the disk, and how it ends.
#![allow(clippy::disallowed_methods, reason = "tests look at what the program did")]

#[path = "support/program.rs"]
mod program;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use program::Ran;
use tempfile::TempDir;

/// A folder of its own, in which the program is run.
struct Place(TempDir);

impl Place {
    fn new() -> Place {
        Place(tempfile::tempdir().unwrap())
    }

    /// A folder with the sample site in `wiki`.
    fn with_sample() -> Place {
        let place = Place::new();
        place.run("init wiki").ends_with(0);
        place
    }

    fn command(&self, arguments: &str) -> Command {
        let mut command = program::command(self.0.path());
        command.args(arguments.split_whitespace());
        command
    }

    fn run(&self, arguments: &str) -> Ran {
        Ran::of(self.command(arguments).output().unwrap())
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.path().join(path)).unwrap()
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn has(&self, path: &str) -> bool {
        self.0.path().join(path).exists()
    }
}

#[test]
fn a_new_site_builds_without_a_warning() {
    let place = Place::with_sample();
    let built = place.run("build -s wiki").ends_with(0);
    assert!(built.err.starts_with("Built wiki/public in ") && !built.err.contains("warning"), "{}", built.err);
    assert!(place.has("wiki/public/ru/index.html"));
    let again = place.run("build -s wiki").ends_with(0);
    assert!(again.err.contains("Files: 0 written, "), "{}", again.err);
}

#[test]
fn a_new_site_is_sound_in_any_choice_of_languages() {
    for languages in ["es", "ru,en", "en,it,es"] {
        let place = Place::new();
        place.run(&format!("init wiki --languages {languages}")).ends_with(0);
        place.run("check -s wiki --strict").ends_with(0);
    }
    let place = Place::new();
    place.run("init wiki --languages pt,he").ends_with(0);
    let checked = place.run("check -s wiki").ends_with(0);
    assert!(checked.out.contains("i18n/pt/site.ftl") && checked.err == "2 warnings.\n", "{}{}", checked.out, checked.err);
}

#[test]
fn a_new_site_takes_no_folder_that_holds_something() {
    let place = Place::with_sample();
    place.write("wiki/site.yaml", "mine");
    place.run("init wiki").ends_with(2);
    assert_eq!(place.read("wiki/site.yaml"), "mine");
    place.write("file", "mine");
    place.run("init file").ends_with(2);
    place.write("repository/.git/HEAD", "ref: refs/heads/main");
    place.run("init repository").ends_with(0);
}

#[test]
fn the_site_is_found_from_inside_it() {
    let place = Place::with_sample();
    let inside = place.0.path().join("wiki/content/stories");
    let built = Ran::of(place.command("build").current_dir(inside).output().unwrap());
    built.ends_with(0);
    assert!(place.has("wiki/public/index.html"));
    place.run("build -s wiki -o elsewhere/site").ends_with(0);
    assert!(place.has("elsewhere/site/index.html"), "a stated folder begins here, not at the site");
    place.run("build -s wiki --facilitator").ends_with(0);
    assert!(place.has("wiki/public-facilitator/index.html"));
}

#[test]
fn a_new_text_of_every_kind_is_sound() {
    let place = Place::with_sample();
    for kind in ["story", "maxim", "exercise", "path", "page"] {
        for language in ["ru", "es"] {
            place.run(&format!("new {kind} the-lamp --lang {language} -s wiki --ui {language}")).ends_with(0);
        }
    }
    place.run("check -s wiki --drafts --strict").ends_with(0);
    let before = place.read("wiki/content/stories/the-lamp.es.md");
    let refused = place.run("new story the-lamp --lang es --title Other -s wiki").ends_with(2);
    assert!(refused.err.contains("content/stories/the-lamp.es.md"), "{}", refused.err);
    assert_eq!(place.read("wiki/content/stories/the-lamp.es.md"), before);
    place.run("new story the-lamp --lang pt -s wiki").ends_with(2);
    place.run("new story ../escaped -s wiki").ends_with(2);
    assert!(!place.has("wiki/content/escaped.es.md"));
}

const BROKEN: &str = "---\ntitle: Ошибка\n---\nЗдесь [[нигде]] нет.\n";

#[test]
fn a_mistake_in_a_text_is_shown_and_leaves_what_was_published() {
    let place = Place::with_sample();
    place.run("build -s wiki").ends_with(0);
    let before = place.read("wiki/public/pages.json");
    place.write("wiki/content/stories/broken.ru.md", BROKEN);
    let failed = place.run("build -s wiki").ends_with(1);
    assert!(failed.err.contains("error[broken-link]: "), "{}", failed.err);
    assert!(failed.err.contains("--> content/stories/broken.ru.md:4:7\n"), "{}", failed.err);
    assert!(failed.err.contains("\n4 | Здесь [[нигде]] нет.\n"), "{}", failed.err);
    assert!(failed.err.contains("\n1 error.\n"), "{}", failed.err);
    assert_eq!(place.read("wiki/public/pages.json"), before);

    place.run("build -s wiki --keep-going").ends_with(1);
    assert_ne!(place.read("wiki/public/pages.json"), before);
}

#[test]
fn problems_are_reported_to_programs() {
    let place = Place::with_sample();
    place.write("wiki/content/stories/broken.ru.md", BROKEN);
    for command in ["check", "build"] {
        let ran = place.run(&format!("{command} -s wiki --format json --ui ru")).ends_with(1);
        let lines: Vec<serde_json::Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let [problem] = lines.as_slice() else { panic!("{}", ran.out) };
        let keys: Vec<&str> = problem.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(keys[..7], ["code", "severity", "path", "line", "column", "message", "help"]);
        assert_eq!((problem["line"].as_u64(), problem["column"].as_u64()), (Some(4), Some(7)));
        assert_eq!(problem["severity"], "error");
    }
    let ran = place.run("check -s wiki --format github").ends_with(1);
    assert!(ran.out.starts_with("::error file=wiki/content/stories/broken.ru.md,line=4,col=7,"), "{}", ran.out);
}

#[test]
fn wrong_usage_is_told_from_a_wrong_site() {
    let place = Place::with_sample();
    for arguments in
        ["", "biuld", "build --drafs", "build -j 0", "check --format xml", "init", "new tale a", "--ui fr build", "build --base-url x"]
    {
        place.run(arguments).ends_with(2);
    }
    for arguments in ["build", "check", "new story a", "build -s nowhere"] {
        let ran = place.run(arguments).ends_with(1);
        assert!(format!("{}{}", ran.out, ran.err).contains("error[no-site]"), "{arguments}");
    }
    place.write("mine/letter.txt", "mine");
    place.run("build -s wiki -o mine").ends_with(2);
    place.run("build -s wiki -o wiki").ends_with(2);
    assert_eq!(place.read("mine/letter.txt"), "mine");
    place.write("wiki/site.yaml", "title: T\nlanguages: [es]\naudiences: [desk, kitchen]\n");
    let ran = place.run("build -s wiki --for desks").ends_with(2);
    assert!(ran.err.contains("Did you mean “desk”?"), "{}", ran.err);
}

#[test]
fn the_program_speaks_the_language_of_its_user() {
    let place = Place::new();
    let russian = Ran::of(place.command("check").env("LC_ALL", "ru_RU.UTF-8").output().unwrap());
    assert!(russian.out.starts_with("ошибка[no-site]"), "{}", russian.out);
    let italian = Ran::of(place.command("--help --ui it").env("LC_ALL", "ru_RU.UTF-8").output().unwrap());
    assert!(italian.out.contains("Uso: apologue"), "{}", italian.out);
}

#[test]
fn a_reader_who_goes_away_is_no_mishap() {
    let place = Place::new();
    let mut child = place.command("completions bash").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    Ran::of(child.wait_with_output().unwrap()).ends_with(0);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_the_machines_fault() {
    let place = Place::new();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    Ran::of(place.command("completions bash").stdout(full).output().unwrap()).ends_with(3);
}

#[test]
fn manual_pages_are_written_where_they_are_wanted() {
    let place = Place::new();
    place.run("man pages").ends_with(0);
    assert!(place.has("pages/apologue.1") && place.has("pages/apologue-build.1"));
    assert!(Path::new(&place.0.path().join("pages/apologue-new.1")).is_file());
    place.run("man pages").ends_with(2);
}

#[test]
fn a_verifying_build_finds_what_looks_unchanged() {
    let place = Place::with_sample();
    place.run("build -s wiki").ends_with(0);
    let path = place.0.path().join("wiki/public/pages.json");
    let (text, time) = (place.read("wiki/public/pages.json"), fs::metadata(&path).unwrap().modified().unwrap());
    // Older than the manifest's last moments.
    let manifest = fs::OpenOptions::new().write(true).open(place.0.path().join("wiki/public/.apologue/manifest.json")).unwrap();
    manifest.set_modified(time + std::time::Duration::from_secs(60)).unwrap();
    fs::write(&path, text.replacen("version", "noisrev", 1)).unwrap();
    fs::OpenOptions::new().write(true).open(&path).unwrap().set_modified(time).unwrap();
    place.run("build -s wiki").ends_with(0);
    assert_ne!(place.read("wiki/public/pages.json"), text, "nothing tells that it was changed");
    let verified = place.run("build -s wiki --verify").ends_with(0);
    assert!(verified.err.contains("Files: 1 written, "), "{}", verified.err);
    assert_eq!(place.read("wiki/public/pages.json"), text);
}

/// A small site in `wiki`, and what is published of it in `live.json`.
#[test]
fn a_zip_is_the_same_on_any_number_of_threads_and_is_written_over_nothing_else() {
    let place = Place::with_sample();
    let built = place.run("build -s wiki --zip -j 1").ends_with(0);
    assert!(built.err.contains("Zip: wiki/public.zip, "), "{}", built.err);
    let bytes = || fs::read(place.0.path().join("wiki/public.zip")).unwrap();
    let first = bytes();
    place.run("build -s wiki --zip -j 4").ends_with(0);
    assert_eq!(bytes(), first);
    place.write("letter.zip", "Dear Sir,");
    let refused = place.run("build -s wiki --zip letter.zip").ends_with(2);
    assert!(refused.err.contains("zip-not-ours"), "{}", refused.err);
    assert_eq!(place.read("letter.zip"), "Dear Sir,");
    place.run("build -s wiki --zip wiki/content/a.zip").ends_with(2);
    // With an error in a text there is no new zip either.
    place.write("wiki/content/stories/bad.en.md", "[[nowhere]]");
    place.run("build -s wiki --zip").ends_with(1);
    assert_eq!(bytes(), first);
}

fn published() -> Place {
    let place = Place::new();
    for (path, text) in [
        ("site.yaml", "title: T\nlanguages: [es, ru]\ndefault_language: es\n"),
        ("content/themes.yaml", "trust: {label: Confianza}\n"),
        ("content/stories/ring.es.md", "---\ntitle: El anillo\nlead: true\nthemes: [trust]\n---\n"),
        ("content/stories/ring.ru.md", "---\ntitle: Кольцо\ntranslation: {from: es}\n---\n"),
        ("content/stories/lamp.es.md", "---\ntitle: La lámpara\n---\n"),
        ("content/maxims/wait.es.md", "---\ntitle: Espera\n---\n"),
    ] {
        place.write(&format!("wiki/{path}"), text);
    }
    place.run("build -s wiki").ends_with(0);
    place.write("live.json", &place.read("wiki/public/pages.json"));
    place
}

fn gone(place: &Place, path: &str) {
    fs::remove_file(place.0.path().join(path)).unwrap();
}

#[test]
fn what_would_vanish_from_the_published_site_is_an_error() {
    let place = published();
    place.run("check -s wiki --against live.json").ends_with(0);
    place.write("wiki/content/stories/ring.ru.md", "---\ntitle: Кольцо\nslug: кольцо\ntranslation: {from: es}\n---\n");
    gone(&place, "wiki/content/maxims/wait.es.md");
    place.write("wiki/content/maxims/hurry.es.md", "---\ntitle: Espera\n---\n");
    gone(&place, "wiki/content/stories/lamp.es.md");
    place.write("wiki/content/themes.yaml", "faith: {label: Fe}\n");
    place.write("wiki/content/stories/ring.es.md", "---\ntitle: El anillo\nlead: true\nthemes: [faith]\n---\n");
    let ran = place.run("check -s wiki --against live.json --format json").ends_with(1);
    let problems: Vec<serde_json::Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let mut found: Vec<String> = problems
        .iter()
        .map(|one| {
            assert_eq!((&one["code"], &one["severity"]), (&"vanished-address".into(), &"error".into()));
            let message = one["message"].as_str().unwrap();
            let address = message.split(['“', '”']).nth(3).unwrap();
            format!("{address} {} {}", one["path"].as_str().unwrap(), one["suggestion"].as_str().unwrap_or("-"))
        })
        .collect();
    found.sort();
    assert_eq!(
        found,
        [
            "es/historias/lamp.html live.json -",
            "es/maximas/wait.html live.json es/maximas/hurry.html",
            "es/temas/trust.html live.json -",
            "ru/истории/ring.html content/stories/ring.ru.md -",
            "ru/темы/trust.html live.json -",
        ]
    );
    let ring = problems.iter().find(|one| one["path"] == "content/stories/ring.ru.md").unwrap();
    assert!(ring["message"].as_str().unwrap().contains("ru/истории/кольцо.html"), "{ring}");
    assert!(ring["help"].as_str().unwrap().ends_with(r#"redirects: ["ru/истории/ring.html"]"#), "{ring}");
    let github = place.run("check -s wiki --against live.json --format github").ends_with(1);
    assert!(github.out.contains("::error file=wiki/content/stories/ring.ru.md,line=2,"), "{}", github.out);

    // With redirects, former ids and a notice nothing vanishes.
    let redirects = "---\ntitle: Кольцо\nslug: кольцо\nredirects: [ru/истории/ring.html]\ntranslation: {from: es}\n---\n";
    place.write("wiki/content/stories/ring.ru.md", redirects);
    place.write("wiki/content/themes.yaml", "faith: {label: Fe, former_ids: [trust]}\n");
    place.write("wiki/content/stories/lamp.es.md", "---\ntitle: La lámpara\nwithdrawn: {}\n---\n");
    place.write("wiki/content/maxims/hurry.es.md", "---\ntitle: Espera\nformer_ids: [maxims/wait]\n---\n");
    place.run("check -s wiki --against live.json").ends_with(0);
}

#[test]
fn a_text_at_fault_is_not_said_to_vanish() {
    let place = published();
    place.write("wiki/content/stories/lamp.es.md", "---\ntitle: [\n---\n");
    let ran = place.run("check -s wiki --against live.json --format json").ends_with(1);
    assert!(ran.out.contains("content/stories/lamp.es.md") && !ran.out.contains("vanished-address"), "{}", ran.out);
}

#[test]
fn the_published_pages_are_read_from_standard_input_too() {
    let place = published();
    gone(&place, "wiki/content/maxims/wait.es.md");
    let live = fs::File::open(place.0.path().join("live.json")).unwrap();
    let ran = Ran::of(place.command("check -s wiki --against -").stdin(live).output().unwrap()).ends_with(1);
    assert!(ran.out.contains("error[vanished-address]: The page “Espera” would vanish from “es/maximas/wait.html”."), "{}", ran.out);
    assert!(ran.out.contains(" --> -:"), "{}", ran.out);
}

#[test]
fn what_is_no_list_of_published_pages_is_told_apart_from_a_machine_at_fault() {
    let place = published();
    place.run("check -s wiki --against nowhere.json").ends_with(3);
    place.run("check -s wiki --against wiki").ends_with(3);
    let whole = place.read("live.json");
    for (text, said) in [
        ("", "not whole"),
        ("{}", "live.json:1:2"),
        (&whole[..whole.len() / 2], "not whole"),
        (&whole.replace("\"version\": 1", "\"version\": 7"), "version 7"),
        ("{\"version\": 1, \"pages\": [3]}", "no list of pages"),
    ] {
        place.write("live.json", text);
        let ran = place.run("check -s wiki --against live.json").ends_with(1);
        assert!(ran.out.contains("error[invalid-pages]") && ran.out.contains(said), "{}", ran.out);
    }
    fs::write(place.0.path().join("live.json"), b"{\"version\": \xff}").unwrap();
    let ran = place.run("check -s wiki --against live.json").ends_with(1);
    assert!(ran.out.contains("error[not-utf8]") && ran.out.contains("live.json:1:13"), "{}", ran.out);
    place.run("build -s wiki --against live.json").ends_with(2);
}
