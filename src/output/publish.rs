//! The moment in which the world sees the new site.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::Summary;
use super::address;
use super::error::{AddressFault, Error};
use super::publisher::{Birth, Claims, Made, Publisher};
use super::records::{self, JOURNAL, MANIFEST, Manifest, Origin, Phase};
use crate::base::hash::Hash;
use crate::base::path::Address;

/// What will change. Nothing has.
struct Plan {
    outputs: BTreeMap<Address, Made>,
    /// All folders that the outputs stand in, the outer before the inner.
    folders: BTreeSet<String>,
    /// Addresses that were ours and are no longer wanted.
    removals: BTreeSet<Address>,
    /// Some of those stand in the way: a file where a folder is wanted, or files in a folder where a file is.
    removals_first: bool,
    /// Folders that nothing is left in by then, and where a file is wanted.
    hollow: Vec<Address>,
    /// What stands in the way and is not known to be ours.
    strangers: BTreeSet<String>,
}

/// What stands at an address.
#[derive(Clone, Copy, PartialEq)]
enum Found {
    Nothing,
    File,
    Folder,
    /// A link, or something stranger.
    Other,
}

impl Publisher {
    /// Publishes what was staged and kept, and deletes what was published before and is no longer wanted. `origin` is kept for the next
    /// build.
    ///
    /// # Errors
    /// An output failed or a stranger's file stands in the way: then nothing is published. Or the disk is at fault: then the next
    /// publish completes this one.
    pub fn publish(self, origin: &Origin) -> Result<Summary, Error> {
        let Claims { outputs, folders } = std::mem::take(&mut *self.claims());
        let finished = |(address, made): (Address, Option<Made>)| match made {
            Some(made) => Ok((address, made)),
            None => Err(Error::address(&address, AddressFault::Unfinished)),
        };
        let outputs = outputs.into_iter().map(finished).collect::<Result<_, _>>()?;
        match &self.birth {
            Some(birth) => self.appear(&outputs, birth, origin),
            None => self.apply(&self.plan(outputs, folders)?, origin),
        }
    }

    /// A folder that was not there: whole, by one rename.
    fn appear(&self, outputs: &BTreeMap<Address, Made>, birth: &Birth, origin: &Origin) -> Result<Summary, Error> {
        let hidden = self.hidden();
        fs::create_dir(&hidden).map_err(Error::disk(&hidden))?;
        self.record(JOURNAL, &records::write_journal(Phase::Published, outputs.keys()))?;
        self.record(MANIFEST, &records::write_manifest(&manifest(outputs), origin))?;
        fs::rename(birth.tree(), &birth.appears).map_err(Error::disk(&birth.appears))?;
        Ok(Summary { written: outputs.len(), ..Summary::default() })
    }

    /// Looks at everything that will be touched, so that whatever speaks against it is known before the first change.
    fn plan(&self, outputs: BTreeMap<Address, Made>, folders: BTreeSet<String>) -> Result<Plan, Error> {
        let owned = &self.ledger.owned;
        let removals: BTreeSet<Address> = owned.iter().filter(|address| !outputs.contains_key(*address)).cloned().collect();
        let mut removals_first = in_other_letters(&removals, &outputs);
        let mut hollow = Vec::new();
        let mut strangers = BTreeSet::new();
        for folder in &folders {
            match self.look(folder)? {
                Found::Nothing | Found::Folder => {}
                Found::File if removals.contains(folder.as_str()) => removals_first = true,
                Found::File | Found::Other => {
                    strangers.insert(folder.clone());
                }
            }
        }
        for (address, made) in outputs.iter().filter(|(_, made)| made.staged.is_some()) {
            if address::folders(address).any(|folder| strangers.contains(folder)) {
                continue;
            }
            let ours = match self.look(address)? {
                Found::Nothing => true,
                // A rename replaces a link itself, never what it leads to.
                Found::File | Found::Other if owned.contains(address) => true,
                Found::File => self.says(address, made.entry.hash)? || self.is_ours_in_other_letters(address),
                Found::Folder if self.will_be_hollow(address, &removals) => {
                    hollow.push(address.clone());
                    true
                }
                Found::Folder | Found::Other => false,
            };
            if !ours {
                strangers.insert(address.to_string());
            }
        }
        removals_first |= !hollow.is_empty();
        Ok(Plan { outputs, folders, removals, removals_first, hollow, strangers })
    }

    /// Makes the published folder what the plan says.
    fn apply(&self, plan: &Plan, origin: &Origin) -> Result<Summary, Error> {
        if !plan.strangers.is_empty() && !self.ledger.lost {
            return Err(Error::Strangers(plan.strangers.iter().map(|stranger| self.base.join(stranger)).collect()));
        }
        let staged: Vec<(&Address, u64)> = plan.outputs.iter().filter_map(|(address, made)| Some((address, made.staged?))).collect();
        let mut summary = Summary { written: staged.len(), unchanged: plan.outputs.len() - staged.len(), ..Summary::default() };
        let manifest = manifest(&plan.outputs);
        let changes = !staged.is_empty() || !plan.removals.is_empty();
        if !changes
            && self.ledger.trusted
            && manifest == self.ledger.manifest
            && self.ledger.origin.as_ref() == Some(origin)
            && !manifest.values().any(|entry| self.ledger.is_fresh(entry))
        {
            return Ok(summary);
        }
        if changes {
            self.ask_leave(plan)?;
            let names: BTreeSet<&Address> = self.ledger.owned.iter().chain(plan.outputs.keys()).collect();
            self.record(JOURNAL, &records::write_journal(Phase::Publishing, names))?;
        }
        if !plan.strangers.is_empty() {
            summary.set_aside = Some(self.set_aside(&plan.strangers)?);
        }
        if plan.removals_first {
            summary.deleted = self.remove(plan)?;
        }
        for folder in &plan.folders {
            self.make_folder(folder)?;
        }
        for (address, number) in staged {
            let to = self.base.join(address.as_str());
            fs::rename(self.staged(number), &to).map_err(Error::disk(&to))?;
        }
        if !plan.removals_first {
            summary.deleted = self.remove(plan)?;
        }
        self.record(MANIFEST, &records::write_manifest(&manifest, origin))?;
        if changes || !self.ledger.trusted {
            self.record(JOURNAL, &records::write_journal(Phase::Published, plan.outputs.keys()))?;
        }
        Ok(summary)
    }

    /// Makes sure that files may come and go in every folder where some will: a permission that is missing is to be noticed while the old
    /// site is whole.
    fn ask_leave(&self, plan: &Plan) -> Result<(), Error> {
        let mut plain = Plain::new(self);
        let mut folders: BTreeSet<PathBuf> = BTreeSet::new();
        // A new folder is made in the innermost one that is there.
        for (address, _) in plan.outputs.iter().filter(|(_, made)| made.staged.is_some()) {
            folders.insert(plain.innermost(address)?.map_or_else(|| self.base.clone(), |folder| self.base.join(folder)));
        }
        for address in &plan.removals {
            if plain.leads_to(address)? && self.look(address)? == Found::File {
                folders.extend(self.base.join(address.as_str()).parent().map(Path::to_path_buf));
            }
        }
        for address in &plan.hollow {
            let inner = WalkDir::new(self.base.join(address.as_str())).into_iter().flatten();
            folders.extend(inner.filter(|entry| entry.file_type().is_dir()).map(walkdir::DirEntry::into_path));
        }
        for stranger in &plan.strangers {
            let path = self.base.join(stranger);
            folders.extend(path.parent().map(Path::to_path_buf));
            // A folder that moves is written in as well: it has another one above it then.
            folders.extend((look(&path)? == Found::Folder).then_some(path));
        }
        folders.iter().try_for_each(|folder| may_change(folder).map_err(Error::disk(folder)))
    }

    /// Deletes what is no longer wanted, and the folders that this leaves empty.
    fn remove(&self, plan: &Plan) -> Result<usize, Error> {
        let mut plain = Plain::new(self);
        let mut deleted = 0;
        for address in &plan.removals {
            if plain.leads_to(address)? && self.look(address)? == Found::File {
                let path = self.base.join(address.as_str());
                fs::remove_file(&path).map_err(Error::disk(&path))?;
                deleted += 1;
            }
        }
        let plain = plain.known;
        for (folder, is_plain) in plain.iter().rev() {
            if *is_plain && !plan.folders.contains(*folder) && address::folders(folder).all(|outer| plain.get(outer) == Some(&true)) {
                // It stays if it holds anything.
                let _ = fs::remove_dir(self.base.join(folder));
            }
        }
        for address in &plan.hollow {
            for inner in WalkDir::new(self.base.join(address.as_str())).contents_first(true).into_iter().flatten() {
                let _ = fs::remove_dir(inner.path());
            }
        }
        Ok(deleted)
    }

    /// Moves what may be ours or not out of the way, with nothing lost.
    fn set_aside(&self, strangers: &BTreeSet<String>) -> Result<PathBuf, Error> {
        let hidden = self.hidden();
        let aside = (1_u64..).map(|n| hidden.join(format!("set-aside-{n}"))).find(|folder| fs::symlink_metadata(folder).is_err());
        let aside = aside.unwrap_or(hidden);
        for stranger in strangers {
            let to = aside.join(stranger);
            let folder = to.parent().unwrap_or(&aside);
            fs::create_dir_all(folder).map_err(Error::disk(folder))?;
            fs::rename(self.base.join(stranger), &to).map_err(Error::disk(&to))?;
        }
        Ok(aside)
    }

    fn make_folder(&self, folder: &str) -> Result<(), Error> {
        let path = self.base.join(folder);
        match fs::create_dir(&path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
            other => other.map_err(Error::disk(&path)),
        }
    }

    /// Writes a record whole or not at all, and onto the disk itself, for it must outlive a power cut.
    fn record(&self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        let path = self.hidden().join(name);
        let temporary = if self.birth.is_some() { path.clone() } else { self.staged_record(name) };
        let write = || {
            let mut file = File::create(&temporary)?;
            file.write_all(bytes)?;
            file.sync_data()
        };
        write().map_err(Error::disk(&path))?;
        if temporary != path {
            fs::rename(&temporary, &path).map_err(Error::disk(&path))?;
        }
        Ok(())
    }

    fn look(&self, address: &str) -> Result<Found, Error> {
        look(&self.base.join(address))
    }

    /// Whether a file has these bytes already, whoever wrote it.
    fn says(&self, address: &Address, hash: Hash) -> Result<bool, Error> {
        let path = self.base.join(address.as_str());
        let read = || {
            let file = File::open(&path)?;
            Hash::of_stream(file.metadata()?.len(), file)
        };
        Ok(read().map_err(Error::disk(&path))? == hash)
    }

    /// Whether the file is one of ours whose name differs in capitals alone, on a disk that does not tell them apart.
    fn is_ours_in_other_letters(&self, address: &Address) -> bool {
        let (path, folded) = (self.base.join(address.as_str()), address.to_lowercase());
        let alike = self.ledger.owned.iter().filter(|name| name.to_lowercase() == folded);
        alike.into_iter().any(|name| same_file::is_same_file(&path, self.base.join(name.as_str())).unwrap_or(false))
    }

    /// Whether everything inside a folder is about to be deleted.
    fn will_be_hollow(&self, folder: &Address, removals: &BTreeSet<Address>) -> bool {
        WalkDir::new(self.base.join(folder.as_str())).into_iter().all(|entry| {
            let Ok(entry) = entry else { return false };
            let name = || Some(entry.path().strip_prefix(&self.base).ok()?.to_str()?.replace(std::path::MAIN_SEPARATOR, "/"));
            entry.file_type().is_dir() || entry.file_type().is_file() && name().is_some_and(|name| removals.contains(name.as_str()))
        })
    }
}

/// Which folders are folders and no links: through a link we would change a place that is not ours.
struct Plain<'a> {
    publisher: &'a Publisher,
    known: BTreeMap<&'a str, bool>,
}

impl<'a> Plain<'a> {
    fn new(publisher: &'a Publisher) -> Plain<'a> {
        Plain { publisher, known: BTreeMap::new() }
    }

    fn is_plain(&mut self, folder: &'a str) -> Result<bool, Error> {
        if let Some(&known) = self.known.get(folder) {
            return Ok(known);
        }
        let found = self.publisher.look(folder)? == Found::Folder;
        self.known.insert(folder, found);
        Ok(found)
    }

    /// Whether all folders above an address are.
    fn leads_to(&mut self, address: &'a str) -> Result<bool, Error> {
        address::folders(address).try_fold(true, |all, folder| Ok(self.is_plain(folder)? && all))
    }

    /// The innermost folder above an address that is there.
    fn innermost(&mut self, address: &'a str) -> Result<Option<&'a str>, Error> {
        for folder in address::folders(address) {
            if self.is_plain(folder)? {
                return Ok(Some(folder));
            }
        }
        Ok(None)
    }
}

/// Whether the system lets us make and delete files in a folder. Where it cannot say, the change itself will.
#[cfg(unix)]
fn may_change(folder: &Path) -> io::Result<()> {
    use rustix::fs::{Access, AtFlags, CWD, accessat};
    let answer = accessat(CWD, folder, Access::WRITE_OK | Access::EXEC_OK, AtFlags::EACCESS).map_err(io::Error::from);
    let denied = |error: &io::Error| matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem);
    answer.or_else(|error| if denied(&error) { Err(error) } else { Ok(()) })
}

#[cfg(not(unix))]
fn may_change(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Whether an old file differs from a new one in capitals alone. Where a disk does not tell them apart, the old one must go first.
fn in_other_letters(removals: &BTreeSet<Address>, outputs: &BTreeMap<Address, Made>) -> bool {
    let folded: BTreeSet<String> = removals.iter().map(|address| address.to_lowercase()).collect();
    !folded.is_empty() && outputs.keys().any(|address| folded.contains(&address.to_lowercase()))
}

fn look(path: &Path) -> Result<Found, Error> {
    match fs::symlink_metadata(path) {
        Ok(meta) if meta.is_file() => Ok(Found::File),
        Ok(meta) if meta.is_dir() => Ok(Found::Folder),
        Ok(_) => Ok(Found::Other),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(Found::Nothing),
        Err(error) => Err(Error::disk(path)(error)),
    }
}

fn manifest(outputs: &BTreeMap<Address, Made>) -> Manifest {
    outputs.iter().map(|(address, made)| (address.clone(), made.entry)).collect()
}
