//! `pages.json`: every address of the site, for programs that look for what has vanished, and for other tools.

use serde::Serialize;

use super::{Format, Job, Materials, Prepared};
use crate::base::language::Language;
use crate::base::path::Address;
use crate::site::{Site, Subject};

/// The version of the format.
pub(super) const VERSION: u32 = 1;

/// One job.
pub struct PagesJson;

#[derive(Serialize)]
struct PagesFile<'a> {
    /// The version of this format.
    version: u32,
    pages: Vec<PageEntry<'a>>,
}

#[derive(Serialize)]
struct PageEntry<'a> {
    address: &'a str,
    lang: Language,
    /// `page`, `moved`, `withdrawn` or `faulty`.
    state: &'static str,
    title: String,
    /// The work's id, on pages of works.
    #[serde(skip_serializing_if = "Option::is_none")]
    work: Option<&'a str>,
    /// The language of the text where it is another than the page's.
    #[serde(skip_serializing_if = "Option::is_none")]
    content_lang: Option<Language>,
}

impl Format for PagesJson {
    fn jobs(&self, _: &Materials) -> Vec<Job> {
        vec![Job { address: Address::new("pages.json"), part: 0 }]
    }

    fn prepare<'a>(&self, materials: &'a Materials, _: &'a Job) -> Prepared<'a> {
        Prepared::bytes(materials.outline_key(), || json(materials.site))
    }
}

fn json(site: &Site) -> Vec<u8> {
    let pages = site.pages.iter().filter(|page| !matches!(page.subject, Subject::NotFound | Subject::Status(_))).map(|page| {
        let (state, work) = match &page.subject {
            Subject::Work(work, _) => ("page", Some(*work)),
            Subject::Withdrawn(work, _) => ("withdrawn", Some(*work)),
            Subject::Faulty(work, _) => ("faulty", Some(*work)),
            Subject::Moved(..) => ("moved", None),
            _ => ("page", None),
        };
        PageEntry {
            address: &page.address,
            lang: page.language,
            state,
            title: site.title(page),
            work: work.map(|work| site.inputs().graph.works[work].id.as_str()),
            content_lang: site.content_language(page),
        }
    });
    let file = PagesFile { version: VERSION, pages: pages.collect() };
    // Plain strings and numbers always serialise.
    let mut bytes = serde_json::to_vec_pretty(&file).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
