//! Floor 2: the strings of the interface, in Fluent.
//!
//! Built-in strings stand in the repository's `i18n/` and travel inside the program; a site's own `i18n/LANGUAGE/*.ftl` override single
//! messages. What a language lacks is looked for in the site's default language, then in English, and is then spoken with *that*
//! language's plurals and numbers.
//!
//! What a file says is checked over its syntax tree, by `prepare` and `checks`; what is sound of all files of a language is then one
//! resource of the `fluent` crate, which says it. Numbers are shown and counted by ICU, see `numbers`.
//!
//! Two bounds of the `fluent` crate are reported as faults of a file: a message, a term and a function cannot share a name, and a term
//! must use its own variables before it refers to another term.

mod agreement;
mod bundle;
mod checks;
mod disguise;
pub mod messages;
mod numbers;
mod prepare;
mod syntax;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use include_dir::{Dir, DirEntry, include_dir};

use crate::base::diagnostic::{Code, Diagnostic, nearest};
use crate::base::hash::{Hash, Hasher};
use crate::base::language::Language;
use crate::base::locale::Locale;
use crate::base::number::Number;
use crate::base::path::SitePath;
use crate::base::pseudo::Pseudo;
use crate::base::text::Text;
use crate::config::Inheritance;
pub use agreement::Usage;
use bundle::Bundle;

static BUILT_IN: Dir = include_dir!("$CARGO_MANIFEST_DIR/i18n");

/// Files with strings for authors, which [`messages`] speaks; all others are for readers.
const AUTHORS_FILES: [&str; 2] = ["diagnostics.ftl", "program.ftl"];

/// What a message is given.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg<'a> {
    /// Shown as it is, and compared with the names of a choice's variants.
    Text(&'a str),
    /// Finished HTML: shown as it is in HTML too.
    Html(&'a str),
    /// Shown as the language writes numbers; chooses a plural.
    Number(Number),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(text)
    }
}

impl From<Number> for Arg<'_> {
    fn from(number: Number) -> Self {
        Arg::Number(number)
    }
}

macro_rules! arg_from_integer {
    ($($integer:ty)*) => {$(
        impl From<$integer> for Arg<'_> {
            fn from(number: $integer) -> Self {
                Arg::Number(number.into())
            }
        }
    )*};
}
arg_from_integer!(i64 u64 u32 usize);

/// What a message is said for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// Plain text.
    Plain,
    /// HTML: the message's own words and its arguments are escaped.
    Html,
    /// HTML that the message itself writes: its arguments are escaped.
    Markup,
}

/// Why a message says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StringError {
    /// No language has it.
    UnknownMessage(String),
    /// It shows or asks for a variable that it was not given.
    MissingVariable {
        /// The message.
        id: String,
        /// The variable, without `$`.
        variable: String,
    },
}

impl StringError {
    /// As a problem of whoever asked for the message, still without a place.
    pub fn diagnostic<'a>(&self, names: impl IntoIterator<Item = &'a str>) -> Diagnostic {
        match self {
            StringError::UnknownMessage(id) => Diagnostic::new(Code::UnknownMessage).arg("name", id).suggest(id, names),
            StringError::MissingVariable { id, variable } => Diagnostic::new(Code::MessageFailed).arg("name", id).arg("variable", variable),
        }
    }
}

impl fmt::Display for StringError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StringError::UnknownMessage(id) => write!(f, "no language has a message `{id}`"),
            StringError::MissingVariable { id, variable } => write!(f, "the message `{id}` is not given `${variable}`"),
        }
    }
}

impl std::error::Error for StringError {}

/// The strings of a site for its readers, in all its languages.
#[derive(Debug)]
pub struct Strings {
    bundles: BTreeMap<Language, Bundle>,
    /// Asked after the reader's language and before English.
    default: Language,
    hashes: BTreeMap<Language, Hash>,
    /// The variables that the program gives its own messages.
    given: BTreeMap<String, BTreeSet<String>>,
    /// The site's languages.
    languages: Vec<Language>,
    /// Those of them that should have every message: what a variant lacks, the language that it inherits from lacks as well.
    asked: Vec<Language>,
    /// The site's own files.
    site: Vec<Text>,
}

impl Strings {
    /// Reads the built-in strings and a site's own, and says what is wrong with them. Of `site_files` only `i18n/LANGUAGE/*.ftl` count.
    pub fn load(site_files: &[Text], languages: &[Language], default: Language, inherits: &Inheritance) -> (Strings, Vec<Diagnostic>) {
        Strings::load_over(&built_in(), site_files, languages, default, inherits)
    }

    /// The same strings in a pseudo-locale.
    pub fn in_disguise(mut self, pseudo: Pseudo, inherits: &Inheritance) -> Strings {
        let texts = built_in();
        let ((built_in, _), (site, _)) = (by_language(&texts, &[]), by_language(&self.site, &[]));
        for (language, bundle) in &mut self.bundles {
            let layers = layers(&inherits.own(*language), &built_in, &site, is_for_readers);
            *bundle = Bundle::in_disguise(Locale::new(*language), &layers, Some(pseudo)).0;
        }
        for hash in self.hashes.values_mut() {
            *hash = Hasher::default().add(hash.as_bytes()).add(format!("{pseudo:?}").as_bytes()).finish();
        }
        self
    }

    fn load_over(
        built_in: &[Text],
        site_files: &[Text],
        languages: &[Language],
        default: Language,
        inherits: &Inheritance,
    ) -> (Strings, Vec<Diagnostic>) {
        let mut problems = Vec::new();
        let (built_in, _) = by_language(built_in, &[]);
        let (site, foreign) = by_language(site_files, languages);
        problems.extend(foreign);

        let mut bundles = BTreeMap::new();
        let mut parts = BTreeMap::new();
        for language in languages.iter().copied().chain([default, Language::ENGLISH]) {
            if bundles.contains_key(&language) {
                continue;
            }
            let layers = layers(&inherits.own(language), &built_in, &site, is_for_readers);
            let mut hasher = Hasher::default().add(language.as_str().as_bytes());
            for text in layers.iter().flatten() {
                hasher = hasher.add(text.path.as_bytes()).add(text.text.as_bytes());
            }
            parts.insert(language, hasher.finish());
            let (bundle, faults) = Bundle::new(Locale::new(language), &layers);
            bundles.insert(language, bundle);
            problems.extend(faults);
        }
        for text in site.values().flatten().filter(|text| !is_for_readers(text)) {
            problems.extend(Bundle::new(Locale::new(Language::ENGLISH), &[vec![*text]]).1);
        }

        let site = site.values().flatten().map(|text| (*text).clone()).collect();
        let is_asked = |one: &Language| inherits.parent(*one).is_none_or(|parent| !languages.contains(&parent));
        let asked = languages.iter().copied().filter(is_asked).collect();
        let mut strings = Strings {
            bundles,
            default,
            hashes: BTreeMap::new(),
            given: variables_given(&built_in),
            languages: languages.to_vec(),
            asked,
            site,
        };
        strings.hashes = strings.bundles.keys().map(|language| (*language, strings.hash_chain(*language, &parts))).collect();
        problems.extend(strings.disagreements());
        crate::base::diagnostic::sort(&mut problems);
        (strings, problems)
    }

    /// What the message says in the language or, where it lacks it, in the next that has it. `id` may name an attribute: `form.label`.
    pub fn get(&self, language: Language, id: &str, args: &[(&str, Arg)]) -> Result<String, StringError> {
        self.say(language, id, args, Output::Plain)
    }

    /// The same for HTML.
    pub fn say(&self, language: Language, id: &str, args: &[(&str, Arg)], output: Output) -> Result<String, StringError> {
        let bundle = self.holder(language, id).ok_or_else(|| StringError::UnknownMessage(id.to_owned()))?;
        bundle.format(id, args, output)
    }

    /// Whether any language that stands in for this one has the message.
    pub fn has(&self, language: Language, id: &str) -> bool {
        self.holder(language, id).is_some()
    }

    /// The variables that whoever says the message must give: those that it uses in any language, without those that the program gives
    /// to no message of this name, which were reported where they stand.
    pub fn variables(&self, id: &str) -> BTreeSet<&str> {
        let given = self.given.get(id);
        let used = self.bundles.values().flat_map(|bundle| bundle.variables(id)).map(|(name, _)| name);
        used.filter(|variable| given.is_none_or(|given| given.contains(*variable))).collect()
    }

    /// The ids of all messages that can be said in the language, in alphabetical order.
    pub fn names(&self, language: Language) -> BTreeSet<&str> {
        self.chain(language).flat_map(Bundle::ids).collect()
    }

    /// Whether the language itself has the message, or the one that it is a variant of.
    pub fn defines(&self, language: Language, id: &str) -> bool {
        self.bundles.get(&language).is_some_and(|bundle| bundle.has(id))
    }

    /// Whether any language at all has the message.
    pub fn is_defined(&self, id: &str) -> bool {
        self.bundles.values().any(|bundle| bundle.has(id))
    }

    /// The ids of all messages that any language has.
    pub fn all_names(&self) -> BTreeSet<&str> {
        self.bundles.values().flat_map(Bundle::ids).collect()
    }

    /// Changes whenever any message may say something else in the language.
    pub fn hash(&self, language: Language) -> Hash {
        self.hashes.get(&language).or_else(|| self.hashes.get(&self.default)).copied().unwrap_or_else(|| Hash::of(b""))
    }

    /// The site's languages, its default language and English, each with its locale.
    pub fn locales(&self) -> impl Iterator<Item = &Locale> {
        self.bundles.values().map(Bundle::locale)
    }

    /// How the language sorts, counts and writes.
    pub fn locale(&self, language: Language) -> Locale {
        self.bundles.get(&language).map_or_else(|| Locale::new(language), |bundle| bundle.locale().clone())
    }

    /// The nearest message to a misspelt one.
    pub fn nearest(&self, language: Language, id: &str) -> Option<String> {
        nearest(id, self.names(language))
    }

    fn order(&self, language: Language) -> [Language; 3] {
        [language, self.default, Language::ENGLISH]
    }

    fn chain(&self, language: Language) -> impl Iterator<Item = &Bundle> {
        self.order(language).into_iter().filter_map(|one| self.bundles.get(&one))
    }

    fn holder(&self, language: Language, id: &str) -> Option<&Bundle> {
        self.chain(language).find(|bundle| bundle.has(id))
    }

    fn hash_chain(&self, language: Language, parts: &BTreeMap<Language, Hash>) -> Hash {
        let hashes = self.order(language).into_iter().filter_map(|one| parts.get(&one));
        hashes.fold(Hasher::default(), |hasher, hash| hasher.add(hash.to_string().as_bytes())).finish()
    }
}

/// The variables that the program gives each message: those that any of its own languages uses. Russian inflects where English does not.
fn variables_given(built_in: &BTreeMap<Language, Vec<&Text>>) -> BTreeMap<String, BTreeSet<String>> {
    let mut given: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for &language in built_in.keys() {
        let (bundle, _) = Bundle::new(Locale::new(language), &layers(&[language], built_in, &BTreeMap::new(), is_for_readers));
        for id in bundle.ids() {
            given.entry(id.to_owned()).or_default().extend(bundle.variables(id).map(|(name, _)| name.to_owned()));
        }
    }
    given
}

/// The files that make a language's bundle, those that override others last: the built-in ones before a site's, those of a region after those
/// of its language, whether it says that it inherits from it or not. `own` is the language and what it inherits from, the nearest first.
fn layers<'a>(
    own: &[Language],
    built_in: &BTreeMap<Language, Vec<&'a Text>>,
    site: &BTreeMap<Language, Vec<&'a Text>>,
    wanted: impl Fn(&Text) -> bool,
) -> Vec<Vec<&'a Text>> {
    let base = own.last().map(Language::base).filter(|base| !own.contains(base));
    base.into_iter()
        .chain(own.iter().rev().copied())
        .flat_map(|one| [built_in.get(&one), site.get(&one)])
        .flatten()
        .map(|texts| texts.iter().copied().filter(|text| wanted(text)).collect())
        .collect()
}

/// Parts `i18n/LANGUAGE/*.ftl` by language. A folder whose name is no language is a problem; other files are none of ours.
fn by_language<'a>(files: &'a [Text], languages: &[Language]) -> (BTreeMap<Language, Vec<&'a Text>>, Vec<Diagnostic>) {
    let names: Vec<&str> = languages.iter().map(Language::as_str).collect();
    let mut parts: BTreeMap<Language, Vec<&Text>> = BTreeMap::new();
    let mut problems = Vec::new();
    for text in files {
        let Some((tag, _)) = text.path.strip_prefix("i18n/").and_then(|rest| rest.split_once('/')) else { continue };
        if text.path.extension() != "ftl" {
            continue;
        }
        match tag.parse::<Language>() {
            Ok(language) => parts.entry(language).or_default().push(text),
            Err(_) => {
                let problem = Diagnostic::new(Code::UnknownLanguage).at(text.whole()).arg("language", tag).arg("scope", "any");
                problems.push(problem.arg("languages", names.join(", ")).suggest(tag, names.iter().copied()));
            }
        }
    }
    parts.values_mut().for_each(|texts| texts.sort_by(|a, b| a.path.cmp(&b.path)));
    (parts, problems)
}

fn is_for_readers(text: &Text) -> bool {
    !AUTHORS_FILES.contains(&text.path.file_name())
}

/// The files of the repository's own `i18n/`, as they were when the program was built.
fn built_in() -> Vec<Text> {
    fn collect(dir: &Dir, texts: &mut Vec<Text>) {
        for entry in dir.entries() {
            match entry {
                DirEntry::Dir(dir) => collect(dir, texts),
                DirEntry::File(file) => {
                    if let (Some(path), Some(text)) = (file.path().to_str(), file.contents_utf8()) {
                        texts.push(Text::new(SitePath::new(format!("i18n/{}", path.replace('\\', "/"))), text));
                    }
                }
            }
        }
    }
    let mut texts = Vec::new();
    collect(&BUILT_IN, &mut texts);
    texts
}

#[cfg(test)]
mod tests;
