//! What authors write and what readers see.

use super::body::{BodyContext, ParsedBody, inline, parse};
use super::{Asset, Piece, Target};
use crate::base::language::Language;
use crate::base::path::SitePath;
use crate::base::text::Text;

pub(super) fn language(tag: &str) -> Language {
    tag.parse().unwrap()
}

fn read_as(tag: &str, source: &str) -> ParsedBody {
    let text = Text::new(SitePath::new("content/stories/a.md"), source);
    let languages = ["ru", "en", "es", "it"].map(language);
    parse(&text, 0..source.len(), &BodyContext { language: language(tag), languages: &languages, folder: "stories" })
}

fn read(source: &str) -> ParsedBody {
    read_as("ru", source)
}

/// The pieces as one text: holes stand in braces, what facilitators see between ⟦ and ⟧.
pub(super) fn show(pieces: &[Piece]) -> String {
    let one = |piece: &Piece| match piece {
        Piece::Html(html) => html.clone(),
        Piece::Open(n) => format!("<a {n}>"),
        Piece::Close(_) => "</a>".to_owned(),
        Piece::Title(n) => format!("{{title {n}}}"),
        Piece::Asset(n) => format!("{{asset {n}}}"),
        Piece::Message(id, args) => {
            let args: String = args.iter().map(|(_, value)| format!(" {value}")).collect();
            format!("{{{id}{args}}}")
        }
        Piece::Facilitator(pieces) => format!("⟦{}⟧", show(pieces)),
    };
    pieces.iter().map(one).collect()
}

fn html(source: &str) -> String {
    let parsed = read(source);
    assert_eq!(parsed.problems, [], "{source}");
    show(&parsed.body.pieces).trim().to_owned()
}

/// The codes of what is wrong, each with its line and column.
fn problems(source: &str) -> Vec<String> {
    let one = |problem: crate::base::diagnostic::Diagnostic| {
        let place = problem.place.unwrap();
        format!("{} {}:{}", problem.code, place.line, place.column)
    };
    read(source).problems.into_iter().map(one).collect()
}

#[test]
fn throwaway_over_content() {
    let mut page = 0;
    for dir in ["stories", "maxims", "exercises", "paths", "themes", "", "guide"] {
        let Ok(list) = std::fs::read_dir(format!("/work/main/content/{dir}")) else { continue };
        for entry in list {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            if !name.ends_with(".md") {
                continue;
            }
            let source = std::fs::read_to_string(&path).unwrap();
            let lang = name.rsplit('.').nth(1).unwrap().to_owned();
            let start = source.find("\n---\n").map_or(0, |i| i + 5);
            let text = Text::new(SitePath::new(name.as_str()), source.as_str());
            let languages = ["ru", "en", "es", "it"].map(language);
            let parsed = parse(&text, start..source.len(), &BodyContext { language: language(&lang), languages: &languages, folder: dir });
            for p in &parsed.problems {
                println!("{dir}/{name}: {} {:?} {:?}", p.code, p.place.as_ref().map(|p| (p.line, p.column, p.source.clone())), p.args);
            }
            let html = format!(
                "<!doctype html><html lang={lang}><head><title>x</title></head><body><h1>x</h1><main><p>{}</p>{}\n</main></body></html>",
                parsed.excerpt,
                valid(&parsed.body.pieces)
            );
            std::fs::create_dir_all("/tmp/docout").unwrap();
            std::fs::write(format!("/tmp/docout/{dir}-{name}.html"), html).unwrap();
            page += 1;
        }
    }
    println!("{page} pages");
}

/// The pieces as HTML that a validator can read.
fn valid(pieces: &[Piece]) -> String {
    let one = |piece: &Piece| match piece {
        Piece::Html(html) => html.clone(),
        Piece::Open(_) => "<a href=\"x.html\">".to_owned(),
        Piece::Close(_) => "</a>".to_owned(),
        Piece::Title(_) => "Title".to_owned(),
        Piece::Asset(_) => "asset.bin".to_owned(),
        Piece::Message(id, args) => {
            let args: String = args.iter().map(|(_, value)| format!(" {value}")).collect();
            super::writer::escaped(&format!("{id}{args}"))
        }
        Piece::Facilitator(pieces) => valid(pieces),
    };
    pieces.iter().map(one).collect()
}

#[test]
fn throwaway_show() {
    for source in ["# Заголовок\n\nТекст *с* `кодом` и [[серьги|ссылкой]], \"кавычки\".[^1]\n\n[^1]: Примечание.\n"]
    {
        let p = read(source);
        println!("{}\n{:?}\n{:#?}", show(&p.body.pieces), p.problems, p.links);
    }
}
