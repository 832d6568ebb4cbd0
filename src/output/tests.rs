//! What is promised about publishing, each rule as a sentence.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::TempDir;
use walkdir::WalkDir;

use super::records::{JOURNAL, MANIFEST};
use super::*;

mod any_order;
mod strangers;

/// A site's folder with room for outputs.
struct Site(TempDir);

impl Site {
    fn new() -> Site {
        let site = Site(tempfile::tempdir().unwrap());
        fs::create_dir(site.0.path().join("content")).unwrap();
        fs::write(site.0.path().join("site.yaml"), "title: x").unwrap();
        site
    }

    fn out(&self) -> PathBuf {
        self.0.path().join("public")
    }

    fn at(&self, name: &str) -> PathBuf {
        self.out().join(name)
    }

    fn record(&self, name: &str) -> PathBuf {
        self.at(".apologue").join(name)
    }

    fn put(&self, name: &str, text: &str) {
        fs::create_dir_all(self.at(name).parent().unwrap()).unwrap();
        fs::write(self.at(name), text).unwrap();
    }

    fn begin(&self) -> Result<Publisher, Error> {
        Publisher::begin_within(&self.out(), self.0.path(), Duration::from_millis(60))
    }

    fn publish(&self, outputs: &[(&str, &str)]) -> Result<Summary, Error> {
        let publisher = self.begin()?;
        for (address, text) in outputs {
            publisher.stage(output(address, text))?;
        }
        publisher.publish(&Origin::default())
    }

    /// All files and folders of the output but our records, with what the files say.
    fn tree(&self) -> BTreeMap<String, Option<String>> {
        tree(&self.out())
    }
}

fn output(address: &str, text: &str) -> Output {
    Output::new(Address::new(address), Content::Bytes(text.as_bytes().to_vec()))
}

fn tree(folder: &Path) -> BTreeMap<String, Option<String>> {
    let entries = WalkDir::new(folder).min_depth(1).into_iter().filter_entry(|entry| entry.file_name() != ".apologue");
    entries
        .map(|entry| {
            let entry = entry.unwrap();
            let name = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            (name, (!entry.file_type().is_dir()).then(|| fs::read_to_string(entry.path()).unwrap_or_default()))
        })
        .collect()
}

/// The same for outputs that should be there.
fn expected(outputs: &[(&str, &str)]) -> BTreeMap<String, Option<String>> {
    let mut tree = BTreeMap::new();
    for (address, text) in outputs {
        tree.insert((*address).to_owned(), Some((*text).to_owned()));
        tree.extend(address::folders(address).map(|folder| (folder.to_owned(), None)));
    }
    tree
}

fn counts(summary: &Summary) -> (usize, usize, usize) {
    (summary.written, summary.unchanged, summary.deleted)
}

fn refusal(result: Result<impl Sized, Error>) -> Refusal {
    match result.map(drop) {
        Err(Error::Refused { refusal, .. }) => refusal,
        other => panic!("{other:?}"),
    }
}

const FIRST: &[(&str, &str)] = &[("index.html", "home"), ("es/index.html", "inicio"), ("es/temas/a.html", "a")];

#[test]
fn an_absent_folder_appears_whole_and_with_it_the_folders_above() {
    let site = Site::new();
    let out = site.at("deep/er");
    let publisher = Publisher::begin(&out, site.0.path()).unwrap();
    for (address, text) in FIRST {
        publisher.stage(output(address, text)).unwrap();
    }
    assert!(!site.out().exists());
    assert_eq!(counts(&publisher.publish(&Origin::default()).unwrap()), (3, 0, 0));
    assert_eq!(tree(&out), expected(FIRST));
    assert_eq!(tree(site.0.path()).keys().filter(|name| name.starts_with('.')).count(), 0, "nothing is left beside it");
}

#[test]
fn an_empty_folder_is_filled() {
    let site = Site::new();
    fs::create_dir(site.out()).unwrap();
    assert_eq!(counts(&site.publish(FIRST).unwrap()), (3, 0, 0));
    assert_eq!(site.tree(), expected(FIRST));
}

#[test]
fn only_what_differs_is_written_and_only_what_is_no_longer_wanted_is_deleted() {
    let site = Site::new();
    site.publish(FIRST).unwrap();
    let before = fs::metadata(site.at("index.html")).unwrap().modified().unwrap();
    let second = &[("index.html", "home"), ("es/index.html", "Inicio"), ("ru/index.html", "дом")];
    assert_eq!(counts(&site.publish(second).unwrap()), (2, 1, 1));
    assert_eq!(site.tree(), expected(second), "the folder es/temas is gone with its only file");
    assert_eq!(fs::metadata(site.at("index.html")).unwrap().modified().unwrap(), before);
}

#[test]
fn nothing_at_all_is_touched_when_nothing_changed() {
    let site = Site::new();
    site.publish(FIRST).unwrap();
    std::thread::sleep(Duration::from_millis(60));
    site.publish(FIRST).unwrap();
    let times = || [MANIFEST, JOURNAL].map(|name| fs::metadata(site.record(name)).unwrap().modified().unwrap());
    let before = times();
    assert_eq!(counts(&site.publish(FIRST).unwrap()), (0, 3, 0));
    assert_eq!(times(), before);
}

#[test]
fn a_file_may_become_a_folder_and_a_folder_a_file() {
    let site = Site::new();
    for outputs in
        [&[("a", "1"), ("b/c/d", "2"), ("b/e", "2")][..], &[("a/x/y", "3"), ("b", "4")], &[("a/x", "5"), ("b", "4")], &[("a", "1")]]
    {
        site.publish(outputs).unwrap();
        assert_eq!(site.tree(), expected(outputs));
    }
}

#[test]
fn a_publisher_that_is_dropped_leaves_everything_as_it_was() {
    let site = Site::new();
    drop(site.begin().unwrap());
    let dropped = |site: &Site| {
        let publisher = site.begin().unwrap();
        publisher.stage(output("index.html", "other")).unwrap();
        drop(publisher);
    };
    dropped(&site);
    assert_eq!(tree(site.0.path()).keys().collect::<Vec<_>>(), ["content", "site.yaml"]);
    fs::create_dir(site.out()).unwrap();
    dropped(&site);
    assert_eq!(fs::read_dir(site.out()).unwrap().count(), 0);
    site.publish(FIRST).unwrap();
    let records = || [MANIFEST, JOURNAL].map(|name| fs::read(site.record(name)).unwrap());
    let before = records();
    dropped(&site);
    assert_eq!((site.tree(), records()), (expected(FIRST), before));
    assert!(!site.record("staging").exists());
}

#[test]
fn what_somebody_changed_in_an_output_is_made_right() {
    let site = Site::new();
    site.publish(FIRST).unwrap();
    site.put("index.html", "HOME");
    fs::remove_file(site.at("es/index.html")).unwrap();
    assert_eq!(counts(&site.publish(FIRST).unwrap()), (2, 1, 0));
    assert_eq!(site.tree(), expected(FIRST));
}

#[test]
fn only_verifying_finds_bytes_that_changed_behind_an_unchanged_size_and_time() {
    let site = Site::new();
    let old = std::time::SystemTime::UNIX_EPOCH + Duration::new(1_000_000, 5);
    let set_time = || fs::File::options().write(true).open(site.at("index.html")).unwrap().set_modified(old).unwrap();
    site.publish(FIRST).unwrap();
    set_time();
    site.publish(FIRST).unwrap();
    site.put("index.html", "rust");
    set_time();
    assert_eq!(site.publish(FIRST).unwrap().written, 0);
    let publisher = site.begin().unwrap().verify();
    FIRST.iter().for_each(|(address, text)| publisher.stage(output(address, text)).unwrap());
    assert_eq!(publisher.publish(&Origin::default()).unwrap().written, 1);
    assert_eq!(site.tree(), expected(FIRST));
}

#[test]
fn a_damaged_foreign_or_absent_record_costs_a_look_at_the_files_and_no_more() {
    let second = &[("index.html", "home"), ("es/index.html", "Inicio")];
    let damage: &[(&str, Option<&str>)] = &[
        (MANIFEST, None),
        (MANIFEST, Some("")),
        (MANIFEST, Some("{\"version\":1,\"outp")),
        (MANIFEST, Some("{\"version\":9}")),
        (JOURNAL, None),
    ];
    for (record, text) in damage {
        let site = Site::new();
        site.publish(FIRST).unwrap();
        match text {
            Some(text) => fs::write(site.record(record), text).unwrap(),
            None => fs::remove_file(site.record(record)).unwrap(),
        }
        assert_eq!(counts(&site.publish(second).unwrap()), (1, 1, 1), "{record} {text:?}");
        assert_eq!(site.tree(), expected(second));
        assert_eq!(counts(&site.publish(second).unwrap()), (0, 2, 0), "{record} {text:?}");
    }
}

#[test]
fn when_both_records_are_damaged_what_stands_in_the_way_is_set_aside_and_the_rest_stays() {
    let site = Site::new();
    site.publish(FIRST).unwrap();
    fs::write(site.record(MANIFEST), "{").unwrap();
    fs::write(site.record(JOURNAL), "apologue jou").unwrap();
    let second = &[("index.html", "home"), ("es/index.html", "Inicio")];
    let aside = site.publish(second).unwrap().set_aside.unwrap();
    assert_eq!(tree(&aside), expected(&[("es/index.html", "inicio")]));
    let all = &[second, &[("es/temas/a.html", "a")][..]].concat();
    assert_eq!(site.tree(), expected(all), "what cannot be proved ours is not deleted");
    assert_eq!(site.publish(second).unwrap().set_aside, None);
}

#[test]
fn a_second_build_waits_a_little_and_is_refused_as_long_as_the_first_lives() {
    let site = Site::new();
    for _ in ["the folder is absent", "it exists"] {
        let first = site.begin().unwrap();
        assert_eq!(refusal(site.begin()), Refusal::Busy);
        first.stage(output("a", "1")).unwrap();
        first.publish(&Origin::default()).unwrap();
        site.begin().unwrap();
    }
}

#[test]
fn builds_that_wait_for_each_other_follow_one_another() {
    let site = Site::new();
    let texts: Vec<String> = (0..8).map(|n| n.to_string()).collect();
    std::thread::scope(|scope| {
        for text in &texts {
            let site = &site;
            scope.spawn(move || {
                let publisher = Publisher::begin(&site.out(), site.0.path()).unwrap();
                publisher.stage(output("a", text)).unwrap();
                publisher.stage(output(&format!("only/{text}"), text)).unwrap();
                // Some give up, and clear away what others wait for.
                if text != "3" && text != "5" {
                    publisher.publish(&Origin::default()).unwrap();
                }
            });
        }
    });
    let last = fs::read_to_string(site.at("a")).unwrap();
    assert_eq!(site.tree(), expected(&[("a", &last), (&format!("only/{last}"), &last)]));
    assert!(!site.0.path().join(".public.apologue").exists());
}

#[test]
fn many_threads_may_stage_at_once() {
    for exists in [false, true] {
        let site = Site::new();
        if exists {
            fs::create_dir(site.out()).unwrap();
        }
        let publisher = site.begin().unwrap();
        std::thread::scope(|scope| {
            for thread in 0..4 {
                let publisher = &publisher;
                scope.spawn(move || {
                    (0..200)
                        .for_each(|n| publisher.stage(output(&format!("{}/{}/{n}", n % 7, n % 3 + thread * 3), &n.to_string())).unwrap())
                });
            }
        });
        assert_eq!(publisher.publish(&Origin::default()).unwrap().written, 800);
        assert_eq!(site.tree().values().flatten().count(), 800);
    }
}

#[test]
fn two_outputs_for_one_address_or_through_a_file_are_an_error() {
    let fault = |site: &Site, outputs: &[(&str, &str)]| match site.publish(outputs) {
        Err(error @ Error::Address { .. }) if error.exit_code() == 1 => match error {
            Error::Address { fault, .. } => fault,
            _ => unreachable!(),
        },
        other => panic!("{other:?}"),
    };
    let site = Site::new();
    for _ in ["the folder is absent", "it exists"] {
        assert_eq!(fault(&site, &[("a", "1"), ("a", "1")]), AddressFault::Taken);
        assert_eq!(fault(&site, &[("a", "1"), ("a/b", "1")]), AddressFault::FileAndFolder);
        assert_eq!(fault(&site, &[("a/b/c", "1"), ("a", "1")]), AddressFault::FileAndFolder);
        assert_eq!(fault(&site, &[("../a", "1")]), AddressFault::Unsafe);
        assert!(!site.0.path().join("a").exists());
        fs::create_dir_all(site.out()).unwrap();
    }
}

#[test]
fn after_an_output_failed_nothing_can_be_published() {
    let site = Site::new();
    site.publish(FIRST).unwrap();
    let publisher = site.begin().unwrap();
    let missing = site.0.path().join("content/missing.jpg");
    let error = publisher.stage(Output::new(Address::new("index.html"), Content::File(missing.clone()))).unwrap_err();
    assert!(matches!(&error, Error::Unreadable { path, .. } if *path == missing), "{error}");
    assert_eq!(error.exit_code(), 3);
    assert!(matches!(publisher.publish(&Origin::default()), Err(Error::Address { fault: AddressFault::Unfinished, .. })));
    assert_eq!(site.tree(), expected(FIRST));
}

#[cfg(unix)]
#[test]
fn a_denied_permission_names_the_path_and_the_next_build_completes_what_was_begun() {
    use std::os::unix::fs::PermissionsExt;
    let site = Site::new();
    site.publish(FIRST).unwrap();
    let allow = |mode| fs::set_permissions(site.at("es"), fs::Permissions::from_mode(mode)).unwrap();
    let second = &[("de/index.html", "Haus"), ("es/index.html", "Inicio")];
    allow(0o555);
    // Nothing is denied to an administrator.
    if fs::write(site.at("es/probe"), "").is_err() {
        match site.publish(second) {
            Err(error @ Error::Disk { .. }) => {
                assert_eq!(error.exit_code(), 3);
                assert!(error.diagnostics()[0].args[0].1.ends_with("public/es/index.html"), "{error}");
            }
            other => panic!("{other:?}"),
        }
        assert_eq!(fs::read_to_string(site.at("es/index.html")).unwrap(), "inicio");
        allow(0o755);
        site.publish(second).unwrap();
        assert_eq!(site.tree(), expected(second));
    }
    allow(0o755);
}

#[test]
fn files_are_copied_as_they_are_and_may_have_names_with_a_dot() {
    let site = Site::new();
    let from = site.0.path().join("content/security.txt");
    fs::write(&from, "call me").unwrap();
    let publish = || {
        let publisher = site.begin().unwrap();
        publisher.stage(Output::new(Address::new(".well-known/security.txt"), Content::File(from.clone()))).unwrap();
        counts(&publisher.publish(&Origin::default()).unwrap())
    };
    assert_eq!(publish(), (1, 0, 0));
    assert_eq!(publish(), (0, 1, 0));
    fs::write(&from, "call us").unwrap();
    assert_eq!(publish(), (1, 0, 0));
    assert_eq!(site.tree(), expected(&[(".well-known/security.txt", "call us")]));
}

#[test]
fn what_was_made_from_the_same_need_not_be_made_again_unless_somebody_changed_it() {
    let site = Site::new();
    let (address, key) = (Address::new("es/a.html"), Hash::of(b"view"));
    let publisher = site.begin().unwrap();
    assert!(!publisher.is_current(&address, key));
    publisher.stage(Output { key: Some(key), ..output("es/a.html", "text") }).unwrap();
    publisher.publish(&Origin::default()).unwrap();

    let publisher = site.begin().unwrap();
    assert!(publisher.is_current(&address, key));
    assert!(!publisher.is_current(&address, Hash::of(b"another view")));
    assert!(!publisher.keep(&address, Hash::of(b"another view")).unwrap());
    assert!(publisher.keep(&address, key).unwrap());
    assert!(matches!(publisher.keep(&address, key), Err(Error::Address { fault: AddressFault::Taken, .. })));
    assert_eq!(counts(&publisher.publish(&Origin::default()).unwrap()), (0, 1, 0));

    site.put("es/a.html", "TEXT");
    let publisher = site.begin().unwrap();
    assert!(!publisher.is_current(&address, key));
    drop(publisher);
    fs::write(site.record(MANIFEST), "").unwrap();
    assert!(!site.begin().unwrap().is_current(&address, key), "nothing is believed without a manifest");
}

#[test]
fn a_key_may_change_while_the_bytes_do_not() {
    let site = Site::new();
    for key in [Hash::of(b"1"), Hash::of(b"2")] {
        let publisher = site.begin().unwrap();
        publisher.stage(Output { key: Some(key), ..output("a", "text") }).unwrap();
        publisher.publish(&Origin::default()).unwrap();
        assert!(site.begin().unwrap().is_current(&Address::new("a"), key));
    }
}

#[test]
fn what_a_killed_build_left_is_cleared_away_by_the_next() {
    let site = Site::new();
    fs::create_dir_all(site.0.path().join(".public.apologue/tree/es")).unwrap();
    fs::write(site.0.path().join(".public.apologue/tree/es/torn.html"), "to").unwrap();
    site.publish(FIRST).unwrap();
    assert_eq!(site.tree(), expected(FIRST));
    assert!(!site.0.path().join(".public.apologue").exists());

    fs::create_dir_all(site.0.path().join(".public.apologue/tree")).unwrap();
    fs::create_dir_all(site.record("staging")).unwrap();
    fs::write(site.record("staging/0"), "torn").unwrap();
    site.publish(FIRST).unwrap();
    assert!(!site.0.path().join(".public.apologue").exists());
    assert!(!site.record("staging").exists());
}
