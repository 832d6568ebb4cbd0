//! A text as words: what a page of it says to whoever cannot see it.
//!
//! The words are read off the finished pieces of the page, so each text is parsed once, and what is said is what is shown: typeset, with the
//! titles that links bear. One walk over the HTML serves two listeners. [`passages`] keeps the words of each language, for the search;
//! [`lines`] keeps the shape that plain text can have, for the pieces of texts that programs are given. Markdown cannot be had from here,
//! because HTML no longer tells how the author wrote: twins are written from the source, by [`crate::document::plain`].

mod lines;
mod passages;

pub use lines::{Paragraph, Stretch};
pub use passages::{Part, Passage};

use super::{Language, Site};
use crate::document::Piece;
use crate::graph::{DocumentIndex, Resolved};

impl Site {
    /// What a text says on the pages of a language, for whoever looks for words in it. The replies of quizzes are not told, nor the words of
    /// the interface.
    pub fn passages(&self, document: DocumentIndex, language: Language) -> Vec<Passage> {
        self.told(document, language, passages::Listener::default()).finish()
    }

    /// What a text says on the pages of a language, paragraph by paragraph.
    pub fn lines(&self, document: DocumentIndex, language: Language) -> Vec<Stretch> {
        self.told(document, language, lines::Listener::new(self.inputs.documents[document].language)).finish()
    }

    fn told<L: Listen>(&self, document: DocumentIndex, language: Language, listener: L) -> L {
        let mut reader = Reader::new(listener);
        self.read(&self.inputs.documents[document].body.pieces, document, language, &mut reader);
        reader.listener
    }

    fn read<L: Listen>(&self, pieces: &[Piece], document: DocumentIndex, language: Language, reader: &mut Reader<L>) {
        for piece in pieces {
            match piece {
                Piece::Html(html) => reader.html(html),
                Piece::Title(link) => {
                    if let Resolved::Internal { destination, .. } = &self.inputs.graph.links[document][*link as usize] {
                        reader.words(&self.destination_title(destination, language));
                    }
                }
                Piece::Message(id, args) if L::HEARS_ALL => reader.words(&self.message(language, id, args)),
                Piece::Facilitator(pieces) if self.inputs.options.facilitator => self.read(pieces, document, language, reader),
                Piece::Facilitator(_) | Piece::Message(..) | Piece::Open(_) | Piece::Close(_) => {}
                Piece::Asset(_) | Piece::Picture(_) | Piece::Poster(_) | Piece::Tracks(..) => {}
            }
        }
    }
}

/// Who is told what a text says. What is silent is not told.
trait Listen {
    /// Whether it is also told what a learner has yet to earn, and the words that are the interface's.
    const HEARS_ALL: bool;

    /// Words, in the elements that are open. Line ends among them are spaces, except where they are `<pre>`.
    fn words(&mut self, words: &str, open: &[Element]);

    /// An element that begins in others.
    fn begins(&mut self, element: &Element, open: &[Element]);

    /// The end of an element, which is no longer among those that are open.
    fn ends(&mut self, name: &str, open: &[Element]);
}

/// An element of a page.
struct Element {
    name: String,
    classes: String,
    /// The language that `lang` says.
    language: Option<Language>,
    is_silent: bool,
    /// The anchor of a heading.
    anchor: Option<String>,
    /// What stands for an image that cannot be seen.
    alt: String,
    /// The number that a list begins with.
    start: u64,
}

impl Element {
    /// Whether it stands among words and does not part them.
    fn is_inline(&self) -> bool {
        is_inline(&self.name)
    }
}

/// The language of what stands in these elements; nothing for the text's own.
fn language_in(open: &[Element]) -> Option<Language> {
    open.iter().rev().find_map(|element| element.language)
}

fn is_inline(name: &str) -> bool {
    INLINE.contains(&name)
}

/// Reads finished HTML, which comes in pieces that may end within a tag. It is our own: well-formed, its text escaped.
struct Reader<L> {
    /// The tag that has begun.
    tag: Option<String>,
    open: Vec<Element>,
    listener: L,
}

/// Elements that do not part words.
const INLINE: [&str; 26] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small",
    "span", "strong", "sub", "sup", "u", "var", "wbr",
];
/// Elements without an end.
const VOID: [&str; 8] = ["br", "col", "hr", "img", "input", "source", "track", "wbr"];
/// Elements whose content is no part of the text.
const SILENT: [&str; 5] = ["button", "script", "style", "svg", "template"];
/// The same for classes: the marks that lead to footnotes and back.
const SILENT_CLASSES: [&str; 2] = ["footnote-back", "footnote-ref"];
/// What a learner has yet to earn.
const REPLIES: &str = "replies";

impl<L: Listen> Reader<L> {
    fn new(listener: L) -> Reader<L> {
        Reader { tag: None, open: Vec::new(), listener }
    }

    fn html(&mut self, mut html: &str) {
        while !html.is_empty() {
            match &mut self.tag {
                None => {
                    let (words, rest) = html.split_once('<').map_or((html, None), |(words, rest)| (words, Some(rest)));
                    self.words(&unescaped(words));
                    self.tag = rest.map(|_| String::new());
                    html = rest.unwrap_or_default();
                }
                Some(tag) => {
                    let (more, rest) = html.split_once('>').map_or((html, None), |(more, rest)| (more, Some(rest)));
                    tag.push_str(more);
                    if let Some(rest) = rest {
                        let tag = self.tag.take().unwrap_or_default();
                        self.tag(&tag);
                        html = rest;
                    } else {
                        html = "";
                    }
                }
            }
        }
    }

    fn is_silent(&self) -> bool {
        self.open.iter().any(|element| element.is_silent)
    }

    /// Words between tags. Those that fill an attribute are not told.
    fn words(&mut self, words: &str) {
        if self.tag.is_none() && !words.is_empty() && !self.is_silent() {
            self.listener.words(words, &self.open);
        }
    }

    fn tag(&mut self, tag: &str) {
        if let Some(name) = tag.strip_prefix('/') {
            let from = self.open.iter().rposition(|element| element.name == name);
            self.open.truncate(from.unwrap_or(self.open.len()));
            if !self.is_silent() {
                self.listener.ends(name, &self.open);
            }
            return;
        }
        let element = element(tag, L::HEARS_ALL);
        if !self.is_silent() {
            self.listener.begins(&element, &self.open);
        }
        if !VOID.contains(&element.name.as_str()) {
            self.open.push(element);
        }
    }
}

fn element(tag: &str, hears_all: bool) -> Element {
    let name = tag.split([' ', '/', '\n']).next().unwrap_or_default();
    let level = name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok()).filter(|level| (1..=6).contains(level));
    let classes = attribute(tag, "class").unwrap_or_default();
    // Nobody asks the other elements for it.
    let of = |element: &str, key: &str| if name == element { attribute(tag, key) } else { None };
    let is_silent = |class: &str| SILENT_CLASSES.contains(&class) || class == REPLIES && !hears_all;
    Element {
        name: name.to_owned(),
        classes: classes.to_owned(),
        language: attribute(tag, "lang").and_then(|lang| lang.parse().ok()),
        is_silent: SILENT.contains(&name) || classes.split(' ').any(is_silent),
        anchor: attribute(tag, "id").filter(|_| level.is_some()).map(unescaped),
        alt: of("img", "alt").map(unescaped).unwrap_or_default(),
        start: of("ol", "start").and_then(|start| start.parse().ok()).unwrap_or(1),
    }
}

/// The value of an attribute in a tag.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    tag.match_indices(name).find_map(|(at, _)| {
        let value = tag[at + name.len()..].strip_prefix("=\"")?;
        tag[..at].ends_with([' ', '\n']).then(|| value.split('"').next().unwrap_or_default())
    })
}

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let known = [("amp;", '&'), ("lt;", '<'), ("gt;", '>'), ("quot;", '"'), ("#39;", '\'')];
        match known.into_iter().find_map(|(name, c)| Some((c, after.strip_prefix(name)?))) {
            Some((c, after)) => {
                out.push(c);
                rest = after;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}
