//! The numbers of a text, whatever the language writes between their digits.

use std::collections::HashMap;

use crate::base::language::Language;
use crate::base::locale::Locale;
use crate::document::units::Part;

/// A number of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// As it is written.
    pub written: String,
    /// What it may mean; the likeliest first.
    readings: Vec<Reading>,
    /// Whether others may write it as a word, or not at all: small ones, months, whole hours.
    is_weak: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Reading {
    /// Digits without needless zeros, perhaps with a point.
    Value(String),
    /// Minutes after noon or midnight.
    Time(u32),
    /// Parts that make no one number, such as a version.
    Name(String),
}

/// Words rather than digits are usual up to here.
const SMALL: u32 = 12;

/// What a language puts between digits.
#[derive(Clone, Copy, Debug)]
pub struct Separators {
    decimal: char,
    group: char,
}

impl Separators {
    /// As CLDR has them.
    pub fn of(language: Language) -> Separators {
        let locale = Locale::new(language);
        let between = |text: &str| text.chars().find(|c| !c.is_numeric());
        let decimal = crate::base::number::Number::from_f64(1.5).and_then(|number| between(&locale.number(number)));
        let group = between(&locale.number(1_234_567_u32));
        Separators { decimal: decimal.unwrap_or('.'), group: group.unwrap_or(',') }
    }
}

/// Separators by language. Looking them up takes long, so those of a site are looked up once.
#[derive(Clone, Debug, Default)]
pub struct Writing(HashMap<Language, Separators>);

impl Writing {
    /// Knows these languages.
    pub fn of(languages: &[Language]) -> Writing {
        Writing(languages.iter().map(|language| (*language, Separators::of(*language))).collect())
    }

    /// The numbers of a unit's words; `language` is the text's own.
    pub fn numbers(&self, parts: &[Part], language: Language) -> Vec<Number> {
        let mut found = Vec::new();
        for part in parts {
            if part.words.chars().any(|c| c.is_numeric()) {
                let language = part.language.unwrap_or(language);
                let separators = self.0.get(&language).copied().unwrap_or_else(|| Separators::of(language));
                numbers(&part.words, separators, &mut found);
            }
        }
        found
    }
}

/// Adds the numbers of a text.
fn numbers(text: &str, separators: Separators, found: &mut Vec<Number>) {
    let chars: Vec<char> = text.chars().map(latin).collect();
    let mut at = 0;
    while at < chars.len() {
        if let Some(half) = fraction(chars[at]) {
            found.push(Number { written: chars[at].to_string(), readings: vec![Reading::Value(format!("0.{half}"))], is_weak: true });
            at += 1;
        } else if !chars[at].is_ascii_digit() {
            at += 1;
        } else if at > 0 && (chars[at - 1].is_lowercase() || chars[at - 1].is_uppercase()) {
            // What follows a letter belongs to a name: `B2B`, `h1`.
            while at < chars.len() && chars[at].is_alphanumeric() {
                at += 1;
            }
        } else {
            at = token(&chars, at, separators, found);
        }
    }
}

/// A digit of any script that sites are likely to be written in, as a Latin one.
fn latin(c: char) -> char {
    const ZEROS: [u32; 5] = [0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10];
    if c.is_ascii() {
        return c;
    }
    let digit = ZEROS.iter().find_map(|zero| (c as u32).checked_sub(*zero).filter(|digit| *digit < 10));
    digit.and_then(|digit| char::from_digit(digit, 10)).unwrap_or(match c {
        '٫' => '.',
        '٬' | '’' => '\'',
        c => c,
    })
}

fn fraction(c: char) -> Option<&'static str> {
    Some(match c {
        '½' => "5",
        '¼' => "25",
        '¾' => "75",
        _ => return None,
    })
}

/// Reads the digits from here on, with what stands between them, and returns where they end.
fn token(chars: &[char], start: usize, separators: Separators, found: &mut Vec<Number>) -> usize {
    let mut groups: Vec<String> = Vec::new();
    let mut between: Vec<char> = Vec::new();
    let mut at = start;
    loop {
        let end = (at..chars.len()).find(|&i| !chars[i].is_ascii_digit()).unwrap_or(chars.len());
        groups.push(chars[at..end].iter().collect());
        at = end;
        let Some(&next) = chars.get(at).filter(|c| is_separator(**c)) else { break };
        let digits = (at + 1..chars.len()).take(4).take_while(|&i| chars[i].is_ascii_digit()).count();
        let first = groups.len() == 1;
        let grouped = digits == 3 && (groups[groups.len() - 1].len() == 3 || first && groups[0].len() < 3);
        let joins = match next {
            '\'' => grouped,
            c if c.is_whitespace() => grouped && between.iter().all(|c| c.is_whitespace()),
            _ => digits > 0,
        };
        if !joins || between.len() > 8 {
            break;
        }
        between.push(if next.is_whitespace() { ' ' } else { next });
        at += 1;
    }
    let written: String = chars[start..at].iter().collect();
    match read(&groups, &between, separators) {
        Some(number) => {
            let (number, end) = with_hours(Number { written, ..number }, chars, at);
            let half = chars.get(end).copied().and_then(fraction).filter(|_| between.is_empty());
            match half {
                Some(half) => {
                    let value = format!("{}.{half}", bare(&groups[0]));
                    found.push(Number { readings: vec![Reading::Value(value)], ..number });
                    end + 1
                }
                None => {
                    found.push(number);
                    end
                }
            }
        }
        // A date, a range, a score: each number for itself.
        None => {
            let date = groups.len() == 3 && between[0] == between[1] && is_date(&groups);
            found.extend(groups.iter().map(|digits| {
                let number = integer(digits);
                Number { is_weak: number.is_weak || date && digits.len() < 3, ..number }
            }));
            at
        }
    }
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | '\'' | ':' | '/' | '-') || c.is_whitespace() && c != '\n'
}

fn is_date(groups: &[String]) -> bool {
    let value = |at: usize| groups[at].parse::<u32>().unwrap_or(u32::MAX);
    let day = |at: usize| groups[at].len() <= 2 && (1..=31).contains(&value(at));
    let year = |at: usize| matches!(groups[at].len(), 2 | 4);
    day(1) && (day(0) && year(2) || groups[0].len() == 4 && day(2))
}

/// One number, unless the digits are several.
fn read(groups: &[String], between: &[char], separators: Separators) -> Option<Number> {
    let number = |reading: Reading| Some(Number { written: String::new(), readings: vec![reading], is_weak: false });
    let thousands = |groups: &[String]| groups[0].len() <= 3 && groups[0] != "0" && groups[1..].iter().all(|group| group.len() == 3);
    let whole = |groups: &[String]| Reading::Value(bare(&groups.concat()));
    let Some((&first, rest)) = between.split_first() else { return Some(integer(&groups[0])) };
    let same = rest.iter().all(|c| *c == first);
    match first {
        ' ' | '\'' if same => return number(whole(groups)),
        ':' if same && groups.len() <= 3 => return Some(time(&groups[0], &groups[1])?.1),
        '.' if same && groups.len() == 3 && is_date(groups) => return None,
        '/' | '-' | ':' => return None,
        _ => {}
    }
    if between.iter().any(|c| matches!(c, '/' | '-' | ':')) {
        return None;
    }
    let last = between[between.len() - 1];
    let (head, tail) = groups.split_at(groups.len() - 1);
    let decimal = || {
        let tail = tail[0].trim_end_matches('0');
        let head = bare(&head.concat());
        Reading::Value(if tail.is_empty() { head } else { format!("{head}.{tail}") })
    };
    if same && groups.len() > 2 {
        return if thousands(groups) { number(whole(groups)) } else { number(Reading::Name(groups.join("."))) };
    }
    if groups.len() > 2 {
        let grouped = between[..between.len() - 1].iter().all(|c| *c != last) && thousands(head);
        return grouped.then(|| number(decimal()))?;
    }
    let is_group = last != separators.decimal && (last == separators.group || matches!(separators.decimal, '.' | ','));
    if is_group && thousands(groups) {
        return number(whole(groups));
    }
    let mut readings = vec![decimal()];
    // `15.30` may be a time of day.
    if let Some((reading, _)) = time(&groups[0], &groups[1]) {
        readings.push(reading);
    }
    Some(Number { written: String::new(), readings, is_weak: false })
}

fn bare(digits: &str) -> String {
    match digits.trim_start_matches('0') {
        "" => "0".to_owned(),
        bare => bare.to_owned(),
    }
}

fn integer(digits: &str) -> Number {
    let value = bare(digits);
    let size = value.parse::<u32>().ok();
    let mut readings = vec![Reading::Value(value.clone())];
    // The 1990s may be the 90s.
    if size.is_some_and(|year| (1900..2100).contains(&year) && year % 10 == 0 && year % 100 > 0) {
        readings.push(Reading::Value(value[2..].to_owned()));
    }
    Number { written: digits.to_owned(), readings, is_weak: size.is_some_and(|size| size <= SMALL) }
}

/// A time of day: its reading alone, and as a number that an hour alone may stand for.
fn time(hours: &str, minutes: &str) -> Option<(Reading, Number)> {
    if hours.len() > 2 || minutes.len() != 2 {
        return None;
    }
    let (h, m): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
    if h > 24 || m > 59 {
        return None;
    }
    let reading = Reading::Time((h * 60 + m) % 720);
    let mut readings = vec![reading.clone()];
    if m == 0 {
        readings.extend([h, (h + 12) % 24, h % 12].map(|hour| Reading::Value(hour.to_string())));
    }
    Some((reading, Number { written: String::new(), readings, is_weak: m % 15 == 0 }))
}

/// Takes what makes an hour of a number: `pm`, `h 30`.
fn with_hours(number: Number, chars: &[char], at: usize) -> (Number, usize) {
    let mut next = at;
    while chars.get(next).is_some_and(|c| c.is_whitespace()) && next < at + 2 {
        next += 1;
    }
    let rest: String = chars[next..].iter().take(5).flat_map(|c| c.to_lowercase()).filter(|c| !matches!(c, '.' | ' ' | '\u{a0}')).collect();
    let hour = |number: &Number| match number.readings.first() {
        Some(Reading::Value(value)) => value.parse::<u32>().ok().filter(|hour| *hour <= 24),
        _ => None,
    };
    let ends = |word: &str| rest.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
    if ends("am") || ends("pm") {
        return match hour(&number).and_then(|hour| time(&hour.to_string(), "00")) {
            Some((_, time)) => (Number { written: number.written, ..time }, at),
            None => (number, at),
        };
    }
    // `15 h 30`, `15 ч 30`
    if let (Some(hour), true) = (hour(&number), matches!(chars.get(next), Some('h' | 'ч'))) {
        let mut minutes = next + 1;
        while chars.get(minutes).is_some_and(|c| c.is_whitespace() || *c == '.') && minutes < next + 4 {
            minutes += 1;
        }
        let end = (minutes..chars.len()).take(3).take_while(|&i| chars[i].is_ascii_digit()).count() + minutes;
        let digits: String = chars[minutes.min(end)..end].iter().collect();
        if let Some((_, time)) = time(&hour.to_string(), &digits) {
            return (Number { written: chars[at - number.written.chars().count()..end].iter().collect(), ..time }, end);
        }
    }
    (number, at)
}

/// Beyond so many that have no counterpart at first sight, they are not looked at again.
const MOST: usize = 200;

/// The numbers that only one of two texts has, by their places in the lists, if that is worth a word.
pub fn differ(theirs: &[Number], ours: &[Number]) -> Option<(Vec<usize>, Vec<usize>)> {
    let mut waiting: HashMap<&Reading, Vec<usize>> = HashMap::new();
    for (at, number) in theirs.iter().enumerate().rev() {
        if let Some(reading) = number.readings.first() {
            waiting.entry(reading).or_default().push(at);
        }
    }
    let mut is_found = vec![false; theirs.len()];
    let mut added: Vec<usize> = Vec::new();
    for (at, number) in ours.iter().enumerate() {
        match number.readings.first().and_then(|reading| waiting.get_mut(reading)?.pop()) {
            Some(their) => is_found[their] = true,
            None => added.push(at),
        }
    }
    let mut missing: Vec<usize> = (0..theirs.len()).filter(|at| !is_found[*at]).collect();
    if missing.len() <= MOST && added.len() <= MOST {
        added.retain(|&our| {
            let meets = |their: &usize| theirs[*their].readings.iter().any(|reading| ours[our].readings.contains(reading));
            match missing.iter().position(meets) {
                Some(at) => {
                    missing.remove(at);
                    false
                }
                None => true,
            }
        });
    }
    // One that stands twice here and once there was said again.
    let again = |list: &[Number], number: &Number| list.iter().take(MOST).any(|other| other.readings.first() == number.readings.first());
    missing.retain(|&at| !again(ours, &theirs[at]));
    added.retain(|&at| !again(theirs, &ours[at]));
    let strong = |list: &[Number], places: &[usize]| places.iter().any(|&at| !list[at].is_weak);
    let changed = !missing.is_empty() && !added.is_empty();
    (changed || strong(theirs, &missing) || strong(ours, &added)).then_some((missing, added))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(tag: &str, text: &str) -> Vec<Number> {
        let mut found = Vec::new();
        numbers(text, Separators::of(tag.parse().unwrap()), &mut found);
        found
    }

    /// Whether a text in one language and one in another have the same numbers.
    fn agree((tag, text): (&str, &str), (other, translated): (&str, &str)) -> bool {
        differ(&all(tag, text), &all(other, translated)).is_none()
    }

    #[test]
    fn separators_follow_the_language() {
        for (a, b) in [
            (("en", "1,000 euros"), ("es", "1.000 euros")),
            (("en", "1,000"), ("ru", "1 000")),
            (("en", "1,234,567"), ("ru", "1\u{a0}234\u{202f}567")),
            (("en", "1.5 m"), ("es", "1,5 m")),
            (("en", "12.50"), ("it", "12,5")),
            (("en", "1,234.50"), ("it", "1.234,50")),
            (("en", "1½ cups"), ("ru", "1,5 стакана")),
            (("en", "in 1990s"), ("ru", "в 90-е")),
            (("en", "version 1.2.3"), ("es", "versión 1.2.3")),
            (("en", "10–15, 20"), ("es", "10-15 y 20")),
            (("en", "rooms 1, 22, 333"), ("ru", "комнаты 1, 22 и 333")),
            (("ar", "٢٥٠"), ("en", "250")),
            (("zh", "在2020年"), ("en", "in 2020")),
            (("en", "B2B and 40"), ("es", "40, entre empresas")),
        ] {
            assert!(agree(a, b), "{a:?} {b:?}");
            assert!(agree(b, a), "{b:?} {a:?}");
        }
    }

    #[test]
    fn hours_and_dates_may_be_written_as_the_language_does() {
        for (a, b) in [
            (("en", "at 3 pm"), ("ru", "в 15:00")),
            (("en", "at 3:30 p.m."), ("es", "a las 15.30")),
            (("en", "at 3:30 pm"), ("fr", "à 15 h 30")),
            (("en", "at 15:00"), ("it", "alle 15")),
            (("en", "from 9 to 17"), ("ru", "с 9:00 до 17:00")),
            (("en", "March 15, 2026"), ("ru", "15.03.2026")),
            (("en", "2026-03-15"), ("es", "15 de marzo de 2026")),
            (("en", "3/15/2026"), ("it", "15 marzo 2026")),
            (("en", "half past two"), ("ru", "в 14:30")),
        ] {
            assert!(agree(a, b), "{a:?} {b:?}");
            assert!(agree(b, a), "{b:?} {a:?}");
        }
    }

    #[test]
    fn a_small_number_may_be_a_word_but_no_other_number() {
        assert!(agree(("en", "5 steps"), ("ru", "пять ступеней")));
        assert!(agree(("en", "once in 2 days, 2 times"), ("es", "cada 2 días")));
        for (a, b) in [
            (("en", "5 steps"), ("ru", "6 ступеней")),
            (("en", "250 people"), ("es", "gente")),
            (("en", "1,000"), ("es", "1,000")),
            (("en", "1.5"), ("ru", "15")),
            (("en", "in 1998"), ("it", "nel 1989")),
            (("en", "at 3 pm"), ("ru", "в 16:00")),
            (("en", "12.50 €"), ("it", "12,05 €")),
        ] {
            assert!(!agree(a, b), "{a:?} {b:?}");
            assert!(!agree(b, a), "{b:?} {a:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_panics_and_every_text_agrees_with_itself(text in "[0-9 .,:'’/\u{a0}½hчpm٣-]{0,40}") {
            let found = all("es", &text);
            proptest::prop_assert!(differ(&found, &found).is_none());
        }
    }
}
