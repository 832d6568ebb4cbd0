//! What people do to a site.

use apologue::pipeline::Settings;
use apologue::translation::snapshot;

use crate::random::Random;
use crate::wiki::{Block, FOLDERS, LANGUAGES, PAGE_TEMPLATE, Wiki};

macro_rules! kinds {
    ($($kind:ident)*) => {
        /// A kind of edit; which file it hits and what it says is chance.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Kind { $($kind,)* }

        impl Kind {
            pub const ALL: &[Kind] = &[$(Kind::$kind,)*];
        }
    };
}

kinds! {
    // Texts
    Body AddBlock DropBlock Title Summary Slug Keywords Redirects Updated Draft Rewrap LineEnds
    // Works
    Themes Date Facts Lead Ties Steps NewWork DropWork Rename Move FormerIds Withdraw NewEdition DropEdition
    // Translations
    Accept Review Method
    // The site
    Notices Preparing NewLanguage DropLanguage OrderOfLanguages DefaultLanguage SiteTitle Menu BaseUrl Fallback Footer Outputs EditUrl Logo SiteId
    // The thesaurus and the registers
    Label Definition Broader Related NewConcept DropConcept FormerTheme Introduction IndexText People Sources
    // Looks and words
    Template TemplateGone StyleSheet ThemeFile ThemeFolder Word WordGone
    // Files
    ReplaceAsset SwapAssets NewAsset DropAsset LocalAsset Static StaticGone
    // Mistakes
    Break BreakTemplate BreakFile Repair
    // Options
    StatusPage Drafts Facilitator KeepGoing Strict StatedBaseUrl
    // Without the site's knowing
    Nothing Verify Touch Backdate Stealthy SeveralAtOnce
    // To the output and its records
    EditOutput StealthyOutput DropOutput DropOutputFolder
    CutManifest ForeignManifest DropManifest OtherManifest CutJournal Interrupt
}

/// The site and how it is built.
#[derive(Clone, Debug)]
pub struct World {
    pub wiki: Wiki,
    pub settings: Settings,
}

impl World {
    /// Makes an edit that shows in the site's files or in the options, and says what it was. `None` if that kind is none of these.
    pub fn edit(&mut self, kind: Kind, random: &mut Random) -> Option<String> {
        let wiki = &mut self.wiki;
        let settings = &mut self.settings;
        let said = match kind {
            Kind::StatusPage => switch("status", &mut settings.status),
            Kind::Drafts => switch("drafts", &mut settings.drafts),
            Kind::Facilitator => switch("facilitator", &mut settings.facilitator),
            Kind::KeepGoing => switch("keep-going", &mut settings.keep_going),
            Kind::Strict => switch("strict", &mut settings.strict),
            Kind::StatedBaseUrl => {
                settings.base_url = random
                    .pick(&["https://a.example/", "https://b.example/deep/"])
                    .filter(|_| !random.clone().once_in(3))
                    .map(|url| (*url).to_owned());
                format!("base URL {:?}", settings.base_url)
            }
            Kind::Body | Kind::AddBlock | Kind::DropBlock | Kind::Title | Kind::Summary | Kind::Slug | Kind::Keywords | Kind::Redirects => {
                text(wiki, kind, random)?
            }
            Kind::Updated | Kind::Draft | Kind::Rewrap | Kind::LineEnds | Kind::Stealthy | Kind::Review | Kind::Method => {
                text(wiki, kind, random)?
            }
            Kind::Accept => accept(wiki, random)?,
            Kind::Themes | Kind::Date | Kind::Facts | Kind::Lead | Kind::Ties | Kind::Steps | Kind::Rename | Kind::Move => {
                work(wiki, kind, random)?
            }
            Kind::FormerIds | Kind::Withdraw | Kind::NewEdition | Kind::DropEdition | Kind::DropWork => work(wiki, kind, random)?,
            Kind::NewWork => {
                let folder = random.one(&FOLDERS);
                format!("work {} in {folder:?}", wiki.add_work(folder, random))
            }
            Kind::NewLanguage | Kind::DropLanguage | Kind::OrderOfLanguages | Kind::DefaultLanguage => language(wiki, kind, random)?,
            Kind::SiteTitle
            | Kind::Menu
            | Kind::BaseUrl
            | Kind::Fallback
            | Kind::Footer
            | Kind::Outputs
            | Kind::EditUrl
            | Kind::Logo
            | Kind::SiteId
            | Kind::Notices
            | Kind::Preparing
            | Kind::ThemeFolder => configuration(wiki, kind, random),
            Kind::Label | Kind::Definition | Kind::Broader | Kind::Related | Kind::NewConcept | Kind::DropConcept | Kind::FormerTheme => {
                thesaurus(wiki, kind, random)?
            }
            Kind::Break => mistake(wiki, random)?,
            _ => file(wiki, kind, random)?,
        };
        Some(said)
    }
}

fn switch(name: &str, value: &mut bool) -> String {
    *value = !*value;
    format!("--{name} {value}")
}

/// Puts something at a key or takes it away.
fn toggle(facts: &mut std::collections::BTreeMap<&'static str, String>, key: &'static str, value: String, random: &mut Random) -> String {
    if facts.contains_key(key) && random.once_in(3) {
        facts.remove(key);
        return format!("no {key}");
    }
    let said = format!("{key}: {value}");
    facts.insert(key, value);
    said
}

fn text(wiki: &mut Wiki, kind: Kind, random: &mut Random) -> Option<String> {
    let at = wiki.some_edition(random)?;
    let block = wiki.block(random);
    let lead = wiki.works[&at.0].lead == at.1;
    let edition = wiki.edition(at);
    let place = random.below(edition.body.len());
    let said = match kind {
        Kind::Body if !edition.body.is_empty() => {
            edition.body[place] = block;
            "a block".to_owned()
        }
        Kind::AddBlock | Kind::Body => {
            edition.body.insert(place, block);
            "another block".to_owned()
        }
        Kind::DropBlock => {
            edition.body.drain(place.min(edition.body.len())..).next();
            "fewer blocks".to_owned()
        }
        Kind::Title => {
            edition.title = random.words(2);
            format!("title {}", edition.title)
        }
        Kind::Stealthy => {
            let last = if edition.title.ends_with('7') { "8" } else { "7" };
            let mut title: String = edition.title.chars().collect();
            let removed = title.pop()?;
            title.push_str(&last.repeat(removed.len_utf8()));
            edition.title = title;
            format!("title {}, of the same length and time; --verify", edition.title)
        }
        Kind::Summary => toggle(&mut edition.facts, "summary", random.words(3), random),
        Kind::Slug => {
            let slug = format!("s{}", random.below(20));
            toggle(&mut edition.facts, "slug", slug, random)
        }
        Kind::Keywords => toggle(&mut edition.facts, "keywords", format!("[\"{}\"]", random.words(1)), random),
        Kind::Redirects => {
            let old = format!("[{}/old-{}.html]", at.1, random.below(20));
            toggle(&mut edition.facts, "redirects", old, random)
        }
        Kind::Updated => {
            let day = 1 + random.below(28);
            toggle(&mut edition.facts, "updated", format!("2026-02-{day:02}"), random)
        }
        Kind::Review => toggle(&mut edition.facts, "review_by", format!("2026-{:02}-01", 1 + random.below(12)), random),
        Kind::Method if !lead => {
            // The last of two keys would count, and two are a mistake.
            let made = random.one(&["{method: machine, tool: T}", "{method: machine, reviewed_by: R}", "{method: human, by: B}"]);
            toggle(&mut edition.facts, "translation", made.to_owned(), random)
        }
        Kind::Draft if lead || random.once_in(2) => toggle(&mut edition.facts, "draft", "true".to_owned(), random),
        Kind::Rewrap => {
            edition.padding = (edition.padding + 1 + random.below(2)) % 3;
            format!("{} lines that say nothing", edition.padding)
        }
        Kind::LineEnds => {
            edition.windows = !edition.windows;
            "line ends".to_owned()
        }
        _ => return None,
    };
    Some(format!("{} {}: {said}", at.0, at.1))
}

/// Keeps what a translation was made from, as it is now.
fn accept(wiki: &mut Wiki, random: &mut Random) -> Option<String> {
    let (number, language) = wiki.some_edition(random)?;
    let work = &wiki.works[&number];
    let from = work.editions.keys().find(|from| **from != language)?;
    let source = wiki.files().remove(&format!("content/{}.{from}.md", work.id()))?;
    let source = String::from_utf8(source).ok()?;
    let event = snapshot::Event { did: "accepted".to_owned(), ..snapshot::Event::default() };
    let kept = snapshot::write(from.parse().ok()?, source.trim_start_matches('\u{feff}'), &[], event);
    let path = snapshot::path(&work.id(), language.parse().ok()?).to_string();
    let said = format!("{path} keeps {from}");
    wiki.files.insert(path, kept.into_bytes());
    Some(said)
}

fn work(wiki: &mut Wiki, kind: Kind, random: &mut Random) -> Option<String> {
    let number = wiki.some_work(random)?;
    let concept = wiki.some_concept(random);
    let other = wiki.some_work(random)?;
    let language = random.one(&wiki.languages);
    let new_name = format!("n{}", wiki.number());
    let edition = wiki.new_edition(number, random);
    let all: Vec<u32> = wiki.works.keys().copied().collect();
    let work = wiki.works.get_mut(&number)?;
    let said = match kind {
        Kind::Themes => {
            let concept = concept?;
            if !work.themes.remove(&concept) {
                work.themes.insert(concept);
            }
            format!("themes {:?}", work.themes)
        }
        Kind::Date => toggle(&mut work.facts, "date", format!("2026-03-{:02}", 1 + random.below(28)), random),
        Kind::Facts => {
            let (key, value) = random.one(&[
                ("level", "2"),
                ("minutes", "7"),
                ("weight", "-1"),
                ("weight", "5"),
                ("featured", "true"),
                ("audience", "[desk]"),
                ("said_by", "anna"),
                ("said_by", "Кто-то"),
                ("source", "{author: boris, work: book, year: 1901}"),
                ("source", "{fiction: true}"),
                ("translate", "none"),
            ]);
            toggle(&mut work.facts, key, value.to_owned(), random)
        }
        Kind::Lead => {
            let languages: Vec<_> = work.editions.keys().copied().collect();
            work.lead = random.one(&languages);
            format!("lead {}", work.lead)
        }
        Kind::Ties => {
            let tie = (random.one(&["illustrates", "practises", "see_also"]), other);
            if !work.ties.remove(&tie) {
                work.ties.insert(tie);
            }
            format!("ties {:?}", work.ties)
        }
        Kind::Steps => {
            work.steps = all.into_iter().filter(|_| !random.once_in(3)).collect();
            if random.once_in(2) {
                work.steps.reverse();
            }
            format!("steps {:?}", work.steps)
        }
        Kind::Rename => {
            let old = work.id();
            work.name = new_name;
            if random.once_in(2) {
                work.former_ids.insert(old);
            }
            format!("renamed to {}", work.id())
        }
        Kind::Move => {
            work.folder = random.one(&FOLDERS);
            format!("moved to {}", work.id())
        }
        Kind::FormerIds => {
            match work.former_ids.pop_first() {
                Some(_) if random.once_in(2) => {}
                _ => drop(work.former_ids.insert(format!("stories/gone-{}", random.below(9)))),
            }
            format!("former ids {:?}", work.former_ids)
        }
        Kind::Withdraw => toggle(&mut work.facts, "withdrawn", "{reason: Устарело, on: 2026-01-01}".to_owned(), random),
        Kind::NewEdition => {
            work.editions.insert(language, edition);
            format!("edition {language}")
        }
        Kind::DropEdition => {
            let (number, language) = wiki.some_edition(random)?;
            wiki.drop_edition(number, language);
            return Some(format!("{number}: no edition {language}"));
        }
        Kind::DropWork if all.len() > 3 => {
            wiki.works.remove(&number);
            "gone".to_owned()
        }
        _ => return None,
    };
    Some(format!("{number}: {said}"))
}

fn language(wiki: &mut Wiki, kind: Kind, random: &mut Random) -> Option<String> {
    match kind {
        Kind::NewLanguage => {
            let new = *LANGUAGES.iter().find(|language| !wiki.languages.contains(language))?;
            wiki.languages.push(new);
            for number in wiki.works.keys().copied().collect::<Vec<_>>() {
                if random.once_in(3) {
                    let edition = wiki.new_edition(number, random);
                    wiki.edition((number, new)).clone_from(&edition);
                }
            }
        }
        Kind::DropLanguage => {
            let gone = *random.pick(&wiki.languages).filter(|language| **language != wiki.default_language)?;
            wiki.languages.retain(|language| *language != gone);
            // Whoever forgets the files is told about each.
            if !random.once_in(4) {
                for number in wiki.works.keys().copied().collect::<Vec<_>>() {
                    wiki.drop_edition(number, gone);
                }
                wiki.files.retain(|path, _| !path.contains(&format!(".{gone}.md")) && !path.starts_with(&format!("i18n/{gone}/")));
                wiki.config.retain(|_, value| !value.contains(&format!("{gone}: ")));
                wiki.config.entry("title").or_insert("Sitio".to_owned());
            }
        }
        Kind::OrderOfLanguages => random.shuffle(&mut wiki.languages),
        _ => wiki.default_language = random.one(&wiki.languages),
    }
    Some(format!("{:?}, at first {}", wiki.languages, wiki.default_language))
}

fn configuration(wiki: &mut Wiki, kind: Kind, random: &mut Random) -> String {
    let words = random.words(2);
    let section = random.one(&["stories", "maxims", "themes", "people"]);
    let (key, value) = match kind {
        Kind::SiteTitle => {
            wiki.config.insert("title", format!("\"{words}\""));
            return format!("title {words}");
        }
        Kind::Menu => {
            ("menu", random.one(&["[stories, themes]", "[themes, {label: \"Сайт\", to: https://example.org/}]", "[]"]).to_owned())
        }
        Kind::BaseUrl => ("base_url", random.one(&["https://example.org/", "https://example.org/deep/er/"]).to_owned()),
        Kind::Fallback => ("fallback", random.one(&["list", "show", "hide", "{story: hide, maxim: show}", "{ru: [es]}"]).to_owned()),
        Kind::Footer => ("footer", format!("\"Внизу: {words} [{section}](https://example.org/{section})\"")),
        Kind::Outputs => ("outputs", random.one(&["[html]", "[html, feed]", "[html, sitemap, pages]"]).to_owned()),
        Kind::EditUrl => ("edit_url", format!("\"https://example.org/{section}/{{path}}\"")),
        Kind::Logo => {
            ("logo", wiki.some_file("content/", random).map_or("one.png".to_owned(), |path| path.trim_start_matches("content/").to_owned()))
        }
        Kind::Notices => {
            ("translations", random.one(&["{notices: none}", "{notices: gentle, credits: true}", "{credits: true}"]).to_owned())
        }
        Kind::Preparing => {
            let other = wiki.languages.iter().find(|language| **language != wiki.default_language).copied().unwrap_or("es");
            ("preparing", random.one(&["[LANG]", "{LANG: [behind, machine]}", "{LANG: [overdue]}"]).replace("LANG", other))
        }
        Kind::SiteId => ("id", section.to_owned()),
        _ => ("theme", random.one(&["own", "default"]).to_owned()),
    };
    toggle(&mut wiki.config, key, value, random)
}

fn thesaurus(wiki: &mut Wiki, kind: Kind, random: &mut Random) -> Option<String> {
    let new = format!("theme{}", wiki.number());
    if kind == Kind::NewConcept {
        wiki.add_concept(new.clone(), random);
        return Some(new);
    }
    let id = wiki.some_concept(random)?;
    let other = wiki.some_concept(random)?;
    let language = random.one(&wiki.languages);
    if kind == Kind::DropConcept {
        wiki.concepts.remove(&id);
        wiki.files.retain(|path, _| !path.starts_with(&format!("content/themes/{id}.")));
        return Some(format!("{id} gone"));
    }
    if kind == Kind::FormerTheme {
        let mut concept = wiki.concepts.remove(&id)?;
        concept.former_ids.insert(id.clone());
        wiki.files.retain(|path, _| !path.starts_with(&format!("content/themes/{id}.")));
        for work in wiki.works.values_mut() {
            if work.themes.remove(&id) {
                work.themes.insert(new.clone());
            }
        }
        wiki.concepts.insert(new.clone(), concept);
        return Some(format!("{id} becomes {new}"));
    }
    let concept = wiki.concepts.get_mut(&id)?;
    Some(match kind {
        Kind::Label => {
            let label = random.words(1);
            let said = format!("{id}: label {label} in {language}");
            concept.label.insert(language, label);
            said
        }
        Kind::Definition => {
            concept.definition = random.words(4);
            format!("{id}: definition {}", concept.definition)
        }
        Kind::Broader if id != other => {
            if !concept.broader.remove(&other) {
                concept.broader.insert(other);
            }
            format!("{id}: broader {:?}", concept.broader)
        }
        Kind::Related if id != other => {
            if !concept.related.remove(&other) {
                concept.related.insert(other);
            }
            format!("{id}: related {:?}", concept.related)
        }
        _ => return None,
    })
}

/// Writes a file or takes it away.
fn file(wiki: &mut Wiki, kind: Kind, random: &mut Random) -> Option<String> {
    let number = wiki.number();
    let words = random.words(2);
    let language = random.one(&wiki.languages);
    let concept = wiki.some_concept(random);
    let (path, content) = match kind {
        Kind::Template => {
            let name = random.one(&["list.html", "person.html", "footer-of-mine.html", "work.html", "404.html"]);
            let content = match name {
                "list.html" => PAGE_TEMPLATE.replace("<h1>", &format!("<p>{words}</p><h1>")),
                "person.html" => format!(
                    "{{% extends \"base.html\" %}}\n{{% block main %}}<h1>{{{{ view.name }}}}</h1><p>{words}</p>{{% endblock main %}}\n"
                ),
                "work.html" => format!(
                    "{{% extends \"base.html\" %}}\n{{% block main %}}<h1>{{{{ page.title }}}}</h1>{{{{ view.content | safe }}}}<p>{words}</p>{{% endblock main %}}\n"
                ),
                "404.html" => format!("<!doctype html>\n<title>{words}</title>\n<a href=\"{{{{ root }}}}index.html\">{words}</a>\n"),
                _ => format!("<p>{words}</p>\n"),
            };
            (format!("themes/own/templates/{name}"), content)
        }
        Kind::StyleSheet => {
            let name = random.one(&["style.css", "extra.css"]);
            (format!("themes/own/static/{name}"), format!("/* {words} */ p {{ margin: {number}px }}\n"))
        }
        Kind::ThemeFile => (format!("themes/own/static/{}", random.one(&["script.js", "more.txt"])), format!("// {words}\n")),
        Kind::TemplateGone => return take(wiki, "themes/own/", random),
        Kind::WordGone => return take(wiki, "i18n/", random),
        Kind::DropAsset => return take(wiki, "content/", random),
        Kind::StaticGone => return take(wiki, "content/static/", random),
        Kind::Word => {
            let name = random.one(&["menu", "skip-to-content", "newest", "themes", "folder-stories", "folder-maxims", "mine"]);
            let said = if name.starts_with("folder") { format!("f{}", random.below(9)) } else { words };
            (format!("i18n/{language}/{}.ftl", random.one(&["site", "extra"])), format!("{name} = {said}\n"))
        }
        Kind::Introduction => (format!("content/themes/{}.{language}.md", concept?), format!("---\ntitle: \"{words}\"\n---\n{words}\n")),
        Kind::IndexText => {
            let folder = random.one(&["", "stories/", "maxims/"]);
            (format!("content/{folder}index.{language}.md"), format!("---\ntitle: \"{words}\"\n---\n{words}\n"))
        }
        Kind::People => (
            "content/people.yaml".to_owned(),
            format!("anna: {{name: \"{words}\", about: \"{words}\"}}\nboris: Борис\nc{}: Вера\n", random.below(3)),
        ),
        Kind::Sources => (
            "content/sources.yaml".to_owned(),
            format!("book: {{title: \"{words}\", author: {}}}\n", random.one(&["anna", "boris", "Never"])),
        ),
        Kind::ReplaceAsset => (wiki.some_file("content/", random)?, format!("picture {number}")),
        Kind::SwapAssets => {
            let (one, other) = (wiki.some_file("content/", random)?, wiki.some_file("content/", random)?);
            let (a, b) = (wiki.files[&one].clone(), wiki.files[&other].clone());
            wiki.files.insert(one.clone(), b);
            wiki.files.insert(other.clone(), a);
            return Some(format!("{one} and {other}"));
        }
        Kind::NewAsset => (format!("content/stories/a{}.png", random.below(9)), format!("picture {number}")),
        Kind::LocalAsset => {
            let path = wiki.some_file("content/", random)?;
            let (stem, extension) = path.rsplit_once('.')?;
            (format!("{stem}.{language}.{extension}"), format!("picture {number}"))
        }
        Kind::Static => (format!("content/static/{}", random.one(&["a.txt", "deep/b.txt", ".well-known/c", "es/d.html"])), words),
        Kind::BreakTemplate => {
            let wrong =
                random.one(&["{% if %}", "{{ view.nothing.at.all }}", "{% include \"nowhere.html\" %}", "{{ t(id=\"no-such-message\") }}"]);
            (format!("themes/own/templates/{}", random.one(&["home.html", "work.html", "themes.html"])), wrong.to_owned())
        }
        Kind::BreakFile => {
            let (path, wrong) = random.one(&[
                ("content/people.yaml", "anna: {name: [}\n"),
                ("content/stories/untagged.md", "---\ntitle: A\n---\n"),
                ("content/stories/torn.es.md", "---\ntitle: A\n---\n<<<<<<< a\nb\n=======\nc\n>>>>>>> d\n"),
                ("content/stories/w1.es.md.orig", "copy"),
                ("i18n/ru/wrong.ftl", "menu = { $nothing\n"),
                ("i18n/es/other.ftl", "menu = { $nothing }\n"),
                ("themes/own/theme.yaml", "nonsense: [1\n"),
                ("content/bad.svg", "<svg onload='x'/>"),
            ]);
            (path.to_owned(), wrong.to_owned())
        }
        _ => return None,
    };
    let said = format!("{path}: {}", content.trim());
    wiki.files.insert(path, content.into_bytes());
    Some(said)
}

fn take(wiki: &mut Wiki, start: &str, random: &mut Random) -> Option<String> {
    let path = wiki.some_file(start, random)?;
    wiki.files.remove(&path);
    Some(format!("{path} gone"))
}

/// Something wrong in a text or in `site.yaml`.
fn mistake(wiki: &mut Wiki, random: &mut Random) -> Option<String> {
    let at = wiki.some_edition(random)?;
    let said = match random.below(8) {
        0 => {
            wiki.works.get_mut(&at.0)?.themes.insert("?unknown".to_owned());
            "unknown theme"
        }
        1 => {
            wiki.edition(at).facts.insert("summry", "x".to_owned());
            "unknown key"
        }
        2 => {
            wiki.config.insert("titel", "x".to_owned());
            "unknown key of site.yaml"
        }
        3 => {
            wiki.edition(at).facts.insert("keywords", "[".to_owned());
            "broken YAML"
        }
        4 => {
            wiki.edition(at).facts.insert("slug", "one-and-the-same".to_owned());
            "a slug that others may have"
        }
        other => {
            let raw = ["[[nowhere]]", "![x](nowhere.png)", ":::quiz{id=x}\n", "<script>x</script>"][other % 4];
            wiki.edition(at).body.push(Block::Raw(raw.to_owned()));
            raw
        }
    };
    Some(format!("{} {}: {said}", at.0, at.1))
}
