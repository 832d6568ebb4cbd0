//! Files that are published as they are: the theme's, those that texts show, and everything under `content/static/`.

use super::{Content, Format, Job, Materials};
use crate::base::diagnostic::Diagnostic;

/// The part counts the theme's files first, then the site's.
pub struct Files;

impl Format for Files {
    fn jobs(&self, materials: &Materials) -> Vec<Job> {
        let theme = materials.theme.assets().values().map(|asset| asset.address.clone());
        let site = materials.site.files.iter().map(|(address, _)| address.clone());
        theme.chain(site).enumerate().map(|(part, address)| Job { address, part }).collect()
    }

    fn render(&self, materials: &Materials, job: &Job) -> Result<Content, Box<Diagnostic>> {
        let theme = materials.theme.assets();
        Ok(match theme.values().nth(job.part) {
            Some(asset) => Content::Bytes(asset.bytes.to_vec()),
            None => Content::File(materials.root.join(materials.site.files[job.part - theme.len()].1.as_str())),
        })
    }
}
