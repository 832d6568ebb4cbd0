//! What templates can call. Every function and filter depends on its arguments, the language and the page's depth alone.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use tera::value::Key;
use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::assets::Asset;
use super::failure::CallFailure;
use super::memo::{Memo, Question, SharedComponents};
use crate::base::html::{escape, for_script, without_tags};
use crate::base::language::Language;
use crate::base::locale::{Conjunction, Locale};
use crate::base::number::Number;
use crate::base::path::encode;
use crate::strings::{Arg, Output, Strings};

/// Arguments of `t()` that are not the message's.
pub(super) const OPTIONS_OF_T: [&str; 4] = ["id", "lang", "markup", "plain"];

/// Makes `t`, `asset` and the filters known. They must be before templates are added, which are checked for them.
pub(super) fn register(tera: &mut Tera, strings: &Arc<Strings>, assets: &Arc<BTreeMap<String, Asset>>, shared: &Arc<SharedComponents>) {
    let locales = Arc::new(Locales::new(strings));

    let (strings, speakers, said) = (strings.clone(), locales.clone(), Memo::default());
    tera.register_function("t", move |kwargs: Kwargs, state: &State| {
        let mut question = Question::default();
        question.argument(&state.get::<Value>("lang")?.unwrap_or_else(Value::undefined));
        question.arguments(&kwargs);
        said.small_answer(question, || speakers.with(&kwargs, state, |locale| translate(&strings, locale.language(), &kwargs)))
    });

    let shared = shared.clone();
    tera.register_function("shared", move |kwargs: Kwargs, state: &State| shared.call(&kwargs, state));

    let assets = assets.clone();
    tera.register_function("asset", move |kwargs: Kwargs, state: &State| -> TeraResult<Value> {
        let name = kwargs.must_get::<&str>("name")?;
        let asset = assets.get(name).ok_or_else(|| CallFailure::UnknownAsset(name.to_owned()))?;
        let root = state.get::<String>("root")?.ok_or_else(|| CallFailure::Other("no-root", name.to_owned()))?;
        Ok(Value::from(format!("{root}{}", encode(&asset.address))))
    });

    filter(tera, "date", &locales, |value, kwargs, locale| {
        let text = value.as_str().unwrap_or_default();
        // Of a time, the day.
        let date: Option<Date> = text.get(..10).and_then(|day| day.parse().ok());
        let date = date.ok_or_else(|| CallFailure::Other("no-date", value.to_string()))?;
        Ok(Value::from(match kwargs.get::<bool>("year")?.unwrap_or(true) {
            true => locale.date(date),
            false => locale.month_day(date),
        }))
    });
    filter(tera, "number", &locales, |value, kwargs, locale| {
        let number = number(value).ok_or_else(|| CallFailure::Other("no-number", value.to_string()))?;
        Ok(Value::from(match kwargs.get::<bool>("grouping")?.unwrap_or(true) {
            true => locale.number(number),
            false => locale.number_ungrouped(number),
        }))
    });
    filter(tera, "list", &locales, |value, kwargs, locale| {
        let items = value.as_array().ok_or_else(|| CallFailure::Other("no-list", value.to_string()))?;
        let conjunction = if kwargs.get::<bool>("or")?.unwrap_or(false) { Conjunction::Or } else { Conjunction::And };
        Ok(Value::safe_string(&list(items, locale, conjunction)))
    });
    filter(tera, "minutes", &locales, |value, _, locale| {
        let characters = value.as_u64().and_then(|characters| u32::try_from(characters).ok());
        let characters = characters.ok_or_else(|| CallFailure::Other("no-number", value.to_string()))?;
        Ok(Value::from(locale.minutes(characters)))
    });
    tera.register_filter("json", |value: &Value, _: Kwargs, _: &State| -> TeraResult<Value> {
        let json = serde_json::to_string(value).map_err(|error| CallFailure::Other("no-json", error.to_string()))?;
        Ok(Value::safe_string(&for_script(&json)))
    });
}

/// The locales of the site's languages; others are loaded where they are wanted.
struct Locales(BTreeMap<String, Locale>);

impl Locales {
    fn new(strings: &Strings) -> Locales {
        Locales(strings.locales().map(|locale| (locale.language().to_string(), locale.clone())).collect())
    }

    /// Calls with the language that the call names or, without one, that of the page.
    fn with<T>(&self, kwargs: &Kwargs, state: &State, call: impl FnOnce(&Locale) -> TeraResult<T>) -> TeraResult<T> {
        let tag = match kwargs.get::<&str>("lang")? {
            Some(tag) => Cow::Borrowed(tag),
            None => Cow::Owned(state.get::<String>("lang")?.unwrap_or_default()),
        };
        match (self.0.get(&*tag), tag.parse::<Language>()) {
            (Some(locale), _) => call(locale),
            (None, Ok(language)) => call(&Locale::new(language)),
            (None, Err(_)) => Err(CallFailure::Other("no-language", tag.into_owned()).into()),
        }
    }
}

fn filter(
    tera: &mut Tera,
    name: &'static str,
    locales: &Arc<Locales>,
    call: impl Fn(&Value, &Kwargs, &Locale) -> TeraResult<Value> + Send + Sync + 'static,
) {
    let locales = locales.clone();
    tera.register_filter(name, move |value: &Value, kwargs: Kwargs, state: &State| -> TeraResult<Value> {
        locales.with(&kwargs, state, |locale| call(value, &kwargs, locale))
    });
}

/// `t(id="…", name=…)`: the message as finished HTML, its words and arguments escaped. Arguments that are finished HTML stay as they are.
/// `markup=true` trusts the message's own words to be HTML, never its arguments. `plain=true` gives the text as it is, unescaped, for what
/// is no HTML; shown in a template, it is escaped like any other text.
fn translate(strings: &Strings, language: Language, kwargs: &Kwargs) -> TeraResult<Value> {
    let id = kwargs.must_get::<&str>("id")?;
    let plain = kwargs.get::<bool>("plain")?.unwrap_or(false);
    let markup = kwargs.get::<bool>("markup")?.unwrap_or(false);
    let given: Vec<(&str, Cow<Value>)> = kwargs
        .iter()
        .filter_map(|(name, value)| match name {
            Key::Str(name) => Some((*name, value)),
            Key::String(name) => Some((&**name, value)),
            _ => None,
        })
        .filter(|(name, value)| !OPTIONS_OF_T.contains(name) && !value.is_none() && !value.is_undefined())
        .map(|(name, value)| match value.is_string() || value.is_number() {
            true => (name, Cow::Borrowed(value)),
            false => (name, Cow::Owned(Value::from(value.to_string()))),
        })
        .collect();
    let args: Vec<(&str, Arg)> = given
        .iter()
        .map(|(name, value)| match (number(value), value.as_str().unwrap_or_default()) {
            (Some(number), _) => (*name, Arg::Number(number)),
            (None, text) if value.is_safe() => (*name, Arg::Html(text)),
            (None, text) => (*name, Arg::Text(text)),
        })
        .collect();
    let output = match (plain, markup) {
        (true, _) => Output::Plain,
        (false, true) => Output::Markup,
        (false, false) => Output::Html,
    };
    let said = strings.say(language, id, &args, output).map_err(CallFailure::Message)?;
    Ok(if plain { Value::from(said) } else { Value::safe_string(&said) })
}

fn number(value: &Value) -> Option<Number> {
    match value.as_i128() {
        Some(integer) if value.is_number() => integer.to_string().parse().ok(),
        _ => Number::from_f64(value.as_f64()?),
    }
}

/// The items as one text of HTML. Which word joins them can depend on how they sound, so it is chosen by their plain words.
fn list(items: &[Value], locale: &Locale, conjunction: Conjunction) -> String {
    let shown: Vec<Cow<str>> = items
        .iter()
        .map(|item| match item.as_str() {
            Some(html) if item.is_safe() => Cow::Borrowed(html),
            Some(text) => escape(text),
            None => Cow::Owned(escape(&item.to_string()).into_owned()),
        })
        .collect();
    let words: Vec<Cow<str>> = shown.iter().map(|html| without_tags(html)).collect();
    let words: Vec<&str> = words.iter().map(|word| &**word).collect();
    let mut text = String::new();
    for (gap, item) in locale.gaps(&words, conjunction).iter().zip(shown.iter().map(|item| &**item).chain([""])) {
        text.push_str(&escape(gap));
        text.push_str(item);
    }
    text
}
