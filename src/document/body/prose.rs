//! The tree as plain Markdown or as bare words.

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
use super::{assign, callouts, exercises, markdown};
use crate::base::html;
use crate::base::language::Language;
use crate::base::text::Span;
use crate::document::prose::{Passage, Section, Style, Surroundings};
use crate::document::{Document, typography};

mod inline;

/// The sections of a document whose body stands in this range of its text.
pub(crate) fn sections(document: &Document, range: Range<usize>, style: Style, surroundings: &dyn Surroundings) -> Vec<Section> {
    let source = document.text.text.get(range.clone()).unwrap_or_default();
    // As with the page itself, a bug of the parser's costs this text alone; it was reported when the page's pieces were made.
    let made = catch_unwind(AssertUnwindSafe(|| {
        let tree = super::build(source, &mut Problems::default())?;
        Some(Writer::new(document, range.start, style, surroundings).page(tree))
    }));
    made.ok().flatten().unwrap_or_else(|| vec![Section::default()])
}

/// Where something stands in the file, and its number in the face.
type Numbers = HashMap<u32, u32>;

struct Writer<'a> {
    document: &'a Document,
    /// Where the body begins in its file.
    offset: usize,
    style: Style,
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
    /// Parts in other languages than the text, of the block that is being written.
    foreign: Vec<(Language, String)>,
}

impl<'a> Writer<'a> {
    fn new(document: &'a Document, offset: usize, style: Style, around: &'a dyn Surroundings) -> Writer<'a> {
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
            style,
            around,
            language: document.language,
            links: numbers(&mut face.links.iter().map(|link| link.span)),
            assets: numbers(&mut face.assets.iter().map(|asset| asset.span)),
            headings: numbers(&mut face.headings.iter().map(|heading| heading.span)),
            notes: Vec::new(),
            note_numbers: HashMap::new(),
            in_link: false,
            foreign: Vec::new(),
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
            self.add(&mut sections, text);
        }
        let mut next = 0;
        while let Some(label) = self.notes.get(next).cloned() {
            next += 1;
            if let Some(text) = self.note(next, footnotes.remove(&label)) {
                self.add(&mut sections, text);
            }
        }
        sections
    }

    fn add(&mut self, sections: &mut [Section], text: String) {
        let foreign = std::mem::take(&mut self.foreign);
        if let (Some(section), false) = (sections.last_mut(), text.trim().is_empty()) {
            section.blocks.push(Passage { text, foreign });
        }
    }

    fn note(&mut self, number: usize, note: Option<Footnote>) -> Option<String> {
        let text = self.blocks(note?.blocks);
        Some(match self.style {
            Style::Markdown => indented(&text, &format!("[^{number}]: "), "    "),
            Style::Words => text,
        })
    }

    fn number(&self, numbers: &Numbers, at: usize) -> Option<u32> {
        numbers.get(&((at + self.offset) as u32)).copied()
    }

    fn is_markdown(&self) -> bool {
        self.style == Style::Markdown
    }

    /// Blocks one after the other, parted as the style parts paragraphs.
    fn blocks(&mut self, blocks: Vec<Block>) -> String {
        let blocks = markdown::without_comments(blocks);
        let pairs = raw::pairs(&blocks);
        let mut texts = Vec::with_capacity(blocks.len());
        for (i, block) in blocks.into_iter().enumerate() {
            texts.push(self.block(block, &|tag| !pairs.contains(&(i, tag))));
        }
        self.joined(texts)
    }

    fn joined(&self, mut texts: Vec<String>) -> String {
        texts.retain(|text| !text.trim().is_empty());
        texts.join(if self.is_markdown() { "\n\n" } else { "\n" })
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
                    self.quoted(&text)
                }
            },
            BlockKind::Code { language, code } => self.code(&language, &code),
            BlockKind::Html(raw) => self.html(&raw, &at, refused),
            BlockKind::List { start, items } => self.list(start, items, true),
            BlockKind::Definitions(list) => self.definitions(list),
            BlockKind::Table { alignments, head, rows } => self.table(&alignments, head, rows),
            BlockKind::Rule => if self.is_markdown() { "---" } else { "" }.to_owned(),
            BlockKind::Directive { directive, blocks, .. } => self.directive(directive, blocks),
        }
    }

    /// A heading inside of another block; those between sections are the sections'.
    fn heading(&mut self, toks: Vec<Tok>, at: usize) -> String {
        let level = self.number(&self.headings, at).and_then(|number| self.document.face.headings.get(number as usize));
        let level = level.map_or(6, |heading| usize::from(heading.level));
        let words = self.run(toks);
        match self.style {
            Style::Markdown => format!("{} {words}", "#".repeat(level)),
            Style::Words => words,
        }
    }

    fn quoted(&self, text: &str) -> String {
        if self.is_markdown() { indented(text, "> ", "> ") } else { text.to_owned() }
    }

    fn strong(&self, words: String) -> String {
        if self.is_markdown() && !words.is_empty() { format!("**{words}**") } else { words }
    }

    fn titled_quotation(&mut self, title: String, blocks: Vec<Block>) -> String {
        let parts = vec![self.strong(title), self.blocks(blocks)];
        let text = self.joined(parts);
        self.quoted(&text)
    }

    fn code(&self, language: &str, code: &str) -> String {
        if !self.is_markdown() {
            return code.trim_end().to_owned();
        }
        let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or_default();
        let fence = "`".repeat(longest.max(2) + 1);
        format!("{fence}{language}\n{}\n{fence}", code.replace("\r\n", "\n").trim_end_matches('\n'))
    }

    /// What can be unfolded stays so: Markdown passes these two elements on.
    fn html(&mut self, raw: &str, at: &Range<usize>, refused: &dyn Fn(usize) -> bool) -> String {
        let mut texts = Vec::new();
        let mut in_summary = false;
        for part in raw::cut_html(raw, at, refused, &mut Problems::default()) {
            match part {
                HtmlPart::Tag(Tag::Open { name: "details", .. }) if self.is_markdown() => texts.push("<details>".to_owned()),
                HtmlPart::Tag(Tag::Close("details")) if self.is_markdown() => texts.push("</details>".to_owned()),
                HtmlPart::Tag(Tag::Open { name: "summary", .. }) => in_summary = true,
                HtmlPart::Tag(Tag::Close("summary")) => in_summary = false,
                HtmlPart::Tag(Tag::Void { name: "hr", .. }) if self.is_markdown() => texts.push("---".to_owned()),
                HtmlPart::Tag(_) => {}
                HtmlPart::Run(toks) if in_summary && self.is_markdown() => {
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
        self.joined(texts)
    }

    /// `boxes`: whether items that are tasks show it.
    fn list(&mut self, start: Option<u64>, items: Vec<Item>, boxes: bool) -> String {
        let tight = items.iter().all(|item| matches!(item.blocks.first().map(|block| &block.kind), None | Some(BlockKind::Plain(_))));
        let mut number = start.unwrap_or(1);
        let mut texts = Vec::with_capacity(items.len());
        for item in items {
            let marker = if start.is_some() { format!("{number}. ") } else { "- ".to_owned() };
            number = number.saturating_add(1);
            let mark = match item.task.filter(|_| boxes) {
                Some(done) if self.is_markdown() => format!("[{}] ", if done { 'x' } else { ' ' }),
                _ => String::new(),
            };
            let text = self.item(item.blocks);
            texts.push(indented(&text, &format!("{marker}{mark}"), &" ".repeat(marker.len())));
        }
        texts.join(if tight || !self.is_markdown() { "\n" } else { "\n\n" })
    }

    /// A tight item's list follows its text at once.
    fn item(&mut self, blocks: Vec<Block>) -> String {
        let tight = matches!(blocks.first().map(|block| &block.kind), Some(BlockKind::Plain(_)));
        let nested = blocks.get(1).is_some_and(|block| matches!(block.kind, BlockKind::List { .. }));
        if !(tight && nested && self.is_markdown()) {
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
                    let term = self.strong(term);
                    texts.push(indented(&term, "- ", "  "));
                }
                Definition::Text(blocks) => {
                    let text = self.blocks(blocks);
                    texts.push(indented(&text, "  ", "  "));
                }
            }
        }
        texts.join(if self.is_markdown() { "\n\n" } else { "\n" })
    }

    fn table(&mut self, alignments: &[Alignment], head: Vec<Vec<Tok>>, rows: Vec<Vec<Vec<Tok>>>) -> String {
        let mut lines = Vec::with_capacity(rows.len() + 2);
        let columns = alignments.len().max(head.len());
        for (number, cells) in std::iter::once(head).chain(rows).enumerate() {
            let cells: Vec<String> = cells.into_iter().map(|toks| self.run(toks)).collect();
            if !self.is_markdown() {
                let cells: Vec<String> = cells.into_iter().filter(|cell| !cell.is_empty()).collect();
                lines.push(cells.join(" | "));
                continue;
            }
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
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    }

    fn directive(&mut self, directive: Directive, blocks: Vec<Block>) -> String {
        let message = match directive.kind {
            Kind::Facilitator if !self.around.facilitator() => return String::new(),
            Kind::Quote => return self.quote(&directive, blocks),
            Kind::Quiz => return self.in_language(directive.language, |this| this.quiz(&directive, blocks)),
            Kind::Video => return self.in_language(directive.language, |this| this.video(&directive, blocks)),
            Kind::Solution => {
                return self.in_language(directive.language, |this| {
                    let title = this.title(&directive, Some("solution-title"));
                    let text = this.blocks(blocks);
                    this.folded(&title, text)
                });
            }
            Kind::Note => {
                return self.in_language(directive.language, |this| {
                    let title = this.title(&directive, Some("callout-note"));
                    this.titled_quotation(title, blocks)
                });
            }
            Kind::Facilitator => Some("facilitator-title"),
            Kind::Discussion => Some("discussion-title"),
            Kind::Keypoints => Some("keypoints-title"),
            Kind::Checklist | Kind::Rendering | Kind::Unknown => None,
        };
        self.in_language(directive.language, |this| {
            let title = this.title(&directive, message);
            let title = this.strong(title);
            let text = match directive.kind {
                Kind::Checklist => this.checklist(blocks),
                _ => this.blocks(blocks),
            };
            this.joined(vec![title, text])
        })
    }

    /// Writes a part in another language, and keeps what it says.
    fn in_language(&mut self, language: Option<Language>, write: impl FnOnce(&mut Self) -> String) -> String {
        let outer = self.language;
        self.language = language.unwrap_or(outer);
        let before = self.foreign.len();
        let text = write(self);
        if self.language != outer && self.language != self.document.language && !self.is_markdown() {
            // What was kept of its parts is in it already, unless it is in yet another language.
            let language = self.language;
            let inner = self.foreign.split_off(before.min(self.foreign.len()));
            self.foreign.extend(inner.into_iter().filter(|(inner, _)| *inner != language));
            self.foreign.push((language, text.clone()));
        }
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
        self.escaped(&self.around.message(message))
    }

    /// Words of an attribute.
    fn plain(&self, words: &str) -> String {
        self.escaped(&typography::plain(words, self.language))
    }

    fn folded(&self, title: &str, text: String) -> String {
        match self.style {
            Style::Markdown => format!("<details>\n<summary>{}</summary>\n\n{text}\n\n</details>", html::escape(&unescaped(title))),
            Style::Words => self.joined(vec![title.to_owned(), text]),
        }
    }

    /// A quotation, below it its rendering, and whose words they are.
    fn quote(&mut self, directive: &Directive, blocks: Vec<Block>) -> String {
        let is_rendering =
            |block: &Block| matches!(&block.kind, BlockKind::Directive { directive, .. } if directive.kind == Kind::Rendering);
        let (renderings, original): (Vec<Block>, Vec<Block>) = blocks.into_iter().partition(is_rendering);
        let title = self.title(directive, None);
        let mut texts = vec![self.strong(title)];
        texts.push(self.in_language(directive.language, |this| this.blocks(original)));
        let mut names: Vec<String> = directive.get("by").into_iter().map(|by| self.plain(by)).collect();
        if let Some(source) = directive.get("source") {
            let source = self.plain(source);
            names.push(if self.is_markdown() { format!("*{source}*") } else { source });
        }
        for block in renderings {
            if let BlockKind::Directive { directive, blocks, .. } = block.kind {
                texts.push(self.in_language(directive.language, |this| this.blocks(blocks)));
                names.extend(directive.get("by").map(|by| self.plain(by)));
            }
        }
        let foreign = directive.language.filter(|language| *language != self.language && self.is_markdown());
        if let Some(language) = foreign {
            names.push(format!("({})", self.escaped(&self.around.language_name(language))));
        }
        if !names.is_empty() {
            let (last, first) = (names.pop().unwrap_or_default(), names.join(", "));
            let parting = if first.is_empty() || foreign.is_some() { " " } else { ", " };
            texts.push(format!("— {}", format!("{first}{parting}{last}").trim()));
        }
        let text = self.joined(texts);
        self.quoted(&text)
    }

    fn checklist(&mut self, blocks: Vec<Block>) -> String {
        let mut texts = Vec::with_capacity(blocks.len());
        for mut block in blocks {
            if let BlockKind::List { items, .. } = &mut block.kind {
                items.iter_mut().for_each(|item| item.task = Some(item.task.unwrap_or(false)));
            }
            texts.push(self.blocks(vec![block]));
        }
        self.joined(texts)
    }

    /// The question and all answers; which of them are right stands in a folded part, as on the page.
    fn quiz(&mut self, directive: &Directive, blocks: Vec<Block>) -> String {
        let exercises::Quiz { before, question, answers, after } = exercises::take(blocks);
        let title = self.title(directive, None);
        let mut texts = vec![self.strong(title), self.blocks(before)];
        let question = self.run(question);
        texts.push(self.strong(question));
        let mut choices = Vec::with_capacity(answers.len());
        let mut replies = Vec::with_capacity(answers.len());
        for (index, mut item) in answers.into_iter().enumerate() {
            let words = self.run(exercises::words(&item));
            let right = item.task == Some(true);
            let reply = if item.blocks.is_empty() { Vec::new() } else { item.blocks.split_off(1) };
            let reply = self.blocks(reply);
            let marker = format!("{}. ", index + 1);
            choices.push(indented(&words, &marker, "   "));
            let verdict = self.words_of(if right { "quiz-right" } else { "quiz-wrong" });
            if right || !reply.is_empty() {
                let verdict = self.strong(verdict);
                let text = self.joined(vec![format!("{words} {verdict}"), reply]);
                replies.push(indented(&text, &marker, "   "));
            }
        }
        texts.push(choices.join("\n"));
        let after = self.blocks(after);
        let replies = self.joined(vec![replies.join("\n"), after]);
        let title = self.words_of("quiz-show-answer");
        texts.push(self.folded(&title, replies));
        self.joined(texts)
    }

    /// A link to the film, and below it what is said in it.
    fn video(&mut self, directive: &Directive, blocks: Vec<Block>) -> String {
        let at = directive.place("src").start;
        let address = match (self.number(&self.assets, at), self.number(&self.links, at)) {
            (Some(asset), _) => self.around.asset(asset),
            (None, Some(link)) => self.around.link(link),
            (None, None) => None,
        };
        let title = self.title(directive, Some("video-label"));
        let film = match address.filter(|_| self.is_markdown()) {
            Some(address) => format!("[{title}]({})", destination(&address)),
            None => title,
        };
        if blocks.is_empty() {
            return film;
        }
        let (title, text) = (self.words_of("video-transcript"), self.blocks(blocks));
        let transcript = self.folded(&title, text);
        self.joined(vec![film, transcript])
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

/// Takes back [`Writer::escaped`], for what stands in HTML.
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
