use std::sync::Arc;

use tera::Value;

use super::*;
use crate::base::text::Place;

const STRINGS: [(&str, &str); 3] = [
    (
        "i18n/en/site.ftl",
        "stories = { $count ->\n    [one] { $count } story\n   *[other] { $count } stories\n}\nabout = About “{ $title }” & more\nhtml = <b>{ $title }</b>\n\
         search = Search\n    .hint = Words for { $place }\n",
    ),
    (
        "i18n/ru/site.ftl",
        "stories = { $count ->\n    [one] { $count } история\n    [few] { $count } истории\n    [many] { $count } историй\n   *[other] { $count } истории\n}\n",
    ),
    ("i18n/es/site.ftl", "stories = { $count } historias\n"),
];

fn strings() -> Arc<Strings> {
    let texts: Vec<Text> = STRINGS.iter().map(|(path, ftl)| Text::new(SitePath::new(*path), *ftl)).collect();
    let languages = ["en", "es", "ru", "he"].map(|tag| tag.parse().unwrap());
    Arc::new(Strings::load(&texts, &languages, languages[0], &Default::default()).0)
}

fn files(list: &[(&str, &str)]) -> Vec<(SitePath, Vec<u8>)> {
    list.iter().map(|(path, content)| (SitePath::new(*path), content.as_bytes().to_vec())).collect()
}

/// A theme over a small built-in one.
fn load(site: &[(&str, &str)]) -> (Option<Theme>, Vec<Diagnostic>) {
    let built_in = [
        (SitePath::new("themes/default/templates/base.html"), &b"<base>{% block main %}built-in{% endblock %}</base>"[..]),
        (SitePath::new("themes/default/templates/page.html"), &b"{% extends \"base.html\" %}{% block main %}{{ title }}{% endblock %}"[..]),
        (SitePath::new("themes/default/static/style.css"), &b"a{}"[..]),
    ];
    Theme::load_over(&built_in, "mine", &files(site), strings())
}

fn context(lang: &str) -> Context {
    let mut context = Context::new();
    context.insert("lang", lang);
    context.insert("root", "../../");
    context.insert("title", "A <b> & \"c\"");
    context.insert("day", "2026-11-22");
    context
}

/// One template of a site, rendered in a language.
#[allow(clippy::result_large_err)]
fn render_with(template: &str, context: &Context) -> Result<String, Diagnostic> {
    let (theme, problems) = load(&[("themes/mine/templates/x.html", template)]);
    assert_eq!(problems, []);
    theme.unwrap().render("x.html", context).map(text)
}

fn text(page: Vec<u8>) -> String {
    String::from_utf8(page).unwrap()
}

fn render(template: &str, lang: &str) -> String {
    render_with(template, &context(lang)).unwrap()
}

fn at(problem: &Diagnostic) -> (String, u32, u32, u32) {
    let Place { path, line, column, width, .. } = problem.place.clone().unwrap();
    (path.to_string(), line, column, width)
}

fn problem(template: &str) -> Diagnostic {
    let (theme, problems) = load(&[("themes/mine/templates/x.html", template)]);
    match theme {
        None => {
            assert_eq!(problems.len(), 1, "{problems:#?}");
            problems.into_iter().next().unwrap()
        }
        Some(theme) => theme.render("x.html", &context("en")).unwrap_err(),
    }
}

#[test]
fn a_theme_is_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Theme>();
}

#[test]
fn the_built_in_theme_is_sound() {
    let strings =
        Strings::load(&[], &[crate::base::language::Language::ENGLISH], crate::base::language::Language::ENGLISH, &Default::default());
    let none: [(SitePath, Vec<u8>); 0] = [];
    let (theme, problems) = Theme::load("default", &none, Arc::new(strings.0));
    assert_eq!(problems, []);
    assert!(theme.unwrap().has("base.html"));
}

#[test]
fn a_site_overrides_single_templates_and_can_build_on_those_it_overrides() {
    let (theme, problems) = load(&[("themes/mine/templates/base.html", "<mine>{% block main %}{% endblock %}</mine>")]);
    assert_eq!(problems, []);
    assert_eq!(text(theme.unwrap().render("page.html", &context("en")).unwrap()), "<mine>A &lt;b&gt; &amp; &quot;c&quot;</mine>");
    let (theme, _) =
        load(&[("themes/mine/templates/page.html", "{% extends \"default/page.html\" %}{% block main %}[{{ super() }}]{% endblock %}")]);
    assert_eq!(text(theme.unwrap().render("page.html", &context("en")).unwrap()), "<base>[A &lt;b&gt; &amp; &quot;c&quot;]</base>");
}

#[test]
fn a_theme_can_stand_on_its_own() {
    let (theme, problems) = load(&[
        ("themes/mine/theme.yaml", "extends: none\n"),
        ("themes/mine/templates/x.html", "x"),
        ("themes/mine/templates/x.html~", "{{"),
    ]);
    assert_eq!(problems, []);
    let theme = theme.unwrap();
    assert!(theme.has("x.html") && !theme.has("base.html"));
    assert!(theme.assets().is_empty());
}

#[test]
fn a_theme_that_is_not_there_is_said_with_the_one_that_was_meant() {
    let (theme, problems) = Theme::load_over(&[], "defualt", &files(&[("themes/mine/templates/x.html", "")]), strings());
    assert!(theme.is_none());
    assert_eq!((problems[0].code, problems[0].suggestion.as_deref()), (Code::UnknownThemeFolder, Some("default")));
}

#[test]
fn messages_speak_the_language_of_the_page_or_of_the_call() {
    let template = "{{ t(id=\"stories\", count=21) }}, {{ t(id=\"stories\", count=1.5) }}, {{ t(id=\"stories\", count=1, lang=\"en\") }}";
    assert_eq!(render(template, "ru"), "21 история, 1,5 истории, 1 story");
    assert_eq!(render(template, "he"), "21 stories, 1.5 stories, 1 story");
}

#[test]
fn arguments_of_messages_are_escaped_exactly_once() {
    let hostile = "A &lt;b&gt; &amp; &quot;c&quot;";
    assert_eq!(render("{{ t(id=\"about\", title=title) }}", "en"), format!("About “{hostile}” &amp; more"));
    assert_eq!(render("{{ t(id=\"about\", title=title) | safe }}", "en"), format!("About “{hostile}” &amp; more"));
    assert_eq!(render("{{ t(id=\"about\", title=title, plain=true) }}", "en"), format!("About “{hostile}” &amp; more"));
    assert_eq!(render("{{ t(id=\"html\", title=title, markup=true) }}", "en"), format!("<b>{hostile}</b>"));
    assert_eq!(render("{{ t(id=\"html\", title=title) }}", "en"), format!("&lt;b&gt;{hostile}&lt;/b&gt;"));
    assert_eq!(render("{{ t(id=\"about\", title=\"<i>x</i>\" | safe) }}", "en"), "About “<i>x</i>” &amp; more");
    assert_eq!(render("{{ t(id=\"about\", title=t(id=\"about\", title=\"&\")) }}", "en"), "About “About “&amp;” &amp; more” &amp; more");
    assert_eq!(render("{{ t(id=\"search.hint\", place=[1, \"<\"]) }}", "en").matches('<').count(), 0);
}

#[test]
fn an_unknown_message_is_found_where_it_is_named_before_anything_is_rendered() {
    let problem = problem("ёж\n  {{ t(id=\"storys\", count=1) }}");
    assert_eq!((problem.code, problem.suggestion.as_deref()), (Code::UnknownMessage, Some("stories")));
    assert_eq!(at(&problem), ("themes/mine/templates/x.html".into(), 2, 12, 6));
}

#[test]
fn a_missing_variable_is_found_before_anything_is_rendered() {
    let problem = problem("{{ t(id=\"stories\", cuont=1) }}");
    assert_eq!((problem.code, &problem.args[1].1[..]), (Code::MessageFailed, "count"));
    assert_eq!(at(&problem), ("themes/mine/templates/x.html".into(), 1, 4, 1));
}

#[test]
fn what_only_rendering_can_know_is_said_at_the_call() {
    let unknown = problem("{% set id = \"storys\" %}\nж {{ t(id=id) }}");
    assert_eq!((unknown.code, unknown.suggestion.as_deref()), (Code::UnknownMessage, Some("stories")));
    let (file, line, column, _) = at(&unknown);
    assert_eq!((file.as_str(), line, column), ("themes/mine/templates/x.html", 2, 6));
    let missing = problem("{% set id = \"stories\" %}{{ t(id=id) }}");
    assert_eq!((missing.code, &missing.args[1].1[..]), (Code::MessageFailed, "count"));
    let asset = problem("{% set name = \"stile.css\" %}{{ asset(name=name) }}");
    assert_eq!((asset.code, asset.suggestion.as_deref()), (Code::MissingAsset, Some("style.css")));
    let nested =
        load(&[("themes/mine/templates/x.html", "{% include \"y.html\" %}"), ("themes/mine/templates/y.html", "\n{{ t(id=title) }}")]);
    let nested = nested.0.unwrap().render("x.html", &context("en")).unwrap_err();
    assert_eq!(at(&nested), ("themes/mine/templates/y.html".into(), 2, 4, 11));
}

#[test]
fn a_page_without_language_is_told_so() {
    let problem = render_with("{{ day | date }}", &{
        let mut context = Context::new();
        context.insert("day", "2026-11-22");
        context
    });
    assert_eq!(problem.unwrap_err().args[0].1, "no-language");
}

#[test]
fn assets_are_linked_by_their_hashed_names_from_the_pages_own_depth() {
    let link = render("{{ asset(name=\"style.css\") }}", "en");
    assert!(
        link.starts_with("../../assets/style.") && link.ends_with(".css") && link.len() == "../../assets/style..css".len() + 10,
        "{link}"
    );
    let problem = problem("{{ asset(name=\"stile.css\") }}");
    assert_eq!((problem.code, problem.suggestion.as_deref()), (Code::MissingAsset, Some("style.css")));
    assert_eq!(at(&problem), ("themes/mine/templates/x.html".into(), 1, 16, 9));
}

#[test]
fn dates_and_numbers_follow_the_language() {
    assert_eq!(
        render("{{ day | date }}, {{ day | date(year=false) }}, {{ day | date(lang=\"en\") }}", "es"),
        "22 de noviembre de 2026, 22 de noviembre, November 22, 2026"
    );
    assert_eq!(render("{{ 12345.5 | number }} {{ 2026 | number(grouping=false) }}", "es"), "12.345,5 2026");
    assert_eq!(render("{{ 1000 | minutes }} {{ 1000 | minutes(lang=\"es\") }}", "en"), "2 1");
    let wrong = problem("a\n{{ \"22.11.2026\" | date }}");
    assert_eq!((wrong.code, &wrong.args[0].1[..], &wrong.args[1].1[..]), (Code::TemplateFailed, "no-date", "22.11.2026"));
    assert_eq!(at(&wrong).1, 2);
    assert_eq!(problem("{{ \"x\" | number }}").args[0].1, "no-number");
    assert_eq!(problem("{{ 1 | list }}").args[0].1, "no-list");
}

#[test]
fn lists_keep_finished_html_and_escape_the_rest() {
    let mut context = context("es");
    let link = Value::safe_string("<a href=\"x\">Inés</a>");
    context.insert_value("items", Value::from(vec![Value::from("A & B"), link]));
    assert_eq!(render_with("{{ items | list }}", &context).unwrap(), "A &amp; B e <a href=\"x\">Inés</a>");
    assert_eq!(render("{{ [\"siete\", \"ocho\"] | list(or=true) }}", "es"), "siete u ocho");
    assert_eq!(render("{{ [] | list }}", "es"), "");
}

#[test]
fn json_cannot_leave_its_script() {
    let mut context = context("en");
    context.insert("data", &serde_json::json!({"name": "</script><!-- & \u{2028}"}));
    assert_eq!(render_with("{{ data | json }}", &context).unwrap(), r#"{"name":"\u003c/script\u003e\u003c!-- \u0026 \u2028"}"#);
}

#[test]
fn what_does_not_parse_is_said_for_every_template_at_once() {
    let (theme, problems) = load(&[
        ("themes/mine/templates/a.html", "й {{ x"),
        ("themes/mine/templates/b.html", "\n{% if %}"),
        ("themes/mine/templates/c.html", "{{ t(id=\"nobody\") }}"),
    ]);
    assert!(theme.is_none());
    let said: Vec<_> = problems.iter().map(|problem| (problem.code, at(problem).0, at(problem).1)).collect();
    let path = |name: &str| format!("themes/mine/templates/{name}.html");
    assert_eq!(said, [(Code::TemplateFailed, path("a"), 1), (Code::TemplateFailed, path("b"), 2), (Code::UnknownMessage, path("c"), 1)]);
}

#[test]
fn unknown_filters_and_blocks_are_said_at_their_place() {
    let (_, problems) = load(&[
        ("themes/mine/templates/a.html", "ё {{ title | datum }} {{ fun() }}"),
        ("themes/mine/templates/b.html", "{% extends \"base.html\" %}\n{% block mian %}{% endblock %}"),
    ]);
    let said: Vec<_> = problems.iter().map(at).collect();
    let path = |name: &str| format!("themes/mine/templates/{name}.html");
    assert_eq!(
        said.iter().map(|(path, line, ..)| (path.clone(), *line)).collect::<Vec<_>>(),
        [(path("a"), 1), (path("a"), 1), (path("b"), 2)]
    );
    assert_eq!(problems[0].args[0].1, "Unknown filter `datum`");
    assert_eq!((said[0].2, said[0].3), (14, 5));
}

#[test]
fn an_unknown_template_is_said_with_the_one_that_was_meant() {
    let problem = problem("{# #}\n{% include \"bsae.html\" %}");
    assert_eq!((problem.code, problem.suggestion.as_deref()), (Code::UnknownTemplate, Some("base.html")));
    assert_eq!(at(&problem), ("themes/mine/templates/x.html".into(), 2, 13, 9));
    let (theme, _) = load(&[("themes/mine/templates/x.html", "")]);
    let missing = theme.unwrap().render("pgae.html", &context("en")).unwrap_err();
    assert_eq!((missing.code, missing.suggestion.as_deref()), (Code::UnknownTemplate, Some("page.html")));
}

#[test]
fn templates_in_a_circle_are_said_at_the_link_that_closes_it() {
    for (files, place) in [
        (vec![("themes/mine/templates/base.html", "{% extends \"base.html\" %}")], ("base.html", 1, 13)),
        (
            vec![
                ("themes/mine/templates/a.html", "{% include \"b.html\" %}"),
                ("themes/mine/templates/b.html", "\n{% include \"a.html\" %}"),
            ],
            ("b.html", 2, 13),
        ),
        (
            vec![
                ("themes/mine/templates/a.html", "{% extends \"b.html\" %}"),
                ("themes/mine/templates/b.html", "{% include \"a.html\" %}"),
            ],
            ("b.html", 1, 13),
        ),
    ] {
        let (theme, problems) = load(&files);
        assert!(theme.is_none());
        assert_eq!(problems.len(), 1, "{problems:#?}");
        assert_eq!((problems[0].code, &problems[0].args[0].1[..]), (Code::TemplateFailed, "circular"));
        let (path, line, column, _) = at(&problems[0]);
        assert_eq!((path, line, column), (format!("themes/mine/templates/{}", place.0), place.1, place.2));
    }
}

#[test]
fn an_undefined_variable_is_said_with_the_one_that_was_meant() {
    let problem = problem("a\n{{ titel }}");
    assert_eq!((problem.code, problem.suggestion.as_deref()), (Code::TemplateFailed, Some("title")));
    assert_eq!(problem.args[0].1, "Variable `titel` is not defined.");
    assert_eq!(at(&problem), ("themes/mine/templates/x.html".into(), 2, 4, 5));
}

#[test]
fn a_fault_in_a_built_in_template_names_the_built_in_file() {
    let (theme, _) = load(&[("themes/mine/templates/x.html", "")]);
    let mut context = context("en");
    context.remove("title");
    assert_eq!(at(&theme.unwrap().render("page.html", &context).unwrap_err()).0, "themes/default/templates/page.html");
}

#[test]
fn a_component_sees_its_language_when_it_declares_it() {
    let component = "{% component day(@lang) %}{{ \"2026-11-22\" | date }}{% endcomponent day %}{{ <day /> }}";
    assert_eq!(render(component, "it"), "22 novembre 2026");
}

#[test]
fn a_component_that_does_not_know_where_it_stands_links_nothing() {
    let component = "{% component logo() %}{{ asset(name=\"style.css\") }}{% endcomponent logo %}{{ <logo /> }}";
    let problem = render_with(component, &context("en")).unwrap_err();
    assert_eq!(problem.args[0].1, "no-root");
    assert!(render(&component.replace("logo()", "logo(@root)"), "en").starts_with("../../assets/"));
}

/// Damages a text at random places, the same in each run.
fn damaged(text: &str, seed: u64) -> String {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below.max(1)
    };
    let mut characters: Vec<char> = text.chars().collect();
    for _ in 0..1 + next(6) {
        let at = next(characters.len());
        let piece = ["{{", "}}", "{%", "%}", "{#", "\"", "'", "(", ")", "<", "й", "\n", "", "{% raw %}", "t(id=", "\\"][next(16)];
        let cut = next(4).min(characters.len() - at);
        characters.splice(at..at + cut, piece.chars());
    }
    characters.into_iter().collect()
}

#[test]
fn no_damage_to_a_theme_makes_it_panic() {
    let template = "{% extends \"base.html\" %}{# é #}{% block main %}{{ t(id=\"stories\", count=[1, 2] | length) }} {% for x in [1] %}\n\
                    {{ title | upper }} {{ day | date(lang='es') }}{% endfor %}{% include 'page.html' %}{% raw %}{{ x }}{% endraw %}{% endblock %}";
    let css = "@import 'b.css'; /* é */ a { background: url( \"x.png\" ) } b { content: 'url(x)' }";
    for seed in 0..1500 {
        let (theme, _) = load(&[
            ("themes/mine/templates/x.html", &damaged(template, seed)),
            ("themes/mine/static/a.css", &damaged(css, seed)),
            ("themes/mine/static/b.css", "b{}"),
            ("themes/mine/static/x.png", "x"),
            ("themes/mine/theme.yaml", &damaged("extends: default # é", seed)),
        ]);
        if let Some(theme) = theme {
            let _ = theme.render("x.html", &context("ru"));
        }
    }
}

#[test]
fn the_fingerprint_changes_with_every_template_and_file() {
    let print = |site: &[(&str, &str)]| load(site).0.unwrap().fingerprint();
    let base = print(&[("themes/mine/templates/x.html", "x")]);
    assert_eq!(base, print(&[("themes/mine/templates/x.html", "x"), ("themes/other/templates/x.html", "y")]));
    assert_ne!(base, print(&[("themes/mine/templates/x.html", "y")]));
    assert_ne!(base, print(&[("themes/mine/templates/x.html", "x"), ("themes/mine/static/style.css", "b{}")]));
}
