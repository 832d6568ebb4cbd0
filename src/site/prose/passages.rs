//! The words of a text under its headings, each in its language: what the search looks into.

use super::{Element, Listen, is_inline, language_in};
use crate::base::language::Language;

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

/// Sorts what it is told by headings and languages.
pub(super) struct Listener {
    passages: Vec<Passage>,
}

impl Default for Listener {
    fn default() -> Listener {
        Listener { passages: vec![Passage::default()] }
    }
}

impl Listener {
    pub(super) fn finish(self) -> Vec<Passage> {
        self.passages
    }
}

impl Listen for Listener {
    const HEARS_ALL: bool = false;

    fn words(&mut self, words: &str, open: &[Element]) {
        let Some(passage) = self.passages.last_mut() else { return };
        if open.iter().any(|element| element.anchor.is_some()) {
            passage.heading.push_str(words);
            return;
        }
        let language = language_in(open);
        match passage.parts.last_mut().filter(|part| part.language == language) {
            Some(part) => part.words.push_str(words),
            None if words.trim().is_empty() => {}
            None => passage.parts.push(Part { language, words: words.to_owned() }),
        }
    }

    /// What stands before and after a block are different words.
    fn begins(&mut self, element: &Element, open: &[Element]) {
        if !element.is_inline() {
            self.words(" ", open);
        }
        if let Some(anchor) = &element.anchor {
            self.passages.push(Passage { anchor: anchor.clone(), ..Passage::default() });
        }
    }

    fn ends(&mut self, name: &str, open: &[Element]) {
        if !is_inline(name) {
            self.words(" ", open);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Reader;
    use super::*;

    fn passages(pieces: &[&str]) -> Vec<Passage> {
        let mut reader = Reader::new(Listener::default());
        pieces.iter().for_each(|html| reader.html(html));
        reader.listener.finish()
    }

    fn read(pieces: &[&str]) -> Vec<(String, String, String)> {
        passages(pieces).iter().map(|passage| (passage.anchor.clone(), passage.heading.clone(), passage.text())).collect()
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
            "<p>a<sup class=\"footnote-ref\"><a href=\"#\">1</a></sup> b<br>c <a class=\"footnote-back\" href=\"#\">↩</a></p><details class=\"replies\"><h3 id=\"x\">d</h3></details>e",
        ];
        assert_eq!(read(&html), [passage("", "", "a b c e")]);
    }

    #[test]
    fn parts_in_another_language_are_told_apart() {
        let passages = passages(&["<p>Sie sagte: <q lang=\"en\" dir=\"ltr\">trust <i>me</i></q>, und ging.</p>"]);
        let parts = passages[0].parts.iter().map(|part| (part.language.map(|one| one.to_string()), part.words.as_str()));
        let expected = [(None, "Sie sagte: "), (Some("en".to_owned()), "trust me"), (None, ", und ging. ")];
        assert!(parts.eq(expected), "{passages:?}");
        assert_eq!(passages[0].text(), "Sie sagte: trust me, und ging.");
    }
}
