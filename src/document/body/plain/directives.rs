//! Blocks with a meaning: their titles become words, and what is folded on the page is folded here.

use super::*;
use crate::document::body::exercises;

impl Writer<'_> {
    pub(super) fn directive(&mut self, directive: Directive, blocks: Vec<Block>) -> String {
        let message = match directive.kind {
            Kind::Facilitator if !self.around.facilitator() => return String::new(),
            Kind::Quote => return self.quote(&directive, blocks),
            Kind::Quiz => return self.in_language(directive.language, |this| this.quiz(&directive, blocks)),
            Kind::Video => return self.in_language(directive.language, |this| this.video(&directive, blocks)),
            Kind::Solution => {
                return self.in_language(directive.language, |this| {
                    let title = this.title(&directive, Some("solution-title"));
                    let text = this.blocks(blocks);
                    folded(&title, &text)
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
            let title = strong(title);
            let text = match directive.kind {
                Kind::Checklist => this.checklist(blocks),
                _ => this.blocks(blocks),
            };
            joined(vec![title, text])
        })
    }

    /// A quotation, below it its rendering, and whose words they are.
    fn quote(&mut self, directive: &Directive, blocks: Vec<Block>) -> String {
        let is_rendering =
            |block: &Block| matches!(&block.kind, BlockKind::Directive { directive, .. } if directive.kind == Kind::Rendering);
        let (renderings, original): (Vec<Block>, Vec<Block>) = blocks.into_iter().partition(is_rendering);
        let title = self.title(directive, None);
        let mut texts = vec![strong(title)];
        texts.push(self.in_language(directive.language, |this| this.blocks(original)));
        let mut names: Vec<String> = directive.get("by").into_iter().map(|by| self.plain(by)).collect();
        if let Some(source) = directive.get("source") {
            names.push(format!("*{}*", self.plain(source)));
        }
        for block in renderings {
            if let BlockKind::Directive { directive, blocks, .. } = block.kind {
                texts.push(self.in_language(directive.language, |this| this.blocks(blocks)));
                names.extend(directive.get("by").map(|by| self.plain(by)));
            }
        }
        let foreign = directive.language.filter(|language| *language != self.language);
        if let Some(language) = foreign {
            names.push(format!("({})", escaped(&self.around.language_name(language))));
        }
        if !names.is_empty() {
            let (last, first) = (names.pop().unwrap_or_default(), names.join(", "));
            let parting = if first.is_empty() || foreign.is_some() { " " } else { ", " };
            texts.push(format!("— {}", format!("{first}{parting}{last}").trim()));
        }
        let text = joined(texts);
        quoted(&text)
    }

    fn checklist(&mut self, blocks: Vec<Block>) -> String {
        let mut texts = Vec::with_capacity(blocks.len());
        for mut block in blocks {
            if let BlockKind::List { items, .. } = &mut block.kind {
                items.iter_mut().for_each(|item| item.task = Some(item.task.unwrap_or(false)));
            }
            texts.push(self.blocks(vec![block]));
        }
        joined(texts)
    }

    /// The question and all answers; which of them are right stands in a folded part, as on the page.
    fn quiz(&mut self, directive: &Directive, blocks: Vec<Block>) -> String {
        let exercises::Quiz { before, question, answers, after } = exercises::take(blocks);
        let title = self.title(directive, None);
        let mut texts = vec![strong(title), self.blocks(before)];
        let question = self.run(question);
        texts.push(strong(question));
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
                let verdict = strong(verdict);
                let text = joined(vec![format!("{words} {verdict}"), reply]);
                replies.push(indented(&text, &marker, "   "));
            }
        }
        texts.push(choices.join("\n"));
        let after = self.blocks(after);
        let replies = joined(vec![replies.join("\n"), after]);
        let title = self.words_of("quiz-show-answer");
        texts.push(folded(&title, &replies));
        joined(texts)
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
        let film = match address {
            Some(address) => format!("[{title}]({})", destination(&address)),
            None => title,
        };
        if blocks.is_empty() {
            return film;
        }
        let (title, text) = (self.words_of("video-transcript"), self.blocks(blocks));
        let transcript = folded(&title, &text);
        joined(vec![film, transcript])
    }
}
