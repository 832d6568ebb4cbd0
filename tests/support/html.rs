//! The HTML that the program writes, taken apart and shown for review. The program writes well-formed HTML; what is not is found here.

/// Elements without content.
const VOID: &[&str] = &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
/// Elements that stand in a line of text.
const PHRASING: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "img", "input", "ins", "kbd", "label", "mark",
    "progress", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
];

/// A part of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Token<'a> {
    /// The tag as it is written, its name, and its attributes with their entities resolved.
    Open {
        raw: &'a str,
        name: &'a str,
        attributes: Vec<(&'a str, String)>,
    },
    Close {
        raw: &'a str,
        name: &'a str,
    },
    /// As it is written.
    Text(&'a str),
    /// A doctype or a comment.
    Other(&'a str),
}

impl Token<'_> {
    pub fn attribute(&self, wanted: &str) -> Option<&str> {
        let Token::Open { attributes, .. } = self else { return None };
        attributes.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.as_str())
    }
}

pub fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

pub fn is_phrasing(name: &str) -> bool {
    PHRASING.contains(&name)
}

/// Takes a page apart. Everything of the page is in one of the tokens.
pub fn tokens(page: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = page;
    while !rest.is_empty() {
        let end = match rest.as_bytes() {
            [b'<', b'!', b'-', b'-', ..] => rest.find("-->").map_or(rest.len(), |at| at + 3),
            [b'<', ..] => tag_end(rest),
            _ => rest.find('<').unwrap_or(rest.len()),
        };
        let (raw, after) = rest.split_at(end);
        rest = after;
        if !raw.starts_with('<') {
            tokens.push(Token::Text(raw));
        } else if raw.starts_with("<!") {
            tokens.push(Token::Other(raw));
        } else if let Some(name) = raw.strip_prefix("</") {
            tokens.push(Token::Close { raw, name: name.trim_end_matches('>').trim() });
        } else {
            let inside = raw[1..].trim_end_matches('>').trim_end_matches('/');
            let name = inside.split(|c: char| c.is_whitespace()).next().unwrap_or_default();
            tokens.push(Token::Open { raw, name, attributes: attributes(&inside[name.len()..]) });
            if matches!(name, "script" | "style") {
                let end = rest.find(&format!("</{name}")).unwrap_or(rest.len());
                let (inside, after) = rest.split_at(end);
                tokens.push(Token::Text(inside));
                rest = after;
            }
        }
    }
    tokens
}

fn tag_end(tag: &str) -> usize {
    let mut quote = None;
    for (at, c) in tag.char_indices() {
        match (quote, c) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    tag.len()
}

fn attributes(mut rest: &str) -> Vec<(&str, String)> {
    let mut found = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return found;
        }
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let name = &rest[..end];
        rest = &rest[end..];
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
            let inside = if quote.is_some() { &after[1..] } else { after };
            let end = inside.find(|c: char| quote.map_or(c.is_whitespace(), |quote| c == quote)).unwrap_or(inside.len());
            value = &inside[..end];
            rest = inside[end..].strip_prefix(['"', '\'']).unwrap_or(&inside[end..]);
        }
        found.push((name, unescape(value)));
    }
}

/// Resolves the entities that the program writes.
pub fn unescape(text: &str) -> String {
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&")];
    named.iter().fold(text.to_owned(), |text, (entity, c)| text.replace(entity, c))
}

/// A part of a page, an element a line as far as it holds more than words, with the invisible made visible.
///
/// The part is the first element that a selector finds: `main`, `.class` or `#id`.
pub fn show(page: &str, selector: &str) -> String {
    let tokens = tokens(page);
    let matches = |token: &Token| match (token, selector.split_at(1)) {
        (Token::Open { .. }, (".", class)) => token.attribute("class").is_some_and(|all| all.split(' ').any(|one| one == class)),
        (Token::Open { .. }, ("#", id)) => token.attribute("id") == Some(id),
        (Token::Open { name, .. }, _) => *name == selector,
        _ => false,
    };
    let Some(start) = tokens.iter().position(matches) else { return format!("(no {selector})\n") };
    let mut depth = 0;
    let mut shown = Printer::default();
    for token in &tokens[start..] {
        match token {
            Token::Open { name, .. } if !is_void(name) => depth += 1,
            Token::Close { .. } => depth -= 1,
            _ => {}
        }
        shown.token(token);
        if depth <= 0 {
            break;
        }
    }
    shown.flush();
    shown.out
}

#[derive(Default)]
struct Printer {
    out: String,
    line: String,
    /// The depth of the line's first element.
    line_depth: usize,
    depth: usize,
    /// How many `pre` are open: their spaces count.
    verbatim: usize,
}

impl Printer {
    fn token(&mut self, token: &Token) {
        match token {
            Token::Open { raw, name, .. } if is_void(name) && !is_phrasing(name) => {
                self.flush();
                self.add(raw);
                self.flush();
            }
            Token::Open { raw, name, .. } if !is_phrasing(name) => {
                self.flush();
                self.add(raw);
                self.depth += 1;
                self.verbatim += usize::from(*name == "pre");
            }
            Token::Close { raw, name } if !is_phrasing(name) => {
                self.depth = self.depth.saturating_sub(1);
                self.verbatim -= usize::from(*name == "pre").min(self.verbatim);
                if self.line.is_empty() || self.line_depth != self.depth {
                    self.flush();
                }
                let line = self.line.trim_end().len();
                self.line.truncate(line);
                self.add(raw);
                self.flush();
            }
            Token::Open { raw, .. } | Token::Close { raw, .. } | Token::Other(raw) => self.add(raw),
            Token::Text(text) => self.text(text),
        }
    }

    fn add(&mut self, raw: &str) {
        if self.line.is_empty() {
            self.line_depth = self.depth;
        }
        self.line.push_str(raw);
    }

    fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '\n' if self.verbatim > 0 => self.add("⏎"),
                ' ' | '\n' | '\t' | '\r' if self.verbatim == 0 => {
                    if !self.line.is_empty() && !self.line.ends_with(' ') {
                        self.line.push(' ');
                    }
                }
                '\u{a0}' => self.add("&nbsp;"),
                '\u{202f}' => self.add("&#x202F;"),
                '\u{2060}' => self.add("&#x2060;"),
                c => self.add(c.encode_utf8(&mut [0; 4])),
            }
        }
    }

    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line);
        if !line.trim().is_empty() {
            self.out.push_str(&" ".repeat(self.line_depth * 2));
            self.out.push_str(line.trim());
            self.out.push('\n');
        }
    }
}

#[test]
fn a_page_is_shown_an_element_a_line() {
    let page = "<!doctype html><body><main id=\"a\">\n<p class=\"x y\">Да&amp;\u{a0}<em>нет</em>\n</p><ul><li>a</li>\n<li><p>b</p></li></ul><hr></main></body>";
    assert_eq!(
        show(page, "main"),
        "<main id=\"a\">\n  <p class=\"x y\">Да&amp;&nbsp;<em>нет</em></p>\n  <ul>\n    <li>a</li>\n    <li>\n      <p>b</p>\n    </li>\n  </ul>\n  <hr>\n</main>\n"
    );
    assert_eq!(show(page, ".y"), "<p class=\"x y\">Да&amp;&nbsp;<em>нет</em></p>\n");
    assert_eq!(show(page, "h1"), "(no h1)\n");
}
