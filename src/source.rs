//! Floor 1: the only reader. One walk over the site's folder, then all files at once on every core.
#![allow(clippy::disallowed_methods, reason = "this is the module that reads")]

use std::fs;
use std::io::{self, Read};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::base::bytes::{ByteSet, is_control};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::hash::Hash;
use crate::base::path::SitePath;
use crate::base::text::{Place, Span, Text};

/// A text above this many bytes is no text of a site; images and other assets may be of any size.
const LARGEST_TEXT: u64 = 16 * 1024 * 1024;

/// So many of Git's conflicts in one file are enough to know; each costs a walk to its place.
const MOST_CONFLICTS: usize = 100;

/// Everything that a site's folder holds, in the order of the paths.
#[derive(Debug, Default)]
pub struct Sources {
    /// The site's folder.
    pub root: PathBuf,
    /// `site.yaml`; `None` where it is absent or unreadable, which `problems` then says.
    pub config: Option<Text>,
    /// The Markdown files under `content/`.
    pub texts: Vec<Text>,
    /// `content/themes.yaml`, `people.yaml` and `sources.yaml`, as far as they are there.
    pub data: Vec<Text>,
    /// All other files under `content/`.
    pub assets: Vec<Binary>,
    /// The text of those among `assets` that are SVG: pictures that could do more than show.
    pub drawings: Vec<Text>,
    /// The files under `content/static/`, which are published as they are.
    pub statics: Vec<Binary>,
    /// The `.ftl` files under `i18n/`.
    pub strings: Vec<Text>,
    /// The files under `themes/`.
    pub theme_files: Vec<(SitePath, Vec<u8>)>,
    /// What could not be read.
    pub problems: Vec<Diagnostic>,
}

/// A file that is published without a look into it.
#[derive(Clone, Debug)]
pub struct Binary {
    /// Where it stands.
    pub path: SitePath,
    /// The hash of its bytes.
    pub hash: Hash,
}

/// Reads a site.
///
/// What is wrong with single files is in [`Sources::problems`].
///
/// # Errors
/// The folder itself cannot be read.
pub fn read(root: &Path) -> io::Result<Sources> {
    let root = fs::canonicalize(root)?;
    let mut problems = Vec::new();
    let mut files = Vec::new();
    for top in ["content", "i18n", "themes"] {
        walk(&root, top, &mut files, &mut problems);
    }
    let config_path = SitePath::new("site.yaml");
    let mut sources = Sources { root: root.clone(), ..Sources::default() };
    match read_text(&root, &config_path) {
        Ok(text) => sources.config = Some(text),
        Err(problem) if !root.join("site.yaml").exists() => {
            let _ = problem;
            problems.push(Diagnostic::new(Code::NoSite).arg("path", root.display()).at(Place::file(config_path)));
        }
        Err(problem) => problems.push(*problem),
    }
    let read: Vec<Result<(Shelf, Loaded), Box<Diagnostic>>> = files.par_iter().filter_map(|path| load(&root, path).transpose()).collect();
    for file in read {
        match file {
            Ok((Shelf::Text, Loaded::Text(text))) => sources.texts.push(text),
            Ok((Shelf::Data, Loaded::Text(text))) => sources.data.push(text),
            Ok((Shelf::Strings, Loaded::Text(text))) => sources.strings.push(text),
            Ok((Shelf::Static, Loaded::Binary(file))) => sources.statics.push(file),
            Ok((Shelf::Asset, Loaded::Binary(file))) => sources.assets.push(file),
            Ok((Shelf::Asset, Loaded::Drawing(file, text))) => {
                sources.assets.push(file);
                sources.drawings.push(text);
            }
            Ok((_, Loaded::Bytes(path, bytes))) => sources.theme_files.push((path, bytes)),
            Ok(_) => {}
            Err(problem) => problems.push(*problem),
        }
    }
    let texts = sources.texts.iter().chain(&sources.data).chain(&sources.strings).chain(&sources.config);
    problems.extend(texts.collect::<Vec<_>>().into_par_iter().flat_map_iter(|text| conflicts(text)).collect::<Vec<_>>());
    sources.problems = problems;
    Ok(sources)
}

fn conflicts(text: &Text) -> impl Iterator<Item = Diagnostic> {
    text.conflicts().take(MOST_CONFLICTS).map(|span| Diagnostic::new(Code::ConflictMarks).at(text.place(span)))
}

/// The bytes of one file, for whoever publishes it.
///
/// # Errors
/// The file has gone or cannot be read.
pub fn bytes(root: &Path, path: &SitePath) -> io::Result<Vec<u8>> {
    fs::read(root.join(path.as_str()))
}

/// The nearest folder, from this one upwards, that holds a `site.yaml`.
pub fn find_root(from: &Path) -> Option<PathBuf> {
    from.ancestors().find(|folder| folder.join("site.yaml").is_file()).map(Path::to_path_buf)
}

/// Whether a folder is not there yet, or holds nothing but hidden files such as `.git`.
///
/// # Errors
/// It is no folder, or cannot be read.
pub fn is_vacant(folder: &Path) -> io::Result<bool> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(true),
        entries => entries?,
    };
    for entry in entries {
        if !entry?.file_name().to_string_lossy().starts_with('.') {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Where a file of a site belongs.
#[derive(Clone, Copy, PartialEq)]
enum Shelf {
    Text,
    Data,
    Asset,
    Static,
    Strings,
    Theme,
}

enum Loaded {
    Text(Text),
    Binary(Binary),
    Drawing(Binary, Text),
    Bytes(SitePath, Vec<u8>),
}

fn shelf(path: &SitePath) -> Option<Shelf> {
    match path.split_once('/')? {
        ("content", rest) if rest.starts_with("static/") => Some(Shelf::Static),
        ("content", "themes.yaml" | "people.yaml" | "sources.yaml") => Some(Shelf::Data),
        ("content", _) if path.extension().eq_ignore_ascii_case("md") => Some(Shelf::Text),
        ("content", _) => Some(Shelf::Asset),
        ("i18n", _) if path.extension() == "ftl" => Some(Shelf::Strings),
        ("themes", _) => Some(Shelf::Theme),
        _ => None,
    }
}

fn load(root: &Path, path: &SitePath) -> Result<Option<(Shelf, Loaded)>, Box<Diagnostic>> {
    let Some(shelf) = shelf(path) else { return Ok(None) };
    let loaded = match shelf {
        Shelf::Text | Shelf::Data | Shelf::Strings => Loaded::Text(read_text(root, path)?),
        Shelf::Theme => Loaded::Bytes(path.clone(), bytes(root, path).map_err(|error| unreadable(path, &error))?),
        Shelf::Asset if path.extension().eq_ignore_ascii_case("svg") => {
            let text = read_text(root, path)?;
            Loaded::Drawing(Binary { path: path.clone(), hash: Hash::of(text.text.as_bytes()) }, text)
        }
        Shelf::Static | Shelf::Asset => {
            let bytes = bytes(root, path).map_err(|error| unreadable(path, &error))?;
            Loaded::Binary(Binary { path: path.clone(), hash: Hash::of(&bytes) })
        }
    };
    Ok(Some((shelf, loaded)))
}

fn read_text(root: &Path, path: &SitePath) -> Result<Text, Box<Diagnostic>> {
    let (size, mut bytes) = read_at_most(&root.join(path.as_str()), LARGEST_TEXT).map_err(|error| unreadable(path, &error))?;
    if size > LARGEST_TEXT {
        return Err(Box::new(
            Diagnostic::new(Code::FileTooLarge)
                .at(Place::file(path.clone()))
                .arg("size", size / 1024 / 1024)
                .arg("limit", LARGEST_TEXT / 1024 / 1024),
        ));
    }
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    match String::from_utf8(bytes) {
        Ok(text) => {
            let text = Text::new(path.clone(), text);
            match forbidden(&text.text) {
                None => Ok(text),
                Some((at, c)) => {
                    let problem = Diagnostic::new(Code::ControlCharacter).at(text.place(Span::new(at..at + c.len_utf8())));
                    Err(Box::new(problem.arg("character", format!("U+{:04X}", u32::from(c)))))
                }
            }
        }
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let text = Text::new(path.clone(), String::from_utf8_lossy(error.as_bytes()).into_owned());
            Err(Box::new(Diagnostic::new(Code::NotUtf8).at(text.place(Span::new(valid..valid + 3)))))
        }
    }
}

/// A file's size, and its bytes unless they are more than these.
fn read_at_most(path: &Path, most: u64) -> io::Result<(u64, Vec<u8>)> {
    let file = fs::File::open(path)?;
    let size = file.metadata()?.len();
    if size > most {
        return Ok((size, Vec::new()));
    }
    // One byte more, so that the first read finds room for the end. A file would ask for its size again; what is taken of it does not.
    let mut bytes = Vec::with_capacity(size as usize + 1);
    file.take(most + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64, bytes))
}

/// How that begins which is forbidden.
const SUSPECT: ByteSet = ByteSet::CONTROL.without(b"\t\n\r");

/// The first character that neither HTML nor XML can carry (XML 1.0, section 2.2): control characters other than tabs and line ends, and
/// noncharacters.
fn forbidden(text: &str) -> Option<(usize, char)> {
    let mut suspects = SUSPECT.places(text.as_bytes()).filter_map(|at| text[at..].chars().next().map(|c| (at, c)));
    suspects.find(|(_, c)| is_control(*c) && *c != '\u{85}')
}

fn unreadable(path: &SitePath, error: &io::Error) -> Box<Diagnostic> {
    Box::new(Diagnostic::new(Code::UnreadableFile).at(Place::file(path.clone())).arg("reason", error))
}

fn walk(root: &Path, top: &str, files: &mut Vec<SitePath>, problems: &mut Vec<Diagnostic>) {
    let start = root.join(top);
    if !start.exists() {
        return;
    }
    let statics = root.join("content").join("static");
    let mut outside = Vec::new();
    let walk = WalkDir::new(&start).follow_links(true).sort_by_file_name().into_iter().filter_entry(|entry| {
        let stays = !entry.path_is_symlink() || fs::canonicalize(entry.path()).is_ok_and(|target| target.starts_with(root));
        if !stays {
            outside.push(entry.path().to_path_buf());
        }
        stays && is_read(&statics, entry)
    });
    for entry in walk {
        match entry {
            Ok(entry) if entry.file_type().is_file() => match site_path(root, entry.path()) {
                Some(path) if is_conflict_copy(path.file_name()) => {
                    problems.push(Diagnostic::new(Code::ConflictCopy).arg("name", path.file_name()).at(Place::file(path)));
                }
                Some(path) => files.push(path),
                None => problems.push(invalid_name(root, entry.path())),
            },
            Ok(_) => {}
            Err(error) => {
                let path = error.path().map(|path| lossy_path(root, path)).unwrap_or_else(|| SitePath::new(top));
                problems.push(Diagnostic::new(Code::UnreadableFile).at(Place::file(path)).arg("reason", &error));
            }
        }
    }
    problems.extend(outside.iter().map(|path| Diagnostic::new(Code::LinkLeavesSite).at(Place::file(lossy_path(root, path)))));
}

/// Names that begin with `.` or `_` are the author's own business, except under `content/static/`, where servers want files such as
/// `.well-known`; there only what file managers leave behind is passed over.
fn is_read(statics: &Path, entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    if entry.depth() == 0 {
        return true;
    }
    if matches!(&*name, ".DS_Store" | "Thumbs.db" | "desktop.ini" | ".git") {
        return false;
    }
    !name.starts_with(['.', '_']) || entry.path().starts_with(statics)
}

/// The habits of Dropbox, Nextcloud, Syncthing, Git and editors.
fn is_conflict_copy(name: &str) -> bool {
    let lower = name.to_lowercase();
    lower.ends_with('~')
        || lower.ends_with(".orig")
        || lower.ends_with(".rej")
        || lower.contains("conflicted copy")
        || lower.contains(".sync-conflict-")
        || lower.contains(" - copy.")
        || lower.starts_with("copy of ")
        || (lower.ends_with(").md")
            && lower.rsplit_once(" (").is_some_and(|(_, rest)| rest.trim_end_matches(").md").bytes().all(|b| b.is_ascii_digit())))
}

fn invalid_name(root: &Path, path: &Path) -> Diagnostic {
    let path = lossy_path(root, path);
    Diagnostic::new(Code::InvalidName).arg("name", path.file_name()).arg("rule", "not-utf8").arg("character", "").at(Place::file(path))
}

fn site_path(root: &Path, path: &Path) -> Option<SitePath> {
    let relative = path.strip_prefix(root).ok()?;
    Some(SitePath::new(relative.to_str()?.replace(MAIN_SEPARATOR, "/")))
}

fn lossy_path(root: &Path, path: &Path) -> SitePath {
    let relative = path.strip_prefix(root).unwrap_or(path);
    SitePath::new(relative.to_string_lossy().replace('\\', "/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_that_other_programs_leave_are_recognised() {
        for name in [
            "a.md~",
            "a (conflicted copy 2026-01-01).md",
            "a.sync-conflict-20260101-AB.md",
            "a.md.orig",
            "a - Copy.md",
            "Copy of a.md",
            "a (1).md",
        ] {
            assert!(is_conflict_copy(name), "{name}");
        }
        for name in ["a.md", "copying.md", "a (draft).md", "истории.md"] {
            assert!(!is_conflict_copy(name), "{name}");
        }
    }
}
