//! A pseudo-locale: words that can still be read, but are longer and full of accents, to try a theme with. `Search` becomes `[Ŝéàŕçĥ one]`.
//!
//! What is not accented on a page did not come by way of the strings or the content; what has no closing bracket was cut off.

/// How words are disguised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pseudo {
    /// Accented and longer.
    Accented,
    /// The same in a page that runs from right to left, as in Hebrew or Arabic.
    RightToLeft,
}

/// What words are made longer with.
const NUMBERS: [&str; 10] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
/// How much longer, in hundredths: what English commonly needs in other languages.
const LONGER: usize = 35;
/// Reads what stands between it and its end from right to left.
const OVERRIDE: char = '\u{202e}';
const OVERRIDE_END: char = '\u{202c}';

impl Pseudo {
    /// A text of its own in disguise.
    pub fn text(self, text: &str) -> String {
        match text.trim().is_empty() {
            true => text.to_owned(),
            false => format!("[{}{}]", self.words(text), self.padding(text.chars().count())),
        }
    }

    /// Words of a text in disguise, as long as they were: what stands between them, and tags and entities of HTML, stays as it is.
    pub fn words(self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() * 2);
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let length = markup(rest);
            if length > 0 {
                out.push_str(&rest[..length]);
                rest = &rest[length..];
                continue;
            }
            let end = rest.char_indices().skip(1).find(|(at, c)| matches!(c, '<' | '&') && markup(&rest[*at..]) > 0);
            let (words, after) = rest.split_at(end.map_or(rest.len(), |(at, _)| at).max(c.len_utf8()));
            self.run(words, &mut out);
            rest = after;
        }
        out
    }

    /// Words to put behind a text of so many characters.
    pub fn padding(self, characters: usize) -> String {
        let wanted = (characters * LONGER).div_ceil(100);
        let mut padding = String::new();
        for number in NUMBERS.iter().cycle().take_while({
            let mut length = 0;
            move |number| {
                let goes_on = length < wanted;
                length += number.len() + 1;
                goes_on
            }
        }) {
            padding.push(' ');
            padding.push_str(number);
        }
        let mut out = String::new();
        self.run(&padding, &mut out);
        out
    }

    /// A run of plain words. Each line is turned by itself, with the spaces around it left outside.
    fn run(self, words: &str, out: &mut String) {
        match self {
            Pseudo::Accented => words.chars().for_each(|c| accented(c, out)),
            Pseudo::RightToLeft => {
                for line in words.split_inclusive('\n') {
                    let inner = line.trim();
                    let start = line.len() - line.trim_start().len();
                    out.push_str(&line[..start]);
                    if !inner.is_empty() {
                        out.push(OVERRIDE);
                        inner.chars().for_each(|c| accented(c, out));
                        out.push(OVERRIDE_END);
                    }
                    out.push_str(&line[start + inner.len()..]);
                }
            }
        }
    }
}

/// The length of the tag or the entity that the text begins with.
fn markup(text: &str) -> usize {
    let is_tag = text.strip_prefix('<').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'));
    let is_entity = text.strip_prefix('&').is_some_and(|rest| {
        let name = rest.split(';').next().unwrap_or_default();
        name.len() < rest.len() && (1..=10).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#')
    });
    // Neither is long; a sign by itself is none.
    let end = |sign| text.as_bytes().iter().take(LONGEST_TAG).position(|&b| b == sign).map_or(0, |at| at + 1);
    match (is_tag, is_entity) {
        (true, _) => end(b'>'),
        (_, true) => end(b';'),
        _ => 0,
    }
}

/// No tag of a message is longer.
const LONGEST_TAG: usize = 1000;

fn accented(c: char, out: &mut String) {
    const PLAIN: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    const ACCENTED: &str = "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž";
    const VOWELS: &str = "аеиоуыэюяАЕИОУЫЭЮЯαεηιουωΑΕΗΙΟΥΩ";
    match PLAIN.chars().zip(ACCENTED.chars()).find(|(plain, _)| *plain == c) {
        Some((_, accented)) => out.push(accented),
        None => {
            out.push(c);
            // Cyrillic and Greek take an acute above.
            if VOWELS.contains(c) {
                out.push('\u{301}');
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_accented_longer_and_in_brackets() {
        assert_eq!(Pseudo::Accented.text("Search"), "[Šéåŕçĥ öñé]");
        assert_eq!(Pseudo::Accented.text("Сад"), "[Са\u{301}д öñé]");
        assert_eq!(Pseudo::Accented.text(" "), " ");
        for text in ["Read on", "The address may have been mistyped, or the page may have moved."] {
            let length = Pseudo::Accented.text(text).chars().count() as f64 / text.chars().count() as f64;
            assert!((1.35..2.0).contains(&length), "{text}: {length}");
        }
    }

    #[test]
    fn markup_stays_as_it_is() {
        assert_eq!(Pseudo::Accented.words("<b class=\"a\">ab</b>&nbsp;a & b < c <"), "<b class=\"a\">åƀ</b>&nbsp;å & ƀ < ç <");
        assert_eq!(Pseudo::Accented.words("<a"), "<å");
    }

    #[test]
    fn from_right_to_left_each_run_of_words_is_turned() {
        assert_eq!(Pseudo::RightToLeft.words("ab <i>c</i>"), "\u{202e}åƀ\u{202c} <i>\u{202e}ç\u{202c}</i>");
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_lost(text in "\\PC*") {
            Pseudo::Accented.text(&text);
            Pseudo::RightToLeft.text(&text);
        }
    }
}
