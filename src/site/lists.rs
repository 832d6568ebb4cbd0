//! Home pages, lists of works, the list of languages.

use super::routes::{PAGE_LENGTH, href};
use super::view::{Card, HomeView, ListView, Pager, RootEntry, RootView, Shared, WorkGroup};
use super::{Page, Section, Site};
use crate::base::path::Address;
use crate::config::Kind;
use crate::graph::WorkIndex;

/// How many of the newest works a home page shows.
const NEWEST: usize = 8;

impl Site {
    pub(super) fn root_view(&self) -> RootView {
        let languages = self.languages().iter().map(|&language| {
            let site = &self.views[&language];
            RootEntry {
                lang: language,
                name: super::cards::own_name(&self.inputs, language),
                dir: language.direction(),
                title: site.title.clone(),
                description: site.description.clone(),
                address: site.home.clone(),
            }
        });
        RootView { languages: languages.collect() }
    }

    pub(super) fn home_view(&self, page: &Page) -> HomeView {
        let language = page.language;
        let graph = &self.inputs.graph;
        let index = self.index_document("", language);
        let all = || Kind::ALL.iter().flat_map(|&kind| self.cards.order(kind, language)).copied();
        let mut newest: Vec<Shared<Card>> = self.cards(all().filter(|&work| graph.works[work].kind != Kind::Page), language);
        newest.retain(|card| card.date.is_some() && card.lang.is_none());
        // The order of the lists decides between works of one day.
        newest.sort_by(|a, b| b.date.cmp(&a.date));
        newest.truncate(NEWEST);
        HomeView {
            headline: index.and_then(|document| self.inputs.documents[document].face.front.title.clone()),
            introduction: index.map(|document| self.body(page, document)),
            paths: self.cards(self.cards.order(Kind::Path, language).iter().copied(), language),
            featured: self.cards(all().filter(|&work| graph.works[work].facts.featured == Some(true)), language),
            newest,
            themes: self.theme_tree(language, 1),
        }
    }

    pub(super) fn list_view(&self, page: &Page, kind: Kind, number: usize) -> ListView {
        let section = Section::Kind(kind);
        let works = self.cards.order(kind, page.language);
        ListView {
            name: section.name().to_owned(),
            title: self.section_title(section, page.language),
            introduction: self.introduction(page, section, number),
            works: self.cards(page_of(works, number).iter().copied(), page.language),
            total: works.len(),
            pager: pager(works.len(), number, |number| self.routes.section(section, page.language, number)),
        }
    }

    /// The text above a list, on its first page only.
    pub(super) fn introduction(&self, page: &Page, section: Section, number: usize) -> Option<String> {
        let document = self.index_document(section.folder()?, page.language).filter(|_| number == 0)?;
        Some(self.body(page, document))
    }

    pub(super) fn index_document(&self, folder: &str, language: crate::base::language::Language) -> Option<usize> {
        let document = self.inputs.graph.indexes.get(&(folder.to_owned(), language)).copied();
        document.filter(|document| !self.is_faulty(*document))
    }

    /// Cards in groups of one kind each; the works come ordered by kind.
    pub(super) fn groups(&self, works: &[WorkIndex], language: crate::base::language::Language) -> Vec<WorkGroup> {
        let mut groups: Vec<WorkGroup> = Vec::new();
        for &work in works {
            let kind = self.inputs.graph.works[work].kind.as_str();
            let Some(card) = self.card(work, language) else { continue };
            match groups.last_mut().filter(|group| group.name == kind) {
                Some(group) => group.works.push(card),
                None => groups.push(WorkGroup { name: kind.to_owned(), works: vec![card] }),
            }
        }
        groups
    }
}

/// The part of a list that one page shows.
pub fn page_of<T>(all: &[T], number: usize) -> &[T] {
    let start = (number * PAGE_LENGTH).min(all.len());
    &all[start..(start + PAGE_LENGTH).min(all.len())]
}

/// The way between the pages of a list.
pub fn pager(entries: usize, number: usize, address: impl Fn(usize) -> Address) -> Pager {
    let pages: Vec<String> = (0..entries.div_ceil(PAGE_LENGTH).max(1)).map(|number| href(&address(number))).collect();
    Pager {
        current: number + 1,
        previous: number.checked_sub(1).and_then(|number| pages.get(number).cloned()),
        next: pages.get(number + 1).cloned(),
        pages,
    }
}
