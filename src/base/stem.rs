//! Stems: what the forms of a word have in common, so that whoever looks for `клиент` finds `клиентами`.
//!
//! The rules are those of Snowball, version 3. A stem is made for comparing and seldom a word itself. The theme's scripts `stem-LANG.js` follow
//! the same rules for the languages of the starter site, and `tests/stemmers.rs` holds both to the same stems: an index that is made here is
//! read there.

use std::borrow::Cow;

use pagefind_stem::{Algorithm, Stemmer};

use super::language::Language;

/// The stem of a form: of a word in lowercase, NFC. In a language for which there are no rules every form is its own stem.
///
/// A regional variant follows the rules of its language. Accents stay as the rules leave them: folding them is another step.
pub fn stem(form: &str, language: Language) -> Cow<'_, str> {
    match algorithm(language) {
        Some(algorithm) => Stemmer::create(algorithm).stem(form),
        None => Cow::Borrowed(form),
    }
}

fn algorithm(language: Language) -> Option<Algorithm> {
    let tag = language.as_str();
    Some(match tag.split_once('-').map_or(tag, |(primary, _)| primary) {
        "ar" => Algorithm::Arabic,
        "ca" => Algorithm::Catalan,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "en" => Algorithm::English,
        "eo" => Algorithm::Esperanto,
        "es" => Algorithm::Spanish,
        "et" => Algorithm::Estonian,
        "eu" => Algorithm::Basque,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "ga" => Algorithm::Irish,
        "hi" => Algorithm::Hindi,
        "hu" => Algorithm::Hungarian,
        "hy" => Algorithm::Armenian,
        "id" => Algorithm::Indonesian,
        "it" => Algorithm::Italian,
        "lt" => Algorithm::Lithuanian,
        "nb" | "nn" | "no" => Algorithm::Norwegian,
        "ne" => Algorithm::Nepali,
        "nl" => Algorithm::Dutch,
        "pl" => Algorithm::Polish,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sr" => Algorithm::Serbian,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        "yi" => Algorithm::Yiddish,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    fn language(tag: &str) -> Language {
        tag.parse().unwrap()
    }

    #[test]
    fn forms_of_one_word_have_one_stem() {
        for (tag, forms, expected) in [
            ("ru", &["клиент", "клиента", "клиентами", "клиентов"][..], "клиент"),
            ("ru", &["жалоба", "жалобы", "жалобах", "жалобой"], "жалоб"),
            ("ru", &["берёза", "берёзами", "березы"], "берез"),
            ("ru", &["мастерская", "мастерских", "мастерскую"], "мастерск"),
            ("es", &["reclamación", "reclamaciones", "reclamar", "reclamándolo"], "reclam"),
            ("es", &["niño", "niños", "niñas"], "niñ"),
            ("it", &["cliente", "clienti"], "client"),
            ("it", &["ascoltare", "ascoltandolo", "ascoltano"], "ascolt"),
            ("en", &["complaint", "complaints"], "complaint"),
            ("en", &["serve", "serves", "served", "serving"], "serv"),
            ("de", &["kunde", "kunden"], "kund"),
            ("fr", &["client", "cliente", "clients"], "client"),
            ("el", &["πελάτης", "πελάτες"], "πελατ"),
        ] {
            for form in forms {
                assert_eq!(stem(form, language(tag)), expected, "{form} in {tag}");
            }
        }
    }

    #[test]
    fn a_regional_variant_follows_the_rules_of_its_language() {
        assert_eq!(stem("reclamaciones", language("es-MX")), "reclam");
        assert_eq!(stem("клиентами", language("ru-KZ")), "клиент");
        assert_eq!(stem("reclamações", language("pt-BR")), stem("reclamação", language("pt")));
        assert_eq!(stem("муштеријама", language("sr-Cyrl")), stem("mušterijama", language("sr-Latn")));
    }

    #[test]
    fn without_rules_a_form_is_its_own_stem() {
        for (tag, form) in [("he", "לקוחות"), ("uk", "клієнтами"), ("ja", "苦情"), ("zh-Hant", "抱怨")] {
            assert_eq!(stem(form, language(tag)), form);
        }
    }

    proptest! {
        #[test]
        fn any_text_has_a_stem_in_every_language(text in "[\\PC]{0,12}", end in select(ENDINGS)) {
            let form = format!("{text}{end}");
            for tag in TAGS {
                prop_assert!(stem(&form, language(tag)).len() <= 2 * form.len() + 8, "{form} in {tag}");
            }
        }
    }

    const TAGS: [&str; 34] = [
        "ar", "ca", "da", "de", "el", "en", "eo", "es", "et", "eu", "fi", "fr", "ga", "he", "hi", "hu", "hy", "id", "it", "lt", "nb", "ne",
        "nl", "nn", "no", "pl", "pt", "ro", "ru", "sr", "sv", "ta", "tr", "yi",
    ];
    /// Where most rules begin to look.
    const ENDINGS: &[&str] = &["", "ами", "ность", "ción", "mente", "ings", "ung", "heit", "lar", "اتها", "ות", "ων", "ों", "ங்கள்"];
}
