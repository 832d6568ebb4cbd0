//! Blocks with a meaning: `:::name{attributes}` … `:::`.
//!
//! Markdown is parsed once for the whole body, so that footnotes and link definitions hold everywhere. For that the fence lines are hidden
//! from the parser: each is replaced by a processing instruction of the same length (`<?   ?>`), which CommonMark takes for a block of raw
//! HTML of one line that ends any paragraph, list or table before it. Places stay exact, and the parser itself tells which of the lines are
//! fences and which stand in a block of code.

use std::borrow::Cow;
use std::ops::Range;

use super::attributes::{self, Attribute, leading};
use super::problems::Problems;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::language::Language;

/// What a directive is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Quote,
    Rendering,
    Checklist,
    Quiz,
    Solution,
    Discussion,
    Facilitator,
    Keypoints,
    Note,
    Video,
    /// One that does not exist: said already.
    Unknown,
}

impl Kind {
    /// The name, as it is written.
    pub(super) fn name(self) -> &'static str {
        DIRECTIVES.iter().find(|(_, kind, _)| *kind == self).map_or("block", |(name, ..)| name)
    }
}

/// All directives: name, kind, and attributes beside `id`, `lang` and `title`.
const DIRECTIVES: &[(&str, Kind, &[&str])] = &[
    ("quote", Kind::Quote, &["by", "source"]),
    ("rendering", Kind::Rendering, &["by"]),
    ("checklist", Kind::Checklist, &[]),
    ("quiz", Kind::Quiz, &[]),
    ("solution", Kind::Solution, &[]),
    ("discussion", Kind::Discussion, &[]),
    ("facilitator", Kind::Facilitator, &[]),
    ("keypoints", Kind::Keypoints, &[]),
    ("note", Kind::Note, &[]),
    ("video", Kind::Video, &["src", "captions", "poster"]),
];
const COMMON: &[&str] = &["id", "lang", "title"];

/// A line that looks like a fence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fence {
    /// The line without its end.
    pub(super) at: Range<usize>,
    pub(super) colons: usize,
    /// Where the directive's name stands; empty for a closing fence.
    name: Range<usize>,
}

impl Fence {
    /// Reads a line, which starts at `start`.
    fn read(line: &str, start: usize) -> Option<Fence> {
        let line = line.trim_end();
        let colons = leading(line, |c| c == ':');
        if colons < 3 {
            return None;
        }
        let name_start = colons + leading(&line[colons..], char::is_whitespace);
        let rest = &line[name_start..];
        // `:::)` is somebody's smile.
        if !rest.is_empty() && !rest.starts_with(|c: char| c.is_alphabetic() || c == '{') {
            return None;
        }
        let length = leading(rest, |c| c.is_alphanumeric() || matches!(c, '-' | '_'));
        Some(Fence { at: start..start + line.len(), colons, name: start + name_start..start + name_start + length })
    }

    /// Whether it closes a directive.
    pub(super) fn closes(&self) -> bool {
        self.name.end == self.at.end && self.name.is_empty()
    }
}

/// Whether the line, without its indentation, would be a fence if it stood right.
pub(super) fn is_fence(line: &str) -> bool {
    Fence::read(line, 0).is_some()
}

/// The text with its fence lines hidden, and the lines.
pub(super) fn hide(text: &str) -> (Cow<'_, str>, Vec<Fence>) {
    let mut fences = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let end = text[start..].find('\n').map_or(text.len(), |i| start + i + 1);
        if text[start..end].starts_with(":::") {
            fences.extend(Fence::read(&text[start..end], start));
        }
        start = end;
    }
    if fences.is_empty() {
        return (Cow::Borrowed(text), fences);
    }
    let mut hidden = String::with_capacity(text.len());
    for fence in &fences {
        hidden.push_str(&text[hidden.len()..fence.at.start]);
        match fence.at.len() {
            3 => hidden.push_str("<?>"),
            length => {
                hidden.push_str("<?");
                hidden.extend(std::iter::repeat_n(' ', length - 4));
                hidden.push_str("?>");
            }
        }
    }
    hidden.push_str(&text[hidden.len()..]);
    (Cow::Owned(hidden), fences)
}

/// An opened directive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Directive {
    pub(super) kind: Kind,
    /// As it is written.
    pub(super) name: String,
    pub(super) colons: usize,
    /// Its opening fence.
    pub(super) at: Range<usize>,
    pub(super) language: Option<Language>,
    /// Where `id` stands, and the id.
    pub(super) id: Option<(String, Range<usize>)>,
    /// All attributes but `lang` and `id`.
    attributes: Vec<Attribute>,
}

impl Directive {
    /// Reads an opening fence and reports what is wrong with it.
    pub(super) fn open(text: &str, fence: &Fence, problems: &mut Problems) -> Directive {
        let name = &text[fence.name.clone()];
        let known = DIRECTIVES.iter().find(|(known, ..)| *known == name);
        if known.is_none() {
            let names = DIRECTIVES.iter().map(|(name, ..)| *name);
            let problem = if name.is_empty() { "nameless" } else { "unknown" };
            let at = if name.is_empty() { fence.at.clone() } else { fence.name.clone() };
            problems.add(Diagnostic::new(Code::UnknownDirective).arg("name", name).arg("problem", problem).suggest(short(name), names), at);
        }
        let mut directive = Directive {
            kind: known.map_or(Kind::Unknown, |(_, kind, _)| *kind),
            name: name.to_owned(),
            colons: fence.colons,
            at: fence.at.clone(),
            language: None,
            id: None,
            attributes: Vec::new(),
        };
        let line = &text[..fence.at.end];
        let start = fence.name.end + leading(&line[fence.name.end..], char::is_whitespace);
        let own = known.map_or(&[][..], |(.., own)| own);
        for attribute in read(line, start, name, problems) {
            directive.take(attribute, own, problems);
        }
        if directive.kind == Kind::Video && directive.get("src").is_none() {
            problems.add(Diagnostic::new(Code::MissingAttribute).arg("name", name).arg("attribute", "src"), fence.at.clone());
        }
        directive
    }

    /// An attribute's value.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|attribute| attribute.name == name).map(|attribute| attribute.value.as_str())
    }

    /// An attribute's value, and where it stands without its quotation marks.
    pub(super) fn value(&self, name: &str, source: &str) -> Option<(&str, Range<usize>)> {
        let attribute = self.attributes.iter().find(|attribute| attribute.name == name)?;
        let written = source.get(attribute.at.clone())?;
        let value = written.find(&attribute.value).filter(|_| !attribute.value.is_empty())?;
        let start = attribute.at.start + value;
        Some((&attribute.value, start..start + attribute.value.len()))
    }

    /// Where an attribute stands.
    pub(super) fn place(&self, name: &str) -> Range<usize> {
        self.attributes.iter().find(|attribute| attribute.name == name).map_or_else(|| self.at.clone(), |attribute| attribute.at.clone())
    }

    fn take(&mut self, attribute: Attribute, own: &[&str], problems: &mut Problems) {
        let known = || COMMON.iter().chain(own).copied();
        if self.kind != Kind::Unknown && !known().any(|known| known == attribute.name) {
            return problems.add(invalid(&self.name, "unknown", &attribute).suggest(short(&attribute.name), known()), attribute.at);
        }
        match attribute.name.as_str() {
            "lang" => match attribute.value.parse() {
                Ok(language) => self.language = Some(language),
                Err(_) => problems.add(invalid(&self.name, "value", &attribute), attribute.at),
            },
            "id" => self.id = Some((attribute.value, attribute.at)),
            _ => self.attributes.push(attribute),
        }
    }
}

/// An attribute that a directive, or a bracketed part, does not take.
pub(super) fn invalid(name: &str, problem: &'static str, attribute: &Attribute) -> Diagnostic {
    Diagnostic::new(Code::InvalidAttribute)
        .arg("name", name)
        .arg("problem", problem)
        .arg("attribute", &attribute.name)
        .arg("value", &attribute.value)
}

/// What follows the name on the fence.
fn read(line: &str, start: usize, name: &str, problems: &mut Problems) -> Vec<Attribute> {
    let unreadable = |at: Range<usize>| {
        let shown = Attribute { name: line[at.clone()].to_owned(), value: String::new(), at: at.clone() };
        (invalid(name, "syntax", &shown), at)
    };
    let rest = &line[start..];
    if rest.is_empty() {
        return Vec::new();
    }
    let (attributes, wrong) = match rest.starts_with('{').then(|| attributes::read(line, start)).flatten() {
        Some(Ok(attributes)) if line[attributes.end..].trim().is_empty() => (attributes.list, None),
        Some(Ok(attributes)) => {
            let after = attributes.end + leading(&line[attributes.end..], char::is_whitespace);
            (attributes.list, Some(after..line.len()))
        }
        Some(Err(wrong)) => (Vec::new(), Some(wrong)),
        None => (Vec::new(), Some(start..line.len())),
    };
    if let Some(wrong) = wrong {
        let (diagnostic, at) = unreadable(wrong);
        problems.add(diagnostic, at);
    }
    attributes
}

/// Looking for the nearest name is slow for names that nobody gives.
fn short(name: &str) -> &str {
    &name[..name.floor_char_boundary(40)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(line: &str) -> (Directive, usize) {
        let mut problems = Problems::default();
        let directive = Directive::open(line, &hide(line).1[0], &mut problems);
        (directive, problems.len())
    }

    #[test]
    fn fence_lines_are_hidden_without_moving_anything() {
        let text = "я\r\n:::заметка{by=«Ёж»}\r\nтекст :::\n  :::\n:::\n:::)\n::";
        let (hidden, fences) = hide(text);
        assert_eq!(hidden.len(), text.len());
        assert!(hidden.contains("?>\r\nтекст :::\n  :::\n<?>\n:::)\n::"));
        assert_eq!(fences.iter().map(|fence| fence.closes()).collect::<Vec<_>>(), [false, true]);
    }

    #[test]
    fn attributes_are_read_from_the_fence() {
        let (quote, problems) = open("::::quote{lang=en by=\"Кен Бланшар\" #цитата}");
        assert_eq!((quote.kind, quote.colons, quote.get("by"), problems), (Kind::Quote, 4, Some("Кен Бланшар"), 0));
        assert_eq!((quote.language, quote.id), ("en".parse().ok(), Some(("цитата".into(), 45..58))));
        assert_eq!(open("::: note {title=Важно}").0.get("title"), Some("Важно"));
    }

    #[test]
    fn what_a_directive_does_not_take_is_said() {
        for line in [
            ":::quote{bi=x}",
            ":::quote{lang=??}",
            ":::quote{by=\"x}",
            ":::note Важно",
            ":::note{.big}",
            ":::video",
            ":::qoute",
            ":::{lang=ru}",
            ":::note{} x",
        ] {
            assert_eq!(open(line).1, 1, "{line}");
        }
    }
}
