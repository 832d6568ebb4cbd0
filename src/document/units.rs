//! A text as translation units: title, summary, and the blocks of the body, each with its place and its meaning.

use crate::base::language::Language;
use crate::base::text::{Span, Text};
use crate::base::yaml::{self, Step};
use crate::document::{body, front_matter, meaning};

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitKind {
    /// `title` of the front matter.
    Title,
    /// `summary` of the front matter.
    Summary,
    /// A heading; its level as it is written.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// The text of a list's item.
    Item,
    /// An item with a box: of a checklist, or an answer of a quiz.
    Task {
        /// Whether it is ticked.
        done: bool,
    },
    /// The question of a quiz.
    Question,
    /// A row of a table, without the bars at its ends.
    Row,
    /// What a definition list defines.
    Term,
    /// An attribute of a directive, by name.
    Attribute(&'static str),
    /// A block of code.
    Code,
    /// Raw HTML.
    Html,
}

impl UnitKind {
    /// The name in machine-readable output and in the messages `unit-NAME`; it never changes.
    pub fn as_str(self) -> &'static str {
        match self {
            UnitKind::Title => "title",
            UnitKind::Summary => "summary",
            UnitKind::Heading(_) => "heading",
            UnitKind::Paragraph => "paragraph",
            UnitKind::Item => "item",
            UnitKind::Task { .. } => "task",
            UnitKind::Question => "question",
            UnitKind::Row => "row",
            UnitKind::Term => "term",
            UnitKind::Attribute(_) => "attribute",
            UnitKind::Code => "code",
            UnitKind::Html => "html",
        }
    }

    /// The name with what a change of it would change: `heading-2`, `task-done`. In machine-readable output; it never changes.
    pub fn shape(self) -> String {
        match self {
            UnitKind::Heading(level) => format!("heading-{level}"),
            UnitKind::Task { done: true } => "task-done".to_owned(),
            kind => kind.as_str().to_owned(),
        }
    }

    /// Whether it is the same kind of thing; a tick more or less is a change of what it says.
    pub fn is_like(self, other: UnitKind) -> bool {
        self == other || matches!((self, other), (UnitKind::Task { .. }, UnitKind::Task { .. }))
    }

    /// Whether it has words to translate.
    pub fn is_translated(self) -> bool {
        !matches!(self, UnitKind::Code | UnitKind::Html)
    }
}

/// A piece of a text that is translated, compared and reported on its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// What it is.
    pub kind: UnitKind,
    /// What it stands in, from the outside in: `quote`, `list`, `item`, a directive's name.
    pub within: Vec<&'static str>,
    /// Its words in the file, without the marks around them. Of a title or summary, the value with its quotation marks.
    pub at: Span,
    /// What it says; see [`meaning`].
    pub meaning: String,
    /// The number of the heading that it stands under, or is.
    pub section: Option<usize>,
    /// Whether only facilitators see it.
    pub facilitator: bool,
    /// The links and images in it, in their order.
    pub references: Vec<Reference>,
    /// Its words, by the language that they are said to be in.
    pub parts: Vec<Part>,
}

impl Unit {
    /// Whether the other stands at a like place and is of a like kind.
    pub fn is_like(&self, other: &Unit) -> bool {
        self.kind.is_like(other.kind) && self.within == other.within
    }

    /// Whether the other says the same in the same role.
    pub fn says_the_same(&self, other: &Unit) -> bool {
        self.is_like(other) && self.meaning == other.meaning
    }
}

/// Words of a unit in one language, without marks, code and addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The language that `lang` says; nothing for the text's own.
    pub language: Option<Language>,
    /// The words.
    pub words: String,
}

/// A directive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Directive {
    /// Its name.
    pub name: &'static str,
    /// How many others it stands in.
    pub depth: usize,
    /// Its fence.
    pub at: Span,
}

/// Something that a unit links to or shows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference {
    /// As [`meaning::target`] gives it.
    pub name: String,
    /// Whether it is shown rather than linked.
    pub image: bool,
}

/// A quiz's right answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quiz {
    /// Its id, if it has one.
    pub id: Option<String>,
    /// For each answer, whether it is right.
    pub right: Vec<bool>,
    /// Its fence.
    pub at: Span,
}

/// A text in units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Units {
    /// In the order of the text.
    pub list: Vec<Unit>,
    /// The directives.
    pub directives: Vec<Directive>,
    /// The quizzes.
    pub quizzes: Vec<Quiz>,
}

/// Takes a text apart. Its problems are nobody's business here: see [`super::parse`].
pub fn of(text: &Text) -> Units {
    let parts = front_matter::split(text);
    let mut units = body::units(text.text.get(parts.body.clone()).unwrap_or_default(), parts.body.start);
    if let Some(range) = parts.front_matter {
        let places = yaml::Places::new(text, range);
        let stated = [("title", UnitKind::Title), ("summary", UnitKind::Summary)].into_iter().filter_map(|(key, kind)| {
            let (value, at) = places.scalar(&[Step::Key(key)])?;
            let unit = Unit {
                kind,
                within: Vec::new(),
                at,
                meaning: meaning::of_text(value),
                section: None,
                facilitator: false,
                references: Vec::new(),
                parts: vec![Part { language: None, words: value.to_owned() }],
            };
            (!unit.meaning.is_empty()).then_some(unit)
        });
        let stated: Vec<Unit> = stated.collect();
        units.list.splice(0..0, stated);
    }
    units
}

/// A unit's words as one line of Markdown: without line ends that are spaces, and without the marks of what it stands in. A line end that
/// is one stays, as a backslash and a line feed.
pub fn words(text: &Text, unit: &Unit) -> String {
    if matches!(unit.kind, UnitKind::Title | UnitKind::Summary) {
        let key = if unit.kind == UnitKind::Title { "title" } else { "summary" };
        let places = front_matter::places(text);
        return places
            .scalar(&[Step::Key(key)])
            .map(|(value, _)| value.split_ascii_whitespace().collect::<Vec<_>>().join(" "))
            .unwrap_or_default();
    }
    let raw = text.text.get(unit.at.range()).unwrap_or_default();
    if !unit.kind.is_translated() {
        return raw.to_owned();
    }
    let depth = unit.within.iter().filter(|name| **name == "quote").count();
    let mut out = String::with_capacity(raw.len());
    for (number, line) in raw.lines().enumerate() {
        let mut line = line;
        if number > 0 {
            for _ in 0..depth {
                let inner = line.trim_start();
                line = inner.strip_prefix('>').unwrap_or(inner);
            }
            out.push_str(if out.ends_with('\\') && !out.ends_with("\\\\") { "\n" } else { " " });
        }
        let hard = line.ends_with("  ");
        out.push_str(line.trim());
        if hard && !line.trim().is_empty() && number + 1 < raw.lines().count() {
            out.push('\\');
        }
    }
    out
}

#[cfg(test)]
mod tests;
