//! Where a file's name says its language: the other way round than [`super::identity`].

use super::Role;
use super::identity::{Identity, identify};
use crate::base::language::Language;
use crate::base::path::SitePath;
use crate::config::Config;

/// Where a file's name says its language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Habit {
    /// `stories/the-lamp.es.md`
    Dotted,
    /// `stories/the-lamp/es.md`
    Stem,
    /// `es/stories/the-lamp.md`
    Folder,
    /// `stories/the-lamp.md`
    Untagged,
}

impl Habit {
    const ALL: [Habit; 4] = [Habit::Dotted, Habit::Stem, Habit::Folder, Habit::Untagged];

    /// The habit that gave a text its file's name.
    pub fn of(file: &SitePath, id: &str, language: Language) -> Option<Habit> {
        Habit::ALL.into_iter().find(|habit| habit.path(id, language) == below_content(file))
    }

    /// The path below `content/` of a text with this id in this language.
    pub fn path(self, id: &str, language: Language) -> String {
        match self {
            Habit::Dotted => format!("{id}.{language}.md"),
            Habit::Stem => format!("{id}/{language}.md"),
            Habit::Folder => format!("{language}/{id}.md"),
            Habit::Untagged => format!("{id}.md"),
        }
    }

    /// The file for a text in a language, named by this habit or, where that would mean something else, with a dotted tag. `None` if the id is none.
    pub fn file(self, role: &Role, id: &str, language: Language, config: &Config) -> Option<(SitePath, Identity)> {
        [self, Habit::Dotted].into_iter().find_map(|habit| {
            let path = habit.path(id, language);
            let identity = identify(&path, config).0.filter(|identity| identity.language == language && identity.role == *role)?;
            Some((SitePath::new(format!("content/{path}")), identity))
        })
    }
}

/// A file's path without its first folder.
pub fn below_content(path: &SitePath) -> &str {
    path.strip_prefix("content/").unwrap_or(path)
}
