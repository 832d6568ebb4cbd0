use std::io;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use super::{Plain, put};
use crate::collection::{Collection, Head, Kind, Language, Work};

/// Translations side by side, told by the ending; themes as a taxonomy whose terms have pages with titles.
pub struct Hugo;

static FRAME: Dir = include_dir!("$CARGO_MANIFEST_DIR/tests/bench/compare/sites/hugo");

impl Plain for Hugo {
    fn frame(&self) -> &'static Dir<'static> {
        &FRAME
    }

    fn path(&self, head: &Head, language: Language) -> PathBuf {
        PathBuf::from(format!("content/{}/{}.{}.md", head.kind.folder(), head.name(), language.tag()))
    }

    /// The built-in hook for links looks the page up, in the language of the text.
    fn link(&self, to: &Head, _: Language) -> String {
        format!("/{}/{}", to.kind.folder(), to.name())
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
        let content = folder.join("content");
        let themes = collection.themes();
        for language in Language::ALL {
            let index = format!("_index.{}.md", language.tag());
            let titled = |title: &str| format!("---\ntitle: {title}\n---\n");
            put(&content.join(&index), &titled(language.site_title()))?;
            for kind in Kind::ALL {
                put(&content.join(kind.folder()).join(&index), &titled(kind.plural(language)))?;
            }
            put(&content.join("themes").join(&index), &titled(language.themes()))?;
            for theme in &themes {
                let broader = theme.broader.map(|number| format!("broader: /themes/{}\n", themes[number].id)).unwrap_or_default();
                let text = format!("---\ntitle: {}\n{broader}---\n", theme.label(language));
                put(&content.join("themes").join(&theme.id).join(&index), &text)?;
            }
        }
        Ok(())
    }
}
