//! Finds what `fluent-bundle` could not say before it is handed over: what refers to nothing or to itself, what comes to more than anybody
//! could read, what stumbles over a bound of the library.

use std::collections::{BTreeMap, BTreeSet};
use std::ptr;

use fluent_syntax::ast::{Expression, Identifier, InlineExpression, Message, NamedArgument, Pattern, PatternElement};

use super::numbers::{CHOOSE, NUMBER};
use super::syntax::{Entry, MOST_FAULTS};
use crate::base::diagnostic::Diagnostic;

/// How many messages may lead through each other.
const LONGEST_CHAIN: usize = 20;
/// What a message may come to with everything that it refers to, in bytes of text and some for each expression. A few lines that double
/// each other would else make gigabytes.
const LARGEST: usize = 64 * 1024;
const EXPRESSION: usize = 16;
/// More placeables than this `fluent-bundle` does not fill.
const MOST_PLACEABLES: usize = 100;

/// What can be said of an entry: its value and, by their names, its attributes.
fn patterns<'n, 'a>(node: &'n Message<&'a str>) -> impl Iterator<Item = (Option<&'a str>, &'n Pattern<&'a str>)> {
    let value = node.value.iter().map(|pattern| (None, pattern));
    value.chain(node.attributes.iter().map(|attribute| (Some(attribute.id.name), &attribute.value)))
}

/// All messages and terms of a language.
#[derive(Default)]
pub(super) struct Entries<'a> {
    pub messages: BTreeMap<&'a str, Entry<'a>>,
    pub terms: BTreeMap<&'a str, Entry<'a>>,
}

/// The variables of everything that can be said: of `message` if it has a text, of each `message.attribute`.
pub(super) type Variables = BTreeMap<String, BTreeSet<String>>;

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
    pub fn sound(&self) -> (Variables, Vec<Diagnostic>) {
        let mut variables = Variables::new();
        let mut faults = self.unsound(&self.messages, Given::Anything, &mut variables);
        faults.extend(self.unsound(&self.terms, Given::Unknown, &mut Variables::new()));
        let problems = faults.iter().take(MOST_FAULTS).map(|(entry, Fault { reason, name })| entry.problem(reason, name)).collect();
        (variables, problems)
    }

    /// The entries at fault; the variables of the others are added.
    fn unsound<'e>(&self, entries: &'e BTreeMap<&str, Entry<'a>>, given: Given, variables: &mut Variables) -> Vec<(&'e Entry<'a>, Fault)> {
        let mut faults = Vec::new();
        for (id, entry) in entries {
            let walk = |(attribute, pattern)| Ok((path(id, attribute), self.walk(pattern, given)?));
            match patterns(&entry.node).map(walk).collect::<Result<Variables, Fault>>() {
                Ok(found) => variables.extend(found),
                Err(fault) => faults.push((entry, fault)),
            }
        }
        faults
    }

    fn walk(&self, pattern: &Pattern<&str>, given: Given) -> Result<BTreeSet<String>, Fault> {
        let mut walk = Walk { entries: self, chain: Vec::new(), room: LARGEST, variables: BTreeSet::new() };
        match walk.pattern(pattern, &mut { given })? {
            ..=MOST_PLACEABLES => Ok(walk.variables.into_iter().map(str::to_owned).collect()),
            _ => Err(Fault { reason: "too-long", name: String::new() }),
        }
    }
}

fn path(id: &str, attribute: Option<&str>) -> String {
    attribute.map_or_else(|| id.to_owned(), |attribute| format!("{id}.{attribute}"))
}

struct Fault {
    reason: &'static str,
    name: String,
}

/// Goes wherever a message may lead.
struct Walk<'e> {
    entries: &'e Entries<'e>,
    chain: Vec<&'e Pattern<&'e str>>,
    room: usize,
    variables: BTreeSet<&'e str>,
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
    fn pattern(&mut self, pattern: &'e Pattern<&'e str>, given: &mut Given<'e>) -> Result<usize, Fault> {
        let mut placeables = 0;
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.spend(value.len())?,
                PatternElement::Placeable { expression } => placeables += 1 + self.expression(expression, given)?,
            }
        }
        Ok(placeables)
    }

    fn expression(&mut self, expression: &'e Expression<&'e str>, given: &mut Given<'e>) -> Result<usize, Fault> {
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
    fn inline(&mut self, inline: &'e InlineExpression<&'e str>, given: &mut Given<'e>, shown: bool) -> Result<usize, Fault> {
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

    fn variable(&mut self, name: &'e str, given: &Given<'e>, shown: bool) -> Result<(), Fault> {
        match given {
            Given::Anything => {
                self.variables.insert(name);
            }
            Given::Args(args) if shown && !args.iter().any(|argument| argument.name.name == name) => {
                return Err(Fault { reason: "term-variable", name: name.to_owned() });
            }
            Given::Forgotten => return Err(Fault { reason: "term-order", name: name.to_owned() }),
            Given::Args(_) | Given::Unknown => {}
        }
        Ok(())
    }

    fn follow(
        &mut self,
        entries: &'e BTreeMap<&str, Entry<'e>>,
        id: &Identifier<&str>,
        attribute: Option<&Identifier<&str>>,
        given: &mut Given<'e>,
        reason: &'static str,
    ) -> Result<usize, Fault> {
        let attribute = attribute.map(|attribute| attribute.name);
        let fault = |reason| Fault { reason, name: path(id.name, attribute) };
        let mut found = entries.get(id.name).into_iter().flat_map(|entry| patterns(&entry.node));
        let (_, pattern) = found.find(|(name, _)| *name == attribute).ok_or_else(|| fault(reason))?;
        if self.chain.iter().any(|one| ptr::eq(*one, pattern)) {
            return Err(fault("circular"));
        }
        if self.chain.len() == LONGEST_CHAIN {
            return Err(fault("too-long"));
        }
        self.chain.push(pattern);
        let placeables = self.pattern(pattern, given)?;
        self.chain.pop();
        Ok(placeables)
    }

    fn spend(&mut self, bytes: usize) -> Result<(), Fault> {
        self.room = self.room.checked_sub(bytes).ok_or(Fault { reason: "too-long", name: String::new() })?;
        Ok(())
    }
}
