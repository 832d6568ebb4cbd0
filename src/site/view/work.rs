//! Works: as lists show them, and their own pages.

use super::{Shared, views};
use crate::base::language::{Direction, Language};
use crate::config::Kind;

views! {
    /// A work as lists show it.
    pub struct Card {
        /// The work's id.
        pub id: String,
        /// What it is.
        pub kind: Kind,
        /// The title.
        pub title: String,
        /// One sentence, stated or taken from the text's beginning.
        pub summary: String,
        /// Where it leads.
        pub address: String,
        /// The language of title and summary where it is another than the page's: shown with a mark.
        pub lang: Option<Language>,
        /// The language of the title where its tag is another than the page's: with `lang`, and where a regional variant inherits the work.
        pub written_in: Option<Language>,
        /// The name of that language in the page's language, for the mark.
        pub lang_name: Option<String>,
        /// The direction of that language.
        pub dir: Option<Direction>,
        /// Minutes to read, or to do.
        pub minutes: u32,
        /// 1 to 3, where stated.
        pub level: Option<u8>,
        /// `YYYY-MM-DD`
        pub date: Option<String>,
        /// The work's themes.
        pub themes: Vec<Shared<ThemeLink>>,
        /// Whether it is invented.
        pub fiction: bool,
        /// Whether it is a draft.
        pub draft: bool,
    }

    /// `work.html`: one edition of a work, or `path.html` for a path.
    pub struct WorkView {
        /// The work as lists show it.
        pub card: Shared<Card>,
        /// The summary where it is stated; a page does not repeat its own beginning.
        pub summary: Option<String>,
        /// HTML: the text itself.
        pub content: String,
        /// The terms with a definition that the text links, in the order of the text.
        pub terms: Vec<TermView>,
        /// The headings of the text.
        pub toc: Vec<TocEntry>,
        /// `YYYY-MM-DD`
        pub updated: Option<String>,
        /// Whether `minutes` is stated (time to do it) rather than reckoned from the text (time to read it).
        pub minutes_stated: bool,
        /// Who is quoted in it or told it.
        pub said_by: Option<NameLink>,
        /// Where its matter comes from.
        pub source: Option<SourceView>,
        /// Where the text was translated from.
        pub translation: Option<TranslationView>,
        /// Set on a page that shows a text in another language than the page's.
        pub fallback: Option<FallbackView>,
        /// Typed links, in both directions.
        pub relations: Vec<WorkGroup>,
        /// Works whose texts link to this one.
        pub backlinks: Vec<WorkLink>,
        /// Themes whose introductions link to it and that are not among its themes.
        pub theme_backlinks: Vec<Shared<ThemeLink>>,
        /// Works that share themes.
        pub related: Vec<RelatedView>,
        /// The paths that it is a step of; of many the first ones.
        pub in_paths: Vec<StepOf>,
        /// The other ones.
        pub more_paths: Vec<WorkLink>,
        /// The work before in its list.
        pub previous: Option<WorkLink>,
        /// The work after in its list.
        pub next: Option<WorkLink>,
        /// For whom it is.
        pub audience: Vec<String>,
        /// Words for search engines.
        pub keywords: Vec<String>,
        /// Only for a path.
        pub path: Option<PathView>,
    }

    /// A term that the text of the page links where it mentions it first; the link says `aria-describedby` with the anchor.
    pub struct TermView {
        /// The theme.
        pub theme: Shared<ThemeLink>,
        /// What it means: one sentence.
        pub definition: String,
        /// The id that the definition must have on the page.
        pub anchor: String,
    }

    /// An entry of the table of contents.
    pub struct TocEntry {
        /// 2 to 6.
        pub level: u8,
        /// Plain words.
        pub title: String,
        /// The anchor on this page.
        pub anchor: String,
    }

    /// Where a work's matter comes from.
    pub struct SourceView {
        /// Who told or wrote it.
        pub authors: Vec<NameLink>,
        /// The book or article.
        pub work: Option<NameLink>,
        /// The published edition in the page's language: title, publisher, year; empty where none is known.
        pub edition: Option<PublishedView>,
        /// The year of the original.
        pub year: Option<i32>,
        /// The page or pages.
        pub page: Option<String>,
        /// Where it can be read.
        pub url: Option<String>,
        /// Under which licence.
        pub licence: Option<String>,
        /// Whether it is invented.
        pub fiction: bool,
    }

    /// A published edition of a source.
    pub struct PublishedView {
        /// Its language, by its name in the page's language.
        pub lang_name: String,
        /// Its language.
        pub lang: Language,
        /// The title under which it appeared.
        pub title: String,
        /// The publisher.
        pub publisher: Option<String>,
        /// The year.
        pub year: Option<i32>,
        /// The translators.
        pub translators: Vec<String>,
        /// Where it can be had.
        pub url: Option<String>,
    }

    /// Where a translation comes from.
    pub struct TranslationView {
        /// The name of the language in the page's language.
        pub from_name: Option<String>,
        /// The edition that it was made from, if the site has it.
        pub address: Option<String>,
        /// `human`, `machine`, `machine-edited` or `adaptation`.
        pub method: Option<&'static str>,
        /// Whether somebody has read it after a machine.
        pub reviewed: bool,
        /// Whether a machine made it and nobody has read it.
        pub unread: bool,
        /// The program that made it, if one did.
        pub tool: Option<String>,
        /// Who translated it, where the site publishes names.
        pub by: Option<String>,
        /// Who read it, where the site publishes names.
        pub reviewed_by: Option<String>,
        /// How a page speaks of the state of its text: `plain` or `gentle`; nothing where it is not to speak of it.
        pub tone: Option<&'static str>,
        /// What has changed in the original since, as far as readers of this page see it.
        pub behind: Option<BehindView>,
    }

    /// What has changed in the text that a translation was made from.
    pub struct BehindView {
        /// The language of the changed text.
        pub lang: Language,
        /// Its name in the page's language.
        pub lang_name: String,
        /// The page of the changed text.
        pub address: String,
        /// Whether something changed above its first heading.
        pub beginning: bool,
        /// The sections in which something changed.
        pub sections: Vec<ChangedSection>,
    }

    /// A section of another page.
    pub struct ChangedSection {
        /// Its heading, in the language of this page's text where that is known.
        pub title: String,
        /// The language of the heading where it is another than the page's.
        pub lang: Option<Language>,
        /// Its address.
        pub address: String,
    }

    /// The notice on a page whose text is in another language.
    pub struct FallbackView {
        /// The language of the text.
        pub lang: Language,
        /// Its direction.
        pub dir: Direction,
        /// Its name in the page's language.
        pub lang_name: String,
        /// The page where the text is at home.
        pub address: String,
    }

    /// A path that the work on the page is a step of.
    pub struct StepOf {
        /// The path.
        pub card: WorkLink,
        /// Which step, from 1.
        pub step: usize,
        /// Of how many.
        pub steps: usize,
        /// The step before.
        pub previous: Option<WorkLink>,
        /// The step after.
        pub next: Option<WorkLink>,
    }

    /// What `path.html` shows beside the text.
    pub struct PathView {
        /// The parts.
        pub sections: Vec<PathSection>,
        /// How many steps.
        pub steps: usize,
        /// The minutes of all steps together.
        pub minutes: u32,
        /// Whether the steps carry numbers.
        pub numbered: bool,
        /// `daily`, `weekly` or `monthly`.
        pub cadence: Option<&'static str>,
    }

    /// A part of a path.
    pub struct PathSection {
        /// Its title.
        pub title: Option<String>,
        /// Its anchor on the page.
        pub anchor: String,
        /// The number of its first step.
        pub start: usize,
        /// Its steps.
        pub works: Vec<Shared<Card>>,
    }

    /// A group of works under a heading.
    pub struct WorkGroup {
        /// What the group is: a kind for lists by kind, a relation such as `illustrates` or `illustrated-by` for typed links.
        pub name: String,
        /// The works.
        pub works: Vec<Shared<Card>>,
    }

    /// A work that shares themes with the one on the page, and why it is shown.
    pub struct RelatedView {
        /// The work.
        pub card: Shared<Card>,
        /// The labels of the themes that both have, rarest first, as they stand inside a sentence.
        pub themes: Shared<Vec<String>>,
    }

    /// A person or a book, linked where there is a page about it.
    pub struct NameLink {
        /// The name or title.
        pub name: String,
        /// Its page.
        pub address: Option<String>,
    }

    /// A work by its title alone.
    pub struct WorkLink {
        /// The work's id.
        pub id: String,
        /// What it is.
        pub kind: Kind,
        /// The title.
        pub title: String,
        /// Where it leads.
        pub address: String,
        /// The language of the title where it is another than the page's.
        pub lang: Option<Language>,
        /// The language of the title where its tag is another than the page's: with `lang`, and where a regional variant inherits the work.
        pub written_in: Option<Language>,
        /// The name of that language in the page's language, for the mark.
        pub lang_name: Option<String>,
        /// The direction of that language.
        pub dir: Option<Direction>,
    }

    /// A theme that can be linked. Authors write labels as they stand inside a sentence; `title` begins with a capital.
    pub struct ThemeLink {
        /// The concept's id.
        pub id: String,
        /// Its label.
        pub title: String,
        /// Its page.
        pub address: String,
        /// How many works it has, those of narrower themes included.
        pub count: usize,
        /// The language of the label where it is another than the page's.
        pub lang: Option<Language>,
    }
}
