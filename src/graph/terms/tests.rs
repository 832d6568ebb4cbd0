use proptest::prelude::*;

use super::*;
use crate::base::path::SitePath;
use crate::base::text::Text;
use crate::graph::Data;

fn config(languages: &str) -> Config {
    let default = languages.split(',').next().unwrap();
    let source = format!("title: T\nlanguages: [{languages}]\ndefault_language: {default}\nuntagged: default\n");
    crate::config::read(Text::new(SitePath::new("site.yaml"), source)).0.unwrap()
}

fn thesaurus(themes: &str, config: &Config) -> Thesaurus {
    Data::read(&[Text::new(SitePath::new("content/themes.yaml"), themes)], config).0.thesaurus
}

fn document(language: &str, body: &str, config: &Config) -> Document {
    let text = Text::new(SitePath::new(format!("content/a.{language}.md")), format!("---\ntitle: T\n---\n{body}"));
    crate::document::parse(&text, config).unwrap()
}

/// The mentions in a text: the words as they are written, and the theme.
fn mentions(language: &str, themes: &str, body: &str) -> Vec<String> {
    let config = config(language);
    let thesaurus = thesaurus(themes, &config);
    let terms = Terms::new(&thesaurus, &config);
    let document = document(language, body, &config);
    let ids: Vec<&str> = thesaurus.concepts.keys().map(|id| id.as_str()).collect();
    let say = |mention: &Mention| {
        let (place, words) = terms.place(&document, mention).unwrap();
        // What the place points at is what was found.
        let line = document.text.text.lines().nth(place.line as usize - 1).unwrap();
        let there: String = line.chars().skip(place.column as usize - 1).collect();
        assert!(there.starts_with(words.split(' ').next().unwrap()), "{there:?} {words:?}");
        format!("{words} → {}", ids[mention.concept])
    };
    terms.mentions(&document, None).iter().map(say).collect()
}

#[test]
fn inflected_forms_are_mentions() {
    for (language, themes, text, expected) in [
        ("ru", "c: {label: клиент, term: yes}", "Он говорил с клиентами долго.", "клиентами → c"),
        ("ru", "c: {label: сарафанное радио, term: yes}", "Всё решает Сарафанного радио сила.", "Сарафанного радио → c"),
        ("ru", "c: {label: зелёный свет, term: yes}", "На зеленом свете едут.", "зеленом свете → c"),
        ("ru", "c: {label: жалоба, term: yes}", "О жало\u{301}бах говорят.", "жало\u{301}бах → c"),
        ("es", "c: {label: reclamación, term: yes}", "¡Reclamaciones, no!", "Reclamaciones → c"),
        ("es", "c: {label: momento de la verdad, term: yes}", "Los momentos de la verdad cuentan.", "momentos de la verdad → c"),
        ("it", "c: {label: arte, term: yes}", "La forza dell'arte.", "arte → c"),
        ("it", "c: {label: riparare all’errore, term: yes}", "Si riparano all'errore.", "riparano all'errore → c"),
        ("it", "c: {label: reclamo, term: yes}", "Dei reclami si parla.", "reclami → c"),
        ("en", "c: {label: complaint, term: yes}", "Her Complaint's end; complaints.", "Complaint's → c"),
        ("en", "c: {label: word of mouth, term: yes}", "By word-of-mouth.", "word-of-mouth → c"),
        ("en", "c: {label: Q&A session, term: yes}", "Two Q&A sessions.", ""),
        ("he", "c: {label: שירות לקוחות, term: yes}", "על שירות לקוחות ועוד.", "שירות לקוחות → c"),
        ("he", "c: {label: שירות, term: yes}", "השירות.", ""),
        ("ja", "c: {label: 信頼, term: yes}", "人の信頼と苦情。", "信頼 → c"),
        ("pt-BR", "c: {label: cliente, term: yes}", "Os clientes.", "clientes → c"),
    ] {
        assert_eq!(mentions(language, themes, text).join(", "), expected, "{language}: {text}");
    }
}

#[test]
fn a_name_of_several_words_is_found_across_a_line_end_and_typography() {
    let themes = "c: {label: {ru: слово в слово}, term: yes}";
    assert_eq!(mentions("ru", themes, "«Вот», — и слово\nв слово."), ["слово в → c".replace("слово в", "слово в слово")]);
}

#[test]
fn the_longest_name_wins_and_only_the_first_mention_is_one() {
    let themes = "a: {label: service, term: yes}\nb: {label: customer service, other_names: {en: [care]}, term: yes}";
    let text = "Good customer service is service. Care, services, customer service.";
    assert_eq!(mentions("en", themes, text), ["customer service → b", "service → a"]);
    assert_eq!(mentions("en", "a: {label: a b c, term: yes}\nb: {label: b, term: yes}", "So a b a b c"), ["b → b", "a b c → a"]);
}

#[test]
fn only_terms_are_found_and_only_in_their_language() {
    assert_eq!(mentions("en", "a: service", "A service."), [""; 0]);
    assert_eq!(mentions("es", "a: {label: {es: servicio, en: sin}, term: yes}", "Sin servicios."), ["servicios → a"]);
    assert_eq!(
        mentions(
            "en",
            "a: {label: thing, other_names: {en: [stuff]}, hidden: {en: [gear]}, avoid: {en: [junk]}, term: yes}",
            "Gear, junk and stuff."
        ),
        ["stuff → a"]
    );
}

#[test]
fn what_is_no_running_text_of_the_author_is_left_alone() {
    let themes = "a: {label: service, term: yes}";
    for text in [
        "## Service\n",
        "[service](https://example.org)",
        "[[a|the service]]",
        "`service`",
        "```\nservice\n```",
        "> service",
        "<q>service</q> and <cite>service</cite>",
        ":::quote{by=X}\nservice\n:::",
        ":::quiz{id=q}\nWhat is service?\n\n- [x] service\n- [ ] no service\n  - service\n:::",
        "[service]{lang=fr}",
        "~~service~~",
        "![service](a.jpg)",
        ":::facilitator\nservice\n:::",
        ":::solution\nservice\n:::",
        ":::checklist\n- service\n:::",
        ":::note{title=service}\n:::",
        "service\n: a",
        "| service |\n|---|\n| x |",
        "<details><summary>service</summary>\n\nx\n\n</details>",
        "self-service, service-level, service@example.org, service.example.org, my_service, a/service",
        "%%service%%",
    ] {
        assert_eq!(mentions("en", themes, text), [""; 0], "{text}");
    }
    for text in [
        "*service*",
        "a **service**.",
        "==service==",
        "- service",
        "| x |\n|---|\n| service |",
        ":::note\nservice\n:::",
        ":::keypoints\nservice\n:::",
        "> [!tip]\n> service",
        "a\n: service",
        "\"service\" & &amp; &lt;x",
        "“service”",
        "(service)",
        "[x](https://example.org) service",
        "%%hidden words%% x&nbsp;y service",
        "a[^1]\n\n[^1]: service",
    ] {
        assert_eq!(mentions("en", themes, text), ["service → a"], "{text}");
    }
}

#[test]
fn capitals_alone_are_not_the_word_in_small_letters() {
    let themes = "a: {label: IT, term: yes}";
    assert_eq!(mentions("en", themes, "It is it."), [""; 0]);
    assert_eq!(mentions("en", themes, "It is IT."), ["IT → a"]);
}

#[test]
fn forms_of_two_terms_are_no_links_and_the_two_are_named() {
    let themes = "a: {label: политик, term: yes}\nb: {label: политика, other_names: {ru: [курс]}, term: yes}\nc: {label: политики}\n";
    assert_eq!(mentions("ru", themes, "О политике и курсе."), ["курсе → b"]);
    let config = config("ru");
    let notes: Vec<String> = notes(&thesaurus(themes, &config), &config).iter().map(Diagnostic::brief).collect();
    assert_eq!(notes, ["2:12 shared-term политика | a | политик | ru"]);
}

#[test]
fn a_site_without_terms_looks_for_none() {
    let config = config("en");
    assert!(Terms::new(&thesaurus("a: service", &config), &config).is_empty());
    assert!(Terms::new(&thesaurus("a: {label: '—', term: yes}", &config), &config).is_empty());
}

proptest! {
    #[test]
    fn mentions_are_words_of_the_text_in_their_order(body in "(service|Services|a|ё|&amp;|<|>|\\*|`|\\[|\\]|\n|\n\n|> | |-|“|c|customer){0,40}", language in "en|ru|he") {
        let config = config(&language);
        let thesaurus = thesaurus("a: {label: service, term: yes}\nb: {label: customer service a, term: yes}\nc: {label: amp, term: yes}", &config);
        let terms = Terms::new(&thesaurus, &config);
        let document = document(&language, &body, &config);
        let mut last = (0, 0);
        for mention in terms.mentions(&document, None) {
            let Piece::Html(html) = &document.body.pieces[mention.piece] else { panic!() };
            prop_assert!((mention.piece, mention.at.start) >= last);
            last = (mention.piece, mention.at.end);
            let words = &html[mention.at.clone()];
            prop_assert!(!words.contains(['<', '>', '&']), "{}", words);
            prop_assert!(terms.place(&document, &mention).is_some(), "{}", words);
        }
    }
}
