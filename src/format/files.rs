//! Files that are published as they are: the theme's, those that texts show, and everything under `content/static/`.

use super::{Content, Format, Job, Materials, Prepared};
use crate::base::hash::Hash;

/// The part counts the theme's files first, then the site's.
pub struct Files;

impl Format for Files {
    fn jobs(&self, materials: &Materials) -> Vec<Job> {
        let theme = materials.theme.assets().values().map(|asset| asset.address.clone());
        let site = materials.site.files.iter().map(|(address, _)| address.clone());
        theme.chain(site).enumerate().map(|(part, address)| Job { address, part }).collect()
    }

    fn prepare<'a>(&self, materials: &'a Materials, job: &'a Job) -> Prepared<'a> {
        let theme = materials.theme.assets();
        match theme.values().nth(job.part) {
            // Its address holds the hash of what it says.
            Some(asset) => Prepared::bytes(Hash::of(asset.address.as_bytes()), || asset.bytes.to_vec()),
            None => {
                let (_, file) = &materials.site.files[job.part - theme.len()];
                Prepared::sure(file.hash, || Content::File(materials.root.join(file.path.as_str())))
            }
        }
    }
}
