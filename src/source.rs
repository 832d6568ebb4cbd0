//! Floor 1: the only reader. One walk over the site's folder, then all files at once on every core.
#![allow(clippy::disallowed_methods, reason = "this is the module that reads")]

mod stamps;

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::io::{self, Read};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::base::bytes::{ByteSet, is_control};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::hash::Hash;
use crate::base::path::SitePath;
use crate::base::picture::{self, Picture};
use crate::base::text::{Place, Span, Text};
pub use stamps::{Stamp, Stamps, ctime, is_fresh, mtime};

/// A text above this many bytes is no text of a site; images and other assets may be of any size.
const LARGEST_TEXT: u64 = 16 * 1024 * 1024;

/// So many of Git's conflicts in one file are enough to know; each costs a walk to its place.
const MOST_CONFLICTS: usize = 100;

/// Everything that a site's folder holds, in the order of the paths.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The site's folder.
    pub root: PathBuf,
    /// `site.yaml`; `None` where it is absent or unreadable, which `problems` then says.
    pub config: Option<Text>,
    /// The Markdown files under `content/`.
    pub texts: Vec<Text>,
    /// The files under `content/.translated-from/`: what translations were made from.
    pub snapshots: Vec<Text>,
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
    pub theme_files: Vec<(SitePath, Arc<[u8]>)>,
    /// What could not be read.
    pub problems: Vec<Diagnostic>,
    /// What those looked like that could be read.
    pub stamps: Stamps,
}

/// A file that is published without a look into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binary {
    /// Where it stands.
    pub path: SitePath,
    /// The hash of its bytes.
    pub hash: Hash,
    /// Its size, of a picture that texts can show.
    pub picture: Option<Picture>,
}

/// A site's folder: which files it holds, before any of them is read.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    /// All files that belong to a site, `site.yaml` excepted, in the order of the paths.
    files: Vec<SitePath>,
    problems: Vec<Diagnostic>,
    stamps: Stamps,
}

/// Looks into a site's folder.
///
/// # Errors
/// The folder itself cannot be read.
pub fn look(root: &Path) -> io::Result<Folder> {
    let stamps = Stamps::begin();
    let root = fs::canonicalize(root)?;
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    for top in ["content", "i18n", "themes"] {
        walk(&root, top, &mut files, &mut problems);
    }
    files.retain(|path| shelf(path).is_some());
    files.sort_unstable();
    Ok(Folder { root, files, problems, stamps })
}

impl Folder {
    /// Whether it holds the same files with the same bytes as when these stamps were taken.
    pub fn is_unchanged(&self, stamps: &Stamps) -> bool {
        let config = SitePath::new("site.yaml");
        self.problems.is_empty() && stamps.hold(&self.root, self.files.iter().chain([&config]).collect())
    }

    /// Reads all files.
    ///
    /// What is wrong with single files is in [`Sources::problems`]. Of files that are published as they are, only those are read that do
    /// not look as `known` says.
    pub fn read(self, known: Option<&Stamps>) -> Sources {
        self.read_known(known.map(|stamps| Earlier { stamps, texts: HashMap::new() }).as_ref())
    }

    fn read_known(self, known: Option<&Earlier>) -> Sources {
        let Folder { root, files, mut problems, mut stamps } = self;
        let config_path = SitePath::new("site.yaml");
        let mut sources = Sources { root: root.clone(), ..Sources::default() };
        match read_text(&root, &config_path) {
            Ok((text, stamp)) => {
                sources.config = Some(text);
                stamps.files.insert(config_path, stamp);
            }
            Err(_) if !root.join("site.yaml").exists() => {
                problems.push(Diagnostic::new(Code::NoSite).arg("path", root.display()).at(Place::file(config_path)));
            }
            Err(problem) => problems.push(*problem),
        }
        let read: Vec<Result<(Shelf, Loaded, Stamp), Box<Diagnostic>>> =
            files.par_iter().filter_map(|path| load(&root, path, known).transpose()).collect();
        for (path, file) in files.into_iter().zip(read) {
            match file {
                Ok((shelf, loaded, stamp)) => {
                    stamps.files.insert(path, stamp);
                    sources.put(shelf, loaded);
                }
                Err(problem) => problems.push(*problem),
            }
        }
        let texts = sources.texts.iter().chain(&sources.snapshots).chain(&sources.data).chain(&sources.strings).chain(&sources.config);
        let texts: Vec<&Text> = texts.collect();
        problems.par_extend(texts.into_par_iter().flat_map_iter(conflicts));
        sources.stamps = stamps;
        sources.problems = problems;
        sources
    }

    /// The same, with what was read before taken over for files that look as they did then.
    pub fn read_over(self, earlier: &Sources) -> Sources {
        let texts = earlier.texts.iter().chain(&earlier.snapshots).chain(&earlier.data).chain(&earlier.strings).chain(&earlier.drawings);
        let texts: HashMap<&SitePath, &Text> = texts.map(|text| (&text.path, text)).collect();
        let known = Earlier { stamps: &earlier.stamps, texts };
        self.read_known(Some(&known))
    }
}

/// What is known of a site's files from an earlier time.
struct Earlier<'a> {
    stamps: &'a Stamps,
    texts: HashMap<&'a SitePath, &'a Text>,
}

impl Earlier<'_> {
    /// A text that was read before and looks the same.
    fn text(&self, root: &Path, path: &SitePath) -> Option<(Text, Stamp)> {
        let text = *self.texts.get(path)?;
        let meta = fs::metadata(root.join(path.as_str())).ok()?;
        Some((text.clone(), self.stamps.known(path, &meta)?))
    }
}

impl Sources {
    /// Reads some texts again, if that is all that there is to do: `None` if one of the files is no text that was read before, or cannot
    /// be read any more. Otherwise whether any of them says something else.
    pub fn reread(&mut self, paths: &BTreeSet<SitePath>) -> Option<bool> {
        let mut read = Vec::with_capacity(paths.len());
        for path in paths {
            let at = self.texts.iter().position(|text| text.path == *path)?;
            read.push((at, read_text(&self.root, path).ok()?));
        }
        let mut changed = false;
        for (at, (text, stamp)) in read {
            if text.text != self.texts[at].text {
                if conflicts(&text).next().is_some() || conflicts(&self.texts[at]).next().is_some() {
                    return None;
                }
                changed = true;
                self.texts[at] = text.clone();
            }
            self.stamps.files.insert(text.path, stamp);
        }
        Some(changed)
    }

    /// Whether two readings came to the same.
    pub fn say_the_same(&self, other: &Sources) -> bool {
        let hashes = |sources: &Sources| -> Vec<(SitePath, Hash)> {
            sources.stamps.files.iter().map(|(path, stamp)| (path.clone(), stamp.hash)).collect()
        };
        self.problems == other.problems && hashes(self) == hashes(other)
    }

    fn put(&mut self, shelf: Shelf, loaded: Loaded) {
        match (shelf, loaded) {
            (Shelf::Text, Loaded::Text(text)) => self.texts.push(text),
            (Shelf::Snapshot, Loaded::Text(text)) => self.snapshots.push(text),
            (Shelf::Data, Loaded::Text(text)) => self.data.push(text),
            (Shelf::Strings, Loaded::Text(text)) => self.strings.push(text),
            (Shelf::Static, Loaded::Binary(file)) => self.statics.push(file),
            (Shelf::Asset, Loaded::Binary(file)) => self.assets.push(file),
            (Shelf::Asset, Loaded::Drawing(file, text)) => {
                self.assets.push(file);
                self.drawings.push(text);
            }
            (_, Loaded::Bytes(path, bytes)) => self.theme_files.push((path, bytes)),
            _ => {}
        }
    }
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
    Snapshot,
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
    Bytes(SitePath, Arc<[u8]>),
}

fn shelf(path: &SitePath) -> Option<Shelf> {
    match path.split_once('/')? {
        ("content", rest) if rest.starts_with("static/") => Some(Shelf::Static),
        ("content", rest) if rest.starts_with(".translated-from/") => (path.extension() == "md").then_some(Shelf::Snapshot),
        ("content", "themes.yaml" | "people.yaml" | "sources.yaml") => Some(Shelf::Data),
        ("content", _) if path.extension().eq_ignore_ascii_case("md") => Some(Shelf::Text),
        ("content", _) => Some(Shelf::Asset),
        ("i18n", _) if path.extension() == "ftl" => Some(Shelf::Strings),
        ("themes", _) => Some(Shelf::Theme),
        _ => None,
    }
}

fn load(root: &Path, path: &SitePath, known: Option<&Earlier>) -> Result<Option<(Shelf, Loaded, Stamp)>, Box<Diagnostic>> {
    let Some(shelf) = shelf(path) else { return Ok(None) };
    let (loaded, stamp) = match shelf {
        Shelf::Text | Shelf::Snapshot | Shelf::Data | Shelf::Strings => {
            let (text, stamp) = text_of(root, path, known)?;
            (Loaded::Text(text), stamp)
        }
        Shelf::Theme => {
            let (bytes, stamp) = read_bytes(root, path)?;
            (Loaded::Bytes(path.clone(), bytes.into()), stamp)
        }
        Shelf::Asset if path.extension().eq_ignore_ascii_case("svg") => {
            let (text, stamp) = text_of(root, path, known)?;
            let picture = picture::of_drawing(&text.text);
            (Loaded::Drawing(Binary { path: path.clone(), hash: Hash::of(text.text.as_bytes()), picture }, text), stamp)
        }
        Shelf::Static | Shelf::Asset => {
            let stamp = read_stamp(root, path, known)?;
            let picture = if shelf == Shelf::Asset { look_at_picture(root, path) } else { None };
            (Loaded::Binary(Binary { path: path.clone(), hash: stamp.hash, picture }), stamp)
        }
    };
    Ok(Some((shelf, loaded, stamp)))
}

fn text_of(root: &Path, path: &SitePath, known: Option<&Earlier>) -> Result<(Text, Stamp), Box<Diagnostic>> {
    match known.and_then(|known| known.text(root, path)) {
        Some(known) => Ok(known),
        None => read_text(root, path),
    }
}

fn read_bytes(root: &Path, path: &SitePath) -> Result<(Vec<u8>, Stamp), Box<Diagnostic>> {
    read_at_most(&root.join(path.as_str()), u64::MAX).map_err(|error| unreadable(path, &error))
}

/// The size of a picture. Its first bytes are looked at each time: that is quickly done, and nothing of it has to be remembered.
fn look_at_picture(root: &Path, path: &SitePath) -> Option<Picture> {
    if !picture::may_be(path.extension()) {
        return None;
    }
    let file = fs::File::open(root.join(path.as_str())).ok()?;
    let bytes = file.metadata().ok()?.len();
    picture::of(io::BufReader::with_capacity(2048, file), bytes)
}

/// Reads a file only if it does not look as it is known.
fn read_stamp(root: &Path, path: &SitePath, known: Option<&Earlier>) -> Result<Stamp, Box<Diagnostic>> {
    let file = root.join(path.as_str());
    let meta = fs::metadata(&file).map_err(|error| unreadable(path, &error))?;
    match known.and_then(|known| known.stamps.known(path, &meta)) {
        Some(stamp) => Ok(stamp),
        None => Stamp::of(&file).map_err(|error| unreadable(path, &error)),
    }
}

fn read_text(root: &Path, path: &SitePath) -> Result<(Text, Stamp), Box<Diagnostic>> {
    let (mut bytes, stamp) = read_at_most(&root.join(path.as_str()), LARGEST_TEXT).map_err(|error| unreadable(path, &error))?;
    let size = stamp.size;
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
                None => Ok((text, stamp)),
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

/// A file's bytes, none if they are more than these, and what the file looked like.
fn read_at_most(path: &Path, most: u64) -> io::Result<(Vec<u8>, Stamp)> {
    let file = fs::File::open(path)?;
    // What is written between this look and the reading looks newer than the stamp, and is read again the next time.
    let meta = file.metadata()?;
    let stamp = |size: u64, hash: Hash| Stamp { size, mtime: mtime(&meta), ctime: ctime(&meta), hash };
    if meta.len() > most {
        return Ok((Vec::new(), stamp(meta.len(), Hash::of(b""))));
    }
    // One byte more, so that the first read finds room for the end. A file would ask for its size again; what is taken of it does not.
    let mut bytes = Vec::with_capacity(meta.len() as usize + 1);
    file.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    let stamp = stamp(bytes.len() as u64, Hash::of(&bytes));
    Ok((bytes, stamp))
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
    let walk = WalkDir::new(&start).follow_links(true).into_iter().filter_entry(|entry| {
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

/// Names that begin with `.` or `_` are the author's own business, except for the snapshots of translations and under `content/static/`,
/// where servers want files such as `.well-known`; there only what file managers leave behind is passed over.
fn is_read(statics: &Path, entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    if entry.depth() == 0 {
        return true;
    }
    if matches!(&*name, ".DS_Store" | "Thumbs.db" | "desktop.ini" | ".git") {
        return false;
    }
    let snapshots = entry.depth() == 1 && name == ".translated-from";
    snapshots || !name.starts_with(['.', '_']) || entry.path().starts_with(statics)
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
