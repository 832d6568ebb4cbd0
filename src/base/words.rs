//! The words of a text, as those who search and those who wrote spell them: one rule for the index, for questions to it, and for the browser,
//! whose script does the same.

use std::borrow::Cow;
use std::ops::Range;

use icu::locale::{LanguageIdentifier, langid};
use icu::normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use icu::properties::props::{GeneralCategory, GeneralCategoryGroup, Script};
use icu::properties::{CodePointMapData, CodePointMapDataBorrowed};

use super::language::Language;

const CATEGORIES: CodePointMapDataBorrowed<'static, GeneralCategory> = CodePointMapData::<GeneralCategory>::new();
const SCRIPTS: CodePointMapDataBorrowed<'static, Script> = CodePointMapData::<Script>::new();
const NFC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfc();
const NFKD: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizerBorrowed::new_nfkd();

/// In these an apostrophe parts two words: `dell'arte`, `l'école`.
const ELIDING: [LanguageIdentifier; 3] = [langid!("it"), langid!("fr"), langid!("ca")];

/// Letters that have no decomposition, and how whoever lacks the key writes them.
const PLAIN: [(char, &str); 10] =
    [('ß', "ss"), ('æ', "ae"), ('œ', "oe"), ('ø', "o"), ('đ', "d"), ('ð', "d"), ('þ', "th"), ('ł', "l"), ('ħ', "h"), ('ı', "i")];

/// Where a word may be parted at the end of a line.
const SOFT_HYPHEN: char = '\u{ad}';

/// How a language parts its words.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    elides: bool,
}

impl Words {
    /// Those of a language.
    pub fn of(language: Language) -> Words {
        let base = language.base().identifier();
        Words { elides: ELIDING.contains(&base) }
    }

    /// The places of a text's words, in order: runs of letters, digits and marks. One apostrophe inside belongs to its word, except in
    /// languages that elide, and so does a soft hyphen. Scripts that put no spaces between words are taken two characters at a time, each
    /// pair beginning inside the last.
    pub fn places(self, text: &str) -> Places<'_> {
        Places { text, words: self, at: 0, pair: None }
    }

    /// The words themselves.
    pub fn split(self, text: &str) -> impl Iterator<Item = &str> {
        self.places(text).map(|at| &text[at])
    }
}

/// See [`Words::places`].
pub struct Places<'t> {
    text: &'t str,
    words: Words,
    at: usize,
    /// The second half of the last pair, while a run of an unspaced script lasts.
    pair: Option<usize>,
}

impl Iterator for Places<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let text = self.text;
        if let Some(start) = self.pair.take() {
            if let Some(pair) = self.pair_from(start) {
                return Some(pair);
            }
            self.at = start + text[start..].chars().next().map_or(1, char::len_utf8);
        }
        let start = self.at + text[self.at..].char_indices().find(|(_, c)| is_letter(*c)).map(|(at, _)| at)?;
        if is_unspaced(text[start..].chars().next()?) {
            if let Some(pair) = self.pair_from(start) {
                return Some(pair);
            }
            self.at = start + text[start..].chars().next().map_or(1, char::len_utf8);
            return Some(start..self.at);
        }
        let mut end = start;
        let mut rest = text[start..].chars().peekable();
        while let Some(c) = rest.next() {
            let mut goes_on = || rest.peek().is_some_and(|next| is_letter(*next) && !is_unspaced(*next));
            let belongs = match c {
                '\'' | '’' | 'ʼ' => !self.words.elides && goes_on(),
                SOFT_HYPHEN => goes_on(),
                c => is_letter(c) && !is_unspaced(c),
            };
            if !belongs {
                break;
            }
            end += c.len_utf8();
        }
        self.at = end;
        Some(start..end)
    }
}

impl Places<'_> {
    /// Two characters of an unspaced script from here on, if there are two.
    fn pair_from(&mut self, start: usize) -> Option<Range<usize>> {
        let mut characters = self.text[start..].char_indices();
        characters.next()?;
        let (second, c) = characters.next().filter(|(_, c)| is_unspaced(*c))?;
        self.pair = Some(start + second);
        Some(start..start + second + c.len_utf8())
    }
}

/// Whether a character is part of a word.
pub fn is_letter(c: char) -> bool {
    match c {
        // A letter for Unicode, an apostrophe for whoever writes it.
        'ʼ' => false,
        c if c.is_ascii() => c.is_ascii_alphanumeric(),
        c => c.is_alphanumeric() || is_mark(c),
    }
}

fn is_mark(c: char) -> bool {
    GeneralCategoryGroup::Mark.contains(CATEGORIES.get(c))
}

/// Whether a character is of a script that puts no spaces between words.
pub fn is_unspaced(c: char) -> bool {
    c > '\u{dff}'
        && matches!(
            SCRIPTS.get(c),
            Script::Han | Script::Hiragana | Script::Katakana | Script::Thai | Script::Lao | Script::Khmer | Script::Myanmar
        )
}

/// A word as it is written small, in Unicode's composed form (NFC), with a plain apostrophe, and without what may as well be left out: soft
/// hyphens, stress, points. `lower` is the language's own way to small letters.
pub fn form(word: &str, lower: impl Fn(&str) -> String) -> String {
    if word.is_ascii() && !word.contains('I') {
        return word.to_ascii_lowercase();
    }
    let small = NFC.normalize(&lower(word).replace(['’', 'ʼ'], "'")).into_owned();
    // What consists of nothing else stays.
    match small.chars().any(is_unwritten) && !small.chars().all(is_unwritten) {
        true => small.chars().filter(|c| !is_unwritten(*c)).collect(),
        false => small,
    }
}

/// What may stand in a word and may as well be left out: where it can be parted, where it is stressed, the points of Hebrew and Arabic.
fn is_unwritten(c: char) -> bool {
    matches!(c, SOFT_HYPHEN | '\u{300}' | '\u{301}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}' | '\u{640}' | '\u{64b}'..='\u{652}')
}

/// A form as whoever is in a hurry types it: without accents and points, ё as е, ligatures as two letters. What is another letter of the
/// alphabet, й or ї, stays.
pub fn fold(form: &str) -> Cow<'_, str> {
    if form.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) {
        return Cow::Borrowed(form);
    }
    let mut plain = String::with_capacity(form.len());
    for c in form.chars().filter(|c| *c != '\'') {
        match PLAIN.iter().find(|(letter, _)| *letter == c) {
            Some((_, with)) => plain.push_str(with),
            None => plain.push(c),
        }
    }
    let mut folded = String::with_capacity(plain.len());
    let mut before = None;
    for c in NFKD.normalize_iter(plain.chars()) {
        let stays = match c {
            '\u{306}' => matches!(before, Some('и' | 'у')),
            '\u{308}' => before == Some('і'),
            '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}' => false,
            _ => true,
        };
        if stays {
            folded.push(c);
        }
        before = Some(c);
    }
    Cow::Owned(NFC.normalize(&folded).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::locale::Locale;

    fn language(tag: &str) -> Language {
        tag.parse().unwrap()
    }

    #[test]
    fn words_are_parted_as_each_language_parts_them() {
        for (tag, text, expected) in [
            ("ru", "«Кто-то» сказал: ещё раз, 24-го…", "Кто то сказал ещё раз 24 го"),
            ("it", "dell’arte, un po' d'acqua", "dell arte un po d acqua"),
            ("en", "The customer’s 'own' o'clock'", "The customer’s own o'clock"),
            ("uk", "м’ята", "м’ята"),
            ("en", "com\u{ad}plaints \u{ad}a b\u{ad}", "com\u{ad}plaints a b"),
            ("it", "dell’ar\u{ad}te", "dell ar\u{ad}te"),
            ("he", "שָׁלוֹם עולם", "שָׁלוֹם עולם"),
            ("ja", "信頼と苦情 OK", "信頼 頼と と苦 苦情 OK"),
            ("zh", "人 a人b", "人 a 人 b"),
            ("es", "", ""),
            ("es", "¿…?", ""),
        ] {
            assert_eq!(Words::of(language(tag)).split(text).collect::<Vec<_>>().join(" "), expected, "{tag}: {text}");
        }
    }

    #[test]
    fn stress_points_and_soft_hyphens_are_no_part_of_a_form() {
        for (tag, word, expected) in [
            ("ru", "Жало\u{301}бах", "жалобах"),
            ("en", "Com\u{ad}plaints", "complaints"),
            ("es", "reclamacio\u{301}n", "reclamación"),
            ("he", "שָׁלוֹם", "שלום"),
            ("ar", "مُحَمَّد", "محمد"),
            ("ru", "\u{301}", "\u{301}"),
        ] {
            let locale = Locale::new(language(tag));
            assert_eq!(form(word, |word| locale.lower(word)), expected, "{tag}: {word}");
        }
    }

    #[test]
    fn accents_fold_and_other_letters_stay() {
        for (tag, word, expected) in [
            ("ru", "Ещё", "еще"),
            ("ru", "ЙОД", "йод"),
            ("ru", "замо\u{301}к", "замок"),
            ("uk", "Їжак", "їжак"),
            ("es", "Reclamación", "reclamacion"),
            ("es", "niño", "nino"),
            ("it", "QUALITÀ", "qualita"),
            ("de", "Größe", "grosse"),
            ("fr", "Œuvre", "oeuvre"),
            ("en", "Customer’s", "customers"),
            ("en", "ﬁne", "fine"),
            ("he", "שָׁלוֹם", "שלום"),
            ("ar", "مُحَمَّد", "محمد"),
            ("tr", "IŞIK", "isik"),
            ("hi", "किताब", "किताब"),
        ] {
            let locale = Locale::new(language(tag));
            assert_eq!(fold(&form(word, |word| locale.lower(word))), expected, "{tag}: {word}");
        }
    }
}
