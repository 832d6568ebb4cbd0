//! What the inside of a paragraph, heading or cell consists of.

use std::ops::Range;

use crate::base::language::Language;
use crate::document::Piece;

/// What a paragraph consists of; every [`Tok::Open`] has its [`Tok::Close`].
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Tok {
    /// Text to be typeset; the places of escaped characters in it.
    Text {
        text: String,
        literal: Vec<usize>,
    },
    /// Text that stays as it is, such as an address.
    Verbatim(String),
    Code(String),
    /// A line end that is a space.
    Soft,
    /// A line end that is one.
    Hard,
    Footnote {
        label: String,
        at: Range<usize>,
    },
    Image(Image),
    Open(Element),
    Close,
    /// `<br>` or `<wbr>`, ready to be written.
    Void(String),
    /// Pieces from elsewhere.
    Pieces(Vec<Piece>),
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Element {
    Emphasis,
    Strong,
    Strikethrough,
    Mark,
    Link(Link),
    /// A part in another language or with a title.
    Part {
        language: Option<Language>,
        title: Option<String>,
    },
    /// A raw element, with attributes ready to be written.
    Html {
        name: &'static str,
        attributes: String,
        language: Option<Language>,
    },
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Link {
    pub(super) address: String,
    pub(super) wiki: bool,
    /// Whether it is a wiki link without words of its own.
    pub(super) bare: bool,
    pub(super) title: String,
    pub(super) at: Range<usize>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Image {
    pub(super) address: String,
    pub(super) wiki: bool,
    pub(super) alt: String,
    pub(super) title: String,
    pub(super) at: Range<usize>,
}

/// The words of a paragraph.
pub(super) fn plain(toks: &[Tok]) -> String {
    let mut out = String::new();
    for tok in toks {
        match tok {
            Tok::Text { text, .. } | Tok::Verbatim(text) | Tok::Code(text) => out.push_str(text),
            Tok::Soft | Tok::Hard => out.push(' '),
            Tok::Image(image) => out.push_str(&image.alt),
            Tok::Open(Element::Link(link)) if link.bare => out.push_str(&bare_words(&link.address)),
            Tok::Open(_) | Tok::Close | Tok::Void(_) | Tok::Footnote { .. } | Tok::Pieces(_) => {}
        }
    }
    out
}

/// Whether nothing of it would be seen.
pub(super) fn is_blank(toks: &[Tok]) -> bool {
    toks.iter().all(|tok| match tok {
        Tok::Text { text, .. } => text.trim().is_empty(),
        Tok::Soft | Tok::Hard => true,
        Tok::Open(Element::Link(_)) => false,
        Tok::Open(_) | Tok::Close => true,
        _ => false,
    })
}

/// Words for a link whose target's title is not known here.
fn bare_words(address: &str) -> String {
    match address.split_once('#') {
        Some(("", heading)) => heading.to_owned(),
        Some((path, _)) => bare_words(path),
        None => address.rsplit('/').next().unwrap_or_default().replace('-', " "),
    }
}
