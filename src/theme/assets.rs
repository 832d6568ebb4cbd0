//! The files of a theme that pages link to: style sheets, scripts, fonts, pictures. Each is published under a name with the hash of its
//! content, so that browsers may keep it for ever.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::hash::{Hash, Hasher};
use crate::base::path::{Address, SitePath, encode, join};
use crate::base::text::{Span, Text};

/// Of one file, no more problems than this are said: finding the line of each takes as long as the file.
pub(super) const MOST_PROBLEMS: usize = 100;

/// A file as it is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// `assets/style.0123456789.css`
    pub address: Address,
    /// Its content. References of style sheets and scripts to other assets are those to their published names; their comments are left out.
    pub bytes: Arc<[u8]>,
}

/// A file below a theme's `static/`.
#[derive(Clone, Debug)]
pub(super) struct StaticFile {
    pub path: SitePath,
    pub bytes: Arc<[u8]>,
}

/// Names the files, by their paths below `static/`, and lets style sheets and scripts refer to the new names.
pub(super) fn publish(files: &BTreeMap<String, StaticFile>) -> (BTreeMap<String, Asset>, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let referrers: BTreeMap<&str, Referrer> =
        files.iter().filter_map(|(name, file)| Some((name.as_str(), Referrer::read(name, file, files, &mut problems)?))).collect();
    let addresses: BTreeMap<&str, Address> =
        files.iter().map(|(name, file)| (name.as_str(), address(name, hash(name, file, &referrers, files)))).collect();
    let asset = |name: &String, file: &StaticFile| {
        let address = addresses[name.as_str()].clone();
        let bytes = match referrers.get(name.as_str()) {
            Some(referrer) => without_remarks(&referrer.rewritten(&address, &addresses), referrer.is_script).into_bytes().into(),
            None => file.bytes.clone(),
        };
        (name.clone(), Asset { address, bytes })
    };
    (files.iter().map(|(name, file)| asset(name, file)).collect(), problems)
}

/// `fonts/body.woff2` becomes `assets/fonts/body.0123456789.woff2`.
fn address(name: &str, hash: Hash) -> Address {
    let (folder, file) = name.rsplit_once('/').map_or(("", name), |(folder, file)| (folder, file));
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let hash = hash.short();
    Address::new(match file.rsplit_once('.') {
        Some((stem, extension)) => format!("assets/{folder}{stem}.{hash}.{extension}"),
        None => format!("assets/{folder}{file}.{hash}"),
    })
}

/// The hash of a style sheet or a script covers whatever it leads to, for it will name that. It is made of the files as they were written, so
/// that they may refer to each other.
fn hash(name: &str, file: &StaticFile, referrers: &BTreeMap<&str, Referrer>, files: &BTreeMap<String, StaticFile>) -> Hash {
    let mut reached = BTreeSet::new();
    let mut next = vec![name];
    while let Some(name) = next.pop() {
        let Some(referrer) = referrers.get(name) else { continue };
        next.extend(referrer.targets.iter().map(|target| target.name.as_str()).filter(|target| reached.insert(*target)));
    }
    let hasher = Hasher::default().add(&file.bytes);
    let others = reached.iter().filter_map(|name| Some((name, files.get(*name)?)));
    others.fold(hasher, |hasher, (name, file)| hasher.add(name.as_bytes()).add(&file.bytes)).finish()
}

/// A style sheet, or a script, with its references to other files of the theme.
struct Referrer {
    text: String,
    is_script: bool,
    targets: Vec<Target>,
}

struct Target {
    /// The reference without query and fragment; of a script with the word before it.
    range: Range<usize>,
    /// The file below `static/`.
    name: String,
}

impl Referrer {
    /// `None` for what is neither.
    fn read(name: &str, file: &StaticFile, files: &BTreeMap<String, StaticFile>, problems: &mut Vec<Diagnostic>) -> Option<Referrer> {
        let is_script = name.ends_with(".js");
        let source = std::str::from_utf8(&file.bytes).ok().filter(|_| is_script || name.ends_with(".css"))?;
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut referrer = Referrer { text: source.to_owned(), is_script, targets: Vec::new() };
        let text = Text::new(file.path.clone(), source);
        let mut missing = Vec::new();
        let before = if is_script { ASSET.len() } else { 0 };
        for range in if is_script { named(source) } else { references(source) } {
            let url = &source[range.clone()];
            let path = &url[..url.find(['?', '#']).unwrap_or(url.len())];
            if path.is_empty() || path.starts_with("//") || path.contains(':') {
                continue;
            }
            match join(folder, path).filter(|target| files.contains_key(target) && !path.starts_with('/')) {
                Some(target) => referrer.targets.push(Target { range: range.start - before..range.start + path.len(), name: target }),
                None => missing.push((path, range)),
            }
        }
        let names = || files.keys().map(String::as_str);
        problems.extend(
            missing.into_iter().take(MOST_PROBLEMS).map(|(path, range)| unknown_asset(path, names()).at(text.place(Span::new(range)))),
        );
        Some(referrer)
    }

    fn rewritten(&self, own: &Address, addresses: &BTreeMap<&str, Address>) -> String {
        let mut out = String::with_capacity(self.text.len() + 16 * self.targets.len());
        let mut at = 0;
        for target in &self.targets {
            out.push_str(&self.text[at..target.range.start]);
            if let Some(address) = addresses.get(target.name.as_str()) {
                let link = encode(&own.relative(address));
                out.push_str(&link.replace('(', "%28").replace(')', "%29").replace('\'', "%27"));
            }
            at = target.range.end;
        }
        out.push_str(&self.text[at..]);
        out
    }
}

pub(super) fn unknown_asset<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Diagnostic {
    Diagnostic::new(Code::MissingAsset).arg("name", name).arg("of", "theme").suggest(name, names)
}

/// What a script puts before the name of another file: `'asset:search.js'`.
const ASSET: &str = "asset:";

/// Where a script names other files.
fn named(script: &str) -> Vec<Range<usize>> {
    let content = |(at, _): (usize, &str)| {
        let start = at + ASSET.len();
        let quote = script[..at].chars().next_back().filter(|c| matches!(c, '"' | '\''))?;
        let end = start + script[start..].find(|c: char| c == quote || c.is_whitespace())?;
        script[end..].starts_with(quote).then_some(start..end)
    };
    script.match_indices(ASSET).filter_map(content).collect()
}

/// The text without the comments that have lines to themselves: they are for whoever changes the theme, not for every reader. One that begins
/// with `!` stays, such as a licence, and so does what tools read. A script with template literals stays as it is: what looks like a comment
/// may stand in them.
fn without_remarks(text: &str, is_script: bool) -> String {
    if is_script && (text.contains('`') || text.contains("\\\n")) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let line = rest.split_inclusive('\n').next().unwrap_or(rest);
        let start = line.trim_start();
        let remark = match is_script {
            // A line with `*/` may end what began above.
            true if start.starts_with("//") && !start.starts_with("//!") && !start.starts_with("//#") && !start.contains("*/") => {
                Some(line.len())
            }
            false if start.starts_with("/*") && !start.starts_with("/*!") => whole_comment(rest),
            _ => None,
        };
        if remark.is_none() {
            out.push_str(line);
        }
        rest = &rest[remark.unwrap_or(line.len())..];
    }
    out
}

/// How long the comment is that the text begins with, to the end of its last line, if nothing follows it there.
fn whole_comment(text: &str) -> Option<usize> {
    let end = text.find("/*")? + 2;
    let end = end + text[end..].find("*/")? + 2;
    let line = text[end..].split_inclusive('\n').next().unwrap_or_default();
    line.trim().is_empty().then_some(end + line.len())
}

/// Where a style sheet names other files: in `url(…)` and `@import "…"`, outside comments and other strings.
fn references(css: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut importing = false;
    let mut at = 0;
    while let Some(c) = css[at..].chars().next() {
        let rest = &css[at..];
        if let Some(comment) = rest.strip_prefix("/*") {
            at += comment.find("*/").map_or(rest.len(), |end| end + 4);
        } else if c == '"' || c == '\'' {
            let content = at + 1..at + string_end(rest, c);
            if importing {
                found.push(content.clone());
            }
            importing = false;
            at = (content.end + 1).min(css.len());
        } else if let Some(inside) = rest.get(..4).filter(|start| start.eq_ignore_ascii_case("url(")).map(|_| &rest[4..])
            && !css[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_')
        {
            importing = false;
            let start = at + 4 + (inside.len() - inside.trim_start().len());
            let quote = css[start..].chars().next().filter(|c| matches!(c, '"' | '\''));
            let content = match quote {
                Some(quote) => start + 1..start + string_end(&css[start..], quote),
                None => {
                    let end = css[start..].find(')').map_or(css.len(), |end| start + end);
                    start..start + css[start..end].trim_end().len()
                }
            };
            at = content.end;
            found.push(content);
        } else if rest.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("@import")) {
            importing = true;
            at += 7;
        } else {
            importing &= c.is_whitespace();
            at += c.len_utf8();
        }
    }
    found
}

/// Where the string at the beginning ends: at its closing quotation mark, at the line's end or with the text.
fn string_end(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote || c == '\n' => return at,
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(list: &[(&str, &str)]) -> BTreeMap<String, StaticFile> {
        let file = |name: &str, content: &str| StaticFile {
            path: SitePath::new(format!("themes/x/static/{name}")),
            bytes: content.as_bytes().into(),
        };
        list.iter().map(|(name, content)| ((*name).to_owned(), file(name, content))).collect()
    }

    fn css(assets: &BTreeMap<String, Asset>, name: &str) -> String {
        String::from_utf8(assets[name].bytes.to_vec()).unwrap()
    }

    #[test]
    fn a_style_sheet_refers_to_published_names() {
        let sheet = "@import 'base.css';\na { src: url(fonts/body.woff2?v#x), url( \"../style/pic (1).svg\" ) }\n\
                     /* url(none) */ b { content: \"url(none)\"; x: url(data:image/png;base64,x) url(#id) url(https://x.test/y) }";
        let (assets, problems) = publish(&files(&[
            ("style/main.css", sheet),
            ("style/base.css", "p{}"),
            ("style/fonts/body.woff2", "font"),
            ("style/pic (1).svg", "<svg/>"),
        ]));
        assert_eq!(problems, []);
        let name = |asset: &str| assets[asset].address.rsplit_once('/').unwrap().1.to_owned();
        let main = css(&assets, "style/main.css");
        assert!(main.starts_with(&format!("@import '{}';", name("style/base.css"))), "{main}");
        assert!(main.contains(&format!("url(fonts/{}?v#x)", name("style/fonts/body.woff2"))), "{main}");
        assert!(main.contains("url( \"pic%20%281%29."), "{main}");
        assert!(main.ends_with(&sheet[sheet.find("/*").unwrap()..]), "{main}");
    }

    #[test]
    fn a_script_refers_to_published_names() {
        let script = "add('asset:search/dialog.js'); add(\"asset:a.css#x\"); say('asset: none', 'asset:', asset:a.css);\n";
        let (assets, problems) = publish(&files(&[("js/script.js", script), ("js/search/dialog.js", ""), ("js/a.css", "")]));
        let name = |name: &str| assets[name].address.to_string().trim_start_matches("assets/js/").to_owned();
        let expected = script
            .replace("asset:search/dialog.js", &name("js/search/dialog.js"))
            .replace("asset:a.css#x", &format!("{}#x", name("js/a.css")));
        assert_eq!(css(&assets, "js/script.js"), expected);
        assert!(problems.is_empty(), "{problems:?}");
        let (_, problems) = publish(&files(&[("a.js", "load('asset:b.js')")]));
        assert_eq!(problems.len(), 1, "{problems:?}");
    }

    #[test]
    fn comments_on_lines_of_their_own_are_left_out() {
        for (name, text, published) in [
            (
                "a.css",
                "/* a\n b */\n  /* c */\r\na { /* d */ }\n/*! licence */\n/* e */ b {}\n",
                "a { /* d */ }\n/*! licence */\n/* e */ b {}\n",
            ),
            ("a.css", "a {}\n/* never closed", "a {}\n/* never closed"),
            ("a.js", "// a\n  // b\nc(); // d\n//! licence\n//# sourceMappingURL=x\n", "c(); // d\n//! licence\n//# sourceMappingURL=x\n"),
            ("a.js", "a(`\n// said\n`)\n", "a(`\n// said\n`)\n"),
            ("a.js", "a('\\\n// said')\n", "a('\\\n// said')\n"),
            ("a.js", "/* a\n// b */\nc();\n", "/* a\n// b */\nc();\n"),
        ] {
            assert_eq!(css(&publish(&files(&[(name, text)])).0, name), published);
        }
    }

    #[test]
    fn a_name_changes_with_the_content_and_with_what_the_content_refers_to() {
        let address = |font: &str, script: &str| {
            let (assets, _) = publish(&files(&[
                ("a.css", "url(f.woff2) @import 'b.css';"),
                ("b.css", "@import \"a.css\";"),
                ("f.woff2", font),
                ("s.js", script),
            ]));
            ["a.css", "b.css", "f.woff2", "s.js"].map(|name| assets[name].address.clone())
        };
        let [a, b, f, s] = address("1", "1");
        assert!(f.starts_with("assets/f.") && f.ends_with(".woff2") && f.len() == "assets/f..woff2".len() + 10);
        let [a2, b2, f2, s2] = address("2", "1");
        assert!(a != a2 && b != b2 && f != f2 && s == s2);
        let [a3, .., s3] = address("1", "2");
        assert!(a == a3 && s != s3);
    }

    #[test]
    fn a_file_that_is_not_there_is_said_at_its_place() {
        let (_, problems) = publish(&files(&[("style.css", "a{}\nb { background: url(pic.pgn) }"), ("pic.png", "x")]));
        assert_eq!(problems.len(), 1);
        assert_eq!((problems[0].code, problems[0].suggestion.as_deref()), (Code::MissingAsset, Some("pic.png")));
        let place = problems[0].place.as_ref().unwrap();
        assert_eq!((&*place.path, place.line, place.column, place.width), ("themes/x/static/style.css", 2, 21, 7));
    }

    #[test]
    fn broken_style_sheets_are_read_to_their_end() {
        for sheet in ["url(", "url(\"", "/*", "@import", "@import 'x", "'й", "url(й", "\"\\", "URL('", "url('')"] {
            publish(&files(&[("a.css", sheet)]));
        }
    }
}
