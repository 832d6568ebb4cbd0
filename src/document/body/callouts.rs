//! Callouts as GitHub and Obsidian write them: `> [!note] Title`.

use super::markdown::Renderer;
use super::tok::Tok;
use super::tree::{Block, BlockKind};

/// A callout's first line.
#[derive(Debug, PartialEq)]
pub(super) struct Callout {
    /// `callout-note` and its like: the message with its title, and its class.
    pub(super) look: &'static str,
    /// `+` open, `-` folded.
    pub(super) fold: Option<bool>,
    /// Its own title.
    pub(super) title: Vec<Tok>,
}

/// What Obsidian and GitHub call them, and what they look like here.
const LOOKS: &[(&str, &str)] = &[
    ("callout-note", "note info todo"),
    ("callout-summary", "abstract summary tldr"),
    ("callout-tip", "tip hint success check done"),
    ("callout-important", "important"),
    ("callout-warning", "warning attention"),
    ("callout-caution", "caution danger error failure fail missing bug"),
    ("callout-question", "question help faq"),
    ("callout-example", "example"),
    ("callout-quote", "quote cite"),
];

/// Takes the first line off the blocks of a quotation if it makes the quotation a callout.
pub(super) fn take(blocks: &mut Vec<Block>) -> Option<Callout> {
    let Some(Block { kind: BlockKind::Paragraph(toks), .. }) = blocks.first_mut() else { return None };
    let Some(Tok::Text { text, literal, .. }) = toks.first() else { return None };
    if literal.first() == Some(&0) {
        return None;
    }
    let (name, rest) = text.strip_prefix("[!")?.split_once(']')?;
    // Obsidian's `[!note|left]` carries settings of its own.
    let name = name.split('|').next().unwrap_or_default().trim().to_lowercase();
    if name.is_empty() || !name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ')) {
        return None;
    }
    let fold = match rest.as_bytes().first() {
        Some(b'+') => Some(true),
        Some(b'-') => Some(false),
        _ => None,
    };
    let rest = if fold.is_some() { &rest[1..] } else { rest };
    if !rest.is_empty() && !rest.starts_with(' ') {
        return None;
    }
    let rest = rest.trim_start().to_owned();
    let look = LOOKS.iter().find(|(_, names)| names.split(' ').any(|known| known == name));
    let end = line_end(toks);
    let below: Vec<Tok> = toks.drain(end..).skip(1).collect();
    let mut title = std::mem::replace(toks, below);
    title[0] = Tok::Text { text: rest, literal: Vec::new(), at: 0 };
    if super::tok::is_blank(&title) {
        // An own kind of callout has its name for a title, as in Obsidian.
        title = if look.is_some() { Vec::new() } else { vec![Tok::Text { text: capitalised(&name), literal: Vec::new(), at: 0 }] };
    }
    if toks.is_empty() {
        blocks.remove(0);
    }
    Some(Callout { look: look.map_or("callout-note", |(look, _)| look), fold, title })
}

/// How many of a paragraph's parts make the first line, if it makes a quotation a callout.
pub(super) fn first_line(toks: &[Tok]) -> Option<usize> {
    let mut blocks = vec![Block { at: 0..0, kind: BlockKind::Paragraph(toks.to_vec()) }];
    take(&mut blocks).map(|_| line_end(toks))
}

/// Where the first line ends: a line end inside of emphasis does not count.
fn line_end(toks: &[Tok]) -> usize {
    let mut depth = 0usize;
    for (i, tok) in toks.iter().enumerate() {
        match tok {
            Tok::Open(_) => depth += 1,
            Tok::Close => depth = depth.saturating_sub(1),
            Tok::Soft | Tok::Hard if depth == 0 => return i,
            _ => {}
        }
    }
    toks.len()
}

fn capitalised(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

impl Renderer<'_> {
    /// A block with a title that stands out from the text.
    pub(super) fn callout(&mut self, callout: Callout, blocks: Vec<Block>) {
        let Callout { look, fold, title } = callout;
        let class = format!("callout {look}");
        let titled = |this: &mut Self| match title.is_empty() {
            true => this.out.message(look, vec![]),
            false => this.aside(|this| this.unlinked(|this| this.run(title))),
        };
        match fold {
            Some(open) => {
                self.out.html("<details");
                self.out.attribute("class", &class);
                self.out.html(if open { " open=\"\"" } else { "" });
                self.out.html(">\n<summary>");
                titled(self);
                self.out.html("</summary>\n");
                match open {
                    true => self.blocks(blocks),
                    false => self.unlinked(|this| this.blocks(blocks)),
                }
                self.out.html("</details>\n");
            }
            None => {
                self.out.html("<div");
                self.out.attribute("class", &class);
                let label = self.labelled("note");
                self.out.html(">\n<p class=\"block-title\"");
                self.out.attribute("id", &label);
                self.out.html(">");
                titled(self);
                self.out.html("</p>\n");
                self.blocks(blocks);
                self.out.html("</div>\n");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Tok {
        Tok::Text { text: text.into(), literal: Vec::new(), at: 0 }
    }

    fn taken(toks: Vec<Tok>) -> (Option<Callout>, usize) {
        let mut blocks = vec![Block { at: 0..1, kind: BlockKind::Paragraph(toks) }];
        (take(&mut blocks), blocks.len())
    }

    #[test]
    fn the_first_line_names_the_look_and_may_give_a_title() {
        let callout = |look, fold, title| Some(Callout { look, fold, title });
        assert_eq!(taken(vec![text("[!WARNING]")]), (callout("callout-warning", None, vec![]), 0));
        assert_eq!(
            taken(vec![text("[!faq]- Зачем?"), Tok::Soft, text("Затем.")]),
            (callout("callout-question", Some(false), vec![text("Зачем?")]), 1)
        );
        assert_eq!(taken(vec![text("[!правило]")]), (callout("callout-note", None, vec![text("Правило")]), 0));
    }

    #[test]
    fn other_brackets_are_text() {
        for toks in [vec![text("[!]")], vec![text("[x] я")], vec![text("[!note]я")], vec![text("[!a*b]")]] {
            assert_eq!(taken(toks), (None, 1));
        }
    }
}
