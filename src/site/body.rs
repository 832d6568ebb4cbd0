//! A text's pieces joined for one page: the holes are filled with what the site and the reader's language put there.

use std::fmt::Write;

use super::routes::{Presence, href};
use super::terms::PageTerms;
use super::view::TermView;
use super::{Page, Site};
use crate::base::html::escape;
use crate::base::language::{Direction, Language};
use crate::base::path::{Address, encode};
use crate::document::Piece;
use crate::graph::{Destination, DocumentIndex, Resolved, Spot, asset_address, copies};
use crate::source::Binary;
use crate::strings::Arg;

impl Site {
    /// The HTML of a document's text on a page, and the terms that it mentions.
    pub(super) fn body(&self, page: &Page, document: DocumentIndex) -> (String, Vec<TermView>) {
        let length =
            self.inputs.documents[document].body.pieces.iter().map(|piece| if let Piece::Html(html) = piece { html.len() } else { 64 });
        let mut out = String::with_capacity(length.sum());
        let filler = Filler { site: self, page, document };
        let mut terms = PageTerms::new(self, page, document);
        for (number, piece) in self.inputs.documents[document].body.pieces.iter().enumerate() {
            match piece {
                Piece::Html(html) => terms.html(number, html, &mut out),
                piece => filler.piece(piece, &mut out),
            }
        }
        (out, terms.finish())
    }

    /// What the interface says inside of a text.
    pub(super) fn message(&self, language: Language, id: &str, args: &[(&'static str, String)]) -> String {
        let args: Vec<(&str, Arg)> = args.iter().map(|(name, value)| (*name, argument(name, value))).collect();
        self.inputs.strings.get(language, id, &args).unwrap_or_else(|_| id.to_owned())
    }

    /// The HTML of a text that stands on a page of another matter, such as the one above a list. It says its language where its tag is
    /// another than the page's.
    pub(super) fn aside(&self, page: &Page, document: DocumentIndex) -> (String, Vec<TermView>) {
        let (html, terms) = self.body(page, document);
        match self.inputs.documents[document].language {
            language if language == page.language => (html, terms),
            language => (format!("<div lang=\"{language}\">{html}</div>"), terms),
        }
    }
}

/// Fills the holes of a text on a page.
pub(super) struct Filler<'a> {
    pub(super) site: &'a Site,
    pub(super) page: &'a Page,
    pub(super) document: DocumentIndex,
}

/// Where a link leads.
pub(super) enum Lead<'a> {
    /// To an output of the site, and a place in it.
    Page(Address, Option<&'a str>),
    /// To a place on the same page.
    Here(&'a str),
    /// Out of the site.
    Outside(&'a str),
}

impl Filler<'_> {
    fn piece(&self, piece: &Piece, out: &mut String) {
        match piece {
            Piece::Html(html) => out.push_str(html),
            Piece::Open(link) => self.open(*link, out),
            Piece::Close(link) => self.close(*link, out),
            Piece::Title(link) => self.title(*link, out),
            Piece::Asset(asset) => self.asset(*asset, out),
            Piece::Picture(asset) => self.picture(*asset, out),
            Piece::Poster(asset) => self.poster(*asset, out),
            Piece::Tracks(film, stated) => self.tracks(*film, stated, out),
            Piece::Message(id, args) => out.push_str(&escape(&self.site.message(self.page.language, id, args))),
            Piece::Facilitator(pieces) if self.site.inputs.options.facilitator => pieces.iter().for_each(|piece| self.piece(piece, out)),
            Piece::Facilitator(_) => {}
        }
    }

    pub(super) fn resolved(&self, link: u32) -> &Resolved {
        &self.site.inputs.graph.links[self.document][link as usize]
    }

    /// The language of what a link leads to, where it is another than the page's.
    fn foreign(&self, link: u32) -> Option<Language> {
        let Resolved::Internal { destination: Destination::Work(work), .. } = self.resolved(link) else { return None };
        match self.site.routes.presence(*work, self.page.language) {
            Presence::Listed(language, _) => Some(language),
            _ => None,
        }
    }

    /// The one answer for pages, twins and whatever else shows the text.
    pub(super) fn lead(&self, link: u32) -> Option<Lead<'_>> {
        match self.resolved(link) {
            Resolved::Internal { destination, spot } => {
                let address = self.site.routes.destination(destination, self.page.language)?;
                Some(Lead::Page(address, spot.as_ref().and_then(|spot| self.anchor(destination, spot))))
            }
            Resolved::Here(spot) => self.anchor_of(self.document, spot).map(Lead::Here),
            Resolved::External(address) => Some(Lead::Outside(address)),
            Resolved::Nowhere => None,
        }
    }

    fn address(&self, link: u32) -> Option<String> {
        Some(match self.lead(link)? {
            Lead::Page(address, anchor) => {
                let anchor = anchor.map(|anchor| format!("#{}", encode(anchor)));
                format!("{}{}", self.page.address.relative(&href(&address)), anchor.unwrap_or_default())
            }
            Lead::Here(anchor) => format!("#{}", encode(anchor)),
            Lead::Outside(address) => address.to_owned(),
        })
    }

    /// The anchor in the edition that the reader gets: of a heading the one at the same place, if the editions have the same headings.
    fn anchor<'s>(&'s self, destination: &Destination, spot: &'s Spot) -> Option<&'s str> {
        let Destination::Work(work) = destination else { return None };
        let documents = &self.site.inputs.documents;
        let chain = self.site.inputs.config.chain(documents[self.document].language);
        let (_, found_in) = self.site.inputs.graph.works[*work].edition(&chain)?;
        let (shown, _) = self.site.routes.presence(*work, self.page.language).document()?;
        let notice = self.site.inputs.graph.works[*work].facts.withdrawn.is_some()
            || self.site.inputs.options.faulty.contains(&documents[shown].text.path);
        if notice {
            return None; // It has none of the text's places.
        }
        let (from, to) = (&documents[found_in].face, &documents[shown].face);
        let is_there = match spot {
            Spot::Heading(_) => from.headings.len() == to.headings.len(),
            Spot::Anchor(anchor) => shown == found_in || to.anchors.contains(anchor),
        };
        is_there.then(|| self.anchor_of(shown, spot)).flatten()
    }

    fn anchor_of<'s>(&'s self, document: DocumentIndex, spot: &'s Spot) -> Option<&'s str> {
        match spot {
            Spot::Anchor(anchor) => Some(anchor),
            Spot::Heading(heading) => {
                let heading = self.site.inputs.documents[document].face.headings.get(*heading)?;
                (!heading.facilitator || self.site.inputs.options.facilitator).then_some(heading.anchor.as_str())
            }
        }
    }

    fn open(&self, link: u32, out: &mut String) {
        let Some(address) = self.address(link) else { return out.push_str("<span>") };
        let _ = write!(out, "<a href=\"{}\"", escape(&address));
        match (self.resolved(link), self.foreign(link)) {
            (Resolved::External(_), _) => out.push_str(" class=\"external\""),
            (_, Some(language)) => {
                let _ = write!(out, " hreflang=\"{language}\"");
            }
            _ => {}
        }
        out.push('>');
    }

    fn close(&self, link: u32, out: &mut String) {
        if self.address(link).is_none() {
            return out.push_str("</span>");
        }
        out.push_str("</a>");
        if let Some(language) = self.foreign(link) {
            let name = super::cards::language_name(&self.site.inputs, language, self.page.language);
            let _ = write!(out, " <abbr class=\"lang-mark\" title=\"{}\">{language}</abbr>", escape(&name));
        }
    }

    /// The title of what a link leads to, marked with its language where that is another than the page's.
    fn title(&self, link: u32, out: &mut String) {
        let Resolved::Internal { destination, .. } = self.resolved(link) else { return };
        let language = match destination {
            Destination::Work(work) => self.site.card(*work, self.page.language).and_then(|card| card.written_in),
            _ => None,
        };
        let title = self.site.destination_title(destination, self.page.language);
        let _ = match language {
            None => write!(out, "{}", escape(&title)),
            Some(language) => {
                let dir = if language.direction() == Direction::Rtl { "rtl" } else { "ltr" };
                write!(out, "<span lang=\"{language}\" dir=\"{dir}\">{}</span>", escape(&title))
            }
        };
    }

    fn asset(&self, asset: u32, out: &mut String) {
        if let Some(address) = self.asset_address(asset) {
            out.push_str(&escape(&self.file_address(&address)));
        }
    }

    fn file(&self, asset: u32) -> Option<&Binary> {
        let path = self.site.inputs.graph.assets[self.document][asset as usize].as_ref()?;
        self.site.inputs.assets.for_reader(path, &self.site.inputs.config.chain(self.page.language))
    }

    fn file_address(&self, address: &str) -> String {
        self.page.address.relative(&encode(address))
    }

    fn picture(&self, asset: u32, out: &mut String) {
        out.push_str(" src=\"");
        self.asset(asset, out);
        out.push('"');
        let Some((file, picture)) = self.file(asset).and_then(|file| Some((file, file.picture?))) else { return };
        let mut before = " srcset=\"";
        for copy in copies(file) {
            let _ = write!(out, "{before}{} {}w", escape(&self.file_address(&copy.address)), copy.width);
            before = ", ";
        }
        if before == ", " {
            // More than this no screen shows of a column of text.
            if picture.width <= LARGEST {
                let _ = write!(out, ", {} {}w", escape(&self.file_address(&asset_address(&file.path, file.hash))), picture.width);
            }
            let _ = write!(out, "\" sizes=\"{SIZES}\"");
        }
        self.size(asset, out);
    }

    /// A film is as wide as a column of text: of its poster, the copy for that will do.
    fn poster(&self, asset: u32, out: &mut String) {
        let Some(file) = self.file(asset) else { return };
        let copy = copies(file).take(2).last().map(|copy| copy.address);
        let address = self.file_address(&copy.unwrap_or_else(|| asset_address(&file.path, file.hash)));
        let _ = write!(out, " poster=\"{}\"", escape(&address));
        self.size(asset, out);
    }

    fn size(&self, asset: u32, out: &mut String) {
        if let Some(picture) = self.file(asset).and_then(|file| file.picture) {
            let _ = write!(out, " width=\"{}\" height=\"{}\"", picture.width, picture.height);
        }
    }

    /// Subtitles. The reader's own language is switched on, else that of the text.
    fn tracks(&self, film: u32, stated: &[(u32, Language)], out: &mut String) {
        let mut tracks: Vec<(Language, &Binary)> =
            stated.iter().filter_map(|&(asset, language)| Some((language, self.file(asset)?))).collect();
        if stated.is_empty() {
            let path = self.site.inputs.graph.assets[self.document][film as usize].as_ref();
            tracks.extend(path.iter().flat_map(|path| self.site.inputs.assets.subtitles(path)));
        }
        let wanted = [self.page.language, self.site.inputs.documents[self.document].language];
        let on = wanted.iter().find_map(|wanted| tracks.iter().position(|(language, _)| language == wanted));
        for (number, (language, file)) in tracks.into_iter().enumerate() {
            let name = super::cards::own_name(&self.site.inputs, language);
            let address = self.file_address(&asset_address(&file.path, file.hash));
            let _ = write!(out, "<track kind=\"captions\" srclang=\"{language}\" label=\"{}\" src=\"{}\"", escape(&name), escape(&address));
            out.push_str(if Some(number) == on { " default>\n" } else { ">\n" });
        }
    }

    /// Where a file stands that the text shows.
    pub(super) fn asset_address(&self, asset: u32) -> Option<String> {
        self.file(asset).map(|file| asset_address(&file.path, file.hash))
    }
}

/// How wide a picture is shown, as far as a browser has to guess before it has the style sheet: a column of text, or a phone's screen.
const SIZES: &str = "(min-width: 48rem) 44rem, 100vw";

/// A picture wider than this, in pixels, is shown by its copies alone.
const LARGEST: u32 = 2400;

/// Texts say which of their arguments are numbers by calling them so; a heading of digits is no number.
fn argument<'a>(name: &str, value: &'a str) -> Arg<'a> {
    match value.parse() {
        Ok(number) if name == "number" => Arg::Number(number),
        _ => Arg::Text(value),
    }
}
