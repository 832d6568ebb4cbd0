use super::*;
use crate::base::yaml::Step;

fn words() -> Words {
    Words::new("en".parse().unwrap())
}

fn site(config: &str, texts: &[(&str, &str)]) -> Site {
    let config = config::read(Text::new(SitePath::new("site.yaml"), format!("title: T\n{config}\n"))).0.unwrap();
    let text = |(path, text): &(&str, &str)| Text::new(SitePath::new(format!("content/{path}")), *text);
    let editions = texts.iter().filter_map(|one| Edition::of(text(one), &config)).collect();
    Site { config, editions, themes: vec![ConceptId::new("trust"), ConceptId::new("attention"), ConceptId::new("x")] }
}

const FOUR: &str = "languages: [es, ru, it, en]\ndefault_language: es";

fn wanted<'a>(kind: Kind, id: &'a str, language: Option<&'a str>) -> Wanted<'a> {
    Wanted { kind, id, language, title: None }
}

fn path(kind: Kind, id: &str, language: Option<&str>, site: &Site) -> String {
    match plan(&wanted(kind, id, language), site, &words()) {
        Ok(planned) => planned.path.to_string(),
        Err(refusal) => format!("{refusal:?}").split([' ', '(']).next().unwrap_or_default().to_owned(),
    }
}

#[test]
fn the_file_stands_where_its_kind_belongs() {
    let site = site(FOUR, &[]);
    assert_eq!(path(Kind::Story, "the-lamp", None, &site), "content/stories/the-lamp.es.md");
    assert_eq!(path(Kind::Story, "stories/the-lamp", Some("RU"), &site), "content/stories/the-lamp.ru.md");
    assert_eq!(path(Kind::Maxim, "small/be-brief", Some("it"), &site), "content/maxims/small/be-brief.it.md");
    assert_eq!(path(Kind::Page, "about", Some("en"), &site), "content/about.en.md");
}

#[test]
fn files_are_named_as_most_of_the_sites_are() {
    let stem = [("stories/a/es.md", ""), ("stories/a/ru.md", ""), ("stories/b.es.md", "")];
    assert_eq!(path(Kind::Story, "c", None, &site(FOUR, &stem)), "content/stories/c/es.md");
    let folder = [("es/stories/a.md", ""), ("stories/index.es.md", "")];
    assert_eq!(path(Kind::Story, "c", Some("ru"), &site(FOUR, &folder)), "content/ru/stories/c.md");
    let untagged = [("stories/a.md", "")];
    assert_eq!(path(Kind::Story, "c", None, &site("languages: es", &untagged)), "content/stories/c.md");
    let some = site("languages: [es, en]\ndefault_language: es\nuntagged: default", &untagged);
    assert_eq!(path(Kind::Story, "c", None, &some), "content/stories/c.md");
    assert_eq!(path(Kind::Story, "c", Some("en"), &some), "content/stories/c.en.md", "without tag it would be Spanish");
}

#[test]
fn a_translation_stands_beside_its_original_and_names_it() {
    let texts = [
        ("stories/a/es.md", ""),
        ("stories/b/es.md", ""),
        ("stories/the-lamp.ru.md", "---\ntitle: Лампа\n---\n"),
        ("stories/the-lamp.it.md", "---\ntitle: La lampada\ntranslation: {from: ru}\n---\n"),
    ];
    let planned = plan(&wanted(Kind::Story, "the-lamp", Some("es")), &site(FOUR, &texts), &words()).unwrap();
    assert_eq!(planned.path.as_str(), "content/stories/the-lamp.es.md");
    assert_eq!(planned.from.as_ref().map(SitePath::as_str), Some("content/stories/the-lamp.ru.md"));
    assert!(planned.text.starts_with("---\ntitle: Лампа\n"), "{}", planned.text);
    assert!(planned.text.contains("\ntranslation: {from: ru}\n") && !planned.text.contains("#themes:"), "{}", planned.text);
}

#[test]
fn what_is_there_is_not_made_again() {
    let site = site(FOUR, &[("es/stories/the-lamp.md", "")]);
    let refusal = plan(&wanted(Kind::Story, "the-lamp", Some("es")), &site, &words()).err();
    assert_eq!(refusal, Some(Refusal::Exists { path: SitePath::new("content/es/stories/the-lamp.md") }));
}

#[test]
fn an_id_or_a_language_that_will_not_do_is_refused() {
    let site = site(FOUR, &[]);
    for id in ["", "../a", "a//b", "/a", "a?", "a/", "con", ".hidden", "index", "_a"] {
        assert_eq!(path(Kind::Story, id, None, &site), "Id", "{id:?}");
    }
    assert_eq!(path(Kind::Page, "themes/trust", None, &site), "Id");
    let refusal = plan(&wanted(Kind::Story, "a", Some("ed")), &site, &words()).err().unwrap();
    let said = refusal.say(&words());
    assert!(said.contains("es, ru, it, en"), "{said}");
    let refusal = plan(&wanted(Kind::Story, "a", Some("es-MX")), &site, &words()).err().unwrap();
    assert!(refusal.say(&words()).ends_with("Did you mean “es”?"));
}

#[test]
fn a_page_in_a_kinds_folder_says_what_it_is() {
    let planned = plan(&wanted(Kind::Page, "stories/about", None), &site(FOUR, &[]), &words()).unwrap();
    assert!(planned.text.contains("\nkind: page\n"));
}

/// The new text as it would be parsed, with all waiting keys in use or none.
fn parsed(kind: Kind, in_use: bool, texts: &[(&str, &str)]) -> document::Document {
    let site = site(FOUR, texts);
    let planned = plan(&wanted(kind, "the-lamp", Some("en")), &site, &Words::new("ru".parse().unwrap())).unwrap();
    let text = planned.text.lines().map(|line| match line.strip_prefix('#') {
        Some(key) if in_use && !key.starts_with(' ') => format!("{key}\n"),
        _ => format!("{line}\n"),
    });
    document::parse(&Text::new(planned.path, text.collect::<String>()), &site.config).unwrap()
}

#[test]
fn every_key_of_every_kind_is_right_as_it_waits() {
    let others = [("stories/a.es.md", ""), ("maxims/b.es.md", "")];
    for kind in Kind::ALL {
        for in_use in [false, true] {
            let document = parsed(kind, in_use, &others);
            assert!(document.problems.is_empty(), "{kind:?}: {:?}\n{}", document.problems, document.text.text);
            assert_eq!(document.face.front.draft, Some(true));
            assert_eq!(document.face.front.work.themes.is_some(), in_use, "{kind:?}");
        }
    }
}

#[test]
fn a_new_path_begins_with_works_that_are_there() {
    let document = parsed(Kind::Path, false, &[("stories/a.es.md", ""), ("maxims/b.es.md", "")]);
    assert_eq!(document.face.front.work.steps.unwrap()[0].works, ["stories/a", "maxims/b"]);
    assert!(front_matter_place(&parsed(Kind::Path, false, &[]), "steps"));
}

fn front_matter_place(document: &document::Document, key: &str) -> bool {
    document.place(&[Step::Key(key)]).line > 1
}

#[test]
fn the_title_comes_from_the_id_unless_it_is_stated() {
    assert_eq!(title_of("stories/the-lamp"), "The lamp");
    assert_eq!(title_of("истории/новый_дом"), "Новый дом");
    let stated = Wanted { kind: Kind::Story, id: "a", language: None, title: Some("Dijo: \"no\"") };
    assert!(plan(&stated, &site(FOUR, &[]), &words()).unwrap().text.contains("title: 'Dijo: \"no\"'\n"));
}
