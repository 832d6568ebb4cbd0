use std::io;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};
use serde_json::json;

use super::{Plain, put};
use crate::collection::{Collection, Head, Kind, Language, Work};

/// A folder a language; themes as collections that `eleventy.config.mjs` makes.
pub struct Eleventy;

static FRAME: Dir = include_dir!("$CARGO_MANIFEST_DIR/tests/bench/compare/sites/eleventy");

impl Plain for Eleventy {
    fn frame(&self) -> &'static Dir<'static> {
        &FRAME
    }

    fn path(&self, head: &Head, language: Language) -> PathBuf {
        PathBuf::from(format!("content/{}/{}/{}.md", language.tag(), head.kind.folder(), head.name()))
    }

    /// Eleventy leaves links in texts as they are: the address itself costs it least.
    fn link(&self, to: &Head, language: Language) -> String {
        format!("/{}/{}/{}.html", language.tag(), to.kind.folder(), to.name())
    }

    fn front_matter(&self, collection: &Collection, work: &Work, language: Language) -> String {
        format!(
            "---\ntitle: \"{}\"\ndescription: {}\nthemes: [{}]\ndate: {}\n---\n",
            work.head.title(language),
            work.summary(language),
            collection.themes_of(work).join(", "),
            work.date,
        )
    }

    fn extras(&self, collection: &Collection, folder: &Path) -> io::Result<()> {
        let themes = collection.themes();
        let words = |say: &dyn Fn(Language) -> String| -> serde_json::Value {
            Language::ALL
                .iter()
                .map(|language| (language.tag().to_owned(), json!(say(*language))))
                .collect::<serde_json::Map<_, _>>()
                .into()
        };
        let facts = json!({
            "languages": Language::ALL.map(|language| json!({"tag": language.tag(), "name": language.name()})),
            "title": words(&|language| language.site_title().to_owned()),
            "themesTitle": words(&|language| language.themes().to_owned()),
            "kinds": Kind::ALL.map(|kind| json!({"folder": kind.folder(), "title": words(&|language| kind.plural(language).to_owned())})),
            "themes": themes.iter().map(|theme| json!({
                "id": theme.id,
                "label": words(&|language| theme.label(language)),
                "broader": theme.broader.map(|number| &themes[number].id),
            })).collect::<Vec<_>>(),
        });
        put(&folder.join("facts.json"), &facts.to_string())?;
        for language in Language::ALL {
            let tag = language.tag();
            let data = format!(
                "export default {{\n  lang: \"{tag}\",\n  layout: \"page.njk\",\n  \
                 eleventyComputed: {{ permalink: (data) => `${{data.page.filePathStem}}.html` }},\n}};\n"
            );
            put(&folder.join(format!("content/{tag}/{tag}.11tydata.mjs")), &data)?;
        }
        Ok(())
    }
}
