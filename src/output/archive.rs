//! The published site as one zip.
//!
//! Its bytes depend on the site alone: the files in the order of their addresses, all of one time, each compressed on its own, however many
//! threads do it. It is written beside its place and appears by one rename.

use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use zip::write::{PreparedZipFile, SimpleFileOptions};
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::address::HIDDEN;
use super::error::{Error, Refusal};
use super::place;
use super::records::Ledger;
use crate::base::path::Address;

/// Stands at the end of every zip of ours: by it we know them again.
const MARK: &str = "Apologue";

/// What is compressed at one time, in bytes. A larger file is written piece by piece.
const BATCH: u64 = 32 * 1024 * 1024;

/// Files that are compressed in themselves.
const COMPRESSED: [&str; 22] = [
    "7z", "aac", "avif", "docx", "epub", "flac", "gif", "gz", "jpeg", "jpg", "m4a", "m4v", "mov", "mp3", "mp4", "ogg", "opus", "png",
    "webm", "webp", "woff2", "zip",
];

/// A place that a zip may be written to, looked at before the work begins.
#[derive(Debug)]
pub struct Archive {
    file: PathBuf,
}

impl Archive {
    /// Refuses what no zip may be written over or into.
    ///
    /// # Errors
    /// Something that we did not make stands there, or the folder belongs to the site's sources.
    pub fn at(file: &Path, site_root: &Path) -> Result<Archive, Error> {
        let (Some(folder), Some(name)) = (file.parent(), file.file_name()) else { return Err(Error::Strangers(vec![file.to_path_buf()])) };
        let folder = place::resolve(folder)?;
        let root = place::resolve(site_root)?;
        let inside = |name: &str| place::resolve(&root.join(name)).is_ok_and(|sources| folder.starts_with(sources));
        if ["content", "i18n", "themes"].into_iter().any(inside) {
            return Err(Error::refused(&folder, Refusal::InSources));
        }
        if folder.components().any(|part| part.as_os_str() == HIDDEN || part.as_os_str() == ".git") {
            return Err(Error::refused(&folder, Refusal::NotOurs));
        }
        let archive = Archive { file: folder.join(name) };
        archive.check()?;
        Ok(archive)
    }

    fn check(&self) -> Result<(), Error> {
        match fs::symlink_metadata(&self.file) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            Err(error) => Err(Error::disk(&self.file)(error)),
            Ok(meta) if meta.is_file() && is_ours(&self.file).map_err(Error::disk(&self.file))? => Ok(()),
            Ok(_) => Err(Error::NotOurZip(self.file.clone())),
        }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.file
    }

    /// Writes what is published in a folder. `go_on` is asked again and again, and stops the work with its error. How large the zip is.
    ///
    /// # Errors
    /// A file cannot be read or written. What stood there before stays.
    pub fn write(&self, out: &Path, go_on: &dyn Fn() -> Result<(), Error>) -> Result<u64, Error> {
        let addresses: Vec<Address> = Ledger::read(&out.join(HIDDEN)).manifest.into_keys().collect();
        let waiting = self.waiting();
        let written = self.write_to(&waiting, out, &addresses, go_on);
        if written.is_err() {
            let _ = fs::remove_file(&waiting);
        }
        let size = written?;
        self.check()?;
        fs::rename(&waiting, &self.file).map_err(Error::disk(&self.file))?;
        Ok(size)
    }

    /// Where it is written before it takes its place; a zip that was interrupted there is written over.
    fn waiting(&self) -> PathBuf {
        let mut name = std::ffi::OsString::from(".");
        name.push(self.file.file_name().unwrap_or_default());
        name.push(HIDDEN);
        self.file.with_file_name(name)
    }

    fn write_to(&self, waiting: &Path, out: &Path, addresses: &[Address], go_on: &dyn Fn() -> Result<(), Error>) -> Result<u64, Error> {
        let file = File::create(waiting).map_err(Error::disk(waiting))?;
        let fault = |error: zip::result::ZipError| Error::disk(waiting)(io::Error::other(error));
        let mut zip = ZipWriter::new(BufWriter::new(file));
        zip.set_comment(MARK).map_err(fault)?;
        for batch in batches(out, addresses)? {
            go_on()?;
            match batch {
                Batch::Small(addresses) => {
                    let made: Result<Vec<PreparedZipFile>, Error> = addresses.par_iter().map(|address| prepared(out, address)).collect();
                    for file in made? {
                        zip.add_prepared_file(file).map_err(fault)?;
                    }
                }
                Batch::Large(address, size) => {
                    let path = out.join(address.as_str());
                    let mut from = File::open(&path).map_err(Error::unreadable(&path))?;
                    zip.start_file(address.as_str(), options(address).large_file(size >= u64::from(u32::MAX))).map_err(fault)?;
                    let mut buffer = vec![0; 1 << 20];
                    loop {
                        go_on()?;
                        let n = from.read(&mut buffer).map_err(Error::unreadable(&path))?;
                        if n == 0 {
                            break;
                        }
                        zip.write_all(&buffer[..n]).map_err(Error::disk(waiting))?;
                    }
                }
            }
        }
        let file = zip.finish().map_err(fault)?.into_inner().map_err(|error| Error::disk(waiting)(error.into_error()))?;
        // The name must not stand for half a file after a power cut.
        file.sync_all().map_err(Error::disk(waiting))?;
        file.metadata().map(|meta| meta.len()).map_err(Error::disk(waiting))
    }
}

/// What is compressed at one time.
enum Batch<'a> {
    Small(&'a [Address]),
    Large(&'a Address, u64),
}

/// All files in their order, in batches that fit into memory.
fn batches<'a>(out: &Path, addresses: &'a [Address]) -> Result<Vec<Batch<'a>>, Error> {
    let mut batches = Vec::new();
    let (mut start, mut weight) = (0, 0);
    for (at, address) in addresses.iter().enumerate() {
        let path = out.join(address.as_str());
        let size = fs::metadata(&path).map_err(Error::unreadable(&path))?.len();
        let is_large = size > BATCH;
        if is_large || weight + size > BATCH {
            if start < at {
                batches.push(Batch::Small(&addresses[start..at]));
            }
            (start, weight) = (at, 0);
        }
        if is_large {
            batches.push(Batch::Large(address, size));
            start = at + 1;
        } else {
            weight += size;
        }
    }
    if start < addresses.len() {
        batches.push(Batch::Small(&addresses[start..]));
    }
    Ok(batches)
}

fn prepared(out: &Path, address: &Address) -> Result<PreparedZipFile, Error> {
    let path = out.join(address.as_str());
    let bytes = fs::read(&path).map_err(Error::unreadable(&path))?;
    PreparedZipFile::from_data(address.as_str(), options(address), &bytes)
        .map_err(|error| Error::unreadable(&path)(io::Error::other(error)))
}

/// The same for every build: no time but the first that a zip can say, no rights but to read.
fn options(address: &Address) -> SimpleFileOptions {
    let extension = address.rsplit_once('.').map(|(_, extension)| extension.to_lowercase()).unwrap_or_default();
    let is_compressed = COMPRESSED.contains(&extension.as_str());
    SimpleFileOptions::default()
        .compression_method(if is_compressed { CompressionMethod::Stored } else { CompressionMethod::Deflated })
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .system(System::Unix)
}

/// Whether a file ends as our zips do: the last record of a zip, and in it our mark.
fn is_ours(file: &Path) -> io::Result<bool> {
    let length = 22 + MARK.len() as u64;
    let mut file = File::open(file)?;
    if file.metadata()?.len() < length {
        return Ok(false);
    }
    file.seek(SeekFrom::End(-(length as i64)))?;
    let mut end = Vec::with_capacity(length as usize);
    file.read_to_end(&mut end)?;
    Ok(end.starts_with(b"PK\x05\x06") && end.ends_with(MARK.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::{Content, Origin, Output, Publisher};

    fn publish(out: &Path, site: &Path, files: &[(&str, &str)]) {
        let publisher = Publisher::begin(out, site).unwrap();
        for (address, text) in files {
            publisher.stage(Output::new(Address::new(*address), Content::Bytes(text.as_bytes().to_vec()))).unwrap();
        }
        publisher.publish(&Origin::default()).unwrap();
    }

    #[test]
    fn a_zip_holds_the_published_files_and_nothing_else_and_is_always_the_same() {
        let dir = tempfile::tempdir().unwrap();
        let (site, out, file) = (dir.path().join("site"), dir.path().join("site/public"), dir.path().join("site/public.zip"));
        fs::create_dir_all(&site).unwrap();
        publish(&out, &site, &[("index.html", "<p>"), ("ru/истории/а.html", "Да"), ("assets/a.jpg", "jpg")]);
        fs::write(out.join("stranger.txt"), "x").unwrap();
        let size = Archive::at(&file, &site).unwrap().write(&out, &|| Ok(())).unwrap();
        let first = fs::read(&file).unwrap();
        assert_eq!(size, first.len() as u64);
        let mut zip = zip::ZipArchive::new(io::Cursor::new(&first)).unwrap();
        let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
        assert_eq!(names, ["assets/a.jpg", "index.html", "ru/истории/а.html"]);
        let mut text = String::new();
        zip.by_name("ru/истории/а.html").unwrap().read_to_string(&mut text).unwrap();
        assert_eq!(text, "Да");
        Archive::at(&file, &site).unwrap().write(&out, &|| Ok(())).unwrap();
        assert_eq!(fs::read(&file).unwrap(), first);
        assert_eq!(fs::read_dir(&site).unwrap().count(), 2, "nothing is left over");
    }

    #[test]
    fn what_is_no_zip_of_ours_stays() {
        let dir = tempfile::tempdir().unwrap();
        let site = dir.path().join("site");
        fs::create_dir_all(site.join("content/stories")).unwrap();
        let foreign = dir.path().join("thesis.zip");
        fs::write(&foreign, "PK and so on, for a while").unwrap();
        assert!(matches!(Archive::at(&foreign, &site), Err(Error::NotOurZip(_))));
        assert!(matches!(Archive::at(dir.path(), &site), Err(Error::NotOurZip(_))));
        let inside = site.join("content/stories/a.zip");
        assert!(matches!(Archive::at(&inside, &site), Err(Error::Refused { refusal: Refusal::InSources, .. })));
        assert!(Archive::at(&site.join("site.yaml"), &site).is_ok(), "nothing is there yet");
    }

    #[test]
    fn an_interrupted_zip_leaves_the_old_one() {
        let dir = tempfile::tempdir().unwrap();
        let (site, out, file) = (dir.path().join("site"), dir.path().join("public"), dir.path().join("public.zip"));
        fs::create_dir_all(&site).unwrap();
        publish(&out, &site, &[("index.html", "<p>")]);
        let archive = Archive::at(&file, &site).unwrap();
        archive.write(&out, &|| Ok(())).unwrap();
        let before = fs::read(&file).unwrap();
        publish(&out, &site, &[("index.html", "<p>other")]);
        let stop = || Err(Error::Disk { path: PathBuf::new(), source: ErrorKind::Interrupted.into() });
        archive.write(&out, &stop).unwrap_err();
        assert_eq!(fs::read(&file).unwrap(), before);
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 3, "nothing is left over");
    }
}
