//! The program as its users meet it: what it prints, what it leaves on the disk, and how it ends.
#![allow(clippy::disallowed_methods, reason = "tests look at what the program did")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A folder of its own, in which the program is run.
struct Place(TempDir);

struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Ran {
    fn of(output: Output) -> Ran {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    #[track_caller]
    fn ends_with(self, code: i32) -> Ran {
        assert_eq!(self.code, Some(code), "{}{}", self.out, self.err);
        self
    }
}

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
        let mut command = Command::new(env!("CARGO_BIN_EXE_apologue"));
        command.current_dir(self.0.path()).env_remove("LANGUAGE").env("LC_ALL", "C").args(arguments.split_whitespace());
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
