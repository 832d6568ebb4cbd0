use super::*;
use crate::base::path::SitePath;
use crate::base::text::Text;

struct Nowhere;

impl Surroundings for Nowhere {
    fn link(&self, number: u32) -> Option<String> {
        Some(format!("link-{number}.md"))
    }

    fn title(&self, number: u32) -> String {
        format!("Work *{number}*")
    }

    fn asset(&self, number: u32) -> Option<String> {
        Some(format!("asset ({number}).jpg"))
    }

    fn message(&self, id: &'static str) -> String {
        id.to_owned()
    }

    fn language_name(&self, language: Language) -> String {
        language.to_string()
    }

    fn facilitator(&self) -> bool {
        false
    }
}

fn document(body: &str) -> Document {
    let yaml = Text::new(SitePath::new("site.yaml"), "title: T\nlanguages: [en, ru]\ndefault_language: en\n");
    let config = crate::config::read(yaml).0.unwrap();
    let text = Text::new(SitePath::new("content/stories/lamp.en.md"), format!("---\ntitle: Lamp\n---\n{body}"));
    crate::document::parse(&text, &config).unwrap()
}

#[track_caller]
fn is(body: &str, markdown: &str) {
    let made = crate::document::plain::sections(&document(body), &Nowhere);
    let blocks: Vec<String> = made.into_iter().flat_map(|section| section.blocks).collect();
    assert_eq!(blocks.join("\n\n"), markdown);
}

#[test]
fn words_and_their_marks_stay() {
    is("A *b* **c** ~~d~~ `e` f.", "A *b* **c** ~~d~~ `e` f.");
    is("a\\\nb", "a\\\nb");
}

#[test]
fn what_an_author_wrote_as_text_stays_text() {
    is("\\*a\\* \\<b> \\[c] \\# 1\\. &amp;amp; d_e", "\\*a\\* \\<b> \\[c\\] # 1. \\&amp; d_e");
    is("\\# a", "\\# a");
    is("1\\. a", "1\\. a");
    is("\\- a", "\\- a");
}

#[test]
fn links_lead_where_the_site_says_and_bear_the_titles_of_works() {
    is("See [[other]] and [it](b.en.md).", "See [Work \\*0\\*](link-0.md) and [it](link-1.md).");
    is("![A lamp](a.jpg)", "![A lamp](asset%20%280%29.jpg)");
}

#[test]
fn a_quotation_says_whose_words_it_is_and_in_which_language() {
    is(
        "::::quote{lang=ru by=\"Иван\" source=\"Книга\"}\nДа.\n\n:::rendering{by=Ann}\nYes.\n:::\n::::",
        "> Да.\n>\n> Yes.\n>\n> — Иван, *Книга*, Ann (ru)",
    );
}

#[test]
fn a_quiz_tells_its_right_answers_in_a_folded_part() {
    is(
        ":::quiz{id=q}\nWhich?\n\n- [ ] One\n- [x] Two\n\n  Indeed.\n:::",
        "**Which?**\n\n1. One\n2. Two\n\n<details>\n<summary>quiz-show-answer</summary>\n\n2. Two **quiz-right**\n\n   Indeed.\n\n</details>",
    );
}

#[test]
fn what_is_for_facilitators_is_nowhere() {
    is("a[^1]\n\n:::facilitator\nSecret[^2]\n:::\n\n[^1]: Note\n[^2]: Hidden", "a[^1]\n\n[^1]: Note");
}

#[test]
fn lists_tables_and_code_stay_what_they_are() {
    is("1. a\n   - b\n2. c", "1. a\n   - b\n2. c");
    is("- [x] a\n- [ ] b", "- [x] a\n- [ ] b");
    is("| a | b |\n|--:|---|\n| c\\|d | e |", "| a | b |\n| --: | --- |\n| c\\|d | e |");
    is("````\n```\nx\n````", "````\n```\nx\n````");
}

#[test]
fn folded_parts_and_callouts_need_no_program_of_ours() {
    is(
        "> [!tip] Try\n> it\n\n:::solution\nSo.\n:::",
        "> **Try**\n>\n> it\n\n<details>\n<summary>solution-title</summary>\n\nSo.\n\n</details>",
    );
}

#[test]
fn sections_know_their_headings() {
    let document = document("a\n\n## B\n\nb\n\n:::facilitator\n## Hidden\n:::\n\n## C");
    let sections = crate::document::plain::sections(&document, &Nowhere);
    assert_eq!(sections.iter().map(|section| section.heading).collect::<Vec<_>>(), [None, Some(0), Some(2)]);
}
