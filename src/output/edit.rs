//! New files among the sources. Nothing else in the program writes there.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use super::error::Error;

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
