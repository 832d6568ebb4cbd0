//! The quotation marks of languages.

use crate::base::language::Language;

/// The marks of one language: for a quotation, and for one inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marks {
    /// Opening and closing mark of an outer quotation, with the space that the language sets inside.
    pub(super) outer: (&'static str, &'static str),
    /// The same for a quotation inside one.
    pub(super) inner: (&'static str, &'static str),
}

impl Marks {
    /// The marks at some depth, from 0; they take turns.
    pub(super) fn at(&self, depth: usize) -> (&'static str, &'static str) {
        if depth.is_multiple_of(2) { self.outer } else { self.inner }
    }
}

/// The marks of the language: its own entry, else its base language's, else “ ” and ‘ ’.
pub(super) fn marks(language: Language) -> Marks {
    let find = |tag: &str| TABLE.iter().find(|(tags, _)| tags.contains(&tag)).map(|(_, marks)| *marks);
    find(language.as_str()).or_else(|| find(language.base().as_str())).unwrap_or(ENGLISH)
}

const fn m(open: &'static str, close: &'static str, inner_open: &'static str, inner_close: &'static str) -> Marks {
    Marks { outer: (open, close), inner: (inner_open, inner_close) }
}

const ENGLISH: Marks = m("“", "”", "‘", "’");

/// `delimiters` of CLDR 48 (<https://cldr.unicode.org>, `cldr-misc-full/main/*/delimiters.json`), with two exceptions.
/// Spanish: CLDR has had American usage since 42; the academies' *Ortografía* (2010, 3.4.8) asks for « » first, as the press of Spain
/// sets them, so the plain `es` keeps them. French: CLDR leaves out the non-breaking space inside.
const TABLE: &[(&[&str], Marks)] = &[
    (
        &[
            "en", "cy", "da", "ga", "gl", "hi", "bn", "id", "ko", "lv", "mn", "ms", "pa", "pt", "sq", "sw", "ta", "th", "tr", "az", "vi",
            "zh",
        ],
        ENGLISH,
    ),
    (&["ru", "uk", "be", "ky"], m("«", "»", "„", "“")),
    (&["es", "it", "ca", "eu", "el", "kk", "pt-PT"], m("«", "»", "“", "”")),
    (&["es-419", "es-AR", "es-CL", "es-CO", "es-CR", "es-DO", "es-EC", "es-GT", "es-MX", "es-PE", "es-US", "es-UY", "es-VE"], ENGLISH),
    (&["fr"], m("«\u{a0}", "\u{a0}»", "«\u{a0}", "\u{a0}»")),
    (&["fr-CA"], m("«\u{a0}", "\u{a0}»", "“", "”")),
    (&["fr-CH"], m("«\u{202f}", "\u{202f}»", "‹\u{202f}", "\u{202f}›")),
    (&["de", "cs", "sk", "sl", "hr", "et", "is", "mk"], m("„", "“", "‚", "‘")),
    (&["bg", "lt"], m("„", "“", "„", "“")),
    (&["pl", "ro"], m("„", "”", "«", "»")),
    (&["hu"], m("„", "”", "»", "«")),
    (&["sr"], m("„", "”", "’", "’")),
    (&["ka"], m("„", "“", "«", "»")),
    (&["he", "sv", "fi"], m("”", "”", "’", "’")),
    (&["ar", "ur"], m("”", "“", "’", "‘")),
    (&["fa"], m("«", "»", "‹", "›")),
    (&["hy"], m("«", "»", "«", "»")),
    (&["nb", "nn", "no"], m("«", "»", "‘", "’")),
    (&["nl"], m("‘", "’", "‘", "’")),
    (&["uz"], m("“", "”", "’", "‘")),
    (&["eo"], m("“", "”", "«", "»")),
    (&["ja", "zh-Hant", "zh-TW", "zh-HK"], m("「", "」", "『", "』")),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn outer(tag: &str) -> (&'static str, &'static str) {
        marks(tag.parse().unwrap()).outer
    }

    #[test]
    fn a_region_overrules_its_language_and_an_unknown_one_falls_back() {
        assert_eq!(outer("ru"), ("«", "»"));
        assert_eq!(outer("pt-BR"), ("“", "”"));
        assert_eq!(outer("pt-PT"), ("«", "»"));
        assert_eq!(outer("es-MX"), ("“", "”"));
        assert_eq!(outer("tlh"), ("“", "”"));
    }

    #[test]
    fn every_mark_is_looked_for() {
        for (_, marks) in TABLE {
            for mark in [marks.outer.0, marks.outer.1] {
                let mark = mark.trim_matches(['\u{a0}', '\u{202f}']);
                assert_eq!(super::super::MARKS.find(mark.as_bytes(), 0), Some(0), "{mark}");
            }
        }
    }

    #[test]
    fn every_tag_of_the_table_is_canonical_and_stands_once() {
        let tags: Vec<&str> = TABLE.iter().flat_map(|(tags, _)| *tags).copied().collect();
        for (at, tag) in tags.iter().enumerate() {
            assert_eq!(tag.parse::<Language>().unwrap().as_str(), *tag);
            assert!(!tags[..at].contains(tag), "{tag} stands twice");
        }
    }
}
