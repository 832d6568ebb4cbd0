use proptest::prelude::*;

use super::*;
use crate::base::diagnostic::Diagnostic;
use crate::base::path::SitePath;
use crate::base::text::Text;

const HEAD: &str = "msgid \"\"\nmsgstr \"\"\n\"Language: it\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n";

fn text(source: &str) -> Text {
    Text::new(SitePath::new("a.po"), source)
}

fn catalog(entries: &str) -> Catalog {
    read::read(&text(&format!("{HEAD}\n{entries}"))).unwrap()
}

/// `line:column code arguments` of everything that is wrong.
fn faults(source: &str) -> Vec<String> {
    read::read(&text(source)).err().unwrap_or_default().iter().map(Diagnostic::brief).collect()
}

#[test]
fn everything_that_a_po_file_can_say_is_read() {
    let source = "#  mine\n#. Kind\n#: a.md:3 \u{2068}b c.md\u{2069}:4\n#, fuzzy, c-format\n#| msgctxt \"old c\"\n#| msgid \"old\"\n#| \" words\"\nmsgctxt \"a paragraph\"\nmsgid \"one \"\n\"two\" \" three\"\nmsgstr \"\"\n\"\\\"a\\\\b\\n\"\n\"\\x41\\101\\t\"\n\n#~| msgid \"before\"\n#~ msgid \"gone\"\n#~ msgstr \"andato\"\n#~ \" via\"\n";
    let entries = catalog(source).entries;
    let first = &entries[0];
    assert_eq!((&first.comments[..], &first.extracted[..]), (&[" mine".to_owned()][..], &["Kind".to_owned()][..]));
    assert_eq!(first.references, ["a.md:3", "b c.md:4"]);
    assert_eq!(first.flags, ["fuzzy", "c-format"]);
    assert_eq!(first.previous, Some(Previous { context: Some("old c".into()), id: "old words".into() }));
    assert_eq!((first.context.as_deref(), first.id.as_str()), (Some("a paragraph"), "one two three"));
    assert_eq!(first.text, "\"a\\b\nAA\t");
    assert!(first.is_fuzzy() && !first.is_translated());
    let gone = &entries[1];
    assert!(gone.obsolete && gone.previous == Some(Previous::of("before")) && gone.text == "andato via");
}

#[test]
fn what_is_written_is_read_again_and_never_changes() {
    let long = "Слово ".repeat(40);
    let entry = Entry {
        comments: vec!["мой".into(), String::new()],
        extracted: vec!["Абзац".into()],
        references: vec!["content/две части.md:3".into()],
        flags: vec!["fuzzy".into()],
        previous: Some(Previous::of("Раньше\nдве строки")),
        context: Some("a paragraph".into()),
        id: format!("{long}\n\nконец"),
        text: "«\"\\\t\u{1}» ".into(),
        ..Entry::default()
    };
    let gone = Entry { obsolete: true, context: Some("b".into()), id: "x".into(), text: "y".into(), ..Entry::default() };
    let mut header = Header::default();
    header.set("Language", "it");
    let written = write::write(&Catalog { header, entries: vec![gone, entry.clone()] });
    let again = read::read(&text(&written)).unwrap();
    assert_eq!(again.entries[0], Entry { at: again.entries[0].at, text_at: again.entries[0].text_at, ..entry });
    assert!(again.entries[1].obsolete, "obsolete entries come last");
    assert_eq!(write::write(&again), written);
    assert!(written.lines().all(|line| line.chars().count() <= 80), "{written}");
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_do_not_matter() {
    let source = format!("\u{feff}{HEAD}\nmsgid \"a\"\nmsgstr \"b\"\n").replace('\n', "\r\n");
    let text = read::decode(SitePath::new("a.po"), source.as_bytes()).unwrap();
    assert_eq!(read::read(&text).unwrap().entries[0].text, "b");
}

#[test]
fn another_character_set_is_refused() {
    let refused = |bytes: &[u8]| read::decode(SitePath::new("a.po"), bytes).unwrap_err().brief();
    let latin = HEAD.replace("UTF-8", "ISO-8859-1");
    assert_eq!(refused(latin.as_bytes()), "4:36 po-charset ISO-8859-1");
    assert_eq!(refused(&[latin.as_bytes(), b"\xe0"].concat()), "4:36 po-charset ISO-8859-1");
    assert_eq!(refused(&[HEAD.as_bytes(), b"\xe0"].concat()), "5:1 not-utf8 ");
    assert_eq!(refused(b"\xff\xfem\0"), "0:0 po-charset UTF-16");
    assert!(read::decode(SitePath::new("a.po"), HEAD.replace("UTF-8", "CHARSET").as_bytes()).is_ok());
}

#[test]
fn each_fault_is_named_where_it_stands() {
    let head = HEAD.lines().count() as u32;
    for (entries, expected) in [
        ("msgid \"a\"\nmsgstr \"b", "2:8 po-truncated"),
        ("msgid \"a\"\nmsgstr", "2:1 po-truncated"),
        ("msgid \"a\"\n", "1:1 po-truncated"),
        ("msgctxt \"a\"\n", "1:1 po-truncated"),
        ("msgid \"a\"\nmsgid \"b\"\nmsgstr \"c\"\n", "1:1 po-truncated"),
        ("msgid \"a\"\nmsgstr \"b\"\n\n#: a.md:1\n", "4:10 po-truncated"),
        ("msgid \"a\nmsgstr \"b\"\n", "1:7 po-syntax unterminated"),
        ("msgid \"a\" b\nmsgstr \"b\"\n", "1:11 po-syntax junk"),
        ("msgid \"\\q\"\nmsgstr \"b\"\n", "1:8 po-syntax escape"),
        ("msgid \"\\377\"\nmsgstr \"b\"\n", "1:8 po-syntax escape"),
        ("msgfoo \"a\"\n", "1:1 po-syntax keyword"),
        ("domain \"a\"\n", "1:1 po-syntax keyword"),
        ("# c\n\"a\"\n", "2:1 po-syntax string"),
        ("msgstr \"a\"\n", "1:1 po-syntax msgstr"),
        ("Ciao\n", "1:1 po-syntax keyword"),
        ("— ciao\n", "1:1 po-syntax line"),
        ("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\nmsgstr[1] \"d\"\n", "2:1 po-plural"),
        ("msgctxt \"c\"\nmsgid \"a\"\nmsgstr \"\"\nmsgctxt \"c\"\nmsgid \"a\"\nmsgstr \"\"\n", "4:1 po-duplicate c"),
    ] {
        let found = faults(&format!("{HEAD}\n{entries}"));
        let (line, rest) = expected.split_once(':').unwrap();
        let expected = format!("{}:{rest}", line.parse::<u32>().unwrap() + head + 1);
        assert_eq!(found.first().map(|found| found.trim_end()), Some(expected.as_str()), "{entries}");
    }
    assert_eq!(faults("# a\nmsgid \"a\"\nmsgstr \"b\"\n"), ["0:0 po-syntax header"]);
    assert_eq!(faults(""), ["0:0 po-syntax header"]);
    assert_eq!(faults(&format!("{HEAD}\n{HEAD}")).len(), 1);
}

const STORY: &str = "---\ntitle: A\nsummary: B\n---\nOne [[a|link]] here.\n\n## Two {#id}\n\n- three\n  - four\n\n> five\n> six\n\n| a | b |\n|---|---|\n| c | d |\n\nTerm\n: what it is\n\n:::quiz{id=q}\nQuestion?\n\n- [x] yes\n\n  Reply.\n- [ ] no\n:::\n\n:::quote{by=Ken}\nWords[^1].\n:::\n\n[^1]: note\n";

/// The story with these words for one of its rows, in a translation that lacks what `cut` says.
fn imported(cut: &str, row: usize, words: &str) -> (Bitext, import::Outcome) {
    let (from, to) = ("en".parse().unwrap(), "it".parse().unwrap());
    let target = Text::new(SitePath::new("content/a.it.md"), STORY.replace(cut, ""));
    let bitext = Bitext::new("a", (from, &Text::new(SitePath::new("content/a.en.md"), STORY)), to, Some((&target, false)), None);
    let offers = bitext.offers();
    let offered = offers.iter().map(|offer| offer.row).collect();
    let row = offers[row % offers.len()].row;
    let outcome = import::apply(&bitext, vec![import::Taken { row, words: words.to_owned(), place: target.whole() }], &offered);
    (bitext, outcome)
}

proptest! {
    #[test]
    fn whatever_is_imported_a_text_stays_built_as_it_is(
        row in 0usize..32,
        words in "[-#>|`*_:{}\\[\\]()!\\\\~<^1.a b\"'\n=+]{1,12}|\\PC{1,12}",
        cut in proptest::sample::select(vec!["\0", "  - four\n", "> five\n> six\n\n", "| c | d |\n", "- [ ] no\n", "[^1]: note\n", "## Two {#id}\n\n"]),
    ) {
        let (bitext, outcome) = imported(cut, row, &words);
        if let Some(new) = outcome.text {
            let before = bitext.target.unwrap();
            let after = bitext::Version::of(&Text::new(before.text.path.clone(), new));
            let more = after.units.list.len() - before.units.list.len();
            prop_assert!(more <= 1 && outcome.changed <= 1);
            let kinds = |version: &bitext::Version| version.units.list.iter().map(|unit| unit.kind.as_str()).collect::<Vec<_>>();
            if more == 0 {
                prop_assert_eq!(kinds(&after), kinds(&before));
            }
            // Front matter takes several spaces for one.
            let bare = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
            let says = |unit: &crate::document::units::Unit| bare(&crate::document::units::words(&after.text, unit)) == bare(&words);
            prop_assert!(after.units.list.iter().any(says));
        } else {
            let same = bitext.offers().iter().any(|offer| offer.text == words.trim().replace("  ", " "));
            prop_assert!(same || !outcome.problems.is_empty());
        }
    }

    #[test]
    fn nothing_panics(source in any::<String>(), bytes in any::<Vec<u8>>()) {
        let _ = read::read(&text(&source));
        let _ = read::decode(SitePath::new("a.po"), &bytes);
    }

    #[test]
    fn nothing_that_looks_like_po_panics(lines in proptest::collection::vec(
        "(#~|#\\||#~\\||#,|#:|#\\.|#)? ?(msgid|msgstr|msgctxt|msgid_plural|msgstr\\[1)?\\]? ?(\"[a\\\\nx1\"ё]{0,6})?\"?", 0..24)
    ) {
        let _ = read::read(&text(&lines.join("\n")));
    }

    #[test]
    fn every_text_goes_through(id in any::<String>(), words in any::<String>(), context in proptest::option::of(any::<String>())) {
        let entry = Entry { id: format!("x{id}"), text: words, context, ..Entry::default() };
        let written = write::write(&Catalog { header: Header { fields: vec![("A".into(), "b".into())], ..Header::default() }, entries: vec![entry.clone()] });
        let again = read::read(&text(&written)).unwrap();
        prop_assert_eq!((&again.entries[0].id, &again.entries[0].text), (&entry.id, &entry.text));
        prop_assert_eq!(&again.entries[0].context, &entry.context);
        prop_assert_eq!(write::write(&again), written);
    }
}
