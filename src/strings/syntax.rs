//! Reads a Fluent file, and says at which place it is wrong.

use std::ops::Range;

use fluent_syntax::ast;
use fluent_syntax::parser::{self, ErrorKind, ParserError};

use super::prepare::prepare;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::text::{Span, Text};

/// Braces and parentheses within each other. The parser recurses, so this is counted before it runs.
const DEEPEST: usize = 40;
/// Colons of a message: each may belong to an argument of a call.
const MOST_COLONS: usize = 2000;
/// A file with more faults than this is no Fluent file; finding the line of each would take long.
pub(super) const MOST_FAULTS: usize = 50;

/// A message or, in the same form, a term.
pub(super) struct Entry<'a> {
    pub node: ast::Message<&'a str>,
    /// The file that defines it.
    pub text: &'a Text,
}

impl Entry<'_> {
    /// Its name in the file.
    pub fn name(&self) -> Span {
        span_of(self.text, self.node.id.name)
    }

    pub fn problem(&self, reason: &str, name: &str) -> Diagnostic {
        problem(self.text, self.name(), reason, name)
    }
}

/// The definitions of a file in their order.
#[derive(Default)]
pub(super) struct File<'a> {
    pub messages: Vec<Entry<'a>>,
    pub terms: Vec<Entry<'a>>,
    /// Messages and terms that cannot be said, whatever they refer to.
    pub faulty: Vec<Entry<'a>>,
    pub problems: Vec<Diagnostic>,
}

/// A fault with its reason, a word by which `invalid-fluent` in `diagnostics.ftl` chooses what to say.
pub(super) fn problem(text: &Text, span: Span, reason: &str, name: &str) -> Diagnostic {
    Diagnostic::new(Code::InvalidFluent).at(text.place(span)).arg("reason", reason).arg("name", name)
}

/// Reads a file. Messages without fault are kept whatever is wrong with others.
pub(super) fn parse(text: &Text) -> File<'_> {
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
        let (list, mut node) = match entry {
            ast::Entry::Message(message) => (&mut file.messages, message),
            ast::Entry::Term(ast::Term { id, value, attributes, comment }) => {
                (&mut file.terms, ast::Message { id, value: Some(value), attributes, comment })
            }
            _ => continue,
        };
        let faults = prepare(&mut node);
        match faults.is_empty() {
            true => list.push(Entry { node, text }),
            false => file.faulty.push(Entry { node, text }),
        }
        let room = MOST_FAULTS.saturating_sub(file.problems.len());
        file.problems.extend(faults.into_iter().take(room).map(|(at, reason)| problem(text, span_of(text, at), reason, at)));
    }
    file
}

/// Where a slice of the text stands in it.
fn span_of(text: &Text, slice: &str) -> Span {
    let start = (slice.as_ptr() as usize).saturating_sub(text.text.as_ptr() as usize);
    Span::new(start..start + slice.len())
}

/// The same for a slice that may be another text's: an entry can have parts of a file that it overrides.
pub(super) fn span_in(text: &Text, slice: &str) -> Option<Span> {
    let file = text.text.as_bytes().as_ptr_range();
    let words = slice.as_bytes().as_ptr_range();
    (file.start <= words.start && words.end <= file.end).then(|| span_of(text, slice))
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
