//! Writing the inside of a paragraph.

use super::links::{self, BadAddress, Destination, Media, media};
use super::markdown::{Renderer, direction};
use super::tok::{Element, Image, Link, Tok, plain};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::language::Language;
use crate::document::typography;
use crate::document::{Asset, Piece, Target};

/// How an element ends.
enum End {
    Html(&'static str),
    Link {
        number: u32,
        titled: bool,
    },
    Asset {
        titled: bool,
    },
    /// A link that is none: it has an address that does not work, or stands in another.
    NoLink,
}

/// Whether a mention of a term inside of this element stays as it is: it is not the author's own word, is in another language, or leads
/// elsewhere.
fn keeps_terms_out(element: &Element, around: Language) -> bool {
    match element {
        Element::Link(_) | Element::Strikethrough => true,
        Element::Part { language, .. } => language.is_some_and(|language| language != around),
        Element::Html { name, language, .. } => {
            language.is_some_and(|language| language != around)
                || !matches!(*name, "b" | "em" | "i" | "mark" | "small" | "span" | "strong" | "u")
        }
        Element::Emphasis | Element::Strong | Element::Mark => false,
    }
}

impl Renderer<'_> {
    /// Writes what was typeset.
    pub(super) fn toks(&mut self, toks: &[Tok]) {
        let mut ends: Vec<End> = Vec::new();
        let linkable = self.linkable && !self.facilitator && !self.repeated && self.language == self.context.language;
        // For each open element whether it is, or stands in, one that keeps links of terms out.
        let mut closed: Vec<bool> = Vec::new();
        // A note's number is a link, and no link stands inside another.
        let mut notes: Vec<&str> = Vec::new();
        for tok in toks {
            let is_prose = linkable && !self.in_link && closed.last() != Some(&true);
            match tok {
                Tok::Text { text, at, .. } if is_prose => self.out.prose(text, self.offset + at),
                Tok::Text { text, .. } | Tok::Verbatim(text) => self.out.text(text),
                Tok::Code(code) => {
                    self.out.html("<code>");
                    self.out.text(code);
                    self.out.html("</code>");
                }
                Tok::Soft if is_prose => self.out.prose_goes_on(),
                Tok::Soft => self.out.html("\n"),
                Tok::Hard => self.out.html("<br>\n"),
                Tok::Void(html) => self.out.html(html),
                Tok::Footnote { .. } if self.repeated => {}
                Tok::Footnote { label, .. } if self.in_link => notes.push(label),
                Tok::Footnote { label, .. } => self.footnote_reference(label),
                Tok::Image(image) => self.image(image),
                Tok::Pieces(pieces) => self.out.pieces(pieces.clone()),
                Tok::Open(element) => {
                    closed.push(closed.last() == Some(&true) || keeps_terms_out(element, self.language));
                    let end = self.open(element);
                    ends.push(end);
                }
                Tok::Close => {
                    closed.pop();
                    match ends.pop() {
                        Some(End::Html(name)) => self.out.html(&format!("</{name}>")),
                        Some(End::Link { number, titled }) => {
                            self.in_link = false;
                            self.out.html(if titled { "</span>" } else { "" });
                            self.out.piece(Piece::Close(number));
                        }
                        Some(End::Asset { titled }) => {
                            self.in_link = false;
                            self.out.html(if titled { "</span></a>" } else { "</a>" });
                        }
                        Some(End::NoLink) | None => {}
                    }
                    if !self.in_link {
                        notes.drain(..).for_each(|label| self.footnote_reference(label));
                    }
                }
            }
        }
    }

    fn open(&mut self, element: &Element) -> End {
        let name = match element {
            Element::Emphasis => "em",
            Element::Strong => "strong",
            Element::Strikethrough => "del",
            Element::Mark => "mark",
            Element::Part { language, title } => {
                self.out.html("<span");
                if let Some(language) = language {
                    self.out.attribute("lang", language.as_str());
                    self.out.attribute("dir", direction(*language));
                }
                if let Some(title) = title {
                    let title = typography::plain(title, self.language);
                    self.out.attribute("title", &title);
                }
                self.out.html(">");
                return End::Html("span");
            }
            Element::Html { name, attributes, .. } => {
                self.out.html(&format!("<{name}{attributes}>"));
                return End::Html(name);
            }
            Element::Link(link) => return self.link(link),
        };
        self.out.html(&format!("<{name}>"));
        End::Html(name)
    }

    fn link(&mut self, link: &Link) -> End {
        let destination = if link.wiki {
            links::wiki(&link.address, self.context.languages)
        } else {
            links::markdown(&link.address, self.context.folder)
        };
        let plain_text = self.in_link || self.repeated;
        let titled = !link.title.is_empty();
        match destination {
            Ok(Destination::Link(target)) if !plain_text => {
                let heading = match &target {
                    Target::Work { heading, .. } => heading.clone(),
                    Target::Heading(heading) => Some(heading.clone()),
                    _ => None,
                };
                let work = matches!(target, Target::Work { .. });
                let number = self.add_link(target, &link.at);
                self.in_link = true;
                self.out.piece(Piece::Open(number));
                self.titled(&link.title);
                if link.bare {
                    if work {
                        self.out.piece(Piece::Title(number));
                    }
                    if let Some(heading) = heading {
                        let heading = typography::plain(&heading, self.language);
                        self.out.text(if work { " › " } else { "" });
                        self.out.text(&heading);
                    }
                }
                End::Link { number, titled }
            }
            Ok(Destination::Asset { path, anywhere }) if !plain_text => {
                let number = self.add_asset(path.clone(), anywhere, &link.at);
                self.in_link = true;
                self.out.html("<a href=\"");
                self.out.piece(Piece::Asset(number));
                self.out.html("\">");
                self.titled(&link.title);
                if link.bare {
                    self.out.text(path.rsplit('/').next().unwrap_or_default());
                }
                End::Asset { titled }
            }
            destination => {
                if let Err(bad) = destination
                    && !self.repeated
                {
                    self.bad_address(bad, link.address.trim(), &link.at);
                }
                if link.bare {
                    let words = plain(&[Tok::Open(Element::Link(link.clone()))]);
                    self.out.text(&words);
                }
                End::NoLink
            }
        }
    }

    /// A link's title stands in a part of its own, because the link itself is written later.
    fn titled(&mut self, title: &str) {
        if !title.is_empty() {
            let title = typography::plain(title, self.language);
            self.out.html("<span");
            self.out.attribute("title", &title);
            self.out.html(">");
        }
    }

    pub(super) fn add_link(&mut self, target: Target, at: &std::ops::Range<usize>) -> u32 {
        let span = self.span(at);
        self.gathered.links.push(crate::document::Link { target, facilitator: self.facilitator, span });
        self.gathered.links.len() as u32 - 1
    }

    pub(super) fn add_asset(&mut self, path: String, anywhere: bool, at: &std::ops::Range<usize>) -> u32 {
        let span = self.span(at);
        self.gathered.assets.push(Asset { path, anywhere, facilitator: self.facilitator, span });
        self.gathered.assets.len() as u32 - 1
    }

    pub(super) fn bad_address(&mut self, bad: BadAddress, address: &str, at: &std::ops::Range<usize>) {
        self.problems.add(bad.diagnostic(address), at.clone());
    }

    /// An image, a film, a recording; another file becomes a link, and so does a remote image.
    fn image(&mut self, image: &Image) {
        let alt = typography::plain(&image.alt, self.language);
        if self.repeated {
            return self.out.text(&alt);
        }
        let destination = if image.wiki {
            links::wiki(&image.address, self.context.languages)
        } else {
            links::markdown(&image.address, self.context.folder)
        };
        let (path, anywhere) = match destination {
            Ok(Destination::Asset { path, anywhere }) => (path, anywhere),
            Ok(Destination::Link(target)) => return self.shown_page(image, target, alt),
            Err(bad) => {
                self.bad_address(bad, &image.address, &image.at);
                return self.out.text(&alt);
            }
        };
        let name = path.rsplit('/').next().unwrap_or_default().to_owned();
        let media = media(&path);
        if media == Media::Image && alt.is_empty() {
            self.problems.add(Diagnostic::new(Code::MissingAlt).arg("file", &name), image.at.clone());
        }
        let number = self.add_asset(path, anywhere, &image.at);
        let address = |this: &mut Self, before: &str, after: &str| {
            this.out.html(before);
            this.out.piece(Piece::Asset(number));
            this.out.html(after);
        };
        let label = if alt.is_empty() { name } else { alt.clone() };
        match media {
            Media::Image => {
                self.out.html("<img");
                self.out.piece(Piece::Picture(number));
                self.out.attribute("alt", &alt);
                if !image.title.is_empty() {
                    let title = typography::plain(&image.title, self.language);
                    self.out.attribute("title", &title);
                }
                self.out.html(" loading=\"lazy\">");
            }
            // Players are operated, and what is operated does not stand in a link.
            Media::Video | Media::Audio if !self.in_link => {
                let element = if media == Media::Video { "video" } else { "audio" };
                self.out.html(&format!("<{element} controls preload=\"none\""));
                self.out.attribute("aria-label", &label);
                address(self, " src=\"", "\">");
                if media == Media::Video {
                    self.out.piece(Piece::Tracks(number, Vec::new()));
                }
                self.out.html(&format!("</{element}>"));
            }
            _ if self.in_link => self.out.text(&label),
            _ => {
                address(self, "<a href=\"", "\">");
                self.out.text(&label);
                self.out.html("</a>");
            }
        }
    }

    /// `![[page]]` and remote images become links.
    fn shown_page(&mut self, image: &Image, target: Target, alt: String) {
        let external = match &target {
            Target::External(address) => Some(address.clone()),
            _ => None,
        };
        if let Some(address) = &external {
            self.problems.add(Diagnostic::new(Code::RemoteImage).arg("address", address), image.at.clone());
        }
        if self.in_link {
            return self.out.text(&alt);
        }
        let work = matches!(target, Target::Work { .. });
        let number = self.add_link(target, &image.at);
        self.out.piece(Piece::Open(number));
        match external {
            _ if !alt.is_empty() => self.out.text(&alt),
            Some(address) => self.out.text(&address),
            None if work => self.out.piece(Piece::Title(number)),
            None => self.out.text(&image.address),
        }
        self.out.piece(Piece::Close(number));
    }
}
