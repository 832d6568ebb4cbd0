//! Floor 5: what a site can be written as. A format lists its jobs and turns each into bytes; it never writes.

mod feed;
mod files;
mod html;
mod pages_json;
mod sitemap;

use std::path::{Path, PathBuf};

use crate::base::diagnostic::Diagnostic;
use crate::base::path::Address;
use crate::config::OutputKind;
use crate::site::Site;
use crate::theme::Theme;

/// Everything that formats read.
#[derive(Clone, Copy)]
pub struct Materials<'a> {
    /// The site.
    pub site: &'a Site,
    /// The templates.
    pub theme: &'a Theme,
    /// The site's folder, where the files to copy stand.
    pub root: &'a Path,
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

    /// One of them.
    ///
    /// # Errors
    /// A template or a message fails.
    fn render(&self, materials: &Materials, job: &Job) -> Result<Content, Box<Diagnostic>>;
}

/// The formats that a site asks for.
pub fn all(outputs: &[OutputKind]) -> Vec<&'static dyn Format> {
    let mut formats: Vec<&'static dyn Format> = vec![&html::Html, &files::Files];
    for output in outputs {
        match output {
            OutputKind::Html => {}
            OutputKind::Feed => formats.push(&feed::Feed),
            OutputKind::Sitemap => formats.push(&sitemap::Sitemap),
            OutputKind::Pages => formats.push(&pages_json::PagesJson),
        }
    }
    formats
}
