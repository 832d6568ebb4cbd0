use jiff::civil::Date;
use proptest::prelude::*;

use super::*;
use crate::base::diagnostic::Diagnostic;
use crate::base::path::SitePath;
use crate::base::text::Text;
use crate::base::yaml::Step;
use crate::config::Config;

fn config(more: &str) -> Config {
    let source = format!("title: T\nlanguages: [es, ru, en]\ndefault_language: es\n{more}\n");
    crate::config::read(Text::new(SitePath::new("site.yaml"), source)).0.unwrap()
}

fn file(front: &str) -> Text {
    Text::new(SitePath::new("content/stories/a.es.md"), format!("---\n{front}\n---\nBody\n"))
}

fn read_in(front: &str, config: &Config) -> (FrontMatter, Vec<String>) {
    let text = file(front);
    let (front, problems) = read(&text, split(&text).front_matter.unwrap(), config);
    (front, problems.iter().map(Diagnostic::brief).collect())
}

fn sound(front: &str) -> FrontMatter {
    let (read, problems) = read_in(front, &config(""));
    assert_eq!(problems, Vec::<String>::new(), "{front}");
    read
}

fn texts(list: &[&str]) -> Vec<String> {
    list.iter().map(|&text| text.to_owned()).collect()
}

#[test]
fn every_key_is_read() {
    let front = sound(
        "title: 2024\nsummary: Серьги\nslug: серьги\nkeywords: [серёжки]\nredirects: old/a.html\nthemes: trust\nkind: story\nlevel: 2\nminutes: 15\naudience: new\n\
         weight: -3\nfeatured: yes\nlead: true\nsaid_by: {es: Fulano}\nillustrates: [maxims/a]\npractises: maxims/b\nsee_also: [c]\nnumbered: no\ncadence: weekly\n\
         former_ids: old\nwithdrawn: true\ntranslate: none\ndraft: off\ndate: 2026-09-01\nupdated: '2026-09-02'\nowner: Recepción\nreview_by: 2027-01-01\n\
         translation: {from: zh, method: machine-edited, tool: T, by: A, on: 2026-01-01, reviewed_by: B, reviewed_on: 2026-01-02}",
    );
    let day = |year, month, day| Date::new(year, month, day).ok();
    assert_eq!((front.title.as_deref(), front.summary.as_deref(), front.slug.as_deref()), (Some("2024"), Some("Серьги"), Some("серьги")));
    assert_eq!((front.keywords, front.redirects), (texts(&["серёжки"]), texts(&["old/a.html"])));
    assert_eq!((front.draft, front.date, front.updated), (Some(false), day(2026, 9, 1), day(2026, 9, 2)));
    assert_eq!((front.owner.as_deref(), front.review_by), (Some("Recepción"), day(2027, 1, 1)));
    let translation = front.translation.unwrap();
    assert_eq!(translation.from.map(|language| language.to_string()).as_deref(), Some("zh"));
    assert_eq!(
        (translation.method, translation.on, translation.reviewed_on),
        (Some(Method::MachineEdited), day(2026, 1, 1), day(2026, 1, 2))
    );
    assert_eq!(
        (translation.tool.as_deref(), translation.by.as_deref(), translation.reviewed_by.as_deref()),
        (Some("T"), Some("A"), Some("B"))
    );
    let work = front.work;
    assert_eq!((work.themes, work.kind, work.level, work.minutes), (Some(texts(&["trust"])), Some(Kind::Story), Some(2), Some(15)));
    assert_eq!((work.audience, work.weight, work.featured, work.lead), (Some(texts(&["new"])), Some(-3), Some(true), Some(true)));
    assert_eq!(work.said_by.unwrap().by_language.len(), 1);
    assert_eq!(
        (work.illustrates, work.practises, work.see_also),
        (Some(texts(&["maxims/a"])), Some(texts(&["maxims/b"])), Some(texts(&["c"])))
    );
    assert_eq!((work.numbered, work.cadence, work.former_ids), (Some(false), Some(Cadence::Weekly), Some(texts(&["old"]))));
    assert_eq!((work.withdrawn, work.translate), (Some(Withdrawn::default()), Some(vec![])));
}

#[test]
fn what_is_not_stated_is_absent() {
    assert_eq!(sound(""), FrontMatter::default());
    assert_eq!(sound("title:\nthemes: ~\nwithdrawn: false\ndate: ''\nslug: "), FrontMatter::default());
}

#[test]
fn a_source_is_a_work_alone_or_a_mapping() {
    let source = |front: &str| sound(front).work.source.unwrap();
    let alone = source("source: exceptional-service");
    assert_eq!((alone.work.unwrap().plain.as_deref(), alone.author.len()), (Some("exceptional-service"), 0));
    let full =
        source("source: {author: [a, {es: B, ru: В}], work: w, year: 2010, page: 12, url: 'https://a.org', licence: CC0, fiction: no}");
    assert_eq!((full.author.len(), full.author[1].by_language.len()), (2, 2));
    assert_eq!((full.year, full.page.as_deref(), full.fiction), (Some(2010), Some("12"), Some(false)));
    assert_eq!(source("source: {author: ken-blanchard}").author[0].plain.as_deref(), Some("ken-blanchard"));
}

#[test]
fn steps_are_ids_and_titled_parts() {
    let steps =
        sound("steps:\n  - a\n  - b\n  - section: {es: Uno}\n    works: [c, d]\n  - e\n  - section: Dos\n    works: f").work.steps.unwrap();
    let shape: Vec<(bool, usize)> = steps.iter().map(|section| (section.title.is_some(), section.works.len())).collect();
    assert_eq!(shape, [(false, 2), (true, 2), (false, 1), (true, 1)]);
}

#[test]
fn a_withdrawal_may_say_when_and_why() {
    let withdrawn = sound("withdrawn: {on: 2026-01-01, reason: Antigua, replaced_by: stories/b}").work.withdrawn.unwrap();
    assert!(withdrawn.on.is_some() && withdrawn.reason.is_some() && withdrawn.replaced_by.as_deref() == Some("stories/b"));
}

#[test]
fn each_wrong_value_is_named_where_it_stands() {
    for (front, expected) in [
        ("level: 4", "2:8 invalid-value level | range | 4 | 1–3"),
        ("level: easy", "2:8 wrong-type level | number | text | easy"),
        ("minutes: 0", "2:10 invalid-value minutes | range | 0 | 1–100000"),
        ("kind: tale", "2:7 invalid-value kind | one-of | tale | path, story, maxim, exercise, page"),
        ("cadence: weekli", "2:10 invalid-value cadence | one-of | weekli | daily, weekly, monthly → weekly"),
        ("draft: maybe", "2:8 wrong-type draft | yes-no | text | maybe"),
        ("date: 1.9.2026", "2:7 invalid-date date | 1.9.2026"),
        ("review_by: Ana", "2:12 invalid-date review_by | Ana"),
        ("title: [a]", "2:8 wrong-type title | text | list"),
        ("title: {es: a}", "2:8 wrong-type title | text | mapping"),
        ("themes: {a: b}", "2:9 wrong-type themes | texts | mapping"),
        ("themes: [[a]]", "2:10 wrong-type themes | text | list"),
        ("slug: a/b", "2:7 invalid-slug a/b | slash"),
        ("slug: index", "2:7 invalid-slug index | index"),
        ("slug: NUL", "2:7 invalid-slug NUL | reserved"),
        ("slug: ..", "2:7 invalid-slug .. | leading-dot"),
        ("slug: 'a\\b'", "2:7 invalid-slug a\\b | slash"),
        ("slug: end.", "2:7 invalid-slug end. | edge"),
        ("slug: what?", "2:7 invalid-slug what? | character | ?"),
        ("translate: [fr]", "2:13 unknown-language fr | site | es, ru, en"),
        ("translate: {es: a}", "2:12 wrong-type translate | languages | mapping"),
        ("translation: en", "2:14 wrong-type translation | mapping | text | en"),
        ("translation: {from: xx}", "2:21 unknown-language xx | any"),
        ("translation: {form: en}", "2:15 unknown-key translation.form → from"),
        (
            "translation: {method: robot}",
            "2:23 invalid-value translation.method | one-of | robot | human, machine, machine-edited, adaptation",
        ),
        ("dismiss: numbers-differ", "2:10 wrong-type dismiss | mapping | text | numbers-differ"),
        ("dismiss: {number-differ: a}", "2:11 unknown-key dismiss.number-differ → numbers-differ"),
        ("dismiss: {numbers-differ: ''}", "2:27 invalid-value dismiss.numbers-differ | reason"),
        ("dismiss:\n  links-differ:", "3:3 invalid-value dismiss.links-differ | reason"),
        ("dismiss: {links-differ: [a]}", "2:25 wrong-type dismiss.links-differ | text | list"),
        ("source: {title: x}", "2:10 unknown-key source.title"),
        ("source: {url: x}", "2:15 invalid-value source.url | web-address | x"),
        ("source: [a]", "2:9 wrong-type source | mapping | list"),
        ("steps: {a: b}", "2:8 wrong-type steps | steps | mapping"),
        ("steps: [{section: A}]", "2:9 missing-key steps.works"),
        ("steps:\n  - sections: A\n    works: [a]", "3:5 unknown-key steps.sections → section"),
        ("withdrawn: {in: 2026-01-01}", "2:13 unknown-key withdrawn.in"),
        ("said_by: {xx: A}", "2:11 unknown-language xx | site | es, ru, en"),
        ("tags: [a]", "2:1 unknown-key tags → themes"),
        ("заголовок: Серьги", "2:1 unknown-key заголовок → title"),
        ("sumary: a", "2:1 unknown-key sumary → summary"),
        ("cssclass: a", "2:1 unknown-key cssclass"),
        ("title: a\ntitle: b", "3:1 duplicate-key title"),
        ("title: Foo: bar", "2:8 invalid-yaml colon-in-value"),
    ] {
        assert_eq!(read_in(front, &config("")).1, [expected], "{front}");
    }
}

#[test]
fn other_programs_keys_may_stand_and_audiences_may_be_named() {
    let config = config("ignore_keys: [cssclass]\naudiences: [kitchen]");
    let (front, problems) = read_in("cssclass: {any: [thing]}\naudience: [kitchen, kitchn]", &config);
    assert_eq!(front.work.audience, Some(texts(&["kitchen"])));
    assert_eq!(problems, ["3:21 invalid-value audience | one-of | kitchn | kitchen → kitchen"]);
}

#[test]
fn a_value_is_found_again_when_something_is_wrong_with_it_later() {
    let text = file("темы: x\nthemes: [доверие, «сервис»]\nsteps:\n  - a\n  - section: A\n    works: [b, c]\n  - d");
    let at = |place: crate::base::text::Place| (place.line, place.column);
    assert_eq!(at(locate(&text, &[Step::Key("themes"), Step::Index(1)])), (3, 19));
    let steps: Vec<_> = (0..5).map(|number| at(locate_step(&text, number))).collect();
    assert_eq!(steps, [(5, 5), (7, 13), (7, 16), (8, 5), (5, 3)]);
}

#[test]
fn no_known_key_takes_a_nonsensical_value_in_silence() {
    for key in KEYS {
        let (_, problems) = read_in(&format!("{key}: [{{x: {{y: [z]}}}}]"), &config(""));
        assert!(problems.iter().any(|problem| !problem.contains("unknown-key")), "{key}");
    }
    for (key, inner) in [("source", &SOURCE_KEYS[..]), ("translation", &TRANSLATION_KEYS), ("withdrawn", &WITHDRAWN_KEYS)] {
        for inner in inner {
            let (_, problems) = read_in(&format!("{key}: {{{inner}: [{{x: {{y: [z]}}}}]}}"), &config(""));
            assert!(problems.iter().any(|problem| !problem.contains("unknown-key")), "{key}.{inner}");
        }
    }
}

#[test]
fn only_notes_are_dismissed() {
    assert!(DISMISSIBLE.iter().all(|code| code.severity() == crate::base::diagnostic::Severity::Note));
    let front = sound("dismiss: {numbers-differ: In lei}");
    assert_eq!(front.dismiss.into_iter().collect::<Vec<_>>(), [(Code::NumbersDiffer, "In lei".to_owned())]);
}

proptest! {
    #[test]
    fn nothing_panics(source in any::<String>(), value in any::<String>(), key in proptest::sample::select(KEYS.to_vec())) {
        let config = config("");
        for source in [source.clone(), format!("---\n{source}\n---\n"), format!("---\n{key}: {value}\n---\n")] {
            let text = Text::new(SitePath::new("content/a.es.md"), source);
            let parts = split(&text);
            prop_assert!(text.text.get(parts.body.clone()).is_some());
            if let Some(range) = parts.front_matter {
                read(&text, range, &config);
                locate_step(&text, 0);
            }
        }
    }
}
