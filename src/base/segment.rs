//! What a name must be so that it can be a segment of an address, on a server, in a zip and on every file system.

use icu::normalizer::ComposingNormalizerBorrowed;

/// Longer names cannot be unpacked everywhere, and an ending is still to come.
const LONGEST: usize = 200;

/// Why no segment of an address can be made of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is nothing.
    Empty,
    /// A slash or a backslash: more than one segment.
    Slash,
    /// A character that some system does not allow.
    Character(char),
    /// It begins with a dot: hidden, or `.` or `..`.
    LeadingDot,
    /// It begins with a space or ends in a space or a dot, which Windows drops.
    Edge,
    /// A device of Windows.
    Reserved,
    /// Too long.
    Long,
}

impl Fault {
    /// The word for messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Fault::Empty => "empty",
            Fault::Slash => "slash",
            Fault::Character(_) => "character",
            Fault::LeadingDot => "leading-dot",
            Fault::Edge => "edge",
            Fault::Reserved => "reserved",
            Fault::Long => "long",
        }
    }

    /// The character at fault, as it can be shown.
    pub fn character(self) -> String {
        match self {
            Fault::Character(c) if c.is_control() || c.is_whitespace() => format!("U+{:04X}", u32::from(c)),
            Fault::Character(c) => c.to_string(),
            _ => String::new(),
        }
    }
}

/// Checks one segment.
pub fn check(name: &str) -> Result<(), Fault> {
    if name.is_empty() {
        return Err(Fault::Empty);
    }
    if name.starts_with('.') {
        return Err(Fault::LeadingDot);
    }
    if name.contains(['/', '\\']) {
        return Err(Fault::Slash);
    }
    if let Some(c) = name.chars().find(|&c| c.is_control() || is_invisible(c) || matches!(c, ':' | '?' | '*' | '"' | '<' | '>' | '|')) {
        return Err(Fault::Character(c));
    }
    if name.starts_with(char::is_whitespace) || name.ends_with(|c: char| c == '.' || c.is_whitespace()) {
        return Err(Fault::Edge);
    }
    if is_reserved(name) {
        return Err(Fault::Reserved);
    }
    if name.len() > LONGEST {
        return Err(Fault::Long);
    }
    Ok(())
}

/// Line separators and the marks that change the direction of what follows: two names must not look alike.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// `CON`, `nul.txt`, `COM1`, …
fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    match stem.as_str() {
        "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$" => true,
        other => ["COM", "LPT"].iter().any(|device| {
            other
                .strip_prefix(device)
                .is_some_and(|rest| rest.chars().count() == 1 && rest.starts_with(|c: char| matches!(c, '0'..='9' | '¹' | '²' | '³')))
        }),
    }
}

/// One form for letters that can be written in two ways (й, é): what looks the same is the same.
pub fn normalize(name: &str) -> String {
    if name.is_ascii() {
        return name.to_owned();
    }
    ComposingNormalizerBorrowed::new_nfc().normalize(name).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_any_script_is_a_segment() {
        for name in ["the-earrings", "серьги", "a b", "v1.2", "it's", "C++", "100%", "耳环", "console", "com", "a#b"] {
            assert_eq!(check(name), Ok(()), "{name}");
        }
    }

    #[test]
    fn what_some_system_cannot_keep_is_refused() {
        let long = "ы".repeat(101);
        for (name, fault) in [
            ("", Fault::Empty),
            (".", Fault::LeadingDot),
            ("..", Fault::LeadingDot),
            (".git", Fault::LeadingDot),
            ("a/b", Fault::Slash),
            ("a\\b", Fault::Slash),
            ("what?", Fault::Character('?')),
            ("a\u{7}b", Fault::Character('\u{7}')),
            ("a\u{202E}b", Fault::Character('\u{202E}')),
            ("end.", Fault::Edge),
            ("end ", Fault::Edge),
            (" begin", Fault::Edge),
            ("CON", Fault::Reserved),
            ("nul.es", Fault::Reserved),
            ("Com1", Fault::Reserved),
            (&long, Fault::Long),
        ] {
            assert_eq!(check(name), Err(fault), "{name:?}");
        }
    }

    #[test]
    fn two_ways_to_write_a_letter_are_one() {
        assert_eq!(normalize("и\u{306}"), "й");
    }
}
