//! Blocks with a meaning.

use super::{html, problems, read, read_as, show};

#[test]
fn a_quotation_stands_beside_its_rendering() {
    assert_eq!(
        html(
            "::::quote{lang=en by=\"Nordstrom\" source=\"Handbook\"}\nUse \"best\" judgment.\n\n:::rendering\nРешайте \"сами\".\n:::\n::::\n"
        ),
        "<figure class=\"quote\">\n<blockquote class=\"original\" lang=\"en\" dir=\"ltr\">\n<p>Use “best” judgment.</p>\n</blockquote>\n\
         <blockquote class=\"rendering\">\n<p>Решайте «сами».</p>\n</blockquote>\n\
         <figcaption><span class=\"by\">Nordstrom</span>, <cite>Handbook</cite></figcaption>\n</figure>"
    );
    assert!(html(":::quote{lang=ru}\nДа\n:::").contains("<blockquote class=\"original\">"), "the text's own language needs no mark");
    assert!(html(":::quote{lang=ar}\nنعم\n:::").contains("lang=\"ar\" dir=\"rtl\""));
}

#[test]
fn a_checklist_has_boxes_with_stable_ids() {
    assert_eq!(
        html(":::checklist{id=смена}\n- Раз\n  - Два\n- [x] Три\n:::"),
        "<div class=\"checklist\" id=\"смена\" data-checklist=\"смена\">\n<ul>\n\
         <li><input type=\"checkbox\" id=\"_check-смена-1\"> <label for=\"_check-смена-1\">Раз</label><ul>\n\
         <li><input type=\"checkbox\" id=\"_check-смена-2\"> <label for=\"_check-смена-2\">Два</label></li>\n</ul>\n</li>\n\
         <li><input type=\"checkbox\" id=\"_check-смена-3\" checked> <label for=\"_check-смена-3\">Три</label></li>\n</ul>\n</div>"
    );
    assert!(html(":::checklist\n- Раз\n:::\n\n:::checklist\n- Два\n:::").contains("id=\"_check-_2-1\""));
}

const QUIZ: &str = ":::quiz{id=этапы}\nЧто *раньше*?\n\n- [ ] Да\n\n  Нет.\n- [x] [[серьги|Нет]]\n\n  Верно.\n:::\n";

#[test]
fn a_quiz_works_without_a_script() {
    let parsed = read(QUIZ);
    assert_eq!(parsed.problems, []);
    assert_eq!(parsed.face.quizzes, ["этапы"]);
    let html = show(&parsed.body.pieces);
    assert!(html.starts_with(
        "<div class=\"quiz\" id=\"этапы\" data-quiz=\"этапы\">\n<fieldset>\n<legend>Что <em>раньше</em>?</legend>\n<ul class=\"answers\">"
    ));
    assert!(html.contains("<li><input type=\"radio\" name=\"_quiz-этапы\" id=\"_quiz-этапы-2\" value=\"2\" data-right> <label for=\"_quiz-этапы-2\"><a 0>Нет</a></label></li>"));
    assert!(html.contains("<details class=\"replies\">\n<summary>{quiz-show-answer}</summary>"));
    assert!(html.contains(
        "<li class=\"reply right\" data-answer=\"2\">\n<p>Нет <strong class=\"verdict\">{quiz-right}</strong></p>\n<p>Верно.</p>\n</li>"
    ));
    assert_eq!(parsed.face.links.len(), 1, "the answer that is shown again is no second link");
    assert!(!parsed.face.excerpt.contains("Верно"));
}

#[test]
fn several_right_answers_are_ticked() {
    assert!(html(":::quiz{id=q}\nЧто?\n\n- [x] Раз\n- [x] Два\n- [ ] Три\n:::").contains("<input type=\"checkbox\" name=\"_quiz-q\""));
}

#[test]
fn a_quiz_that_cannot_be_answered_is_an_error() {
    for (quiz, reason) in [
        ("- [x] а\n- [ ] б", "no-question"),
        ("Что?", "no-answers"),
        ("Что?\n\n- [x] а", "one-answer"),
        ("Что?\n\n- [ ] а\n- [ ] б", "no-right-answer"),
        ("Что?\n\n- [x] а\n- б", "no-box"),
    ] {
        let parsed = read(&format!(":::quiz{{id=q}}\n{quiz}\n:::"));
        let [problem] = &parsed.problems[..] else { panic!("{quiz}: {:?}", parsed.problems) };
        assert_eq!(problem.args, [("problem".into(), reason.to_owned())]);
    }
    assert_eq!(problems(&QUIZ.repeat(2)), ["duplicate-quiz 11:9"]);
}

#[test]
fn what_only_facilitators_see_leaves_no_trace() {
    let source =
        ":::facilitator\n## Ход\n\nСкажите [[серьги]][^1] ![Ё](ё.png)\n\n::::quiz\n::::\n:::\n\nТекст[^2]\n\n[^1]: Тайна\n[^2]: Явно\n";
    let source = source.replace("::::quiz\n::::\n", "");
    let parsed = read(&source);
    assert_eq!(parsed.problems, []);
    let html = show(&parsed.body.pieces);
    let mut learners = String::new();
    let mut depth = 0;
    for c in html.chars() {
        match c {
            '⟦' => depth += 1,
            '⟧' => depth -= 1,
            c if depth == 0 => learners.push(c),
            _ => {}
        }
    }
    assert!(
        !learners.contains("Ход") && !learners.contains("Тайна") && !learners.contains("fn-2") && learners.contains("fn-1"),
        "{learners}"
    );
    assert!(
        parsed.face.has_facilitator
            && parsed.face.headings[0].facilitator
            && parsed.face.links[0].facilitator
            && parsed.face.assets[0].facilitator
    );
    assert_eq!((parsed.face.excerpt.as_str(), parsed.face.characters), ("Текст", "ТекстЯвно".chars().count() as u32));
    assert!(read(":::::facilitator\n::::quiz{id=q}\nЧто?\n\n- [x] а\n- [ ] б\n::::\n:::::").face.quizzes.is_empty());
}

#[test]
fn blocks_have_titles_of_their_own_or_the_interfaces() {
    assert_eq!(html(":::solution\nДа\n:::"), "<details class=\"solution\">\n<summary>{solution-title}</summary>\n<p>Да</p>\n</details>");
    assert_eq!(
        html(":::keypoints{title='\"Ёж\"'}\nДа\n:::"),
        "<div class=\"keypoints\" role=\"group\" aria-labelledby=\"_block-1\">\n<p class=\"block-title\" id=\"_block-1\">«Ёж»</p>\n<p>Да</p>\n</div>"
    );
    assert!(html(":::note\nДа\n:::").contains("class=\"callout callout-note\""));
    assert!(html(":::discussion\nДа?\n:::").contains("{discussion-title}"));
    assert_eq!(read(":::note{id=ключ}\nДа\n:::").face.anchors, ["ключ"]);
}

#[test]
fn a_video_is_played_from_the_site_or_linked() {
    assert_eq!(
        html(":::video{src=f.mp4 captions=\"f.ru.vtt, f.en.vtt\" poster=p.jpg title=Фильм}\nСлова\n:::"),
        "<div class=\"video\">\n<p class=\"block-title\">Фильм</p>\n<video controls preload=\"none\" aria-label=\"Фильм\" src=\"{asset 0}\" {poster 1}>\n\
         {tracks 0: 2 ru 3 en}</video>\n<details class=\"transcript\">\n<summary>{video-transcript}</summary>\n<p>Слова</p>\n</details>\n</div>"
    );
    assert!(html(":::video{src=https://v.example/1}\n:::").contains("<p class=\"video-link\"><a 0>{video-link}</a></p>"));
    assert_eq!(problems(":::video\n:::\n:::video{src=javascript:x}\n:::"), ["missing-attribute 1:1", "forbidden-scheme 3:10"]);
    assert!(
        show(&read_as("he", ":::video{src=a.mp4 lang=en}\n`x`\n:::").body.pieces).contains("<div class=\"video\" lang=\"en\" dir=\"ltr\">")
    );
}

#[test]
fn fences_that_do_not_fit_are_said() {
    assert_eq!(problems(":::quote\n:::note\nда\n:::\n:::"), ["nested-fence 2:1"]);
    assert_eq!(problems(":::note\nда\n\n::::note\nнет\n::::\n"), ["unclosed-directive 1:1"]);
    assert_eq!(problems("да\n:::\n"), ["stray-fence 2:1"]);
    assert_eq!(problems("- а\n  :::note\n\n> :::note\n\n  :::\n"), ["misplaced-fence 2:3", "misplaced-fence 4:3", "misplaced-fence 6:3"]);
    assert_eq!(problems(":::rendering\n:::"), ["misplaced-directive 1:1"]);
    assert_eq!(problems(":::qoute\n:::"), ["unknown-directive 1:4"]);
    assert_eq!(read(":::qoute\n:::").problems[0].suggestion.as_deref(), Some("quote"));
    assert_eq!(problems("```\n:::\n```\n\n    :::\n\n<!--\n:::\n-->\n\n:::)"), Vec::<String>::new());
}

#[test]
fn a_fence_ends_whatever_stands_before_it() {
    for before in ["абзац", "- пункт", "> цитата", "| а |\n|-|\n| б |", "Термин\n: слово", "[^1]: слово"]
    {
        let parsed = read(&format!("{before}\n:::note\nвнутри\n:::\nпосле"));
        let html = show(&parsed.body.pieces);
        assert!(html.contains("{callout-note}</p>\n<p>внутри</p>\n</div>\n<p>после</p>"), "{before}: {html}");
    }
}
