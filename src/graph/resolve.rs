//! Where the links of texts lead.

use rayon::prelude::*;

use super::assets::Assets;
use super::names::{Found, Names};
use super::{Concept, ConceptIndex, Work, WorkIndex};
use crate::base::diagnostic::{Code, Diagnostic, nearest};
use crate::base::language::Language;
use crate::base::path::SitePath;
use crate::config::{Config, MenuItem};
use crate::document::identity::identify;
use crate::document::{Document, Heading, Link, Role, Target};

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
        /// Which heading of it, counted in the edition where it was found, from 0.
        heading: Option<usize>,
    },
    /// To a heading of the same page, by its anchor.
    Anchor(String),
    /// Out of the site.
    External(String),
    /// Nowhere: a problem was reported.
    Nowhere,
}

/// The folders whose lists have pages.
const SECTIONS: [&str; 7] = ["paths", "stories", "maxims", "exercises", "themes", "people", "sources"];

/// Everything that links are looked up in.
pub struct Resolver<'a> {
    /// All documents.
    pub documents: &'a [Document],
    /// All works.
    pub works: &'a [Work],
    /// All concepts.
    pub concepts: &'a [Concept],
    /// Their names.
    pub names: &'a Names<'a>,
    /// The files.
    pub assets: &'a Assets<'a>,
    /// The site.
    pub config: &'a Config,
}

type Links = Vec<Vec<Resolved>>;
type Shown = Vec<Vec<Option<SitePath>>>;

impl Resolver<'_> {
    /// Resolves the links and assets of all documents.
    pub fn all(&self, problems: &mut Vec<Diagnostic>) -> (Links, Shown) {
        let one = |document: &Document| {
            let mut found = Vec::new();
            let links = document.face.links.iter().map(|link| self.link(document, link, &mut found)).collect();
            let assets = document.face.assets.iter().map(|asset| {
                let path = self.assets.find(&asset.path, asset.anywhere);
                if path.is_none() {
                    let problem = Diagnostic::new(Code::MissingAsset).at(document.text.place(asset.span)).arg("name", &asset.path);
                    found.push(problem.suggest(&asset.path, self.assets.paths()));
                }
                if is_active(&asset.path) {
                    found.push(Diagnostic::new(Code::ActiveFile).at(document.text.place(asset.span)).arg("name", &asset.path));
                    return None;
                }
                path
            });
            (links, assets.collect(), found)
        };
        let resolved: Vec<(Vec<Resolved>, Vec<Option<SitePath>>, Vec<Diagnostic>)> = self.documents.par_iter().map(one).collect();
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
        let mut resolve = |item: &MenuItem| match item.target.as_str() {
            _ if item.leaves_site() => None,
            "home" => Some(Destination::Section(String::new())),
            name if SECTIONS.contains(&name) => Some(Destination::Section(name.to_owned())),
            name => {
                let at = |code: Code, name: &str| Diagnostic::new(code).at(self.config.text.place(item.span)).arg("name", name);
                self.reference(name, &at, problems)
            }
        };
        self.config.menu.iter().flatten().map(&mut resolve).collect()
    }

    fn link(&self, document: &Document, link: &Link, problems: &mut Vec<Diagnostic>) -> Resolved {
        let at = |code: Code, name: &str| Diagnostic::new(code).at(document.text.place(link.span)).arg("name", name);
        let (destination, heading) = match &link.target {
            Target::External(address) => return Resolved::External(address.clone()),
            Target::Heading(wanted) => {
                return match find_heading(&document.face.headings, wanted) {
                    Some(found) => Resolved::Anchor(document.face.headings[found].anchor.clone()),
                    None => {
                        problems.push(broken_anchor(at(Code::BrokenAnchor, wanted), wanted, &document.face.headings));
                        Resolved::Nowhere
                    }
                };
            }
            Target::Work { reference, heading } => (self.reference(reference, &at, problems), heading),
            Target::File { path, heading } => (self.file(path, &at, problems), heading),
        };
        let Some(destination) = destination else { return Resolved::Nowhere };
        let heading = heading.as_ref().and_then(|wanted| {
            let headings = self.headings(&destination, document.language)?;
            let found = find_heading(headings, wanted);
            if found.is_none() {
                problems.push(broken_anchor(at(Code::BrokenAnchor, wanted), wanted, headings));
            }
            found
        });
        Resolved::Internal { destination, heading }
    }

    /// A wiki link: a work by any tail of its id, a theme as `themes/ID`, a list by its name.
    fn reference(&self, name: &str, at: &dyn Fn(Code, &str) -> Diagnostic, problems: &mut Vec<Diagnostic>) -> Option<Destination> {
        if let Some(id) = name.strip_prefix("themes/")
            && let Found::One(concept) | Found::Former(concept, _) = self.names.concept(id)
        {
            return Some(Destination::Theme(concept));
        }
        let problem = match self.names.work(name) {
            Found::One(work) => return Some(Destination::Work(work)),
            Found::Former(work, current) => {
                problems.push(at(Code::FormerId, name).arg("current", current));
                return Some(Destination::Work(work));
            }
            Found::Several(ids) => at(Code::AmbiguousLink, name).arg("candidates", ids.join(", ")),
            // Obsidian writes the file's name, language and all.
            Found::None => match identify(&format!("{name}.md"), self.config).0 {
                Some(identity) => return self.role(&identity.role, name, at, problems),
                None => self.names.suggest_work(at(Code::BrokenLink, name), name),
            },
        };
        problems.push(problem);
        None
    }

    /// A relative link to a file: the same rule that names works tells which one it belongs to.
    fn file(&self, path: &str, at: &dyn Fn(Code, &str) -> Diagnostic, problems: &mut Vec<Diagnostic>) -> Option<Destination> {
        match identify(path, self.config).0 {
            Some(identity) => self.role(&identity.role, path, at, problems),
            None => {
                problems.push(self.names.suggest_work(at(Code::BrokenLink, path), path.trim_end_matches(".md")));
                None
            }
        }
    }

    fn role(&self, role: &Role, name: &str, at: &dyn Fn(Code, &str) -> Diagnostic, problems: &mut Vec<Diagnostic>) -> Option<Destination> {
        let problem = match role {
            Role::Index(section) => return Some(Destination::Section(section.clone())),
            Role::Introduction(id) => match self.concepts.binary_search_by(|concept| concept.id.cmp(id)) {
                Ok(concept) => return Some(Destination::Theme(concept)),
                Err(_) => at(Code::UnknownTheme, id).suggest(id, self.names.concept_names()),
            },
            Role::Work(id) => match self.names.work(id) {
                Found::One(work) if self.works[work].id.ends_with(id.as_str()) => return Some(Destination::Work(work)),
                Found::Former(work, current) => {
                    problems.push(at(Code::FormerId, name).arg("current", current));
                    return Some(Destination::Work(work));
                }
                _ => self.names.suggest_work(at(Code::BrokenLink, name), id),
            },
        };
        problems.push(problem);
        None
    }

    /// The headings of the edition that a reader of this language gets; nothing for pages without a text.
    fn headings(&self, destination: &Destination, language: Language) -> Option<&[Heading]> {
        let Destination::Work(work) = destination else { return None };
        let (_, document) = self.works[*work].edition(&self.config.chain(language))?;
        Some(&self.documents[document].face.headings)
    }
}

/// Whether a browser would run the file as a page or a script of the site. Content may be hostile, so such a file is published only by
/// whoever can write `content/static/`.
fn is_active(path: &str) -> bool {
    let extension = path.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default();
    let active = ["htm", "html", "js", "jar", "mht", "mhtml", "mjs", "shtml", "svgz", "swf", "xht", "xhtml", "xml", "xsl", "xslt"];
    active.contains(&extension.as_str())
}

/// A heading by its anchor or by its words.
fn find_heading(headings: &[Heading], wanted: &str) -> Option<usize> {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let wanted_plain = plain(wanted);
    let by_anchor = headings.iter().position(|heading| heading.anchor == wanted);
    by_anchor.or_else(|| headings.iter().position(|heading| plain(&heading.text) == wanted_plain))
}

fn broken_anchor(mut problem: Diagnostic, wanted: &str, headings: &[Heading]) -> Diagnostic {
    let names = headings.iter().flat_map(|heading| [heading.anchor.as_str(), heading.text.as_str()]);
    problem.suggestion = nearest(wanted, names);
    problem
}
