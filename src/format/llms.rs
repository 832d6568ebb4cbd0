//! `llms.txt`, version 2 (llmstxt.org, August 2026): in each language the texts that there are, for programs that read for somebody; at the
//! root the languages. Pages name theirs by `rel="describedby"`.

use std::fmt::Write;

use super::{Format, Job, Materials, Prepared, chunks};
use crate::base::hash::Hash;
use crate::base::language::Language;
use crate::base::path::Address;
use crate::config::{Kind, OutputKind};
use crate::document::plain::{escaped, link};
use crate::site::Site;

/// Part 0 is the root's, the others are those of the languages.
pub struct Llms;

impl Format for Llms {
    fn jobs(&self, materials: &Materials) -> Vec<Job> {
        let site = materials.site;
        let languages = site.languages().iter().enumerate();
        let of_language = languages.map(|(number, language)| Job { address: site.llms_of(*language), part: number + 1 });
        std::iter::once(Job { address: Address::new("llms.txt"), part: 0 }).chain(of_language).collect()
    }

    fn prepare<'a>(&self, materials: &'a Materials, job: &'a Job) -> Prepared<'a> {
        let site = materials.site;
        let text = match job.part.checked_sub(1).and_then(|number| site.languages().get(number)) {
            None => root(site, &job.address),
            Some(language) => of_language(materials, *language, &job.address),
        };
        Prepared::bytes(Hash::of(text.as_bytes()), || text.into_bytes())
    }
}

/// The title, and the description as a quotation. Writing into memory cannot fail.
fn heading(site: &Site, language: Language) -> String {
    let mut out = format!("# {}\n", escaped(&site.site_title(language)));
    if let Some(description) = &site.frame(language).description {
        let _ = write!(out, "\n> {}\n", escaped(description));
    }
    out
}

fn root(site: &Site, own: &Address) -> String {
    let default = site.inputs().config.default_language;
    let default = if site.languages().contains(&default) { default } else { site.languages().first().copied().unwrap_or(default) };
    let mut out = heading(site, default);
    let _ = write!(out, "\n{}\n\n## {}\n\n", site.text(default, "llms-root"), site.text(default, "languages"));
    for &language in site.languages() {
        let address = site.address_from(own, &site.llms_of(language));
        let title = site.site_title(language);
        let _ = writeln!(out, "- {}: {}", link(&site.language_in_itself(language), &address), escaped(&title));
    }
    out
}

fn of_language(materials: &Materials, language: Language, own: &Address) -> String {
    let site = materials.site;
    let outputs = &site.inputs().config.outputs;
    let mut out = heading(site, language);
    let _ = write!(out, "\n{}\n", site.text(language, if outputs.contains(&OutputKind::Markdown) { "llms-texts" } else { "llms-pages" }));
    for kind in Kind::ALL {
        let mut is_first = true;
        for entry in site.entries(kind, language) {
            if std::mem::take(&mut is_first) {
                let _ = write!(out, "\n## {}\n\n", escaped(&site.kind_title(kind, language)));
            }
            let _ = write!(out, "- {}", link(&entry.title, &site.address_from(own, &entry.address)));
            let _ = if entry.summary.is_empty() { writeln!(out) } else { writeln!(out, ": {}", escaped(&entry.summary)) };
        }
    }
    let themes = site.themes_with_works(language);
    if !themes.is_empty() {
        let _ = write!(out, "\n## {}\n\n", escaped(&site.text(language, "themes")));
        for theme in themes {
            let _ = write!(out, "- {}", link(&theme.title, &site.address_from(own, &theme.address)));
            let _ = if theme.summary.is_empty() { writeln!(out) } else { writeln!(out, ": {}", escaped(&theme.summary)) };
        }
    }
    let mut more = Vec::new();
    if outputs.contains(&OutputKind::Chunks) {
        let words = site.text(language, "llms-chunks");
        more.extend(
            chunks::addresses(site, language)
                .iter()
                .map(|address| (address.rsplit('/').next().unwrap_or(address).to_owned(), site.address_from(own, address), words.clone())),
        );
    }
    if let Some(feed) = &site.frame(language).feed {
        more.push((
            feed.rsplit('/').next().unwrap_or(feed).to_owned(),
            site.address_from(own, &Address::new(feed.as_str())),
            site.text(language, "feed"),
        ));
    }
    if !more.is_empty() {
        let _ = write!(out, "\n## {}\n\n", escaped(&site.text(language, "llms-more")));
        for (name, address, words) in more {
            let _ = writeln!(out, "- {}: {}", link(&name, &address), escaped(&words));
        }
    }
    out
}
