//! A catalog as the text of a PO file, laid out as GNU gettext does it: what `msgcat` would change is small.

use super::catalog::{Catalog, Entry, Header};

/// The widest line that strings are broken into, in characters, quotation marks included.
const WIDTH: usize = 79;

/// What stands before a path with spaces in `#:`, and behind it.
const ISOLATE: char = '\u{2068}';
const END_ISOLATE: char = '\u{2069}';

/// Writes a catalog.
pub fn write(catalog: &Catalog) -> String {
    let mut out = String::new();
    header(&catalog.header, &mut out);
    let (obsolete, living): (Vec<&Entry>, Vec<&Entry>) = catalog.entries.iter().partition(|entry| entry.obsolete);
    for item in living.into_iter().chain(obsolete) {
        out.push('\n');
        entry(item, &mut out);
    }
    out
}

fn header(header: &Header, out: &mut String) {
    lines(out, "#", &header.comments);
    flags(out, &header.flags);
    out.push_str("msgid \"\"\nmsgstr \"\"\n");
    for (key, value) in &header.fields {
        out.push('"');
        escape(&format!("{key}: {value}\n"), out);
        out.push_str("\"\n");
    }
}

fn entry(entry: &Entry, out: &mut String) {
    lines(out, "#", &entry.comments);
    let mark = if entry.obsolete { "#~ " } else { "" };
    lines(out, "#.", &entry.extracted);
    for reference in &entry.references {
        let spaced = reference.contains(char::is_whitespace) && !reference.contains(ISOLATE);
        // The line's number stands outside.
        match reference.rsplit_once(':').filter(|_| spaced) {
            Some((path, line)) => lines(out, "#:", &[format!("{ISOLATE}{path}{END_ISOLATE}:{line}")]),
            None if spaced => lines(out, "#:", &[format!("{ISOLATE}{reference}{END_ISOLATE}")]),
            None => lines(out, "#:", std::slice::from_ref(reference)),
        }
    }
    flags(out, &entry.flags);
    if let Some(previous) = &entry.previous {
        let mark = if entry.obsolete { "#~| " } else { "#| " };
        if let Some(context) = &previous.context {
            string(out, mark, "msgctxt", context);
        }
        string(out, mark, "msgid", &previous.id);
    }
    if let Some(context) = &entry.context {
        string(out, mark, "msgctxt", context);
    }
    string(out, mark, "msgid", &entry.id);
    string(out, mark, "msgstr", &entry.text);
}

/// A comment is one line: whoever made it may have meant several.
fn lines(out: &mut String, mark: &str, comments: &[String]) {
    for line in comments.iter().flat_map(|comment| comment.split('\n')) {
        let line = line.trim_end();
        out.push_str(mark);
        if !line.is_empty() {
            out.push(' ');
            out.push_str(line);
        }
        out.push('\n');
    }
}

fn flags(out: &mut String, flags: &[String]) {
    if !flags.is_empty() {
        lines(out, "#,", &[flags.join(", ")]);
    }
}

/// A keyword and its string, on one line if it is short and has no line ends inside.
fn string(out: &mut String, mark: &str, keyword: &str, text: &str) {
    let inner = text.trim_end_matches('\n').contains('\n');
    let mut whole = String::new();
    escape(text, &mut whole);
    if !inner && mark.len() + keyword.len() + 3 + whole.chars().count() <= WIDTH {
        out.push_str(&format!("{mark}{keyword} \"{whole}\"\n"));
        return;
    }
    out.push_str(&format!("{mark}{keyword} \"\"\n"));
    for line in text.split_inclusive('\n') {
        for part in wrap(line, WIDTH.saturating_sub(mark.len() + 2)) {
            out.push_str(mark);
            out.push('"');
            out.push_str(&part);
            out.push_str("\"\n");
        }
    }
}

/// Breaks a line behind spaces. A word that is longer than a line stays whole.
fn wrap(line: &str, width: usize) -> Vec<String> {
    let mut parts = Vec::new();
    let (mut part, mut length) = (String::new(), 0);
    let mut word = String::new();
    for piece in line.split_inclusive(' ') {
        word.clear();
        escape(piece, &mut word);
        let more = word.chars().count();
        if length > 0 && length + more > width {
            parts.push(std::mem::take(&mut part));
            length = 0;
        }
        part.push_str(&word);
        length += more;
    }
    if !part.is_empty() {
        parts.push(part);
    }
    parts
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if (c as u32) < 0x20 || c == '\u{7f}' => out.push_str(&format!("\\{:03o}", c as u32)),
            c => out.push(c),
        }
    }
}
