//! Small sites and what the program makes of them. Each file under `golden/` tells a part of the program's story.
//!
//! The comment at the top of a case says what it is about, and then:
//!
//! - `with: --drafts` gives options of `apologue build`;
//! - `show: ADDRESS` puts a file's text into the snapshot, of a page its `<main>`; `show: ADDRESS SELECTOR` another part: `.class`, `#id`, `tag`.
//!
//! After a change, `cargo insta review` (or `INSTA_UPDATE=always cargo test --test golden` and a look at the difference) accepts what is right.
//! Whatever a case is about, every link of its site is followed.

mod support;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

use support::txtar::Archive;
use support::{Built, crawl, html, unhashed};
use walkdir::WalkDir;

#[test]
fn a_site_comes_out_as_it_was_reviewed() {
    let faults = RefCell::new(Vec::new());
    insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::glob!("golden/*.txtar", |path| {
            let case = read(path);
            let words: Vec<&str> = case.said("with").collect();
            let built = support::build(case.sources(), &support::settings(&words.join(" ")));
            insta::assert_snapshot!("site", shown(&case, &built));
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            faults.borrow_mut().extend(crawl::faults(&built.files).into_iter().map(|fault| format!("{name}: {fault}")));
        });
    });
    assert!(faults.borrow().is_empty(), "{}", faults.borrow().join("\n"));
}

#[allow(clippy::disallowed_methods, reason = "a test reads its cases")]
fn read(path: &Path) -> Archive {
    Archive::parse(&std::fs::read_to_string(path).unwrap())
}

/// What there is to review.
fn shown(case: &Archive, built: &Built) -> String {
    let mut text = case
        .comment
        .lines()
        .take_while(|line| !line.starts_with("with: ") && !line.starts_with("show: "))
        .fold(String::new(), |text, line| text + line + "\n");
    if !built.report.problems.is_empty() {
        let _ = write!(text, "\n━━ problems\n{}", built.problems());
    }
    let own_theme = theme_files();
    text.push_str("\n━━ addresses\n");
    // How the index of the search is cut into files, the tests of the search say.
    let is_told = |address: &String| !own_theme.contains(address) && !address.starts_with("search/");
    for address in built.files.keys().map(|address| unhashed(address)).filter(is_told) {
        text.push_str(&address);
        text.push('\n');
    }
    for wanted in case.said("show") {
        let (address, selector) = wanted.split_once(' ').unwrap_or((wanted, "main"));
        let _ = writeln!(text, "\n━━ {wanted}");
        let Some(file) = built.find(address) else {
            text.push_str("(not there)\n");
            continue;
        };
        match file.ends_with(".html") {
            true => text.push_str(&html::show(built.text(file), selector)),
            false => text.push_str(built.text(file)),
        }
    }
    masked(&text)
}

/// The files that every site gets from the built-in theme.
fn theme_files() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/static");
    let files = WalkDir::new(&folder).into_iter().flatten().filter(|entry| entry.file_type().is_file());
    files.map(|file| format!("assets/{}", file.file_name().to_string_lossy())).collect()
}

/// Published files by their names alone, and no version of the program.
fn masked(text: &str) -> String {
    let version = concat!("Apologue ", env!("CARGO_PKG_VERSION"));
    let words = text.split_inclusive(['"', ' ', '\n', '<', '>', ',']).map(|word| {
        let (word, end) = word.split_at(word.len() - usize::from(word.ends_with(['"', ' ', '\n', '<', '>', ','])));
        let word = if word.contains("assets/") { unhashed(word) } else { word.to_owned() };
        word + end
    });
    words.collect::<String>().replace(version, "Apologue")
}
