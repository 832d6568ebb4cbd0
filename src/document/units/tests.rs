use super::*;
use crate::base::path::SitePath;

fn text(text: &str) -> Text {
    Text::new(SitePath::new("content/a.ru.md"), text)
}

/// `kind/within: words`, one line a unit.
fn shown(source: &str) -> Vec<String> {
    let text = text(source);
    let line = |unit: &Unit| {
        let within: String = unit.within.iter().map(|name| format!("{name}/")).collect();
        format!("{within}{}: {}", unit.kind.as_str(), words(&text, unit).replace('\n', "⏎"))
    };
    of(&text).list.iter().map(line).collect()
}

#[test]
fn every_block_is_a_unit_at_its_exact_place() {
    let source = "---\ntitle: 'Серьги: начало'\nsummary: >\n  В двух\n  строках\nthemes: [a]\n---\n\nАбзац, *набранный*\nв две строки.  \nИ третья.\n\n## Правило ## {#id}\n\nВторой\n======\n\n- пункт\n  и дальше\n- [x] верно\n\n1. Первый\n\n   Ещё абзац\n\n> цитата\n> в две\n\n| А | Б |\n|---|---|\n| 1 | **2** |\n\n```sh\nкод\n```\n\nТермин\n: Смысл\n\n:::quote{lang=en by=\"Ken B.\"}\nKnow.\n:::\n";
    let expected = [
        "title: Серьги: начало",
        "summary: В двух строках",
        "paragraph: Абзац, *набранный* в две строки.\\⏎И третья.",
        "heading: Правило",
        "heading: Второй",
        "list/item: пункт и дальше",
        "list/task: верно",
        "list/item: Первый",
        "list/item/paragraph: Ещё абзац",
        "quote/paragraph: цитата в две",
        "row: А | Б",
        "row: 1 | **2**",
        "code: ```sh\nкод\n```",
        "definitions/term: Термин",
        "definitions/paragraph: Смысл",
        "quote/attribute: Ken B.",
        "quote/paragraph: Know.",
    ];
    assert_eq!(shown(source), expected.map(|line| line.replace('\n', "⏎")));
}

#[test]
fn a_quiz_has_a_question_answers_and_replies() {
    let source = ":::quiz{id=пять title=\"Проверь\"}\nСколько?\n\n- [ ] две\n  - Нет, больше.\n- [x] пять\n:::\n";
    let units = of(&text(source));
    assert_eq!(units.quizzes, [Quiz { id: Some("пять".into()), right: vec![false, true], at: units.quizzes[0].at }]);
    let expected = [
        "quiz/attribute: Проверь",
        "quiz/question: Сколько?",
        "quiz/list/task: две",
        "quiz/list/item/list/item: Нет, больше.",
        "quiz/list/task: пять",
    ];
    assert_eq!(shown(source), expected);
}

#[test]
fn wrapping_emphasis_and_the_style_of_links_do_not_count() {
    let meaning = |source: &str| of(&text(source)).list.iter().map(|unit| unit.meaning.clone()).collect::<Vec<_>>();
    assert_eq!(
        meaning("Смотри *историю*\n[Серьги](../stories/the-earrings.ru.md).\n"),
        meaning("Смотри историю [[the-earrings|Серьги]].\n")
    );
    assert_eq!(meaning("* a\n* b\n"), meaning("- a\n\n- b\n"));
    assert_ne!(meaning("[Серьги](a.ru.md)\n"), meaning("[Серьги](b.ru.md)\n"));
    assert_ne!(meaning("- [ ] a\n"), meaning("- [x] a\n"));
    assert_ne!(meaning("`a\"`\n"), meaning("`a”`\n"));
    assert_eq!(meaning("Абзац. ^id\n"), meaning("Абзац.\n"));
}

#[test]
fn units_know_their_section_and_whether_learners_see_them() {
    let units = of(&text("a\n\n# б\n\nв\n\n:::facilitator\nг\n:::\n\n# д\n"));
    let facts: Vec<_> = units.list.iter().map(|unit| (unit.section, unit.facilitator)).collect();
    assert_eq!(facts, [(None, false), (Some(0), false), (Some(0), false), (Some(0), true), (Some(1), false)]);
}

#[test]
fn references_are_listed_without_their_language() {
    let units = of(&text("[[stories/x]], [y](../a/y.ru.md) и ![слон](слон.jpg)\n"));
    let names: Vec<_> = units.list[0].references.iter().map(|reference| (reference.name.as_str(), reference.image)).collect();
    assert_eq!(names, [("x", false), ("y", false), ("слон.jpg", true)]);
}

#[test]
fn a_callout_is_a_title_and_what_stands_below_it() {
    let source = "> [!tip]- Совет *дня*\n> Сначала слушай,\n> потом говори.\n>\n> - пункт\n\n> [!note]\n> Только текст.\n\n> [!note] Только заглавие\n";
    let expected = [
        "quote/callout/attribute: Совет *дня*",
        "quote/callout/paragraph: Сначала слушай, потом говори.",
        "quote/callout/list/item: пункт",
        "quote/callout/paragraph: Только текст.",
        "quote/callout/attribute: Только заглавие",
    ];
    assert_eq!(shown(source), expected);
}
