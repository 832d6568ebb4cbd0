//! Pages that list works, themes, people and sources.

use super::work::{Card, NameLink, PublishedView, ThemeLink, WorkGroup};
use super::{Shared, View, views};

views! {
    /// A theme and what lies under it.
    pub struct ThemeNode {
        /// The theme.
        pub theme: Shared<ThemeLink>,
        /// One sentence.
        pub definition: Option<String>,
        /// The narrower ones.
        pub narrower: Vec<ThemeNode>,
    }

    /// `home.html`
    pub struct HomeView {
        /// The headline from `content/index.LANG.md`.
        pub headline: Option<String>,
        /// HTML from `content/index.LANG.md`.
        pub introduction: Option<String>,
        /// The learning paths.
        pub paths: Vec<Shared<Card>>,
        /// The works marked `featured`.
        pub featured: Vec<Shared<Card>>,
        /// The works with the latest dates.
        pub newest: Vec<Shared<Card>>,
        /// The top themes with the ones right under them.
        pub themes: Vec<ThemeNode>,
    }

    /// `list.html`: the works of one kind.
    pub struct ListView {
        /// `story`, `maxim`, …
        pub name: String,
        /// The heading.
        pub title: String,
        /// HTML from the section's `index.LANG.md`; on the first page only.
        pub introduction: Option<String>,
        /// This page's works.
        pub works: Vec<Shared<Card>>,
        /// How many there are on all pages.
        pub total: usize,
        /// The other pages.
        pub pager: Pager,
    }

    /// The pages of a long list.
    pub struct Pager {
        /// This page's number, from 1.
        pub current: usize,
        /// How many pages there are.
        pub pages: usize,
        /// The page before.
        pub previous: Option<String>,
        /// The page after.
        pub next: Option<String>,
        /// The first page, the last one, this one and those beside it.
        pub links: Vec<PageLink>,
    }

    /// A page of a long list.
    pub struct PageLink {
        /// Its number, from 1.
        pub number: usize,
        /// Where it is.
        pub address: String,
        /// Whether pages are left out before it.
        pub gap_before: bool,
    }

    /// `themes.html`: all themes.
    pub struct ThemesView {
        /// HTML from `content/themes/index.LANG.md`.
        pub introduction: Option<String>,
        /// The top themes with all that lies under them.
        pub themes: Vec<ThemeNode>,
        /// All labels and other names in alphabetical order, by first letter.
        pub register: Vec<RegisterLetter>,
    }

    /// A letter of an alphabetical register.
    pub struct RegisterLetter {
        /// The letter.
        pub letter: String,
        /// What begins with it.
        pub entries: Vec<RegisterEntry>,
    }

    /// An entry of an alphabetical register.
    pub struct RegisterEntry {
        /// The name.
        pub name: String,
        /// Where it leads.
        pub address: String,
        /// For another name: the label that it leads to.
        pub see: Option<String>,
        /// How many works it leads to.
        pub count: usize,
    }

    /// `theme.html`: one theme.
    pub struct ThemeView {
        /// The theme.
        pub theme: Shared<ThemeLink>,
        /// One sentence.
        pub definition: Option<String>,
        /// Other names.
        pub other_names: Vec<String>,
        /// HTML from `content/themes/ID.LANG.md`.
        pub introduction: Option<String>,
        /// The broader themes.
        pub broader: Vec<Shared<ThemeLink>>,
        /// The narrower ones.
        pub narrower: Vec<Shared<ThemeLink>>,
        /// The related ones.
        pub related: Vec<Shared<ThemeLink>>,
        /// This page's works, by kind.
        pub groups: Vec<WorkGroup>,
        /// This page's works that come in through narrower themes only, by kind.
        pub narrower_groups: Vec<WorkGroup>,
        /// How many works there are on all pages.
        pub total: usize,
        /// The other pages.
        pub pager: Pager,
    }

    /// `register.html`: all people or all sources, by first letter.
    pub struct RegisterView {
        /// `people` or `sources`.
        pub name: String,
        /// The heading.
        pub title: String,
        /// HTML from the section's `index.LANG.md`.
        pub introduction: Option<String>,
        /// The entries.
        pub register: Vec<RegisterLetter>,
    }

    /// `person.html` and `source.html`.
    pub struct EntryView {
        /// The name or title.
        pub name: String,
        /// A sentence about a person.
        pub about: Option<String>,
        /// Where more can be read.
        pub url: Option<String>,
        /// The authors of a source.
        pub authors: Vec<NameLink>,
        /// The year of a source.
        pub year: Option<i32>,
        /// Whether a source is invented.
        pub fiction: bool,
        /// The editions of a source.
        pub editions: Vec<PublishedView>,
        /// The sources of a person.
        pub sources: Vec<NameLink>,
        /// The works, by kind.
        pub groups: Vec<WorkGroup>,
        /// How many works there are on all pages.
        pub total: usize,
        /// The other pages.
        pub pager: Pager,
    }
}
