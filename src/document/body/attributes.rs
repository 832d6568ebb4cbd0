//! `{key=value key="several words" #id}` after a fence or a bracketed part.

use std::ops::Range;

/// One attribute. Places are bytes of the text that it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Attribute {
    pub(super) name: String,
    pub(super) value: String,
    pub(super) at: Range<usize>,
}

/// Attributes, and the end of the closing brace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Attributes {
    pub(super) list: Vec<Attribute>,
    pub(super) end: usize,
}

/// The marks that may stand around a value: editors turn straight ones into these.
const QUOTES: &[(char, &[char])] = &[('"', &['"']), ('\'', &['\'']), ('“', &['”', '“']), ('„', &['“', '”']), ('«', &['»']), ('”', &['”'])];

/// Braces that close later close something else.
const LONGEST: usize = 500;

/// Reads attributes from a `{` at `start`, on one line: them, or the place of the first that cannot be read. `None` if no brace closes them.
pub(super) fn read(text: &str, start: usize) -> Option<Result<Attributes, Range<usize>>> {
    let end = text.floor_char_boundary(start.saturating_add(LONGEST));
    let line = text[start..end].find(['\n', '\r']).map_or(&text[..end], |i| &text[..start + i]);
    let mut list = Vec::new();
    let mut at = start + 1;
    loop {
        at += leading(&line[at..], char::is_whitespace);
        let rest = line.get(at..)?;
        let first = rest.chars().next()?;
        if first == '}' {
            return Some(Ok(Attributes { list, end: at + 1 }));
        }
        let name_length = leading(rest, |c| c.is_alphanumeric() || matches!(c, '-' | '_' | ':'));
        if name_length > 0 && rest[name_length..].starts_with('=') {
            let value_start = at + name_length + 1;
            let (value, end) = value(line, value_start)?;
            list.push(Attribute { name: rest[..name_length].to_lowercase(), value, at: at..end });
            at = end;
        } else {
            let end = at + leading(rest, |c| !c.is_whitespace() && c != '}').max(first.len_utf8());
            match rest.strip_prefix('#') {
                Some(id) if end > at + 1 => list.push(Attribute { name: "id".into(), value: id[..end - at - 1].into(), at: at..end }),
                _ => return Some(Err(at..end)),
            }
            at = end;
        }
    }
}

fn value(line: &str, start: usize) -> Option<(String, usize)> {
    let rest = &line[start..];
    let first = rest.chars().next()?;
    if let Some((_, closing)) = QUOTES.iter().find(|(open, _)| *open == first) {
        let mut value = String::new();
        let mut escaped = false;
        for (i, c) in rest.char_indices().skip(1) {
            match c {
                '\\' if !escaped => escaped = true,
                c if closing.contains(&c) && !escaped => return Some((value, start + i + c.len_utf8())),
                c => {
                    if escaped && c != '\\' && !closing.contains(&c) {
                        value.push('\\');
                    }
                    escaped = false;
                    value.push(c);
                }
            }
        }
        return None;
    }
    let length = leading(rest, |c| !c.is_whitespace() && c != '}');
    Some((rest[..length].to_owned(), start + length))
}

/// How many bytes at the beginning are such characters.
pub(super) fn leading(text: &str, is: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(text: &str) -> Vec<(String, String)> {
        read(text, 0).unwrap().unwrap().list.into_iter().map(|a| (a.name, a.value)).collect()
    }

    fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
    }

    #[test]
    fn values_may_be_quoted_in_several_ways() {
        let wanted = owned(&[("lang", "ru"), ("by", "Лев Толстой"), ("id", "a")]);
        assert_eq!(pairs("{lang=ru by=\"Лев Толстой\" #a}"), wanted);
        assert_eq!(pairs("{ lang='ru' by=«Лев Толстой» id=a }"), wanted);
        assert_eq!(pairs("{lang=“ru” by=“Лев Толстой” id=”a”}"), wanted);
        assert_eq!(pairs(r#"{by="\"Да\""}"#), owned(&[("by", "\"Да\"")]));
        assert_eq!(pairs("{}"), []);
    }

    #[test]
    fn what_is_not_closed_is_none_and_what_is_no_attribute_is_shown() {
        assert_eq!(read("{lang=ru", 0), None);
        assert_eq!(read("{by=\"x}", 0), None);
        assert_eq!(read("{lang=ru\n}", 0), None);
        assert_eq!(read("я{.big}", 2), Some(Err(3..7)));
    }
}
