//! From sources to a site that can be rendered: parse, link, lay out. Each phase leaves its result and what it found wrong.

use std::sync::Arc;

use rayon::prelude::*;

use super::Settings;
use super::problems::{faulty_documents, finish, leave_drafts_alone};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::yaml::{self, Step};
use crate::config::{self, Config};
use crate::document::{self, Document};
use crate::graph::{self, Assets, Data, Graph, Selection};
use crate::site::{self, Inputs, Site};
use crate::source::Sources;
use crate::strings::Strings;
use crate::theme::Theme;

/// Sources as values, each shared so that the next run can take over what did not change.
pub(super) struct Parsed {
    pub config: Arc<Config>,
    pub selection: Selection,
    pub documents: Arc<[Arc<Document>]>,
    pub data: Arc<Data>,
    pub strings: Arc<Strings>,
    /// `None` where a template is at fault.
    pub theme: Option<Arc<Theme>>,
}

/// `None`: without a configuration there is nothing to go by.
pub(super) fn parse(sources: &Sources, settings: &Settings, problems: &mut Vec<Diagnostic>) -> Option<Parsed> {
    let config = read_config(sources, settings, problems)?;
    let selection = selection(&config, settings);
    let documents = parse_documents(sources, &config, problems);
    problems.par_extend(sources.drawings.par_iter().flat_map_iter(document::drawing::check));
    let (data, found) = Data::read(&sources.data, &config);
    problems.extend(found);
    let (strings, found) = Strings::load(&sources.strings, &selection.languages, config.default_language);
    problems.extend(found);
    let strings = Arc::new(strings);
    let (theme, found) = Theme::load(&config.theme, &sources.theme_files, strings.clone());
    // A theme that is not there has no place of its own.
    let named = || yaml::locate(&config.text, 0..config.text.text.len(), &[Step::Key("theme")]);
    problems.extend(found.into_iter().map(|problem| if problem.place.is_none() { problem.at(named()) } else { problem }));
    Some(Parsed { config: Arc::new(config), selection, documents, data: Arc::new(data), strings, theme: theme.map(Arc::new) })
}

fn read_config(sources: &Sources, settings: &Settings, problems: &mut Vec<Diagnostic>) -> Option<Config> {
    let (config, found) = config::read(sources.config.clone()?);
    problems.extend(found);
    let mut config = config?;
    if problems.iter().any(|problem| problem.code == Code::InvalidYaml) {
        return None;
    }
    if settings.base_url.is_some() {
        config.base_url.clone_from(&settings.base_url);
    }
    Some(config)
}

fn selection(config: &Config, settings: &Settings) -> Selection {
    let languages = config.languages.iter().copied().filter(|language| settings.drafts || !config.preparing.contains(language));
    Selection { drafts: settings.drafts, languages: languages.collect(), audiences: settings.audiences.clone() }
}

fn parse_documents(sources: &Sources, config: &Config, problems: &mut Vec<Diagnostic>) -> Arc<[Arc<Document>]> {
    let parsed: Vec<Result<Document, Vec<Diagnostic>>> = sources.texts.par_iter().map(|text| document::parse(text, config)).collect();
    let mut documents = Vec::with_capacity(parsed.len());
    for document in parsed {
        match document {
            Ok(document) => {
                problems.extend(document.problems.iter().cloned());
                documents.push(Arc::new(document));
            }
            Err(found) => problems.extend(found),
        }
    }
    documents.into()
}

/// Links the documents, and lays the graph out as a site.
pub(super) fn lay_out(sources: &Sources, parsed: &Parsed, settings: &Settings, problems: &mut Vec<Diagnostic>) -> Site {
    let graph = link(sources, parsed, problems);
    if !settings.drafts {
        leave_drafts_alone(problems, &parsed.documents);
    }
    finish(problems, settings);
    let faulty = faulty_documents(problems, &parsed.documents);
    let (site, found) = site::lay_out(Inputs {
        config: parsed.config.clone(),
        documents: parsed.documents.clone(),
        graph: Arc::new(graph),
        data: parsed.data.clone(),
        assets: Arc::new(Assets::new(&sources.assets, &parsed.config.languages)),
        statics: sources.statics.clone().into(),
        strings: parsed.strings.clone(),
        languages: parsed.selection.languages.clone().into(),
        options: Arc::new(site::Options { facilitator: settings.facilitator, faulty }),
    });
    problems.extend(found);
    site
}

fn link(sources: &Sources, parsed: &Parsed, problems: &mut Vec<Diagnostic>) -> Graph {
    let (graph, found) = graph::link(&parsed.documents, &parsed.data, &sources.assets, &parsed.config, &parsed.selection);
    problems.extend(found);
    graph
}
