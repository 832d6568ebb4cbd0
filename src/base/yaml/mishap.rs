//! What the author probably did where the text is no YAML. A parser says what it expected; whoever wrote the line wants to know what is
//! wrong with the line.

use std::ops::Range;

use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::text::{Span, Text};

/// A mistake, its bytes counted from the part of the text that was being read.
#[derive(Debug)]
pub(super) struct Mishap {
    pub code: Code,
    /// The name of the explanation; see `invalid-yaml` in the messages.
    pub reason: &'static str,
    pub span: Range<usize>,
    pub detail: String,
    pub other: Option<Range<usize>>,
}

impl Mishap {
    pub fn at(reason: &'static str, span: Range<usize>) -> Mishap {
        Mishap { code: Code::InvalidYaml, reason, span, detail: String::new(), other: None }
    }

    pub fn detail(mut self, detail: impl Into<String>) -> Mishap {
        self.detail = detail.into();
        self
    }

    pub fn diagnostic(self, text: &Text, base: usize) -> Diagnostic {
        let place = |range: Range<usize>| text.place(Span::new(range.start + base..range.end + base));
        let problem = Diagnostic::new(self.code).at(place(self.span));
        let problem = match self.code {
            Code::InvalidYaml => problem.arg("reason", self.reason).arg("detail", self.detail),
            _ => problem.arg("key", self.detail),
        };
        match self.other {
            Some(other) => problem.and_at(place(other)),
            None => problem,
        }
    }

    /// Where reading can go on: the next line behind the mistake that begins a key at the top.
    pub fn resume(&self, source: &str) -> Option<usize> {
        let mut at = line_end(source, self.span.start.min(source.len()));
        while at < source.len() {
            let line = &source[at + 1..line_end(source, at + 1)];
            if line.starts_with(|c: char| c.is_alphanumeric() || c == '_') && line.contains(':') {
                return Some(at + 1);
            }
            at += 1 + line.len();
        }
        None
    }
}

/// The document is prose or a list.
pub(super) fn no_keys(source: &str) -> Mishap {
    let lines = lines(source, 0, source.len());
    let first = lines.clone().find(|(_, line)| !line.trim().is_empty() && !line.trim_start().starts_with('#')).unwrap_or((0, ""));
    missing_space(first).unwrap_or_else(|| Mishap::at("no-keys", trimmed(first)))
}

/// Explains the parser's error: `entry` is where the top-level entry in trouble begins, or the one before it.
pub(super) fn explain(source: &str, entry: usize, error: usize, info: &str) -> Mishap {
    let entry = entry.min(error);
    if info.starts_with("recursion") {
        return Mishap::at("deep", error..error);
    }
    for line in lines(source, entry, error) {
        let (at, content) = line;
        let indent = content.len() - content.trim_start().len();
        if let Some(tab) = content[..indent].find('\t') {
            return Mishap::at("tab", at + tab..at + indent);
        }
        if let Some(mishap) = missing_space(line) {
            return mishap;
        }
    }
    let first = line_at(source, entry);
    let last = line_at(source, error);
    // A bracket may have been opened on any line between the two.
    let bracket = || lines(source, entry, error).filter_map(suspicious_value).find(|mishap| mishap.reason == "bracket");
    if let Some(mishap) = suspicious_value(last).or_else(|| suspicious_value(first)).or_else(bracket) {
        return mishap;
    }
    if let Some(bare) = lines(source, entry, error).find(|(_, line)| is_bare(line)) {
        return Mishap::at("no-colon", trimmed(bare));
    }
    if last.0 != first.0 && last.1.starts_with([' ', '-']) {
        return Mishap::at("indent", trimmed(last));
    }
    Mishap::at("other", error..error).detail(info)
}

/// A line and where it begins.
type Line<'s> = (usize, &'s str);

/// `title:Foo`, which YAML takes for one word.
fn missing_space((at, line): Line<'_>) -> Option<Mishap> {
    let start = line.len() - line.trim_start().trim_start_matches("- ").trim_start().len();
    let (key, value) = line[start..].split_once(':')?;
    let is_name = key.starts_with(char::is_alphabetic) && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    let glued = value.starts_with(|c: char| !c.is_whitespace() && !matches!(c, '/' | ':'));
    (is_name && glued).then(|| Mishap::at("colon", at + start..at + start + key.len() + 1).detail(key))
}

/// A value that YAML does not take without quotes, or whose quotes or brackets do not match.
fn suspicious_value((at, line): Line<'_>) -> Option<Mishap> {
    let (key, value) = line.split_once(": ")?;
    let offset = key.len() + 2 + (value.len() - value.trim_start().len());
    let value = value.trim();
    let span = at + offset..at + offset + value.len();
    let first = value.chars().next()?;
    match first {
        '"' | '\'' => match closing_quote(value, first) {
            None => Some(Mishap::at("quote", span)),
            Some(end) => {
                let rest = value[end..].trim_start();
                (!rest.is_empty() && !rest.starts_with('#')).then(|| Mishap::at("after-quote", span))
            }
        },
        '[' | '{' => {
            let opened = value.matches(['[', '{']).count();
            let closed = value.matches([']', '}']).count();
            (opened != closed).then(|| Mishap::at("bracket", span))
        }
        '@' | '`' | '%' | '*' | '&' | '!' | '|' | '>' | '-' | '?' | ',' | ']' | '}' => {
            Some(Mishap::at("special", span).detail(first.to_string()))
        }
        _ => (value.contains(": ") || value.ends_with(':')).then(|| Mishap::at("colon-in-value", span)),
    }
}

/// The byte behind the quote that closes the value's first one.
fn closing_quote(value: &str, quote: char) -> Option<usize> {
    let mut chars = value.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' if quote == '"' => {
                chars.next();
            }
            c if c == quote => match chars.peek() {
                Some((_, next)) if quote == '\'' && *next == '\'' => {
                    chars.next();
                }
                _ => return Some(at + 1),
            },
            _ => {}
        }
    }
    None
}

/// A line at the margin that is neither a key nor an item nor a comment.
fn is_bare(line: &str) -> bool {
    line.starts_with(|c: char| !c.is_whitespace() && !matches!(c, '#' | '-' | ']' | '}' | '"' | '\'')) && !line.contains(':')
}

/// The lines from the one that holds one byte to the one that holds another.
fn lines(source: &str, from: usize, to: usize) -> impl Iterator<Item = Line<'_>> + Clone {
    let start = line_at(source, from).0;
    source[start..line_end(source, to.max(start))].split('\n').scan(start, |at, line| {
        let begin = *at;
        *at += line.len() + 1;
        Some((begin, line.trim_end_matches('\r')))
    })
}

fn line_at(source: &str, at: usize) -> Line<'_> {
    let start = source[..at].rfind('\n').map_or(0, |i| i + 1);
    (start, source[start..line_end(source, at)].trim_end_matches('\r'))
}

fn line_end(source: &str, at: usize) -> usize {
    source[at..].find('\n').map_or(source.len(), |i| at + i)
}

fn trimmed((at, line): Line<'_>) -> Range<usize> {
    let start = at + line.len() - line.trim_start().len();
    start..start + line.trim().len()
}
