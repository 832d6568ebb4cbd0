//! Where in a text the address of a link stands, for whoever changes it there and nowhere else.

use std::ops::Range;

use super::links::{Destination, markdown, wiki};
use crate::base::language::Language;
use crate::document::Target;

/// How an address is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// In double brackets: from `content/` on, or by a tail.
    Wiki,
    /// As in `[words](address)`: from the text's own folder on.
    Relative,
}

/// What an address is known to name.
#[derive(Clone, Copy, Debug)]
pub enum Named<'a> {
    /// A page.
    Target(&'a Target),
    /// A file, as [`crate::document::Asset`] names it.
    Asset(&'a str),
}

/// The address of a link or an asset: within its span, or, for `[words][label]`, in the label's definition. The folder is the text's.
pub fn address(source: &str, span: Range<usize>, folder: &str, languages: &[Language], named: Named<'_>) -> Option<(Form, Range<usize>)> {
    let means = |form: Form, range: &Range<usize>| {
        let raw = source.get(range.clone())?;
        let found = match form {
            Form::Wiki => wiki(raw, languages),
            Form::Relative => markdown(raw, folder),
        };
        match (found.ok()?, named) {
            (Destination::Link(found), Named::Target(wanted)) => (found == *wanted).then_some(()),
            (Destination::Asset { path: found, .. }, Named::Asset(wanted)) => (found == wanted).then_some(()),
            _ => None,
        }
    };
    let part = source.get(span.clone())?;
    let mut candidates = Vec::new();
    for opening in ["[[", "![["] {
        if let Some(inside) = part.strip_prefix(opening) {
            let end = inside.find(['|', ']']).unwrap_or(inside.len());
            candidates.push((Form::Wiki, trimmed(source, span.start + opening.len()..span.start + opening.len() + end)));
        }
    }
    candidates.extend(part.rmatch_indices("](").map(|(at, _)| (Form::Relative, destination(source, span.start + at + 2, span.end))));
    candidates.extend(quoted(part).map(|range| (Form::Relative, range.start + span.start..range.end + span.start)));
    let within = candidates.into_iter().find(|(form, range)| means(*form, range).is_some());
    within.or_else(|| {
        let label = part.strip_suffix("[]").unwrap_or(part).trim_end_matches(']').rsplit('[').next()?.to_lowercase();
        definitions(source)
            .filter(|(name, _)| *name == label)
            .map(|(_, range)| (Form::Relative, range))
            .find(|(form, range)| means(*form, range).is_some())
    })
}

fn trimmed(source: &str, range: Range<usize>) -> Range<usize> {
    let part = &source[range.clone()];
    let start = range.start + part.len() - part.trim_start().len();
    start..(range.start + part.trim_end().trim_end_matches('\\').trim_end().len()).max(start)
}

/// The destination that begins here: between `<` and `>`, else to the first space or closing parenthesis.
fn destination(source: &str, from: usize, end: usize) -> Range<usize> {
    let part = &source[from..end.max(from)];
    let start = from + part.len() - part.trim_start().len();
    let part = &source[start..end.max(start)];
    if let Some(inside) = part.strip_prefix('<') {
        return start + 1..start + 1 + inside.find('>').unwrap_or(inside.len());
    }
    let mut depth = 0_usize;
    for (at, c) in part.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return start..start + at,
            ')' => depth -= 1,
            c if c.is_whitespace() => return start..start + at,
            _ => {}
        }
    }
    start..start + part.len()
}

/// What stands in quotes or behind `=`, as in the attributes of directives.
fn quoted(part: &str) -> impl Iterator<Item = Range<usize>> {
    part.match_indices('=').map(|(at, _)| {
        let start = at + 1;
        let rest = &part[start..];
        match rest.chars().next().filter(|c| matches!(c, '"' | '\'')) {
            Some(quote) => start + 1..start + 1 + rest[1..].find(quote).unwrap_or(rest.len() - 1),
            None => start..start + rest.find(|c: char| c.is_whitespace() || c == '}').unwrap_or(rest.len()),
        }
    })
}

/// `[label]: address`, the labels in lower case.
fn definitions(source: &str) -> impl Iterator<Item = (String, Range<usize>)> {
    let mut at = 0;
    source.split_inclusive('\n').filter_map(move |line| {
        let start = at;
        at += line.len();
        let inside = line.trim_start().strip_prefix('[')?;
        let (label, _) = inside.split_once("]:")?;
        let address = start + line.len() - inside.len() + label.len() + 2;
        Some((label.to_lowercase(), destination(source, address, start + line.trim_end().len())))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(source: &str, folder: &str, named: Named<'_>) -> Option<(Form, String)> {
        let languages = ["es".parse().unwrap()];
        let end = source.find('\n').unwrap_or(source.len());
        address(source, 0..end, folder, &languages, named).map(|(form, range)| (form, source[range].to_owned()))
    }

    #[test]
    fn an_address_is_found_in_every_way_of_writing() {
        let work = |reference: &str| Target::Work { reference: reference.to_owned(), heading: None };
        let file = |path: &str| Target::File { path: path.to_owned(), heading: None };
        for (source, target, expected) in [
            ("[[lamp]]", work("lamp"), Some((Form::Wiki, "lamp"))),
            ("[[ a/lamp |the [lamp]]]", work("a/lamp"), Some((Form::Wiki, "a/lamp"))),
            ("[[lamp\\|words]]", work("lamp"), Some((Form::Wiki, "lamp"))),
            ("[a](lamp.es.md)", file("s/lamp.es.md"), Some((Form::Relative, "lamp.es.md"))),
            ("[a](<a lamp.es.md> \"b](c\")", file("s/a lamp.es.md"), Some((Form::Relative, "a lamp.es.md"))),
            ("[![i](i.png)](../lamp.es.md \"x\")", file("lamp.es.md"), Some((Form::Relative, "../lamp.es.md"))),
            ("[a](la(m)p.es.md)", file("s/la(m)p.es.md"), Some((Form::Relative, "la(m)p.es.md"))),
            ("[a][L]\n\n[l]: lamp.es.md\n", file("s/lamp.es.md"), Some((Form::Relative, "lamp.es.md"))),
            ("[l][]\n\n[l]: <lamp.es.md> 'x'\n", file("s/lamp.es.md"), Some((Form::Relative, "lamp.es.md"))),
            ("[l]\n\n[l]: other.es.md\n", file("s/lamp.es.md"), None),
        ] {
            assert_eq!(found(source, "s", Named::Target(&target)), expected.map(|(form, raw)| (form, raw.to_owned())), "{source}");
        }
        for (source, path, expected) in [
            ("![[a.png]]", "a.png", (Form::Wiki, "a.png")),
            ("![a](b/a.png)", "s/b/a.png", (Form::Relative, "b/a.png")),
            (":::video{src=a.mp4 poster=\"b c.jpg\"}", "s/a.mp4", (Form::Relative, "a.mp4")),
            (":::video{src=a.mp4 poster=\"b c.jpg\"}", "s/b c.jpg", (Form::Relative, "b c.jpg")),
        ] {
            assert_eq!(found(source, "s", Named::Asset(path)), Some((expected.0, expected.1.to_owned())), "{source}");
        }
    }
}
