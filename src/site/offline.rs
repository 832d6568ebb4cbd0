//! What can be kept for reading offline: a language, or one of its paths with all steps.

use std::collections::BTreeSet;

use super::routes::href;
use super::view::{OfflineCopy, OfflineView};
use super::{Page, Site, Subject};
use crate::base::language::Language;
use crate::base::path::Address;
use crate::config::{Kind, OutputKind};
use crate::graph::{DocumentIndex, asset_address, copies};
use crate::source::Binary;

/// A path that can be kept.
#[derive(Clone, Debug)]
pub struct OfflinePath {
    /// Where the list of its files stands.
    pub list: Address,
    /// Its own page and those of its steps.
    pub pages: Vec<Address>,
    /// The texts that they show.
    pub documents: Vec<DocumentIndex>,
    title: String,
}

impl Site {
    /// The page on which readers choose what to keep.
    pub fn offline_page(&self, language: Language) -> Address {
        Address::new(format!("{language}/offline.html"))
    }

    /// Says what can be kept of a language.
    pub fn offline_index(&self, language: Language) -> Address {
        Address::new(format!("{language}/offline.json"))
    }

    /// The list of the files that belong to a home page, which is its whole language, or to a path's page.
    pub fn offline_list(&self, page: &Address) -> Address {
        Address::new(format!("{}.offline.json", page.strip_suffix(".html").unwrap_or(page)))
    }

    /// The web manifest of a language.
    pub fn web_manifest(&self, language: Language) -> Address {
        Address::new(format!("{language}/manifest.webmanifest"))
    }

    /// The paths of a language, in the order of their list.
    pub fn paths(&self, language: Language) -> Vec<OfflinePath> {
        let path = |page: &Page| {
            let Subject::Work(work, document) = page.subject else { return None };
            let steps = self.inputs.graph.works[work].sections.iter().flat_map(|section| &section.works);
            let steps = steps.filter_map(|&step| self.page_at(self.routes.work_link(step, language)?));
            let (mut pages, mut documents) = (vec![page.address.clone()], vec![document]);
            for step in steps {
                pages.push(step.address.clone());
                documents.extend(self.shown(step));
            }
            (pages.len() > 1).then(|| OfflinePath { list: self.offline_list(&page.address), pages, documents, title: self.title(page) })
        };
        self.own_works(Kind::Path, language).filter_map(path).collect()
    }

    /// The texts that the pages of a language show.
    pub fn documents_shown(&self, language: Language) -> impl Iterator<Item = DocumentIndex> {
        self.pages.iter().filter(move |page| page.language == language).filter_map(|page| self.shown(page))
    }

    /// Where the files stand that these texts show to readers of a language, and the logo.
    pub fn files_shown(&self, language: Language, documents: impl Iterator<Item = DocumentIndex>) -> BTreeSet<Address> {
        let chain = self.chain(language);
        let facilitator = self.inputs.options.facilitator;
        let logo = self.inputs.config.logo.as_ref().map(|(path, _)| path.strip_prefix("content/").unwrap_or(path));
        let mut paths: BTreeSet<&str> = logo.into_iter().collect();
        for document in documents {
            let stated = &self.inputs.documents[document].face.assets;
            let found = self.inputs.graph.assets[document].iter().zip(stated);
            paths.extend(found.filter(|(_, stated)| facilitator || !stated.facilitator).filter_map(|(path, _)| path.as_deref()));
        }
        let files = paths.into_iter().filter_map(|path| self.inputs.assets.for_reader(path, &chain));
        let sizes = |file: &Binary| copies(file).map(|copy| Address::new(copy.address)).collect::<Vec<_>>();
        files.flat_map(|file| std::iter::once(Address::new(asset_address(&file.path, file.hash))).chain(sizes(file))).collect()
    }

    /// The addresses of what a copy needs beside the pages and the lists of paths.
    pub(super) fn offline_addresses(&self) -> Vec<Address> {
        if !self.has_offline() {
            return Vec::new();
        }
        let of = |&language: &Language| {
            [self.offline_index(language), self.offline_list(&self.routes.home(language)), self.web_manifest(language)]
        };
        std::iter::once(Address::new("sw.js")).chain(self.languages().iter().flat_map(of)).collect()
    }

    /// Whether readers can keep anything. A copy for facilitators, editors or testers of a theme is none for readers' browsers.
    pub fn has_offline(&self) -> bool {
        let options = &self.inputs.options;
        let is_readers = !options.facilitator && options.status.is_none() && options.pseudo.is_none();
        is_readers && self.inputs.config.outputs.contains(&OutputKind::Offline)
    }

    pub(super) fn offline_view(&self, page: &Page) -> OfflineView {
        let language = page.language;
        let languages = self.languages().iter().map(|&one| OfflineCopy {
            title: self.signs[&one].name.clone(),
            lang: Some(one).filter(|one| *one != language),
            list: self.offline_list(&self.routes.home(one)).to_string(),
            index: href(&self.offline_index(one)),
        });
        let paths = self.paths(language).into_iter().map(|path| OfflineCopy {
            title: path.title,
            lang: None,
            list: path.list.to_string(),
            index: href(&self.offline_index(language)),
        });
        OfflineView { languages: languages.collect(), paths: paths.collect() }
    }
}
