//! From the path of a request to an output of the site, and nowhere else.

use super::Pages;
use crate::base::hash::{Hash, Hasher};
use crate::base::path::Address;

/// What a request's path leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// An output.
    Output(Address),
    /// A folder that was named as a file: its page is this one.
    Folder(Address),
    /// Nothing; the page that says so, if the site has one.
    Missing(Option<Address>),
}

/// Undoes the percent-encoding, once. `None` for what is no path: broken escapes, no UTF-8 (which has one spelling for every character),
/// control characters, no slash at the beginning.
pub(super) fn decode(path: &str) -> Option<String> {
    let decoded = unescape(path)?;
    let relative = decoded.strip_prefix('/')?;
    (!relative.chars().any(char::is_control)).then(|| relative.to_owned())
}

/// Undoes percent-encoding.
pub(super) fn unescape(text: &str) -> Option<String> {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        out.push(match byte {
            b'%' => hexadecimal(bytes.next()?)? * 16 + hexadecimal(bytes.next()?)?,
            byte => byte,
        });
    }
    String::from_utf8(out).ok()
}

fn hexadecimal(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).map(|value| value as u8)
}

/// Looks a decoded path up in the site's own map. Nothing is resolved: `a/../b` is a name like any other, and no output has it.
pub(super) fn find(pages: &dyn Pages, path: &str) -> Found {
    let exists = |address: &Address| pages.key(address).is_some();
    let address = match path.strip_suffix('/') {
        Some(folder) if !folder.is_empty() => index_of(folder),
        None if path.is_empty() => Address::new("index.html"),
        _ => Address::new(path),
    };
    if exists(&address) {
        return Found::Output(address);
    }
    if !path.ends_with('/') && exists(&index_of(path)) {
        return Found::Folder(index_of(path));
    }
    // The nearest one, so that a language may have its own.
    let folders =
        std::iter::successors(path.rsplit_once('/').map(|(folder, _)| folder), |folder| folder.rsplit_once('/').map(|(up, _)| up));
    let pages = folders.map(|folder| format!("{folder}/404.html")).chain(["404.html".to_owned()]);
    Found::Missing(pages.map(Address::new).find(exists))
}

fn index_of(folder: &str) -> Address {
    Address::new(format!("{folder}/index.html"))
}

/// Names what a browser is shown at a path: it differs exactly when that differs.
pub(super) fn tag(pages: Option<&dyn Pages>, found: Option<&Found>) -> Hash {
    let (status, address) = match found {
        Some(Found::Output(address)) => ("200", Some(address)),
        Some(Found::Folder(address)) => ("307", Some(address)),
        Some(Found::Missing(address)) => ("404", address.as_ref()),
        None => ("none", None),
    };
    let key = address.and_then(|address| pages?.key(address)).map(|key| key.to_string()).unwrap_or_default();
    let address = address.map(|address| address.as_str()).unwrap_or_default();
    Hasher::default().add(status.as_bytes()).add(address.as_bytes()).add(key.as_bytes()).finish()
}

#[cfg(test)]
mod tests {
    use super::super::stage::tests::Fake;
    use super::*;

    fn found(path: &str) -> Found {
        let site = ["index.html", "es/index.html", "es/a b.html", "es/404.html", "404.html", "ru/ё.html"];
        find(&Fake::new(&site.map(|address| (address, ""))), path)
    }

    fn output(address: &str) -> Found {
        Found::Output(Address::new(address))
    }

    fn missing(address: &str) -> Found {
        Found::Missing(Some(Address::new(address)))
    }

    #[test]
    fn addresses_come_from_the_sites_own_map() {
        assert_eq!(found(""), output("index.html"));
        assert_eq!(found("es/"), output("es/index.html"));
        assert_eq!(found("es"), Found::Folder(Address::new("es/index.html")));
        assert_eq!(found("ru/ё.html"), output("ru/ё.html"));
        for nowhere in ["..", "../site.yaml", "es/../es/a b.html", "./index.html", "//index.html", "es//index.html", "es\\index.html", "/"]
        {
            assert!(matches!(found(nowhere), Found::Missing(_)), "{nowhere}");
        }
    }

    #[test]
    fn what_is_missing_is_said_in_its_own_language() {
        assert_eq!(found("es/x/y.html"), missing("es/404.html"));
        assert_eq!(found("ru/x.html"), missing("404.html"));
        assert_eq!(found("x.html"), missing("404.html"));
    }

    #[test]
    fn a_path_is_decoded_once_and_only_if_it_is_one() {
        assert_eq!(decode("/es/a%20b.html").as_deref(), Some("es/a b.html"));
        assert_eq!(decode("/%D1%91").as_deref(), Some("ё"));
        assert_eq!(decode("/%252e").as_deref(), Some("%2e"));
        for wrong in ["", "*", "es", "/%", "/%4", "/%zz", "/%c0%ae", "/%e0%80%ae", "/%ff", "/a%00b", "/a%0ab", "/%+4"] {
            assert_eq!(decode(wrong), None, "{wrong}");
        }
    }
}
