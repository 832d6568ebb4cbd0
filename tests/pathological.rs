//! Input made to be slow. No limit here is a time: each input is read in two sizes, and the larger one may cost what its size says, with room
//! to spare. What grows with the square of its length costs four times as much as is allowed.
#![allow(clippy::disallowed_methods, reason = "a test measures and writes the site that it builds")]

mod support;

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use apologue::base::diagnostic::Diagnostic;
use apologue::base::hash::Hash;
use apologue::base::path::SitePath;
use apologue::base::text::Text;
use apologue::config::{self, Config};
use apologue::document::{self, Document};
use apologue::graph::{self, Data, Graph, Selection};
use apologue::pipeline::{self, Nowhere, Settings};
use apologue::source::Binary;

const SITE: &str = "title: T\nlanguages: [es, ru]\ndefault_language: es\n";
/// How much larger the larger input is.
const TIMES: usize = 16;
/// How much more than its size says it may cost.
const ROOM: u32 = 4;
/// What is below this says nothing.
const NOISE: Duration = Duration::from_millis(120);

/// A name, a small size, and the input of a size.
type Growing = (&'static str, usize, fn(usize) -> String);

#[track_caller]
fn assert_linear(name: &str, small: usize, run: impl Fn(usize) + Sync) {
    // On one thread, so that its time on the processor is all there is to measure.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let once = |size: usize| {
        pool.install(|| {
            let started = (processor_time(), Instant::now());
            run(size);
            match (started.0, processor_time()) {
                (Some(from), Some(to)) => to - from,
                _ => started.1.elapsed(),
            }
        })
    };
    let short = (0..3).map(|_| once(small)).min().unwrap();
    let limit = short * TIMES as u32 * ROOM + NOISE;
    let mut long = once(small * TIMES);
    if long > limit {
        long = long.min(once(small * TIMES));
    }
    assert!(long <= limit, "{name}: {small} took {short:?}, {TIMES} times as much took {long:?}");
}

/// How long this thread has run, whatever else the machine does. Known on Linux only; elsewhere the clock on the wall must do.
fn processor_time() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

fn config() -> Config {
    config::read(Text::new(SitePath::new("site.yaml"), SITE)).0.unwrap()
}

fn document(name: &str, body: &str, config: &Config) -> Arc<Document> {
    let text = format!("---\ntitle: T\n---\n{body}");
    Arc::new(document::parse(&Text::new(SitePath::new(format!("content/stories/{name}.es.md")), text), config).unwrap())
}

fn link(documents: &[Arc<Document>], themes: &str, config: &Config) -> (Graph, usize) {
    let (graph, problems) = problems_of(documents, themes, "", &[], config);
    (graph, problems.len())
}

fn problems_of(documents: &[Arc<Document>], themes: &str, people: &str, files: &[Binary], config: &Config) -> (Graph, Vec<Diagnostic>) {
    let data = [("content/themes.yaml", themes), ("content/people.yaml", people)];
    let (data, mut found) = Data::read(&data.map(|(path, text)| Text::new(SitePath::new(path), text)), config);
    let selection = Selection { drafts: true, languages: config.languages.clone(), audiences: Vec::new() };
    let (graph, problems) = graph::link(documents, &data, files, config, &selection);
    found.extend(problems);
    (graph, found)
}

/// Runs over a site whose one odd file grows.
fn site(path: &str, content: &str) {
    let files = [("site.yaml", SITE), (path, content)];
    let folder = support::folder(files.iter().map(|(path, text)| (*path, text.as_bytes())));
    black_box(pipeline::run(folder.path(), &Settings::default(), &Nowhere).unwrap());
}

#[test]
fn a_text_costs_what_its_length_says() {
    let config = config();
    let repeated: &[(&str, &str, usize)] = &[
        ("brackets", "[", 400),
        ("closed brackets", "[]", 400),
        ("images", "![", 400),
        ("wiki links that never close", "[[", 400),
        ("links that never close", "[a](", 400),
        ("angles", "<", 400),
        ("tags", "<b>", 300),
        ("tags that never close", "<b ", 300),
        ("comments that never close", "<!-- ", 300),
        ("emphasis", "*a ", 400),
        ("emphasis both ways", "*a_ ", 400),
        ("strong emphasis", "**a *b ", 300),
        ("struck out", "~~a ", 300),
        ("marked", "==a ", 300),
        ("backticks", "`a ``b ", 300),
        ("double quotes", "\"а ", 400),
        ("closing quotes", "а\" ", 400),
        ("apostrophes", "l'", 500),
        ("dashes", "-- ", 500),
        ("entities", "&amp;", 400),
        ("escapes", "\\[", 400),
        ("braces", "{#a ", 400),
        ("attributes", "[a]{lang=ru ", 300),
        ("fences", ":::note\n", 300),
        ("stray fences", ":::\n", 300),
        ("growing lists", "- a\n", 400),
        ("quotations", "> a\n\n", 300),
        ("rules", "---\n\n", 300),
        ("headings", "# Шаг\n", 300),
        ("paragraphs", "слово\n\n", 400),
        ("tables", "| a | b |\n|---|---|\n", 200),
        ("definitions", "a\n: b\n\n", 200),
        ("footnotes", "a[^1]\n\n", 300),
        ("undefined notes", "a[^b]\n\n", 300),
        ("reference definitions", "[a]: b.es.md\n", 300),
        ("conflict marks", "<<<<<<< a\n", 300),
        ("math", "$a$ ", 300),
        ("spaces", " ", 3000),
        ("one line of Cyrillic", "слово ", 2000),
        ("combining marks", "e\u{301}\u{302}", 1000),
    ];
    for (name, piece, small) in repeated {
        assert_linear(name, *small, |size| drop(black_box(document("a", &piece.repeat(size), &config))));
    }
}

#[test]
fn a_hundred_thousand_brackets_are_read() {
    let config = config();
    for piece in ["[", "![", "[[", "(", "{", "\"", "'", "«", "*", "_", "`", "<", ">", "#", ":"] {
        black_box(document("a", &piece.repeat(100_000), &config));
        black_box(document("a", &format!("a {piece}").repeat(50_000), &config));
    }
}

#[test]
fn what_is_nested_costs_what_its_length_says() {
    let config = config();
    let nested: &[Growing] = &[
        ("nested lists", 60, |n| (0..n).map(|depth| format!("{}- a\n", " ".repeat(depth.min(40) * 2))).collect()),
        ("nested fences", 100, |n| (0..n).rev().map(|depth| format!("{}note\n", ":".repeat(3 + depth % 50))).collect()),
        ("footnotes within footnotes", 100, |n| (0..n).map(|note| format!("[^{note}]: a[^{}]\n\n", note + 1)).collect()),
        ("thousands of footnotes", 100, |n| (0..n).map(|note| format!("a[^{note}]\n\n[^{note}]: b\n\n")).collect()),
        ("one footnote, many times", 200, |n| format!("{}\n\n[^1]: b\n", "a[^1] ".repeat(n))),
        ("equal headings", 100, |n| "## Шаг\n\n## Шаг 1\n\n".repeat(n)),
        ("the same paragraph", 100, |n| format!("{}\n\n", "длинный абзац ".repeat(8)).repeat(n)),
        ("quizzes", 40, |n| (0..n).map(|quiz| format!(":::quiz{{id=q{quiz}}}\nКто?\n\n- [x] Я\n- [ ] Ты\n:::\n\n")).collect()),
        ("quoted words in quotations", 200, |n| "\"а 'б' \"в\" ".repeat(n)),
    ];
    for (name, small, make) in nested {
        assert_linear(name, *small, |size| drop(black_box(document("a", &make(size), &config))));
    }
}

#[test]
fn links_cost_what_their_number_says() {
    let config = config();
    let texts: &[Growing] = &[
        ("links to nothing", 200, |n| (0..n).map(|link| format!("[[нет-{link}]] ")).collect()),
        ("files that are not there", 200, |n| (0..n).map(|file| format!("![а](нет-{file}.png)\n\n")).collect()),
        ("links to headings", 100, |n| (0..n).map(|one| format!("## Шаг {one}\n\n[[#Шаг {one}]] [[#нет {one}]]\n\n")).collect()),
        ("links into another text", 100, |n| (0..n).map(|one| format!("[[a#Шаг {one}]] ")).collect()),
        ("footnotes with links", 100, |n| (0..n).map(|one| format!("а[^{one}]\n\n[^{one}]: [[a]]\n\n")).collect()),
    ];
    for (name, small, make) in texts {
        assert_linear(name, *small, |size| {
            let documents = [document("a", &make(size), &config), document("b", "[[a]]", &config)];
            black_box(link(&documents, "", &config));
        });
    }
}

#[test]
fn yaml_costs_what_its_length_says_and_bombs_do_not_go_off() {
    let front = |text: &str| site("content/a.es.md", &format!("---\ntitle: T\n{text}\n---\n"));
    let themes = |text: &str| site("content/themes.yaml", text);
    for (name, piece) in
        [("lists", "["), ("maps", "{a: "), ("items", "- "), ("keys", "? "), ("anchors", "&a "), ("quotes", "\""), ("tags", "!a ")]
    {
        assert_linear(&format!("front matter: {name}"), 200, |size| front(&format!("keywords: {}", piece.repeat(size))));
        assert_linear(&format!("themes: {name}"), 2000, |size| themes(&format!("a: {}", piece.repeat(size))));
    }
    assert_linear("unknown keys", 200, |size| front(&(0..size).map(|key| format!("k{key}: 1\n")).collect::<String>()));
    assert_linear("unknown themes", 200, |size| {
        front(&format!("themes: [{}]", (0..size).map(|theme| format!("t{theme}, ")).collect::<String>()))
    });
    assert_linear("unknown works", 200, |size| {
        front(&format!("see_also: [{}]", (0..size).map(|work| format!("w{work}, ")).collect::<String>()))
    });
    assert_linear("redirects", 100, |size| front(&format!("redirects: [{}]", "es/a.html, ".repeat(size))));
    let bomb = |levels: usize| {
        let lines = (0..levels).map(|level| format!("k{}: &k{} [{}]\n", level + 1, level + 1, format!("*k{level}, ").repeat(10)));
        format!("k0: &k0 [a]\n{}", lines.collect::<String>())
    };
    front(&bomb(30));
    themes(&bomb(3000));
}

#[test]
fn a_thesaurus_costs_what_its_length_says() {
    let config = config();
    let thesauri: &[Growing] = &[
        ("broader themes that are not there", 100, |n| {
            (0..n).map(|one| format!("t{one}: {{label: {{es: L{one}}}, broader: [x{one}]}}\n")).collect()
        }),
        ("one label for all", 100, |n| (0..n).map(|one| format!("t{one}: {{label: {{es: L}}}}\n")).collect()),
        ("themes without label", 100, |n| (0..n).map(|one| format!("t{one}: {{}}\n")).collect()),
        ("a circle", 100, |n| {
            (0..n).map(|one| format!("t{one:05}: {{label: {{es: L{one}}}, broader: [t{:05}]}}\n", (one + 1) % n)).collect()
        }),
        ("a ladder", 100, |n| {
            (0..n).map(|one| format!("t{one:05}: {{label: {{es: L{one}}}, narrower: [t{:05}]}}\n", (one + 1).min(n - 1))).collect()
        }),
    ];
    for (name, small, make) in thesauri {
        assert_linear(name, *small, |size| drop(black_box(link(&[], &make(size), &config))));
    }
}

#[test]
fn ten_thousand_works_of_one_theme_are_related_at_the_price_of_their_number() {
    let config = config();
    let themes = "a: {label: {es: A}}\n";
    let works = |count: usize| -> Vec<Arc<Document>> {
        let work = |number: usize| {
            let text = format!("---\ntitle: T{number}\nthemes: [a]\nsee_also: [w0]\n---\n[[w0]]\n");
            Arc::new(document::parse(&Text::new(SitePath::new(format!("content/stories/w{number}.es.md")), text), &config).unwrap())
        };
        (1..count).map(work).chain([document("w0", "", &config)]).collect()
    };
    let many = works(10_000);
    assert_linear("works of one theme", many.len() / TIMES, |size| {
        let (graph, _) = link(&many[many.len() - size.min(many.len())..], themes, &config);
        assert!(graph.works.iter().all(|work| work.related.len() < 100));
    });
}

#[test]
fn what_ten_thousand_works_misspell_is_suggested_at_the_price_of_their_number() {
    let config = config();
    let work = |number: usize| {
        let text = format!("---\ntitle: T\n---\n[[historio-{number}]]\n");
        Arc::new(document::parse(&Text::new(SitePath::new(format!("content/stories/historia-{number}.es.md")), text), &config).unwrap())
    };
    let many: Vec<Arc<Document>> = (0..10_000).map(work).collect();
    assert_linear("broken links", many.len() / TIMES, |size| {
        let (graph, problems) = problems_of(&many[..size], "", "", &[], &config);
        assert_eq!((graph.works.len(), problems.iter().filter(|problem| problem.suggestion.is_some()).count()), (size, size));
    });
}

#[test]
fn names_that_are_hard_to_tell_apart_are_suggested_at_the_price_of_their_number() {
    let config = config();
    // All are made of the same few runs of letters.
    let name = |number: usize| format!("{number:014b}");
    let work = |number: usize| {
        let (name, wrong) = (name(number), format!("x-{}", name(number)));
        let front = format!("title: T\nsee_also: [{wrong}]\nthemes: [{wrong}]\nsaid_by: y{wrong}");
        let text = format!("---\n{front}\n---\n[[themes/{wrong}]] ![]({wrong}.png)\n");
        Arc::new(document::parse(&Text::new(SitePath::new(format!("content/stories/{name}.es.md")), text), &config).unwrap())
    };
    let many: Vec<Arc<Document>> = (0..150 * TIMES).map(work).collect();
    let entries = |size: usize, entry: fn(String) -> String| (0..size).map(name).map(entry).collect::<String>();
    let file = |name: String| Binary { path: SitePath::new(format!("content/stories/{name}.png")), hash: Hash::of(b""), picture: None };
    assert_linear("names that are hard to tell apart", 150, |size| {
        let themes = entries(size, |name| format!("t{name}: {{label: {{es: L{name}}}}}\n"));
        let people = entries(size, |name| format!("x-{name}: {{name: N}}\n"));
        let files: Vec<Binary> = (0..size).map(name).map(file).collect();
        assert!(problems_of(&many[..size], &themes, &people, &files, &config).1.len() >= 5 * size);
    });
}

#[test]
fn works_that_answer_to_one_name_cost_what_their_number_says() {
    let config = config();
    assert_linear("one name for all", 100, |size| {
        let mut documents: Vec<Arc<Document>> = (0..size).map(|number| document(&format!("f{number}/same"), "", &config)).collect();
        documents.push(document("z", &"[[same]] ".repeat(size), &config));
        black_box(link(&documents, "", &config));
    });
}

#[test]
fn strings_and_templates_cost_what_their_length_says() {
    for (name, piece) in
        [("braces", "{"), ("choices", "{ $a -> *[b] "), ("lines", "a = b\n"), ("terms", "-t = { -t }\n"), ("quotes", "{ \"")]
    {
        assert_linear(&format!("strings: {name}"), 300, |size| site("i18n/ru/x.ftl", &format!("home = {}", piece.repeat(size))));
    }
    for (name, piece) in
        [("braces", "{{ "), ("tags", "{% if a %}"), ("calls", "{{ t(id=\"нет\") }}\n"), ("parentheses", "{{ ((((("), ("words", "слово ")]
    {
        assert_linear(&format!("templates: {name}"), 100, |size| site("themes/default/templates/home.html", &piece.repeat(size)));
    }
}
