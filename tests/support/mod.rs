//! What the tests of whole sites share: small sites written as text, built in memory, and looked at as a browser or a reviewer would.
#![allow(dead_code, reason = "every test file uses a part of it")]
#![allow(clippy::disallowed_methods, reason = "a test writes the site that it builds")]

pub mod builds;
pub mod crawl;
pub mod html;
pub mod txtar;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Mutex;

use apologue::base::diagnostic::Diagnostic;
use apologue::base::hash::Hash;
use apologue::base::path::Address;
use apologue::format::Made;
use apologue::output::{self, Content, Output};
use apologue::pipeline::{self, Reason, Report, Settings, Sink};
use tempfile::TempDir;

/// A site that was built: what the program said, and every file that it made.
pub struct Built {
    pub report: Report,
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Built {
    /// A file as text.
    #[track_caller]
    pub fn text(&self, address: &str) -> &str {
        let bytes = self.files.get(address).unwrap_or_else(|| panic!("there is no {address}, only {:#?}", self.files.keys()));
        std::str::from_utf8(bytes).unwrap_or_else(|_| panic!("{address} is no text"))
    }

    /// The file at an address; the hash in the name of a published file may be left out.
    pub fn find(&self, address: &str) -> Option<&str> {
        self.files.keys().map(String::as_str).find(|name| *name == address || unhashed(name) == address)
    }

    /// All problems, one a line.
    pub fn problems(&self) -> String {
        self.report.problems.iter().map(|problem| line(problem) + "\n").collect()
    }
}

/// `error broken-link content/stories/a.es.md:7:12`
pub fn line(problem: &Diagnostic) -> String {
    let place = problem.place.as_ref().map_or_else(
        || "-".to_owned(),
        |place| match place.line {
            0 => place.path.to_string(),
            line => format!("{}:{line}:{}", place.path, place.column),
        },
    );
    format!("{} {} {place}", problem.severity.as_str(), problem.code)
}

#[derive(Default)]
struct InMemory(Mutex<BTreeMap<String, Vec<u8>>>);

impl Sink for InMemory {
    fn expect(&self, _: usize) {}

    fn made(&self) -> BTreeMap<Address, Made> {
        let files = self.0.lock().unwrap();
        files
            .iter()
            .map(|(address, bytes)| (Address::new(address.as_str()), Made { size: bytes.len() as u64, hash: Hash::of(bytes) }))
            .collect()
    }

    fn take(&self, output: Output, _: Reason) -> Result<(), output::Error> {
        let bytes = match output.content {
            Content::Bytes(bytes) => bytes,
            Content::File(path) => fs::read(path).unwrap(),
        };
        let earlier = self.0.lock().unwrap().insert(output.address.to_string(), bytes);
        assert!(earlier.is_none(), "{} was written twice", output.address);
        Ok(())
    }
}

/// Builds the site in a folder.
pub fn build_folder(root: &Path, settings: &Settings) -> Built {
    let sink = InMemory::default();
    let report = pipeline::run(root, settings, &sink).unwrap();
    Built { report, files: sink.0.into_inner().unwrap() }
}

/// Builds a site from the paths and contents of its files.
pub fn build<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>, settings: &Settings) -> Built {
    let folder = folder(files);
    build_folder(folder.path(), settings)
}

/// Writes a site into a folder of its own.
pub fn folder<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

/// `--drafts --for nurses,doctors` as the command line would understand it.
pub fn settings(words: &str) -> Settings {
    let mut settings = Settings::default();
    let mut words = words.split_whitespace();
    while let Some(word) = words.next() {
        let mut value = || words.next().unwrap_or_else(|| panic!("{word} needs a value"));
        match word {
            "--drafts" => settings.drafts = true,
            "--strict" => settings.strict = true,
            "--keep-going" => settings.keep_going = true,
            "--facilitator" => settings.facilitator = true,
            "--pseudo" => settings.pseudo = Some(apologue::base::pseudo::Pseudo::Accented),
            "--pseudo=rtl" => settings.pseudo = Some(apologue::base::pseudo::Pseudo::RightToLeft),
            "--for" => settings.audiences = value().split(',').map(str::to_owned).collect(),
            "--today" => settings.today = value().parse().unwrap(),
            "--fail-on" => settings.gates = value().split(',').map(|gate| gate.parse().unwrap()).collect(),
            "--status" => settings.status = true,
            "--notes" => settings.notes = true,
            "--terms" => settings.terms = true,
            "--base-url" => settings.base_url = Some(value().to_owned()),
            _ => panic!("there is no option {word}"),
        }
    }
    settings
}

/// `assets/style.0a1b2c3d.css` → `assets/style.css`: what the bytes of a file are is not what its reviewer wants to know.
pub fn unhashed(address: &str) -> String {
    let Some((folder, name)) = address.rsplit_once('/').filter(|(folder, _)| *folder == "assets" || folder.ends_with("/assets")) else {
        return address.to_owned();
    };
    let is_hash = |part: &&str| part.len() >= 8 && part.bytes().all(|b| b.is_ascii_hexdigit());
    let parts: Vec<&str> = name.split('.').collect();
    let kept: Vec<&str> = parts.iter().enumerate().filter(|(at, part)| *at == 0 || !is_hash(part)).map(|(_, part)| *part).collect();
    format!("{folder}/{}", kept.join("."))
}
