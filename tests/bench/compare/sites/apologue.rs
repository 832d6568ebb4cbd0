use std::io;
use std::path::{Path, PathBuf};

use super::Site;
use crate::collection::{Collection, Head, Language, apologue};

/// This project's own format.
pub struct Apologue;

/// The same with a theme that shows what the other generators' templates show, and no more.
pub struct PlainTheme;

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
        apologue::write_plain(collection, folder)
    }

    fn path(&self, head: &Head, language: Language) -> PathBuf {
        apologue::path(head, language)
    }
}
