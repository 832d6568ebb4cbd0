//! Texts of the site, and places in them.

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::path::SitePath;

/// A text file of the site as it was read: without byte order mark, line ends untouched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Where it stands.
    pub path: SitePath,
    /// What it says.
    pub text: Arc<str>,
}

/// A range of bytes in a [`Text`]; its ends lie on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// From a range of bytes. Texts are far below 4 GiB: [`crate::source`] refuses larger ones.
    pub fn new(range: Range<usize>) -> Span {
        Span { start: range.start as u32, end: range.end as u32 }
    }

    /// The bytes as a range.
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The same part when the text that it was measured in begins `offset` bytes later.
    pub fn shifted(&self, offset: usize) -> Span {
        Span::new(self.start as usize + offset..self.end as usize + offset)
    }
}

/// A place that a message points at, complete in itself: it is printed without the file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The file.
    pub path: SitePath,
    /// Line, from 1; 0 where the whole file is meant.
    pub line: u32,
    /// Column in characters, from 1; 0 where the whole file is meant.
    pub column: u32,
    /// How many characters of the line are meant, at least 1.
    pub width: u32,
    /// The line itself, shortened around the place if it is very long.
    pub source: String,
    /// How many characters were cut from the line's beginning.
    pub cut: u32,
}

/// A shown line's length, in characters, and how much of it is kept before the place.
const LONGEST_LINE: usize = 160;
const BEFORE_PLACE: usize = 60;

impl Place {
    /// The whole file.
    pub fn file(path: SitePath) -> Place {
        Place { path, line: 0, column: 0, width: 1, source: String::new(), cut: 0 }
    }
}

impl Text {
    /// A text from its parts.
    pub fn new(path: SitePath, text: impl Into<Arc<str>>) -> Text {
        Text { path, text: text.into() }
    }

    /// What Git leaves behind when two people changed the same lines: the first of its three marks, where all three stand in their order.
    pub fn conflicts(&self) -> impl Iterator<Item = Span> {
        let mut at = 0;
        let mut first: Option<Span> = None;
        let mut middle = false;
        // Hardly any text has one; it need not be gone through line by line.
        let text = if self.text.contains("<<<<<<< ") { &*self.text } else { "" };
        text.split_inclusive('\n').filter_map(move |line| {
            let start = at;
            at += line.len();
            let content = line.trim_end();
            if content.starts_with("<<<<<<< ") {
                first = Some(Span::new(start..start + content.len()));
                middle = false;
            } else if content == "=======" && first.is_some() {
                middle = true;
            } else if middle && (content.starts_with(">>>>>>> ") || content == ">>>>>>>") {
                middle = false;
                return first.take();
            }
            None
        })
    }

    /// The place of a part of this text. A part of several lines is shown by its first.
    pub fn place(&self, span: Span) -> Place {
        let mut start = (span.start as usize).min(self.text.len());
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        let before = &self.text[..start];
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        let line_end = self.text[start..].find('\n').map_or(self.text.len(), |i| start + i);
        let line = self.text[line_start..line_end].trim_end_matches('\r');
        let column = self.text[line_start..start].chars().count();
        let end = (span.end as usize).clamp(start, line_start + line.len().max(start - line_start));
        let width = self.text.get(start..end).map_or(1, |part| part.chars().count().max(1));
        let cut = if line.chars().count() > LONGEST_LINE { column.saturating_sub(BEFORE_PLACE) } else { 0 };
        Place {
            path: self.path.clone(),
            line: before.bytes().filter(|&b| b == b'\n').count() as u32 + 1,
            column: column as u32 + 1,
            width: width.min(LONGEST_LINE) as u32,
            source: line.chars().skip(cut).take(LONGEST_LINE).collect(),
            cut: cut as u32,
        }
    }

    /// The place of the whole file.
    pub fn whole(&self) -> Place {
        Place::file(self.path.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(s: &str) -> Text {
        Text::new(SitePath::new("content/a.ru.md"), s)
    }

    #[test]
    fn columns_count_characters_not_bytes() {
        let t = text("одна\nстрока с [[ссылкой]]\r\n");
        let start = t.text.find("[[").unwrap();
        let place = t.place(Span::new(start..start + "[[ссылкой]]".len()));
        assert_eq!((place.line, place.column, place.width), (2, 10, 11));
        assert_eq!(place.source, "строка с [[ссылкой]]");
    }

    #[test]
    fn a_very_long_line_is_cut_around_the_place() {
        let t = text(&"ы".repeat(1000));
        let place = t.place(Span::new(1000..1002));
        assert_eq!((place.column, place.cut, place.source.chars().count()), (501, 440, 160));
    }

    #[test]
    fn a_place_at_the_end_of_the_text_or_beyond_is_still_a_place() {
        let t = text("a\n");
        assert_eq!(t.place(Span::new(2..2)).line, 2);
        assert_eq!(t.place(Span::new(9..12)).line, 2);
        assert_eq!(text("").place(Span::new(0..0)).column, 1);
    }

    #[test]
    fn a_conflict_of_git_s_has_all_three_marks() {
        let count = |text: &str| Text::new(SitePath::new("a"), text).conflicts().count();
        assert_eq!(count("<<<<<<< HEAD\nмоё\n=======\nтвоё\n>>>>>>> ветка\n"), 1);
        assert_eq!(count("Заголовок\n=======\n>>>>>>> цитата"), 0);
    }
}
