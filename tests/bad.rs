//! Bad input, one kind a file. Each case under `bad/` is a site with something wrong in it and, in a section `expected`, exactly what is said:
//! lines of `severity code path:line:column`, or without line and column where the whole file is meant.
//!
//! In the comment at the top, `with:` gives options of `apologue build`, and `built` on a line of its own says that the site is built all the
//! same, as with warnings. After a change, `APOLOGUE_ACCEPT=1 cargo test --test bad` writes what is said now, for the difference to be read.

#![allow(clippy::disallowed_methods, reason = "a test reads its cases")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use apologue::base::diagnostic::Code;
use apologue::base::language::Language;
use apologue::strings::messages::Messages;
use rayon::prelude::*;
use support::txtar::Archive;
use support::{Built, crawl};

/// Codes that no text can provoke, or that other tests do.
const ELSEWHERE: &[(Code, &str)] = &[
    (Code::UnreadableFile, "needs a file that may not be read: `files.rs`"),
    (Code::NotUtf8, "needs bytes that are no text: `files.rs`"),
    (Code::FileTooLarge, "needs 16 MB: `files.rs`"),
    (Code::PictureTooLarge, "needs bytes that are no text: `files.rs`"),
    (Code::FrontMatterTooLarge, "needs 64 KB: `files.rs`"),
    (Code::LinkLeavesSite, "needs a symbolic link: `files.rs`"),
    (Code::MarkdownFailed, "a bug of the Markdown parser's, of which none is known"),
    (Code::VanishedAddress, "needs a published site: `cli.rs`"),
    (Code::InvalidPages, "needs a published site: `cli.rs`"),
    (Code::PoCharset, "the import of PO files: `po.rs`"),
    (Code::PoTruncated, "the import of PO files: `po.rs`"),
    (Code::PoSyntax, "the import of PO files: `po.rs`"),
    (Code::PoDuplicate, "the import of PO files: `po.rs`"),
    (Code::PoPlural, "the import of PO files: `po.rs`"),
    (Code::PoLanguage, "the import of PO files: `po.rs`"),
    (Code::PoUnknownWork, "the import of PO files: `po.rs`"),
    (Code::PoUnknownText, "the import of PO files: `po.rs`"),
    (Code::PoOutdated, "the import of PO files: `po.rs`"),
    (Code::PoRefused, "the import of PO files: `po.rs`"),
    (Code::OutputNotOurs, "the output's own tests"),
    (Code::OutputTooHigh, "the output's own tests"),
    (Code::OutputHoldsSite, "the output's own tests"),
    (Code::OutputInSources, "the output's own tests"),
    (Code::OutputNoFolder, "the output's own tests"),
    (Code::OutputBusy, "the output's own tests"),
    (Code::OutputStranger, "the output's own tests"),
    (Code::ZipNotOurs, "the output's own tests"),
    (Code::UnsafeAddress, "the output's own tests"),
    (Code::OutputUnfinished, "the output's own tests"),
    (Code::FolderNotEmpty, "the tests of the commands that make files"),
    (Code::FileExists, "the tests of the commands that make files"),
    (Code::UnwritableFile, "needs a disk that fails"),
    (Code::FileChanged, "the tests of the commands that change sources"),
    (Code::EditByHand, "the tests of the commands that change sources"),
];

fn cases() -> Vec<(PathBuf, Archive)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txtar"));
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), Archive::parse(&fs::read_to_string(path).unwrap()))).collect()
}

/// All cases, built once for all tests.
static BUILT: LazyLock<Vec<(PathBuf, Archive, Built)>> = LazyLock::new(|| {
    cases()
        .into_par_iter()
        .map(|(path, case)| {
            let built = build(&case);
            (path, case, built)
        })
        .collect()
});

fn build(case: &Archive) -> Built {
    let words: Vec<&str> = case.said("with").collect();
    let sources = case.sources().filter(|(name, _)| *name != "expected");
    support::build(sources, &support::settings(&words.join(" ")))
}

fn accept(path: &Path, found: &str) {
    let text = fs::read_to_string(path).unwrap();
    let before = text.split("-- expected --\n").next().unwrap_or_default();
    fs::write(path, format!("{before}-- expected --\n{found}")).unwrap();
}

fn lines(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.sort_unstable();
    lines
}

#[test]
fn bad_input_is_told_exactly_where_it_stands() {
    let messages = Messages::new(Language::ENGLISH);
    let wrong: Vec<String> = BUILT
        .iter()
        .filter_map(|(path, case, built)| {
            let name = path.file_stem().unwrap().to_string_lossy();
            let expected = case.files.iter().find(|(name, _)| name == "expected").map_or("", |(_, text)| text.as_str());
            let found = built.problems();
            if lines(expected) != lines(&found) && std::env::var_os("APOLOGUE_ACCEPT").is_some() {
                accept(path, &found);
            } else if lines(expected) != lines(&found) {
                let said: Vec<String> = built
                    .report
                    .problems
                    .iter()
                    .map(|problem| format!("    {} → {:?}", messages.say(problem).message, problem.suggestion))
                    .collect();
                return Some(format!("{name}: expected\n{expected}found\n{found}{}\n", said.join("\n")));
            }
            let is_built = case.comment.lines().any(|line| line == "built");
            match (is_built, built.report.complete) {
                (true, false) => return Some(format!("{name}: is not built")),
                (false, true) => return Some(format!("{name}: is built")),
                _ => {}
            }
            // What a failed run has made is never published.
            let faults = if built.report.complete { crawl::faults(&built.files) } else { Vec::new() };
            (!faults.is_empty()).then(|| format!("{name}:\n{}", faults.join("\n")))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_code_is_provoked_by_a_case_or_excused() {
    let provoked: BTreeSet<String> = BUILT
        .iter()
        .flat_map(|(_, case, _)| &case.files)
        .filter(|(name, _)| name == "expected")
        .flat_map(|(_, text)| lines(text))
        .filter_map(|line| line.split(' ').nth(1).map(str::to_owned))
        .collect();
    let excused: BTreeMap<Code, &str> = ELSEWHERE.iter().copied().collect();
    for code in Code::ALL {
        assert!(provoked.contains(code.as_str()) || excused.contains_key(code), "no case provokes {code}");
        assert!(!(provoked.contains(code.as_str()) && excused.contains_key(code)), "{code} is excused, but a case provokes it");
    }
}

#[test]
fn every_problem_of_the_cases_is_said_in_words() {
    let messages = Messages::new(Language::ENGLISH);
    let silent: BTreeSet<String> = BUILT
        .iter()
        .flat_map(|(.., built)| &built.report.problems)
        .filter_map(|problem| {
            let said = messages.say(problem);
            let is_sentence =
                said.message.contains(' ') && !said.message.starts_with(problem.code.as_str()) && !said.message.contains("{$");
            (!is_sentence || said.help.is_none()).then(|| format!("{}: {} / {:?}", problem.code, said.message, said.help))
        })
        .collect();
    assert!(silent.is_empty(), "{silent:#?}");
}
