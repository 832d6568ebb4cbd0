//! What templates see. These types are the whole contract between the program and a theme: a template reads nothing else, and a page
//! depends on nothing else.
//!
//! Addresses are relative to the site's root and ready for an attribute; a template writes `{{ root }}{{ card.address }}`. Texts are plain and
//! escaped by the template engine, except the fields that say HTML.

use std::sync::Arc;

use serde::Serialize;

use crate::base::language::{Direction, Language};
use crate::config::Kind;

/// The site as one language shows it: the same on all pages of that language, under the name `site`.
#[derive(Clone, Debug, Serialize)]
pub struct SiteView {
    /// Names the site in the browser's storage.
    pub id: String,
    /// The site's title in this language.
    pub title: String,
    /// A sentence about it.
    pub description: Option<String>,
    /// The home page of this language.
    pub home: String,
    /// The main menu.
    pub menu: Vec<MenuEntry>,
    /// The lists of works and registers that have something in them, in their order.
    pub sections: Vec<SectionLink>,
    /// The logo, if the site has one.
    pub logo: Option<String>,
    /// HTML for the foot of the page.
    pub footer: Option<String>,
    /// The feed of this language, if feeds are written.
    pub feed: Option<String>,
    /// The page with all themes.
    pub themes: String,
}

/// An entry of the main menu.
#[derive(Clone, Debug, Serialize)]
pub struct MenuEntry {
    /// What it says.
    pub title: String,
    /// Where it leads; with a scheme where it leaves the site.
    pub address: String,
    /// Whether the address leaves the site: then it stands without `root`.
    pub external: bool,
    /// The language of the target where it is another than the page's.
    pub lang: Option<Language>,
}

/// A list that can be linked: `story`, `maxim`, `exercise`, `path`, `page`, `themes`, `people` or `sources`.
#[derive(Clone, Debug, Serialize)]
pub struct SectionLink {
    /// Which one.
    pub name: String,
    /// Its title, from the message `section-NAME`.
    pub title: String,
    /// Its first page.
    pub address: String,
    /// How many entries it has.
    pub count: usize,
}

/// What every page has, under the name `page`.
#[derive(Clone, Debug, Serialize)]
pub struct PageView {
    /// Its own address.
    pub address: String,
    /// The title of the document, without the site's.
    pub title: String,
    /// For `<meta name=description>`.
    pub description: Option<String>,
    /// The section it belongs to, by the name that [`SectionLink`] has; empty on the home page.
    pub section: String,
    /// The language of the content where it is another than the page's: a fallback.
    pub content_lang: Option<Language>,
    /// The absolute address of the page that search engines should keep.
    pub canonical: Option<String>,
    /// `hreflang` and absolute address of each real edition, `x-default` last; empty without a base address.
    pub alternates: Vec<Alternate>,
    /// The absolute address of an image that stands for the page.
    pub image: Option<String>,
    /// Whether search engines should leave it out.
    pub noindex: bool,
    /// `article` or `website`, for Open Graph.
    pub og_type: &'static str,
    /// JSON-LD, as a value for the filter `json`.
    pub json_ld: Option<serde_json::Value>,
    /// The languages of the site with the same page in each, in the site's order.
    pub switcher: Vec<SwitcherEntry>,
    /// From home to the page's parent.
    pub breadcrumbs: Vec<Crumb>,
    /// Where the source can be edited.
    pub edit_url: Option<String>,
    /// Where a problem can be reported.
    pub report_url: Option<String>,
}

/// A `hreflang` link.
#[derive(Clone, Debug, Serialize)]
pub struct Alternate {
    /// A tag or `x-default`.
    pub lang: String,
    /// An absolute address.
    pub url: String,
}

/// A language in the switcher.
#[derive(Clone, Debug, Serialize)]
pub struct SwitcherEntry {
    /// The tag.
    pub lang: Language,
    /// The name of the language in itself.
    pub name: String,
    /// Its direction.
    pub dir: Direction,
    /// Whether it is the page's own.
    pub current: bool,
    /// The same page in that language; where there is none, that language's home page.
    pub address: String,
    /// Whether the same page exists there.
    pub exists: bool,
}

/// A step on the way to a page.
#[derive(Clone, Debug, Serialize)]
pub struct Crumb {
    /// What it says.
    pub title: String,
    /// Where it leads.
    pub address: String,
}

/// A work as lists show it.
#[derive(Clone, Debug, Serialize)]
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
    pub themes: Vec<ThemeLink>,
    /// Whether it is invented.
    pub fiction: bool,
    /// Whether it is a draft.
    pub draft: bool,
}

/// A theme that can be linked. Authors write labels as they stand inside a sentence; `title` begins with a capital.
#[derive(Clone, Debug, Serialize)]
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

/// A theme and what lies under it.
#[derive(Clone, Debug, Serialize)]
pub struct ThemeNode {
    /// The theme.
    pub theme: ThemeLink,
    /// One sentence.
    pub definition: Option<String>,
    /// The narrower ones.
    pub narrower: Vec<ThemeNode>,
}

/// A person or a book, linked where there is a page about it.
#[derive(Clone, Debug, Serialize)]
pub struct NameLink {
    /// The name or title.
    pub name: String,
    /// Its page.
    pub address: Option<String>,
}

/// A group of works under a heading.
#[derive(Clone, Debug, Serialize)]
pub struct WorkGroup {
    /// What the group is: a kind for lists by kind, a relation such as `illustrates` or `illustrated-by` for typed links.
    pub name: String,
    /// The works.
    pub works: Vec<Arc<Card>>,
}

/// A work that shares themes with the one on the page, and why it is shown.
#[derive(Clone, Debug, Serialize)]
pub struct RelatedView {
    /// The work.
    pub card: Arc<Card>,
    /// The labels of the themes that both have, rarest first, as they stand inside a sentence.
    pub themes: Vec<String>,
}

/// An entry of the table of contents.
#[derive(Clone, Debug, Serialize)]
pub struct TocEntry {
    /// 2 to 6.
    pub level: u8,
    /// Plain words.
    pub title: String,
    /// The anchor on this page.
    pub anchor: String,
}

/// `home.html`
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    /// The headline from `content/index.LANG.md`.
    pub headline: Option<String>,
    /// HTML from `content/index.LANG.md`.
    pub introduction: Option<String>,
    /// The learning paths.
    pub paths: Vec<Arc<Card>>,
    /// The works marked `featured`.
    pub featured: Vec<Arc<Card>>,
    /// The works with the latest dates.
    pub newest: Vec<Arc<Card>>,
    /// The top themes with the ones right under them.
    pub themes: Vec<ThemeNode>,
}

/// `list.html`: the works of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct ListView {
    /// `story`, `maxim`, …
    pub name: String,
    /// The heading.
    pub title: String,
    /// HTML from the section's `index.LANG.md`; on the first page only.
    pub introduction: Option<String>,
    /// This page's works.
    pub works: Vec<Arc<Card>>,
    /// How many there are on all pages.
    pub total: usize,
    /// The other pages.
    pub pager: Pager,
}

/// The pages of a long list.
#[derive(Clone, Debug, Serialize)]
pub struct Pager {
    /// This page's number, from 1.
    pub current: usize,
    /// All pages in their order.
    pub pages: Vec<String>,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
}

/// `work.html`: one edition of a work, or `path.html` for a path.
#[derive(Clone, Debug, Serialize)]
pub struct WorkView {
    /// The work as lists show it.
    pub card: Arc<Card>,
    /// The summary where it is stated; a page does not repeat its own beginning.
    pub summary: Option<String>,
    /// HTML: the text itself.
    pub content: String,
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
    pub backlinks: Vec<Arc<Card>>,
    /// Works that share themes.
    pub related: Vec<RelatedView>,
    /// The paths that it is a step of.
    pub in_paths: Vec<StepOf>,
    /// The work before in its list.
    pub previous: Option<Arc<Card>>,
    /// The work after in its list.
    pub next: Option<Arc<Card>>,
    /// For whom it is.
    pub audience: Vec<String>,
    /// Words for search engines.
    pub keywords: Vec<String>,
    /// Only for a path.
    pub path: Option<PathView>,
}

/// Where a work's matter comes from.
#[derive(Clone, Debug, Serialize)]
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
#[derive(Clone, Debug, Serialize)]
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
#[derive(Clone, Debug, Serialize)]
pub struct TranslationView {
    /// The name of the language in the page's language.
    pub from_name: Option<String>,
    /// The edition that it was made from, if the site has it.
    pub address: Option<String>,
    /// `human`, `machine`, `machine-edited` or `adaptation`.
    pub method: Option<&'static str>,
    /// Whether somebody has read it after a machine.
    pub reviewed: bool,
}

/// The notice on a page whose text is in another language.
#[derive(Clone, Debug, Serialize)]
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
#[derive(Clone, Debug, Serialize)]
pub struct StepOf {
    /// The path.
    pub card: Arc<Card>,
    /// Which step, from 1.
    pub step: usize,
    /// Of how many.
    pub steps: usize,
    /// The step before.
    pub previous: Option<Arc<Card>>,
    /// The step after.
    pub next: Option<Arc<Card>>,
}

/// What `path.html` shows beside the text.
#[derive(Clone, Debug, Serialize)]
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
#[derive(Clone, Debug, Serialize)]
pub struct PathSection {
    /// Its title.
    pub title: Option<String>,
    /// Its anchor on the page.
    pub anchor: String,
    /// The number of its first step.
    pub start: usize,
    /// Its steps.
    pub works: Vec<Arc<Card>>,
}

/// `themes.html`: all themes.
#[derive(Clone, Debug, Serialize)]
pub struct ThemesView {
    /// HTML from `content/themes/index.LANG.md`.
    pub introduction: Option<String>,
    /// The top themes with all that lies under them.
    pub themes: Vec<ThemeNode>,
    /// All labels and other names in alphabetical order, by first letter.
    pub register: Vec<RegisterLetter>,
}

/// A letter of an alphabetical register.
#[derive(Clone, Debug, Serialize)]
pub struct RegisterLetter {
    /// The letter.
    pub letter: String,
    /// What begins with it.
    pub entries: Vec<RegisterEntry>,
}

/// An entry of an alphabetical register.
#[derive(Clone, Debug, Serialize)]
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
#[derive(Clone, Debug, Serialize)]
pub struct ThemeView {
    /// The theme.
    pub theme: ThemeLink,
    /// One sentence.
    pub definition: Option<String>,
    /// Other names.
    pub other_names: Vec<String>,
    /// HTML from `content/themes/ID.LANG.md`.
    pub introduction: Option<String>,
    /// The broader themes.
    pub broader: Vec<ThemeLink>,
    /// The narrower ones.
    pub narrower: Vec<ThemeLink>,
    /// The related ones.
    pub related: Vec<ThemeLink>,
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
#[derive(Clone, Debug, Serialize)]
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
#[derive(Clone, Debug, Serialize)]
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

/// `withdrawn.html`: the notice at the address of a work that was taken back.
#[derive(Clone, Debug, Serialize)]
pub struct WithdrawnView {
    /// The work's title.
    pub title: String,
    /// `YYYY-MM-DD`
    pub on: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// What takes its place.
    pub replaced_by: Option<Arc<Card>>,
}

/// `moved.html`: an old address.
#[derive(Clone, Debug, Serialize)]
pub struct MovedView {
    /// The title of the page that is meant.
    pub title: String,
    /// Its address.
    pub address: String,
}

/// `root.html`: the list of languages.
#[derive(Clone, Debug, Serialize)]
pub struct RootView {
    /// The languages with their titles.
    pub languages: Vec<RootEntry>,
}

/// A language of the list at the root.
#[derive(Clone, Debug, Serialize)]
pub struct RootEntry {
    /// The tag.
    pub lang: Language,
    /// The name of the language in itself.
    pub name: String,
    /// Its direction.
    pub dir: Direction,
    /// The site's title in it.
    pub title: String,
    /// The site's description in it.
    pub description: Option<String>,
    /// Its home page.
    pub address: String,
}
