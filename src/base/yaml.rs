//! YAML as a tree that knows its places, and readers that report everything that is wrong with it at once.
//!
//! The tree is built from `saphyr-parser`'s events. A scalar stays the text that the author wrote (`1.10` is not the number 1.1, `no` is not
//! `false`): only the reader that wants a number or a date knows that it is one. Hostile input costs no more than its length: nesting and
//! aliases are bounded, and no step recurses deeper than `build::DEEPEST` levels.
//!
//! ```
//! use apologue::base::{path::SitePath, text::Text, yaml};
//!
//! let text = Text::new(SitePath::new("a.yaml"), "title: 2024\nyaer: 7\n");
//! let (title, problems) = yaml::read(&text, 0..text.text.len(), |top| {
//!     top.only(&["title", "year"], &[]);
//!     top.take("title").and_then(|entry| entry.text())
//! });
//! assert_eq!(title.as_deref(), Some("2024"));
//! assert_eq!(problems[0].suggestion.as_deref(), Some("year"));
//! ```

mod build;
mod edit;
mod leaves;
mod mishap;
mod read;
mod simple;

use std::ops::Range;

use super::diagnostic::Diagnostic;
use super::text::{Place, Span, Text};
pub use edit::{Edit, Refusal, Value, Why, edit};
pub use leaves::{Leaf, leaves};
pub(crate) use read::is_web_address;
pub use read::{Entry, Mapping};

/// More problems in one text help nobody, and each costs a walk to its line.
const MOST_PROBLEMS: usize = 200;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its bytes in the text; empty for a value that is not there.
    pub span: Span,
    /// What it is.
    pub content: Content,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A text, number, date, …: whatever stands on its own.
    Scalar {
        /// Without quotes and escapes.
        text: String,
        /// Whether it is certainly a text, because it is quoted or a block.
        quoted: bool,
    },
    /// `[a, b]` or lines with `-`.
    List(Vec<Node>),
    /// `{a: b}` or lines with `a: b`; no key stands twice.
    Map(Vec<Pair>),
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The key, trimmed.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub value: Node,
}

impl Node {
    /// Whether nothing is stated: no value at all, an empty text, `~` or `null`.
    pub fn is_null(&self) -> bool {
        match &self.content {
            Content::Scalar { text, quoted } => text.trim().is_empty() || !quoted && matches!(text.as_str(), "~" | "null"),
            _ => false,
        }
    }

    fn null(at: usize) -> Node {
        Node { span: Span::new(at..at), content: Content::Scalar { text: String::new(), quoted: false } }
    }
}

/// One step from a value to a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// Into a mapping.
    Key(&'a str),
    /// Into a list, from 0. The only item of a list may stand without the list.
    Index(usize),
}

/// Reads the mapping that the range of the text holds, and hands back what is wrong in the order of the text. An empty text is an empty
/// mapping; of one that is no YAML, what can be understood is read.
pub fn read<T>(text: &Text, yaml: Range<usize>, decode: impl FnOnce(Mapping<'_>) -> T) -> (T, Vec<Diagnostic>) {
    let tree = build::tree(text, yaml.clone());
    let sink = read::Sink::new(text, tree.problems, tree.partial);
    let value = decode(Mapping::top(&sink, &tree.root, Span::new(yaml.start..yaml.start)));
    (value, sink.finish())
}

/// The places of a text's values, for whoever finds out later that something is wrong with them.
#[derive(Clone, Debug)]
pub struct Places {
    text: Text,
    root: Node,
}

impl Places {
    /// Reads the mapping that the range of the text holds.
    pub fn new(text: &Text, yaml: Range<usize>) -> Places {
        let span = Span::new(yaml.start..yaml.start);
        Places { text: text.clone(), root: Node { span, content: Content::Map(build::tree(text, yaml).root) } }
    }

    /// A scalar and where it stands, its quotation marks included.
    pub fn scalar(&self, path: &[Step<'_>]) -> Option<(&str, Span)> {
        let mut node = &self.root;
        for step in path {
            node = match (&node.content, step) {
                (Content::Map(pairs), Step::Key(key)) => &pairs.iter().find(|pair| pair.key == *key)?.value,
                (Content::List(items), Step::Index(index)) => items.get(*index)?,
                _ => return None,
            };
        }
        match &node.content {
            Content::Scalar { text, .. } => Some((text, node.span)),
            _ => None,
        }
    }

    /// The place of a value. Where the path leads to nothing, the place is that of the deepest part that it reaches.
    pub fn at(&self, path: &[Step<'_>]) -> Place {
        let mut node = &self.root;
        let mut span = node.span;
        for step in path {
            let next = match (&node.content, step) {
                (Content::Map(pairs), Step::Key(key)) => {
                    pairs.iter().find(|pair| pair.key == *key).map(|pair| (&pair.value, pair.key_span))
                }
                (Content::List(items), Step::Index(index)) => items.get(*index).map(|item| (item, item.span)),
                (_, Step::Index(0)) => Some((node, span)),
                _ => None,
            };
            let Some((value, otherwise)) = next else { break };
            node = value;
            span = if value.span.range().is_empty() { otherwise } else { value.span };
        }
        self.text.place(span)
    }
}

/// The place of one value; of several, [`Places`] reads the text once.
pub fn locate(text: &Text, yaml: Range<usize>, path: &[Step<'_>]) -> Place {
    Places::new(text, yaml).at(path)
}

#[cfg(test)]
mod tests;
