//! Tera's errors as diagnostics with a place.

use std::fmt;
use std::ops::Range;

use tera::{Error, ErrorKind};

use super::assets::unknown_asset;
use super::{Templates, Theme};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::text::{Span, Text};
use crate::strings::{StringError, Strings};

/// What a function or filter of ours found wrong. Tera carries errors as text alone, so this is written into one and read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CallFailure {
    /// A message that no language has, or that lacks a variable.
    Message(StringError),
    /// `asset(name="…")` names no file of the theme.
    UnknownAsset(String),
    /// Something in a component that is rendered by itself.
    Inside {
        /// The template that the component stands in.
        template: String,
        /// Where in it.
        range: Range<usize>,
        /// What Tera, or one of our functions, said.
        message: String,
    },
    /// Something else, by a word that `template-failed` in `diagnostics.ftl` knows, and a name.
    Other(&'static str, String),
}

const MARK: char = '\u{1}';
const REASONS: [&str; 7] = ["no-component", "no-language", "no-root", "no-date", "no-number", "no-list", "no-json"];

impl fmt::Display for CallFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CallFailure::Message(StringError::UnknownMessage(id)) => write!(f, "{MARK}message{MARK}{id}{MARK}"),
            CallFailure::Message(StringError::MissingVariable { id, variable }) => write!(f, "{MARK}variable{MARK}{id}{MARK}{variable}"),
            CallFailure::UnknownAsset(name) => write!(f, "{MARK}asset{MARK}{name}{MARK}"),
            CallFailure::Inside { template, range, message } => {
                write!(f, "{MARK}inside{MARK}{template}{MARK}{}..{}{MARK}{message}", range.start, range.end)
            }
            CallFailure::Other(reason, name) => write!(f, "{MARK}{reason}{MARK}{name}{MARK}"),
        }
    }
}

impl CallFailure {
    fn read(message: &str) -> Option<CallFailure> {
        let mut parts = message.strip_prefix(MARK)?.splitn(3, MARK);
        let (kind, first, second) = (parts.next()?, parts.next()?.to_owned(), parts.next()?);
        Some(match kind {
            "message" => CallFailure::Message(StringError::UnknownMessage(first)),
            "variable" => CallFailure::Message(StringError::MissingVariable { id: first, variable: second.to_owned() }),
            "asset" => CallFailure::UnknownAsset(first),
            "inside" => {
                let (range, message) = second.split_once(MARK)?;
                let (start, end) = range.split_once("..")?;
                CallFailure::Inside { template: first, range: start.parse().ok()?..end.parse().ok()?, message: message.to_owned() }
            }
            kind => CallFailure::Other(REASONS.into_iter().find(|reason| *reason == kind)?, first),
        })
    }
}

impl From<CallFailure> for Error {
    fn from(failure: CallFailure) -> Error {
        Error::message(failure)
    }
}

pub(super) fn template_failed(reason: &str, name: &str) -> Diagnostic {
    Diagnostic::new(Code::TemplateFailed).arg("reason", reason).arg("name", name)
}

/// An error of parsing or of building the whole set of templates; Tera writes several into one text.
pub(super) fn while_loading(error: &Error, templates: &Templates) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let problem = template_failed(report.message(), "");
            vec![placed(problem, templates.text(report.filename()), Span::new(report.span().range.clone()))]
        }
        ErrorKind::Msg(message) if message.starts_with("error: ") => {
            message.split("\n\nerror: ").map(|report| from_report(report.trim_start_matches("error: "), templates)).collect()
        }
        _ => {
            let message = error.to_string();
            let named = message.split(['`', '\'', '"']).find_map(|name| templates.text(name));
            let problem = template_failed(&message, "");
            vec![match named {
                Some(text) => problem.at(text.whole()),
                None => problem,
            }]
        }
    }
}

/// Reads one of the reports that Tera puts into one message: the reason, `--> FILE:LINE:COLUMN`, the line, carets below it.
fn from_report(report: &str, templates: &Templates) -> Diagnostic {
    let mut lines = report.lines();
    let problem = template_failed(lines.next().unwrap_or_default(), "");
    let place = lines.next().and_then(|line| {
        let (rest, column) = line.trim_start().strip_prefix("--> ")?.rsplit_once(':')?;
        let (file, line) = rest.rsplit_once(':')?;
        Some((templates.text(file)?, line.parse::<usize>().ok()?, column.parse::<usize>().ok()?))
    });
    let width = report.lines().nth(4).map_or(1, |line| line.matches('^').count());
    let Some((text, line, column)) = place else { return problem };
    let line_start: usize = text.text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let byte = |characters: usize| {
        let rest = &text.text[line_start..];
        line_start + rest.char_indices().nth(characters).map_or(rest.len(), |(at, _)| at)
    };
    problem.at(text.place(Span::new(byte(column.saturating_sub(1))..byte(column.saturating_sub(1) + width))))
}

/// An error of rendering one page.
pub(super) fn while_rendering(error: &Error, theme: &Theme) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            failed(report.filename(), report.span().range.clone(), report.message(), theme)
        }
        ErrorKind::TemplateNotFound(name) => {
            Diagnostic::new(Code::UnknownTemplate).arg("name", name).suggest(name, theme.templates.names())
        }
        _ => template_failed(&error.to_string(), ""),
    }
}

fn failed(template: &str, range: Range<usize>, message: &str, theme: &Theme) -> Diagnostic {
    let problem = match CallFailure::read(message) {
        Some(CallFailure::Inside { template, range, message }) => return failed(&template, range, &message, theme),
        Some(failure) => call_failed(&failure, theme),
        None => from_message(message),
    };
    placed(problem, theme.templates.text(template), Span::new(range))
}

fn call_failed(failure: &CallFailure, theme: &Theme) -> Diagnostic {
    match failure {
        CallFailure::Inside { message, .. } => template_failed(message, ""),
        CallFailure::Message(error) => message_failed(error, &theme.strings),
        CallFailure::UnknownAsset(name) => unknown_asset(name, theme.assets.keys().map(String::as_str)),
        CallFailure::Other(reason, name) => template_failed(reason, name),
    }
}

pub(super) fn message_failed(error: &StringError, strings: &Strings) -> Diagnostic {
    error.diagnostic(strings.all_names())
}

/// Tera names all variables that there are behind one that there is not: the nearest of them is worth saying.
fn from_message(message: &str) -> Diagnostic {
    for list in [" Available variables: ", " Available fields: "] {
        if let Some((reason, names)) = message.split_once(list) {
            let wrong = reason.split('`').nth(1).unwrap_or_default();
            return template_failed(reason, "").suggest(wrong, names.split(", "));
        }
    }
    template_failed(message, "")
}

fn placed(problem: Diagnostic, text: Option<&Text>, span: Span) -> Diagnostic {
    match text {
        Some(text) => problem.at(text.place(span)),
        None => problem,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_survive_their_way_through_tera() {
        for failure in [
            CallFailure::Message(StringError::UnknownMessage("a\u{1}b".replace('\u{1}', ""))),
            CallFailure::Message(StringError::MissingVariable { id: "a".into(), variable: "b".into() }),
            CallFailure::UnknownAsset("style.css".into()),
            CallFailure::Inside { template: "a.html".into(), range: 3..7, message: CallFailure::UnknownAsset("x".into()).to_string() },
            CallFailure::Other("no-date", "yesterday".into()),
        ] {
            assert_eq!(CallFailure::read(&failure.to_string()), Some(failure));
        }
        assert_eq!(CallFailure::read("Variable `x` is not defined."), None);
    }
}
