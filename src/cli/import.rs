//! `apologue import`: what translators have done, taken into the site's texts.
#![allow(clippy::disallowed_methods, reason = "the command line reads the files that it is given")]

use std::fs::{self, File};
use std::io::Read;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use super::args::ImportArgs;
use super::report::{self, Reporter};
use super::terminal::{self, Stream};
use super::words::Words;
use super::{Exit, Failure, exit_of, pick, site, status};
use crate::base::diagnostic::{self, Code, Diagnostic};
use crate::base::path::SitePath;
use crate::base::text::{Place, Text};
use crate::exchange::po::read as po;
use crate::exchange::po::session::{self, Circumstances, Incoming};
use crate::exchange::po::wiki::Wiki;
use crate::output::edit;
use crate::pipeline::Survey;

/// No catalog of a site is as large.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Imports the files.
pub(super) fn run(args: &ImportArgs, words: &Words) -> Result<Exit, Failure> {
    let root = site::find(args.source.as_deref())?;
    let (mut incoming, mut faults) = (Vec::new(), Vec::new());
    for path in found(&args.files, words)? {
        let catalog = read(&path).map_err(|problem| vec![*problem]).and_then(|text| Ok((po::read(&text)?, text)));
        match catalog {
            Ok((catalog, text)) => incoming.push(Incoming { text, catalog }),
            Err(problems) => faults.extend(problems),
        }
    }
    if !faults.is_empty() {
        let exit = exit_of(&faults);
        return Err(Failure::Problems(faults, exit));
    }
    let circumstances = Circumstances { by: args.by.clone(), today: site::today(args.today) };
    let survey = status::survey(&root, circumstances.today)?;
    let named = session::texts(&incoming, &survey.config);
    for (language, ids) in &named {
        pick::kept(&survey, &ids.iter().map(String::as_str).collect::<Vec<_>>(), &[*language])?;
    }
    let mut imported = session::import(&wiki(&survey), incoming, &circumstances);
    diagnostic::sort(&mut imported.problems);
    if imported.refused {
        return Err(Failure::Problems(imported.problems, Exit::Content));
    }
    let changes: Vec<edit::Change> = imported.changes.iter().cloned().map(change).collect();
    if !args.dry_run && !changes.is_empty() {
        edit::apply(&root, &changes)?;
    }
    let reporter = Reporter::text(words, Stream::Err);
    terminal::note(&reporter.all(&imported.problems));
    let mut said = String::new();
    for changed in &imported.changes {
        said.push_str(&format!("{}\n", changed.path));
    }
    let done = if args.dry_run { "import-would" } else { "import-done" };
    let refused = imported.problems.len();
    let taken = imported.entries.saturating_sub(refused);
    let left = refused + imported.skipped > 0;
    let line = match changes.len() {
        0 if left => words.say("import-unchanged", &[]),
        0 => words.say("import-nothing", &[]),
        files => words.say(done, &[("files", files.into()), ("blocks", imported.blocks.into()), ("texts", imported.in_step.len().into())]),
    };
    terminal::print(&format!("{said}{line}\n"))?;
    if left {
        let args = [("taken", taken.into()), ("skipped", imported.skipped.into()), ("refused", refused.into())];
        terminal::print(&format!("{}\n", words.say("import-left", &args)))?;
    }
    if let Some(count) = report::count(&imported.problems, words) {
        terminal::note(&format!("{}\n", words.say("problems-found", &[("problems", (&count).into())])));
    }
    Ok(exit_of(&imported.problems))
}

fn change(changed: session::Changed) -> edit::Change {
    let session::Changed { path, old, new } = changed;
    match old {
        Some(old) => edit::Change::Write { path, old, new },
        None => edit::Change::Create { path, new },
    }
}

/// The texts as translators see them.
pub(super) fn wiki(survey: &Survey) -> Wiki<'_> {
    let Survey { config, documents, states, snapshots, themes, .. } = survey;
    Wiki { config, documents, states, snapshots, themes: themes.as_ref() }
}

/// The files themselves and, of folders, the PO files in them.
fn found(paths: &[PathBuf], words: &Words) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let before = files.len();
        let walk = walkdir::WalkDir::new(path).sort_by_file_name();
        for entry in walk {
            let entry = entry.map_err(std::io::Error::from)?;
            if entry.file_type().is_file() && entry.path().extension().is_some_and(|extension| extension == "po") {
                files.push(entry.into_path());
            }
        }
        if files.len() == before {
            let shown = path.display().to_string();
            return Err(Failure::Usage(words.error(&words.say("import-no-files", &[("path", (&shown).into())]))));
        }
    }
    files.dedup();
    Ok(files)
}

/// A PO file's text.
pub(super) fn read(path: &Path) -> Result<Text, Box<Diagnostic>> {
    let shown = site::absolute(path).map_or_else(|_| path.display().to_string(), |path| site::shown(&path));
    let name = SitePath::new(shown.replace(MAIN_SEPARATOR, "/"));
    let problem = |code: Code| Diagnostic::new(code).at(Place::file(name.clone()));
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes));
    match read {
        Err(error) => Err(Box::new(problem(Code::UnreadableFile).arg("reason", error))),
        Ok(length) if length as u64 > LARGEST => {
            let size = fs::metadata(path).map_or(length as u64, |file| file.len());
            Err(Box::new(problem(Code::FileTooLarge).arg("size", size >> 20).arg("limit", LARGEST >> 20)))
        }
        Ok(_) => po::decode(name, &bytes),
    }
}
