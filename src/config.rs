//! Floor 1: `site.yaml` as a value.

mod gate;
mod languages;
mod read;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::language::Language;
use crate::base::text::{Span, Text};
pub use gate::{BadGate, Gate, State};
pub use languages::{Inheritance, LANGUAGE_KEYS};
pub use read::{KEYS, MENU_KEYS, TRANSLATIONS_KEYS, localized, read};

/// A text that is the same in all languages or has a version for each: a title, a label, a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Localized {
    /// The text where no language is said.
    pub plain: Option<String>,
    /// The texts by language.
    pub by_language: BTreeMap<Language, String>,
}

impl Localized {
    /// A text that is the same in all languages.
    pub fn plain(text: String) -> Localized {
        Localized { plain: Some(text), by_language: BTreeMap::new() }
    }

    /// The same text with other words.
    pub fn map(&self, words: impl Fn(&str) -> String) -> Localized {
        let by_language = self.by_language.iter().map(|(language, text)| (*language, words(text)));
        Localized { plain: self.plain.as_deref().map(&words), by_language: by_language.collect() }
    }

    /// The text in the first of these languages that has one, else the plain one, else the first there is.
    /// The language comes along where the text is in another than the first wanted.
    pub fn get(&self, wanted: &[Language]) -> Option<(&str, Option<Language>)> {
        if let Some((at, text)) = wanted.iter().enumerate().find_map(|(at, language)| Some((at, self.by_language.get(language)?))) {
            return Some((text, (at > 0).then(|| wanted[at])));
        }
        if let Some(plain) = &self.plain {
            return Some((plain, None));
        }
        self.by_language.iter().next().map(|(language, text)| (text.as_str(), Some(*language)))
    }
}

/// What a work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A short story told for its lesson.
    Story,
    /// A rule in one to three sentences with a comment.
    Maxim,
    /// Something to do.
    Exercise,
    /// An ordered list of works.
    Path,
    /// Anything else.
    Page,
}

impl Kind {
    /// All kinds, in the order in which a site lists them.
    pub const ALL: [Kind; 5] = [Kind::Path, Kind::Story, Kind::Maxim, Kind::Exercise, Kind::Page];

    /// The word in front matter and configuration.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Story => "story",
            Kind::Maxim => "maxim",
            Kind::Exercise => "exercise",
            Kind::Path => "path",
            Kind::Page => "page",
        }
    }

    /// The kind of the works below a folder of `content/`.
    pub fn of_folder(folder: &str) -> Kind {
        Kind::ALL.into_iter().find(|kind| kind.folder() == Some(folder)).unwrap_or(Kind::Page)
    }

    /// The folder below `content/` whose works are of this kind; pages have none.
    pub fn folder(self) -> Option<&'static str> {
        match self {
            Kind::Story => Some("stories"),
            Kind::Maxim => Some("maxims"),
            Kind::Exercise => Some("exercises"),
            Kind::Path => Some("paths"),
            Kind::Page => None,
        }
    }
}

/// The first folders of ids that have a meaning: those of the kinds, and what works are listed by.
pub const SECTIONS: [&str; 7] = ["stories", "maxims", "exercises", "paths", "themes", "people", "sources"];

/// What is shown for a work that has no edition in the reader's language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FallbackMode {
    /// A page under the reader's language with the text in another.
    Show,
    /// Links to the page in another language, marked with it.
    #[default]
    List,
    /// Nothing.
    Hide,
}

impl FallbackMode {
    /// All modes.
    pub const ALL: [FallbackMode; 3] = [FallbackMode::Show, FallbackMode::List, FallbackMode::Hide];

    /// The word in `site.yaml`.
    pub fn as_str(self) -> &'static str {
        match self {
            FallbackMode::Show => "show",
            FallbackMode::List => "list",
            FallbackMode::Hide => "hide",
        }
    }
}

/// `fallback:` one mode, or a map of kinds (and `default`) to modes and of languages to chains.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fallback {
    /// For kinds that are not named.
    pub default: FallbackMode,
    /// By kind.
    pub by_kind: BTreeMap<Kind, FallbackMode>,
    /// The languages that stand in for one, in the order of preference.
    pub chains: BTreeMap<Language, Vec<Language>>,
}

impl Fallback {
    /// The mode for one kind.
    pub fn mode(&self, kind: Kind) -> FallbackMode {
        self.by_kind.get(&kind).copied().unwrap_or(self.default)
    }
}

/// What a build writes beside the pages themselves, which are always written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OutputKind {
    /// The pages.
    Html,
    /// The index that readers search in.
    Search,
    /// An Atom feed for each language.
    Feed,
    /// `sitemap.xml` and `robots.txt`.
    Sitemap,
    /// `pages.json`.
    Pages,
    /// A Markdown twin of each page of a work.
    Markdown,
    /// `llms.txt`, at the root and in each language.
    Llms,
    /// `chunks.jsonl` in each language.
    Chunks,
    /// What a copy for reading offline needs.
    Offline,
}

impl OutputKind {
    /// All of them: what is written unless the site says otherwise.
    pub const ALL: [OutputKind; 9] = [
        OutputKind::Html,
        OutputKind::Search,
        OutputKind::Feed,
        OutputKind::Sitemap,
        OutputKind::Pages,
        OutputKind::Markdown,
        OutputKind::Llms,
        OutputKind::Chunks,
        OutputKind::Offline,
    ];

    /// The word in `site.yaml`.
    pub fn as_str(self) -> &'static str {
        match self {
            OutputKind::Html => "html",
            OutputKind::Search => "search",
            OutputKind::Feed => "feed",
            OutputKind::Sitemap => "sitemap",
            OutputKind::Pages => "pages",
            OutputKind::Markdown => "markdown",
            OutputKind::Llms => "llms",
            OutputKind::Chunks => "chunks",
            OutputKind::Offline => "offline",
        }
    }
}

/// `translations:` what readers are told of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Translations {
    /// Whether, and in which tone, a page says that its text is behind or by a machine.
    pub notices: Notices,
    /// Whether the names of translators and reviewers are published.
    pub credits: bool,
}

/// The tone of the notices about translations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Notices {
    /// What changed, in plain words.
    #[default]
    Plain,
    /// The same, said softly, without a frame.
    Gentle,
    /// Nothing.
    None,
}

impl Notices {
    /// All tones.
    pub const ALL: [Notices; 3] = [Notices::Plain, Notices::Gentle, Notices::None];

    /// The word in `site.yaml`.
    pub fn as_str(self) -> &'static str {
        match self {
            Notices::Plain => "plain",
            Notices::Gentle => "gentle",
            Notices::None => "none",
        }
    }
}

/// An entry of the menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MenuItem {
    /// What it says; without it the target's own title.
    pub label: Option<Localized>,
    /// A work's id, a section (`stories`, `themes`, …), or an absolute address.
    pub target: String,
    /// Where it stands in `site.yaml`.
    pub span: Span,
}

impl MenuItem {
    /// Whether the target is an address of its own rather than a page of the site.
    pub fn leaves_site(&self) -> bool {
        self.target.contains("://") || self.target.starts_with("mailto:")
    }
}

/// `site.yaml`.
#[derive(Clone, Debug)]
pub struct Config {
    /// The file itself, so that later phases can point into it.
    pub text: Text,
    /// The site's title.
    pub title: Localized,
    /// A sentence about the site.
    pub description: Option<Localized>,
    /// The languages in the order of the switcher.
    pub languages: Vec<Language>,
    /// Which of them are regional variants of others.
    pub inherits: Inheritance,
    /// The one among them that the site starts from.
    pub default_language: Language,
    /// Of `languages`, those that are built for preview only.
    pub preparing: Vec<Language>,
    /// Of those, the ones that are published as soon as nothing stands in their gates.
    pub gates: BTreeMap<Language, Vec<Gate>>,
    /// What readers are told of translations.
    pub translations: Translations,
    /// The absolute address of the site; ends in `/`.
    pub base_url: Option<String>,
    /// The folder under `themes/`.
    pub theme: String,
    /// For works without an edition in the reader's language.
    pub fallback: Fallback,
    /// Whether a file without language tag belongs to the default language (else it is an error).
    pub untagged_is_default: bool,
    /// What is written.
    pub outputs: Vec<OutputKind>,
    /// The menu, if the site states one; else home, the sections and the themes.
    pub menu: Option<Vec<MenuItem>>,
    /// A file under `content/`, shown beside the title.
    pub logo: Option<(String, Span)>,
    /// Markdown shown at the foot of every page.
    pub footer: Option<(Localized, Span)>,
    /// An address with `{path}` for the page's source file.
    pub edit_url: Option<String>,
    /// An address with `{path}`, `{url}` and `{title}`.
    pub report_url: Option<String>,
    /// The names that `audience:` may take.
    pub audiences: Vec<String>,
    /// Front matter keys of other programs that may stand.
    pub ignore_keys: Vec<String>,
    /// Names the site in the browser's storage.
    pub id: String,
}

impl Config {
    /// The languages to look in for a reader of `language`: its own, their chain, then the default language and the rest in the site's order.
    pub fn chain(&self, language: Language) -> Vec<Language> {
        let mut chain = self.own(language);
        // A variant without a chain of its own takes that of the language that it inherits from.
        let stated = chain.iter().find_map(|own| self.fallback.chains.get(own));
        chain.extend(stated.into_iter().flatten());
        chain.push(self.default_language);
        chain.extend(&self.languages);
        let mut seen = Vec::with_capacity(chain.len());
        chain.retain(|one| {
            !seen.contains(one) && {
                seen.push(*one);
                true
            }
        });
        chain
    }

    /// The languages whose texts are `language`'s own: itself, then what it inherits from, the nearest first. A work that has an edition in
    /// any of them is not missing in `language`.
    pub fn own(&self, language: Language) -> Vec<Language> {
        self.inherits.own(language)
    }

    /// Whether the language is among the site's.
    pub fn has(&self, language: Language) -> bool {
        self.languages.contains(&language)
    }
}

#[cfg(test)]
mod tests;
