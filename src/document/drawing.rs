//! SVG under `content/`: a picture, but opened by itself a page that can run scripts. Only what shows something may be in it.

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::text::{Place, Span, Text};

/// What may be in a drawing: the elements of SVG 2 that draw, by their local names. What runs, loads, embeds or animates is not among them.
const DRAWING: [&str; 57] = [
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feConvolveMatrix",
    "feDiffuseLighting",
    "feDisplacementMap",
    "feDistantLight",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feImage",
    "feMerge",
    "feMergeNode",
    "feMorphology",
    "feOffset",
    "fePointLight",
    "feSpecularLighting",
    "feSpotLight",
    "feTile",
    "feTurbulence",
    "filter",
    "g",
    "image",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "metadata",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "style",
    "svg",
    "switch",
    "symbol",
    "text",
    "textPath",
    "title",
    "tspan",
    "use",
    "view",
    "RDF",
    "Work",
];

/// Reports what a browser would run or load. The check errs on the side of refusal: what is no well-formed XML is refused as well. What has
/// nothing of a drawing at all is told as well: readers would see a gap.
pub fn check(drawing: &Text) -> Vec<Diagnostic> {
    let mut reader = Reader::from_str(&drawing.text);
    reader.config_mut().check_end_names = true;
    let mut problems = Vec::new();
    let mut in_style = false;
    let mut is_drawing = false;
    loop {
        let start = reader.buffer_position() as usize;
        let mut report = |name: &str| {
            let end = drawing.text[start..].char_indices().nth(1).map_or(drawing.text.len(), |(at, _)| start + at);
            problems.push(Diagnostic::new(Code::UnsafeSvg).at(drawing.place(Span::new(start..end))).arg("name", name));
        };
        match reader.read_event() {
            // A style is plain text: what is written in pieces could be joined to something else.
            Ok(Event::Start(_) | Event::Empty(_) | Event::GeneralRef(_) | Event::Comment(_)) if in_style => report("style"),
            Ok(Event::Start(element)) => {
                in_style = local_name(&element) == "style";
                is_drawing |= local_name(&element) == "svg";
                faults(&element).iter().for_each(|fault| report(fault));
            }
            Ok(Event::Empty(element)) => {
                is_drawing |= local_name(&element) == "svg";
                faults(&element).iter().for_each(|fault| report(fault));
            }
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
    if problems.is_empty() && !is_drawing {
        problems.push(Diagnostic::new(Code::InvalidPicture).at(Place::file(drawing.path.clone())));
    }
    problems
}

fn local_name(element: &BytesStart) -> String {
    element.local_name().as_ref().to_owned()
}

fn faults(element: &BytesStart) -> Vec<String> {
    let mut faults = Vec::new();
    let name = local_name(element);
    if !DRAWING.contains(&name.as_str()) {
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
            ("<use href=\"javascript:x()\"/>", "href"),
            ("<image href=\"https://example.org/a.png\"/>", "href"),
            ("<foreignObject/>", "<foreignObject>"),
            ("<style>@import 'https://example.org/a.css'</style>", "style"),
            ("<path fill=\"url(https://example.org/a)\"/>", "fill"),
            ("<?xml-stylesheet href='a.xsl'?>", "<?…?>"),
            ("<style>@im&#112;ort 'https://example.org/a.css'</style>", "style"),
            ("<meta http-equiv='refresh'/>", "<meta>"),
        ] {
            assert_eq!(faults_of(&format!("<svg>{inside}</svg>")), [fault], "{inside}");
        }
        assert!(!faults_of("<svg><g></svg>").is_empty());
    }
}
