//! The parser's events as a tree of blocks.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd};

use super::directives::{Directive, Fence, hide, is_fence};
use super::inline::{Inline, Kind as InlineKind, resolve};
use super::problems::Problems;
use super::tok::Tok;
use crate::base::diagnostic::{Code, Diagnostic};

/// A block and its place in the body.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) at: Range<usize>,
    pub(super) kind: BlockKind,
}

#[derive(Debug)]
pub(super) enum BlockKind {
    Paragraph(Vec<Tok>),
    /// The text of a tight list's item.
    Plain(Vec<Tok>),
    /// `level` as written; `id` as the author gave it; `anchor` is found later.
    Heading {
        level: u8,
        id: Option<String>,
        toks: Vec<Tok>,
        anchor: String,
    },
    Quote(Vec<Block>),
    /// The first word after the fence, and the code.
    Code {
        language: String,
        code: String,
    },
    /// Raw HTML, line ends normalised.
    Html(String),
    List {
        start: Option<u64>,
        items: Vec<Item>,
    },
    Definitions(Vec<Definition>),
    Table {
        alignments: Vec<Alignment>,
        head: Vec<Vec<Tok>>,
        rows: Vec<Vec<Vec<Tok>>>,
    },
    Rule,
    /// `anchor` is found later.
    Directive {
        directive: Directive,
        blocks: Vec<Block>,
        anchor: Option<String>,
    },
}

#[derive(Debug)]
pub(super) struct Item {
    pub(super) at: Range<usize>,
    /// Whether it is a task, and done.
    pub(super) task: Option<bool>,
    pub(super) blocks: Vec<Block>,
}

/// A term, or what is said of it.
#[derive(Debug)]
pub(super) enum Definition {
    Term { at: Range<usize>, toks: Vec<Tok> },
    Text(Vec<Block>),
}

/// A footnote's text.
#[derive(Debug)]
pub(super) struct Footnote {
    pub(super) at: Range<usize>,
    pub(super) blocks: Vec<Block>,
}

/// A body, and its footnotes by their labels in lower case.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) blocks: Vec<Block>,
    pub(super) footnotes: BTreeMap<String, Footnote>,
}

/// Containers inside each other, beyond which nobody reads. Whatever walks the tree may recurse.
const DEEPEST: usize = 60;

/// Parses a body.
pub(super) fn build(source: &str, problems: &mut Problems) -> Tree {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_WIKILINKS;
    let (hidden, fences) = hide(source);
    let mut builder = Builder {
        source,
        fences,
        problems,
        stack: vec![Frame::new(Container::Root, 0..source.len())],
        skipped: 0,
        last_leaf: 0,
        tree: Tree::default(),
    };
    for (event, at) in Parser::new_ext(&hidden, options).into_offset_iter() {
        builder.event(event, at);
    }
    builder.finish()
}

/// The label under which a footnote is found.
pub(super) fn footnote_key(label: &str) -> String {
    label.to_lowercase()
}

/// A container that is not closed yet.
struct Frame<'a> {
    container: Container,
    at: Range<usize>,
    blocks: Vec<Block>,
    inlines: Vec<Inline<'a>>,
}

enum Container {
    Root,
    /// With the fences inside that have as many colons or more.
    Directive {
        directive: Box<Directive>,
        crowded: Vec<Range<usize>>,
    },
    Paragraph,
    Heading {
        level: u8,
        id: Option<String>,
    },
    Quote,
    Code {
        language: String,
        code: String,
    },
    Html {
        lines: String,
        raw: bool,
    },
    List {
        start: Option<u64>,
        items: Vec<Item>,
    },
    Item(Option<bool>),
    Definitions(Vec<Definition>),
    Term,
    Definition,
    Table {
        alignments: Vec<Alignment>,
        head: Vec<Vec<Tok>>,
        rows: Vec<Vec<Vec<Tok>>>,
    },
    Row(Vec<Vec<Tok>>),
    Cell,
    Footnote(String),
}

impl<'a> Frame<'a> {
    fn new(container: Container, at: Range<usize>) -> Frame<'a> {
        Frame { container, at, blocks: Vec::new(), inlines: Vec::new() }
    }
}

struct Builder<'a, 'p> {
    source: &'a str,
    fences: Vec<Fence>,
    problems: &'p mut Problems,
    /// The root is always there.
    stack: Vec<Frame<'a>>,
    /// How many elements are open that stand too deep.
    skipped: usize,
    /// Where the last text ended.
    last_leaf: usize,
    tree: Tree,
}

impl<'a> Builder<'a, '_> {
    fn event(&mut self, event: Event<'a>, at: Range<usize>) {
        if self.skipped > 0 {
            match event {
                Event::Start(_) => self.skipped += 1,
                Event::End(_) => self.skipped -= 1,
                _ => {}
            }
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, at),
            Event::End(tag) => self.end(tag, at),
            Event::Text(text) => self.text(text, at),
            Event::Html(html) => self.html(&html, at),
            Event::Code(code) => self.inline(InlineKind::Code(code), at),
            Event::InlineHtml(html) => self.inline(InlineKind::Html(html), at),
            Event::FootnoteReference(label) => self.inline(InlineKind::Footnote(label), at),
            Event::SoftBreak => self.inline(InlineKind::Soft, at),
            Event::HardBreak => self.inline(InlineKind::Hard, at),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(text, at),
            Event::Rule => self.block(Block { at, kind: BlockKind::Rule }),
            Event::TaskListMarker(done) => {
                if let Some(Container::Item(task)) =
                    self.stack.iter_mut().rev().map(|frame| &mut frame.container).find(|container| matches!(container, Container::Item(_)))
                {
                    *task = Some(done);
                }
            }
        }
    }

    fn start(&mut self, tag: Tag<'a>, at: Range<usize>) {
        let container = match tag {
            Tag::Paragraph => Container::Paragraph,
            Tag::Heading { level, id, .. } => Container::Heading { level: level as u8, id: id.map(|id| id.to_string()) },
            Tag::BlockQuote(_) => Container::Quote,
            Tag::CodeBlock(kind) => Container::Code { language: code_language(&kind), code: String::new() },
            Tag::HtmlBlock | Tag::MetadataBlock(_) => Container::Html { lines: String::new(), raw: false },
            Tag::List(start) => Container::List { start, items: Vec::new() },
            Tag::Item => Container::Item(None),
            Tag::FootnoteDefinition(label) => Container::Footnote(label.to_string()),
            Tag::DefinitionList => Container::Definitions(Vec::new()),
            Tag::DefinitionListTitle => Container::Term,
            Tag::DefinitionListDefinition => Container::Definition,
            Tag::Table(alignments) => Container::Table { alignments, head: Vec::new(), rows: Vec::new() },
            Tag::TableHead | Tag::TableRow => Container::Row(Vec::new()),
            Tag::TableCell => Container::Cell,
            inline => {
                self.last_leaf = at.start;
                return self.inline(InlineKind::Start(inline), at);
            }
        };
        if self.stack.len() >= DEEPEST {
            self.skipped = 1;
            if !self.problems.has(Code::NestedTooDeep) {
                self.problems.report(Code::NestedTooDeep, at);
            }
            return;
        }
        // The parser takes a fence in a list for the definition of the line above it.
        if matches!(container, Container::Definition) {
            let line = self.source[at.start..].lines().next().unwrap_or_default();
            if is_fence(line) {
                self.problems.report(Code::MisplacedFence, at.start..at.start + line.trim_end().len());
            }
        }
        self.last_leaf = at.start;
        // A list after the text of a tight item.
        self.end_plain();
        self.stack.push(Frame::new(container, at));
    }

    fn end(&mut self, tag: TagEnd, at: Range<usize>) {
        match tag {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image => self.inline(InlineKind::End, at),
            TagEnd::HtmlBlock => self.end_html(),
            _ => self.close(),
        }
    }

    fn top(&mut self) -> Option<&mut Frame<'a>> {
        self.stack.last_mut()
    }

    fn inline(&mut self, kind: InlineKind<'a>, at: Range<usize>) {
        if !matches!(kind, InlineKind::Start(_) | InlineKind::End) {
            self.last_leaf = at.end;
        }
        if let Some(frame) = self.top() {
            frame.inlines.push(Inline { at, kind });
        }
    }

    fn text(&mut self, text: CowStr<'a>, at: Range<usize>) {
        if let Some(Frame { container: Container::Code { code, .. }, .. }) = self.stack.last_mut() {
            // A line that looks like a fence was hidden from the parser.
            match self.source.get(at.clone()) {
                Some(original) if original.len() == text.len() => code.push_str(original),
                _ => code.push_str(&text),
            }
            return;
        }
        let before = self.source.as_bytes().get(at.start.wrapping_sub(1));
        if text.starts_with(":::") && self.begins_line(at.start) && is_fence(&text) {
            self.problems.report(Code::MisplacedFence, at.clone());
        }
        let escaped = before == Some(&b'\\') && self.last_leaf < at.start;
        self.inline(InlineKind::Text { text, escaped }, at);
    }

    /// Whether only indentation and marks of quotations stand before the place.
    fn begins_line(&self, at: usize) -> bool {
        let near = self.source.floor_char_boundary(at.saturating_sub(200));
        let line = self.source[near..at].rfind('\n').map_or(near, |i| near + i + 1);
        self.source[line..at].chars().all(|c| c.is_whitespace() || c == '>')
    }

    fn html(&mut self, html: &str, at: Range<usize>) {
        let fence = self.fences.binary_search_by_key(&at.start, |fence| fence.at.start).ok().filter(|_| !at.is_empty());
        let Some(Frame { container: Container::Html { lines, raw }, at: block_at, .. }) = self.stack.last_mut() else { return };
        if at.start == block_at.start && fence.is_none() {
            // Comments and the like, in which a fence is none.
            let start = html.trim_start().to_ascii_lowercase();
            *raw = ["<!", "<?", "<script", "<style", "<pre", "<textarea"].iter().any(|tag| start.starts_with(tag));
        }
        match fence {
            Some(fence) if !*raw => {
                let fence = self.fences[fence].clone();
                let next = fence.at.end..block_at.end.max(fence.at.end);
                self.end_html();
                self.fence(&fence);
                // The block may go on below the fence.
                self.stack.push(Frame::new(Container::Html { lines: String::new(), raw: false }, next));
            }
            _ => lines.push_str(match self.source.get(at) {
                Some(original) if original.len() == html.len() => original,
                _ => html,
            }),
        }
    }

    fn end_html(&mut self) {
        if let Some(Frame { container: Container::Html { lines, raw }, at, .. }) =
            self.stack.pop_if(|f| matches!(f.container, Container::Html { .. }))
        {
            if raw && lines.trim_start().starts_with("<!--") && !lines.contains("-->") {
                self.problems.add(Diagnostic::new(Code::HtmlNotAllowed).arg("tag", "!--"), at.start..at.start + 4);
            }
            if !lines.trim().is_empty() {
                self.block(Block { at, kind: BlockKind::Html(lines) });
            }
        }
    }

    fn fence(&mut self, fence: &Fence) {
        if !matches!(self.top().map(|frame| &frame.container), Some(Container::Root | Container::Directive { .. })) {
            return self.problems.report(Code::MisplacedFence, fence.at.clone());
        }
        if fence.closes() {
            return self.close_directive(fence);
        }
        let directive = Directive::open(self.source, fence, self.problems);
        if let Some(Frame { container: Container::Directive { directive: outer, crowded }, .. }) = self.stack.last_mut()
            && outer.colons <= fence.colons
        {
            crowded.push(fence.at.clone());
        }
        if self.stack.len() >= DEEPEST {
            if !self.problems.has(Code::NestedTooDeep) {
                self.problems.report(Code::NestedTooDeep, fence.at.clone());
            }
            return;
        }
        let container = Container::Directive { directive: Box::new(directive), crowded: Vec::new() };
        self.stack.push(Frame::new(container, fence.at.clone()));
    }

    fn close_directive(&mut self, fence: &Fence) {
        let matching = self
            .stack
            .iter()
            .rposition(|frame| matches!(&frame.container, Container::Directive { directive, .. } if directive.colons == fence.colons));
        let Some(matching) = matching else {
            return self.problems.report(Code::StrayFence, fence.at.clone());
        };
        while self.stack.len() > matching + 1 {
            self.close_unclosed();
        }
        if let Some(Frame { container: Container::Directive { directive, crowded }, .. }) = self.stack.last_mut() {
            for at in crowded.drain(..) {
                self.problems.add(Diagnostic::new(Code::NestedFence).arg("outer", &directive.name), at);
            }
        }
        self.close();
    }

    fn close_unclosed(&mut self) {
        if let Some(Frame { container: Container::Directive { directive, .. }, .. }) = self.stack.last() {
            let fence = ":".repeat(directive.colons.min(20));
            self.problems
                .add(Diagnostic::new(Code::UnclosedDirective).arg("name", &directive.name).arg("fence", fence), directive.at.clone());
        }
        self.close();
    }

    /// Makes a block of the text that a tight item holds so far.
    fn end_plain(&mut self) {
        let Some(frame) = self.stack.last_mut() else { return };
        if frame.inlines.is_empty() || !matches!(frame.container, Container::Item(_) | Container::Definition | Container::Footnote(_)) {
            return;
        }
        let inlines = std::mem::take(&mut frame.inlines);
        let at = inlines.first().map_or(0, |i| i.at.start)..inlines.iter().map(|i| i.at.end).max().unwrap_or_default();
        let toks = resolve(inlines, self.source, self.problems);
        frame.blocks.push(Block { at, kind: BlockKind::Plain(toks) });
    }

    fn block(&mut self, block: Block) {
        self.end_plain();
        if let Some(frame) = self.top() {
            frame.blocks.push(block);
        }
    }

    /// Closes the innermost container and hands it to the one around it.
    fn close(&mut self) {
        self.end_plain();
        if self.stack.len() < 2 {
            return;
        }
        let Some(Frame { container, at, blocks, inlines }) = self.stack.pop() else { return };
        let toks = if inlines.is_empty() { Vec::new() } else { resolve(inlines, self.source, self.problems) };
        let kind = match container {
            Container::Root => return,
            Container::Paragraph => BlockKind::Paragraph(toks),
            Container::Heading { level, id } => BlockKind::Heading { level, id, toks, anchor: String::new() },
            Container::Quote => BlockKind::Quote(blocks),
            Container::Code { language, code } => BlockKind::Code { language, code },
            Container::Html { lines, .. } => BlockKind::Html(lines),
            Container::List { start, items } => BlockKind::List { start, items },
            Container::Definitions(list) => BlockKind::Definitions(list),
            Container::Table { alignments, head, rows } => BlockKind::Table { alignments, head, rows },
            Container::Directive { directive, .. } => BlockKind::Directive { directive: *directive, blocks, anchor: None },
            Container::Item(task) => return self.add_item(Item { at, task, blocks }),
            Container::Term => return self.add_definition(Definition::Term { at, toks }),
            Container::Definition => return self.add_definition(Definition::Text(blocks)),
            Container::Row(cells) => return self.add_row(cells),
            Container::Cell => return self.add_cell(toks),
            Container::Footnote(label) => {
                match self.tree.footnotes.entry(footnote_key(&label)) {
                    Entry::Vacant(free) => drop(free.insert(Footnote { at, blocks })),
                    Entry::Occupied(_) => {
                        self.problems.add(Diagnostic::new(Code::DuplicateFootnote).arg("label", &label), at);
                    }
                }
                return;
            }
        };
        self.block(Block { at, kind });
    }

    fn add_item(&mut self, item: Item) {
        if let Some(Frame { container: Container::List { items, .. }, .. }) = self.top() {
            items.push(item);
        }
    }

    fn add_definition(&mut self, definition: Definition) {
        if let Some(Frame { container: Container::Definitions(list), .. }) = self.top() {
            list.push(definition);
        }
    }

    fn add_row(&mut self, cells: Vec<Vec<Tok>>) {
        if let Some(Frame { container: Container::Table { head, rows, .. }, .. }) = self.top() {
            // The parser gives the head first, and there is always one.
            if head.is_empty() { *head = cells } else { rows.push(cells) }
        }
    }

    fn add_cell(&mut self, toks: Vec<Tok>) {
        if let Some(Frame { container: Container::Row(cells), .. }) = self.top() {
            cells.push(toks);
        }
    }

    fn finish(mut self) -> Tree {
        while self.stack.len() > 1 {
            self.close_unclosed();
        }
        self.tree.blocks = self.stack.pop().map(|root| root.blocks).unwrap_or_default();
        self.tree
    }
}

/// The first word after the fence, if it can be a class's name.
fn code_language(kind: &CodeBlockKind) -> String {
    let CodeBlockKind::Fenced(info) = kind else { return String::new() };
    let word = info.split([' ', '\t', ',', '{']).next().unwrap_or_default();
    word.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '+' | '#' | '.')).collect()
}
