//! Folders as wholes.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// What stands in a folder.
#[derive(Clone, Debug, Default, serde::Serialize)]
pub struct Tree {
    pub files: usize,
    pub folders: usize,
    pub bytes: u64,
}

/// The files in a folder, from there, with their sizes. What is hidden is a program's own business and not counted.
pub fn files(folder: &Path) -> Result<Vec<(PathBuf, u64)>, String> {
    let hidden = |name: &OsStr| name.as_encoded_bytes().starts_with(b".");
    let mut found = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(|entry| !hidden(entry.file_name())) {
        let entry = entry.map_err(|error| error.to_string())?;
        if entry.file_type().is_file() {
            let size = entry.metadata().map_err(|error| error.to_string())?.len();
            found.push((entry.path().strip_prefix(folder).unwrap_or(entry.path()).to_path_buf(), size));
        }
    }
    Ok(found)
}

/// Counts them.
pub fn count(folder: &Path) -> Result<Tree, String> {
    let files = files(folder)?;
    let folders: BTreeSet<&Path> = files.iter().filter_map(|(path, _)| path.parent()).collect();
    Ok(Tree { files: files.len(), folders: folders.len(), bytes: files.iter().map(|(_, size)| size).sum() })
}

/// Removes a folder, if it is there.
pub fn remove(folder: &Path) -> Result<(), String> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(format!("{}: {error}", folder.display())),
        _ => Ok(()),
    }
}
