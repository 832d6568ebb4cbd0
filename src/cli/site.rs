//! Which site is meant.
#![allow(clippy::disallowed_methods, reason = "the command line knows the current folder")]

use std::io;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::{Exit, Failure};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::path::SitePath;
use crate::base::text::Text;
use crate::config::{self, Config};
use crate::source;

/// The folder of a site: the stated one, else the nearest one from here upwards.
pub(super) fn find(stated: Option<&Path>) -> Result<PathBuf, Failure> {
    let here = std::env::current_dir()?;
    let found = match stated {
        // A stated folder is meant as it is: the site around it is another.
        Some(folder) => Some(here.join(folder)).filter(|folder| source::find_root(folder).as_ref() == Some(folder)),
        None => source::find_root(&here),
    };
    found.ok_or_else(|| {
        let folder = stated.map_or(here.clone(), |folder| here.join(folder));
        Failure::Problems(vec![Diagnostic::new(Code::NoSite).arg("path", folder.display())], Exit::Content)
    })
}

/// A path as it is best shown: from here, if it lies below.
pub(super) fn shown(path: &Path) -> String {
    from_here(path).unwrap_or_else(|| path.to_path_buf()).display().to_string()
}

/// The path from the current folder to one below it.
pub(super) fn from_here(path: &Path) -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    path.strip_prefix(&here).ok().map(|rest| if rest.as_os_str().is_empty() { PathBuf::from(".") } else { rest.to_path_buf() })
}

/// `site.yaml`, as far as it can be read; that it may be wrong is others' to say.
pub(super) fn config(root: &Path) -> io::Result<Option<Config>> {
    let path = SitePath::new("site.yaml");
    let text = String::from_utf8(source::bytes(root, &path)?).unwrap_or_default();
    Ok(config::read(Text::new(path, text)).0)
}

/// The stated day, else today's in UTC: the same build makes the same site in all time zones.
pub(super) fn today(stated: Option<Date>) -> Date {
    stated.unwrap_or_else(|| jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date())
}

/// The path made absolute.
pub(super) fn absolute(path: &Path) -> io::Result<PathBuf> {
    Ok(std::env::current_dir()?.join(path))
}
