//! A visitor who follows every link of a site and looks at every tag.

use std::collections::{BTreeMap, BTreeSet};

use super::html::{Token, is_phrasing, is_void, tokens, unescape};

/// Elements that end an open paragraph in a browser, whatever the program meant.
const ENDS_PARAGRAPH: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "details",
    "div",
    "dl",
    "fieldset",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
];

/// What is wrong with the pages of a site, one a line: links that lead nowhere, ids that stand twice, requests that leave the site, inline
/// scripts and styles, tags that do not match.
pub fn faults(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let pages: BTreeMap<&str, Page> = files
        .iter()
        .filter(|(address, _)| address.ends_with(".html"))
        .map(|(address, bytes)| (address.as_str(), Page::read(std::str::from_utf8(bytes).unwrap())))
        .collect();
    let mut faults = Vec::new();
    for (address, page) in &pages {
        faults.extend(page.faults.iter().map(|fault| format!("{address}: {fault}")));
        for link in &page.links {
            faults.extend(follow(address, link, files, &pages).map(|fault| format!("{address}: {fault}")));
        }
    }
    faults
}

/// A page as a visitor sees it.
#[derive(Default)]
pub struct Page {
    pub ids: BTreeSet<String>,
    /// Addresses as they are written, of links and of what the page itself asks for.
    pub links: Vec<String>,
    pub title: String,
    pub lang: String,
    pub dir: String,
    faults: Vec<String>,
}

impl Page {
    pub fn read(text: &str) -> Page {
        let mut page = Page::default();
        let tokens = tokens(text);
        page.nesting(&tokens);
        for (at, token) in tokens.iter().enumerate() {
            let Token::Open { name, attributes, raw } = token else { continue };
            for (attribute, value) in attributes {
                match *attribute {
                    "id" if !page.ids.insert(value.clone()) => page.faults.push(format!("the id {value} stands twice")),
                    "id" if value.is_empty() || value.contains(char::is_whitespace) => page.faults.push(format!("{value:?} is no id")),
                    "style" => page.faults.push(format!("an inline style: {raw}")),
                    name if name.starts_with("on") => page.faults.push(format!("an inline script: {raw}")),
                    "lang" | "hreflang" if value.is_empty() => page.faults.push(format!("no language: {raw}")),
                    "dir" if !matches!(value.as_str(), "ltr" | "rtl" | "auto") => page.faults.push(format!("no direction: {raw}")),
                    "href" | "src" | "poster" | "srcset" => page.link(name, attribute, value, token),
                    _ => {}
                }
            }
            let mut names: Vec<&str> = attributes.iter().map(|(name, _)| *name).collect();
            names.sort_unstable();
            if names.windows(2).any(|pair| pair[0] == pair[1]) {
                page.faults.push(format!("an attribute stands twice: {raw}"));
            }
            match *name {
                "html" => {
                    page.lang = token.attribute("lang").unwrap_or_default().to_owned();
                    page.dir = token.attribute("dir").unwrap_or_default().to_owned();
                }
                "title" => {
                    if let Some(Token::Text(text)) = tokens.get(at + 1) {
                        page.title = unescape(text.trim());
                    }
                }
                "style" => page.faults.push("a style element".to_owned()),
                "script" if token.attribute("src").is_none() && token.attribute("type") != Some("application/ld+json") => {
                    page.faults.push("an inline script".to_owned());
                }
                "img" if token.attribute("alt").is_none() => page.faults.push(format!("an image without alternative text: {raw}")),
                "meta" if token.attribute("http-equiv") == Some("refresh") => {
                    let to = token.attribute("content").and_then(|content| content.split_once("url=")).map(|(_, to)| to.to_owned());
                    page.links.extend(to);
                }
                _ => {}
            }
        }
        for token in &tokens {
            for attribute in ["for", "aria-labelledby", "aria-describedby"] {
                for id in token.attribute(attribute).into_iter().flat_map(str::split_whitespace) {
                    if !page.ids.contains(id) {
                        page.faults.push(format!("{attribute}=\"{id}\" names nothing"));
                    }
                }
            }
        }
        let headings = tokens.iter().filter(|token| matches!(token, Token::Open { name: "h1", .. })).count();
        if headings != 1 {
            page.faults.push(format!("{headings} elements h1"));
        }
        for (what, value) in [("title", &page.title), ("language", &page.lang), ("direction", &page.dir)] {
            if value.is_empty() {
                page.faults.push(format!("no {what}"));
            }
        }
        page
    }

    fn link(&mut self, name: &str, attribute: &str, value: &str, token: &Token) {
        let leaves = ["http:", "https:", "//", "mailto:", "tel:"].iter().any(|scheme| value.to_lowercase().starts_with(scheme));
        let may_leave = match name {
            "a" => attribute == "href",
            "link" => matches!(token.attribute("rel"), Some("canonical" | "alternate")),
            _ => false,
        };
        if !leaves {
            self.links.push(value.to_owned());
        } else if !may_leave {
            self.faults.push(format!("a request leaves the site: {value}"));
        }
    }

    /// Tags that do not match, and elements that a browser would move.
    fn nesting(&mut self, tokens: &[Token]) {
        let mut open: Vec<&str> = Vec::new();
        for token in tokens {
            match token {
                Token::Open { name, raw, .. } => {
                    let in_paragraph = open.contains(&"p");
                    if in_paragraph && ENDS_PARAGRAPH.contains(name) {
                        self.faults.push(format!("{raw} stands in a paragraph"));
                    }
                    if matches!(*name, "a" | "button" | "label") && open.contains(name) {
                        self.faults.push(format!("{raw} stands in another {name}"));
                    }
                    if !is_phrasing(name)
                        && open.last().is_some_and(|last| matches!(*last, "span" | "em" | "strong" | "b" | "i" | "cite" | "time"))
                    {
                        self.faults.push(format!("{raw} stands in a {}", open.last().unwrap()));
                    }
                    if !is_phrasing(name) && *name != "li" && open.last().is_some_and(|last| matches!(*last, "ul" | "ol")) {
                        self.faults.push(format!("{raw} stands in a list, but in no item"));
                    }
                    if !is_void(name) {
                        open.push(name);
                    }
                }
                Token::Close { name, .. } if open.last() == Some(name) => drop(open.pop()),
                Token::Close { raw, .. } => {
                    self.faults.push(format!("{raw} closes {:?}", open.last()));
                    return;
                }
                Token::Text(_) | Token::Other(_) => {}
            }
        }
        if let Some(last) = open.last() {
            self.faults.push(format!("{last} is never closed"));
        }
    }
}

/// Goes where a link leads.
fn follow(from: &str, link: &str, files: &BTreeMap<String, Vec<u8>>, pages: &BTreeMap<&str, Page>) -> Option<String> {
    if link.contains(char::is_whitespace) {
        return Some(format!("{link:?} contains a space"));
    }
    let scheme = link.split_once(':').filter(|(scheme, _)| !scheme.contains(['/', '#', '.']));
    if scheme.is_some() {
        return Some(format!("{link} has a scheme"));
    }
    let (path, anchor) = link.split_once('#').map_or((link, None), |(path, anchor)| (path, Some(anchor)));
    let address = match path {
        "" => from.to_owned(),
        // A server shows the page of errors anywhere, so that its links start from the top, below the path of the site.
        path if from == "404.html" && path.starts_with('/') => {
            let path = decode(path);
            let below = path.match_indices('/').map(|(at, _)| &path[at + 1..]).find(|below| files.contains_key(*below));
            below.unwrap_or(&path).to_owned()
        }
        path => match resolve(from, path) {
            Some(address) => decode(&address),
            None => return Some(format!("{link} climbs out of the site")),
        },
    };
    if !files.contains_key(&address) {
        return Some(format!("{link} leads to {address}, which is not there"));
    }
    match (anchor.map(decode), pages.get(address.as_str())) {
        (Some(anchor), Some(page)) if !page.ids.contains(&anchor) => Some(format!("{link} leads to an anchor that is not there")),
        _ => None,
    }
}

fn resolve(from: &str, path: &str) -> Option<String> {
    let mut segments: Vec<&str> = from.split('/').collect();
    segments.pop();
    for segment in path.split('/') {
        match segment {
            "." => {}
            ".." => {
                segments.pop()?;
            }
            name => segments.push(name),
        }
    }
    Some(segments.join("/"))
}

fn decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = std::str::from_utf8(after.get(..2).unwrap_or_default()).ok().and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match (first, code) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn the_visitor_finds_what_is_wrong() {
    let page = |body: &str| {
        format!("<!doctype html><html lang=\"es\" dir=\"ltr\"><head><title>T</title></head><body><h1>T</h1>{body}</body></html>")
    };
    let faults_of = |body: &str| {
        let files = [("es/a.html".to_owned(), page(body).into_bytes()), ("es/и б.html".to_owned(), page("<p id=\"я\"></p>").into_bytes())];
        faults(&files.into())
    };
    assert_eq!(
        faults_of("<a href=\"%D0%B8%20б.html#я\">x</a><a href=\"https://example.org/\">y</a><a href=\"#\">"),
        Vec::<String>::new().into_iter().chain(faults_of("<a href=\"#\">")).collect::<Vec<_>>()
    );
    for (body, fault) in [
        ("<a href=\"b.html\">x</a>", "es/a.html: b.html leads to es/b.html, which is not there"),
        ("<a href=\"../../b.html\">x</a>", "es/a.html: ../../b.html climbs out of the site"),
        ("<a href=\"#b\">x</a>", "es/a.html: #b leads to an anchor that is not there"),
        ("<a href=\"javascript:x\">x</a>", "es/a.html: javascript:x has a scheme"),
        ("<img alt=\"\" src=\"https://example.org/x\">", "es/a.html: a request leaves the site: https://example.org/x"),
        ("<p style=\"x\"></p>", "es/a.html: an inline style: <p style=\"x\">"),
        ("<i id=\"x\"></i><i id=\"x\"></i>", "es/a.html: the id x stands twice"),
        ("<script>x</script>", "es/a.html: an inline script"),
        ("<p><em>x</p></em>", "es/a.html: </p> closes Some(\"em\")"),
        ("<p><ul></ul></p>", "es/a.html: <ul> stands in a paragraph"),
        ("<h1>x</h1>", "es/a.html: 2 elements h1"),
    ] {
        assert_eq!(faults_of(body), [fault], "{body}");
    }
}
