use super::*;
use crate::base::path::SitePath;
use crate::translation;

/// What is said of a site of these texts: code, argument `problem` if there is one, path, and where else.
fn said(files: &[(&str, &str)], drafts: bool) -> Vec<String> {
    let text = |path: &str, text: &str| Text::new(SitePath::new(path), text);
    let site = "title: x\nlanguages: [en, es, ru]\ndefault_language: en\n";
    let config = crate::config::read(text("site.yaml", site)).0.unwrap();
    let of =
        |folder: &str| files.iter().filter(|(path, _)| path.starts_with(folder)).map(|(path, said)| text(path, said)).collect::<Vec<_>>();
    let documents: Vec<Arc<Document>> =
        of("content/stories/").iter().map(|text| Arc::new(crate::document::parse(text, &config).unwrap())).collect();
    let snapshots = Snapshots::read(&of("content/.translated-from/"), &config);
    let (states, _) = translation::states(&documents, &snapshots, &crate::graph::Thesaurus::default(), &config);
    let selection = crate::graph::Selection { languages: config.languages.clone(), ..Default::default() };
    let (graph, _) = crate::graph::link(&documents, &Default::default(), &[], &config, &selection);
    let texts = Texts { documents: &documents, snapshots: &snapshots, states: &states };
    let mut found = quizzes(texts);
    found.extend(notes(texts, &graph, &config, drafts));
    let shown = |place: &Place| format!("{}:{}", place.path.rsplit('/').next().unwrap_or_default(), place.line);
    let line = |note: &Diagnostic| {
        let problem = note.args.iter().find(|(name, _)| name == "problem").map(|(_, value)| format!(" {value}")).unwrap_or_default();
        let places: Vec<String> = note.place.iter().chain(&note.others).map(shown).collect();
        format!("{}{problem} {}", note.code, places.join(" "))
    };
    found.iter().map(line).collect()
}

/// An English text and its Spanish translation.
fn pair(english: &str, spanish: &str) -> Vec<String> {
    let (english, spanish) =
        (format!("---\ntitle: A\n---\n{english}"), format!("---\ntitle: B\ntranslation: {{from: en}}\n---\n{spanish}"));
    said(&[("content/stories/a.en.md", &english), ("content/stories/a.es.md", &spanish)], false)
}

const NOTHING: [&str; 0] = [];

#[test]
fn what_is_the_same_in_both_languages_is_no_note() {
    let english = "He had 1,000 keys, and at 3 pm [[a]] in ![key](key.jpg).\n\n## Rule\n\n:::quote\nKnow 5.\n:::\n";
    let spanish = "Tenía 1.000 llaves y, a las 15:00, [aquí](a.es.md), en ![llave](key.es.jpg).\n\n## Regla\n\n:::::quote{lang=en}\nKnow 5.\n:::rendering\nConoce 5.\n:::\n:::::\n";
    assert_eq!(pair(english, spanish), NOTHING);
}

#[test]
fn each_difference_is_a_note_at_both_places() {
    assert_eq!(pair("## A\n\na\n\n### B\n", "## A\n\na\n"), ["headings-differ missing a.es.md:0 a.en.md:8"]);
    assert_eq!(pair("## A\n\n### B\n", "## A\n\n## B\n"), ["headings-differ level a.es.md:7 a.en.md:6"]);
    assert_eq!(pair("It cost 300.\n", "Costó 30.\n"), ["numbers-differ other a.es.md:5 a.en.md:4"]);
    assert_eq!(pair("a\n\n- 40\n- b\n", "a\n\n- b\n- c\n"), ["numbers-differ missing a.es.md:7 a.en.md:6"]);
    assert_eq!(pair(":::note\na\n:::\n", "a\n"), ["directives-differ missing a.es.md:0 a.en.md:4"]);
    assert_eq!(
        pair("::::note\n:::keypoints\na\n:::\n::::\n", ":::note\n:::\n:::keypoints\na\n:::\n"),
        ["directives-differ depth a.es.md:7 a.en.md:5"]
    );
    assert_eq!(pair("![a](a.jpg)\n", "a\n"), ["images-differ missing a.es.md:0 a.en.md:4"]);
    assert_eq!(pair("a\n", "[[a]]\n"), ["links-differ added a.es.md:5 a.en.md:0"]);
}

#[test]
fn what_was_left_untranslated_is_said_once() {
    let sentence = "Whoever leads a team begins by serving it, and clears the way for everybody who works there.";
    assert_eq!(pair(&format!("{sentence}\n"), &format!("{sentence}\n")), ["untranslated-text a.es.md:5 a.en.md:4"]);
    let quoted = format!(":::quote{{lang=en}}\n{sentence}\n:::\n");
    assert_eq!(pair(&quoted, &quoted), NOTHING);
    assert_eq!(pair("a\n", &format!("Dijo: «{sentence}» y salió.\n")), ["foreign-text a.es.md:5"]);
    assert_eq!(pair("a\n", &format!("Dijo: «[{sentence}]{{lang=en}}» y salió.\n")), NOTHING);
    assert_eq!(
        pair(
            "Ken Blanchard, Sheldon Bowles, `apologue check --format json`\n",
            "Ken Blanchard, Sheldon Bowles, `apologue check --format json`\n"
        ),
        NOTHING
    );
}

const QUIZ: &str = "---\ntitle: A\n---\n:::quiz{id=a}\nb?\n\n- [x] c\n- [ ] d\n:::\n";

#[test]
fn a_quiz_has_the_same_right_answers_in_all_languages() {
    let with = |spanish: &str| said(&[("content/stories/a.en.md", QUIZ), ("content/stories/a.es.md", spanish)], false);
    assert_eq!(with(QUIZ), NOTHING);
    assert_eq!(with(&QUIZ.replace("[x]", "[ ]").replace("[ ] d", "[x] d")), ["quiz-differs right a.es.md:4 a.en.md:4"]);
    assert_eq!(with(&QUIZ.replace(":::\n", "- [ ] e\n:::\n")), ["quiz-differs answers a.es.md:4 a.en.md:4"]);
    assert_eq!(with(&QUIZ.replace("id=a", "id=b")), ["quiz-differs added a.es.md:4 a.en.md:4"]);
    assert_eq!(with("---\ntitle: A\n---\n"), ["quiz-differs missing a.es.md:0 a.en.md:4", "directives-differ missing a.es.md:0 a.en.md:4"]);
    let adaptation =
        QUIZ.replace("title: A\n", "title: A\ntranslation: {method: adaptation}\n").replace(":::quiz", "## Otra cosa, 250\n\n:::quiz");
    assert_eq!(with(&adaptation), NOTHING);
}

#[test]
fn a_translation_that_is_behind_is_held_to_what_it_was_made_from() {
    let old = "---\ntitle: A\n---\nIt cost 300.\n\n[[b]]\n";
    let head = format!("---\nfrom: en\ntext: {}\n---\n", crate::translation::snapshot::fingerprint(old));
    let snapshot = format!("{head}{old}");
    let new = "---\ntitle: A\n---\nIt cost 400.\n\n[[c]]\n\n## New\n\n:::quiz{id=a}\nb?\n\n- [x] c\n- [ ] d\n:::\n";
    let of = |spanish: &str| {
        let other = "---\ntitle: C\n---\n";
        said(
            &[
                ("content/stories/a.en.md", new),
                ("content/stories/a.es.md", spanish),
                ("content/stories/b.en.md", other),
                ("content/stories/c.en.md", other),
                ("content/.translated-from/stories/a.es.md", &snapshot),
            ],
            false,
        )
    };
    assert_eq!(of("---\ntitle: B\ntranslation: {from: en}\n---\nCostó 300.\n\n[[b]]\n"), NOTHING);
    assert_eq!(of("---\ntitle: B\ntranslation: {from: en}\n---\nCostó 30.\n\n[[b]]\n"), ["numbers-differ other a.es.md:5 a.es.md:8"]);
    assert_eq!(of("---\ntitle: B\ntranslation: {from: en}\n---\nCostó 300.\n"), ["links-differ missing a.es.md:0 a.es.md:10"]);
}

#[test]
fn a_note_is_dismissed_with_a_reason_and_an_idle_dismissal_is_said() {
    let spanish = |dismiss: &str, text: &str| {
        let spanish = format!("---\ntitle: B\ndismiss: {{{dismiss}}}\n---\n{text}\n");
        said(&[("content/stories/a.en.md", "---\ntitle: A\n---\nIt cost 300.\n"), ("content/stories/a.es.md", &spanish)], false)
    };
    assert_eq!(spanish("numbers-differ: En otra moneda", "Costó 30."), NOTHING);
    assert_eq!(spanish("numbers-differ: En otra moneda", "Costó 300."), ["unused-dismissal a.es.md:3"]);
}

#[test]
fn drafts_are_looked_at_on_wish() {
    let files =
        [("content/stories/a.en.md", "---\ntitle: A\n---\n300\n"), ("content/stories/a.es.md", "---\ntitle: B\ndraft: true\n---\n30\n")];
    assert_eq!(said(&files, false), NOTHING);
    assert_eq!(said(&files, true), ["numbers-differ other a.es.md:5 a.en.md:4"]);
}

#[test]
fn near_copies_are_told_at_both_and_dismissed_at_either() {
    let long: String = (0..80).map(|n| format!("word{n} ")).collect();
    let of = |front: &str| {
        let (a, b) = (format!("---\ntitle: A\n{front}---\n{long}\n"), format!("---\ntitle: B\n---\n{long} and the end.\n"));
        said(&[("content/stories/a.en.md", &a), ("content/stories/b.en.md", &b)], false)
    };
    assert_eq!(of(""), ["near-copy b.en.md:0 a.en.md:0"]);
    assert_eq!(of("dismiss: {near-copy: One is for the morning}\n"), NOTHING);
}
