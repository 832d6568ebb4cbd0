//! Numbers in messages: how they are shown and which variant they choose, by ICU's data.
//!
//! `fluent-bundle` itself counts by the data of CLDR 37, where Hebrew still has a form for 20 and Spanish none yet for a million; it panics
//! on numbers of very many digits, and to it 1 is not 1.0. So a choice by numbers is handed to it as a call of [`CHOOSE`], which
//! answers with the key of a variant.

use fluent::concurrent::FluentBundle;
use fluent::types::{FluentNumber, FluentNumberOptions, FluentNumberType};
use fluent::{FluentArgs, FluentResource, FluentValue};
use icu::plurals::PluralCategory;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

use crate::base::language::NotALanguage;
use crate::base::locale::Locale;
use crate::base::number::Number;

/// The function that messages call.
pub(super) const NUMBER: &str = "NUMBER";
/// The function that only [`prepare`](super::prepare) calls.
pub(super) const CHOOSE: &str = "CHOOSE";

/// CLDR's names of the plural forms.
pub(super) const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Makes the bundle show and compare numbers as the language does.
pub(super) fn teach(bundle: &mut FluentBundle<FluentResource>, locale: &Locale) {
    bundle.set_formatter(Some(|value, memoizer| match value {
        FluentValue::Number(number) => format(number, memoizer),
        _ => None,
    }));
    let locale = locale.clone();
    // A new bundle has no other functions.
    let _ = bundle.add_function(NUMBER, with_options);
    let _ = bundle.add_function(CHOOSE, move |values, _| choose(&locale, values));
}

/// The number for a message. One of more digits than a float holds is shown but chooses nothing.
pub(super) fn value<'a>(number: &Number, locale: &Locale) -> FluentValue<'a> {
    let digits = number.to_string();
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let options = FluentNumberOptions {
        minimum_integer_digits: Some(whole.trim_start_matches('-').len()),
        minimum_fraction_digits: Some(fraction.len()),
        ..FluentNumberOptions::default()
    };
    let float = digits.parse().map(|value| FluentNumber::new(value, options));
    match float.ok().filter(|float| shown(float) == *number) {
        Some(float) => float.into(),
        None => locale.number(number.clone()).into(),
    }
}

/// The number as its options show it, which decides its plural.
fn shown(number: &FluentNumber) -> Number {
    let digits = |digits: Option<usize>| digits.and_then(|digits| u8::try_from(digits).ok());
    let options = &number.options;
    let most = digits(options.maximum_fraction_digits);
    let least = digits(options.minimum_fraction_digits).unwrap_or(0).min(most.unwrap_or(u8::MAX));
    let exact = Number::from_f64(number.value).unwrap_or_else(|| 0u32.into());
    let rounded = match most {
        Some(most) => exact.max_fraction(most),
        None => exact,
    };
    rounded.min_fraction(least).min_integer(digits(options.minimum_integer_digits).unwrap_or(1))
}

/// A bundle's formatter cannot carry a locale; this one is kept where `fluent-bundle` keeps its own.
struct Shower(Locale);

impl Memoizable for Shower {
    type Args = ();
    type Error = NotALanguage;

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Shower, NotALanguage> {
        language.to_string().parse().map(|language| Shower(Locale::new(language)))
    }
}

fn format(number: &FluentNumber, memoizer: &IntlLangMemoizer) -> Option<String> {
    let format = |Shower(locale): &Shower| match number.options.use_grouping {
        true => locale.number(shown(number)),
        false => locale.number_ungrouped(shown(number)),
    };
    memoizer.with_try_get((), format).ok()
}

/// `NUMBER($count, minimumFractionDigits: 1)`. What is no number stays what it is.
fn with_options<'a>(values: &[FluentValue<'a>], options: &FluentArgs) -> FluentValue<'a> {
    match values.first() {
        Some(FluentValue::Number(number)) => {
            let mut number = number.clone();
            number.options.merge(options);
            number.into()
        }
        other => other.cloned().unwrap_or(FluentValue::Error),
    }
}

/// `CHOOSE($count, 0, "one", "other")`: the first of the keys that fits.
fn choose<'a>(locale: &Locale, values: &[FluentValue<'a>]) -> FluentValue<'a> {
    let Some((value, keys)) = values.split_first() else { return FluentValue::None };
    let number = match value {
        FluentValue::Number(number) => Some((shown(number), category(locale, number))),
        _ => None,
    };
    let fits = |key: &&FluentValue| match (key, &number) {
        (FluentValue::Number(key), Some((number, _))) => shown(key).same_value(number),
        (FluentValue::String(key), Some((_, category))) => key == category,
        (key, None) => *key == value,
        _ => false,
    };
    keys.iter().find(fits).cloned().unwrap_or(FluentValue::None)
}

fn category(locale: &Locale, number: &FluentNumber) -> &'static str {
    let category = match number.options.r#type {
        FluentNumberType::Cardinal => locale.plural(shown(number)),
        FluentNumberType::Ordinal => locale.ordinal(shown(number)),
    };
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}
