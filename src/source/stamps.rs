//! What files looked like when they were read, so that one that still looks the same need not be read again.

use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::io;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::hash::Hash;
use crate::base::path::SitePath;

/// What one file looked like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// In bytes.
    pub size: u64,
    /// When it was written last, in nanoseconds from 1970.
    pub mtime: i64,
    /// When it was changed last in any way, its times included; 0 where the system does not say.
    pub ctime: i64,
    /// The hash of its bytes.
    pub hash: Hash,
}

/// What the files of a site looked like.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Stamps {
    /// When they were looked at, in nanoseconds from 1970: before any of them was read.
    pub at: i64,
    /// Each file.
    pub files: BTreeMap<SitePath, Stamp>,
}

impl Stamps {
    /// None yet, from now on.
    pub(super) fn begin() -> Stamps {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Stamps { at: i64::try_from(now.as_nanos()).unwrap_or(i64::MAX), files: BTreeMap::new() }
    }

    /// The stamp of a file, if the file still looks like that and so need not be hashed.
    pub(super) fn known(&self, path: &SitePath, meta: &Metadata) -> Option<Stamp> {
        let stamp = *self.files.get(path)?;
        let same = stamp.size == meta.len() && stamp.mtime == mtime(meta) && stamp.ctime == ctime(meta);
        (same && !is_fresh(stamp.mtime.max(stamp.ctime), self.at)).then_some(stamp)
    }

    /// Whether the files at these paths are all that there were, with the same bytes.
    pub(super) fn hold(&self, root: &Path, paths: Vec<&SitePath>) -> bool {
        let same = |path: &&SitePath| {
            let file = root.join(path.as_str());
            let (Some(stamp), Ok(meta)) = (self.files.get(*path), fs::metadata(&file)) else { return false };
            meta.len() == stamp.size && (self.known(path, &meta).is_some() || Stamp::of(&file).is_ok_and(|now| now.hash == stamp.hash))
        };
        paths.len() == self.files.len() && paths.par_iter().all(same)
    }
}

impl Stamp {
    /// The stamp of a file, which may be a long film: it is hashed piece by piece.
    pub(super) fn of(path: &Path) -> io::Result<Stamp> {
        let file = File::open(path)?;
        // What is written from now on looks newer than the stamp.
        let meta = file.metadata()?;
        let hash = Hash::of_stream(meta.len(), file)?;
        Ok(Stamp { size: meta.len(), mtime: mtime(&meta), ctime: ctime(&meta), hash })
    }
}

/// Whether a file that was written at one moment and looked at in another may have been written once more within the same tick of the clock:
/// its time then looks the same. A file system that counts in seconds ticks slowly.
pub fn is_fresh(mtime: i64, looked: i64) -> bool {
    let tick = if mtime % 1_000_000_000 == 0 { 2_000_000_000 } else { 20_000_000 };
    mtime >= looked.saturating_sub(tick)
}

/// The time of the last change, in nanoseconds from 1970.
pub fn mtime(meta: &Metadata) -> i64 {
    let Ok(time) = meta.modified() else { return i64::MIN };
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_nanos()).unwrap_or(i64::MAX),
        Err(before) => i64::try_from(before.duration().as_nanos()).map_or(i64::MIN, |nanos| -nanos),
    }
}

/// The time of the last change of any kind, in nanoseconds from 1970. Programs set the time of the last writing as they like, some to
/// one and the same for all files; this one is the system's own.
#[cfg(unix)]
pub fn ctime(meta: &Metadata) -> i64 {
    use std::os::unix::fs::MetadataExt;
    meta.ctime().saturating_mul(1_000_000_000).saturating_add(meta.ctime_nsec())
}

/// Other systems do not tell.
#[cfg(not(unix))]
pub fn ctime(_: &Metadata) -> i64 {
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> (tempfile::TempDir, SitePath, Stamps) {
        let dir = tempfile::tempdir().unwrap();
        let path = SitePath::new("a.md");
        fs::write(dir.path().join("a.md"), "один").unwrap();
        let meta = fs::metadata(dir.path().join("a.md")).unwrap();
        let stamp = Stamp { size: meta.len(), mtime: mtime(&meta), ctime: ctime(&meta), hash: Hash::of("один".as_bytes()) };
        (dir, path.clone(), Stamps { at: mtime(&meta) + 1_000_000_000_000, files: BTreeMap::from([(path, stamp)]) })
    }

    #[test]
    fn files_hold_as_long_as_their_bytes_do() {
        let (dir, path, stamps) = site();
        assert!(stamps.hold(dir.path(), vec![&path]));
        assert!(!stamps.hold(dir.path(), vec![]), "one is gone");
        assert!(!stamps.hold(dir.path(), vec![&path, &SitePath::new("b.md")]), "one is new");
        fs::write(dir.path().join("a.md"), "один").unwrap();
        assert!(stamps.hold(dir.path(), vec![&path]), "it was written again as it was");
        fs::write(dir.path().join("a.md"), "Один").unwrap();
        assert!(!stamps.hold(dir.path(), vec![&path]));
    }

    #[test]
    fn a_file_written_in_the_moment_of_looking_is_looked_into() {
        let (dir, path, mut stamps) = site();
        let stamp = stamps.files[&path];
        stamps.at = stamp.mtime;
        let meta = fs::metadata(dir.path().join("a.md")).unwrap();
        assert_eq!(stamps.known(&path, &meta), None);
        stamps.files.insert(path.clone(), Stamp { hash: Hash::of(b"x"), ..stamp });
        assert!(!stamps.hold(dir.path(), vec![&path]));
    }

    #[test]
    fn a_clock_that_counts_in_seconds_ticks_slowly() {
        assert!(is_fresh(9_999_999_999, 10_000_000_001));
        assert!(!is_fresh(9_900_000_001, 10_000_000_001));
        assert!(is_fresh(9_000_000_000, 10_000_000_001));
    }
}
