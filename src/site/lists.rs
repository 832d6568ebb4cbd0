//! Home pages, lists of works, the list of languages.

use std::collections::BTreeSet;

use super::routes::{PAGE_LENGTH, href};
use super::view::{Card, HomeView, LetterLink, LetterPart, ListView, PageLink, Pager, RootEntry, RootView, Shared, WorkGroup};
use super::{Page, Section, Site};
use crate::base::path::Address;
use crate::config::Kind;
use crate::graph::WorkIndex;

/// How many of the newest works a home page shows.
const NEWEST: usize = 8;
/// How many themes a home page shows, at most.
const MOST_THEMES: usize = 240;
/// How many paths it shows: as many as can be chosen from. Their list has all.
const MOST_PATHS: usize = 12;

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
        let paths = self.cards.order(Kind::Path, language);
        let mut newest: Vec<Shared<Card>> = self.cards(all().filter(|&work| graph.works[work].kind != Kind::Page), language);
        newest.retain(|card| card.date.is_some() && card.lang.is_none());
        // The order of the lists decides between works of one day.
        newest.sort_by(|a, b| b.date.cmp(&a.date));
        newest.truncate(NEWEST);
        HomeView {
            headline: index.and_then(|document| self.inputs.documents[document].face.front.title.clone()),
            introduction: index.map(|document| self.aside(page, document).0),
            paths: self.cards(paths.iter().copied().take(MOST_PATHS), language),
            all_paths: (paths.len() > MOST_PATHS).then(|| href(&self.routes.section(Section::Kind(Kind::Path), language, 0))),
            featured: self.cards(all().filter(|&work| graph.works[work].facts.featured == Some(true)), language),
            newest,
            themes: self.theme_tree(language, 1, MOST_THEMES),
        }
    }

    pub(super) fn list_view(&self, page: &Page, kind: Kind, number: usize) -> ListView {
        let section = Section::Kind(kind);
        let works = self.cards.order(kind, page.language);
        let parts = letter_parts(self.cards.letters(kind, page.language), number * PAGE_LENGTH, page_of(works, number).len());
        ListView {
            name: section.name().to_owned(),
            title: self.section_title(section, page.language),
            introduction: self.introduction(page, section, number),
            works: self.cards(page_of(works, number).iter().copied(), page.language),
            total: works.len(),
            letters: self.letters(page, kind, number, parts.first()),
            parts,
            pager: pager(works.len(), number, |number| self.routes.section(section, page.language, number)),
        }
    }

    /// The first letters of a long list, and where each begins.
    fn letters(&self, page: &Page, kind: Kind, number: usize, first: Option<&LetterPart>) -> Vec<LetterLink> {
        let letters = self.cards.letters(kind, page.language).iter().enumerate().map(|(nth, (letter, place))| {
            let on = place / PAGE_LENGTH;
            LetterLink {
                letter: letter.clone(),
                address: (on != number).then(|| href(&self.routes.section(Section::Kind(kind), page.language, on))),
                anchor: Some(letter_anchor(nth)),
                current: first.is_some_and(|first| first.letter == *letter),
            }
        });
        letters.collect()
    }

    /// The text above a list, on its first page only.
    pub(super) fn introduction(&self, page: &Page, section: Section, number: usize) -> Option<String> {
        let document = self.index_document(section.folder()?, page.language).filter(|_| number == 0)?;
        Some(self.aside(page, document).0)
    }

    pub(super) fn index_document(&self, folder: &str, language: crate::base::language::Language) -> Option<usize> {
        let indexes = &self.inputs.graph.indexes;
        let document = self.own(language).into_iter().find_map(|own| indexes.get(&(folder.to_owned(), own)).copied());
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

/// The id of the place in a list where a letter begins.
fn letter_anchor(nth: usize) -> String {
    format!("_letter-{}", nth + 1)
}

/// The works of a page under their first letters: so many from the place `start` on. What stands before the first letter has none.
fn letter_parts(letters: &[(String, usize)], start: usize, works: usize) -> Vec<LetterPart> {
    if letters.is_empty() || works == 0 {
        return Vec::new();
    }
    let end = start + works;
    let begun = letters.partition_point(|(_, place)| *place < start);
    let mut parts = vec![LetterPart { letter: String::new(), anchor: None, from: 0, to: works }];
    if begun > 0 {
        parts[0].letter.clone_from(&letters[begun - 1].0);
    }
    for (nth, (letter, place)) in letters.iter().enumerate().skip(begun).take_while(|(_, (_, place))| *place < end) {
        let from = place - start;
        if let Some(last) = parts.last_mut() {
            last.to = from;
        }
        parts.push(LetterPart { letter: letter.clone(), anchor: Some(letter_anchor(nth)), from, to: works });
    }
    parts.retain(|part| part.from < part.to);
    parts
}

/// The part of a list that one page shows.
pub fn page_of<T>(all: &[T], number: usize) -> &[T] {
    let start = (number * PAGE_LENGTH).min(all.len());
    &all[start..(start + PAGE_LENGTH).min(all.len())]
}

/// The way between the pages of a list.
pub fn pager(entries: usize, number: usize, address: impl Fn(usize) -> Address) -> Pager {
    pager_of(entries.div_ceil(PAGE_LENGTH), number, address)
}

/// The way between so many pages.
pub fn pager_of(pages: usize, number: usize, address: impl Fn(usize) -> Address) -> Pager {
    let pages = pages.max(1);
    let page = |number: usize| (number < pages).then(|| href(&address(number)));
    // Not one link for each page: the pages of a list would make the square of their number.
    let shown = BTreeSet::from([0, number.saturating_sub(1), number, number + 1, pages - 1]);
    let mut before = 0;
    let link = |number: usize| {
        let gap_before = number > before + 1;
        before = number;
        Some(PageLink { number: number + 1, address: page(number)?, gap_before })
    };
    Pager {
        current: number + 1,
        pages,
        previous: number.checked_sub(1).and_then(page),
        next: page(number + 1),
        links: shown.into_iter().filter_map(link).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers that a page's pager shows, `…` where some are left out, the page's own in brackets.
    fn shown(pages: usize, current: usize) -> String {
        let pager = pager(pages * PAGE_LENGTH, current - 1, |number| Address::new(format!("{}.html", number + 1)));
        assert_eq!((pager.pages, pager.current), (pages, current));
        assert_eq!(pager.previous, (current > 1).then(|| format!("{}.html", current - 1)));
        assert_eq!(pager.next, (current < pages).then(|| format!("{}.html", current + 1)));
        let word = |link: &PageLink| {
            assert_eq!(link.address, format!("{}.html", link.number));
            let gap = if link.gap_before { "… " } else { "" };
            if link.number == current { format!("{gap}[{current}]") } else { format!("{gap}{}", link.number) }
        };
        pager.links.iter().map(word).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_pager_shows_the_first_page_the_last_and_those_around_this_one() {
        assert_eq!(shown(1, 1), "[1]");
        assert_eq!(shown(2, 1), "[1] 2");
        assert_eq!(shown(5, 3), "1 2 [3] 4 5");
        assert_eq!(shown(700, 1), "[1] 2 … 700");
        assert_eq!(shown(700, 3), "1 2 [3] 4 … 700");
        assert_eq!(shown(700, 4), "1 … 3 [4] 5 … 700");
        assert_eq!(shown(700, 698), "1 … 697 [698] 699 700");
        assert_eq!(shown(700, 700), "1 … 699 [700]");
    }

    #[test]
    fn a_page_of_a_long_list_is_parted_where_letters_begin() {
        let letters = [("А", 2), ("Б", 60), ("В", 70), ("Г", 200)].map(|(letter, place)| (letter.to_owned(), place));
        let shown = |start| -> Vec<String> {
            let parts = letter_parts(&letters, start, 60);
            parts.iter().map(|p| format!("{}{} {}-{}", p.letter, p.anchor.as_deref().unwrap_or(""), p.from, p.to)).collect()
        };
        assert_eq!(shown(0), [" 0-2", "А_letter-1 2-60"], "what is put first has no letter");
        assert_eq!(shown(60), ["Б_letter-2 0-10", "В_letter-3 10-60"]);
        assert_eq!(shown(120), ["В 0-60"], "a letter that goes on begins elsewhere");
        assert!(letter_parts(&[], 0, 60).is_empty(), "a short list has no letters");
    }
}
