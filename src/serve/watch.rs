//! Notices that sources may have changed. The system's reports are hints: they come in bursts, name files that editors only passed through,
//! and get lost. So they are collected for a moment, and whoever gets them looks for himself.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, CreateKind, EventKind, RemoveKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use super::Hint;
use crate::base::path::SitePath;

/// A burst has ended when nothing was reported for so long.
const QUIET: Duration = Duration::from_millis(30);
/// But nobody waits longer than this, however much is being written.
const LONGEST_BURST: Duration = Duration::from_millis(300);
/// To look at everything costs less than to look at more files than these one by one.
const MOST_FILES: usize = 1000;

/// The folders with sources. They are watched as a whole; the site's own folder only for `site.yaml` and for these to appear.
const FOLDERS: [&str; 3] = ["content", "i18n", "themes"];

/// What one report comes to.
#[derive(Debug, PartialEq, Eq)]
enum Notice {
    File(SitePath),
    /// More than one file, or something was lost.
    Anything,
    /// One of the watched folders itself came or went.
    Folder(&'static str),
}

/// The system's reports on one site.
pub(super) struct Watch {
    watcher: RecommendedWatcher,
    inbox: Receiver<Notice>,
    /// Folders that came or went since they were last watched.
    moved: BTreeSet<&'static str>,
}

impl Watch {
    /// Watches a site from now on.
    pub(super) fn start(root: &Path) -> notify::Result<Watch> {
        let (sender, inbox) = mpsc::channel();
        let folder = root.to_path_buf();
        let watcher = notify::recommended_watcher(move |event| report(&folder, event, &sender))?;
        let mut watch = Watch { watcher, inbox, moved: BTreeSet::from(FOLDERS) };
        watch.watcher.watch(root, RecursiveMode::NonRecursive)?;
        watch.renew(root)?;
        Ok(watch)
    }

    /// The next burst of changes; `None` if there is none for so long.
    pub(super) fn wait(&mut self, patience: Duration) -> Option<Hint> {
        let mut files = BTreeSet::new();
        let mut anything = false;
        let mut next = match self.inbox.recv_timeout(patience) {
            Err(RecvTimeoutError::Timeout) => return None,
            // The watcher holds the other end as long as it lives; should it die, time goes on.
            Err(RecvTimeoutError::Disconnected) => {
                std::thread::sleep(patience);
                return None;
            }
            Ok(notice) => Some(notice),
        };
        let end = Instant::now() + LONGEST_BURST;
        while let Some(notice) = next {
            match notice {
                Notice::File(path) => {
                    files.insert(path);
                }
                Notice::Anything => anything = true,
                Notice::Folder(name) => {
                    self.moved.insert(name);
                    anything = true;
                }
            }
            let left = end.saturating_duration_since(Instant::now());
            next = if left.is_zero() { None } else { self.inbox.recv_timeout(QUIET.min(left)).ok() };
        }
        Some(if anything || files.len() > MOST_FILES { Hint::Everything } else { Hint::Files(files) })
    }

    /// Watches folders that have appeared. To be called after every [`Watch::wait`], before the sources are
    /// looked at: so nothing falls between the two.
    pub(super) fn renew(&mut self, root: &Path) -> notify::Result<()> {
        for name in std::mem::take(&mut self.moved) {
            let folder = root.join(name);
            // Another folder may stand in the old one's place: then the system watches the one that is gone.
            let _ = self.watcher.unwatch(&folder);
            if folder.is_dir() {
                self.watcher.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(())
    }
}

fn report(root: &Path, event: notify::Result<Event>, inbox: &Sender<Notice>) {
    let notices = match event {
        Ok(event) => notices(root, &event),
        Err(_) => vec![Notice::Anything],
    };
    for notice in notices {
        // Nobody listens any more only when the program ends.
        let _ = inbox.send(notice);
    }
}

fn notices(root: &Path, event: &Event) -> Vec<Notice> {
    if event.need_rescan() {
        return vec![Notice::Anything];
    }
    match event.kind {
        // Whoever reads changes nothing, and we read a lot.
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => {}
        EventKind::Access(_) => return Vec::new(),
        _ => {}
    }
    let is_folder = matches!(event.kind, EventKind::Create(CreateKind::Folder) | EventKind::Remove(RemoveKind::Folder));
    event.paths.iter().filter_map(|path| notice(root, path, is_folder)).collect()
}

fn notice(root: &Path, path: &Path, is_folder: bool) -> Option<Notice> {
    let Ok(relative) = path.strip_prefix(root) else { return Some(Notice::Anything) };
    let names: Option<Vec<&str>> = relative.components().map(|part| part.as_os_str().to_str()).collect();
    // A name that is no text is a problem which the next look will find.
    let Some(names) = names else { return Some(Notice::Anything) };
    match names.as_slice() {
        ["site.yaml"] => Some(Notice::File(SitePath::new("site.yaml"))),
        [top] => FOLDERS.iter().find(|folder| *folder == top).map(|folder| Notice::Folder(folder)),
        [top, rest @ ..] if FOLDERS.contains(top) => {
            let is_static = *top == "content" && rest[0] == "static";
            let is_snapshot = *top == "content" && rest[0] == ".translated-from";
            let rest = if is_snapshot { &rest[1..] } else { rest };
            let is_hidden = |name: &&str| name.starts_with(['.', '_']) && !is_static || *name == ".git";
            if rest.iter().any(is_hidden) {
                return None;
            }
            // Of a folder that has gone only its name is left to tell what it was.
            let is_folder = is_folder || rest.last().is_none_or(|name| !name.contains('.'));
            Some(if is_folder { Notice::Anything } else { Notice::File(SitePath::new(names.join("/"))) })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use notify::event::{Flag, ModifyKind};

    use super::*;

    fn seen(kind: EventKind, path: &str) -> Vec<Notice> {
        notices(Path::new("/site"), &Event::new(kind).add_path(PathBuf::from("/site").join(path)))
    }

    fn written(path: &str) -> Vec<Notice> {
        seen(EventKind::Modify(ModifyKind::Any), path)
    }

    #[test]
    fn only_sources_are_of_interest() {
        for path in
            ["site.yaml", "content/a.en.md", "content/.translated-from/a.es.md", "i18n/en/site.ftl", "content/static/.well-known/x.txt"]
        {
            assert_eq!(written(path), [Notice::File(SitePath::new(path))], "{path}");
        }
        for path in [
            "public/index.html",
            "README.md",
            ".git/index",
            "content/.a.md.swp",
            "content/_notes/a.md",
            "content/static/.git/index",
            "contents",
        ] {
            assert_eq!(written(path), [], "{path}");
        }
    }

    #[test]
    fn a_folder_means_that_anything_may_have_changed() {
        assert_eq!(seen(EventKind::Create(CreateKind::Folder), "content/v1.2"), [Notice::Anything]);
        assert_eq!(written("content/stories"), [Notice::Anything]);
        assert_eq!(seen(EventKind::Create(CreateKind::Folder), "content"), [Notice::Folder("content")]);
        assert_eq!(seen(EventKind::Create(CreateKind::Folder), "public"), []);
    }

    #[test]
    fn lost_reports_mean_that_anything_may_have_changed() {
        let lost = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        assert_eq!(notices(Path::new("/site"), &lost), [Notice::Anything]);
    }

    #[test]
    fn reading_changes_nothing() {
        assert_eq!(seen(EventKind::Access(AccessKind::Open(AccessMode::Any)), "content/a.en.md"), []);
        assert_eq!(seen(EventKind::Access(AccessKind::Close(AccessMode::Write)), "content/a.en.md").len(), 1);
    }

    #[test]
    fn what_is_written_in_a_burst_comes_as_one_hint() {
        let root = tempfile::tempdir().unwrap();
        let folder = std::fs::canonicalize(root.path()).unwrap();
        let mut watch = Watch::start(&folder).unwrap();
        std::fs::create_dir_all(folder.join("content/stories")).unwrap();
        assert_eq!(watch.wait(Duration::from_secs(20)), Some(Hint::Everything));
        watch.renew(&folder).unwrap();
        for name in ["a", "b", "c"] {
            std::fs::write(folder.join(format!("content/stories/{name}.en.md")), "x").unwrap();
        }
        let mut files = BTreeSet::new();
        while files.len() < 3 {
            match watch.wait(Duration::from_secs(20)).expect("the writing is seen") {
                Hint::Files(more) => files.extend(more),
                Hint::Everything => {}
            }
        }
        assert!(files.contains("content/stories/b.en.md"));
    }
}
