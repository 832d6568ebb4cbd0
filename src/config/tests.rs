use proptest::prelude::*;

use super::*;
use crate::base::diagnostic::Diagnostic;
use crate::base::path::SitePath;

/// The configuration and its problems as `line:column code arguments`.
fn read_site(source: &str) -> (Option<Config>, Vec<String>) {
    let (config, problems) = read(Text::new(SitePath::new("site.yaml"), source));
    (config, problems.iter().map(Diagnostic::brief).collect())
}

fn language(tag: &str) -> Language {
    tag.parse().unwrap()
}

const LEAST: &str = "title: База знаний\nlanguages: [es, ru, it, en]\ndefault_language: es\n";

/// The problems of a sound site with one more line, which is the fourth.
fn with(lines: &str) -> Vec<String> {
    read_site(&format!("{LEAST}{lines}\n")).1
}

fn sound(lines: &str) -> Config {
    let (config, problems) = read_site(&format!("{LEAST}{lines}\n"));
    assert_eq!(problems, Vec::<String>::new(), "{lines}");
    config.unwrap()
}

#[test]
fn three_keys_are_enough_and_the_rest_has_defaults() {
    let config = sound("");
    assert_eq!(config.title.plain.as_deref(), Some("База знаний"));
    assert_eq!(config.languages, ["es", "ru", "it", "en"].map(language));
    assert_eq!(config.default_language, language("es"));
    assert_eq!((config.theme.as_str(), config.untagged_is_default, config.base_url.as_deref()), ("default", false, None));
    assert_eq!((config.fallback, config.outputs.as_slice()), (Fallback::default(), &OutputKind::ALL[..]));
    assert!(config.menu.is_none() && config.id.starts_with("site-") && config.id.len() == 15);
}

#[test]
fn a_site_of_one_language_says_so_and_no_more() {
    for languages in ["[es]", "es"] {
        let (config, problems) = read_site(&format!("title: Servir\nlanguages: {languages}\n"));
        assert!(problems.is_empty());
        assert_eq!(config.map(|config| config.default_language), Some(language("es")));
    }
}

#[test]
fn every_key_is_read() {
    let config = sound(
        "description: {es: Historias, ru: Истории}\npreparing: [it]\nbase_url: https://example.org/wiki/\ntheme: casa\nuntagged: default\noutputs: [html, feed]\n\
         menu: [stories, {label: {es: Inicio}, target: guide/start}, https://example.org]\nlogo: logo.svg\nfooter: |\n  One\n\n  Two\n\
         edit_url: https://git.example.org/edit/{path}\nreport_url: 'mailto:wiki@example.org?subject={title}'\naudiences: [front-desk, kitchen]\n\
         ignore_keys: [cssclass]\nid: wiki\n",
    );
    assert_eq!(config.description.unwrap().by_language[&language("ru")], "Истории");
    assert_eq!(config.preparing, [language("it")]);
    assert_eq!(config.base_url.as_deref(), Some("https://example.org/wiki/"));
    assert_eq!((config.theme.as_str(), config.untagged_is_default), ("casa", true));
    assert_eq!(config.outputs, [OutputKind::Html, OutputKind::Feed]);
    let menu = config.menu.unwrap();
    assert_eq!(
        menu.iter().map(|item| &config.text.text[item.span.range()]).collect::<Vec<_>>(),
        ["stories", "guide/start", "https://example.org"]
    );
    assert_eq!(menu[1].label.as_ref().unwrap().by_language[&language("es")], "Inicio");
    assert_eq!(config.logo.map(|(path, _)| path).as_deref(), Some("logo.svg"));
    assert_eq!(config.footer.unwrap().0.plain.as_deref(), Some("One\n\nTwo"));
    assert_eq!(config.edit_url.as_deref(), Some("https://git.example.org/edit/{path}"));
    assert_eq!(config.report_url.as_deref(), Some("mailto:wiki@example.org?subject={title}"));
    assert_eq!((config.audiences.len(), config.ignore_keys.len(), config.id.as_str()), (2, 1, "wiki"));
}

#[test]
fn fallback_is_one_mode_or_modes_and_chains() {
    assert_eq!(sound("fallback: show").fallback.mode(Kind::Story), FallbackMode::Show);
    let config = sound("fallback: {default: hide, maxim: show, ru: [en], it: es}");
    assert_eq!(config.fallback.mode(Kind::Maxim), FallbackMode::Show);
    assert_eq!(config.fallback.mode(Kind::Story), FallbackMode::Hide);
    assert_eq!(config.chain(language("ru")), ["ru", "en", "es", "it"].map(language));
    assert_eq!(config.chain(language("it")), ["it", "es", "ru", "en"].map(language));
}

#[test]
fn the_derived_id_belongs_to_the_title_in_the_default_language() {
    let id = |source: &str| read_site(source).0.unwrap().id;
    let site = "languages: [es, en]\ndefault_language: es\n";
    let one = id(&format!("{site}title: {{es: Servir}}\n"));
    assert_eq!(one, id(&format!("{site}title: {{es: Servir, en: To serve}}\nbase_url: https://a.org/\n")));
    assert_ne!(one, id(&format!("{site}title: {{es: Otra}}\n")));
}

#[test]
fn each_wrong_value_is_named_where_it_stands() {
    for (lines, expected) in [
        ("base_url: https://example.org", "4:11 invalid-value base_url | final-slash | https://example.org"),
        ("base_url: example.org/", "4:11 invalid-value base_url | web-address | example.org/"),
        ("base_url: https:///", "4:11 invalid-value base_url | web-address | https:///"),
        ("base_url: https://a.org/?x/", "4:11 invalid-value base_url | no-query | https://a.org/?x/"),
        ("theme: ../x", "4:8 invalid-value theme | folder-name | ../x"),
        ("untagged: ignore", "4:11 invalid-value untagged | one-of | ignore | error, default"),
        ("fallback: shwo", "4:11 invalid-value fallback | one-of | shwo | show, list, hide → show"),
        ("fallback: {stories: show}", "4:12 unknown-key fallback.stories → story"),
        ("fallback: {fr: [es]}", "4:12 unknown-language fr | site | es, ru, it, en"),
        ("fallback: {ru: [en, fr]}", "4:21 unknown-language fr | site | es, ru, it, en"),
        ("fallback: {ru: [ru]}", "4:17 invalid-value fallback.ru | twice | ru"),
        ("fallback: [show]", "4:11 wrong-type fallback | text | list"),
        (
            "outputs: [html, pdf]",
            "4:17 invalid-value outputs | one-of | pdf | html, search, feed, sitemap, pages, markdown, llms, chunks, offline",
        ),
        ("preparing: [fr]", "4:13 unknown-language fr | site | es, ru, it, en"),
        ("preparing: es", "4:12 invalid-value preparing | preparing-default | es"),
        ("menu: [{label: A}]", "4:8 missing-key menu.target"),
        ("menu:\n  - {target: a, titel: b}", "5:17 unknown-key menu.titel"),
        ("logo: /logo.svg", "4:7 invalid-value logo | path-below-content | /logo.svg"),
        ("logo: ../logo.svg", "4:7 invalid-value logo | path-below-content | ../logo.svg"),
        ("edit_url: https://a.org/edit", "4:11 invalid-value edit_url | needs-placeholder | https://a.org/edit | {path}"),
        ("edit_url: https://a.org/{file}", "4:11 invalid-value edit_url | placeholder | https://a.org/{file} | {path}"),
        ("report_url: nowhere", "4:13 invalid-value report_url | web-or-mail-address | nowhere"),
        ("id: my wiki", "4:5 invalid-value id | identifier | my wiki"),
        ("audiences: {a: b}", "4:12 wrong-type audiences | texts | mapping"),
        ("description: {ed: x}", "4:15 unknown-language ed | site | es, ru, it, en"),
        ("description: [x]", "4:14 wrong-type description | localized | list"),
        ("Theme: casa", "4:1 unknown-key Theme → theme"),
        ("lenguages: [es]", "4:1 unknown-key lenguages → languages"),
    ] {
        assert_eq!(with(lines), [expected], "{lines}");
    }
}

#[test]
fn languages_must_exist_and_hold_the_default_one() {
    for (source, expected) in [
        ("", vec!["1:1 missing-key languages", "1:1 missing-key title"]),
        ("title: a\nlanguages: []\n", vec!["1:1 missing-key languages"]),
        ("title: a\nlanguages: [es, en]\n", vec!["1:1 missing-key default_language"]),
        ("title: a\nlanguages: [es, xx]\ndefault_language: es\n", vec!["2:17 unknown-language xx | any"]),
        ("title: a\nlanguages: [es, es]\n", vec!["2:17 invalid-value languages | twice | es"]),
        ("title: a\nlanguages: [español]\ndefault_language: es\n", vec!["2:13 unknown-language español | any"]),
        ("title: a\nlanguages: [es, en]\ndefault_language: ru\n", vec!["3:19 unknown-language ru | site | es, en"]),
        ("title: a\nlanguages: {es: Español}\n", vec!["2:12 wrong-type languages | languages | mapping"]),
    ] {
        assert_eq!(read_site(source).1, expected, "{source}");
    }
}

#[test]
fn a_wrong_value_is_replaced_by_the_default_so_that_the_rest_is_checked() {
    let (config, problems) = read_site("languages: [es, en]\ndefault_language: ru\ntheme: a/b\nmenu: [x]\n");
    let config = config.unwrap();
    assert_eq!((config.default_language, config.theme.as_str(), config.menu.map(|menu| menu.len())), (language("es"), "default", Some(1)));
    assert_eq!(problems.len(), 3);
}

#[test]
fn no_known_key_takes_a_nonsensical_value_in_silence() {
    for key in KEYS {
        let others: String = LEAST.lines().filter(|line| !line.starts_with(key)).flat_map(|line| [line, "\n"]).collect();
        let (_, problems) = read_site(&format!("{others}{key}: [{{x: {{y: [z]}}}}]\n"));
        assert!(
            problems.iter().any(|problem| !problem.ends_with(&format!("unknown-key {key}")) && !problem.starts_with("1:1 missing")),
            "{key}: {problems:?}"
        );
    }
}

proptest! {
    #[test]
    fn nothing_panics(source in any::<String>(), value in any::<String>(), key in proptest::sample::select(KEYS.to_vec())) {
        read_site(&source);
        read_site(&format!("{LEAST}{key}: {value}\n"));
    }
}

fn languages(stated: &str) -> (Option<Config>, Vec<String>) {
    read_site(&format!("title: T\nlanguages: {stated}\ndefault_language: es\n"))
}

#[test]
fn a_variant_inherits_in_a_list_or_in_a_mapping_whose_order_is_kept() {
    for stated in [
        "[es, {es-MX: {inherits: es-419}}, ru, {es-419: {inherits: es}}]",
        "{es: , es-MX: {inherits: es-419}, ru: {}, es-419: {inherits: es}}",
        "[es, {es-MX: {inherits: es-419}, ru: }, {es-419: {inherits: es}}]",
    ] {
        let (config, problems) = languages(stated);
        assert_eq!(problems, Vec::<String>::new(), "{stated}");
        let config = config.unwrap();
        assert_eq!(config.languages, ["es", "es-MX", "ru", "es-419"].map(language), "{stated}");
        assert_eq!(config.own(language("es-MX")), ["es-MX", "es-419", "es"].map(language));
        assert_eq!(config.own(language("es")), [language("es")]);
        assert!(config.inherits.is_own(language("es-MX"), language("es")) && !config.inherits.is_own(language("es"), language("es-MX")));
    }
}

#[test]
fn a_variant_takes_over_the_fallbacks_of_its_language_unless_it_has_its_own() {
    let config = |fallback: &str| {
        let source =
            format!("title: T\nlanguages: [en, es, {{es-MX: {{inherits: es}}}}, it]\ndefault_language: en\nfallback: {fallback}\n");
        read_site(&source).0.unwrap().chain(language("es-MX"))
    };
    assert_eq!(config("{es: it}"), ["es-MX", "es", "it", "en"].map(language));
    assert_eq!(config("{es: it, es-MX: en}"), ["es-MX", "es", "en", "it"].map(language));
}

#[test]
fn what_cannot_be_inherited_is_named_where_it_stands() {
    for (stated, expected) in [
        ("[es, {es-MX: {inherits: pt}}]", vec!["2:36 unknown-language pt | site | es, es-MX"]),
        ("[es, {es-MX: {inherits: es-MX}}]", vec!["2:36 invalid-value es-MX.inherits | inherits-itself | es-MX"]),
        ("[es, {gl: {inherits: es}}]", vec!["2:33 invalid-value gl.inherits | inherits-other | es | gl"]),
        ("[es, zh, {zh-TW: {inherits: zh}}]", vec!["2:40 invalid-value zh-TW.inherits | inherits-other | zh | zh-TW"]),
        (
            "{es: , es-MX: {inherits: es-AR}, es-AR: {inherits: es-MX}}",
            vec!["2:37 invalid-value es-MX.inherits | inherits-circle | es-AR | es-MX"],
        ),
        ("[es, {es-MX: {inherit: es}}]", vec!["2:26 unknown-key es-MX.inherit → inherits"]),
        ("[es, {es: {inherits: es}}]", vec!["2:18 invalid-value languages.es | twice | es"]),
        ("[es, {xx: {inherits: es}}]", vec!["2:18 unknown-language xx | any"]),
        ("[es, {es-MX: es}]", vec!["2:17 wrong-type languages | languages | mapping"]),
    ] {
        let found = languages(stated).1;
        assert_eq!(found, expected, "{stated}");
    }
    // What is wrong with one leaves the others as they are.
    let (config, _) = languages("[es, {es-MX: {inherits: es-AR}}, {es-AR: {inherits: es-MX}}]");
    let config = config.unwrap();
    assert_eq!((config.own(language("es-MX")).len(), config.own(language("es-AR")).len()), (1, 2));
}
