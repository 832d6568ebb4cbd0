//! Building a site into a folder, and what comes of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use apologue::base::path::Address;
use apologue::format::Made;
use apologue::output::{self, Output, Publisher, Refusal};
use apologue::pipeline::{self, Reason, Settings, Sink};
use walkdir::WalkDir;

/// What is built with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Builder {
    /// In this process, which is faster.
    Library,
    /// As a user does.
    Program,
}

/// What a user sees of a build, the summary apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    pub exit: u8,
    pub problems: Vec<String>,
    pub published: bool,
}

/// Everything that is published: files with their bytes, folders with `None`.
pub type Tree = BTreeMap<String, Option<Vec<u8>>>;

struct Publication {
    publisher: Publisher,
    /// The outputs that are still taken before somebody interrupts the build.
    patience: AtomicUsize,
    /// What was rendered and why.
    rendered: Mutex<BTreeMap<String, Reason>>,
}

impl Publication {
    fn step(&self) -> Result<(), output::Error> {
        if self.patience.fetch_sub(1, Ordering::Relaxed) == 0 {
            self.patience.store(0, Ordering::Relaxed);
            return Err(output::Error::Refused { folder: "interrupted".into(), refusal: Refusal::Busy });
        }
        Ok(())
    }
}

impl Sink for Publication {
    fn expect(&self, _: usize) {}

    fn take(&self, output: Output, why: Reason) -> Result<(), output::Error> {
        self.step()?;
        self.rendered.lock().unwrap().insert(output.address.to_string(), why);
        self.publisher.stage(output)
    }

    fn made(&self) -> BTreeMap<Address, Made> {
        let ready = self.publisher.ready();
        ready.into_iter().map(|(address, (size, hash))| (address, Made { size, hash })).collect()
    }

    fn standing(&self) -> Option<&Publisher> {
        Some(&self.publisher)
    }

    fn kept(&self) -> Result<(), output::Error> {
        self.step()
    }
}

impl Builder {
    /// Builds a site.
    pub fn build(self, root: &Path, out: &Path, settings: &Settings) -> Outcome {
        match self {
            Builder::Library => in_process(root, out, settings, usize::MAX).unwrap_or_else(|error| panic!("{error}")).0,
            Builder::Program => as_program(root, out, settings),
        }
    }
}

/// Builds a site, and gives up after so many outputs.
pub fn interrupted(root: &Path, out: &Path, settings: &Settings, after: usize) {
    // It may as well come to its end, where there are fewer outputs.
    let _ = in_process(root, out, settings, after);
}

/// Builds a site, and says which outputs were rendered and why.
pub fn rendered(root: &Path, out: &Path) -> BTreeMap<String, Reason> {
    let (outcome, rendered) = in_process(root, out, &Settings::default(), usize::MAX).unwrap_or_else(|error| panic!("{error}"));
    assert!(outcome.published, "{outcome:?}");
    rendered
}

fn in_process(root: &Path, out: &Path, settings: &Settings, patience: usize) -> Result<(Outcome, BTreeMap<String, Reason>), output::Error> {
    let publisher = Publisher::begin(out, root)?;
    let publisher = if settings.verify { publisher.verify() } else { publisher };
    let publication = Publication { publisher, patience: AtomicUsize::new(patience), rendered: Mutex::default() };
    let report = pipeline::run(root, settings, &publication)?;
    if report.complete && !report.unchanged {
        publication.publisher.publish(&report.origin)?;
    }
    let outcome = Outcome {
        exit: u8::from(report.has_errors()),
        problems: report.problems.iter().map(|problem| format!("{problem:?}")).collect(),
        published: report.complete,
    };
    Ok((outcome, publication.rendered.into_inner().unwrap_or_default()))
}

/// The program with these words, in no particular language and place.
pub fn program(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_apologue"));
    command.args(words).env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "C");
    command
}

fn as_program(root: &Path, out: &Path, settings: &Settings) -> Outcome {
    let mut command = program(&["build", "--format", "json"]);
    command.arg("-s").arg(root).arg("-o").arg(out);
    let switches = [
        (settings.drafts, "--drafts"),
        (settings.strict, "--strict"),
        (settings.keep_going, "--keep-going"),
        (settings.facilitator, "--facilitator"),
        (settings.verify, "--verify"),
    ];
    command.args(switches.iter().filter(|(on, _)| *on).map(|(_, switch)| switch));
    if let Some(url) = &settings.base_url {
        command.args(["--base-url", url]);
    }
    let ran = command.output().unwrap();
    let said = String::from_utf8_lossy(&ran.stderr);
    let exit = ran.status.code().unwrap_or(-1);
    assert!((0..=1).contains(&exit), "the build ends with {exit}: {said}");
    Outcome {
        exit: exit as u8,
        problems: String::from_utf8_lossy(&ran.stdout).lines().map(str::to_owned).collect(),
        published: said.contains("Files: "),
    }
}

/// What is published in a folder; the hidden folder of ours apart.
pub fn tree(out: &Path) -> Tree {
    let entries = WalkDir::new(out).min_depth(1).into_iter().filter_entry(|entry| entry.depth() != 1 || entry.file_name() != ".apologue");
    let mut tree = Tree::new();
    for entry in entries {
        let Ok(entry) = entry else { continue };
        let name = entry.path().strip_prefix(out).unwrap().to_string_lossy().into_owned();
        tree.insert(name, entry.file_type().is_file().then(|| fs::read(entry.path()).unwrap()));
    }
    tree
}

/// Where two trees differ, for people to read.
pub fn difference(found: &Tree, wanted: &Tree) -> Option<String> {
    let names: std::collections::BTreeSet<&String> = found.keys().chain(wanted.keys()).collect();
    let different: Vec<&&String> = names.iter().filter(|name| found.get(**name) != wanted.get(**name)).collect();
    let first = different.first()?;
    let say = |tree: &Tree| match tree.get(**first) {
        None => "is not there".to_owned(),
        Some(None) => "is a folder".to_owned(),
        Some(Some(bytes)) => {
            let text = String::from_utf8_lossy(bytes).into_owned();
            let other = [found, wanted].map(|tree| tree.get(**first).and_then(Option::as_deref).unwrap_or_default());
            let at = other[0].split(|b| *b == b'\n').zip(other[1].split(|b| *b == b'\n')).take_while(|(a, b)| a == b).count();
            format!("line {}: {}", at + 1, text.lines().nth(at).unwrap_or("(its end)"))
        }
    };
    Some(format!("{} files differ, first {first}\n  incremental: {}\n  clean:       {}", different.len(), say(found), say(wanted)))
}
