//! YAML edited in place: what an edit does not name stays byte for byte, comments, order and quotes included.
//!
//! An edit is a splice or two of the text at the places that the tree knows. Whether it did what it was asked for is not believed but
//! looked at: the new text is read again and must say what was intended, nothing else changed. If it does not, because values are shared
//! through anchors or written in a way that is not foreseen here, nobody's file is harmed: the edit is refused.
//!
//! ```
//! use apologue::base::{path::SitePath, text::Text, yaml::{self, Edit, Step, Value}};
//!
//! let text = Text::new(SitePath::new("a.yaml"), "title: Shop # short\nthemes: trust\n");
//! let edits = [
//!     Edit::Append(vec![Step::Key("themes")], Value::text("care")),
//!     Edit::Set(vec![Step::Key("translation"), Step::Key("by")], Value::text("Ана: я")),
//! ];
//! let edited = yaml::edit(&text, 0..text.text.len(), &edits).unwrap();
//! assert_eq!(edited, "title: Shop # short\nthemes: [trust, care]\ntranslation:\n  by: \"Ана: я\"\n");
//! ```

mod intended;
mod splice;
#[cfg(test)]
mod tests;
mod write;

use std::ops::Range;

use super::{Content, Node, Step, build};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::text::{Place, Span, Text};

/// One change to a mapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit<'a> {
    /// States a value. The key and the mappings above it are made where they are missing, each at the end of its mapping.
    Set(Vec<Step<'a>>, Value),
    /// Adds an item to the end of a list. A list that is missing is made; a lone value, which stands for a list of one, becomes a list.
    Append(Vec<Step<'a>>, Value),
    /// Takes a key or an item away, and with the last one of a mapping or list that as well.
    Remove(Vec<Step<'a>>),
    /// Gives a key another name.
    Rename(Vec<Step<'a>>, &'a str),
}

impl<'a> Edit<'a> {
    fn path(&self) -> &[Step<'a>] {
        match self {
            Edit::Set(path, _) | Edit::Append(path, _) | Edit::Remove(path) | Edit::Rename(path, _) => path,
        }
    }
}

/// What is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text, with quotes where it would else be read as something else, here or by another program.
    Text(String),
    /// A date, a number, a yes or no: without quotes.
    Plain(String),
    /// A list.
    List(Vec<Value>),
    /// A mapping.
    Map(Vec<(String, Value)>),
}

impl Value {
    /// A text.
    pub fn text(text: impl Into<String>) -> Value {
        Value::Text(text.into())
    }

    /// What needs no quotes, such as a date.
    pub fn plain(value: impl ToString) -> Value {
        Value::Plain(value.to_string())
    }

    /// A list of texts.
    pub fn texts(texts: impl IntoIterator<Item = impl Into<String>>) -> Value {
        Value::List(texts.into_iter().map(Value::text).collect())
    }
}

/// Why a text was not edited. It must be done by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Where.
    pub place: Place,
    /// Why.
    pub why: Why,
}

/// Why a text was not edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The text is no proper YAML as it is.
    Unreadable,
    /// There is nothing with this name.
    Missing,
    /// Something of another type stands there.
    Shape,
    /// There is something with the new name.
    Taken,
    /// The value is shared through an anchor, or written in a way that is not understood well enough to change it.
    Unusual,
}

impl Why {
    /// The word of the message `edit-by-hand`.
    pub fn as_str(self) -> &'static str {
        match self {
            Why::Unreadable => "unreadable",
            Why::Missing => "missing",
            Why::Shape => "shape",
            Why::Taken => "taken",
            Why::Unusual => "unusual",
        }
    }
}

impl Refusal {
    /// The same as a message to the user.
    pub fn diagnostic(self) -> Diagnostic {
        Diagnostic::new(Code::EditByHand).arg("reason", self.why.as_str()).at(self.place)
    }
}

/// Edits the mapping that the range of the text holds, one edit after the other, and hands back the whole text.
///
/// # Errors
/// An edit cannot be made without the risk of changing something else.
pub fn edit(text: &Text, yaml: Range<usize>, edits: &[Edit<'_>]) -> Result<String, Refusal> {
    let mut text = text.clone();
    let mut range = yaml;
    for edit in edits {
        let edited = one(&text, range.clone(), edit)?;
        range.end = edited.len() - (text.text.len() - range.end);
        text.text = edited.into();
    }
    Ok(text.text.to_string())
}

fn one(text: &Text, range: Range<usize>, edit: &Edit<'_>) -> Result<String, Refusal> {
    let refused = |span: Span, why| Refusal { place: text.place(span), why };
    let mut root = read(text, range.clone()).map_err(|place| Refusal { place, why: Why::Unreadable })?;
    let splices = splice::splices(&text.text, range.clone(), &root, edit).map_err(|(span, why)| refused(span, why))?;
    let span = deepest(&root, edit.path());
    let mut edited = String::with_capacity(text.text.len() + 64);
    let mut done = 0;
    for (part, new) in splices {
        edited.push_str(text.text.get(done..part.start).ok_or_else(|| refused(span, Why::Unusual))?);
        edited.push_str(&new);
        done = part.end;
    }
    edited.push_str(text.text.get(done..).ok_or_else(|| refused(span, Why::Unusual))?);

    intended::apply(&mut root, edit);
    let end = edited.len() - (text.text.len() - range.end);
    match read(&Text::new(text.path.clone(), edited.as_str()), range.start..end) {
        Ok(new) if intended::same(&root, &new) => Ok(edited),
        _ => Err(refused(span, Why::Unusual)),
    }
}

/// The mapping with nothing wrong in it, else the place of what is wrong.
fn read(text: &Text, range: Range<usize>) -> Result<Node, Place> {
    let tree = build::tree(text, range.clone());
    match tree.problems.into_iter().next() {
        Some(problem) => Err(problem.place.unwrap_or_else(|| text.whole())),
        None => {
            let mut root = Node { span: splice::top(&text.text, range, &tree.root), content: Content::Map(tree.root) };
            splice::begin_at_signs(&text.text, &mut root);
            Ok(root)
        }
    }
}

/// Where the deepest part stands that the path reaches.
fn deepest(root: &Node, path: &[Step<'_>]) -> Span {
    let (mut node, mut span) = (root, root.span);
    for step in path {
        match splice::child(node, *step) {
            Some(index) => (node, span) = splice::at(node, index).map_or((node, span), |(child, place)| (child, place)),
            None => break,
        }
    }
    span
}
