//! Mentions of terms in whole sites: a text says the same with its links, and a page is made again when what it links changes.
#![allow(clippy::disallowed_methods, reason = "a test edits the site that it builds")]

mod support;

use std::fs;

use apologue::pipeline::Settings;
use proptest::prelude::*;
use support::html::{self, Token};
use support::{build, builds};

const SITE: &str = "title: Site\nlanguages: [ru, en]\ndefault_language: ru\noutputs: [html]\n";
const THEMES: &str = "customer:\n  label: {ru: клиент, en: customer}\n  definition: {ru: 'Тот, ради кого.'}\n  term: yes\n\
                      inner: {label: {ru: внутренний клиент, en: inner customer}, term: yes}\nit: {label: {ru: ИТ, en: IT}, term: yes}\n";

/// What a reader sees of the text on a page, and the links to terms in it.
fn text_of(page: &str) -> (String, Vec<String>) {
    let (mut words, mut links, mut depth) = (String::new(), Vec::new(), 0usize);
    for token in html::tokens(page) {
        let begins = token.attribute("class").is_some_and(|class| class == "text" || class.starts_with("text "));
        match &token {
            Token::Open { name: "div", .. } if depth > 0 || begins => depth += 1,
            Token::Close { name: "div", .. } if depth > 0 => depth -= 1,
            Token::Open { name: "a", .. } if depth > 0 && token.attribute("class") == Some("term") => {
                links.push(token.attribute("href").unwrap_or_default().to_owned());
            }
            Token::Text(text) if depth > 0 => words.push_str(&html::unescape(text)),
            _ => {}
        }
    }
    (words, links)
}

/// A page with this text, in a site with these themes.
fn page(themes: &str, language: &str, body: &str) -> String {
    let path = format!("content/a.{language}.md");
    let text = format!("---\ntitle: T\n---\n{body}");
    let files = [("site.yaml", SITE.as_bytes()), ("content/themes.yaml", themes.as_bytes()), (path.as_str(), text.as_bytes())];
    let built = build(files, &Settings { keep_going: true, ..Settings::default() });
    built.text(&format!("{language}/a.html")).to_owned()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn a_text_says_the_same_with_its_links(
        parts in prop::collection::vec("клиентами|Клиент|внутренний|ИТ|ит|customers|inner|&|<b>|</b>|`|\\*|\\*\\*|\\[|\\]\\{lang=en\\}|\n\n|\n|> |\"|’|-|«|»|,|# ", 0..40),
        russian in any::<bool>(),
    ) {
        let body = parts.join(" ");
        let language = if russian { "ru" } else { "en" };
        let (with, _) = text_of(&page(THEMES, language, &body));
        let (without, links) = text_of(&page(&THEMES.replace("term: yes", "term: no"), language, &body));
        prop_assert_eq!(with, without);
        prop_assert!(links.is_empty());
    }
}

#[test]
fn a_page_is_made_again_when_what_it_links_changes_and_only_then() {
    let files = [
        ("site.yaml", SITE),
        ("content/themes.yaml", THEMES),
        ("content/a.ru.md", "---\ntitle: А\nsummary: Раз\n---\nО клиентах.\n"),
        ("content/b.ru.md", "---\ntitle: Б\nsummary: Два\n---\nНи о ком.\n"),
    ];
    let folder = support::folder(files.map(|(path, text)| (path, text.as_bytes())));
    let out = folder.path().join("public");
    builds::rendered(folder.path(), &out);
    let page = |address: &str| fs::read_to_string(out.join(address)).unwrap();
    let rendered =
        || -> Vec<String> { builds::rendered(folder.path(), &out).into_keys().filter(|address| address.ends_with(".html")).collect() };
    assert_eq!(text_of(&page("ru/a.html")).1, ["темы/customer.html"]);
    assert!(page("ru/a.html").contains(">Тот, ради кого.</dd>"));
    assert!(page("ru/темы/customer.html").contains("ru/a.html"), "the theme's page names the text");

    let edit = |path: &str, from: &str, to: &str| {
        let text = fs::read_to_string(folder.path().join(path)).unwrap();
        assert!(text.contains(from));
        fs::write(folder.path().join(path), text.replace(from, to)).unwrap();
    };
    edit("content/a.ru.md", "О клиентах.", "О клиентах!");
    assert_eq!(rendered(), ["ru/a.html"], "it mentions the same");
    edit("content/b.ru.md", "Ни о ком", "О клиенте");
    let pages = rendered();
    assert!(
        pages.contains(&"ru/b.html".to_owned())
            && pages.contains(&"ru/темы/customer.html".to_owned())
            && !pages.contains(&"ru/a.html".to_owned()),
        "{pages:?}"
    );
    edit("content/themes.yaml", "term: yes}\nit", "term: no}\nit");
    assert!(!rendered().contains(&"ru/a.html".to_owned()), "no text mentions that theme");
    edit("content/themes.yaml", "Тот, ради кого.", "Тот, кто платит.");
    assert!(rendered().contains(&"ru/a.html".to_owned()), "the definition stands below it");
    edit("content/themes.yaml", "  term: yes\n", "");
    assert!(rendered().contains(&"ru/b.html".to_owned()));
    assert!(text_of(&page("ru/b.html")).1.is_empty());
}
