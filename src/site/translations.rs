//! What a page says of its text as a translation.

use std::collections::BTreeSet;

use super::routes::href;
use super::view::{BehindView, ChangedSection, TranslationView};
use super::{Page, Site};
use crate::base::language::Language;
use crate::base::path::encode;
use crate::config::Notices;
use crate::document::front_matter::{METHODS, Method};
use crate::graph::{DocumentIndex, WorkIndex};
use crate::translation::{Change, Standing};

impl Site {
    /// `None` for a text that is no translation.
    pub(super) fn translation(&self, page: &Page, work: WorkIndex, document: DocumentIndex) -> Option<TranslationView> {
        let stated = self.inputs.documents[document].face.front.translation.as_ref();
        let behind = self.behind(page, work, document);
        if stated.is_none() && behind.is_none() {
            return None;
        }
        let stated = stated.cloned().unwrap_or_default();
        let from = stated.from.filter(|from| *from != page.language);
        let rules = self.inputs.config.translations;
        let reviewed = stated.reviewed_by.is_some() || stated.reviewed_on.is_some();
        Some(TranslationView {
            from_name: from.map(|from| super::cards::language_name(&self.inputs, from, page.language)),
            address: from.and_then(|from| self.own_page(work, from)).map(href),
            method: stated.method.and_then(|method| METHODS.iter().find(|(_, one)| *one == method)).map(|(word, _)| *word),
            reviewed,
            unread: stated.method == Some(Method::Machine) && !reviewed,
            tool: stated.tool,
            by: stated.by.filter(|_| rules.credits),
            reviewed_by: stated.reviewed_by.filter(|_| rules.credits),
            tone: Some(rules.notices).filter(|tone| *tone != Notices::None).map(Notices::as_str),
            behind,
        })
    }

    /// What the text does not say yet: of the nearest text upstream that is itself behind.
    fn behind(&self, page: &Page, work: WorkIndex, document: DocumentIndex) -> Option<BehindView> {
        if self.inputs.config.translations.notices == Notices::None {
            return None;
        }
        let states = &self.inputs.states;
        let mut edition = states.of(document)?;
        // As many steps as there can be languages between a text and its original.
        for _ in 0..self.inputs.config.languages.len() {
            match edition.standing {
                Standing::Behind => break,
                Standing::BehindUpstream => edition = states.of(edition.source?.1)?,
                _ => return None,
            }
        }
        let (lang, source) = edition.source?;
        let facilitator = self.inputs.options.facilitator;
        let seen: Vec<&Change> = edition.changes.iter().filter(|change| facilitator || !change.facilitator).collect();
        let address = self.own_page(work, lang).filter(|_| !seen.is_empty())?;
        let numbers: BTreeSet<usize> = seen.iter().filter_map(|change| change.section).collect();
        let sections = numbers.into_iter().filter_map(|number| self.changed_section(page, document, source, number, address));
        Some(BehindView {
            lang,
            lang_name: super::cards::language_name(&self.inputs, lang, page.language),
            address: href(address),
            beginning: seen.iter().any(|change| change.section.is_none()),
            sections: sections.collect(),
        })
    }

    /// A heading of the source, in the words of the translation if both have as many.
    fn changed_section(
        &self,
        page: &Page,
        document: DocumentIndex,
        source: DocumentIndex,
        number: usize,
        address: &crate::base::path::Address,
    ) -> Option<ChangedSection> {
        let documents = &self.inputs.documents;
        let (own, there) = (&documents[document].face.headings, &documents[source].face.headings);
        let heading = there.get(number)?;
        let (title, language) = match own.get(number).filter(|_| own.len() == there.len()) {
            Some(own) => (own.text.clone(), documents[document].language),
            None => (heading.text.clone(), documents[source].language),
        };
        let lang = Some(language).filter(|language: &Language| *language != page.language);
        Some(ChangedSection { title, lang, address: format!("{}#{}", href(address), encode(&heading.anchor)) })
    }
}
