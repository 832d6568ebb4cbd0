//! Floor 4: the graph laid out as pages, each with an address and a typed view.
//!
//! Which editions exist under which address is decided once, in [`Routes`]; switcher, alternates, sitemap and every link come from that one
//! table.

mod body;
mod cards;
mod disguise;
mod files;
mod head;
mod json_ld;
mod lists;
mod offline;
mod pages;
mod picture;
mod plain;
mod prose;
mod registers;
mod remarks;
mod routes;
mod signs;
mod status;
mod terms;
mod themes;
mod translations;
pub mod view;
mod work;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::base::diagnostic::Diagnostic;
use crate::base::hash::Hash;
use crate::base::language::{Direction, Language};
use crate::base::locale::Locale;
use crate::base::path::{Address, SitePath};
use crate::base::pseudo::Pseudo;
use crate::config::Config;
use crate::document::Document;
use crate::graph::{Assets, ConceptIndex, Data, DocumentIndex, Graph, WorkIndex};
use crate::source::Binary;
use crate::strings::Strings;
use crate::translation::States;
use cards::Cards;
pub use files::FeedEntry;
pub use plain::{Entry, Facts, Plain, SourceFact, ThemeFact, TranslationFact};
pub use prose::{Paragraph, Part, Passage};
pub use routes::{Presence, Routes, href};
use signs::Signs;
use terms::Mentions;
pub use view::{Digest, PageView, Shared, SiteView, View};

/// Everything that a layout is made from, shared so that a layout can outlive the run that made it.
#[derive(Clone)]
pub struct Inputs {
    /// The site.
    pub config: Arc<Config>,
    /// All documents.
    pub documents: Arc<[Arc<Document>]>,
    /// The graph that was made from them.
    pub graph: Arc<Graph>,
    /// People, sources and the thesaurus as they are stated.
    pub data: Arc<Data>,
    /// The files that texts show.
    pub assets: Arc<Assets>,
    /// The files that are published as they are.
    pub statics: Arc<[Binary]>,
    /// Where each translation stands.
    pub states: Arc<States>,
    /// The strings.
    pub strings: Arc<Strings>,
    /// The languages that are published, in the order of the switcher.
    pub languages: Arc<[Language]>,
    /// What differs from build to build.
    pub options: Arc<Options>,
}

/// Choices of one build.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Whether facilitators' blocks are shown.
    pub facilitator: bool,
    /// The path of the site's root where it is another than that of its base address.
    pub base_path: Option<String>,
    /// The day that counts, where editors want a page about the state of all texts.
    pub status: Option<Date>,
    /// Documents at fault, whose pages show a notice instead.
    pub faulty: BTreeSet<SitePath>,
    /// In which disguise the words of the content are shown. The strings come disguised.
    pub pseudo: Option<Pseudo>,
}

/// A site ready to be rendered. A clone shares all that is large.
#[derive(Clone)]
pub struct Site {
    inputs: Inputs,
    locales: BTreeMap<Language, Locale>,
    routes: Arc<Routes>,
    cards: Arc<Cards>,
    views: BTreeMap<Language, Shared<SiteView>>,
    signs: Arc<BTreeMap<Language, Signs>>,
    mentions: Arc<Mentions>,
    /// The base address as machines read it.
    base: Option<String>,
    /// All pages, by address.
    pub pages: Arc<[Page]>,
    /// The site's files that are published as they are: where, and which.
    pub files: Arc<[(Address, Binary)]>,
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
    /// What readers can keep for reading offline.
    Offline,
    /// Where every text stands, for editors, on this day.
    Status(Date),
    /// «Not found».
    NotFound,
}

impl Subject {
    /// What it is, which part of it, and the work that it is about.
    fn outline(&self) -> (&str, usize, Option<WorkIndex>) {
        match self {
            Subject::Root => ("root", 0, None),
            Subject::Home => ("home", 0, None),
            Subject::Section(section, number) => (section.name(), *number, None),
            Subject::Work(work, _) => ("work", 0, Some(*work)),
            Subject::Withdrawn(work, _) => ("withdrawn", 0, Some(*work)),
            Subject::Faulty(work, _) => ("faulty", 0, Some(*work)),
            Subject::Theme(_, number) => ("theme", *number, None),
            Subject::Person(_, number) => ("person", *number, None),
            Subject::Source(_, number) => ("source", *number, None),
            Subject::Moved(address, _) => (address, 0, None),
            Subject::Offline => ("offline", 0, None),
            Subject::Status(_) => ("status", 0, None),
            Subject::NotFound => ("not-found", 0, None),
        }
    }
}

/// A view of one of the kinds that templates know, with the name of its template.
pub struct Rendering {
    /// The template.
    pub template: &'static str,
    /// What every page has.
    pub page: PageView,
    /// The site in the page's language.
    pub site: Shared<SiteView>,
    /// What this kind of page has.
    pub view: Box<dyn View>,
}

/// Lays out a site. What is wrong with addresses is found here, all at once.
pub fn lay_out(inputs: Inputs) -> (Site, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let inputs = inputs.in_disguise();
    let locales: BTreeMap<Language, Locale> = inputs.languages.iter().map(|&language| (language, Locale::new(language))).collect();
    let routes = Arc::new(Routes::new(&inputs));
    let cards = Arc::new(Cards::new(&inputs, &routes, &locales));
    let base = inputs.config.base_url.as_deref().map(crate::base::path::ascii);
    let (views, signs, pages, files) = (BTreeMap::new(), Arc::default(), Arc::new([]), Arc::new([]));
    let mentions = Arc::new(Mentions::new(&inputs.graph, &inputs.documents));
    let mut site = Site { inputs, locales, routes, cards, views, signs, mentions, base, pages, files };
    let mut view = |&language: &Language| (language, Shared::new(site.site_view(language, &mut problems)));
    site.views = site.inputs.languages.iter().map(&mut view).collect();
    let signs: BTreeMap<Language, Signs> = site.languages().iter().map(|&language| (language, Signs::new(&site, language))).collect();
    site.signs = Arc::new(signs);
    site.files = site.published_files().into();
    site.pages = pages::all(&site, &mut problems).into();
    (site, problems)
}

impl Site {
    /// The same site with other bodies: what pages show of each other must be as it was.
    pub fn with_documents(&self, documents: Arc<[Arc<Document>]>, states: Arc<States>) -> Site {
        let documents = match self.inputs.options.pseudo {
            Some(pseudo) => disguise::documents(&documents, pseudo),
            None => documents,
        };
        let mentions = Arc::new(self.mentions.kept(&self.inputs.documents, &documents));
        Site { inputs: Inputs { documents, states, ..self.inputs.clone() }, mentions, ..self.clone() }
    }

    /// What the site was laid out from.
    pub fn inputs(&self) -> &Inputs {
        &self.inputs
    }

    /// Where everything stands.
    pub fn routes(&self) -> &Routes {
        &self.routes
    }

    /// The languages that are published.
    pub fn languages(&self) -> &[Language] {
        &self.inputs.languages
    }

    /// The rules of a published language.
    pub fn locale(&self, language: Language) -> &Locale {
        &self.locales[&language]
    }

    /// What the frame of every page of a language shows.
    pub fn frame(&self, language: Language) -> &Shared<SiteView> {
        &self.views[&language]
    }

    /// The page at an address.
    pub fn page_at(&self, address: &Address) -> Option<&Page> {
        self.pages.binary_search_by(|page| page.address.cmp(address)).ok().map(|at| &self.pages[at])
    }

    /// The text that a page shows or, in its introduction, begins with.
    pub fn document(&self, page: &Page) -> Option<&Document> {
        self.shown(page).map(|document| &*self.inputs.documents[document])
    }

    /// The number of that text.
    fn shown(&self, page: &Page) -> Option<DocumentIndex> {
        match &page.subject {
            Subject::Work(_, document) | Subject::Withdrawn(_, document) | Subject::Faulty(_, document) => Some(*document),
            Subject::Home => self.index_document("", page.language),
            Subject::Section(section, 0) => section.folder().and_then(|folder| self.index_document(folder, page.language)),
            Subject::Theme(concept, 0) => self.theme_text(*concept, page.language),
            _ => None,
        }
    }

    /// The direction of a published language.
    pub fn direction(&self, language: Language) -> Direction {
        self.signs[&language].direction
    }

    /// Whether a document is at fault and only a notice of it is published.
    pub(crate) fn is_faulty(&self, document: DocumentIndex) -> bool {
        self.inputs.options.faulty.contains(&self.inputs.documents[document].text.path)
    }

    /// A string without arguments.
    pub fn text(&self, language: Language, id: &str) -> String {
        routes::text(&self.inputs.strings, language, id)
    }

    /// Stands for all pages, their addresses, titles and dates, and for where the site stands.
    pub fn outline(&self) -> Hash {
        let mut bytes = Vec::with_capacity(self.pages.len() * 100);
        self.base.digest(&mut bytes);
        self.inputs.config.default_language.digest(&mut bytes);
        for page in self.pages.iter() {
            page.address.as_str().digest(&mut bytes);
            page.language.digest(&mut bytes);
            self.content_language(page).digest(&mut bytes);
            self.is_indexed(page).digest(&mut bytes);
            self.title(page).digest(&mut bytes);
            self.modified(page).map(|date| date.to_string()).digest(&mut bytes);
            let (kind, part, work) = page.subject.outline();
            kind.digest(&mut bytes);
            part.digest(&mut bytes);
            work.map(|work| self.inputs.graph.works[work].id.to_string()).digest(&mut bytes);
        }
        Hash::of(&bytes)
    }

    /// Everything that a page's template sees.
    pub fn rendering(&self, page: &Page) -> Rendering {
        let (template, view): (_, Box<dyn View>) = match &page.subject {
            Subject::Root => ("root.html", Box::new(self.root_view())),
            Subject::Home => ("home.html", Box::new(self.home_view(page))),
            Subject::Section(Section::Kind(kind), number) => ("list.html", Box::new(self.list_view(page, *kind, *number))),
            Subject::Section(Section::Themes, number) => ("themes.html", Box::new(self.themes_view(page, *number))),
            Subject::Section(section, number) => ("register.html", Box::new(self.register_view(page, *section, *number))),
            Subject::Work(work, document) => {
                let template = if self.inputs.graph.works[*work].sections.is_empty() { "work.html" } else { "path.html" };
                (template, Box::new(self.work_view(page, *work, *document)))
            }
            Subject::Withdrawn(work, document) => ("withdrawn.html", Box::new(self.withdrawn_view(page, *work, *document))),
            Subject::Faulty(..) => ("faulty.html", Box::new(None::<String>)),
            Subject::Theme(concept, number) => ("theme.html", Box::new(self.theme_view(page, *concept, *number))),
            Subject::Person(id, number) => ("person.html", Box::new(self.person_view(page, id, *number))),
            Subject::Source(id, number) => ("source.html", Box::new(self.source_view(page, id, *number))),
            Subject::Moved(address, title) => {
                ("moved.html", Box::new(view::MovedView { title: title.clone(), address: crate::base::path::encode(address) }))
            }
            Subject::Offline => ("offline.html", Box::new(self.offline_view(page))),
            Subject::Status(today) => ("status.html", Box::new(self.status_view(page, *today))),
            Subject::NotFound => ("404.html", Box::new(None::<String>)),
        };
        Rendering { template, page: self.page_view(page), site: self.views[&page.language].clone(), view }
    }
}

impl Rendering {
    /// Stands for all that the page shows.
    pub fn hash(&self) -> Hash {
        let mut bytes = Vec::with_capacity(4096);
        self.template.digest(&mut bytes);
        self.site.digest(&mut bytes);
        self.page.digest(&mut bytes);
        self.view.digest(&mut bytes);
        Hash::of(&bytes)
    }
}
