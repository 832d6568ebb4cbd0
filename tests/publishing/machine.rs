//! A machine at fault: the build says which path, ends with 3, and what was published is whole.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use crate::support::builds::{self, Tree};
use crate::{Site, assert_exit, assert_same, assert_whole};

/// The program in a shell that first runs some lines; `$1` is the program, `$2` the site, `$3` the output.
fn in_shell(site: &Site, wrapper: &[&str], script: &str) -> Output {
    let mut words = wrapper.iter().copied().chain(["sh", "-c", script, "sh", env!("CARGO_BIN_EXE_apologue")]);
    let mut command = Command::new(words.next().unwrap());
    command.args(words).arg(site.root()).arg(site.out()).env("LANG", "C").env_remove("LC_ALL").env_remove("LC_MESSAGES");
    command.output().unwrap()
}

fn works(wrapper: &[&str], script: &str) -> bool {
    Command::new(wrapper[0]).args(&wrapper[1..]).args(["sh", "-c", script]).output().is_ok_and(|ran| ran.status.success())
}

/// A folder of its own in which nobody else sees what is mounted.
const APART: &[&str] = &["unshare", "--user", "--map-root-user", "--mount"];

/// Without the rights of whoever runs the tests, who may be the administrator, to whom nothing is denied.
const NOBODY: &[&str] = &["unshare", "--user"];

#[test]
fn a_disk_that_is_full_is_named_and_what_was_published_stays() {
    if !cfg!(target_os = "linux") || !works(APART, "mount -t tmpfs -o size=100k none /mnt") {
        return eprintln!("skipped: this machine lets nobody mount a small disk");
    }
    let (old, new) = (Site::clean(0), Site::clean(1));
    let site = Site::new();
    site.edit(1);
    let earlier = Site::new();
    // Published once, then with ever less space left for the second edition; at last with enough.
    let script = format!(
        r#"
        out=$3; mkdir -p "$out" && mount -t tmpfs -o size=4m none "$out" || exit 90
        "$1" build -s {} -o "$out/public" >"$out/said" 2>&1 || {{ cat "$out/said" >&2; exit 91; }}
        cp -a "$out/public" "$out/kept"
        for left in 0 4 8 16 24 40 64 96; do
            rm -rf "$out/public" "$out/filler"; cp -a "$out/kept" "$out/public"
            free=$(df -k --output=avail "$out" | tail -1)
            head -c $(( (free - left) * 1024 )) /dev/zero >"$out/filler" 2>/dev/null
            said=$("$1" build -s "$2" -o "$out/public" 2>&1); code=$?
            echo "LEFT $left CODE $code"; echo "$said"
            rm "$out/filler"
            mkdir -p "$2/../seen"; cp -a "$out/public" "$2/../seen/$left"
            "$1" build -s "$2" -o "$out/public" >/dev/null 2>&1 || exit 92
            cp -a "$out/public" "$2/../seen/$left-next"
        done"#,
        earlier.root().display()
    );
    let ran = in_shell(&site, APART, &script);
    let said = format!("{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success(), "{said}");
    let seen = site.0.path().join("seen");
    let mut failed = 0;
    for part in said.split("LEFT ").skip(1) {
        let (left, rest) = part.split_once(" CODE ").unwrap();
        let found = builds::tree(&seen.join(left));
        match rest.lines().next() {
            Some("3") => {
                failed += 1;
                assert!(rest.contains("error[unwritable-file]") && rest.contains("public"), "{rest}");
                let whole = if builds::difference(&found, &new).is_none() { &new } else { &old };
                assert_same(&found, whole, &format!("{left} KB left"));
            }
            Some("0") => assert_same(&found, &new, &format!("{left} KB left")),
            _ => panic!("{left} KB left: {rest}"),
        }
        assert_same(&builds::tree(&seen.join(format!("{left}-next"))), &new, &format!("after {left} KB"));
    }
    assert!(failed >= 3, "{said}");
}

#[test]
fn files_that_may_not_grow_are_named_and_what_was_published_stays() {
    let site = Site::new();
    let before = site.build();
    site.edit(1);
    // In blocks of 512 bytes, in some shells of 1024. The signal is a kill unless it is ignored.
    let ran = in_shell(&site, &["env"], "trap '' XFSZ; ulimit -f 4; exec \"$1\" build -s \"$2\" -o \"$3\"");
    let said = assert_exit(&ran, 3);
    assert!(said.contains("error[unwritable-file]") && said.contains("public/.apologue/"), "{said}");
    assert_same(&builds::tree(&site.out()), &before, "after files could not grow");
    assert_same(&site.build(), &Site::clean(1), "the next build");
    site.assert_tidy();
    // The first build of all leaves nothing.
    let site = Site::new();
    let ran = in_shell(&site, &["env"], "trap '' XFSZ; ulimit -f 4; exec \"$1\" build -s \"$2\" -o \"$3\"");
    assert_exit(&ran, 3);
    assert!(!site.out().exists());
    site.assert_tidy();
}

fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

fn as_nobody(site: &Site) -> Output {
    in_shell(site, NOBODY, "exec \"$1\" build -s \"$2\" -o \"$3\"")
}

/// Takes a permission away from a folder or file of a published site, builds another edition, gives the permission
/// back and builds once more.
fn without_permission(denied: &str, judge: impl Fn(&Tree, &Tree, &Tree)) {
    let (site, clean) = (Site::new(), Site::clean(1));
    let before = site.build();
    site.edit(1);
    let path = site.0.path().join(denied);
    allow(&path, 0o555);
    let ran = as_nobody(&site);
    let found = builds::tree(&site.out());
    allow(&path, 0o755);
    if path.is_file() {
        // Replacing a file is its folder's to allow.
        assert_exit(&ran, 0);
        assert_same(&found, &clean, denied);
        return;
    }
    let said = assert_exit(&ran, 3);
    assert!(said.contains("error[unwritable-file]") && said.contains(&path.display().to_string()), "{denied}: {said}");
    judge(&found, &before, &clean);
    assert_same(&site.build(), &clean, denied);
    site.assert_tidy();
}

#[test]
fn a_permission_that_is_missing_is_named_and_no_file_is_torn() {
    if !works(NOBODY, "true") {
        return eprintln!("skipped: this machine lets nobody give up rights");
    }
    for denied in ["public", "public/es/historias", "public/.apologue", "public/pages.json"] {
        without_permission(denied, |found, before, clean| assert_whole(found, [before, clean], denied));
    }
}

#[test]
fn where_a_permission_is_missing_what_was_published_stays_as_it_is() {
    if !works(NOBODY, "true") {
        return eprintln!("skipped: this machine lets nobody give up rights");
    }
    for denied in ["public", "public/es/historias", "public/.apologue"] {
        without_permission(denied, |found, before, _| assert_same(found, before, denied));
    }
}

#[test]
fn where_nothing_may_be_made_or_read_nothing_is_published() {
    if !works(NOBODY, "true") {
        return eprintln!("skipped: this machine lets nobody give up rights");
    }
    // The first build, where no folder may be made.
    let site = Site::new();
    allow(site.0.path(), 0o555);
    let ran = as_nobody(&site);
    allow(site.0.path(), 0o755);
    assert_exit(&ran, 3);
    site.assert_tidy();
    // A source that may not be read.
    let site = Site::new();
    let before = site.build();
    site.edit(1);
    let source = site.root().join("site.yaml");
    allow(&source, 0o000);
    let ran = as_nobody(&site);
    allow(&source, 0o644);
    let said = assert_exit(&ran, 3);
    assert!(said.contains("error[unreadable-file]") && said.contains("site.yaml"), "{said}");
    assert_same(&builds::tree(&site.out()), &before, "a source that may not be read");
}
