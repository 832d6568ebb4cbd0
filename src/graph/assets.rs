//! The files that texts show: found by path or by name, preferred in the reader's language.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::OnceLock;

use crate::base::diagnostic::Diagnostic;
use crate::base::hash::Hash;
use crate::base::language::Language;
use crate::base::path::{SitePath, join};
use crate::base::vocabulary::Vocabulary;
use crate::source::Binary;

/// The files under `content/` that texts can show.
#[derive(Debug, Default)]
pub struct Assets {
    /// By path below `content/`.
    by_path: BTreeMap<String, Binary>,
    /// By the file's name alone.
    by_name: BTreeMap<String, Vec<SitePath>>,
    languages: Vec<Language>,
    /// The paths, for suggestions; most sites need none.
    vocabulary: OnceLock<Vocabulary>,
}

impl Assets {
    /// Collects the files of a site.
    pub fn new(files: &[Binary], languages: &[Language]) -> Assets {
        let mut assets = Assets { languages: languages.to_vec(), ..Assets::default() };
        for file in files {
            assets.by_path.insert(below_content(&file.path).to_owned(), file.clone());
            assets.by_name.entry(file.path.file_name().to_owned()).or_default().push(SitePath::new(below_content(&file.path)));
        }
        assets
    }

    /// The file at a path as it is written: without a reader's language in it. A path that exists in some
    /// language only (`counter.es.jpg` for `counter.jpg`) is found too.
    pub fn find(&self, path: &str) -> Option<SitePath> {
        let in_some_language = || self.languages.iter().any(|language| self.by_path.contains_key(tagged(path, *language).as_str()));
        (self.by_path.contains_key(path) || in_some_language()).then(|| SitePath::new(path))
    }

    /// The file that a text in `folder` means by its name alone: beside the text, else the first of that name.
    pub fn find_anywhere(&self, folder: &str, name: &str) -> Option<SitePath> {
        let beside = join(folder, name).and_then(|path| self.find(&path));
        let elsewhere = || self.by_name.get(name).and_then(|files| files.first()).cloned();
        beside.or_else(elsewhere)
    }

    /// The file for a reader: that of the first of these languages that has one of its own, else the common one, else any language's.
    pub fn for_reader(&self, path: &str, chain: &[Language]) -> Option<&Binary> {
        let own = chain.first().and_then(|language| self.by_path.get(tagged(path, *language).as_str()));
        let common = || self.by_path.get(path);
        let other = || chain.iter().find_map(|language| self.by_path.get(tagged(path, *language).as_str()));
        own.or_else(common).or_else(other)
    }

    /// The subtitles that lie beside a film: `clip.es.vtt` beside `clip.mp4`, or beside `clip.es.mp4`, which Spanish readers get instead.
    pub fn subtitles(&self, film: &str) -> impl Iterator<Item = (Language, &Binary)> {
        let stem = film.rsplit_once('.').filter(|(_, extension)| is_film(extension)).map(|(stem, _)| format!("{stem}."));
        stem.into_iter().flat_map(|stem| {
            let files = self.by_path.range::<str, _>((Bound::Included(stem.as_str()), Bound::Unbounded));
            let files = files.take_while({
                let stem = stem.clone();
                move |(path, _)| path.starts_with(&stem)
            });
            files.filter_map(move |(path, file)| Some((path[stem.len()..].strip_suffix(".vtt")?.parse().ok()?, file)))
        })
    }

    /// Suggests the path that a wrong one can have meant.
    pub fn suggest(&self, mut problem: Diagnostic, wrong: &str) -> Diagnostic {
        problem.suggestion = self.vocabulary.get_or_init(|| self.by_path.keys().map(String::as_str).collect()).nearest(wrong);
        problem
    }
}

/// The address under which a file is published: its name, with a hash so that it can be kept for ever.
pub fn address(path: &SitePath, hash: Hash) -> String {
    match path.file_name().rsplit_once('.') {
        Some((stem, extension)) => format!("assets/{stem}.{}.{}", hash.short(), extension.to_lowercase()),
        None => format!("assets/{}.{}", path.file_name(), hash.short()),
    }
}

/// How wide smaller copies of a picture are: for a phone, for a sharp phone or a page, for a sharp page.
const WIDTHS: [u32; 3] = [480, 960, 1600];

/// A smaller copy of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureCopy {
    /// In pixels.
    pub width: u32,
    /// Where it is published.
    pub address: String,
}

/// The smaller copies of a file, the narrowest first: none of what is small, moves or cannot be scaled.
pub fn copies(file: &Binary) -> impl DoubleEndedIterator<Item = PictureCopy> + use<> {
    let (path, hash) = (file.path.clone(), file.hash);
    let width = file.picture.filter(|picture| picture.scales).map_or(0, |picture| picture.width);
    // One that is hardly smaller would save nothing.
    WIDTHS.into_iter().filter(move |copy| copy + copy / 8 < width).map(move |width| {
        let whole = address(&path, hash);
        let (stem, extension) = whole.rsplit_once('.').unwrap_or((&whole, ""));
        PictureCopy { width, address: format!("{stem}.{width}.{extension}") }
    })
}

fn is_film(extension: &str) -> bool {
    ["m4v", "mov", "mp4", "ogv", "webm"].iter().any(|film| extension.eq_ignore_ascii_case(film))
}

fn below_content(path: &SitePath) -> &str {
    path.strip_prefix("content/").unwrap_or(path)
}

/// `counter.jpg` → `counter.es.jpg`
fn tagged(path: &str, language: Language) -> String {
    match path.rsplit_once('.') {
        Some((stem, extension)) if !extension.contains('/') => format!("{stem}.{language}.{extension}"),
        _ => format!("{path}.{language}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_preferred_in_the_readers_language() {
        let file = |path: &str| Binary { path: SitePath::new(path), hash: Hash::of(path.as_bytes()), picture: None };
        let files = [file("content/a/counter.jpg"), file("content/a/counter.es.jpg"), file("content/b/only.ru.png")];
        let [es, ru] = ["es", "ru"].map(|tag| tag.parse::<Language>().unwrap());
        let assets = Assets::new(&files, &[es, ru]);
        assert_eq!(&*assets.for_reader("a/counter.jpg", &[es, ru]).unwrap().path, "content/a/counter.es.jpg");
        assert_eq!(&*assets.for_reader("a/counter.jpg", &[ru, es]).unwrap().path, "content/a/counter.jpg");
        assert_eq!(assets.find("b/only.png").unwrap().as_str(), "b/only.png");
        assert_eq!(&*assets.for_reader("b/only.png", &[es, ru]).unwrap().path, "content/b/only.ru.png");
        assert_eq!(assets.find("counter.jpg"), None);
    }

    #[test]
    fn subtitles_lie_beside_their_film() {
        let file = |path: &str| Binary { path: SitePath::new(path), hash: Hash::of(path.as_bytes()), picture: None };
        let paths = ["a/clip.mp4", "a/clip.es.vtt", "a/clip.he.vtt", "a/clip.vtt", "a/clip.old one.vtt", "a/clips.ru.vtt", "clip.it.vtt"];
        let files = paths.map(|path| file(&format!("content/{path}")));
        let assets = Assets::new(&files, &[]);
        let tracks: Vec<String> = assets.subtitles("a/clip.mp4").map(|(language, file)| format!("{language} {}", file.path)).collect();
        assert_eq!(tracks, ["es content/a/clip.es.vtt", "he content/a/clip.he.vtt"]);
        assert_eq!(assets.subtitles("a/clip.pdf").count(), 0);
    }

    #[test]
    fn copies_are_narrower_than_the_picture() {
        use crate::base::picture::Picture;
        let of = |width, scales| {
            let picture = Some(Picture { width, height: 9, scales });
            let file = Binary { path: SitePath::new("content/a/Прилавок.JPG"), hash: Hash::of(b""), picture };
            copies(&file).map(|copy| copy.width).collect::<Vec<_>>()
        };
        assert!(of(400, true).is_empty() && of(500, true).is_empty());
        assert_eq!(of(1000, true), [480]);
        assert_eq!(of(4000, true), WIDTHS);
        assert!(of(4000, false).is_empty());
        let picture = Some(Picture { width: 600, height: 9, scales: true });
        let file = Binary { path: SitePath::new("content/a/Прилавок.JPG"), hash: Hash::of(b""), picture };
        let address = copies(&file).next().unwrap().address;
        assert_eq!(address, format!("assets/Прилавок.{}.480.jpg", file.hash.short()));
    }

    #[test]
    fn a_name_alone_means_the_file_beside_the_text_before_any_other() {
        let file = |path: &str| Binary { path: SitePath::new(path), hash: Hash::of(path.as_bytes()), picture: None };
        let files = [file("content/a/c.jpg"), file("content/b/c.jpg")];
        let assets = Assets::new(&files, &[]);
        assert_eq!(assets.find_anywhere("b", "c.jpg").unwrap().as_str(), "b/c.jpg");
        assert_eq!(assets.find_anywhere("x", "c.jpg").unwrap().as_str(), "a/c.jpg");
        assert_eq!(assets.find_anywhere("b", "d.jpg"), None);
    }
}
