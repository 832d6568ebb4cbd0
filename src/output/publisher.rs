//! Collecting outputs out of everybody's sight, until they are published or given up.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rayon::prelude::*;

use super::address::{self, HIDDEN};
use super::error::{AddressFault, Error, Refusal};
use super::lock::{Lock, Patience, Taken};
use super::place;
use super::records::{Entry, Ledger, Origin};
use super::{Content, Output};
use crate::base::hash::Hash;
use crate::base::path::Address;
use crate::source::mtime;

/// How long another build is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

const LOCK: &str = "lock";
const STAGING: &str = "staging";
const TREE: &str = "tree";

/// A site on its way into its folder. It alone may write there as long as it lives.
#[derive(Debug)]
pub struct Publisher {
    /// Where addresses begin: the published folder, or the tree that will become it.
    pub(super) base: PathBuf,
    /// Only where the folder does not exist yet.
    pub(super) birth: Option<Birth>,
    pub(super) ledger: Ledger,
    claims: Mutex<Claims>,
    next: AtomicU64,
    lock: Option<Lock>,
}

/// How a folder that does not exist yet will come into being.
#[derive(Debug)]
pub(super) struct Birth {
    /// The folder beside its place in which it is built: a lock and a tree.
    workshop: PathBuf,
    /// What the tree is renamed to: the topmost folder that is missing.
    pub(super) appears: PathBuf,
}

impl Birth {
    pub(super) fn tree(&self) -> PathBuf {
        self.workshop.join(TREE)
    }
}

/// The outputs so far.
#[derive(Debug, Default)]
pub(super) struct Claims {
    /// `None` while an output is on its way, and for ever if it failed.
    pub outputs: BTreeMap<Address, Option<Made>>,
    /// All folders that the outputs stand in.
    pub folders: BTreeSet<String>,
}

/// An output that is ready.
#[derive(Clone, Copy, Debug)]
pub(super) struct Made {
    pub entry: Entry,
    /// The number of the staged file; `None` if the published one is to stay.
    pub staged: Option<u64>,
}

impl Publisher {
    /// Takes hold of a folder, waiting a little for another build that has it, and clears away what an interrupted one left behind.
    /// What is published in the folder is not touched.
    ///
    /// # Errors
    /// The folder is refused, or cannot be written.
    pub fn begin(out: &Path, site_root: &Path) -> Result<Publisher, Error> {
        Publisher::begin_within(out, site_root, PATIENCE)
    }

    /// As [`Publisher::begin`], with a patience of one's own.
    pub(super) fn begin_within(out: &Path, site_root: &Path, patience: Duration) -> Result<Publisher, Error> {
        let out = place::resolve(out)?;
        let home = std::env::home_dir().and_then(|home| place::resolve(&home).ok());
        place::judge(&out, &place::resolve(site_root)?, home.as_deref())?;
        let mut patience = Patience::new(patience);
        loop {
            let begun = match place::first_missing(&out) {
                None => Publisher::in_folder(&out, &mut patience)?,
                Some(missing) => Publisher::beside(&out, missing, &mut patience)?,
            };
            match begun {
                Some(publisher) => return Ok(publisher),
                None if patience.wait() => {}
                None => return Err(Error::refused(&out, Refusal::Busy)),
            }
        }
    }

    /// In a folder that exists. `None`: it changed while we waited for it.
    fn in_folder(out: &Path, patience: &mut Patience) -> Result<Option<Publisher>, Error> {
        if !place::is_ours(out)? {
            return Err(Error::refused(out, Refusal::NotOurs));
        }
        let hidden = out.join(HIDDEN);
        make_folder(&hidden)?;
        let lock = match Lock::take(&hidden.join(LOCK), patience)? {
            Taken::Yes(lock) => lock,
            Taken::Busy => return Err(Error::refused(out, Refusal::Busy)),
            Taken::Gone => return Ok(None),
        };
        clear_workshops(out);
        let staging = hidden.join(STAGING);
        remove_tree(&staging)?;
        fs::create_dir(&staging).map_err(Error::disk(&staging))?;
        Ok(Some(Publisher::new(out.to_path_buf(), None, Ledger::read(&hidden), lock)))
    }

    /// Beside the place of a folder that does not exist yet. `None`: the place changed while we waited for it.
    fn beside(out: &Path, missing: &Path, patience: &mut Patience) -> Result<Option<Publisher>, Error> {
        let Some(workshop) = place::workshop(missing) else { return Err(Error::refused(out, Refusal::TooHigh)) };
        make_folder(&workshop)?;
        if !is_workshop(&workshop)? {
            return Err(Error::refused(&workshop, Refusal::NotOurs));
        }
        let lock = match Lock::take(&workshop.join(LOCK), patience)? {
            Taken::Yes(lock) => lock,
            Taken::Busy => return Err(Error::refused(out, Refusal::Busy)),
            Taken::Gone => return Ok(None),
        };
        let tree = workshop.join(TREE);
        remove_tree(&tree)?;
        let inner = out.strip_prefix(missing).unwrap_or(Path::new(""));
        let birth = Birth { workshop, appears: missing.to_path_buf() };
        let publisher = Publisher::new(tree.join(inner), Some(birth), Ledger::default(), lock);
        // Whoever held the lock before us may have published; then dropping this one clears the workshop.
        if place::first_missing(out) != Some(missing) {
            return Ok(None);
        }
        fs::create_dir_all(&publisher.base).map_err(Error::disk(&publisher.base))?;
        Ok(Some(publisher))
    }

    fn new(base: PathBuf, birth: Option<Birth>, ledger: Ledger, lock: Lock) -> Publisher {
        Publisher { base, birth, ledger, claims: Mutex::default(), next: AtomicU64::new(0), lock: Some(lock) }
    }

    /// Believes no size and no time: every published file is hashed before it is left as it is.
    pub fn verify(mut self) -> Publisher {
        self.ledger.trusted = false;
        self
    }

    /// Takes an output. Many threads may do so at once. If the published file has the same bytes already, nothing is written.
    ///
    /// # Errors
    /// The address is unsafe or taken, or the disk is at fault. After that nothing can be published any more.
    pub fn stage(&self, output: Output) -> Result<(), Error> {
        let Output { address, key, content } = output;
        self.claim(&address, matches!(content, Content::File(_)))?;
        let mut made = match content {
            Content::Bytes(bytes) => self.stage_bytes(&address, &bytes)?,
            Content::File(path) => self.stage_file(&address, &path)?,
        };
        made.entry.key = key;
        self.claims().outputs.insert(address, Some(made));
        Ok(())
    }

    /// What the published site was made from; nothing if no record of it is whole.
    pub fn origin(&self) -> Option<&Origin> {
        self.ledger.origin.as_ref()
    }

    /// The key that the published file at an address was made with.
    pub fn recorded_key(&self, address: &Address) -> Option<Option<Hash>> {
        self.ledger.manifest.get(address).map(|entry| entry.key)
    }

    /// The outputs that are ready: their sizes and hashes.
    pub fn ready(&self) -> BTreeMap<Address, (u64, Hash)> {
        let claims = self.claims();
        let made = claims.outputs.iter().filter_map(|(address, made)| Some((address.clone(), made.as_ref()?.entry)));
        made.map(|(address, entry)| (address, (entry.size, entry.hash))).collect()
    }

    /// If the whole published site is as its record says, with nothing more to do: how many files it has.
    pub fn untouched(&self) -> Option<usize> {
        let Ledger { manifest, owned, trusted, .. } = &self.ledger;
        let stands = |(address, entry): (&Address, &Entry)| self.published(address, entry.size).is_some_and(|now| now.hash == entry.hash);
        (*trusted && owned.len() == manifest.len() && manifest.par_iter().all(stands)).then_some(manifest.len())
    }

    /// Whether the published file was made from what this key stands for, and nobody has changed it since.
    pub fn is_current(&self, address: &Address, key: Hash) -> bool {
        self.current(address, key).is_some()
    }

    /// Takes the published file as it is for an output, if [it is current](Publisher::is_current); else says `false` and wants the
    /// output itself.
    ///
    /// # Errors
    /// The address is unsafe or taken.
    pub fn keep(&self, address: &Address, key: Hash) -> Result<bool, Error> {
        let Some(entry) = self.current(address, key) else { return Ok(false) };
        self.claim(address, true)?;
        self.claims().outputs.insert(address.clone(), Some(Made { entry, staged: None }));
        Ok(true)
    }

    fn current(&self, address: &Address, key: Hash) -> Option<Entry> {
        let recorded = self.ledger.manifest.get(address).filter(|entry| entry.key == Some(key))?;
        self.published(address, recorded.size).filter(|entry| entry.hash == recorded.hash).map(|entry| Entry { key: Some(key), ..entry })
    }

    /// What stands at an address of ours, if it is a file of this size.
    fn published(&self, address: &Address, size: u64) -> Option<Entry> {
        if !self.ledger.owned.contains(address) {
            return None;
        }
        let path = self.base.join(address.as_str());
        let meta = fs::symlink_metadata(&path).ok().filter(|meta| meta.is_file() && meta.len() == size)?;
        self.ledger.entry(address, &meta).or_else(|| {
            let hash = Hash::of_stream(size, File::open(&path).ok()?).ok()?;
            Some(Entry { size, mtime: mtime(&meta), hash, key: None })
        })
    }

    /// Reserves an address, and makes its folders where the tree is built at once.
    fn claim(&self, address: &Address, dotted: bool) -> Result<(), Error> {
        let fault = |fault| Error::address(address, fault);
        address::check(address, dotted).map_err(fault)?;
        let mut claims = self.claims();
        let claims = &mut *claims;
        if claims.outputs.contains_key(address) {
            return Err(fault(AddressFault::Taken));
        }
        if claims.folders.contains(address.as_str()) || address::folders(address).any(|folder| claims.outputs.contains_key(folder)) {
            return Err(fault(AddressFault::FileAndFolder));
        }
        if let Some(innermost) = address::folders(address).next()
            && !claims.folders.contains(innermost)
        {
            if self.birth.is_some() {
                let path = self.base.join(innermost);
                fs::create_dir_all(&path).map_err(Error::disk(&path))?;
            }
            claims.folders.extend(address::folders(address).map(str::to_owned));
        }
        claims.outputs.insert(address.clone(), None);
        Ok(())
    }

    fn stage_bytes(&self, address: &Address, bytes: &[u8]) -> Result<Made, Error> {
        let (size, hash) = (bytes.len() as u64, Hash::of(bytes));
        if let Some(entry) = self.published(address, size).filter(|entry| entry.hash == hash) {
            return Ok(Made { entry, staged: None });
        }
        let (number, path) = self.slot(address);
        let write = || {
            let mut file = File::create(&path)?;
            file.write_all(bytes)?;
            file.metadata()
        };
        let meta = write().map_err(Error::disk(&path))?;
        Ok(Made { entry: Entry { size, mtime: mtime(&meta), hash, key: None }, staged: Some(number) })
    }

    fn stage_file(&self, address: &Address, from: &Path) -> Result<Made, Error> {
        let open = || {
            let file = File::open(from)?;
            let size = file.metadata()?.len();
            Ok((file, size))
        };
        let (mut file, size) = open().map_err(Error::unreadable(from))?;
        if let Some(entry) = self.published(address, size) {
            if entry.hash == Hash::of_stream(size, &file).map_err(Error::unreadable(from))? {
                return Ok(Made { entry, staged: None });
            }
            file.rewind().map_err(Error::unreadable(from))?;
        }
        let (number, path) = self.slot(address);
        let mut copy = File::create(&path).map_err(Error::disk(&path))?;
        // The hash is that of the bytes that were written, even if the file is changed under our hands.
        let mut written = Ok(());
        let hash = Hash::of_stream(size, Tee { from: file, to: &mut copy, written: &mut written });
        written.map_err(Error::disk(&path))?;
        let hash = hash.map_err(Error::unreadable(from))?;
        let meta = copy.metadata().map_err(Error::disk(&path))?;
        Ok(Made { entry: Entry { size, mtime: mtime(&meta), hash, key: None }, staged: Some(number) })
    }

    /// Where an output waits: at its own address if the whole tree is built aside, else under a number.
    fn slot(&self, address: &Address) -> (u64, PathBuf) {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        match self.birth {
            Some(_) => (number, self.base.join(address.as_str())),
            None => (number, self.staged(number)),
        }
    }

    pub(super) fn staged(&self, number: u64) -> PathBuf {
        self.hidden().join(STAGING).join(number.to_string())
    }

    /// Where a record is written before it takes its place.
    pub(super) fn staged_record(&self, name: &str) -> PathBuf {
        self.hidden().join(STAGING).join(name)
    }

    pub(super) fn hidden(&self) -> PathBuf {
        self.base.join(HIDDEN)
    }

    pub(super) fn claims(&self) -> MutexGuard<'_, Claims> {
        // Nothing is left half done in the claims when a thread dies: an output of its is then unfinished, and stops the publish.
        self.claims.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Clears away all that is not published. What fails here, the next build clears.
impl Drop for Publisher {
    fn drop(&mut self) {
        // A lock file may go while we hold it: whoever waits for it sees that it has gone. Its folder goes only if nothing else is inside.
        match &self.birth {
            Some(birth) => {
                let _ = remove_tree(&birth.tree());
                close_workshop(&birth.workshop, self.lock.take());
            }
            None => {
                let hidden = self.hidden();
                let _ = remove_tree(&hidden.join(STAGING));
                if !super::records::any_in(&hidden) {
                    close_workshop(&hidden, self.lock.take());
                }
            }
        }
    }
}

/// Removes a lock file and then its folder, unless that holds something else.
fn close_workshop(folder: &Path, lock: Option<Lock>) {
    let _ = fs::remove_file(folder.join(LOCK));
    // Elsewhere than on Unix the name of a file goes only when nobody has it open.
    if cfg!(not(unix)) {
        drop(lock);
    }
    let _ = fs::remove_dir(folder);
}

/// Clears away workshops that were left over by a kill in the moment after a folder had appeared. They do no harm where it fails.
fn clear_workshops(out: &Path) {
    for workshop in out.ancestors().filter_map(place::workshop) {
        let is_one = fs::symlink_metadata(&workshop).is_ok_and(|meta| meta.is_dir()) && is_workshop(&workshop).unwrap_or(false);
        if is_one && let Ok(Taken::Yes(lock)) = Lock::take(&workshop.join(LOCK), &mut Patience::new(Duration::ZERO)) {
            let _ = remove_tree(&workshop.join(TREE));
            close_workshop(&workshop, Some(lock));
        }
    }
}

/// Whether a folder holds nothing but what a build puts there.
fn is_workshop(folder: &Path) -> Result<bool, Error> {
    for entry in fs::read_dir(folder).map_err(Error::disk(folder))? {
        let name = entry.map_err(Error::disk(folder))?.file_name();
        if name != LOCK && name != TREE {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Makes a folder unless it is there; a link to one is none.
fn make_folder(folder: &Path) -> Result<(), Error> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => match fs::symlink_metadata(folder) {
            Ok(meta) if !meta.is_dir() => Err(Error::refused(folder, Refusal::NotOurs)),
            _ => Ok(()),
        },
        other => other.map_err(Error::disk(folder)),
    }
}

fn remove_tree(folder: &Path) -> Result<(), Error> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        other => other.map_err(Error::disk(folder)),
    }
}

/// Writes down what is read through it.
struct Tee<'a> {
    from: File,
    to: &'a mut File,
    /// What went wrong with writing, which is another file's fault than what goes wrong with reading.
    written: &'a mut io::Result<()>,
}

impl Read for Tee<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.from.read(buffer)?;
        self.to.write_all(&buffer[..n]).map_err(|error| {
            *self.written = Err(error);
            io::Error::other("the copy cannot be written")
        })?;
        Ok(n)
    }
}
