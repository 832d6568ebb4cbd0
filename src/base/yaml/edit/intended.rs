//! What an edit is to come to, as a tree.

use super::{Edit, Value};
use crate::base::text::Span;
use crate::base::yaml::{Content, Node, Pair, Step};

/// Makes the change in the tree. Places are of no account.
pub(super) fn apply(root: &mut Node, edit: &Edit<'_>) {
    match edit {
        Edit::Set(path, value) => reach(root, path, &mut |old| *old = node(value)),
        Edit::Append(path, value) => reach(root, path, &mut |list| {
            if list.is_null() {
                list.content = Content::List(Vec::new());
            }
            if let Content::List(items) = &mut list.content {
                items.push(node(value));
            } else {
                list.content = Content::List(vec![list.clone(), node(value)]);
            }
        }),
        Edit::Remove(path) => {
            remove(root, path);
        }
        Edit::Rename(path, name) => {
            let Some((Step::Key(key), above)) = path.split_last() else { return };
            reach(root, above, &mut |map| {
                let Content::Map(pairs) = &mut map.content else { return };
                pairs.iter_mut().filter(|pair| pair.key == *key).for_each(|pair| pair.key = name.trim().to_owned());
            });
        }
    }
}

/// Changes the value at the end of the path, which is made where it is missing.
fn reach(node: &mut Node, path: &[Step<'_>], change: &mut dyn FnMut(&mut Node)) {
    let Some((step, rest)) = path.split_first() else { return change(node) };
    if node.is_null() {
        node.content = match step {
            Step::Key(_) => Content::Map(Vec::new()),
            Step::Index(_) => Content::List(Vec::new()),
        };
    }
    match (&mut node.content, step) {
        (Content::Map(pairs), Step::Key(key)) => {
            let at = pairs.iter().position(|pair| pair.key == *key).unwrap_or_else(|| {
                pairs.push(Pair { key: key.trim().to_owned(), key_span: Span::default(), value: Node::null(0) });
                pairs.len() - 1
            });
            reach(&mut pairs[at].value, rest, change);
        }
        (Content::List(items), Step::Index(index)) => {
            if *index >= items.len() {
                items.push(Node::null(0));
            }
            let at = (*index).min(items.len() - 1);
            reach(&mut items[at], rest, change);
        }
        // The only item of a list may stand without the list.
        _ => reach(node, rest, change),
    }
}

/// Whether the value is gone; one that holds nothing any more goes with it.
fn remove(node: &mut Node, path: &[Step<'_>]) -> bool {
    let Some((step, rest)) = path.split_first() else { return true };
    match (&mut node.content, step) {
        (Content::Map(pairs), Step::Key(key)) => {
            if let Some(at) = pairs.iter().position(|pair| pair.key == *key)
                && remove(&mut pairs[at].value, rest)
            {
                pairs.remove(at);
            }
            pairs.is_empty()
        }
        (Content::List(items), Step::Index(index)) => {
            if items.get_mut(*index).is_some_and(|item| remove(item, rest)) {
                items.remove(*index);
            }
            items.is_empty()
        }
        (Content::Scalar { .. } | Content::Map(_), Step::Index(0)) => remove(node, rest),
        _ => false,
    }
}

fn node(value: &Value) -> Node {
    let content = match value {
        Value::Text(text) => Content::Scalar { text: text.clone(), quoted: true },
        Value::Plain(text) => Content::Scalar { text: text.clone(), quoted: false },
        Value::List(items) => Content::List(items.iter().map(node).collect()),
        Value::Map(pairs) => {
            let pair = |(key, value): &(String, Value)| Pair { key: key.trim().to_owned(), key_span: Span::default(), value: node(value) };
            Content::Map(pairs.iter().map(pair).collect())
        }
    };
    Node { span: Span::default(), content }
}

/// Whether two trees say the same. Nothing may have become a text, or the reverse.
pub(super) fn same(a: &Node, b: &Node) -> bool {
    match (&a.content, &b.content) {
        (Content::Scalar { text: one, .. }, Content::Scalar { text: other, .. }) => {
            a.is_null() == b.is_null() && (one == other || a.is_null())
        }
        (Content::List(one), Content::List(other)) => one.len() == other.len() && one.iter().zip(other).all(|(a, b)| same(a, b)),
        (Content::Map(one), Content::Map(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(a, b)| a.key == b.key && same(&a.value, &b.value))
        }
        _ => false,
    }
}
