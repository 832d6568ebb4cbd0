//! Finds what `fluent-bundle` could not say before it is handed over: what refers to nothing or to itself, what comes to more than anybody
//! could read, what stumbles over a bound of the library.

use std::collections::{BTreeMap, BTreeSet};
use std::ptr;

use fluent_syntax::ast::{Expression, Identifier, InlineExpression, Message, NamedArgument, Pattern, PatternElement};

use super::numbers::{CHOOSE, NUMBER};
use super::syntax::{self, Entry, MOST_FAULTS};
use crate::base::diagnostic::Diagnostic;
use crate::base::text::{Span, Text};

/// How many messages may lead through each other.
const LONGEST_CHAIN: usize = 20;
/// What a message may come to with everything that it refers to, in bytes of text and some for each expression. A few lines that double
/// each other would else make gigabytes.
const LARGEST: usize = 64 * 1024;
const EXPRESSION: usize = 16;
/// More placeables than this `fluent-bundle` does not fill.
const MOST_PLACEABLES: usize = 100;

/// What can be said of an entry: its value and, by their names, its attributes.
pub(super) fn patterns<'n, 'a>(node: &'n Message<&'a str>) -> impl Iterator<Item = (Option<&'a str>, &'n Pattern<&'a str>)> {
    let value = node.value.iter().map(|pattern| (None, pattern));
    value.chain(node.attributes.iter().map(|attribute| (Some(attribute.id.name), &attribute.value)))
}

/// All messages and terms of a language.
#[derive(Default)]
pub(super) struct Entries<'a> {
    pub messages: BTreeMap<&'a str, Entry<'a>>,
    pub terms: BTreeMap<&'a str, Entry<'a>>,
    /// Those that cannot be said anyway. What else is wrong with them is said all the same.
    pub faulty: BTreeMap<&'a str, Entry<'a>>,
}

/// The variables of everything that can be said: of `message` if it has a text, of each `message.attribute`.
pub(super) type Variables = BTreeMap<String, BTreeMap<String, Variable>>;

/// What is sound.
#[derive(Default)]
pub(super) struct Sound {
    pub variables: Variables,
    /// The messages that others refer to.
    pub referred: BTreeSet<String>,
}

/// The variables that a walk has met, and the messages that it went through.
type Walked = (BTreeMap<String, Variable>, BTreeSet<String>);

/// How a message uses a variable.
pub(super) struct Variable {
    /// Whether it is shown, not only chosen by.
    pub shown: bool,
    /// The file and the place of the first use, which may be in a message that this one refers to.
    pub text: Text,
    pub span: Span,
}

impl<'a> Entries<'a> {
    /// Takes out what `fluent-bundle`, for which messages, terms and functions share one set of names, would take for something else.
    pub fn leave_out_namesakes(&mut self) -> Vec<Diagnostic> {
        let is_function = |id: &str| id == NUMBER || id == CHOOSE;
        let mut taken: Vec<_> = self.terms.extract_if(.., |id, _| is_function(id) || self.messages.contains_key(id)).collect();
        taken.extend(self.messages.extract_if(.., |id, _| is_function(id)));
        taken.iter().take(MOST_FAULTS).map(|(id, entry)| entry.problem("taken", id)).collect()
    }

    /// What can be said with which variables, and what is wrong with the rest: it refers to what is not there, to itself, or to more than
    /// anybody could read. Others may still refer to those parts of it that are sound.
    pub fn sound(&self) -> (Sound, Vec<Diagnostic>) {
        let mut sound = Sound::default();
        let mut faults = self.unsound(&self.messages, Given::Anything, &mut sound);
        let mut of_terms = Sound::default();
        faults.extend(self.unsound(&self.terms, Given::Unknown, &mut of_terms));
        sound.referred.extend(of_terms.referred);
        for entry in self.faulty.values() {
            let walks = patterns(&entry.node).filter_map(|(_, pattern)| self.walk(entry.text, pattern, Given::Anything).err());
            faults.extend(walks.flatten().filter(|fault| fault.at.is_some()).map(|fault| (entry, fault)));
        }
        let faults = faults.iter().filter(|(_, fault)| !fault.reason.is_empty());
        let problems = faults.take(MOST_FAULTS).map(|(entry, fault)| fault.problem(entry)).collect();
        (sound, problems)
    }

    /// The entries at fault; what the others use is added.
    fn unsound<'e>(
        &'e self,
        entries: &'e BTreeMap<&'a str, Entry<'a>>,
        given: Given<'e>,
        sound: &mut Sound,
    ) -> Vec<(&'e Entry<'a>, Fault<'e>)> {
        let mut faults = Vec::new();
        for (id, entry) in entries {
            let walk = |(attribute, pattern)| self.walk(entry.text, pattern, given).map(|found| (path(id, attribute), found));
            let (found, unsound): (Vec<_>, Vec<_>) = patterns(&entry.node).map(walk).partition(Result::is_ok);
            if unsound.is_empty() {
                for (id, (variables, referred)) in found.into_iter().flatten() {
                    sound.variables.insert(id, variables);
                    sound.referred.extend(referred);
                }
            }
            faults.extend(unsound.into_iter().filter_map(Result::err).flatten().map(|fault| (entry, fault)));
        }
        faults
    }

    fn walk<'e>(&'e self, text: &'e Text, pattern: &'e Pattern<&'e str>, given: Given<'e>) -> Result<Walked, Vec<Fault<'e>>> {
        let (variables, referred, unknown) = (BTreeMap::new(), BTreeSet::new(), Vec::new());
        let mut walk = Walk { entries: self, text, chain: Vec::new(), room: LARGEST, variables, referred, unknown, is_let_down: false };
        let ended = walk.pattern(pattern, &mut { given }).and_then(|placeables| match placeables {
            ..=MOST_PLACEABLES => Ok(()),
            _ => Err(Fault::of_the_whole("too-long", String::new())),
        });
        let mut faults = walk.unknown;
        // Those who are to blame are told where they stand.
        faults.extend(walk.is_let_down.then(|| Fault::of_the_whole("", String::new())));
        faults.extend(ended.err());
        match faults.is_empty() {
            true => {
                let variables = walk.variables.into_iter().map(|(name, variable)| (name.to_owned(), variable));
                Ok((variables.collect(), walk.referred.into_iter().map(str::to_owned).collect()))
            }
            false => Err(faults),
        }
    }
}

pub(super) fn path(id: &str, attribute: Option<&str>) -> String {
    attribute.map_or_else(|| id.to_owned(), |attribute| format!("{id}.{attribute}"))
}

struct Fault<'e> {
    reason: &'static str,
    name: String,
    /// The words at fault, if they are some, and the file that they may stand in.
    at: Option<(&'e Text, &'e str)>,
}

impl Fault<'_> {
    fn of_the_whole<'e>(reason: &'static str, name: String) -> Fault<'e> {
        Fault { reason, name, at: None }
    }

    /// The problem of an entry that leads to the fault.
    fn problem(&self, entry: &Entry) -> Diagnostic {
        match self.at.and_then(|(text, words)| Some((text, syntax::span_in(text, words)?))) {
            Some((text, span)) => syntax::problem(text, span, self.reason, &self.name),
            None => entry.problem(self.reason, &self.name),
        }
    }
}

/// Goes wherever a message may lead.
struct Walk<'e> {
    entries: &'e Entries<'e>,
    /// The file that the entry stands in.
    text: &'e Text,
    chain: Vec<&'e Pattern<&'e str>>,
    room: usize,
    variables: BTreeMap<&'e str, Variable>,
    /// The messages that were gone through.
    referred: BTreeSet<&'e str>,
    /// Its own references that lead nowhere. The walk goes on behind them.
    unknown: Vec<Fault<'e>>,
    /// Whether it refers to what is at fault itself.
    is_let_down: bool,
}

/// What is given to the pattern that is being walked.
#[derive(Clone, Copy)]
enum Given<'e> {
    /// The arguments of a call, which are not known yet.
    Anything,
    /// What a reference to the term will pass; this is the term by itself.
    Unknown,
    /// The arguments of the reference that led to the term.
    Args(&'e [NamedArgument<&'e str>]),
    /// Nothing any more: `fluent-bundle` forgets a term's arguments when the term has led to another.
    Forgotten,
}

impl<'e> Walk<'e> {
    /// As all that follow: the most placeables that are filled on the way.
    fn pattern(&mut self, pattern: &'e Pattern<&'e str>, given: &mut Given<'e>) -> Result<usize, Fault<'e>> {
        let mut placeables = 0;
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.spend(value.len())?,
                PatternElement::Placeable { expression } => placeables += 1 + self.expression(expression, given)?,
            }
        }
        Ok(placeables)
    }

    fn expression(&mut self, expression: &'e Expression<&'e str>, given: &mut Given<'e>) -> Result<usize, Fault<'e>> {
        match expression {
            Expression::Inline(inline) => self.inline(inline, given, true),
            Expression::Select { selector, variants } => {
                let placeables = self.inline(selector, given, false)?;
                let before = *given;
                let mut most = 0;
                for variant in variants {
                    let mut after = before;
                    most = most.max(self.pattern(&variant.value, &mut after)?);
                    if let Given::Forgotten = after {
                        *given = after;
                    }
                }
                Ok(placeables + most)
            }
        }
    }

    /// `shown` is false for what a choice is made by: there a term may lack a variable, and takes its default variant.
    fn inline(&mut self, inline: &'e InlineExpression<&'e str>, given: &mut Given<'e>, shown: bool) -> Result<usize, Fault<'e>> {
        self.spend(EXPRESSION)?;
        match inline {
            InlineExpression::StringLiteral { value } => self.spend(value.len()).map(|()| 0),
            InlineExpression::NumberLiteral { .. } => Ok(0),
            InlineExpression::VariableReference { id } => self.variable(id.name, given, shown).map(|()| 0),
            InlineExpression::Placeable { expression } => self.expression(expression, given),
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().try_fold(0, |sum, argument| Ok(sum + self.inline(argument, given, shown)?))
            }
            InlineExpression::MessageReference { id, attribute } => {
                self.referred.insert(id.name);
                self.follow(&self.entries.messages, id, attribute.as_ref(), given, "unknown-message")
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                let args = arguments.as_ref().map_or(&[][..], |arguments| &arguments.named);
                let placeables = self.follow(&self.entries.terms, id, attribute.as_ref(), &mut Given::Args(args), "unknown-term")?;
                if !matches!(given, Given::Anything) {
                    *given = Given::Forgotten;
                }
                Ok(placeables)
            }
        }
    }

    fn variable(&mut self, name: &'e str, given: &Given<'e>, shown: bool) -> Result<(), Fault<'e>> {
        match given {
            Given::Anything => {
                let (text, span) = (self.text, syntax::span_in(self.text, name).unwrap_or_default());
                let found = self.variables.entry(name).or_insert_with(|| Variable { shown, text: text.clone(), span });
                found.shown |= shown;
            }
            Given::Args(args) if shown && !args.iter().any(|argument| argument.name.name == name) => {
                return Err(Fault::of_the_whole("term-variable", name.to_owned()));
            }
            Given::Forgotten => return Err(Fault::of_the_whole("term-order", name.to_owned())),
            Given::Args(_) | Given::Unknown => {}
        }
        Ok(())
    }

    fn follow(
        &mut self,
        entries: &'e BTreeMap<&str, Entry<'e>>,
        id: &Identifier<&'e str>,
        attribute: Option<&Identifier<&str>>,
        given: &mut Given<'e>,
        reason: &'static str,
    ) -> Result<usize, Fault<'e>> {
        let attribute = attribute.map(|attribute| attribute.name);
        let fault = |reason| Fault::of_the_whole(reason, path(id.name, attribute));
        let mut found = entries.get(id.name).into_iter().flat_map(|entry| patterns(&entry.node).map(move |found| (entry.text, found)));
        let found = found.find(|(_, (name, _))| *name == attribute);
        let Some((text, (_, pattern))) = found else {
            match self.chain.is_empty() && !self.entries.faulty.contains_key(id.name) {
                true => self.unknown.push(Fault { at: Some((self.text, id.name)), ..fault(reason) }),
                false => self.is_let_down = true,
            }
            return Ok(0);
        };
        if self.chain.iter().any(|one| ptr::eq(*one, pattern)) {
            return Err(fault("circular"));
        }
        if self.chain.len() == LONGEST_CHAIN {
            return Err(fault("too-long"));
        }
        let from = std::mem::replace(&mut self.text, text);
        self.chain.push(pattern);
        let placeables = self.pattern(pattern, given)?;
        self.chain.pop();
        self.text = from;
        Ok(placeables)
    }

    fn spend(&mut self, bytes: usize) -> Result<(), Fault<'e>> {
        self.room = self.room.checked_sub(bytes).ok_or_else(|| Fault::of_the_whole("too-long", String::new()))?;
        Ok(())
    }
}
