//! The publisher alone, killed at any moment, most often in the short time in which it replaces files.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use apologue::base::path::Address;
use apologue::output::{Content, Origin, Output, Publisher};
use walkdir::WalkDir;

/// Says to a child of this test where to build and which edition of the site.
const FOLDER: &str = "APOLOGUE_TEST_FOLDER";
const EDITION: &str = "APOLOGUE_TEST_EDITION";

/// A site that changes a great deal from edition to edition: files change, come, go, and turn into folders.
fn outputs(edition: u64) -> BTreeMap<String, String> {
    let pages = (0..300_u64).filter(|n| !(n + edition).is_multiple_of(5)).map(|n| {
        let said = if n % 3 == 0 { edition } else { 0 };
        (format!("{}/{}/{n}.html", n % 4, (n + edition / 2) % 6), format!("page {n} of edition {said}\n").repeat(100))
    });
    let turning = if edition.is_multiple_of(2) { "turning" } else { "turning/into/folder" };
    pages.chain([(turning.to_owned(), "x".to_owned())]).collect()
}

fn build(folder: &Path, edition: u64) {
    let publisher = Publisher::begin(&folder.join("site/public"), &folder.join("site")).unwrap();
    let outputs: Vec<_> = outputs(edition).into_iter().collect();
    thread::scope(|scope| {
        let publisher = &publisher;
        for half in outputs.chunks(outputs.len() / 2 + 1) {
            scope.spawn(move || {
                for (address, text) in half {
                    publisher.stage(Output::new(Address::new(address.as_str()), Content::Bytes(text.clone().into_bytes()))).unwrap();
                }
            });
        }
    });
    publisher.publish(&Origin::default()).unwrap();
}

/// All that stands in the site's folder, the records apart.
fn tree(folder: &Path) -> BTreeMap<String, Option<String>> {
    let mut tree = BTreeMap::new();
    for entry in WalkDir::new(folder.join("site")).min_depth(1) {
        let entry = entry.unwrap();
        let name = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        let text = entry.file_type().is_file().then(|| fs::read_to_string(entry.path()).unwrap());
        if !name.ends_with("/manifest.json") {
            tree.insert(name, text);
        }
    }
    // A clean build has had no reason to make one yet.
    tree.remove("site/public/.apologue/lock");
    tree
}

/// Not a test of its own: the program that [`a_build_killed_at_any_moment_harms_nothing`] starts and kills.
#[test]
fn child() {
    if let (Ok(folder), Ok(edition)) = (env::var(FOLDER), env::var(EDITION)) {
        build(Path::new(&folder), edition.parse().unwrap());
    }
}

#[test]
fn a_build_killed_at_any_moment_harms_nothing() {
    let child = |folder: &Path, edition: u64| {
        let mut command = Command::new(env::current_exe().unwrap());
        command.args(["--exact", "publisher::child", "--quiet"]).env(FOLDER, folder).env(EDITION, edition.to_string());
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    };
    let clean: Vec<_> = (0..4)
        .map(|edition| {
            let folder = tempfile::tempdir().unwrap();
            fs::create_dir(folder.path().join("site")).unwrap();
            build(folder.path(), edition);
            tree(folder.path())
        })
        .collect();
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site/public");
    fs::create_dir(folder.path().join("site")).unwrap();

    // How long a whole build takes here, so that the kills fall everywhere between its beginning and its end.
    let started = Instant::now();
    assert!(child(folder.path(), 0).wait().unwrap().success());
    let whole = started.elapsed();

    let (mut interrupted, mut while_publishing) = (0, 0);
    for round in 0..36 {
        let edition = round % 4;
        match round % 8 {
            0 => fs::remove_dir_all(&out).unwrap(),
            1 => {
                fs::remove_dir_all(&out).unwrap();
                fs::create_dir(&out).unwrap();
            }
            _ => {}
        }
        // Several kills in a row, at moments that do not repeat.
        for kill in 0..=round % 3 {
            let mut victim = child(folder.path(), edition + kill + 1);
            if round % 2 == 0 {
                thread::sleep(whole.mul_f64((round * 3 + kill) as f64 * 0.618 % 1.0));
            } else {
                // The time between the first change and the last is short, so it is waited for.
                while !is_publishing(&out) && victim.try_wait().unwrap().is_none() {}
            }
            thread::sleep(Duration::from_micros(round * 40));
            victim.kill().unwrap();
            interrupted += u32::from(!victim.wait().unwrap().success());
            while_publishing += u32::from(is_publishing(&out));
            assert!(torn(&out).is_none(), "round {round}: {:?}", torn(&out));
        }
        build(folder.path(), edition);
        assert!(tree(folder.path()) == clean[edition as usize], "round {round} differs from a clean build");
    }
    assert!(interrupted >= 30, "only {interrupted} builds were killed in time");
    assert!(while_publishing >= 10, "only {while_publishing} builds were killed while they published");
}

fn is_publishing(out: &Path) -> bool {
    fs::read(out.join(".apologue/journal")).is_ok_and(|journal| journal.starts_with(b"apologue journal: publishing"))
}

/// A published file that is not whole.
fn torn(out: &Path) -> Option<String> {
    let files = WalkDir::new(out).into_iter().filter_entry(|entry| entry.file_name() != ".apologue").flatten();
    let mut pages = files.filter(|entry| entry.path().extension().is_some_and(|extension| extension == "html"));
    pages.find_map(|page| {
        let text = fs::read_to_string(page.path()).unwrap();
        let whole = text.lines().next().is_some_and(|line| text == format!("{line}\n").repeat(100));
        (!whole).then(|| page.path().display().to_string())
    })
}
