//! A text as plain words under its headings: what a page of it says to whoever cannot see it, such as an index.

use super::{Language, Site};
use crate::document::Piece;
use crate::graph::{DocumentIndex, Resolved};

/// What stands under one heading, or above the first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The heading's anchor; empty above the first.
    pub anchor: String,
    /// Its words.
    pub heading: String,
    /// What stands under it, in order.
    pub parts: Vec<Part>,
}

/// Words in one language. Blocks are parted by a space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The language that `lang` says; nothing for the text's own.
    pub language: Option<Language>,
    /// The words.
    pub words: String,
}

impl Passage {
    /// All words, with single spaces.
    pub fn text(&self) -> String {
        let words: String = self.parts.iter().map(|part| part.words.as_str()).collect();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

impl Site {
    /// What a text says on the pages of a language. The replies of quizzes are not told, nor what stands under buttons and beside notes.
    pub fn prose(&self, document: DocumentIndex, language: Language) -> Vec<Passage> {
        let mut reader = Reader { passages: vec![Passage::default()], ..Reader::default() };
        self.read(&self.inputs.documents[document].body.pieces, document, language, &mut reader);
        reader.passages
    }

    fn read(&self, pieces: &[Piece], document: DocumentIndex, language: Language, reader: &mut Reader) {
        for piece in pieces {
            match piece {
                Piece::Html(html) => reader.html(html),
                Piece::Title(link) => {
                    if let Resolved::Internal { destination, .. } = &self.inputs.graph.links[document][*link as usize] {
                        reader.words(&self.destination_title(destination, language));
                    }
                }
                Piece::Facilitator(pieces) if self.inputs.options.facilitator => self.read(pieces, document, language, reader),
                Piece::Facilitator(_) | Piece::Message(..) | Piece::Open(_) | Piece::Close(_) => {}
                Piece::Asset(_) | Piece::Picture(_) | Piece::Poster(_) | Piece::Tracks(..) => {}
            }
        }
    }
}

/// Reads finished HTML, which comes in pieces that may end within a tag. It is our own: well-formed, its text escaped.
#[derive(Default)]
struct Reader {
    passages: Vec<Passage>,
    /// The tag that has begun.
    tag: Option<String>,
    open: Vec<Element>,
}

struct Element {
    name: String,
    language: Option<Language>,
    is_silent: bool,
    is_heading: bool,
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
/// The same for classes: marks of footnotes, replies that a learner has yet to earn.
const SILENT_CLASSES: [&str; 2] = ["footnote-ref", "replies"];

impl Reader {
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

    fn words(&mut self, words: &str) {
        if self.tag.is_some() || self.open.iter().any(|element| element.is_silent) {
            return;
        }
        let Some(passage) = self.passages.last_mut() else { return };
        if self.open.iter().any(|element| element.is_heading) {
            passage.heading.push_str(words);
            return;
        }
        let language = self.open.iter().rev().find_map(|element| element.language);
        match passage.parts.last_mut().filter(|part| part.language == language) {
            Some(part) => part.words.push_str(words),
            None if words.trim().is_empty() => {}
            None => passage.parts.push(Part { language, words: words.to_owned() }),
        }
    }

    fn tag(&mut self, tag: &str) {
        if let Some(name) = tag.strip_prefix('/') {
            let from = self.open.iter().rposition(|element| element.name == name);
            self.open.truncate(from.unwrap_or(self.open.len()));
            self.part(name);
            return;
        }
        let name = tag.split([' ', '/', '\n']).next().unwrap_or_default();
        self.part(name);
        if VOID.contains(&name) {
            return;
        }
        let level = name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok()).filter(|level| (1..=6).contains(level));
        let anchor = attribute(tag, "id").filter(|_| level.is_some() && self.open.iter().all(|element| !element.is_silent));
        let classes = attribute(tag, "class").unwrap_or_default();
        let is_silent = SILENT.contains(&name) || classes.split(' ').any(|class| SILENT_CLASSES.contains(&class));
        let is_heading = anchor.is_some();
        if let Some(anchor) = anchor {
            self.passages.push(Passage { anchor: unescaped(anchor), ..Passage::default() });
        }
        let language = attribute(tag, "lang").and_then(|lang| lang.parse().ok());
        self.open.push(Element { name: name.to_owned(), language, is_silent, is_heading });
    }

    /// What stands before and after a block are different words.
    fn part(&mut self, name: &str) {
        if !INLINE.contains(&name) {
            self.words(" ");
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pieces: &[&str]) -> Vec<(String, String, String)> {
        let mut reader = Reader { passages: vec![Passage::default()], ..Reader::default() };
        pieces.iter().for_each(|html| reader.html(html));
        reader.passages.iter().map(|passage| (passage.anchor.clone(), passage.heading.clone(), passage.text())).collect()
    }

    fn passage(anchor: &str, heading: &str, text: &str) -> (String, String, String) {
        (anchor.to_owned(), heading.to_owned(), text.to_owned())
    }

    #[test]
    fn words_stand_under_their_headings() {
        let html = [
            "<p>О <em>до</em>верии &amp; &lt;b&gt;.</p>\n<h2 id=\"как\">Как<a class=\"anchor\" href=\"",
            "#как\"></a></h2><ul><li>раз</li><li>два</li></ul>",
        ];
        assert_eq!(read(&html), [passage("", "", "О доверии & <b>."), passage("как", "Как", "раз два")]);
    }

    #[test]
    fn what_is_no_part_of_the_text_is_left_out() {
        let html = [
            "<p>a<sup class=\"footnote-ref\"><a href=\"#\">1</a></sup> b<br>c</p><details class=\"replies\"><h3 id=\"x\">d</h3></details>e",
        ];
        assert_eq!(read(&html), [passage("", "", "a b c e")]);
    }

    #[test]
    fn parts_in_another_language_are_told_apart() {
        let mut reader = Reader { passages: vec![Passage::default()], ..Reader::default() };
        reader.html("<p>Sie sagte: <q lang=\"en\" dir=\"ltr\">trust <i>me</i></q>, und ging.</p>");
        let parts = reader.passages[0].parts.iter().map(|part| (part.language.map(|one| one.to_string()), part.words.as_str()));
        let expected = [(None, "Sie sagte: "), (Some("en".to_owned()), "trust me"), (None, ", und ging. ")];
        assert!(parts.eq(expected), "{:?}", reader.passages);
        assert_eq!(reader.passages[0].text(), "Sie sagte: trust me, und ging.");
    }
}
