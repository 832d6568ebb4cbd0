//! The frame of every page, and the pages that hardly have anything else.

use super::work::Card;
use super::{Shared, views};
use crate::base::language::{Direction, Language};

views! {
    /// The site as one language shows it: the same on all pages of that language, under the name `site`.
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
        /// Its width in pixels, where it is known.
        pub logo_width: Option<u32>,
        /// Its height in pixels.
        pub logo_height: Option<u32>,
        /// HTML for the foot of the page.
        pub footer: Option<String>,
        /// The feed of this language, if feeds are written.
        pub feed: Option<String>,
        /// Of the list of its texts for assistants, if there is one.
        pub llms: Option<String>,
        /// The page on which readers choose what to keep for reading offline, if they can.
        pub offline: Option<String>,
        /// The web manifest, if there is one.
        pub web_manifest: Option<String>,
        /// The page with all themes.
        pub themes: String,
        /// The search of this language, if an index is written.
        pub search: Option<SearchView>,
    }

    /// The search of a language.
    pub struct SearchView {
        /// The head of its index.
        pub index: String,
        /// Where its button leads without a script: to the page with all themes or, without themes, to the home page.
        pub instead: String,
    }

    /// An entry of the main menu.
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
    pub struct SectionLink {
        /// Which one.
        pub name: String,
        /// Its title, from the message `section-NAME`.
        pub title: String,
        /// Its first page.
        pub address: String,
    }

    /// What every page has, under the name `page`.
    pub struct PageView {
        /// Its own address.
        pub address: String,
        /// The title of the document, without the site's.
        pub title: String,
        /// For `<meta name=description>`.
        pub description: Option<String>,
        /// The section it belongs to, by the name that [`SectionLink`] has; empty on the home page.
        pub section: String,
        /// The address of the main menu's entry that leads to the page or to its section.
        pub menu_address: Option<String>,
        /// Whether that entry leads to the page itself.
        pub menu_exact: bool,
        /// The language of the content where its tag is another than the page's: a fallback, or what a regional variant inherits.
        pub content_lang: Option<Language>,
        /// The absolute address of the page that search engines should keep.
        pub canonical: Option<String>,
        /// The address of its Markdown twin, if it has one.
        pub markdown: Option<String>,
        /// `hreflang` and absolute address of each real edition, `x-default` last; empty without a base address.
        pub alternates: Vec<Alternate>,
        /// The absolute address of an image that stands for the page.
        pub image: Option<String>,
        /// Whether search engines should leave it out.
        pub noindex: bool,
        /// `article` or `website`, for Open Graph.
        pub og_type: &'static str,
        /// JSON-LD, finished and safe inside a `<script>`.
        pub json_ld: Option<String>,
        /// The languages of the site with the same page in each, in the site's order.
        pub switcher: Vec<SwitcherEntry>,
        /// From home to the page's parent.
        pub breadcrumbs: Shared<Vec<Crumb>>,
        /// Where the source can be edited.
        pub edit_url: Option<String>,
        /// Where a problem can be reported.
        pub report_url: Option<String>,
    }

    /// A `hreflang` link.
    pub struct Alternate {
        /// A tag or `x-default`.
        pub lang: String,
        /// An absolute address.
        pub url: String,
    }

    /// A language in the switcher.
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
    pub struct Crumb {
        /// What it says.
        pub title: String,
        /// Where it leads.
        pub address: String,
    }

    /// `root.html`: the list of languages.
    pub struct RootView {
        /// The languages with their titles.
        pub languages: Vec<RootEntry>,
    }

    /// A language of the list at the root.
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

    /// The page on which readers choose what to keep for reading offline.
    pub struct OfflineView {
        /// The languages, the page's own among them.
        pub languages: Vec<OfflineCopy>,
        /// The paths of this language.
        pub paths: Vec<OfflineCopy>,
    }

    /// Something that can be kept.
    pub struct OfflineCopy {
        /// The name of the language in itself, or the title of the path.
        pub title: String,
        /// The language of that where it is another than the page's.
        pub lang: Option<Language>,
        /// The list of its files, not encoded: its name for scripts.
        pub list: String,
        /// What says how much it is.
        pub index: String,
    }

    /// `moved.html`: an old address.
    pub struct MovedView {
        /// The title of the page that is meant.
        pub title: String,
        /// Its address.
        pub address: String,
    }

    /// `withdrawn.html`: the notice at the address of a work that was taken back.
    pub struct WithdrawnView {
        /// The work's title.
        pub title: String,
        /// `YYYY-MM-DD`
        pub on: Option<String>,
        /// Why.
        pub reason: Option<String>,
        /// What takes its place.
        pub replaced_by: Option<Shared<Card>>,
    }
}
