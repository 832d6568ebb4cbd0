use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use super::Site;
use crate::collection::{Collection, Head, Language, apologue};

/// This project's own format.
pub struct Apologue;

/// The same with a theme that shows what the other generators' templates show, and no more.
pub struct PlainTheme;

static PLAIN: Dir = include_dir!("$CARGO_MANIFEST_DIR/tests/bench/compare/sites/plain");

impl Site for Apologue {
    fn write(&self, collection: &Collection, folder: &Path) -> io::Result<()> {
        apologue::write(collection, folder)
    }

    fn path(&self, head: &Head, language: Language) -> PathBuf {
        apologue::path(head, language)
    }
}

impl Site for PlainTheme {
    fn write(&self, collection: &Collection, folder: &Path) -> io::Result<()> {
        Apologue.write(collection, folder)?;
        let theme = folder.join("themes/plain");
        std::fs::create_dir_all(&theme)?;
        PLAIN.extract(theme)?;
        OpenOptions::new().append(true).open(folder.join("site.yaml"))?.write_all(b"theme: plain\n")
    }

    fn path(&self, head: &Head, language: Language) -> PathBuf {
        Apologue.path(head, language)
    }
}
