//! From events to a tree.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, Tag};

use super::mishap::{self, Mishap};
use super::{Content, MOST_PROBLEMS, Node, Pair, simple};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::text::{Span, Text};

/// No file of a site nests deeper than a few levels.
pub(super) const DEEPEST: usize = 32;
/// How much aliases may repeat, in bytes of text and values.
const MOST_REPEATED: usize = 1 << 20;
/// How often reading begins again behind a mistake.
const MOST_RESTARTS: usize = 16;

pub(super) struct Tree {
    /// The pairs at the top.
    pub root: Vec<Pair>,
    /// What makes the text no proper YAML, and keys that stand twice.
    pub problems: Vec<Diagnostic>,
    /// Whether parts were skipped, so that nobody can say that a key is missing.
    pub partial: bool,
}

/// Builds the tree.
pub(super) fn tree(text: &Text, range: Range<usize>) -> Tree {
    let source = text.text.get(range.clone()).unwrap_or_default();
    let mut tree = match simple::pairs(source, range.start) {
        Some(root) => Tree { root, problems: Vec::new(), partial: false },
        None => parse(text, range),
    };
    let (root, twice) = without_duplicates(std::mem::take(&mut tree.root));
    tree.root = root;
    let twice = twice
        .into_iter()
        .take(MOST_PROBLEMS)
        .map(|(pair, first)| duplicate(&pair.key, pair.key_span.range(), first.range()).diagnostic(text, 0));
    tree.problems.extend(twice);
    tree.problems.truncate(MOST_PROBLEMS);
    tree
}

/// Builds it of the parser's events. After a mistake it goes on at the next line that begins a key at the top, so that one mistake hides no
/// other. A key may stand twice at the top.
pub(super) fn parse(text: &Text, range: Range<usize>) -> Tree {
    let source = text.text.get(range.clone()).unwrap_or_default();
    let mut tree = Tree { root: Vec::new(), problems: Vec::new(), partial: false };
    let mut from = 0;
    for _ in 0..MOST_RESTARTS {
        let rest = &source[from..];
        let base = range.start + from;
        let mut builder = Builder::new(rest, base);
        let outcome = builder.run();
        tree.problems.extend(builder.problems.into_iter().take(MOST_PROBLEMS).map(|mishap| mishap.diagnostic(text, base)));
        match builder.root.map(|root| root.content) {
            Some(Content::Map(pairs)) => tree.root.extend(pairs),
            None => {}
            Some(Content::Scalar { text, quoted: false }) if text.is_empty() => {}
            // Prose or a list where keys are wanted. If the text broke off as well, that says more.
            Some(_) if outcome.is_ok() => {
                tree.partial = true;
                tree.problems.push(mishap::no_keys(rest).diagnostic(text, base));
            }
            Some(_) => {}
        }
        let Err(mishap) = outcome else { break };
        tree.partial = true;
        // What follows a bomb repeats what is not there any more.
        if builder.repeated > MOST_REPEATED {
            tree.problems.push(mishap.diagnostic(text, base));
            break;
        }
        let resume = mishap.resume(rest);
        tree.problems.push(mishap.diagnostic(text, base));
        match resume {
            Some(resume) => from += resume,
            None => break,
        }
    }
    tree
}

/// A container whose end has not come yet.
enum Open {
    List { start: usize, anchor: usize, items: Vec<Node> },
    Map { start: usize, anchor: usize, pairs: Vec<Pair>, key: Pending },
}

/// A key that waits for its value.
enum Pending {
    None,
    Key(String, Span),
    /// What stands as a key cannot be one; its value goes with it.
    Unusable,
}

struct Builder<'t> {
    source: &'t str,
    bytes: Bytes<'t>,
    base: usize,
    stack: Vec<Open>,
    anchors: BTreeMap<usize, Node>,
    repeated: usize,
    root: Option<Node>,
    problems: Vec<Mishap>,
    /// Where the entry begins that is being read, for the explanation of a mistake.
    entry: usize,
}

impl<'t> Builder<'t> {
    fn new(source: &'t str, base: usize) -> Self {
        Builder {
            source,
            bytes: Bytes::new(source),
            base,
            stack: Vec::new(),
            anchors: BTreeMap::new(),
            repeated: 0,
            root: None,
            problems: Vec::new(),
            entry: 0,
        }
    }

    /// Reads to the end or to the first mistake; what was read until then is kept.
    fn run(&mut self) -> Result<(), Mishap> {
        let outcome = self.events();
        while let Some(open) = self.stack.pop() {
            let end = self.source.len();
            self.close(open, end);
        }
        outcome
    }

    fn events(&mut self) -> Result<(), Mishap> {
        // The parser takes a NUL for the end; no other control character belongs into a text either.
        let control = self.source.char_indices().find(|(_, c)| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{85}'));
        let clean = &self.source[..control.map_or(self.source.len(), |(at, _)| at)];
        let mut documents = 0;
        for event in Parser::new_from_str(clean) {
            let (event, span) = event.map_err(|error| {
                let at = self.bytes.at(error.marker().index());
                mishap::explain(self.source, self.entry, at, error.info())
            })?;
            let span = self.bytes.at(span.start.index())..self.bytes.at(span.end.index());
            match event {
                Event::DocumentStart(_) => {
                    documents += 1;
                    if documents > 1 {
                        return Err(Mishap::at("documents", span));
                    }
                }
                Event::Scalar(text, style, anchor, tag) => {
                    let node = self.scalar(text, style, tag, span);
                    self.finish(node, anchor)?;
                }
                Event::Alias(anchor) => {
                    let node = self.repeat(anchor, &span)?;
                    self.value(node);
                }
                Event::SequenceStart(anchor, _) => {
                    self.open(Open::List { start: span.start, anchor, items: Vec::new() }, &span)?;
                }
                Event::MappingStart(anchor, _) => {
                    self.open(Open::Map { start: span.start, anchor, pairs: Vec::new(), key: Pending::None }, &span)?;
                }
                Event::SequenceEnd | Event::MappingEnd => {
                    if let Some(open) = self.stack.pop() {
                        let anchor = match &open {
                            Open::List { anchor, .. } | Open::Map { anchor, .. } => *anchor,
                        };
                        if let Some(node) = self.close_into_node(open, span.end) {
                            self.finish(node, anchor)?;
                        }
                    }
                }
                Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
            }
        }
        match control {
            Some((at, c)) => Err(Mishap::at("control", at..at + c.len_utf8())),
            None => Ok(()),
        }
    }

    fn scalar(&mut self, text: Cow<'_, str>, style: ScalarStyle, tag: Option<Cow<'_, Tag>>, span: Range<usize>) -> Node {
        let mut quoted = style != ScalarStyle::Plain;
        let mut text = text.into_owned();
        match tag {
            Some(tag) if tag.is_yaml_core_schema() => quoted |= tag.suffix == "str",
            // `title: !Wow` is meant as a text.
            Some(_) => {
                text = self.source[span.clone()].to_owned();
                self.problems.push(Mishap::at("special", span.clone()).detail("!"));
            }
            None => {}
        }
        Node { span: self.span(span), content: Content::Scalar { text, quoted } }
    }

    fn repeat(&mut self, anchor: usize, span: &Range<usize>) -> Result<Node, Mishap> {
        let node = self.anchors.get(&anchor).ok_or_else(|| Mishap::at("alias", span.clone()))?;
        self.repeated += weight(node);
        if self.repeated > MOST_REPEATED {
            return Err(Mishap::at("alias", span.clone()));
        }
        Ok(Node { span: self.span(span.clone()), content: node.content.clone() })
    }

    fn open(&mut self, open: Open, span: &Range<usize>) -> Result<(), Mishap> {
        if self.stack.len() >= DEEPEST {
            return Err(Mishap::at("deep", span.clone()));
        }
        self.stack.push(open);
        Ok(())
    }

    /// Takes a complete value and remembers it if an alias may name it.
    fn finish(&mut self, node: Node, anchor: usize) -> Result<(), Mishap> {
        if anchor > 0 {
            self.repeated += weight(&node);
            if self.repeated > MOST_REPEATED {
                let span = node.span.start as usize - self.base..node.span.end as usize - self.base;
                return Err(Mishap::at("alias", span));
            }
            self.anchors.insert(anchor, node.clone());
        }
        self.value(node);
        Ok(())
    }

    fn close(&mut self, open: Open, end: usize) {
        if let Some(node) = self.close_into_node(open, end) {
            self.value(node);
        }
    }

    fn close_into_node(&mut self, open: Open, end: usize) -> Option<Node> {
        match open {
            Open::List { start, items, .. } => Some(Node { span: self.trimmed(start, end), content: Content::List(items) }),
            Open::Map { start, mut pairs, key, .. } => {
                // The text broke off behind a key.
                if let Pending::Key(key, key_span) = key {
                    let value = Node::null(key_span.end as usize);
                    pairs.push(Pair { key, key_span, value });
                }
                // Those at the top are looked through when all parts of the text are read.
                if !self.stack.is_empty() {
                    let (kept, twice) = without_duplicates(pairs);
                    pairs = kept;
                    for (pair, first) in twice {
                        let relative = |span: Span| span.start as usize - self.base..span.end as usize - self.base;
                        self.problems.push(duplicate(&pair.key, relative(pair.key_span), relative(first)));
                    }
                }
                Some(Node { span: self.trimmed(start, end), content: Content::Map(pairs) })
            }
        }
    }

    /// Puts a value where it belongs: as an item, as a key, as the value of the key before it, or at the top.
    fn value(&mut self, node: Node) {
        let top = self.stack.len() <= 1;
        match self.stack.last_mut() {
            None => self.root = Some(node),
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Map { pairs, key, .. }) => match std::mem::replace(key, Pending::None) {
                Pending::Key(key, key_span) => pairs.push(Pair { key, key_span, value: node }),
                Pending::Unusable => {}
                Pending::None => {
                    let start = node.span.start as usize - self.base;
                    if top {
                        self.entry = start;
                    }
                    match node.content {
                        Content::Scalar { text, .. } if !text.trim().is_empty() => *key = Pending::Key(text.trim().to_owned(), node.span),
                        _ => {
                            *key = Pending::Unusable;
                            self.problems.push(Mishap::at("key", start..node.span.end as usize - self.base));
                        }
                    }
                }
            },
        }
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(range.start + self.base..range.end + self.base)
    }

    /// A block's end is the next token's begin.
    fn trimmed(&self, start: usize, end: usize) -> Span {
        let end = start + self.source.get(start..end).map_or(0, |part| part.trim_end().len());
        self.span(start..end)
    }
}

/// The parser counts characters. Its positions come nearly in order, so that the way from one to the next is short.
struct Bytes<'t> {
    text: &'t str,
    ascii: bool,
    chars: usize,
    byte: usize,
}

impl<'t> Bytes<'t> {
    fn new(text: &'t str) -> Self {
        Bytes { text, ascii: text.is_ascii(), chars: 0, byte: 0 }
    }

    fn at(&mut self, index: usize) -> usize {
        if self.ascii {
            return index.min(self.text.len());
        }
        while self.chars < index {
            let Some(c) = self.text[self.byte..].chars().next() else { break };
            self.byte += c.len_utf8();
            self.chars += 1;
        }
        while self.chars > index {
            let Some(c) = self.text[..self.byte].chars().next_back() else { break };
            self.byte -= c.len_utf8();
            self.chars -= 1;
        }
        self.byte
    }
}

/// What repeating a value costs.
fn weight(node: &Node) -> usize {
    size_of::<Node>()
        + match &node.content {
            Content::Scalar { text, .. } => text.len(),
            Content::List(items) => items.iter().map(weight).sum(),
            Content::Map(pairs) => pairs.iter().map(|pair| pair.key.len() + weight(&pair.value)).sum(),
        }
}

/// Parts pairs whose key stood before from the others, with the place of the first.
fn without_duplicates(pairs: Vec<Pair>) -> (Vec<Pair>, Vec<(Pair, Span)>) {
    let mut seen = BTreeMap::new();
    let firsts: Vec<Option<Span>> = pairs
        .iter()
        .map(|pair| match seen.entry(pair.key.as_str()) {
            Entry::Vacant(entry) => {
                entry.insert(pair.key_span);
                None
            }
            Entry::Occupied(first) => Some(*first.get()),
        })
        .collect();
    let mut kept = Vec::with_capacity(pairs.len());
    let mut twice = Vec::new();
    for (pair, first) in pairs.into_iter().zip(firsts) {
        match first {
            None => kept.push(pair),
            Some(first) => twice.push((pair, first)),
        }
    }
    (kept, twice)
}

fn duplicate(key: &str, span: Range<usize>, first: Range<usize>) -> Mishap {
    Mishap { code: Code::DuplicateKey, reason: "", span, detail: key.to_owned(), other: Some(first) }
}
