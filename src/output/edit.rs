//! New, changed and moved files among the sources. Nothing else in the program writes there.

mod apply;

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use super::error::{Error, Refusal};
use crate::base::path::SitePath;

/// A change to one source. Texts are as [`crate::source`] reads them: a byte order mark is not part of them, and stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A text gets another content.
    Write {
        /// The file.
        path: SitePath,
        /// What it says, so that nobody's edit is lost who was quicker.
        old: String,
        /// What it is to say.
        new: String,
    },
    /// A file that is not there yet.
    Create {
        /// The file.
        path: SitePath,
        /// What it is to say.
        new: String,
    },
    /// A file gets another name.
    Move {
        /// The file.
        from: SitePath,
        /// Its new name, which nothing has.
        to: SitePath,
        /// Of a text that is to say something else there: what it says, and what it is to say.
        text: Option<(String, String)>,
    },
}

/// Makes all changes or none. What can be known before is looked at before the first change: that every text says what it said when it was
/// read, that nothing has the names of new files, and that nothing leads out of the site's folder. New texts are written beside their places
/// first; whatever fails later, what was done is undone. Folders that a move leaves empty go.
///
/// # Errors
/// [`Error::Changed`], [`Error::Exists`], [`Error::Link`] or [`Error::Disk`]; the sources are as before.
pub fn apply(root: &Path, changes: &[Change]) -> Result<(), Error> {
    apply::apply(root, changes, &mut || Ok(()))
}

/// Writes a file that somebody asked for by its name, over an earlier one if there is one: whole or not at all. Never among the sources
/// of a site.
///
/// # Errors
/// [`Error::Refused`] among the sources, [`Error::Disk`] if it cannot be written.
pub fn export(path: &Path, bytes: &[u8], site_root: &Path) -> Result<(), Error> {
    let folder = path.parent().unwrap_or(path);
    let (resolved, root) =
        (fs::canonicalize(folder).map_err(Error::disk(folder))?, fs::canonicalize(site_root).map_err(Error::disk(site_root))?);
    let is_source = ["content", "i18n", "themes"].into_iter().any(|name| resolved.starts_with(root.join(name)));
    if is_source || resolved == root && path.file_name().is_some_and(|name| name == "site.yaml") {
        return Err(Error::refused(path, Refusal::InSources));
    }
    if fs::metadata(path).is_ok_and(|meta| !meta.is_file()) {
        // Such as /dev/stdout: there is nothing that could be replaced.
        return fs::write(path, bytes).map_err(Error::disk(path));
    }
    let mut staged = tempfile_beside(path);
    staged.push(std::process::id().to_string());
    let staged = path.with_file_name(staged);
    let written = fs::write(&staged, bytes).and_then(|()| fs::rename(&staged, path));
    written.map_err(|error| {
        let _ = fs::remove_file(&staged);
        Error::disk(path)(error)
    })
}

fn tempfile_beside(path: &Path) -> std::ffi::OsString {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".");
    name
}

/// Makes a file that was not there, and the folders above it.
///
/// # Errors
/// [`Error::Exists`] if anything has that name, be it a link that leads nowhere; [`Error::Disk`] if it cannot be written: then
/// no half of it stays behind.
pub fn create_new(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Error::disk(folder))?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Error::Exists(path.to_path_buf()),
        _ => Error::disk(path)(error),
    })?;
    file.write_all(bytes).map_err(|error| {
        let _ = fs::remove_file(path);
        Error::disk(path)(error)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_file_appears_with_the_folders_above_it() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("content/stories/a.en.md");
        create_new(&path, b"text").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"text");
    }

    #[test]
    fn a_file_that_is_there_is_never_overwritten() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.md");
        fs::write(&path, "mine").unwrap();
        let error = create_new(&path, b"text").unwrap_err();
        assert!(matches!(&error, Error::Exists(there) if *there == path));
        assert_eq!(error.exit_code(), 2);
        assert_eq!(fs::read(&path).unwrap(), b"mine");
    }

    #[cfg(unix)]
    #[test]
    fn a_new_file_is_not_written_through_a_link() {
        let dir = tempfile::tempdir().unwrap();
        let (link, target) = (dir.path().join("a.md"), dir.path().join("elsewhere.md"));
        std::os::unix::fs::symlink(&target, &link).unwrap();
        assert!(matches!(create_new(&link, b"text"), Err(Error::Exists(_))));
        assert!(!target.exists());
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_named() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("file"), "").unwrap();
        let error = create_new(&dir.path().join("file/a.md"), b"text").unwrap_err();
        assert!(matches!(&error, Error::Disk { path, .. } if path.ends_with("file")), "{error}");
        assert_eq!(error.exit_code(), 3);
    }
}
