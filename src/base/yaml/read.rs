//! Cursors over a tree. Every reader returns what it can and reports the rest; none stops the reading of anything else.

use std::cell::RefCell;
use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::{Content, MOST_PROBLEMS, Node, Pair};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::language::Language;
use crate::base::text::{Span, Text};

/// Where problems gather while a text is read.
pub(super) struct Sink<'t> {
    text: &'t Text,
    partial: bool,
    found: RefCell<Vec<Diagnostic>>,
}

impl<'t> Sink<'t> {
    pub fn new(text: &'t Text, found: Vec<Diagnostic>, partial: bool) -> Self {
        Sink { text, partial, found: RefCell::new(found) }
    }

    pub fn finish(self) -> Vec<Diagnostic> {
        let mut found = self.found.into_inner();
        crate::base::diagnostic::sort(&mut found);
        found
    }

    fn report(&self, at: Span, problem: Diagnostic) {
        let mut found = self.found.borrow_mut();
        if found.len() < MOST_PROBLEMS {
            found.push(problem.at(self.text.place(at)));
        }
    }
}

/// A mapping that is being read.
#[derive(Clone, Copy)]
pub struct Mapping<'a> {
    sink: &'a Sink<'a>,
    within: &'a str,
    at: Span,
    pairs: &'a [Pair],
}

impl<'a> Mapping<'a> {
    pub(super) fn top(sink: &'a Sink<'a>, pairs: &'a [Pair], at: Span) -> Self {
        Mapping { sink, within: "", at, pairs }
    }

    /// Reports every key but the known ones. `others` may stand as well; they are somebody else's.
    pub fn only(&self, known: &[&str], others: &[String]) {
        self.only_or(known, others, |_| None);
    }

    /// As [`Mapping::only`], with a suggestion for words that are no misspellings.
    pub fn only_or(&self, known: &[&str], others: &[String], synonym: impl Fn(&str) -> Option<&'static str>) {
        for pair in self.pairs {
            let key = pair.key.as_str();
            if known.contains(&key) || others.iter().any(|other| other == key) {
                continue;
            }
            let mut problem = Diagnostic::new(Code::UnknownKey).arg("key", self.entry(pair).name()).suggest(key, known.iter().copied());
            if let Some(meant) = synonym(&key.to_lowercase()) {
                problem.suggestion = Some(meant.to_owned());
            }
            self.sink.report(pair.key_span, problem);
        }
    }

    /// The entry with this key, unless it states nothing. One that is only written in other letter case is reported as unknown by
    /// [`Mapping::only`] and read all the same, so that nobody is told that it is missing as well.
    pub fn take(&self, key: &str) -> Option<Entry<'a>> {
        let exact = self.pairs.iter().find(|pair| pair.key == key);
        let pair = exact.or_else(|| self.pairs.iter().find(|pair| pair.key.eq_ignore_ascii_case(key)))?;
        (!pair.value.is_null()).then(|| self.entry(pair))
    }

    /// The value of the entry with this key, as `read` reads it.
    pub fn get<T>(&self, key: &str, read: impl FnOnce(Entry<'a>) -> Option<T>) -> Option<T> {
        self.take(key).and_then(read)
    }

    /// One text or a list of texts under this key.
    pub fn texts(&self, key: &str) -> Option<Vec<String>> {
        self.take(key).map(Entry::texts)
    }

    /// As [`Mapping::take`] for a key that must be there.
    pub fn require(&self, key: &str) -> Option<Entry<'a>> {
        let entry = self.take(key);
        if entry.is_none() {
            self.missing(key);
        }
        entry
    }

    /// Reports that a key is missing, unless parts of the text could not be read: it may stand there.
    pub fn missing(&self, key: &str) {
        if !self.sink.partial {
            self.sink.report(self.at, Diagnostic::new(Code::MissingKey).arg("key", join(self.within, key)));
        }
    }

    /// Every entry, also those that state nothing.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'a>> + use<'a> {
        let this = *self;
        self.pairs.iter().map(move |pair| this.entry(pair))
    }

    fn entry(&self, pair: &'a Pair) -> Entry<'a> {
        Entry { sink: self.sink, within: self.within, key: &pair.key, key_span: pair.key_span, node: &pair.value }
    }
}

/// A key with its value, or an item of a list under its list's key.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    sink: &'a Sink<'a>,
    within: &'a str,
    key: &'a str,
    key_span: Span,
    node: &'a Node,
}

impl<'a> Entry<'a> {
    /// The key.
    pub fn key(self) -> &'a str {
        self.key
    }

    /// The key's place in the text.
    pub fn key_span(self) -> Span {
        self.key_span
    }

    /// The value's place in the text; the key's where there is no value.
    pub fn span(self) -> Span {
        if self.node.span.range().is_empty() { self.key_span } else { self.node.span }
    }

    /// Whether nothing is stated.
    pub fn is_null(self) -> bool {
        self.node.is_null()
    }

    /// Whether the value is a mapping.
    pub fn is_mapping(self) -> bool {
        matches!(self.node.content, Content::Map(_))
    }

    /// Whether the value is a list.
    pub fn is_list(self) -> bool {
        matches!(self.node.content, Content::List(_))
    }

    /// Whether the value is one word or text.
    pub fn is_scalar(self) -> bool {
        matches!(self.node.content, Content::Scalar { .. })
    }

    /// The key as messages name it: with the key of the mapping that it stands in.
    pub fn name(self) -> String {
        join(self.within, self.key)
    }

    /// Reports a problem at the value.
    pub fn report(self, problem: Diagnostic) {
        self.sink.report(self.span(), problem);
    }

    /// Reports a problem at the key.
    pub fn report_key(self, problem: Diagnostic) {
        self.sink.report(self.key_span, problem);
    }

    /// Reports that something of another type is wanted; `expected` is a word of the message `wrong-type`.
    pub fn wrong_type(self, expected: &'static str) {
        let found = match self.node.content {
            _ if self.node.is_null() => "nothing",
            Content::Scalar { .. } => "text",
            Content::List(_) => "list",
            Content::Map(_) => "mapping",
        };
        let problem = Diagnostic::new(Code::WrongType).arg("key", self.name()).arg("expected", expected).arg("found", found);
        self.report(problem.arg("value", self.shown()));
    }

    /// Reports a value that is not allowed; `rule` is a word of the message `invalid-value`.
    pub fn invalid(self, rule: &'static str) {
        self.report(self.invalid_value(rule, ""));
    }

    /// Reports a value that is none of those allowed.
    pub fn none_of<'n>(self, allowed: impl IntoIterator<Item = &'n str>) {
        let allowed: Vec<&str> = allowed.into_iter().collect();
        self.report(self.invalid_value("one-of", &allowed.join(", ")).suggest(&self.shown(), allowed.iter().copied()));
    }

    /// Reports a value that is not allowed, with what is.
    pub fn invalid_among(self, rule: &'static str, allowed: &str) {
        self.report(self.invalid_value(rule, allowed));
    }

    fn invalid_value(self, rule: &'static str, allowed: &str) -> Diagnostic {
        let problem = Diagnostic::new(Code::InvalidValue).arg("key", self.name()).arg("rule", rule);
        problem.arg("value", self.shown()).arg("allowed", allowed)
    }

    /// The value for a message; nothing for what is no single text.
    fn shown(self) -> String {
        match &self.node.content {
            Content::Scalar { text, .. } => one_line(text).chars().take(80).map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect(),
            _ => String::new(),
        }
    }

    fn scalar(self, expected: &'static str) -> Option<&'a str> {
        match &self.node.content {
            Content::Scalar { text, .. } => Some(text.trim()),
            _ => {
                self.wrong_type(expected);
                None
            }
        }
    }

    /// A text of one line. A number, a date or a `yes` is the text that was written. An empty one states nothing.
    pub fn text(self) -> Option<String> {
        self.checked(one_line(self.scalar("text")?))
    }

    /// A text that keeps its lines.
    pub fn block(self) -> Option<String> {
        self.checked(self.scalar("text")?.to_owned())
    }

    fn checked(self, text: String) -> Option<String> {
        // Quoted YAML can name characters that no page and no feed may hold.
        if text.contains(|c: char| c.is_control() && c != '\n' && c != '\t') {
            self.invalid("control");
            return None;
        }
        (!text.is_empty()).then_some(text)
    }

    /// The items of a list; a single value is a list of one. Items that state nothing are left out.
    pub fn items(self) -> Vec<Entry<'a>> {
        match &self.node.content {
            Content::List(items) => {
                let entries = items.iter().map(|node| Entry { node, ..self });
                // An item is its own place: the list's key says less.
                entries.map(|entry| Entry { key_span: entry.node.span, ..entry }).filter(|entry| !entry.is_null()).collect()
            }
            _ => vec![self],
        }
    }

    /// One text or a list of texts.
    pub fn texts(self) -> Vec<String> {
        if self.is_mapping() {
            self.wrong_type("texts");
            return Vec::new();
        }
        self.items().into_iter().filter_map(Entry::text).collect()
    }

    /// Yes or no, in any of YAML's spellings.
    pub fn boolean(self) -> Option<bool> {
        match self.scalar("yes-no")?.to_ascii_lowercase().as_str() {
            "true" | "yes" | "on" | "y" => Some(true),
            "false" | "no" | "off" | "n" => Some(false),
            _ => {
                self.wrong_type("yes-no");
                None
            }
        }
    }

    /// A whole number of a range.
    pub fn integer(self, range: RangeInclusive<i64>) -> Option<i64> {
        let text = self.scalar("number")?;
        let Ok(number) = text.parse::<i64>() else {
            self.wrong_type("number");
            return None;
        };
        if range.contains(&number) {
            return Some(number);
        }
        self.invalid_among("range", &format!("{}–{}", range.start(), range.end()));
        None
    }

    /// A year of our era or before it.
    pub fn year(self) -> Option<i32> {
        self.integer(-9999..=9999).and_then(|year| year.try_into().ok())
    }

    /// A date as `2026-09-01`; a time behind it is not read.
    pub fn date(self) -> Option<Date> {
        let text = self.scalar("date")?;
        let day = text.split_once(['T', 't', ' ']).map_or(text, |(day, _)| day);
        let date = date(day);
        if date.is_none() {
            self.report(Diagnostic::new(Code::InvalidDate).arg("key", self.name()).arg("value", self.shown()));
        }
        date
    }

    /// One of some words. Letter case does not matter, nor whether its parts are joined by `-`, `_` or a space.
    pub fn one_of<T: Copy>(self, words: &[(&str, T)]) -> Option<T> {
        let text = self.scalar("text")?.to_lowercase().replace(['_', ' '], "-");
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            self.none_of(words.iter().map(|(word, _)| *word));
        }
        found
    }

    /// A language, which need not be one of the site's.
    pub fn language(self) -> Option<Language> {
        let language = self.scalar("language")?.parse().ok().filter(Language::is_known);
        if language.is_none() {
            self.unknown_language(&[]);
        }
        language
    }

    /// One of these languages.
    pub fn language_of(self, languages: &[Language]) -> Option<Language> {
        let language = self.scalar("language")?.parse().ok().filter(|language| languages.contains(language));
        if language.is_none() {
            self.unknown_language(languages);
        }
        language
    }

    /// Reports a value that is none of these languages.
    pub fn unknown_language(&self, languages: &[Language]) {
        self.report(unknown_language(&self.shown(), languages));
    }

    /// The key as a language: one of the site's or another that exists.
    pub fn key_language(&self, languages: &[Language]) -> Option<Language> {
        let language = self.key.parse().ok().filter(|language| languages.contains(language) || language.is_known());
        if language.is_none() {
            self.key_unknown_language(languages);
        }
        language
    }

    /// Reports a key that is none of these languages.
    pub fn key_unknown_language(&self, languages: &[Language]) {
        self.report_key(unknown_language(self.key, languages));
    }

    /// An absolute web address.
    pub fn web_address(self) -> Option<String> {
        let text = self.text()?;
        if is_web_address(&text) {
            return Some(text);
        }
        self.invalid("web-address");
        None
    }

    /// A mapping with any keys.
    pub fn mapping(&self) -> Option<Mapping<'a>> {
        match &self.node.content {
            Content::Map(pairs) => Some(Mapping { sink: self.sink, within: self.key, at: self.key_span, pairs }),
            _ => {
                self.wrong_type("mapping");
                None
            }
        }
    }

    /// A mapping with these keys.
    pub fn mapping_of(&self, known: &[&str]) -> Option<Mapping<'a>> {
        let mapping = self.mapping()?;
        mapping.only(known, &[]);
        Some(mapping)
    }
}

fn unknown_language(tag: &str, languages: &[Language]) -> Diagnostic {
    let names: Vec<&str> = languages.iter().map(Language::as_str).collect();
    // Of names so short none is near another: one may only be the other's beginning, as in `es-MX`, `esp`, `English`.
    let lower = tag.to_lowercase();
    let near =
        names.iter().find(|name| !tag.is_empty() && (lower.starts_with(&name.to_lowercase()) || name.to_lowercase().starts_with(&lower)));
    let mut problem = Diagnostic::new(Code::UnknownLanguage).arg("language", tag);
    problem = problem.arg("scope", if names.is_empty() { "any" } else { "site" }).arg("languages", names.join(", "));
    problem.suggestion = near.map(|name| (*name).to_owned());
    problem
}

/// `http` or `https`, a host, and no white space.
pub(crate) fn is_web_address(text: &str) -> bool {
    let rest = ["https://", "http://"].iter().find_map(|scheme| {
        let head = text.get(..scheme.len())?;
        head.eq_ignore_ascii_case(scheme).then(|| &text[scheme.len()..])
    });
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        !host.is_empty()
            && !host.starts_with(':')
            && !text.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>'))
    })
}

/// Year, month and day; a leading zero may be left out.
fn date(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '-');
    let mut number = |digits: RangeInclusive<usize>| {
        let part = parts.next()?;
        (digits.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<i16>().ok())?
    };
    let (year, month, day) = (number(4..=4)?, number(1..=2)?, number(1..=2)?);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn one_line(text: &str) -> String {
    if !text.contains(['\n', '\r']) {
        return text.trim().to_owned();
    }
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

fn join(within: &str, key: &str) -> String {
    if within.is_empty() { key.to_owned() } else { format!("{within}.{key}") }
}
