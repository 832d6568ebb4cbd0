//! A workspace that makes the whole site anew after every change.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use walkdir::WalkDir;

use super::{Hint, Origin, Pages, Refreshed, Workspace};
use crate::base::diagnostic::Diagnostic;
use crate::base::hash::{Hash, Hasher};
use crate::base::path::{Address, SitePath};
use crate::format;
use crate::output::{self, Content, Output};
use crate::pipeline::{self, Settings, Sink};
use crate::source;

/// A site's folder, and how it is built.
pub struct Whole {
    root: PathBuf,
    settings: Settings,
    /// What the folder looked like when it was read last.
    seen: Option<Hash>,
    problems: Vec<Diagnostic>,
}

impl Whole {
    /// Nothing is read yet.
    pub fn new(root: &Path, settings: Settings) -> Whole {
        Whole { root: root.to_path_buf(), settings, seen: None, problems: Vec::new() }
    }
}

impl Workspace for Whole {
    fn refresh(&mut self, _: &Hint) -> Refreshed {
        let seen = Some(look(&self.root));
        if self.seen == seen {
            return Refreshed { pages: None, problems: self.problems.clone() };
        }
        self.seen = seen;
        let sink = Outputs::default();
        let (complete, problems) = match pipeline::run(&self.root, &self.settings, &sink) {
            Ok(report) => (report.complete, report.problems),
            Err(error) => (false, error.diagnostics()),
        };
        self.problems = problems.clone();
        let outputs = sink.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        Refreshed { pages: complete.then(|| Arc::new(Built { root: self.root.clone(), outputs }) as Arc<dyn Pages>), problems }
    }
}

/// Sizes and times of all sources.
fn look(root: &Path) -> Hash {
    let files = ["site.yaml", "content", "i18n", "themes"].into_iter().flat_map(|top| WalkDir::new(root.join(top)).sort_by_file_name());
    let hasher = files.filter_map(Result::ok).fold(Hasher::default(), |hasher, file| {
        let seen =
            fs::metadata(file.path()).ok().filter(|seen| !seen.is_dir()).map(|seen| format!("{} {:?}", seen.len(), seen.modified().ok()));
        hasher.add(file.path().as_os_str().as_encoded_bytes()).add(seen.unwrap_or_default().as_bytes())
    });
    hasher.finish()
}

/// All outputs in memory; files by their paths.
#[derive(Default)]
struct Outputs(Mutex<BTreeMap<Address, (Hash, Content)>>);

impl Sink for Outputs {
    fn expect(&self, _: usize) {}

    fn take(&self, output: Output) -> Result<(), output::Error> {
        let key = match &output.content {
            Content::Bytes(bytes) => Hash::of(bytes),
            Content::File(path) => Hash::of(&fs::read(path).unwrap_or_default()),
        };
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(output.address, (key, output.content));
        Ok(())
    }
}

struct Built {
    root: PathBuf,
    outputs: BTreeMap<Address, (Hash, Content)>,
}

impl Pages for Built {
    fn render(&self, address: &Address) -> Option<Result<format::Content, Box<Diagnostic>>> {
        Some(Ok(match &self.outputs.get(address)?.1 {
            Content::Bytes(bytes) => format::Content::Bytes(bytes.clone()),
            Content::File(path) => format::Content::File(path.clone()),
        }))
    }

    fn key(&self, address: &Address) -> Option<Hash> {
        self.outputs.get(address).map(|(key, _)| *key)
    }

    /// By the index of pages, if the site has one, and the usual names of files.
    fn origin(&self, address: &Address) -> Option<Origin> {
        let Content::Bytes(index) = &self.outputs.get("pages.json")?.1 else { return None };
        let index: serde_json::Value = serde_json::from_slice(index).ok()?;
        let page = index["pages"].as_array()?.iter().find(|page| page["address"] == address.as_str())?;
        let (work, lang) = (page["work"].as_str()?, page["content_lang"].as_str().or(page["lang"].as_str())?);
        let names = [format!("{work}.{lang}.md"), format!("{work}/{lang}.md"), format!("{lang}/{work}.md"), format!("{work}.md")];
        names.into_iter().find_map(|name| {
            let path = SitePath::new(format!("content/{name}"));
            let text = String::from_utf8(source::bytes(&self.root, &path).ok()?).ok()?;
            let end = text.lines().enumerate().skip(1).find(|(_, line)| line.trim_end() == "---").map_or(0, |(at, _)| at + 1);
            let blank = text.lines().skip(end).take_while(|line| line.trim().is_empty()).count();
            Some(Origin { path, line: (end + blank) as u32 + 1 })
        })
    }

    fn styles(&self) -> BTreeMap<String, Address> {
        let sheets = self.outputs.keys().filter(|address| address.starts_with("assets/") && address.ends_with(".css"));
        sheets
            .filter_map(|address| {
                let (name, _) = address.strip_suffix(".css")?.rsplit_once('.')?;
                Some((name.to_owned(), address.clone()))
            })
            .collect()
    }
}
