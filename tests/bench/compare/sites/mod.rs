//! The same collection as each generator wants it: its front matter, its links, its templates.

mod apologue;
mod eleventy;
mod hugo;
mod zola;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use include_dir::Dir;

use crate::collection::{Collection, Head, Language, Work};

pub use apologue::{Apologue, PlainTheme};
pub use eleventy::Eleventy;
pub use hugo::Hugo;
pub use zola::Zola;

/// How a generator's site is laid out. All write to `public` in the site's folder.
pub trait Site {
    /// Writes the whole site into a folder that is not there yet.
    ///
    /// # Errors
    /// The folder cannot be written.
    fn write(&self, collection: &Collection, folder: &Path) -> io::Result<()>;

    /// The file of a text, from the site's folder.
    fn path(&self, head: &Head, language: Language) -> PathBuf;
}

/// A generator whose texts are files with front matter, and whose works are nothing but texts.
trait Plain {
    /// Settings and templates.
    fn frame(&self) -> &'static Dir<'static>;

    fn path(&self, head: &Head, language: Language) -> PathBuf;

    /// Where a link leads, as it is written in a text of this language.
    fn link(&self, to: &Head, language: Language) -> String;

    /// All before the body, in the generator's own syntax.
    fn front_matter(&self, collection: &Collection, work: &Work, language: Language) -> String;

    /// What else there is: lists, themes.
    fn extras(&self, collection: &Collection, folder: &Path) -> io::Result<()>;
}

impl<P: Plain> Site for P {
    fn write(&self, collection: &Collection, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)?;
        self.frame().extract(folder)?;
        self.extras(collection, folder)?;
        for number in 0..collection.works() {
            let work = collection.work(number);
            for language in collection.editions(&work) {
                put(&folder.join(Plain::path(self, &work.head, language)), &self.document(collection, &work, language))?;
            }
        }
        Ok(())
    }

    fn path(&self, head: &Head, language: Language) -> PathBuf {
        Plain::path(self, head, language)
    }
}

trait Documents: Plain {
    /// Front matter, body, and as a list below it what Apologue reads from keys: relations and steps.
    fn document(&self, collection: &Collection, work: &Work, language: Language) -> String {
        let link = |head: &Head| format!("[{}]({})", head.title(language), self.link(head, language));
        let mut out = self.front_matter(collection, work, language);
        out += &work.body(language, &link);
        let further: Vec<&Head> = work.relation.iter().chain(&work.steps).collect();
        if !further.is_empty() {
            out += &format!("\n## {}\n\n", language.see_also());
            further.iter().for_each(|head| out += &format!("- {}\n", link(head)));
        }
        out
    }
}

impl<P: Plain> Documents for P {}

/// Writes a file and the folders that it needs.
fn put(path: &Path, text: &str) -> io::Result<()> {
    match fs::write(path, text) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            fs::write(path, text)
        }
        other => other,
    }
}
