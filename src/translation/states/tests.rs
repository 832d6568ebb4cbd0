use super::*;
use crate::base::path::SitePath;
use crate::config::Gate;
use crate::translation::{gates, snapshot};

struct Site {
    config: Config,
    documents: Vec<Arc<Document>>,
    snapshots: Vec<Text>,
}

impl Site {
    fn new() -> Site {
        let text = "title: x\nlanguages: [en, ru, it]\ndefault_language: en\n";
        let config = crate::config::read(Text::new(SitePath::new("site.yaml"), text)).0.unwrap();
        Site { config, documents: Vec::new(), snapshots: Vec::new() }
    }

    fn text(mut self, path: &str, text: &str) -> Site {
        let text = Text::new(SitePath::new(format!("content/{path}")), text);
        self.documents.push(Arc::new(crate::document::parse(&text, &self.config).unwrap()));
        self
    }

    fn made_from(mut self, id: &str, language: &str, from: &str, text: &str) -> Site {
        let event = Event { did: "accepted".into(), ..Event::default() };
        let file = snapshot::write(from.parse().unwrap(), text, &[], event);
        self.snapshots.push(Text::new(snapshot::path(id, language.parse().unwrap()), file));
        self
    }

    fn states(&self) -> (States, Vec<Diagnostic>) {
        states(&self.documents, &Snapshots::read(&self.snapshots, &self.config), &Thesaurus::default(), &self.config)
    }

    /// `language standing (changes)`, the missing ones at the end.
    fn shown(&self, id: &str) -> Vec<String> {
        let (states, _) = self.states();
        let work = states.work(id).unwrap();
        let editions =
            work.editions.iter().map(|(language, edition)| format!("{language} {} {}", edition.standing.as_str(), edition.changes.len()));
        editions.chain(work.missing.iter().map(|language| format!("{language} missing"))).collect()
    }

    fn problems(&self) -> Vec<String> {
        self.states().1.iter().map(Diagnostic::brief).collect()
    }
}

const ORIGINAL: &str = "---\ntitle: Earrings\n---\nHe knew them all.\n";
const TRANSLATED: &str = "---\ntitle: Серьги\ntranslation: {from: en}\n---\nОн знал всех.\n";

#[test]
fn a_translation_is_untracked_in_step_or_behind_but_never_in_step_without_a_snapshot() {
    let site = || Site::new().text("a.en.md", ORIGINAL).text("a.ru.md", TRANSLATED);
    assert_eq!(site().shown("a"), ["en original 0", "ru untracked 0", "it missing"]);
    assert_eq!(site().made_from("a", "ru", "en", ORIGINAL).shown("a"), ["en original 0", "ru in-step 0", "it missing"]);
    let older = ORIGINAL.replace("all", "well");
    assert_eq!(site().made_from("a", "ru", "en", &older).shown("a"), ["en original 0", "ru behind 1", "it missing"]);
}

#[test]
fn an_edition_that_says_nothing_of_its_source_is_measured_by_the_one_that_leads() {
    let plain = "---\ntitle: Серьги\n---\nОн знал всех.\n";
    let site = || Site::new().text("a.en.md", ORIGINAL).text("a.ru.md", plain);
    assert_eq!(site().shown("a"), ["en original 0", "ru untracked 0", "it missing"]);
    assert_eq!(site().made_from("a", "ru", "en", ORIGINAL).shown("a"), ["en original 0", "ru in-step 0", "it missing"]);
}

#[test]
fn what_was_made_from_a_translation_that_is_behind_is_behind_upstream() {
    let italian = "---\ntitle: Orecchini\ntranslation: {from: ru}\n---\nLi conosceva.\n";
    let older = ORIGINAL.replace("all", "well");
    let site = Site::new().text("a.en.md", ORIGINAL).text("a.ru.md", TRANSLATED).text("a.it.md", italian);
    let site = site.made_from("a", "ru", "en", &older).made_from("a", "it", "ru", TRANSLATED);
    assert_eq!(site.shown("a"), ["en original 0", "it behind-upstream 0", "ru behind 1"]);
    assert!(site.problems().is_empty());
}

#[test]
fn a_work_asks_for_languages_or_for_none() {
    let asks = |key: &str| Site::new().text("a.en.md", &format!("---\ntitle: x\n{key}\n---\n")).shown("a");
    assert_eq!(asks("translate: none"), ["en original 0"]);
    assert_eq!(asks("translate: [ru]"), ["en original 0", "ru missing"]);
    assert_eq!(asks("withdrawn: {on: 2026-01-01}"), ["en original 0"]);
}

#[test]
fn a_text_translated_from_a_language_that_the_site_does_not_have_is_an_original_here() {
    let site = Site::new().text("a.ru.md", "---\ntitle: Серьги\ntranslation: {from: ja, method: machine}\n---\n");
    assert_eq!(site.shown("a"), ["ru original 0", "en missing", "it missing"]);
    let (states, problems) = site.states();
    assert!(problems.is_empty() && states.of(0).unwrap().is_raw_machine());
}

#[test]
fn what_translations_say_of_themselves_is_checked() {
    let from = |from: &str| format!("---\ntitle: x\ntranslation:\n  from: {from}\n---\n");
    assert_eq!(Site::new().text("a.ru.md", &from("en")).problems(), ["4:9 lost-source en | a"]);
    assert_eq!(Site::new().text("a.ru.md", &from("ru")).problems(), ["4:9 translated-from-itself "]);
    let circle = Site::new().text("a.ru.md", &from("it")).text("a.it.md", &from("ru"));
    assert_eq!(circle.problems(), ["4:9 translation-circle it, ru"]);
    let other = Site::new().text("a.en.md", ORIGINAL).text("a.it.md", ORIGINAL).text("a.ru.md", TRANSLATED);
    assert_eq!(other.made_from("a", "ru", "it", ORIGINAL).problems(), ["3:21 snapshot-of-another en | it"]);
    assert_eq!(Site::new().made_from("a", "ru", "it", ORIGINAL).problems(), ["0:0 snapshot-without-text a | ru"]);
}

#[test]
fn introductions_and_the_texts_above_lists_have_states_too() {
    let site = Site::new().text("themes/trust.en.md", "Trust.\n").text("stories/index.en.md", "Stories.\n");
    assert_eq!(site.shown("themes/trust"), ["en original 0", "ru missing", "it missing"]);
    assert_eq!(site.shown("stories/index").len(), 3);
}

#[test]
fn a_gate_catches_what_is_in_its_state_by_kind_and_language() {
    let machine = "---\ntitle: Серьги\ntranslation: {from: en, method: machine}\n---\n";
    let site = Site::new()
        .text("exercises/a.en.md", "---\ntitle: x\nreview_by: 2026-01-01\n---\n")
        .text("exercises/a.ru.md", machine)
        .text("stories/b.en.md", ORIGINAL)
        .text("stories/b.ru.md", machine);
    let (states, _) = site.states();
    let today: Date = "2026-11-22".parse().unwrap();
    let caught = |gate: &str| -> Vec<String> {
        let gate: Gate = gate.parse().unwrap();
        gates::caught(&states, gate, today).map(|(work, language, _)| format!("{} {language}", work.id)).collect()
    };
    assert_eq!(caught("machine"), ["exercises/a ru", "stories/b ru"]);
    assert_eq!(caught("unreviewed:exercise:ru"), ["exercises/a ru"]);
    assert_eq!(caught("missing:story"), ["stories/b it"]);
    assert_eq!(caught("overdue"), ["exercises/a en", "exercises/a ru"]);
    assert!(gates::hold(&states, &["machine:page".parse().unwrap()], "ru".parse().unwrap(), today));
    assert!(!gates::hold(&states, &["machine".parse().unwrap()], "ru".parse().unwrap(), today));
}
