//! The collection in this project's own format.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use super::{Collection, Head, Kind, Language, Work};

static PLAIN: Dir = include_dir!("$CARGO_MANIFEST_DIR/tests/bench/compare/sites/plain");

/// Writes the site's sources into a folder.
///
/// # Errors
/// The folder cannot be written.
pub fn write(collection: &Collection, folder: &Path) -> io::Result<()> {
    for kind in Kind::ALL {
        fs::create_dir_all(folder.join("content").join(kind.folder()))?;
    }
    fs::write(folder.join("site.yaml"), settings())?;
    fs::write(folder.join("content/themes.yaml"), thesaurus(collection))?;
    for number in 0..collection.works() {
        let work = collection.work(number);
        for language in collection.editions(&work) {
            fs::write(folder.join(path(&work.head, language)), document(collection, &work, language))?;
        }
    }
    Ok(())
}

/// The same with the theme of the comparison that shows no more than the other generators' templates.
///
/// # Errors
/// The folder cannot be written.
pub fn write_plain(collection: &Collection, folder: &Path) -> io::Result<()> {
    write(collection, folder)?;
    fs::create_dir_all(folder.join("themes/plain"))?;
    PLAIN.extract(folder.join("themes/plain"))?;
    fs::write(folder.join("site.yaml"), settings() + "theme: plain\n")
}

/// Where a text stands.
pub fn path(head: &Head, language: Language) -> PathBuf {
    PathBuf::from(format!("content/{}/{}.{}.md", head.kind.folder(), head.name(), language.tag()))
}

fn settings() -> String {
    let mut out = String::from("title:\n");
    for language in Language::ALL {
        let _ = writeln!(out, "  {}: {}", language.tag(), language.site_title());
    }
    out += "languages: [es, ru, it, en]\ndefault_language: en\nbase_url: https://example.org/\noutputs: [html, feed, sitemap]\n";
    out
}

fn thesaurus(collection: &Collection) -> String {
    let themes = collection.themes();
    let mut out = String::new();
    for theme in &themes {
        let _ = writeln!(out, "{}:\n  label:", theme.id);
        for language in Language::ALL {
            let _ = writeln!(out, "    {}: {}", language.tag(), theme.label(language));
        }
        for (key, number) in [("broader", theme.broader), ("related", theme.related)] {
            if let Some(number) = number {
                let _ = writeln!(out, "  {key}: [{}]", themes[number].id);
            }
        }
    }
    out
}

fn document(collection: &Collection, work: &Work, language: Language) -> String {
    let mut out = format!("---\ntitle: \"{}\"\nsummary: {}\n", work.head.title(language), work.summary(language));
    if language == work.lead {
        let themes = collection.themes_of(work);
        let _ = writeln!(out, "themes: [{}]\ndate: {}", themes.join(", "), work.date);
        if let Some(other) = &work.relation {
            let key = if work.head.kind == Kind::Exercise { "practises" } else { "illustrates" };
            let _ = writeln!(out, "{key}: [{}]", id(other));
        }
        if !work.steps.is_empty() {
            let steps: Vec<String> = work.steps.iter().map(id).collect();
            let _ = writeln!(out, "steps: [{}]", steps.join(", "));
        }
    } else {
        let _ = writeln!(out, "translation: {{from: {}}}", work.lead.tag());
    }
    out += "---\n";
    // Both ways to write a link.
    out += &work.body(language, &|head| match head.number % 3 {
        0 => format!("[{}](../{}/{}.{}.md)", head.title(language), head.kind.folder(), head.name(), language.tag()),
        _ => format!("[[{}]]", id(head)),
    });
    out
}

fn id(head: &Head) -> String {
    format!("{}/{}", head.kind.folder(), head.name())
}
