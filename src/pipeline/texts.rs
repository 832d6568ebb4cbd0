//! A site's texts without the site: for what is said about them, and for what is exchanged with other programs.

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::diagnostic::Diagnostic;
use crate::base::text::Text;
use crate::config::{self, Config};
use crate::document::{self, Document};
use crate::output;
use crate::source;
use crate::translation::{self, Snapshots, States};

/// The texts, and where they stand.
#[derive(Debug)]
pub struct Texts {
    /// The site's configuration.
    pub config: Config,
    /// All documents that can be read.
    pub documents: Vec<Arc<Document>>,
    /// What translations were made from.
    pub snapshots: Snapshots,
    /// Where each edition stands.
    pub states: States,
    /// `content/themes.yaml`
    pub themes: Option<Text>,
    /// What is wrong with snapshots and with what translations say of themselves.
    pub problems: Vec<Diagnostic>,
}

/// Reads a site's texts. What is wrong with single ones is for `check` to say.
///
/// # Errors
/// The folder cannot be read; or, inside, what is wrong with the configuration.
pub fn texts(root: &Path) -> Result<Result<Texts, Vec<Diagnostic>>, output::Error> {
    let folder = source::look(root).map_err(|error| output::Error::Disk { path: root.to_path_buf(), source: error })?;
    let sources = folder.read(None);
    let Some(text) = sources.config else { return Ok(Err(sources.problems)) };
    let (config, problems) = config::read(text);
    let Some(config) = config else { return Ok(Err(problems)) };
    let documents: Vec<Arc<Document>> =
        sources.texts.par_iter().filter_map(|text| document::parse(text, &config).ok()).map(Arc::new).collect();
    let snapshots = Snapshots::read(&sources.snapshots, &config);
    let mut problems = snapshots.problems.clone();
    let (states, found) = translation::states(&documents, &snapshots, &config);
    problems.extend(found);
    let themes = sources.data.into_iter().find(|text| text.path.file_name() == "themes.yaml");
    Ok(Ok(Texts { config, documents, snapshots, states, themes, problems }))
}
