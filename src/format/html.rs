//! The pages themselves.

use super::{Content, Format, Job, Materials, Prepared};
use crate::base::diagnostic::Diagnostic;
use crate::base::hash::Hasher;
use crate::site::{Page, Rendering, Subject, View};

/// One job for each page of the site; the part is the page's number.
pub struct Html;

impl Format for Html {
    fn jobs(&self, materials: &Materials) -> Vec<Job> {
        materials.site.pages.iter().enumerate().map(|(part, page)| Job { address: page.address.clone(), part }).collect()
    }

    fn prepare<'a>(&self, materials: &'a Materials, job: &'a Job) -> Prepared<'a> {
        let page = &materials.site.pages[job.part];
        let rendering = materials.site.rendering(page);
        let root = root(materials, &page.subject, page.address.to_root());
        // The way to the root follows from the page's address, except on the one page that names the base address.
        let shown = Hasher::default().add(rendering.hash().as_bytes()).add(root.as_bytes()).finish();
        Prepared::new(materials.key(shown), move || render(materials, page, &rendering, &root))
    }
}

fn render(materials: &Materials, page: &Page, rendering: &Rendering, root: &str) -> Result<Content, Box<Diagnostic>> {
    let site = materials.site;
    let mut context = tera::Context::new();
    context.insert_value("lang", page.language.value());
    context.insert_value("dir", site.direction(page.language).value());
    context.insert_value("root", root.value());
    context.insert_value("site", rendering.site.value());
    context.insert_value("page", rendering.page.value());
    context.insert_value("view", rendering.view.value());
    context.insert_value("facilitator", site.inputs().options.facilitator.value());
    materials.theme.render(rendering.template, &context).map(Content::Bytes).map_err(Box::new)
}

/// The way to the site's root. A server shows `404.html` at any address, so that page alone names the path of the base address.
fn root(materials: &Materials, subject: &Subject, relative: String) -> String {
    let inputs = materials.site.inputs();
    let base = inputs.config.base_url.as_deref();
    match (subject, base) {
        (Subject::NotFound, _) if inputs.options.base_path.is_some() => inputs.options.base_path.clone().unwrap_or_default(),
        (Subject::NotFound, Some(base)) => {
            let after_scheme = base.split_once("://").map_or(base, |(_, rest)| rest);
            after_scheme.find('/').map_or("/", |at| &after_scheme[at..]).to_owned()
        }
        _ => relative,
    }
}
