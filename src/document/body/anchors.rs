//! The ids of headings and of other places that a link can lead to.

use std::collections::BTreeMap;
use std::ops::Range;

use icu::normalizer::ComposingNormalizerBorrowed;
use icu::properties::CodePointMapData;
use icu::properties::props::GeneralCategory;

/// The anchors of one page. Ids that begin with `_` belong to the page itself, `fn-1` and `fnref-1` to its footnotes.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    taken: BTreeMap<String, Range<usize>>,
    /// The number to try next for a slug that was used before.
    next: BTreeMap<String, u32>,
}

/// Why an id cannot be had.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// Something else claimed it, at this place.
    Taken(Range<usize>),
    /// It is none, or the page's own.
    Invalid,
}

impl Anchors {
    /// Claims an id that the author wrote.
    pub(super) fn claim(&mut self, id: &str, at: Range<usize>) -> Result<(), Refused> {
        let spaced = |c: char| c.is_whitespace() || c.is_control();
        if id.is_empty() || id.starts_with('_') || is_reserved(id) || id.contains(spaced) {
            return Err(Refused::Invalid);
        }
        match self.taken.get(id) {
            Some(other) => Err(Refused::Taken(other.clone())),
            None => {
                self.taken.insert(id.to_owned(), at);
                Ok(())
            }
        }
    }

    /// Makes an id of a heading's text.
    pub(super) fn make(&mut self, text: &str, at: Range<usize>) -> String {
        let mut slug = slug(text);
        if slug.is_empty() {
            slug.push_str("section");
        } else if is_reserved(&slug) {
            slug.insert_str(0, "section-");
        }
        let mut anchor = slug.clone();
        let next = self.next.entry(slug.clone()).or_insert(1);
        while self.taken.contains_key(&anchor) {
            anchor = format!("{slug}-{next}");
            *next += 1;
        }
        self.taken.insert(anchor.clone(), at);
        anchor
    }
}

/// Letters, marks and digits of any script in lower case, composed as keyboards type them; spaces become hyphens, the rest is left out.
pub(super) fn slug(text: &str) -> String {
    let category = CodePointMapData::<GeneralCategory>::new();
    let mut slug = String::with_capacity(text.len());
    for c in ComposingNormalizerBorrowed::new_nfc().normalize(text.trim()).chars() {
        match c {
            c if c.is_whitespace() || c == '-' => slug.push('-'),
            '_' => slug.push('_'),
            c if c.is_alphanumeric() => slug.extend(c.to_lowercase()),
            c if matches!(
                category.get(c),
                GeneralCategory::NonspacingMark | GeneralCategory::SpacingMark | GeneralCategory::ConnectorPunctuation
            ) =>
            {
                slug.push(c)
            }
            _ => {}
        }
    }
    slug.trim_matches(['-', '_']).to_owned()
}

fn is_reserved(id: &str) -> bool {
    ["fn-", "fnref-"].iter().any(|prefix| id.strip_prefix(prefix).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_keep_letters_of_any_script() {
        assert_eq!(slug("Ход дела: «Ёж» & 2 шага"), "ход-дела-ёж--2-шага");
        assert_eq!(slug("שָׁלוֹם עולם"), "שָׁלוֹם-עולם");
        assert_eq!(slug("Qu’est-ce que c’est ?"), "quest-ce-que-cest");
        assert_eq!(slug("__init__"), "init");
        assert_eq!(slug("И\u{306}од"), "йод");
    }

    #[test]
    fn equal_headings_get_different_anchors() {
        let mut anchors = Anchors::default();
        assert_eq!(anchors.make("Шаг", 0..1), "шаг");
        assert_eq!(anchors.make("Шаг", 2..3), "шаг-1");
        assert_eq!(anchors.make("Шаг-1", 2..3), "шаг-1-1");
        assert_eq!(anchors.make("!", 4..5), "section");
    }

    #[test]
    fn the_pages_own_ids_are_never_met() {
        let mut anchors = Anchors::default();
        assert_eq!(anchors.make("_search", 0..1), "search");
        assert_eq!(anchors.make("fn-1", 0..1), "section-fn-1");
        assert_eq!(anchors.claim("_search", 0..1), Err(Refused::Invalid));
        assert_eq!(anchors.claim("fnref-2", 0..1), Err(Refused::Invalid));
        assert_eq!(anchors.claim("search", 5..6), Err(Refused::Taken(0..1)));
    }
}
