//! Spaces at which a line must not break, as each language's typesetters keep them.

use super::{Edit, OPAQUE, Run, is_word};
use crate::base::bytes::ByteSet;
use crate::base::language::Language;

const NBSP: &str = "\u{a0}";
const NARROW: &str = "\u{202f}";

/// How many letters a short word has at most.
const LONGEST: usize = 2;

/// What a language binds.
struct Habits {
    /// Words that are not left at a line's end.
    short_words: &'static [&'static str],
    /// A dash is not set at a line's beginning, initials stay with their name.
    slavic: bool,
    /// Spaces before high marks.
    french: Option<French>,
    /// 10 000 is one number.
    grouped_digits: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum French {
    Europe,
    Canada,
}

fn habits(language: Language) -> Habits {
    let base = language.base();
    let french = (base.as_str() == "fr").then(|| if language.as_str() == "fr-CA" { French::Canada } else { French::Europe });
    let short_words: &[&str] = match base.as_str() {
        "ru" => &["в", "во", "к", "ко", "с", "со", "у", "о", "об", "от", "до", "за", "из", "на", "по", "и", "а", "но", "не", "ни"],
        "uk" => &["в", "у", "з", "зі", "о", "об", "до", "за", "на", "по", "і", "й", "а", "та", "не", "ні"],
        "be" => &["у", "ў", "з", "са", "аб", "да", "за", "на", "па", "і", "й", "а", "не", "ні"],
        "cs" => &["k", "s", "v", "z", "o", "u", "a", "i"],
        "sk" => &["k", "s", "v", "z", "o", "u", "a", "i"],
        "pl" => &["w", "z", "o", "u", "a", "i"],
        _ => &[],
    };
    Habits {
        short_words,
        slavic: matches!(base.as_str(), "ru" | "uk" | "be"),
        french,
        grouped_digits: matches!(base.as_str(), "ru" | "uk" | "be" | "fr" | "es" | "it" | "cs" | "sk" | "pl" | "bg"),
    }
}

/// Units that stay with their number in any language; the Cyrillic ones stand in texts that use them.
const UNITS: &[&str] = &[
    "%", "‰", "°C", "°F", "€", "₽", "km", "m", "cm", "mm", "kg", "g", "mg", "км", "м", "см", "мм", "кг", "г", "мг", "т", "л", "мл", "ч",
    "мин", "с", "сек", "шт", "руб", "коп", "тыс", "млн", "млрд", "стр", "грн", "хв",
];

/// Adds the spaces to the edits, which are in order.
pub(super) fn spaces(run: &Run, language: Language, out: &mut Vec<Edit>) {
    let habits = habits(language);
    let made = std::mem::take(out);
    // Whether a run of hyphens becomes a dash is known only to the edits.
    let is_dash = |at: usize| match run.from(at).next() {
        Some('—' | '–') => true,
        Some('-') => made.binary_search_by_key(&at, |edit| edit.at.start).is_ok_and(|edit| matches!(made[edit].with, "—" | "–")),
        _ => false,
    };
    let speech = is_dash(0);
    // In most languages only numbers, and signs before them, bind anything.
    let numbers_only = !habits.slavic && habits.french.is_none() && habits.short_words.is_empty();
    for (at, byte) in run.bytes().iter().enumerate() {
        if *byte != b' ' || numbers_only && at > 0 && is_ascii_no_digit(run.bytes()[at - 1]) || !run.is_free(at) {
            continue;
        }
        if let Some(with) = habits.binds(run, at, speech, &is_dash) {
            out.push(Edit { at: at..at + 1, with });
        }
    }
    // Where the author left the space out, it is put in.
    for at in HIGH_MARKS.places(if habits.french.is_some() { run.bytes() } else { b"" }) {
        let colon = run.bytes()[at] == b':';
        if (colon || habits.french == Some(French::Europe)) && run.is_free(at) && after_word_at_end(run, at) {
            out.push(Edit { at: at..at, with: if colon { NBSP } else { NARROW } });
        }
    }
    out.extend(made);
}

const HIGH_MARKS: ByteSet = ByteSet::of(b":;!?");

fn is_ascii_no_digit(byte: u8) -> bool {
    byte.is_ascii() && !byte.is_ascii_digit()
}

/// Whether the mark directly follows a word and ends it.
fn after_word_at_end(run: &Run, at: usize) -> bool {
    let word = run.before(at).next().is_some_and(|c| c.is_alphabetic() || c == OPAQUE);
    word && run.from(at + 1).next().is_none_or(|c| c.is_whitespace() || matches!(c, '"' | '»' | ')'))
}

impl Habits {
    /// What is set for the space at this place, if it binds; `speech` if a dash begins the run.
    fn binds(&self, run: &Run, at: usize, speech: bool, is_dash: &dyn Fn(usize) -> bool) -> Option<&'static str> {
        let (before, after) = (run.before(at).next(), run.from(at + 1).next()?);
        if let Some(french) = self.french {
            match after {
                ';' | '!' | '?' => return Some(if french == French::Europe { NARROW } else { NBSP }).filter(|_| before.is_some()),
                ':' | '»' => return Some(NBSP).filter(|_| before.is_some()),
                _ => {}
            }
            if before == Some('«') {
                return Some(NBSP);
            }
        }
        let before = before?;
        if before.is_whitespace() || after.is_whitespace() {
            return None;
        }
        if matches!(before, '№' | '§') && after.is_ascii_digit() {
            return Some(NBSP);
        }
        let bound = before.is_ascii_digit() && (self.grouped_digits && groups_digits(run, at) || unit_follows(run, at))
            || self.slavic && (self.binds_dash(run, at, speech, is_dash) || initial(run, at) || matches!(after, '№' | '§'))
            || self.short_word_before(run, at, after);
        bound.then_some(NBSP)
    }

    /// « —» stays with the word before it; a dash that begins a speech, with the one after.
    fn binds_dash(&self, run: &Run, at: usize, speech: bool, is_dash: &dyn Fn(usize) -> bool) -> bool {
        if is_dash(at + 1) {
            // The dash may be three hyphens.
            return run.from(at + 1).take(4).find(|c| !is_hyphen(*c)).is_none_or(char::is_whitespace);
        }
        let mut before = run.before(at);
        speech && before.by_ref().take(3).all(is_hyphen) && before.next().is_none()
    }

    fn short_word_before(&self, run: &Run, at: usize, after: char) -> bool {
        if self.short_words.is_empty() || is_hyphen(after) {
            return false;
        }
        let letters = run.before(at).take(LONGEST + 1).take_while(|c| is_word(*c) || *c == '-');
        let (count, length) = letters.fold((0, 0), |(count, length), c| (count + 1, length + c.len_utf8()));
        if count > LONGEST {
            return false;
        }
        let word = run.slice(at - length..at);
        self.short_words.contains(&word)
            || !word.chars().all(char::is_lowercase) && self.short_words.contains(&word.to_lowercase().as_str())
    }
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '—' | '–')
}

/// 10 000: one to three digits before, exactly three after.
fn groups_digits(run: &Run, at: usize) -> bool {
    let before = run.before(at).take(4).take_while(char::is_ascii_digit).count();
    let after = run.from(at + 1).take(4).take_while(char::is_ascii_digit).count();
    before <= 3 && after == 3
}

fn unit_follows(run: &Run, at: usize) -> bool {
    let is_unit = |c: &char| c.is_alphabetic() || matches!(c, '%' | '‰' | '°' | '€' | '₽');
    let word: String = run.from(at + 1).take(5).take_while(is_unit).collect();
    UNITS.contains(&word.as_str())
}

/// А. С. Пушкин: a capital and a point before, a capital after.
fn initial(run: &Run, at: usize) -> bool {
    let mut before = run.before(at);
    before.next() == Some('.')
        && before.next().is_some_and(char::is_uppercase)
        && before.next().is_none_or(|c| !is_word(c))
        && run.from(at + 1).next().is_some_and(char::is_uppercase)
}
