//! What the server adds to pages when it hands them out, and the pages that are its own.

use hyper::body::Bytes;

use super::guard::Token;
use super::problems::Voice;
use crate::base::hash::Hash;
use crate::base::html::escape;

/// Where everything lies that is the server's own. No output's address begins so.
pub(super) const OWN: &str = "/.apologue/";

/// The script that every page gets.
pub(super) const SCRIPT: &str = include_str!("live.js");
/// How that looks which the script shows.
pub(super) const STYLE: &str = include_str!("live.css");

/// The page with the script, as the last thing in its head.
pub(super) fn with_script(page: &Bytes, token: &Token, tag: Hash, is_missing: bool) -> Bytes {
    let script = script(token, tag, is_missing);
    let at = position(page, b"</head>").or_else(|| position(page, b"</body>")).unwrap_or(page.len());
    [&page[..at], script.as_bytes(), &page[at..]].concat().into()
}

/// It stands in a file of its own, for pages allow nothing else.
fn script(token: &Token, tag: Hash, is_missing: bool) -> String {
    let missing = if is_missing { " data-missing" } else { "" };
    format!("<script defer src=\"{OWN}live.js\" data-token=\"{}\" data-tag=\"{tag}\"{missing}></script>\n", token.as_str())
}

fn position(page: &[u8], wanted: &[u8]) -> Option<usize> {
    page.windows(wanted.len()).position(|part| part == wanted)
}

/// Stands in for a page that cannot be shown. The script shows what is wrong; without it, there is the plain text.
pub(super) fn substitute(voice: &Voice, title: &str, plain: &str, token: &Token, tag: Hash, is_missing: bool) -> Bytes {
    let (title, script) = (escape(title), script(token, tag, is_missing));
    let plain = if plain.is_empty() { String::new() } else { format!("<noscript><pre>{}</pre></noscript>\n", escape(plain)) };
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<link rel=\"stylesheet\" href=\"{OWN}live.css\">\n{script}</head>\n<body class=\"substitute\">\n<h1>{title}</h1>\n{plain}</body>\n</html>\n",
        voice.language()
    )
    .into()
}

#[cfg(test)]
mod tests {
    use super::super::guard::Guard;
    use super::*;
    use crate::base::language::Language;

    #[test]
    fn the_script_stands_at_the_end_of_the_head() {
        let guard = Guard::new("localhost", [127, 0, 0, 1].into()).unwrap();
        let tag = Hash::of(b"");
        let page = |text: &'static str| {
            let page = with_script(&Bytes::from_static(text.as_bytes()), guard.token(), tag, false);
            String::from_utf8(page.to_vec()).unwrap().replace(&script(guard.token(), tag, false), "+")
        };
        assert_eq!(page("<head></head><body></head></body>"), "<head>+</head><body></head></body>");
        assert_eq!(page("<p>x</body>"), "<p>x+</body>");
        assert_eq!(page("<p>x"), "<p>x+");
    }

    #[test]
    fn what_is_wrong_is_text() {
        let guard = Guard::new("localhost", [127, 0, 0, 1].into()).unwrap();
        let voice = Voice::new(Language::ENGLISH, None, Default::default());
        let page = substitute(&voice, "<b>", "<script>alert(1)</script>", guard.token(), Hash::of(b""), false);
        let page = String::from_utf8(page.to_vec()).unwrap();
        assert!(!page.contains("<b>") && !page.contains("<script>alert"), "{page}");
    }
}
