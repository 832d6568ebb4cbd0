//! One build at a time in one folder. The system lets go of a lock when its holder dies, so a crash blocks nobody.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::thread;
use std::time::Duration;

use same_file::Handle;

use super::error::Error;

/// How often a lock is tried.
const STEP: Duration = Duration::from_millis(20);

/// A lock that is held until the value is dropped.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

/// How much longer somebody may be waited for.
pub(super) struct Patience(Duration);

impl Patience {
    pub(super) fn new(longest: Duration) -> Patience {
        Patience(longest)
    }

    /// Waits a moment; `false` once patience is at its end.
    pub(super) fn wait(&mut self) -> bool {
        match self.0.checked_sub(STEP) {
            Some(rest) => {
                thread::sleep(STEP);
                self.0 = rest;
                true
            }
            None => false,
        }
    }
}

/// What came of a try.
pub(super) enum Taken {
    /// It is ours.
    Yes(Lock),
    /// Somebody held it to the end of our patience.
    Busy,
    /// The file has gone meanwhile, for its holder cleared it away: look again at what is there.
    Gone,
}

impl Lock {
    /// Locks the file, which is made if need be; its folder must be there.
    pub(super) fn take(path: &Path, patience: &mut Patience) -> Result<Taken, Error> {
        let file = match OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Taken::Gone),
            other => other.map_err(Error::disk(path))?,
        };
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) if patience.wait() => {}
                Err(TryLockError::WouldBlock) => return Ok(Taken::Busy),
                // Some network file systems know no locks. There it is the user's care to build once at a time.
                Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => break,
                Err(TryLockError::Error(error)) => return Err(Error::disk(path)(error)),
            }
        }
        // Who waited may now hold a file that was deleted, or replaced by one that another build has locked.
        match is_still_at(&file, path) {
            Ok(true) => Ok(Taken::Yes(Lock { _file: file })),
            Ok(false) => Ok(Taken::Gone),
            Err(error) => Err(Error::disk(path)(error)),
        }
    }
}

fn is_still_at(file: &File, path: &Path) -> io::Result<bool> {
    match Handle::from_path(path) {
        Ok(there) => Ok(there == Handle::from_file(file.try_clone()?)?),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}
