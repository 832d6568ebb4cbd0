//! Quotation marks, apostrophes, dashes, ellipses and non-breaking spaces, as each language sets them.
//!
//! Works on the plain text of one run, such as a paragraph: what stands between its markup. Whatever is no text (code, a picture, a part in
//! another language) is `OPAQUE` in it, so that `"*word*"` and `"`code`"` are quoted like any other word.

mod quotation;
mod spacing;

use std::ops::Range;

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
    quotes(&run, language, &mut out);
    dashes_and_dots(&run, &mut out);
    out.sort_by_key(|edit| edit.at.start);
    spacing::spaces(&run, language, &mut out);
    out.sort_by_key(|edit| (edit.at.start, edit.at.end));
    out.dedup_by(|b, a| b.at.start < a.at.end);
    out
}

/// The characters of a run, each with its place and whether typography leaves it alone.
pub(super) struct Run {
    chars: Vec<(usize, char)>,
    untouched: Vec<bool>,
    end: usize,
}

impl Run {
    fn new(text: &str, literal: &[usize]) -> Run {
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        let mut untouched = vec![false; chars.len()];
        let mut literal = literal.iter().peekable();
        for (i, (at, _)) in chars.iter().enumerate() {
            if literal.next_if(|l| **l == *at).is_some() {
                untouched[i] = true;
            }
        }
        let mut run = Run { chars, untouched, end: text.len() };
        run.leave_addresses_alone();
        run.leave_formulas_alone();
        run
    }

    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    /// The character with this number; `None` beyond either end.
    pub(super) fn get(&self, i: isize) -> Option<char> {
        usize::try_from(i).ok().and_then(|i| self.chars.get(i)).map(|(_, c)| *c)
    }

    pub(super) fn is_free(&self, i: usize) -> bool {
        !self.untouched[i]
    }

    /// The bytes of the characters with these numbers.
    pub(super) fn bytes(&self, i: Range<usize>) -> Range<usize> {
        let place = |i: usize| self.chars.get(i).map_or(self.end, |(at, _)| *at);
        place(i.start)..place(i.end)
    }

    /// Words with `://` or `@` and those that begin with `www.`.
    fn leave_addresses_alone(&mut self) {
        let mut start = 0;
        while start < self.chars.len() {
            let end = (start..self.chars.len()).find(|i| self.chars[*i].1.is_whitespace()).unwrap_or(self.chars.len());
            let word = &self.chars[start..end];
            let www = word.len() > 4 && word[..4].iter().map(|(_, c)| *c).eq("www.".chars());
            let is_address = www
                || word.windows(3).any(|w| w[0].1 == ':' && w[1].1 == '/' && w[2].1 == '/')
                || word.windows(3).any(|w| w[0].1.is_alphanumeric() && w[1].1 == '@' && w[2].1.is_alphanumeric());
            if is_address {
                // A quotation mark at either end belongs to the sentence.
                let quote = |i: &usize| matches!(self.chars[*i].1, '"' | '\'' | '(' | ')' | '.' | ',' | ';' | ':' | '!' | '?');
                let first = (start..end).find(|i| !quote(i)).unwrap_or(end);
                let last = (first..end).rev().find(|i| !quote(i)).map_or(first, |i| i + 1);
                self.untouched[first..last].fill(true);
            }
            start = end + 1;
        }
    }

    /// `$…$` as Pandoc reads it: no space inside the dollars, no digit after the closing one.
    fn leave_formulas_alone(&mut self) {
        let mut open: Option<usize> = None;
        for i in 0..self.chars.len() {
            if self.chars[i].1 != '$' || self.untouched[i] {
                continue;
            }
            let spaced = |c: Option<char>| c.is_none_or(char::is_whitespace);
            let (before, after) = (self.get(i as isize - 1), self.get(i as isize + 1));
            match open {
                Some(start) if !spaced(before) && !after.is_some_and(|c| c.is_ascii_digit()) && i > start + 1 => {
                    self.untouched[start..=i].fill(true);
                    open = None;
                }
                _ if !spaced(after) => open = Some(i),
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
    at: usize,
    double: bool,
    /// Whether the author wrote the language's own mark, which stays.
    set: bool,
    mark: Mark,
    /// For an opening mark: whether it was closed. For a closing one: whether it closes one.
    paired: bool,
}

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
    for i in 0..run.len() {
        let Some(c) = run.get(i as isize) else { continue };
        if !run.is_free(i) {
            continue;
        }
        let quote = |double, mark| Quote { at: i, double, set: false, mark, paired: false };
        match c {
            '"' | '\'' => {
                let before = before(run, i, found.last());
                if hebrew && is_hebrew(run.get(i as isize - 1)) && (c == '\'' || is_hebrew(run.get(i as isize + 1))) {
                    out.push(Edit { at: run.bytes(i..i + 1), with: if c == '"' { "״" } else { "׳" } });
                    continue;
                }
                let mark = if c == '"' {
                    double_mark(run, i, before, open.iter().any(|q| found[*q].double))
                } else {
                    single_mark(run, i, before, open.last().is_some_and(|q| !found[*q].double))
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
    write_quotes(run, &marks, &found, out);
}

fn write_quotes(run: &Run, marks: &Marks, found: &[Quote], out: &mut Vec<Edit>) {
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
            out.push(Edit { at: run.bytes(quote.at..quote.at + 1), with });
        }
    }
}

fn before(run: &Run, i: usize, last: Option<&Quote>) -> Before {
    let Some(c) = run.get(i as isize - 1) else { return Before::Opening };
    if let Some(quote) = last.filter(|quote| quote.at + 1 == i) {
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

fn double_mark(run: &Run, i: usize, before: Before, is_open: bool) -> Option<Mark> {
    let next = run.get(i as isize + 1);
    let ends = next.is_none_or(ends_word);
    let word_follows = next.is_some_and(is_word);
    match before {
        Before::Opening if next.is_none_or(char::is_whitespace) => is_open.then_some(Mark::Close),
        Before::Opening => {
            // After a dash a mark may close as well: "Wait—", he said.
            let dash = matches!(run.get(i as isize - 1), Some('—' | '–' | '-' | '/' | '='));
            Some(if dash && ends && is_open { Mark::Close } else { Mark::Open })
        }
        Before::Apostrophe if word_follows => Some(Mark::Open),
        // 6'2" and 24": inches.
        Before::Word if is_digit(run, i as isize - 1) && (!is_open || is_feet(run, i)) => None,
        Before::Word if word_follows => is_open.then_some(Mark::Close),
        Before::Other if word_follows && !is_open => Some(Mark::Open),
        _ => Some(Mark::Close),
    }
}

fn single_mark(run: &Run, i: usize, before: Before, is_open: bool) -> Option<Mark> {
    let next = run.get(i as isize + 1);
    let word_follows = next.is_some_and(is_word);
    let digits = is_digit(run, i as isize - 1) && (is_digit(run, i as isize + 1) || !is_open && !word_follows);
    match before {
        // 6'2 and 5': feet, minutes.
        Before::Word if digits => None,
        Before::Word if word_follows => Some(Mark::Apostrophe),
        Before::Opening if next.is_none_or(char::is_whitespace) => is_open.then_some(Mark::Close),
        Before::Opening => {
            let decade = is_digit(run, i as isize + 1) && is_digit(run, i as isize + 2) && !is_digit(run, i as isize + 3);
            Some(if decade || is_clipped(run, i) { Mark::Apostrophe } else { Mark::Open })
        }
        _ if is_open => Some(Mark::Close),
        _ => Some(Mark::Apostrophe),
    }
}

/// Letters and digits, marks on them, and what is no text.
pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == OPAQUE || ('\u{300}'..='\u{36f}').contains(&c)
}

fn ends_word(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '…' | '»' | '”')
}

fn is_digit(run: &Run, i: isize) -> bool {
    run.get(i).is_some_and(|c| c.is_ascii_digit())
}

fn is_hebrew(c: Option<char>) -> bool {
    c.is_some_and(|c| ('\u{5d0}'..='\u{5ea}').contains(&c))
}

/// Whether digits before the mark follow `'` and a digit: 6'2". Nobody writes more than two.
fn is_feet(run: &Run, i: usize) -> bool {
    let i = i as isize;
    (2..=3).any(|back| run.get(i - back) == Some('\'') && is_digit(run, i - back - 1)) && is_digit(run, i - 1)
}

/// English words that begin with an apostrophe, and the middle of rock ’n’ roll.
fn is_clipped(run: &Run, i: usize) -> bool {
    let word: String = (1..=5).map_while(|n| run.get(i as isize + n).filter(char::is_ascii_alphabetic)).collect::<String>().to_lowercase();
    match word.as_str() {
        "tis" | "twas" | "em" | "til" => true,
        "n" => run.get(i as isize + 2) == Some('\''),
        _ => false,
    }
}

fn dashes_and_dots(run: &Run, out: &mut Vec<Edit>) {
    let mut i = 0;
    while i < run.len() {
        let Some(c) = run.get(i as isize).filter(|c| matches!(c, '-' | '.') && run.is_free(i)) else {
            i += 1;
            continue;
        };
        let start = i;
        while run.get(i as isize) == Some(c) && run.is_free(i) {
            i += 1;
        }
        let (before, after) = (run.get(start as isize - 1), run.get(i as isize));
        let with = match (c, i - start) {
            // An option of a program: --open.
            ('-', 2) if before.is_none_or(|c| c.is_whitespace() || c == '(') && after.is_some_and(char::is_alphanumeric) => continue,
            ('-', 2) => "–",
            ('-', 3) => "—",
            ('.', 3) if !matches!(before, Some('/' | '\\')) && !matches!(after, Some('/' | '\\')) => "…",
            _ => continue,
        };
        out.push(Edit { at: run.bytes(start..i), with });
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
