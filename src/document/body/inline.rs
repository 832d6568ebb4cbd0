//! The inside of one paragraph, heading or cell.
//!
//! The Markdown parser gives text, emphasis, links and raw tags. This adds what it does not know: bracketed parts (`[texto]{lang=es}`),
//! `==marked==` text, `%%comments%%`, and which raw tags have a partner. All of them must nest properly with each other and with the
//! parser's own elements; what does not stays as it was written.

mod tags;

use std::ops::Range;

use pulldown_cmark::{CowStr, LinkType, Tag};

use super::attributes;
use super::directives::invalid;
use super::html;
use super::problems::Problems;
use super::tok::{Element, Image, Link, Tok, plain};
use crate::base::bytes::ByteSet;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::language::Language;

/// An event of the parser inside a paragraph.
#[derive(Clone, Debug)]
pub(super) struct Inline<'a> {
    pub(super) at: Range<usize>,
    pub(super) kind: Kind<'a>,
}

#[derive(Clone, Debug)]
pub(super) enum Kind<'a> {
    /// Text; `escaped` if a backslash stands before its first character.
    Text {
        text: CowStr<'a>,
        escaped: bool,
    },
    Code(CowStr<'a>),
    Html(CowStr<'a>),
    Footnote(CowStr<'a>),
    Soft,
    Hard,
    Start(Tag<'a>),
    End,
}

/// Elements inside each other, beyond which nobody reads.
const DEEPEST: usize = 40;
/// How far back a partner is looked for.
const REACH: usize = 32;
/// How many things wait at once.
const MOST_WAITING: usize = 128;

/// The bytes of text that may be markup which the parser does not know.
const MARKS: ByteSet = ByteSet::of(b"[]<=%");

/// Turns the parser's events into what a paragraph consists of.
pub(super) fn resolve<'a>(inlines: Vec<Inline<'a>>, source: &'a str, problems: &mut Problems) -> Vec<Tok> {
    let mut resolver = Resolver {
        source,
        problems,
        out: Vec::with_capacity(inlines.len()),
        open: Vec::new(),
        depth: 0,
        skip: 0,
        refused: false,
        entities: None,
    };
    for (i, inline) in inlines.iter().enumerate() {
        resolver.inline(inline, &inlines[i + 1..]);
    }
    resolver.finish()
}

/// Something that waits for its partner.
struct Open {
    kind: Waiting,
    /// Its place among what is written.
    tok: usize,
}

#[derive(PartialEq, Eq)]
enum Waiting {
    /// An element of the parser's, which always ends; `written` unless it stands too deep.
    Element {
        written: bool,
        image: bool,
        inside: Inside,
    },
    /// `[` at this place.
    Bracket(usize),
    Mark,
    Comment,
    Html(&'static str),
}

/// What becomes of the text inside an element.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Typeset,
    /// The text is an address.
    Verbatim,
    /// The text is the link's own address once more.
    Nothing,
}

/// What is written before all partners are known.
enum Pending {
    Tok(Tok),
    /// A tag without partner so far, as it was written.
    Html {
        raw: String,
        at: Range<usize>,
        name: &'static str,
        attributes: String,
        language: Option<Language>,
    },
}

struct Resolver<'a, 'p> {
    source: &'a str,
    problems: &'p mut Problems,
    out: Vec<Pending>,
    open: Vec<Open>,
    /// How many elements are open.
    depth: usize,
    /// Text up to this place was read as attributes.
    skip: usize,
    /// Whether a tag was refused, so that its end is not worth a message.
    refused: bool,
    /// Non-breaking spaces right before this place that were written as entities, and where they begin.
    entities: Option<Range<usize>>,
}

impl<'a> Resolver<'a, '_> {
    fn inline(&mut self, inline: &Inline<'a>, following: &[Inline<'a>]) {
        let at = inline.at.clone();
        match &inline.kind {
            Kind::Text { text, escaped } => self.text(text, at, *escaped, following),
            Kind::Code(code) => self.push(Tok::Code(code.to_string())),
            Kind::Html(raw) => self.html(raw, at),
            Kind::Footnote(label) => self.push(Tok::Footnote { label: label.to_string(), at }),
            Kind::Soft => self.push(Tok::Soft),
            Kind::Hard => self.push(Tok::Hard),
            Kind::Start(tag) => self.start(tag, at),
            Kind::End => self.end(),
        }
    }

    fn push(&mut self, tok: Tok) {
        self.out.push(Pending::Tok(tok));
    }

    fn push_text(&mut self, text: &str, escaped: bool, at: usize) {
        if !text.is_empty() {
            self.push(Tok::Text { text: text.to_owned(), literal: if escaped { vec![0] } else { Vec::new() }, at });
        }
    }

    fn enter(&mut self, kind: Waiting) {
        self.depth += usize::from(matches!(kind, Waiting::Element { .. } | Waiting::Html(_)));
        self.open.push(Open { kind, tok: self.out.len() });
    }

    /// Gives up all that waits, from this one on.
    fn give_up(&mut self, from: usize) {
        for open in self.open.drain(from..) {
            self.depth -= usize::from(matches!(open.kind, Waiting::Element { .. } | Waiting::Html(_)));
        }
    }

    /// Whether one thing more may wait for its partner.
    fn has_room(&self) -> bool {
        self.open.len() < MOST_WAITING && self.depth < DEEPEST
    }

    fn start(&mut self, tag: &Tag, at: Range<usize>) {
        let image = matches!(tag, Tag::Image { .. });
        let written = self.depth < DEEPEST;
        if !written && !self.problems.has(Code::NestedTooDeep) {
            self.problems.report(Code::NestedTooDeep, at.clone());
        }
        let inside = match tag {
            Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } => Inside::Verbatim,
            Tag::Link { link_type: LinkType::WikiLink { has_pothole: false }, .. } if written => Inside::Nothing,
            _ => Inside::Typeset,
        };
        self.enter(Waiting::Element { written, image, inside });
        if written {
            self.push(opening(tag, at));
        }
    }

    fn end(&mut self) {
        let Some(index) = self.open.iter().rposition(|open| matches!(open.kind, Waiting::Element { .. })) else { return };
        let tok = self.open[index].tok;
        let (written, image) = match self.open[index].kind {
            Waiting::Element { written, image, .. } => (written, image),
            _ => return,
        };
        // What still waits inside has no partner.
        self.give_up(index);
        if image && written {
            self.flatten_image(tok);
        } else if written {
            self.push(Tok::Close);
        }
    }

    /// An image's content becomes its alternative text.
    fn flatten_image(&mut self, tok: usize) {
        let inside: Vec<Tok> = self
            .out
            .drain(tok + 1..)
            .map(|pending| match pending {
                Pending::Tok(tok) => tok,
                Pending::Html { .. } => Tok::Close,
            })
            .collect();
        let words = plain(&inside);
        if let Some(Pending::Tok(Tok::Image(image))) = self.out.get_mut(tok) {
            image.alt = if image.wiki { without_width(&words, &image.address) } else { words.trim().to_owned() };
        }
    }

    fn text(&mut self, text: &str, at: Range<usize>, escaped: bool, following: &[Inline<'a>]) {
        match self.open.last() {
            Some(Open { kind: Waiting::Element { inside: Inside::Verbatim, .. }, .. }) => return self.push(Tok::Verbatim(text.to_owned())),
            Some(Open { kind: Waiting::Element { inside: Inside::Nothing, .. }, .. }) => return,
            _ => {}
        }
        // Entities and the like do not stand for markup.
        if self.source.get(at.clone()) != Some(text) {
            if at.start >= self.skip {
                self.push_text(text, false, at.start);
            }
            if text == "\u{a0}" {
                self.nbsp(at);
            }
            return;
        }
        let mut done = self.skip.clamp(at.start, at.end);
        let mut i = done;
        let bytes = self.source.as_bytes();
        while i < at.end {
            let literal = escaped && i == at.start;
            let length = match bytes[i] {
                _ if literal => 1,
                b'[' if self.has_room() => {
                    self.push_text(&self.source[done..i], escaped && done == at.start, done);
                    self.enter(Waiting::Bracket(i));
                    self.push_text("[", false, i);
                    done = i + 1;
                    1
                }
                b']' => {
                    self.push_text(&self.source[done..i], escaped && done == at.start, done);
                    done = i;
                    if let Some(end) = self.close_bracket(i, at.end, following) {
                        done = end.min(at.end);
                        i = done;
                        continue;
                    }
                    1
                }
                b'<' => match html::residue_tag(&self.source[i..]) {
                    Some(length) if i + length <= at.end || is_text_until(following, at.end, i + length) => {
                        self.push_text(&self.source[done..i], escaped && done == at.start, done);
                        self.pasted(&self.source[i..i + length], i..i + length);
                        self.skip = i + length;
                        done = self.skip.min(at.end);
                        done - i
                    }
                    _ => 1,
                },
                marker @ (b'=' | b'%') => {
                    let run = bytes[i..].iter().take_while(|b| **b == marker).count();
                    if run == 2 && i + 2 <= at.end {
                        self.push_text(&self.source[done..i], escaped && done == at.start, done);
                        done = i;
                        if self.delimiter(marker, i) {
                            done = i + 2;
                        }
                    }
                    run.min(at.end - i)
                }
                // On to the next byte that may mean something.
                _ => MARKS.find(&bytes[..at.end], i + 1).unwrap_or(at.end) - i,
            };
            i += length;
        }
        self.push_text(&self.source[done.min(at.end)..at.end], escaped && done == at.start, done);
    }

    /// Word processors keep spaces apart with chains of `&nbsp;`.
    fn nbsp(&mut self, at: Range<usize>) {
        let chain =
            self.entities.take().filter(|before| self.source.get(before.end..at.start).is_some_and(|between| between.trim().is_empty()));
        if let Some(before) = &chain
            && before.len() < "&nbsp;".len() * 2
        {
            self.pasted("&nbsp;", before.start..at.end);
        }
        self.entities = Some(chain.map_or(at.start, |before| before.start)..at.end);
    }

    /// The nearest thing of a kind that waits, if it can be closed here.
    fn waiting(&self, is: impl Fn(&Waiting) -> bool) -> Option<usize> {
        let nearest = self.open.iter().enumerate().rev().take(REACH);
        nearest.take_while(|(_, open)| !matches!(open.kind, Waiting::Element { .. })).find(|(_, open)| is(&open.kind)).map(|(i, _)| i)
    }

    /// Closes `[` with `]` at a place: the end of its attributes if it is a bracketed part.
    fn close_bracket(&mut self, at: usize, text_end: usize, following: &[Inline<'a>]) -> Option<usize> {
        let index = self.waiting(|waiting| matches!(waiting, Waiting::Bracket(_)))?;
        let &Open { kind: Waiting::Bracket(start), tok } = &self.open[index] else { return None };
        self.give_up(index);
        let inside = &self.source[start + 1..at];
        if let Some(label) = inside.strip_prefix('^')
            && !label.is_empty()
            && label.len() < 100
            && !label.contains(char::is_whitespace)
        {
            self.problems.add(Diagnostic::new(Code::UndefinedFootnote).arg("label", label), start..at + 1);
            return None;
        }
        let name = self.source[at + 1..].strip_prefix('{').and_then(|rest| rest.trim_start_matches(' ').chars().next());
        if !name.is_some_and(char::is_alphabetic) || self.depth >= DEEPEST {
            return None;
        }
        let attributes = attributes::read(self.source, at + 1)?.ok().filter(|attributes| !attributes.list.is_empty())?;
        if !is_text_until(following, text_end, attributes.end) {
            return None;
        }
        let (mut language, mut title) = (None, None);
        for attribute in attributes.list {
            match attribute.name.as_str() {
                "lang" => match attribute.value.parse() {
                    Ok(value) => language = Some(value),
                    Err(_) => self.problems.add(invalid("[…]", "value", &attribute), attribute.at),
                },
                "title" => title = Some(attribute.value),
                _ => self.problems.add(invalid("[…]", "unknown", &attribute).suggest(&attribute.name, ["lang", "title"]), attribute.at),
            }
        }
        self.out[tok] = Pending::Tok(Tok::Open(Element::Part { language, title }));
        self.push(Tok::Close);
        self.skip = attributes.end;
        Some(attributes.end)
    }

    /// `==` or `%%`; whether it was one.
    fn delimiter(&mut self, marker: u8, at: usize) -> bool {
        let spaced = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let before = self.source[..at].chars().next_back();
        let after = self.source[at + 2..].chars().next();
        let kind = if marker == b'=' { Waiting::Mark } else { Waiting::Comment };
        let closing = if marker == b'=' { !spaced(before) } else { true };
        if closing && let Some(index) = self.waiting(|waiting| *waiting == kind) {
            let tok = self.open[index].tok;
            self.give_up(index);
            if marker == b'=' {
                self.out[tok] = Pending::Tok(Tok::Open(Element::Mark));
                self.push(Tok::Close);
            } else {
                self.out.truncate(tok);
            }
            return true;
        }
        let opens = if marker == b'=' { !spaced(after) } else { !before.is_some_and(char::is_alphanumeric) };
        if opens && self.has_room() {
            self.enter(kind);
            self.push_text(if marker == b'=' { "==" } else { "%%" }, false, at);
            return true;
        }
        false
    }

    fn finish(mut self) -> Vec<Tok> {
        let pending = std::mem::take(&mut self.out);
        let mut toks: Vec<Tok> = Vec::with_capacity(pending.len());
        // For each open element: whether it is a ruby, and whether it is written.
        let mut open: Vec<(bool, bool)> = Vec::new();
        for one in pending {
            match &one {
                Pending::Tok(Tok::Open(element)) => {
                    let is = |wanted: &str| matches!(element, Element::Html { name, .. } if *name == wanted);
                    // The `<ruby>` around it was never closed.
                    let stray = (is("rt") || is("rp")) && !open.last().is_some_and(|(ruby, _)| *ruby);
                    open.push((is("ruby"), !stray));
                    if stray {
                        continue;
                    }
                }
                Pending::Tok(Tok::Close) if open.pop().is_some_and(|(_, written)| !written) => continue,
                _ => {}
            }
            match one {
                Pending::Tok(Tok::Text { text, literal, at }) => match toks.last_mut() {
                    Some(Tok::Text { text: last, literal: last_literal, .. }) => {
                        last_literal.extend(literal.iter().map(|at| at + last.len()));
                        last.push_str(&text);
                    }
                    _ => toks.push(Tok::Text { text, literal, at }),
                },
                Pending::Tok(tok) => toks.push(tok),
                Pending::Html { raw, at, name, .. } => {
                    self.refuse(name, at);
                    toks.push(Tok::Verbatim(raw));
                }
            }
        }
        toks
    }
}

/// The words of `![[file|words|300]]`: the file's own name and a width are none.
fn without_width(words: &str, address: &str) -> String {
    let is_width = |part: &str| part.starts_with(|c: char| c.is_ascii_digit()) && part.bytes().all(|b| b.is_ascii_digit() || b == b'x');
    let words = match words.rsplit_once('|') {
        Some((words, width)) if is_width(width.trim()) => words,
        _ if is_width(words.trim()) => "",
        _ => words,
    };
    if words == address { String::new() } else { words.trim().to_owned() }
}

fn opening(tag: &Tag, at: Range<usize>) -> Tok {
    let is_wiki = |link_type: &LinkType| matches!(link_type, LinkType::WikiLink { .. });
    Tok::Open(match tag {
        Tag::Strong => Element::Strong,
        Tag::Strikethrough => Element::Strikethrough,
        Tag::Link { link_type, dest_url, title, .. } => Element::Link(Link {
            address: if *link_type == LinkType::Email { format!("mailto:{dest_url}") } else { dest_url.to_string() },
            wiki: is_wiki(link_type),
            bare: *link_type == LinkType::WikiLink { has_pothole: false },
            title: title.to_string(),
            at,
        }),
        Tag::Image { link_type, dest_url, title, .. } => {
            let image = Image { address: dest_url.to_string(), wiki: is_wiki(link_type), alt: String::new(), title: title.to_string(), at };
            return Tok::Image(image);
        }
        _ => Element::Emphasis,
    })
}

/// Whether text alone stands from one place to another, so that it can be taken for attributes.
fn is_text_until(following: &[Inline], mut at: usize, end: usize) -> bool {
    for inline in following {
        if at >= end || inline.at.start >= end {
            break;
        }
        match inline.kind {
            Kind::Text { .. } => at = inline.at.end,
            _ => return false,
        }
    }
    true
}
