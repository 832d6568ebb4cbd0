//! The tree as plain Markdown.

use std::collections::HashMap;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};

use pulldown_cmark::Alignment;

use super::directives::{Directive, Kind};
use super::html::Tag;
use super::links::{Media, media};
use super::problems::Problems;
use super::raw::{self, HtmlPart};
use super::tok::{Tok, is_blank};
use super::tree::{Block, BlockKind, Definition, Footnote, Item, Tree, footnote_key};
use super::typeset::typeset;
use super::{assign, callouts, markdown};
use crate::base::html;
use crate::base::language::Language;
use crate::base::text::Span;
use crate::document::plain::{Section, Surroundings};
use crate::document::{Document, typography};

mod directives;
mod inline;

/// The sections of a document whose body stands in this range of its text.
pub(crate) fn sections(document: &Document, range: Range<usize>, surroundings: &dyn Surroundings) -> Vec<Section> {
    let source = document.text.text.get(range.clone()).unwrap_or_default();
    // As with the page itself, a bug of the parser's costs this text alone; it was reported when the page's pieces were made.
    let made = catch_unwind(AssertUnwindSafe(|| {
        let tree = super::build(source, &mut Problems::default())?;
        Some(Writer::new(document, range.start, surroundings).page(tree))
    }));
    made.ok().flatten().unwrap_or_else(|| vec![Section::default()])
}

/// Where something stands in the file, and its number in the face.
type Numbers = HashMap<u32, u32>;

struct Writer<'a> {
    document: &'a Document,
    /// Where the body begins in its file.
    offset: usize,
    around: &'a dyn Surroundings,
    /// The language of the part that is being written.
    language: Language,
    links: Numbers,
    assets: Numbers,
    headings: Numbers,
    /// The notes that were referred to so far, in the order of their numbers.
    notes: Vec<String>,
    /// The number of each, by its key.
    note_numbers: HashMap<String, usize>,
    in_link: bool,
}

impl<'a> Writer<'a> {
    fn new(document: &'a Document, offset: usize, around: &'a dyn Surroundings) -> Writer<'a> {
        let face = &document.face;
        let numbers = |spans: &mut dyn Iterator<Item = Span>| -> Numbers {
            let mut numbers = Numbers::new();
            for (number, span) in spans.enumerate() {
                numbers.entry(span.start).or_insert(number as u32);
            }
            numbers
        };
        Writer {
            document,
            offset,
            around,
            language: document.language,
            links: numbers(&mut face.links.iter().map(|link| link.span)),
            assets: numbers(&mut face.assets.iter().map(|asset| asset.span)),
            headings: numbers(&mut face.headings.iter().map(|heading| heading.span)),
            notes: Vec::new(),
            note_numbers: HashMap::new(),
            in_link: false,
        }
    }

    fn page(mut self, tree: Tree) -> Vec<Section> {
        let Tree { blocks, mut footnotes } = tree;
        let mut sections = vec![Section::default()];
        let blocks = markdown::without_comments(blocks);
        let pairs = raw::pairs(&blocks);
        for (i, block) in blocks.into_iter().enumerate() {
            if let BlockKind::Heading { .. } = block.kind {
                let heading = self.number(&self.headings, block.at.start).map(|number| number as usize);
                sections.push(Section { heading, blocks: Vec::new() });
                continue;
            }
            let text = self.block(block, &|tag| !pairs.contains(&(i, tag)));
            add(&mut sections, text);
        }
        let mut next = 0;
        while let Some(label) = self.notes.get(next).cloned() {
            next += 1;
            if let Some(text) = self.note(next, footnotes.remove(&label)) {
                add(&mut sections, text);
            }
        }
        sections
    }

    fn note(&mut self, number: usize, note: Option<Footnote>) -> Option<String> {
        let text = self.blocks(note?.blocks);
        Some(indented(&text, &format!("[^{number}]: "), "    "))
    }

    fn number(&self, numbers: &Numbers, at: usize) -> Option<u32> {
        numbers.get(&((at + self.offset) as u32)).copied()
    }

    /// Blocks one after the other.
    fn blocks(&mut self, blocks: Vec<Block>) -> String {
        let blocks = markdown::without_comments(blocks);
        let pairs = raw::pairs(&blocks);
        let mut texts = Vec::with_capacity(blocks.len());
        for (i, block) in blocks.into_iter().enumerate() {
            texts.push(self.block(block, &|tag| !pairs.contains(&(i, tag))));
        }
        joined(texts)
    }

    fn block(&mut self, block: Block, refused: &dyn Fn(usize) -> bool) -> String {
        let Block { at, kind } = block;
        match kind {
            BlockKind::Paragraph(mut toks) => {
                if assign::block_id(&toks).is_some() {
                    assign::drop_block_id(&mut toks);
                }
                self.run(toks)
            }
            BlockKind::Plain(toks) => self.run(toks),
            BlockKind::Heading { toks, .. } => self.heading(toks, at.start),
            BlockKind::Quote(mut blocks) => match callouts::take(&mut blocks) {
                Some(callout) => {
                    let title = match callout.title.is_empty() {
                        true => self.words_of(callout.look),
                        false => self.run(callout.title),
                    };
                    self.titled_quotation(title, blocks)
                }
                None => {
                    let text = self.blocks(blocks);
                    quoted(&text)
                }
            },
            BlockKind::Code { language, code } => fenced(&language, &code),
            BlockKind::Html(raw) => self.html(&raw, &at, refused),
            BlockKind::List { start, items } => self.list(start, items),
            BlockKind::Definitions(list) => self.definitions(list),
            BlockKind::Table { alignments, head, rows } => self.table(&alignments, head, rows),
            BlockKind::Rule => "---".to_owned(),
            BlockKind::Directive { directive, blocks, .. } => self.directive(directive, blocks),
        }
    }

    /// A heading inside of another block; those between sections are the sections'.
    fn heading(&mut self, toks: Vec<Tok>, at: usize) -> String {
        let level = self.number(&self.headings, at).and_then(|number| self.document.face.headings.get(number as usize));
        let level = level.map_or(6, |heading| usize::from(heading.level));
        let words = self.run(toks);
        format!("{} {words}", "#".repeat(level))
    }

    fn titled_quotation(&mut self, title: String, blocks: Vec<Block>) -> String {
        let parts = vec![strong(title), self.blocks(blocks)];
        let text = joined(parts);
        quoted(&text)
    }

    /// What can be unfolded stays so: Markdown passes these two elements on.
    fn html(&mut self, raw: &str, at: &Range<usize>, refused: &dyn Fn(usize) -> bool) -> String {
        let mut texts = Vec::new();
        let mut in_summary = false;
        for part in raw::cut_html(raw, at, refused, &mut Problems::default()) {
            match part {
                HtmlPart::Tag(Tag::Open { name: "details", .. }) => texts.push("<details>".to_owned()),
                HtmlPart::Tag(Tag::Close("details")) => texts.push("</details>".to_owned()),
                HtmlPart::Tag(Tag::Open { name: "summary", .. }) => in_summary = true,
                HtmlPart::Tag(Tag::Close("summary")) => in_summary = false,
                HtmlPart::Tag(Tag::Void { name: "hr", .. }) => texts.push("---".to_owned()),
                HtmlPart::Tag(_) => {}
                HtmlPart::Run(toks) if in_summary => {
                    let words = super::tok::plain(&toks);
                    // A summary stands right below what it sums up.
                    let summary = format!("<summary>{}</summary>", html::escape(words.trim()));
                    match texts.last_mut().filter(|last| *last == "<details>") {
                        Some(last) => *last = format!("<details>\n{summary}"),
                        None => texts.push(summary),
                    }
                }
                HtmlPart::Run(toks) => {
                    let text = self.run(toks);
                    texts.push(text.trim().to_owned());
                }
            }
        }
        joined(texts)
    }

    fn list(&mut self, start: Option<u64>, items: Vec<Item>) -> String {
        let tight = items.iter().all(|item| matches!(item.blocks.first().map(|block| &block.kind), None | Some(BlockKind::Plain(_))));
        let mut number = start.unwrap_or(1);
        let mut texts = Vec::with_capacity(items.len());
        for item in items {
            let marker = if start.is_some() { format!("{number}. ") } else { "- ".to_owned() };
            number = number.saturating_add(1);
            let mark = item.task.map(|done| format!("[{}] ", if done { 'x' } else { ' ' })).unwrap_or_default();
            let text = self.item(item.blocks);
            texts.push(indented(&text, &format!("{marker}{mark}"), &" ".repeat(marker.len())));
        }
        texts.join(if tight { "\n" } else { "\n\n" })
    }

    /// A tight item's list follows its text at once.
    fn item(&mut self, blocks: Vec<Block>) -> String {
        let tight = matches!(blocks.first().map(|block| &block.kind), Some(BlockKind::Plain(_)));
        let nested = blocks.get(1).is_some_and(|block| matches!(block.kind, BlockKind::List { .. }));
        if !(tight && nested) {
            return self.blocks(blocks);
        }
        let mut blocks = blocks.into_iter();
        let first = self.blocks(blocks.next().into_iter().collect());
        format!("{first}\n{}", self.blocks(blocks.collect()))
    }

    fn definitions(&mut self, list: Vec<Definition>) -> String {
        let mut texts: Vec<String> = Vec::new();
        for definition in list {
            match definition {
                Definition::Term { toks, .. } => {
                    let term = self.run(toks);
                    let term = strong(term);
                    texts.push(indented(&term, "- ", "  "));
                }
                Definition::Text(blocks) => {
                    let text = self.blocks(blocks);
                    texts.push(indented(&text, "  ", "  "));
                }
            }
        }
        texts.join("\n\n")
    }

    fn table(&mut self, alignments: &[Alignment], head: Vec<Vec<Tok>>, rows: Vec<Vec<Vec<Tok>>>) -> String {
        let mut lines = Vec::with_capacity(rows.len() + 2);
        let columns = alignments.len().max(head.len());
        for (number, cells) in std::iter::once(head).chain(rows).enumerate() {
            let cells: Vec<String> = cells.into_iter().map(|toks| self.run(toks)).collect();
            // A hard line end cannot stand in a cell, nor can a bar.
            let cell = |at: usize| cells.get(at).map(|cell| cell.replace("\\\n", "<br>").replace('|', "\\|")).unwrap_or_default();
            lines.push(format!("| {} |", (0..columns).map(cell).collect::<Vec<_>>().join(" | ")));
            if number == 0 {
                let rule = |at: usize| match alignments.get(at) {
                    Some(Alignment::Left) => ":--",
                    Some(Alignment::Center) => ":-:",
                    Some(Alignment::Right) => "--:",
                    _ => "---",
                };
                lines.push(format!("| {} |", (0..columns).map(rule).collect::<Vec<_>>().join(" | ")));
            }
        }
        lines.join("\n")
    }

    /// Writes a part in another language.
    fn in_language(&mut self, language: Option<Language>, write: impl FnOnce(&mut Self) -> String) -> String {
        let outer = self.language;
        self.language = language.unwrap_or(outer);
        let text = write(self);
        self.language = outer;
        text
    }

    /// The title of a block: its own, else the message's.
    fn title(&mut self, directive: &Directive, message: Option<&'static str>) -> String {
        match (directive.get("title"), message) {
            (Some(title), _) => self.plain(title),
            (None, Some(message)) => self.words_of(message),
            (None, None) => String::new(),
        }
    }

    fn words_of(&self, message: &'static str) -> String {
        escaped(&self.around.message(message))
    }

    /// Words of an attribute.
    fn plain(&self, words: &str) -> String {
        escaped(&typography::plain(words, self.language))
    }

    /// The text of a paragraph, typeset.
    fn run(&mut self, mut toks: Vec<Tok>) -> String {
        if is_blank(&toks) {
            return String::new();
        }
        typeset(&mut toks, self.language);
        self.toks(&toks)
    }
}

/// Puts a block into the section that has begun.
fn add(sections: &mut [Section], text: String) {
    if let (Some(section), false) = (sections.last_mut(), text.trim().is_empty()) {
        section.blocks.push(text);
    }
}

/// One after the other, without those that say nothing.
fn joined(mut texts: Vec<String>) -> String {
    texts.retain(|text| !text.trim().is_empty());
    texts.join("\n\n")
}

fn quoted(text: &str) -> String {
    indented(text, "> ", "> ")
}

fn strong(words: String) -> String {
    if words.is_empty() { words } else { format!("**{words}**") }
}

fn folded(title: &str, text: &str) -> String {
    format!("<details>\n<summary>{}</summary>\n\n{text}\n\n</details>", html::escape(&unescaped(title)))
}

fn fenced(language: &str, code: &str) -> String {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}{language}\n{}\n{fence}", code.replace("\r\n", "\n").trim_end_matches('\n'))
}

/// The same lines, the first after one text and the others after another; empty ones stay empty.
fn indented(text: &str, first: &str, others: &str) -> String {
    let mut out = String::with_capacity(text.len() + first.len());
    for (number, line) in text.split('\n').enumerate() {
        out.push_str(if number == 0 { "" } else { "\n" });
        let before = if number == 0 { first } else { others };
        out.push_str(if line.is_empty() { before.trim_end() } else { before });
        out.push_str(line);
    }
    out
}

/// Plain words as Markdown.
pub(crate) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    inline::escape(words, &mut out);
    out
}

/// An address between parentheses.
pub(crate) fn destination(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            ' ' => out.push_str("%20"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Takes back [`escaped`], for what stands in HTML.
fn unescaped(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut chars = markdown.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.extend(chars.next()),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests;
