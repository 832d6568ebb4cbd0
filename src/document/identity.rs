//! What a file's path says: which work it belongs to, in which language.
//!
//! One rule: take the path below `content/`, remove its language tag, and what is left is the work's id. Only the site's languages are
//! tags. A dotted tag (`a.es.md`) wins and is removed once; else the whole stem (`a/es.md`); else the first folder (`es/a.md`). A first
//! folder that is a tag may be combined with another tag and must agree with it.

use super::Role;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::language::Language;
use crate::base::path::{ConceptId, SitePath, WorkId};
use crate::base::segment;
use crate::base::text::Place;
use crate::config::{Config, Kind, SECTIONS};

/// What a file is, by its path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// What it is there for.
    pub role: Role,
    /// The language of its tag.
    pub language: Language,
    /// From the first folder of the id; front matter may say otherwise.
    pub kind: Kind,
}

/// Reads a Markdown file's path below `content/`. Without an identity the file is left out.
pub fn identify(path: &str, config: &Config) -> (Option<Identity>, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let place = || Place::file(SitePath::new(format!("content/{path}")));
    for name in without_ending(path).split('/') {
        if let Err(fault) = segment::check(name) {
            let problem = Diagnostic::new(Code::InvalidName).arg("name", name).arg("rule", fault.as_str());
            problems.push(problem.arg("character", fault.character()).at(place()));
        }
    }
    if !problems.is_empty() {
        return (None, problems);
    }
    let tags = Tags::of(without_ending(path), &config.languages);
    if let (Some(folder), Some(other)) = (tags.folder, tags.name)
        && folder != other
    {
        let problem = Diagnostic::new(Code::TagsDisagree).arg("folder", folder).arg("tag", other);
        problems.push(problem.at(place()));
        return (None, problems);
    }
    let untagged = config.languages.len() == 1 || config.untagged_is_default;
    let language = tags.name.or(tags.folder).or_else(|| untagged.then_some(config.default_language));
    if let Some(foreign) = tags.foreign {
        let read = if language.is_some() { "yes" } else { "no" };
        problems.push(listed(Diagnostic::new(Code::ForeignTag).arg("language", foreign).arg("read", read), config).at(place()));
    } else if language.is_none() {
        problems.push(listed(Diagnostic::new(Code::UntaggedFile), config).at(place()));
    }
    let Some(language) = language else { return (None, problems) };
    let id = segment::normalize(&tags.id);
    problems.extend(resembling_section(&id).map(|(folder, section)| {
        let mut problem = Diagnostic::new(Code::UnknownFolder).arg("folder", folder).arg("section", section);
        problem.suggestion = Some(section.to_owned());
        problem.at(place())
    }));
    let kind = Kind::of_folder(id.split('/').next().unwrap_or_default());
    (Some(Identity { role: role(&id), language, kind }), problems)
}

fn listed(problem: Diagnostic, config: &Config) -> Diagnostic {
    let languages: Vec<&str> = config.languages.iter().map(Language::as_str).collect();
    problem.arg("languages", languages.join(", ")).arg("example", config.default_language)
}

/// The path without `.md`.
fn without_ending(path: &str) -> &str {
    match path.len().checked_sub(3).and_then(|at| path.split_at_checked(at)) {
        Some((stem, ending)) if ending.eq_ignore_ascii_case(".md") => stem,
        _ => path,
    }
}

/// A path taken apart.
struct Tags {
    /// The first folder, if it is a tag.
    folder: Option<Language>,
    /// A dotted tag or the whole stem.
    name: Option<Language>,
    /// A dotted part that is a language which the site does not have.
    foreign: Option<Language>,
    /// What is left.
    id: String,
}

impl Tags {
    fn of(path: &str, languages: &[Language]) -> Tags {
        let tag = |text: &str| languages.iter().copied().find(|language| language.as_str().eq_ignore_ascii_case(text));
        let (folder, rest) = match path.split_once('/').map(|(first, rest)| (tag(first), rest)) {
            Some((Some(language), rest)) => (Some(language), rest),
            _ => (None, path),
        };
        let (folders, stem) = rest.rsplit_once('/').unwrap_or(("", rest));
        let (bare, dotted) = stem.rsplit_once('.').map_or((stem, None), |(bare, part)| (bare, Some(part)));
        let slash = if folders.is_empty() { "" } else { "/" };
        if let Some(language) = dotted.and_then(tag) {
            return Tags { folder, name: Some(language), foreign: None, id: format!("{folders}{slash}{bare}") };
        }
        if let Some(language) = tag(stem) {
            return Tags { folder, name: Some(language), foreign: None, id: folders.to_owned() };
        }
        Tags { folder, name: None, foreign: dotted.and_then(foreign), id: rest.to_owned() }
    }
}

/// A part that is a tag of an existing language. Versions (`v1.2`) and endings (`a.md.md`) are none; nor are words, so that only
/// languages of two letters are believed.
fn foreign(part: &str) -> Option<Language> {
    let primary = part.split('-').next().unwrap_or_default();
    let language: Language = if primary.len() == 2 { part.parse().ok()? } else { return None };
    language.is_known().then_some(language)
}

fn role(id: &str) -> Role {
    let section = |name: &str| SECTIONS.contains(&name);
    match id.split_once('/') {
        // The path was nothing but a tag: the site's own folder.
        None if id.is_empty() || id == "index" => Role::Index(String::new()),
        None if section(id) => Role::Index(id.to_owned()),
        Some((folder, "index")) if section(folder) => Role::Index(folder.to_owned()),
        Some(("themes", concept)) => Role::Introduction(ConceptId::new(concept)),
        _ => Role::Work(WorkId::new(id)),
    }
}

/// The first folder, if it is not the name of a section but was probably meant as one.
fn resembling_section(id: &str) -> Option<(&str, &'static str)> {
    let (folder, _) = id.split_once('/')?;
    if SECTIONS.contains(&folder) {
        return None;
    }
    let lower = folder.to_lowercase();
    let near = |section: &&str| strsim::damerau_levenshtein(&lower, section) <= 1 && lower.chars().next() == section.chars().next();
    let section = SECTIONS.into_iter().find(near).or_else(|| {
        let (_, section) = OTHER_NAMES.iter().find(|(names, _)| names.contains(&lower.as_str()))?;
        Some(section)
    })?;
    Some((folder, section))
}

/// What authors call the sections in the singular and in other languages.
const OTHER_NAMES: [(&[&str], &str); 7] = [
    (
        &[
            "story",
            "storys",
            "historias",
            "historia",
            "cuentos",
            "cuento",
            "relatos",
            "apólogos",
            "истории",
            "рассказы",
            "притчи",
            "racconti",
            "racconto",
            "storie",
            "storia",
            "histoires",
            "geschichten",
        ],
        "stories",
    ),
    (
        &["máximas", "maximas", "máxima", "maxima", "reglas", "максимы", "правила", "изречения", "massime", "massima", "regole", "maximen"],
        "maxims",
    ),
    (&["ejercicios", "ejercicio", "prácticas", "упражнения", "упражнение", "esercizi", "esercizio", "exercices", "übungen"], "exercises"),
    (
        &[
            "rutas",
            "ruta",
            "itinerarios",
            "recorridos",
            "caminos",
            "пути",
            "маршруты",
            "курсы",
            "percorsi",
            "percorso",
            "parcours",
            "pfade",
        ],
        "paths",
    ),
    (&["temas", "tema", "темы", "тема", "temi", "thèmes", "themen"], "themes"),
    (&["person", "persons", "personas", "люди", "persone", "personnes", "personen"], "people"),
    (&["fuentes", "источники", "fonti", "quellen"], "sources"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::text::Text;

    fn config(languages: &str, more: &str) -> Config {
        let source = format!("title: T\nlanguages: [{languages}]\ndefault_language: es\n{more}\n");
        crate::config::read(Text::new(SitePath::new("site.yaml"), source)).0.unwrap()
    }

    /// `language role id kind`, then the codes of the problems.
    fn identity(path: &str, config: &Config) -> String {
        let (identity, problems) = identify(path, config);
        let mut parts = Vec::new();
        if let Some(Identity { role, language, kind }) = identity {
            let role = match role {
                Role::Work(id) => format!("work {id}"),
                Role::Introduction(id) => format!("theme {id}"),
                Role::Index(name) => format!("index {name:?}"),
            };
            parts.push(format!("{language} {role} ({})", kind.as_str()));
        }
        parts.extend(problems.iter().map(|problem| problem.code.to_string()));
        parts.join(", ")
    }

    #[test]
    fn the_tag_is_removed_and_the_rest_is_the_id() {
        let config = config("es, en, pt-BR", "");
        for (path, expected) in [
            ("stories/the-earrings.es.md", "es work stories/the-earrings (story)"),
            ("stories/the-earrings.en.md", "en work stories/the-earrings (story)"),
            ("stories/the-earrings/es.md", "es work stories/the-earrings (story)"),
            ("es/stories/the-earrings.md", "es work stories/the-earrings (story)"),
            ("es/stories/the-earrings.es.md", "es work stories/the-earrings (story)"),
            ("es/stories/the-earrings/es.md", "es work stories/the-earrings (story)"),
            ("es/stories/the-earrings.en.md", "tags-disagree"),
            ("en/a/es.md", "tags-disagree"),
            // A dotted tag wins over the whole stem, and is removed once.
            ("a/es.en.md", "en work a/es (page)"),
            ("a.es.es.md", "es work a.es (page)"),
            ("a.en.es.md", "es work a.en (page)"),
            // Only the first folder is a tag.
            ("stories/es/a.en.md", "en work stories/es/a (story)"),
            ("exercises/deep/er/a.es.md", "es work exercises/deep/er/a (exercise)"),
            // Letter case does not matter.
            ("a.ES.md", "es work a (page)"),
            ("a.pt-br.MD", "pt-BR work a (page)"),
            ("PT-BR/a.md", "pt-BR work a (page)"),
            // Versions, numbers and words are no languages.
            ("v1.2.es.md", "es work v1.2 (page)"),
            ("v1.2.md", "untagged-file"),
            ("a.md.md", "untagged-file"),
            ("story.final.md", "untagged-file"),
            ("a.md", "untagged-file"),
            ("paths/first-week.es.md", "es work paths/first-week (path)"),
        ] {
            assert_eq!(identity(path, &config), expected, "{path}");
        }
    }

    #[test]
    fn the_sites_lists_and_themes_have_texts_of_their_own() {
        let config = config("es, en", "");
        for (path, expected) in [
            ("index.es.md", "es index \"\" (page)"),
            ("es/index.md", "es index \"\" (page)"),
            ("es.md", "es index \"\" (page)"),
            ("es/es.md", "es index \"\" (page)"),
            ("stories/index.es.md", "es index \"stories\" (story)"),
            ("stories/es.md", "es index \"stories\" (story)"),
            ("themes/index.es.md", "es index \"themes\" (page)"),
            ("themes/trust.es.md", "es theme trust (page)"),
            ("es/themes/trust.md", "es theme trust (page)"),
            ("people/ken.es.md", "es work people/ken (page)"),
            ("guide/index.es.md", "es work guide/index (page)"),
            ("stories/a/index.es.md", "es work stories/a/index (story)"),
        ] {
            assert_eq!(identity(path, &config), expected, "{path}");
        }
    }

    #[test]
    fn a_file_without_tag_belongs_to_the_only_language_or_to_the_default_one() {
        for config in [config("es", ""), config("es, en", "untagged: default")] {
            assert_eq!(identity("stories/a.md", &config), "es work stories/a (story)");
            assert_eq!(identity("v1.2.md", &config), "es work v1.2 (page)");
            assert_eq!(identity("stories/a.es.md", &config), "es work stories/a (story)");
        }
    }

    #[test]
    fn a_language_that_the_site_does_not_have_is_a_warning() {
        let several = config("es, en", "");
        for path in ["a.fr.md", "a.zh-Hant.md", "a.pt-BR.md", "a.es-MX.md"] {
            assert_eq!(identity(path, &several), "foreign-tag", "{path}");
        }
        assert_eq!(identity("es/a.fr.md", &several), "es work a.fr (page), foreign-tag");
        assert_eq!(identity("a.fr.md", &config("es", "")), "es work a.fr (page), foreign-tag");
        assert_eq!(identify("a.fr.md", &several).1[0].severity, crate::base::diagnostic::Severity::Warning);
    }

    #[test]
    fn a_folder_that_was_meant_as_a_kind_is_recognised() {
        let config = config("es, en", "");
        for (folder, section) in [
            ("historias", "stories"),
            ("Cuentos", "stories"),
            ("ИСТОРИИ", "stories"),
            ("racconti", "stories"),
            ("storie", "stories"),
            ("story", "stories"),
            ("Stories", "stories"),
            ("massime", "maxims"),
            ("maxim", "maxims"),
            ("excercises", "exercises"),
            ("темы", "themes"),
        ] {
            let (identity, problems) = identify(&format!("{folder}/a.es.md"), &config);
            assert!(identity.is_some());
            assert_eq!(problems.first().and_then(|problem| problem.suggestion.as_deref()), Some(section), "{folder}");
        }
        for folder in ["guide", "pages", "courses", "history", "maths", "notes"] {
            assert!(identify(&format!("{folder}/a.es.md"), &config).1.is_empty(), "{folder}");
        }
        assert!(identify("historias.es.md", &config).1.is_empty(), "a page, not a folder");
    }

    #[test]
    fn names_that_no_address_can_be_made_of_are_refused() {
        let config = config("es, en", "");
        for path in ["what?.es.md", "a:b.es.md", "stories./a.es.md", "con/a.es.md", "a /b.es.md", "a\u{7}.es.md", "nul.es.md"] {
            assert_eq!(identity(path, &config), "invalid-name", "{path}");
        }
        assert_eq!(identity("аи\u{306}.es.md", &config), "es work ай (page)", "letters have one form");
    }

    #[test]
    fn problems_name_the_file() {
        let (_, problems) = identify("stories/a.md", &config("es, en", ""));
        assert_eq!(problems[0].place.as_ref().map(|place| (place.path.as_str(), place.line)), Some(("content/stories/a.md", 0)));
    }
}
