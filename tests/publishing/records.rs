//! Records that are damaged, foreign or old, and folders that are not ours.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::builds::{self, program};
use crate::{Site, assert_exit, assert_same};

/// Damages the manifest of a published site, edits the site, builds it, and compares with a clean build.
fn try_out(clean: &[builds::Tree; 2], damages: impl Iterator<Item = (String, Vec<u8>)>) {
    let site = Site::new();
    site.build();
    let manifest = site.out().join(".apologue/manifest.json");
    for (round, (what, bytes)) in damages.enumerate() {
        let edition = (round as u64 + 1) % 2;
        fs::write(&manifest, bytes).unwrap();
        site.edit(edition);
        assert_same(&site.build(), &clean[edition as usize], &what);
        site.assert_tidy();
    }
}

#[test]
fn a_manifest_that_is_cut_short_or_foreign_or_old_costs_a_full_build_and_no_more() {
    let clean = [Site::clean(0), Site::clean(1)];
    let site = Site::new();
    site.build();
    let whole = fs::read(site.out().join(".apologue/manifest.json")).unwrap();
    let cuts = (0..16).map(|cut| cut * whole.len() / 16).chain([1, whole.len() - 2, whole.len() - 1]);
    try_out(&clean, cuts.map(|cut| (format!("cut at {cut} of {}", whole.len()), whole[..cut].to_vec())));

    let text = String::from_utf8(whole).unwrap();
    let with = |from: &str, to: &str| text.replacen(from, to, 1);
    let foreign = [
        "null".to_owned(),
        "{}".to_owned(),
        "[]".to_owned(),
        "\u{0}\u{0}\u{0}".to_owned(),
        "{\"version\":1,\"outputs\":{}}".to_owned(),
        format!("{{\"version\":1,\"outputs\":{}1{}}}", "[".repeat(5000), "]".repeat(5000)),
        with("\"version\":1", "\"version\":0"),
        with("\"version\":1", "\"version\":99"),
        with("\"size\":", "\"size\":-"),
        with("\"size\":", "\"size\":99999999999999999999"),
        with("\"hash\":\"", "\"hash\":\"z"),
        with("index.html", "../index.html"),
    ];
    try_out(&clean, foreign.into_iter().map(|text| (text.chars().take(60).collect(), text.into_bytes())));
}

#[test]
fn a_folder_that_is_not_ours_to_write_is_refused_and_stays_as_it_is() {
    let site = Site::new();
    let home = site.0.path().join("home");
    let mine = site.0.path().join("mine");
    for (path, text) in [("home/letter.txt", "mine"), ("mine/letter.txt", "mine"), ("mine/.apologue/other.txt", "mine"), ("file", "mine")] {
        let path = site.0.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let before = builds::tree(site.0.path());
    let folders: Vec<PathBuf> = vec![
        PathBuf::from("/"),
        site.root(),
        site.0.path().to_path_buf(),
        site.root().join("content"),
        site.root().join("content/new"),
        site.root().join("themes/x"),
        site.root().join("content/../.."),
        home.clone(),
        mine,
        site.0.path().join("file"),
        site.0.path().join("file/inside"),
    ];
    for folder in folders {
        for _ in 0..2 {
            let mut command = program(&["build", "-s"]);
            let ran = command.arg(site.root()).arg("-o").arg(&folder).env("HOME", &home).output().unwrap();
            let said = assert_exit(&ran, 2);
            assert!(said.contains("error[output-"), "{}: {said}", folder.display());
            assert_same(&builds::tree(site.0.path()), &before, &folder.display().to_string());
        }
    }
    assert!(!Path::new("/.apologue").exists());
}
