//! Where a site may be written.

use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use super::address::HIDDEN;
use super::error::{Error, Refusal};
use super::records;

/// The path with every link and every `..` resolved, as far as it exists.
pub(super) fn resolve(path: &Path) -> Result<PathBuf, Error> {
    let mut resolved = PathBuf::new();
    for part in std::path::absolute(path).map_err(Error::disk(path))?.components() {
        match part {
            Component::ParentDir => {
                resolved.pop();
                continue;
            }
            part => resolved.push(part),
        }
        if !matches!(part, Component::Normal(_)) {
            continue;
        }
        let is_folder = match fs::symlink_metadata(&resolved) {
            Ok(meta) if meta.is_symlink() => match fs::canonicalize(&resolved) {
                Ok(target) => {
                    resolved = target;
                    fs::metadata(&resolved).map_err(Error::disk(&resolved))?.is_dir()
                }
                Err(_) => false,
            },
            Ok(meta) => meta.is_dir(),
            Err(error) if error.kind() == ErrorKind::NotFound => true,
            Err(error) => return Err(Error::disk(&resolved)(error)),
        };
        if !is_folder {
            return Err(Error::refused(&resolved, Refusal::NoFolder));
        }
    }
    Ok(resolved)
}

/// Refuses folders that no site may ever be written into, whatever they hold. Both paths are resolved.
pub(super) fn judge(out: &Path, site_root: &Path, home: Option<&Path>) -> Result<(), Error> {
    let inside = |name: &str| resolve(&site_root.join(name)).is_ok_and(|sources| out.starts_with(sources));
    let refusal = if out.parent().is_none() || home.is_some_and(|home| home.starts_with(out)) {
        Refusal::TooHigh
    } else if site_root.starts_with(out) {
        Refusal::HoldsSite
    } else if ["content", "i18n", "themes"].into_iter().any(inside) {
        Refusal::InSources
    } else if out.components().any(|part| part.as_os_str() == HIDDEN || part.as_os_str() == ".git") {
        Refusal::NotOurs
    } else {
        return Ok(());
    };
    Err(Error::refused(out, refusal))
}

/// Whether the folder is empty, or was published by us, and so may be written into.
pub(super) fn is_ours(out: &Path) -> Result<bool, Error> {
    let hidden = out.join(HIDDEN);
    match fs::symlink_metadata(&hidden) {
        Ok(meta) if !meta.is_dir() => return Ok(false),
        Ok(_) if records::any_in(&hidden) => return Ok(true),
        // A folder that we never came to publish into.
        _ => {}
    }
    for entry in fs::read_dir(out).map_err(Error::disk(out))? {
        if entry.map_err(Error::disk(out))?.file_name() != HIDDEN {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The topmost folder that is missing on the way to `out`: by its appearance, all of `out` appears at once. `None` if nothing is missing.
pub(super) fn first_missing(out: &Path) -> Option<&Path> {
    out.ancestors().take_while(|folder| matches!(fs::symlink_metadata(folder), Err(error) if error.kind() == ErrorKind::NotFound)).last()
}

/// Where a folder that does not exist yet is built: beside its place, on the same disk, so that one rename makes it appear.
pub(super) fn workshop(folder: &Path) -> Option<PathBuf> {
    let mut name = OsString::from(".");
    name.push(folder.file_name()?);
    name.push(HIDDEN);
    Some(folder.parent()?.join(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(out: &Path, root: &Path) -> Option<Refusal> {
        match resolve(out).and_then(|out| judge(&out, &resolve(root).unwrap(), Some(Path::new("/home/ana")))) {
            Err(Error::Refused { refusal, .. }) => Some(refusal),
            Err(error) => panic!("{error}"),
            Ok(()) => None,
        }
    }

    #[test]
    fn the_site_its_parents_and_its_sources_are_refused() {
        let dir = tempfile::tempdir().unwrap();
        let site = dir.path().join("site");
        fs::create_dir_all(site.join("content/stories")).unwrap();
        for (out, expected) in [
            ("site/public", None),
            ("site/contents", None),
            ("other", None),
            ("site", Some(Refusal::HoldsSite)),
            ("site/../site/.", Some(Refusal::HoldsSite)),
            ("site/missing/..", Some(Refusal::HoldsSite)),
            (".", Some(Refusal::HoldsSite)),
            ("site/content", Some(Refusal::InSources)),
            ("site/content/stories", Some(Refusal::InSources)),
            ("site/i18n/new/folder", Some(Refusal::InSources)),
            ("site/themes", Some(Refusal::InSources)),
            ("site/.git/public", Some(Refusal::NotOurs)),
            ("site/public/.apologue", Some(Refusal::NotOurs)),
        ] {
            assert_eq!(refusal(&dir.path().join(out), &site), expected, "{out}");
        }
    }

    #[test]
    fn the_top_of_a_disk_and_the_home_folder_are_refused() {
        let dir = tempfile::tempdir().unwrap();
        for out in ["/", "/home", "/home/ana", "/home/ana/x/.."] {
            assert_eq!(refusal(Path::new(out), dir.path()), Some(Refusal::TooHigh), "{out}");
        }
        assert_eq!(refusal(Path::new("/home/ana/public"), dir.path()), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_judged_by_where_it_leads() {
        use std::os::unix::fs::symlink;
        let dir = tempfile::tempdir().unwrap();
        let site = dir.path().join("site");
        fs::create_dir_all(site.join("content")).unwrap();
        fs::create_dir(dir.path().join("www")).unwrap();
        fs::write(dir.path().join("file"), "").unwrap();
        for (target, expected) in [
            ("www", None),
            ("site", Some(Refusal::HoldsSite)),
            ("site/content", Some(Refusal::InSources)),
            ("nowhere", Some(Refusal::NoFolder)),
            ("file", Some(Refusal::NoFolder)),
            ("link", Some(Refusal::NoFolder)),
        ] {
            let link = dir.path().join("link");
            symlink(dir.path().join(target), &link).unwrap();
            assert_eq!(refusal(&link, &site), expected, "{target}");
            fs::remove_file(link).unwrap();
        }
        assert_eq!(refusal(&dir.path().join("file"), &site), Some(Refusal::NoFolder));
        assert_eq!(refusal(&dir.path().join("file/public"), &site), Some(Refusal::NoFolder));
    }

    #[test]
    fn a_folder_inside_missing_ones_appears_by_its_topmost() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(first_missing(&dir.path().join("a/b/c")), Some(&*dir.path().join("a")));
        assert_eq!(first_missing(dir.path()), None);
        assert_eq!(workshop(Path::new("/x/public")), Some(PathBuf::from("/x/.public.apologue")));
        assert_eq!(workshop(Path::new("/")), None);
    }
}
