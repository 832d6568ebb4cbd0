//! All single values of a text, for whoever looks for some among them.

use std::ops::Range;

use super::{Content, Node, Step, build};
use crate::base::text::{Span, Text};

/// A single value: what it says, and how it is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    path: Vec<Owned>,
    /// Without quotes and the spaces around.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Owned {
    Key(String),
    Index(usize),
}

impl Owned {
    fn step(&self) -> Step<'_> {
        match self {
            Owned::Key(key) => Step::Key(key),
            Owned::Index(index) => Step::Index(*index),
        }
    }
}

impl Leaf {
    /// The way to it.
    pub fn path(&self) -> Vec<Step<'_>> {
        self.path.iter().map(Owned::step).collect()
    }
}

/// The single values of the mapping that the range holds, in the order of the text.
pub fn leaves(text: &Text, yaml: Range<usize>) -> Vec<Leaf> {
    let mut found = Vec::new();
    for pair in build::tree(text, yaml).root {
        gather(&pair.value, &mut vec![Owned::Key(pair.key)], &mut found);
    }
    found
}

fn gather(node: &Node, path: &mut Vec<Owned>, found: &mut Vec<Leaf>) {
    match &node.content {
        Content::Scalar { text, .. } => found.push(Leaf { path: path.clone(), text: text.trim().to_owned(), span: node.span }),
        Content::List(items) => {
            for (index, item) in items.iter().enumerate() {
                path.push(Owned::Index(index));
                gather(item, path, found);
                path.pop();
            }
        }
        Content::Map(pairs) => {
            for pair in pairs {
                path.push(Owned::Key(pair.key.clone()));
                gather(&pair.value, path, found);
                path.pop();
            }
        }
    }
}
