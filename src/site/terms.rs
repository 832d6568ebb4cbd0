//! Mentions of terms as links, and what a page says of the terms that its text mentions.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::routes::Presence;
use super::view::{TermView, WorkLink};
use super::{Page, Site, Subject};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::html::escape;
use crate::base::language::Language;
use crate::document::{Document, Role};
use crate::graph::{ConceptIndex, DocumentIndex, Graph, Mention, WorkIndex};

/// How many of the works that mention a term its theme's page names.
const MENTIONED_IN: usize = 12;

/// What the texts of a site mention: each text is looked at when somebody asks for it first.
#[derive(Default)]
pub(super) struct Mentions {
    documents: Vec<OnceLock<Arc<[Mention]>>>,
    /// The texts that mention each term, in the order of the texts.
    by_concept: OnceLock<BTreeMap<ConceptIndex, Vec<DocumentIndex>>>,
}

impl Mentions {
    /// Nothing is known yet.
    pub(super) fn new(graph: &Graph, documents: &[Arc<Document>]) -> Mentions {
        let documents = if graph.terms.is_empty() { Vec::new() } else { vec![OnceLock::new(); documents.len()] };
        Mentions { documents, by_concept: OnceLock::new() }
    }

    /// What is known, but for the texts that are others now.
    pub(super) fn kept(&self, earlier: &[Arc<Document>], now: &[Arc<Document>]) -> Mentions {
        let kept = self.documents.iter().zip(earlier.iter().zip(now));
        let kept = kept.map(|(known, (old, new))| if Arc::ptr_eq(old, new) { known.clone() } else { OnceLock::new() });
        Mentions { documents: kept.collect(), by_concept: OnceLock::new() }
    }
}

/// The terms of one page: the links in its text count them from 1.
pub(super) struct PageTerms<'s> {
    site: &'s Site,
    page: &'s Page,
    mentions: Arc<[Mention]>,
    terms: Vec<TermView>,
}

impl<'s> PageTerms<'s> {
    /// Those of a document that is shown on a page; none for a text above a list.
    pub(super) fn new(site: &'s Site, page: &'s Page, document: DocumentIndex) -> PageTerms<'s> {
        let is_linked = matches!(page.subject, Subject::Work(..) | Subject::Theme(..));
        let mentions = if is_linked { site.mentions_in(document) } else { Arc::default() };
        PageTerms { site, page, mentions, terms: Vec::new() }
    }

    /// Writes a piece of the text's HTML with its mentions as links.
    pub(super) fn html(&mut self, number: usize, html: &str, out: &mut String) {
        let mut done = 0;
        for mention in self.mentions.clone().iter().filter(|mention| mention.piece == number) {
            let (Some(before), Some(words)) = (html.get(done..mention.at.start), html.get(mention.at.clone())) else { continue };
            out.push_str(before);
            self.link(mention.concept, words, out);
            done = mention.at.end;
        }
        out.push_str(html.get(done..).unwrap_or_default());
    }

    fn link(&mut self, concept: ConceptIndex, words: &str, out: &mut String) {
        let language = self.page.language;
        let theme = self.site.theme_link(concept, language);
        let _ = write!(out, "<a class=\"term\" href=\"{}\"", escape(&self.page.address.relative(&theme.address)));
        if let Some(definition) = self.site.definition(concept, language) {
            let anchor = format!("_term-{}", self.terms.len() + 1);
            let _ = write!(out, " aria-describedby=\"{anchor}\" title=\"{}\"", escape(&definition));
            self.terms.push(TermView { theme, definition, anchor });
        }
        let _ = write!(out, ">{words}</a>");
    }

    /// The terms with a definition, in the order of the text.
    pub(super) fn finish(self) -> Vec<TermView> {
        self.terms
    }
}

impl Site {
    /// What a text mentions, if it does not want to link nothing.
    fn mentions_in(&self, document: DocumentIndex) -> Arc<[Mention]> {
        let Some(known) = self.mentions.documents.get(document) else { return Arc::default() };
        let find = || {
            let graph = &self.inputs.graph;
            let text = &self.inputs.documents[document];
            if !self.wants_terms(text) {
                return Arc::default();
            }
            let own = match &text.role {
                Role::Introduction(id) => graph.concepts.binary_search_by(|concept| concept.id.cmp(id)).ok(),
                _ => None,
            };
            graph.terms.mentions(text, own).into()
        };
        known.get_or_init(find).clone()
    }

    /// `terms: false` in the edition that leads holds for those that say nothing.
    fn wants_terms(&self, text: &Document) -> bool {
        let lead = || match &text.role {
            Role::Work(id) => {
                let works = &self.inputs.graph.works;
                let work = works.binary_search_by(|work| work.id.cmp(id)).ok()?;
                self.inputs.documents[works[work].lead].face.front.terms
            }
            _ => None,
        };
        text.face.front.terms.or_else(lead) != Some(false)
    }

    /// Works whose texts link to a theme or mention it as a term, without those that its page lists: the first so many in the order of
    /// their ids, and how many there are.
    pub(super) fn mentioned_in(&self, concept: ConceptIndex, language: Language) -> (Vec<WorkLink>, usize) {
        let graph = &self.inputs.graph;
        let theme = &graph.concepts[concept];
        let mut works: BTreeSet<WorkIndex> = theme.backlinks.iter().copied().collect();
        works.extend(self.texts_with(concept).iter().filter_map(|&document| {
            let Role::Work(id) = &self.inputs.documents[document].role else { return None };
            let work = graph.works.binary_search_by(|work| work.id.cmp(id)).ok()?;
            // A mention is known of the text alone that readers of this language get.
            let shown = self.routes.presence(work, language).document();
            shown.is_some_and(|(shown, _)| shown == document).then_some(work)
        }));
        works.retain(|&work| {
            let is_listed = theme.all_works.binary_search(&work).is_ok();
            !is_listed && graph.works[work].facts.withdrawn.is_none() && self.routes.presence(work, language) != Presence::Hidden
        });
        (works.iter().take(MENTIONED_IN).filter_map(|&work| self.work_link(work, language)).collect(), works.len())
    }

    /// The texts that mention a term.
    fn texts_with(&self, concept: ConceptIndex) -> &[DocumentIndex] {
        if self.mentions.documents.is_empty() {
            return &[];
        }
        let by_concept = self.mentions.by_concept.get_or_init(|| {
            let documents = 0..self.inputs.documents.len();
            let all: Vec<Arc<[Mention]>> = documents.into_par_iter().map(|document| self.mentions_in(document)).collect();
            let mut by_concept: BTreeMap<ConceptIndex, Vec<DocumentIndex>> = BTreeMap::new();
            for (document, mentions) in all.iter().enumerate() {
                mentions.iter().for_each(|mention| by_concept.entry(mention.concept).or_default().push(document));
            }
            by_concept
        });
        by_concept.get(&concept).map_or(&[], Vec::as_slice)
    }

    /// Each mention that has become a link, where it stands: for editors, who judge whether the word is meant so.
    pub(super) fn linked_terms(&self) -> Vec<Diagnostic> {
        let shown = |page: &Page| match page.subject {
            Subject::Work(_, document) => Some(document),
            Subject::Theme(concept, 0) => self.theme_text(concept, page.language),
            _ => None,
        };
        let mut documents: Vec<DocumentIndex> = self.pages.iter().filter_map(shown).collect();
        documents.sort_unstable();
        documents.dedup();
        let say = |document: DocumentIndex| {
            let text = &self.inputs.documents[document];
            let note = |mention: &Mention| {
                let (place, words) = self.inputs.graph.terms.place(text, mention)?;
                let theme = &self.inputs.graph.concepts[mention.concept];
                let label = theme.label.get(&self.chain(text.language)).map_or("", |(label, _)| label);
                let note = Diagnostic::new(Code::LinkedTerm).at(place);
                Some(note.arg("words", words).arg("name", &theme.id).arg("label", label))
            };
            self.mentions_in(document).iter().filter_map(note).collect::<Vec<_>>()
        };
        documents.into_par_iter().flat_map_iter(say).collect()
    }
}
