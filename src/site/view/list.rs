//! Pages that list works, themes, people and sources.

use super::work::{Card, NameLink, PublishedView, TermView, ThemeLink, WorkGroup, WorkLink};
use super::{Shared, views};

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
        /// The learning paths; of very many the first ones.
        pub paths: Vec<Shared<Card>>,
        /// The list of all paths, if there are more.
        pub all_paths: Option<String>,
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
        /// Of a list of many pages: the first letters of its titles, and where each begins.
        pub letters: Vec<LetterLink>,
        /// The same for this page's works.
        pub parts: Vec<LetterPart>,
        /// The other pages.
        pub pager: Pager,
    }

    /// A letter, and where the titles or names begin that begin with it.
    pub struct LetterLink {
        /// The letter.
        pub letter: String,
        /// The page; nothing for this one.
        pub address: Option<String>,
        /// The place on the page, where it has one of its own.
        pub anchor: Option<String>,
        /// Whether this page begins with it.
        pub current: bool,
    }

    /// The works of a page whose titles begin with the same letter.
    pub struct LetterPart {
        /// The letter; nothing for works that are put before all others.
        pub letter: String,
        /// The id that the part must have; nothing if the letter begins on a page before.
        pub anchor: Option<String>,
        /// The place of its first work on the page, from 0.
        pub from: usize,
        /// The place behind its last one.
        pub to: usize,
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
        /// The top themes with all that lies under them, on the first page; of very many themes as many levels as can be looked through.
        pub themes: Vec<ThemeNode>,
        /// This page's labels and other names in alphabetical order, by first letter.
        pub register: Vec<RegisterLetter>,
        /// The letters of all pages.
        pub letters: Vec<LetterLink>,
        /// The other pages.
        pub pager: Pager,
    }

    /// A letter of an alphabetical register.
    pub struct RegisterLetter {
        /// The letter.
        pub letter: String,
        /// The id that its part of the page must have.
        pub anchor: String,
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
        /// The terms with a definition that the introduction links, in the order of the text.
        pub terms: Vec<TermView>,
        /// On the first page: works whose texts link to the theme or mention it as a term, and that are not among its works; the first of them.
        pub mentioned_in: Vec<WorkLink>,
        /// How many such works there are.
        pub mentions: usize,
        /// The broader themes.
        pub broader: Vec<Shared<ThemeLink>>,
        /// The narrower ones.
        pub narrower: Vec<Shared<ThemeLink>>,
        /// The related ones.
        pub related: Vec<Shared<ThemeLink>>,
        /// The same as a picture, on the first page of a theme that has neighbours.
        pub picture: Option<PictureView>,
        /// This page's works, by kind.
        pub groups: Vec<WorkGroup>,
        /// This page's works that come in through narrower themes only, by kind.
        pub narrower_groups: Vec<WorkGroup>,
        /// How many works there are on all pages.
        pub total: usize,
        /// The other pages.
        pub pager: Pager,
    }

    /// A theme among its neighbours, in units of which a picture is as wide as a phone.
    pub struct PictureView {
        /// How wide it is.
        pub width: i32,
        /// How high it is.
        pub height: i32,
        /// From the theme to each neighbour.
        pub lines: Vec<PicturePart>,
        /// The themes, with their circles and labels.
        pub nodes: Vec<PictureNode>,
        /// How many neighbours are left out, where they would stand.
        pub more: Vec<PictureMore>,
    }

    /// A line of a picture.
    pub struct PicturePart {
        /// `broader`, `narrower` or `related`.
        pub kind: &'static str,
        /// The path, as SVG writes it.
        pub path: String,
    }

    /// A theme in a picture.
    pub struct PictureNode {
        /// `self`, `broader`, `narrower` or `related`.
        pub kind: &'static str,
        /// The theme.
        pub theme: Shared<ThemeLink>,
        /// The middle of its circle, and of its label.
        pub x: i32,
        /// The middle of its circle.
        pub y: i32,
        /// As large as its works are many.
        pub radius: i32,
        /// Its label.
        pub lines: Vec<PictureLine>,
    }

    /// A line of a label.
    pub struct PictureLine {
        /// What it says.
        pub text: String,
        /// What the letters stand on.
        pub y: i32,
        /// How wide it is to be made, where it may be too wide otherwise.
        pub squeezed: Option<i32>,
    }

    /// Says that neighbours are left out.
    pub struct PictureMore {
        /// `broader`, `narrower` or `related`.
        pub kind: &'static str,
        /// The middle of the words.
        pub x: i32,
        /// What the letters stand on.
        pub y: i32,
        /// How many there are.
        pub count: usize,
    }

    /// `register.html`: all people or all sources, by first letter.
    pub struct RegisterView {
        /// `people` or `sources`.
        pub name: String,
        /// The heading.
        pub title: String,
        /// HTML from the section's `index.LANG.md`.
        pub introduction: Option<String>,
        /// This page's entries.
        pub register: Vec<RegisterLetter>,
        /// The letters of all pages.
        pub letters: Vec<LetterLink>,
        /// The other pages.
        pub pager: Pager,
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
