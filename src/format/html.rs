//! The pages themselves.

use super::{Content, Format, Job, Materials};
use crate::base::diagnostic::Diagnostic;
use crate::site::Subject;

/// One job for each page of the site; the part is the page's number.
pub struct Html;

impl Format for Html {
    fn jobs(&self, materials: &Materials) -> Vec<Job> {
        materials.site.pages.iter().enumerate().map(|(part, page)| Job { address: page.address.clone(), part }).collect()
    }

    fn render(&self, materials: &Materials, job: &Job) -> Result<Content, Box<Diagnostic>> {
        let site = materials.site;
        let page = &site.pages[job.part];
        let rendering = site.rendering(page);
        let mut context = tera::Context::new();
        context.insert("lang", &page.language);
        context.insert("dir", &page.language.direction());
        context.insert("root", &root(materials, &page.subject, page.address.to_root()));
        context.insert_value("site", rendering.site);
        context.insert("page", &rendering.page);
        context.insert_value("view", rendering.view);
        context.insert("facilitator", &site.inputs().options.facilitator);
        context.insert("generator", concat!("Apologue ", env!("CARGO_PKG_VERSION")));
        let html = materials.theme.render(rendering.template, &context).map_err(Box::new)?;
        Ok(Content::Bytes(html.into_bytes()))
    }
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
