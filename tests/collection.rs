//! The collection that the benches measure with is a sound site, and always the same.
#![allow(clippy::disallowed_methods, reason = "a test writes a site and reads it again")]

#[allow(dead_code, reason = "each bench uses its part")]
#[path = "bench/collection/mod.rs"]
mod collection;

use std::fs;

use apologue::pipeline::{self, Nowhere, Settings};
use collection::{Collection, Language, Profile, apologue as own};

#[test]
fn a_generated_collection_has_no_problems_and_all_its_documents() {
    for (documents, profile) in [(201, Profile::Short), (21, Profile::Long)] {
        let folder = tempfile::tempdir().unwrap();
        own::write(&Collection::new(documents, profile), folder.path()).unwrap();
        let report = pipeline::run(folder.path(), &Settings::default(), &Nowhere).unwrap();
        assert!(report.problems.is_empty(), "{:#?}", &report.problems[..report.problems.len().min(5)]);
        assert_eq!(report.editions.iter().map(|(_, count)| count).sum::<usize>(), documents);
    }
}

#[test]
fn the_plain_theme_of_the_comparison_shows_every_page_of_it() {
    let folder = tempfile::tempdir().unwrap();
    own::write_plain(&Collection::new(400, Profile::Short), folder.path()).unwrap();
    let report = pipeline::run(folder.path(), &Settings::default(), &Nowhere).unwrap();
    assert!(report.problems.is_empty(), "{:#?}", &report.problems[..report.problems.len().min(5)]);
    assert!(report.complete && report.pages > 400, "{} pages", report.pages);
}

#[test]
fn a_work_is_the_same_each_time_and_whatever_was_asked_before() {
    let collection = Collection::new(1000, Profile::Short);
    let text = |number: usize| collection.work(number).body(Language::Ru, &|head| head.title(Language::Ru));
    let backwards: Vec<String> = (0..20).rev().map(text).collect();
    let forwards: Vec<String> = (0..20).map(text).collect();
    assert_eq!(forwards, backwards.into_iter().rev().collect::<Vec<_>>());
    assert_eq!(
        (collection.work(3).head.name(), collection.work(3).date),
        ("an-impatient-customer-on-the-stairs-3".into(), "2013-11-28".into())
    );
}

#[test]
fn documents_are_as_long_as_promised() {
    for (profile, promised) in [(Profile::Short, 580), (Profile::Long, 5_300)] {
        let folder = tempfile::tempdir().unwrap();
        own::write(&Collection::new(400, profile), folder.path()).unwrap();
        let folders = collection::Kind::ALL.map(|kind| folder.path().join("content").join(kind.folder()));
        let files = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap());
        let mean = files.map(|file| file.unwrap().metadata().unwrap().len()).sum::<u64>() / 400;
        assert!(mean.abs_diff(promised) < promised / 20, "{profile:?}: {mean} bytes");
    }
}
