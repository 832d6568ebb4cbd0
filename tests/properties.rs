//! What holds of every site.
#![allow(clippy::disallowed_methods, reason = "a test writes the site that it builds")]

mod support;

use std::collections::BTreeMap;
use std::sync::Arc;

use apologue::base::path::SitePath;
use apologue::base::text::{Span, Text};
use apologue::config::{self, Config};
use apologue::document::{self, Document};
use apologue::graph::{self, Data, Graph, Relation, Selection};
use apologue::pipeline::Settings;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use support::{build, crawl};

const SITE: &str = "title: {es: Sitio, ru: Сайт, he: אתר}\nlanguages: [es, ru, he]\ndefault_language: es\nbase_url: https://example.org/\n\
                    fallback: {story: show, maxim: list, exercise: hide, ru: [he]}\n";
const LANGUAGES: [&str; 3] = ["es", "ru", "he"];
const HEBREW: &str = "language-name = עברית\n";
const THEMES: &str = "a: {label: {es: A, ru: А}}\nb: {label: {es: B}, broader: [a]}\nc: {label: {es: C}, broader: [b], related: [d], former_ids: [z]}\nd: {label: {es: D}}\n";

/// A site as its files.
type Files = BTreeMap<String, String>;

/// A work of a random site; what it refers to is chosen by chance among all works.
#[derive(Clone, Debug)]
struct Plan {
    folder: &'static str,
    languages: Vec<&'static str>,
    themes: Vec<&'static str>,
    relations: Vec<(&'static str, Index)>,
    links: Vec<(u8, Index)>,
    words: String,
    flags: u8,
}

fn plan() -> impl Strategy<Value = Plan> {
    (
        select(vec!["stories/", "maxims/", "exercises/", "stories/inner/", ""]),
        subsequence(LANGUAGES.to_vec(), 1..=3),
        subsequence(vec!["a", "b", "c", "d", "Б", "z"], 0..=3),
        prop::collection::vec((select(vec!["illustrates", "practises", "see_also"]), any::<Index>()), 0..4),
        prop::collection::vec((0..6_u8, any::<Index>()), 0..5),
        "[а-яa-zא-ת «»\"'()*_.,!?#&<>-]{0,60}",
        any::<u8>(),
    )
        .prop_map(|(folder, languages, themes, relations, links, words, flags)| {
            let themes = themes.into_iter().filter(|theme| *theme != "Б").collect();
            Plan { folder, languages, themes, relations, links, words, flags }
        })
}

fn site() -> impl Strategy<Value = Files> {
    prop::collection::vec(plan(), 1..12).prop_map(|plans| {
        let id = |at: usize| format!("{}w{at}", plans[at].folder);
        let mut files = Files::from([
            ("site.yaml".to_owned(), SITE.to_owned()),
            ("i18n/he/site.ftl".to_owned(), HEBREW.to_owned()),
            ("content/themes.yaml".to_owned(), THEMES.to_owned()),
        ]);
        for (at, plan) in plans.iter().enumerate() {
            let mut front = String::new();
            let other = |index: &Index| Some(index.index(plans.len())).filter(|other| *other != at);
            for key in ["illustrates", "practises", "see_also"] {
                let ids: Vec<String> =
                    plan.relations.iter().filter(|(one, _)| *one == key).filter_map(|(_, index)| other(index)).map(id).collect();
                if !ids.is_empty() {
                    front.push_str(&format!("{key}: [{}]\n", ids.join(", ")));
                }
            }
            if !plan.themes.is_empty() {
                front.push_str(&format!("themes: [{}]\n", plan.themes.join(", ")));
            }
            for (bit, line) in [(1, "draft: true\n"), (2, "withdrawn: true\n"), (4, "featured: true\n"), (8, "date: 2026-01-02\n")] {
                if plan.flags & 0x70 == 0 && plan.flags & bit != 0 {
                    front.push_str(line);
                }
            }
            for (number, language) in plan.languages.iter().enumerate() {
                let facts = if number == 0 { front.clone() } else { format!("translation: {{from: {}}}\n", plan.languages[0]) };
                let links: String = plan
                    .links
                    .iter()
                    .map(|(form, index)| link(*form, &id(index.index(plans.len())), index.index(plans.len()), plan.folder))
                    .collect();
                let body = format!("## Раз\n\n{}\n\n{links}\n\n## Два {{#два}}\n\n:::facilitator\n{links}\n:::\n", plan.words);
                files.insert(format!("content/{}.{language}.md", id(at)), format!("---\ntitle: Т{at} {language}\n{facts}---\n{body}"));
            }
        }
        files
    })
}

fn link(form: u8, id: &str, at: usize, folder: &str) -> String {
    let up = "../".repeat(folder.matches('/').count());
    match form {
        0 => format!("[[{id}]] "),
        1 => format!("[[w{at}|слова]] "),
        2 => format!("[[{id}#Раз]] "),
        3 => format!("[сюда]({up}{id}.es.md) "),
        4 => format!("[[{id}#два|якорь]] "),
        _ => "[[themes/a]] [[#Раз]] [[stories]] ".to_owned(),
    }
}

fn bytes(files: &Files) -> impl Iterator<Item = (&str, &[u8])> {
    files.iter().map(|(path, text)| (path.as_str(), text.as_bytes()))
}

fn texts(files: &Files) -> Vec<Text> {
    let texts = files.iter().filter(|(path, _)| path.ends_with(".md"));
    texts.map(|(path, text)| Text::new(SitePath::new(path.as_str()), text.as_str())).collect()
}

fn config() -> Config {
    config::read(Text::new(SitePath::new("site.yaml"), SITE)).0.unwrap()
}

fn link_all(texts: &[Text], config: &Config) -> (Vec<Arc<Document>>, Graph, Vec<String>) {
    let documents: Vec<Arc<Document>> = texts.iter().filter_map(|text| document::parse(text, config).ok().map(Arc::new)).collect();
    let (data, _) = Data::read(&[Text::new(SitePath::new("content/themes.yaml"), THEMES)], config);
    let selection = Selection { drafts: true, languages: config.languages.clone(), audiences: Vec::new() };
    let (graph, problems) = graph::link(&documents, &data, &[], config, &selection);
    let mut problems: Vec<String> = problems.iter().map(support::line).collect();
    problems.sort();
    (documents, graph, problems)
}

/// A graph without the numbers of its documents.
fn described(documents: &[Arc<Document>], graph: &Graph) -> Vec<String> {
    let path = |document: &usize| documents[*document].text.path.to_string();
    let describe = |work: &graph::Work| {
        let editions: Vec<String> = work.editions.values().map(path).collect();
        format!(
            "{} {:?} {editions:?} {} {:?} {:?} {:?} {:?}",
            work.id,
            work.kind,
            path(&work.lead),
            work.concepts,
            work.relations,
            work.backlinks,
            work.related.iter().map(|related| (related.work, &related.concepts)).collect::<Vec<_>>()
        )
    };
    graph.works.iter().map(describe).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn every_link_of_a_random_site_leads_somewhere(files in site(), facilitator: bool, drafts: bool) {
        let built = build(bytes(&files), &Settings { facilitator, drafts, keep_going: true, ..Settings::default() });
        prop_assert!(built.report.complete, "{}", built.problems());
        let faults = crawl::faults(&built.files);
        prop_assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn one_thread_and_many_make_the_same_bytes(files in site()) {
        let pool = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let alone = pool(1).install(|| build(bytes(&files), &Settings::default()));
        let together = pool(8).install(|| build(bytes(&files), &Settings::default()));
        prop_assert_eq!(alone.problems(), together.problems());
        prop_assert!(alone.files == together.files);
    }

    #[test]
    fn the_order_in_which_files_come_never_matters(files in site(), seed: u64) {
        let config = config();
        let texts = texts(&files);
        let mut shuffled = texts.clone();
        let mut state = seed;
        for at in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            shuffled.swap(at, (state >> 33) as usize % (at + 1));
        }
        let (documents, graph, problems) = link_all(&texts, &config);
        let (other_documents, other_graph, other_problems) = link_all(&shuffled, &config);
        prop_assert_eq!(described(&documents, &graph), described(&other_documents, &other_graph));
        prop_assert_eq!(problems, other_problems);
    }

    #[test]
    fn what_is_stated_at_one_end_holds_at_both(files in site()) {
        let config = config();
        let (documents, graph, _) = link_all(&texts(&files), &config);
        for (at, work) in graph.works.iter().enumerate() {
            for (relation, others) in &work.relations {
                let inverse = match relation {
                    Relation::Illustrates => Relation::IllustratedBy,
                    Relation::IllustratedBy => Relation::Illustrates,
                    Relation::Practises => Relation::PractisedBy,
                    Relation::PractisedBy => Relation::Practises,
                    Relation::SeeAlso => Relation::SeeAlso,
                };
                for other in others {
                    let back = graph.works[*other].relations.get(&inverse).cloned().unwrap_or_default();
                    prop_assert_eq!(back.iter().filter(|one| **one == at).count(), 1, "{} {:?} {}", work.id, relation, graph.works[*other].id);
                }
            }
            let links_to = |from: &graph::Work, to: usize| {
                from.editions.values().any(|document| {
                    let links = graph.links[*document].iter().zip(&documents[*document].face.links);
                    links.filter(|(_, link)| !link.facilitator).any(|(resolved, _)| {
                        matches!(resolved, graph::Resolved::Internal { destination: graph::Destination::Work(work), .. } if *work == to)
                    })
                })
            };
            for (from, other) in graph.works.iter().enumerate() {
                prop_assert_eq!(work.backlinks.contains(&from), from != at && links_to(other, at));
            }
        }
    }
}

/// Markdown, directives and YAML in pieces, in several scripts.
fn hostile_text() -> impl Strategy<Value = String> {
    let pieces = select(vec![
        "---\n",
        "title: Серьги\n",
        "title: \"",
        "themes: [a, ",
        "steps:\n  - ",
        "withdrawn: {",
        ": ",
        "&a ",
        "*a ",
        "<<: ",
        "# ",
        "## Шаг {#шаг}\n",
        "- ",
        "> ",
        "1. ",
        "    ",
        "\t",
        "\n",
        "\r\n",
        "\n\n",
        ":::note\n",
        "::::quiz{id=к}\n",
        ":::\n",
        ":::quote{lang=he by=\"",
        "- [x] ",
        "[[",
        "]]",
        "|",
        "[",
        "](",
        ")",
        "![",
        "<",
        ">",
        "</",
        "<b>",
        "<!--",
        "-->",
        "`",
        "```\n",
        "*",
        "**",
        "_",
        "~~",
        "==",
        "[^1]",
        "[^1]: ",
        "^id\n",
        "\"",
        "'",
        "«",
        "--",
        "...",
        "&amp;",
        "\\",
        "{",
        "}",
        "$",
        "\u{0}",
        "\u{feff}",
        "\u{202e}",
        "я",
        "שלום",
        "日本",
        "e\u{301}",
        "😀",
        "https://example.org/",
        "javascript:",
        "a.es.md",
        "<<<<<<< ",
        "=======\n",
        ">>>>>>> ",
        "| a | b |\n|---|---|\n",
        "Термин\n: ",
        "слово ",
        "word ",
    ]);
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
}

/// A file of a site that may say anything.
fn any_path() -> impl Strategy<Value = &'static str> {
    select(vec![
        "site.yaml",
        "content/stories/a.es.md",
        "content/index.ru.md",
        "content/themes.yaml",
        "content/people.yaml",
        "content/sources.yaml",
        "content/stories/p.svg",
        "i18n/ru/site.ftl",
        "themes/default/templates/home.html",
        "themes/default/theme.yaml",
        "themes/default/static/style.css",
    ])
}

fn with_file(path: &str, content: &[u8]) -> support::Built {
    let base = [
        ("site.yaml", SITE.as_bytes()),
        ("i18n/he/site.ftl", HEBREW.as_bytes()),
        ("content/themes.yaml", THEMES.as_bytes()),
        ("content/stories/b.ru.md", "---\ntitle: Кольцо\nthemes: [a]\n---\nСлово [[b]] ![](p.svg).\n".as_bytes()),
    ];
    let base = base.into_iter().filter(|(other, _)| *other != path);
    build(base.chain([(path, content)]), &Settings { keep_going: true, ..Settings::default() })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_as_any_file_make_a_site_or_problems_with_places(path in any_path(), content in prop::collection::vec(any::<u8>(), 0..200)) {
        let built = with_file(path, &content);
        prop_assert!(built.report.complete || built.report.has_errors());
        prop_assert!(built.report.problems.iter().all(|problem| problem.place.is_some()), "{}", built.problems());
    }

    #[test]
    fn any_text_as_any_file_makes_a_site_whose_links_lead_somewhere(path in any_path(), content in hostile_text()) {
        let built = with_file(path, content.as_bytes());
        prop_assert!(built.report.complete || built.report.has_errors());
        for problem in &built.report.problems {
            let place = problem.place.as_ref();
            prop_assert!(place.is_some_and(|place| place.line == 0 || place.column > 0), "{}", support::line(problem));
        }
        // A template of one's own may say what it likes.
        if built.report.complete && !path.ends_with(".html") {
            let faults = crawl::faults(&built.files);
            prop_assert!(faults.is_empty(), "{}", faults.join("\n"));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn places_lie_on_the_boundaries_of_characters_and_point_at_what_they_name(content in hostile_text()) {
        let config = config();
        let text = Text::new(SitePath::new("content/stories/a.es.md"), content);
        let Ok(document) = document::parse(&text, &config) else { return Ok(()) };
        let part = |span: Span| text.text.get(span.range());
        for heading in &document.face.headings {
            prop_assert!(part(heading.span).is_some(), "{:?}", heading);
        }
        for (span, what) in document.face.links.iter().map(|link| (link.span, "link")).chain(document.face.assets.iter().map(|asset| (asset.span, "asset"))) {
            let part = part(span);
            prop_assert!(part.is_some_and(|part| part.starts_with(['[', '!', '<', 'h', ':'])), "{what} {part:?}");
        }
        let lines: Vec<&str> = text.text.split('\n').collect();
        for place in document.problems.iter().filter_map(|problem| problem.place.as_ref()).filter(|place| place.line > 0) {
            let line = lines[place.line as usize - 1].trim_end_matches('\r');
            prop_assert!(place.column as usize <= line.chars().count() + 1, "{place:?}");
            let shown: String = line.chars().skip(place.cut as usize).take(place.source.chars().count()).collect();
            prop_assert_eq!(&shown, &place.source);
        }
    }
}
