//! Code with its comments, strings, numbers and words told apart, for the eye alone.
//!
//! No grammar is parsed. A table says of each language how its comments and strings look and which words are its own; one walk over the
//! text does the rest. So a block costs next to nothing, however hostile it is, and code of no language is left as it is.

use super::writer::Writer;
use languages::{Language, Shape};

mod languages;

/// A longer block is shown plain: nobody reads it for its colours.
const LONGEST: usize = 64 * 1024;

/// What a piece of code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Plain,
    Comment,
    String,
    Number,
    Keyword,
    /// A tag, a key, a variable.
    Name,
    /// What speaks to a compiler or a program of its own: attributes, directives, marks.
    Meta,
    Added,
    Removed,
}

impl Class {
    /// The class in the page, which style sheets know.
    fn name(self) -> &'static str {
        match self {
            Class::Plain => "",
            Class::Comment => "c",
            Class::String => "s",
            Class::Number => "n",
            Class::Keyword => "k",
            Class::Name => "t",
            Class::Meta => "m",
            Class::Added => "i",
            Class::Removed => "d",
        }
    }
}

/// Writes code. `language` is what stands after its fence.
pub(super) fn write(language: &str, code: &str, out: &mut Writer) {
    let known = if code.len() > LONGEST { None } else { languages::find(language) };
    let Some(language) = known else { return out.text(code) };
    for (class, piece) in pieces(language, code) {
        if class == Class::Plain {
            out.text(piece);
        } else {
            out.html("<span");
            out.attribute("class", class.name());
            out.html(">");
            out.text(piece);
            out.html("</span>");
        }
    }
}

/// The pieces that code consists of: joined they are the code.
fn pieces<'c>(language: &'static Language, code: &'c str) -> Vec<(Class, &'c str)> {
    let mut walk = Walk { language, code, at: 0, plain: 0, depth: 0, pieces: Vec::new() };
    match language.shape {
        Shape::Lines(classify) => walk.lines(classify),
        Shape::Markup => walk.markup(),
        _ => walk.code(),
    }
    walk.take(code.len(), Class::Plain);
    walk.pieces
}

struct Walk<'c> {
    language: &'static Language,
    code: &'c str,
    /// How far the walk has come.
    at: usize,
    /// Where that begins which is plain so far.
    plain: usize,
    /// How many braces are open.
    depth: usize,
    pieces: Vec<(Class, &'c str)>,
}

impl<'c> Walk<'c> {
    fn rest(&self) -> &'c str {
        &self.code[self.at..]
    }

    /// Ends what was plain, and takes what follows up to `end` as something else.
    fn take(&mut self, end: usize, class: Class) {
        if class == Class::Plain {
            self.at = end;
            if end == self.code.len() && self.plain < end {
                self.pieces.push((Class::Plain, &self.code[self.plain..end]));
                self.plain = end;
            }
            return;
        }
        if self.plain < self.at {
            self.pieces.push((Class::Plain, &self.code[self.plain..self.at]));
        }
        if self.at < end {
            self.pieces.push((class, &self.code[self.at..end]));
        }
        (self.at, self.plain) = (end, end);
    }

    /// Where a piece ends that begins here and goes up to and with `close`.
    fn up_to(&self, after: usize, close: &str) -> usize {
        self.code[after..].find(close).map_or(self.code.len(), |found| after + found + close.len())
    }

    fn end_of_line(&self) -> usize {
        self.rest().find('\n').map_or(self.code.len(), |found| self.at + found)
    }

    fn lines(&mut self, classify: fn(&str) -> Class) {
        while self.at < self.code.len() {
            let end = self.end_of_line();
            let class = classify(&self.code[self.at..end]);
            self.take(end, class);
            self.at = (end + 1).min(self.code.len());
        }
    }

    fn code(&mut self) {
        let mut before = '\n';
        while let Some(c) = self.rest().chars().next() {
            let start = self.at;
            if !(self.comment(before) || self.string(before) || self.mark(before) || self.word(before, c)) {
                match c {
                    '{' => self.depth += 1,
                    '}' => self.depth = self.depth.saturating_sub(1),
                    _ => {}
                }
                self.at += c.len_utf8();
            }
            before = self.code[start..self.at].chars().next_back().unwrap_or(c);
        }
    }

    fn comment(&mut self, before: char) -> bool {
        let rest = self.rest();
        let free = before.is_whitespace();
        if self.language.line_comments.iter().any(|open| rest.starts_with(open) && (free || !matches!(*open, "#" | ";"))) {
            let end = self.end_of_line();
            self.take(end, Class::Comment);
            return true;
        }
        let Some((open, close)) = self.language.block_comment.filter(|(open, _)| rest.starts_with(open)) else { return false };
        let end = self.up_to(self.at + open.len(), close);
        self.take(end, Class::Comment);
        true
    }

    fn string(&mut self, before: char) -> bool {
        let rest = self.rest();
        let Some(&mark) = self.language.strings.iter().find(|mark| rest.starts_with(**mark)) else { return false };
        // `&'a str` in code, `it's` in data.
        let apostrophe = self.language.lifetimes && !is_character(rest) || matches!(self.language.shape, Shape::Keys) && is_of_word(before);
        if mark == "'" && apostrophe {
            return false;
        }
        let end = self.end_of_string(mark);
        // In data, what a colon follows is a key.
        let key = matches!(self.language.shape, Shape::Keys) && self.code[end..].trim_start_matches([' ', '\t']).starts_with(':');
        self.take(end, if key { Class::Name } else { Class::String });
        true
    }

    /// Behind the closing mark; a short one closes at the end of its line at the latest.
    fn end_of_string(&self, mark: &str) -> usize {
        let long = mark.len() > 1 || mark == "`";
        let start = self.at + mark.len();
        let mut characters = self.code[start..].char_indices();
        while let Some((at, c)) = characters.next() {
            match c {
                '\\' => {
                    characters.next();
                }
                '\n' if !long => return start + at,
                _ if self.code[start + at..].starts_with(mark) => return start + at + mark.len(),
                _ => {}
            }
        }
        self.code.len()
    }

    /// What is said to a compiler: `#[derive]`, `@Override`, `#include`.
    fn mark(&mut self, before: char) -> bool {
        let Some(&open) = self.language.marks.iter().find(|open| self.rest().starts_with(**open)) else { return false };
        let start = self.at + open.len();
        let end = match open.ends_with('[') {
            true => self.up_to(start, "]").min(self.end_of_line()),
            false => start + self.code[start..].find(|c: char| !is_of_word(c)).unwrap_or(self.code.len() - start),
        };
        if end == start || is_of_word(before) {
            return false;
        }
        self.take(end, if open == "$" { Class::Name } else { Class::Meta });
        true
    }

    /// A word or a number. One that nobody knows is plain, but it is passed as a whole.
    fn word(&mut self, before: char, c: char) -> bool {
        if !is_of_word(c) {
            return false;
        }
        let joined = |c: char| is_of_word(c) || c == '-' && matches!(self.language.shape, Shape::Keys | Shape::Sheet);
        let number = c.is_ascii_digit();
        let is_inside = |c: char| if number { is_of_word(c) || c == '.' } else { joined(c) };
        let end = self.at + self.rest().find(|c| !is_inside(c)).unwrap_or(self.rest().len());
        let word = &self.code[self.at..end];
        let class = match () {
            () if is_of_word(before) => Class::Plain,
            () if number => Class::Number,
            () if self.is_key(end) => Class::Name,
            () if self.language.is_keyword(word) => Class::Keyword,
            () => Class::Plain,
        };
        self.take(end, class);
        true
    }

    /// Whether what ends here names what follows: the key of a value, the property of a style.
    fn is_key(&self, end: usize) -> bool {
        let after = self.code[end..].trim_start_matches([' ', '\t']);
        let first = || self.code[..self.at].rsplit('\n').next().unwrap_or_default().trim_start_matches([' ', '\t', '-']).is_empty();
        match self.language.shape {
            Shape::Keys => (after.starts_with(':') || after.starts_with('=')) && first(),
            Shape::Sheet => self.depth > 0 && after.starts_with(':') && first(),
            _ => false,
        }
    }

    fn markup(&mut self) {
        while !self.rest().is_empty() {
            let rest = self.rest();
            let template = self.language.marks.iter().find(|open| rest.starts_with(**open));
            if rest.starts_with("<!--") {
                let end = self.up_to(self.at, "-->");
                self.take(end, Class::Comment);
            } else if let Some(open) = template {
                let close = if *open == "{{" { "}}" } else { "%}" };
                let end = self.up_to(self.at, close);
                self.take(end, Class::Meta);
            } else if rest.starts_with("<!") || rest.starts_with("<?") {
                let end = self.up_to(self.at, ">");
                self.take(end, Class::Meta);
            } else if rest.starts_with('<') && rest[1..].starts_with(|c: char| c == '/' || is_of_word(c)) {
                self.tag();
            } else {
                let next = rest.char_indices().skip(1).find(|(_, c)| matches!(c, '<' | '{')).map_or(rest.len(), |(at, _)| at);
                self.at += next;
            }
        }
    }

    /// A tag: its name and its values stand out, its attributes are plain.
    fn tag(&mut self) {
        self.at += if self.rest().starts_with("</") { 2 } else { 1 };
        let name = self.rest().find(|c: char| !(is_of_word(c) || matches!(c, '-' | ':' | '.'))).unwrap_or(self.rest().len());
        self.take(self.at + name, Class::Name);
        while let Some(c) = self.rest().chars().next() {
            match c {
                '>' => return self.at += 1,
                '<' => return,
                '"' | '\'' => {
                    let close = if c == '"' { "\"" } else { "'" };
                    let end = self.up_to(self.at + 1, close);
                    self.take(end, Class::String);
                }
                _ => self.at += c.len_utf8(),
            }
        }
    }
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether a character in quotation marks begins here, and no lifetime: `'a'`, `'\n'`, but not `'a`.
fn is_character(rest: &str) -> bool {
    let mut characters = rest.chars().skip(1);
    match characters.next() {
        Some('\\') => true,
        Some(_) => characters.next() == Some('\''),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(language: &str, code: &str) -> String {
        let pieces = pieces(languages::find(language).unwrap(), code);
        let piece = |(class, piece): &(Class, &str)| match class {
            Class::Plain => (*piece).to_owned(),
            class => format!("‹{} {piece}›", class.name()),
        };
        pieces.iter().map(piece).collect()
    }

    #[test]
    fn comments_strings_numbers_and_words_are_told_apart() {
        for (language, code, expected) in [
            ("rust", "let x: &'a str = \"a\\\"b\"; // да", "‹k let› x: &'a str = ‹s \"a\\\"b\"›; ‹c // да›"),
            ("rs", "#[derive(Debug)]\nfn f() { 'c' }", "‹m #[derive(Debug)]›\n‹k fn› f() { ‹s 'c'› }"),
            (
                "Python",
                "@cached\ndef f(): return \"\"\"a\nb\"\"\" # 1",
                "‹m @cached›\n‹k def› f(): ‹k return› ‹s \"\"\"a\nb\"\"\"› ‹c # 1›",
            ),
            ("js", "const a = `x\n${1}` /* y */ + 0x1f;", "‹k const› a = ‹s `x\n${1}`› ‹c /* y */› + ‹n 0x1f›;"),
            ("json", "{\"a\": \"b\", \"c\": [1.5, true]}", "{‹t \"a\"›: ‹s \"b\"›, ‹t \"c\"›: [‹n 1.5›, ‹k true›]}"),
            ("yaml", "# x\n- by-line: да # y\n  url: http://a#b", "‹c # x›\n- ‹t by-line›: да ‹c # y›\n  ‹t url›: http://a#b"),
            ("yml", "a: it's so\nb: 'c'", "‹t a›: it's so\n‹t b›: ‹s 'c'›"),
            ("toml", "[a]\nb = 'c'", "[a]\n‹t b› = ‹s 'c'›"),
            ("css", "a:hover { color: red; --x: 1px }", "a:hover { color: red; --x: ‹n 1px› }"),
            ("html", "<a href=\"x\">b & c</a><!-- d -->", "<‹t a› href=‹s \"x\"›>b & c</‹t a›>‹c <!-- d -->›"),
            ("jinja", "<p>{{ a }}</p>", "<‹t p›>‹m {{ a }}›</‹t p›>"),
            ("sh", "for f in $FILES; do cat \"$f\"; done # all", "‹k for› f ‹k in› ‹t $FILES›; ‹k do› cat ‹s \"$f\"›; ‹k done› ‹c # all›"),
            ("sql", "Select 'a' FROM b -- c", "‹k Select› ‹s 'a'› ‹k FROM› b ‹c -- c›"),
            ("diff", "-a\n+b\n@@ c\n d", "‹d -a›\n‹i +b›\n‹m @@ c›\n d"),
            ("markdown", "# T\n:::note\nx", "‹k # T›\n‹m :::note›\nx"),
        ] {
            assert_eq!(shown(language, code), expected);
        }
    }

    #[test]
    fn a_style_of_several_lines_has_its_properties_told_apart() {
        assert_eq!(shown("css", "a {\n  color: red;\n}"), "a {\n  ‹t color›: red;\n}");
    }

    #[test]
    fn what_no_language_is_known_for_stays_plain() {
        for language in ["", "text", "brainfuck", "язык"] {
            assert!(languages::find(language).is_none(), "{language}");
        }
        let mut out = Writer::default();
        write("rust", &"fn f() {}\n".repeat(LONGEST / 10 + 1), &mut out);
        write("text", "fn <f>", &mut out);
        assert!(!out.finish().iter().any(|piece| matches!(piece, crate::document::Piece::Html(html) if html.contains("<span"))));
    }

    proptest! {
        #[test]
        fn nothing_is_lost_in_any_language(code in "[-a-z0-9\"'`\\\\/*#<>{}$@:=!% \nщ]{0,200}") {
            for language in languages::ALL {
                let joined: String = pieces(language, &code).iter().map(|(_, piece)| *piece).collect();
                prop_assert_eq!(&joined, &code);
            }
        }
    }
}
