//! Spaces at which a line must not break, as each language's typesetters keep them.

use super::{Edit, OPAQUE, Run, is_word};
use crate::base::language::Language;

const NBSP: &str = "\u{a0}";
const NARROW: &str = "\u{202f}";

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
    let is_dash = |i: usize| match run.get(i as isize) {
        Some('—' | '–') => true,
        Some('-') => {
            made.binary_search_by_key(&run.bytes(i..i).start, |edit| edit.at.start).is_ok_and(|edit| matches!(made[edit].with, "—" | "–"))
        }
        _ => false,
    };
    for i in 0..run.len() {
        if !run.is_free(i) {
            continue;
        }
        let bind = |with| Edit { at: run.bytes(i..i + 1), with };
        match run.get(i as isize) {
            Some(' ') => {
                if let Some(with) = habits.binds(run, i, &is_dash) {
                    out.push(bind(with));
                }
            }
            // Where the author left the space out, it is put in.
            Some(mark @ (';' | '!' | '?')) if habits.french == Some(French::Europe) && after_word_at_end(run, i) => {
                debug_assert!(mark.is_ascii());
                out.push(Edit { at: run.bytes(i..i), with: NARROW });
            }
            Some(':') if habits.french.is_some() && after_word_at_end(run, i) => {
                out.push(Edit { at: run.bytes(i..i), with: NBSP });
            }
            _ => {}
        }
    }
    out.extend(made);
}

/// Whether the mark directly follows a word and ends it.
fn after_word_at_end(run: &Run, i: usize) -> bool {
    let word = run.get(i as isize - 1).is_some_and(|c| c.is_alphabetic() || c == OPAQUE);
    word && run.get(i as isize + 1).is_none_or(|c| c.is_whitespace() || matches!(c, '"' | '»' | ')'))
}

impl Habits {
    /// What is set for the space with this number, if it binds.
    fn binds(&self, run: &Run, i: usize, is_dash: &dyn Fn(usize) -> bool) -> Option<&'static str> {
        let at = i as isize;
        let (before, after) = (run.get(at - 1), run.get(at + 1)?);
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
        let bound = before.is_ascii_digit() && (self.grouped_digits && groups_digits(run, i) || unit_follows(run, i))
            || self.slavic && (self.binds_dash(run, i, is_dash) || initial(run, i) || matches!(after, '№' | '§'))
            || self.short_word_before(run, i);
        bound.then_some(NBSP)
    }

    /// « —» stays with the word before it; a dash that begins a speech, with the one after.
    fn binds_dash(&self, run: &Run, i: usize, is_dash: &dyn Fn(usize) -> bool) -> bool {
        if is_dash(i + 1) {
            // The dash may be three hyphens.
            let end = (i + 1..run.len().min(i + 5)).find(|j| !matches!(run.get(*j as isize), Some('-' | '—' | '–')));
            return end.is_none_or(|end| run.get(end as isize).is_some_and(char::is_whitespace));
        }
        i <= 3 && is_dash(0) && (0..i).all(|j| matches!(run.get(j as isize), Some('-' | '—' | '–')))
    }

    fn short_word_before(&self, run: &Run, i: usize) -> bool {
        if self.short_words.is_empty() || run.get(i as isize + 1).is_some_and(|c| matches!(c, '—' | '–' | '-')) {
            return false;
        }
        let word: String = (1..=3)
            .map_while(|back| run.get(i as isize - back).filter(|c| is_word(*c) || *c == '-'))
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .flat_map(char::to_lowercase)
            .collect();
        self.short_words.contains(&word.as_str())
    }
}

/// 10 000: one to three digits before, exactly three after.
fn groups_digits(run: &Run, i: usize) -> bool {
    let digits = |from: isize, step: isize| (0..4).take_while(|n| run.get(from + n * step).is_some_and(|c| c.is_ascii_digit())).count();
    let (before, after) = (digits(i as isize - 1, -1), digits(i as isize + 1, 1));
    before <= 3 && after == 3
}

fn unit_follows(run: &Run, i: usize) -> bool {
    let word: String =
        (1..=5).map_while(|n| run.get(i as isize + n).filter(|c| c.is_alphabetic() || matches!(c, '%' | '‰' | '°' | '€' | '₽'))).collect();
    UNITS.contains(&word.as_str())
}

/// А. С. Пушкин: a capital and a point before, a capital after.
fn initial(run: &Run, i: usize) -> bool {
    let at = i as isize;
    run.get(at - 1) == Some('.')
        && run.get(at - 2).is_some_and(char::is_uppercase)
        && run.get(at - 3).is_none_or(|c| !is_word(c))
        && run.get(at + 1).is_some_and(char::is_uppercase)
}
