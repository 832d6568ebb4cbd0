//! A small site that can be edited: what its files say, as values. References between works hold when their names change.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::random::Random;

/// The languages that a site may get; the first four are those of every site at its beginning.
pub const LANGUAGES: [&str; 6] = ["es", "ru", "it", "en", "pt", "de"];

pub type Lang = &'static str;
pub type Files = BTreeMap<String, Vec<u8>>;

#[derive(Clone, Debug)]
pub struct Wiki {
    pub languages: Vec<Lang>,
    pub default_language: Lang,
    /// The other lines of `site.yaml`.
    pub config: BTreeMap<&'static str, String>,
    pub works: BTreeMap<u32, Work>,
    pub concepts: BTreeMap<String, Concept>,
    /// All other files.
    pub files: Files,
    /// The number of the next new thing.
    pub next: u32,
}

#[derive(Clone, Debug, Default)]
pub struct Work {
    pub folder: &'static str,
    pub name: String,
    pub lead: Lang,
    pub editions: BTreeMap<Lang, Edition>,
    pub themes: BTreeSet<String>,
    /// Typed links to other works.
    pub ties: BTreeSet<(&'static str, u32)>,
    pub steps: Vec<u32>,
    /// Other lines of the lead edition's front matter.
    pub facts: BTreeMap<&'static str, String>,
    pub former_ids: BTreeSet<String>,
}

impl Work {
    pub fn id(&self) -> String {
        format!("{}{}", self.folder, self.name)
    }
}

#[derive(Clone, Debug, Default)]
pub struct Edition {
    pub title: String,
    /// Other lines of its front matter.
    pub facts: BTreeMap<&'static str, String>,
    pub body: Vec<Block>,
    /// How its lines end, and whether there are lines that say nothing.
    pub windows: bool,
    pub padding: usize,
}

#[derive(Clone, Debug)]
pub enum Block {
    Text(String),
    Link(u32),
    FileLink(u32),
    Theme(String),
    Asset(String),
    /// As it is, right or wrong.
    Raw(String),
}

#[derive(Clone, Debug, Default)]
pub struct Concept {
    pub label: BTreeMap<Lang, String>,
    pub definition: String,
    pub broader: BTreeSet<String>,
    pub related: BTreeSet<String>,
    pub former_ids: BTreeSet<String>,
}

pub const FOLDERS: [&str; 6] = ["stories/", "stories/inner/", "maxims/", "exercises/", "paths/", ""];

pub const PAGE_TEMPLATE: &str = "{% extends \"base.html\" %}\n{% block main %}\n<h1>{{ view.title }}</h1>\n{{ <cards works={view.works} level={2} kind={false} class={\"own\"} /> }}\n{% endblock main %}\n";

impl Wiki {
    /// A site made up from a seed.
    pub fn new(random: &mut Random) -> Wiki {
        let mut wiki = Wiki {
            languages: LANGUAGES[..4].to_vec(),
            default_language: "es",
            config: BTreeMap::from([
                ("title", "{es: Sitio, ru: Сайт}".to_owned()),
                ("fallback", "{story: show, exercise: hide}".to_owned()),
                ("theme", "own".to_owned()),
            ]),
            works: BTreeMap::new(),
            concepts: BTreeMap::new(),
            files: Files::new(),
            next: 0,
        };
        if random.once_in(2) {
            wiki.config.insert("base_url", "https://example.org/wiki/".to_owned());
        }
        for (path, text) in [
            ("themes/own/templates/list.html", PAGE_TEMPLATE),
            ("themes/own/static/extra.css", "p { color: red }\n"),
            ("i18n/es/site.ftl", "menu = Menú\nskip-to-content = Saltar\n"),
            ("content/people.yaml", "anna: {name: {es: Ana, ru: Анна}}\nboris: Борис\n"),
            ("content/sources.yaml", "book: {title: {es: Libro, ru: Книга}, author: anna, year: 1999}\n"),
            ("content/index.es.md", "---\ntitle: Bienvenidos\n---\nBuenos días.\n"),
            ("content/stories/index.ru.md", "---\ntitle: Истории\n---\nВсе истории.\n"),
            ("content/stories/one.png", "png one"),
            ("content/two.jpg", "jpg two"),
            ("content/static/robots-extra.txt", "static\n"),
        ] {
            wiki.files.insert(path.to_owned(), text.as_bytes().to_vec());
        }
        for name in ["trust", "patience", "words"] {
            wiki.add_concept(name.to_owned(), random);
        }
        wiki.files.insert("content/themes/trust.es.md".to_owned(), "---\ntitle: Confianza\n---\nSobre la confianza.\n".into());
        for folder in ["stories/", "stories/", "maxims/", "exercises/", "", "paths/"] {
            wiki.add_work(folder, random);
        }
        wiki
    }

    pub fn number(&mut self) -> u32 {
        self.next += 1;
        self.next
    }

    pub fn add_concept(&mut self, id: String, random: &mut Random) {
        let mut concept = Concept::default();
        for language in LANGUAGES {
            if language == "es" || random.once_in(2) {
                concept.label.insert(language, format!("{id} {language}"));
            }
        }
        if random.once_in(2) {
            concept.broader.extend(self.some_concept(random));
        }
        self.concepts.insert(id, concept);
    }

    pub fn add_work(&mut self, folder: &'static str, random: &mut Random) -> u32 {
        let number = self.number();
        let mut languages = self.languages.clone();
        random.shuffle(&mut languages);
        languages.truncate(1 + random.below(3));
        let mut work = Work { folder, name: format!("w{number}"), lead: languages[0], ..Work::default() };
        work.themes.extend(self.some_concept(random));
        for &language in &languages {
            let edition = self.new_edition(number, random);
            work.editions.insert(language, edition);
        }
        if folder == "paths/" {
            work.steps = self.works.keys().copied().filter(|_| !random.once_in(3)).collect();
        }
        if random.once_in(2) {
            work.facts.insert("date", format!("2026-01-{:02}", 1 + random.below(28)));
        }
        self.works.insert(number, work);
        number
    }

    pub fn new_edition(&mut self, number: u32, random: &mut Random) -> Edition {
        let mut edition = Edition { title: format!("{} {number}", random.words(2)), ..Edition::default() };
        edition.body = (0..1 + random.below(4)).map(|_| self.block(random)).collect();
        if random.once_in(2) {
            edition.facts.insert("summary", random.words(4));
        }
        edition
    }

    pub fn block(&mut self, random: &mut Random) -> Block {
        let work = self.some_work(random);
        match (random.below(7), work) {
            (0, Some(work)) => Block::Link(work),
            (1, Some(work)) => Block::FileLink(work),
            (2, _) => Block::Asset(self.some_file("content/", random).unwrap_or_default()),
            (3, _) => self.some_concept(random).map_or_else(|| Block::Text(random.words(3)), Block::Theme),
            (4, _) => Block::Raw(format!("## {}\n", random.words(2))),
            _ => {
                let count = 3 + random.below(12);
                Block::Text(random.words(count))
            }
        }
    }

    pub fn some_work(&self, random: &mut Random) -> Option<u32> {
        random.pick(&self.works.keys().copied().collect::<Vec<_>>()).copied()
    }

    pub fn some_concept(&self, random: &mut Random) -> Option<String> {
        random.pick(&self.concepts.keys().cloned().collect::<Vec<_>>()).cloned()
    }

    /// Some work's number and a language in which it has an edition.
    pub fn some_edition(&self, random: &mut Random) -> Option<(u32, Lang)> {
        let all: Vec<(u32, Lang)> = self.works.iter().flat_map(|(n, work)| work.editions.keys().map(|l| (*n, *l))).collect();
        random.pick(&all).copied()
    }

    pub fn edition(&mut self, (work, language): (u32, Lang)) -> &mut Edition {
        self.works.entry(work).or_default().editions.entry(language).or_default()
    }

    /// The path of some file that begins so; below `content/` that of an asset.
    pub fn some_file(&self, start: &str, random: &mut Random) -> Option<String> {
        let is_asset = |path: &str| [".png", ".jpg"].iter().any(|end| path.ends_with(end)) && !path.starts_with("content/static/");
        let wanted = |path: &&String| path.starts_with(start) && (start != "content/" || is_asset(path));
        random.pick(&self.files.keys().filter(wanted).cloned().collect::<Vec<_>>()).cloned()
    }

    /// Takes a work's edition away, and the work with its last one.
    pub fn drop_edition(&mut self, number: u32, language: Lang) {
        let Some(work) = self.works.get_mut(&number) else { return };
        work.editions.remove(language);
        match work.editions.keys().next() {
            None => {
                self.works.remove(&number);
            }
            Some(&first) if work.lead == language => work.lead = first,
            Some(_) => {}
        }
    }

    /// All files as they stand on the disk.
    pub fn files(&self) -> Files {
        let mut files = self.files.clone();
        files.insert("site.yaml".to_owned(), self.site_yaml().into_bytes());
        files.insert("content/themes.yaml".to_owned(), self.themes_yaml().into_bytes());
        for work in self.works.values() {
            for (language, edition) in &work.editions {
                files.insert(format!("content/{}.{language}.md", work.id()), self.text(work, language, edition).into_bytes());
            }
        }
        files
    }

    fn site_yaml(&self) -> String {
        let mut yaml = format!("languages: [{}]\ndefault_language: {}\n", self.languages.join(", "), self.default_language);
        for (key, value) in &self.config {
            let _ = writeln!(yaml, "{key}: {value}");
        }
        yaml
    }

    fn themes_yaml(&self) -> String {
        let mut yaml = String::new();
        for (id, concept) in &self.concepts {
            let known = |ids: &BTreeSet<String>| {
                ids.iter().filter(|other| self.concepts.contains_key(*other) && *other != id).cloned().collect::<Vec<_>>().join(", ")
            };
            let label = concept.label.get(self.default_language).cloned().unwrap_or_else(|| format!("{id} default"));
            let mut labels = vec![format!("{}: \"{label}\"", self.default_language)];
            let others =
                concept.label.iter().filter(|(language, _)| self.languages.contains(language) && **language != self.default_language);
            labels.extend(others.map(|(language, label)| format!("{language}: \"{label}\"")));
            let _ = write!(
                yaml,
                "{id}:\n  label: {{{}}}\n  definition: \"{}\"\n  broader: [{}]\n  related: [{}]\n  former_ids: [{}]\n",
                labels.join(", "),
                concept.definition,
                known(&concept.broader),
                known(&concept.related),
                concept.former_ids.iter().cloned().collect::<Vec<_>>().join(", ")
            );
        }
        yaml
    }

    fn text(&self, work: &Work, language: &str, edition: &Edition) -> String {
        let mut text = format!("---\ntitle: \"{}\"\n", edition.title);
        for (key, value) in &edition.facts {
            let _ = writeln!(text, "{key}: {value}");
        }
        if language == work.lead {
            text.push_str("lead: true\n");
            self.work_facts(work, &mut text);
        } else if !edition.facts.contains_key("translation") {
            let _ = writeln!(text, "translation: {{from: {}}}", work.lead);
        }
        text.push_str(&"# nothing\n".repeat(edition.padding));
        text.push_str("---\n");
        let up = "../".repeat(work.folder.matches('/').count());
        for block in &edition.body {
            let said = match block {
                Block::Text(words) | Block::Raw(words) => words.clone(),
                Block::Link(other) => self.works.get(other).map_or("слова".to_owned(), |other| format!("См. [[{}]].", other.id())),
                Block::FileLink(other) => {
                    self.works.get(other).map_or("слова".to_owned(), |other| format!("[сюда]({up}{}.{}.md)", other.id(), other.lead))
                }
                Block::Theme(id) if self.concepts.contains_key(id) => format!("Тема [[themes/{id}]]."),
                Block::Asset(path) if self.files.contains_key(path) => {
                    format!("![рисунок]({up}{})", path.trim_start_matches("content/"))
                }
                Block::Theme(_) | Block::Asset(_) => "слово".to_owned(),
            };
            text.push_str(&said);
            text.push_str("\n\n");
        }
        text.push_str(&"\n".repeat(edition.padding));
        if edition.windows { format!("\u{feff}{}", text.replace('\n', "\r\n")) } else { text }
    }

    fn work_facts(&self, work: &Work, text: &mut String) {
        let themes: Vec<&str> =
            work.themes.iter().map(String::as_str).filter(|id| self.concepts.contains_key(*id) || id.starts_with('?')).collect();
        let _ = writeln!(text, "themes: [{}]", themes.join(", "));
        for key in ["illustrates", "practises", "see_also"] {
            let others = work.ties.iter().filter(|(one, _)| *one == key).filter_map(|(_, other)| self.works.get(other));
            let ids: Vec<String> = others.map(Work::id).filter(|id| *id != work.id()).collect();
            if !ids.is_empty() {
                let _ = writeln!(text, "{key}: [{}]", ids.join(", "));
            }
        }
        let steps: Vec<String> =
            work.steps.iter().filter_map(|step| self.works.get(step)).map(Work::id).filter(|id| *id != work.id()).collect();
        if work.folder == "paths/" {
            let _ = writeln!(text, "steps: [{}]", steps.join(", "));
        }
        if !work.former_ids.is_empty() {
            let _ = writeln!(text, "former_ids: [{}]", work.former_ids.iter().cloned().collect::<Vec<_>>().join(", "));
        }
        for (key, value) in &work.facts {
            let _ = writeln!(text, "{key}: {value}");
        }
    }
}
