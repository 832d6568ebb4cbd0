//! Writing directives.

use std::ops::Range;

use super::callouts::Callout;
use super::directives::{Directive, Kind};
use super::links::{self, BadAddress, Destination};
use super::markdown::Renderer;
use super::tok::Tok;
use super::tree::{Block, BlockKind};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::language::Language;
use crate::document::{Piece, Target, typography};

impl Renderer<'_> {
    /// A block with a meaning.
    pub(super) fn directive(&mut self, directive: Directive, blocks: Vec<Block>, anchor: Option<String>, at: Range<usize>) {
        let anchor = anchor.as_deref();
        match directive.kind {
            Kind::Quote => self.unlinked(|this| this.quote(&directive, anchor, blocks)),
            Kind::Rendering => {
                self.problems
                    .add(Diagnostic::new(Code::MisplacedDirective).arg("name", &directive.name).arg("outer", "quote"), directive.at);
                self.blocks(blocks);
            }
            Kind::Checklist => self.checklist(&directive, anchor, blocks),
            Kind::Quiz => self.unlinked(|this| this.quiz(&directive, anchor, blocks, at)),
            Kind::Solution => self.folded(&directive, anchor, "solution", "solution-title", blocks),
            Kind::Discussion => self.group(&directive, anchor, "discussion", Some("discussion-title"), blocks),
            Kind::Keypoints => self.group(&directive, anchor, "keypoints", Some("keypoints-title"), blocks),
            Kind::Note => self.note(&directive, anchor, blocks),
            Kind::Facilitator => {
                self.gathered.has_facilitator = true;
                self.hidden(true, |this| this.group(&directive, anchor, "facilitator", Some("facilitator-title"), blocks));
            }
            Kind::Video => self.video(&directive, anchor, blocks),
            Kind::Unknown => self.group(&directive, anchor, "block", None, blocks),
        }
    }

    /// ` id="…"`.
    pub(super) fn anchor(&mut self, anchor: Option<&str>) {
        if let Some(anchor) = anchor {
            self.out.attribute("id", anchor);
        }
    }

    /// A role, and the id of the line that names the block.
    pub(super) fn labelled(&mut self, role: &str) -> String {
        let label = format!("_block-{}", self.next("block"));
        self.out.attribute("role", role);
        self.out.attribute("aria-labelledby", &label);
        label
    }

    /// The block's title: its own, else the message's; nothing without either.
    pub(super) fn title_line(&mut self, directive: &Directive, message: Option<(&'static str, &str)>) {
        if directive.get("title").is_none() && message.is_none() {
            return;
        }
        self.out.html("<p class=\"block-title\"");
        if let Some((_, label)) = message {
            self.out.attribute("id", label);
        }
        self.out.html(">");
        self.title(directive, message.map(|(message, _)| message));
        self.out.html("</p>\n");
    }

    fn title(&mut self, directive: &Directive, message: Option<&'static str>) {
        match (directive.get("title"), message) {
            (Some(title), _) => {
                let title = typography::plain(title, self.language);
                self.out.text(&title);
            }
            (None, Some(message)) => self.out.message(message, vec![]),
            (None, None) => {}
        }
    }

    fn group(&mut self, directive: &Directive, anchor: Option<&str>, class: &str, message: Option<&'static str>, blocks: Vec<Block>) {
        self.out.html("<div");
        self.out.attribute("class", class);
        self.anchor(anchor);
        let label = message.map(|message| (message, self.labelled("group")));
        self.language_attributes(directive.language);
        self.out.html(">\n");
        self.in_language(directive.language, |this| {
            this.title_line(directive, label.as_ref().map(|(message, label)| (*message, label.as_str())));
            this.blocks(blocks);
        });
        self.out.html("</div>\n");
    }

    fn folded(&mut self, directive: &Directive, anchor: Option<&str>, class: &str, message: &'static str, blocks: Vec<Block>) {
        self.out.html("<details");
        self.out.attribute("class", class);
        self.anchor(anchor);
        self.language_attributes(directive.language);
        self.out.html(">\n<summary>");
        self.in_language(directive.language, |this| {
            this.title(directive, Some(message));
            this.out.html("</summary>\n");
            this.unlinked(|this| this.blocks(blocks));
        });
        self.out.html("</details>\n");
    }

    fn note(&mut self, directive: &Directive, anchor: Option<&str>, blocks: Vec<Block>) {
        let text = |title: &str| vec![Tok::Text { text: title.to_owned(), literal: Vec::new(), at: 0 }];
        let callout = Callout { look: "callout-note", fold: None, title: directive.get("title").map(text).unwrap_or_default() };
        if anchor.is_none() && directive.language.is_none() {
            return self.callout(callout, blocks);
        }
        self.out.html("<div");
        self.anchor(anchor);
        self.language_attributes(directive.language);
        self.out.html(">\n");
        self.in_language(directive.language, |this| this.callout(callout, blocks));
        self.out.html("</div>\n");
    }

    /// A quotation, and beside it its rendering in the language of the text.
    fn quote(&mut self, directive: &Directive, anchor: Option<&str>, blocks: Vec<Block>) {
        let is_rendering =
            |block: &Block| matches!(&block.kind, BlockKind::Directive { directive, .. } if directive.kind == Kind::Rendering);
        let (renderings, original): (Vec<Block>, Vec<Block>) = blocks.into_iter().partition(is_rendering);
        self.out.html("<figure class=\"quote\"");
        self.anchor(anchor);
        self.out.html(">\n");
        self.title_line(directive, None);
        self.blockquote("original", None, directive.language, original);
        let mut translators = Vec::new();
        for block in renderings {
            if let BlockKind::Directive { directive, blocks, anchor } = block.kind {
                self.blockquote("rendering", anchor.as_deref(), directive.language, blocks);
                translators.extend(directive.get("by").map(str::to_owned));
            }
        }
        let (by, source) = (directive.get("by"), directive.get("source"));
        if by.is_some() || source.is_some() || !translators.is_empty() {
            self.out.html("<figcaption>");
            let mut first = true;
            let mut part = |this: &mut Self, text: &str, before: &str, after: &str| {
                this.out.html(if std::mem::take(&mut first) { "" } else { ", " });
                this.out.html(before);
                let text = typography::plain(text, this.language);
                this.out.text(&text);
                this.out.html(after);
            };
            by.into_iter().for_each(|by| part(self, by, "<span class=\"by\">", "</span>"));
            source.into_iter().for_each(|source| part(self, source, "<cite>", "</cite>"));
            for by in translators {
                self.out.html(if std::mem::take(&mut first) { "" } else { ". " });
                self.out.html("<span class=\"rendered-by\">");
                let name = typography::plain(&by, self.language);
                self.out.message("translated-by", vec![("name", name)]);
                self.out.html("</span>");
            }
            self.out.html("</figcaption>\n");
        }
        self.out.html("</figure>\n");
    }

    fn blockquote(&mut self, class: &str, anchor: Option<&str>, language: Option<Language>, blocks: Vec<Block>) {
        self.out.html("<blockquote");
        self.out.attribute("class", class);
        self.anchor(anchor);
        self.language_attributes(language);
        self.out.html(">\n");
        self.in_language(language, |this| this.blocks(blocks));
        self.out.html("</blockquote>\n");
    }

    /// A film of the site with its subtitles, or a link to one elsewhere; below it what is said in it.
    fn video(&mut self, directive: &Directive, anchor: Option<&str>, blocks: Vec<Block>) {
        self.out.html("<div class=\"video\"");
        self.anchor(anchor);
        self.language_attributes(directive.language);
        self.out.html(">\n");
        self.in_language(directive.language, |this| {
            this.title_line(directive, None);
            this.film(directive);
            if !blocks.is_empty() {
                this.out.html("<details class=\"transcript\">\n<summary>");
                this.out.message("video-transcript", vec![]);
                this.out.html("</summary>\n");
                this.unlinked(|this| this.blocks(blocks));
                this.out.html("</details>\n");
            }
        });
        self.out.html("</div>\n");
    }

    fn film(&mut self, directive: &Directive) {
        let Some(src) = directive.get("src") else { return };
        let at = directive.place("src");
        match links::markdown(src, self.context.folder) {
            Ok(Destination::Asset { path, anywhere }) => {
                let number = self.add_asset(path, anywhere, &at);
                let poster = self.file_of(directive, "poster");
                self.out.html("<video controls preload=\"none\"");
                match directive.get("title") {
                    Some(title) => {
                        let title = typography::plain(title, self.language);
                        self.out.attribute("aria-label", &title);
                    }
                    None => self.out.message_attribute("aria-label", "video-label", vec![]),
                }
                self.asset_attribute("src", number);
                if let Some(poster) = poster {
                    self.out.piece(Piece::Poster(poster));
                }
                self.out.html(">\n");
                let captions = self.captions(directive);
                self.out.piece(Piece::Tracks(number, captions));
                self.out.html("</video>\n");
            }
            Ok(Destination::Link(target @ Target::External(_))) => {
                let number = self.add_link(target, &at);
                self.out.html("<p class=\"video-link\">");
                self.out.piece(Piece::Open(number));
                self.title(directive, Some("video-link"));
                self.out.piece(Piece::Close(number));
                self.out.html("</p>\n");
            }
            Ok(Destination::Link(_)) => {
                let attribute = super::attributes::Attribute { name: "src".into(), value: src.into(), at: at.clone() };
                self.problems.add(super::directives::invalid("video", "value", &attribute), at);
            }
            Err(bad) => self.bad_address(bad, src, &at),
        }
    }

    /// The subtitles that are stated: files parted by spaces or commas, each with its language before the ending.
    fn captions(&mut self, directive: &Directive) -> Vec<(u32, Language)> {
        let at = directive.place("captions");
        let files = directive.get("captions").unwrap_or_default().split([' ', ',']).filter(|file| !file.is_empty());
        let captions = files.filter_map(|file| {
            let language = file.rsplit('.').nth(1).and_then(|tag| tag.parse::<Language>().ok()).unwrap_or(self.language);
            Some((self.file(file, &at)?, language))
        });
        captions.collect()
    }

    fn file_of(&mut self, directive: &Directive, attribute: &str) -> Option<u32> {
        self.file(directive.get(attribute)?, &directive.place(attribute))
    }

    fn file(&mut self, address: &str, at: &Range<usize>) -> Option<u32> {
        match links::markdown(address, self.context.folder) {
            Ok(Destination::Asset { path, anywhere }) => Some(self.add_asset(path, anywhere, at)),
            Ok(Destination::Link(Target::External(_))) => {
                self.bad_address(BadAddress::Remote, address, at);
                None
            }
            Ok(Destination::Link(_)) => {
                self.bad_address(BadAddress::Empty, address, at);
                None
            }
            Err(bad) => {
                self.bad_address(bad, address, at);
                None
            }
        }
    }

    fn asset_attribute(&mut self, name: &str, number: u32) {
        self.out.html(&format!(" {name}=\""));
        self.out.piece(Piece::Asset(number));
        self.out.html("\"");
    }
}
