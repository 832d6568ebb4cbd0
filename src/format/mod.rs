//! Floor 5: what a site can be written as. A format lists its jobs and turns each into bytes; it never writes.

mod chunks;
mod feed;
mod files;
mod html;
mod live;
mod llms;
mod markdown;
mod offline;
mod pages_json;
mod pictures;
mod search;
mod sitemap;
mod subtitles;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use crate::base::diagnostic::Diagnostic;
use crate::base::hash::{Hash, Hasher};
use crate::base::path::Address;
use crate::config::OutputKind;
use crate::site::Site;
use crate::theme::Theme;
pub use live::{Live, vanished};
use pictures::Darkroom;
pub use search::Searched;

/// Everything that formats read.
pub struct Materials<'a> {
    /// The site.
    pub site: &'a Site,
    /// The templates.
    pub theme: &'a Theme,
    /// The site's folder, where the files to copy stand.
    pub root: &'a Path,
    /// By name, hashes of what every page depends on.
    pub surroundings: BTreeMap<&'static str, Hash>,
    /// All of those in one.
    surrounding: Hash,
    outline: OnceLock<Hash>,
    darkroom: Darkroom,
    /// The files of the search, once somebody has asked for them.
    searched: Arc<OnceLock<Searched>>,
}

impl<'a> Materials<'a> {
    /// For a site whose files stand in `root`, made by a program that `program` tells from others.
    pub fn new(site: &'a Site, theme: &'a Theme, root: &'a Path, program: Hash) -> Materials<'a> {
        let program = Hasher::default().add(env!("CARGO_PKG_VERSION").as_bytes()).add(program.as_bytes()).finish();
        let facilitator = Hash::of(&[u8::from(site.inputs().options.facilitator)]);
        let strings = site.languages().iter().fold(Hasher::default(), |all, one| all.add(site.inputs().strings.hash(*one).as_bytes()));
        let surroundings = BTreeMap::from([
            ("facilitator", facilitator),
            ("program", program),
            ("strings", strings.finish()),
            ("theme", theme.fingerprint()),
        ]);
        let surrounding = surroundings.values().fold(Hasher::default(), |all, one| all.add(one.as_bytes())).finish();
        let (outline, darkroom, searched) = (OnceLock::new(), Darkroom::default(), Arc::default());
        Materials { site, theme, root, surroundings, surrounding, outline, darkroom, searched }
    }

    /// The same with the files of the search that were made for this site before, or will be.
    pub fn with_searched(self, searched: Arc<OnceLock<Searched>>) -> Materials<'a> {
        Materials { searched, ..self }
    }

    /// The key of an output that depends on which pages there are.
    fn outline_key(&self) -> Hash {
        *self.outline.get_or_init(|| self.key(self.site.outline()))
    }

    /// The key of an output that depends on this and its surroundings.
    fn key(&self, of: Hash) -> Hash {
        Hasher::default().add(self.surrounding.as_bytes()).add(of.as_bytes()).finish()
    }
}

/// One output to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Where it is to stand.
    pub address: Address,
    /// Which part of the format's work it is: a number that the format gave.
    pub part: usize,
}

/// A made output.
#[derive(Debug)]
pub enum Content {
    /// Finished bytes.
    Bytes(Vec<u8>),
    /// A file to be copied as it is.
    File(PathBuf),
}

/// A way to write a site.
pub trait Format: Sync {
    /// The outputs that it makes of this site.
    fn jobs(&self, materials: &Materials) -> Vec<Job>;

    /// The folder at the top that holds all its outputs, where to know which ones takes reading all texts: a preview does so only when one of
    /// them is asked for.
    fn folder(&self) -> Option<&'static str> {
        None
    }

    /// Gets one of them ready.
    fn prepare<'a>(&self, materials: &'a Materials, job: &'a Job) -> Prepared<'a>;
}

/// An output that stands where it should.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    /// Its size.
    pub size: u64,
    /// The hash of its bytes.
    pub hash: Hash,
}

/// A way to write what tells of the other outputs: it is made when those are there.
pub trait Closing: Sync {
    /// The outputs that it makes of this site.
    fn jobs(&self, materials: &Materials) -> Vec<Job>;

    /// Gets one of them ready. `made` are the others.
    fn prepare<'a>(&self, materials: &'a Materials, job: &'a Job, made: &BTreeMap<Address, Made>) -> Prepared<'a>;
}

/// An output that can be made, and perhaps need not be.
pub struct Prepared<'a> {
    /// Stands for all that the output depends on.
    pub key: Hash,
    /// Whether nothing can go wrong when it is made, so that whoever looks for problems need not make it.
    pub is_sure: bool,
    make: Box<dyn FnOnce() -> Result<Content, Box<Diagnostic>> + 'a>,
}

impl<'a> Prepared<'a> {
    fn new(key: Hash, make: impl FnOnce() -> Result<Content, Box<Diagnostic>> + 'a) -> Prepared<'a> {
        Prepared { key, is_sure: false, make: Box::new(make) }
    }

    fn sure(key: Hash, make: impl FnOnce() -> Content + 'a) -> Prepared<'a> {
        Prepared { is_sure: true, ..Prepared::new(key, || Ok(make())) }
    }

    fn bytes(key: Hash, make: impl FnOnce() -> Vec<u8> + 'a) -> Prepared<'a> {
        Prepared::sure(key, || Content::Bytes(make()))
    }

    /// Makes the output.
    ///
    /// # Errors
    /// A template or a message fails.
    pub fn make(self) -> Result<Content, Box<Diagnostic>> {
        (self.make)()
    }
}

/// The formats that a site asks for.
pub fn all(outputs: &[OutputKind]) -> Vec<&'static dyn Format> {
    let mut formats: Vec<&'static dyn Format> = vec![&html::Html, &files::Files, &pictures::Pictures, &subtitles::Subtitles];
    for output in outputs {
        match output {
            OutputKind::Html => {}
            OutputKind::Search => formats.push(&search::Search),
            OutputKind::Feed => formats.push(&feed::Feed),
            OutputKind::Sitemap => formats.push(&sitemap::Sitemap),
            OutputKind::Pages => formats.push(&pages_json::PagesJson),
            OutputKind::Markdown => formats.push(&markdown::Markdown),
            OutputKind::Llms => formats.push(&llms::Llms),
            OutputKind::Chunks => formats.push(&chunks::Chunks),
            OutputKind::Offline => formats.push(&offline::Offline),
        }
    }
    formats
}

/// Those that come last.
pub fn closing(outputs: &[OutputKind]) -> Vec<&'static dyn Closing> {
    outputs.iter().filter(|output| **output == OutputKind::Offline).map(|_| &offline::Lists as &dyn Closing).collect()
}
