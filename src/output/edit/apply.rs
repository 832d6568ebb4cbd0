//! Many changes to sources as one.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Component, Path, PathBuf};

use super::Change;
use crate::output::error::Error;

const BOM: &[u8] = b"\xEF\xBB\xBF";

/// Makes all changes or none. `before_step` is asked before everything that touches a source; tests let it fail.
pub(super) fn apply(root: &Path, changes: &[Change], before_step: &mut dyn FnMut() -> io::Result<()>) -> Result<(), Error> {
    let root = fs::canonicalize(root).map_err(Error::disk(root))?;
    let mut plan = Vec::with_capacity(changes.len());
    let mut targets = BTreeSet::new();
    for change in changes {
        let step = Step::plan(&root, change)?;
        if !targets.insert(step.to.clone()) {
            return Err(Error::Exists(step.to));
        }
        plan.push(step);
    }
    let mut work = Work::default();
    let done = work.stage(&plan).and_then(|()| work.change(&plan, before_step));
    match done {
        Ok(()) => work.clear_up(&root, &plan),
        Err(_) => work.undo(),
    }
    done
}

/// A change whose paths are known to lie in the site's folder.
struct Step {
    /// The file that goes or changes.
    from: Option<PathBuf>,
    to: PathBuf,
    /// What it is to say; nothing where it stays as it is.
    new: Option<Vec<u8>>,
    /// Whether both names mean one file, which differ in the case of letters only.
    same: bool,
}

impl Step {
    fn plan(root: &Path, change: &Change) -> Result<Step, Error> {
        match change {
            Change::Write { path, old, new } => {
                let path = inside(root, path)?;
                // A link inside the site's folder stays one.
                let path = fs::canonicalize(&path).map_err(Error::disk(&path))?;
                if !path.starts_with(root) {
                    return Err(Error::Link(path));
                }
                let new = checked(&path, old, new)?;
                Ok(Step { from: Some(path.clone()), to: path, new: Some(new), same: true })
            }
            Change::Create { path, new } => {
                let to = inside(root, path)?;
                absent(&to)?;
                Ok(Step { from: None, to, new: Some(new.clone().into_bytes()), same: false })
            }
            Change::Move { from, to, text } => {
                let (from, to) = (inside(root, from)?, inside(root, to)?);
                if fs::symlink_metadata(&from).map_err(Error::disk(&from))?.is_symlink() {
                    return Err(Error::Link(from));
                }
                let same = same_file::is_same_file(&from, &to).unwrap_or(false);
                if !same {
                    absent(&to)?;
                }
                let new = text.as_ref().map(|(old, new)| checked(&from, old, new)).transpose()?;
                Ok(Step { from: Some(from), to, new, same })
            }
        }
    }
}

/// The path below the root, unless it or a folder on the way to it leads out.
fn inside(root: &Path, path: &str) -> Result<PathBuf, Error> {
    let full = root.join(path);
    if path.is_empty() || !Path::new(path).components().all(|part| matches!(part, Component::Normal(_))) {
        return Err(Error::Link(full));
    }
    let folder = full.ancestors().skip(1).find(|folder| fs::symlink_metadata(folder).is_ok()).unwrap_or(root);
    let resolved = fs::canonicalize(folder).map_err(Error::disk(folder))?;
    if resolved.starts_with(root) { Ok(full) } else { Err(Error::Link(full)) }
}

fn absent(path: &Path) -> Result<(), Error> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(Error::disk(path)(error)),
        Ok(_) => Err(Error::Exists(path.to_path_buf())),
    }
}

/// The new bytes of a file that says what is expected and may be written.
fn checked(path: &Path, old: &str, new: &str) -> Result<Vec<u8>, Error> {
    let bytes = fs::read(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Error::Changed(path.to_path_buf()),
        _ => Error::disk(path)(error),
    })?;
    let mark = if bytes.starts_with(BOM) { BOM } else { b"" };
    if bytes[mark.len()..] != *old.as_bytes() {
        return Err(Error::Changed(path.to_path_buf()));
    }
    if fs::metadata(path).map_err(Error::disk(path))?.permissions().readonly() {
        return Err(Error::disk(path)(ErrorKind::PermissionDenied.into()));
    }
    Ok([mark, new.as_bytes()].concat())
}

/// What is under way, for it to be undone.
#[derive(Default)]
struct Work {
    /// For each step, its new text beside its place.
    staged: Vec<Option<PathBuf>>,
    /// Files that are to be deleted in the end: the old ones.
    backups: Vec<PathBuf>,
    undo: Vec<Undo>,
}

enum Undo {
    Delete(PathBuf),
    RemoveFolder(PathBuf),
    Rename { from: PathBuf, to: PathBuf },
}

impl Work {
    /// Writes the new texts beside their places, and keeps the old ones.
    fn stage(&mut self, plan: &[Step]) -> Result<(), Error> {
        for (number, step) in plan.iter().enumerate() {
            self.make_folders(&step.to)?;
            let staged = step.new.as_ref().map(|bytes| {
                let path = beside(&step.to, number, "new");
                write(&path, bytes, step.from.as_deref(), &mut self.undo).map_err(Error::disk(&step.to))?;
                Ok::<_, Error>(path)
            });
            self.staged.push(staged.transpose()?);
        }
        Ok(())
    }

    fn make_folders(&mut self, path: &Path) -> Result<(), Error> {
        let missing: Vec<&Path> = path.ancestors().skip(1).take_while(|folder| fs::symlink_metadata(folder).is_err()).collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder).map_err(Error::disk(folder))?;
            self.undo.push(Undo::RemoveFolder(folder.to_path_buf()));
        }
        Ok(())
    }

    fn change(&mut self, plan: &[Step], before_step: &mut dyn FnMut() -> io::Result<()>) -> Result<(), Error> {
        for (number, step) in plan.iter().enumerate() {
            let staged = self.staged.get(number).cloned().flatten();
            before_step().and_then(|()| self.one(step, staged.as_deref(), number)).map_err(|error| match error.kind() {
                ErrorKind::AlreadyExists => Error::Exists(step.to.clone()),
                _ => Error::disk(&step.to)(error),
            })?;
        }
        before_step().map_err(Error::disk(Path::new("")))
    }

    fn one(&mut self, step: &Step, staged: Option<&Path>, number: usize) -> io::Result<()> {
        match (&step.from, staged) {
            (None, None) => Ok(()),
            (None, Some(new)) => self.put(new, &step.to),
            (Some(from), None) if step.same => self.rename(from, &step.to),
            (Some(from), None) => self.put(from, &step.to),
            (Some(from), Some(new)) => {
                let backup = beside(from, number, "old");
                if *from == step.to {
                    // The file is there at every moment.
                    fs::hard_link(from, &backup).or_else(|_| fs::copy(from, &backup).map(drop))?;
                    self.undo.push(Undo::Rename { from: backup.clone(), to: from.clone() });
                    self.backups.push(backup);
                    fs::rename(new, from)
                } else {
                    self.rename(from, &backup)?;
                    self.backups.push(backup);
                    self.put(new, &step.to)
                }
            }
        }
    }

    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)?;
        self.undo.push(Undo::Rename { from: to.to_path_buf(), to: from.to_path_buf() });
        Ok(())
    }

    /// Gives a file another name, which by now somebody else may have taken: then it stays theirs.
    fn put(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        match fs::hard_link(from, to) {
            Ok(()) => {
                self.undo.push(Undo::Delete(to.to_path_buf()));
                fs::remove_file(from)?;
                if let Some(Undo::Delete(_)) = self.undo.pop() {
                    self.undo.push(Undo::Rename { from: to.to_path_buf(), to: from.to_path_buf() });
                }
                Ok(())
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
            // A file system without hard links.
            Err(_) if fs::symlink_metadata(to).is_ok() => Err(ErrorKind::AlreadyExists.into()),
            Err(_) => self.rename(from, to),
        }
    }

    fn undo(self) {
        for undo in self.undo.into_iter().rev() {
            let _ = match undo {
                Undo::Delete(path) => fs::remove_file(path),
                Undo::RemoveFolder(path) => fs::remove_dir(path),
                Undo::Rename { from, to } => fs::rename(from, to),
            };
        }
    }

    fn clear_up(&self, root: &Path, plan: &[Step]) {
        for backup in &self.backups {
            let _ = fs::remove_file(backup);
        }
        for from in plan.iter().filter_map(|step| step.from.as_deref()) {
            let tops = |folder: &&Path| folder.parent().is_some_and(|parent| parent.starts_with(root) && parent != root);
            for folder in from.ancestors().skip(1).take_while(tops) {
                if fs::remove_dir(folder).is_err() {
                    break;
                }
            }
        }
    }
}

/// A hidden name that nothing else has, in the same folder.
fn beside(path: &Path, number: usize, what: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}-{number}.{what}", std::process::id()));
    path.with_file_name(name)
}

/// Writes a file that is gone again if this fails, with the permissions of another.
fn write(path: &Path, bytes: &[u8], like: Option<&Path>, undo: &mut Vec<Undo>) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    undo.push(Undo::Delete(path.to_path_buf()));
    file.write_all(bytes)?;
    if let Some(like) = like {
        file.set_permissions(fs::metadata(like)?.permissions())?;
    }
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::base::path::SitePath;

    fn site(files: &[(&str, &str)]) -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = dir.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        dir
    }

    /// Everything in the folder: folders end in a slash.
    fn tree(dir: &Path) -> BTreeMap<String, String> {
        let mut found = BTreeMap::new();
        for entry in walkdir::WalkDir::new(dir).min_depth(1).into_iter().map(Result::unwrap) {
            let name = entry.path().strip_prefix(dir).unwrap().to_str().unwrap().to_owned();
            match entry.file_type().is_dir() {
                true => found.insert(name + "/", String::new()),
                false => found.insert(name, fs::read_to_string(entry.path()).unwrap()),
            };
        }
        found
    }

    fn write(path: &str, old: &str, new: &str) -> Change {
        Change::Write { path: SitePath::new(path), old: old.to_owned(), new: new.to_owned() }
    }

    fn create(path: &str, new: &str) -> Change {
        Change::Create { path: SitePath::new(path), new: new.to_owned() }
    }

    fn moved(from: &str, to: &str, text: Option<(&str, &str)>) -> Change {
        let text = text.map(|(old, new)| (old.to_owned(), new.to_owned()));
        Change::Move { from: SitePath::new(from), to: SitePath::new(to), text }
    }

    fn apply(root: &Path, changes: &[Change]) -> Result<(), Error> {
        super::apply(root, changes, &mut || Ok(()))
    }

    const FILES: &[(&str, &str)] =
        &[("site.yaml", "s"), ("content/old/a.md", "\u{FEFF}a"), ("content/old/a.jpg", "jpg"), ("content/b.md", "b\r\n")];

    fn changes() -> [Change; 4] {
        [
            moved("content/old/a.md", "content/new/x/a.md", Some(("a", "A"))),
            moved("content/old/a.jpg", "content/new/x/a.jpg", None),
            write("content/b.md", "b\r\n", "B\r\n"),
            create("content/c/c.md", "c"),
        ]
    }

    #[test]
    fn all_changes_are_made_and_nothing_else_stays_behind() {
        let dir = site(FILES);
        apply(dir.path(), &changes()).unwrap();
        let found: Vec<(String, String)> = tree(dir.path()).into_iter().collect();
        let expected = [
            ("content/", ""),
            ("content/b.md", "B\r\n"),
            ("content/c/", ""),
            ("content/c/c.md", "c"),
            ("content/new/", ""),
            ("content/new/x/", ""),
            ("content/new/x/a.jpg", "jpg"),
            ("content/new/x/a.md", "\u{FEFF}A"),
            ("site.yaml", "s"),
        ];
        assert_eq!(found, expected.map(|(name, text)| (name.to_owned(), text.to_owned())));
    }

    #[test]
    fn whatever_fails_the_sources_are_as_before() {
        for at in 0..=changes().len() {
            let dir = site(FILES);
            let before = tree(dir.path());
            let mut step = 0;
            let outcome = super::apply(dir.path(), &changes(), &mut || {
                step += 1;
                if step > at { Err(io::Error::other("no")) } else { Ok(()) }
            });
            assert!(matches!(outcome, Err(Error::Disk { .. })), "{at}");
            assert_eq!(tree(dir.path()), before, "{at}");
        }
    }

    #[test]
    fn what_can_be_known_is_looked_at_before_the_first_change() {
        let dir = site(FILES);
        let before = tree(dir.path());
        for last in [
            write("site.yaml", "other", "new"),
            write("gone.yaml", "", "new"),
            create("site.yaml", "new"),
            create("content/c/c.md", "twice"),
            create("site.yaml/a", "a file is no folder"),
            create("../a", "outside"),
            create("/a", "outside"),
            moved("content/b.md", "site.yaml", None),
            moved("content/gone.md", "content/d.md", None),
        ] {
            let mut all = changes().to_vec();
            all.push(last.clone());
            assert!(apply(dir.path(), &all).is_err(), "{last:?}");
            assert_eq!(tree(dir.path()), before, "{last:?}");
        }
        assert!(matches!(apply(dir.path(), &[write("site.yaml", "x", "y")]), Err(Error::Changed(_))));
        assert!(matches!(apply(dir.path(), &[create("site.yaml", "y")]), Err(Error::Exists(_))));
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_written_through_a_link_that_leads_out() {
        use std::os::unix::fs::symlink;
        let outside = site(&[("a.md", "a"), ("folder/b.md", "b")]);
        let dir = site(&[("content/c.md", "c")]);
        symlink(outside.path().join("a.md"), dir.path().join("content/a.md")).unwrap();
        symlink(outside.path().join("folder"), dir.path().join("content/folder")).unwrap();
        symlink("c.md", dir.path().join("content/d.md")).unwrap();
        let before = tree(outside.path());
        for change in [
            write("content/a.md", "a", "A"),
            write("content/folder/b.md", "b", "B"),
            create("content/folder/c.md", "c"),
            moved("content/a.md", "content/e.md", None),
            moved("content/c.md", "content/folder/c.md", None),
            moved("content/d.md", "content/e.md", None),
        ] {
            assert!(matches!(apply(dir.path(), std::slice::from_ref(&change)), Err(Error::Link(_))), "{change:?}");
        }
        assert_eq!(tree(outside.path()), before);
        apply(dir.path(), &[write("content/d.md", "c", "C")]).unwrap();
        assert_eq!(fs::read_to_string(dir.path().join("content/c.md")).unwrap(), "C");
        assert!(fs::symlink_metadata(dir.path().join("content/d.md")).unwrap().is_symlink());
    }

    #[cfg(unix)]
    #[test]
    fn a_file_keeps_its_permissions() {
        use std::os::unix::fs::PermissionsExt;
        let dir = site(&[("content/a.md", "a")]);
        let path = dir.path().join("content/a.md");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        apply(dir.path(), &[write("content/a.md", "a", "A")]).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).unwrap();
        assert!(matches!(apply(dir.path(), &[write("content/a.md", "A", "B")]), Err(Error::Disk { .. })));
    }
}
