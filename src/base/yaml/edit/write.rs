//! Values as they are written.

use super::Value;

/// A value on one line. In brackets fewer texts can stand without quotes.
pub(super) fn inline(value: &Value, brackets: bool) -> String {
    match value {
        Value::Text(text) => scalar(text, brackets, false),
        Value::Plain(text) => scalar(text, brackets, true),
        Value::List(items) => format!("[{}]", joined(items.iter().map(|item| inline(item, true)))),
        Value::Map(pairs) => format!("{{{}}}", joined(pairs.iter().map(|(key, value)| pair(key, value)))),
    }
}

/// `key: value` for between braces.
pub(super) fn pair(key: &str, value: &Value) -> String {
    format!("{}: {}", self::key(key, true), inline(value, true))
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

/// `key: value` on lines of their own, the last without its end.
pub(super) fn block(key: &str, value: &Value, indent: usize, unit: usize, newline: &str) -> String {
    let margin = " ".repeat(indent);
    let key = self::key(key, false);
    match value {
        Value::Map(pairs) if !pairs.is_empty() => {
            let lines = pairs.iter().map(|(key, value)| block(key, value, indent + unit, unit, newline));
            format!("{margin}{key}:{newline}{}", lines.collect::<Vec<_>>().join(newline))
        }
        Value::List(items) if items.iter().any(|item| matches!(item, Value::List(_) | Value::Map(_))) => {
            let inner = " ".repeat(indent + unit);
            let lines = items.iter().map(|item| format!("{newline}{inner}- {}", inline(item, false)));
            format!("{margin}{key}:{}", lines.collect::<String>())
        }
        value => format!("{margin}{key}: {}", inline(value, false)),
    }
}

/// A key. The words of YAML 1.1 stand as they are: `on` is a key of front matter.
pub(super) fn key(key: &str, brackets: bool) -> String {
    scalar(key, brackets, key.chars().all(char::is_alphabetic))
}

/// A text, or with `typed` a number, date, yes or no.
pub(super) fn scalar(text: &str, brackets: bool, typed: bool) -> String {
    if stands_plain(text, brackets) && (typed || !is_typed(text)) {
        return text.to_owned();
    }
    quoted(text)
}

/// In quotes, double ones unless that takes escapes that single ones do not.
pub(super) fn quoted(text: &str) -> String {
    let needs_escape = text.contains(is_special);
    if !needs_escape && text.contains(['"', '\\']) {
        return format!("'{}'", text.replace('\'', "''"));
    }
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if is_special(c) => out.push_str(&match u32::from(c) {
                code @ 0..=0xFF => format!("\\x{code:02X}"),
                code @ 0x100..=0xFFFF => format!("\\u{code:04X}"),
                code => format!("\\U{code:08X}"),
            }),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Line ends of any kind, and what YAML does not let stand as it is.
fn is_special(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}

fn stands_plain(text: &str, brackets: bool) -> bool {
    let indicator = |c: char| "-?:,[]{}#&*!|>'\"%@`".contains(c) || c.is_whitespace();
    !text.is_empty()
        && !text.starts_with(indicator)
        && !text.ends_with(|c: char| c == ':' || c.is_whitespace())
        && !text.contains(is_special)
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.starts_with("...")
        && !(brackets && (text.contains([',', '[', ']', '{', '}', ':', '#']) || text.contains(" -") || text.ends_with('-')))
}

/// Whether a program may read the text as nothing, yes or no, a number or a date, be it by YAML 1.1 or 1.2.
fn is_typed(text: &str) -> bool {
    const WORDS: [&str; 14] = ["null", "~", "true", "false", "yes", "no", "on", "off", "y", "n", "<<", "=", ".inf", ".nan"];
    WORDS.contains(&text.to_ascii_lowercase().as_str())
        || text.contains(|c: char| c.is_ascii_digit())
            && text.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c))
            && text.chars().all(|c| c.is_ascii_hexdigit() || "xXoO_+-.:TtZz ".contains(c))
        || text.to_ascii_lowercase().ends_with(".inf") && text.len() == 5
}
