//! A site as translators see it: pairs of languages, and in each the texts and the thesaurus.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::bitext::Bitext;
use super::catalog::{Catalog, Entry};
use super::export::{self, About};
use super::{comments, thesaurus};
use crate::base::language::Language;
use crate::base::text::Text;
use crate::config::Config;
use crate::document::Document;
use crate::document::front_matter::Method;
use crate::translation::{Snapshots, States};

/// What is exchanged.
#[derive(Clone, Copy, Debug)]
pub struct Wiki<'a> {
    /// The site's configuration.
    pub config: &'a Config,
    /// All documents.
    pub documents: &'a [Arc<Document>],
    /// Where each edition stands.
    pub states: &'a States,
    /// What translations were made from.
    pub snapshots: &'a Snapshots,
    /// `content/themes.yaml`
    pub themes: Option<&'a Text>,
}

/// What is to be written for translators.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// From which; else each text from the one that its translation was or would be made from.
    pub from: Option<Language>,
    /// Only these texts; all if it is empty.
    pub ids: Vec<String>,
    /// Whether a pair of languages is one file.
    pub one_file: bool,
}

/// A file for translators.
#[derive(Clone, Debug)]
pub struct File {
    /// Where it is to stand, below the folder that was asked for.
    pub path: String,
    /// The language of the sources.
    pub from: Language,
    /// What it says.
    pub catalog: Catalog,
}

/// The name of the thesaurus among the texts.
pub const THEMES: &str = "themes";

impl<'a> Wiki<'a> {
    /// A text beside its translation; nothing if there is none and none is asked for, or if the text was written in that language.
    pub fn bitext(&self, id: &str, from: Option<Language>, to: Language) -> Option<Bitext> {
        let work = self.states.work(id)?;
        let target = work.editions.get(&to);
        let own = target.and_then(|edition| edition.source).map(|(language, _)| language);
        let from = from.or(own).unwrap_or(work.lead);
        let source = work.editions.get(&from)?;
        let wanted = match target {
            // What was retold says nothing block by block.
            Some(edition) => edition.translated && from != to && edition.method != Some(Method::Adaptation),
            None => work.missing.contains(&to) && !source.draft,
        };
        if !wanted {
            return None;
        }
        let text = |index: usize| &self.documents[index].text;
        let snapshot = self.snapshots.get(id, to).filter(|snapshot| snapshot.from == from);
        let target = target.map(|edition| (text(edition.document), edition.draft));
        Some(Bitext::new(id, (from, text(source.document)), to, target, snapshot.map(|snapshot| &snapshot.text)))
    }

    /// When somebody last worked on a translation.
    fn revised(&self, id: &str, to: Language) -> Option<Date> {
        let edition = self.states.work(id)?.editions.get(&to)?;
        let front = &self.documents[edition.document].face.front;
        let translated = front.translation.as_ref().and_then(|translation| translation.on);
        let history = edition.history.iter().filter_map(|event| event.on);
        history.chain([front.updated, front.date, translated].into_iter().flatten()).max()
    }

    /// The files for translators into a language.
    pub fn files(&self, wish: &Wish, to: Language) -> Vec<File> {
        let is_wanted = |id: &str| wish.ids.is_empty() || wish.ids.iter().any(|wanted| wanted == id);
        let mut files: BTreeMap<(Language, String), (Vec<Entry>, Option<Date>)> = BTreeMap::new();
        let path = |from: Language, id: &str| if wish.one_file { format!("{from}-{to}.po") } else { format!("{to}/{id}.po") };
        for work in self.states.works.iter().filter(|work| is_wanted(&work.id)) {
            let Some(bitext) = self.bitext(&work.id, wish.from, to) else { continue };
            let entries = export::entries(&bitext, &comments::messages(bitext.from));
            if entries.is_empty() {
                continue;
            }
            let (all, revised) = files.entry((bitext.from, path(bitext.from, &work.id))).or_default();
            all.extend(entries);
            *revised = (*revised).max(self.revised(&work.id, to));
        }
        let from = wish.from.unwrap_or(self.config.default_language);
        if let Some(themes) = self.themes.filter(|_| is_wanted(THEMES) && from != to) {
            let entries = thesaurus::entries(themes, self.config, from, to, &comments::messages(from));
            if !entries.is_empty() {
                files.entry((from, path(from, THEMES))).or_default().0.extend(entries);
            }
        }
        let site = self.config.title.get(&[self.config.default_language]).map_or(super::GENERATOR, |(title, _)| title);
        let file = |((from, path), (entries, revised)): ((Language, String), (Vec<Entry>, Option<Date>))| {
            let header = export::header(&About { site, from, to, revised });
            File { path, from, catalog: Catalog { header, entries } }
        };
        files.into_iter().map(file).collect()
    }
}

/// The site's language that a header means: `pt_BR`, `it_IT` where the site has `it`.
pub fn language(tag: &str, config: &Config) -> Option<Language> {
    let tag = tag.split(['@', '.']).next().unwrap_or_default().trim().replace('_', "-");
    let language: Language = tag.parse().ok()?;
    [language, language.base()].into_iter().find(|language| config.has(*language))
}
