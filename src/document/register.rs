//! `content/people.yaml` and `content/sources.yaml`: authors and books that return.

use std::collections::BTreeMap;

use super::data;
use crate::base::diagnostic::Diagnostic;
use crate::base::language::Language;
use crate::base::text::{Span, Text};
use crate::base::yaml::{Entry, Mapping};
use crate::config::{Config, Localized};

/// The keys of a person.
pub const PERSON_KEYS: [&str; 4] = ["name", "sort", "about", "url"];
/// The keys of a source.
pub const SOURCE_KEYS: [&str; 8] = ["title", "author", "year", "fiction", "original_language", "url", "licence", "editions"];
/// The keys of a published edition of a source.
pub const EDITION_KEYS: [&str; 6] = ["title", "publisher", "year", "translator", "isbn", "url"];

/// Somebody whom texts name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// The name.
    pub name: Localized,
    /// The name as it stands in an alphabetical list; empty where it is not stated.
    pub sort: Localized,
    /// Who it is, in a sentence; empty where it is not stated.
    pub about: Localized,
    /// Where to read more.
    pub url: Option<String>,
    /// Where the id stands in the file.
    pub span: Span,
}

/// A book or an article that works come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The title. Without an edition in a language it is a rendering for the reader.
    pub title: Localized,
    /// Who wrote it: ids of `people.yaml` or names.
    pub author: Vec<String>,
    /// The year in which it first appeared.
    pub year: Option<i32>,
    /// Whether it is invented.
    pub fiction: Option<bool>,
    /// The language in which it was written; may be outside the site.
    pub original_language: Option<Language>,
    /// Where it can be read.
    pub url: Option<String>,
    /// Under which licence it stands.
    pub licence: Option<String>,
    /// What was published, by language; these may be outside the site.
    pub editions: BTreeMap<Language, PublishedEdition>,
    /// Where the id stands in the file.
    pub span: Span,
}

/// A source as it was published in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublishedEdition {
    /// Its title.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When.
    pub year: Option<i32>,
    /// Who translated it.
    pub translator: Vec<String>,
    /// Its number, as written.
    pub isbn: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
}

/// Reads `people.yaml`.
pub fn read_people(text: &Text, config: &Config) -> (BTreeMap<String, Person>, Vec<Diagnostic>) {
    let languages = &config.languages;
    data::read(
        text,
        &PERSON_KEYS,
        |id| id,
        |entry, mapping| Person {
            name: data::called(entry, mapping, "name", languages),
            sort: data::text_of(mapping, "sort", languages),
            about: data::text_of(mapping, "about", languages),
            url: mapping.and_then(|mapping| mapping.get("url", Entry::web_address)),
            span: entry.key_span(),
        },
    )
}

/// Reads `sources.yaml`.
pub fn read_sources(text: &Text, config: &Config) -> (BTreeMap<String, Source>, Vec<Diagnostic>) {
    data::read(
        text,
        &SOURCE_KEYS,
        |id| id,
        |entry, mapping| {
            let title = data::called(entry, mapping, "title", &config.languages);
            let source = Source { title, span: entry.key_span(), ..Source::default() };
            match mapping {
                Some(mapping) => details(mapping, source, config),
                None => source,
            }
        },
    )
}

fn details(mapping: Mapping<'_>, source: Source, config: &Config) -> Source {
    Source {
        author: mapping.texts("author").unwrap_or_default(),
        year: mapping.get("year", Entry::year),
        fiction: mapping.get("fiction", Entry::boolean),
        original_language: mapping.get("original_language", Entry::language),
        url: mapping.get("url", Entry::web_address),
        licence: mapping.get("licence", Entry::text),
        editions: mapping.take("editions").map(|entry| editions(entry, config)).unwrap_or_default(),
        ..source
    }
}

fn editions(entry: Entry<'_>, config: &Config) -> BTreeMap<Language, PublishedEdition> {
    let mut editions = BTreeMap::new();
    for entry in entry.mapping().into_iter().flat_map(|mapping| mapping.entries()) {
        let language = entry.key_language(&config.languages);
        if entry.is_null() {
            continue;
        }
        let edition = entry.mapping_of(&EDITION_KEYS).map(|mapping| PublishedEdition {
            title: mapping.get("title", Entry::text),
            publisher: mapping.get("publisher", Entry::text),
            year: mapping.get("year", Entry::year),
            translator: mapping.texts("translator").unwrap_or_default(),
            isbn: mapping.get("isbn", isbn),
            url: mapping.get("url", Entry::web_address),
        });
        editions.extend(language.zip(edition));
    }
    editions
}

/// A number whose check digit is right, as written.
fn isbn(entry: Entry<'_>) -> Option<String> {
    let written = entry.text()?;
    let digits: Option<Vec<u32>> = written
        .chars()
        .filter(|c| !matches!(c, '-' | ' '))
        .map(|c| if matches!(c, 'x' | 'X') { Some(10) } else { c.to_digit(10) })
        .collect();
    let right = digits.is_some_and(|digits| match digits.len() {
        10 => !digits[..9].contains(&10) && digits.iter().zip((1..=10).rev()).map(|(digit, weight)| digit * weight).sum::<u32>() % 11 == 0,
        13 => {
            !digits.contains(&10) && digits.iter().zip([1, 3].iter().cycle()).map(|(digit, weight)| digit * weight).sum::<u32>() % 10 == 0
        }
        _ => false,
    });
    if !right {
        entry.invalid("isbn");
    }
    right.then_some(written)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::path::SitePath;

    fn config() -> Config {
        let source = "title: T\nlanguages: [es, ru]\ndefault_language: es\n";
        crate::config::read(Text::new(SitePath::new("site.yaml"), source)).0.unwrap()
    }

    fn people(source: &str) -> (BTreeMap<String, Person>, Vec<String>) {
        let (people, problems) = read_people(&Text::new(SitePath::new("content/people.yaml"), source), &config());
        (people, problems.iter().map(Diagnostic::brief).collect())
    }

    fn sources(source: &str) -> (BTreeMap<String, Source>, Vec<String>) {
        let (sources, problems) = read_sources(&Text::new(SitePath::new("content/sources.yaml"), source), &config());
        (sources, problems.iter().map(Diagnostic::brief).collect())
    }

    #[test]
    fn a_person_is_a_name_alone_or_with_what_is_known() {
        let (people, problems) = people(
            "jan: Jan Carlzon\nlei:\n  name: {es: Lei Jun, ru: Лэй Цзюнь}\n  sort: Lei Jun\n  about: {es: Empresario}\n  url: https://a.org\n",
        );
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!(people["jan"].name.plain.as_deref(), Some("Jan Carlzon"));
        assert_eq!((people["lei"].name.by_language.len(), people["lei"].url.as_deref()), (2, Some("https://a.org")));
    }

    #[test]
    fn a_source_may_be_published_in_languages_that_the_site_does_not_have() {
        let (sources, problems) = sources(
            "m:\n  title: {es: Hotel, ru: Отель}\n  author: [keigo]\n  year: 2011\n  fiction: true\n  original_language: ja\n  url: https://a.org\n  licence: CC0\n  editions:\n    \
             ja: {title: マスカレード・ホテル, publisher: 集英社, year: 2011, translator: A, isbn: 978-0-306-40615-7, url: https://b.org}\n",
        );
        assert_eq!(problems, Vec::<String>::new());
        let source = &sources["m"];
        assert_eq!((source.author.as_slice(), source.year, source.fiction), (&["keigo".to_owned()][..], Some(2011), Some(true)));
        let edition = &source.editions[&"ja".parse().unwrap()];
        assert_eq!((edition.title.as_deref(), edition.isbn.as_deref()), (Some("マスカレード・ホテル"), Some("978-0-306-40615-7")));
    }

    #[test]
    fn each_problem_is_named_where_it_stands() {
        for (source, expected) in [
            ("a: {author: b}", "1:1 missing-key a.title"),
            ("a: {title: A, year: soon}", "1:21 wrong-type a.year | number | text | soon"),
            ("a: {title: A, original_language: klingon}", "1:34 unknown-language klingon | any"),
            ("a: {title: A, editions: {xx: {title: B}}}", "1:26 unknown-language xx | site | es, ru"),
            ("a: {title: A, editions: {ja: {isbn: 978-0-306-40615-8}}}", "1:37 invalid-value ja.isbn | isbn | 978-0-306-40615-8"),
            ("a: {title: A, editions: {ja: {publisher: [B]}}}", "1:42 wrong-type ja.publisher | text | list"),
            ("a: {title: A, editions: [b]}", "1:25 wrong-type a.editions | mapping | list"),
            ("a: {titel: A}", "1:1 missing-key a.title"),
        ] {
            assert_eq!(sources(source).1[0], expected, "{source}");
        }
        assert_eq!(people("a: {nane: A, url: b}").1.len(), 3);
    }

    #[test]
    fn an_old_number_ends_in_ten() {
        assert!(sources("a: {title: A, editions: {en: {isbn: 0-8044-2957-X}}}").1.is_empty());
    }

    proptest! {
        #[test]
        fn nothing_panics(source in any::<String>()) {
            people(&source);
            sources(&source);
            sources(&format!("a:\n  title: b\n  editions: {{en: {{isbn: {source}}}}}\n"));
        }
    }
}
