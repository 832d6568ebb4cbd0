//! An Atom feed for each language (RFC 4287). A feed needs absolute addresses, so a site without `base_url` has none.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::{Format, Job, Materials, Prepared};
use crate::base::hash::Hash;
use crate::base::language::Language;
use crate::base::path::Address;
use crate::site::{FeedEntry, Site};

/// How many of the latest works a feed carries.
const ENTRIES: usize = 30;

/// The part is the language's number.
pub struct Feed;

impl Format for Feed {
    fn jobs(&self, materials: &Materials) -> Vec<Job> {
        if materials.site.inputs().config.base_url.is_none() {
            return Vec::new();
        }
        let languages = materials.site.languages().iter().enumerate();
        languages.map(|(part, language)| Job { address: Address::new(format!("{language}/feed.xml")), part }).collect()
    }

    fn prepare<'a>(&self, materials: &'a Materials, job: &'a Job) -> Prepared<'a> {
        let site = materials.site;
        let feed = feed(site, site.languages()[job.part], &job.address);
        Prepared::bytes(Hash::of(&feed), || feed)
    }
}

fn feed(site: &Site, language: Language, address: &Address) -> Vec<u8> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    let entries = site.latest(language, ENTRIES);
    let home = site.absolute(&site.routes().home(language)).unwrap_or_default();
    let own = site.absolute(address).unwrap_or_default();
    // Writing into memory cannot fail.
    let _ = xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
    let attributes = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", language.as_str())];
    let _ = xml.create_element("feed").with_attributes(attributes).write_inner_content(|xml| {
        let site_title = site.site_title(language);
        element(xml, "title", &site_title);
        element(xml, "id", &home);
        link(xml, &[("rel", "self"), ("type", "application/atom+xml"), ("href", &own)]);
        link(xml, &[("rel", "alternate"), ("type", "text/html"), ("href", &home)]);
        // A feed without entries has never been updated; Atom wants a date all the same.
        let newest = entries.iter().map(|entry| entry.updated.as_str()).max().unwrap_or("1970-01-01");
        element(xml, "updated", &timestamp(newest));
        let _ = xml.create_element("author").write_inner_content(|xml| {
            element(xml, "name", &site_title);
            Ok(())
        });
        entries.iter().for_each(|item| entry(xml, site, item));
        Ok(())
    });
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    bytes
}

fn entry(xml: &mut Writer<Vec<u8>>, site: &Site, entry: &FeedEntry) {
    let url = site.absolute(&entry.address).unwrap_or_default();
    let language = entry.written_in.iter().map(|language| ("xml:lang", language.as_str()));
    let _ = xml.create_element("entry").with_attributes(language).write_inner_content(|xml| {
        element(xml, "title", &entry.title);
        element(xml, "id", &url);
        link(xml, &[("rel", "alternate"), ("type", "text/html"), ("href", &url)]);
        element(xml, "published", &timestamp(&entry.published));
        element(xml, "updated", &timestamp(&entry.updated));
        element(xml, "summary", &entry.summary);
        for theme in &entry.themes {
            let _ = xml.create_element("category").with_attributes([("term", theme.as_str())]).write_empty();
        }
        Ok(())
    });
}

fn element(xml: &mut Writer<Vec<u8>>, name: &str, text: &str) {
    let _ = xml.create_element(name).write_text_content(BytesText::new(text));
}

fn link(xml: &mut Writer<Vec<u8>>, attributes: &[(&str, &str)]) {
    let _ = xml.create_element("link").with_attributes(attributes.iter().copied()).write_empty();
}

/// A day as Atom wants it (RFC 3339): works carry days, not hours.
fn timestamp(day: &str) -> String {
    format!("{day}T00:00:00Z")
}
