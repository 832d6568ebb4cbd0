use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use super::{Plain, put};
use crate::collection::{Collection, Head, Kind, Language, Work};

/// Translations side by side, told by the ending, which the default language goes without; themes as a taxonomy, whose terms are words.
pub struct Zola;

static FRAME: Dir = include_dir!("$CARGO_MANIFEST_DIR/tests/bench/compare/sites/zola");

impl Plain for Zola {
    fn frame(&self) -> &'static Dir<'static> {
        &FRAME
    }

    fn path(&self, head: &Head, language: Language) -> PathBuf {
        PathBuf::from("content").join(file(head, language))
    }

    fn link(&self, to: &Head, language: Language) -> String {
        format!("@/{}", file(to, language))
    }

    fn front_matter(&self, collection: &Collection, work: &Work, language: Language) -> String {
        let themes: Vec<String> = collection.labels_of(work, language).iter().map(|label| format!("\"{label}\"")).collect();
        format!(
            "+++\ntitle = \"{}\"\ndescription = \"{}\"\ndate = {}\n[taxonomies]\nthemes = [{}]\n+++\n",
            work.head.title(language),
            work.summary(language),
            work.date,
            themes.join(", "),
        )
    }

    fn extras(&self, _: &Collection, folder: &Path) -> io::Result<()> {
        let mut settings = FRAME.get_file("config.toml").and_then(|file| file.contents_utf8()).unwrap_or_default().to_owned();
        let words = |language: Language| {
            let kinds: String = Kind::ALL.map(|kind| format!("{} = \"{}\"\n", kind.folder(), kind.plural(language))).concat();
            format!("{kinds}themes = \"{}\"\n", language.themes())
        };
        let _ = write!(settings, "\n[translations]\n{}", words(Language::En));
        for language in Language::ALL.into_iter().filter(|language| *language != Language::En) {
            let (tag, title) = (language.tag(), language.site_title());
            let _ = write!(settings, "\n[languages.{tag}]\ntitle = \"{title}\"\ngenerate_feeds = true\n");
            let _ = write!(settings, "taxonomies = [{{ name = \"themes\" }}]\n\n[languages.{tag}.translations]\n{}", words(language));
        }
        put(&folder.join("config.toml"), &settings)?;
        for language in Language::ALL {
            let index = format!("_index{}.md", ending(language));
            put(&folder.join("content").join(&index), &format!("+++\ntitle = \"{}\"\n+++\n", language.site_title()))?;
            for kind in Kind::ALL {
                let text = format!("+++\ntitle = \"{}\"\nsort_by = \"date\"\npaginate_by = 60\n+++\n", kind.plural(language));
                put(&folder.join("content").join(kind.folder()).join(&index), &text)?;
            }
        }
        Ok(())
    }
}

fn file(head: &Head, language: Language) -> String {
    format!("{}/{}{}.md", head.kind.folder(), head.name(), ending(language))
}

fn ending(language: Language) -> String {
    if language == Language::En { String::new() } else { format!(".{}", language.tag()) }
}
