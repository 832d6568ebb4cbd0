//! What was meant by a word that is nowhere: typed on another keyboard layout, or with one slip of the finger.

/// The keys of the two layouts, in their order on the keyboard.
const LATIN: &str = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./";
const CYRILLIC: &str = "ёйцукенгшщзхъфывапролджэячсмитьбю.";

/// The same keys on the other layout, if any of them gives another letter there.
pub fn on_other_layout(typed: &str) -> Option<String> {
    let is_latin = typed.chars().any(|c| c.is_ascii_alphabetic());
    let (from, to) = if is_latin { (LATIN, CYRILLIC) } else { (CYRILLIC, LATIN) };
    let other = |c: char| from.chars().zip(to.chars()).find(|(key, _)| *key == c).map_or(c, |(_, other)| other);
    let meant: String = typed.to_lowercase().chars().map(other).collect();
    (meant != typed.to_lowercase()).then_some(meant)
}

/// Keys that give marks with Shift, and the letters that they give on the other layout.
const SHIFTED: [(char, char); 6] = [('~', 'ё'), ('{', 'х'), ('}', 'ъ'), (':', 'ж'), ('<', 'б'), ('>', 'ю')];

/// What was typed as Latin letters with marks among them, as the letters that the same keys give on the other layout.
pub fn letters_on_other_layout(typed: &str) -> Option<String> {
    let has_marks = typed.chars().any(|c| !c.is_alphanumeric());
    if !has_marks || !typed.chars().any(|c| c.is_ascii_alphabetic()) {
        return None;
    }
    let letter = |c: char| {
        let c = c.to_ascii_lowercase();
        let shifted = SHIFTED.iter().find(|(key, _)| *key == c).map(|(_, letter)| *letter);
        shifted.or_else(|| LATIN.chars().zip(CYRILLIC.chars()).find(|(key, _)| *key == c).map(|(_, letter)| letter))
    };
    typed.chars().map(letter).collect()
}

/// Whether the words are one slip apart: a letter too many, too few, another one, or two exchanged (optimal string alignment distance 1).
pub fn is_one_slip(a: &[char], b: &[char]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    match long.len() - short.len() {
        0 if same == short.len() => false,
        0 => {
            let exchanged = same + 1 < short.len()
                && short[same] == long[same + 1]
                && short[same + 1] == long[same]
                && short[same + 2..] == long[same + 2..];
            exchanged || short[same + 1..] == long[same + 1..]
        }
        1 => short[same..] == long[same + 1..],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_on_the_other_layout() {
        for (typed, meant) in [("ghbdtn", Some("привет")), (";fkj,f", Some("жалоба")), ("сдшуте", Some("client")), ("24", None)]
        {
            assert_eq!(on_other_layout(typed).as_deref(), meant, "{typed}");
        }
    }

    #[test]
    fn marks_among_letters_are_read_on_the_other_layout() {
        for (typed, meant) in [
            ("j,tofybt", Some("обещание")),
            (":fkj,f", Some("жалоба")),
            ("gj[j;t", Some("похоже")),
            ("ghbdtn", None),
            ("жалоба,", None),
            ("24,5", None),
            ("a=b", None),
            ("a🎁", None),
        ] {
            assert_eq!(letters_on_other_layout(typed).as_deref(), meant, "{typed}");
        }
    }

    #[test]
    fn one_slip_is_forgiven_and_two_are_not() {
        for (a, b, expected) in [
            ("клиент", "клиент", false),
            ("клиент", "клинет", true),
            ("клиент", "клиет", true),
            ("клиент", "клиеннт", true),
            ("клиент", "клиемт", true),
            ("лкиент", "клиент", true),
            ("клиент", "клтинет", false),
            ("ab", "ba", true),
            ("", "a", true),
            ("abc", "cba", false),
        ] {
            let letters = |word: &str| word.chars().collect::<Vec<_>>();
            assert_eq!(is_one_slip(&letters(a), &letters(b)), expected, "{a} {b}");
            assert_eq!(is_one_slip(&letters(b), &letters(a)), expected, "{b} {a}");
        }
    }
}
