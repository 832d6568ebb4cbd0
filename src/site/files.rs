//! Files that are published beside the pages, and what feeds and sitemaps ask about works.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Page, Site, Subject};
use crate::base::language::Language;
use crate::base::path::Address;
use crate::config::{Kind, OutputKind};
use crate::graph::asset_address;
use crate::source::Binary;

/// A work as a feed lists it.
#[derive(Clone, Debug)]
pub struct FeedEntry {
    /// Its page.
    pub address: Address,
    /// Its title.
    pub title: String,
    /// The language of the words where its tag is another than the feed's.
    pub written_in: Option<Language>,
    /// One sentence.
    pub summary: String,
    /// `YYYY-MM-DD`
    pub published: String,
    /// `YYYY-MM-DD`
    pub updated: String,
    /// The labels of its themes.
    pub themes: Vec<String>,
}

impl Site {
    /// The files that published texts show, in every language that may show them, with the logo and everything under `content/static/`.
    pub(super) fn published_files(&self) -> Vec<(Address, Binary)> {
        let mut files: BTreeMap<Address, Binary> = BTreeMap::new();
        let graph = &self.inputs.graph;
        let texts = graph.works.iter().flat_map(|work| work.editions.values());
        let shown = texts.chain(graph.introductions.values()).chain(graph.indexes.values());
        let facilitator = self.inputs.options.facilitator;
        let of_document = |&document: &usize| {
            let stated = self.inputs.documents[document].face.assets.iter();
            graph.assets[document]
                .iter()
                .zip(stated)
                .filter(move |(_, stated)| facilitator || !stated.facilitator)
                .filter_map(|(path, _)| path.as_deref())
        };
        let mut paths: Vec<&str> = shown.flat_map(of_document).collect();
        let logo = self.inputs.config.logo.as_ref().map(|(path, _)| path.strip_prefix("content/").unwrap_or(path));
        paths.extend(logo);
        paths.sort_unstable();
        paths.dedup();
        for &language in self.languages() {
            let chain = self.chain(language);
            for file in paths.iter().filter_map(|path| self.inputs.assets.for_reader(path, &chain)) {
                files.insert(Address::new(asset_address(&file.path, file.hash)), file.clone());
            }
        }
        for (_, file) in paths.iter().flat_map(|path| self.inputs.assets.subtitles(path)) {
            files.insert(Address::new(asset_address(&file.path, file.hash)), file.clone());
        }
        for file in self.inputs.statics.iter() {
            files.insert(Address::new(file.path.trim_start_matches("content/static/")), file.clone());
        }
        files.into_iter().collect()
    }

    /// The addresses of what the formats write beside the pages.
    pub(super) fn fixed_addresses(&self) -> Vec<Address> {
        let outputs = &self.inputs.config.outputs;
        let is_absolute = self.inputs.config.base_url.is_some();
        let mut addresses = Vec::new();
        if outputs.contains(&OutputKind::Feed) && is_absolute {
            addresses.extend(self.languages().iter().map(|language| format!("{language}/feed.xml")));
        }
        if outputs.contains(&OutputKind::Sitemap) && is_absolute {
            addresses.extend(["sitemap.xml", "robots.txt"].map(str::to_owned));
        }
        if outputs.contains(&OutputKind::Pages) {
            addresses.push("pages.json".to_owned());
        }
        if outputs.contains(&OutputKind::Llms) {
            addresses.push("llms.txt".to_owned());
            addresses.extend(self.languages().iter().map(|language| self.llms_of(*language).to_string()));
        }
        if outputs.contains(&OutputKind::Chunks) {
            addresses.extend(self.languages().iter().map(|language| format!("{language}/chunks.jsonl")));
        }
        addresses.into_iter().map(Address::new).chain(self.offline_addresses()).collect()
    }

    /// Whether only the search may write there.
    pub(super) fn is_of_search(&self, address: &Address) -> bool {
        let folder = address.top().to_lowercase();
        self.inputs.config.outputs.contains(&OutputKind::Search) && folder == "search"
    }

    /// The latest works with an edition in a language, or in one that it inherits from, by the day on which they appeared.
    pub fn latest(&self, language: Language, count: usize) -> Vec<FeedEntry> {
        let works = Kind::ALL.iter().flat_map(|&kind| self.cards.order(kind, language)).copied();
        let mut entries: Vec<FeedEntry> = works
            .filter_map(|work| {
                let (document, _) = Some(self.routes.presence(work, language)).filter(|presence| presence.is_own())?.document()?;
                let card = self.card(work, language).filter(|_| !self.is_faulty(document))?;
                let published = card.date.clone()?;
                let updated = self.inputs.documents[document].face.front.updated.map(|date| date.to_string());
                Some(FeedEntry {
                    address: self.routes.work(work, language)?.clone(),
                    title: card.title.clone(),
                    written_in: card.written_in,
                    summary: card.summary.clone(),
                    updated: updated.unwrap_or_else(|| published.clone()),
                    published,
                    themes: card.themes.iter().map(|theme| theme.title.clone()).collect(),
                })
            })
            .collect();
        entries.sort_by(|a, b| b.published.cmp(&a.published));
        entries.truncate(count);
        entries
    }

    /// When a page's text was last changed, as far as its front matter says.
    pub fn modified(&self, page: &Page) -> Option<Date> {
        let Subject::Work(work, document) = &page.subject else { return None };
        let front = &self.inputs.documents[*document].face.front;
        let lead = &self.inputs.documents[self.inputs.graph.works[*work].lead].face.front;
        front.updated.or(front.date).or(lead.updated).or(lead.date)
    }

    /// The site's title in a language.
    pub fn site_title(&self, language: Language) -> String {
        self.views[&language].title.clone()
    }

    /// The language of a page's text where its tag is another than the page's.
    pub fn content_language(&self, page: &Page) -> Option<Language> {
        match &page.subject {
            Subject::Work(work, _) | Subject::Withdrawn(work, _) | Subject::Faulty(work, _) => {
                self.routes.presence(*work, page.language).written_in()
            }
            _ => None,
        }
    }
}
