//! Paths inside a site, and the identifiers that are made of them.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize};

macro_rules! string_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Wraps the text as it is; whoever makes one answers for its form.
            pub fn new(text: impl Into<Arc<str>>) -> Self {
                Self(text.into())
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Deref for $name {
            type Target = str;
            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<$name, D::Error> {
                String::deserialize(deserializer).map($name::new)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&*self.0, f)
            }
        }
    };
}

string_type! {
    /// A file of the site: relative to the site's folder, segments parted by `/`, never `.` or `..`.
    SitePath
}
string_type! {
    /// A work's id: its path below `content/` without language tag and ending, such as `stories/the-earrings`.
    WorkId
}
string_type! {
    /// A concept's id: its key in `content/themes.yaml`.
    ConceptId
}
string_type! {
    /// The address of an output, relative to the site's root, such as `es/historias/los-pendientes.html`.
    Address
}

impl SitePath {
    /// The folder that holds the file, without a slash at its end; empty at the top.
    pub fn folder(&self) -> &str {
        self.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The last segment.
    pub fn file_name(&self) -> &str {
        self.rsplit_once('/').map_or(self, |(_, name)| name)
    }

    /// What follows the last dot of the file's name, or nothing.
    pub fn extension(&self) -> &str {
        self.file_name().rsplit_once('.').map_or("", |(_, extension)| extension)
    }
}

impl WorkId {
    /// The last segment: what an address is made of unless the edition states a slug.
    pub fn last(&self) -> &str {
        self.rsplit_once('/').map_or(self, |(_, last)| last)
    }
}

impl Address {
    /// The first folder, which is a language's for most pages; a file at the top by its own name.
    pub fn top(&self) -> &str {
        self.split_once('/').map_or(self, |(top, _)| top)
    }

    /// The shortest relative link from this page to another output. Both sit in one tree, so this works from a server's root,
    /// under a sub-path and from a file system alike.
    pub fn relative(&self, to: &str) -> String {
        let from: Vec<&str> = self.split('/').collect();
        let target: Vec<&str> = to.split('/').collect();
        let shared = from[..from.len() - 1].iter().zip(&target[..target.len() - 1]).take_while(|(a, b)| a == b).count();
        let mut link = "../".repeat(from.len() - 1 - shared);
        link.push_str(&target[shared..].join("/"));
        link
    }

    /// The link from this page to the site's root: empty, or some `../`.
    pub fn to_root(&self) -> String {
        "../".repeat(self.matches('/').count())
    }
}

/// Joins a relative link to a folder and resolves `.` and `..`. `None` if it climbs above the top.
pub fn join(folder: &str, link: &str) -> Option<String> {
    let mut segments: Vec<&str> = folder.split('/').filter(|s| !s.is_empty()).collect();
    for segment in link.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop()?;
            }
            name => segments.push(name),
        }
    }
    Some(segments.join("/"))
}

/// Writes an address as the `href` of a link: what RFC 3986 does not allow in a path becomes percent-encoded, except that letters of
/// other scripts stand as they are (RFC 3987), so that a person can read them.
pub fn encode(address: &str) -> String {
    percent_encode("", address, is_plain, |c| !c.is_whitespace() && !c.is_control())
}

/// As [`encode`], with other scripts encoded too: for XML sitemaps and other machines' files (RFC 3986).
pub fn encode_ascii(address: &str) -> String {
    encode_ascii_behind("", address)
}

/// The same behind something that is encoded already, such as the base of a site.
pub fn encode_ascii_behind(base: &str, address: &str) -> String {
    percent_encode(base, address, is_plain, |_| false)
}

/// How many bytes [`encode_ascii`] makes.
pub fn encoded_ascii_length(address: &str) -> usize {
    address.bytes().map(|byte| if byte.is_ascii() && is_plain(byte) { 1 } else { 3 }).sum()
}

/// Encodes other scripts only: of an address that is complete already.
pub fn ascii(address: &str) -> String {
    percent_encode("", address, |_| true, |_| false)
}

/// Whether RFC 3986 allows a byte of ASCII in a path.
fn is_plain(byte: u8) -> bool {
    const PLAIN: [bool; 128] = {
        let signs = b"/-._~!$'()*+,;=@";
        let (mut plain, mut at) = ([false; 128], 0);
        while at < 128 {
            plain[at] = (at as u8).is_ascii_alphanumeric();
            at += 1;
        }
        at = 0;
        while at < signs.len() {
            plain[signs[at] as usize] = true;
            at += 1;
        }
        plain
    };
    PLAIN[usize::from(byte)]
}

/// `stays_ascii` and `stays_other`: whether a character stands as it is. Most addresses are ASCII, and a site asks for very many.
fn percent_encode(base: &str, text: &str, stays_ascii: impl Fn(u8) -> bool, stays_other: impl Fn(char) -> bool) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::with_capacity(base.len() + if text.is_ascii() { text.len() } else { text.len() * 3 });
    out.push_str(base);
    let stays = |c: char| u8::try_from(c).ok().filter(u8::is_ascii).map_or_else(|| stays_other(c), &stays_ascii);
    let mut done = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| !stays(*c)) {
        out.push_str(&text[done..at]);
        done = at + c.len_utf8();
        for byte in text[at..done].bytes() {
            out.extend(['%', char::from(DIGITS[usize::from(byte >> 4)]), char::from(DIGITS[usize::from(byte & 15)])]);
        }
    }
    out.push_str(&text[done..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_between_pages_are_as_short_as_they_can_be() {
        let page = Address::new("es/historias/a.html");
        assert_eq!(page.relative("es/historias/b.html"), "b.html");
        assert_eq!(page.relative("es/temas/c.html"), "../temas/c.html");
        assert_eq!(page.relative("ru/истории/a.html"), "../../ru/истории/a.html");
        assert_eq!(page.relative("assets/s.css"), "../../assets/s.css");
        assert_eq!(Address::new("index.html").relative("es/index.html"), "es/index.html");
        assert_eq!(page.to_root(), "../../");
    }

    #[test]
    fn a_link_that_climbs_out_joins_to_nothing() {
        assert_eq!(join("stories", "../maxims/./a.md").as_deref(), Some("maxims/a.md"));
        assert_eq!(join("stories", "../../a.md"), None);
    }

    #[test]
    fn an_address_keeps_its_letters_and_escapes_the_rest() {
        assert_eq!(encode("ru/истории/a b?.html"), "ru/истории/a%20b%3F.html");
        assert_eq!(encode_ascii("й"), "%D0%B9");
        assert_eq!(encode_ascii_behind("https://x.org/", "й?"), "https://x.org/%D0%B9%3F");
        assert_eq!(encoded_ascii_length("й?a"), encode_ascii("й?a").len());
    }
}
