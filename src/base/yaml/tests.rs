use jiff::civil::Date;
use proptest::prelude::*;

use super::*;
use crate::base::language::Language;
use crate::base::path::SitePath;

fn text(source: &str) -> Text {
    Text::new(SitePath::new("a.yaml"), source)
}

fn problems(source: &str, decode: impl FnOnce(Mapping<'_>)) -> Vec<String> {
    let text = text(source);
    let (_, problems) = read(&text, 0..source.len(), decode);
    problems.iter().map(shown).collect()
}

/// As [`Diagnostic::brief`], with how many characters are marked.
fn shown(problem: &Diagnostic) -> String {
    let width = problem.place.as_ref().map_or(0, |place| place.width);
    problem.brief().replacen(' ', &format!("+{width} "), 1)
}

fn yaml_problems(source: &str) -> Vec<String> {
    problems(source, |_| ())
}

/// The first problem of a text that is no YAML.
fn mistake(source: &str) -> String {
    yaml_problems(source).first().cloned().unwrap_or_default()
}

#[test]
fn a_scalar_is_the_text_that_was_written() {
    for (source, expected) in [
        ("t: 2024", "2024"),
        ("t: 1.10", "1.10"),
        ("t: no", "no"),
        ("t: 007", "007"),
        ("t: 2026-09-01", "2026-09-01"),
        ("t:   Серьги  # a comment", "Серьги"),
        ("t: 'it''s'", "it's"),
        ("t: \"a \\u0439\"", "a й"),
        ("t: >\n  two\n  lines\n", "two lines"),
        ("t: |\n  two\n  lines\n", "two lines"),
        ("t: two\n  lines", "two lines"),
        ("t: \"null\"", "null"),
        ("t: !!str 12", "12"),
    ] {
        let text = text(source);
        let (value, problems) = read(&text, 0..source.len(), |top| top.get("t", Entry::text));
        assert_eq!((value.as_deref(), problems), (Some(expected), vec![]), "{source:?}");
    }
}

#[test]
fn an_empty_value_states_nothing() {
    for source in ["t:", "t: ~", "t: null", "t: ''", "t: \"  \"", "", "# only a comment", "---\n"] {
        let text = text(source);
        assert_eq!(read(&text, 0..source.len(), |top| top.get("t", Entry::text)), (None, vec![]), "{source:?}");
    }
}

#[test]
fn yes_and_no_are_understood_in_every_spelling() {
    let source = "a: yes\nb: No\nc: TRUE\nd: off\ne: maybe\nf: [yes]\n";
    let found = problems(source, |top| {
        assert_eq!(["a", "b", "c", "d"].map(|key| top.get(key, Entry::boolean)), [Some(true), Some(false), Some(true), Some(false)]);
        assert_eq!(["e", "f"].map(|key| top.get(key, Entry::boolean)), [None, None]);
    });
    assert_eq!(found, ["5:4+5 wrong-type e | yes-no | text | maybe", "6:4+5 wrong-type f | yes-no | list"]);
}

#[test]
fn dates_are_read_with_or_without_quotes_zeros_and_time() {
    let source = "a: 2026-09-01\nb: '2026-9-1'\nc: 2026-09-01T10:00:00Z\nd: 2026-09-01 10:00\n";
    let found = problems(source, |top| {
        let day = Date::new(2026, 9, 1).ok();
        assert_eq!(["a", "b", "c", "d"].map(|key| top.get(key, Entry::date)), [day; 4]);
    });
    assert!(found.is_empty());
    for wrong in ["2026-02-30", "2026-13-01", "01.09.2026", "2026", "yesterday", "2026-٠٩-01", "2026--1-1", "+026-01-01"] {
        let source = format!("дата: {wrong}");
        let found = problems(&source, |top| assert_eq!(top.get("дата", Entry::date), None));
        assert_eq!(found, [format!("1:7+{} invalid-date дата | {wrong}", wrong.chars().count())]);
    }
}

#[test]
fn numbers_words_and_languages_are_checked() {
    let source = "n: 4\nm: x\nw: Machine_Edited\nv: machin\nl: PT-br\nk: xx\nj: ru\nt: \"a\\x07\"\nu: 'ftp://a'\n";
    let es: Vec<Language> = ["es", "rm"].iter().filter_map(|tag| tag.parse().ok()).collect();
    let found = problems(source, |top| {
        assert_eq!(top.get("n", |entry| entry.integer(1..=3)), None);
        assert_eq!(top.get("m", |entry| entry.integer(1..=3)), None);
        assert_eq!(top.get("w", |entry| entry.one_of(&[("machine", 1), ("machine-edited", 2)])), Some(2));
        assert_eq!(top.get("v", |entry| entry.one_of(&[("machine", 1), ("human", 2)])), None);
        assert_eq!(top.get("l", Entry::language).map(|language| language.to_string()).as_deref(), Some("pt-BR"));
        assert_eq!(top.get("k", Entry::language), None);
        assert_eq!(top.get("j", |entry| entry.language_of(&es)), None);
        assert_eq!(top.get("t", Entry::text), None);
        assert_eq!(top.get("u", Entry::web_address), None);
    });
    assert_eq!(
        found,
        [
            "1:4+1 invalid-value n | range | 4 | 1–3",
            "2:4+1 wrong-type m | number | text | x",
            "4:4+6 invalid-value v | one-of | machin | machine, human → machine",
            "6:4+2 unknown-language xx | any",
            "7:4+2 unknown-language ru | site | es, rm",
            "8:4+7 invalid-value t | control | a\u{FFFD}",
            "9:4+9 invalid-value u | web-address | ftp://a",
        ]
    );
}

#[test]
fn every_problem_of_a_text_is_reported() {
    let source = "Title: a\nthmes: [b]\nyear: [1]\nyear: 2\nsource: {autor: x, work: {}}\nmine: 1\n";
    let found = problems(source, |top| {
        top.only(&["title", "themes", "year", "source", "date"], &["mine".to_owned()]);
        assert_eq!(top.get("title", Entry::text).as_deref(), Some("a"), "a key in other letter case is read all the same");
        top.get("year", |entry| entry.integer(0..=9));
        top.require("date");
        top.get("source", |entry| entry.mapping_of(&["author", "work"])).map(|source| source.get("work", Entry::text));
    });
    assert_eq!(
        found,
        [
            "1:1+1 missing-key date",
            "1:1+5 unknown-key Title → title",
            "2:1+5 unknown-key thmes → themes",
            "3:7+3 wrong-type year | number | list",
            "4:1+4 duplicate-key year",
            "5:10+5 unknown-key source.autor → author",
            "5:26+2 wrong-type source.work | text | mapping",
        ]
    );
}

#[test]
fn a_key_that_stands_twice_points_at_the_first() {
    let text = text("a: {b: 1, c: 2, b: 3, b: 4}\nx: 1\nx: 2\n");
    let (_, problems) = read(&text, 0..text.text.len(), |_| ());
    let places: Vec<_> =
        problems.iter().map(|one| (shown(one), one.others.iter().map(|place| (place.line, place.column)).collect::<Vec<_>>())).collect();
    assert_eq!(
        places,
        [
            ("1:17+1 duplicate-key b".to_owned(), vec![(1, 5)]),
            ("1:23+1 duplicate-key b".to_owned(), vec![(1, 5)]),
            ("3:1+1 duplicate-key x".to_owned(), vec![(2, 1)]),
        ]
    );
}

#[test]
fn a_mistake_in_the_yaml_is_explained_where_it_stands() {
    for (source, expected) in [
        ("title:Foo\n", "1:1+6 invalid-yaml colon | title"),
        ("title:Foo\nsummary: x\n", "1:1+6 invalid-yaml colon | title"),
        ("a: 1\nsummary:Foo\ndate: x\n", "2:1+8 invalid-yaml colon | summary"),
        ("a:\n\tb: 1\nc: 2\n", "2:1+1 invalid-yaml tab"),
        ("title: Foo: bar\nx: y\n", "1:8+8 invalid-yaml colon-in-value"),
        ("заголовок: Серьги: рассказ\n", "1:12+15 invalid-yaml colon-in-value"),
        ("title: \"Foo\" bar\n", "1:8+9 invalid-yaml after-quote"),
        ("title: 'it's'\n", "1:8+6 invalid-yaml after-quote"),
        ("title: \"Foo\nx: y\n", "1:8+4 invalid-yaml quote"),
        ("themes: [a, b\ndate: 1\n", "1:9+5 invalid-yaml bracket"),
        ("a: {b: c}}\n", "1:4+7 invalid-yaml bracket"),
        ("title: @a\n", "1:8+2 invalid-yaml special | @"),
        ("title: *bold*\n", "1:8+6 invalid-yaml special | *"),
        ("title: !Wow\n", "1:8+4 invalid-yaml special | !"),
        ("title: - a\n", "1:8+3 invalid-yaml special | -"),
        ("title: %a\n", "1:8+2 invalid-yaml special | %"),
        ("title: foo\nbar\nx: y\n", "2:1+3 invalid-yaml no-colon"),
        ("a: b\n c: d\n", "2:2+4 invalid-yaml indent"),
        ("themes:\n  - a\n - b\n", "3:2+3 invalid-yaml indent"),
        ("a: b\n---\nc: d\n", "2:1+3 invalid-yaml documents"),
        ("a: b\u{7}c\n", "1:5+1 invalid-yaml control"),
        ("a: b\0c\n", "1:5+1 invalid-yaml control"),
        ("just prose\n", "1:1+10 invalid-yaml no-keys"),
        ("# c\n\n- a\n- b\n", "3:1+3 invalid-yaml no-keys"),
        ("? [a]\n: b\n", "1:3+3 invalid-yaml key"),
        (": b\n", "1:1+1 invalid-yaml key"),
        ("a: &x [*x]\n", "1:8+2 invalid-yaml alias"),
    ] {
        assert_eq!(mistake(source), expected, "{source:?}");
        assert_eq!(mistake(&source.replace('\n', "\r\n")), expected, "{source:?} with CRLF");
    }
}

#[test]
fn one_mistake_hides_no_other_and_nothing_is_called_missing() {
    let source = "title: Foo: bar\nsummary: ok\nlevl: 1\nthemes: [a\ndate: 7\n";
    let found = problems(source, |top| {
        top.only(&["title", "summary", "level", "themes", "date", "kind"], &[]);
        top.require("kind");
        assert_eq!(top.get("summary", Entry::text).as_deref(), Some("ok"));
        top.get("date", Entry::date);
    });
    assert_eq!(
        found,
        [
            "1:8+8 invalid-yaml colon-in-value",
            "3:1+4 unknown-key levl → level",
            "4:9+2 invalid-yaml bracket",
            "5:7+1 invalid-date date | 7"
        ]
    );
}

#[test]
fn an_alias_is_the_value_that_it_repeats() {
    let source = "a: &x [1, 2]\nb: *x\n";
    let found = problems(source, |top| assert_eq!(top.texts("b"), Some(vec!["1".to_owned(), "2".to_owned()])));
    assert!(found.is_empty());
}

#[test]
fn places_count_characters_and_lie_where_the_larger_text_has_them() {
    let source = "---\r\nназвание: Серьги\r\nтемы: [доверие,  «сервис», \"щедрость\"]\r\nпуть:\r\n  - раздел: один\r\n    works: [а, б]\r\nпусто:\r\n---\r\n";
    let text = text(source);
    let yaml = 5..source.len() - 5;
    let place = |path: &[Step<'_>]| {
        let place = locate(&text, yaml.clone(), path);
        (place.line, place.column, place.width)
    };
    assert_eq!(place(&[Step::Key("название")]), (2, 11, 6));
    assert_eq!(place(&[Step::Key("темы")]), (3, 7, 32));
    assert_eq!(place(&[Step::Key("темы"), Step::Index(1)]), (3, 18, 8));
    assert_eq!(place(&[Step::Key("темы"), Step::Index(2)]), (3, 28, 10));
    assert_eq!(place(&[Step::Key("путь"), Step::Index(0), Step::Key("works"), Step::Index(1)]), (6, 16, 1));
    assert_eq!(place(&[Step::Key("пусто")]), (7, 1, 5));
    // What is not there is the deepest part that is.
    assert_eq!(place(&[Step::Key("темы"), Step::Index(9)]), (3, 7, 32));
    assert_eq!(place(&[Step::Key("нет")]), (2, 1, 1));
    // The only item of a list may stand without the list.
    assert_eq!(place(&[Step::Key("название"), Step::Index(0)]), (2, 11, 6));
}

#[test]
fn hostile_texts_cost_no_more_than_their_length() {
    let n = 20_000;
    let bomb = {
        let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for i in 1..30 {
            let repeated = vec![format!("*a{}", i - 1); 10].join(", ");
            bomb.push_str(&format!("a{i}: &a{i} [{repeated}]\n"));
        }
        bomb
    };
    for source in [
        "[".repeat(n),
        "{a: ".repeat(n),
        "- ".repeat(n),
        "? ".repeat(n),
        "?\n".repeat(n),
        "a: b: c\n".repeat(n),
        "a: 1\n".repeat(n),
        "\"a: \n".repeat(n),
        "a:b\n".repeat(n),
        "\ta: [\n".repeat(n),
        (0..300).map(|i| format!("{}a:\n", " ".repeat(i))).collect(),
        (0..n).map(|i| format!("k{i}: [\n")).collect(),
        format!("ж: [{}", "б: в, ".repeat(n)),
        format!("ж: \"{}\" б: в\n", "ы \n ".repeat(n)),
        format!("{}\n", "ы".repeat(n)).repeat(3),
        (0..n).map(|i| format!("ключ{i}: 1\n")).collect(),
        bomb,
    ] {
        let found = problems(&source, |top| top.only(&["a"], &[]));
        assert!(!found.is_empty() && found.len() <= MOST_PROBLEMS, "{} {:?}", found.len(), source.chars().take(20).collect::<String>());
    }
}

/// Texts of the pieces that YAML is made of, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let pieces = [
        "a",
        "ключ: ",
        "b: ",
        "- ",
        "? ",
        ": ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "\n",
        "\n  ",
        "\r\n",
        "\t",
        "\"",
        "'",
        "|",
        ">-",
        "&a ",
        "*a",
        "!",
        "!!str ",
        "---\n",
        "...\n",
        " # ",
        "\u{feff}",
        "\u{85}",
        "\u{2028}",
        "\0",
        "\\",
        "\\x4",
        "<<: ",
        "~",
        "%TAG ! a\n",
        "😀",
        "@",
        "0",
        "2026-01-01",
    ];
    proptest::collection::vec(proptest::sample::select(pieces.to_vec()), 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_text_makes_it_panic_and_every_place_is_in_the_text(source in prop_oneof![pieces(), any::<String>()]) {
        let text = text(&source);
        let tree = build::tree(&text, 0..source.len());
        let mut nodes: Vec<&Node> = tree.root.iter().map(|pair| &pair.value).collect();
        for pair in &tree.root {
            prop_assert!(source.get(pair.key_span.range()).is_some());
        }
        while let Some(node) = nodes.pop() {
            let written = source.get(node.span.range());
            prop_assert!(written.is_some(), "{:?} in {source:?}", node.span);
            match &node.content {
                Content::Scalar { text, quoted: false } if !text.is_empty() => {
                    // A plain text of one line stands in the source as it is, perhaps behind a tag or an anchor.
                    let written = written.unwrap_or_default();
                    prop_assert!(written.ends_with(text.as_str()) || written.contains(['\n', '\r']) || written.starts_with('*'), "{written:?} is not {text:?}");
                }
                Content::Scalar { .. } => {}
                Content::List(items) => nodes.extend(items),
                Content::Map(pairs) => nodes.extend(pairs.iter().map(|pair| &pair.value)),
            }
        }
    }
}

/// What the short way reads, if it reads the text, once it is known that the parser reads the same.
fn simple_pairs(source: &str) -> Option<Vec<Pair>> {
    let pairs = simple::pairs(source, 7)?;
    let text = text(&format!("1234567{source}"));
    let tree = build::parse(&text, 7..text.text.len());
    assert!(tree.problems.is_empty() && !tree.partial, "{source:?}: {:?}", tree.problems);
    assert_eq!(pairs, tree.root, "{source:?}");
    Some(pairs)
}

#[test]
fn what_most_texts_say_is_read_without_the_parser() {
    for source in [
        "",
        "title: Серьги\nsummary: A man waits, sits, 10:30 – «so»; see https://a.example/b?c=[d]\n",
        "title: \"Who? #1: 'me'\"\ndate: 2026-09-01\nlevel: 2\nfeatured: yes\n",
        "themes: [ trust,first-step , attention to detail ]\ntranslation: {from: en, by: A. N. Other}",
        "a:  b\na: c\n",
    ] {
        assert!(simple_pairs(source).is_some(), "{source:?}");
    }
    for source in [
        "a:\n",
        "a: b\n  c\n",
        "a: b # c",
        "a: 'b'",
        "a: >\n b",
        "- a",
        "a: [b, [c]]",
        "a: {b: c, b: d}",
        "a: b\r\n",
        "a: b:\n",
        "a: b \n",
        "\n",
    ] {
        assert_eq!(simple_pairs(source), None, "{source:?}");
    }
}

proptest! {
    #[test]
    fn the_short_way_reads_nothing_differently(
        source in r#"([a-z]{1,2}: (\[?[a -]{0,3},?[aй:#«\u{a0}\u{2028}"'&*!|>%@`\\., -]{0,6}\]?|\{a: [b:, ]{0,5}\}|"[a:#\\' -]{0,4}")[ \t]{0,1}\n?[ -]{0,1}){0,3}"#
    ) {
        simple_pairs(&source);
    }
}
