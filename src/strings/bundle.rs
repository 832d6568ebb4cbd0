//! All messages of one language, and what they say.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::pattern::{Expression, Key, Literal, Message, NumberStyle, Part, Pattern, Variant};
use super::syntax::{self, problem};
use super::{Arg, Output, StringError};
use crate::base::diagnostic::Diagnostic;
use crate::base::html::escape;
use crate::base::locale::Locale;
use crate::base::number::Number;
use crate::base::text::{Place, Text};

/// How many messages may lead through each other.
const LONGEST_CHAIN: usize = 20;
/// What a message may come to with everything that it refers to, in bytes of text and some for each hole. A few lines that double each
/// other would else make gigabytes.
const LARGEST: usize = 64 * 1024;
const HOLE: usize = 16;

/// The messages of a language. Each of them is sound: what it refers to is there and leads to an end.
#[derive(Debug)]
pub(super) struct Bundle {
    locale: Locale,
    messages: BTreeMap<String, Message>,
    terms: BTreeMap<String, Message>,
    /// The variables of everything that can be said: of `message` if it has a text, of each `message.attribute`.
    variables: BTreeMap<String, BTreeSet<String>>,
}

impl Bundle {
    /// Reads the files of each layer; a later layer overrides single messages of those before it. Messages at fault are left out.
    pub fn new(locale: Locale, layers: &[Vec<&Text>]) -> (Bundle, Vec<Diagnostic>) {
        let mut bundle = Bundle { locale, messages: BTreeMap::new(), terms: BTreeMap::new(), variables: BTreeMap::new() };
        let mut problems = Vec::new();
        for layer in layers {
            let (mut messages, mut terms) = (BTreeMap::new(), BTreeMap::new());
            for text in layer {
                let file = syntax::parse(text);
                problems.extend(file.problems);
                add_once(&mut messages, file.messages, &mut problems);
                add_once(&mut terms, file.terms, &mut problems);
            }
            override_all(&mut bundle.messages, messages);
            override_all(&mut bundle.terms, terms);
        }
        problems.extend(bundle.leave_out_unsound());
        (bundle, problems)
    }

    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// Whatever can be said: messages and their attributes.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.variables.keys().map(String::as_str)
    }

    /// Each message with the file that defines it.
    pub fn origins(&self) -> impl Iterator<Item = (&str, &Text)> {
        self.messages.iter().map(|(id, message)| (id.as_str(), &message.text))
    }

    pub fn place(&self, id: &str) -> Option<Place> {
        let message = id.split_once('.').map_or(id, |(message, _)| message);
        self.messages.get(message).map(Message::place)
    }

    pub fn has(&self, id: &str) -> bool {
        self.pattern(id).is_some()
    }

    pub fn defines(&self, id: &str) -> bool {
        self.messages.contains_key(id)
    }

    pub fn variables(&self, id: &str) -> impl Iterator<Item = &str> {
        self.variables.get(id).into_iter().flatten().map(String::as_str)
    }

    /// The pattern of a message, or with `message.attribute` of an attribute.
    fn pattern(&self, id: &str) -> Option<&Pattern> {
        match id.split_once('.') {
            None => self.messages.get(id)?.value.as_ref(),
            Some((message, attribute)) => self.messages.get(message)?.attribute(attribute),
        }
    }

    pub fn format(&self, id: &str, args: &[(&str, Arg)], output: Output) -> Result<String, StringError> {
        match self.pattern(id).map(Vec::as_slice) {
            None => Err(StringError::UnknownMessage(id.to_owned())),
            Some([Part::Text(text)]) => Ok(output.text(text).into_owned()),
            Some(pattern) => {
                let mut out = String::new();
                let scope = Scope { args, term: false, output };
                self.write(pattern, &scope, &mut out).map_err(|variable| StringError::MissingVariable { id: id.to_owned(), variable })?;
                Ok(out)
            }
        }
    }

    /// Writes what the pattern says. The error is the name of a variable that is not given.
    fn write(&self, pattern: &[Part], scope: &Scope, out: &mut String) -> Result<(), String> {
        for part in pattern {
            match part {
                Part::Text(text) => out.push_str(&scope.output.text(text)),
                Part::Hole(expression) => self.write_expression(expression, scope, out)?,
                Part::Choice { selector, variants, default } => {
                    let chosen = match self.evaluate(selector, scope)? {
                        Some(value) => variants.iter().find(|variant| self.matches(&variant.key, &value)),
                        None => None,
                    };
                    if let Some(Variant { pattern, .. }) = chosen.or_else(|| variants.get(*default)) {
                        self.write(pattern, scope, out)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn write_expression(&self, expression: &Expression, scope: &Scope, out: &mut String) -> Result<(), String> {
        match expression {
            Expression::Literal(text) => out.push_str(&scope.output.text(text)),
            Expression::Number(number, style) => out.push_str(&style.format(&self.locale, number)),
            Expression::Variable(name, style) => match scope.get(name) {
                Some(Arg::Text(text)) => out.push_str(&scope.output.arg(text)),
                Some(Arg::Html(html)) => out.push_str(html),
                Some(Arg::Number(number)) => out.push_str(&style.format(&self.locale, number)),
                None => return Err(name.clone()),
            },
            Expression::Message { id, attribute } => {
                if let Some(pattern) = target(&self.messages, id, attribute.as_deref()) {
                    self.write(pattern, scope, out)?;
                }
            }
            Expression::Term { id, attribute, args } => {
                if let Some(pattern) = target(&self.terms, id, attribute.as_deref()) {
                    let args: Vec<(&str, Arg)> = args
                        .iter()
                        .map(|(name, value)| match value {
                            Literal::Text(text) => (name.as_str(), Arg::Text(text)),
                            Literal::Number(number) => (name.as_str(), Arg::Number(number.clone())),
                        })
                        .collect();
                    self.write(pattern, &Scope { args: &args, term: true, output: scope.output }, out)?;
                }
            }
        }
        Ok(())
    }

    /// What a choice is made by. `None` where a term is not given the variable: it then takes its default variant.
    fn evaluate<'a>(&self, expression: &'a Expression, scope: &Scope<'a>) -> Result<Option<Value<'a>>, String> {
        Ok(Some(match expression {
            Expression::Number(number, style) => Value::Number(number, style),
            Expression::Variable(name, style) => match scope.get(name) {
                Some(Arg::Text(text) | Arg::Html(text)) => Value::Text((*text).to_owned()),
                Some(Arg::Number(number)) => Value::Number(number, style),
                None if scope.term => return Ok(None),
                None => return Err(name.clone()),
            },
            other => {
                let mut text = String::new();
                self.write_expression(other, scope, &mut text)?;
                Value::Text(text)
            }
        }))
    }

    fn matches(&self, key: &Key, value: &Value) -> bool {
        match (key, value) {
            (Key::Name(name), Value::Text(text)) => name == text,
            (Key::Name(name), Value::Number(number, style)) => style.category(&self.locale, number) == name,
            (Key::Number(key), Value::Number(number, _)) => key.same_value(number),
            (Key::Number(_), Value::Text(_)) => false,
        }
    }

    /// Takes out the messages that refer to what is not there, to themselves, or to more than anybody could read.
    fn leave_out_unsound(&mut self) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        let mut sound = BTreeMap::new();
        let mut broken_messages = Vec::new();
        let mut broken_terms = Vec::new();
        let terms = self.terms.iter().map(|(id, term)| (id, term, Given::Unknown));
        for (id, message, given) in self.messages.iter().map(|(id, message)| (id, message, Given::Anything)).chain(terms) {
            let own = message.value.iter().map(|pattern| (id.clone(), pattern));
            let attributes = message.attributes.iter().map(|(name, pattern)| (format!("{id}.{name}"), pattern));
            let walked: Result<Vec<_>, Fault> = own
                .chain(attributes)
                .map(|(id, pattern)| {
                    let mut walk = Walk { bundle: self, chain: Vec::new(), room: LARGEST, variables: BTreeSet::new() };
                    walk.pattern(pattern, given).map(|()| (id, walk.variables))
                })
                .collect();
            let is_term = matches!(given, Given::Unknown);
            match walked {
                Ok(_) if is_term => {}
                Ok(variables) => sound.extend(variables),
                Err(Fault { reason, name }) => {
                    problems.push(problem(&message.text, message.span, reason, &name));
                    if is_term { &mut broken_terms } else { &mut broken_messages }.push(id.clone());
                }
            }
        }
        broken_messages.iter().for_each(|id| drop(self.messages.remove(id)));
        broken_terms.iter().for_each(|id| drop(self.terms.remove(id)));
        self.variables = sound;
        problems
    }
}

fn target<'a>(entries: &'a BTreeMap<String, Message>, id: &str, attribute: Option<&str>) -> Option<&'a Pattern> {
    let entry = entries.get(id)?;
    match attribute {
        None => entry.value.as_ref(),
        Some(attribute) => entry.attribute(attribute),
    }
}

/// Adds the messages of a file to a layer, in which each id may stand once.
fn add_once(layer: &mut BTreeMap<String, Message>, messages: Vec<(String, Message)>, problems: &mut Vec<Diagnostic>) {
    for (id, message) in messages {
        match layer.get(&id) {
            Some(first) => problems.push(problem(&message.text, message.span, "twice", &id).and_at(first.place())),
            None => {
                layer.insert(id, message);
            }
        }
    }
}

/// Puts a layer over those before it. Attributes that it does not restate stay.
fn override_all(below: &mut BTreeMap<String, Message>, layer: BTreeMap<String, Message>) {
    for (id, mut message) in layer {
        if let Some(old) = below.remove(&id) {
            let kept = old.attributes.into_iter().filter(|(name, _)| message.attribute(name).is_none()).collect::<Vec<_>>();
            message.attributes.extend(kept);
            message.value = message.value.or(old.value);
        }
        below.insert(id, message);
    }
}

/// What a pattern can see: the arguments of the call or, in a term, those of the reference to it.
struct Scope<'a> {
    args: &'a [(&'a str, Arg<'a>)],
    term: bool,
    output: Output,
}

impl Output {
    fn text(self, text: &str) -> Cow<'_, str> {
        if self == Output::Html { escape(text) } else { Cow::Borrowed(text) }
    }

    fn arg(self, text: &str) -> Cow<'_, str> {
        if self == Output::Plain { Cow::Borrowed(text) } else { escape(text) }
    }
}

impl<'a> Scope<'a> {
    fn get(&self, name: &str) -> Option<&'a Arg<'a>> {
        self.args.iter().find(|(one, _)| *one == name).map(|(_, arg)| arg)
    }
}

enum Value<'a> {
    Text(String),
    Number(&'a Number, &'a NumberStyle),
}

struct Fault {
    reason: &'static str,
    name: String,
}

/// Goes wherever a message may lead.
struct Walk<'a> {
    bundle: &'a Bundle,
    chain: Vec<(bool, &'a str, Option<&'a str>)>,
    room: usize,
    variables: BTreeSet<String>,
}

/// What is given to the pattern that is being walked.
#[derive(Clone, Copy)]
enum Given<'a> {
    /// The arguments of a call, which are not known yet.
    Anything,
    /// What a reference to the term will pass; this is the term by itself.
    Unknown,
    /// The arguments of the reference that led to the term.
    Args(&'a [(String, Literal)]),
}

impl<'a> Walk<'a> {
    fn pattern(&mut self, pattern: &'a Pattern, given: Given<'a>) -> Result<(), Fault> {
        for part in pattern {
            match part {
                Part::Text(text) => self.spend(text.len())?,
                Part::Hole(expression) => {
                    if let (Expression::Variable(name, _), Given::Args(args)) = (expression, given)
                        && !args.iter().any(|(one, _)| one == name)
                    {
                        return Err(Fault { reason: "term-variable", name: name.clone() });
                    }
                    self.expression(expression, given)?;
                }
                Part::Choice { selector, variants, .. } => {
                    self.expression(selector, given)?;
                    variants.iter().try_for_each(|variant| self.pattern(&variant.pattern, given))?;
                }
            }
        }
        Ok(())
    }

    fn expression(&mut self, expression: &'a Expression, given: Given<'a>) -> Result<(), Fault> {
        self.spend(HOLE)?;
        match expression {
            Expression::Literal(text) => self.spend(text.len()),
            Expression::Number(..) => Ok(()),
            Expression::Variable(name, _) => {
                if let Given::Anything = given {
                    self.variables.insert(name.clone());
                }
                Ok(())
            }
            Expression::Message { id, attribute } => {
                self.follow(&self.bundle.messages, (false, id, attribute.as_deref()), given, "unknown-message")
            }
            Expression::Term { id, attribute, args } => {
                self.follow(&self.bundle.terms, (true, id, attribute.as_deref()), Given::Args(args), "unknown-term")
            }
        }
    }

    fn follow(
        &mut self,
        entries: &'a BTreeMap<String, Message>,
        link: (bool, &'a str, Option<&'a str>),
        given: Given<'a>,
        reason: &'static str,
    ) -> Result<(), Fault> {
        let (_, id, attribute) = link;
        let fault = |reason| Fault { reason, name: attribute.map_or_else(|| id.to_owned(), |attribute| format!("{id}.{attribute}")) };
        let pattern = target(entries, id, attribute).ok_or_else(|| fault(reason))?;
        if self.chain.contains(&link) {
            return Err(fault("circular"));
        }
        if self.chain.len() == LONGEST_CHAIN {
            return Err(fault("too-long"));
        }
        self.chain.push(link);
        self.pattern(pattern, given)?;
        self.chain.pop();
        Ok(())
    }

    fn spend(&mut self, bytes: usize) -> Result<(), Fault> {
        match self.room.checked_sub(bytes) {
            Some(room) => {
                self.room = room;
                Ok(())
            }
            None => Err(Fault { reason: "too-long", name: String::new() }),
        }
    }
}
