//! The page that shows editors where every text stands.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::routes::href;
use super::view::{
    StatusBehind, StatusCell, StatusChange, StatusGap, StatusLanguage, StatusOverdue, StatusRow, StatusShape, StatusView, StatusWords,
};
use super::{Page, Site};
use crate::base::language::Language;
use crate::base::path::{Address, WorkId};
use crate::config::{Kind, State};
use crate::document::Document;
use crate::document::units::UnitKind;
use crate::translation::{Change, Edition, Standing, Work, compare};

/// Where the page stands.
pub(super) fn address(language: Language) -> Address {
    Address::new(format!("{language}/status.html"))
}

impl Site {
    pub(super) fn status_view(&self, page: &Page, today: Date) -> StatusView {
        let states = &self.inputs.states;
        let languages = &self.inputs.config.languages;
        let rows: Vec<StatusRow> = states.works.iter().map(|work| self.status_row(page, work, today)).collect();
        let kinds: BTreeSet<Kind> = rows.iter().map(|row| row.kind).collect();
        let occurring: BTreeSet<&str> = rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.states).copied().collect();
        let editions =
            || states.works.iter().flat_map(|work| work.editions.iter().map(move |(language, edition)| (work, *language, edition)));
        let mut overdue: Vec<(Date, StatusOverdue)> = editions()
            .filter(|(_, _, edition)| edition.is(State::Overdue, today))
            .filter_map(|(work, language, edition)| Some((edition.review_by?, self.overdue(page, work, language, edition))))
            .collect();
        overdue.sort_by_key(|(date, _)| *date);
        let behind = editions().filter(|(_, _, edition)| edition.standing == Standing::Behind);
        StatusView {
            today: today.to_string(),
            languages: languages.iter().map(|language| self.status_language(page, *language)).collect(),
            kinds: Kind::ALL.into_iter().filter(|kind| kinds.contains(kind)).collect(),
            states: State::ALL.into_iter().map(State::as_str).filter(|state| occurring.contains(state)).collect(),
            works: rows,
            behind: behind.filter_map(|(work, language, edition)| self.status_behind(page, work, language, edition)).collect(),
            overdue: overdue.into_iter().map(|(_, entry)| entry).collect(),
            gaps: states
                .gaps
                .iter()
                .map(|gap| StatusGap {
                    theme: gap.concept.to_string(),
                    word: gap.word.as_str(),
                    lang_name: self.language_name(gap.language, page.language),
                })
                .collect(),
        }
    }

    fn document_of(&self, edition: &Edition) -> &Document {
        &self.inputs.documents[edition.document]
    }

    fn status_language(&self, page: &Page, language: Language) -> StatusLanguage {
        let works = &self.inputs.states.works;
        let there = works.iter().filter(|work| work.editions.get(&language).is_some_and(|edition| !edition.draft)).count();
        let lacking = |work: &&Work| work.missing.contains(&language) || work.editions.get(&language).is_some_and(|edition| edition.draft);
        let asked = there + works.iter().filter(lacking).count();
        let percent = (there * 100).checked_div(asked).unwrap_or(100);
        StatusLanguage { lang: language, name: self.language_name(language, page.language), there, asked, percent }
    }

    fn status_row(&self, page: &Page, work: &Work, today: Date) -> StatusRow {
        let shown = if work.editions.contains_key(&page.language) { page.language } else { work.lead };
        let cell = |language: &Language| {
            let language = *language;
            let Some(edition) = work.editions.get(&language) else {
                let missing = work.missing.contains(&language);
                let (standing, states) = if missing { ("missing", vec![State::Missing.as_str()]) } else { ("none", Vec::new()) };
                return StatusCell { lang: language, standing, changes: 0, states, address: None };
            };
            let states = State::ALL.into_iter().filter(|state| edition.is(*state, today)).map(State::as_str).collect();
            let address = match edition.standing {
                Standing::Behind => Some(format!("{}#{}", href(&page.address), anchor(work, language))),
                _ => self.page_of(work, language).map(|address| href(&address)),
            };
            let standing = if edition.draft { "draft" } else { edition.standing.as_str() };
            StatusCell { lang: language, standing, changes: edition.changes.len(), states, address }
        };
        let foreign = Some(shown).filter(|language| *language != page.language);
        StatusRow {
            id: work.id.clone(),
            kind: work.kind,
            title: self.document_of(&work.editions[&shown]).face.front.title.clone().unwrap_or_else(|| work.id.clone()),
            lang: foreign,
            dir: foreign.map(|language| language.direction()),
            cells: self.inputs.config.languages.iter().map(cell).collect(),
        }
    }

    /// The page of a text in its own language, if there is one.
    fn page_of(&self, work: &Work, language: Language) -> Option<Address> {
        let works = &self.inputs.graph.works;
        let index = works.binary_search_by(|other| other.id.cmp(&WorkId::new(work.id.as_str()))).ok()?;
        self.own_page(index, language).cloned()
    }

    fn overdue(&self, page: &Page, work: &Work, language: Language, edition: &Edition) -> StatusOverdue {
        StatusOverdue {
            title: self.document_of(edition).face.front.title.clone().unwrap_or_else(|| work.id.clone()),
            lang: language,
            dir: language.direction(),
            lang_name: self.language_name(language, page.language),
            date: edition.review_by.map(|date| date.to_string()).unwrap_or_default(),
            owner: edition.owner.clone(),
            address: self.page_of(work, language).map(|address| href(&address)),
        }
    }

    fn status_behind(&self, page: &Page, work: &Work, language: Language, edition: &Edition) -> Option<StatusBehind> {
        let (from, source) = edition.source?;
        let document = self.document_of(edition);
        Some(StatusBehind {
            anchor: anchor(work, language),
            id: work.id.clone(),
            title: document.face.front.title.clone().unwrap_or_else(|| work.id.clone()),
            lang: language,
            dir: language.direction(),
            lang_name: self.language_name(language, page.language),
            from,
            from_dir: from.direction(),
            from_name: self.language_name(from, page.language),
            path: document.text.path.to_string(),
            changes: edition.changes.iter().map(|change| status_change(change, &self.inputs.documents[source])).collect(),
        })
    }
}

fn status_change(change: &Change, source: &Document) -> StatusChange {
    let (old, new) = compare::wordings(change);
    let words =
        |wording: Vec<compare::Wording>| wording.into_iter().map(|part| StatusWords { text: part.text, differs: part.differs }).collect();
    StatusChange {
        kind: change.kind.as_str(),
        unit: change.unit.as_str(),
        was: change.was.as_ref().map(|(kind, within)| status_shape(*kind, within)),
        is: change.was.as_ref().map(|_| status_shape(change.unit, &change.within)),
        section: change.section.and_then(|number| source.face.headings.get(number)).map(|heading| heading.text.clone()),
        old: words(old),
        new: words(new),
    }
}

fn status_shape(kind: UnitKind, within: &[&'static str]) -> StatusShape {
    let (shape, level) = match kind {
        UnitKind::Heading(level) => ("heading", level),
        UnitKind::Task { done } if within.contains(&"quiz") => (if done { "right" } else { "wrong" }, 0),
        UnitKind::Task { done } => (if done { "ticked" } else { "empty" }, 0),
        _ => ("block", 0),
    };
    StatusShape { shape, level, within: within.last().copied().unwrap_or("none") }
}

/// No heading's anchor begins with `_`, and no id holds a colon.
fn anchor(work: &Work, language: Language) -> String {
    format!("_{}-{language}", work.id.replace('/', "-"))
}
