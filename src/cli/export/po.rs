//! `apologue export po`: the site's texts as files for translators.
#![allow(clippy::disallowed_methods, reason = "the command line reads and writes where it is told")]

use std::path::{Path, PathBuf};

use crate::base::language::Language;
use crate::base::path::SitePath;
use crate::cli::args::PoArgs;
use crate::cli::words::Words;
use crate::cli::{Exit, Failure, import, pick, site, status, terminal};
use crate::exchange::po::catalog::Catalog;
use crate::exchange::po::former::Former;
use crate::exchange::po::wiki::{THEMES, Wish};
use crate::exchange::po::{comments, export, read, write};
use crate::output::{Error, Refusal, edit};

/// What a run wrote, for its last line.
#[derive(Default)]
struct Count {
    files: usize,
    written: usize,
    translated: usize,
    fuzzy: usize,
    missing: usize,
    pending: usize,
}

impl Count {
    fn add(&mut self, catalog: &Catalog) {
        self.files += 1;
        for entry in catalog.entries.iter().filter(|entry| !entry.obsolete) {
            match () {
                () if entry.text.is_empty() => self.missing += 1,
                () if entry.is_fuzzy() => self.fuzzy += 1,
                () => self.translated += 1,
            }
        }
    }
}

/// Exports the texts.
pub(super) fn run(args: &PoArgs, words: &Words) -> Result<Exit, Failure> {
    let root = site::find(args.source.as_deref())?;
    let survey = status::survey(&root, site::today(None))?;
    let wiki = import::wiki(&survey);
    let language = |language: Language| pick::language(language, &survey.config, words);
    let to = args.to.iter().copied().map(language).collect::<Result<Vec<_>, _>>()?;
    let from = args.from.map(language).transpose()?;
    let id = |id: &String| match id.as_str() {
        THEMES => Ok(THEMES.to_owned()),
        id => pick::work(id, &survey.states, &survey.config, words).map(|work| work.id.clone()),
    };
    let ids = args.ids.iter().map(id).collect::<Result<Vec<_>, _>>()?;
    let output = site::absolute(args.output.as_deref().unwrap_or(Path::new("po")))?;
    let single = output.extension().is_some_and(|extension| extension == "po");
    let refused = |refusal: Refusal| Failure::from(Error::Refused { folder: output.clone(), refusal });
    if is_source(&output, &root)? {
        return Err(refused(Refusal::InSources));
    }
    if !single && std::fs::symlink_metadata(&output).is_ok() && !output.is_dir() {
        return Err(refused(Refusal::NoFolder));
    }
    let all = || survey.states.works.iter().map(|work| work.id.as_str()).collect::<Vec<_>>();
    pick::kept(&survey, &if ids.is_empty() { all() } else { ids.iter().map(String::as_str).collect() }, &to)?;
    let wish = Wish { from, ids, one_file: args.one_file || single };
    let mut files: Vec<_> = to.into_iter().flat_map(|to| wiki.files(&wish, to)).collect();
    let mut folder = output.clone();
    if single {
        if files.len() > 1 {
            let names = files.iter().map(|file| file.path.clone()).collect::<Vec<_>>().join(", ");
            return Err(Failure::Usage(words.error(&words.say("export-several-files", &[("files", (&names).into())]))));
        }
        folder = output.parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf);
        let name = output.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        files.iter_mut().for_each(|file| file.path.clone_from(&name));
    }
    let former = Former::of(&wiki);
    let mut count = Count::default();
    let (mut changes, mut problems) = (Vec::new(), Vec::new());
    for file in files {
        let path = folder.join(&file.path);
        let name = SitePath::new(file.path.as_str());
        if !path.try_exists()? {
            count.add(&file.catalog);
            changes.push(edit::Change::Create { path: name, new: write::write(&file.catalog) });
            continue;
        }
        match import::read(&path) {
            Ok(text) => match read::read(&text) {
                Ok(mut old) => {
                    former.rename(&mut old);
                    let merged = export::merge(file.catalog, old, &comments::messages(file.from));
                    count.pending += merged.pending;
                    count.add(&merged.catalog);
                    let new = write::write(&merged.catalog);
                    if new != *text.text {
                        changes.push(edit::Change::Write { path: name, old: text.text.to_string(), new });
                    }
                }
                Err(found) => problems.extend(found),
            },
            Err(problem) => problems.push(*problem),
        }
    }
    if !problems.is_empty() {
        return Err(Failure::Problems(problems, Exit::Content));
    }
    count.written = changes.len();
    if !changes.is_empty() {
        std::fs::create_dir_all(&folder)?;
        edit::apply(&folder, &changes)?;
    }
    let shown = site::shown(&output);
    let said = match count.files {
        0 => words.say("export-nothing", &[]),
        files => words.say(
            "export-done",
            &[
                ("path", (&shown).into()),
                ("files", files.into()),
                ("written", count.written.into()),
                ("translated", count.translated.into()),
                ("fuzzy", count.fuzzy.into()),
                ("missing", count.missing.into()),
            ],
        ),
    };
    terminal::print(&format!("{said}\n"))?;
    if count.pending > 0 {
        terminal::note(&format!("{}\n", words.say("export-pending", &[("count", count.pending.into())])));
    }
    Ok(Exit::Done)
}

/// Whether a place is among the sources of the site, as [`edit::export`] has it; it need not be there yet.
fn is_source(path: &Path, root: &Path) -> Result<bool, Failure> {
    let there = path.ancestors().find(|folder| folder.exists()).unwrap_or(path);
    let (resolved, root) = (there.canonicalize()?, root.canonicalize()?);
    let resolved = resolved.join(path.strip_prefix(there).unwrap_or(Path::new("")));
    let folders = ["content", "i18n", "themes"].into_iter();
    Ok(folders.map(|name| root.join(name)).chain([root.join("site.yaml")]).any(|source| resolved.starts_with(source)))
}
