//! Two hundred edits to originals, half of them without meaning: every edit with a meaning is reported at its block, and none of the others.
//!
//! The texts are those of the starter content in all its languages; which of them is edited, and where, is chance with a fixed seed.

#![allow(clippy::disallowed_methods, reason = "a test reads the starter content")]

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::Path;

use apologue::base::path::SitePath;
use apologue::base::text::Text;
use apologue::document::front_matter;
use apologue::translation::compare::{self, ChangeKind};

/// SplitMix64.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % limit as u64) as usize
    }

    fn one<T: Clone>(&mut self, list: &[T]) -> Option<T> {
        (!list.is_empty()).then(|| list[self.below(list.len())].clone())
    }
}

/// What must be reported: what became of which kind of unit, and a byte of it: in the old text if it is gone, else in the new one.
#[derive(Debug)]
struct Expected {
    change: ChangeKind,
    unit: &'static str,
    at: usize,
}

struct Edited {
    text: String,
    expected: Vec<Expected>,
}

type Edit = fn(&Source, &mut Random) -> Option<Edited>;

/// A text as an editor sees it: its lines, and which of them are plain paragraphs.
struct Source {
    name: String,
    text: String,
    body: usize,
}

impl Source {
    fn lines(&self) -> impl Iterator<Item = (Range<usize>, &str)> {
        let mut start = self.body;
        self.text[self.body..].split_inclusive('\n').map(move |line| {
            let at = start..start + line.trim_end().len();
            start += line.len();
            (at, line.trim_end())
        })
    }

    /// Paragraphs of one line outside of any directive.
    fn paragraphs(&self) -> Vec<Range<usize>> {
        let mut depth = 0;
        let mut found = Vec::new();
        let lines: Vec<(Range<usize>, &str)> = self.lines().collect();
        for (number, (at, line)) in lines.iter().enumerate() {
            if let Some(rest) = line.strip_prefix(":::") {
                depth = if rest.trim_matches(':').is_empty() { depth - 1 } else { depth + 1 };
            }
            let alone = |other: Option<&(Range<usize>, &str)>| other.is_none_or(|(_, line)| line.is_empty());
            let is_plain = line.starts_with(|c: char| c.is_alphabetic() || "«“¿¡".contains(c)) && line.len() > 60;
            if depth == 0 && is_plain && alone(lines.get(number + 1)) && (number == 0 || alone(lines.get(number - 1))) {
                found.push(at.clone());
            }
        }
        found
    }

    fn items(&self) -> Vec<Range<usize>> {
        self.lines().filter(|(_, line)| line.starts_with("- ") && !line.starts_with("- [")).map(|(at, _)| at).collect()
    }

    fn starting(&self, with: &str) -> Vec<Range<usize>> {
        self.lines().filter(|(_, line)| line.starts_with(with)).map(|(at, _)| at).collect()
    }

    /// Words of a paragraph that stand alone: no mark touches them.
    fn words(&self, within: &Range<usize>) -> Vec<Range<usize>> {
        let line = &self.text[within.clone()];
        let mut found = Vec::new();
        let mut depth = 0;
        for (at, part) in line.match_indices([' ', '[', ']', '(', ')']) {
            match part {
                "[" | "(" => depth += 1,
                "]" | ")" => depth -= 1,
                _ if depth == 0 => {
                    let rest = &line[at + 1..];
                    let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
                    if end > 3 && rest[end..].starts_with(' ') {
                        found.push(within.start + at + 1..within.start + at + 1 + end);
                    }
                }
                _ => {}
            }
        }
        found
    }

    fn with(&self, at: Range<usize>, new: &str) -> String {
        format!("{}{new}{}", &self.text[..at.start], &self.text[at.end..])
    }

    fn same(&self, text: String) -> Option<Edited> {
        (text != self.text).then_some(Edited { text, expected: Vec::new() })
    }

    fn one(&self, at: Range<usize>, new: &str, change: ChangeKind, unit: &'static str) -> Option<Edited> {
        Some(Edited { text: self.with(at.clone(), new), expected: vec![Expected { change, unit, at: at.start }] })
    }
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    for folder in ["stories", "maxims", "exercises", "paths", "themes"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content").join(folder);
        let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        for path in paths {
            let text = fs::read_to_string(&path).unwrap();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let body = front_matter::split(&Text::new(SitePath::new("content/a.md"), text.as_str())).body.start;
            found.push(Source { name, text, body });
        }
    }
    found
}

const WITHOUT_MEANING: &[(&str, Edit)] = &[
    ("wrapped", |source, random| {
        let at = random.one(&source.paragraphs())?;
        let mut wrapped = String::new();
        let mut width = 0;
        for word in source.text[at.clone()].split(' ') {
            // A line must not begin with what makes a block.
            let safe = word.starts_with(char::is_alphabetic);
            if width > 30 && safe {
                wrapped.push('\n');
                width = 0;
            } else if !wrapped.is_empty() {
                wrapped.push(' ');
            }
            wrapped.push_str(word);
            width += word.chars().count() + 1;
        }
        source.same(source.with(at, &wrapped))
    }),
    ("quotation marks", |source, random| {
        let (old, new) = random.one(&[("«", "“"), ("»", "”"), ("“", "\""), ("”", "\""), ("’", "'"), ("„", "«")])?;
        source.same(format!("{}{}", &source.text[..source.body], source.text[source.body..].replace(old, new)))
    }),
    ("dashes", |source, random| {
        let new = random.one(&[" -- ", " – ", " --- ", "\u{a0}— "])?;
        source.same(format!("{}{}", &source.text[..source.body], source.text[source.body..].replace(" — ", new)))
    }),
    ("spaces that do not break", |source, random| {
        let at = random.one(&source.paragraphs())?;
        let word = random.one(&source.words(&at))?;
        let new = random.one(&["\u{a0}", "\u{202f}", "  "])?;
        source.same(source.with(word.start - 1..word.start, new))
    }),
    ("markers of lists", |source, random| {
        random.one(&source.items())?;
        let marker = random.one(&["* ", "+ "])?;
        let lines = source.text[source.body..].split_inclusive('\n').map(|line| match line.strip_prefix("- ") {
            Some(rest) => format!("{marker}{rest}"),
            None => line.to_owned(),
        });
        source.same(source.with(source.body..source.text.len(), &lines.collect::<String>()))
    }),
    ("emphasis", |source, random| {
        let at = random.one(&source.paragraphs())?;
        let word = random.one(&source.words(&at))?;
        let mark = random.one(&["*", "**", "_"])?;
        source.same(source.with(word.clone(), &format!("{mark}{}{mark}", &source.text[word])))
    }),
    ("facts", |source, random| {
        let fact =
            random.one(&["weight: 7", "level: 2", "themes: [complaints, service]", "owner: Ада", "review_by: 2027-01-31", "minutes: 9"])?;
        let title = source.text.find("title:")?;
        source.same(source.with(title..title, &format!("{fact}\n")))
    }),
    ("a comment in the front matter", |source, _| {
        let title = source.text.find("title:")?;
        source.same(source.with(title..title, "# Кто правит, пусть скажет Аде\n"))
    }),
    ("style of links", |source, random| {
        let links: Vec<usize> = source.text.match_indices("[[").map(|(at, _)| at).filter(|at| *at > source.body).collect();
        let start = random.one(&links)?;
        let end = start + source.text[start..].find("]]")?;
        let (id, words) = source.text[start + 2..end].split_once('|')?;
        let new = format!("[{words}](../{}/{id}.en.md)", if id.contains('/') { ".." } else { "maxims" });
        source.same(source.with(start..end + 2, &new))
    }),
    ("ends of lines", |source, _| source.same(source.text.replace('\n', "\r\n"))),
    ("space at the end", |source, random| {
        let at = random.one(&source.paragraphs())?;
        let new = random.one(&[" ", "   ", "\t"])?;
        source.same(source.with(at.end..at.end, new))
    }),
    ("empty lines", |source, _| {
        let (head, body) = source.text.split_at(source.body);
        source.same(format!("{head}\n{}\n\n", body.replace("\n\n", "\n\n\n")))
    }),
    ("quotation marks of a key", |source, _| {
        let start = source.text.find("title: ")? + "title: ".len();
        let end = start + source.text[start..].find('\n')?;
        let title = &source.text[start..end];
        (!title.contains(['"', '\'', '\\'])).then(|| source.same(source.with(start..end, &format!("\"{title}\""))))?
    }),
    ("ellipses", |source, _| source.same(format!("{}{}", &source.text[..source.body], source.text[source.body..].replace('…', "...")))),
    ("closed headings", |source, random| {
        let at = random.one(&source.starting("## "))?;
        (!source.text[at.clone()].contains('{')).then(|| source.same(source.with(at.end..at.end, " ##")))?
    }),
    ("a summary in several lines", |source, _| {
        let start = source.text.find("summary: ")? + "summary: ".len();
        let end = start + source.text[start..].find('\n')?;
        let summary = &source.text[start..end];
        let (first, rest) = summary.split_once(' ')?;
        (!summary.starts_with(['"', '\''])).then(|| source.same(source.with(start..end, &format!(">\n  {first}\n  {rest}"))))?
    }),
];

const WITH_MEANING: &[(&str, Edit)] = &[
    ("another word", |source, random| {
        let at = random.one(&source.paragraphs())?;
        let word = random.one(&source.words(&at))?;
        source.one(word, "кукуруза", ChangeKind::Changed, "paragraph")
    }),
    ("a word more", |source, random| {
        let at = random.one(&source.paragraphs())?;
        let word = random.one(&source.words(&at))?;
        source.one(word.start..word.start, "не ", ChangeKind::Changed, "paragraph")
    }),
    ("a sentence more", |source, random| {
        let at = random.one(&source.paragraphs())?;
        let edited = source.one(at.end..at.end, " Così finì la giornata.", ChangeKind::Changed, "paragraph")?;
        Some(Edited { expected: vec![Expected { change: ChangeKind::Changed, unit: "paragraph", at: at.start }], ..edited })
    }),
    ("a question of a statement", |source, random| {
        let at = random.one(&source.paragraphs())?;
        let line = &source.text[at.clone()];
        let end = line.ends_with('.').then_some(at.end - 1)?;
        source.one(end..at.end, "?", ChangeKind::Changed, "paragraph")
    }),
    ("an item more", |source, random| {
        let at = random.one(&source.items())?;
        let text = source.with(at.end..at.end, "\n- Открыть дверь раньше, чем постучат");
        Some(Edited { text, expected: vec![Expected { change: ChangeKind::New, unit: "item", at: at.end + 3 }] })
    }),
    ("an item less", |source, random| {
        let items = source.items();
        let at = random.one(&items)?;
        // An item with blocks of its own would take them along, and the only one its list.
        let follows = items.iter().any(|other| other.start == at.end + 1 || other.end + 1 == at.start);
        let bare = source.text[at.end + 1..].starts_with(['-', '\n', ':']);
        (follows && bare)
            .then(|| source.one(at.start..at.end + 1, "", ChangeKind::Gone, "item"))?
            .map(|edited| Edited { expected: vec![Expected { change: ChangeKind::Gone, unit: "item", at: at.start + 2 }], ..edited })
    }),
    ("an item moved", |source, random| {
        let items = source.items();
        let pairs: Vec<_> =
            items.windows(3).filter(|three| three[0].end + 1 == three[1].start && three[1].end + 1 == three[2].start).collect();
        let three = random.one(&pairs)?;
        let [first, second, third] = [0, 1, 2].map(|number| &source.text[three[number].clone()]);
        if first == second || second == third || first == third {
            return None;
        }
        let text = source.with(three[0].start..three[2].end, &format!("{second}\n{third}\n{first}"));
        let at = three[2].end - first.len() + 2;
        Some(Edited { text, expected: vec![Expected { change: ChangeKind::Moved, unit: "item", at }] })
    }),
    ("another number", |source, random| {
        let paragraphs = source.paragraphs();
        let numbers: Vec<usize> = paragraphs
            .iter()
            .flat_map(|at| source.text[at.clone()].match_indices(|c: char| c.is_ascii_digit()).map(|(digit, _)| at.start + digit))
            .collect();
        let at = random.one(&numbers)?;
        let new = if &source.text[at..at + 1] == "7" { "8" } else { "7" };
        source.one(at..at + 1, new, ChangeKind::Changed, "paragraph")
    }),
    ("a heading of another level", |source, random| {
        let at = random.one(&source.starting("## "))?;
        let edited = source.one(at.start..at.start, "#", ChangeKind::Changed, "heading")?;
        Some(Edited { expected: vec![Expected { change: ChangeKind::Changed, unit: "heading", at: at.start + 4 }], ..edited })
    }),
    ("another heading", |source, random| {
        let at = random.one(&source.starting("## "))?;
        let edited = source.one(at.start + 3..at.start + 3, "Новое: ", ChangeKind::Changed, "heading")?;
        Some(edited)
    }),
    ("a tick moved", |source, random| {
        let ticked = source.starting("- [x] ");
        let open = source.starting("- [ ] ");
        let (ticked, open) = (random.one(&ticked)?, random.one(&open)?);
        let mut text = source.with(ticked.start + 3..ticked.start + 4, " ");
        text.replace_range(open.start + 3..open.start + 4, "x");
        let expected = [ticked, open].map(|at| Expected { change: ChangeKind::Changed, unit: "task", at: at.start + 6 });
        Some(Edited { text, expected: expected.into() })
    }),
    ("a link to another work", |source, random| {
        let paragraphs = source.paragraphs();
        let links: Vec<usize> =
            paragraphs.iter().flat_map(|at| source.text[at.clone()].match_indices("[[").map(|(link, _)| at.start + link)).collect();
        let start = random.one(&links)? + 2;
        let end = start + source.text[start..].find(['|', ']'])?;
        source.one(start..end, "maxims/no-such-rule", ChangeKind::Changed, "paragraph")
    }),
    ("another title", |source, _| {
        let at = source.text.find("title: ")? + "title: ".len();
        (!source.text[at..].starts_with(['"', '\''])).then(|| source.one(at..at, "Снова ", ChangeKind::Changed, "title"))?
    }),
    ("another summary", |source, _| {
        let at = source.text.find("summary: ")? + "summary: ".len();
        (!source.text[at..].starts_with(['"', '\''])).then(|| source.one(at..at, "Снова ", ChangeKind::Changed, "summary"))?
    }),
    ("another row", |source, random| {
        let rows = source.starting("| ");
        let at = random.one(&rows)?;
        let edited = source.one(at.start + 2..at.start + 2, "ещё ", ChangeKind::Changed, "row")?;
        Some(edited)
    }),
    ("a paragraph more", |source, random| {
        let at = random.one(&source.paragraphs())?;
        let text = source.with(at.end..at.end, "\n\nNadie lo había visto venir, ni siquiera el dueño de la tienda.");
        Some(Edited { text, expected: vec![Expected { change: ChangeKind::New, unit: "paragraph", at: at.end + 2 }] })
    }),
    ("a paragraph less", |source, random| {
        let at = random.one(&source.paragraphs())?;
        source.one(at, "", ChangeKind::Gone, "paragraph")
    }),
];

/// What is wrong with the report of an edit.
fn judge(source: &Source, edited: &Edited) -> Option<String> {
    let text = |text: &str| Text::new(SitePath::new("content/stories/a.ru.md"), text);
    let found = compare::changes(&text(&source.text), &text(&edited.text));
    let meets = |expected: &Expected| {
        found.iter().any(|change| {
            let passage = if change.kind == ChangeKind::Gone { &change.old } else { &change.new };
            let covers = passage.as_ref().is_some_and(|passage| passage.at.range().contains(&expected.at));
            change.kind == expected.change && change.unit.as_str() == expected.unit && covers
        })
    };
    let right = found.len() == edited.expected.len() && edited.expected.iter().all(meets);
    (!right).then(|| format!("expected {:?}\nfound {found:#?}", edited.expected))
}

/// So many edits of these kinds, in turn; each hits a text where it can be made.
fn check(kinds: &[(&str, Edit)], seed: u64) -> BTreeMap<String, usize> {
    let sources = sources();
    let mut random = Random(seed);
    let mut made: BTreeMap<String, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for number in 0..100 {
        let (name, edit) = kinds[number % kinds.len()];
        let hit = (0..2_000).find_map(|_| {
            let source = &sources[random.below(sources.len())];
            edit(source, &mut random).map(|edited| (source, edited))
        });
        let (source, edited) = hit.unwrap_or_else(|| panic!("“{name}” can be made nowhere"));
        *made.entry(name.to_owned()).or_default() += 1;
        wrong.extend(judge(source, &edited).map(|problem| format!("{name} in {}: {problem}", source.name)));
    }
    assert!(wrong.is_empty(), "{} of 100 are wrong\n{}", wrong.len(), wrong.join("\n\n"));
    made
}

#[test]
fn a_hundred_edits_without_meaning_are_not_reported() {
    assert_eq!(check(WITHOUT_MEANING, 4).len(), WITHOUT_MEANING.len());
}

#[test]
fn a_hundred_edits_with_a_meaning_are_reported_at_their_blocks() {
    assert_eq!(check(WITH_MEANING, 5).len(), WITH_MEANING.len());
}
