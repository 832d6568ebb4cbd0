//! Where front matter ends and the body begins.

use std::ops::Range;

use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::text::{Span, Text};

/// No author writes as much; a file that has it is no document.
const LARGEST: usize = 64 * 1024;

/// The parts of a file, as ranges of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The YAML between the lines of dashes, if there is front matter.
    pub front_matter: Option<Range<usize>>,
    /// What follows.
    pub body: Range<usize>,
    /// What is wrong with the lines of dashes.
    pub problem: Option<Diagnostic>,
}

/// Parts a file. Front matter stands between a first line `---` and the next line `---` or `...`; a file without it is all body.
pub fn split(text: &Text) -> Parts {
    let source = &*text.text;
    let whole = Parts { front_matter: None, body: 0..source.len(), problem: None };
    let Some(opening) = opening(source) else { return whole };
    let place = || text.place(Span::new(opening.dashes.clone()));
    let mut at = opening.after;
    let mut closing = None;
    for line in source[at..].split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            closing = Some(at..at + line.len());
            break;
        }
        at += line.len();
    }
    let Some(closing) = closing else {
        // What looks like keys is read all the same, so that their mistakes are reported too.
        let end = opening.after + entries(&source[opening.after..]);
        let problem = Diagnostic::new(Code::FrontMatterUnclosed).at(place());
        return Parts { front_matter: Some(opening.after..end), body: end..source.len(), problem: Some(problem) };
    };
    let front_matter = opening.after..closing.start;
    let body = closing.end..source.len();
    if front_matter.len() > LARGEST {
        let problem = Diagnostic::new(Code::FrontMatterTooLarge).arg("kilobytes", front_matter.len() / 1024).arg("most", LARGEST / 1024);
        return Parts { front_matter: None, body, problem: Some(problem.at(place())) };
    }
    Parts { front_matter: Some(front_matter), body, problem: None }
}

struct Opening {
    dashes: Range<usize>,
    after: usize,
}

/// The first line, if it is `---`. Empty lines may stand before it where a key follows; otherwise it is a rule in a text.
fn opening(source: &str) -> Option<Opening> {
    let mut start = 0;
    let mut lines = source.split_inclusive('\n');
    let line = loop {
        let line = lines.next()?;
        if !line.trim().is_empty() {
            break line;
        }
        start += line.len();
    };
    if line.trim_end() != "---" || !line.ends_with('\n') && start > 0 {
        return None;
    }
    let after = start + line.len();
    let mut key_follows =
        || lines.next().is_some_and(|line| line.split_once(':').is_some_and(|(key, _)| !key.contains(char::is_whitespace)));
    (start == 0 || key_follows()).then(|| Opening { dashes: start..start + 3, after })
}

/// How far lines go on that can belong to front matter: to the first empty one or heading, and no farther than front matter may.
fn entries(source: &str) -> usize {
    let mut end = 0;
    for line in source.split_inclusive('\n') {
        if line.trim().is_empty() || line.starts_with("# ") || line.starts_with("##") || end + line.len() > LARGEST {
            break;
        }
        end += line.len();
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::path::SitePath;

    fn parts(source: &str) -> (Option<String>, String, Option<Code>) {
        let parts = split(&Text::new(SitePath::new("content/a.es.md"), source));
        let code = parts.problem.map(|problem| problem.code);
        (parts.front_matter.map(|range| source[range].to_owned()), source[parts.body].to_owned(), code)
    }

    fn ok(front: &str, body: &str) -> (Option<String>, String, Option<Code>) {
        (Some(front.to_owned()), body.to_owned(), None)
    }

    #[test]
    fn front_matter_ends_at_dashes_or_dots() {
        assert_eq!(parts("---\ntitle: a\n---\nbody\n"), ok("title: a\n", "body\n"));
        assert_eq!(parts("--- \ntitle: a\n...\nbody"), ok("title: a\n", "body"));
        assert_eq!(parts("---\r\ntitle: й\r\n---\r\nтекст\r\n"), ok("title: й\r\n", "текст\r\n"));
        assert_eq!(parts("---\n---"), ok("", ""));
        assert_eq!(parts("---\ntitle: a ---\n---\n---\n"), ok("title: a ---\n", "---\n"));
    }

    #[test]
    fn a_text_without_front_matter_is_all_body() {
        for source in ["", "text", "text\n---\ntitle: a\n---\n", "----\n", "\n\n---\n\ntext\n", " ---\ntitle: a\n---\n", "\n---"] {
            assert_eq!(parts(source), (None, source.to_owned(), None), "{source:?}");
        }
    }

    #[test]
    fn an_empty_line_before_front_matter_does_no_harm() {
        assert_eq!(parts("\n\n---\ntitle: a\n---\nbody"), ok("title: a\n", "body"));
    }

    #[test]
    fn unclosed_front_matter_is_read_as_far_as_it_looks_like_it() {
        let (front, body, code) = parts("---\ntitle: a\nsummary: b\n\nOnce upon a time\n");
        assert_eq!(front.as_deref(), Some("title: a\nsummary: b\n"));
        assert_eq!((body.as_str(), code), ("\nOnce upon a time\n", Some(Code::FrontMatterUnclosed)));
        assert_eq!(parts("---").2, Some(Code::FrontMatterUnclosed));
    }

    #[test]
    fn front_matter_has_a_largest_size() {
        let (front, body, code) = parts(&format!("---\ntitle: {}\n---\nbody", "a".repeat(LARGEST)));
        assert_eq!((front, body.as_str(), code), (None, "body", Some(Code::FrontMatterTooLarge)));
    }
}
