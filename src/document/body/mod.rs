//! The body of a text: Markdown with directives, as pieces of a page and as what other pages may know of it.
//!
//! Text → tree of blocks (`tree`, where `directives` hides the fences from the Markdown parser and `inline` resolves each paragraph) →
//! anchors (`assign`) → pieces (`markdown` and its neighbours). No step looks at anything but this text.

pub mod addresses;
mod anchors;
mod assign;
mod attributes;
mod blocks;
mod callouts;
mod checks;
mod code;
mod directives;
mod exercises;
mod footnotes;
mod html;
mod inline;
mod links;
mod markdown;
mod plain;
mod problems;
mod raw;
mod runs;
#[cfg(test)]
mod tests;
mod tok;
mod tree;
mod typeset;
mod units;
mod writer;

use std::borrow::Cow;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::language::Language;
use crate::base::text::Text;
use crate::document::{Body, Face, Target};
use footnotes::Notes;
use links::Destination;
use markdown::Renderer;
pub(super) use plain::{destination, escaped, sections};
use problems::Problems;
use tok::{Element, Tok};
use tree::{BlockKind, Tree};
use typeset::typeset;
pub(super) use units::units;
use writer::Writer;

/// What a body's meaning depends on beside its text.
#[derive(Clone, Copy, Debug)]
pub struct BodyContext<'a> {
    /// The edition's language.
    pub language: Language,
    /// The site's languages.
    pub languages: &'a [Language],
    /// The folder of the file below `content/`, which relative links start from; empty at the top.
    pub folder: &'a str,
}

/// A body, parsed.
#[derive(Clone, Debug, Default)]
pub struct ParsedBody {
    /// What other pages may know of it; its front matter is empty.
    pub face: Face,
    /// The page's own part.
    pub body: Body,
    /// What is wrong with the body, in the order of the text.
    pub problems: Vec<Diagnostic>,
}

/// Parses the part of a file that follows its front matter.
pub fn parse(text: &Text, body: Range<usize>, context: &BodyContext) -> ParsedBody {
    let source = text.text.get(body.clone()).unwrap_or_default();
    let parsed = catch_unwind(AssertUnwindSafe(|| {
        let mut problems = Problems::default();
        let parsed = parse_source(source, body.start, context, &mut problems);
        (parsed, problems)
    }));
    match parsed {
        Ok((parsed, problems)) => ParsedBody { problems: problems.place(text, body.start), ..parsed },
        // A bug of the parser's must not take the other texts down with it.
        Err(_) => ParsedBody { problems: vec![Diagnostic::new(Code::MarkdownFailed).at(text.whole())], ..ParsedBody::default() },
    }
}

fn parse_source(source: &str, offset: usize, context: &BodyContext, problems: &mut Problems) -> ParsedBody {
    let Some(mut tree) = build(source, problems) else { return ParsedBody::default() };
    let anchors = assign::assign(&mut tree, problems);
    let notes = Notes::number(&tree, problems);
    let (body, gathered) = Renderer::new(source, offset, context, notes, problems).page(tree);
    let face = Face {
        excerpt: excerpt(&gathered.excerpt),
        headings: gathered.headings,
        anchors,
        links: gathered.links,
        assets: gathered.assets,
        characters: gathered.characters,
        quizzes: gathered.quizzes,
        has_facilitator: gathered.has_facilitator,
        ..Face::default()
    };
    ParsedBody { face, body, problems: Vec::new() }
}

fn build(source: &str, problems: &mut Problems) -> Option<Tree> {
    if let Some(at) = checks::too_deep(source) {
        problems.report(Code::NestedTooDeep, at);
        return None;
    }
    Some(tree::build(source, problems))
}

/// A single line of Markdown as typeset HTML: for a footer and other texts of the configuration. Links lead outside only; the words of
/// others stand without a link. What is wrong with it comes along, without places.
pub fn inline(text: &str, language: Language) -> (String, Vec<Diagnostic>) {
    let html = || {
        let mut problems = Problems::default();
        let mut toks = Vec::new();
        for block in build(text, &mut problems).map(|tree| tree.blocks).unwrap_or_default() {
            if let BlockKind::Paragraph(inside) | BlockKind::Plain(inside) | BlockKind::Heading { toks: inside, .. } = block.kind {
                if !toks.is_empty() {
                    toks.push(Tok::Soft);
                }
                toks.extend(inside);
            }
        }
        typeset(&mut toks, language);
        let html = write_inline(&toks, &mut problems);
        (html, problems.without_places())
    };
    catch_unwind(html).unwrap_or_default()
}

fn write_inline(toks: &[Tok], problems: &mut Problems) -> String {
    let mut out = Writer::default();
    let mut ends: Vec<Cow<str>> = Vec::new();
    for tok in toks {
        match tok {
            Tok::Text { text, .. } | Tok::Verbatim(text) => out.text(text),
            Tok::Code(code) => {
                out.html("<code>");
                out.text(code);
                out.html("</code>");
            }
            Tok::Image(image) => out.text(&image.alt),
            Tok::Soft => out.html(" "),
            Tok::Hard => out.html("<br>"),
            Tok::Void(html) => out.html(html),
            Tok::Footnote { .. } | Tok::Pieces(_) => {}
            Tok::Close => out.html(&ends.pop().unwrap_or_default()),
            Tok::Open(element) => {
                let (start, end) = match element {
                    Element::Emphasis => ("<em>", "</em>"),
                    Element::Strong => ("<strong>", "</strong>"),
                    Element::Strikethrough => ("<del>", "</del>"),
                    Element::Mark => ("<mark>", "</mark>"),
                    _ => ("", ""),
                };
                out.html(start);
                ends.push(match element {
                    Element::Link(link) => match links::markdown(&link.address, "") {
                        Ok(Destination::Link(Target::External(address))) if !link.wiki => {
                            out.html("<a");
                            out.attribute("href", &address);
                            out.html(">");
                            "</a>".into()
                        }
                        destination => {
                            if let (Err(bad), false) = (destination, link.wiki) {
                                problems.add(bad.diagnostic(&link.address), link.at.clone());
                            }
                            out.text(&tok::plain(std::slice::from_ref(tok)));
                            "".into()
                        }
                    },
                    Element::Part { language, .. } => {
                        out.html("<span");
                        if let Some(language) = language {
                            out.attribute("lang", language.as_str());
                            out.attribute("dir", markdown::direction(*language));
                        }
                        out.html(">");
                        "</span>".into()
                    }
                    Element::Html { name, attributes, .. } => {
                        out.html(&format!("<{name}{attributes}>"));
                        format!("</{name}>").into()
                    }
                    _ => end.into(),
                });
            }
        }
    }
    out.finish()
        .into_iter()
        .map(|piece| match piece {
            crate::document::Piece::Html(html) => html,
            _ => String::new(),
        })
        .collect()
}

/// How long an excerpt is, in characters.
const EXCERPT: usize = 200;

/// The beginning of the words, cut at a word's end.
fn excerpt(words: &str) -> String {
    let mut enough = String::new();
    let mut characters = 0;
    for word in words.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
        enough.push_str(if enough.is_empty() { "" } else { " " });
        enough.push_str(word);
        characters += word.chars().count() + 1;
        if characters > EXCERPT + 1 {
            break;
        }
    }
    let Some((cut, _)) = enough.char_indices().nth(EXCERPT) else { return enough };
    let head = &enough[..cut];
    // Scripts without spaces are cut anywhere.
    let end = if enough[cut..].starts_with(' ') { cut } else { head.rfind(' ').filter(|end| *end > cut / 2).unwrap_or(cut) };
    let kept = head[..end].trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '»' | '”' | '“' | ')' | '!' | '?' | '…'));
    format!("{kept}…")
}
