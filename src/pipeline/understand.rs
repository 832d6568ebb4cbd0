//! A site that is linked and checked but not rendered, for commands that ask or change what its texts say.

use std::sync::Arc;

use super::Settings;
use super::phases::{self, Found};
use super::problems::finish;
use crate::base::diagnostic::Diagnostic;
use crate::config::Config;
use crate::document::Document;
use crate::graph::{Data, Graph};
use crate::site::Site;
use crate::source::Sources;

/// A linked site.
pub struct Understood {
    /// `site.yaml`
    pub config: Arc<Config>,
    /// All texts.
    pub documents: Arc<[Arc<Document>]>,
    /// The data files.
    pub data: Arc<Data>,
    /// What the texts are together.
    pub graph: Arc<Graph>,
    /// Where everything would stand.
    pub site: Site,
}

/// Reads what the sources say, up to the point where pages would be rendered, and everything that is wrong with it. Nothing comes of a site
/// without a configuration.
pub fn understand(sources: &Sources, settings: &Settings) -> (Option<Understood>, Vec<Diagnostic>) {
    let mut problems = sources.problems.clone();
    let Found { made: parsed, problems: found } = phases::parse(sources, settings, None);
    problems.extend(found);
    let Some(parsed) = parsed else {
        finish(&mut problems, settings);
        return (None, problems);
    };
    let Found { made: linked, problems: found } = phases::link(sources, &parsed);
    problems.extend(found);
    let Found { made: site, problems: found } = phases::lay_out(sources, &parsed, &linked, settings, &mut problems);
    problems.extend(found);
    finish(&mut problems, settings);
    let understood = Understood { config: parsed.config, documents: parsed.documents, data: parsed.data, graph: linked.graph, site };
    (Some(understood), problems)
}
