//! Floor 6: the phases in their order, and nothing else.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::diagnostic::{self, Code, Diagnostic, Severity};
use crate::base::language::Language;
use crate::base::path::SitePath;
use crate::base::yaml::{self, Step};
use crate::config::{self, Config};
use crate::document::{self, Document};
use crate::format::{self, Content, Format, Job, Materials};
use crate::graph::{self, Assets, Data, Graph, Selection};
use crate::output::{self, Output};
use crate::site::{self, Inputs};
use crate::source::{self, Sources};
use crate::strings::Strings;
use crate::theme::Theme;

/// Choices of one run.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Whether drafts and languages under preparation are built.
    pub drafts: bool,
    /// Whether warnings are errors.
    pub strict: bool,
    /// Whether documents at fault are left out, with a notice at their addresses, instead of stopping the run.
    pub keep_going: bool,
    /// Whether facilitators' blocks are shown.
    pub facilitator: bool,
    /// Only works for these audiences and for everybody; empty for all.
    pub audiences: Vec<String>,
    /// Takes the place of `base_url` in `site.yaml`.
    pub base_url: Option<String>,
    /// Takes the place of that address's path where a page has to name it, for a server that shows the site elsewhere.
    pub base_path: Option<String>,
}

/// Where finished outputs go, and who is told how far the work is. Called from many threads at once.
pub trait Sink: Sync {
    /// So many outputs are to come.
    fn expect(&self, outputs: usize);

    /// One output.
    ///
    /// # Errors
    /// It cannot be written; nothing more is made.
    fn take(&self, output: Output) -> Result<(), output::Error>;
}

/// What a run found and made.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Everything that is wrong, in the order of the places.
    pub problems: Vec<Diagnostic>,
    /// Whether all outputs were made, so that they may be published.
    pub complete: bool,
    /// Published works.
    pub works: usize,
    /// Published editions by language, in the site's order.
    pub editions: Vec<(Language, usize)>,
    /// Pages.
    pub pages: usize,
    /// Outputs of all kinds.
    pub outputs: usize,
}

impl Report {
    /// Whether anything is an error.
    pub fn has_errors(&self) -> bool {
        diagnostic::has_errors(&self.problems)
    }
}

/// Makes a site: reads it, finds everything that is wrong, and renders it unless something is. A check is a run whose sink drops what it gets.
///
/// # Errors
/// The folder cannot be read, or the sink refuses.
pub fn run(root: &Path, settings: &Settings, sink: &dyn Sink) -> Result<Report, output::Error> {
    let mut sources = source::read(root).map_err(|error| output::Error::Disk { path: root.to_path_buf(), source: error })?;
    let mut problems = std::mem::take(&mut sources.problems);
    let Some(content) = parse(&sources, settings, &mut problems) else { return Ok(report(problems, settings)) };
    let selection = selection(&content.config, settings);
    let (graph, found) = graph::link(&content.documents, &content.data, &sources.assets, &content.config, &selection);
    problems.extend(found);
    if !settings.drafts {
        leave_drafts_alone(&mut problems, &content.documents);
    }
    finish(&mut problems, settings);

    let faulty = faulty_documents(&problems, &content.documents);
    let assets = Assets::new(&sources.assets, &content.config.languages);
    let options = site::Options { facilitator: settings.facilitator, base_path: settings.base_path.clone(), faulty };
    let inputs = Inputs {
        config: &content.config,
        documents: &content.documents,
        graph: &graph,
        data: &content.data,
        assets: &assets,
        statics: &sources.statics,
        strings: &content.strings,
        languages: &selection.languages,
        options: &options,
    };
    let (site, found) = site::lay_out(inputs);
    problems.extend(found);

    let mut report = Report { works: graph.works.iter().filter(|work| !work.editions.is_empty()).count(), ..report(problems, settings) };
    report.editions = editions(&graph, &selection);
    report.pages = site.pages.len();
    let Some(theme) = &content.theme else { return Ok(report) };
    let materials = Materials { site: &site, theme, sources: &sources };
    let jobs = plan(&materials);
    report.outputs = jobs.len();
    // What is at fault beyond single documents cannot be left out.
    let stops = if settings.keep_going { report.problems.iter().any(is_fatal) } else { report.has_errors() };
    let sink: &dyn Sink = if stops { &Nowhere } else { sink };
    let found = render(&materials, &jobs, sink)?;
    report.complete = !stops && found.is_empty();
    report.problems.extend(found);
    finish(&mut report.problems, settings);
    Ok(report)
}

/// Drops what it gets: for runs that only look for problems.
pub struct Nowhere;

impl Sink for Nowhere {
    fn expect(&self, _: usize) {}

    fn take(&self, _: Output) -> Result<(), output::Error> {
        Ok(())
    }
}

/// A site's sources as values.
struct Parsed {
    config: Config,
    documents: Vec<Document>,
    data: Data,
    strings: Arc<Strings>,
    theme: Option<Theme>,
}

fn parse(sources: &Sources, settings: &Settings, problems: &mut Vec<Diagnostic>) -> Option<Parsed> {
    let (config, found) = config::read(sources.config.clone()?);
    problems.extend(found);
    let mut config = config?;
    if problems.iter().any(|problem| problem.code == Code::InvalidYaml) {
        return None;
    }
    if settings.base_url.is_some() {
        config.base_url.clone_from(&settings.base_url);
    }
    let parsed: Vec<Result<Document, Vec<Diagnostic>>> = sources.texts.par_iter().map(|text| document::parse(text, &config)).collect();
    let mut documents = Vec::with_capacity(parsed.len());
    for document in parsed {
        match document {
            Ok(mut document) => {
                problems.append(&mut document.problems);
                documents.push(document);
            }
            Err(found) => problems.extend(found),
        }
    }
    problems.par_extend(sources.drawings.par_iter().flat_map_iter(document::drawing::check));
    let (data, found) = Data::read(&sources.data, &config);
    problems.extend(found);
    let (strings, found) = Strings::load(&sources.strings, &selection(&config, settings).languages, config.default_language);
    problems.extend(found);
    let strings = Arc::new(strings);
    let (theme, found) = Theme::load(&config.theme, &sources.theme_files, strings.clone());
    // A theme that is not there has no place of its own.
    let named = || yaml::locate(&config.text, 0..config.text.text.len(), &[Step::Key("theme")]);
    problems.extend(found.into_iter().map(|problem| if problem.place.is_none() { problem.at(named()) } else { problem }));
    Some(Parsed { config, documents, data, strings, theme })
}

fn selection(config: &Config, settings: &Settings) -> Selection {
    let languages = config.languages.iter().copied().filter(|language| settings.drafts || !config.preparing.contains(language));
    Selection { drafts: settings.drafts, languages: languages.collect(), audiences: settings.audiences.clone() }
}

/// The outputs of all formats that the site asks for.
fn plan(materials: &Materials) -> Vec<(&'static dyn Format, Job)> {
    let formats = format::all(&materials.site.inputs().config.outputs);
    formats.into_iter().flat_map(|format| format.jobs(materials).into_iter().map(move |job| (format, job))).collect()
}

fn render(materials: &Materials, jobs: &[(&'static dyn Format, Job)], sink: &dyn Sink) -> Result<Vec<Diagnostic>, output::Error> {
    sink.expect(jobs.len());
    let results: Result<Vec<Option<Diagnostic>>, output::Error> = jobs
        .par_iter()
        .map(|(format, job)| match format.render(materials, job) {
            Ok(content) => sink.take(Output::new(job.address.clone(), content.into())).map(|()| None),
            Err(problem) => Ok(Some(*problem)),
        })
        .collect();
    Ok(results?.into_iter().flatten().collect())
}

/// What is wrong with a text that is not published yet stops nobody: it is said once drafts are asked for.
fn leave_drafts_alone(problems: &mut Vec<Diagnostic>, documents: &[Document]) {
    let drafts = documents.iter().filter(|document| document.face.front.draft == Some(true));
    let drafts: BTreeSet<&SitePath> = drafts.map(|document| &document.text.path).collect();
    problems.retain(|problem| problem.place.as_ref().is_none_or(|place| !drafts.contains(&place.path)));
}

/// The documents that an error points at.
fn faulty_documents(problems: &[Diagnostic], documents: &[Document]) -> BTreeSet<SitePath> {
    let at_fault = problems.iter().filter(|problem| problem.severity == Severity::Error).filter_map(|problem| problem.place.as_ref());
    let at_fault: BTreeSet<&SitePath> = at_fault.map(|place| &place.path).collect();
    documents.iter().map(|document| &document.text.path).filter(|path| at_fault.contains(path)).cloned().collect()
}

/// Whether an error lies outside the documents, which alone can be left out.
fn is_fatal(problem: &Diagnostic) -> bool {
    let in_content = |path: &SitePath| path.starts_with("content/") && path.extension().eq_ignore_ascii_case("md");
    let in_document = problem.place.as_ref().is_some_and(|place| in_content(&place.path));
    problem.severity == Severity::Error && !in_document && problem.code != Code::AddressTaken
}

fn editions(graph: &Graph, selection: &Selection) -> Vec<(Language, usize)> {
    let count = |language: &Language| graph.works.iter().filter(|work| work.editions.contains_key(language)).count();
    selection.languages.iter().map(|language| (*language, count(language))).collect()
}

fn report(mut problems: Vec<Diagnostic>, settings: &Settings) -> Report {
    finish(&mut problems, settings);
    Report { problems, ..Report::default() }
}

fn finish(problems: &mut Vec<Diagnostic>, settings: &Settings) {
    if settings.strict {
        problems.iter_mut().for_each(|problem| problem.severity = Severity::Error);
    }
    // Where Git's marks stand, all else that seems wrong with the file follows from them.
    let torn: BTreeSet<SitePath> =
        problems.iter().filter(|problem| problem.code == Code::ConflictMarks).filter_map(path).cloned().collect();
    problems.retain(|problem| problem.code == Code::ConflictMarks || path(problem).is_none_or(|path| !torn.contains(path)));
    diagnostic::sort(problems);
    // One word about a folder is enough, however many files it holds.
    let mut folders = BTreeSet::new();
    problems.retain(|problem| problem.code != Code::UnknownFolder || folders.insert(problem.args.clone()));
}

fn path(problem: &Diagnostic) -> Option<&SitePath> {
    problem.place.as_ref().map(|place| &place.path)
}

impl From<Content> for output::Content {
    fn from(content: Content) -> output::Content {
        match content {
            Content::Bytes(bytes) => output::Content::Bytes(bytes),
            Content::File(path) => output::Content::File(path),
        }
    }
}
