//! Programs and packages for tests that look at pages in a browser.
//!
//! Chromium, Node and npm do the looking; what npm has to bring is fetched by the tests themselves, into `target/`. Where a program is
//! missing, the tests that need it say so and pass. With `CI=true` nothing is passed over.
#![allow(dead_code, unused_imports, unused_macros, reason = "every test file uses a part of it")]
#![allow(clippy::disallowed_methods, reason = "a test looks at files, starts programs and reads the environment")]

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use serde::Deserialize;

/// The sources of these tests.
pub const HERE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/web");
/// Everything that they write.
pub const THERE: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/web");

/// What the browser found under one name.
#[derive(Deserialize)]
pub struct Check {
    pub seen: usize,
    pub faults: Vec<String>,
}

/// Tests whose looking is done by a script, under the same names: `looked_at! { report: first second }`, where `report` is the function that
/// says what the script found, or that it cannot run here.
macro_rules! looked_at {
    ($report:ident: $($name:ident)*) => {$(
        #[test]
        fn $name() {
            let Some(report) = $report() else { return };
            let check = report.get(stringify!($name)).expect("the script looks at what the tests ask for");
            assert!(check.seen > 0, "nothing was looked at");
            assert!(check.faults.is_empty(), "{} faults:\n{}", check.faults.len(), check.faults.join("\n"));
        }
    )*};
}
pub(crate) use looked_at;

/// The browser, if there is one.
pub fn chromium() -> Option<PathBuf> {
    let found = ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(program);
    if found.is_none() { passed_over("Chromium is not installed") } else { found }
}

/// Lets a script of these tests look at something, and returns what it found.
pub fn browse(script: &str, chromium: &Path, arguments: &[&Path]) -> BTreeMap<String, Check> {
    let packages = packages(&[]).expect("whoever asks has looked");
    let report = Path::new(THERE).join(format!("{script}.report.json"));
    ran(Command::new("node").arg(packages.join(script)).args([chromium, &report]).args(arguments))
        .unwrap_or_else(|error| panic!("{error}"));
    serde_json::from_slice(&fs::read(report).unwrap()).unwrap()
}

/// The same for a script that starts the program itself, in a folder of its own: once for all tests.
pub fn browsed(script: &str, browsed: &'static OnceLock<BTreeMap<String, Check>>) -> Option<&'static BTreeMap<String, Check>> {
    let chromium = chromium()?;
    packages(&[])?;
    Some(browsed.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        browse(script, &chromium, &[Path::new(env!("CARGO_BIN_EXE_apologue")), folder.path()])
    }))
}

/// The folder with the npm packages and the scripts; none where they, or one of the programs, cannot be had.
pub fn packages(programs: &[&str]) -> Option<&'static Path> {
    static PACKAGES: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    if let Some(missing) = ["node", "npm"].iter().chain(programs).find(|name| program(name).is_none()) {
        return passed_over(&format!("{missing} is not installed"));
    }
    match PACKAGES.get_or_init(install) {
        Ok(folder) => Some(folder),
        Err(reason) => passed_over(reason),
    }
}

/// Copies the scripts, and lets npm fetch what the lock file names unless it is there.
fn install() -> Result<PathBuf, String> {
    let folder = Path::new(THERE).join("scripts");
    fs::create_dir_all(&folder).unwrap();
    for entry in fs::read_dir(HERE).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
        }
    }
    let wanted = fs::read(folder.join("package-lock.json")).unwrap();
    let installed = folder.join("node_modules/.of-package-lock.json");
    if fs::read(&installed).is_ok_and(|installed| installed == wanted) {
        return Ok(folder);
    }
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&folder);
    ran(&mut npm).map_err(|error| format!("npm could not fetch the packages of tests/web: {error}"))?;
    fs::write(installed, wanted).unwrap();
    Ok(folder)
}

/// The path of a program.
pub fn program(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// Runs a program to its end.
pub fn ran(command: &mut Command) -> Result<Output, String> {
    let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    if output.status.success() {
        return Ok(output);
    }
    Err(format!("{command:?}: {}\n{}{}", output.status, String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr)))
}

/// Says that a test looks at nothing, and why. Where everything has to be looked at, it fails.
pub fn passed_over<T>(reason: &str) -> Option<T> {
    let name = std::thread::current().name().unwrap_or_default().to_owned();
    assert!(env::var_os("CI").is_none_or(|ci| ci != "true"), "{name} cannot be passed over: {reason}");
    say(&format!("SKIPPED {name}: {reason}"));
    None
}

/// Says something that is seen even of a test that passes.
fn say(words: &str) {
    let _ = writeln!(io::stderr(), "{words}");
}
