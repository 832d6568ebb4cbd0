//! All messages of one language, and what they say.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use fluent::concurrent::FluentBundle;
use fluent::resolver::{ResolverError, errors::ReferenceKind};
use fluent::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::{Message, Pattern, Resource, Term};
use fluent_syntax::{ast, serializer};

use super::checks::{self, Entries, Sound, Variable, Variables};
use super::disguise::{Disguise, Dresser};
use super::syntax::{self, Entry};
use super::{Arg, Output, StringError, numbers};
use crate::base::diagnostic::Diagnostic;
use crate::base::html::escape;
use crate::base::locale::Locale;
use crate::base::pseudo::Pseudo;
use crate::base::text::{Span, Text};

/// The messages of a language. Each that can be said is sound: what it refers to is there and leads to an end.
pub(super) struct Bundle {
    locale: Locale,
    fluent: FluentBundle<FluentResource>,
    /// The file that states each message with a text and each `message.attribute`, and its name there. A clone of a text shares it.
    stated: BTreeMap<String, (Text, Span)>,
    variables: Variables,
    /// The messages that others refer to.
    referred: BTreeSet<String>,
}

impl Bundle {
    /// Reads the files of each layer; a later layer overrides single messages of those before it. Messages at fault are left out.
    pub fn new(locale: Locale, layers: &[Vec<&Text>]) -> (Bundle, Vec<Diagnostic>) {
        Bundle::in_disguise(locale, layers, None)
    }

    /// The same in a pseudo-locale.
    pub fn in_disguise(locale: Locale, layers: &[Vec<&Text>], pseudo: Option<Pseudo>) -> (Bundle, Vec<Diagnostic>) {
        let mut entries = Entries::default();
        let mut problems = Vec::new();
        for layer in layers {
            let mut own = Entries::default();
            for text in layer {
                let file = syntax::parse(text);
                problems.extend(file.problems);
                entries.faulty.extend(file.faulty.into_iter().map(|entry| (entry.node.id.name, entry)));
                problems.extend(add_once(&mut own.messages, file.messages));
                problems.extend(add_once(&mut own.terms, file.terms));
            }
            override_all(&mut entries.messages, own.messages);
            override_all(&mut entries.terms, own.terms);
        }
        problems.extend(entries.leave_out_namesakes());
        let (Sound { variables, referred }, unsound) = entries.sound();
        problems.extend(unsound);
        let stated = entries.messages.iter().flat_map(|(id, entry)| {
            checks::patterns(&entry.node).map(move |(attribute, _)| {
                let name = attribute.and_then(|attribute| syntax::span_in(entry.text, attribute)).unwrap_or_else(|| entry.name());
                (checks::path(id, attribute), (entry.text.clone(), name))
            })
        });
        let stated = stated.collect();
        (Bundle { fluent: fluent_bundle(&locale, entries, pseudo), locale, stated, variables, referred }, problems)
    }

    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// Whatever can be said: messages and their attributes.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.variables.keys().map(String::as_str)
    }

    /// Whatever is stated, whether it can be said or not, with the file and the name there.
    pub fn stated(&self) -> impl Iterator<Item = (&str, &Text, Span)> {
        self.stated.iter().map(|(id, (text, name))| (id.as_str(), text, *name))
    }

    pub fn has(&self, id: &str) -> bool {
        self.variables.contains_key(id)
    }

    pub fn states(&self, id: &str) -> bool {
        self.stated.contains_key(id)
    }

    pub fn referred_to(&self) -> &BTreeSet<String> {
        &self.referred
    }

    pub fn variables(&self, id: &str) -> impl Iterator<Item = (&str, &Variable)> {
        self.variables.get(id).into_iter().flatten().map(|(name, variable)| (name.as_str(), variable))
    }

    /// The pattern of a message, or with `message.attribute` of an attribute.
    fn pattern(&self, id: &str) -> Option<&Pattern<&str>> {
        let message = self.fluent.get_message(message_of(id)).filter(|_| self.has(id))?;
        match id.split_once('.') {
            None => message.value(),
            Some((_, attribute)) => message.get_attribute(attribute).map(|attribute| attribute.value()),
        }
    }

    pub fn format(&self, id: &str, args: &[(&str, Arg)], output: Output) -> Result<String, StringError> {
        let pattern = self.pattern(id).ok_or_else(|| StringError::UnknownMessage(id.to_owned()))?;
        let mut finished = Vec::new();
        let values: FluentArgs = args.iter().map(|(name, arg)| (*name, self.value(arg, output, &mut finished))).collect();
        let mut errors = Vec::new();
        let said = self.fluent.format_pattern(pattern, Some(&values), &mut errors);
        if let Some(variable) = errors.into_iter().find_map(missing_variable) {
            return Err(StringError::MissingVariable { id: id.to_owned(), variable });
        }
        Ok(match output {
            Output::Html if finished.is_empty() => escape(&said).into_owned(),
            Output::Html => put_in(&escape(&said), &finished),
            Output::Plain | Output::Markup => said.into_owned(),
        })
    }

    /// The argument for Fluent. In HTML the whole message is escaped, and finished HTML is put in afterwards.
    fn value<'a>(&self, arg: &Arg<'a>, output: Output, finished: &mut Vec<&'a str>) -> FluentValue<'a> {
        match (arg, output) {
            (Arg::Number(number), _) => numbers::value(number, &self.locale),
            // No variant has a name that escaping would change.
            (Arg::Text(text), Output::Markup) => escape(text).into(),
            (Arg::Html(html), Output::Html) => match (FIRST_STAND_IN..=LAST_STAND_IN).nth(finished.len()) {
                Some(stand_in) if escape(html) != *html => {
                    finished.push(html);
                    stand_in.to_string().into()
                }
                _ => (*html).into(),
            },
            (Arg::Text(text) | Arg::Html(text), _) => (*text).into(),
        }
    }
}

impl fmt::Debug for Bundle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Bundle({:?}, {} messages)", self.locale, self.stated.len())
    }
}

/// The message that `message` or `message.attribute` names.
pub(super) fn message_of(id: &str) -> &str {
    id.split_once('.').map_or(id, |(message, _)| message)
}

/// The entries as one resource, without what later layers override.
fn fluent_bundle(locale: &Locale, entries: Entries, pseudo: Option<Pseudo>) -> FluentBundle<FluentResource> {
    let Entries { mut messages, mut terms, .. } = entries;
    let mut disguise = pseudo.map(Disguise::new);
    if let Some(disguise) = &mut disguise {
        messages.values().for_each(|entry| disguise.read(&entry.node, false));
        terms.values().for_each(|entry| disguise.read(&entry.node, true));
    }
    if let Some(disguise) = &disguise {
        let mut dresser = Dresser::new(disguise);
        messages.values_mut().for_each(|entry| dresser.dress(&mut entry.node, false));
        terms.values_mut().for_each(|entry| dresser.dress(&mut entry.node, true));
    }
    let messages = messages.into_values().map(|Entry { node, .. }| ast::Entry::Message(node));
    let terms = terms.into_values().filter_map(|Entry { node: Message { id, value, attributes, comment }, .. }| {
        value.map(|value| ast::Entry::Term(Term { id, value, attributes, comment }))
    });
    let source = serializer::serialize(&Resource { body: messages.chain(terms).collect() });
    let mut bundle = FluentBundle::new_concurrent(vec![locale.language().as_str().parse().unwrap_or_default()]);
    bundle.set_use_isolating(false);
    numbers::teach(&mut bundle, locale);
    bundle.add_resource_overriding(FluentResource::try_new(source).unwrap_or_else(|(resource, _)| resource));
    bundle
}

/// Adds the entries of a file to a layer, in which each id may stand once.
fn add_once<'a>(layer: &mut BTreeMap<&'a str, Entry<'a>>, entries: Vec<Entry<'a>>) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for entry in entries {
        match layer.get(entry.node.id.name) {
            Some(first) if problems.len() < syntax::MOST_FAULTS => {
                problems.push(entry.problem("twice", entry.node.id.name).and_at(first.text.place(first.name())));
            }
            Some(_) => {}
            None => {
                layer.insert(entry.node.id.name, entry);
            }
        }
    }
    problems
}

/// Puts a layer over those before it. Attributes that it does not restate stay.
fn override_all<'a>(below: &mut BTreeMap<&'a str, Entry<'a>>, layer: BTreeMap<&'a str, Entry<'a>>) {
    for (id, mut entry) in layer {
        if let Some(Entry { node: old, .. }) = below.remove(id) {
            let new = &mut entry.node;
            let kept: Vec<_> = old.attributes.into_iter().filter(|one| !new.attributes.iter().any(|own| own.id == one.id)).collect();
            new.attributes.extend(kept);
            new.value = new.value.take().or(old.value);
        }
        below.insert(id, entry);
    }
}

/// The checks leave `fluent-bundle` nothing else to complain of.
fn missing_variable(error: FluentError) -> Option<String> {
    match error {
        FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { id })) => Some(id),
        _ => None,
    }
}

/// Unicode's characters for internal use, which no text should have. One that has them shows finished HTML once more, nothing worse.
const FIRST_STAND_IN: char = '\u{FDD0}';
const LAST_STAND_IN: char = '\u{FDEF}';

fn put_in(html: &str, finished: &[&str]) -> String {
    let mut out = String::with_capacity(html.len());
    for c in html.chars() {
        match finished.get((c as usize).wrapping_sub(FIRST_STAND_IN as usize)) {
            Some(html) => out.push_str(html),
            None => out.push(c),
        }
    }
    out
}
