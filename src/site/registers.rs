//! People and sources, each with the works that they stand behind; registers in alphabetical order.

use super::lists::{page_of, pager};
use super::routes::href;
use super::view::{EntryView, NameLink, PublishedView, RegisterEntry, RegisterLetter, RegisterView};
use super::{Page, Section, Site};
use crate::base::language::Language;
use crate::base::locale::Locale;
use crate::config::Localized;
use crate::document::register::Source;
use crate::graph::Named;

impl Site {
    pub(super) fn register_view(&self, page: &Page, section: Section) -> RegisterView {
        let language = page.language;
        let mut entries = Vec::new();
        for (id, works) in self.cards.entries(section, language) {
            let Some(name) = self.entry_name(section, id, language) else { continue };
            let sort = match section {
                Section::People => self.inputs.data.people[id].sort.get(&self.chain(language)).map(|(sort, _)| sort.to_owned()),
                _ => None,
            };
            let address = href(&self.routes.entry(section, id, language, 0));
            entries.push((sort.unwrap_or_else(|| name.clone()), RegisterEntry { name, address, see: None, count: works.len() }));
        }
        RegisterView {
            name: section.name().to_owned(),
            title: self.section_title(section, language),
            introduction: self.introduction(page, section, 0),
            register: register(self.locale(language), entries),
        }
    }

    pub(super) fn person_view(&self, page: &Page, id: &str, number: usize) -> EntryView {
        let language = page.language;
        let person = &self.inputs.data.people[id];
        let sources = self.cards.sources_of(id).iter();
        let sources = sources.map(|source| self.name_link(Section::Sources, &Named::Entry(source.clone()), language)).collect();
        EntryView {
            about: self.own_text(&person.about, language),
            url: person.url.clone(),
            sources,
            ..self.entry(page, Section::People, id, number)
        }
    }

    pub(super) fn source_view(&self, page: &Page, id: &str, number: usize) -> EntryView {
        let source = &self.inputs.data.sources[id];
        EntryView {
            url: source.url.clone(),
            authors: self.authors_of(source, page.language),
            year: source.year,
            fiction: source.fiction == Some(true),
            editions: self.published_editions(source, page.language),
            ..self.entry(page, Section::Sources, id, number)
        }
    }

    fn entry(&self, page: &Page, section: Section, id: &str, number: usize) -> EntryView {
        let language = page.language;
        let works = self.cards.works_behind(section, id, language);
        EntryView {
            name: self.entry_name(section, id, language).unwrap_or_default(),
            about: None,
            url: None,
            authors: Vec::new(),
            year: None,
            fiction: false,
            editions: Vec::new(),
            sources: Vec::new(),
            groups: self.groups(page_of(works, number), language),
            total: works.len(),
            pager: pager(works.len(), number, |number| self.routes.entry(section, id, language, number)),
        }
    }

    pub(super) fn entry_name(&self, section: Section, id: &str, language: Language) -> Option<String> {
        let registers = &self.inputs.data;
        let name = match section {
            Section::People => &registers.people.get(id)?.name,
            _ => &registers.sources.get(id)?.title,
        };
        name.get(&self.chain(language)).map(|(name, _)| name.to_owned())
    }

    /// The people or the sources that have a page for the readers of a language: name, id, who or what it is.
    pub(crate) fn named(&self, section: Section, language: Language) -> Vec<(String, String, String)> {
        let about = |id: &str| match section {
            Section::People => self.inputs.data.people.get(id).and_then(|person| self.own_text(&person.about, language)),
            _ => None,
        };
        let entries = self.cards.entries(section, language).map(|(id, _)| id);
        entries.filter_map(|id| Some((self.entry_name(section, id, language)?, id.to_owned(), about(id).unwrap_or_default()))).collect()
    }

    pub(super) fn chain(&self, language: Language) -> Vec<Language> {
        self.inputs.config.chain(language)
    }

    /// The languages whose texts are a language's own: itself, then those that it inherits from.
    pub(super) fn own(&self, language: Language) -> Vec<Language> {
        self.inputs.config.own(language)
    }

    /// The text that readers of a language take for their own, if there is one.
    pub(super) fn own_text(&self, text: &Localized, language: Language) -> Option<String> {
        let (text, found) = text.get(&self.own(language))?;
        found.is_none_or(|found| self.inputs.config.inherits.is_own(language, found)).then(|| text.to_owned())
    }

    /// A person or source by name, linked if there is a page.
    pub(super) fn name_link(&self, section: Section, named: &Named, language: Language) -> NameLink {
        match named {
            Named::Text(text) => {
                NameLink { name: text.get(&self.chain(language)).map(|(name, _)| name.to_owned()).unwrap_or_default(), address: None }
            }
            Named::Entry(id) => {
                let has_page = !self.cards.works_behind(section, id, language).is_empty();
                NameLink {
                    name: self.entry_name(section, id, language).unwrap_or_else(|| id.clone()),
                    address: has_page.then(|| href(&self.routes.entry(section, id, language, 0))),
                }
            }
        }
    }

    pub(super) fn authors_of(&self, source: &Source, language: Language) -> Vec<NameLink> {
        let people = &self.inputs.data.people;
        let authors = source.author.iter().map(|author| match people.contains_key(author) {
            true => self.name_link(Section::People, &Named::Entry(author.clone()), language),
            false => NameLink { name: author.clone(), address: None },
        });
        authors.collect()
    }

    pub(super) fn published_editions(&self, source: &Source, language: Language) -> Vec<PublishedView> {
        let title = |source: &Source| source.title.get(&self.chain(language)).map(|(title, _)| title.to_owned()).unwrap_or_default();
        let editions = source.editions.iter().map(|(&lang, edition)| PublishedView {
            lang_name: super::cards::language_name(&self.inputs, lang, language),
            lang,
            title: edition.title.clone().unwrap_or_else(|| title(source)),
            publisher: edition.publisher.clone(),
            year: edition.year,
            translators: edition.translator.clone(),
            url: edition.url.clone(),
        });
        editions.collect()
    }
}

/// Entries under their first letters. Each comes with the words that it is sorted by.
pub fn register(locale: &Locale, entries: Vec<(String, RegisterEntry)>) -> Vec<RegisterLetter> {
    let mut keyed: Vec<(Vec<u8>, String, RegisterEntry)> =
        entries.into_iter().map(|(sort, entry)| (locale.sort_key(&sort), locale.first_letter(&sort), entry)).collect();
    keyed.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.2.address.cmp(&b.2.address)));
    let mut letters: Vec<RegisterLetter> = Vec::new();
    for (_, letter, entry) in keyed {
        match letters.last_mut().filter(|last| last.letter == letter) {
            Some(last) => last.entries.push(entry),
            None => letters.push(RegisterLetter { letter, entries: vec![entry] }),
        }
    }
    letters
}
