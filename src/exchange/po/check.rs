//! What a translation must have in common with its source: links, images, placeholders, footnotes, code, columns, line ends.

use std::collections::{BTreeMap, BTreeSet};

use super::bitext::Version;
use crate::document::units::{Unit, UnitKind};

/// What must not differ, as the word of the message `po-refused`.
pub type Rule = &'static str;

/// Compares what the words alone tell, before they stand in their text.
pub fn words(source: &str, target: &str) -> Option<Rule> {
    if target.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        return Some("control");
    }
    if placeholders(source) != placeholders(target) {
        return Some("placeholders");
    }
    if footnotes(source) != footnotes(target) {
        return Some("footnotes");
    }
    if block_id(source) != block_id(target) {
        return Some("block-id");
    }
    if hides(source, target) {
        return Some("comment");
    }
    if tags(source) != tags(target) {
        return Some("html");
    }
    let breaks = |text: &str| text.matches("\\\n").count();
    // A line end that is none, or one more or less that is one.
    if breaks(source) != breaks(target) || target.matches('\n').count() != breaks(target) {
        return Some("lines");
    }
    None
}

/// The name at the end of a block, as links use it: ` ^name`.
pub fn block_id(text: &str) -> Option<&str> {
    let (before, id) = text.trim_end().rsplit_once('^')?;
    let is_id = id.contains(char::is_alphabetic) && id.chars().all(|c| c.is_alphanumeric() || c == '-');
    (is_id && (before.is_empty() || before.ends_with([' ', '\t', '\n']))).then_some(id)
}

/// Whether a comment begins or ends in it that does not do so in the source: it could hide all up to another one.
fn hides(source: &str, target: &str) -> bool {
    let count = |text: &str, mark: &str| text.matches(mark).count();
    ["%%", "<!--", "-->"].into_iter().any(|mark| count(source, mark) != count(target, mark))
}

/// Whether words begin with what would be a mark at the beginning of a block, where it is none: it would be shown to readers. Of paragraphs
/// and rows the text itself tells.
pub fn begins_with_mark(kind: UnitKind, words: &str) -> bool {
    let looked_at = !matches!(kind, UnitKind::Paragraph | UnitKind::Row | UnitKind::Code | UnitKind::Html);
    let Some((mark, _)) = words.trim_start().split_once(' ').filter(|_| looked_at) else { return false };
    let heading = (1..=6).contains(&mark.len()) && mark.bytes().all(|byte| byte == b'#');
    let is_box = words.trim_start().starts_with("[ ] ") || ["[x]", "[X]"].contains(&mark);
    heading || is_box || ["-", "*", "+", ">"].contains(&mark)
}

/// Whether a link leads to a heading that neither the source names nor the translation has.
pub fn anchors(source: &str, words: &str, base: &Version, result: &Version) -> bool {
    let known: BTreeSet<&str> = fragments(source).into_iter().collect();
    let mut new = fragments(words).into_iter().filter(|name| !known.contains(name)).peekable();
    if new.peek().is_none() {
        return false;
    }
    let there: BTreeSet<&str> = fragments(&base.text.text).into_iter().collect();
    let headings = result.units.list.iter().filter(|unit| matches!(unit.kind, UnitKind::Heading(_)));
    let plain = |words: &str| words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    let headings: BTreeSet<String> = headings.map(|unit| plain(&unit.meaning).to_lowercase()).collect();
    let text = &*result.text.text;
    let stated = |name: &str| text.contains(&format!("{{#{name}")) || text.contains(&format!("^{name}\n"));
    new.any(|name| !there.contains(name) && !headings.contains(&plain(name).to_lowercase()) && !stated(name))
}

/// What links name behind a `#`, but for those that lead out of the site.
fn fragments(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (open, close) in [("](", [')', ' ']), ("[[", [']', '|'])] {
        for rest in text.split(open).skip(1) {
            let address = rest.split(close).next().unwrap_or_default();
            found.extend(address.split_once('#').filter(|_| !address.contains("://")).map(|(_, name)| name.trim_end_matches('>')));
        }
    }
    found
}

/// Compares a unit with its source, both in their texts.
pub fn units(source: &Unit, target: &Unit) -> Option<Rule> {
    if !source.kind.is_like(target.kind) {
        let headings = matches!((source.kind, target.kind), (UnitKind::Heading(_), UnitKind::Heading(_)));
        return Some(if headings { "heading" } else { "kind" });
    }
    None
}

/// Compares what several units link to, show and quote to the letter with what their sources do.
pub fn contents(source: &[Unit], target: &[Unit]) -> Option<Rule> {
    let references = |units: &[Unit], image: bool| {
        let names = units.iter().flat_map(|unit| &unit.references).filter(|reference| reference.image == image);
        count(names.map(|reference| reference.name.clone()))
    };
    for (image, rule) in [(true, "images"), (false, "links")] {
        if references(source, image) != references(target, image) {
            return Some(rule);
        }
    }
    let code = |units: &[Unit]| count(units.iter().flat_map(|unit| unit.meaning.split('\u{1}').skip(1).step_by(2)).map(str::to_owned));
    if code(source) != code(target) {
        return Some("code");
    }
    let notes = |units: &[Unit]| units.iter().map(|unit| unit.meaning.matches('\u{5}').count()).sum::<usize>();
    if notes(source) != notes(target) {
        return Some("footnotes");
    }
    None
}

fn count(names: impl Iterator<Item = String>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    counts
}

/// What stands in braces and is no prose: `{name}`, `{.class}`, `{lang=en}`.
pub fn placeholders(text: &str) -> BTreeMap<String, usize> {
    count(between(text, '{', '}').filter(|inner| is_code(inner)).map(str::to_owned))
}

fn is_code(inner: &str) -> bool {
    let word = |c: char| c.is_ascii_alphanumeric() || "_-.$%:#".contains(c);
    !inner.is_empty() && (inner.chars().all(word) || inner.contains('=') || inner.starts_with(['.', '#']))
}

fn footnotes(text: &str) -> BTreeMap<String, usize> {
    count(between(text, '[', ']').filter(|inner| inner.starts_with('^')).map(str::to_owned))
}

/// Names of tags, as in `<kbd>`; not addresses.
fn tags(text: &str) -> BTreeMap<String, usize> {
    let name = |inner: &str| inner.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default().to_ascii_lowercase();
    let is_tag = |inner: &&str| inner.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic()) && !inner.contains([':', '@']);
    count(between(text, '<', '>').filter(is_tag).map(name))
}

/// What stands between two characters without either of them inside; code spans count as well: they are not translated.
fn between(text: &str, open: char, close: char) -> impl Iterator<Item = &str> {
    text.split(open).skip(1).filter_map(move |rest| rest.split_once(close)).map(|(inner, _)| inner).filter(|inner| !inner.contains('\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_must_stay_is_counted() {
        for (source, target, expected) in [
            ("Hello {name}", "Ciao {name}", None),
            ("Hello {name}", "Ciao {nome}", Some("placeholders")),
            ("[part]{lang=en}", "[parte]{lang=it}", Some("placeholders")),
            ("A thought {or two}", "Un pensiero {o due}", None),
            ("A note[^1]", "Una nota", Some("footnotes")),
            ("Press <kbd>A</kbd>", "Premi A", Some("html")),
            ("<https://a.example>", "https://a.example", None),
            ("one\\\ntwo", "uno\\\ndue", None),
            ("one\\\ntwo", "uno due", Some("lines")),
            ("one two", "uno\ndue", Some("lines")),
            ("one", "u\u{0}no", Some("control")),
            ("A box. ^box", "Una scatola. ^box", None),
            ("A box. ^box", "Una scatola.", Some("block-id")),
            ("A box. ^box", "Una scatola. ^scatola", Some("block-id")),
            ("A box.", "Una scatola. ^box", Some("block-id")),
            ("x ^2", "y ^2", None),
            ("one", "%% uno", Some("comment")),
            ("one", "uno %%", Some("comment")),
            ("one", "uno %% due %%", Some("comment")),
            ("one %%two%%", "uno %%due%%", None),
            ("one %%two%%", "uno %%due", Some("comment")),
            ("one", "uno <!--", Some("comment")),
        ] {
            assert_eq!(words(source, target), expected, "{source} / {target}");
        }
    }
}
