//! The front matter that most texts have, read without a parser: lines `key: value` whose values are words, words in double quotes, or
//! words in brackets on the same line. Of a text with anything else, everything is left to the parser, and a test holds both to the same
//! tree.

use super::{Content, Node, Pair};
use crate::base::bytes::ByteSet;
use crate::base::text::Span;

/// The pairs of a text that begins at `base` of its file, if it is that simple.
pub(super) fn pairs(source: &str, base: usize) -> Option<Vec<Pair>> {
    let mut pairs = Vec::new();
    let mut at = base;
    for line in source.split_inclusive('\n') {
        let text = line.strip_suffix('\n').unwrap_or(line);
        pairs.push(pair(text, at, value).filter(|_| !text.ends_with(' '))?);
        at += line.len();
    }
    Some(pairs)
}

/// A text's reader: from the text and where it begins.
type Read = fn(&str, usize) -> Option<Node>;

/// `key: value`, where the key is a plain name.
fn pair(text: &str, at: usize, value: Read) -> Option<Pair> {
    let (key, rest) = text.split_once(": ")?;
    let is_name = key.starts_with(|c: char| c.is_ascii_alphabetic()) && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    if !is_name || key.len() > 100 {
        return None;
    }
    let (rest, start) = trim(rest, at + key.len() + 2);
    Some(Pair { key: key.to_owned(), key_span: Span::new(at..at + key.len()), value: value(rest, start)? })
}

fn value(text: &str, at: usize) -> Option<Node> {
    let content = match text.as_bytes() {
        [b'[', .., b']'] => Content::List(parts(text, at).map(|(part, at)| word(part, at)).collect::<Option<_>>()?),
        [b'{', .., b'}'] => {
            let pairs: Vec<Pair> = parts(text, at).map(|(part, at)| pair(part, at, word)).collect::<Option<_>>()?;
            let twice = pairs.iter().enumerate().any(|(i, pair)| pairs[..i].iter().any(|other| other.key == pair.key));
            Content::Map(Some(pairs).filter(|pairs| !twice && pairs.len() < 10)?)
        }
        [b'"', inside @ .., b'"'] if is_text(inside) && QUOTED.find(inside, 0).is_none() => {
            Content::Scalar { text: text[1..text.len() - 1].to_owned(), quoted: true }
        }
        bytes => {
            // A key in the value, or a comment.
            let other = |at: usize| bytes[at] == b'#' || bytes.get(at + 1).is_none_or(|next| *next == b' ');
            let plain = text.starts_with(char::is_alphanumeric) && is_text(bytes) && !COLON_AND_HASH.places(bytes).any(other);
            return plain.then(|| scalar(text, at));
        }
    };
    Some(Node { span: Span::new(at..at + text.len()), content })
}

/// What stands in brackets, between its commas.
fn parts(text: &str, at: usize) -> impl Iterator<Item = (&str, usize)> {
    let mut at = at + 1;
    text[1..text.len() - 1].split(',').map(move |part| {
        let start = at;
        at += part.len() + 1;
        trim(part, start)
    })
}

/// What in brackets means nothing but itself.
fn word(text: &str, at: usize) -> Option<Node> {
    let bytes = text.as_bytes();
    let plain = |b: &u8| b.is_ascii_alphanumeric() || !b.is_ascii() || matches!(b, b' ' | b'-' | b'_' | b'.' | b'/');
    (text.starts_with(char::is_alphanumeric) && bytes.iter().all(plain) && is_text(bytes)).then(|| scalar(text, at))
}

fn scalar(text: &str, at: usize) -> Node {
    Node { span: Span::new(at..at + text.len()), content: Content::Scalar { text: text.to_owned(), quoted: false } }
}

/// Without the spaces around, and where that begins.
fn trim(text: &str, at: usize) -> (&str, usize) {
    let trimmed = text.trim_start_matches(' ');
    (trimmed.trim_end_matches(' '), at + text.len() - trimmed.len())
}

const COLON_AND_HASH: ByteSet = ByteSet::of(b":#");
const QUOTED: ByteSet = ByteSet::of(b"\"\\");

/// Whether there is certainly no control character. The signs of Latin-1, such as « and ¿, begin like one.
fn is_text(bytes: &[u8]) -> bool {
    ByteSet::CONTROL.places(bytes).all(|at| bytes[at] == 0xC2 && bytes.get(at + 1).is_some_and(|next| *next >= 0xA0))
}
