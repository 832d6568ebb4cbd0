//! A Markdown twin of each page of a work, beside it: what a reader sees there, without the frame.

use super::{Format, Job, Materials, Prepared};

/// The part is the page's number.
pub struct Markdown;

impl Format for Markdown {
    fn jobs(&self, materials: &Materials) -> Vec<Job> {
        let pages = materials.site.pages.iter().enumerate();
        pages.filter_map(|(part, page)| Some(Job { address: materials.site.markdown_of(page)?, part })).collect()
    }

    fn prepare<'a>(&self, materials: &'a Materials, job: &'a Job) -> Prepared<'a> {
        let plain = materials.site.plain(&materials.site.pages[job.part]);
        let key = plain.as_ref().map(|plain| plain.hash());
        let key = key.map_or_else(|| materials.key(materials.surrounding), |hash| materials.key(hash));
        Prepared::bytes(key, move || plain.map(|plain| plain.markdown().into_bytes()).unwrap_or_default())
    }
}
