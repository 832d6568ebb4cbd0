//! Languages as BCP 47 tags.

use std::fmt;
use std::str::FromStr;

use icu::locale::{LanguageIdentifier, LocaleDirectionality, LocaleExpander, TransformResult};
use serde::de::{Deserialize, Deserializer, Error as _};
use serde::{Serialize, Serializer};
use tinystr::{TinyAsciiStr, tinystr};

/// A language of a site or of a part of a text: a canonical BCP 47 tag such as `es` or `pt-BR`.
///
/// Only language, script and region are accepted; variants and extensions say nothing that a site could act on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(TinyAsciiStr<16>);

/// The direction in which a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right, as Spanish or Russian.
    Ltr,
    /// Right to left, as Hebrew or Arabic.
    Rtl,
}

/// The text is no language tag that a site could use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotALanguage;

impl Direction {
    /// As HTML writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}

impl Language {
    /// The language in which the program knows every string.
    pub const ENGLISH: Language = Language(tinystr!(16, "en"));

    /// The canonical tag, for `lang`, `hreflang` and addresses.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The same tag for ICU.
    pub fn identifier(&self) -> LanguageIdentifier {
        // The tag was canonicalised by ICU when the value was made, so it parses again.
        self.0.parse().unwrap_or(LanguageIdentifier::UNKNOWN)
    }

    /// From the script that CLDR's likely subtags give for the tag.
    pub fn direction(&self) -> Direction {
        match LocaleDirectionality::new_common().is_right_to_left(&self.identifier()) {
            true => Direction::Rtl,
            false => Direction::Ltr,
        }
    }

    /// Whether the language is one that exists: CLDR knows where it is spoken and how it is written. Any two letters look like a tag.
    pub fn is_known(&self) -> bool {
        let mut id = self.base().identifier();
        LocaleExpander::new_extended().maximize(&mut id) == TransformResult::Modified
    }

    /// Whether both are the same language in the same script, whatever the region: `es-MX` and `es`, not `zh-TW` and `zh`.
    pub fn is_variant_of(&self, other: Language) -> bool {
        let likely = |language: &Language| {
            let mut id = language.identifier();
            LocaleExpander::new_extended().maximize(&mut id);
            (id.language, id.script)
        };
        likely(self) == likely(&other)
    }

    /// The language without script and region: `pt` for `pt-BR`.
    pub fn base(&self) -> Language {
        match self.as_str().split_once('-') {
            Some((primary, _)) => primary.parse().unwrap_or(*self),
            None => *self,
        }
    }
}

impl FromStr for Language {
    type Err = NotALanguage;

    fn from_str(tag: &str) -> Result<Self, NotALanguage> {
        let id: LanguageIdentifier = tag.parse().map_err(|_| NotALanguage)?;
        if id.language.is_unknown() || !id.variants.is_empty() {
            return Err(NotALanguage);
        }
        TinyAsciiStr::try_from_str(&id.to_string()).map(Language).map_err(|_| NotALanguage)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Language, D::Error> {
        let tag = String::deserialize(deserializer)?;
        tag.parse().map_err(|NotALanguage| D::Error::custom("not a language"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_canonicalised() {
        assert_eq!("PT-br".parse::<Language>().unwrap().as_str(), "pt-BR");
        assert_eq!("pt-BR".parse::<Language>().unwrap().base().as_str(), "pt");
    }

    #[test]
    fn what_is_no_language_is_refused() {
        for tag in ["", "x", "english!", "und", "es-valencia", "../es"] {
            assert_eq!(tag.parse::<Language>(), Err(NotALanguage), "{tag}");
        }
    }

    #[test]
    fn a_language_that_exists_is_told_from_two_letters() {
        for tag in ["es", "pt-BR", "zh-Hant", "lld", "ja"] {
            assert!(tag.parse::<Language>().unwrap().is_known(), "{tag}");
        }
        for tag in ["md", "xx", "ed", "zzz"] {
            assert!(!tag.parse::<Language>().unwrap().is_known(), "{tag}");
        }
    }

    #[test]
    fn hebrew_and_arabic_run_right_to_left_and_a_script_overrules_the_language() {
        for (tag, direction) in
            [("he", Direction::Rtl), ("ar", Direction::Rtl), ("ru", Direction::Ltr), ("az-Arab", Direction::Rtl), ("az", Direction::Ltr)]
        {
            assert_eq!(tag.parse::<Language>().unwrap().direction(), direction, "{tag}");
        }
    }
}
