//! Footnotes: their numbers, and the section at the end of the page.

use std::collections::BTreeMap;

use super::directives::Kind;
use super::markdown::Renderer;
use super::problems::Problems;
use super::tok::Tok;
use super::tree::{Block, BlockKind, Definition, Footnote, Tree, footnote_key};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::document::Piece;

/// The notes of a page in the order of their numbers. Those that only facilitators see come last, so that no learner misses a number.
#[derive(Debug, Default)]
pub(super) struct Notes {
    notes: Vec<Note>,
    /// Index of each label.
    index: BTreeMap<String, usize>,
}

#[derive(Debug)]
struct Note {
    label: String,
    facilitator: bool,
    /// For each reference that was written: whether only facilitators see it.
    references: Vec<bool>,
}

impl Notes {
    /// Numbers the notes by their first reference and reports those without any.
    pub(super) fn number(tree: &Tree, problems: &mut Problems) -> Notes {
        let mut notes = Notes::default();
        for facilitator in [false, true] {
            let first = notes.notes.len();
            let mut labels = Vec::new();
            references(&tree.blocks, false, facilitator, &mut labels);
            labels.into_iter().for_each(|label| notes.add(label, facilitator));
            // Notes may refer to notes.
            let mut next = first;
            while let Some(note) = notes.notes.get(next) {
                let mut labels = Vec::new();
                if let Some(footnote) = tree.footnotes.get(&note.label) {
                    references(&footnote.blocks, false, false, &mut labels);
                }
                labels.into_iter().for_each(|label| notes.add(label, facilitator));
                next += 1;
            }
        }
        for (label, footnote) in &tree.footnotes {
            if !notes.index.contains_key(label) {
                problems.add(Diagnostic::new(Code::UnusedFootnote).arg("label", label), footnote.at.clone());
            }
        }
        notes
    }

    fn add(&mut self, label: String, facilitator: bool) {
        if !self.index.contains_key(&label) {
            self.index.insert(label.clone(), self.notes.len());
            self.notes.push(Note { label, facilitator, references: Vec::new() });
        }
    }
}

/// The labels that the blocks refer to, in their order: in facilitator blocks, or outside of them.
fn references(blocks: &[Block], inside: bool, wanted: bool, out: &mut Vec<String>) {
    let of = |toks: &[Tok], out: &mut Vec<String>| {
        if inside == wanted {
            out.extend(toks.iter().filter_map(|tok| match tok {
                Tok::Footnote { label, .. } => Some(footnote_key(label)),
                _ => None,
            }));
        }
    };
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(toks) | BlockKind::Plain(toks) | BlockKind::Heading { toks, .. } => of(toks, out),
            BlockKind::Quote(blocks) => references(blocks, inside, wanted, out),
            BlockKind::List { items, .. } => items.iter().for_each(|item| references(&item.blocks, inside, wanted, out)),
            BlockKind::Definitions(list) => list.iter().for_each(|definition| match definition {
                Definition::Term { toks, .. } => of(toks, out),
                Definition::Text(blocks) => references(blocks, inside, wanted, out),
            }),
            BlockKind::Table { head, rows, .. } => {
                head.iter().chain(rows.iter().flatten()).for_each(|cell| of(cell, out));
            }
            BlockKind::Directive { directive, blocks, .. } => {
                references(blocks, inside || directive.kind == Kind::Facilitator, wanted, out);
            }
            BlockKind::Code { .. } | BlockKind::Html(_) | BlockKind::Rule => {}
        }
    }
}

fn id(number: usize, reference: usize) -> String {
    match reference {
        0 => format!("fnref-{number}"),
        _ => format!("fnref-{number}-{}", reference + 1),
    }
}

impl Renderer<'_> {
    /// The number of a note in the text.
    pub(super) fn footnote_reference(&mut self, label: &str) {
        let Some(&index) = self.notes.index.get(&footnote_key(label)) else { return };
        let facilitator = self.facilitator;
        let references = &mut self.notes.notes[index].references;
        let number = index + 1;
        let reference = id(number, references.len());
        references.push(facilitator);
        self.out.html("<sup class=\"footnote-ref\"><a");
        self.out.attribute("href", &format!("#fn-{number}"));
        self.out.attribute("id", &reference);
        self.out.html(" role=\"doc-noteref\"");
        self.out.message_attribute("aria-label", "footnote-reference", vec![("number", number.to_string())]);
        self.out.html(&format!(">{number}</a></sup>"));
    }

    /// The section with all notes.
    pub(super) fn footnotes(&mut self, mut footnotes: BTreeMap<String, Footnote>) {
        if self.notes.notes.is_empty() {
            return;
        }
        let for_all = self.notes.notes.iter().any(|note| !note.facilitator);
        self.hidden(!for_all, |this| {
            this.out.html("<section class=\"footnotes\" role=\"doc-endnotes\"");
            this.out.message_attribute("aria-label", "footnotes-title", vec![]);
            this.out.html(">\n<ol>\n");
            for index in 0..this.notes.notes.len() {
                let note = &this.notes.notes[index];
                let (facilitator, number) = (note.facilitator, index + 1);
                let Some(mut footnote) = footnotes.remove(&note.label) else { continue };
                let links = this.back_links(number);
                match footnote.blocks.last_mut().map(|block| &mut block.kind) {
                    Some(BlockKind::Paragraph(toks) | BlockKind::Plain(toks)) => toks.push(Tok::Pieces(links)),
                    _ => {
                        let kind = BlockKind::Paragraph(vec![Tok::Pieces(links)]);
                        footnote.blocks.push(Block { at: footnote.at.clone(), kind });
                    }
                }
                this.hidden(facilitator && for_all, |this| {
                    this.out.html(&format!("<li id=\"fn-{number}\">\n"));
                    this.aside(|this| this.blocks(footnote.blocks));
                    this.out.html("</li>\n");
                });
            }
            this.out.html("</ol>\n</section>\n");
        });
    }

    fn back_links(&mut self, number: usize) -> Vec<Piece> {
        let references = self.notes.notes[number - 1].references.clone();
        let outer = std::mem::take(&mut self.out);
        for (reference, facilitator) in references.into_iter().enumerate() {
            self.hidden(facilitator && !self.notes.notes[number - 1].facilitator, |this| {
                this.out.html(" <a class=\"footnote-back\" role=\"doc-backlink\"");
                this.out.attribute("href", &format!("#{}", id(number, reference)));
                this.out.message_attribute("aria-label", "footnote-back", vec![("number", number.to_string())]);
                this.out.html(">↩\u{fe0e}</a>");
            });
        }
        std::mem::replace(&mut self.out, outer).finish()
    }
}
