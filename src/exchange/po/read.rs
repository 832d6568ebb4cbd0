//! Reads a PO file, whatever program wrote it last: in any order, wrapped anyhow, with comments and flags of its own.
//!
//! A file with a fault is refused as a whole. Half of a translation that looks like all of it would be worse than none.

use std::collections::BTreeMap;

use super::catalog::{Catalog, Entry, Header, Previous};
use crate::base::diagnostic::{Code, Diagnostic, Limited};
use crate::base::path::SitePath;
use crate::base::text::{Place, Span, Text};

/// The file's bytes as a text.
///
/// # Errors
/// It is not UTF-8.
pub fn decode(path: SitePath, bytes: &[u8]) -> Result<Text, Box<Diagnostic>> {
    let charset = |name: &str, place: Place| Box::new(Diagnostic::new(Code::PoCharset).arg("charset", name).at(place));
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(charset("UTF-16", Place::file(path)));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let (text, invalid) = match std::str::from_utf8(bytes) {
        Ok(text) => (Text::new(path, text), None),
        Err(error) => (Text::new(path, String::from_utf8_lossy(bytes)), Some(error.valid_up_to())),
    };
    match (declared(&text.text), invalid) {
        (Some((name, at)), _) => Err(charset(name, text.place(at))),
        (None, Some(at)) => Err(Box::new(Diagnostic::new(Code::NotUtf8).at(text.place(Span::new(at..at + 3))))),
        (None, None) => Ok(text),
    }
}

/// The character set that the header names, if it is another one than UTF-8.
fn declared(text: &str) -> Option<(&str, Span)> {
    let line = text.lines().take(400).find(|line| line.to_ascii_lowercase().contains("\"content-type:"))?;
    let after = line.to_ascii_lowercase().find("charset=")? + "charset=".len();
    let name = line.get(after..)?;
    let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric() && !"-_.:".contains(c)).unwrap_or(name.len())];
    // `CHARSET` is what a template says; US-ASCII is part of UTF-8.
    let fine = ["", "utf-8", "utf8", "charset", "us-ascii", "ascii"].contains(&name.to_ascii_lowercase().as_str());
    let start = line.as_ptr() as usize - text.as_ptr() as usize + after;
    (!fine).then(|| (name, Span::new(start..start + name.len())))
}

/// Reads a PO file.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read(text: &Text) -> Result<Catalog, Vec<Diagnostic>> {
    let mut faults = Vec::new();
    let mut reader = Reader::new(text, Limited::new(&mut faults));
    let mut start = 0;
    for line in text.text.split_inclusive('\n') {
        reader.line(line.trim_end_matches(['\n', '\r']), start);
        start += line.len();
    }
    let catalog = reader.finish();
    if faults.is_empty() { Ok(catalog) } else { Err(faults) }
}

/// Which string goes on in the next line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    None,
    Context,
    Id,
    Text,
    PreviousContext,
    PreviousId,
    /// What is read and forgotten.
    Plural,
}

struct Reader<'a> {
    text: &'a Text,
    faults: Limited<'a>,
    catalog: Catalog,
    header: Option<Header>,
    /// Where each entry stands that is in use.
    seen: BTreeMap<(Option<String>, String), Span>,
    entry: Entry,
    /// Whether comments were read that belong to an entry.
    begun: bool,
    has_id: bool,
    has_text: bool,
    has_plural: bool,
    field: Field,
}

impl<'a> Reader<'a> {
    fn new(text: &'a Text, faults: Limited<'a>) -> Reader<'a> {
        Reader {
            text,
            faults,
            catalog: Catalog::default(),
            header: None,
            seen: BTreeMap::new(),
            entry: Entry::default(),
            begun: false,
            has_id: false,
            has_text: false,
            has_plural: false,
            field: Field::None,
        }
    }

    fn line(&mut self, line: &str, start: usize) {
        let content = line.trim_start();
        let start = start + (line.len() - content.len());
        let Some(comment) = content.strip_prefix('#') else {
            return self.strings(content, start, false, false);
        };
        let rest = |skip: usize| (&content[skip..], start + skip);
        if comment.starts_with("~|") {
            let (content, start) = rest(3);
            self.strings(content, start, true, true);
        } else if comment.starts_with('~') {
            let (content, start) = rest(2);
            self.strings(content, start, true, false);
        } else if comment.starts_with('|') {
            if self.has_text {
                self.end();
            }
            let (content, start) = rest(2);
            self.begun = true;
            self.strings(content, start, false, true);
        } else {
            self.comment(comment);
        }
    }

    fn comment(&mut self, comment: &str) {
        if self.has_text {
            self.end();
        }
        self.field = Field::None;
        let own = |mark: char| comment.strip_prefix(mark).map(|rest| rest.strip_prefix(' ').unwrap_or(rest));
        if let Some(text) = own('.') {
            self.begun = true;
            self.entry.extracted.push(text.trim_end().to_owned());
        } else if let Some(text) = own(':') {
            self.begun = true;
            references(text, &mut self.entry.references);
        } else if let Some(text) = own(',').or_else(|| own('=')) {
            self.begun = true;
            let flags = text.split(',').map(str::trim).filter(|flag| !flag.is_empty());
            for flag in flags {
                if !self.entry.flags.iter().any(|known| known == flag) {
                    self.entry.flags.push(flag.to_owned());
                }
            }
        } else {
            self.entry.comments.push(comment.strip_prefix(' ').unwrap_or(comment).trim_end().to_owned());
        }
    }

    /// A keyword with its string, or a string that goes on.
    fn strings(&mut self, content: &str, start: usize, obsolete: bool, previous: bool) {
        let trimmed = content.trim_start();
        let start = start + (content.len() - trimmed.len());
        let word = trimmed.find(|c: char| !c.is_ascii_alphabetic() && c != '_').unwrap_or(trimmed.len());
        let (keyword, mut rest) = trimmed.split_at(word);
        let at = Span::new(start..start + word.max(1).min(trimmed.len()));
        if keyword.is_empty() {
            if trimmed.is_empty() {
                return;
            }
            if !trimmed.starts_with('"') {
                return self.syntax("line", at);
            }
            if self.field == Field::None {
                return self.syntax("string", at);
            }
        } else {
            let plural = rest.starts_with('[');
            if plural {
                rest = rest.split_once(']').map_or("", |(_, rest)| rest);
            }
            self.keyword(keyword, plural, previous, obsolete, at);
            if !rest.trim_start().starts_with('"') {
                return self.unfinished("string-missing", at);
            }
        }
        let mut value = String::new();
        let mut left = rest.trim_start();
        while !left.is_empty() {
            let begin = start + (trimmed.len() - left.len());
            match string(left, &mut value) {
                Ok(after) => left = after.trim_start(),
                Err(Fault { rule, at }) => {
                    let at = Span::new(begin + at.min(left.len())..begin + left.len().max(at));
                    if rule == "unterminated" {
                        self.unfinished(rule, at)
                    } else {
                        self.syntax(rule, at)
                    }
                    break;
                }
            }
        }
        match self.field {
            Field::Context => self.entry.context.get_or_insert_default().push_str(&value),
            Field::Id => self.entry.id.push_str(&value),
            Field::Text => self.entry.text.push_str(&value),
            Field::PreviousContext => {
                self.entry.previous.get_or_insert_default().context.get_or_insert_default().push_str(&value);
            }
            Field::PreviousId => self.entry.previous.get_or_insert_default().id.push_str(&value),
            Field::Plural | Field::None => {}
        }
    }

    fn keyword(&mut self, keyword: &str, plural: bool, previous: bool, obsolete: bool, at: Span) {
        let begins = matches!(keyword, "msgctxt" | "msgid");
        if begins && (self.has_text || !previous && (self.has_id || keyword == "msgctxt" && self.entry.context.is_some())) {
            self.end();
        }
        if begins && !previous && (keyword == "msgctxt" || self.entry.context.is_none()) {
            self.entry.at = at;
            self.entry.obsolete = obsolete;
        }
        self.field = match (keyword, previous) {
            ("msgctxt", false) => {
                self.entry.context = Some(String::new());
                Field::Context
            }
            ("msgid", false) => {
                self.has_id = true;
                Field::Id
            }
            ("msgstr", false) if !self.has_id => {
                self.syntax("msgstr", at);
                Field::Plural
            }
            ("msgstr", false) if plural => {
                self.plural(at);
                self.has_text = true;
                Field::Plural
            }
            ("msgstr", false) => {
                if self.has_text {
                    self.syntax("msgstr", at);
                }
                self.has_text = true;
                self.entry.text_at = at;
                Field::Text
            }
            ("msgid_plural", false) => {
                self.plural(at);
                Field::Plural
            }
            ("msgctxt", true) => Field::PreviousContext,
            ("msgid", true) => {
                self.entry.previous.get_or_insert_default();
                Field::PreviousId
            }
            ("msgid_plural", true) => Field::Plural,
            _ => {
                self.syntax("keyword", at);
                Field::Plural
            }
        };
    }

    fn plural(&mut self, at: Span) {
        if !std::mem::replace(&mut self.has_plural, true) && !self.entry.obsolete {
            let text = self.text;
            self.faults.add(Code::PoPlural, |problem| problem.at(text.place(at)));
        }
    }

    fn syntax(&mut self, rule: &'static str, at: Span) {
        let text = self.text;
        self.faults.add(Code::PoSyntax, |problem| problem.arg("rule", rule).at(text.place(at)));
    }

    /// What breaks off in the last line was cut.
    fn unfinished(&mut self, rule: &'static str, at: Span) {
        let text = self.text;
        let last = text
            .text
            .get(at.range().end..)
            .is_some_and(|rest| !rest.trim_start_matches(|c| c != '\n').contains(|c: char| !c.is_whitespace()));
        if last {
            // The entry that it belongs to need not be reported as well.
            self.has_text = true;
            self.faults.add(Code::PoTruncated, |problem| problem.at(text.place(at)));
        } else {
            self.syntax(rule, at);
        }
    }

    /// An entry is complete, or will never be.
    fn end(&mut self) {
        let entry = std::mem::take(&mut self.entry);
        let (has_id, has_text) = (std::mem::take(&mut self.has_id), std::mem::take(&mut self.has_text));
        let text = self.text;
        self.has_plural = false;
        self.begun = false;
        self.field = Field::None;
        if !has_id || !has_text {
            self.faults.add(Code::PoTruncated, |problem| problem.at(text.place(entry.at)));
            return;
        }
        let is_header = entry.id.is_empty() && entry.context.is_none() && !entry.obsolete;
        if is_header && self.header.is_none() {
            self.header = Some(header(entry));
            return;
        }
        let first = match is_header {
            true => self.header.as_ref().map(|header| header.at),
            false if entry.obsolete => None,
            false => self.seen.insert((entry.context.clone(), entry.id.clone()), entry.at),
        };
        if let Some(first) = first {
            let name = entry.context.as_deref().unwrap_or(&entry.id);
            self.faults.add(Code::PoDuplicate, |problem| problem.arg("name", name).at(text.place(entry.at)).and_at(text.place(first)));
        }
        self.catalog.entries.push(entry);
    }

    fn finish(mut self) -> Catalog {
        let text = self.text;
        if self.has_id || self.entry.context.is_some() {
            self.end();
        } else if self.begun {
            let end = Span::new(text.text.trim_end().len()..text.text.len());
            self.faults.add(Code::PoTruncated, |problem| problem.at(text.place(end)));
        }
        match self.header {
            Some(header) => self.catalog.header = header,
            None => self.faults.add(Code::PoSyntax, |problem| problem.arg("rule", "header").at(text.whole())),
        }
        self.catalog
    }
}

fn header(entry: Entry) -> Header {
    let field = |line: &str| {
        let (key, value) = line.split_once(':')?;
        Some((key.trim().to_owned(), value.trim().to_owned()))
    };
    Header { comments: entry.comments, flags: entry.flags, fields: entry.text.lines().filter_map(field).collect(), at: entry.at }
}

/// Paths with spaces stand between isolating characters.
fn references(text: &str, out: &mut Vec<String>) {
    let mut isolated = false;
    let parts = text.split(|c: char| {
        isolated = (isolated || c == '\u{2068}') && c != '\u{2069}';
        c.is_whitespace() && !isolated
    });
    let bare = |part: &str| part.replace(['\u{2068}', '\u{2069}'], "");
    out.extend(parts.filter(|part| !part.is_empty()).map(bare));
}

struct Fault {
    rule: &'static str,
    at: usize,
}

/// Reads a string between quotation marks and hands back what follows.
fn string<'t>(text: &'t str, value: &mut String) -> Result<&'t str, Fault> {
    let fault = |rule, at| Err(Fault { rule, at });
    let Some(inner) = text.strip_prefix('"') else { return fault("junk", 0) };
    let mut chars = inner.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c == '"' {
            return Ok(&inner[at + 1..]);
        }
        if c != '\\' {
            value.push(c);
            continue;
        }
        let Some((_, escape)) = chars.next() else { return fault("unterminated", 0) };
        value.push(match escape {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'a' => '\u{7}',
            'b' => '\u{8}',
            'f' => '\u{c}',
            'v' => '\u{b}',
            '"' | '\\' | '\'' | '?' => escape,
            '0'..='7' | 'x' => {
                let (base, most) = if escape == 'x' { (16, 2) } else { (8, 3) };
                let mut number = escape.to_digit(8).unwrap_or(0);
                let mut digits = usize::from(escape != 'x');
                while let Some(digit) = chars.peek().and_then(|(_, c)| c.to_digit(base)).filter(|_| digits < most) {
                    number = number * base + digit;
                    digits += 1;
                    chars.next();
                }
                // Bytes above ASCII would be parts of characters.
                match char::from_u32(number).filter(|c| c.is_ascii() && digits > 0) {
                    Some(c) => c,
                    None => return fault("escape", at + 1),
                }
            }
            _ => return fault("escape", at + 1),
        });
    }
    fault("unterminated", 0)
}

impl Previous {
    /// The wording alone.
    pub fn of(id: impl Into<String>) -> Previous {
        Previous { context: None, id: id.into() }
    }
}
