//! How many outputs each kind of edit touches, on a site small enough to know by heart: two languages, two stories, two maxims, a theme and a wider one.
//!
//! What an edit *changes* is told by the bytes; what it *renders* by the program, which must render all that changes and little more: an output
//! is rendered when its view differs, and a template need not show all that a view says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use rayon::prelude::*;
use tempfile::TempDir;

use crate::support::builds::{self, program};
use crate::support::unhashed;

const FILES: &[(&str, &str)] = &[
    (
        "site.yaml",
        "title: {es: Sitio, ru: Сайт}\nlanguages: [es, ru]\ndefault_language: es\nbase_url: https://example.org/\ntheme: own\nfallback: list\noutputs: [html, feed, sitemap, pages]\n",
    ),
    (
        "content/themes.yaml",
        "trust: {label: {es: Confianza, ru: Доверие}, broader: [service]}\nservice: {label: {es: Servicio, ru: Сервис}}\n",
    ),
    (
        "content/stories/ring.es.md",
        "---\ntitle: El anillo\nsummary: Un anillo\nlead: true\nthemes: [trust]\ndate: 2026-01-02\nminutes: 4\n---\nHabía [[lamp]].\n",
    ),
    (
        "content/stories/ring.ru.md",
        "---\ntitle: Кольцо\nsummary: Про кольцо\ntranslation: {from: es}\n---\nЖило кольцо. ![Кольцо](ring.png)\n",
    ),
    ("content/stories/lamp.es.md", "---\ntitle: La lámpara\nsummary: Una lámpara\nminutes: 3\n---\nUna lámpara. ![Lámpara](../lamp.png)\n"),
    ("content/maxims/wait.es.md", "---\ntitle: Espera\nsummary: Esperar\nminutes: 1\n---\nEspera.\n"),
    ("content/maxims/learn.ru.md", "---\ntitle: Учись\nsummary: Учиться\nminutes: 1\n---\nУчись.\n"),
    ("content/stories/ring.png", "a ring"),
    ("content/lamp.png", "a lamp"),
    ("content/static/extra.txt", "extra\n"),
    ("themes/own/templates/withdrawn.html", "{% extends \"base.html\" %}\n{% block main %}<h1>{{ view.title }}</h1>{% endblock main %}\n"),
    ("themes/own/static/style.css", "p { margin: 0 }\n"),
];

/// A kind of edit: the files that it writes, what it changes, and what is rendered beyond that.
struct Case {
    what: &'static str,
    writes: &'static [(&'static str, Option<&'static str>)],
    /// Outputs that change, come or go; the hashes in names left out. `*` stands for all pages, `ru/*` for those of a language; `-` takes one
    /// out again.
    changes: &'static str,
    /// Outputs that are rendered and come out as they were: their views say something new that they do not show. All templates have one
    /// fingerprint, and so have all strings; `pages.json` and `sitemap.xml` are made of the same list of pages.
    renders_besides: &'static str,
}

const CASES: &[Case] = &[
    Case { what: "nothing", writes: &[], changes: "", renders_besides: "" },
    Case {
        what: "an edited body",
        writes: &[(
            "content/stories/ring.es.md",
            Some(
                "---\ntitle: El anillo\nsummary: Un anillo\nlead: true\nthemes: [trust]\ndate: 2026-01-02\nminutes: 4\n---\nHubo [[lamp]].\n",
            ),
        )],
        changes: "es/historias/ring.html",
        renders_besides: "",
    },
    Case {
        what: "a text with other line ends and a comment",
        writes: &[(
            "content/stories/ring.es.md",
            Some(
                "---\r\ntitle: El anillo\r\nsummary: Un anillo\r\nlead: true\r\nthemes: [trust]\r\ndate: 2026-01-02\r\nminutes: 4\r\n# nothing\r\n---\r\nHabía [[lamp]].\r\n",
            ),
        )],
        changes: "",
        renders_besides: "",
    },
    Case {
        what: "a title",
        writes: &[(
            "content/stories/ring.es.md",
            Some(
                "---\ntitle: La sortija\nsummary: Un anillo\nlead: true\nthemes: [trust]\ndate: 2026-01-02\nminutes: 4\n---\nHabía [[lamp]].\n",
            ),
        )],
        changes: "es/feed.xml es/historias/index.html es/historias/lamp.html es/historias/ring.html es/index.html es/temas/service.html es/temas/trust.html pages.json",
        renders_besides: "sitemap.xml",
    },
    Case {
        what: "a title that only its own pages and lists show",
        writes: &[("content/maxims/wait.es.md", Some("---\ntitle: Aguarda\nsummary: Esperar\nminutes: 1\n---\nEspera.\n"))],
        changes: "es/maximas/index.html es/maximas/wait.html pages.json ru/максимы/index.html",
        renders_besides: "sitemap.xml",
    },
    Case {
        what: "a summary",
        writes: &[(
            "content/stories/ring.es.md",
            Some(
                "---\ntitle: El anillo\nsummary: Otro resumen\nlead: true\nthemes: [trust]\ndate: 2026-01-02\nminutes: 4\n---\nHabía [[lamp]].\n",
            ),
        )],
        changes: "es/feed.xml es/historias/index.html es/historias/ring.html es/temas/service.html es/temas/trust.html",
        renders_besides: "es/index.html",
    },
    Case {
        what: "a theme less",
        writes: &[(
            "content/stories/ring.es.md",
            Some("---\ntitle: El anillo\nsummary: Un anillo\nlead: true\nthemes: []\ndate: 2026-01-02\nminutes: 4\n---\nHabía [[lamp]].\n"),
        )],
        changes: "es/feed.xml es/historias/index.html es/historias/ring.html es/temas/index.html es/temas/service.html es/temas/trust.html ru/feed.xml ru/истории/index.html ru/истории/ring.html ru/темы/index.html ru/темы/service.html ru/темы/trust.html",
        renders_besides: "es/index.html ru/index.html",
    },
    Case {
        what: "a slug",
        writes: &[(
            "content/stories/ring.es.md",
            Some(
                "---\ntitle: El anillo\nsummary: Un anillo\nlead: true\nthemes: [trust]\ndate: 2026-01-02\nminutes: 4\nslug: sortija\n---\nHabía [[lamp]].\n",
            ),
        )],
        changes: "es/feed.xml es/historias/index.html es/historias/lamp.html es/historias/ring.html es/historias/sortija.html es/index.html es/temas/service.html es/temas/trust.html pages.json ru/истории/ring.html sitemap.xml",
        renders_besides: "",
    },
    Case {
        what: "an old address",
        writes: &[(
            "content/stories/ring.es.md",
            Some(
                "---\ntitle: El anillo\nsummary: Un anillo\nlead: true\nthemes: [trust]\ndate: 2026-01-02\nminutes: 4\nredirects: [es/viejo.html]\n---\nHabía [[lamp]].\n",
            ),
        )],
        changes: "es/viejo.html pages.json",
        renders_besides: "sitemap.xml",
    },
    Case {
        what: "a heading in a body",
        writes: &[(
            "content/stories/ring.es.md",
            Some(
                "---\ntitle: El anillo\nsummary: Un anillo\nlead: true\nthemes: [trust]\ndate: 2026-01-02\nminutes: 4\n---\n## Uno\n\nHabía [[lamp]].\n",
            ),
        )],
        changes: "es/historias/ring.html",
        renders_besides: "",
    },
    Case {
        what: "a link less",
        writes: &[(
            "content/stories/ring.es.md",
            Some(
                "---\ntitle: El anillo\nsummary: Un anillo\nlead: true\nthemes: [trust]\ndate: 2026-01-02\nminutes: 4\n---\nHabía una lámpara.\n",
            ),
        )],
        changes: "es/historias/lamp.html es/historias/ring.html",
        renders_besides: "",
    },
    Case {
        what: "a new work",
        writes: &[("content/maxims/begin.es.md", Some("---\ntitle: Empieza\nsummary: Empezar\nminutes: 1\n---\nEmpieza.\n"))],
        changes: "es/maximas/begin.html es/maximas/index.html es/maximas/wait.html pages.json ru/максимы/index.html sitemap.xml",
        renders_besides: "",
    },
    Case {
        what: "a new edition",
        writes: &[("content/stories/lamp.ru.md", Some("---\ntitle: Лампа\nsummary: Про лампу\ntranslation: {from: es}\n---\nЛампа.\n"))],
        changes: "es/historias/lamp.html pages.json ru/истории/index.html ru/истории/lamp.html ru/истории/ring.html sitemap.xml",
        renders_besides: "",
    },
    Case {
        what: "a work that is gone",
        writes: &[("content/maxims/wait.es.md", None)],
        changes: "es/maximas/index.html es/maximas/wait.html pages.json ru/максимы/index.html sitemap.xml",
        renders_besides: "",
    },
    Case {
        what: "a draft",
        writes: &[("content/maxims/begin.es.md", Some("---\ntitle: Empieza\ndraft: true\n---\nEmpieza.\n"))],
        changes: "",
        renders_besides: "",
    },
    Case {
        what: "a theme's label",
        writes: &[(
            "content/themes.yaml",
            Some("trust: {label: {es: Confiar, ru: Доверие}, broader: [service]}\nservice: {label: {es: Servicio, ru: Сервис}}\n"),
        )],
        changes: "es/feed.xml es/historias/index.html es/historias/ring.html es/index.html es/temas/index.html es/temas/service.html es/temas/trust.html pages.json",
        renders_besides: "sitemap.xml",
    },
    Case {
        what: "a theme's definition",
        writes: &[(
            "content/themes.yaml",
            Some(
                "trust: {label: {es: Confianza, ru: Доверие}, broader: [service], definition: {es: Confiar en alguien}}\nservice: {label: {es: Servicio, ru: Сервис}}\n",
            ),
        )],
        changes: "es/temas/index.html es/temas/trust.html",
        renders_besides: "es/index.html",
    },
    Case {
        what: "a theme that is no narrower one any more",
        writes: &[(
            "content/themes.yaml",
            Some("trust: {label: {es: Confianza, ru: Доверие}}\nservice: {label: {es: Servicio, ru: Сервис}}\n"),
        )],
        changes: "es/index.html es/temas/index.html es/temas/service.html es/temas/trust.html ru/index.html ru/темы/index.html ru/темы/service.html ru/темы/trust.html",
        renders_besides: "",
    },
    Case {
        what: "themes.yaml in other words that mean the same",
        writes: &[(
            "content/themes.yaml",
            Some(
                "service:\n  label:\n    ru: Сервис\n    es: Servicio\ntrust: {label: {es: Confianza, ru: Доверие}, broader: [service]}\n",
            ),
        )],
        changes: "",
        renders_besides: "",
    },
    Case {
        what: "an asset",
        writes: &[("content/lamp.png", Some("another lamp"))],
        changes: "assets/lamp.png es/historias/lamp.html",
        renders_besides: "",
    },
    Case {
        what: "an asset for one language",
        writes: &[("content/stories/ring.ru.png", Some("ring for Russians"))],
        changes: "assets/ring.ru.png ru/истории/ring.html",
        renders_besides: "",
    },
    Case { what: "an asset that nobody shows", writes: &[("content/unused.png", Some("unused"))], changes: "", renders_besides: "" },
    Case { what: "a static file", writes: &[("content/static/extra.txt", Some("more\n"))], changes: "extra.txt", renders_besides: "" },
    Case {
        what: "a style sheet",
        writes: &[("themes/own/static/style.css", Some("p { margin: 1em }\n"))],
        changes: "* assets/style.css",
        renders_besides: "pages.json sitemap.xml",
    },
    Case {
        what: "a template that no page uses",
        writes: &[(
            "themes/own/templates/withdrawn.html",
            Some("{% extends \"base.html\" %}\n{% block main %}<h2>{{ view.title }}</h2>{% endblock main %}\n"),
        )],
        changes: "",
        renders_besides: "* pages.json sitemap.xml",
    },
    Case {
        what: "a template",
        writes: &[("themes/own/templates/404.html", Some("<title>404</title>\n"))],
        changes: "404.html",
        renders_besides: "* pages.json sitemap.xml",
    },
    Case {
        what: "a string of one language",
        writes: &[("i18n/ru/site.ftl", Some("skip-to-content = Сразу к тексту\n"))],
        changes: "ru/*",
        renders_besides: "* pages.json sitemap.xml",
    },
    Case {
        what: "the site's title in one language",
        writes: &[(
            "site.yaml",
            Some(
                "title: {es: Lugar, ru: Сайт}\nlanguages: [es, ru]\ndefault_language: es\nbase_url: https://example.org/\ntheme: own\nfallback: list\noutputs: [html, feed, sitemap, pages]\n",
            ),
        )],
        changes: "* es/feed.xml pages.json",
        renders_besides: "sitemap.xml",
    },
    Case {
        what: "a footer",
        writes: &[(
            "site.yaml",
            Some(
                "title: {es: Sitio, ru: Сайт}\nlanguages: [es, ru]\ndefault_language: es\nbase_url: https://example.org/\ntheme: own\nfallback: list\noutputs: [html, feed, sitemap, pages]\nfooter: Abajo\n",
            ),
        )],
        changes: "* -index.html",
        renders_besides: "index.html",
    },
    Case {
        what: "the base URL",
        writes: &[(
            "site.yaml",
            Some(
                "title: {es: Sitio, ru: Сайт}\nlanguages: [es, ru]\ndefault_language: es\nbase_url: https://example.net/\ntheme: own\nfallback: list\noutputs: [html, feed, sitemap, pages]\n",
            ),
        )],
        changes: "robots.txt * -404.html es/feed.xml ru/feed.xml sitemap.xml",
        renders_besides: "pages.json",
    },
    Case {
        what: "fallback",
        writes: &[(
            "site.yaml",
            Some(
                "title: {es: Sitio, ru: Сайт}\nlanguages: [es, ru]\ndefault_language: es\nbase_url: https://example.org/\ntheme: own\nfallback: show\noutputs: [html, feed, sitemap, pages]\n",
            ),
        )],
        changes: "es/historias/lamp.html es/maximas/index.html es/maximas/learn.html es/maximas/wait.html pages.json ru/истории/index.html ru/истории/lamp.html ru/истории/ring.html ru/максимы/index.html ru/максимы/learn.html ru/максимы/wait.html",
        renders_besides: "sitemap.xml",
    },
    Case {
        what: "site.yaml with a comment",
        writes: &[(
            "site.yaml",
            Some(
                "title: {es: Sitio, ru: Сайт}\nlanguages: [es, ru]\ndefault_language: es\nbase_url: https://example.org/\ntheme: own\nfallback: list\noutputs: [html, feed, sitemap, pages]\n# nothing\n",
            ),
        )],
        changes: "",
        renders_besides: "",
    },
    Case {
        what: "a new language",
        writes: &[(
            "site.yaml",
            Some(
                "title: {es: Sitio, ru: Сайт}\nlanguages: [es, ru, it]\ndefault_language: es\nbase_url: https://example.org/\ntheme: own\nfallback: list\noutputs: [html, feed, sitemap, pages]\n",
            ),
        )],
        changes: "* it/feed.xml pages.json sitemap.xml",
        renders_besides: "",
    },
];

struct Site(TempDir);

impl Site {
    fn new() -> Site {
        let site = Site(tempfile::tempdir().unwrap());
        FILES.iter().for_each(|(path, text)| site.write(path, Some(text)));
        site
    }

    fn root(&self) -> PathBuf {
        self.0.path().join("site")
    }

    fn out(&self) -> PathBuf {
        self.0.path().join("public")
    }

    fn write(&self, path: &str, text: Option<&str>) {
        let path = self.root().join(path);
        match text {
            Some(text) => {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text).unwrap();
            }
            None => fs::remove_file(path).unwrap(),
        }
    }

    /// Builds, and says which outputs were rendered and why.
    #[track_caller]
    fn build(&self, options: &[&str]) -> BTreeMap<String, String> {
        let mut command = program(&["build", "--verbose", "--format", "json"]);
        let ran = command.arg("-s").arg(self.root()).arg("-o").arg(self.out()).args(options).output().unwrap();
        assert!(ran.status.success(), "{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
        let lines = String::from_utf8(ran.stdout).unwrap();
        let lines = lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
        let word = |line: &serde_json::Value, key: &str| line[key].as_str().map(str::to_owned);
        lines.filter_map(|line| Some((unhashed(&word(&line, "rendered")?), word(&line, "reason")?))).collect()
    }
}

fn changed(before: &builds::Tree, after: &builds::Tree) -> BTreeSet<String> {
    let files = before.keys().chain(after.keys()).filter(|name| before.get(*name) != after.get(*name));
    let is_file = |name: &&String| [before, after].iter().any(|tree| matches!(tree.get(*name), Some(Some(_))));
    files.filter(is_file).map(|name| unhashed(name)).collect()
}

/// Names as they stand in the table.
fn named(table: &str, before: &builds::Tree, after: &builds::Tree) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for word in table.split_whitespace() {
        match (word.strip_prefix('-'), word.strip_suffix('*')) {
            (Some(less), _) => drop(names.remove(less)),
            (_, Some(start)) => {
                names.extend(before.keys().chain(after.keys()).filter(|name| name.starts_with(start) && name.ends_with(".html")).cloned())
            }
            _ => drop(names.insert(word.to_owned())),
        }
    }
    names
}

/// Makes one edit and says what comes out otherwise than the table has it.
fn try_out(case: &Case) -> Option<String> {
    let site = Site::new();
    builds::rendered(&site.root(), &site.out());
    let before = builds::tree(&site.out());
    case.writes.iter().for_each(|(path, text)| site.write(path, *text));
    let rendered = builds::rendered(&site.root(), &site.out());
    let rendered = rendered.keys().map(|name| unhashed(name)).collect();
    let after = builds::tree(&site.out());

    let mut wanted = named(case.changes, &before, &after);
    let changed = otherwise("changed", &changed(&before, &after), &wanted);
    wanted.extend(named(case.renders_besides, &before, &after));
    // What has gone is not rendered.
    let there: BTreeSet<String> = after.keys().map(|name| unhashed(name)).collect();
    wanted.retain(|name| there.contains(name));
    let rendered = otherwise("rendered", &rendered, &wanted);
    let wrong: Vec<String> = [changed, rendered].into_iter().flatten().collect();
    (!wrong.is_empty()).then(|| format!("{}:\n{}", case.what, wrong.join("\n")))
}

fn otherwise(what: &str, found: &BTreeSet<String>, wanted: &BTreeSet<String>) -> Option<String> {
    let (more, fewer): (Vec<_>, Vec<_>) = (found.difference(wanted).collect(), wanted.difference(found).collect());
    (found != wanted).then(|| format!("  {} {what} instead of {}; more: {more:?}; fewer: {fewer:?}", found.len(), wanted.len()))
}

#[test]
fn every_kind_of_edit_changes_and_renders_what_shows_it_and_nothing_else() {
    let wrong: Vec<String> = CASES.par_iter().filter_map(try_out).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_program_says_why_it_renders() {
    let site = Site::new();
    let reasons =
        |rendered: &BTreeMap<String, String>| rendered.values().cloned().collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(" ");
    assert_eq!(reasons(&site.build(&[])), "no-record");
    assert_eq!(reasons(&site.build(&[])), "");
    site.write("content/maxims/begin.es.md", Some("---\ntitle: Empieza\n---\n"));
    assert_eq!(site.build(&[]).get("es/maximas/begin.html").map(String::as_str), Some("new"));
    site.write("content/maxims/wait.es.md", Some("---\ntitle: Espera\nsummary: Esperar\nminutes: 1\n---\nEspera más.\n"));
    assert_eq!(site.build(&[]), BTreeMap::from([("es/maximas/wait.html".to_owned(), "text".to_owned())]));
    site.write("content/maxims/wait.es.md", Some("---\ntitle: Aguarda\nsummary: Esperar\nminutes: 1\n---\nEspera más.\n"));
    assert!(reasons(&site.build(&[])).contains("view"));
    site.write("i18n/ru/site.ftl", Some("skip-to-content = Сразу к тексту\n"));
    assert_eq!(reasons(&site.build(&[])), "strings");
    site.write("themes/own/static/style.css", Some("p { margin: 2em }\n"));
    let restyled = site.build(&[]);
    assert_eq!(restyled.get("es/index.html").map(String::as_str), Some("theme"), "{restyled:?}");
    let titled = FILES[0].1.replace("Sitio", "Lugar");
    site.write("site.yaml", Some(&titled));
    assert_eq!(site.build(&[]).get("es/maximas/wait.html").map(String::as_str), Some("site"));
    assert!(reasons(&site.build(&["--facilitator"])).contains("settings"));
    site.build(&[]);
    fs::write(site.out().join("es/maximas/wait.html"), "by hand").unwrap();
    assert_eq!(site.build(&[]), BTreeMap::from([("es/maximas/wait.html".to_owned(), "changed-on-disk".to_owned())]));
    fs::write(site.out().join(".apologue/manifest.json"), "{").unwrap();
    assert_eq!(reasons(&site.build(&[])), "no-record");
}
