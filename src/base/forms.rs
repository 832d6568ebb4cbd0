//! The words of one language as they are compared: in one spelling, and by what their inflected forms have in common.

use std::borrow::Cow;
use std::fmt;

use icu::casemap::CaseMapper;
use icu::locale::LanguageIdentifier;

use super::language::Language;
use super::stem::stem;
use super::words;

/// How the words of one language are brought to their forms and stems.
pub struct Forms {
    language: Language,
    identifier: LanguageIdentifier,
    /// Whether the small letter of `I` is `ı`.
    dotless: bool,
}

impl Forms {
    /// Those of a language; its regional variants have the same.
    pub fn of(language: Language) -> Forms {
        let dotless = matches!(language.base().as_str(), "tr" | "az" | "lt");
        Forms { language, identifier: language.identifier(), dotless }
    }

    /// The word as [`words::form`] writes it, by a shorter way where there is one.
    pub fn form<'w>(&self, word: &'w str) -> Cow<'w, str> {
        match self.plain(word) {
            Plain::Already => Cow::Borrowed(word),
            Plain::Small(word) => Cow::Owned(word),
            Plain::Unknown => {
                Cow::Owned(words::form(word, |word| CaseMapper::new().lowercase_to_string(word, &self.identifier).into_owned()))
            }
        }
    }

    /// Nearly all words consist of letters of which it is known what becomes of them.
    fn plain(&self, word: &str) -> Plain {
        let known = |c: char| match c {
            'I' => !self.dotless,
            '\0'..='\x7f' | 'À'..='Ö' | 'Ø'..='Þ' | 'à'..='ö' | 'ø'..='ÿ' | 'А'..='Я' | 'Ё' | 'а'..='я' | 'ё' => true,
            _ => false,
        };
        let small = |c: char| match c {
            'Ё' => 'ё',
            'À'..='Ö' | 'Ø'..='Þ' | 'А'..='Я' => char::from_u32(u32::from(c) + 0x20).unwrap_or(c),
            c => c.to_ascii_lowercase(),
        };
        if !word.chars().all(known) {
            return Plain::Unknown;
        }
        match word.chars().all(|c| small(c) == c) {
            true => Plain::Already,
            false => Plain::Small(word.chars().map(small).collect()),
        }
    }

    /// What the word has in common with its other forms. It is no word itself, and nobody is shown it.
    pub fn stem(&self, word: &str) -> String {
        stem(&self.form(word), self.language).into_owned()
    }
}

impl fmt::Debug for Forms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Forms({})", self.language)
    }
}

enum Plain {
    Already,
    Small(String),
    Unknown,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn forms_of(tag: &str) -> Forms {
        Forms::of(tag.parse().unwrap())
    }

    #[test]
    fn inflected_forms_have_one_stem() {
        for (tag, forms) in [
            ("ru", "клиент клиента клиенту клиентом клиенте клиенты клиентов клиентам клиентами клиентах Клиентами"),
            ("ru", "жалоба жалобы жалобе жалобу жалобой жалоб жалобам жалобами жало\u{301}бах"),
            ("ru", "зеленый зелёный зелёного зелёными ЗЕЛЁНАЯ"),
            ("es", "reclamación reclamaciones Reclamación reclamacio\u{301}n RECLAMACIÓN"),
            ("es", "queja quejas QUEJAS"),
            ("it", "reclamo reclami Reclamo"),
            ("en", "complaint complaints Complaint's complaint’s com\u{ad}plaints"),
            ("en", "referral referrals"),
            ("fr", "client clients cliente clientes"),
            ("de", "Kunde Kunden"),
            ("pt-BR", "cliente clientes"),
            ("tr", "MÜŞTERİ müşteri"),
            ("he", "שירות שירו\u{5bc}ת"),
        ] {
            let stems = forms_of(tag);
            let found: Vec<String> = forms.split(' ').map(|form| stems.stem(form)).collect();
            assert!(found.iter().all(|stem| *stem == found[0]), "{tag} {forms}: {found:?}");
        }
    }

    #[test]
    fn other_words_have_other_stems() {
        for (tag, one, other) in [
            ("ru", "клиент", "клей"),
            ("es", "queja", "cliente"),
            ("it", "arte", "arto"),
            ("en", "service", "servant"),
            ("he", "שירות", "שיר"),
        ] {
            assert_ne!(forms_of(tag).stem(one), forms_of(tag).stem(other), "{tag}");
        }
    }

    #[test]
    fn a_language_without_stems_keeps_its_words() {
        assert_eq!(forms_of("uk").stem("КЛІЄНТАМИ"), "клієнтами");
        assert_eq!(forms_of("he").stem("לשירות"), "לשירות");
        assert_eq!(forms_of("tr").form("ISI"), "ısı");
    }

    proptest! {
        #[test]
        fn the_short_way_to_a_form_leads_where_the_long_one_does(word in "[A-Za-zÀ-ÖØ-öø-ÿЀ-џ'’\u{301}\u{ad}]{0,8}", tag in "en|ru|es|tr|he") {
            let stems = forms_of(&tag);
            let lower = |word: &str| CaseMapper::new().lowercase_to_string(word, &stems.identifier).into_owned();
            prop_assert_eq!(stems.form(&word).into_owned(), words::form(&word, lower));
        }

        #[test]
        fn no_word_is_too_strange_to_have_a_stem(word in "\\PC{0,20}", tag in "ar|de|en|es|fi|fr|hu|it|ru|tr|he") {
            let _ = forms_of(&tag).stem(&word);
        }
    }
}
