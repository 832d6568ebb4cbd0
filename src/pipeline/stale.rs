//! What has to be made again, and why.

use std::collections::BTreeMap;

use super::{Report, Settings};
use crate::base::hash::{Hash, Hasher};
use crate::base::path::SitePath;
use crate::config::State;
use crate::format::{Job, Materials};
use crate::output::{Origin, Publisher};
use crate::site::Digest;
use crate::source::{Folder, Stamps};

/// Why an output was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Nothing is known of what stands there.
    NoRecord,
    /// It is a new address.
    New,
    /// Another program.
    Program,
    /// Other options.
    Settings,
    /// Other templates, or other files of the theme.
    Theme,
    /// Other strings.
    Strings,
    /// Another frame: title, menu, lists, foot.
    Site,
    /// Its own text.
    Text,
    /// Something that it shows of others.
    View,
    /// Somebody has changed or deleted the file.
    ChangedOnDisk,
}

impl Reason {
    /// The word in machine-readable output; it never changes.
    pub fn as_str(self) -> &'static str {
        match self {
            Reason::NoRecord => "no-record",
            Reason::New => "new",
            Reason::Program => "program",
            Reason::Settings => "settings",
            Reason::Theme => "theme",
            Reason::Strings => "strings",
            Reason::Site => "site",
            Reason::Text => "text",
            Reason::View => "view",
            Reason::ChangedOnDisk => "changed-on-disk",
        }
    }
}

/// The facts that a build leaves to the next beside its files.
pub(super) fn facts(materials: &Materials, settings: &Settings) -> BTreeMap<String, Hash> {
    let site = materials.site;
    let frames = site.languages().iter().map(|language| (format!("site-{language}"), site.frame(*language).hash()));
    let surroundings = materials.surroundings.iter().map(|(name, hash)| ((*name).to_owned(), *hash));
    let today = depends_on_today(materials, settings).then(|| (TODAY.to_owned(), day(settings)));
    frames.chain(surroundings).chain([("settings".to_owned(), settings.hash())]).chain(today).collect()
}

/// The fact that a site leaves which is another one tomorrow.
const TODAY: &str = "today";

fn day(settings: &Settings) -> Hash {
    Hash::of(settings.today.to_string().as_bytes())
}

fn depends_on_today(materials: &Materials, settings: &Settings) -> bool {
    let gates = materials.site.inputs().config.gates.values().flatten();
    settings.status || gates.into_iter().any(|gate| gate.state == State::Overdue)
}

impl Settings {
    /// Stands for all choices that the site depends on, and for the program.
    fn hash(&self) -> Hash {
        // The date is a fact of its own, as far as the site depends on it; gates and notes change no output.
        let Settings { drafts, strict, keep_going, facilitator, pseudo, audiences, base_url, base_path, status, program, .. } = self;
        let choices = format!("{:?}", (drafts, strict, keep_going, facilitator, pseudo, audiences, base_url, base_path, status, program));
        Hasher::default().add(env!("CARGO_PKG_VERSION").as_bytes()).add(choices.as_bytes()).finish()
    }
}

/// If the same program made what stands there, with the same choices and from the same files, and nobody has touched it: what that build
/// had to say.
pub(super) fn unchanged(folder: &Folder, settings: &Settings, standing: Option<&Publisher>) -> Option<Report> {
    let standing = standing.filter(|_| !settings.verify)?;
    let origin = standing.origin().filter(|origin| origin.facts.get("settings") == Some(&settings.hash()))?;
    let origin = Some(origin).filter(|origin| origin.facts.get(TODAY).is_none_or(|day_then| *day_then == day(settings)))?;
    let report: Report = serde_json::from_str(&origin.report).ok()?;
    let holds = folder.is_unchanged(&origin.sources) && standing.untouched() == Some(report.outputs);
    holds.then_some(Report { unchanged: true, ..report })
}

/// What is known of the build before, for telling why something is made again.
pub(super) struct Record<'a> {
    standing: Option<&'a Publisher>,
    /// The first fact that is no longer so and that all pages depend on.
    common: Option<Reason>,
    facts: &'a BTreeMap<String, Hash>,
    sources: &'a Stamps,
}

impl<'a> Record<'a> {
    pub(super) fn new(standing: Option<&'a Publisher>, facts: &'a BTreeMap<String, Hash>, sources: &'a Stamps) -> Record<'a> {
        let record = Record { standing, common: None, facts, sources };
        let order =
            [("program", Reason::Program), ("facilitator", Reason::Settings), ("theme", Reason::Theme), ("strings", Reason::Strings)];
        let common = record.origin().and_then(|origin| order.into_iter().find(|(name, _)| record.differs(origin, name)));
        Record { common: common.map(|(_, reason)| reason), ..record }
    }

    fn origin(&self) -> Option<&'a Origin> {
        self.standing?.origin()
    }

    fn differs(&self, origin: &Origin, fact: &str) -> bool {
        origin.facts.get(fact) != self.facts.get(fact)
    }

    /// Why an output is made that has this key now.
    pub(super) fn reason(&self, materials: &Materials, job: &Job, key: Hash) -> Reason {
        let (Some(standing), Some(origin)) = (self.standing, self.origin()) else { return Reason::NoRecord };
        let page = materials.site.page_at(&job.address);
        let text_differs = |path: &SitePath| {
            let hash = |stamps: &Stamps| stamps.files.get(path).map(|stamp| stamp.hash);
            hash(&origin.sources) != hash(self.sources)
        };
        match standing.recorded_key(&job.address) {
            None => Reason::New,
            Some(recorded) if recorded == Some(key) => Reason::ChangedOnDisk,
            Some(_) => match page {
                _ if self.common.is_some() => self.common.unwrap_or(Reason::View),
                Some(page) if self.differs(origin, &format!("site-{}", page.language)) => Reason::Site,
                Some(page) if materials.site.document(page).is_some_and(|document| text_differs(&document.text.path)) => Reason::Text,
                _ => Reason::View,
            },
        }
    }
}
