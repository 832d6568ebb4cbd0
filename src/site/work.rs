//! Pages of works.

use std::collections::BTreeSet;

use super::routes::{Presence, href};
use super::view::{
    FallbackView, NameLink, PathSection, PathView, RelatedView, SourceView, StepOf, TocEntry, WithdrawnView, WorkGroup, WorkLink, WorkView,
};
use super::{Page, Section, Site};
use crate::base::language::Language;
use crate::base::path::Address;
use crate::document::front_matter::Cadence;
use crate::graph::{DocumentIndex, Named, Work, WorkIndex};

/// How many related works a page shows.
const RELATED: usize = 6;
/// In how many paths a page shows the way on.
const MOST_PLACES: usize = 3;

impl Site {
    /// `None` only for a work that is hidden from the page's language, which has no page there.
    pub(super) fn work_view(&self, page: &Page, index: WorkIndex, document: DocumentIndex) -> Option<WorkView> {
        let language = page.language;
        let work = &self.inputs.graph.works[index];
        let source = &self.inputs.documents[document];
        let front = &source.face.front;
        let lead = &self.inputs.documents[work.lead].face.front;
        let facilitator = self.inputs.options.facilitator;
        let toc = source.face.headings.iter().filter(|heading| facilitator || !heading.facilitator);
        let relations = work.relations.iter().map(|(relation, others)| WorkGroup {
            name: relation.as_str().to_owned(),
            works: self.cards(others.iter().copied(), language),
        });
        let visible = work.related.iter().filter(|related| self.routes.presence(related.work, language) != Presence::Hidden);
        let related = visible.take(RELATED).filter_map(|related| {
            Some(RelatedView { card: self.card(related.work, language)?, themes: self.cards.labels(&related.concepts, language) })
        });
        // Those that a typed link or a path shows already are no news.
        let tied: BTreeSet<WorkIndex> = work.relations.values().flatten().chain(&work.in_paths).copied().collect();
        let backlinks = work.backlinks.iter().filter(|other| !tied.contains(other));
        let theme_backlinks = work.theme_backlinks.iter().filter(|theme| !work.concepts.contains(theme));
        let mut places = work.in_paths.iter().filter_map(|&path| self.step_of(index, path, language));
        let in_paths = places.by_ref().take(MOST_PLACES).collect();
        let more_paths = places.map(|place| place.card).collect();
        let (previous, next) = self.neighbours(index, language);
        let (content, terms) = self.body(page, document);
        Some(WorkView {
            card: self.card(index, language)?,
            summary: front.summary.clone(),
            content,
            terms,
            toc: toc
                .map(|heading| TocEntry { level: heading.level, title: heading.text.clone(), anchor: heading.anchor.clone() })
                .collect(),
            updated: front.updated.or(lead.updated).map(|date| date.to_string()),
            minutes_stated: work.facts.minutes.is_some(),
            said_by: work.said_by.as_ref().map(|person| self.name_link(Section::People, person, language)),
            source: self.source_view_of(work, language),
            translation: self.translation(page, index, document),
            fallback: self.fallback(index, language),
            relations: relations.filter(|group| !group.works.is_empty()).collect(),
            theme_backlinks: theme_backlinks.map(|&theme| self.theme_link(theme, language)).collect(),
            backlinks: backlinks.filter_map(|&other| self.work_link(other, language)).collect(),
            related: related.collect(),
            in_paths,
            more_paths,
            previous,
            next,
            audience: work.facts.audience.clone().unwrap_or_default(),
            keywords: front.keywords.clone(),
            path: (!work.sections.is_empty()).then(|| self.path(index, language)),
        })
    }

    pub(super) fn withdrawn_view(&self, page: &Page, index: WorkIndex, document: DocumentIndex) -> WithdrawnView {
        let work = &self.inputs.graph.works[index];
        let withdrawn = work.facts.withdrawn.clone().unwrap_or_default();
        let reason = withdrawn.reason.as_ref().and_then(|reason| reason.get(&self.chain(page.language)));
        WithdrawnView {
            title: self.inputs.documents[document].face.front.title.clone().unwrap_or_default(),
            on: withdrawn.on.map(|date| date.to_string()),
            reason: reason.map(|(reason, _)| reason.to_owned()),
            replaced_by: work.replaced_by.and_then(|other| self.card(other, page.language)),
        }
    }

    /// The works before and after it in the list of its kind that have a page of their own.
    fn neighbours(&self, work: WorkIndex, language: Language) -> (Option<WorkLink>, Option<WorkLink>) {
        let kind = self.inputs.graph.works[work].kind;
        let order = self.cards.order(kind, language);
        let place = self.cards.place(work, language);
        if order.get(place) != Some(&work) || kind == crate::config::Kind::Page {
            return (None, None);
        }
        let has_page = |other: &&WorkIndex| self.routes.presence(**other, language).has_page();
        let link = |other: Option<&WorkIndex>| other.and_then(|&other| self.work_link(other, language));
        (link(order[..place].iter().rev().find(has_page)), link(order[place + 1..].iter().find(has_page)))
    }

    pub(super) fn source_view_of(&self, work: &Work, language: Language) -> Option<SourceView> {
        let fact = work.facts.source.as_ref()?;
        let entry = match &work.source {
            Some(Named::Entry(id)) => self.inputs.data.sources.get(id),
            _ => None,
        };
        let mut authors: Vec<NameLink> = work.authors.iter().map(|author| self.name_link(Section::People, author, language)).collect();
        if let Some(entry) = entry.filter(|_| authors.is_empty()) {
            authors = self.authors_of(entry, language);
        }
        let edition = entry.and_then(|entry| {
            let editions = self.published_editions(entry, language);
            self.own(language).iter().find_map(|own| editions.iter().find(|edition| edition.lang == *own)).cloned()
        });
        Some(SourceView {
            authors,
            work: work.source.as_ref().map(|source| self.name_link(Section::Sources, source, language)),
            edition,
            year: fact.year.or(entry.and_then(|entry| entry.year)),
            page: fact.page.clone(),
            url: fact.url.clone().or_else(|| entry.and_then(|entry| entry.url.clone())),
            licence: fact.licence.clone().or_else(|| entry.and_then(|entry| entry.licence.clone())),
            fiction: fact.fiction.unwrap_or_else(|| entry.is_some_and(|entry| entry.fiction == Some(true))),
        })
    }

    /// The page of a work under the language of one of its own editions.
    pub(super) fn own_page(&self, work: WorkIndex, language: Language) -> Option<&Address> {
        let is_own = self.languages().contains(&language) && matches!(self.routes.presence(work, language), Presence::Own(_));
        self.routes.work(work, language).filter(|_| is_own)
    }

    fn fallback(&self, work: WorkIndex, language: Language) -> Option<FallbackView> {
        let Presence::Shown(lang, _) = self.routes.presence(work, language) else { return None };
        Some(FallbackView {
            lang,
            dir: lang.direction(),
            lang_name: super::cards::language_name(&self.inputs, lang, language),
            address: href(self.own_page(work, lang)?),
        })
    }

    fn path(&self, index: WorkIndex, language: Language) -> PathView {
        let work = &self.inputs.graph.works[index];
        let minutes = self.card(index, language).map_or(0, |card| card.minutes);
        let mut step = 0;
        let sections = work.sections.iter().enumerate().map(|(number, section)| {
            let works = self.cards(section.works.iter().copied(), language);
            let start = step + 1;
            step += works.len();
            let title = section.title.as_ref().and_then(|title| title.get(&self.chain(language)));
            PathSection { title: title.map(|(title, _)| title.to_owned()), anchor: format!("_part-{}", number + 1), start, works }
        });
        let sections = sections.collect();
        let cadence = work.facts.cadence.map(|cadence| match cadence {
            Cadence::Daily => "daily",
            Cadence::Weekly => "weekly",
            Cadence::Monthly => "monthly",
        });
        PathView { sections, steps: step, minutes, numbered: work.facts.numbered.unwrap_or(cadence.is_some()), cadence }
    }

    fn step_of(&self, work: WorkIndex, path: WorkIndex, language: Language) -> Option<StepOf> {
        let steps = self.inputs.graph.works[path].sections.iter().flat_map(|section| &section.works).copied();
        let steps: Vec<WorkIndex> = steps.filter(|&step| self.routes.presence(step, language) != Presence::Hidden).collect();
        let at = steps.iter().position(|&step| step == work)?;
        let link = |at: Option<usize>| at.and_then(|at| steps.get(at)).and_then(|&step| self.work_link(step, language));
        Some(StepOf {
            card: self.work_link(path, language)?,
            step: at + 1,
            steps: steps.len(),
            previous: link(at.checked_sub(1)),
            next: link(Some(at + 1)),
        })
    }
}
