//! A site that stays in memory between one look at its sources and the next, for a preview.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::phases::{self, Found, Linked, Parsed};
use super::problems::{finish, leave_drafts_alone};
use super::{Settings, plan};
use crate::base::diagnostic::{self, Diagnostic};
use crate::base::hash::Hash;
use crate::base::path::{Address, SitePath};
use crate::document::Document;
use crate::format::{self, Content, Format, Job, Materials, Searched};
use crate::output;
use crate::site::Site;
use crate::source::{self, Sources};
use crate::theme::Theme;

/// What may have changed among the sources.
#[derive(Clone, Copy, Debug)]
pub enum Changes<'a> {
    /// These files, and nothing else.
    Files(&'a BTreeSet<SitePath>),
    /// Anything.
    Any,
}

/// A site's folder, and what was made of it last.
pub struct Workspace {
    root: PathBuf,
    settings: Settings,
    sources: Option<Sources>,
    made: Option<Made>,
    /// Everything that is wrong, in the order of the places.
    pub problems: Vec<Diagnostic>,
}

/// What the phases came to.
struct Made {
    parsed: Parsed,
    linked: Found<Linked>,
    site: Found<Site>,
    jobs: Arc<Jobs>,
}

type Jobs = HashMap<Address, (&'static dyn Format, Job)>;

impl Workspace {
    /// Nothing is read yet.
    pub fn new(root: &Path, settings: Settings) -> Workspace {
        Workspace { root: root.to_path_buf(), settings, sources: None, made: None, problems: Vec::new() }
    }

    /// Looks at the sources again. The site as it is now, if anything has changed; without it there are errors, or nothing is new.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn update(&mut self, changes: Changes) -> Result<Option<Snapshot>, output::Error> {
        Ok(self.read(changes)?.then(|| self.make()).flatten())
    }

    /// Whether the sources say something else than before.
    fn read(&mut self, changes: Changes) -> Result<bool, output::Error> {
        if let (Changes::Files(files), Some(sources)) = (changes, &mut self.sources)
            && let Some(changed) = sources.reread(files)
        {
            return Ok(changed);
        }
        let folder = source::look(&self.root).map_err(|error| output::Error::Disk { path: self.root.clone(), source: error })?;
        let new = match &self.sources {
            Some(earlier) => folder.read_over(earlier),
            None => folder.read(None),
        };
        let changed = self.sources.as_ref().is_none_or(|earlier| !earlier.say_the_same(&new));
        self.sources = Some(new);
        Ok(changed)
    }

    fn make(&mut self) -> Option<Snapshot> {
        let sources = self.sources.as_ref()?;
        let earlier = self.made.take();
        let Found { made: parsed, problems: found } = phases::parse(sources, &self.settings, earlier.as_ref().map(|made| &made.parsed));
        let mut problems = sources.problems.clone();
        problems.extend(found);
        let Some(parsed) = parsed else {
            finish(&mut problems, &self.settings);
            self.problems = problems;
            return None;
        };
        let made = match earlier {
            Some(earlier) if earlier.differs_in_bodies_only(sources, &parsed) => {
                let kept = earlier.with_bodies(parsed);
                problems.extend_from_slice(&kept.linked.problems);
                if !self.settings.drafts {
                    leave_drafts_alone(&mut problems, &kept.parsed.documents);
                }
                problems.extend_from_slice(&kept.site.problems);
                kept
            }
            earlier => {
                let linked =
                    match earlier.filter(|earlier| phases::differ_in_words_only(sources, &parsed, &earlier.parsed, &earlier.linked)) {
                        Some(earlier) => earlier.linked,
                        None => phases::link(sources, &parsed),
                    };
                problems.extend_from_slice(&linked.problems);
                let site = phases::lay_out(sources, &parsed, &linked.made, &self.settings, &mut problems);
                problems.extend_from_slice(&site.problems);
                Made { parsed, linked, site, jobs: Arc::default() }
            }
        };
        finish(&mut problems, &self.settings);
        let is_sound = !diagnostic::has_errors(&problems);
        self.problems = problems;
        let theme = made.parsed.theme.clone().filter(|_| is_sound);
        let snapshot = theme.map(|theme| Snapshot::new(&made, theme, &sources.root, &self.settings));
        self.made = Some(Made { jobs: snapshot.as_ref().map_or_else(Arc::default, |snapshot| snapshot.jobs.clone()), ..made });
        snapshot
    }
}

impl Made {
    /// Whether all that was made holds for documents that differ in their bodies only.
    fn differs_in_bodies_only(&self, sources: &Sources, parsed: &Parsed) -> bool {
        let problems = self.linked.problems.iter().chain(&self.site.problems);
        phases::differ_in_bodies_only(sources, parsed, &self.parsed, &self.linked.made, &self.site.made)
            && !says_anything_of_changed(&self.parsed.documents, &parsed.documents, problems)
    }

    /// The same for such documents.
    fn with_bodies(self, parsed: Parsed) -> Made {
        let Made { linked, site, jobs, .. } = self;
        let site = Found { made: site.made.with_documents(parsed.documents.clone(), parsed.states.clone()), ..site };
        Made { parsed, linked, site, jobs }
    }
}

/// Whether any problem has to do with a document that changed: its line may be another by now.
fn says_anything_of_changed<'a>(
    earlier: &[Arc<Document>],
    documents: &[Arc<Document>],
    mut problems: impl Iterator<Item = &'a Diagnostic>,
) -> bool {
    let changed = earlier.iter().zip(documents).filter(|(old, new)| !Arc::ptr_eq(old, new));
    let changed: BTreeSet<&SitePath> = changed.map(|(old, _)| &old.text.path).collect();
    problems.any(|problem| problem.place.iter().chain(&problem.others).any(|place| changed.contains(&place.path)))
}

/// A whole site, ready to be asked for its outputs. It never changes, and threads share it.
pub struct Snapshot {
    site: Site,
    theme: Arc<Theme>,
    root: PathBuf,
    program: Hash,
    jobs: Arc<Jobs>,
    searched: Arc<OnceLock<Searched>>,
}

impl Snapshot {
    fn new(made: &Made, theme: Arc<Theme>, root: &Path, settings: &Settings) -> Snapshot {
        let program = settings.program.unwrap_or_else(|| Hash::of(b""));
        let site = made.site.made.clone();
        let snapshot = Snapshot { site, theme, root: root.to_path_buf(), program, jobs: made.jobs.clone(), searched: Arc::default() };
        snapshot.theme.forget_shared();
        if !snapshot.jobs.is_empty() {
            return snapshot;
        }
        let formats = format::all(&snapshot.site.inputs().config.outputs).into_iter().filter(|format| format.folder().is_none());
        let jobs = plan(&snapshot.materials(), formats).into_iter().map(|(format, job)| (job.address.clone(), (format, job))).collect();
        Snapshot { jobs: Arc::new(jobs), ..snapshot }
    }

    fn materials(&self) -> Materials<'_> {
        Materials::new(&self.site, &self.theme, &self.root, self.program).with_searched(self.searched.clone())
    }

    fn job(&self, materials: &Materials, address: &Address) -> Option<(&'static dyn Format, Job)> {
        if let Some((format, job)) = self.jobs.get(address) {
            return Some((*format, job.clone()));
        }
        let mut formats = format::all(&self.site.inputs().config.outputs).into_iter();
        let format = formats.find(|format| format.folder() == Some(address.top()))?;
        format.jobs(materials).into_iter().find(|job| job.address == *address).map(|job| (format, job))
    }

    /// One output; `None` if the site has none at this address.
    pub fn render(&self, address: &Address) -> Option<Result<Content, Box<Diagnostic>>> {
        let materials = self.materials();
        let (format, job) = self.job(&materials, address)?;
        Some(format.prepare(&materials, &job).make())
    }

    /// What differs whenever the output does. `None` if the site has none at this address.
    pub fn key(&self, address: &Address) -> Option<Hash> {
        let materials = self.materials();
        let (format, job) = self.job(&materials, address)?;
        Some(format.prepare(&materials, &job).key)
    }

    /// The document that a page shows, or begins with.
    pub fn document(&self, address: &Address) -> Option<&Document> {
        let page = self.site.page_at(address)?;
        self.site.document(page)
    }

    /// The theme's files by the names that templates know, and where they are published.
    pub fn theme_files(&self) -> impl Iterator<Item = (&str, &Address)> {
        self.theme.assets().iter().map(|(name, asset)| (name.as_str(), &asset.address))
    }
}

/// A snapshot goes from the thread that makes it to those that answer requests.
const _: () = {
    const fn shared<T: Send + Sync>() {}
    shared::<Snapshot>();
};
