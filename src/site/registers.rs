//! People and sources, each with the works that they stand behind; registers in alphabetical order.

use super::lists::{page_of, pager, pager_of};
use super::routes::{PAGE_LENGTH, href};
use super::view::{EntryView, LetterLink, NameLink, Pager, PublishedView, RegisterEntry, RegisterLetter, RegisterView};
use super::{Page, Section, Site};
use crate::base::language::Language;
use crate::base::locale::Locale;
use crate::base::path::Address;
use crate::config::Localized;
use crate::document::register::Source;
use crate::document::typography;
use crate::graph::Named;

impl Site {
    pub(super) fn register_view(&self, page: &Page, section: Section, number: usize) -> RegisterView {
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
        let Register { register, letters, pager } =
            register(self.locale(language), entries, number, |number| self.routes.section(section, language, number));
        RegisterView {
            name: section.name().to_owned(),
            title: self.section_title(section, language),
            introduction: self.introduction(page, section, number),
            register,
            letters,
            pager,
        }
    }

    /// On how many pages a list stands.
    pub(super) fn pages_of(&self, section: Section, language: Language) -> usize {
        let entries = self.routes.count_of(section, language);
        match section {
            Section::Kind(_) => entries.div_ceil(PAGE_LENGTH),
            Section::Themes => {
                let other_names = (0..self.inputs.graph.concepts.len()).map(|concept| self.other_names(concept, language).len());
                (entries + other_names.sum::<usize>()).div_ceil(REGISTER_LENGTH)
            }
            Section::People | Section::Sources => entries.div_ceil(REGISTER_LENGTH),
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
        self.typeset(name, language)
    }

    /// A text of the registers as the readers of a language see it, with the typography of its own language.
    fn typeset(&self, text: &Localized, language: Language) -> Option<String> {
        let (text, foreign) = text.get(&self.chain(language))?;
        Some(typography::plain(text, foreign.unwrap_or(language)))
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
        found.is_none_or(|found| self.inputs.config.inherits.is_own(language, found)).then(|| typography::plain(text, language))
    }

    /// A person or source by name, linked if there is a page.
    pub(super) fn name_link(&self, section: Section, named: &Named, language: Language) -> NameLink {
        match named {
            Named::Text(text) => NameLink { name: self.typeset(text, language).unwrap_or_default(), address: None },
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
        let title = |source: &Source| self.typeset(&source.title, language).unwrap_or_default();
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

/// How many entries of a register stand on one page: such a page has a hundred or two hundred KB.
const REGISTER_LENGTH: usize = 1000;

/// A page of a register.
pub struct Register {
    /// Its entries.
    pub register: Vec<RegisterLetter>,
    /// The letters of all pages.
    pub letters: Vec<LetterLink>,
    /// The way to the others.
    pub pager: Pager,
}

/// A page of entries under their first letters. Each comes with the words that it is sorted by.
pub fn register(locale: &Locale, entries: Vec<(String, RegisterEntry)>, number: usize, address: impl Fn(usize) -> Address) -> Register {
    let mut keyed: Vec<(Vec<u8>, String, RegisterEntry)> =
        entries.into_iter().map(|(sort, entry)| (locale.sort_key(&sort), locale.first_letter(&sort), entry)).collect();
    keyed.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.2.address.cmp(&b.2.address)));
    let pages = keyed.len().div_ceil(REGISTER_LENGTH);
    let (mut register, mut letters): (Vec<RegisterLetter>, Vec<LetterLink>) = (Vec::new(), Vec::new());
    for (place, (_, letter, entry)) in keyed.into_iter().enumerate() {
        let on = place / REGISTER_LENGTH;
        if letters.last().is_none_or(|last| last.letter != letter) {
            let anchor = Some(format!("_letter-{}", letters.len() + 1));
            letters.push(LetterLink {
                letter: letter.clone(),
                address: (on != number).then(|| href(&address(on))),
                anchor,
                current: false,
            });
        }
        if on != number {
            continue;
        }
        match register.last_mut().filter(|last| last.letter == letter) {
            Some(last) => last.entries.push(entry),
            None => register.push(RegisterLetter { letter, anchor: format!("_letter-{}", letters.len()), entries: vec![entry] }),
        }
    }
    if let Some(first) = register.first().filter(|_| pages > 1) {
        letters.iter_mut().for_each(|link| link.current = link.letter == first.letter);
    }
    Register { register, letters, pager: pager_of(pages, number, address) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_register_is_parted_and_its_letters_lead_to_all_parts() {
        let locale = Locale::new("ru".parse().unwrap());
        let entry = |name: String| RegisterEntry { name, address: String::new(), see: None, count: 1 };
        let names = (0..1500).map(|number| format!("Б{number:04}")).chain(["А".to_owned(), "В".to_owned()]);
        let entries: Vec<_> = names.map(|name| (name.clone(), entry(name))).collect();
        let page = |number| register(&locale, entries.clone(), number, |number| Address::new(format!("{number}.html")));
        let (first, second) = (page(0), page(1));
        let shown = |page: &Register| -> Vec<String> {
            page.register.iter().map(|letter| format!("{} {} {}", letter.letter, letter.anchor, letter.entries.len())).collect()
        };
        assert_eq!(shown(&first), ["А _letter-1 1", "Б _letter-2 999"]);
        assert_eq!(shown(&second), ["Б _letter-2 501", "В _letter-3 1"]);
        let links = |page: &Register| -> Vec<String> {
            page.letters
                .iter()
                .map(|link| format!("{}{}", link.address.as_deref().unwrap_or(""), link.anchor.as_deref().unwrap()))
                .collect()
        };
        assert_eq!(links(&first), ["_letter-1", "_letter-2", "1.html_letter-3"]);
        assert_eq!(links(&second), ["0.html_letter-1", "0.html_letter-2", "_letter-3"]);
        let current = |page: &Register| page.letters.iter().find(|link| link.current).map(|link| link.letter.clone());
        assert_eq!((current(&first).as_deref(), current(&second).as_deref()), (Some("А"), Some("Б")));
        assert_eq!((first.pager.pages, second.pager.current), (2, 2));
    }
}
