//! Quotation marks, apostrophes, dashes, ellipses and non-breaking spaces, as each language sets them.
//!
//! Works on the plain text of one run, such as a paragraph: what stands between its markup. Whatever is no text (code, a picture, a part in
//! another language) is `OPAQUE` in it, so that `"*word*"` and `"`code`"` are quoted like any other word.

mod quotation;
mod spacing;

use std::iter::Rev;
use std::ops::Range;
use std::str::Chars;

use crate::base::bytes::{ByteSet, is_alphanumeric};
use crate::base::language::Language;
use quotation::{Marks, marks};

/// Stands for something that is no text; it counts as a letter.
pub(super) const OPAQUE: char = '\u{fffc}';

/// So many quotations inside each other are followed, which keeps the search for an opening mark short.
const DEEPEST: usize = 32;

/// Bytes of a run and what is set in their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    pub(super) at: Range<usize>,
    pub(super) with: &'static str,
}

/// The text with the language's typography: for titles, summaries and other text without markup.
pub fn plain(text: &str, language: Language) -> String {
    apply(text, &edits(text, &[], language))
}

/// The text with the edits made; they are in order and do not overlap.
pub(super) fn apply(text: &str, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut done = 0;
    for edit in edits {
        out.push_str(text.get(done..edit.at.start).unwrap_or_default());
        out.push_str(edit.with);
        done = edit.at.end;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

/// What is to be changed in a run. `literal` are the places, in order, of characters that were escaped and stay as they are.
pub(super) fn edits(text: &str, literal: &[usize], language: Language) -> Vec<Edit> {
    let run = Run::new(text, literal);
    let mut out = Vec::new();
    // The language's own marks stay; they only tell where a straight one stands.
    if STRAIGHT.find(text.as_bytes(), 0).is_some() {
        quotes(&run, language, &mut out);
    }
    dashes_and_dots(&run, &mut out);
    out.sort_by_key(|edit| edit.at.start);
    spacing::spaces(&run, language, &mut out);
    out.sort_by_key(|edit| (edit.at.start, edit.at.end));
    out.dedup_by(|b, a| b.at.start < a.at.end);
    out
}

/// A run, and what typography leaves alone in it. Places are bytes.
pub(super) struct Run<'t> {
    text: &'t str,
    /// For each byte whether it is left alone; empty where nothing is.
    untouched: Vec<bool>,
}

impl<'t> Run<'t> {
    fn new(text: &'t str, literal: &[usize]) -> Run<'t> {
        let mut run = Run { text, untouched: Vec::new() };
        literal.iter().for_each(|at| run.leave_alone(*at..at + 1));
        if text.contains('@') || text.contains("://") || text.contains("www.") {
            run.leave_addresses_alone();
        }
        run.leave_formulas_alone();
        run
    }

    pub(super) fn bytes(&self) -> &'t [u8] {
        self.text.as_bytes()
    }

    pub(super) fn slice(&self, at: Range<usize>) -> &'t str {
        self.text.get(at).unwrap_or_default()
    }

    /// The characters before a place, the nearest first.
    pub(super) fn before(&self, at: usize) -> Rev<Chars<'t>> {
        self.text[..at].chars().rev()
    }

    /// The characters from a place on.
    pub(super) fn from(&self, at: usize) -> Chars<'t> {
        self.text[at..].chars()
    }

    pub(super) fn is_free(&self, at: usize) -> bool {
        !self.untouched.get(at).is_some_and(|untouched| *untouched)
    }

    fn leave_alone(&mut self, at: Range<usize>) {
        self.untouched.resize(self.text.len(), false);
        if let Some(part) = self.untouched.get_mut(at) {
            part.fill(true);
        }
    }

    /// Words with `://` or `@` and those that begin with `www.`.
    fn leave_addresses_alone(&mut self) {
        let is_email = |word: &str| {
            word.match_indices('@')
                .any(|(at, _)| word[..at].ends_with(char::is_alphanumeric) && word[at + 1..].starts_with(char::is_alphanumeric))
        };
        let mut start = 0;
        for piece in self.text.split_inclusive(char::is_whitespace) {
            let word = piece.trim_end();
            let www = word.strip_prefix("www.").is_some_and(|rest| !rest.is_empty());
            if www || word.contains("://") || is_email(word) {
                // A quotation mark at either end belongs to the sentence.
                let quote = |c| matches!(c, '"' | '\'' | '(' | ')' | '.' | ',' | ';' | ':' | '!' | '?');
                let tail = word.trim_start_matches(quote);
                let first = start + word.len() - tail.len();
                self.leave_alone(first..first + tail.trim_end_matches(quote).len());
            }
            start += piece.len();
        }
    }

    /// `$…$` as Pandoc reads it: no space inside the dollars, no digit after the closing one.
    fn leave_formulas_alone(&mut self) {
        let mut open: Option<usize> = None;
        for (at, _) in self.text.match_indices('$') {
            if !self.is_free(at) {
                continue;
            }
            let spaced = |c: Option<char>| c.is_none_or(char::is_whitespace);
            let (before, after) = (self.before(at).next(), self.from(at + 1).next());
            match open {
                Some(start) if !spaced(before) && !after.is_some_and(|c| c.is_ascii_digit()) && at > start + 1 => {
                    self.leave_alone(start..at + 1);
                    open = None;
                }
                _ if !spaced(after) => open = Some(at),
                _ => {}
            }
        }
    }
}

/// What a straight mark, or one that the author set, is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Open,
    Close,
    Apostrophe,
}

struct Quote {
    at: Range<usize>,
    double: bool,
    /// Whether the author wrote the language's own mark, which stays.
    set: bool,
    mark: Mark,
    /// For an opening mark: whether it was closed. For a closing one: whether it closes one.
    paired: bool,
}

const STRAIGHT: ByteSet = ByteSet::of(b"\"'");
/// How quotation marks of any language begin: « and », ‘ to ›, 「 to 』.
const MARKS: ByteSet = STRAIGHT.with(b"\xC2\xE2\xE3");

/// What stands before a mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Opening,
    Word,
    Apostrophe,
    Other,
}

fn quotes(run: &Run, language: Language, out: &mut Vec<Edit>) {
    let marks = marks(language);
    let own = |mark: &str| mark.trim_matches(['\u{a0}', '\u{202f}']).chars().next();
    let (own_open, own_close) = (own(marks.outer.0), own(marks.outer.1));
    let hebrew = language.base().as_str() == "he";
    let mut found: Vec<Quote> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for at in MARKS.places(run.bytes()) {
        let Some(c) = run.from(at).next().filter(|_| run.is_free(at)) else { continue };
        let quote = |double, mark| Quote { at: at..at + c.len_utf8(), double, set: false, mark, paired: false };
        match c {
            '"' | '\'' => {
                let before = before(run, at, found.last());
                let in_word = is_hebrew(run.before(at).next()) && (c == '\'' || is_hebrew(run.from(at + 1).next()));
                if hebrew && in_word {
                    out.push(Edit { at: at..at + 1, with: if c == '"' { "״" } else { "׳" } });
                    continue;
                }
                let mark = if c == '"' {
                    double_mark(run, at, before, open.iter().any(|q| found[*q].double))
                } else {
                    single_mark(run, at, before, open.last().is_some_and(|q| !found[*q].double))
                };
                let Some(mark) = mark else { continue };
                found.push(quote(c == '"', mark));
            }
            c if own_open != own_close && Some(c) == own_open => found.push(Quote { set: true, ..quote(true, Mark::Open) }),
            c if own_open != own_close && Some(c) == own_close => found.push(Quote { set: true, ..quote(true, Mark::Close) }),
            _ => continue,
        }
        let this = found.len() - 1;
        match found[this].mark {
            Mark::Open if open.len() < DEEPEST => open.push(this),
            Mark::Open => {}
            Mark::Close => {
                let (double, set) = (found[this].double, found[this].set);
                if let Some(position) = open.iter().rposition(|q| found[*q].double == double && found[*q].set == set) {
                    found[open[position]].paired = true;
                    found[this].paired = true;
                    open.truncate(position);
                }
            }
            Mark::Apostrophe => {}
        }
    }
    write_quotes(&marks, &found, out);
}

fn write_quotes(marks: &Marks, found: &[Quote], out: &mut Vec<Edit>) {
    let mut levels: Vec<usize> = Vec::new();
    for quote in found {
        let with = match quote.mark {
            Mark::Apostrophe => "’",
            // A single mark that nothing closes was none: ’tis.
            Mark::Open if !quote.double && !quote.paired => "’",
            Mark::Open => {
                let depth = levels.len();
                let level = if quote.double { depth } else { depth.max(1) };
                levels.push(level);
                marks.at(level).0
            }
            Mark::Close if !quote.paired && !quote.double => "’",
            Mark::Close => {
                let level = if quote.paired { levels.pop().unwrap_or(0) } else { 0 };
                marks.at(level).1
            }
        };
        if !quote.set {
            out.push(Edit { at: quote.at.clone(), with });
        }
    }
}

fn before(run: &Run, at: usize, last: Option<&Quote>) -> Before {
    let Some(c) = run.before(at).next() else { return Before::Opening };
    if let Some(quote) = last.filter(|quote| quote.at.end == at) {
        return match quote.mark {
            Mark::Open => Before::Opening,
            Mark::Apostrophe => Before::Apostrophe,
            Mark::Close => Before::Other,
        };
    }
    match c {
        c if c.is_whitespace() => Before::Opening,
        '(' | '[' | '{' | '<' | '¿' | '¡' | '«' | '„' | '‚' | '‹' | '—' | '–' | '-' | '/' | '|' | '=' => Before::Opening,
        '’' => Before::Apostrophe,
        c if is_word(c) => Before::Word,
        _ => Before::Other,
    }
}

fn double_mark(run: &Run, at: usize, before: Before, is_open: bool) -> Option<Mark> {
    let next = run.from(at + 1).next();
    let ends = next.is_none_or(ends_word);
    let word_follows = next.is_some_and(is_word);
    match before {
        Before::Opening if next.is_none_or(char::is_whitespace) => is_open.then_some(Mark::Close),
        Before::Opening => {
            // After a dash a mark may close as well: "Wait—", he said.
            let dash = matches!(run.before(at).next(), Some('—' | '–' | '-' | '/' | '='));
            Some(if dash && ends && is_open { Mark::Close } else { Mark::Open })
        }
        Before::Apostrophe if word_follows => Some(Mark::Open),
        // 6'2" and 24": inches.
        Before::Word if is_digit(run.before(at).next()) && (!is_open || is_feet(run, at)) => None,
        Before::Word if word_follows => is_open.then_some(Mark::Close),
        Before::Other if word_follows && !is_open => Some(Mark::Open),
        _ => Some(Mark::Close),
    }
}

fn single_mark(run: &Run, at: usize, before: Before, is_open: bool) -> Option<Mark> {
    let next = run.from(at + 1).next();
    let word_follows = next.is_some_and(is_word);
    let digits = is_digit(run.before(at).next()) && (is_digit(run.from(at + 1).next()) || !is_open && !word_follows);
    match before {
        // 6'2 and 5': feet, minutes.
        Before::Word if digits => None,
        Before::Word if word_follows => Some(Mark::Apostrophe),
        Before::Opening if next.is_none_or(char::is_whitespace) => is_open.then_some(Mark::Close),
        Before::Opening => {
            let mut following = run.from(at + 1);
            let decade = is_digit(following.next()) && is_digit(following.next()) && !is_digit(following.next());
            Some(if decade || is_clipped(run, at) { Mark::Apostrophe } else { Mark::Open })
        }
        _ if is_open => Some(Mark::Close),
        _ => Some(Mark::Apostrophe),
    }
}

/// Letters and digits, marks on them, and what is no text.
pub(super) fn is_word(c: char) -> bool {
    is_alphanumeric(c) || c == OPAQUE || ('\u{300}'..='\u{36f}').contains(&c)
}

fn ends_word(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '…' | '»' | '”')
}

fn is_digit(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_digit())
}

fn is_hebrew(c: Option<char>) -> bool {
    c.is_some_and(|c| ('\u{5d0}'..='\u{5ea}').contains(&c))
}

/// Whether digits before the mark follow `'` and a digit: 6'2". Nobody writes more than two.
fn is_feet(run: &Run, at: usize) -> bool {
    let mut before = run.before(at);
    is_digit(before.next())
        && match (before.next(), before.next(), before.next()) {
            (Some('\''), feet, _) if is_digit(feet) => true,
            (_, Some('\''), feet) => is_digit(feet),
            _ => false,
        }
}

/// English words that begin with an apostrophe, and the middle of rock ’n’ roll.
fn is_clipped(run: &Run, at: usize) -> bool {
    let word: String = run.from(at + 1).take(5).take_while(char::is_ascii_alphabetic).collect::<String>().to_lowercase();
    match word.as_str() {
        "tis" | "twas" | "em" | "til" => true,
        "n" => run.from(at + 2).next() == Some('\''),
        _ => false,
    }
}

const DASHES_AND_DOTS: ByteSet = ByteSet::of(b"-.");

fn dashes_and_dots(run: &Run, out: &mut Vec<Edit>) {
    let bytes = run.bytes();
    let is = |at: usize, mark: u8| bytes.get(at) == Some(&mark) && run.is_free(at);
    let mut near = 0;
    while let Some(start) = DASHES_AND_DOTS.find(bytes, near) {
        near = start + 1;
        if !run.is_free(start) {
            continue;
        }
        let mark = bytes[start];
        while is(near, mark) {
            near += 1;
        }
        let (before, after) = (run.before(start).next(), run.from(near).next());
        let with = match (mark, near - start) {
            // An option of a program: --open.
            (b'-', 2) if before.is_none_or(|c| c.is_whitespace() || c == '(') && after.is_some_and(char::is_alphanumeric) => continue,
            (b'-', 2) => "–",
            (b'-', 3) => "—",
            (b'.', 3) if !matches!(before, Some('/' | '\\')) && !matches!(after, Some('/' | '\\')) => "…",
            _ => continue,
        };
        out.push(Edit { at: start..near, with });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(language: &str, text: &str) -> String {
        plain(text, language.parse().unwrap())
    }

    /// With non-breaking spaces shown.
    fn seen(language: &str, text: &str) -> String {
        set(language, text).replace('\u{a0}', "·").replace('\u{202f}', "¸")
    }

    #[test]
    fn each_language_has_its_own_quotation_marks() {
        for (language, wanted) in [
            ("ru", "«Да», сказал он"),
            ("en", "“Да”, сказал он"),
            ("de", "„Да“, сказал он"),
            ("he", "”Да”, сказал он"),
            ("pl", "„Да”, сказал он"),
            ("sv", "”Да”, сказал он"),
            ("ja", "「Да」, сказал он"),
        ] {
            assert_eq!(set(language, "\"Да\", сказал он"), wanted);
        }
    }

    #[test]
    fn a_quotation_inside_another_takes_the_inner_marks() {
        assert_eq!(set("ru", r#""Он сказал "нет" и вышел""#), "«Он сказал „нет“ и\u{a0}вышел»");
        assert_eq!(set("ru", r#"«Он сказал "нет"»"#), "«Он сказал „нет“»");
        assert_eq!(set("en", r#""He said 'no', twice.""#), "“He said ‘no’, twice.”");
        assert_eq!(set("en", r#""'No,' he said.""#), "“‘No,’ he said.”");
        assert_eq!(set("it", r#""a "b "c" b" a""#), "«a “b «c» b” a»");
    }

    #[test]
    fn apostrophes_are_no_quotation_marks() {
        assert_eq!(set("it", "l'arte dell'attesa"), "l’arte dell’attesa");
        assert_eq!(set("it", r#"l'"arte" e l'""#), "l’«arte» e l’»");
        assert_eq!(set("uk", "п'ять"), "п’ять");
        assert_eq!(set("en", "'Tis the dogs' \"house\" of the '90s, rock 'n' roll"), "’Tis the dogs’ “house” of the ’90s, rock ’n’ roll");
        assert_eq!(set("en", "\"'Tis,\" said he"), "“’Tis,” said he");
        assert_eq!(set("he", "צה\"ל ג'ירפה"), "צה״ל ג׳ירפה");
    }

    #[test]
    fn feet_inches_and_minutes_are_left_alone() {
        assert_eq!(set("en", r#"He is 6'2", the screen 24", and it takes 5'."#), r#"He is 6'2", the screen 24", and it takes 5'."#);
        assert_eq!(set("en", r#""It was 1984""#), "“It was 1984”");
    }

    #[test]
    fn hyphens_become_dashes_and_dots_an_ellipsis() {
        assert_eq!(set("en", "1914--1918, so---and then..."), "1914–1918, so—and then…");
        assert_eq!(set("en", "apologue serve --open ---- .... ../.../x"), "apologue serve --open ---- .... ../.../x");
        assert_eq!(set("es", "---dijo él---"), "—dijo él—");
    }

    #[test]
    fn addresses_and_formulas_stay_as_they_are() {
        assert_eq!(set("en", "see \"https://a.example/--x'y\", a--b@c.example"), "see “https://a.example/--x'y”, a--b@c.example");
        assert_eq!(set("en", "$f''(x) -- 1$ and $5--$6"), "$f''(x) -- 1$ and $5–$6");
    }

    #[test]
    fn russian_binds_dashes_short_words_numbers_and_initials() {
        assert_eq!(seen("ru", "Он — я"), "Он·— я");
        assert_eq!(seen("ru", "— Да, — сказал он."), "—·Да,·— сказал он.");
        assert_eq!(seen("ru", "и в доме с А. С. Пушкиным"), "и·в·доме с·А.·С.·Пушкиным");
        assert_eq!(seen("ru", "дом № 5, § 7, 10 000 руб., 5 км"), "дом·№·5,·§·7, 10·000·руб., 5·км");
        assert_eq!(seen("ru", "новая папка на столе"), "новая папка на·столе");
    }

    #[test]
    fn french_sets_spaces_before_high_marks_and_inside_guillemets() {
        assert_eq!(seen("fr", "\"Oui\" : c'est vrai ! Non ? Si; voilà"), "«·Oui·»·: c’est vrai¸! Non¸? Si¸; voilà");
        assert_eq!(seen("fr", "« Oui », 12:30"), "«·Oui·», 12:30");
        assert_eq!(seen("fr-CA", "Vrai! Oui : \"x\""), "Vrai! Oui·: «·x·»");
    }

    #[test]
    fn other_languages_get_no_spaces_that_they_do_not_know() {
        assert_eq!(seen("en", "a dog in a house — yes ! 5 items"), "a dog in a house — yes ! 5 items");
    }

    #[test]
    fn escaped_characters_are_literal() {
        assert_eq!(edits("\"a\"", &[0, 2], "ru".parse().unwrap()), []);
    }
}
