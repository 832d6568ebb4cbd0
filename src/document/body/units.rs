//! A body as translation units: the pieces that are translated, compared and reported one by one.
//!
//! A paragraph, a heading, an item's text, a row of a table, a term, an attribute that people read: each is a unit with its exact place, so
//! that it can be replaced there and nowhere else.

use std::ops::Range;

use super::assign::{block_id, drop_block_id};
use super::callouts;
use super::directives::{Directive, Kind};
use super::problems::Problems;
use super::tok::Tok;
use super::tree::{Block, BlockKind, Definition, Item, Tree};
use crate::base::language::Language;
use crate::base::text::Span;
use crate::document::meaning::{self, Mark};
use crate::document::units::{self, Part, Quiz, Unit, UnitKind, Units};

/// Attributes of directives that people read.
const READ: [&str; 3] = ["title", "by", "source"];

/// The units of a body that begins `offset` bytes into its file.
pub(crate) fn units(source: &str, offset: usize) -> Units {
    let Some(tree) = super::build(source, &mut Problems::default()) else { return Units::default() };
    let mut walker = Walker { source, offset, found: Units::default(), within: Vec::new(), depth: 0, language: None, facilitator: false };
    let Tree { blocks, footnotes } = tree;
    walker.blocks(&blocks);
    for footnote in footnotes.values() {
        walker.inside("footnote", |this| this.blocks(&footnote.blocks));
    }
    walker.finish()
}

struct Walker<'a> {
    source: &'a str,
    offset: usize,
    found: Units,
    /// What the walk is in, from the outside in.
    within: Vec<&'static str>,
    /// How many directives the walk is in.
    depth: usize,
    /// The language that one of them says.
    language: Option<Language>,
    facilitator: bool,
}

impl Walker<'_> {
    fn finish(self) -> Units {
        let mut found = self.found;
        found.list.sort_by_key(|unit| unit.at);
        let mut section = None;
        let mut headings = 0;
        for unit in &mut found.list {
            if matches!(unit.kind, UnitKind::Heading(_)) {
                section = Some(headings);
                headings += 1;
            }
            unit.section = section;
        }
        found
    }

    fn inside(&mut self, name: &'static str, walk: impl FnOnce(&mut Self)) {
        self.within.push(name);
        walk(self);
        self.within.pop();
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Paragraph(toks) | BlockKind::Plain(toks) => self.words(UnitKind::Paragraph, block.at.clone(), toks),
            BlockKind::Heading { level, toks, .. } => {
                let at = heading_words(self.source, &block.at);
                self.words(UnitKind::Heading(*level), at, toks);
            }
            BlockKind::Quote(blocks) => self.inside("quote", |this| this.quote(blocks)),
            BlockKind::Code { code, .. } => self.verbatim(UnitKind::Code, block.at.clone(), code),
            BlockKind::Html(lines) => self.html(block.at.clone(), lines),
            BlockKind::List { items, .. } => self.inside("list", |this| items.iter().for_each(|item| this.item(item, UnitKind::Item))),
            BlockKind::Definitions(list) => self.inside("definitions", |this| {
                for definition in list {
                    match definition {
                        Definition::Term { at, toks } => this.words(UnitKind::Term, at.clone(), toks),
                        Definition::Text(blocks) => this.blocks(blocks),
                    }
                }
            }),
            BlockKind::Table { head, rows, .. } => self.table(&block.at, head, rows),
            BlockKind::Rule => {}
            BlockKind::Directive { directive, blocks, .. } => self.directive(directive, blocks),
        }
    }

    /// A callout's first line is its mark, which is nobody's words, and its title.
    fn quote(&mut self, blocks: &[Block]) {
        let Some((Block { at, kind: BlockKind::Paragraph(toks) }, rest)) = blocks.split_first() else { return self.blocks(blocks) };
        let Some((end, mark)) = callouts::first_line(toks).zip(callout_mark(&self.source[at.clone()])) else { return self.blocks(blocks) };
        let line = self.source[at.clone()].find('\n').map_or(at.end, |line| at.start + line);
        let mut title = toks[..end].to_vec();
        if let Some(Tok::Text { text, literal, .. }) = title.first_mut() {
            *text = text.split_once(']').map(|(_, title)| title.trim_start_matches(['+', '-']).to_owned()).unwrap_or_default();
            literal.clear();
        }
        self.inside("callout", |this| {
            this.words(UnitKind::Attribute("title"), at.start + mark..line, &title);
            if end + 1 < toks.len() {
                let below = this.source[line..at.end].find(|c: char| !c.is_whitespace() && c != '>').map_or(at.end, |start| line + start);
                this.words(UnitKind::Paragraph, below..at.end, &toks[end + 1..]);
            }
            this.blocks(rest);
        });
    }

    /// The first text of an item stands for it; what follows are blocks in it.
    fn item(&mut self, item: &Item, kind: UnitKind) {
        let mut blocks = item.blocks.iter();
        if let Some(Block { at, kind: BlockKind::Paragraph(toks) | BlockKind::Plain(toks) }) = item.blocks.first() {
            let kind = item.task.map_or(kind, |done| UnitKind::Task { done });
            self.words(kind, at.clone(), toks);
            blocks.next();
        }
        self.inside("item", |this| blocks.for_each(|block| this.block(block)));
    }

    /// A row is one line of the table.
    fn table(&mut self, at: &Range<usize>, head: &[Vec<Tok>], rows: &[Vec<Vec<Tok>>]) {
        let mut lines = Vec::new();
        let mut start = at.start;
        for line in self.source[at.clone()].split_inclusive('\n') {
            let inner = line.trim_start_matches([' ', '\t', '>']);
            let begin = start + (line.len() - inner.len());
            if !inner.trim().is_empty() {
                lines.push(row_words(self.source, begin..begin + inner.trim_end().len()));
            }
            start += line.len();
        }
        // The second line draws the table.
        if lines.len() > 1 {
            lines.remove(1);
        }
        for (cells, at) in std::iter::once(head).chain(rows.iter().map(Vec::as_slice)).zip(lines) {
            let mut toks = Vec::new();
            for cell in cells {
                toks.extend_from_slice(cell);
                toks.push(Tok::Text { text: " | ".to_owned(), literal: Vec::new(), at: 0 });
            }
            self.words(UnitKind::Row, at, &toks);
        }
    }

    fn directive(&mut self, directive: &Directive, blocks: &[Block]) {
        let facilitator = self.facilitator;
        self.facilitator |= directive.kind == Kind::Facilitator;
        let name = directive.kind.name();
        for attribute in READ {
            if let Some((value, at)) = directive.value(attribute, self.source) {
                let meaning = meaning::of_text(value);
                let mut unit = self.unit(UnitKind::Attribute(attribute), at, meaning);
                unit.within.push(name);
                unit.parts.push(Part { language: self.language, words: value.to_owned() });
                self.found.list.push(unit);
            }
        }
        let span = Span::new(directive.at.start..directive.at.end).shifted(self.offset);
        self.found.directives.push(units::Directive { name, depth: self.depth, at: span });
        self.depth += 1;
        let outer = self.language;
        // A rendering is in the reader's language again.
        self.language = directive.language.or(outer.filter(|_| directive.kind != Kind::Rendering));
        if directive.kind == Kind::Quiz {
            self.found.quizzes.push(quiz(directive, blocks, span));
            self.inside(name, |this| this.questions(blocks));
        } else {
            self.inside(name, |this| this.blocks(blocks));
        }
        self.depth -= 1;
        self.language = outer;
        self.facilitator = facilitator;
    }

    /// The paragraph before the answers is the question.
    fn questions(&mut self, blocks: &[Block]) {
        for (at, block) in blocks.iter().enumerate() {
            let answers = blocks.get(at + 1).is_some_and(|next| matches!(next.kind, BlockKind::List { .. }));
            match &block.kind {
                BlockKind::Paragraph(toks) if answers => self.words(UnitKind::Question, block.at.clone(), toks),
                _ => self.block(block),
            }
        }
    }

    fn words(&mut self, kind: UnitKind, at: Range<usize>, toks: &[Tok]) {
        let at = self.trimmed(at);
        let mut toks = toks.to_vec();
        if block_id(&toks).is_some() {
            drop_block_id(&mut toks);
        }
        let mut writer = meaning::Writer::default();
        if let UnitKind::Task { done } = kind {
            writer.mark(if done { Mark::Done } else { Mark::Open });
        }
        let references = super::tok::meaning(&toks, &mut writer);
        let mut unit = self.unit(kind, at, writer.finish());
        unit.references = references;
        unit.parts = super::tok::parts(&toks, self.language);
        if !unit.meaning.is_empty() {
            self.found.list.push(unit);
        }
    }

    fn verbatim(&mut self, kind: UnitKind, at: Range<usize>, text: &str) {
        let at = self.trimmed(at);
        let unit = self.unit(kind, at, text.trim_end().replace("\r\n", "\n"));
        self.found.list.push(unit);
    }

    /// Comments are nobody's text.
    fn html(&mut self, at: Range<usize>, lines: &str) {
        if !lines.trim_start().starts_with("<!--") {
            self.verbatim(UnitKind::Html, at, &meaning::of_text(lines));
        }
    }

    fn unit(&self, kind: UnitKind, at: Range<usize>, meaning: String) -> Unit {
        let at = Span::new(at).shifted(self.offset);
        Unit {
            kind,
            within: self.within.clone(),
            at,
            meaning,
            section: None,
            facilitator: self.facilitator,
            references: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// Without the space around it; a backslash before the first character belongs to it.
    fn trimmed(&self, at: Range<usize>) -> Range<usize> {
        let text = &self.source[at.clone()];
        let start = at.start + (text.len() - text.trim_start().len());
        let end = start.max(at.start + text.trim_end().len());
        let escaped = self.source[..start].ends_with('\\') && !self.source[..start].ends_with("\\\\");
        start - usize::from(escaped)..end
    }
}

/// The length of `[!note]-` and the space after it.
fn callout_mark(text: &str) -> Option<usize> {
    let rest = text.strip_prefix("[!")?.split_once(']')?.1;
    let rest = rest.strip_prefix(['+', '-']).unwrap_or(rest);
    Some(text.len() - rest.trim_start_matches([' ', '\t']).len())
}

fn quiz(directive: &Directive, blocks: &[Block], at: Span) -> Quiz {
    let list = blocks.iter().find_map(|block| match &block.kind {
        BlockKind::List { items, .. } => Some(items),
        _ => None,
    });
    let right = list.into_iter().flatten().map(|item| item.task == Some(true)).collect();
    Quiz { id: directive.id.as_ref().map(|(id, _)| id.clone()), right, at }
}

/// A heading without its marks: `## words ## {#id}`, or the lines above its underline.
fn heading_words(source: &str, at: &Range<usize>) -> Range<usize> {
    let text = source[at.clone()].trim_end();
    if !text.starts_with('#') {
        let line = text.rfind('\n').map_or(text.len(), |end| end);
        return at.start..at.start + without_attributes(text[..line].trim_end()).len();
    }
    let words = text.trim_start_matches('#');
    let start = at.start + (text.len() - words.len());
    let words = without_attributes(words);
    let bare = words.trim_end_matches('#');
    let closed = bare.len() < words.len() && bare.ends_with([' ', '\t']);
    start..start + if closed { bare.trim_end().len() } else { words.len() }
}

fn without_attributes(line: &str) -> &str {
    match line.rfind('{') {
        Some(open) if line.ends_with('}') && !line[open..].contains(['\n']) && line[open..].starts_with("{#") => line[..open].trim_end(),
        _ => line,
    }
}

/// A row without the bars at its ends.
fn row_words(source: &str, at: Range<usize>) -> Range<usize> {
    let row = &source[at.clone()];
    let inner = row.strip_prefix('|').unwrap_or(row);
    let start = at.end - inner.len();
    let inner = match inner.strip_suffix('|') {
        Some(inner) if !inner.ends_with('\\') => inner,
        _ => inner,
    };
    start..start + inner.len()
}
