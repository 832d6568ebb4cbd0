//! From sources to a site that can be rendered: parse, link, lay out. Each phase leaves its result and what it found wrong, and takes over
//! from an earlier run what must come out the same.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use super::problems::{faulty_documents, finish, leave_drafts_alone};
use super::{Settings, Survey};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::language::Language;
use crate::base::path::SitePath;
use crate::base::text::Text;
use crate::base::yaml::{self, Step};
use crate::config::{self, Config};
use crate::document::{self, Document, Face};
use crate::graph::{self, Assets, Data, Graph, Selection};
use crate::site::{self, Inputs, Site};
use crate::source::{Binary, Sources};
use crate::strings::Strings;
use crate::theme::Theme;
use crate::translation::agree::{self, Texts as Editions};
use crate::translation::{self, Snapshots, States, gates};

/// A phase's result, and what it found wrong.
#[derive(Clone)]
pub(super) struct Found<T> {
    pub made: T,
    pub problems: Vec<Diagnostic>,
}

/// Sources as values, each shared so that the next run can take over what did not change.
#[derive(Clone)]
pub(super) struct Parsed {
    pub config: Arc<Config>,
    pub selection: Selection,
    pub documents: Arc<[Arc<Document>]>,
    pub states: Arc<States>,
    pub data: Arc<Data>,
    pub strings: Arc<Strings>,
    snapshots: Arc<Snapshots>,
    /// `None` where a template is at fault.
    pub theme: Option<Arc<Theme>>,
    /// What the last four were made of, and what was wrong with them.
    rest: Arc<Rest>,
}

impl Parsed {
    /// What is known of the texts alone.
    pub(super) fn survey(self, root: PathBuf, problems: Vec<Diagnostic>) -> Survey {
        let Parsed { config, documents, data, snapshots, states, rest, .. } = self;
        let themes = rest.data.iter().find(|text| text.path.file_name() == "themes.yaml").cloned();
        Survey { root, config, documents, data, themes, snapshots, states, problems }
    }
}

struct Rest {
    selection: Selection,
    data: Vec<Text>,
    found_in_data: Vec<Diagnostic>,
    drawings: Vec<Text>,
    strings: Vec<Text>,
    theme_files: Vec<(SitePath, Arc<[u8]>)>,
    problems: Vec<Diagnostic>,
}

impl Rest {
    fn is_of(&self, sources: &Sources, selection: &Selection) -> bool {
        self.selection == *selection
            && self.data == sources.data
            && self.drawings == sources.drawings
            && self.strings == sources.strings
            && self.theme_files == sources.theme_files
    }
}

/// `None`: without a configuration there is nothing to go by. `earlier` was made with the same settings.
pub(super) fn parse(sources: &Sources, settings: &Settings, earlier: Option<&Parsed>) -> Found<Option<Parsed>> {
    let mut problems = Vec::new();
    let config = read_config(sources, settings, &mut problems);
    let Some(config) = config else { return Found { made: None, problems } };
    let earlier = earlier.filter(|earlier| earlier.config.text == config.text);
    let documents = parse_documents(sources, &config, earlier, &mut problems);
    let snapshots = match earlier.filter(|earlier| earlier.snapshots.are_of(&sources.snapshots)) {
        Some(earlier) => earlier.snapshots.clone(),
        None => Arc::new(Snapshots::read(&sources.snapshots, &config)),
    };
    problems.extend_from_slice(&snapshots.problems);
    let data = match earlier.filter(|earlier| earlier.rest.data == sources.data) {
        Some(earlier) => Found { made: earlier.data.clone(), problems: earlier.rest.found_in_data.clone() },
        None => {
            let (data, problems) = Data::read(&sources.data, &config);
            Found { made: Arc::new(data), problems }
        }
    };
    problems.extend_from_slice(&data.problems);
    let (states, found) = translation::states(&documents, &snapshots, &data.made.thesaurus, &config);
    problems.extend(found);
    problems.extend(agree::quizzes(Editions { documents: &documents, snapshots: &snapshots, states: &states }));
    let selection = selection(&config, &states, settings);
    let states = Arc::new(states);
    let made = match earlier.filter(|earlier| earlier.rest.is_of(sources, &selection)) {
        Some(earlier) => Parsed { documents, states, snapshots, ..earlier.clone() },
        None => parse_rest(sources, settings, config, selection, Texts { documents, states, snapshots, data }),
    };
    problems.extend_from_slice(&made.rest.problems);
    problems.extend(sources.assets.iter().filter_map(document::picture::check));
    Found { made: Some(made), problems }
}

/// What is known before it is decided which languages are published.
struct Texts {
    documents: Arc<[Arc<Document>]>,
    states: Arc<States>,
    snapshots: Arc<Snapshots>,
    data: Found<Arc<Data>>,
}

fn parse_rest(sources: &Sources, settings: &Settings, config: Config, selection: Selection, texts: Texts) -> Parsed {
    let Texts { documents, states, snapshots, data } = texts;
    let mut problems: Vec<Diagnostic> = sources.drawings.par_iter().flat_map_iter(document::drawing::check).collect();
    let (strings, found) = Strings::load(&sources.strings, &selection.languages, config.default_language, &config.inherits);
    problems.extend(found);
    let strings = match settings.pseudo {
        Some(pseudo) => strings.in_disguise(pseudo, &config.inherits),
        None => strings,
    };
    let strings = Arc::new(strings);
    let (theme, found) = Theme::load(&config.theme, &sources.theme_files, strings.clone());
    problems.extend(theme.iter().flat_map(|theme| strings.check_use(theme.usage())));
    // A theme that is not there has no place of its own.
    let named = || yaml::locate(&config.text, 0..config.text.text.len(), &[Step::Key("theme")]);
    problems.extend(found.into_iter().map(|problem| if problem.place.is_none() { problem.at(named()) } else { problem }));
    let rest = Rest {
        selection: selection.clone(),
        data: sources.data.clone(),
        found_in_data: data.problems,
        drawings: sources.drawings.clone(),
        strings: sources.strings.clone(),
        theme_files: sources.theme_files.clone(),
        problems,
    };
    let (config, theme) = (Arc::new(config), theme.map(Arc::new));
    Parsed { config, selection, documents, states, snapshots, data: data.made, strings, theme, rest: Arc::new(rest) }
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

/// A language in preparation is published once nothing stands in its gates; one without gates is only previewed.
fn selection(config: &Config, states: &States, settings: &Settings) -> Selection {
    let passes = |language: &Language| match config.gates.get(language) {
        Some(gates) => !gates.is_empty() && gates::hold(states, gates, *language, settings.today),
        None => false,
    };
    let published = |language: &Language| settings.drafts || !config.preparing.contains(language) || passes(language);
    let languages = config.languages.iter().copied().filter(published).collect();
    Selection { drafts: settings.drafts, languages, audiences: settings.audiences.clone() }
}

fn parse_documents(sources: &Sources, config: &Config, earlier: Option<&Parsed>, problems: &mut Vec<Diagnostic>) -> Arc<[Arc<Document>]> {
    let earlier: HashMap<&SitePath, &Arc<Document>> =
        earlier.iter().flat_map(|earlier| earlier.documents.iter()).map(|document| (&document.text.path, document)).collect();
    let parse = |text: &Text| match earlier.get(&text.path).filter(|document| Arc::ptr_eq(&document.text.text, &text.text)) {
        Some(document) => Ok(Arc::clone(document)),
        None => document::parse(text, config).map(Arc::new),
    };
    let parsed: Vec<Result<Arc<Document>, Vec<Diagnostic>>> = sources.texts.par_iter().map(parse).collect();
    let mut documents = Vec::with_capacity(parsed.len());
    for document in parsed {
        match document {
            Ok(document) => {
                problems.extend_from_slice(&document.problems);
                documents.push(document);
            }
            Err(found) => problems.extend(found),
        }
    }
    documents.into()
}

/// The documents as a graph.
#[derive(Clone)]
pub(super) struct Linked {
    pub graph: Arc<Graph>,
    assets: Arc<Assets>,
    files: Vec<Binary>,
}

/// Links the documents.
pub(super) fn link(sources: &Sources, parsed: &Parsed) -> Found<Linked> {
    let (graph, problems) = graph::link(&parsed.documents, &parsed.data, &sources.assets, &parsed.config, &parsed.selection);
    let assets = Arc::new(Assets::new(&sources.assets, &parsed.config.languages));
    Found { made: Linked { graph: Arc::new(graph), assets, files: sources.assets.clone() }, problems }
}

/// What editors may want to judge.
pub(super) fn notes(parsed: &Parsed, linked: &Linked, settings: &Settings) -> Vec<Diagnostic> {
    let texts = Editions { documents: &parsed.documents, snapshots: &parsed.snapshots, states: &parsed.states };
    let mut notes = agree::notes(texts, &linked.graph, &parsed.config, settings.drafts);
    notes.extend(graph::terms::notes(&parsed.data.thesaurus, &parsed.config));
    notes
}

/// Lays the graph out as a site. `problems` is what was found before: documents at fault show a notice.
pub(super) fn lay_out(
    sources: &Sources,
    parsed: &Parsed,
    linked: &Linked,
    settings: &Settings,
    problems: &mut Vec<Diagnostic>,
) -> Found<Site> {
    if !settings.drafts {
        leave_drafts_alone(problems, &parsed.documents);
    }
    finish(problems, settings);
    let faulty = faulty_documents(problems, &parsed.documents);
    let (made, problems) = site::lay_out(Inputs {
        config: parsed.config.clone(),
        documents: parsed.documents.clone(),
        graph: linked.graph.clone(),
        data: parsed.data.clone(),
        assets: linked.assets.clone(),
        statics: sources.statics.clone().into(),
        states: parsed.states.clone(),
        strings: parsed.strings.clone(),
        languages: parsed.selection.languages.clone().into(),
        options: Arc::new(site::Options {
            facilitator: settings.facilitator,
            base_path: settings.base_path.clone(),
            status: settings.status.then_some(settings.today),
            faulty,
            pseudo: settings.pseudo,
        }),
    });
    Found { made, problems }
}

/// Whether linking and laying out must come to the same as before, because only bodies differ.
pub(super) fn differ_in_bodies_only(sources: &Sources, parsed: &Parsed, earlier: &Parsed, linked: &Linked, site: &Site) -> bool {
    // A document at fault had a notice in its place.
    site.inputs().options.faulty.is_empty()
        && *site.inputs().statics == *sources.statics
        && differ_in_documents_only(sources, parsed, earlier, linked, Face::shows_the_same)
}

/// Whether linking must come to the same as before, because only words differ: bodies, titles, summaries.
pub(super) fn differ_in_words_only(sources: &Sources, parsed: &Parsed, earlier: &Parsed, linked: &Found<Linked>) -> bool {
    // A title can be what a wrong name was meant to be.
    linked.problems.is_empty() && differ_in_documents_only(sources, parsed, earlier, &linked.made, Face::links_the_same)
}

/// Whether there are the same documents in the same surroundings, each with a face like the one that it had.
fn differ_in_documents_only(
    sources: &Sources,
    parsed: &Parsed,
    earlier: &Parsed,
    linked: &Linked,
    are_alike: fn(&Face, &Face, Language) -> bool,
) -> bool {
    let same = |(new, old): (&Arc<Document>, &Arc<Document>)| {
        Arc::ptr_eq(new, old) || new.text.path == old.text.path && new.role == old.role && are_alike(&new.face, &old.face, new.language)
    };
    Arc::ptr_eq(&parsed.rest, &earlier.rest)
        && linked.files == sources.assets
        && parsed.documents.len() == earlier.documents.len()
        && parsed.documents.par_iter().zip(earlier.documents.par_iter()).all(same)
}
