//! Publishing while the machine fails: builds that are killed at any moment, disks that are full, permissions that are missing, records that are
//! damaged, builds that meet. Whatever happens, whole files stand in the folder, and the next build makes it what a clean one would.
//!
//! `APOLOGUE_KILLS=100 cargo test --test publishing` kills as many builds as one likes.
#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "a test looks at files and starts programs")]

mod kills;
mod machine;
mod publisher;
mod records;
#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use apologue::pipeline::Settings;
use support::builds::{self, Builder, Tree, program};
use tempfile::TempDir;

/// A site of which there are several editions: files change, come, go, and turn into folders.
struct Site(TempDir);

impl Site {
    fn new() -> Site {
        let site = Site(tempfile::tempdir().unwrap());
        site.edit(0);
        site
    }

    fn root(&self) -> PathBuf {
        self.0.path().join("site")
    }

    fn out(&self) -> PathBuf {
        self.0.path().join("public")
    }

    /// Writes one of the editions.
    fn edit(&self, edition: u64) {
        let _ = fs::remove_dir_all(self.root());
        for (path, text) in files(edition) {
            let path = self.root().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
    }

    /// Builds as a user does.
    fn run(&self, options: &[&str]) -> Output {
        program(&["build", "-s"]).arg(self.root()).arg("-o").arg(self.out()).args(options).output().unwrap()
    }

    /// Builds in this process, which is faster.
    #[track_caller]
    fn build(&self) -> Tree {
        let outcome = Builder::Library.build(&self.root(), &self.out(), &Settings::default());
        assert!(outcome.published, "{outcome:?}");
        builds::tree(&self.out())
    }

    /// What a clean build makes of an edition.
    fn clean(edition: u64) -> Tree {
        let site = Site::new();
        site.edit(edition);
        site.build()
    }

    /// Whether nothing is left behind of builds that came to no good end.
    #[track_caller]
    fn assert_tidy(&self) {
        let beside = names(self.0.path());
        assert!(beside.iter().all(|name| ["site", "public"].contains(&name.as_str())), "{beside:?}");
        let hidden = names(&self.out().join(".apologue"));
        assert!(hidden.iter().all(|name| ["manifest.json", "journal", "lock"].contains(&name.as_str())), "{hidden:?}");
    }
}

fn names(folder: &Path) -> Vec<String> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

fn files(edition: u64) -> Vec<(String, String)> {
    let mut files = vec![("site.yaml".to_owned(), "title: Sitio\nlanguages: [es, ru]\ndefault_language: es\n".to_owned())];
    for number in (0..12).filter(|number| !(number + edition).is_multiple_of(5)) {
        let said = if number % 3 == 0 { edition } else { 0 };
        let text = format!("---\ntitle: \"Texto {number} de {said}\"\n---\n{}\n", format!("Edición {said}. ").repeat(40));
        files.push((format!("content/stories/{}/w{number}.es.md", (number + edition / 2) % 3), text));
    }
    let turning = if edition.is_multiple_of(2) { "content/static/turning" } else { "content/static/turning/into/folder" };
    files.push((turning.to_owned(), "x".to_owned()));
    files
}

#[track_caller]
fn assert_same(found: &Tree, wanted: &Tree, when: &str) {
    if let Some(difference) = builds::difference(found, wanted) {
        panic!("{when}: {difference}");
    }
}

/// Every file is as it was before or as it should become.
#[track_caller]
fn assert_whole(found: &Tree, either: [&Tree; 2], when: &str) {
    let known: BTreeSet<_> = either.into_iter().flatten().filter(|(_, bytes)| bytes.is_some()).collect();
    for file in found.iter().filter(|(_, bytes)| bytes.is_some()) {
        assert!(known.contains(&file), "{when}: {} is neither old nor new", file.0);
    }
}

#[track_caller]
fn assert_exit(ran: &Output, wanted: i32) -> String {
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert_eq!(ran.status.code(), Some(wanted), "{said}");
    said
}
