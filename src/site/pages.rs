//! All pages of a site, each address once.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::routes::PAGE_LENGTH;
use super::{Page, Presence, Section, Site, Subject};
use crate::base::diagnostic::{Code, Diagnostic, Limited};
use crate::base::language::Language;
use crate::base::path::{Address, ConceptId, SitePath};
use crate::base::segment::normalize;
use crate::base::text::Place;
use crate::base::yaml::Step;
use crate::graph::{DocumentIndex, WorkIndex};

/// Lists the pages, and reports addresses that two of them claim.
pub fn all(site: &Site, problems: &mut Vec<Diagnostic>) -> Vec<Page> {
    let mut layout = Layout { site, taken: BTreeMap::new(), pages: Vec::new(), problems: Limited::new(problems) };
    layout.add(Address::new("index.html"), site.inputs.config.default_language, Subject::Root, Claimant::Program);
    layout.add(Address::new("404.html"), site.inputs.config.default_language, Subject::NotFound, Claimant::Program);
    for &language in site.languages() {
        layout.language(language);
    }
    // Old addresses come last, so that in a clash it is they that are reported.
    for &language in site.languages() {
        layout.moved(language);
    }
    for address in site.fixed_addresses() {
        layout.claim(&address, Claimant::Program);
    }
    for (address, file) in site.files.iter() {
        // Which files the search will have is known when all texts have been read.
        if site.is_of_search(address) {
            layout.claim(address, Claimant::Program);
        }
        layout.claim(address, Claimant::File(&file.path));
    }
    layout.part_files_from_folders();
    let mut pages = layout.pages;
    pages.sort_by(|a, b| a.address.cmp(&b.address));
    pages
}

/// Who wants an address. Its place in a file is looked up only when there is something to say about it.
#[derive(Clone, Copy)]
enum Claimant<'a> {
    /// A page that the program makes of itself.
    Program,
    /// A text, by its slug or its name.
    Slug(DocumentIndex),
    /// An entry of a text's `redirects`.
    Redirect(DocumentIndex, usize),
    /// An entry of a work's `former_ids`.
    FormerId(DocumentIndex, usize),
    /// An entry of a theme's `former_ids`.
    FormerTheme(&'a ConceptId, usize),
    /// A file that is published as it is.
    File(&'a SitePath),
}

impl Claimant<'_> {
    fn place(&self, site: &Site) -> Option<Place> {
        let document = |index: DocumentIndex| &site.inputs.documents[index];
        match self {
            Claimant::Program => None,
            Claimant::Slug(index) => Some(document(*index).place(&[Step::Key("slug")])),
            Claimant::Redirect(index, at) => Some(document(*index).place(&[Step::Key("redirects"), Step::Index(*at)])),
            Claimant::FormerId(index, at) => Some(document(*index).place(&[Step::Key("former_ids"), Step::Index(*at)])),
            Claimant::FormerTheme(id, at) => {
                Some(site.inputs.data.thesaurus.place(&[Step::Key(id), Step::Key("former_ids"), Step::Index(*at)]))
            }
            Claimant::File(path) => Some(Place::file((*path).clone())),
        }
    }
}

struct Layout<'a, 'p> {
    site: &'a Site,
    /// By address in lower case: some file systems know no other.
    taken: BTreeMap<String, Claimant<'a>>,
    pages: Vec<Page>,
    problems: Limited<'p>,
}

impl<'a> Layout<'a, '_> {
    fn add(&mut self, address: Address, language: Language, subject: Subject, claimant: Claimant<'a>) {
        if self.claim(&address, claimant) {
            self.pages.push(Page { address, language, subject });
        }
    }

    /// Takes an address for an output, and reports if another has it already.
    fn claim(&mut self, address: &Address, claimant: Claimant<'a>) -> bool {
        match self.taken.entry(address.to_lowercase()) {
            Entry::Vacant(free) => {
                free.insert(claimant);
                true
            }
            Entry::Occupied(first) => {
                let site = self.site;
                self.problems.add(Code::AddressTaken, |mut problem| {
                    for place in [&claimant, first.get()].into_iter().filter_map(|one| one.place(site)) {
                        match problem.place {
                            None => problem.place = Some(place),
                            Some(_) => problem.others.push(place),
                        }
                    }
                    problem.arg("address", address)
                });
                false
            }
        }
    }

    /// Reports an address that is a file's and, with more behind it, a folder's too.
    fn part_files_from_folders(&mut self) {
        let (mut last, mut files) = ("", Vec::new());
        for (address, claimant) in &self.taken {
            let folder = address.rsplit_once('/').map_or("", |(folder, _)| folder);
            // Most addresses stand in the same folder as the one before.
            if folder != std::mem::replace(&mut last, folder) {
                let folders = address.match_indices('/').map(|(at, _)| &address[..at]);
                files = folders.filter_map(|folder| self.taken.get_key_value(folder)).collect();
            }
            for file in &files {
                self.problems.add(Code::AddressTaken, |mut problem| {
                    let mut places = [claimant, file.1].into_iter().filter_map(|one| one.place(self.site));
                    problem.place = places.next();
                    problem.others.extend(places);
                    problem.arg("address", file.0)
                });
            }
        }
    }

    fn language(&mut self, language: Language) {
        let (site, routes, graph) = (self.site, self.site.routes(), &self.site.inputs.graph);
        self.add(routes.home(language), language, Subject::Home, Claimant::Program);
        if let Some(today) = site.inputs.options.status {
            self.add(super::status::address(language), language, Subject::Status(today), Claimant::Program);
        }
        if site.has_offline() {
            self.add(site.offline_page(language), language, Subject::Offline, Claimant::Program);
        }
        for section in Section::ALL {
            for number in 0..site.pages_of(section, language) {
                self.add(routes.section(section, language, number), language, Subject::Section(section, number), Claimant::Program);
            }
        }
        for (index, work) in graph.works.iter().enumerate() {
            let presence = routes.presence(index, language);
            let (Some(address), Some((document, _))) = (routes.work(index, language), presence.document()) else { continue };
            let subject = match work.facts.withdrawn {
                _ if site.is_faulty(document) => Subject::Faulty(index, document),
                Some(_) => Subject::Withdrawn(index, document),
                None => Subject::Work(index, document),
            };
            self.add(address.clone(), language, subject, Claimant::Slug(document));
            if site.has_offline() && !work.sections.is_empty() {
                self.claim(&site.offline_list(address), Claimant::Slug(document));
            }
            if let Some(twin) = self.pages.last().filter(|page| page.address == *address).and_then(|page| site.markdown_of(page)) {
                self.claim(&twin, Claimant::Slug(document));
            }
        }
        for concept in 0..graph.concepts.len() {
            let works = site.theme_link(concept, language).count;
            self.entries(works, language, |number| (routes.theme(concept, language, number), Subject::Theme(concept, number)));
        }
        for section in [Section::People, Section::Sources] {
            let subject = if section == Section::People { Subject::Person } else { Subject::Source };
            for (id, works) in site.cards.entries(section, language) {
                self.entries(works.len(), language, |number| (routes.entry(section, id, language, number), subject(id.to_owned(), number)));
            }
        }
    }

    fn entries(&mut self, works: usize, language: Language, page: impl Fn(usize) -> (Address, Subject)) {
        for number in 0..works.div_ceil(PAGE_LENGTH).max(1) {
            let (address, subject) = page(number);
            self.add(address, language, subject, Claimant::Program);
        }
    }

    fn moved(&mut self, language: Language) {
        let (site, graph) = (self.site, &self.site.inputs.graph);
        for (index, work) in graph.works.iter().enumerate() {
            let presence = Some(site.routes().presence(index, language)).filter(|presence| presence.is_own());
            let (Some((document, _)), Some(target)) = (presence.and_then(Presence::document), site.routes().work(index, language)) else {
                continue;
            };
            // Old addresses are those of the edition itself; a former id was the work's in every language.
            if presence == Some(Presence::Own(document)) {
                self.redirects(index, document, target, language);
            }
            let Some(former_ids) = &work.facts.former_ids else { continue };
            let slug = site.inputs.documents[document].face.front.slug.as_deref();
            let mut left = BTreeSet::from([target.clone()]);
            for (at, old) in former_ids.iter().enumerate() {
                if graph.works.binary_search_by(|other| other.id.as_str().cmp(old)).is_ok() {
                    continue; // Another work has this id now, which was reported.
                }
                // A slug stood at the end of the address under the old id as well; several old ids may then share one.
                let last = slug.unwrap_or_else(|| old.rsplit('/').next().unwrap_or(old));
                let address = Address::new(format!("{language}/{}{}.html", site.routes().folders_of(old, language), normalize(last)));
                if left.insert(address.clone()) {
                    let subject = Subject::Moved(target.clone(), self.title(index, language));
                    self.add(address, language, subject, Claimant::FormerId(work.lead, at));
                }
            }
        }
        for (index, concept) in graph.concepts.iter().enumerate() {
            let target = site.routes().theme(index, language, 0);
            for (at, old) in concept.former_ids.iter().enumerate() {
                if graph.concepts.binary_search_by(|other| other.id.as_str().cmp(old)).is_ok() {
                    continue;
                }
                let address = site.routes().entry(Section::Themes, old, language, 0);
                let title = site.theme_link(index, language).title.clone();
                self.add(address, language, Subject::Moved(target.clone(), title), Claimant::FormerTheme(&concept.id, at));
            }
        }
    }

    fn redirects(&mut self, work: WorkIndex, document: DocumentIndex, target: &Address, language: Language) {
        let source = &self.site.inputs.documents[document];
        for (at, old) in source.face.front.redirects.iter().enumerate() {
            let claimant = Claimant::Redirect(document, at);
            match redirect_address(old) {
                Some(address) => self.add(address, language, Subject::Moved(target.clone(), self.title(work, language)), claimant),
                None => {
                    let site = self.site;
                    self.problems.add(Code::InvalidRedirect, |mut problem| {
                        problem.place = claimant.place(site);
                        problem.arg("address", old)
                    });
                }
            }
        }
    }

    fn title(&self, work: WorkIndex, language: Language) -> String {
        self.site.card(work, language).map(|card| card.title.clone()).unwrap_or_default()
    }
}

/// The file behind an old address: a page, or the index of a folder. It is relative to the site's root; a slash before it is forgiven.
fn redirect_address(old: &str) -> Option<Address> {
    let path = old.trim().trim_start_matches('/');
    let is_plain = |segment: &str| {
        !segment.is_empty() && !segment.starts_with('.') && !segment.chars().any(|c| c.is_control() || "?#%\\:*\"<>|".contains(c))
    };
    let trimmed = path.trim_end_matches('/');
    if trimmed.is_empty() || !trimmed.split('/').all(is_plain) {
        return None;
    }
    Some(Address::new(match trimmed.to_lowercase().ends_with(".html") && trimmed.len() == path.len() {
        true => normalize(path),
        false => format!("{}/index.html", normalize(trimmed)),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_address_is_a_page_or_a_folder_of_this_site() {
        let address = |old| redirect_address(old).map(|address| address.to_string());
        assert_eq!(address("es/viejo.html").as_deref(), Some("es/viejo.html"));
        assert_eq!(address("/es/viejo/").as_deref(), Some("es/viejo/index.html"));
        assert_eq!(address("es/viejo").as_deref(), Some("es/viejo/index.html"));
        for wrong in ["", "/", "../a.html", "es//a", "https://example.org/a", "a?b=1", ".apologue/x"] {
            assert_eq!(address(wrong), None, "{wrong}");
        }
    }
}
