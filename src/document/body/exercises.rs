//! Checklists and quizzes. Both work without a script: boxes can be ticked, and a quiz's answers stand in a folded part.

use std::ops::Range;

use super::directives::Directive;
use super::markdown::Renderer;
use super::tok::{Tok, is_blank};
use super::tree::{Block, BlockKind, Item};
use crate::base::diagnostic::{Code, Diagnostic};

/// A quiz, taken apart.
pub(super) struct Quiz {
    pub(super) before: Vec<Block>,
    pub(super) question: Vec<Tok>,
    pub(super) answers: Vec<Item>,
    pub(super) after: Vec<Block>,
}

impl Renderer<'_> {
    /// The blocks of a checklist: every item of every list in it gets a box.
    pub(super) fn checklist(&mut self, directive: &Directive, anchor: Option<&str>, blocks: Vec<Block>) {
        let number = self.next("checklist");
        // No id of an author's begins with `_`.
        let key = anchor.map_or_else(|| format!("_{number}"), str::to_owned);
        // A script remembers the boxes of this list under its key.
        self.out.html("<div class=\"checklist\"");
        self.anchor(anchor);
        self.out.attribute("data-checklist", &key);
        let language = directive.language;
        self.language_attributes(language);
        self.out.html(">\n");
        self.in_language(language, |this| {
            this.title_line(directive, None);
            let mut count = 0;
            this.boxes(blocks, &key, &mut count);
        });
        self.out.html("</div>\n");
    }

    fn boxes(&mut self, blocks: Vec<Block>, key: &str, count: &mut u32) {
        for block in blocks {
            match block.kind {
                BlockKind::List { start, items } => {
                    let name = if start.is_some() { "ol" } else { "ul" };
                    self.out.html(&format!("<{name}>\n"));
                    for item in items {
                        *count += 1;
                        let mut blocks = item.blocks;
                        let nested = match blocks.is_empty() {
                            true => Vec::new(),
                            false => blocks.split_off(1),
                        };
                        let id = super::writer::escaped(&format!("_check-{key}-{count}"));
                        let done = if item.task == Some(true) { " checked" } else { "" };
                        self.out.html("<li>");
                        let before = format!("<input type=\"checkbox\" id=\"{id}\"{done}> <label for=\"{id}\">");
                        self.with_box(blocks, &before, "</label>");
                        self.boxes(nested, key, count);
                        self.out.html("</li>\n");
                    }
                    self.out.html(&format!("</{name}>\n"));
                }
                kind => self.blocks(vec![Block { at: block.at, kind }]),
            }
        }
    }

    /// A question, its answers, and the replies to them in a folded part.
    pub(super) fn quiz(&mut self, directive: &Directive, anchor: Option<&str>, blocks: Vec<Block>, at: Range<usize>) {
        let number = self.next("quiz");
        let id = anchor.map_or_else(|| format!("_{number}"), str::to_owned);
        if !self.facilitator {
            self.gathered.quizzes.push(id.clone());
        }
        let quiz = take(blocks);
        self.check(&quiz, &(directive.at.start..directive.at.end.min(at.end)));
        let language = directive.language;
        self.out.html("<div class=\"quiz\"");
        self.anchor(anchor);
        self.out.attribute("data-quiz", &id);
        self.language_attributes(language);
        self.out.html(">\n");
        self.in_language(language, |this| {
            this.title_line(directive, None);
            this.blocks(quiz.before);
            this.questions(&id, quiz.question, &quiz.answers);
            this.replies(quiz.answers, quiz.after);
        });
        self.out.html("</div>\n");
    }

    fn check(&mut self, quiz: &Quiz, at: &Range<usize>) {
        let problem = if is_blank(&quiz.question) && quiz.before.is_empty() {
            "no-question"
        } else if quiz.answers.is_empty() {
            "no-answers"
        } else if let Some(item) = quiz.answers.iter().find(|item| item.task.is_none()) {
            let at = item.at.start..item.at.start + 1;
            return self.problems.add(Diagnostic::new(Code::InvalidQuiz).arg("problem", "no-box"), at);
        } else if quiz.answers.len() < 2 {
            "one-answer"
        } else if !quiz.answers.iter().any(|item| item.task == Some(true)) {
            "no-right-answer"
        } else {
            return;
        };
        self.problems.add(Diagnostic::new(Code::InvalidQuiz).arg("problem", problem), at.clone());
    }

    fn questions(&mut self, id: &str, question: Vec<Tok>, answers: &[Item]) {
        let several = answers.iter().filter(|item| item.task == Some(true)).count() > 1;
        let kind = if several { "checkbox" } else { "radio" };
        let name = super::writer::escaped(&format!("_quiz-{id}"));
        self.out.html("<fieldset>\n<legend>");
        self.run(question);
        self.out.html("</legend>\n<ul class=\"answers\">\n");
        for (index, item) in answers.iter().enumerate() {
            let number = index + 1;
            let right = if item.task == Some(true) { " data-right" } else { "" };
            self.out.html(&format!("<li><input type=\"{kind}\" name=\"{name}\" id=\"{name}-{number}\" value=\"{number}\"{right}> "));
            self.out.html(&format!("<label for=\"{name}-{number}\">"));
            self.run(words(item));
            self.out.html("</label></li>\n");
        }
        self.out.html("</ul>\n</fieldset>\n");
    }

    fn replies(&mut self, answers: Vec<Item>, after: Vec<Block>) {
        let counted = std::mem::replace(&mut self.counted, false);
        self.out.html("<details class=\"replies\">\n<summary>");
        self.out.message("quiz-show-answer", vec![]);
        self.out.html("</summary>\n<ul>\n");
        for (index, mut item) in answers.into_iter().enumerate() {
            let right = item.task == Some(true);
            let class = if right { "reply right" } else { "reply wrong" };
            self.out.html(&format!("<li class=\"{class}\" data-answer=\"{}\">\n<p>", index + 1));
            let repeated = std::mem::replace(&mut self.repeated, true);
            self.run(words(&item));
            self.repeated = repeated;
            self.out.html(" <strong class=\"verdict\">");
            self.out.message(if right { "quiz-right" } else { "quiz-wrong" }, vec![]);
            self.out.html("</strong></p>\n");
            let reply = if item.blocks.is_empty() { Vec::new() } else { item.blocks.split_off(1) };
            self.blocks(reply);
            self.out.html("</li>\n");
        }
        self.out.html("</ul>\n");
        self.blocks(after);
        self.out.html("</details>\n");
        self.counted = counted;
    }
}

/// The answer itself: an item's first text.
pub(super) fn words(item: &Item) -> Vec<Tok> {
    match item.blocks.first().map(|block| &block.kind) {
        Some(BlockKind::Paragraph(toks) | BlockKind::Plain(toks)) => toks.clone(),
        _ => Vec::new(),
    }
}

/// The first list with boxes holds the answers (else the first list), the paragraph before it is the question.
pub(super) fn take(mut blocks: Vec<Block>) -> Quiz {
    let is_list = |tasks: bool| move |block: &Block| matches!(&block.kind, BlockKind::List { items, .. } if !tasks || items.iter().any(|item| item.task.is_some()));
    let list = blocks.iter().position(is_list(true)).or_else(|| blocks.iter().position(is_list(false)));
    let after = list.map_or(Vec::new(), |list| blocks.split_off(list + 1));
    let answers = match list.and_then(|_| blocks.pop()) {
        Some(Block { kind: BlockKind::List { items, .. }, .. }) => items,
        _ => Vec::new(),
    };
    let question = match blocks.pop() {
        Some(Block { kind: BlockKind::Paragraph(toks), .. }) => toks,
        other => {
            blocks.extend(other);
            Vec::new()
        }
    };
    Quiz { before: blocks, question, answers, after }
}
