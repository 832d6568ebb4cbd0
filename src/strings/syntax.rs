//! Reads a Fluent file into [`pattern`](super::pattern)s, and says at which place it is wrong.

use std::ops::Range;

use fluent_syntax::ast;
use fluent_syntax::parser::{self, ErrorKind, ParserError};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::pattern::{Expression, Key, Literal, Message, NumberStyle, Part, Pattern, Variant};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::number::Number;
use crate::base::text::{Span, Text};

/// Braces and parentheses within each other. The parser recurses, so this is counted before it runs.
const DEEPEST: usize = 40;
/// Colons of a message: each may belong to an argument of a call.
const MOST_COLONS: usize = 2000;
/// Digits of a number: what more would mean nobody knows.
const LONGEST_NUMBER: usize = 20;
/// A file with more faults than this is no Fluent file; finding the line of each would take long.
const MOST_FAULTS: usize = 50;

/// The definitions of a file in their order.
#[derive(Debug, Default)]
pub(super) struct File {
    pub messages: Vec<(String, Message)>,
    pub terms: Vec<(String, Message)>,
    pub problems: Vec<Diagnostic>,
}

/// A fault with its reason, a word by which `invalid-fluent` in `diagnostics.ftl` chooses what to say.
pub(super) fn problem(text: &Text, span: Span, reason: &str, name: &str) -> Diagnostic {
    Diagnostic::new(Code::InvalidFluent).at(text.place(span)).arg("reason", reason).arg("name", name)
}

/// Reads a file. Messages without fault are kept whatever is wrong with others.
pub(super) fn parse(text: &Text) -> File {
    let mut file = File::default();
    let unreadable = too_deep(&text.text).map(|at| (at..at + 1, "nesting"));
    if let Some((range, reason)) = unreadable.or_else(|| cut_escape(&text.text).map(|range| (range, "escape"))) {
        file.problems.push(problem(text, Span::new(range), reason, ""));
        return file;
    }
    let (resource, errors) = match parser::parse_runtime(&*text.text) {
        Ok(resource) => (resource, Vec::new()),
        Err(broken) => broken,
    };
    file.problems.extend(errors.into_iter().take(MOST_FAULTS).map(|error| parser_problem(text, error)));
    for entry in resource.body {
        let (list, name, value, attributes) = match entry {
            ast::Entry::Message(message) => (&mut file.messages, message.id.name, message.value, message.attributes),
            ast::Entry::Term(term) => (&mut file.terms, term.id.name, Some(term.value), term.attributes),
            _ => continue,
        };
        let mut compiler = Compiler { text, faults: Vec::new() };
        let message = Message {
            value: value.map(|value| compiler.pattern(value)),
            attributes: attributes.into_iter().map(|one| (one.id.name.to_owned(), compiler.pattern(one.value))).collect(),
            text: text.clone(),
            span: span_of(text, name),
        };
        match compiler.faults.is_empty() {
            true => list.push((name.to_owned(), message)),
            false => file.problems.extend(compiler.faults),
        }
    }
    file.problems.truncate(MOST_FAULTS);
    file
}

/// Where a slice of the text stands in it.
fn span_of(text: &Text, slice: &str) -> Span {
    let start = (slice.as_ptr() as usize).saturating_sub(text.text.as_ptr() as usize);
    Span::new(start..start + slice.len())
}

/// The first place where braces and parentheses nest too deeply, or where a call has more arguments than the parser, which compares them
/// all with each other, could read in good time. The count begins anew at each line that begins a message or comment, because there the parser does
/// too, whatever was left open.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut colons) = (0usize, 0usize);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if begins_message(line) || line.starts_with('#') {
            (depth, colons) = (0, 0);
        }
        for (at, byte) in line.bytes().enumerate() {
            match byte {
                b'{' => depth += 1,
                b'(' if depth > 0 => depth += 1,
                b'}' | b')' => depth = depth.saturating_sub(1),
                b':' => colons += 1,
                _ => {}
            }
            if depth > DEEPEST || colons > MOST_COLONS {
                return Some(start + at);
            }
        }
        start += line.len();
    }
    None
}

/// The first escape such as `\u00` whose digits end at a letter of another script: the parser would cut that letter and panic.
fn cut_escape(text: &str) -> Option<Range<usize>> {
    text.match_indices('\\').find_map(|(at, _)| {
        let digits = match text[at + 1..].chars().next()? {
            'u' => 4,
            'U' => 6,
            _ => return None,
        };
        let rest = &text[at + 2..];
        let length = rest.bytes().take(digits).take_while(u8::is_ascii_hexdigit).count();
        let cut = length < digits && !rest[length..].chars().next()?.is_ascii();
        cut.then(|| at..at + 2 + length)
    })
}

fn begins_message(line: &str) -> bool {
    let line = line.strip_prefix('-').unwrap_or(line);
    let rest = line.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    line.starts_with(|c: char| c.is_ascii_alphabetic()) && rest.trim_start_matches(' ').starts_with('=')
}

/// An attribute at fault ends its message for the parser, which then wonders at the attribute's dot. What is wrong inside is found by
/// reading it as a message of its own.
fn inner_error(text: &str, error: &ParserError) -> Option<ParserError> {
    let junk = text.get(error.slice.clone()?)?;
    let attribute = junk.trim_start().strip_prefix('.')?;
    let offset = error.slice.as_ref()?.end - attribute.len();
    let (_, errors) = parser::parse_runtime(attribute).err()?;
    let mut inner = errors.into_iter().next()?;
    inner.pos = inner.pos.start + offset..inner.pos.end + offset;
    inner.slice = inner.slice.map(|slice| slice.start + offset..slice.end + offset);
    Some(inner)
}

fn parser_problem(text: &Text, error: ParserError) -> Diagnostic {
    use ErrorKind::*;
    let error = inner_error(&text.text, &error).unwrap_or(error);
    let (reason, name) = match error.kind {
        ExpectedToken(token) => ("expected", token.to_string()),
        ExpectedCharRange { range } if range.contains("a-z") => ("expected-name", String::new()),
        ExpectedCharRange { .. } => ("expected-line-end", String::new()),
        ExpectedMessageField { entry_id } | ExpectedTermField { entry_id } => ("no-value", entry_id),
        MissingValue => ("no-value", String::new()),
        MissingDefaultVariant => ("no-default", String::new()),
        MultipleDefaultVariants => ("two-defaults", String::new()),
        MessageReferenceAsSelector
        | TermReferenceAsSelector
        | MessageAttributeAsSelector
        | TermAttributeAsPlaceable
        | ExpectedSimpleExpressionAsSelector => ("selector", String::new()),
        UnterminatedStringLiteral => ("unterminated", String::new()),
        UnknownEscapeSequence(_) | InvalidUnicodeEscapeSequence(_) => ("escape", String::new()),
        UnbalancedClosingBrace => ("brace", String::new()),
        ForbiddenCallee | PositionalArgumentFollowsNamed | DuplicatedNamedArgument(_) => ("arguments", String::new()),
        ExpectedInlineExpression | ExpectedLiteral => ("expression", String::new()),
    };
    let entry = error.slice.unwrap_or_else(|| error.pos.clone());
    problem(text, Span::new(visible(&text.text, error.pos, entry.start)), reason, &name)
}

/// The parser stops at what it did not expect, often on the line after the mistake: then the end of what was written before is meant.
/// Otherwise the word that stands there is.
fn visible(text: &str, at: Range<usize>, entry: usize) -> Range<usize> {
    let mut start = at.start.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let before = text.get(entry..start).unwrap_or_default();
    let written = before.trim_end();
    let line_ended = before[written.len()..].contains('\n') || text[start..].starts_with(['\n', '\r']) || start == text.len();
    match written.chars().next_back().filter(|_| line_ended) {
        Some(last) => entry + written.len() - last.len_utf8()..entry + written.len(),
        None => {
            let word = text[start..].find(char::is_whitespace).unwrap_or(text.len() - start);
            start..start + word.max(1).min(text.len() - start)
        }
    }
}

struct Compiler<'a> {
    text: &'a Text,
    faults: Vec<Diagnostic>,
}

impl<'a> Compiler<'a> {
    fn fault(&mut self, at: &str, reason: &str, name: &str) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(problem(self.text, span_of(self.text, at), reason, name));
        }
    }

    fn pattern(&mut self, pattern: ast::Pattern<&'a str>) -> Pattern {
        let mut parts = Vec::with_capacity(pattern.elements.len());
        for element in pattern.elements {
            match element {
                ast::PatternElement::TextElement { value } => push_text(&mut parts, value),
                ast::PatternElement::Placeable { expression } => self.placeable(expression, &mut parts),
            }
        }
        parts
    }

    fn placeable(&mut self, expression: ast::Expression<&'a str>, parts: &mut Pattern) {
        match expression {
            ast::Expression::Inline(ast::InlineExpression::Placeable { expression }) => self.placeable(*expression, parts),
            ast::Expression::Inline(inline) => match self.inline(inline) {
                Some(Expression::Literal(text)) => push_text(parts, &text),
                Some(expression) => parts.push(Part::Hole(expression)),
                None => {}
            },
            ast::Expression::Select { selector, variants } => {
                let Some(selector) = self.inline(selector) else { return };
                // The parser has seen to it that one of the variants is the default.
                let default = variants.iter().position(|variant| variant.default).unwrap_or(0);
                let variants = variants
                    .into_iter()
                    .map(|variant| Variant { key: self.key(variant.key), pattern: self.pattern(variant.value) })
                    .collect();
                parts.push(Part::Choice { selector, variants, default });
            }
        }
    }

    fn key(&mut self, key: ast::VariantKey<&'a str>) -> Key {
        match key {
            ast::VariantKey::Identifier { name } => Key::Name(name.to_owned()),
            ast::VariantKey::NumberLiteral { value } => Key::Number(self.number(value)),
        }
    }

    fn number(&mut self, digits: &str) -> Number {
        match digits.parse() {
            Ok(number) if digits.len() <= LONGEST_NUMBER => number,
            _ => {
                self.fault(digits, "number", digits);
                Number::from(0u32)
            }
        }
    }

    fn inline(&mut self, inline: ast::InlineExpression<&'a str>) -> Option<Expression> {
        use ast::InlineExpression as Inline;
        Some(match inline {
            Inline::StringLiteral { value } => Expression::Literal(unescape_unicode_to_string(value).into_owned()),
            Inline::NumberLiteral { value } => Expression::Number(self.number(value), number_style_of(value)),
            Inline::VariableReference { id } => Expression::Variable(id.name.to_owned(), NumberStyle::default()),
            Inline::MessageReference { id, attribute } => {
                Expression::Message { id: id.name.to_owned(), attribute: attribute.map(|one| one.name.to_owned()) }
            }
            Inline::TermReference { id, attribute, arguments } => {
                let named = arguments.map(|arguments| arguments.named).unwrap_or_default();
                let args = named.into_iter().filter_map(|one| Some((one.name.name.to_owned(), self.literal(one.value)?))).collect();
                Expression::Term { id: id.name.to_owned(), attribute: attribute.map(|one| one.name.to_owned()), args }
            }
            Inline::FunctionReference { id, arguments } => return self.function(id.name, arguments),
            // Nested braces around a selector or an argument, which the grammar does not have.
            Inline::Placeable { .. } => return None,
        })
    }

    fn literal(&mut self, inline: ast::InlineExpression<&'a str>) -> Option<Literal> {
        match self.inline(inline)? {
            Expression::Literal(text) => Some(Literal::Text(text)),
            Expression::Number(number, _) => Some(Literal::Number(number)),
            _ => None,
        }
    }

    /// `NUMBER($count, minimumFractionDigits: 1)`: the one function there is.
    fn function(&mut self, name: &str, arguments: ast::CallArguments<&'a str>) -> Option<Expression> {
        if name != "NUMBER" {
            self.fault(name, "unknown-function", name);
            return None;
        }
        let mut style = NumberStyle::default();
        for option in arguments.named {
            let value = self.literal(option.value)?;
            if !style.set(option.name.name, &value) {
                self.fault(option.name.name, "unknown-option", option.name.name);
            }
        }
        let mut positional = arguments.positional.into_iter();
        match (positional.next().and_then(|one| self.inline(one)), positional.next()) {
            (Some(Expression::Variable(variable, _)), None) => Some(Expression::Variable(variable, style)),
            (Some(Expression::Number(number, _)), None) => Some(Expression::Number(number, style)),
            _ => {
                self.fault(name, "arguments", name);
                None
            }
        }
    }
}

impl NumberStyle {
    /// Sets an option; `false` if there is none of this name and value.
    fn set(&mut self, name: &str, value: &Literal) -> bool {
        let digits = match value {
            Literal::Number(number) => number.to_string().parse::<u8>().ok().filter(|digits| usize::from(*digits) <= LONGEST_NUMBER),
            Literal::Text(_) => None,
        };
        match (name, value, digits) {
            ("useGrouping", Literal::Text(text), _) => self.grouping = text != "false",
            ("type", Literal::Text(text), _) if text == "cardinal" || text == "ordinal" => self.ordinal = text == "ordinal",
            ("minimumIntegerDigits", _, Some(digits)) => self.min_integer = digits,
            ("minimumFractionDigits", _, Some(digits)) => self.min_fraction = digits,
            ("maximumFractionDigits", _, Some(digits)) => self.max_fraction = Some(digits),
            _ => return false,
        }
        true
    }
}

/// `1.0` is shown with its zero.
fn number_style_of(digits: &str) -> NumberStyle {
    let fraction = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len().min(LONGEST_NUMBER) as u8);
    NumberStyle { min_fraction: fraction, ..NumberStyle::default() }
}

fn push_text(parts: &mut Pattern, text: &str) {
    match parts.last_mut() {
        Some(Part::Text(last)) => last.push_str(text),
        _ => parts.push(Part::Text(text.to_owned())),
    }
}
