//! SVG under `content/`: a picture, but opened by itself a page that can run scripts. Only what shows something may be in it.

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::text::{Span, Text};

/// Elements that run, load or embed something (SVG 2, chapters 12, 15 and 16), by their local names in lower case.
const ACTIVE: [&str; 9] = ["animate", "audio", "embed", "foreignobject", "iframe", "object", "script", "set", "video"];

/// Reports what a browser would run or load. The check errs on the side of refusal: what is no well-formed XML is refused as well.
pub fn check(drawing: &Text) -> Vec<Diagnostic> {
    let mut reader = Reader::from_str(&drawing.text);
    reader.config_mut().check_end_names = true;
    let mut problems = Vec::new();
    let mut in_style = false;
    loop {
        let start = reader.buffer_position() as usize;
        let mut report = |name: &str| {
            let end = drawing.text[start..].char_indices().nth(1).map_or(drawing.text.len(), |(at, _)| start + at);
            problems.push(Diagnostic::new(Code::UnsafeSvg).at(drawing.place(Span::new(start..end))).arg("name", name));
        };
        match reader.read_event() {
            Ok(Event::Start(element)) => {
                in_style = local_name(&element).eq_ignore_ascii_case("style");
                faults(&element).iter().for_each(|fault| report(fault));
            }
            Ok(Event::Empty(element)) => faults(&element).iter().for_each(|fault| report(fault)),
            Ok(Event::Text(text)) if in_style && loads(&text) => report("style"),
            Ok(Event::CData(text)) if in_style && loads(&text) => report("style"),
            Ok(Event::End(_)) => in_style = false,
            Ok(Event::PI(_)) => report("<?…?>"),
            Ok(Event::DocType(text)) if text.contains('[') => report("<!ENTITY>"),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => {
                report(&error.to_string());
                break;
            }
        }
    }
    problems
}

fn local_name(element: &BytesStart) -> String {
    element.local_name().as_ref().to_owned()
}

fn faults(element: &BytesStart) -> Vec<String> {
    let mut faults = Vec::new();
    let name = local_name(element);
    if ACTIVE.contains(&name.to_ascii_lowercase().as_str()) {
        faults.push(format!("<{name}>"));
    }
    for attribute in element.attributes() {
        let Ok(attribute) = attribute else {
            faults.push(format!("<{name}>"));
            break;
        };
        let key = attribute.key.local_name().as_ref().to_ascii_lowercase();
        let value = attribute.normalized_value(quick_xml::XmlVersion::default()).unwrap_or_default();
        let refused = match key.as_str() {
            key if key.starts_with("on") => true,
            "href" | "src" => !stays_inside(value.trim()),
            _ => loads(&value),
        };
        if refused {
            faults.push(key);
        }
    }
    faults
}

/// Whether a reference is to the drawing itself or to a picture inside it.
fn stays_inside(reference: &str) -> bool {
    let pictures = ["data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp"];
    reference.starts_with('#') || pictures.iter().any(|kind| reference.to_ascii_lowercase().starts_with(kind))
}

/// Whether a style loads something from elsewhere.
fn loads(style: &str) -> bool {
    let style = style.to_ascii_lowercase();
    let outside = |reference: &str| !stays_inside(reference.trim_start().trim_start_matches(['"', '\'']));
    style.contains("@import") || style.contains('\\') || style.split("url(").skip(1).any(outside)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::path::SitePath;

    fn faults_of(svg: &str) -> Vec<String> {
        let problems = check(&Text::new(SitePath::new("content/a.svg"), svg));
        problems.into_iter().map(|problem| problem.args[0].1.clone()).collect()
    }

    #[test]
    fn a_drawing_that_only_shows_something_passes() {
        let svg = "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\
                   <style>path{fill:url(#g)}</style><linearGradient id=\"g\"/><use xlink:href=\"#g\"/><text>Привет</text></svg>";
        assert!(faults_of(svg).is_empty(), "{:?}", faults_of(svg));
    }

    #[test]
    fn whatever_would_run_or_load_is_refused() {
        for (inside, fault) in [
            ("<script>alert(1)</script>", "<script>"),
            ("<g onload=\"x()\"/>", "onload"),
            ("<a href=\"javascript:x()\"/>", "href"),
            ("<image href=\"https://example.org/a.png\"/>", "href"),
            ("<foreignObject/>", "<foreignObject>"),
            ("<style>@import 'https://example.org/a.css'</style>", "style"),
            ("<path fill=\"url(https://example.org/a)\"/>", "fill"),
            ("<?xml-stylesheet href='a.xsl'?>", "<?…?>"),
        ] {
            assert_eq!(faults_of(&format!("<svg>{inside}</svg>")), [fault], "{inside}");
        }
        assert!(!faults_of("<svg><g></svg>").is_empty());
    }
}
