//! Where the links of texts lead.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::assets::Assets;
use super::names::{Found, Names};
use super::{Concept, ConceptIndex, DocumentIndex, Work, WorkIndex};
use crate::base::diagnostic::{Code, Diagnostic, Limited};
use crate::base::language::Language;
use crate::base::path::SitePath;
use crate::base::text::Place;
use crate::base::vocabulary::Vocabulary;
use crate::config::{Config, MenuItem};
use crate::document::identity::identify;
use crate::document::{Asset, Document, Face, Link, Role, Target};

/// A page that a text can link to, whatever the language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A work.
    Work(WorkIndex),
    /// A theme.
    Theme(ConceptIndex),
    /// A list, by the section's name; the home page has none.
    Section(String),
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// To a page of the site.
    Internal {
        /// Which.
        destination: Destination,
        /// Where on it.
        spot: Option<Spot>,
    },
    /// To a place of the same page.
    Here(Spot),
    /// Out of the site.
    External(String),
    /// Nowhere: a problem was reported.
    Nowhere,
}

/// A place on a page that a link can lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A heading, counted from 0 in the edition where it was found.
    Heading(usize),
    /// Another id, which is the same in every edition that has it.
    Anchor(String),
}

/// The folders whose lists have pages.
const SECTIONS: [&str; 7] = ["paths", "stories", "maxims", "exercises", "themes", "people", "sources"];

/// A list by the name of its folder, or by its text as the other works are named: `stories`, `stories/index`.
fn section(name: &str) -> Option<Destination> {
    let folder = name.strip_suffix("/index").unwrap_or(name);
    SECTIONS.contains(&folder).then(|| Destination::Section(folder.to_owned()))
}

/// Everything that links are looked up in.
pub struct Resolver<'a> {
    documents: &'a [Arc<Document>],
    works: &'a [Work],
    concepts: &'a [Concept],
    names: &'a Names<'a>,
    assets: &'a Assets,
    config: &'a Config,
    /// For each document that somebody links into.
    spots: Vec<OnceLock<Spots<'a>>>,
    /// The work of each document that is an edition of one.
    work_of: Vec<Option<usize>>,
}

type Links = Vec<Vec<Resolved>>;
type Shown = Vec<Vec<Option<SitePath>>>;

impl<'a> Resolver<'a> {
    /// Looks up in these.
    pub fn new(
        documents: &'a [Arc<Document>],
        works: &'a [Work],
        concepts: &'a [Concept],
        names: &'a Names<'a>,
        assets: &'a Assets,
        config: &'a Config,
    ) -> Resolver<'a> {
        let spots = documents.iter().map(|_| OnceLock::new()).collect();
        let mut work_of = vec![None; documents.len()];
        for (index, work) in works.iter().enumerate() {
            work.editions.values().chain([&work.lead]).for_each(|&edition| work_of[edition] = Some(index));
        }
        Resolver { documents, works, concepts, names, assets, config, spots, work_of }
    }

    /// Resolves the links and assets of all documents.
    pub fn all(&self, problems: &mut Vec<Diagnostic>) -> (Links, Shown) {
        let one = |index: DocumentIndex| {
            let face = &self.documents[index].face;
            let mut problems = Vec::new();
            let found = &mut Limited::new(&mut problems);
            let links = face.links.iter().map(|link| self.link(index, link, found)).collect::<Vec<_>>();
            let assets = face.assets.iter().map(|asset| self.asset(index, asset, found)).collect::<Vec<_>>();
            (links, assets, problems)
        };
        let resolved: Vec<_> = (0..self.documents.len()).into_par_iter().map(one).collect();
        let (mut links, mut shown) = (Vec::with_capacity(resolved.len()), Vec::with_capacity(resolved.len()));
        for (link, asset, found) in resolved {
            links.push(link);
            shown.push(asset);
            problems.extend(found);
        }
        (links, shown)
    }

    /// Resolves the configured menu: `home`, a section by its folder's name, or whatever a wiki link can name.
    pub fn menu(&self, problems: &mut Vec<Diagnostic>) -> Vec<Option<Destination>> {
        let found = &mut Limited::new(problems);
        let mut resolve = |item: &MenuItem| match item.target.as_str() {
            _ if item.leaves_site() => None,
            "home" => Some(Destination::Section(String::new())),
            name => self.reference(name, &|| self.config.text.place(item.span), found),
        };
        self.config.menu.iter().flatten().map(&mut resolve).collect()
    }

    fn asset(&self, document: DocumentIndex, asset: &Asset, found: &mut Limited) -> Option<SitePath> {
        let at =
            |problem: Diagnostic| problem.at(self.documents[document].text.place(asset.span)).arg("name", &asset.path).arg("of", "text");
        let folder = self.documents[document].text.path.folder();
        let path = match asset.anywhere {
            true => self.assets.find_anywhere(folder.strip_prefix("content/").unwrap_or_default(), &asset.path),
            false => self.assets.find(&asset.path),
        };
        if path.is_none() {
            found.add(Code::MissingAsset, |problem| self.assets.suggest(at(problem), &asset.path));
        }
        if is_active(&asset.path) {
            found.add(Code::ActiveFile, at);
            return None;
        }
        path
    }

    fn link(&self, document: DocumentIndex, link: &Link, found: &mut Limited) -> Resolved {
        let text = &self.documents[document].text;
        let place = || text.place(link.span);
        let (destination, wanted) = match &link.target {
            Target::External(address) => return Resolved::External(address.clone()),
            Target::Heading(wanted) => {
                return self.spot(document, wanted, &place, found).map_or(Resolved::Nowhere, Resolved::Here);
            }
            Target::Work { reference, heading } => (self.reference(reference, &place, found), heading),
            Target::File { path, heading } => (self.file(path, &place, found), heading),
        };
        let Some(destination) = destination else { return Resolved::Nowhere };
        let spot = wanted.as_ref().and_then(|wanted| {
            let into = self.document(&destination, self.documents[document].language)?;
            self.spot(into, wanted, &place, found)
        });
        Resolved::Internal { destination, spot }
    }

    /// A wiki link: a work by any tail of its id, a theme as `themes/ID`, a list by its name.
    fn reference(&self, name: &str, place: &dyn Fn() -> Place, found: &mut Limited) -> Option<Destination> {
        let at = |problem: Diagnostic| problem.at(place()).arg("name", name);
        if let Some(id) = name.strip_prefix("themes/").filter(|id| *id != "index") {
            match self.names.concept(id) {
                Found::One(concept) => return Some(Destination::Theme(concept)),
                Found::Former(concept, current) => {
                    found.add(Code::FormerId, |problem| at(problem).arg("current", current));
                    return Some(Destination::Theme(concept));
                }
                Found::Several(ids) => found.add(Code::AmbiguousTheme, |problem| at(problem).arg("candidates", ids.join(", "))),
                Found::None => found.add(Code::UnknownTheme, |problem| self.names.suggest_concept(problem.at(place()).arg("name", id), id)),
            }
            return None;
        }
        match self.names.work(name) {
            Found::One(work) => return Some(Destination::Work(work)),
            Found::Former(work, current) => {
                found.add(Code::FormerId, |problem| at(problem).arg("current", current));
                return Some(Destination::Work(work));
            }
            Found::Several(ids) => found.add(Code::AmbiguousLink, |problem| at(problem).arg("candidates", ids.join(", "))),
            Found::None if section(name).is_some() => return section(name),
            // Obsidian writes the file's name, language and all.
            Found::None => match identify(&format!("{name}.md"), self.config).0 {
                Some(identity) => return self.role(&identity.role, true, name, place, found),
                None => found.add(Code::BrokenLink, |problem| self.names.suggest_work(at(problem), name)),
            },
        }
        None
    }

    /// A relative link to a file: the same rule that names works tells which one it belongs to.
    fn file(&self, path: &str, place: &dyn Fn() -> Place, found: &mut Limited) -> Option<Destination> {
        if let Some(identity) = identify(path, self.config).0 {
            return self.role(&identity.role, false, path, place, found);
        }
        found.add(Code::BrokenLink, |problem| self.names.suggest_work(problem.at(place()).arg("name", path), path.trim_end_matches(".md")));
        None
    }

    /// A wiki link may name a file by the end of its path, a relative link may not.
    fn role(&self, role: &Role, by_tail: bool, name: &str, place: &dyn Fn() -> Place, found: &mut Limited) -> Option<Destination> {
        match role {
            Role::Index(section) => return Some(Destination::Section(section.clone())),
            Role::Introduction(id) => match self.concepts.binary_search_by(|concept| concept.id.cmp(id)) {
                Ok(concept) => return Some(Destination::Theme(concept)),
                Err(_) => found.add(Code::UnknownTheme, |problem| self.names.suggest_concept(problem.at(place()).arg("name", id), id)),
            },
            Role::Work(id) => match self.names.work(id) {
                Found::One(work) if by_tail || self.works[work].id == *id => return Some(Destination::Work(work)),
                Found::Former(work, current) => {
                    found.add(Code::FormerId, |problem| problem.at(place()).arg("name", name).arg("current", current));
                    return Some(Destination::Work(work));
                }
                _ => found.add(Code::BrokenLink, |problem| self.names.suggest_work(problem.at(place()).arg("name", name), id)),
            },
        }
        None
    }

    /// The edition that a reader of this language gets; nothing for pages without a text.
    fn document(&self, destination: &Destination, language: Language) -> Option<DocumentIndex> {
        let Destination::Work(work) = destination else { return None };
        self.works[*work].edition(&self.config.chain(language)).map(|(_, document)| document)
    }

    fn spots(&self, document: DocumentIndex) -> &Spots<'a> {
        self.spots[document].get_or_init(|| Spots::new(&self.documents[document].face))
    }

    /// A heading that is named as another edition has it: translators copy links. It is the one at the same place, if both editions have the
    /// same headings.
    fn twin(&self, document: DocumentIndex, wanted: &str) -> Option<Spot> {
        let levels = |index: DocumentIndex| self.documents[index].face.headings.iter().map(|heading| heading.level);
        let work = &self.works[self.work_of[document]?];
        let others = work.editions.values().chain([&work.lead]).copied().filter(|other| *other != document);
        let spot = others.filter(|other| levels(*other).eq(levels(document))).find_map(|other| self.spots(other).find(wanted))?;
        matches!(spot, Spot::Heading(_)).then_some(spot)
    }

    /// A heading by its anchor or its words, or another id.
    fn spot(&self, document: DocumentIndex, wanted: &str, place: &dyn Fn() -> Place, found: &mut Limited) -> Option<Spot> {
        let face = &self.documents[document].face;
        let spots = self.spots(document);
        let spot = spots.find(wanted).or_else(|| self.twin(document, wanted));
        if spot.is_none() {
            found.add(Code::BrokenAnchor, |mut problem| {
                problem.suggestion = spots.nearest(wanted, face);
                problem.at(place()).arg("name", wanted)
            });
        }
        spot
    }
}

/// The places of one document, so that however many links lead into it, each is found at once.
struct Spots<'a> {
    by_anchor: HashMap<&'a str, usize>,
    by_words: HashMap<String, usize>,
    anchors: HashSet<&'a str>,
    /// For suggestions; most texts need none.
    vocabulary: OnceLock<Vocabulary>,
}

impl<'a> Spots<'a> {
    fn new(face: &'a Face) -> Spots<'a> {
        let mut spots = Spots { by_anchor: HashMap::new(), by_words: HashMap::new(), anchors: HashSet::new(), vocabulary: OnceLock::new() };
        for (index, heading) in face.headings.iter().enumerate() {
            spots.by_anchor.entry(&heading.anchor).or_insert(index);
            spots.by_words.entry(plain(&heading.text)).or_insert(index);
        }
        spots.anchors.extend(face.anchors.iter().map(String::as_str));
        spots
    }

    fn find(&self, wanted: &str) -> Option<Spot> {
        let heading = self.by_anchor.get(wanted).or_else(|| self.by_words.get(&plain(wanted))).map(|&heading| Spot::Heading(heading));
        let anchor = || self.anchors.get(wanted).map(|anchor| Spot::Anchor((*anchor).to_owned()));
        heading.or_else(anchor)
    }

    /// The anchor or the words that wrong ones can have meant.
    fn nearest(&self, wanted: &str, face: &Face) -> Option<String> {
        let headings = || face.headings.iter().flat_map(|heading| [heading.anchor.as_str(), heading.text.as_str()]);
        let names = || headings().chain(face.anchors.iter().map(String::as_str));
        self.vocabulary.get_or_init(|| names().collect()).nearest(wanted)
    }
}

/// Words whatever their case and the spaces between them.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Whether a browser would run the file as a page or a script of the site. Content may be hostile, so such a file is published only by
/// whoever can write `content/static/`.
fn is_active(path: &str) -> bool {
    let extension = path.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default();
    let active = ["htm", "html", "js", "jar", "mht", "mhtml", "mjs", "shtml", "svgz", "swf", "xht", "xhtml", "xml", "xsl", "xslt"];
    active.contains(&extension.as_str())
}
