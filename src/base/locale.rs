//! What a language does with names, numbers, dates and lists, by CLDR's data.
//!
//! A language for which CLDR has no data is no error: it gets ISO dates, plain digits and lists with commas.

use std::fmt;
use std::sync::Arc;

use icu::calendar::{Date as IcuDate, Gregorian};
use icu::casemap::options::{TitlecaseOptions, TrailingCase};
use icu::casemap::{CaseMapper, TitlecaseMapper};
use icu::collator::options::{CollatorOptions, Strength};
use icu::collator::preferences::CollationNumericOrdering;
use icu::collator::{CollatorBorrowed, CollatorPreferences};
use icu::datetime::FixedCalendarDateTimeFormatter;
use icu::datetime::fieldsets::{MD, YMD};
use icu::decimal::DecimalFormatter;
use icu::decimal::options::GroupingStrategy;
use icu::list::options::ListFormatterOptions;
use icu::list::{ListFormatter, parts::ELEMENT};
use icu::locale::LanguageIdentifier;
use icu::normalizer::DecomposingNormalizer;
use icu::plurals::{PluralCategory, PluralRuleType, PluralRules};
use icu::segmenter::GraphemeClusterSegmenter;
use jiff::civil::Date;
use writeable::{Part, PartsWrite, Writeable};

use super::language::Language;
use super::number::Number;

/// How one language sorts, counts, and writes dates, numbers and lists. A clone shares the data.
#[derive(Clone)]
pub struct Locale(Arc<Data>);

struct Data {
    language: Language,
    id: LanguageIdentifier,
    /// Sorts, with digits as numbers: "Step 2" comes before "Step 10".
    order: Option<CollatorBorrowed<'static>>,
    /// Tells letters apart, but not their accents or case, as far as the language itself does.
    letters: Option<CollatorBorrowed<'static>>,
    cardinal: Option<PluralRules>,
    ordinal: Option<PluralRules>,
    date: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
    month_day: Option<FixedCalendarDateTimeFormatter<Gregorian, MD>>,
    number: Option<DecimalFormatter>,
    ungrouped: Option<DecimalFormatter>,
    and: Option<ListFormatter>,
    or: Option<ListFormatter>,
    speed: u32,
}

/// The word that joins a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conjunction {
    /// a, b and c
    And,
    /// a, b or c
    Or,
}

impl Locale {
    /// Loads what CLDR knows of the language or, failing that, of the language without region.
    pub fn new(language: Language) -> Locale {
        let id = language.identifier();
        let tag = icu::locale::Locale::from(id.clone());
        let collator = |strength| {
            let mut preferences = CollatorPreferences::from(&tag);
            preferences.numeric_ordering = Some(CollationNumericOrdering::True);
            let mut options = CollatorOptions::default();
            options.strength = Some(strength);
            CollatorBorrowed::try_new(preferences, options).ok()
        };
        let date = |tag: &icu::locale::Locale| FixedCalendarDateTimeFormatter::try_new(tag.into(), YMD::long()).ok();
        // The root's pattern, "2026 M11 22", stands for a language that CLDR does not know.
        let known = !same_dates(date(&tag).as_ref(), date(&icu::locale::Locale::UNKNOWN).as_ref());
        Locale(Arc::new(Data {
            language,
            order: collator(Strength::Tertiary),
            letters: collator(Strength::Primary),
            cardinal: PluralRules::try_new((&tag).into(), PluralRuleType::Cardinal.into()).ok(),
            ordinal: PluralRules::try_new((&tag).into(), PluralRuleType::Ordinal.into()).ok(),
            date: date(&tag).filter(|_| known),
            month_day: FixedCalendarDateTimeFormatter::try_new((&tag).into(), MD::long()).ok().filter(|_| known),
            number: DecimalFormatter::try_new((&tag).into(), Default::default()).ok().filter(|_| known),
            ungrouped: DecimalFormatter::try_new((&tag).into(), GroupingStrategy::Never.into()).ok(),
            and: ListFormatter::try_new_and((&tag).into(), ListFormatterOptions::default()).ok(),
            or: ListFormatter::try_new_or((&tag).into(), ListFormatterOptions::default()).ok(),
            speed: reading_speed(language),
            id,
        }))
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.0.language
    }

    /// Bytes whose order is the language's alphabetical order. Digits count as numbers: "Step 2" comes before "Step 10".
    pub fn sort_key(&self, text: &str) -> Vec<u8> {
        let mut key = Vec::with_capacity(text.len() + 8);
        match &self.0.order {
            Some(order) => {
                let Ok(()) = order.write_sort_key_to(text, &mut key);
            }
            None => key.extend_from_slice(text.as_bytes()),
        }
        key
    }

    /// The plural form that a number of things takes: in Russian `one` for 21, `few` for 2, `many` for 5 and `other` for 1.5.
    pub fn plural(&self, number: impl Into<Number>) -> PluralCategory {
        category(self.0.cardinal.as_ref(), &number.into())
    }

    /// The form that a number takes in an order: in English `two` for 22nd.
    pub fn ordinal(&self, number: impl Into<Number>) -> PluralCategory {
        category(self.0.ordinal.as_ref(), &number.into())
    }

    /// The date in its long form, with the year: "22 de noviembre de 2026". Always of the Gregorian calendar, as all other years of a
    /// site are.
    pub fn date(&self, date: Date) -> String {
        match (&self.0.date, gregorian(date)) {
            (Some(format), Some(day)) => format.format(&day).to_string(),
            _ => date.to_string(),
        }
    }

    /// The date without its year: "22 de noviembre".
    pub fn month_day(&self, date: Date) -> String {
        match (&self.0.month_day, gregorian(date)) {
            (Some(format), Some(day)) => format.format(&day).to_string(),
            _ => format!("{:02}-{:02}", date.month(), date.day()),
        }
    }

    /// The number with the language's digits and separators.
    pub fn number(&self, number: impl Into<Number>) -> String {
        format_number(self.0.number.as_ref(), &number.into())
    }

    /// The same without separators between thousands: for years and numbers that name something.
    pub fn number_ungrouped(&self, number: impl Into<Number>) -> String {
        format_number(self.0.ungrouped.as_ref(), &number.into())
    }

    /// The items as one text: "a, b y c".
    pub fn list(&self, items: &[&str], conjunction: Conjunction) -> String {
        let mut text = String::new();
        for (gap, item) in self.gaps(items, conjunction).iter().zip(items.iter().copied().chain([""])) {
            text.push_str(gap);
            text.push_str(item);
        }
        text
    }

    /// What stands before, between and after the items of a list, one more than there are items. It can depend on them: Spanish says
    /// "padre e hijo". Whoever has marked-up items passes their plain words here and puts the two together.
    pub fn gaps(&self, items: &[&str], conjunction: Conjunction) -> Vec<String> {
        let format = match conjunction {
            Conjunction::And => &self.0.and,
            Conjunction::Or => &self.0.or,
        };
        let mut gaps = Gaps { gaps: vec![String::new()], inside: false };
        if let Some(format) = format
            && format.format(items.iter()).write_to_parts(&mut gaps).is_ok()
            && gaps.gaps.len() == items.len() + 1
        {
            return gaps.gaps;
        }
        (0..=items.len()).map(|at| if at == 0 || at == items.len() { "" } else { ", " }.to_owned()).collect()
    }

    /// All letters small.
    pub fn lower(&self, text: &str) -> String {
        CaseMapper::new().lowercase_to_string(text, &self.0.id).into_owned()
    }

    /// All letters capital.
    pub fn upper(&self, text: &str) -> String {
        CaseMapper::new().uppercase_to_string(text, &self.0.id).into_owned()
    }

    /// The first letter capital, the rest as it is.
    pub fn capitalize(&self, text: &str) -> String {
        let mut options = TitlecaseOptions::default();
        options.trailing_case = Some(TrailingCase::Unchanged);
        TitlecaseMapper::new().titlecase_segment_to_string(text, &self.0.id, options).into_owned()
    }

    /// The heading under which an alphabetical register puts the text: its first letter as a capital, without an accent that the
    /// language does not sort by (É is under E, but Swedish Å and Russian Й are letters of their own). `#` for digits and signs.
    pub fn first_letter(&self, text: &str) -> String {
        let Some(start) = text.find(char::is_alphanumeric) else { return "#".to_owned() };
        let text = &text[start..];
        if text.starts_with(char::is_numeric) {
            return "#".to_owned();
        }
        let end = GraphemeClusterSegmenter::new().segment_str(text).nth(1).unwrap_or(text.len());
        let letter = self.upper(&text[..end]);
        let mut bare = [0; 4];
        let bare = DecomposingNormalizer::new_nfd().normalize(&letter).chars().next().map(|c| &*c.encode_utf8(&mut bare));
        match (bare, &self.0.letters) {
            (Some(bare), Some(letters)) if letters.compare(bare, &letter).is_eq() => bare.to_owned(),
            _ => letter,
        }
    }

    /// How long the language's readers need for a text of so many letters and digits: whole minutes, at least one.
    pub fn minutes(&self, characters: u32) -> u32 {
        minutes_at(self.0.speed, characters)
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Locale({})", self.0.language)
    }
}

fn gregorian(date: Date) -> Option<IcuDate<Gregorian>> {
    IcuDate::try_new_gregorian(date.year().into(), u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?).ok()
}

type DateFormat = FixedCalendarDateTimeFormatter<Gregorian, YMD>;

fn same_dates(a: Option<&DateFormat>, b: Option<&DateFormat>) -> bool {
    let sample = |format: Option<&DateFormat>| Some(format?.format(&gregorian(Date::constant(2026, 11, 22))?).to_string());
    sample(a) == sample(b)
}

fn category(rules: Option<&PluralRules>, number: &Number) -> PluralCategory {
    rules.map_or(PluralCategory::Other, |rules| rules.category_for(number.decimal()))
}

fn format_number(format: Option<&DecimalFormatter>, number: &Number) -> String {
    format.map_or_else(|| number.to_string(), |format| format.format_to_string(number.decimal()))
}

/// As [`Locale::minutes`], where no locale is at hand.
pub fn minutes(language: Language, characters: u32) -> u32 {
    minutes_at(reading_speed(language), characters)
}

fn minutes_at(speed: u32, characters: u32) -> u32 {
    characters.div_ceil(speed).max(1)
}

/// Letters and digits a minute that practised readers read of everyday texts: S. Trauzettel-Klosinski, K. Dietz, "Standardized Assessment
/// of Reading Performance: The New International Reading Speed Texts IReST", IOVS 53 (2012). Other languages take the study's mean.
fn reading_speed(language: Language) -> u32 {
    match language.base().as_str() {
        "ar" => 612,
        "de" => 920,
        "en" => 987,
        "es" => 1025,
        "fi" => 1078,
        "fr" => 998,
        "he" => 833,
        "it" => 950,
        "ja" => 357,
        "nl" => 978,
        "pl" => 916,
        "pt" => 913,
        "ru" => 986,
        "sl" => 885,
        "sv" => 917,
        "tr" => 1054,
        "zh" => 255,
        _ => 950,
    }
}

/// Collects what a list says between its items.
struct Gaps {
    gaps: Vec<String>,
    inside: bool,
}

impl fmt::Write for Gaps {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if let Some(gap) = self.gaps.last_mut().filter(|_| !self.inside) {
            gap.push_str(text);
        }
        Ok(())
    }
}

impl PartsWrite for Gaps {
    type SubPartsWrite = Self;

    fn with_part(&mut self, part: Part, mut write: impl FnMut(&mut Self) -> fmt::Result) -> fmt::Result {
        if part != ELEMENT || self.inside {
            return write(self);
        }
        self.inside = true;
        write(self)?;
        self.inside = false;
        self.gaps.push(String::new());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(tag: &str) -> Locale {
        Locale::new(tag.parse().unwrap())
    }

    fn sorted<'a>(tag: &str, mut words: Vec<&'a str>) -> Vec<&'a str> {
        words.sort_by_key(|word| locale(tag).sort_key(word));
        words
    }

    #[test]
    fn a_locale_is_shared_between_threads() {
        fn shared<T: Send + Sync + Clone>(_: &T) {}
        shared(&locale("es"));
    }

    #[test]
    fn each_language_sorts_by_its_own_alphabet() {
        assert_eq!(sorted("es", vec!["nube", "oso", "ñandú"]), ["nube", "ñandú", "oso"]);
        assert_eq!(sorted("sv", vec!["ö", "z", "å", "a"]), ["a", "z", "å", "ö"]);
        assert_eq!(sorted("de", vec!["ö", "z", "o"]), ["o", "ö", "z"]);
        assert_eq!(sorted("ru", vec!["жук", "ёлка", "ель", "яма"]), ["ёлка", "ель", "жук", "яма"]);
    }

    #[test]
    fn digits_sort_as_numbers() {
        assert_eq!(sorted("en", vec!["Step 10", "Step 2", "Step 1"]), ["Step 1", "Step 2", "Step 10"]);
    }

    #[test]
    fn russian_has_four_plurals_and_decimals_take_the_last() {
        use PluralCategory::*;
        let ru = locale("ru");
        for (number, category) in [(1u32, One), (2, Few), (4, Few), (5, Many), (11, Many), (12, Many), (21, One), (22, Few), (0, Many)] {
            assert_eq!(ru.plural(number), category, "{number}");
        }
        assert_eq!(ru.plural(Number::from_f64(1.5).unwrap()), Other);
        assert_eq!(ru.plural(-1i64), One);
    }

    #[test]
    fn a_one_with_decimals_is_no_one_in_english() {
        let en = locale("en");
        assert_eq!(en.plural(1u32), PluralCategory::One);
        assert_eq!(en.plural("1.0".parse::<Number>().unwrap()), PluralCategory::Other);
        assert_eq!(en.ordinal(22u32), PluralCategory::Two);
    }

    #[test]
    fn dates_are_long_and_of_the_language() {
        let day = Date::constant(2026, 11, 22);
        for (tag, long, short) in [
            ("es", "22 de noviembre de 2026", "22 de noviembre"),
            ("ru", "22 ноября 2026\u{202f}г.", "22 ноября"),
            ("it", "22 novembre 2026", "22 novembre"),
            ("en", "November 22, 2026", "November 22"),
            ("en-GB", "22 November 2026", "22 November"),
            ("he", "22 בנובמבר 2026", "22 בנובמבר"),
            ("th", "22 พฤศจิกายน ค.ศ. 2026", "22 พฤศจิกายน"),
        ] {
            assert_eq!(locale(tag).date(day), long, "{tag}");
            assert_eq!(locale(tag).month_day(day), short, "{tag}");
        }
    }

    #[test]
    fn a_language_without_data_has_plain_forms() {
        let tlh = locale("tlh");
        let day = Date::constant(2026, 3, 2);
        assert_eq!(tlh.date(day), "2026-03-02");
        assert_eq!(tlh.month_day(day), "03-02");
        assert_eq!(tlh.number(1234567u32), "1234567");
        assert_eq!(tlh.list(&["a", "b", "c"], Conjunction::And), "a, b, c");
        assert_eq!(tlh.plural(1u32), PluralCategory::Other);
        assert_eq!(tlh.minutes(951), 2);
        assert_eq!(tlh.first_letter("ghaH"), "G");
        assert!(tlh.sort_key("a") < tlh.sort_key("b"));
    }

    #[test]
    fn numbers_have_the_separators_of_the_language() {
        for (tag, number, shown) in [
            ("en", 1234567.5, "1,234,567.5"),
            ("es", 1234.0, "1234"),
            ("es", 12345.25, "12.345,25"),
            ("ru", 12345.5, "12\u{a0}345,5"),
            ("it", -0.5, "-0,5"),
        ] {
            assert_eq!(locale(tag).number(Number::from_f64(number).unwrap()), shown, "{tag}");
        }
        assert_eq!(locale("en").number_ungrouped(2026u32), "2026");
    }

    #[test]
    fn lists_use_the_words_of_the_language_and_mind_the_sound() {
        let es = locale("es");
        assert_eq!(es.list(&["a", "b", "c"], Conjunction::And), "a, b y c");
        assert_eq!(es.list(&["padre", "hijo"], Conjunction::And), "padre e hijo");
        assert_eq!(es.list(&["siete", "ocho"], Conjunction::Or), "siete u ocho");
        assert_eq!(locale("en").list(&["a", "b", "c"], Conjunction::Or), "a, b, or c");
        assert_eq!(locale("ru").list(&["а", "б"], Conjunction::And), "а и б");
        assert_eq!(es.list(&["solo"], Conjunction::And), "solo");
        assert_eq!(es.list(&[], Conjunction::And), "");
        assert_eq!(es.gaps(&["padre", "hijo"], Conjunction::And), ["", " e ", ""]);
    }

    #[test]
    fn case_follows_the_language() {
        assert_eq!(locale("tr").upper("istanbul"), "İSTANBUL");
        assert_eq!(locale("en").upper("istanbul"), "ISTANBUL");
        assert_eq!(locale("ru").lower("ЁЛКА"), "ёлка");
        assert_eq!(locale("es").capitalize("«hola» a Todos"), "«Hola» a Todos");
        assert_eq!(locale("nl").capitalize("ijs"), "IJs");
        assert_eq!(locale("he").capitalize("שלום"), "שלום");
    }

    #[test]
    fn a_register_has_one_heading_for_letters_that_sort_alike() {
        for (tag, text, letter) in [
            ("es", "índice", "I"),
            ("es", "¿Ñandú?", "Ñ"),
            ("ru", "ёлка", "Е"),
            ("ru", "йод", "Й"),
            ("sv", "ål", "Å"),
            ("fr", "école", "E"),
            ("en", "«Hotel»", "H"),
            ("en", "52 rules", "#"),
            ("en", "—", "#"),
            ("en", "", "#"),
            ("he", "שלום", "ש"),
            ("zh", "服务", "服"),
        ] {
            assert_eq!(locale(tag).first_letter(text), letter, "{tag} {text}");
        }
    }

    #[test]
    fn reading_takes_whole_minutes_and_at_least_one() {
        let en = locale("en");
        assert_eq!([0, 987, 988, 1974, 1975].map(|characters| en.minutes(characters)), [1, 1, 2, 2, 3]);
        assert_eq!(locale("zh-Hant").minutes(510), 2);
        assert_eq!(locale("pt-BR").minutes(913), 1);
    }
}
