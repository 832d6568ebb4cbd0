//! Raw HTML between paragraphs: `<details>` and its like, which may have Markdown inside.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::CowStr;

use super::html::{self, Judged, Part, Tag, judge};
use super::inline::{Inline, Kind as InlineKind, resolve};
use super::markdown::Renderer;
use super::problems::Problems;
use super::tok::{Tok, is_blank};
use super::tree::{Block, BlockKind};

/// `<details>` inside each other, beyond which nobody reads.
const DEEPEST: usize = 10;

/// The tags between paragraphs that have their partner among these blocks: the number of the block, and of the tag in it.
pub(super) fn pairs(blocks: &[Block]) -> BTreeSet<(usize, usize)> {
    let mut pairs = BTreeSet::new();
    let mut open: Vec<Vec<(usize, usize)>> = Vec::new();
    for (i, block) in blocks.iter().enumerate() {
        let BlockKind::Html(raw) = &block.kind else { continue };
        let judged = judge(raw);
        let mut summary_end = 0;
        for (j, Judged { part, .. }) in judged.iter().enumerate() {
            match part {
                Part::Tag(Tag::Open { name: "details", .. }) if open.len() < DEEPEST && j >= summary_end => {
                    let mut tags = vec![(i, j)];
                    if let Some((start, end)) = summary(&judged, j + 1) {
                        tags.extend([(i, start), (i, end)]);
                        summary_end = end;
                    }
                    open.push(tags);
                }
                Part::Tag(Tag::Close("details")) if j >= summary_end => {
                    if let Some(tags) = open.pop() {
                        pairs.extend(tags);
                        pairs.insert((i, j));
                    }
                }
                Part::Tag(Tag::Void { name: "hr", .. }) if j >= summary_end => {
                    pairs.insert((i, j));
                }
                _ => {}
            }
        }
    }
    pairs
}

/// The tags of a `<summary>` that begins here, after spaces at most, and holds nothing that stands between paragraphs.
fn summary(judged: &[Judged], from: usize) -> Option<(usize, usize)> {
    let skips = |judged: &Judged| match &judged.part {
        Part::Text(text) => text.trim().is_empty(),
        Part::Tag(tag) => *tag == Tag::Comment,
    };
    let start = (from..judged.len()).find(|j| !skips(&judged[*j]))?;
    if !matches!(judged[start].part, Part::Tag(Tag::Open { name: "summary", .. })) {
        return None;
    }
    for (j, judged) in judged.iter().enumerate().skip(start + 1) {
        match &judged.part {
            Part::Tag(Tag::Close("summary")) => return Some((start, j)),
            Part::Tag(tag) if is_block_tag(tag) => return None,
            _ => {}
        }
    }
    None
}

/// Raw HTML between paragraphs, cut into what stands between paragraphs itself and runs of text.
pub(super) enum HtmlPart {
    /// A tag of `details`, `summary` or `hr`.
    Tag(Tag),
    /// Text with raw tags in it, and where it begins in the raw HTML.
    Run(Vec<Tok>),
}

/// Cuts raw HTML, which starts at `at` of the body. `refused` says of the numbered tag between paragraphs that it has no partner.
pub(super) fn cut_html(raw: &str, at: &Range<usize>, refused: impl Fn(usize) -> bool, problems: &mut Problems) -> Vec<HtmlPart> {
    let mut parts = Vec::new();
    let mut run: Vec<Inline> = Vec::new();
    // Where line ends were normalised, places after the first line are off by some bytes; they stay inside the block.
    let place = |judged: &Range<usize>| (at.start + judged.start).min(at.end)..(at.start + judged.end).min(at.end);
    let end_run = |run: &mut Vec<Inline>, parts: &mut Vec<HtmlPart>, problems: &mut Problems| {
        let toks = resolve(std::mem::take(run), "", problems);
        if !is_blank(&toks) {
            parts.push(HtmlPart::Run(toks));
        }
    };
    for (number, judged) in judge(raw).into_iter().enumerate() {
        let written = raw.get(judged.at.clone()).unwrap_or_default();
        match judged.part {
            Part::Tag(tag) if is_block_tag(&tag) && !refused(number) => {
                end_run(&mut run, &mut parts, problems);
                parts.push(HtmlPart::Tag(tag));
            }
            Part::Tag(_) => {
                run.push(Inline { at: place(&judged.at), kind: InlineKind::Html(CowStr::from(written.to_owned())) });
            }
            Part::Text(text) => {
                run.push(Inline { at: place(&judged.at), kind: InlineKind::Text { text: text.into(), escaped: false } });
            }
        }
    }
    end_run(&mut run, &mut parts, problems);
    parts
}

/// Whether the tag stands between paragraphs.
fn is_block_tag(tag: &Tag) -> bool {
    matches!(tag, Tag::Open { name, .. } | Tag::Void { name, .. } | Tag::Close(name) if html::is_block(name))
}

impl Renderer<'_> {
    /// A block of raw HTML.
    pub(super) fn raw_html(&mut self, raw: &str, at: &Range<usize>, refused: &dyn Fn(usize) -> bool) {
        let mut in_summary = false;
        let mut wants_summary = false;
        for part in cut_html(raw, at, refused, self.problems) {
            let is_summary = matches!(part, HtmlPart::Tag(Tag::Open { name: "summary", .. }));
            if wants_summary && !is_summary {
                self.default_summary();
            }
            wants_summary = false;
            match part {
                HtmlPart::Tag(Tag::Open { name, attributes, .. }) => {
                    self.out.html(&format!("<{name}{attributes}>"));
                    in_summary = is_summary;
                    wants_summary = name == "details";
                }
                HtmlPart::Tag(Tag::Close(name)) => {
                    self.out.html(&format!("</{name}>\n"));
                    in_summary = false;
                }
                HtmlPart::Tag(Tag::Void { name, attributes }) => self.out.html(&format!("<{name}{attributes}>\n")),
                HtmlPart::Tag(_) => {}
                HtmlPart::Run(toks) if in_summary => self.unlinked(|this| this.run(toks)),
                HtmlPart::Run(toks) => {
                    self.out.html("<p>");
                    self.run(toks);
                    self.out.html("</p>\n");
                }
            }
        }
        if wants_summary {
            self.default_summary();
        }
    }

    fn default_summary(&mut self) {
        self.out.html("<summary>");
        self.out.message("details-summary", vec![]);
        self.out.html("</summary>\n");
    }
}
