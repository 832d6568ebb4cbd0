//! Gives every heading and every block with an id its place among the anchors of a page.
//!
//! Ids that the author wrote come first, then the headings that everybody sees, then those for facilitators: no learner's address depends on
//! what learners do not see.

use std::ops::Range;

use super::anchors::{Anchors, Refused};
use super::attributes::Attribute;
use super::directives::{Kind, invalid};
use super::problems::Problems;
use super::tok::{Tok, plain};
use super::tree::{Block, BlockKind, Definition, Tree};
use crate::base::diagnostic::{Code, Diagnostic};

/// Finds the anchors; the ids other than headings' that learners' pages have are handed back.
pub(super) fn assign(tree: &mut Tree, problems: &mut Problems) -> Vec<String> {
    let mut assigner = Assigner { anchors: Anchors::default(), problems, others: Vec::new() };
    for step in [Step::Claim, Step::Make { facilitator: false }, Step::Make { facilitator: true }] {
        assigner.blocks(&mut tree.blocks, step, false);
        for footnote in tree.footnotes.values_mut() {
            assigner.blocks(&mut footnote.blocks, step, false);
        }
    }
    assigner.others
}

/// `^id` at the end of a paragraph, as Obsidian names blocks.
pub(super) fn block_id(toks: &[Tok]) -> Option<&str> {
    let Some(Tok::Text { text, literal, .. }) = toks.last() else { return None };
    let (before, id) = text.rsplit_once('^')?;
    let spaced = before.ends_with(' ') || before.is_empty() && matches!(toks.iter().rev().nth(1), Some(Tok::Soft));
    // `^2` is a power.
    let is_id = id.contains(char::is_alphabetic) && id.chars().all(|c| c.is_alphanumeric() || c == '-');
    (spaced && is_id && !literal.contains(&before.len())).then_some(id)
}

/// Takes it off.
pub(super) fn drop_block_id(toks: &mut [Tok]) {
    if let Some(Tok::Text { text, .. }) = toks.last_mut()
        && let Some((before, _)) = text.rsplit_once('^')
    {
        *text = before.trim_end().to_owned();
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Claim,
    Make { facilitator: bool },
}

struct Assigner<'p> {
    anchors: Anchors,
    problems: &'p mut Problems,
    others: Vec<String>,
}

impl Assigner<'_> {
    fn blocks(&mut self, blocks: &mut [Block], step: Step, facilitator: bool) {
        for block in blocks {
            match &mut block.kind {
                BlockKind::Heading { id, toks, anchor, .. } => {
                    let line = block.at.start..block.at.start;
                    if step == Step::Claim
                        && let Some(id) = id
                        && self.claim(id, line.clone(), "#")
                    {
                        *anchor = id.clone();
                    } else if step == (Step::Make { facilitator }) && anchor.is_empty() {
                        *anchor = self.anchors.make(&plain(toks), line);
                    }
                }
                BlockKind::Paragraph(toks) => {
                    if step == Step::Claim
                        && let Some(id) = block_id(toks).map(str::to_owned)
                    {
                        let end = block.at.start..block.at.start + 1;
                        if self.claim(&id, end, "^") {
                            self.other(id, facilitator);
                        } else {
                            drop_block_id(toks);
                        }
                    }
                }
                BlockKind::Quote(blocks) => self.blocks(blocks, step, facilitator),
                BlockKind::List { items, .. } => items.iter_mut().for_each(|item| self.blocks(&mut item.blocks, step, facilitator)),
                BlockKind::Definitions(list) => list.iter_mut().for_each(|definition| {
                    if let Definition::Text(blocks) = definition {
                        self.blocks(blocks, step, facilitator);
                    }
                }),
                BlockKind::Directive { directive, blocks, anchor } => {
                    let facilitator = facilitator || directive.kind == Kind::Facilitator;
                    if step == Step::Claim
                        && let Some((id, at)) = &directive.id
                        && self.claim(id, at.clone(), &directive.name)
                    {
                        *anchor = Some(id.clone());
                        self.other(id.clone(), facilitator);
                    }
                    self.blocks(blocks, step, facilitator);
                }
                _ => {}
            }
        }
    }

    fn other(&mut self, id: String, facilitator: bool) {
        if !facilitator {
            self.others.push(id);
        }
    }

    fn claim(&mut self, id: &str, at: Range<usize>, name: &str) -> bool {
        match self.anchors.claim(id, at.clone()) {
            Ok(()) => return true,
            Err(Refused::Taken(other)) => {
                let code = if name == "quiz" { Code::DuplicateQuiz } else { Code::DuplicateAnchor };
                self.problems.add_with_other(Diagnostic::new(code).arg("id", id), at, other);
            }
            Err(Refused::Invalid) => {
                let attribute = Attribute { name: "id".into(), value: id.into(), at: at.clone() };
                self.problems.add(invalid(name, "value", &attribute), at);
            }
        }
        false
    }
}
