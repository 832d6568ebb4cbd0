//! The inside of a paragraph.

use super::*;
use crate::document::Target;
use crate::document::body::tok::{Element, Image, Link};

/// How an element ends.
enum End {
    Text(&'static str),
    /// The address behind the words.
    Link(String),
}

impl Writer<'_> {
    /// Writes what was typeset.
    pub(super) fn toks(&mut self, toks: &[Tok]) -> String {
        let mut out = String::new();
        let mut ends: Vec<End> = Vec::new();
        for tok in toks {
            match tok {
                Tok::Text { text, .. } | Tok::Verbatim(text) => escape(text, &mut out),
                Tok::Code(code) => code_span(code, &mut out),
                Tok::Soft => out.push(' '),
                Tok::Hard => out.push_str("\\\n"),
                Tok::Void(html) if html.starts_with("<br") => out.push_str("\\\n"),
                Tok::Void(_) | Tok::Pieces(_) => {}
                Tok::Footnote { label, .. } => {
                    let number = self.note_number(label);
                    out.push_str(&format!("[^{number}]"));
                }
                Tok::Image(image) => self.image(image, &mut out),
                Tok::Open(element) => {
                    let end = self.open(element, &mut out);
                    ends.push(end);
                }
                Tok::Close => match ends.pop() {
                    Some(End::Text(text)) => out.push_str(text),
                    Some(End::Link(address)) => {
                        self.in_link = false;
                        out.push_str(&format!("]({})", destination(&address)));
                    }
                    None => {}
                },
            }
        }
        out.trim().to_owned()
    }

    fn note_number(&mut self, label: &str) -> usize {
        let key = footnote_key(label);
        let next = self.notes.len() + 1;
        *self.note_numbers.entry(key).or_insert_with_key(|key| {
            self.notes.push(key.clone());
            next
        })
    }

    fn open(&mut self, element: &Element, out: &mut String) -> End {
        let mark = match element {
            Element::Emphasis => "*",
            Element::Strong => "**",
            Element::Strikethrough => "~~",
            Element::Mark => "",
            Element::Html { name, language: None, .. } => match *name {
                "em" | "i" | "cite" | "dfn" | "var" => "*",
                "strong" | "b" => "**",
                "del" | "s" => "~~",
                _ => "",
            },
            Element::Part { .. } | Element::Html { .. } => "",
            Element::Link(link) => return self.link(link, out),
        };
        out.push_str(mark);
        End::Text(mark)
    }

    fn link(&mut self, link: &Link, out: &mut String) -> End {
        let number = self.number(&self.links, link.at.start);
        let asset = self.number(&self.assets, link.at.start);
        let address = match (number, asset) {
            _ if self.in_link => None,
            (Some(number), _) => self.around.link(number),
            (None, Some(asset)) => self.around.asset(asset),
            (None, None) => None,
        };
        if address.is_some() {
            self.in_link = true;
            out.push('[');
        }
        if link.bare {
            let words = self.bare(link, number);
            escape(&words, out);
        }
        address.map_or(End::Text(""), End::Link)
    }

    /// The words of a link without words of its own, as on the page.
    fn bare(&self, link: &Link, number: Option<u32>) -> String {
        let target = number.and_then(|number| Some((number, &self.document.face.links.get(number as usize)?.target)));
        let heading = |heading: &Option<String>| heading.as_ref().map(|heading| typography::plain(heading, self.language));
        match target {
            Some((number, Target::Work { heading: under, .. })) => match heading(under) {
                Some(heading) => format!("{} › {heading}", self.around.title(number)),
                None => self.around.title(number),
            },
            Some((_, Target::Heading(under))) => typography::plain(under, self.language),
            _ => crate::document::body::tok::plain(&[Tok::Open(Element::Link(link.clone()))]),
        }
    }

    fn image(&mut self, image: &Image, out: &mut String) {
        let alt = typography::plain(&image.alt, self.language);
        let asset = self.number(&self.assets, image.at.start).and_then(|asset| self.around.asset(asset));
        let link = self.number(&self.links, image.at.start);
        match (asset, link) {
            (Some(address), _) if media(&image.address) == Media::Image => {
                out.push_str(&format!("![{}]({})", escaped(&alt), destination(&address)));
            }
            (Some(address), _) if !self.in_link => {
                let name = image.address.rsplit('/').next().unwrap_or_default();
                let words = if alt.is_empty() { name } else { &alt };
                out.push_str(&format!("[{}]({})", escaped(words), destination(&address)));
            }
            (None, Some(link)) if !self.in_link => {
                let Some(address) = self.around.link(link) else { return escape(&alt, out) };
                let title = self.around.title(link);
                let words = [alt, title, image.address.clone()].into_iter().find(|words| !words.is_empty()).unwrap_or_default();
                out.push_str(&format!("[{}]({})", escaped(&words), destination(&address)));
            }
            _ => escape(&alt, out),
        }
    }
}

/// Words as words: what would mean something in Markdown is escaped.
pub(in crate::document::body) fn escape(text: &str, out: &mut String) {
    let mut chars = text.chars().peekable();
    let mut before = out.chars().next_back();
    // The digits that a line begins with would make it an item of a list.
    let mut digits = begins_with_digits(out);
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let starts = before.is_none_or(|c| c == '\n');
        let inside_word = before.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric);
        let is_mark = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' => true,
            '_' => !inside_word,
            '&' => next.is_some_and(|c| c.is_ascii_alphanumeric() || c == '#'),
            '#' | '+' | '-' | '>' | '=' | ':' => starts,
            '.' | ')' => digits && before.is_some_and(|c| c.is_ascii_digit()),
            _ => false,
        };
        if is_mark {
            out.push('\\');
        }
        out.push(if matches!(c, '\n' | '\r') { ' ' } else { c });
        digits &= c.is_ascii_digit();
        before = Some(c);
    }
}

/// Whether the last line consists of digits, as few as a list's number may have.
fn begins_with_digits(out: &str) -> bool {
    let bytes = out.as_bytes();
    let digits = bytes.iter().rev().take(10).take_while(|b| b.is_ascii_digit()).count();
    digits == bytes.len() || bytes[bytes.len() - digits - 1] == b'\n'
}

fn code_span(code: &str, out: &mut String) {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let space = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    out.push_str(&format!("{fence}{space}{code}{space}{fence}"));
}
