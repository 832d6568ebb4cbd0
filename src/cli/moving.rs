//! `apologue move`: a work or a theme gets another id.

use std::collections::BTreeMap;
use std::path::Path;

use super::args::MoveArgs;
use super::report::Reporter;
use super::terminal::Stream;
use super::words::Words;
use super::{Exit, Failure, site, terminal};
use crate::base::diagnostic::{self, Code, Diagnostic};
use crate::base::path::SitePath;
use crate::base::text::Text;
use crate::moving::{self, File, Refusal, Site, What};
use crate::output::edit::{self, Change};
use crate::pipeline::{Settings, Understood, understand};
use crate::source::{self, Binary, Sources};

/// Moves.
pub(super) fn run(args: &MoveArgs, words: &Words) -> Result<Exit, Failure> {
    let root = site::find(args.source.as_deref())?;
    let settings = Settings { drafts: true, ..Settings::default() };
    let sources = source::look(&root)?.read(None);
    let (understood, problems) = understand(&sources, &settings);
    let before = understood.filter(|_| !problems.iter().any(hides)).ok_or_else(|| unclear(&problems))?;
    let (what, files) = planned(&args.old, &args.new, &sources, &before).map_err(|refusal| failure(refusal, words))?;

    // The new texts are linked as they would stand: whoever moves a work breaks no link.
    let moved = applied(&sources, &files);
    let (after, now) = understand(&moved, &settings);
    let after = after.ok_or_else(|| unclear(&now))?;
    let mut worse = moving::same::differences(&view(&before, &sources), &view(&after, &moved), &what, &files);
    worse.extend(new_ones(&problems, now));
    diagnostic::sort(&mut worse);
    if diagnostic::has_errors(&worse) {
        let message = words.error(&words.say("move-would-break", &[("old", (&args.old).into()), ("new", (&args.new).into())]));
        terminal::note(&format!("{message}\n"));
        return Err(Failure::Problems(worse, Exit::Content));
    }
    if !args.dry_run {
        let changes: Vec<Change> = files.iter().map(change).collect();
        edit::apply(&root, &changes)?;
    }
    terminal::print(&said(&what, &files, &root, args.dry_run, words))?;
    // Two themes in one may say what one would not: their author decides.
    if !worse.is_empty() {
        terminal::note(&Reporter::text(words, Stream::Err).all(&worse));
    }
    Ok(Exit::Done)
}

/// What hides links and references: a move would leave them behind.
fn hides(problem: &Diagnostic) -> bool {
    matches!(
        problem.code,
        Code::UnreadableFile
            | Code::NotUtf8
            | Code::ControlCharacter
            | Code::FileTooLarge
            | Code::ConflictMarks
            | Code::NoSite
            | Code::InvalidYaml
            | Code::DuplicateKey
            | Code::FrontMatterUnclosed
            | Code::FrontMatterTooLarge
            | Code::UntaggedFile
            | Code::TagsDisagree
            | Code::DuplicateEdition
            | Code::InvalidName
            | Code::MarkdownFailed
    )
}

fn unclear(problems: &[Diagnostic]) -> Failure {
    let hiding: Vec<Diagnostic> = problems.iter().filter(|problem| hides(problem)).cloned().collect();
    Failure::Problems(if hiding.is_empty() { problems.to_vec() } else { hiding }, Exit::Content)
}

fn planned(old: &str, new: &str, sources: &Sources, before: &Understood) -> Result<(What, Vec<File>), Refusal> {
    let what = moving::what(&view(before, sources), old, new)?;
    let files = moving::plan(&view(before, sources), &what)?;
    Ok((what, files))
}

fn view<'a>(site: &'a Understood, sources: &'a Sources) -> Site<'a> {
    Site {
        config: &site.config,
        documents: &site.documents,
        graph: &site.graph,
        data: &site.data,
        themes: sources.data.iter().find(|text| text.path.file_name() == "themes.yaml"),
        assets: &sources.assets,
        snapshots: &sources.snapshots,
    }
}

/// The sources as they are to be.
fn applied(sources: &Sources, files: &[File]) -> Sources {
    let changes: BTreeMap<&SitePath, &File> = files.iter().map(|file| (&file.from, file)).collect();
    let text = |text: &mut Text| {
        if let Some(file) = changes.get(&text.path) {
            let new = file.text.as_ref().map_or_else(|| text.text.clone(), |(_, new)| new.as_str().into());
            *text = Text { path: file.to.clone(), text: new };
        }
    };
    let binary = |file: &mut Binary| {
        if let Some(change) = changes.get(&file.path) {
            file.path = change.to.clone();
        }
    };
    let mut moved = sources.clone();
    moved
        .texts
        .iter_mut()
        .chain(&mut moved.snapshots)
        .chain(&mut moved.data)
        .chain(&mut moved.config)
        .chain(&mut moved.drawings)
        .for_each(text);
    moved.assets.iter_mut().for_each(binary);
    moved.texts.sort_by(|a, b| a.path.cmp(&b.path));
    moved.snapshots.sort_by(|a, b| a.path.cmp(&b.path));
    moved.assets.sort_by(|a, b| a.path.cmp(&b.path));
    moved.drawings.sort_by(|a, b| a.path.cmp(&b.path));
    moved
}

/// Of the problems now, those of kinds that there were fewer of before.
fn new_ones(before: &[Diagnostic], now: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let count = |problems: &[Diagnostic], code: Code| problems.iter().filter(|problem| problem.code == code).count();
    let is_known =
        |problem: &Diagnostic| before.iter().any(|old| old.code == problem.code && old.place == problem.place && old.args == problem.args);
    let more: Vec<bool> = now.iter().map(|problem| count(&now, problem.code) > count(before, problem.code) && !is_known(problem)).collect();
    now.into_iter().zip(more).filter(|(_, more)| *more).map(|(problem, _)| problem).collect()
}

fn change(file: &File) -> Change {
    let text = file.text.as_ref().map(|(old, new)| (old.text.to_string(), new.clone()));
    match text {
        Some((old, new)) if file.from == file.to => Change::Write { path: file.from.clone(), old, new },
        text => Change::Move { from: file.from.clone(), to: file.to.clone(), text },
    }
}

fn said(what: &What, files: &[File], root: &Path, dry_run: bool, words: &Words) -> String {
    let mut out = String::new();
    let shown = |path: &SitePath| site::shown(&root.join(path.as_str()));
    for file in files {
        let (from, to) = (shown(&file.from), shown(&file.to));
        out.push_str(&match file.from == file.to {
            true => words.say("move-changed", &[("path", (&from).into())]),
            false => words.say("move-moved", &[("from", (&from).into()), ("to", (&to).into())]),
        });
        out.push('\n');
    }
    let (old, new) = what.paths();
    let id = match (dry_run, what) {
        (true, _) => "move-dry-run",
        (false, What::Theme { merged: true, .. }) => "move-merged",
        (false, _) => "move-done",
    };
    out.push_str(&words.say(id, &[("old", (&old).into()), ("new", (&new).into()), ("files", files.len().into())]));
    out.push('\n');
    out
}

fn failure(refusal: Refusal, words: &Words) -> Failure {
    let say = |id: &str, args: &[(&str, &str)]| {
        let args: Vec<(&str, crate::strings::Arg)> = args.iter().map(|(name, value)| (*name, (*value).into())).collect();
        words.error(&words.say(id, &args))
    };
    Failure::Usage(match &refusal {
        Refusal::Unknown { id, suggestion } => {
            let mut message = say("move-unknown", &[("id", id)]);
            if let Some(name) = suggestion {
                message = format!("{message}\n{}", words.say("report-did-you-mean", &[("name", name.into())]));
            }
            message
        }
        Refusal::Both(id) => say("move-both", &[("id", id)]),
        Refusal::Same(id) => say("move-same", &[("id", id)]),
        Refusal::Taken(id) => say("move-taken", &[("id", id)]),
        Refusal::Id(id) => say("new-invalid-id", &[("id", id)]),
        Refusal::Introductions(old, new) => say("move-introductions", &[("old", old.as_str()), ("new", new.as_str())]),
        Refusal::ByHand(problem) => return Failure::Problems(vec![(**problem).clone()], Exit::Content),
    })
}
