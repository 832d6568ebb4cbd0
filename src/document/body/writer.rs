//! Writing HTML with holes.

use crate::base::bytes::{ByteSet, is_control};
use crate::document::{Piece, Prose};

/// Collects pieces; neighbouring HTML becomes one.
#[derive(Debug, Default)]
pub(super) struct Writer {
    pieces: Vec<Piece>,
    /// What the next piece will be: a buffer that serves all of them, so that each is as long as its text.
    html: String,
    prose: Vec<Prose>,
}

impl Writer {
    /// With room for a page of this length.
    pub(super) fn with_capacity(length: usize) -> Writer {
        Writer { html: String::with_capacity(length), ..Writer::default() }
    }

    /// Finished HTML.
    pub(super) fn html(&mut self, html: &str) {
        self.html.push_str(html);
    }

    /// Text or an attribute's value, to be escaped.
    pub(super) fn text(&mut self, text: &str) {
        escape(text, &mut self.html);
    }

    /// Text in which a mention of a term can become a link; where in the file it begins.
    pub(super) fn prose(&mut self, text: &str, source: usize) {
        let start = self.html.len() as u32;
        escape(text, &mut self.html);
        let (piece, end) = (self.pieces.len() as u32, self.html.len() as u32);
        match self.prose.last_mut() {
            Some(last) if last.piece == piece && last.end == start => last.end = end,
            _ if start == end => {}
            _ => self.prose.push(Prose { piece, start, end, source: source as u32 }),
        }
    }

    /// The end of a line of such a text.
    pub(super) fn prose_goes_on(&mut self) {
        let start = self.html.len() as u32;
        self.html.push('\n');
        if let Some(last) = self.prose.last_mut().filter(|last| last.piece == self.pieces.len() as u32 && last.end == start) {
            last.end += 1;
        }
    }

    /// ` name="value"`.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        self.html(" ");
        self.html(name);
        self.html("=\"");
        self.text(value);
        self.html("\"");
    }

    /// ` name="…"` with a string of the interface.
    pub(super) fn message_attribute(&mut self, name: &str, id: &'static str, args: Vec<(&'static str, String)>) {
        self.html(" ");
        self.html(name);
        self.html("=\"");
        self.message(id, args);
        self.html("\"");
    }

    /// A string of the interface.
    pub(super) fn message(&mut self, id: &'static str, args: Vec<(&'static str, String)>) {
        self.piece(Piece::Message(id, args));
    }

    /// Anything that is no HTML.
    pub(super) fn piece(&mut self, piece: Piece) {
        self.flush();
        self.pieces.push(piece);
    }

    /// Pieces that were written elsewhere.
    pub(super) fn pieces(&mut self, pieces: Vec<Piece>) {
        for piece in pieces {
            match piece {
                Piece::Html(html) => self.html.push_str(&html),
                piece => self.piece(piece),
            }
        }
    }

    /// All that was written, and where in it there is prose.
    pub(super) fn finish_with_prose(mut self) -> (Vec<Piece>, Vec<Prose>) {
        let prose = std::mem::take(&mut self.prose);
        (self.finish(), prose)
    }

    /// All that was written.
    pub(super) fn finish(mut self) -> Vec<Piece> {
        self.flush();
        self.pieces
    }

    fn flush(&mut self) {
        if !self.html.is_empty() {
            self.pieces.push(Piece::Html(self.html.as_str().to_owned()));
            self.html.clear();
        }
    }
}

/// Escapes text for an element or an attribute in double quotes. What no HTML document may hold, such as control characters, is left out.
pub(super) fn escape(text: &str, out: &mut String) {
    let mut done = 0;
    for at in SPECIAL.places(text.as_bytes()) {
        let Some(c) = text[at..].chars().next() else { continue };
        let with = match c {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            c if is_control(c) => "",
            _ => continue,
        };
        out.push_str(&text[done..at]);
        out.push_str(with);
        done = at + c.len_utf8();
    }
    out.push_str(&text[done..]);
}

/// How that begins which cannot stand as it is.
const SPECIAL: ByteSet = ByteSet::CONTROL.without(b"\n\t").with(b"&<>\"");

/// The escaped text.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(text, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_control_characters_are_dropped() {
        assert_eq!(escaped("<я \"и\" ты & \u{1}\u{7f}\u{fffe}он>\n"), "&lt;я &quot;и&quot; ты &amp; он&gt;\n");
    }

    #[test]
    fn neighbouring_html_becomes_one_piece() {
        let mut writer = Writer::default();
        writer.html("<b>");
        writer.text("ё");
        writer.piece(Piece::Title(0));
        writer.pieces(vec![Piece::Html("</b>".into())]);
        writer.html("!");
        assert_eq!(writer.finish(), [Piece::Html("<b>ё".into()), Piece::Title(0), Piece::Html("</b>!".into())]);
    }
}
