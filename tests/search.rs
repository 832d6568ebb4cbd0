//! What readers find: every question of `tests/search/queries.txt` is asked of this repository's own site, and the index keeps what it
//! promises about its files.
#![allow(clippy::disallowed_methods, reason = "a test reads the repository")]

#[path = "support/browser.rs"]
mod browser;
mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use apologue::base::language::Language;
use apologue::pipeline::{self, Settings};
use apologue::search::shards::Shard;
use apologue::search::shards::{self, Outline};
use apologue::search::{self, Hits, Index, Way};
use apologue::source::{self, Sources};
use browser::{HERE, passed_over, program, ran};
use rayon::prelude::*;
use support::{build_folder, folder};

/// So many of a hundred questions must be answered among the first three.
const WELL_ANSWERED: usize = 95;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(root: &Path) -> Sources {
    source::look(root).unwrap().read(None)
}

/// The indexes of a site, and their files but for the heads.
fn written(sources: &Sources) -> Vec<(Index, Outline, Vec<Shard>)> {
    let (understood, _) = pipeline::understand(sources, &Settings::default());
    let indexes = search::index(&understood.unwrap().site).into_par_iter().map(|index| {
        let (outline, shards) = shards::write(&index);
        (index, outline, shards)
    });
    indexes.collect()
}

/// The indexes of a site as its readers get them.
fn indexes(root: &Path) -> Vec<(Index, Outline)> {
    written(&read(root)).into_iter().map(|(index, outline, _)| (index, outline)).collect()
}

/// All files of the indexes of a site, by name.
fn files(sources: &Sources) -> BTreeMap<String, String> {
    let shards = written(sources).into_iter().flat_map(|(.., shards)| shards);
    shards.map(|shard| (shard.name, shard.payload)).collect()
}

static STARTER: LazyLock<Vec<(Index, Outline)>> = LazyLock::new(|| indexes(&root()));

/// A question, and what ought to be found.
struct Question {
    language: Language,
    words: String,
    right: Vec<String>,
    tries: String,
}

fn questions() -> Vec<Question> {
    let text = fs::read_to_string(root().join("tests/search/queries.txt")).unwrap();
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let question = |line: &str| {
        let [language, words, right, tries] = line.split(" | ").collect::<Vec<_>>()[..] else { panic!("{line}") };
        Question {
            language: language.parse().unwrap(),
            words: words.to_owned(),
            right: right.split(' ').map(str::to_owned).collect(),
            tries: tries.to_owned(),
        }
    };
    lines.map(question).collect()
}

fn ids<'h>(hits: &'h Hits) -> Vec<&'h str> {
    hits.first.iter().map(|hit| hit.document.id.as_str()).collect()
}

#[test]
fn readers_find_what_they_remember_among_the_first_three() {
    let questions = questions();
    // Made before many threads want it: what makes it works on the same threads.
    let starter: &[(Index, Outline)] = &STARTER;
    let missed = |question: &Question| {
        let answer = search::ask(starter, question.language, &question.words, 3);
        let first = [&answer.own, &answer.themes, &answer.elsewhere].map(ids);
        let is_right = first.iter().flatten().any(|id| question.right.iter().any(|right| right == id));
        let Question { language, words, right, tries } = question;
        (!is_right).then(|| {
            format!("{language} {words} ({tries}): {} wanted, {} found", right.join(" "), first.map(|ids| ids.join(" ")).join(" / "))
        })
    };
    let missed: Vec<String> = questions.par_iter().filter_map(missed).collect();
    println!("{} of {} questions are answered; not:\n{}", questions.len() - missed.len(), questions.len(), missed.join("\n"));
    assert!(
        missed.len() * 100 <= questions.len() * (100 - WELL_ANSWERED),
        "{} of {} missed:\n{}",
        missed.len(),
        questions.len(),
        missed.join("\n")
    );
}

#[test]
fn every_language_is_asked_fifty_questions_about_things_that_there_are() {
    let questions = questions();
    for (index, _) in STARTER.iter() {
        assert!(questions.iter().filter(|question| question.language == index.language).count() >= 50, "{}", index.language);
    }
    for question in &questions {
        for right in &question.right {
            let is_there = STARTER.iter().any(|(index, _)| index.documents.iter().any(|document| document.id == *right));
            assert!(is_there, "{}: {right}", question.words);
        }
    }
}

/// What a browser finds, by group: numbers and scores.
type Found = BTreeMap<String, Vec<(u32, f64)>>;

#[test]
fn a_browser_finds_the_same() {
    if program("node").is_none() {
        passed_over::<()>("node is not installed");
        return;
    }
    let site = tempfile::tempdir().unwrap();
    let is_needed = |address: &str| address.starts_with("search/") || address.starts_with("assets/stem-");
    for (address, bytes) in build_folder(&root(), &Settings::default()).files {
        if is_needed(&address) {
            let path = site.path().join(&address);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }
    let mut asked: Vec<(Language, String)> = questions().into_iter().map(|question| (question.language, question.words)).collect();
    // Each once more while it is still being typed, once as if more were to follow, and once with a stress and a soft hyphen in each word.
    let typed = |(language, words): &(Language, String)| {
        let some = words.chars().take(words.chars().count() * 2 / 3).collect();
        let marked = words.split(' ').map(|word| match word.char_indices().nth(2) {
            Some((at, _)) => format!("{}\u{301}\u{ad}{}", &word[..at], &word[at..]),
            None => word.to_owned(),
        });
        [(*language, some), (*language, format!("{words} ")), (*language, marked.collect::<Vec<_>>().join(" "))]
    };
    asked.extend(asked.iter().flat_map(typed).collect::<Vec<_>>());
    let list: Vec<[&str; 2]> = asked.iter().map(|(language, words)| [language.as_str(), words.as_str()]).collect();
    let (report, questions) = (site.path().join("report.json"), site.path().join("questions.json"));
    fs::write(&questions, serde_json::to_string(&list).unwrap()).unwrap();
    let scripts = root().join("themes/default/static");
    let mut node = Command::new("node");
    node.arg(Path::new(HERE).join("questions.mjs")).arg(&report).arg(scripts).arg(site.path()).arg(&questions);
    ran(&mut node).unwrap_or_else(|error| panic!("{error}"));
    let found: Vec<Found> = serde_json::from_slice(&fs::read(report).unwrap()).unwrap();
    assert_eq!(found.len(), asked.len());
    let starter: &[(Index, Outline)] = &STARTER;
    let difference = |((language, words), found): (&(Language, String), &Found)| {
        let answer = search::ask(starter, *language, words, 5);
        let groups = [("own", &answer.own), ("themes", &answer.themes), ("elsewhere", &answer.elsewhere)];
        let differs = |(name, hits): &(&str, &Hits)| {
            let wanted: Vec<(u32, f64)> = hits.first.iter().map(|hit| (hit.document.number, hit.score)).collect();
            let found = &found[*name];
            let is_same = wanted.len() == found.len() && wanted.iter().zip(found).all(|(a, b)| a.0 == b.0 && (a.1 - b.1).abs() < 1e-9);
            (!is_same).then(|| format!("{language} {words}: {name}: {:?}\n    {wanted:?}\n    {found:?} in the browser", ids(hits)))
        };
        groups.iter().filter_map(differs).collect::<Vec<_>>()
    };
    let differences: Vec<String> = asked.par_iter().zip(&found).flat_map(difference).collect();
    assert!(differences.is_empty(), "{} differences:\n{}", differences.len(), differences[..differences.len().min(20)].join("\n"));
}

#[test]
fn every_form_of_a_site_is_found_again_by_itself() {
    let starter: &[(Index, Outline)] = &STARTER;
    let lost = |(at, form): (usize, &search::Form)| {
        let (index, _) = &starter[at];
        let answer = search::ask(&starter[at..=at], index.language, &format!("{} ", form.form), 3);
        let hits = answer.own.first.iter().chain(&answer.elsewhere.first).chain(&answer.themes.first);
        let is_there =
            hits.into_iter().any(|hit| hit.reasons.iter().any(|reason| matches!(reason.way, Way::Same | Way::Folded | Way::Stem)));
        (!is_there).then(|| format!("{} {}", index.language, form.form))
    };
    let forms = starter.iter().enumerate().flat_map(|(at, (index, _))| index.forms.iter().step_by(37).map(move |form| (at, form)));
    let lost: Vec<String> = forms.collect::<Vec<_>>().into_par_iter().filter_map(lost).collect();
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn neither_the_order_of_files_nor_the_number_of_threads_changes_an_index() {
    let sources = read(&root());
    let on_threads = |threads: usize, sources: &Sources| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| files(sources))
    };
    let one = on_threads(1, &sources);
    assert!(one.len() > 100);
    let mut reversed = read(&root());
    reversed.texts.reverse();
    let texts = &mut reversed.texts;
    texts.rotate_left(7);
    assert!(one == on_threads(5, &reversed));
}

/// A small site in Russian and English.
fn small_site(story: &str) -> Vec<(String, String)> {
    let text = |name: &str, title: &str, text: &str| (format!("content/stories/{name}.md"), format!("---\ntitle: {title}\n---\n{text}\n"));
    vec![
        ("site.yaml".to_owned(), "title: T\nlanguages: [ru, en]\ndefault_language: ru\n".to_owned()),
        text("lamp.ru", "Лампа", story),
        text("door.ru", "Дверь", "Дверь скрипела, и никто её не смазывал."),
        text("door.en", "The Door", "The door creaked."),
    ]
}

fn sources_of(files: &[(String, String)]) -> (tempfile::TempDir, Sources) {
    let folder = folder(files.iter().map(|(path, text)| (path.as_str(), text.as_bytes())));
    let sources = read(folder.path());
    (folder, sources)
}

#[test]
fn an_edited_text_changes_the_shards_of_its_words_and_its_own_and_no_others() {
    let words = "горела ночью долго тихо ярко";
    let (_before, before) = sources_of(&small_site("Лампа горела долго и тихо."));
    let (_after, after) = sources_of(&small_site("Лампа горела ночью ярко."));
    let (before, after) = (files(&before), files(&after));
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let changed: Vec<&str> = names.into_iter().filter(|name| before.get(*name) != after.get(*name)).map(String::as_str).collect();
    // All words of the text: how long it is says how much each of them does.
    let of_words: BTreeSet<char> = words.chars().chain("лампа и".chars()).filter(|c| *c != ' ').collect();
    for name in &changed {
        let is_of_words = ["ru/w-_", "ru/r-_"].iter().any(|kind| {
            let code = name.strip_prefix(kind).and_then(|rest| rest.split('_').next());
            let letter = code.and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
            letter.is_some_and(|letter| of_words.contains(&letter))
        });
        assert!(is_of_words || name.starts_with("ru/d-") || name.starts_with("en/d-"), "{name} of {changed:?}");
    }
    assert!(changed.iter().any(|name| name.starts_with("ru/d-")) && changed.iter().any(|name| name.starts_with("ru/w-_")), "{changed:?}");
    assert!(!changed.contains(&"ru/w-_441"), "the words of another text");
}

#[test]
fn titles_and_texts_full_of_malice_become_scripts_that_say_one_thing() {
    if program("node").is_none() {
        passed_over::<()>("node is not installed");
        return;
    }
    let malice = "`${alert(1)}` </script><script>alert(1)</script> <!-- ]]> \\u0060 \\ ' \u{2028} \u{2029} 🎁 \u{301}\u{301} \u{202e}abc שלום __proto__ constructor";
    let mut site = small_site(&format!("{malice}\n\n## {malice}\n\n{} `{}`", "я".repeat(1_000_000), "x".repeat(5000)));
    let title = serde_json::to_string(malice).unwrap();
    site.push((
        "content/maxims/bad.en.md".to_owned(),
        format!("---\ntitle: {title}\nkeywords: [{title}]\nsummary: {title}\n---\n> {malice}\n"),
    ));
    site.push(("content/themes.yaml".to_owned(), format!("bad:\n  label: {{ru: {title}, en: {title}}}\n  hidden: {{ru: [{title}]}}\n")));
    let folder = folder(site.iter().map(|(path, text)| (path.as_str(), text.as_bytes())));
    let built = build_folder(folder.path(), &Settings { keep_going: true, ..Settings::default() });
    let out = tempfile::tempdir().unwrap();
    let scripts: Vec<_> = built.files.iter().filter(|(address, _)| address.starts_with("search/")).collect();
    assert!(scripts.len() > 20, "{}\n{:?}", built.problems(), built.files.keys());
    for (address, bytes) in &scripts {
        let text = std::str::from_utf8(bytes).unwrap();
        assert!(!text.contains("</script") && !text.contains("<!--"), "{address}");
        let path = out.path().join(address);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let mut node = Command::new("node");
    node.arg(Path::new(HERE).join("shards.mjs")).arg(out.path());
    let output = ran(&mut node).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), format!("{} scripts", scripts.len()));
    // They are found all the same.
    for (words, id) in
        [("alert", "maxims/bad"), ("constructor __proto__", "maxims/bad"), ("`${alert(1)}`", "maxims/bad"), ("שלום", "maxims/bad")]
    {
        let indexes = indexes(folder.path());
        let answer = search::ask(&indexes, "en".parse().unwrap(), words, 3);
        assert_eq!(ids(&answer.own).first(), Some(&id), "{words}");
    }
}

#[test]
fn scripts_of_other_alphabets_find_their_words() {
    let hebrew = indexes(&root().join("tests/web/site-hebrew"));
    let (index, _) = hebrew.iter().find(|(index, _)| index.language.as_str() == "he").unwrap();
    let work = index.documents.iter().find(|document| !document.is_stub() && document.id.starts_with("stories/")).unwrap();
    let answer = search::ask(&hebrew, index.language, &work.title, 3);
    assert!(ids(&answer.own).contains(&work.id.as_str()), "{}: {:?}", work.title, ids(&answer.own));
    let japanese = [
        ("site.yaml", "title: T\nlanguages: [ja, en]\ndefault_language: ja\n"),
        (
            "content/stories/earrings.ja.md",
            "---\ntitle: イヤリング\n---\n店員は隣の店までイヤリングを買いに行った。客は苦情を言わなかった。\n",
        ),
        ("content/stories/smoke.ja.md", "---\ntitle: 部屋の煙\n---\n禁煙の部屋で煙草を吸った客が、匂いに苦情を言った。\n"),
    ];
    let site = folder(japanese.iter().map(|(path, text)| (*path, text.as_bytes())));
    let japanese = indexes(site.path());
    for (words, expected) in [
        ("イヤリング", "stories/earrings"),
        ("禁煙", "stories/smoke"),
        ("苦情を言った", "stories/smoke"),
        ("\"買いに行った\"", "stories/earrings"),
        ("煙", "stories/smoke"),
    ] {
        let answer = search::ask(&japanese, "ja".parse().unwrap(), words, 3);
        assert_eq!(ids(&answer.own).first(), Some(&expected), "{words}");
    }
}
