//! What a template refers to: other templates, and the messages and files that it names outright.
//!
//! Tera knows all this too but tells only by the time that a page is rendered, or without a place. This reads the same tokens and judges
//! nothing: what is written otherwise than as a plain literal is left to Tera.

use std::collections::BTreeSet;

use crate::base::text::Span;

/// Tokens of a value that are looked at.
const LONGEST_VALUE: usize = 100;

/// `{% extends "…" %}` or `{% include "…" %}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reference {
    pub name: String,
    pub span: Span,
}

/// A call of a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Call {
    pub function: String,
    pub span: Span,
    pub args: Vec<CallArg>,
}

/// An argument of a call, with its value where that is a literal string.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CallArg {
    pub name: String,
    pub literal: Option<(String, Span)>,
    /// Whether any literal string is a part of it.
    pub has_words: bool,
}

impl Call {
    pub fn literal(&self, name: &str) -> Option<(&str, Span)> {
        let (text, span) = self.args.iter().find(|arg| arg.name == name)?.literal.as_ref()?;
        Some((text, *span))
    }
}

/// What was found, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Scanned {
    pub references: Vec<Reference>,
    pub calls: Vec<Call>,
    /// All literal strings, wherever they stand.
    pub words: BTreeSet<String>,
    /// Those that something is put behind.
    pub beginnings: BTreeSet<String>,
    /// Those that something is put before.
    pub ends: BTreeSet<String>,
}

pub(super) fn scan(template: &str) -> Scanned {
    let mut found = Scanned::default();
    let mut at = 0;
    while let Some(open) = template.get(at..).and_then(|rest| rest.find('{')).map(|offset| at + offset) {
        let rest = &template[open..];
        at = if rest.starts_with("{#") {
            rest.find("#}").map_or(template.len(), |end| open + end + 2)
        } else if let Some(end) = rest.starts_with("{%").then(|| raw_end(rest)).flatten() {
            open + end
        } else if rest.starts_with("{%") || rest.starts_with("{{") {
            let (tokens, end) = tokens(template, open + 2);
            judge(&tokens, rest.starts_with("{%"), &mut found);
            end
        } else {
            open + 1
        };
    }
    found
}

/// Where a `{% raw %}` block ends.
fn raw_end(rest: &str) -> Option<usize> {
    let is_tag = |text: &str, name: &str| {
        let inside = text.strip_prefix("{%")?.trim_start_matches('-').trim_start().strip_prefix(name)?;
        let after = inside.trim_start().trim_start_matches('-').strip_prefix("%}")?;
        Some(text.len() - after.len())
    };
    let mut at = is_tag(rest, "raw")?;
    while let Some(next) = rest[at..].find("{%") {
        at += next;
        match is_tag(&rest[at..], "endraw") {
            Some(length) => return Some(at + length),
            None => at += 2,
        }
    }
    Some(rest.len())
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Token<'a> {
    Name(&'a str),
    /// A string's content; `None` if it contains escapes.
    Literal(Option<&'a str>),
    Sign(char),
}

/// The tokens of a tag that begins before `at`, and where it ends.
fn tokens(template: &str, mut at: usize) -> (Vec<(Token<'_>, Span)>, usize) {
    let mut tokens = Vec::new();
    while let Some(first) = template[at..].chars().next() {
        let rest = &template[at..];
        if rest.starts_with("}}") || rest.starts_with("%}") {
            return (tokens, at + 2);
        }
        let length = match first {
            '"' | '\'' | '`' => {
                let length = string_length(rest, first);
                let content = rest.get(1..length.saturating_sub(1)).filter(|content| !content.contains('\\'));
                tokens.push((Token::Literal(content), Span::new(at + 1..at + length.saturating_sub(1).max(1))));
                length
            }
            c if c.is_alphabetic() || c == '_' => {
                let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
                tokens.push((Token::Name(&rest[..length]), Span::new(at..at + length)));
                length
            }
            c => {
                if !c.is_whitespace() {
                    tokens.push((Token::Sign(c), Span::new(at..at + c.len_utf8())));
                }
                c.len_utf8()
            }
        };
        at += length;
    }
    (tokens, template.len())
}

fn string_length(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

fn judge(tokens: &[(Token, Span)], block: bool, found: &mut Scanned) {
    let inside = if let [(Token::Sign('-'), _), rest @ ..] = tokens { rest } else { tokens };
    if let [(Token::Name("extends" | "include"), _), (Token::Literal(Some(name)), span), ..] = inside
        && block
    {
        found.references.push(Reference { name: (*name).to_owned(), span: *span });
    }
    let mut open = Vec::new();
    for (index, (token, span)) in tokens.iter().enumerate() {
        let next = tokens.get(index + 1).map(|(token, _)| *token);
        let before = index.checked_sub(1).map(|index| tokens[index].0);
        match token {
            Token::Literal(Some(text)) if !text.is_empty() => {
                found.words.insert((*text).to_owned());
                if next == Some(Token::Sign('~')) {
                    found.beginnings.insert((*text).to_owned());
                }
                if before == Some(Token::Sign('~')) {
                    found.ends.insert((*text).to_owned());
                }
            }
            Token::Name(name) if next == Some(Token::Sign('(')) => {
                // `a.t(`, `| t(`, `<t(` and `is t(` are no functions.
                let is_function = !matches!(before, Some(Token::Sign('.' | '|' | '<') | Token::Name("is" | "not")));
                open.push(is_function.then_some(found.calls.len()));
                if is_function {
                    found.calls.push(Call { function: (*name).to_owned(), span: *span, args: Vec::new() });
                }
            }
            Token::Sign('(') if !matches!(before, Some(Token::Name(_))) => open.push(None),
            Token::Sign('[' | '{') => open.push(None),
            Token::Sign(')' | ']' | '}') => drop(open.pop()),
            Token::Name(name) if matches!(before, Some(Token::Sign('(' | ','))) && next == Some(Token::Sign('=')) => {
                let value = tokens.get(index + 2);
                if let (Some(Some(call)), Some((value, span))) = (open.last(), value)
                    && *value != Token::Sign('=')
                {
                    let ends = matches!(tokens.get(index + 3), Some((Token::Sign(',' | ')'), _)));
                    let literal = match value {
                        Token::Literal(Some(text)) if ends => Some(((*text).to_owned(), *span)),
                        _ => None,
                    };
                    let has_words = has_words(&tokens[index + 2..]);
                    found.calls[*call].args.push(CallArg { name: (*name).to_owned(), literal, has_words });
                }
            }
            _ => {}
        }
    }
}

/// Whether a value that begins here has a literal string in it. A long one is taken to have none.
fn has_words(value: &[(Token, Span)]) -> bool {
    let mut depth = 0usize;
    for (token, _) in value.iter().take(LONGEST_VALUE) {
        match token {
            Token::Literal(Some(text)) if !text.is_empty() => return true,
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}' | ',') if depth == 0 => return false,
            Token::Sign(')' | ']' | '}') => depth -= 1,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn literals(template: &str) -> Vec<(String, String, usize)> {
        let found = scan(template);
        let literal = |call: &Call| {
            let (text, span) = call.literal("id")?;
            Some((call.function.clone(), text.to_owned(), span.start as usize))
        };
        found.calls.iter().filter_map(literal).collect()
    }

    #[test]
    fn references_have_their_place() {
        let template = "{%- extends 'base.html' -%}\n{% block a %}{% include \"é/x.html\" %}{% endblock %}";
        let names: Vec<(&str, &str)> = scan(template).references.iter().map(|one| (template.get(one.span.range()).unwrap(), "")).collect();
        assert_eq!(names, [("base.html", ""), ("é/x.html", "")]);
    }

    #[test]
    fn literal_ids_of_calls_are_found_wherever_the_call_stands() {
        for (template, id) in [
            ("{{ t(id=\"a\") }}", "a"),
            ("{{ t( id = 'a', count=3 ) | upper }}", "a"),
            ("{{ t(count=len(x=[1, 2]), id=`a`) }}", "a"),
            ("{% set x = {\"k\": t(id=\"a\")} %}", "a"),
            ("{% if t(id=\"a\") == \"}}\" %}", "a"),
            ("{{ f(x=t(id=\"a\")) }}", "a"),
            ("{{ <card title={t(id=\"a\")} /> }}", "a"),
        ] {
            let found = literals(template);
            assert!(found.iter().any(|(function, text, _)| function == "t" && text == id), "{template}: {found:?}");
        }
    }

    #[test]
    fn what_is_no_plain_literal_is_left_alone() {
        for template in [
            "{{ t(id=name) }}",
            "{{ t(id=\"a\" ~ b) }}",
            "{{ t(id=\"a\" | upper) }}",
            "{{ t(id=\"a\\n\") }}",
            "{{ x.t(id=\"a\") }}",
            "{{ x | t(id=\"a\") }}",
            "{# t(id=\"a\") #}",
            "{% raw %}{{ t(id=\"a\") }}{% endraw %}",
            "t(id=\"a\")",
            "{{ \"t(id='a')\" }}",
            "{{ t(x=f(id=\"a\")",
        ] {
            assert!(!literals(template).iter().any(|(function, ..)| function == "t"), "{template}");
        }
    }

    #[test]
    fn broken_templates_are_scanned_to_their_end() {
        for template in ["{{", "{% raw %}", "{{ \"", "{#", "{", "{% extends 'a", "{{ t(id='й", "{{ ))]] }}", "{% raw %}{%"] {
            scan(template);
        }
    }
}
