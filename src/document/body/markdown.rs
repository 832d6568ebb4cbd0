//! The tree of blocks as pieces of a page.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::Alignment;

use super::BodyContext;
use super::callouts;
use super::checks::Paragraphs;
use super::footnotes::Notes;
use super::links::{Media, media};
use super::problems::Problems;
use super::tok::{Image, Tok, is_blank, plain};
use super::tree::{Block, BlockKind, Definition, Item, Tree};
use super::typeset::typeset;
use super::writer::Writer;
use crate::base::bytes::count_alphanumeric;
use crate::base::language::{Direction, Language};
use crate::base::path::encode;
use crate::base::text::Span;
use crate::document::{Asset, Body, Heading, Link, Piece};

/// Writes a body, and gathers what other pages may know of it.
pub(super) struct Renderer<'a> {
    pub(super) source: &'a str,
    /// Where the body begins in its file.
    pub(super) offset: usize,
    pub(super) context: &'a BodyContext<'a>,
    pub(super) problems: &'a mut Problems,
    pub(super) out: Writer,
    pub(super) notes: Notes,
    /// The language of the part that is being written.
    pub(super) language: Language,
    /// Whether only facilitators see it.
    pub(super) facilitator: bool,
    /// Whether it belongs to the words of the text: not code, nor the reply to an answer.
    pub(super) counted: bool,
    /// Whether an excerpt may show it: not notes, tables, captions and the titles of blocks.
    pub(super) excerpted: bool,
    /// Whether it was written before: then without links and notes, which stand on a page once.
    pub(super) repeated: bool,
    pub(super) in_link: bool,
    /// Whether mentions of terms may become links: in running text that is the author's own and can be seen at once.
    pub(super) linkable: bool,
    pub(super) gathered: Gathered,
    /// Blocks, tables and checklists so far, for their ids.
    numbers: BTreeMap<&'static str, u32>,
    paragraphs: Paragraphs<'a>,
    /// The levels, as written, of the headings that the next one may stand under.
    outline: Vec<u8>,
}

/// What a face knows of a body.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) excerpt: String,
    pub(super) headings: Vec<Heading>,
    pub(super) links: Vec<Link>,
    pub(super) assets: Vec<Asset>,
    pub(super) characters: u32,
    pub(super) quizzes: Vec<String>,
    pub(super) has_facilitator: bool,
}

/// Enough words to choose an excerpt from, in bytes.
const EXCERPT_SOURCE: usize = 1200;

impl<'a> Renderer<'a> {
    pub(super) fn new(source: &'a str, offset: usize, context: &'a BodyContext<'a>, notes: Notes, problems: &'a mut Problems) -> Self {
        Renderer {
            source,
            offset,
            context,
            problems,
            out: Writer::with_capacity(source.len() + source.len() / 4),
            notes,
            language: context.language,
            facilitator: false,
            counted: true,
            excerpted: true,
            repeated: false,
            in_link: false,
            linkable: true,
            gathered: Gathered::default(),
            numbers: BTreeMap::new(),
            paragraphs: Paragraphs::default(),
            outline: Vec::new(),
        }
    }

    /// Writes everything.
    pub(super) fn page(mut self, tree: Tree) -> (Body, Gathered) {
        self.blocks(tree.blocks);
        self.footnotes(tree.footnotes);
        let (pieces, prose) = self.out.finish_with_prose();
        (Body { pieces, prose }, self.gathered)
    }

    /// A place in the file.
    pub(super) fn span(&self, at: &Range<usize>) -> Span {
        Span::new(at.clone()).shifted(self.offset)
    }

    /// The next number of its kind, from 1.
    pub(super) fn next(&mut self, kind: &'static str) -> u32 {
        let number = self.numbers.entry(kind).or_default();
        *number += 1;
        *number
    }

    /// Writes a part for facilitators only.
    pub(super) fn hidden(&mut self, hidden: bool, write: impl FnOnce(&mut Self)) {
        if !hidden || self.facilitator {
            return write(self);
        }
        let outer = std::mem::take(&mut self.out);
        let outline = self.outline.clone();
        self.facilitator = true;
        write(self);
        self.facilitator = false;
        self.outline = outline;
        let inner = std::mem::replace(&mut self.out, outer);
        self.out.piece(Piece::Facilitator(inner.finish()));
    }

    /// Writes what no excerpt shows.
    pub(super) fn aside(&mut self, write: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.excerpted, false);
        write(self);
        self.excerpted = outer;
    }

    /// Writes what links no terms.
    pub(super) fn unlinked(&mut self, write: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.linkable, false);
        write(self);
        self.linkable = outer;
    }

    /// Writes a part in another language.
    pub(super) fn in_language(&mut self, language: Option<Language>, write: impl FnOnce(&mut Self)) {
        let outer = self.language;
        self.language = language.unwrap_or(outer);
        write(self);
        self.language = outer;
    }

    /// `lang` and `dir`, where the language is another than around.
    pub(super) fn language_attributes(&mut self, language: Option<Language>) {
        if let Some(language) = language.filter(|language| *language != self.language) {
            self.out.attribute("lang", language.as_str());
            self.out.attribute("dir", direction(language));
        }
    }

    pub(super) fn blocks(&mut self, blocks: Vec<Block>) {
        let blocks = without_comments(blocks);
        let pairs = super::raw::pairs(&blocks);
        for (i, block) in blocks.into_iter().enumerate() {
            self.block(block, &|tag| !pairs.contains(&(i, tag)));
        }
    }

    fn block(&mut self, block: Block, refused: &dyn Fn(usize) -> bool) {
        let Block { at, kind } = block;
        match kind {
            BlockKind::Paragraph(toks) => self.paragraph(toks, at),
            BlockKind::Plain(toks) => {
                self.run(toks);
                self.out.html("\n");
            }
            BlockKind::Heading { level, toks, anchor, .. } => self.heading(level, toks, anchor, at),
            BlockKind::Quote(mut blocks) => match callouts::take(&mut blocks) {
                Some(callout) => self.callout(callout, blocks),
                None => {
                    self.out.html("<blockquote>\n");
                    self.unlinked(|this| this.blocks(blocks));
                    self.out.html("</blockquote>\n");
                }
            },
            BlockKind::Code { language, code } => self.code(&language, &code),
            BlockKind::Html(raw) => self.raw_html(&raw, &at, refused),
            BlockKind::List { start, items } => self.list(start, items),
            BlockKind::Definitions(list) => self.definitions(list),
            BlockKind::Table { alignments, head, rows } => self.aside(|this| this.table(&alignments, head, rows)),
            BlockKind::Rule => self.out.html("<hr>\n"),
            BlockKind::Directive { directive, blocks, anchor } => self.directive(directive, blocks, anchor, at),
        }
    }

    fn paragraph(&mut self, mut toks: Vec<Tok>, at: Range<usize>) {
        let id = super::assign::block_id(&toks).map(str::to_owned);
        if id.is_some() {
            super::assign::drop_block_id(&mut toks);
        }
        if is_blank(&toks) {
            return;
        }
        if !self.repeated {
            self.paragraphs.see(&self.source[at.clone()], at.start..at.start + self.source[at].trim_end().len(), self.problems);
        }
        if let Some(image) = lonely_image(&toks) {
            let image = image.clone();
            return self.aside(|this| this.figure(image, id));
        }
        self.out.html("<p");
        self.anchor(id.as_deref());
        self.out.html(">");
        self.run(toks);
        self.out.html("</p>\n");
    }

    /// The text of a paragraph, typeset.
    pub(super) fn run(&mut self, mut toks: Vec<Tok>) {
        typeset(&mut toks, self.language);
        if self.counted && !self.facilitator && !self.repeated {
            let words = plain(&toks);
            self.gathered.characters += count_alphanumeric(&words) as u32;
            if self.excerpted && self.gathered.excerpt.len() < EXCERPT_SOURCE {
                self.gathered.excerpt.push_str(&words);
                self.gathered.excerpt.push(' ');
            }
        }
        self.toks(&toks);
    }

    fn heading(&mut self, level: u8, mut toks: Vec<Tok>, anchor: String, at: Range<usize>) {
        if is_blank(&toks) {
            return;
        }
        typeset(&mut toks, self.language);
        let text = plain(&toks).split_whitespace().collect::<Vec<_>>().join(" ");
        if !self.facilitator {
            self.gathered.characters += count_alphanumeric(&text) as u32;
        }
        let level = self.heading_level(level);
        let span = self.span(&(at.start..at.start + self.source[at.clone()].trim_end().len()));
        self.out.html(&format!("<h{level}"));
        self.out.attribute("id", &anchor);
        self.out.html(">");
        self.unlinked(|this| this.toks(&toks));
        self.out.html("<a class=\"anchor\"");
        self.out.attribute("href", &format!("#{}", encode(&anchor)));
        self.out.message_attribute("aria-label", "anchor-label", vec![("heading", text.clone())]);
        self.out.html(&format!("></a></h{level}>\n"));
        self.gathered.headings.push(Heading { level, text, anchor, facilitator: self.facilitator, span });
    }

    /// The page's title is its only `h1`, and no level is skipped below it: a heading's level is how many headings it stands under. So `#`
    /// goes one level down, and a text that begins with `##` has its sections right under the title all the same.
    fn heading_level(&mut self, written: u8) -> u8 {
        while self.outline.pop_if(|above| *above >= written).is_some() {}
        self.outline.push(written);
        (self.outline.len() as u8 + 1).min(6)
    }

    fn code(&mut self, language: &str, code: &str) {
        self.out.html("<pre tabindex=\"0\"");
        if self.language.direction() == Direction::Rtl {
            self.out.html(" dir=\"ltr\"");
        }
        self.out.html("><code");
        if !language.is_empty() {
            self.out.attribute("class", &format!("language-{language}"));
        }
        self.out.html(">");
        // HTML swallows a line end right after `<pre>` only, so the code is as it was.
        super::code::write(language, code, &mut self.out);
        self.out.html("</code></pre>\n");
    }

    fn list(&mut self, start: Option<u64>, items: Vec<Item>) {
        let tasks = items.iter().any(|item| item.task.is_some());
        let name = if start.is_some() { "ol" } else { "ul" };
        self.out.html(&format!("<{name}"));
        if let Some(start) = start.filter(|start| *start != 1) {
            self.out.attribute("start", &start.to_string());
        }
        self.out.html(if tasks { " class=\"tasks\">\n" } else { ">\n" });
        for item in items {
            self.out.html("<li>");
            match item.task {
                None => self.item(item.blocks),
                Some(done) => {
                    let mark = if done { " checked" } else { "" };
                    self.with_box(item.blocks, &format!("<label><input type=\"checkbox\" disabled{mark}> "), "</label>");
                }
            }
            self.out.html("</li>\n");
        }
        self.out.html(&format!("</{name}>\n"));
    }

    /// An item's blocks; a tight one's text stands directly in it.
    pub(super) fn item(&mut self, blocks: Vec<Block>) {
        let tight = matches!(blocks.first().map(|block| &block.kind), Some(BlockKind::Plain(_)));
        if !tight && !blocks.is_empty() {
            self.out.html("\n");
        }
        self.blocks(blocks);
    }

    /// An item whose first text stands between a box with its label and their end.
    pub(super) fn with_box(&mut self, blocks: Vec<Block>, before: &str, after: &str) {
        let mut blocks = blocks.into_iter();
        match blocks.next() {
            Some(Block { kind: BlockKind::Plain(toks), .. }) => {
                self.out.html(before);
                self.unlinked(|this| this.run(toks));
                self.out.html(after);
            }
            Some(Block { kind: BlockKind::Paragraph(toks), .. }) => {
                self.out.html("<p>");
                self.out.html(before);
                self.unlinked(|this| this.run(toks));
                self.out.html(after);
                self.out.html("</p>\n");
            }
            first => {
                self.out.html(before);
                self.out.html(after);
                self.blocks(first.into_iter().collect());
            }
        }
        self.blocks(blocks.collect());
    }

    fn definitions(&mut self, list: Vec<Definition>) {
        self.out.html("<dl>\n");
        for definition in list {
            match definition {
                Definition::Term { toks, .. } => {
                    self.out.html("<dt>");
                    self.unlinked(|this| this.run(toks));
                    self.out.html("</dt>\n");
                }
                Definition::Text(blocks) => {
                    self.out.html("<dd>");
                    self.item(blocks);
                    self.out.html("</dd>\n");
                }
            }
        }
        self.out.html("</dl>\n");
    }

    fn table(&mut self, alignments: &[Alignment], head: Vec<Vec<Tok>>, rows: Vec<Vec<Vec<Tok>>>) {
        let number = self.next("table");
        // A wide table scrolls, by keyboard as well.
        self.out.html("<div class=\"table\" tabindex=\"0\" role=\"region\"");
        self.out.message_attribute("aria-label", "table-label", vec![("number", number.to_string())]);
        self.out.html(">\n<table>\n");
        if head.iter().any(|cell| !is_blank(cell)) {
            self.out.html("<thead>\n");
            self.row(alignments, head, true);
            self.out.html("</thead>\n");
        }
        if !rows.is_empty() {
            self.out.html("<tbody>\n");
            rows.into_iter().for_each(|row| self.row(alignments, row, false));
            self.out.html("</tbody>\n");
        }
        self.out.html("</table>\n</div>\n");
    }

    fn row(&mut self, alignments: &[Alignment], cells: Vec<Vec<Tok>>, head: bool) {
        self.out.html("<tr>");
        for (column, toks) in cells.into_iter().enumerate() {
            // A header without words heads nothing.
            let name = if head && !is_blank(&toks) { "th" } else { "td" };
            self.out.html(&format!("<{name}"));
            self.out.html(if name == "th" { " scope=\"col\"" } else { "" });
            self.out.html(match alignments.get(column) {
                Some(Alignment::Left) => " class=\"align-start\"",
                Some(Alignment::Center) => " class=\"align-center\"",
                Some(Alignment::Right) => " class=\"align-end\"",
                _ => "",
            });
            self.out.html(">");
            match head {
                true => self.unlinked(|this| this.run(toks)),
                false => self.run(toks),
            }
            self.out.html(&format!("</{name}>"));
        }
        self.out.html("</tr>\n");
    }

    fn figure(&mut self, image: Image, id: Option<String>) {
        // A film, a remote image and the like are no figures.
        if media(&image.address) != Media::Image || image.address.contains("://") {
            self.out.html("<p");
            self.anchor(id.as_deref());
            self.out.html(">");
            self.run(vec![Tok::Image(image)]);
            return self.out.html("</p>\n");
        }
        let (title, at) = (image.title.clone(), image.at.start);
        self.out.html("<figure");
        self.anchor(id.as_deref());
        self.out.html(">");
        self.run(vec![Tok::Image(Image { title: String::new(), ..image })]);
        if !title.is_empty() {
            self.out.html("\n<figcaption>");
            self.run(vec![Tok::Text { text: title, literal: Vec::new(), at }]);
            self.out.html("</figcaption>\n");
        }
        self.out.html("</figure>\n");
    }
}

/// The word that `dir` takes.
pub(super) fn direction(language: Language) -> &'static str {
    match language.direction() {
        Direction::Ltr => "ltr",
        Direction::Rtl => "rtl",
    }
}

fn lonely_image(toks: &[Tok]) -> Option<&Image> {
    let mut image = None;
    for tok in toks {
        match tok {
            Tok::Image(one) if image.is_none() => image = Some(one),
            Tok::Soft => {}
            Tok::Text { text, .. } if text.trim().is_empty() => {}
            _ => return None,
        }
    }
    image
}

/// Obsidian's comments over several paragraphs, from one that begins with `%%` to one that ends with it.
pub(super) fn without_comments(blocks: Vec<Block>) -> Vec<Block> {
    let begins = |block: &Block| matches!(edges(block), Some((first, _)) if first.trim_start().starts_with("%%"));
    let ends = |block: &Block| matches!(edges(block), Some((_, last)) if last.trim_end().ends_with("%%"));
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut open: Option<usize> = None;
    for block in blocks {
        match open {
            Some(start) if ends(&block) => {
                out.truncate(start);
                open = None;
                continue;
            }
            None if begins(&block) => open = Some(out.len()),
            _ => {}
        }
        out.push(block);
    }
    out
}

/// The first and last text of a paragraph.
fn edges(block: &Block) -> Option<(&str, &str)> {
    let BlockKind::Paragraph(toks) = &block.kind else { return None };
    fn words(tok: Option<&Tok>) -> &str {
        match tok {
            Some(Tok::Text { text, .. }) => text,
            _ => "",
        }
    }
    Some((words(toks.first()), words(toks.last())))
}
