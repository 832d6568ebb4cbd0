//! What a text says, without how it is written.
//!
//! Two versions of a paragraph mean the same if they differ in wrapping, spacing, quotation marks, dashes, emphasis or the style of a link
//! alone. Here such versions become the same string. It is for comparing, never for showing.

use icu::normalizer::ComposingNormalizer;

/// What is no word but counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A ticked box.
    Done,
    /// An empty box.
    Open,
    /// Words that are struck out, and their end.
    Struck,
    /// A footnote's number.
    Note,
}

/// Writes what a text means.
#[derive(Debug, Default)]
pub struct Writer {
    out: String,
    /// Whether space was seen since the last character.
    space: bool,
    /// Hyphens since the last other character: two or three are a dash.
    hyphens: usize,
}

impl Writer {
    /// Words, whose typography does not count. Text that comes in several parts is the same as in one, once NFC holds across them.
    pub fn text(&mut self, text: &str) {
        for c in ComposingNormalizer::new_nfc().normalize_iter(text.chars()) {
            self.char(c);
        }
    }

    fn char(&mut self, c: char) {
        match c {
            '-' => self.hyphens += 1,
            '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => {}
            c if c.is_whitespace() => {
                self.end_hyphens(true);
                self.space = true;
            }
            c => {
                self.end_hyphens(false);
                match c {
                    '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '"' | '\'' | '‘' | '’' | '‚' | '‛' | '`' | '´' => {
                        self.push('"')
                    }
                    '‐' | '‑' | '−' => self.push('-'),
                    '‒' | '–' | '—' | '―' => self.push('–'),
                    '…' => self.out.push_str("..."),
                    c => self.push(c),
                }
            }
        }
    }

    /// A hyphen between spaces is a dash, and so are two or three of them.
    fn end_hyphens(&mut self, before_space: bool) {
        match std::mem::take(&mut self.hyphens) {
            0 => {}
            1 if !(before_space && self.space) => self.push('-'),
            count if count > 3 => (0..count).for_each(|_| self.push('-')),
            _ => self.push('–'),
        }
    }

    /// Space counts between letters and digits only.
    fn push(&mut self, c: char) {
        let between_words = self.space && c.is_alphanumeric() && self.out.chars().next_back().is_some_and(char::is_alphanumeric);
        if between_words {
            self.out.push(' ');
        }
        self.space = false;
        self.out.push(c);
    }

    /// What must be the same to the letter.
    pub fn verbatim(&mut self, text: &str) {
        self.end_hyphens(false);
        self.push('\u{1}');
        self.out.push_str(text);
        self.out.push('\u{1}');
    }

    /// The end of a line.
    pub fn space(&mut self) {
        self.char(' ');
    }

    /// Something that is no word.
    pub fn mark(&mut self, mark: Mark) {
        self.end_hyphens(false);
        self.push(match mark {
            Mark::Done => '\u{2}',
            Mark::Open => '\u{3}',
            Mark::Struck => '\u{4}',
            Mark::Note => '\u{5}',
        });
    }

    /// All of it.
    pub fn finish(mut self) -> String {
        self.end_hyphens(true);
        self.out
    }
}

/// What a plain text means.
pub fn of_text(text: &str) -> String {
    let mut writer = Writer::default();
    writer.text(text);
    writer.finish()
}

/// What an address leads to, whether it is written as `[[id]]` or as a path to the file of one language: its last part without tag and
/// ending. An address outside the site is itself.
pub fn target(address: &str) -> String {
    if address.contains("://") || address.starts_with("mailto:") {
        return address.to_owned();
    }
    let (path, heading) = address.split_once('#').unwrap_or((address, ""));
    let name = path.rsplit('/').next().unwrap_or_default();
    let name = match name.strip_suffix(".md") {
        Some(stem) => stem.rsplit_once('.').map_or(stem, |(stem, _)| stem),
        None => name,
    };
    // A heading's words differ from language to language: that there is one is what counts.
    if heading.is_empty() { name.to_owned() } else { format!("{name}#") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typography_does_not_count() {
        for (a, b) in [
            ("Он сказал: «да» — и вышел…", "Он  сказал : \"да\" - и\nвышел..."),
            ("l’arte", "l'arte"),
            ("100\u{a0}%", "100 %"),
            ("« mot »", "“mot”"),
            ("word—word", "word -- word"),
            ("не\u{ad}мой", "немой"),
            ("caffe\u{300}", "caffè"),
        ] {
            assert_eq!(of_text(a), of_text(b), "{a} / {b}");
        }
    }

    #[test]
    fn words_case_numbers_and_punctuation_count() {
        for (a, b) in
            [("все", "всё"), ("да", "Да"), ("10", "100"), ("Да.", "Да?"), ("co-op", "coop"), ("a b", "ab"), ("10-5", "105"), ("a b", "a–b")]
        {
            assert_ne!(of_text(a), of_text(b), "{a} / {b}");
        }
    }

    #[test]
    fn a_link_is_what_it_leads_to() {
        assert_eq!(target("../stories/the-earrings.es.md"), target("the-earrings"));
        assert_eq!(target("stories/a#Правило"), target("a.ru.md#regla"));
        assert_ne!(target("https://a.example/x"), target("x"));
    }
}
