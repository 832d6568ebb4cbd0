//! What the inside of a paragraph, heading or cell consists of.

use std::ops::Range;

use crate::base::language::Language;
use crate::document::Piece;
use crate::document::meaning::{self, Mark, Writer};
use crate::document::units::{Part, Reference};

/// What a paragraph consists of; every [`Tok::Open`] has its [`Tok::Close`].
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Tok {
    /// Text to be typeset; the places of escaped characters in it; where in the body it begins, as far as that is known.
    Text {
        text: String,
        literal: Vec<usize>,
        at: usize,
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

/// Writes what a paragraph means, and lists what it links to or shows.
pub(super) fn meaning(toks: &[Tok], out: &mut Writer) -> Vec<Reference> {
    let mut references = Vec::new();
    // What stands at the end of each open element.
    enum End {
        Link(usize),
        Struck,
        Nothing,
    }
    let mut ends = Vec::new();
    for tok in toks {
        match tok {
            Tok::Text { text, .. } | Tok::Verbatim(text) => out.text(text),
            Tok::Code(code) => out.verbatim(code),
            Tok::Soft | Tok::Hard | Tok::Void(_) => out.space(),
            Tok::Footnote { .. } => out.mark(Mark::Note),
            Tok::Image(image) => {
                let shown = Reference { name: meaning::target(&image.address), image: true };
                out.text(&image.alt);
                out.verbatim(&shown.name);
                references.push(shown);
            }
            Tok::Open(element) => ends.push(match element {
                Element::Link(link) => {
                    references.push(Reference { name: meaning::target(&link.address), image: false });
                    End::Link(references.len() - 1)
                }
                Element::Strikethrough => {
                    out.mark(Mark::Struck);
                    End::Struck
                }
                _ => End::Nothing,
            }),
            Tok::Close => match ends.pop() {
                Some(End::Link(number)) => out.verbatim(&references[number].name),
                Some(End::Struck) => out.mark(Mark::Struck),
                Some(End::Nothing) | None => {}
            },
            Tok::Pieces(_) => {}
        }
    }
    references
}

/// The words by language, in an unmarked text of this one. Where code or an address stands is space.
pub(super) fn parts(toks: &[Tok], language: Option<Language>) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut languages = vec![language];
    for tok in toks {
        let here = languages.last().copied().flatten();
        let words = match tok {
            Tok::Text { text, .. } => text.as_str(),
            Tok::Image(image) => image.alt.as_str(),
            Tok::Open(element) => {
                let inner = match element {
                    Element::Part { language, .. } | Element::Html { language, .. } => *language,
                    _ => None,
                };
                languages.push(inner.or(here));
                continue;
            }
            Tok::Close => {
                languages.pop();
                continue;
            }
            Tok::Footnote { .. } => continue,
            Tok::Verbatim(_) | Tok::Code(_) | Tok::Soft | Tok::Hard | Tok::Void(_) | Tok::Pieces(_) => " ",
        };
        match parts.last_mut() {
            Some(part) if part.language == here => part.words.push_str(words),
            _ => parts.push(Part { language: here, words: words.to_owned() }),
        }
    }
    parts
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
