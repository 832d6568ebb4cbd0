//! A site's texts and where each stands, without a page of them: for the commands that editors and translators use.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::phases::{self, Found};
use super::problems::finish;
use super::{Settings, output};
use crate::base::diagnostic::Diagnostic;
use crate::config::Config;
use crate::document::Document;
use crate::graph::Data;
use crate::source;
use crate::translation::{Snapshots, States};

/// What is known of a site's texts.
pub struct Survey {
    /// The site's folder.
    pub root: PathBuf,
    /// The site.
    pub config: Arc<Config>,
    /// All texts.
    pub documents: Arc<[Arc<Document>]>,
    /// The thesaurus, people and sources.
    pub data: Arc<Data>,
    /// What translations were made from.
    pub snapshots: Arc<Snapshots>,
    /// Where each text stands.
    pub states: Arc<States>,
    /// What is wrong with single files, links aside.
    pub problems: Vec<Diagnostic>,
}

/// Reads a site's texts.
///
/// # Errors
/// The folder cannot be read. Without a configuration nothing can be said: then what is wrong with it.
pub fn survey(root: &Path, settings: &Settings) -> Result<Result<Survey, Vec<Diagnostic>>, output::Error> {
    let folder = source::look(root).map_err(|error| output::Error::Disk { path: root.to_path_buf(), source: error })?;
    let mut sources = folder.read(None);
    let mut problems = std::mem::take(&mut sources.problems);
    let Found { made, problems: found } = phases::parse(&sources, settings, None);
    problems.extend(found);
    finish(&mut problems, settings);
    Ok(match made {
        Some(parsed) => Ok(parsed.survey(sources.root, problems)),
        None => Err(problems),
    })
}
