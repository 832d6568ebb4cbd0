//! Floor 6: the phases in their order, and nothing else.

mod phases;
mod problems;
mod stale;
mod survey;
mod understand;
mod workspace;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::diagnostic::{self, Diagnostic};
use crate::base::hash::Hash;
use crate::base::language::Language;
use crate::base::path::Address;
use crate::base::pseudo::Pseudo;
use crate::config::Gate;
use crate::format::{self, Closing, Content, Format, Job, Live, Made, Materials, Prepared};
use crate::output::{self, Origin, Output, Publisher};
use crate::site::Site;
use crate::source::{self, Stamps};
use crate::translation::gates;
use phases::Found;
use problems::{finish, is_fatal};
pub use stale::Reason;
use stale::{Record, facts};
pub use survey::{Survey, survey};
pub use understand::{Understood, understand};
pub use workspace::{Changes, Snapshot, Workspace};

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
    /// Whether all words but those of texts are shown in disguise, to try a theme.
    pub pseudo: Option<Pseudo>,
    /// Only works for these audiences and for everybody; empty for all.
    pub audiences: Vec<String>,
    /// Takes the place of `base_url` in `site.yaml`.
    pub base_url: Option<String>,
    /// Takes the place of that address's path where a page has to name it, for a server that shows the site elsewhere.
    pub base_path: Option<String>,
    /// Whether every file is looked into, however much it looks as before.
    pub verify: bool,
    /// Tells this program from others of the same version.
    pub program: Option<Hash>,
    /// Whether editors get a page about the state of all texts.
    pub status: bool,
    /// Today: what states depend on that a date brings about.
    pub today: Date,
    /// No text may be in these states.
    pub gates: Vec<Gate>,
    /// Whether notes are looked for: what an editor may want to judge, but no reader is harmed by.
    pub notes: bool,
    /// Whether each word that has become a link to a term is named, and each link that is plain words.
    pub terms: bool,
    /// The published site: whatever would vanish from it is an error.
    pub against: Option<Arc<Live>>,
}

/// Where finished outputs go, and who is told how far the work is. Called from many threads at once.
pub trait Sink: Sync {
    /// So many outputs are to come.
    fn expect(&self, outputs: usize);

    /// One output, and why it was made.
    ///
    /// # Errors
    /// It cannot be written; nothing more is made.
    fn take(&self, output: Output, why: Reason) -> Result<(), output::Error>;

    /// What stands already where the outputs go. What is still right there is not made again.
    fn standing(&self) -> Option<&Publisher> {
        None
    }

    /// Whether outputs are dropped: then only those are made with which something can be wrong.
    fn drops(&self) -> bool {
        false
    }

    /// The outputs so far, for those that tell of the others.
    fn made(&self) -> BTreeMap<Address, Made> {
        BTreeMap::new()
    }

    /// One output was left as it stands.
    ///
    /// # Errors
    /// Nothing more is to be made.
    fn kept(&self) -> Result<(), output::Error> {
        Ok(())
    }
}

/// What a run found and made.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
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
    /// Whether all outputs stand already as they should, with nothing to publish.
    #[serde(skip)]
    pub unchanged: bool,
    /// What the site was made from, for whoever publishes it.
    #[serde(skip)]
    pub origin: Origin,
}

impl Report {
    fn of(site: &Site, problems: Vec<Diagnostic>) -> Report {
        let works = &site.inputs().graph.works;
        let count = |language: &Language| works.iter().filter(|work| work.editions.contains_key(language)).count();
        Report {
            problems,
            works: works.iter().filter(|work| !work.editions.is_empty()).count(),
            editions: site.languages().iter().map(|language| (*language, count(language))).collect(),
            pages: site.pages.len(),
            ..Report::default()
        }
    }

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
    let folder = source::look(root).map_err(|error| output::Error::Disk { path: root.to_path_buf(), source: error })?;
    let origin = sink.standing().and_then(Publisher::origin).filter(|_| !settings.verify);
    if let Some(report) = stale::unchanged(&folder, settings, sink.standing()) {
        return Ok(report);
    }
    let mut sources = folder.read(origin.map(|origin| &origin.sources));
    let mut problems = std::mem::take(&mut sources.problems);
    if !problems.is_empty() {
        // What was not read is not known.
        sources.stamps = Stamps::default();
    }
    let Found { made: parsed, problems: found } = phases::parse(&sources, settings, None);
    problems.extend(found);
    let Some(parsed) = parsed else {
        finish(&mut problems, settings);
        return Ok(Report { problems, ..Report::default() });
    };
    let Found { made: linked, problems: found } = phases::link(&sources, &parsed);
    problems.extend(found);
    if settings.notes {
        problems.extend(phases::notes(&parsed, &linked, settings));
    }
    let Found { made: site, problems: found } = phases::lay_out(&sources, &parsed, &linked, settings, &mut problems);
    problems.extend(found);
    problems.extend(gates::check(&parsed.states, &settings.gates, &parsed.documents, &parsed.data.thesaurus, settings.today));
    if settings.terms {
        problems.extend(site.remarks());
    }
    if let Some(live) = &settings.against {
        let vanished = format::vanished(&site, live, &problems);
        problems.extend(vanished);
    }
    finish(&mut problems, settings);
    let mut report = Report::of(&site, problems);
    let Some(theme) = &parsed.theme else { return Ok(report) };
    // What is at fault beyond single documents cannot be left out.
    let stops = if settings.keep_going { report.problems.iter().any(is_fatal) } else { report.has_errors() };
    let sink: &dyn Sink = if stops { &Nowhere } else { sink };
    let materials = Materials::new(&site, theme, &sources.root, settings.program.unwrap_or_else(|| Hash::of(b"")));
    let jobs = plan(&materials, format::all(&site.inputs().config.outputs));
    let closing = closing(&materials);
    report.outputs = jobs.len() + closing.len();
    sink.expect(report.outputs);
    let facts = facts(&materials, settings);
    let record = Record::new(sink.standing(), &facts, &sources.stamps);
    let mut found = render(&materials, &jobs, sink, &record)?;
    if found.is_empty() {
        found = close(&materials, &closing, sink, &record)?;
    }
    report.complete = !stops && found.is_empty();
    report.problems.extend(found);
    finish(&mut report.problems, settings);
    report.origin = Origin { facts, sources: sources.stamps, report: serde_json::to_string(&report).unwrap_or_default() };
    // Nobody has to wait until all this memory is given back.
    rayon::spawn(move || drop((jobs, site, linked, parsed)));
    Ok(report)
}

/// Drops what it gets: for runs that only look for problems.
pub struct Nowhere;

impl Sink for Nowhere {
    fn expect(&self, _: usize) {}

    fn drops(&self) -> bool {
        true
    }

    fn take(&self, _: Output, _: Reason) -> Result<(), output::Error> {
        Ok(())
    }
}

/// An output to be made, and who makes it.
type Planned = (&'static dyn Format, Job);

/// The outputs of these formats.
fn plan(materials: &Materials, formats: impl IntoIterator<Item = &'static dyn Format>) -> Vec<Planned> {
    formats.into_iter().flat_map(|format| format.jobs(materials).into_iter().map(move |job| (format, job))).collect()
}

/// Those that tell of the others.
fn closing(materials: &Materials) -> Vec<(&'static dyn Closing, Job)> {
    let formats = format::closing(&materials.site.inputs().config.outputs);
    formats.into_iter().flat_map(|format| format.jobs(materials).into_iter().map(move |job| (format, job))).collect()
}

/// Makes those, when the others are there.
fn close(
    materials: &Materials,
    jobs: &[(&'static dyn Closing, Job)],
    sink: &dyn Sink,
    record: &Record,
) -> Result<Vec<Diagnostic>, output::Error> {
    if jobs.is_empty() {
        return Ok(Vec::new());
    }
    let made = sink.made();
    let make = |(format, job): &(&'static dyn Closing, Job)| make(materials, job, format.prepare(materials, job, &made), sink, record);
    jobs.par_iter().map(make).filter_map(Result::transpose).collect()
}

/// Makes an output unless it stands already as it should.
fn make(
    materials: &Materials,
    job: &Job,
    prepared: Prepared,
    sink: &dyn Sink,
    record: &Record,
) -> Result<Option<Diagnostic>, output::Error> {
    let key = prepared.key;
    if let Some(standing) = sink.standing()
        && standing.keep(&job.address, key)?
    {
        sink.kept()?;
        return Ok(None);
    }
    if prepared.is_sure && sink.drops() {
        sink.kept()?;
        return Ok(None);
    }
    match prepared.make() {
        Ok(content) => {
            let why = record.reason(materials, job, key);
            sink.take(Output { address: job.address.clone(), key: Some(key), content: content.into() }, why).map(|()| None)
        }
        Err(problem) => Ok(Some(*problem)),
    }
}

/// Makes the outputs that do not stand already as they should.
fn render(materials: &Materials, jobs: &[Planned], sink: &dyn Sink, record: &Record) -> Result<Vec<Diagnostic>, output::Error> {
    let make = |(format, job): &Planned| make(materials, job, format.prepare(materials, job), sink, record);
    let mut problems = Vec::new();
    for (top, jobs) in batches(jobs, materials.site.languages()) {
        let found: Result<Vec<Diagnostic>, output::Error> = jobs.into_par_iter().map(make).filter_map(Result::transpose).collect();
        problems.extend(found?);
        materials.theme.forget_shared();
        materials.site.forget_values(top);
    }
    Ok(problems)
}

/// The outputs, one language after the other: what the pages of one share takes room that those of the next need. Single files at the top
/// come with the first language, before its pages: a sitemap is long in the making, and nobody should wait for it alone.
fn batches<'a>(jobs: &'a [Planned], languages: &'a [Language]) -> BTreeMap<&'a str, Vec<&'a Planned>> {
    let first = languages.first().map_or("", Language::as_str);
    let (inner, single): (Vec<&Planned>, Vec<&Planned>) = jobs.iter().partition(|(_, job)| job.address.contains('/'));
    let mut batches = BTreeMap::from([(first, single)]);
    for planned in inner {
        batches.entry(planned.1.address.top()).or_default().push(planned);
    }
    batches
}

impl From<Content> for output::Content {
    fn from(content: Content) -> output::Content {
        match content {
            Content::Bytes(bytes) => output::Content::Bytes(bytes),
            Content::File(path) => output::Content::File(path),
        }
    }
}
