//! The floor: what no generator can go below. Two threads read every source and write as many bytes in as many files, at the same
//! addresses. Nothing is looked at between the two.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use walkdir::WalkDir;

const THREADS: usize = 2;

/// Writes down what the floor is to write: the files of an output, and how long they are.
///
/// # Errors
/// The list cannot be written.
pub fn write_list(files: &[(PathBuf, u64)], list: &Path) -> io::Result<()> {
    let lines: Vec<String> = files.iter().map(|(path, size)| format!("{size} {}\n", path.display())).collect();
    fs::write(list, lines.concat())
}

/// Does the floor's work.
///
/// # Errors
/// A file cannot be read or written.
pub fn run(sources: &Path, list: &Path, output: &Path) -> io::Result<()> {
    let list = fs::read_to_string(list)?;
    let files: Vec<(u64, &str)> = list.lines().filter_map(entry).collect();
    let mut texts = Vec::new();
    for entry in WalkDir::new(sources).into_iter().filter_map(Result::ok) {
        if entry.file_type().is_file() {
            texts.push(entry.into_path());
        }
    }
    let folders: BTreeSet<&Path> = files.iter().filter_map(|(_, path)| Path::new(path).parent()).collect();
    folders.into_iter().try_for_each(|folder| fs::create_dir_all(output.join(folder)))?;
    let longest = files.iter().map(|(size, _)| *size).max().unwrap_or_default();
    let bytes: Vec<u8> = (b' '..b'~').cycle().take(usize::try_from(longest).unwrap_or_default()).collect();

    let failed = Mutex::new(None);
    std::thread::scope(|scope| {
        for thread in 0..THREADS {
            let (texts, files, bytes, failed) = (&texts, &files, &bytes, &failed);
            scope.spawn(move || {
                let read = texts.iter().skip(thread).step_by(THREADS).try_for_each(|path| fs::read(path).map(drop));
                let write = |(size, path): &(u64, &str)| fs::write(output.join(path), &bytes[..usize::try_from(*size).unwrap_or_default()]);
                let done = read.and_then(|()| files.iter().skip(thread).step_by(THREADS).try_for_each(write));
                if let (Err(error), Ok(mut failed)) = (done, failed.lock()) {
                    *failed = Some(error);
                }
            });
        }
    });
    failed.into_inner().ok().flatten().map_or(Ok(()), Err)
}

fn entry(line: &str) -> Option<(u64, &str)> {
    let (size, path) = line.split_once(' ')?;
    Some((size.parse().ok()?, path))
}
