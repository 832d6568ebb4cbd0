//! What keeps a site from being published.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::path::{Address, SitePath};
use crate::base::text::Place;

/// Why a site was not published, or not wholly.
#[derive(Debug)]
pub enum Error {
    /// The folder is none that a site may be written into.
    Refused {
        /// The folder, with all links resolved.
        folder: PathBuf,
        /// Why.
        refusal: Refusal,
    },
    /// Files or folders that are not ours stand where the site wants to write. Nothing was published.
    Strangers(Vec<PathBuf>),
    /// An output that cannot be published. Nothing was.
    Address {
        /// Its address.
        address: Address,
        /// What is wrong with it.
        fault: AddressFault,
    },
    /// Where a zip is to be written stands something that is no zip of ours.
    NotOurZip(PathBuf),
    /// A file that was to be made is there already.
    Exists(PathBuf),
    /// A source that does not say any more what it said when it was read. No source was changed.
    Changed(PathBuf),
    /// A source that is a symbolic link out of the site's folder, or that is to be moved and is one. No source was changed.
    Link(PathBuf),
    /// A file that was to be copied has gone or cannot be read.
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The machine is at fault: a full disk, a missing permission. The next build completes what was begun.
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// Why a folder is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It holds something, and we did not write it.
    NotOurs,
    /// The home folder, a folder above it, or the top of a disk.
    TooHigh,
    /// The site's folder or one above it.
    HoldsSite,
    /// A folder of sources, or one inside.
    InSources,
    /// A file, or a link that leads nowhere.
    NoFolder,
    /// Another build writes into it.
    Busy,
}

/// What is wrong with an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressFault {
    /// It could lead out of the folder, or into a hidden one.
    Unsafe,
    /// No file system takes it.
    TooLong,
    /// Two outputs have it.
    Taken,
    /// It is a file's and, with more behind it, a folder's.
    FileAndFolder,
    /// The output was begun, and failed.
    Unfinished,
}

impl Error {
    /// 1: the content is at fault; 2: a refusal to touch what is not ours; 3: the machine is at fault.
    pub fn exit_code(&self) -> u8 {
        match self {
            Error::Address { .. } => 1,
            Error::Refused { .. } | Error::Strangers(_) | Error::NotOurZip(_) | Error::Exists(_) | Error::Changed(_) | Error::Link(_) => 2,
            Error::Unreadable { .. } | Error::Disk { .. } => 3,
        }
    }

    /// The same as messages to the user.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let path = |code, path: &Path| Diagnostic::new(code).arg("path", path.display());
        match self {
            Error::Refused { folder, refusal } => vec![path(refusal.code(), folder)],
            Error::Strangers(paths) => paths.iter().map(|stranger| path(Code::OutputStranger, stranger)).collect(),
            Error::Address { address, fault } => vec![Diagnostic::new(fault.code()).arg("address", address)],
            Error::NotOurZip(file) => vec![path(Code::ZipNotOurs, file)],
            Error::Exists(file) => vec![path(Code::FileExists, file)],
            Error::Changed(file) => vec![path(Code::FileChanged, file)],
            Error::Link(file) => vec![Diagnostic::new(Code::LinkLeavesSite).at(Place::file(SitePath::new(file.to_string_lossy())))],
            Error::Unreadable { path: file, source } => {
                let place = Place::file(SitePath::new(file.to_string_lossy()));
                vec![Diagnostic::new(Code::UnreadableFile).at(place).arg("reason", source)]
            }
            Error::Disk { path: file, source } => vec![path(Code::UnwritableFile, file).arg("reason", source)],
        }
    }

    /// For `map_err`: what the system said, with the path that it leaves out.
    pub(super) fn disk(path: &Path) -> impl FnOnce(io::Error) -> Error {
        move |source| Error::Disk { path: path.to_path_buf(), source }
    }

    /// The same for a file that was to be copied.
    pub(super) fn unreadable(path: &Path) -> impl FnOnce(io::Error) -> Error {
        move |source| Error::Unreadable { path: path.to_path_buf(), source }
    }

    pub(super) fn refused(folder: &Path, refusal: Refusal) -> Error {
        Error::Refused { folder: folder.to_path_buf(), refusal }
    }

    pub(super) fn address(address: &Address, fault: AddressFault) -> Error {
        Error::Address { address: address.clone(), fault }
    }
}

impl Refusal {
    fn code(self) -> Code {
        match self {
            Refusal::NotOurs => Code::OutputNotOurs,
            Refusal::TooHigh => Code::OutputTooHigh,
            Refusal::HoldsSite => Code::OutputHoldsSite,
            Refusal::InSources => Code::OutputInSources,
            Refusal::NoFolder => Code::OutputNoFolder,
            Refusal::Busy => Code::OutputBusy,
        }
    }
}

impl AddressFault {
    fn code(self) -> Code {
        match self {
            AddressFault::Unsafe | AddressFault::TooLong => Code::UnsafeAddress,
            AddressFault::Taken | AddressFault::FileAndFolder => Code::AddressTaken,
            AddressFault::Unfinished => Code::OutputUnfinished,
        }
    }
}

/// For logs and tests; users read [`Error::diagnostics`].
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Refused { folder, refusal } => write!(f, "{}: {refusal:?}", folder.display()),
            Error::Strangers(paths) => write!(f, "not ours: {paths:?}"),
            Error::Address { address, fault } => write!(f, "{address}: {fault:?}"),
            Error::NotOurZip(path) => write!(f, "{}: no zip of ours", path.display()),
            Error::Exists(path) => write!(f, "{}: exists", path.display()),
            Error::Changed(path) => write!(f, "{}: changed", path.display()),
            Error::Link(path) => write!(f, "{}: a link", path.display()),
            Error::Unreadable { path, source } | Error::Disk { path, source } => write!(f, "{}: {source}", path.display()),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Unreadable { source, .. } | Error::Disk { source, .. } => Some(source),
            _ => None,
        }
    }
}
