//! A text as lines of plain text: one for each paragraph, item and row, so that it can be read without its markup.

use super::{Element, Listen, is_inline, language_in};
use crate::base::language::Language;

/// What stands under one heading, or above the first. Headings inside of blocks begin none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// The heading's anchor; nothing above the first.
    pub anchor: Option<String>,
    /// Its blocks in order, without the heading.
    pub paragraphs: Vec<Paragraph>,
}

/// A block of a text: a paragraph, a whole list, a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// Its lines.
    pub text: String,
    /// The parts of it that are in another language than the text.
    pub foreign: Vec<(Language, String)>,
}

/// Writes down what it is told.
pub(super) struct Listener {
    /// The text's language.
    own: Language,
    stretches: Vec<Stretch>,
    /// The block that is being written.
    block: Paragraph,
    /// What has to stand between its last word and the next.
    gap: Gap,
    /// The part in another language that is being written, and where in the block it began.
    foreign: Option<(Language, usize)>,
    /// The items that are open, from the outside in.
    items: Vec<Item>,
    /// For each list that is open the number of its next item, if they are numbered.
    numbers: Vec<Option<u64>>,
}

/// What stands between two words, the weakest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    Nothing,
    Space,
    Cell,
    Line,
}

/// An item of a list, or what is marked like one.
struct Item {
    marker: String,
    /// Whether the marker was written. The item's further lines stand below its first word.
    is_marked: bool,
}

/// Elements that are no words and no lines either.
const AMONG_WORDS: [&str; 6] = ["audio", "img", "input", "source", "track", "video"];

impl Listener {
    pub(super) fn new(own: Language) -> Listener {
        Listener {
            own,
            stretches: vec![Stretch::default()],
            block: Paragraph::default(),
            gap: Gap::Nothing,
            foreign: None,
            items: Vec::new(),
            numbers: Vec::new(),
        }
    }

    pub(super) fn finish(mut self) -> Vec<Stretch> {
        self.end_block();
        self.stretches
    }

    fn end_block(&mut self) {
        self.end_foreign();
        let mut block = std::mem::take(&mut self.block);
        block.text.truncate(block.text.trim_end().len());
        if let (Some(stretch), false) = (self.stretches.last_mut(), block.text.is_empty()) {
            stretch.paragraphs.push(block);
        }
        self.gap = Gap::Nothing;
    }

    fn end_foreign(&mut self) {
        if let Some((language, from)) = self.foreign.take() {
            let words = self.block.text[from..].trim_end();
            self.block.foreign.push((language, words.to_owned()));
        }
    }

    fn part(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    /// Writes what parts the next word from the last, then the word.
    fn write(&mut self, word: &str, language: Option<Language>) {
        if self.foreign.map(|(language, _)| language) != language {
            self.end_foreign();
        }
        let gap = std::mem::replace(&mut self.gap, Gap::Nothing);
        let text = &mut self.block.text;
        match gap {
            _ if text.is_empty() => {}
            Gap::Nothing => {}
            Gap::Space => text.push(' '),
            Gap::Cell => text.push_str(" | "),
            Gap::Line => text.push('\n'),
        }
        if text.is_empty() || gap == Gap::Line {
            for item in &mut self.items {
                match std::mem::replace(&mut item.is_marked, true) {
                    false => text.push_str(&item.marker),
                    true => text.extend(item.marker.chars().map(|_| ' ')),
                }
            }
        }
        if let (Some(language), None) = (language, self.foreign) {
            self.foreign = Some((language, text.len()));
        }
        text.push_str(word);
    }

    /// What an element puts before its first word.
    fn marker(&mut self, element: &Element, open: &[Element]) -> Option<String> {
        let is_of_quotation = || open.last().is_some_and(|around| around.classes == "quote");
        match element.name.as_str() {
            "li" => {
                let number = self.numbers.last_mut().and_then(Option::as_mut);
                Some(match number {
                    Some(number) => {
                        let marker = format!("{number}. ");
                        *number = number.saturating_add(1);
                        marker
                    }
                    None => "- ".to_owned(),
                })
            }
            "dt" => Some("- ".to_owned()),
            "dd" => Some("  ".to_owned()),
            "figcaption" if is_of_quotation() => Some("— ".to_owned()),
            _ => None,
        }
    }
}

impl Listen for Listener {
    const HEARS_ALL: bool = true;

    fn words(&mut self, words: &str, open: &[Element]) {
        if open.first().is_some_and(|element| element.anchor.is_some()) {
            return;
        }
        let language = language_in(open).filter(|language| *language != self.own);
        if open.iter().any(|element| element.name == "pre") {
            return self.write(words, language);
        }
        // A space that does not break is part of its words.
        for (number, word) in words.split([' ', '\n', '\t', '\r']).enumerate() {
            if number > 0 {
                self.part(Gap::Space);
            }
            if !word.is_empty() {
                self.write(word, language);
            }
        }
    }

    fn begins(&mut self, element: &Element, open: &[Element]) {
        match element.name.as_str() {
            "img" => self.words(&element.alt, open),
            "td" | "th" => self.part(Gap::Cell),
            name if element.is_inline() || AMONG_WORDS.contains(&name) => {}
            _ if open.is_empty() => self.end_block(),
            _ => self.part(Gap::Line),
        }
        if let (Some(anchor), true) = (&element.anchor, open.is_empty()) {
            self.stretches.push(Stretch { anchor: Some(anchor.clone()), paragraphs: Vec::new() });
        }
        if let Some(marker) = self.marker(element, open) {
            self.items.push(Item { marker, is_marked: false });
        }
        match element.name.as_str() {
            "ol" => self.numbers.push(Some(element.start)),
            // The answers of a quiz are numbered, so that its replies can be told whose they are.
            "ul" if element.classes == "answers" || open.last().is_some_and(|around| around.classes == "replies") => {
                self.numbers.push(Some(1));
            }
            "ul" => self.numbers.push(None),
            _ => {}
        }
    }

    fn ends(&mut self, name: &str, open: &[Element]) {
        match name {
            "ol" | "ul" => drop(self.numbers.pop()),
            "li" | "dt" | "dd" => drop(self.items.pop()),
            "figcaption" if open.last().is_some_and(|around| around.classes == "quote") => drop(self.items.pop()),
            _ => {}
        }
        match name {
            "td" | "th" => {}
            name if is_inline(name) || AMONG_WORDS.contains(&name) => {}
            _ if open.is_empty() => self.end_block(),
            _ => self.part(Gap::Line),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Reader;
    use super::*;

    fn stretches(pieces: &[&str]) -> Vec<Stretch> {
        let mut reader = Reader::new(Listener::new("en".parse().unwrap()));
        pieces.iter().for_each(|html| reader.html(html));
        reader.listener.finish()
    }

    #[track_caller]
    fn is(html: &str, expected: &[&str]) {
        let stretches = stretches(&[html]);
        let paragraphs: Vec<&str> = stretches.iter().flat_map(|one| &one.paragraphs).map(|one| one.text.as_str()).collect();
        assert_eq!(paragraphs, expected, "{html}");
    }

    #[test]
    fn a_paragraph_is_a_line() {
        is("<p>a <em>b</em>\nc&amp;d<br>\ne\u{a0}f</p>\n<hr>\n<p>g</p>\n", &["a b c&d\ne\u{a0}f", "g"]);
        is("<p>See <img alt=\"a &quot;lamp&quot;\" loading=\"lazy\">.</p>", &["See a \"lamp\"."]);
    }

    #[test]
    fn items_have_their_marks_and_stand_below_their_own() {
        is("<ol>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n<li>\n<p>c</p>\n<p>d</p>\n</li>\n</ol>\n", &["1. a\n   - b\n2. c\n   d"]);
        is(
            "<ol start=\"9\"><li>a</li><li>b</li></ol><ul><li><label><input type=\"checkbox\"> c</label></li></ul>",
            &["9. a\n10. b", "- c"],
        );
        is("<dl><dt>a</dt><dd>b</dd><dd><p>c</p><p>d</p></dd></dl>", &["- a\n  b\n  c\n  d"]);
    }

    #[test]
    fn rows_are_lines_and_code_is_as_it_was() {
        let table = "<div><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td></td><td>c | d</td></tr></tbody></table></div>";
        is(table, &["a | b\nc | d"]);
        is("<pre><code>a  {\n\n    <span>b</span>\n}\n</code></pre>", &["a  {\n\n    b\n}"]);
    }

    #[test]
    fn a_quotation_says_whose_words_it_is() {
        let quote = "<figure class=\"quote\">\n<blockquote lang=\"ru\"><p>Да.</p></blockquote>\n<figcaption>Иван, <cite>Книга</cite></figcaption></figure>";
        is(quote, &["Да.\n— Иван, Книга"]);
        is("<figure><img alt=\"a\"><figcaption>b</figcaption></figure>", &["a\nb"]);
    }

    #[test]
    fn replies_are_told_and_marks_of_notes_are_not() {
        is(
            "<p>a<sup class=\"footnote-ref\"><a>1</a></sup></p><details class=\"replies\"><summary>b</summary><ul><li>c</li></ul></details>",
            &["a", "b\n1. c"],
        );
        is("<section class=\"footnotes\"><ol><li><p>a <a class=\"footnote-back\">↩</a></p></li></ol></section>", &["1. a"]);
    }

    #[test]
    fn foreign_parts_are_kept_with_their_language() {
        let html = "<p>He said <span lang=\"ru\">да, <i>да</i></span>, <q lang=\"en\">and</q> <i lang=\"es\">sí</i>.</p>\
                    <blockquote lang=\"ru\"><p>Нет.</p><ul><li>Да.</li></ul></blockquote>";
        let stretches = stretches(&[html]);
        let foreign = stretches[0].paragraphs.iter().flat_map(|one| &one.foreign).map(|(lang, text)| (lang.as_str(), text.as_str()));
        assert_eq!(foreign.collect::<Vec<_>>(), [("ru", "да, да"), ("es", "sí"), ("ru", "Нет.\n- Да.")]);
    }

    #[test]
    fn headings_begin_stretches_except_inside_of_blocks() {
        let found = stretches(&["<p>a</p><h2 id=\"", "b\">B</h2><div><h3 id=\"c\">C</h3><p>c</p></div>"]);
        let found: Vec<(Option<&str>, Vec<&str>)> = found
            .iter()
            .map(|one| (one.anchor.as_deref(), one.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect()))
            .collect();
        assert_eq!(found, [(None, vec!["a"]), (Some("b"), vec!["C\nc"])]);
    }
}
