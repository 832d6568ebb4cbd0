//! Floor 4: the graph laid out as pages, each with an address and a typed view.
//!
//! Which editions exist under which address is decided once, in [`Routes`]; switcher, alternates, sitemap and every link come from that one
//! table.

mod body;
mod cards;
mod files;
mod head;
mod lists;
mod pages;
mod registers;
mod routes;
mod themes;
pub mod view;
mod work;

use std::collections::{BTreeMap, BTreeSet};

use crate::base::diagnostic::Diagnostic;
use crate::base::language::Language;
use crate::base::locale::Locale;
use crate::base::path::{Address, SitePath};
use crate::config::Config;
use crate::document::Document;
use crate::graph::{Assets, ConceptIndex, Data, DocumentIndex, Graph, WorkIndex};
use crate::source::Binary;
use crate::strings::Strings;
use cards::Cards;
pub use files::FeedEntry;
pub use routes::{Presence, Routes};
pub use view::{PageView, SiteView};

/// Everything that a layout is made from.
#[derive(Clone, Copy)]
pub struct Inputs<'a> {
    /// The site.
    pub config: &'a Config,
    /// All documents.
    pub documents: &'a [Document],
    /// The graph that was made from them.
    pub graph: &'a Graph,
    /// People, sources and the thesaurus as they are stated.
    pub data: &'a Data,
    /// The files that texts show.
    pub assets: &'a Assets<'a>,
    /// The files that are published as they are.
    pub statics: &'a [Binary],
    /// The strings.
    pub strings: &'a Strings,
    /// The languages that are published, in the order of the switcher.
    pub languages: &'a [Language],
    /// What differs from build to build.
    pub options: &'a Options,
}

/// Choices of one build.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Whether facilitators' blocks are shown.
    pub facilitator: bool,
    /// The path of the site's root where it is another than that of its base address.
    pub base_path: Option<String>,
    /// Documents at fault, whose pages show a notice instead.
    pub faulty: BTreeSet<SitePath>,
}

/// A site ready to be rendered.
pub struct Site<'a> {
    inputs: Inputs<'a>,
    locales: BTreeMap<Language, Locale>,
    routes: Routes,
    cards: Cards,
    views: BTreeMap<Language, SiteView>,
    /// The same as templates read them: made once, shared by all pages.
    view_values: BTreeMap<Language, tera::Value>,
    /// All pages, by address.
    pub pages: Vec<Page>,
    /// The site's files that are published as they are: where, and which.
    pub files: Vec<(Address, SitePath)>,
}

/// A page and what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Where it stands.
    pub address: Address,
    /// The language of the part of the site that it belongs to; the root page has the default one.
    pub language: Language,
    /// What it shows.
    pub subject: Subject,
}

/// A list of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// All works of one kind.
    Kind(crate::config::Kind),
    /// All themes.
    Themes,
    /// All people.
    People,
    /// All sources.
    Sources,
}

impl Section {
    /// In the order of the default menu.
    pub const ALL: [Section; 8] = {
        use crate::config::Kind::{Exercise, Maxim, Page, Path, Story};
        [
            Section::Kind(Path),
            Section::Kind(Story),
            Section::Kind(Maxim),
            Section::Kind(Exercise),
            Section::Kind(Page),
            Section::Themes,
            Section::People,
            Section::Sources,
        ]
    };

    /// The name in views and in the messages `section-NAME` and `folder-NAME`.
    pub fn name(self) -> &'static str {
        match self {
            Section::Kind(kind) => kind.as_str(),
            Section::Themes => "themes",
            Section::People => "people",
            Section::Sources => "sources",
        }
    }

    /// The folder under `content/` whose `index.LANG.md` stands above the list.
    pub fn folder(self) -> Option<&'static str> {
        match self {
            Section::Kind(kind) => kind.folder(),
            other => Some(other.name()),
        }
    }
}

/// What a page shows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The list of languages.
    Root,
    /// A language's home page.
    Home,
    /// A page of a list, counted from 0.
    Section(Section, usize),
    /// A work, from the document that is shown, which may be in another language than the page.
    Work(WorkIndex, DocumentIndex),
    /// The notice that a work was withdrawn.
    Withdrawn(WorkIndex, DocumentIndex),
    /// The notice that a text is being put right.
    Faulty(WorkIndex, DocumentIndex),
    /// A page of a theme, counted from 0.
    Theme(ConceptIndex, usize),
    /// A page of a person, by id, counted from 0.
    Person(String, usize),
    /// A page of a source, by id, counted from 0.
    Source(String, usize),
    /// An old address: where its page is now, and that page's title.
    Moved(Address, String),
    /// «Not found».
    NotFound,
}

/// A view of one of the kinds that templates know, with the name of its template.
pub struct Rendering {
    /// The template.
    pub template: &'static str,
    /// What every page has.
    pub page: PageView,
    /// The site in the page's language.
    pub site: tera::Value,
    /// What this kind of page has.
    pub view: tera::Value,
}

/// Lays out a site. What is wrong with addresses is found here, all at once.
pub fn lay_out(inputs: Inputs) -> (Site, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let locales: BTreeMap<Language, Locale> = inputs.languages.iter().map(|&language| (language, Locale::new(language))).collect();
    let routes = Routes::new(&inputs);
    let cards = Cards::new(&inputs, &routes, &locales);
    let mut site =
        Site { inputs, locales, routes, cards, views: BTreeMap::new(), view_values: BTreeMap::new(), pages: Vec::new(), files: Vec::new() };
    site.views = inputs.languages.iter().map(|&language| (language, site.site_view(language, &mut problems))).collect();
    site.view_values = site.views.iter().map(|(language, view)| (*language, tera::Value::from_serializable(view))).collect();
    site.files = site.published_files(inputs.statics);
    site.pages = pages::all(&site, &mut problems);
    (site, problems)
}

impl<'a> Site<'a> {
    /// What the site was laid out from.
    pub fn inputs(&self) -> &Inputs<'a> {
        &self.inputs
    }

    /// Where everything stands.
    pub fn routes(&self) -> &Routes {
        &self.routes
    }

    /// The languages that are published.
    pub fn languages(&self) -> &'a [Language] {
        self.inputs.languages
    }

    /// The rules of a published language.
    pub fn locale(&self, language: Language) -> &Locale {
        &self.locales[&language]
    }

    /// Whether a document is at fault and only a notice of it is published.
    pub(crate) fn is_faulty(&self, document: DocumentIndex) -> bool {
        self.inputs.options.faulty.contains(&self.inputs.documents[document].text.path)
    }

    /// A string without arguments.
    pub fn text(&self, language: Language, id: &str) -> String {
        routes::text(self.inputs.strings, language, id)
    }

    /// Everything that a page's template sees.
    pub fn rendering(&self, page: &Page) -> Rendering {
        let (template, view) = match &page.subject {
            Subject::Root => ("root.html", tera::Value::from_serializable(&self.root_view())),
            Subject::Home => ("home.html", tera::Value::from_serializable(&self.home_view(page))),
            Subject::Section(Section::Kind(kind), number) => {
                ("list.html", tera::Value::from_serializable(&self.list_view(page, *kind, *number)))
            }
            Subject::Section(Section::Themes, _) => ("themes.html", tera::Value::from_serializable(&self.themes_view(page))),
            Subject::Section(section, _) => ("register.html", tera::Value::from_serializable(&self.register_view(page, *section))),
            Subject::Work(work, document) => {
                let template = if self.inputs.graph.works[*work].sections.is_empty() { "work.html" } else { "path.html" };
                (template, tera::Value::from_serializable(&self.work_view(page, *work, *document)))
            }
            Subject::Withdrawn(work, document) => {
                ("withdrawn.html", tera::Value::from_serializable(&self.withdrawn_view(page, *work, *document)))
            }
            Subject::Faulty(..) => ("faulty.html", tera::Value::none()),
            Subject::Theme(concept, number) => ("theme.html", tera::Value::from_serializable(&self.theme_view(page, *concept, *number))),
            Subject::Person(id, number) => ("person.html", tera::Value::from_serializable(&self.person_view(page, id, *number))),
            Subject::Source(id, number) => ("source.html", tera::Value::from_serializable(&self.source_view(page, id, *number))),
            Subject::Moved(address, title) => {
                let view = view::MovedView { title: title.clone(), address: crate::base::path::encode(address) };
                ("moved.html", tera::Value::from_serializable(&view))
            }
            Subject::NotFound => ("404.html", tera::Value::none()),
        };
        Rendering { template, page: self.page_view(page), site: self.view_values[&page.language].clone(), view }
    }
}
