//! What a link names, from how it is written.

use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::language::Language;
use crate::base::path::{encode, join};
use crate::document::Target;

/// What an address leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Destination {
    /// A page of the site, a heading, or an address outside.
    Link(Target),
    /// A file of the site.
    Asset {
        /// Below `content/`.
        path: String,
        /// Only a name was given.
        anywhere: bool,
    },
}

/// Why an address is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum BadAddress {
    /// It is empty.
    Empty,
    /// It begins with a slash.
    FromRoot,
    /// It leads outside without saying how: `//host`.
    NoScheme,
    /// It leads outside where only a file of the site can stand.
    Remote,
    /// Its scheme, which is not allowed.
    Scheme(String),
}

impl BadAddress {
    /// What is said of it.
    pub(super) fn diagnostic(self, address: &str) -> Diagnostic {
        match self {
            BadAddress::Empty => Diagnostic::new(Code::EmptyLink),
            BadAddress::FromRoot => Diagnostic::new(Code::LinkFromRoot).arg("address", address),
            BadAddress::NoScheme => Diagnostic::new(Code::ForbiddenScheme).arg("scheme", "").arg("problem", "none"),
            BadAddress::Remote => Diagnostic::new(Code::ForbiddenScheme).arg("scheme", "https").arg("problem", "file"),
            BadAddress::Scheme(scheme) => Diagnostic::new(Code::ForbiddenScheme).arg("scheme", scheme).arg("problem", "scheme"),
        }
    }
}

/// Schemes that a text may link to.
const SCHEMES: &[&str] = &["http", "https", "mailto", "tel"];

/// Endings of files that are no pages.
const FILES: &[&str] = &[
    "7z", "aac", "avif", "bmp", "csv", "doc", "docx", "epub", "flac", "gif", "gz", "ics", "jpeg", "jpg", "json", "key", "m4a", "m4v",
    "mov", "mp3", "mp4", "numbers", "odp", "ods", "odt", "ogg", "ogv", "opus", "pages", "pdf", "png", "ppt", "pptx", "rtf", "srt", "svg",
    "tar", "txt", "vtt", "wav", "webm", "webp", "xls", "xlsx", "xml", "zip",
];

/// Reads the address of `[text](address)`, relative to the text's folder.
pub(super) fn markdown(address: &str, folder: &str) -> Result<Destination, BadAddress> {
    // Browsers drop these before they look at an address, so that `java\tscript:` is `javascript:`.
    let cleaned: String = address.trim_matches(|c: char| c <= ' ').chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    if cleaned.is_empty() {
        return Err(BadAddress::Empty);
    }
    if let Some(scheme) = scheme(&cleaned) {
        return external(&cleaned, &scheme);
    }
    // Windows writes paths with backslashes, and browsers take them for slashes.
    let cleaned = cleaned.replace('\\', "/");
    if cleaned.starts_with("//") {
        return Err(BadAddress::NoScheme);
    }
    if cleaned.starts_with('/') {
        return Err(BadAddress::FromRoot);
    }
    let (path, heading) = split_heading(&cleaned);
    let path = decode(path.split('?').next().unwrap_or_default());
    let heading = heading.map(|heading| decode(&heading));
    Ok(match extension(&path) {
        _ if path.is_empty() => Destination::Link(Target::Heading(heading.unwrap_or_default())),
        Some(extension) if extension.eq_ignore_ascii_case("md") => {
            Destination::Link(Target::File { path: resolve(folder, &path), heading })
        }
        Some(_) => Destination::Asset { path: resolve(folder, &path), anywhere: false },
        None => Destination::Link(Target::Work { reference: resolve(folder, &path), heading }),
    })
}

/// Reads what stands in `[[…]]`, before a `|`.
pub(super) fn wiki(address: &str, languages: &[Language]) -> Result<Destination, BadAddress> {
    // In a table the `|` is written `\|`.
    let address = address.trim_end_matches('\\').trim();
    if address.is_empty() || address == "#" {
        return Err(BadAddress::Empty);
    }
    if address.contains("://") || scheme(address).is_some_and(|scheme| matches!(scheme.as_str(), "mailto" | "tel" | "javascript" | "data"))
    {
        return markdown(address, "");
    }
    let (path, heading) = split_heading(address);
    let path = path.trim().replace('\\', "/");
    let path = path.trim_matches('/');
    if path.is_empty() {
        return Ok(Destination::Link(Target::Heading(heading.unwrap_or_default())));
    }
    if extension(path).is_some_and(|extension| FILES.contains(&extension.to_ascii_lowercase().as_str())) {
        return Ok(Destination::Asset { path: path.to_owned(), anywhere: !path.contains('/') });
    }
    let reference = path.strip_suffix(".md").map_or(path, |stem| {
        let tag = extension(stem).and_then(|tag| tag.parse::<Language>().ok()).filter(|tag| languages.contains(tag));
        tag.and_then(|_| stem.rsplit_once('.')).map_or(stem, |(stem, _)| stem)
    });
    Ok(Destination::Link(Target::Work { reference: reference.to_owned(), heading }))
}

/// What a file is shown as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Media {
    Image,
    Audio,
    Video,
    Other,
}

/// From the ending of the file's name.
pub(super) fn media(path: &str) -> Media {
    match extension(path).unwrap_or_default().to_ascii_lowercase().as_str() {
        "avif" | "bmp" | "gif" | "jpeg" | "jpg" | "png" | "svg" | "webp" => Media::Image,
        "aac" | "flac" | "m4a" | "mp3" | "ogg" | "opus" | "wav" => Media::Audio,
        "m4v" | "mov" | "mp4" | "ogv" | "webm" => Media::Video,
        _ => Media::Other,
    }
}

/// `path#heading`; Obsidian's `#^block` names a block by its id.
fn split_heading(address: &str) -> (&str, Option<String>) {
    match address.split_once('#') {
        Some((path, heading)) => (path, Some(heading.trim().trim_start_matches('^').to_owned()).filter(|heading| !heading.is_empty())),
        None => (address, None),
    }
}

fn extension(path: &str) -> Option<&str> {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map(|(_, extension)| extension).filter(|extension| !extension.is_empty() && !extension.contains(' '))
}

/// A path that climbs out of the content stays as it is written: nothing will be found there, and the message shows it.
fn resolve(folder: &str, path: &str) -> String {
    join(folder, path).unwrap_or_else(|| path.to_owned())
}

/// The scheme in lower case, as browsers find it.
fn scheme(address: &str) -> Option<String> {
    let (scheme, _) = address.split_once(':')?;
    let mut bytes = scheme.bytes();
    let valid = bytes.next().is_some_and(|b| b.is_ascii_alphabetic()) && bytes.all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    valid.then(|| scheme.to_ascii_lowercase())
}

fn external(address: &str, scheme: &str) -> Result<Destination, BadAddress> {
    if !SCHEMES.contains(&scheme) {
        return Err(BadAddress::Scheme(scheme.to_owned()));
    }
    let rest = &address[scheme.len() + 1..];
    if scheme.starts_with("http") {
        let host = rest.trim_start_matches(['/', '\\']).split(['/', '\\', '?', '#']).next().unwrap_or_default();
        if host.is_empty() {
            return Err(BadAddress::Empty);
        }
        return Ok(Destination::Link(Target::External(format!("{scheme}://{}", tidy(rest.trim_start_matches(['/', '\\']))))));
    }
    if rest.is_empty() {
        return Err(BadAddress::Empty);
    }
    Ok(Destination::Link(Target::External(format!("{scheme}:{}", tidy(rest)))))
}

/// Encodes what may not stand in an address, and leaves what is encoded already.
fn tidy(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    let bytes = address.as_bytes();
    let host_end = address.find('/').unwrap_or(address.len());
    for (i, c) in address.char_indices() {
        let hex = |n: usize| bytes.get(i + n).is_some_and(u8::is_ascii_hexdigit);
        match c {
            '%' if hex(1) && hex(2) => out.push('%'),
            '?' | '#' | '&' | ':' => out.push(c),
            '[' | ']' if i < host_end => out.push(c),
            '\\' => out.push('/'),
            c => out.push_str(&encode(c.encode_utf8(&mut [0; 4]))),
        }
    }
    out
}

/// Resolves `%20` and its like; what is no UTF-8 stays as it is.
fn decode(path: &str) -> String {
    let bytes = path.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        let digit = |n: usize| bytes.get(i + n).and_then(|b| (*b as char).to_digit(16));
        match (bytes[i], digit(1), digit(2)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                i += 3;
            }
            (byte, ..) => {
                out.push(byte);
                i += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn work(reference: &str, heading: Option<&str>) -> Result<Destination, BadAddress> {
        Ok(Destination::Link(Target::Work { reference: reference.into(), heading: heading.map(Into::into) }))
    }

    fn file(path: &str, heading: Option<&str>) -> Result<Destination, BadAddress> {
        Ok(Destination::Link(Target::File { path: path.into(), heading: heading.map(Into::into) }))
    }

    fn asset(path: &str, anywhere: bool) -> Result<Destination, BadAddress> {
        Ok(Destination::Asset { path: path.into(), anywhere })
    }

    fn external(address: &str) -> Result<Destination, BadAddress> {
        Ok(Destination::Link(Target::External(address.into())))
    }

    #[test]
    fn a_wiki_link_names_a_work_a_heading_or_a_file() {
        let languages = ["ru".parse().unwrap(), "es".parse().unwrap()];
        let wiki = |address| wiki(address, &languages);
        assert_eq!(wiki("серьги"), work("серьги", None));
        assert_eq!(wiki("stories/серьги#Ход дела"), work("stories/серьги", Some("Ход дела")));
        assert_eq!(wiki("серьги.ru.md"), work("серьги", None));
        assert_eq!(wiki("v1.2.md"), work("v1.2", None));
        assert_eq!(wiki("серьги\\"), work("серьги", None));
        assert_eq!(wiki("#Ход дела"), Ok(Destination::Link(Target::Heading("Ход дела".into()))));
        assert_eq!(wiki("серьги#^ключ"), work("серьги", Some("ключ")));
        assert_eq!(wiki("схема.pdf"), asset("схема.pdf", true));
        assert_eq!(wiki("img/схема.PNG"), asset("img/схема.PNG", false));
        assert_eq!(wiki(" "), Err(BadAddress::Empty));
        assert_eq!(wiki("javascript:alert(1)"), Err(BadAddress::Scheme("javascript".into())));
    }

    #[test]
    fn a_relative_address_is_resolved_against_the_texts_folder() {
        assert_eq!(markdown("серьги.ru.md", "stories"), file("stories/серьги.ru.md", None));
        assert_eq!(markdown("../maxims/a%20b.md#%D0%A5%D0%BE%D0%B4", "stories"), file("maxims/a b.md", Some("Ход")));
        assert_eq!(markdown("..\\maxims\\a.md", "stories"), file("maxims/a.md", None));
        assert_eq!(markdown("схема.png?v=2", "stories"), asset("stories/схема.png", false));
        assert_eq!(markdown("серьги", "stories"), work("stories/серьги", None));
        assert_eq!(markdown("../../etc/passwd.txt", "stories"), asset("../../etc/passwd.txt", false));
        assert_eq!(markdown("#ход", "stories"), Ok(Destination::Link(Target::Heading("ход".into()))));
    }

    #[test]
    fn addresses_outside_are_written_so_that_every_program_reads_them() {
        assert_eq!(markdown("HTTPS://ru.wikipedia.org/wiki/Ёж?a=1&b=[2]", ""), external("https://ru.wikipedia.org/wiki/Ёж?a=1&b=%5B2%5D"));
        assert_eq!(markdown("http://[::1]:80/100%/%41", ""), external("http://[::1]:80/100%25/%41"));
        assert_eq!(markdown("mailto:a@b.example", ""), external("mailto:a@b.example"));
    }

    #[test]
    fn what_could_run_or_leads_nowhere_is_refused() {
        for address in
            ["javascript:alert(1)", "JavaScript:x", " \u{1}javascript:x", "java\tscript:x", "data:text/html,x", "vbscript:x", "C:\\a.md"]
        {
            assert!(matches!(markdown(address, ""), Err(BadAddress::Scheme(_))), "{address:?}");
        }
        assert_eq!(markdown("//evil.example", ""), Err(BadAddress::NoScheme));
        assert_eq!(markdown("/\\evil.example", ""), Err(BadAddress::NoScheme));
        assert_eq!(markdown("/es/a.html", ""), Err(BadAddress::FromRoot));
        assert_eq!(markdown("", ""), Err(BadAddress::Empty));
        assert_eq!(markdown("https://", ""), Err(BadAddress::Empty));
    }
}
