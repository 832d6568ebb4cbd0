//! Which language words are in, where that is plain.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use whatlang::{Detector, Lang};

use crate::base::language::Language;
use crate::document::Document;

/// The languages that can be told apart, by their tags.
const KNOWN: &[(&str, Lang)] = &[
    ("af", Lang::Afr),
    ("am", Lang::Amh),
    ("ar", Lang::Ara),
    ("az", Lang::Aze),
    ("be", Lang::Bel),
    ("bg", Lang::Bul),
    ("bn", Lang::Ben),
    ("ca", Lang::Cat),
    ("cs", Lang::Ces),
    ("cy", Lang::Cym),
    ("da", Lang::Dan),
    ("de", Lang::Deu),
    ("el", Lang::Ell),
    ("en", Lang::Eng),
    ("eo", Lang::Epo),
    ("es", Lang::Spa),
    ("et", Lang::Est),
    ("fa", Lang::Pes),
    ("fi", Lang::Fin),
    ("fr", Lang::Fra),
    ("gu", Lang::Guj),
    ("he", Lang::Heb),
    ("hi", Lang::Hin),
    ("hr", Lang::Hrv),
    ("hu", Lang::Hun),
    ("hy", Lang::Hye),
    ("id", Lang::Ind),
    ("it", Lang::Ita),
    ("ja", Lang::Jpn),
    ("ka", Lang::Kat),
    ("kn", Lang::Kan),
    ("ko", Lang::Kor),
    ("la", Lang::Lat),
    ("lt", Lang::Lit),
    ("lv", Lang::Lav),
    ("mk", Lang::Mkd),
    ("mr", Lang::Mar),
    ("nb", Lang::Nob),
    ("ne", Lang::Nep),
    ("nl", Lang::Nld),
    ("no", Lang::Nob),
    ("pa", Lang::Pan),
    ("pl", Lang::Pol),
    ("pt", Lang::Por),
    ("ro", Lang::Ron),
    ("ru", Lang::Rus),
    ("sk", Lang::Slk),
    ("sl", Lang::Slv),
    ("sr", Lang::Srp),
    ("sv", Lang::Swe),
    ("ta", Lang::Tam),
    ("th", Lang::Tha),
    ("tk", Lang::Tuk),
    ("tr", Lang::Tur),
    ("uk", Lang::Ukr),
    ("ur", Lang::Urd),
    ("uz", Lang::Uzb),
    ("vi", Lang::Vie),
    ("yi", Lang::Yid),
    ("zh", Lang::Cmn),
];

/// Fewer words than these, names left out, may be of any language.
const LEAST_WORDS: usize = 5;
const LEAST_LETTERS: usize = 28;

/// Languages that are quoted everywhere, and that none of their neighbours is taken for: a site need not have them to hear them. (Of all
/// languages that there are, one is always near enough to be heard wrongly: Bulgarian in Russian, Portuguese in Spanish.)
const QUOTED: [&str; 6] = ["en", "es", "fr", "de", "it", "ru"];

/// In a text of so many characters even a faint likeness is no chance: among the hundreds of texts that this was tried on, none above 94
/// was taken for another language.
const LONG: usize = 120;
const FAINT: f64 = 0.4;

fn lang(language: Language) -> Option<Lang> {
    let base = language.base();
    KNOWN.iter().find(|(tag, _)| *tag == base.as_str()).map(|(_, lang)| *lang)
}

fn tag(lang: Lang) -> Option<Language> {
    KNOWN.iter().find(|(_, known)| *known == lang).and_then(|(tag, _)| tag.parse().ok())
}

/// Whether there is enough of a text that its language can be told: words that are no names.
pub fn is_speech(text: &str) -> bool {
    let (mut words, mut letters) = (0, 0);
    for word in text.split(|c: char| !c.is_alphabetic()) {
        let mut chars = word.chars();
        let Some(first) = chars.next() else { continue };
        if first.is_uppercase() {
            continue;
        }
        // Where no word has capitals, none has spaces either: two signs are about a word.
        let length = 1 + chars.count();
        words += if first.is_lowercase() { usize::from(length > 1) } else { length.div_ceil(2) };
        letters += if first.is_lowercase() { length } else { length * 3 };
    }
    words >= LEAST_WORDS && letters >= LEAST_LETTERS
}

/// Tells languages apart.
pub struct Ear {
    /// For texts in each language: what they may be in instead.
    detectors: BTreeMap<Language, Detector>,
    everything: Detector,
    common: HashMap<Language, HashSet<String>>,
    languages: Vec<Language>,
}

impl Ear {
    /// For a site in these languages, whose texts mention others.
    pub fn new(languages: &[Language], documents: &[Arc<Document>]) -> Ear {
        let common = languages.iter().filter_map(|language| Some((*language, common(*language, documents)?))).collect();
        Ear { detectors: BTreeMap::new(), everything: Detector::new(), common, languages: languages.to_vec() }.with(languages)
    }

    fn with(mut self, languages: &[Language]) -> Ear {
        for language in languages {
            self.detectors.insert(*language, self.detector(*language, &[]));
        }
        self
    }

    fn detector(&self, language: Language, named: &[Language]) -> Detector {
        let quoted = QUOTED.iter().filter_map(|tag| tag.parse().ok());
        let stated = self.languages.iter().chain(named).chain([&language]).copied();
        let mut allowed: Vec<Lang> = stated.chain(quoted).filter_map(lang).collect();
        allowed.sort_by_key(|lang| lang.code());
        allowed.dedup();
        Detector::with_allowlist(allowed)
    }

    /// Whether a language is one of the site's.
    pub fn knows(&self, language: Language) -> bool {
        self.languages.contains(&language)
    }

    /// The language of a text that says it is in this one, if it is plainly another. `named` are languages that the whole text mentions.
    pub fn other(&self, text: &str, said: Language, named: &[Language]) -> Option<Language> {
        let expected = lang(said)?;
        if !is_speech(text) || self.sounds_like(text, said) {
            return None;
        }
        let heard = match self.detectors.get(&said).filter(|_| named.is_empty()) {
            Some(detector) => detector.detect(text),
            None => self.detector(said, named).detect(text),
        }?;
        let is_plain = heard.is_reliable() || heard.confidence() >= FAINT && text.chars().count() >= LONG;
        if heard.lang() == expected || !is_plain {
            return None;
        }
        // It may be one that the site knows nothing of.
        let heard = match self.everything.detect(text) {
            Some(any) if any.lang() == expected => return None,
            Some(any) if any.is_reliable() => any,
            _ => heard,
        };
        tag(heard.lang())
    }

    /// Whether the frequent words of its language make it needless to look closer; they are counted in less time.
    fn sounds_like(&self, text: &str, said: Language) -> bool {
        let Some(own) = self.common.get(&said) else { return false };
        let words: Vec<String> = words(text).take(60).collect();
        let share = |common: &HashSet<String>| words.iter().filter(|word| common.contains(*word)).count() * 100 / words.len().max(1);
        let others = self.common.iter().filter(|(language, _)| !language.is_variant_of(said));
        share(own) >= others.map(|(_, common)| share(common)).max().unwrap_or(0) + 12
    }
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// So many texts, spread over all, tell what words are frequent; fewer tell nothing, and need no haste.
const SAMPLE: usize = 96;

/// The words that every sixth text of a language has.
fn common(language: Language, documents: &[Arc<Document>]) -> Option<HashSet<String>> {
    let own: Vec<&Arc<Document>> = documents.iter().filter(|document| document.language == language).collect();
    if own.len() < SAMPLE {
        return None;
    }
    let mut counts: HashMap<String, usize> = HashMap::new();
    for document in own.iter().step_by(own.len() / SAMPLE) {
        let body = &document.text.text[crate::document::front_matter::split(&document.text).body];
        for word in words(body).collect::<HashSet<String>>() {
            *counts.entry(word).or_default() += 1;
        }
    }
    Some(counts.into_iter().filter(|(_, count)| *count * 6 >= SAMPLE).map(|(word, _)| word).collect())
}

/// What stands in quotation marks and is long enough that its language can be told.
pub fn quotations(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match (open, c) {
            (Some((start, closing)), c) if c == closing || closing == '“' && c == '”' => {
                found.extend(Some(&text[start..at]).filter(|quotation| is_speech(quotation)));
                open = None;
            }
            (None, '«') => open = Some((at + c.len_utf8(), '»')),
            (None, '„') => open = Some((at + c.len_utf8(), '“')),
            (None, '“') => open = Some((at + c.len_utf8(), '”')),
            (None, '"') => open = Some((at + 1, '"')),
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ear() -> Ear {
        Ear::new(&["es", "ru", "it", "en"].map(|tag| tag.parse().unwrap()), &[])
    }

    fn heard(text: &str, said: &str) -> Option<String> {
        ear().other(text, said.parse().unwrap(), &[]).map(|language| language.to_string())
    }

    #[test]
    fn a_text_in_another_language_is_heard() {
        let spanish = "Quien dirige un equipo empieza por servirlo: le despeja el camino y le enseña lo que necesita.";
        let italian = "Chi guida una squadra comincia dal servirla: le sgombra la strada e le insegna quello che serve, e solo dopo le \
                       chiede di servire gli altri.";
        let english = "Whoever leads a team begins by serving it, and clears the way for everybody who works there.";
        let russian = "Кто руководит, тот сначала служит своей команде и учит её всему, что нужно.";
        let all = [("es", spanish), ("it", italian), ("en", english), ("ru", russian)];
        for (tag, text) in all {
            for (said, _) in all {
                assert_eq!(heard(text, said), (said != tag).then(|| tag.to_owned()), "{text} as {said}");
            }
        }
        let french = "Celui qui dirige une équipe commence par la servir et lui montre ce dont elle a besoin pour réussir.";
        assert_eq!(heard(french, "es").as_deref(), Some("fr"));
    }

    #[test]
    fn names_and_a_few_words_may_be_of_any_language() {
        for text in ["Ken Blanchard, Sheldon Bowles. Raving Fans", "Sì, con molto piacere!", "apologue check --format json", "12 × 30"] {
            assert_eq!(heard(text, "ru"), None, "{text}");
        }
    }

    #[test]
    fn a_quotation_is_taken_out_of_its_sentence() {
        assert_eq!(
            quotations("Он сказал: «Know what the customer wants to get from you», и ушёл."),
            ["Know what the customer wants to get from you"]
        );
        assert_eq!(quotations("«Да»").len(), 0);
    }
}
