//! Texts that nobody would write: the parser must stand them all.

use std::collections::BTreeSet;

use html5gum::{Token, Tokenizer};
use proptest::prelude::*;

use super::super::{ParsedBody, inline};
use super::{language, read, read_as};
use crate::document::Piece;
use crate::document::typography::plain;

/// The pieces as HTML, with something valid in every hole.
pub(super) fn filled(pieces: &[Piece]) -> String {
    let one = |piece: &Piece| match piece {
        Piece::Html(html) => html.clone(),
        Piece::Open(_) => "<a href=\"x.html\">".to_owned(),
        Piece::Close(_) => "</a>".to_owned(),
        Piece::Title(_) => "Title".to_owned(),
        Piece::Asset(_) => "asset.bin".to_owned(),
        Piece::Picture(_) => " src=\"picture.png\" width=\"4\" height=\"3\"".to_owned(),
        Piece::Poster(_) => " poster=\"picture.png\" width=\"4\" height=\"3\"".to_owned(),
        Piece::Tracks(..) => "<track kind=\"captions\" srclang=\"es\" label=\"Español\" src=\"a.vtt\">".to_owned(),
        Piece::Message(id, args) => {
            let args: String = args.iter().map(|(_, value)| format!(" {value}")).collect();
            super::super::writer::escaped(&format!("{id}{args}"))
        }
        Piece::Facilitator(pieces) => filled(pieces),
    };
    pieces.iter().map(one).collect()
}

const VOID: &[&str] = &["br", "hr", "wbr", "img", "input", "track"];
const NOT_IN_P: &[&str] = &[
    "p",
    "div",
    "ul",
    "ol",
    "dl",
    "table",
    "figure",
    "blockquote",
    "details",
    "section",
    "fieldset",
    "pre",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
];
const KNOWN: &[&str] = &[
    "a",
    "abbr",
    "audio",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "cite",
    "code",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "fieldset",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "input",
    "ins",
    "kbd",
    "label",
    "legend",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "track",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
];

/// What is wrong with some HTML, as far as this program could make it wrong.
fn flaw(html: &str) -> Option<String> {
    let mut open: Vec<String> = Vec::new();
    let mut ids = BTreeSet::new();
    for token in Tokenizer::new(html) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                if !KNOWN.contains(&name.as_str()) {
                    return Some(format!("<{name}>"));
                }
                if let Some(parent) = open.iter().find(|parent| matches!(parent.as_str(), "p" | "summary" | "legend" | "label" | "a"))
                    && NOT_IN_P.contains(&name.as_str())
                {
                    return Some(format!("<{name}> in <{parent}>"));
                }
                if name == "a" && open.contains(&name) || name == "label" && open.contains(&name) {
                    return Some(format!("<{name}> in itself"));
                }
                for (attribute, value) in &tag.attributes {
                    let (attribute, value) = (String::from_utf8_lossy(attribute), String::from_utf8_lossy(value));
                    if attribute.starts_with("on") || attribute == "style" {
                        return Some(format!("{attribute}="));
                    }
                    if attribute == "id" && (value.is_empty() || value.contains(char::is_whitespace) || !ids.insert(value.to_string())) {
                        return Some(format!("id {value:?}"));
                    }
                }
                if !VOID.contains(&name.as_str()) {
                    open.push(name);
                }
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                if open.pop().as_deref() != Some(&name) {
                    return Some(format!("</{name}>"));
                }
            }
            Token::Comment(_) | Token::Doctype(_) => return Some("a comment".into()),
            Token::Error(error) => return Some(format!("{}", error.value)),
            Token::String(_) => {}
        }
    }
    (!open.is_empty()).then(|| format!("{open:?} left open"))
}

/// What holds for any text.
fn judge(source: &str, parsed: &ParsedBody) -> Result<(), String> {
    let on_borders = |span: crate::base::text::Span| source.get(span.range()).is_some();
    if let Some(link) = parsed.face.links.iter().find(|link| !on_borders(link.span)) {
        return Err(format!("{link:?}"));
    }
    if let Some(asset) = parsed.face.assets.iter().find(|asset| !on_borders(asset.span)) {
        return Err(format!("{asset:?}"));
    }
    if let Some(heading) = parsed.face.headings.iter().find(|heading| !on_borders(heading.span) || heading.anchor.starts_with('_')) {
        return Err(format!("{heading:?}"));
    }
    if parsed.problems.iter().any(|problem| problem.code == crate::base::diagnostic::Code::MarkdownFailed) {
        return Err("the parser panicked".into());
    }
    match flaw(&filled(&parsed.body.pieces)) {
        Some(flaw) => Err(flaw),
        None => Ok(()),
    }
}

const FRAGMENTS: &[&str] = &[
    "слово",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "# ",
    "## Ход {#ход}",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```\n",
    "==",
    "%%",
    "[",
    "]",
    "](",
    ")",
    "[[",
    "]]",
    "|",
    "!",
    "![[a.png]]",
    "![ё](b.png \"t\")",
    "[[x#y|z]]",
    "[^1]",
    "\n[^1]: ",
    "{lang=en}",
    "{#id}",
    "<b>",
    "</b>",
    "<span lang=en>",
    "</span>",
    "<details>",
    "</details>",
    "<summary>",
    "</summary>",
    "<div>",
    "<br>",
    "<hr>",
    "<!--",
    "-->",
    "<ruby>",
    "<rt>",
    "</rt>",
    "</ruby>",
    "<script>",
    "<o:p>",
    "<?",
    "?>",
    "&nbsp;",
    "&lt;",
    "\\",
    "\"",
    "'",
    "--",
    "...",
    "- ",
    "- [ ] ",
    "- [x] ",
    "1. ",
    "> ",
    "> [!note]- ",
    "    ",
    "\t",
    "|a|b|\n|-|-|\n",
    ": ",
    "\n: ",
    " ^id",
    "\n:::\n",
    "\n::::\n",
    "\n:::note\n",
    "\n::::quote{lang=en by=\"Ё\"}\n",
    "\n:::rendering\n",
    "\n:::quiz{id=q}\n",
    "\n:::checklist\n",
    "\n:::facilitator\n",
    "\n:::video{src=a.mp4 captions=a.es.vtt}\n",
    "https://a.example",
    "<https://a.example>",
    "[x](javascript:x)",
    "\u{0}",
    "\u{301}",
    "שלום",
    "\u{1f600}",
];

fn texts() -> impl Strategy<Value = String> {
    let fragment = prop_oneof![
        8 => proptest::sample::select(FRAGMENTS).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(fragment, 0..40).prop_map(|fragments| fragments.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_becomes_well_formed_html_with_places_on_character_borders(source in texts()) {
        let parsed = read(&source);
        prop_assert_eq!(judge(&source, &parsed), Ok(()));
        prop_assert_eq!(flaw(&inline(&source, language("fr")).0), None);
    }

    #[test]
    fn typography_changes_no_letter(text in "[а-яa-z0-9 \"'.,—-]{0,60}", tag in proptest::sample::select(&["ru", "fr", "en", "de", "he"][..])) {
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        prop_assert_eq!(letters(&plain(&text, language(tag))), letters(&text));
    }
}

/// Each must be read in a time that grows no faster than its length; a quadratic reader would take minutes.
#[test]
fn endless_repetitions_are_read_quickly() {
    let openings = [
        ">",
        "> ",
        "- ",
        "1. ",
        "[",
        "[[",
        "[[a",
        "[[a|",
        "![[",
        "![",
        "*",
        "*a",
        "**a *b ",
        "_a __b ",
        "==",
        "==a ",
        "%%",
        "%%a ",
        "`",
        "<",
        "<b>",
        "<b",
        "<!--",
        "<? ",
        "<details>\n",
        "<details>\n\n",
        "<span lang=en>",
        "[^a",
        "[^a]: ",
        "[^a] ",
        "\n:::note\n",
        "\n:::\n",
        ":::",
        "[a]{",
        "[a]{lang=en ",
        "[a]{lang=en}",
        "\"",
        "\" \"a ",
        "'a ",
        "«",
        "«\"»",
        "» ",
        "--",
        "...",
        "&",
        "&nbsp;",
        "^a ",
        "| ",
        "|a",
        "a\n: ",
        "\n# a\n",
        "# ^",
        "$",
        "$a$",
        "www.",
        "a@",
        "://",
        " — ",
        "в ",
        "{",
        "}",
        "](",
        "[](",
        "[a](<",
        "> [!note] a\n",
        "- [ ] a\n",
        "\n\n%%",
        "\\",
        "\u{301}",
        "![[a.png]]",
        "</b>",
        "<b></i>",
        "\n```\n",
        "    ",
        "\t",
        "\r\n",
        "\n",
    ];
    for opening in openings {
        let source = opening.repeat(50_000 / opening.len());
        let parsed = read(&source);
        assert_eq!(judge(&source, &parsed), Ok(()), "{opening:?}");
    }
    let nested = format!("{}{}", "- ".repeat(99), "\n".repeat(200_000));
    assert_eq!(judge(&nested, &read(&nested)), Ok(()));
    let closed = format!("{}{}", "[".repeat(100_000), "]{lang=en}".repeat(10_000));
    assert_eq!(judge(&closed, &read_as("en", &closed)), Ok(()));
}
