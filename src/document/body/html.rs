//! Raw HTML: which tags of a text may stand.
//!
//! The tags are split as a browser would split them; what is let through is written anew from its name and its checked attributes, so that
//! no byte of an author's tag reaches a page as it was written. Whether tags are balanced is [`inline`](mod@super::inline)'s business.

use std::ops::Range;

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::writer::escape;
use crate::base::language::Language;

/// A part of raw HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Text, its entities resolved.
    Text(String),
    /// A tag.
    Tag(Tag),
}

/// A tag, judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// An allowed element begins: its name and its attributes, ready to be written.
    Open { name: &'static str, attributes: String, language: Option<Language> },
    /// An allowed element without content.
    Void { name: &'static str, attributes: String },
    /// An allowed element ends.
    Close(&'static str),
    /// A comment.
    Comment,
    /// An ending of what was refused: not worth a message of its own.
    RefusedEnd,
    /// Everything else, by its name.
    Refused(String),
}

/// A part and its place in the raw HTML. `residue` names what a word processor left in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Judged {
    pub(super) at: Range<usize>,
    pub(super) part: Part,
    pub(super) residue: Option<String>,
}

/// Elements of a running text.
const PHRASING: &[&str] = &[
    "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp",
    "small", "span", "strong", "sub", "sup", "u", "var",
];
const VOID: &[&str] = &["br", "hr", "wbr"];
/// Elements that stand between paragraphs.
const BLOCKS: &[&str] = &["details", "hr", "summary"];

/// Whether the element stands between paragraphs rather than in one.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

/// Splits raw HTML and judges its tags.
pub(super) fn judge(raw: &str) -> Vec<Judged> {
    let mut out: Vec<Judged> = Vec::new();
    let mut add = |at: Range<usize>, part, residue| {
        // Several texts can follow each other.
        if let (Part::Text(text), Some(Judged { part: Part::Text(last), at: last_at, .. })) = (&part, out.last_mut()) {
            last.push_str(text);
            last_at.end = at.end;
            return;
        }
        out.push(Judged { at, part, residue });
    };
    for token in Tokenizer::new_with_emitter(raw, DefaultEmitter::<usize>::new_with_span()) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let (tag_part, residue) = start_tag(&tag);
                add(tag.span.start..tag.span.end, Part::Tag(tag_part), residue);
            }
            Token::EndTag(tag) => {
                let name = lossy(&tag.name);
                let (part, residue) = match allowed(&name) {
                    Some(name) if !VOID.contains(&name) => (Tag::Close(name), None),
                    _ => (Tag::RefusedEnd, is_residue_element(&name).then_some(name)),
                };
                add(tag.span.start..tag.span.end, Part::Tag(part), residue);
            }
            Token::String(text) => add(text.span.start..text.span.end, Part::Text(lossy(&text.value)), None),
            Token::Comment(comment) => {
                let at = comment.span.start..comment.span.end;
                let (part, residue) = comment_like(raw.get(at.clone()).unwrap_or_default(), &lossy(&comment.value));
                add(at, Part::Tag(part), residue);
            }
            Token::Doctype(doctype) => add(doctype.span.start..doctype.span.end, Part::Tag(Tag::Refused("!DOCTYPE".into())), None),
            Token::Error(_) => {}
        }
    }
    out
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn allowed(name: &str) -> Option<&'static str> {
    [PHRASING, VOID, BLOCKS].into_iter().flatten().find(|allowed| **allowed == name).copied()
}

fn start_tag(tag: &StartTag<usize>) -> (Tag, Option<String>) {
    let name = lossy(&tag.name);
    let Some(known) = allowed(&name) else {
        let residue = is_residue_element(&name).then(|| name.clone());
        return (Tag::Refused(name), residue);
    };
    let mut attributes = String::new();
    let mut residue = None;
    for (attribute, value) in &tag.attributes {
        let (attribute, value) = (lossy(attribute), lossy(value));
        if is_residue_attribute(&attribute, &value) {
            residue = Some(format!("{attribute}="));
            continue;
        }
        let Some(value) = attribute_value(known, &attribute, &value) else {
            return (Tag::Refused(format!("{name} {attribute}")), None);
        };
        attributes.push(' ');
        attributes.push_str(&attribute);
        attributes.push_str("=\"");
        escape(&value, &mut attributes);
        attributes.push('"');
    }
    // A direction that is not said would make the element pointless, and the page invalid.
    if known == "bdo" && !attributes.contains(" dir=") {
        return (Tag::Refused(name), residue);
    }
    let void = VOID.contains(&known);
    if tag.self_closing && !void {
        return (Tag::Refused(name), residue);
    }
    if void {
        return (Tag::Void { name: known, attributes }, residue);
    }
    let language = tag.attributes.get(&b"lang"[..]).and_then(|value| lossy(value).parse().ok());
    (Tag::Open { name: known, attributes, language }, residue)
}

/// The value as it may be written; `None` if the element does not take such an attribute.
fn attribute_value(element: &str, attribute: &str, value: &str) -> Option<String> {
    match attribute {
        "lang" => value.parse::<Language>().ok().map(|language| language.to_string()),
        "dir" => {
            let value = value.to_ascii_lowercase();
            let auto = value == "auto" && element != "bdo";
            (auto || value == "ltr" || value == "rtl").then_some(value)
        }
        "title" => Some(value.to_owned()),
        "datetime" => (matches!(element, "ins" | "del") && value.parse::<jiff::civil::Date>().is_ok()).then(|| value.to_owned()),
        "open" => (element == "details").then(String::new),
        _ => None,
    }
}

/// Elements that word processors and old web pages leave behind.
fn is_residue_element(name: &str) -> bool {
    name.contains(':') || matches!(name, "font" | "center" | "meta" | "o" | "big" | "tt")
}

/// The length of a tag such as `<o:p>` or `</st1:place>` at the beginning of a text: Markdown takes it for no HTML, because of its colon.
pub(super) fn residue_tag(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('<')?;
    let inside = inside.strip_prefix('/').unwrap_or(inside);
    let word = |text: &str| text.bytes().take(20).take_while(u8::is_ascii_alphanumeric).count();
    let prefix = word(inside);
    let name = inside.get(prefix..)?.strip_prefix(':')?;
    let after = name.get(word(name)..)?;
    let end = after.strip_prefix('/').unwrap_or(after).strip_prefix('>')?;
    (prefix > 0 && after.len() < name.len()).then(|| text.len() - end.len())
}

fn is_residue_attribute(attribute: &str, value: &str) -> bool {
    let class = attribute == "class" && ["Mso", "mso", "Apple-", "gmail", "docs-"].iter().any(|prefix| value.starts_with(prefix));
    class || attribute == "style" || attribute.starts_with("data-") || attribute.contains(':')
}

/// Comments, and what browsers take for one: processing instructions and Word's `<![if …]>`.
fn comment_like(raw: &str, value: &str) -> (Tag, Option<String>) {
    let word = value.trim_start().starts_with("[if") || value.trim_start().starts_with("[endif") || value.starts_with("?xml");
    let residue = (word || value.contains("StartFragment")).then(|| raw.chars().take(20).collect());
    match raw {
        raw if raw.starts_with("<!--") || residue.is_some() => (Tag::Comment, residue),
        raw => (Tag::Refused(raw.trim_start_matches('<').chars().take(12).collect()), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(raw: &str) -> Vec<Tag> {
        let tag = |judged: Judged| match judged.part {
            Part::Tag(tag) => Some(tag),
            Part::Text(_) => None,
        };
        judge(raw).into_iter().filter_map(tag).collect()
    }

    fn residue(raw: &str) -> bool {
        judge(raw).iter().any(|judged| judged.residue.is_some())
    }

    #[test]
    fn a_part_has_its_exact_place() {
        let raw = "ёж <b>да</b><!-- что --> &amp; нет";
        let parts: Vec<&str> = judge(raw).into_iter().map(|judged| &raw[judged.at]).collect();
        assert_eq!(parts, ["ёж ", "<b>", "да", "</b>", "<!-- что -->", " &amp; нет"]);
    }

    #[test]
    fn an_allowed_tag_is_written_anew() {
        let open = |attributes: &str| vec![Tag::Open { name: "span", attributes: attributes.into(), language: "pt-BR".parse().ok() }];
        assert_eq!(tags("<SPAN LANG=pt-br title='«\"»'>"), open(" lang=\"pt-BR\" title=\"«&quot;»\""));
        assert_eq!(tags("<br/>"), [Tag::Void { name: "br", attributes: String::new() }]);
        assert_eq!(tags("</em>"), [Tag::Close("em")]);
    }

    #[test]
    fn other_elements_and_attributes_are_refused() {
        for raw in [
            "<script>",
            "<img src=x>",
            "<b onclick=alert(1)>",
            "<a href=x>",
            "<span lang=???>",
            "<b/>",
            "<bdo>",
            "<details class=x>",
            "<ins datetime=yesterday>",
            "<!DOCTYPE html>",
            "<?php x ?>",
            "<![CDATA[x]]>",
        ] {
            assert!(tags(raw).iter().all(|tag| matches!(tag, Tag::Refused(_))), "{raw}: {:?}", tags(raw));
        }
    }

    #[test]
    fn what_word_processors_leave_is_recognised() {
        for raw in [
            "<o:p>",
            "</o:p>",
            "<font size=2>",
            "<span style='color:red'>",
            "<span class=MsoNormal>",
            "<!--[if gte mso 9]>x<![endif]-->",
            "<![if !x]>",
        ] {
            assert!(residue(raw), "{raw}");
        }
        assert!(!residue("<!-- note -->") && !residue("<span class=big>") && !residue("<b>"));
        assert_eq!(tags("<b style=x title=я>"), [Tag::Open { name: "b", attributes: " title=\"я\"".into(), language: None }]);
    }
}
