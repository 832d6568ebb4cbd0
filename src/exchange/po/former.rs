//! Entries that name a text or a theme by an id that it had before.

use std::collections::BTreeMap;

use super::catalog::Catalog;
use super::session::id_of;
use super::wiki::{THEMES, Wiki};
use crate::document::thesaurus;

/// What is called otherwise today.
#[derive(Clone, Debug, Default)]
pub struct Former {
    works: BTreeMap<String, String>,
    themes: BTreeMap<String, String>,
}

impl Former {
    /// Collects the former ids of a site. An id that something has today is no former one.
    pub fn of(wiki: &Wiki) -> Former {
        let mut former = Former::default();
        for work in &wiki.states.works {
            let Some(lead) = work.editions.get(&work.lead).and_then(|edition| wiki.documents.get(edition.document)) else { continue };
            for old in lead.face.front.work.former_ids.iter().flatten().filter(|old| wiki.states.work(old).is_none()) {
                former.works.entry(old.clone()).or_insert_with(|| work.id.clone());
            }
        }
        let concepts = wiki.themes.map(|themes| thesaurus::read(themes, wiki.config).0).unwrap_or_default();
        for (id, concept) in &concepts {
            for old in concept.former_ids.iter().filter(|old| !concepts.contains_key(old.as_str())) {
                former.themes.entry(old.clone()).or_insert_with(|| id.to_string());
                let (was, is) = (format!("{THEMES}/{old}"), format!("{THEMES}/{id}"));
                if wiki.states.work(&was).is_none() {
                    former.works.entry(was).or_insert(is);
                }
            }
        }
        former
    }

    /// Writes today's ids into the contexts of a catalog.
    pub fn rename(&self, catalog: &mut Catalog) {
        for entry in &mut catalog.entries {
            let previous = entry.previous.as_mut().and_then(|previous| previous.context.as_mut());
            for context in entry.context.as_mut().into_iter().chain(previous) {
                if let Some(today) = self.today(context) {
                    *context = today;
                }
            }
        }
    }

    fn today(&self, context: &str) -> Option<String> {
        if let Some((theme, key)) =
            context.strip_prefix(THEMES).and_then(|rest| rest.strip_prefix(' ')).and_then(|rest| rest.split_once(' '))
            && let Some(id) = self.themes.get(theme)
        {
            return Some(format!("{THEMES} {id} {key}"));
        }
        let old = id_of(context)?;
        Some(format!("{}{}", self.works.get(old)?, context.get(old.len()..)?))
    }
}
