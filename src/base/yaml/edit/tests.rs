use proptest::prelude::*;

use super::*;
use crate::base::path::SitePath;
use crate::base::yaml::Step::{Index, Key};

fn text(source: &str) -> Text {
    Text::new(SitePath::new("a.yaml"), source)
}

fn edited(source: &str, edits: &[Edit<'_>]) -> String {
    match edit(&text(source), 0..source.len(), edits) {
        Ok(edited) => edited,
        Err(refusal) => format!("{}:{} {}", refusal.place.line, refusal.place.column, refusal.why.as_str()),
    }
}

fn set<'a>(path: &[Step<'a>], value: &str) -> Edit<'a> {
    Edit::Set(path.to_vec(), Value::text(value))
}

fn append<'a>(path: &[Step<'a>], value: &str) -> Edit<'a> {
    Edit::Append(path.to_vec(), Value::text(value))
}

fn remove<'a>(path: &[Step<'a>]) -> Edit<'a> {
    Edit::Remove(path.to_vec())
}

#[test]
fn a_value_is_replaced_where_it_stands() {
    let t = [Key("t")];
    for (source, expected) in [
        ("t: a", "t: b"),
        ("t:   a  # why\nu: c\n", "t:   b  # why\nu: c\n"),
        ("u: c\r\nt: a\r\n# end\r\n", "u: c\r\nt: b\r\n# end\r\n"),
        ("t: 'a'\n", "t: \"b\"\n"),
        ("t: \"a\" # why\n", "t: \"b\" # why\n"),
        ("t:\nu: c\n", "t: b\nu: c\n"),
        ("t: # later\nu: c\n", "t: b # later\nu: c\n"),
        ("t: >\n  one\n  two\n\n# why\nu: c\n", "t: b\n\n# why\nu: c\n"),
        ("t: |\n  one\n\n  two\nu: c\n", "t: b\nu: c\n"),
        ("t: one\n  two\nu: c\n", "t: b\nu: c\n"),
        ("t: [a, c] # why\nu: c\n", "t: b # why\nu: c\n"),
        ("t: # list\n- a\n- c\nu: c\n", "t: b # list\nu: c\n"),
        ("t:\n  a: 1\n  b: {c: 2}\n# why\nu: c\n", "t: b\n# why\nu: c\n"),
        ("{t: a, u: c}", "{t: b, u: c}"),
        ("{u: c, t: }", "{u: c, t: b }"),
        ("Привет: мир\nt: я # это\n", "Привет: мир\nt: b # это\n"),
        ("? t\n: a\n", "? t\n: b\n"),
        ("a: &x 1\nt: *x\n", "a: &x 1\nt: b\n"),
        ("a: *x\nt: a\n", "1:4 unreadable"),
        ("t: &x 1\na: *x\n", "1:4 unusual"),
        ("t: a\nt: c\n", "2:1 unreadable"),
    ] {
        assert_eq!(edited(source, &[set(&t, "b")]), expected, "{source:?}");
    }
}

#[test]
fn what_is_missing_is_made_at_the_end_of_its_mapping() {
    let path = [Key("translation"), Key("reviewed_by")];
    for (source, expected) in [
        ("", "translation:\n  reviewed_by: Ana\n"),
        ("# only this", "# only this\ntranslation:\n  reviewed_by: Ana"),
        ("title: T\n", "title: T\ntranslation:\n  reviewed_by: Ana\n"),
        ("title: T", "title: T\ntranslation:\n  reviewed_by: Ana"),
        ("title: T\r\n", "title: T\r\ntranslation:\r\n  reviewed_by: Ana\r\n"),
        ("translation: {from: en} # why\n", "translation: {from: en, reviewed_by: Ana} # why\n"),
        ("translation: { from: en }\n", "translation: { from: en, reviewed_by: Ana }\n"),
        ("translation: {}\n", "translation: {reviewed_by: Ana}\n"),
        (
            "translation:\n  from: en # why\n  # more\n\ntitle: T\n",
            "translation:\n  from: en # why\n  reviewed_by: Ana\n  # more\n\ntitle: T\n",
        ),
        ("translation:\n    from: en\ntitle: T\n", "translation:\n    from: en\n    reviewed_by: Ana\ntitle: T\n"),
        ("translation:\ntitle: T\n", "translation:\n  reviewed_by: Ana\ntitle: T\n"),
        ("translation: ~\ntitle: T\n", "translation: {reviewed_by: Ana}\ntitle: T\n"),
        ("{title: T}", "{title: T, translation: {reviewed_by: Ana}}"),
        ("{}", "{translation: {reviewed_by: Ana}}"),
        ("title: T\nlist:\n- a\n\n# the end\n", "title: T\nlist:\n- a\ntranslation:\n  reviewed_by: Ana\n\n# the end\n"),
        ("title: |\n  T\n\n# the end\n", "title: |\n  T\ntranslation:\n  reviewed_by: Ana\n\n# the end\n"),
        ("translation: en\n", "1:14 shape"),
        ("translation: [en]\n", "1:14 shape"),
        ("a: &x {from: en}\ntranslation: *x\n", "2:14 unusual"),
    ] {
        assert_eq!(edited(source, &[set(&path, "Ana")]), expected, "{source:?}");
    }
}

#[test]
fn an_item_joins_a_list_in_the_list_s_own_style() {
    let t = [Key("t")];
    for (source, expected) in [
        ("t: [a] # why\n", "t: [a, b] # why\n"),
        ("t: []\n", "t: [b]\n"),
        ("t: [ a ]\n", "t: [ a, b ]\n"),
        ("t: [\n  a, # one\n  c, # two\n]\n", "t: [\n  a, # one\n  c, b, # two\n]\n"),
        ("t:\n- a\nu: c\n", "t:\n- a\n- b\nu: c\n"),
        ("t:\n  - a # why\n\n  # end\nu: c\n", "t:\n  - a # why\n  - b\n\n  # end\nu: c\n"),
        ("t:\n  - k: 1\n    l: 2\nu: c\n", "t:\n  - k: 1\n    l: 2\n  - b\nu: c\n"),
        ("t: a # why\n", "t: [a, b] # why\n"),
        ("t: \"a, c\"\n", "t: [\"a, c\", b]\n"),
        ("t: a, c\n", "t: [\"a, c\", b]\n"),
        ("t: >\n  a\n  c\nu: c\n", "t: [\"a c\\n\", b]\nu: c\n"),
        ("t:\nu: c\n", "t: [b]\nu: c\n"),
        ("u: c\n", "u: c\nt: [b]\n"),
        ("t: {a: c}\n", "1:4 shape"),
        ("t:\n  a: c\n", "2:3 shape"),
    ] {
        assert_eq!(edited(source, &[append(&t, "b")]), expected, "{source:?}");
    }
}

#[test]
fn one_item_of_a_list_is_replaced() {
    for (source, index, expected) in [
        ("t: [a, c] # why\n", 1, "t: [a, b] # why\n"),
        ("t:\n- 'a'\n- c # why\n", 0, "t:\n- \"b\"\n- c # why\n"),
        ("t: a\n", 0, "t: b\n"),
        ("t: [a]\n", 1, "t: [a, b]\n"),
        ("t: [a]\n", 2, "1:4 missing"),
        ("t: a\n", 1, "1:4 shape"),
    ] {
        assert_eq!(edited(source, &[set(&[Key("t"), Index(index)], "b")]), expected, "{source:?}");
    }
}

#[test]
fn what_is_removed_takes_its_line_along_and_leaves_the_comments() {
    let t = [Key("t")];
    for (source, path, expected) in [
        ("t: a\nu: c\n", &t[..], "u: c\n"),
        ("u: c\n# why\nt: a # and\n\n# end\n", &t, "u: c\n# why\n\n# end\n"),
        ("u: c\nt: a", &t, "u: c"),
        ("t: a", &t, ""),
        ("t:\n- a\n- b\nu: c\n", &t, "u: c\n"),
        ("t: >\n  a\n\n  b\n# why\nu: c\n", &t, "# why\nu: c\n"),
        ("{t: a, u: c}", &t, "{u: c}"),
        ("{u: c, t: a}", &t, "{u: c}"),
        ("t: [a, b, c]\n", &[Key("t"), Index(0)], "t: [b, c]\n"),
        ("t: [a, b, c]\n", &[Key("t"), Index(1)], "t: [a, c]\n"),
        ("t: [a, b, c,]\n", &[Key("t"), Index(2)], "t: [a, b,]\n"),
        ("t: [\n  a, # one\n  b, # two\n]\n", &[Key("t"), Index(1)], "t: [\n  a, # one\n   # two\n]\n"),
        ("t:\n- a\n- b # why\n- c\n", &[Key("t"), Index(1)], "t:\n- a\n- c\n"),
        ("t: a\nu: c\n", &[Key("t"), Index(0)], "u: c\n"),
        ("t: [a]\nu: c\n", &[Key("t"), Index(0)], "u: c\n"),
        ("t: {v: {w: x}}\nu: c\n", &[Key("t"), Key("v"), Key("w")], "u: c\n"),
        ("t:\n- v: a\n  w: b\n", &[Key("t"), Index(0), Key("v")], "t:\n- w: b\n"),
        ("t:\n- v: a\n- w: b\n", &[Key("t"), Index(0), Key("v")], "t:\n- w: b\n"),
        ("u: c\n", &t, "1:1 missing"),
        ("t: [a]\n", &[Key("t"), Index(1)], "1:4 missing"),
    ] {
        assert_eq!(edited(source, &[remove(path)]), expected, "{source:?}");
    }
}

#[test]
fn a_key_is_renamed_and_its_value_stays() {
    for (source, expected) in [
        ("a: 1\nt: [x] # why\n", "a: 1\nnew id: [x] # why\n"),
        ("\"t\": 1\n", "\"new id\": 1\n"),
        ("t:\n  b: 1\n", "new id:\n  b: 1\n"),
        ("{a: 1, t}", "{a: 1, new id}"),
        ("t: 1\nnew id: 2\n", "1:4 taken"),
        ("a: 1\n", "1:1 missing"),
    ] {
        assert_eq!(edited(source, &[Edit::Rename(vec![Key("t")], "new id")]), expected, "{source:?}");
    }
}

#[test]
fn lists_and_mappings_are_written_as_authors_write_them() {
    let history = Value::Map(vec![("by".to_owned(), Value::text("Ана, я")), ("on".to_owned(), Value::plain("2026-11-21"))]);
    let edits = [
        Edit::Set(vec![Key("former_ids")], Value::texts(["stories/a", "no"])),
        Edit::Append(vec![Key("history")], history.clone()),
        Edit::Append(vec![Key("history")], history),
        Edit::Set(vec![Key("draft")], Value::plain("true")),
    ];
    let item = "  - {by: \"Ана, я\", on: 2026-11-21}\n";
    assert_eq!(edited("", &edits), format!("former_ids: [stories/a, \"no\"]\nhistory:\n{item}{item}draft: true\n"));
}

#[test]
fn a_text_is_quoted_where_it_would_be_read_as_something_else() {
    for (value, expected) in [
        ("Серьги", "Серьги"),
        ("no", "\"no\""),
        ("Y", "\"Y\""),
        ("1.10", "\"1.10\""),
        ("12:30", "\"12:30\""),
        ("2026-11-21", "\"2026-11-21\""),
        ("2026 and on", "2026 and on"),
        ("~", "\"~\""),
        ("a: b", "\"a: b\""),
        ("a:b", "a:b"),
        ("a:", "\"a:\""),
        ("a #b", "\"a #b\""),
        ("C#", "C#"),
        ("- a", "\"- a\""),
        (" a", "\" a\""),
        ("it's", "it's"),
        ("\"so\"", "'\"so\"'"),
        ("'so' \"and\" so", "'''so'' \"and\" so'"),
        ("two\nlines", "\"two\\nlines\""),
        ("a\u{85}b\u{2028}", "\"a\\x85b\\u2028\""),
        ("!tag", "\"!tag\""),
        ("---", "\"---\""),
        ("«Да», — сказал", "«Да», — сказал"),
        ("", "\"\""),
    ] {
        assert_eq!(edited("", &[set(&[Key("t")], value)]), format!("t: {expected}\n"), "{value:?}");
        let list = edited("t: [x]\n", &[append(&[Key("t")], value)]);
        assert!(list.starts_with("t: [x, "), "{value:?}: {list}");
    }
}

#[test]
fn a_part_of_a_file_is_edited_and_the_rest_is_not_looked_at() {
    let source = "---\ntitle: T\n---\ntitle: body\n";
    let edited = edit(&text(source), 4..13, &[set(&[Key("title")], "U"), set(&[Key("x")], "1a")]);
    assert_eq!(edited.as_deref(), Ok("---\ntitle: U\nx: \"1a\"\n---\ntitle: body\n"));
}

/// Random YAML in the styles that people write, with comments.
fn yaml() -> impl Strategy<Value = String> {
    let word = "[a-zа-я]{1,4}|\"[a-z ,:#]{0,5}\"|'[a-z ,:#]{0,5}'|~|no|[0-9]{1,3}";
    let value = prop_oneof![
        word.prop_map(|w| format!(" {w}")),
        Just(String::new()),
        prop::collection::vec(word, 0..4).prop_map(|items| format!(" [{}]", items.join(", "))),
        prop::collection::vec(word, 1..4).prop_map(|items| items.iter().map(|item| format!("\n  - {item}")).collect::<String>()),
        prop::collection::vec(word, 1..4).prop_map(|items| items.iter().map(|item| format!("\n- {item} # c")).collect::<String>()),
        prop::collection::btree_map("[k-n]", word, 1..4)
            .prop_map(|map| map.iter().map(|(key, value)| format!("\n  {key}: {value} # c")).collect::<String>()),
        prop::collection::btree_map("[k-n]", word, 0..4)
            .prop_map(|map| format!(" {{{}}}", map.iter().map(|(key, value)| format!("{key}: {value}")).collect::<Vec<_>>().join(", "))),
        prop::collection::btree_map("[k-n]", word, 1..3).prop_map(|map| format!(
            "\n  - {}",
            map.iter().map(|(key, value)| format!("{key}: {value}")).collect::<Vec<_>>().join("\n    ")
        )),
        "[a-zа-я]{1,5}".prop_map(|line| format!(" >\n  {line}\n\n  {line}")),
        "[a-zа-я]{1,5}".prop_map(|line| format!(" |-\n  {line}")),
    ];
    (prop::collection::btree_map("[a-e]", (value, "|\n# [a-z]{1,4}|\n"), 0..5), any::<bool>(), any::<bool>()).prop_map(
        |(map, crlf, end)| {
            let lines: Vec<String> = map.iter().map(|(key, (value, comment))| format!("{key}:{value}{comment}")).collect();
            let source = lines.join("\n") + if end { "\n" } else { "" };
            if crlf { source.replace('\n', "\r\n") } else { source }
        },
    )
}

fn change() -> impl Strategy<Value = (u8, char, Option<char>, usize, String)> {
    (0..8_u8, prop::char::range('a', 'f'), prop::option::of(prop::char::range('k', 'o')), 0..3_usize, "[a-zа-я0-9:#'\"\\[\\]{}, \n-]{0,6}")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    /// That the result says what was intended is checked by the edit itself; here that it is rarely refused, and that comments survive.
    #[test]
    fn an_edit_keeps_every_comment_and_every_other_value((source, changes) in (yaml(), prop::collection::vec(change(), 1..4))) {
        let mut now = source;
        for (form, first, second, index, value) in changes {
            let (first, second) = (first.to_string(), second.map(String::from));
            let mut path = vec![Key(first.as_str())];
            path.extend(second.as_deref().map(Key));
            let edit = match form {
                0 | 1 => Edit::Set(path, Value::text(value.as_str())),
                2 => { path.push(Index(index)); Edit::Set(path, Value::text(value.as_str())) }
                3 | 4 => Edit::Append(path, Value::text(value.as_str())),
                5 => Edit::Remove(path),
                6 => { path.push(Index(index)); Edit::Remove(path) }
                _ => Edit::Rename(path, "renamed"),
            };
            let before = now.clone();
            match one(&text(&before), 0..before.len(), &edit) {
                Ok(after) => {
                    let comments = |text: &str| text.lines().filter(|line| line.starts_with("# ")).map(str::to_owned).collect::<Vec<_>>();
                    prop_assert_eq!(comments(&before), comments(&after), "{:?} {}", before, after);
                    // Whoever writes CRLF writes nothing else.
                    prop_assert!(!before.contains("\r\n") || after.matches('\n').count() == after.matches("\r\n").count());
                    now = after;
                }
                Err(refusal) => prop_assert!(refusal.why != Why::Unreadable && refusal.why != Why::Unusual, "{before:?} {edit:?} {refusal:?}"),
            }
        }
    }

    #[test]
    fn nothing_panics(source in any::<String>(), key in any::<String>(), value in any::<String>()) {
        let key = key.as_str();
        for edit in [set(&[Key(key)], &value), append(&[Key("a"), Key(key)], &value), remove(&[Key(key)]), Edit::Rename(vec![Key("a")], key)] {
            let _ = one(&text(&source), 0..source.len(), &edit);
            let source = format!("a: {source}");
            let _ = one(&text(&source), 0..source.len(), &edit);
        }
    }
}
